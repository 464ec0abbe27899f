"""What a zip of a class holds that the class itself has not: asked before a new zip takes its place."""

import zipfile
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from board.disk import read_plain
from board.disk.links import plain_files
from board.errors import Refusal
from board.mastery.facts import Fact
from board.mastery.people import clean_line
from board.store import layout
from board.store.class_book import ClassBook
from board.store.codec import Documents
from board.store.documents.copies import class_in
from board.store.documents.merging import joined
from board.store.erasure import pictures_of
from board.store.keeping.archive import NO_ZIP
from board.store.layout import CLASS_FILE, LEDGER, TEXT_BYTES, Erased
from board.store.lines import BadLine, fact_of


class OnlyThere(NamedTuple):
    """How much a zip holds that the class has not; what went with erased students does not count.

    Attributes:
        marks: Facts.
        people: Students and adults.
        units: Units.
        pictures: Files of pictures.
    """

    marks: int
    people: int
    units: int
    pictures: int


def other_class_in(source: Path, book: ClassBook) -> str:
    """Give the name of the class in a zip where it is another one, empty where it is this class or nobody knows.

    Args:
        source: The zip.
        book: The class.
    """
    try:
        with zipfile.ZipFile(source) as packed, packed.open(CLASS_FILE) as file:
            there = class_in(file.read(TEXT_BYTES))
    except (OSError, KeyError, *NO_ZIP):
        return ""
    about = (there or {}).get("class", {}).get("about", {})
    return clean_line(str(about.get("name", ""))) if about.get("id", book.about.id) != book.about.id else ""


def only_in(source: Path, book: ClassBook) -> OnlyThere:
    """Give how much a zip holds that a class has not.

    Args:
        source: The zip.
        book: The class as it is now.

    Raises:
        Refusal: It is damaged, so nobody knows.
    """
    erased = book.progress.erased
    unknown = Refusal(
        f"{source} is damaged or of a newer version, so nobody can say whether it holds more than the class."
    )
    try:
        with zipfile.ZipFile(source) as packed:
            facts = [fact for name in packed.namelist() for fact in _facts_in(packed, name)]
            with packed.open(CLASS_FILE) as file:
                there = class_in(file.read(TEXT_BYTES))
            names = packed.namelist() if packed.testzip() is None else None
        here = class_in(read_plain(book.folder / CLASS_FILE, TEXT_BYTES))
    except (OSError, *NO_ZIP) as error:
        raise unknown from error
    if names is None or there is None or here is None:
        raise unknown
    more = _more_in(there, here, erased)
    return OnlyThere(
        len({fact.id for fact in facts} - {fact.id for fact in book.facts}),
        more["students"] + more["assessors"],
        more["units"],
        len(set(_pictures(names)) - set(_here(book.folder)) - pictures_of(erased, facts)),
    )


def _more_in(there: Documents, here: Documents, erased: Collection[str]) -> Counter[str]:
    """Count by table the documents that are more than they are here: unknown here, or edited where nobody here has seen it."""
    both, alone = joined(here, there, erased), joined(here, {}, erased)
    return Counter(table for table in both for id_, doc in both[table].items() if doc != alone.get(table, {}).get(id_))


def _facts_in(packed: zipfile.ZipFile, name: str) -> Iterator[Fact]:
    if not (name.startswith(LEDGER.name_of("")) and name.endswith(".jsonl")):
        return
    with packed.open(name) as file:
        for line in file.read(TEXT_BYTES).splitlines():
            try:
                yield fact_of(line)
            except BadLine:
                continue


def _pictures(names: list[str]) -> Iterator[str]:
    """Give the content ids of the pictures among the names of files."""
    for row in layout.erased(Erased.BY_PICTURE):
        for name in names if row.packed else ():
            place, _, leaf = name.rpartition("/")
            if place == row.place:
                yield leaf.split(".")[0]


def _here(folder: Path) -> Iterator[str]:
    for row in layout.erased(Erased.BY_PICTURE):
        if row.packed:
            yield from (path.name.split(".")[0] for path in plain_files(row.within(folder)))
