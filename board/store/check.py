"""Looks for anything wrong in a class folder and explains it; changes nothing."""

import os
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from board.counting import counted, listed
from board.errors import Refusal
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import has_words
from board.mastery.people import clean_line
from board.store import layout
from board.store.class_book import ClassBook
from board.store.conflict_ledgers import conflict_ledgers
from board.store.damage import told
from board.store.device import Device, device_of
from board.store.erasure import as_written, holds
from board.store.layout import BACKUPS, CLASS_FILE, LEDGER, Erased
from board.store.lines import BadLine, Why, ended, fact_of, is_whole
from board.store.storage import conflict_copies, tables_of

_MISSING_ONE = (
    "{count} mark is missing: later ones were made by somebody who saw them. Either another computer's file has not "
    "arrived yet, or a file of the folder ledger was changed; put it back from your copy of the class."
)
_MISSING_MANY = (
    "{count} marks are missing: later ones were made by somebody who saw them. Either another computer's file has not "
    "arrived yet, or a file of the folder ledger was changed; put it back from your copy of the class."
)
_LACKING_ONE = "{count} mark made on this computer is missing in the folder; open the class and it is written again."
_LACKING_MANY = (
    "{count} marks made on this computer are missing in the folder; open the class and they are written again."
)
_STRANGE_STUDENT_ONE = "1 mark is about students this class does not have; they are kept and shown nowhere."
_STRANGE_STUDENT_MANY = "{count} marks are about students this class does not have; they are kept and shown nowhere."
_STRANGE_STEP_ONE = "1 mark is about steps this class does not have; they are kept and shown nowhere."
_STRANGE_STEP_MANY = "{count} marks are about steps this class does not have; they are kept and shown nowhere."
_OTHERS_ONE = (
    "Words about an erased child are still in the file of another computer; they go when the class is opened there."
)
_OTHERS_MANY = (
    "Words about an erased child are still in the file of {count} other computers; they go when the class is opened "
    "there."
)

_SHOWN = 5
"""Names of files that are told before the rest is only counted."""


def problems(folder: Path, device: Device | str, pictures: Collection[str] = ()) -> list[str]:
    """Say what is wrong in a class folder, one sentence each, with what to do.

    Args:
        folder: The class folder.
        device: This computer.
        pictures: Names of the starter pictures a step may have; empty to leave that unasked.
    """
    found = [*_unwritable(folder), *_copies(folder), *_backups(folder), *_leftovers(folder), *_foreign(folder)]
    try:
        book = ClassBook(folder, device, only_look=True)
    except Refusal as refusal:
        return [str(refusal), *found]
    try:
        found += [
            *_lines(folder, book),
            *_ledger_copies(folder),
            *_ledger_folders(folder),
            *_gaps(book),
            *_strangers(book),
        ]
        return [
            *found,
            *_left_of_erased(folder, book, device_of(device).id),
            *_pictures(folder, book),
            *_documents(book, pictures),
        ]
    finally:
        book.close()


def _unwritable(folder: Path) -> Iterator[str]:
    places = sorted(row.within(folder) for row in layout.packed())
    shut = [place for place in places if place.is_dir() and not os.access(place, os.W_OK)]
    if shut:
        yield f"This computer may not write in {shut[0]}, so no mark or picture can be kept; ask for the right to do so."


def _copies(folder: Path) -> Iterator[str]:
    for copy in conflict_copies(folder):
        yield (
            f"{copy.name} looks like a copy a sync program made when two computers edited at once; "
            "compare it with class.json, then delete it. Marks are not in it and are safe."
        )


def _backups(folder: Path) -> Iterator[str]:
    for copy in sorted(BACKUPS.within(folder).glob("class-*.json")):
        if tables_of(copy.read_bytes()) is None:
            yield f"backups/{copy.name} can't be read; delete it, the others are not touched by that."


def _leftovers(folder: Path) -> Iterator[str]:
    left = [path.relative_to(folder).as_posix() for path in sorted(folder.glob("**/.*.new"))]
    if left:
        yield f"{_some(left)}: left by a program that was stopped while writing; close every board, then delete it."


def _foreign(folder: Path) -> Iterator[str]:
    """Tell of files in a place that is packed; among pictures, those that no mark refers to are told already."""
    places = [row for row in layout.packed() if row.place and row.erased is not Erased.BY_PICTURE]
    names = [name for row in places for name in layout.foreign(folder, row)]
    if names:
        yield f"{_some(names)}: not made by the board, so no backup will hold it; keep it in a folder of your own."


def _lines(folder: Path, book: ClassBook) -> Iterator[str]:
    yield from told(book.damaged)
    if book.lacking:
        yield counted(_LACKING_ONE, _LACKING_MANY, book.lacking)
    for ledger in sorted(LEDGER.within(folder).glob("*.jsonl")):
        data = ledger.read_bytes()
        if data[ended(data) :] and not is_whole(data[ended(data) :]):
            yield (
                f"ledger/{ledger.name} ends in an unfinished line, left by a program that was stopped while writing; "
                "it was never shown as saved, and its computer cuts it off at the next mark."
            )


def _ledger_copies(folder: Path) -> Iterator[str]:
    for ledger in sorted(LEDGER.within(folder).glob("*.jsonl")):
        owner = _owner(ledger)
        if owner and owner != ledger.stem and ledger.with_name(f"{owner}.jsonl").exists():
            yield (
                f"ledger/{ledger.name} looks like a copy of ledger/{owner}.jsonl a sync program made; it does no harm: "
                "it is read too, every mark counts once, and it may stay."
            )


def _ledger_folders(folder: Path) -> Iterator[str]:
    names = [clean_line(path.name) for path in conflict_ledgers(folder)]
    if names:
        yield (
            f"{_some(names)}: a copy of the folder ledger that a sync program made; its marks are taken over when the "
            "class is opened, and it may stay."
        )


def _owner(ledger: Path) -> str:
    """Give the device that wrote the first fact of a file, empty when there is none."""
    with ledger.open("rb") as file:
        for line in file:
            try:
                return fact_of(line).device
            except BadLine:
                continue
    return ""


def _gaps(book: ClassBook) -> Iterator[str]:
    """Every number is given by somebody who has seen the one before, so taken together they have no gap."""
    numbers = {fact.seq for fact in book.facts}
    missing = max(numbers, default=0) - len(numbers)
    if missing > 0:
        yield counted(_MISSING_ONE, _MISSING_MANY, missing)


def _strangers(book: ClassBook) -> Iterator[str]:
    """Marks of erased students and of doubles that were joined are at home."""
    students = {id_ for student in book.everyone for id_ in (student.id, *student.also)} | book.progress.erased
    steps = steps_by_id(book.units)
    lost_students = sum(fact.student not in students for fact in book.facts)
    lost_steps = sum(fact.step is not None and fact.step not in steps for fact in book.facts)
    if lost_students:
        yield counted(_STRANGE_STUDENT_ONE, _STRANGE_STUDENT_MANY, lost_students)
    if lost_steps:
        yield counted(_STRANGE_STEP_ONE, _STRANGE_STEP_MANY, lost_steps)


def _left_of_erased(folder: Path, book: ClassBook, device: str) -> Iterator[str]:
    erased = book.progress.erased
    if not erased:
        return
    writers = {fact.device for fact in book.facts if fact.student in erased and has_words(fact)}
    ids = as_written(erased)
    documents = (folder / CLASS_FILE, *conflict_copies(folder), *sorted(BACKUPS.within(folder).glob("*.json")))
    if device in writers or any(holds(path.read_bytes(), ids) for path in documents):
        yield "Words about an erased child are still here; close every board, then open this class once, and they go."
    others = len(writers - {device})
    if others:
        yield counted(_OTHERS_ONE, _OTHERS_MANY, others)


def _pictures(folder: Path, book: ClassBook) -> Iterator[str]:
    wanted = {picture for fact in book.facts for picture in fact.evidence}
    places = [row for row in layout.erased(Erased.BY_PICTURE) if row.packed]
    files = [
        path
        for row in places
        if row.within(folder).is_dir()
        for path in sorted(row.within(folder).iterdir())
        if not path.name.startswith(".")
    ]
    missing = sorted(wanted - {path.name.split(".")[0] for path in files})
    spare = [path.relative_to(folder).as_posix() for path in files if path.name.split(".")[0] not in wanted]
    if missing:
        yield (
            f"Pictures that marks refer to are missing: {_some(missing)}. Either they have not arrived from another "
            f"computer yet, or put the folders {listed([row.place for row in places])} back from your copy of the class."
        )
    if spare and all(damage.why is not Why.NEWER for damage in book.damaged):
        yield f"No mark refers to {_some(spare)}; nothing needs it, and you may delete it."


def _documents(book: ClassBook, pictures: Collection[str]) -> Iterator[str]:
    for unit in book.units if pictures else ():
        for step in unit.spots:
            if step.badge and step.badge not in pictures:
                yield (
                    f'{step.title} in {unit.title}: no starter picture is called "{step.badge}", so a plain spot stands '
                    "in; name another one in the unit."
                )
    names = Counter(assessor.name.casefold() for assessor in book.assessors)
    for assessor in book.assessors:
        if names.pop(assessor.name.casefold(), 1) > 1:
            yield f"Two adults are called {assessor.name}, so nobody sees who checked what; give one another name."


def _some(names: list[str]) -> str:
    more = len(names) - _SHOWN
    some = ", ".join(names[:_SHOWN])
    return f"{some} and {more} more" if more > 0 else some
