"""What board check says of the files in a class folder: what is on its way, what came twice, what can't be read."""

import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from board.counting import counted
from board.store import layout
from board.store.arriving import on_the_way, stand_ins
from board.store.class_book import ClassBook
from board.store.codec import BadLine, fact_of
from board.store.layout import BACKUPS, CLASS_FILE, LEDGER, Erased
from board.store.storage import conflict_copies, tables_of

_ARRIVING_ONE = (
    "{some} is not here yet, or not whole: a sync program still has it. Wait until its icon says that everything is done "
    "and look again; a file that is kept only in the cloud comes when you tell it to stay on this computer. Nothing needs to "
    "be deleted or put back."
)
_ARRIVING_MANY = (
    "{some} are not here yet, or not whole: a sync program still has them. Wait until its icon says that everything is done "
    "and look again; files that are kept only in the cloud come when you tell them to stay on this computer. Nothing needs "
    "to be deleted or put back."
)
_FOREIGN_ONE = "{some} was not made by the board, so no backup will hold it; keep it in a folder of your own."
_FOREIGN_MANY = "{some} were not made by the board, so no backup will hold them; keep them in a folder of your own."
_LEFT_ONE = (
    "{some} was left by a program that was stopped while writing, or is just being written. It does no harm, and it may "
    "be deleted once the board is closed on every computer and the sync program has finished."
)
_LEFT_MANY = (
    "{some} were left by programs that were stopped while writing, or are just being written. They do no harm, and may be "
    "deleted once the board is closed on every computer and the sync program has finished."
)

_SHOWN = 5
"""Names of files that are told before the rest is only counted."""


def some(names: Sequence[str]) -> str:
    """Give the first few of many names, and how many more there are."""
    more = len(names) - _SHOWN
    told = ", ".join(names[:_SHOWN])
    return f"{told} and {more} more" if more > 0 else told


def files_told(folder: Path) -> Iterator[str]:
    """Say what is to know about the files of a class folder, one sentence each, without opening the class.

    Args:
        folder: The class folder.
    """
    yield from _unwritable(folder)
    yield from arriving_told(folder)
    yield from _copies(folder)
    yield from _twin_folders(folder)
    yield from _backups(folder)
    yield from _leftovers(folder)
    yield from _foreign(folder)


def arriving_told(folder: Path) -> Iterator[str]:
    """Say which files are known to be on their way."""
    names = on_the_way(folder)
    if names:
        yield counted(_ARRIVING_ONE, _ARRIVING_MANY, len(names), some=some(names))


def missing_ledger(folder: Path) -> str:
    """Say what to do about a class whose folder of marks is not here; empty when it is."""
    if not (folder / CLASS_FILE).exists() or LEDGER.within(folder).is_dir():
        return ""
    return (
        f"The folder ledger, with every mark, is not in {folder}. It may still be on its way: wait until the sync program "
        "has finished, and mark nothing until then. If it stays so, bring the class back from your own copy into a new "
        "folder, and keep this one until you have seen that all marks are there: board restore ZIP NEW-FOLDER"
    )


def ledger_told(folder: Path, book: ClassBook, device: str) -> Iterator[str]:
    """Say what is to know about the files of the ledger.

    Args:
        folder: The class folder.
        book: The class, opened to look at.
        device: This computer.
    """
    for damage in book.damaged:
        yield f"ledger/{damage.file} has a line that holds no mark, at byte {damage.at}; it is passed over, and kept."
    for ledger in sorted(LEDGER.within(folder).glob("*.jsonl")):
        yield from _unfinished(ledger, device)
    for ledger in sorted(LEDGER.within(folder).glob("*.jsonl")):
        owner = _owner(ledger)
        if owner and owner != ledger.stem and ledger.with_name(f"{owner}.jsonl").exists():
            yield (
                f"ledger/{ledger.name} looks like a copy of ledger/{owner}.jsonl a sync program made; it does no harm: "
                "it is read too, every mark counts once, and it may stay."
            )


def _unfinished(ledger: Path, device: str) -> Iterator[str]:
    data = ledger.read_bytes()
    if not data or data.endswith(b"\n"):
        return
    if ledger.stem == device:
        yield (
            f"ledger/{ledger.name} ends in an unfinished line, left by a program that was stopped while writing; "
            "it was never shown as saved, and this computer cuts it off at the next mark."
        )
    else:
        yield (
            f"ledger/{ledger.name} ends in the middle of a line. The rest may still be on its way from its computer; if it "
            "stays so, a program was stopped there while writing: then that mark was never shown as saved, and its "
            "computer cuts it off at its next mark. You need not do anything."
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


def _unwritable(folder: Path) -> Iterator[str]:
    places = sorted(row.within(folder) for row in layout.packed())
    shut = [place for place in places if place.is_dir() and not os.access(place, os.W_OK)]
    if shut:
        yield f"This computer may not write in {shut[0]}, so no mark or picture can be kept; ask for the right to do so."


def _copies(folder: Path) -> Iterator[str]:
    ours = _class_id(folder / CLASS_FILE)
    for copy in conflict_copies(folder):
        if tables_of(copy.read_bytes()) is None:
            yield (
                f"{copy.name} looks like a copy of class.json a sync program made, and can't be read yet: it may still be on "
                "its way. Leave it where it is until the sync program has finished, then look again. Marks are not in it."
            )
        elif ours and (theirs := _class_id(copy)) and theirs != ours:
            yield (
                f"{copy.name} belongs to another class, so nothing is taken from it. If nobody knows why it is here, ask "
                "whoever shares this folder before you move it away."
            )
        else:
            yield (
                f"{copy.name} is a copy of class.json a sync program made when two computers edited at once. Open the class: "
                "what is in the copy is taken in, and you are asked where the two differ. Do not delete it before. Marks "
                "are not in it and are safe."
            )


def _class_id(path: Path) -> str:
    """Give the id a class has of its own in a class file, empty where none can be read."""
    try:
        id_ = json.loads(path.read_bytes())["class"]["about"]["id"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""
    return id_ if isinstance(id_, str) else ""


def _twin_folders(folder: Path) -> Iterator[str]:
    """Tell of second folders a sync program made when two computers made the same one."""
    places = {row.place for row in layout.LAYOUT}
    for row in layout.packed():
        looks = re.compile(rf"{re.escape(row.place)}(?![0-9A-Za-z]).+", re.DOTALL | re.IGNORECASE)
        for path in sorted(folder.iterdir()) if row.place and folder.is_dir() else ():
            if path.is_dir() and path.name not in places and looks.fullmatch(path.name):
                yield (
                    f"{path.name} looks like a second folder {row.place} that a sync program made. Leave it where it is until "
                    f"the sync program has finished. If it stays, copy the files in it into {row.place}, and give a copy a "
                    "name of its own where one is there already; nothing counts twice."
                )


def _backups(folder: Path) -> Iterator[str]:
    for copy in sorted(BACKUPS.within(folder).glob("class-*.json")):
        if tables_of(copy.read_bytes()) is None:
            yield (
                f"backups/{copy.name} can't be read, or is not here whole yet. It does no harm and may stay: the class is not "
                "in danger, and the oldest copies go by themselves."
            )


def _leftovers(folder: Path) -> Iterator[str]:
    left = [path.relative_to(folder).as_posix() for path in sorted(folder.glob("**/.*.new"))]
    if left:
        yield counted(_LEFT_ONE, _LEFT_MANY, len(left), some=some(left))


def _foreign(folder: Path) -> Iterator[str]:
    """Tell of files in a place that is packed; among pictures, those that no mark refers to are told already."""
    places = [row for row in layout.packed() if row.place and row.erased is not Erased.BY_PICTURE]
    names = [name for row in places for name in layout.foreign(folder, row) if name not in stand_ins(folder, row)]
    if names:
        yield counted(_FOREIGN_ONE, _FOREIGN_MANY, len(names), some=some(names))
