"""Looks for anything wrong in a class folder and explains it; changes nothing."""

from collections.abc import Iterator
from pathlib import Path

from board.errors import Refusal
from board.mastery.curriculum import steps_by_id
from board.store.class_book import ClassBook


def problems(folder: Path, device: str) -> list[str]:
    """Say what is wrong in a class folder, one sentence each, with what to do.

    Args:
        folder: The class folder.
        device: This device's id.
    """
    if (folder / "class.json").exists() and not (folder / "ledger").is_dir():
        return [
            f"The folder ledger, with every mark, is missing from {folder}; put it back from your copy of the class."
        ]
    try:
        book = ClassBook(folder, device)
    except Refusal as refusal:
        return [str(refusal)]
    try:
        return [*_copies(folder), *_lines(folder, book), *_gaps(book), *_strangers(book)]
    finally:
        book.close()


def _copies(folder: Path) -> Iterator[str]:
    for copy in sorted(folder.glob("*class*.json")):
        if copy.name != "class.json":
            yield (
                f"{copy.name} looks like a copy a sync program made when two computers edited at once; "
                "compare it with class.json, then delete it. Marks are not in it and are safe."
            )


def _lines(folder: Path, book: ClassBook) -> Iterator[str]:
    for damage in book.damaged:
        yield f"ledger/{damage.file} has a line that holds no mark, at byte {damage.at}; it is passed over."
    for ledger in sorted((folder / "ledger").glob("*.jsonl")):
        data = ledger.read_bytes()
        if data and not data.endswith(b"\n"):
            yield (
                f"ledger/{ledger.name} ends in an unfinished line, left by a program that was stopped while writing; "
                "it was never shown as saved, and its computer cuts it off at the next mark."
            )


def _gaps(book: ClassBook) -> Iterator[str]:
    """Every number is given by somebody who has seen the one before, so taken together they have no gap."""
    numbers = {fact.seq for fact in book.facts}
    missing = max(numbers, default=0) - len(numbers)
    if missing > 0:
        yield (
            f"{missing} mark{'s are' if missing > 1 else ' is'} missing: later ones were made by somebody who saw them. Either another computer's "
            "file has not arrived yet, or a file of the folder ledger was changed; put it back from your copy of the class."
        )


def _strangers(book: ClassBook) -> Iterator[str]:
    students = {student.id for student in book.students}
    steps = steps_by_id(book.units)
    lost_students = sum(fact.student not in students for fact in book.facts)
    lost_steps = sum(fact.step is not None and fact.step not in steps for fact in book.facts)
    if lost_students:
        yield f"{lost_students} marks are about students this class does not have; they are kept and shown nowhere."
    if lost_steps:
        yield f"{lost_steps} marks are about steps this class does not have; they are kept and shown nowhere."
