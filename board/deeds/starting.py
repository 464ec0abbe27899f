"""Starting a class: where it may lie, which ones are known, and making one whole from what a teacher said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import platformdirs

from board import settings
from board.art.starter import emblems
from board.errors import Refusal
from board.exchange.pasted_names import file_place
from board.exchange.roster import Pupil
from board.exchange.roster_plan import RosterChange, plan
from board.mastery.curriculum import Unit
from board.mastery.people import Student, clean_name
from board.settings import Settings
from board.store.class_book import ClassBook, new_id
from board.store.class_folder import folder_name
from board.store.new_year import start_from
from board.store.tables import STUDENTS, UNITS, put
from board.store.whole_folder import made_whole

_DEPTH = ("*.class", "*/*.class")
"""Where classes are looked for below a folder."""

_MOST_FOUND = 30


class KnownClass(NamedTuple):
    """A class on this computer: what its folder is called, and where it lies."""

    name: str
    folder: Path


@dataclass(frozen=True, slots=True)
class LastYear:
    """A class to start from.

    Attributes:
        folder: Where it lies.
        students: Whether its students come along.
        units: Whether its units come along.
    """

    folder: Path
    students: bool = True
    units: bool = True


@dataclass(frozen=True, slots=True)
class NewClass:
    """A class as a teacher wants it.

    Attributes:
        name: Its name.
        assessor: The adult who marks, as children know them.
        pupils: Its students.
        full_names: Whether their whole names are kept, instead of first name and initial.
        unit: Its first unit, None for none yet.
        last_year: A class to start from, or None.
    """

    name: str
    assessor: str
    pupils: tuple[Pupil, ...] = ()
    full_names: bool = False
    unit: Unit | None = None
    last_year: LastYear | None = None


def with_pupils(pupils: Iterable[Pupil], everyone: Sequence[Student], *, full_names: bool) -> RosterChange:
    """Give what adding these pupils would do to a class.

    Args:
        pupils: Who is to be added.
        everyone: The class as it is, those who have left too.
        full_names: Whether whole names are kept.
    """
    return plan(pupils, everyone, new_id=new_id, emblems=list(emblems()), full_names=full_names)


def comes_along(last: LastYear) -> tuple[tuple[Student, ...], tuple[Unit, ...]]:
    """Give the students and units that would come along from a class.

    Raises:
        Refusal: It can't be opened.
    """
    book = ClassBook(last.folder, settings.load().device)
    try:
        return book.students if last.students else (), book.units if last.units else ()
    finally:
        book.close()


def make_class(folder: Path, wish: NewClass) -> None:
    """Make a class with everything in it.

    Args:
        folder: A new or empty folder.
        wish: What it shall hold.

    Raises:
        Refusal: It can't be made; nothing half-made is left.
    """
    device = settings.load().device

    def fill(unfinished: Path) -> None:
        book = ClassBook.create(unfinished, clean_name(wish.name), device, clean_name(wish.assessor))
        try:
            _fill(book, wish, device)
        finally:
            book.close()

    made_whole(folder, fill)


def _fill(book: ClassBook, wish: NewClass, device: str) -> None:
    last = wish.last_year
    if last is not None:
        old = ClassBook(last.folder, device)
        try:
            start_from(old, book, students=last.students, units=last.units)
        finally:
            old.close()
    if wish.pupils:
        book.edit(STUDENTS, lambda now: with_pupils(wish.pupils, now, full_names=wish.full_names).students)
    if wish.unit is not None:
        book.edit(UNITS, put(wish.unit))


def documents_folder() -> Path:
    """Give the folder where this computer's user keeps documents."""
    return Path(platformdirs.user_documents_dir())


def free_folder(name: str) -> Path:
    """Give a folder among the documents for a class of this name, numbered when there is one already."""
    first = documents_folder() / folder_name(name)
    folder, number = first, 2
    while folder.exists():
        folder = first.with_name(f"{first.stem} {number}{first.suffix}")
        number += 1
    return folder


def chosen_folder(typed: str, name: str) -> Path:
    """Give the folder that was typed for a new class; where a folder is in use, the class goes inside it.

    Args:
        typed: What was typed or dropped; a place without its beginning is meant among the documents.
        name: Name of the class.

    Raises:
        Refusal: Nothing was typed, or there is a class already.
    """
    if not typed.strip():
        raise Refusal("Say where the class shall lie, or go back and forth once to get the usual place again.")
    folder = documents_folder() / file_place(typed)
    try:
        if (folder / "class.json").exists():
            raise Refusal(f"There is a class in {folder} already; choose another name for the folder.")
        if folder.is_dir() and any(folder.iterdir()):
            return folder / folder_name(name)
    except OSError:  # it can't be looked into; making the class will say why
        return folder
    return folder


def known_classes(known: Settings) -> tuple[KnownClass, ...]:
    """Give the classes opened on this computer that are still there, the newest first, without the demo class."""
    folders = dict.fromkeys((known.last_class, *reversed(known.places)))
    demo = settings.demo_folder().resolve()
    return tuple(
        KnownClass(folder.stem, folder)
        for folder in map(Path, filter(None, folders))
        if folder.resolve() != demo and _is_class(folder)
    )


def found_classes(known: Sequence[KnownClass]) -> tuple[KnownClass, ...]:
    """Look for classes among the documents, on the desktop and beside the known ones; those known come first."""
    places = (documents_folder(), Path(platformdirs.user_desktop_dir()), *(one.folder.parent for one in known))
    found = {one.folder.resolve(): one for one in known}
    for place in dict.fromkeys((*places, Path.home(), Path.cwd())):
        for pattern in _DEPTH if place in places else _DEPTH[:1]:
            for folder in _sorted(place, pattern):
                if len(found) < _MOST_FOUND and _is_class(folder):
                    found.setdefault(folder.resolve(), KnownClass(folder.stem, folder))
    return tuple(one for path, one in found.items() if path != settings.demo_folder().resolve())


def _sorted(place: Path, pattern: str) -> list[Path]:
    try:
        return sorted(place.glob(pattern))
    except OSError:
        return []


def _is_class(folder: Path) -> bool:
    try:
        return (folder / "class.json").is_file()
    except OSError:
        return False
