"""A set of a school: its classes are chosen from, and the children of one of them are read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from board.exchange.lists.reading import Reading
from board.exchange.sets.first_look import Overview, overview_of
from board.exchange.sets.kinds import Part, SetParts, parts_of
from board.exchange.sets.one_class import reading_of
from board.exchange.sets.school_class import SchoolClass
from board.exchange.sets.set_files import NoSet, files_at
from board.exchange.sets.set_sheet import Meter
from board.mastery.people import clean_name

Progress = Callable[[float], None]
"""Called with the share that is done, 0 to 1."""


@dataclass(frozen=True, slots=True)
class SchoolSet:
    """A set that was looked over.

    Attributes:
        path: The folder or zip.
        called: The kind of set, such as "OneRoster 1.2".
        today: The day it is taken to be: who is in a class depends on it.
        overview: What was found; it names no child.
    """

    path: Path
    called: str
    today: date
    overview: Overview

    def classes(self) -> tuple[SchoolClass, ...]:
        """Give its classes in the order of their titles."""
        return self.overview.classes

    def reading(self, class_id: str, progress: Progress = lambda _: None) -> Reading:
        """Read the children of one class.

        Args:
            class_id: Its id.
            progress: Hears how far it is.

        Raises:
            NoSet: There is no such class, or the set can't be read any more.
        """
        chosen = next((one for one in self.overview.classes if one.id == class_id), None)
        if chosen is None:
            raise NoSet(f"{self.path} has no class {clean_name(class_id)}; choose one of its {self._how_many} classes.")
        with _opened(self.path) as parts:
            if parts is None:
                raise NoSet(f"{self.path} is no set of a school any more; choose it again.")
            meter = Meter(parts.size - _size(parts, Part.CLASSES) - _size(parts, Part.ROLES), progress)
            called = clean_name(self.path.name)
            reading = reading_of(parts, self.overview, chosen, called=called, today=self.today, meter=meter)
        progress(1.0)
        return reading

    @property
    def _how_many(self) -> str:
        return f"{len(self.overview.classes):,}"


def set_at(path: Path, today: date, progress: Progress = lambda _: None) -> SchoolSet | None:
    """Look over the set of a school that lies at a place: OneRoster, Clever or School Data Sync.

    Args:
        path: A folder, a zip, or anything else.
        today: The day it is.
        progress: Hears how far it is.

    Returns:
        The set, or None where there is neither a folder nor a zip of text files.

    Raises:
        NoSet: There is a folder or a zip, and it holds no set that can be read.
    """
    with _opened(path) as parts:
        if parts is None:
            return None
        overview = overview_of(parts, today, Meter(parts.size, progress))
        progress(1.0)
        return SchoolSet(path, parts.called, today, overview)


@contextmanager
def _opened(path: Path) -> Iterator[SetParts | None]:
    with files_at(path) as files:
        yield None if files is None else parts_of(path, files)


def _size(parts: SetParts, part: Part) -> int:
    return sum(one.file.size for one in parts.files[part])
