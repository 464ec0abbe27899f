"""The classes somebody can open, and the way to open or make one."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from board.disk.links import is_link
from board.errors import Refusal
from board.store.book import Book
from board.store.class_book import ClassBook
from board.store.class_folder import folder_name
from board.store.device import Device
from board.store.layout import CLASS_FILE

_MOST_FOUND = 30

_DEEPEST = 2
"""How many folders deep classes are looked for beside those that are known."""


class KnownClass(NamedTuple):
    """A class that can be opened.

    Attributes:
        name: What it is called here.
        key: Opens it in its library.
        place: Where it lies, to be told.
    """

    name: str
    key: str
    place: Path


class Library(Protocol):
    """The classes there are for somebody."""

    def known(self) -> tuple[KnownClass, ...]:
        """Give the classes that were opened before and are still there, the newest first."""

    def found(self) -> tuple[KnownClass, ...]:
        """Look for classes; those known come first."""

    def open(self, key: str) -> Book:
        """Open a class.

        Args:
            key: Its key.

        Raises:
            Refusal: It can't be opened.
        """

    def create(self, key: str, name: str, assessor: str, fill: Callable[[Book], None]) -> None:
        """Make a class with everything in it.

        Args:
            key: The key it shall have.
            name: Name of the class.
            assessor: Name of the adult who marks.
            fill: Puts into the class what it shall begin with.

        Raises:
            Refusal: It can't be made; nothing half-made is left.
        """


class ClassFolders:
    """The classes that lie in folders; their keys are the folders.

    Args:
        device: The computer they are opened on.
        remembered: The folders of classes opened before, the newest first.
        hidden: The folder of a class that is never listed.
        places: Gives the folders classes are looked for in, each with how many folders deep.
    """

    def __init__(
        self, device: Device, remembered: Sequence[str], hidden: Path, places: Callable[[], Mapping[Path, int]]
    ) -> None:
        self._device, self._remembered = device, remembered
        self._hidden, self._places = hidden, places

    def known(self) -> tuple[KnownClass, ...]:
        """Give the classes that were opened before and are still there, the newest first."""
        hidden = self._hidden.resolve()
        folders = map(Path, dict.fromkeys(self._remembered))
        return tuple(_known(folder) for folder in folders if is_class(folder) and folder.resolve() != hidden)

    def found(self) -> tuple[KnownClass, ...]:
        """Look for classes in the usual places and beside the known ones; those known come first."""
        found = {one.place.resolve(): one for one in self.known()}
        beside = {one.place.parent: _DEEPEST for one in found.values()}
        places = {**self._places(), **beside}
        for place in sorted(places, key=lambda place: -places[place]):
            for depth in range(places[place]):
                for folder in _sorted(place, "*/" * depth + "*.class"):
                    if len(found) < _MOST_FOUND and is_class(folder):
                        found.setdefault(folder.resolve(), _known(folder))
        hidden = self._hidden.resolve()
        return tuple(one for path, one in found.items() if path != hidden)

    def open(self, key: str) -> ClassBook:
        """Open a class in its folder.

        Raises:
            Refusal: It can't be opened.
        """
        return ClassBook(Path(key), self._device)

    def create(self, key: str, name: str, assessor: str, fill: Callable[[Book], None]) -> None:
        """Make a class in a new or empty folder.

        Raises:
            Refusal: It can't be made; nothing half-made is left.
        """
        from board.store.whole_folder import made_whole  # noqa: PLC0415 - the board is up sooner without it

        def filled(unfinished: Path) -> None:
            book = ClassBook.create(unfinished, name, self._device.id, assessor)
            try:
                fill(book)
            finally:
                book.close()

        made_whole(Path(key), filled)


def is_class(folder: Path) -> bool:
    """Tell whether a class lies in a folder; one that can't be looked into holds none."""
    try:
        return (folder / CLASS_FILE).is_file()
    except (OSError, ValueError):
        return False


def link_out_of_class(path: Path) -> Path | None:
    """Give the link inside a class folder over which a path goes elsewhere, None where there is none."""
    places = path.absolute().parents
    return next((place for place in places if is_link(place) and is_class(place.parent)), None)


def free_folder(documents: Path, name: str) -> Path:
    """Give a folder among the documents for a class of this name, numbered when there is one already."""
    first = documents / folder_name(name)
    folder, number = first, 2
    while folder.exists():
        folder = first.with_name(f"{first.stem} {number}{first.suffix}")
        number += 1
    return folder


def chosen_folder(place: Path, name: str) -> Path:
    """Give the folder a new class gets at a place that was chosen; where a folder is in use, the class goes inside it.

    Args:
        place: The place.
        name: Name of the class.

    Raises:
        Refusal: There is a class already.
    """
    if is_class(place):
        raise Refusal(f"There is a class in {place} already; choose another name for the folder.")
    try:
        return place / folder_name(name) if place.is_dir() and any(place.iterdir()) else place
    except OSError:  # it can't be looked into; making the class will say why
        return place


def _known(folder: Path) -> KnownClass:
    return KnownClass(folder.stem, str(folder), folder)


def _sorted(place: Path, pattern: str) -> list[Path]:
    try:
        return sorted(place.glob(pattern))
    except OSError:
        return []
