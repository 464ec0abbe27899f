"""What board check says of the files in a class folder: what is on its way, what came twice, what can't be read."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from board.counting import counted
from board.disk import read_plain
from board.disk.links import is_plain_folder, plain_files
from board.store import layout
from board.store.arriving import on_the_way, stand_ins, twin_classes, twins
from board.store.class_book import ClassBook
from board.store.documents.copies import class_id_of, conflict_copies, tables_of
from board.store.layout import BACKUPS, CLASS_FILE, LEDGER, TEXT_BYTES, Erased
from board.store.ledger.damage import told
from board.store.ledger.elsewhere import ledgers
from board.store.lines import BadLine, ended, fact_of, is_whole

_ARRIVING_ONE = (
    "{some} is not here yet, or not whole: a sync program may still be bringing it. Wait until its icon says that everything is done "
    "and look again; a file that is kept only in the cloud comes when you tell it to stay on this computer. Nothing needs to "
    'be deleted or put back. The page "When a folder is synced" tells more.'
)
_ARRIVING_MANY = (
    "{some} are not here yet, or not whole: a sync program may still be bringing them. Wait until its icon says that everything is done "
    "and look again; files that are kept only in the cloud come when you tell them to stay on this computer. Nothing needs "
    'to be deleted or put back. The page "When a folder is synced" tells more.'
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

_LACKING_ONE = (
    "{count} mark made on this computer is not in the folder any more; open the class here, and it is written again."
)
_LACKING_MANY = "{count} marks made on this computer are not in the folder any more; open the class here, and they are written again."

_TWIN_LEDGER = (
    "{twin} looks like a second folder {place} that a sync program made. Its marks are taken over when the class is opened, and "
    "none counts twice. Leave it where it is until the sync program has finished; it does no harm."
)
_TWIN = (
    "{twin} looks like a second folder {place} that a sync program made. Leave it where it is until the sync program has "
    "finished. If it stays, copy the files in it into {place}, and give a copy a name of its own where one is there already."
)

_SHOWN = 5
"""Names of files that are told before the rest is only counted."""


def some(names: Sequence[str]) -> str:
    """Give the first few of many names, and how many more there are."""
    more = len(names) - _SHOWN
    first = ", ".join(names[:_SHOWN])
    return f"{first} and {more} more" if more > 0 else first


def read_or_nothing(path: Path) -> bytes:
    """Give the bytes of a file; nothing where it can't be read, or is only a link or a pipe."""
    try:
        return read_plain(path, TEXT_BYTES)
    except OSError:
        return b""


def lying_in(place: Path) -> list[Path]:
    """Give the files in a folder; none where nobody may look into it, which is told by itself."""
    try:
        return plain_files(place)
    except OSError:
        return []


def files_told(folder: Path) -> Iterator[str]:
    """Say what is to know about the files of a class folder, one sentence each, without opening the class.

    Args:
        folder: The class folder.
    """
    yield from _unwritable(folder)
    yield from odd_told(folder)
    yield from arriving_told(folder)
    yield from _copies(folder)
    yield from _twins(folder)
    yield from _backups(folder)
    yield from _leftovers(folder)
    yield from _foreign(folder)


def arriving_told(folder: Path) -> Iterator[str]:
    """Say which files are known to be on their way."""
    names = on_the_way(folder)
    if names:
        yield counted(_ARRIVING_ONE, _ARRIVING_MANY, len(names), some=some(names))


def ledger_told(folder: Path, book: ClassBook, device: str) -> Iterator[str]:
    """Say what is to know about the files of the ledger.

    Args:
        folder: The class folder.
        book: The class, opened to look at.
        device: This computer.
    """
    yield from told(book.damaged)
    if book.lacking:
        yield counted(_LACKING_ONE, _LACKING_MANY, book.lacking)
    files = ledgers(LEDGER.within(folder))
    for ledger in files:
        yield from _unfinished(ledger, device)
    for ledger in files:
        owner = _owner(ledger)  # whoever wrote it may have called itself anything, so it is no name of a file yet
        if owner != ledger.stem and f"{owner}.jsonl" in {each.name for each in files}:
            yield (
                f"ledger/{ledger.name} looks like a copy of ledger/{owner}.jsonl a sync program made; it does no harm: "
                "it is read too, every mark counts once, and it may stay."
            )


def _unfinished(ledger: Path, device: str) -> Iterator[str]:
    data = read_or_nothing(ledger)
    last = data[ended(data) :]
    if not last or is_whole(last):
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
    for line in read_or_nothing(ledger).splitlines():
        with suppress(BadLine):
            return fact_of(line).device
    return ""


def _unwritable(folder: Path) -> Iterator[str]:
    places = sorted(row.within(folder) for row in layout.packed())
    shut = [place for place in places if is_plain_folder(place) and not os.access(place, os.R_OK | os.W_OK | os.X_OK)]
    if shut:
        yield f"This computer may not read and write in {shut[0]}, so no mark or picture can be kept; ask for the right to do so."


def odd_told(folder: Path) -> Iterator[str]:
    """Say of what is never followed or opened, one by one: each may need an answer of its own.

    Args:
        folder: The class folder.
    """
    for name in layout.odd(folder):
        yield (
            f"{name} is a link, a pipe or a device, or stands where something else should. The board never follows or opens "
            "it, so nothing behind it is in the class, in a backup or erased. Put the file or folder itself in its place; if "
            "nobody knows why it is there, ask whoever shares this folder."
        )


def _copies(folder: Path) -> Iterator[str]:
    ours = _class_id(folder / CLASS_FILE)
    for copy in conflict_copies(folder):
        if tables_of(read_or_nothing(copy)) is None:
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
    return class_id_of(tables_of(read_or_nothing(path)) or {})


def _twins(folder: Path) -> Iterator[str]:
    """Tell of second folders a sync program made when two computers made the same one."""
    for row in layout.packed():
        for path in twins(folder, row):
            told_of = _TWIN_LEDGER if row == LEDGER else _TWIN
            yield told_of.format(twin=path.name, place=row.place)
    ours = _class_id(folder / CLASS_FILE)
    for place in twin_classes(folder):
        if ours and _class_id(place / CLASS_FILE) == ours:
            yield (
                f"{place} holds the same class once more: a sync program may have made it, and what is marked there is not "
                "here. Wait until the sync program has finished. If it stays, close the board on every computer and copy "
                f"the files of its folder {LEDGER.place} into {LEDGER.within(folder)}, each under a new name; every mark "
                "counts once."
            )


def _backups(folder: Path) -> Iterator[str]:
    for copy in lying_in(BACKUPS.within(folder)):
        if copy.match("class-*.json") and tables_of(read_or_nothing(copy)) is None:
            yield (
                f"backups/{copy.name} can't be read, or is not here whole yet. It does no harm and may stay: the class is not "
                "in danger, and the oldest copies go by themselves."
            )


def _leftovers(folder: Path) -> Iterator[str]:
    files = [row.name_of(path.name) for row in layout.LAYOUT for path in lying_in(row.within(folder))]
    left = sorted(name for name in files if Path(name).match(".*.new"))
    if left:
        yield counted(_LEFT_ONE, _LEFT_MANY, len(left), some=some(left))


def _foreign(folder: Path) -> Iterator[str]:
    """Tell of files in a place that is packed; among pictures, those that no mark refers to are told already."""
    places = [row for row in layout.packed() if row.place and row.erased is not Erased.BY_PICTURE]
    names = [name for row in places for name in layout.foreign(folder, row) if name not in stand_ins(folder, row)]
    if names:
        yield counted(_FOREIGN_ONE, _FOREIGN_MANY, len(names), some=some(names))
