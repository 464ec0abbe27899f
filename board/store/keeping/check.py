"""Looks for anything wrong in a class folder and explains it; changes nothing.

What is not here may only not be here yet: no sentence tells anybody to delete something or to put it back because of that.
Each says what is known, what may be, and what to do first; only then what to do if it stays so.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

from board.disk.links import real_folder
from board.errors import Refusal
from board.store.class_book import ClassBook
from board.store.device import Device, device_of
from board.store.keeping.archive import Tell
from board.store.keeping.check_files import arriving_told, files_told, ledger_told, odd_told
from board.store.keeping.check_marks import erased_told, gaps_told, lists_told, pictures_told, strangers_told


def problems(
    folder: Path, device: Device | str, pictures: Collection[str] = (), tell: Tell = lambda _: None
) -> list[str]:
    """Say what is wrong in a class folder, one sentence each, with what to do.

    Args:
        folder: The class folder.
        device: This computer.
        pictures: Names of the starter pictures a step may have; empty to leave that unasked.
        tell: Hears how far it is.
    """
    folder = real_folder(folder)
    told = list(files_told(folder))
    try:
        book = ClassBook(folder, device, only_look=True)
    except Refusal as refusal:
        return [str(refusal), *told]
    try:
        return [*told, *_told_of(folder, book, device_of(device).id, tell), *lists_told(book, pictures)]
    finally:
        book.close()


def _told_of(folder: Path, book: ClassBook, device: str, tell: Tell) -> Iterator[str]:
    yield from ledger_told(folder, book, device)
    yield from gaps_told(folder, book, device)
    yield from strangers_told(book)
    yield from erased_told(folder, book, device)
    yield from pictures_told(folder, book, tell)


def not_here_yet(folder: Path, book: ClassBook, device: str) -> list[str]:
    """Say what of a class is known or seen not to be here yet, for whoever is about to copy it; reads no picture.

    Args:
        folder: The class folder.
        book: The class.
        device: This computer.
    """
    return [*odd_told(folder), *arriving_told(folder), *gaps_told(folder, book, device)]
