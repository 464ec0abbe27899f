"""What an erasure can't reach or decide: said before and after it, so that nobody believes too much."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from board.mastery.facts import Fact, has_words, words_in
from board.mastery.people import Student
from board.store import layout
from board.store.copies import conflict_copies
from board.store.erasure import Going, files_of, pictures_of
from board.store.layout import Erased

_SHORT = 2
"""A name of fewer letters would be found everywhere."""


class Held(NamedTuple):
    """What a class folder holds about one child.

    Attributes:
        facts: Number of facts.
        notes: How many of them hold words.
        pictures: Number of picture files that are only this child's, unfinished drawings too.
        charts: Number of charts by name among the prints.
    """

    facts: int
    notes: int
    pictures: int
    charts: int


def held_about(student: Student, folder: Path, facts: Sequence[Fact]) -> Held:
    """Count what a class folder holds about a child.

    Args:
        student: The child.
        folder: The class folder.
        facts: The whole ledger.
    """
    ids = frozenset((student.id, *student.also))
    theirs = [fact for fact in facts if fact.student in ids]
    going = Going(ids, pictures_of(ids, facts))
    pictures = [path for way in (Erased.BY_PICTURE, Erased.BY_STUDENT) for path in kept_for(folder, going, way)]
    pages = list(files_of(folder, going, layout.erased(Erased.BY_NAMES)))
    return Held(len(theirs), sum(map(has_words, theirs)), len(pictures), len(pages))


def kept_for(folder: Path, going: Going, way: Erased) -> list[Path]:
    """Give the files a backup holds that go in one way with a child.

    Args:
        folder: The class folder.
        going: The child and its pictures.
        way: The way.
    """
    rows = [row for row in layout.erased(way) if row.packed]
    plain = {path for row in rows for path in row.files_in(folder)}
    return [path for path in files_of(folder, going, rows) if path in plain]


def other_devices(student: Student, facts: Sequence[Fact], device: str) -> int:
    """Give how many other computers' ledger files hold words about a child.

    Args:
        student: The child.
        facts: The whole ledger.
        device: This computer.
    """
    ids = (student.id, *student.also)
    return len({fact.device for fact in facts if fact.student in ids and fact.device != device and has_words(fact)})


def mentions(student: Student, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Give the facts about other children whose words mention a child: its whole name, first name or alias.

    Args:
        student: The child.
        facts: The whole ledger.
    """
    names = {student.name.casefold(), student.name.split(" ")[0].casefold(), student.alias.casefold()}
    told = "|".join(re.escape(name) for name in names if len(name) >= _SHORT)
    if not told:
        return ()
    pattern = re.compile(rf"(?<!\w)(?:{told})(?!\w)")
    ids = (student.id, *student.also)
    return tuple(
        fact
        for fact in facts
        if fact.student not in ids and any(pattern.search(text.casefold()) for text in words_in(fact))
    )


def foreign_files(folder: Path) -> list[str]:
    """Give the names of files in a class folder that no erasure touches: what the board did not make or can't look into."""
    copies = {copy.name for copy in conflict_copies(folder)}
    found = {name for row in layout.LAYOUT for name in layout.foreign(folder, row)}
    by_hand = {name for row in layout.erased(Erased.BY_HAND) for name in layout.lying(folder, row)}
    return sorted((found | by_hand) - copies)
