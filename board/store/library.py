"""The classes somebody can open, and the way to open or make one."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from board.store.book import Book
from board.store.class_book import ClassBook

_MOST_FOUND = 30

_DEEPEST = 2
"""How many folders deep classes are looked for beside those that are known."""


class KnownClass(NamedTuple):
    """A class that can be opened.

    Attributes:
        name: What it is called here.
        key: Opens it in its library; of a class in a folder it is where the folder lies.
    """

    name: str
    key: str


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
        device: Names the ledger files of whoever opens them.
        remembered: The folders of classes opened before, the newest first.
        hidden: The folder of a class that is never listed.
        places: Gives the folders classes are looked for in, each with how many folders deep.
    """

    def __init__(
        self, device: str, remembered: Sequence[str], hidden: Path, places: Callable[[], Mapping[Path, int]]
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
        found = {Path(one.key).resolve(): one for one in self.known()}
        beside = {Path(one.key).parent: _DEEPEST for one in found.values()}
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
            book = ClassBook.create(unfinished, name, self._device, assessor)
            try:
                fill(book)
            finally:
                book.close()

        made_whole(Path(key), filled)


def is_class(folder: Path) -> bool:
    """Tell whether a class lies in a folder; one that can't be looked into holds none."""
    try:
        return (folder / "class.json").is_file()
    except (OSError, ValueError):
        return False


def _known(folder: Path) -> KnownClass:
    return KnownClass(folder.stem, str(folder))


def _sorted(place: Path, pattern: str) -> list[Path]:
    try:
        return sorted(place.glob(pattern))
    except OSError:
        return []
