"""Starting a class: where it may lie, and making one whole from what a teacher said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from board.art.starter import emblems
from board.errors import Refusal
from board.exchange.pasted_names import file_place
from board.exchange.roster import Pupil
from board.exchange.roster_plan import RosterChange, plan
from board.mastery.curriculum import Unit
from board.mastery.people import Student, clean_name
from board.store.book import Book
from board.store.class_folder import folder_name
from board.store.draft import new_id
from board.store.library import Library
from board.store.new_year import start_from
from board.store.tables import STUDENTS, UNITS, put


@dataclass(frozen=True, slots=True)
class LastYear:
    """A class to start from.

    Attributes:
        key: Opens it in the library.
        students: Whether its students come along.
        units: Whether its units come along.
    """

    key: str
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


def comes_along(library: Library, last: LastYear) -> tuple[tuple[Student, ...], tuple[Unit, ...]]:
    """Give the students and units that would come along from a class.

    Args:
        library: Where it is opened.
        last: The class, and what is wanted of it.

    Raises:
        Refusal: It can't be opened.
    """
    book = library.open(last.key)
    try:
        return book.students if last.students else (), book.units if last.units else ()
    finally:
        book.close()


def make_class(library: Library, key: str, wish: NewClass) -> None:
    """Make a class with everything in it.

    Args:
        library: Where it is made.
        key: The key it shall have; for a class in a folder a new or empty one.
        wish: What it shall hold.

    Raises:
        Refusal: It can't be made; nothing half-made is left.
    """

    def fill(book: Book) -> None:
        last = wish.last_year
        if last is not None:
            old = library.open(last.key)
            try:
                start_from(old, book, students=last.students, units=last.units)
            finally:
                old.close()
        if wish.pupils:
            book.edit(STUDENTS, lambda now: with_pupils(wish.pupils, now, full_names=wish.full_names).students)
        if wish.unit is not None:
            book.edit(UNITS, put(wish.unit))

    library.create(key, clean_name(wish.name), clean_name(wish.assessor), fill)


def free_folder(documents: Path, name: str) -> Path:
    """Give a folder among the documents for a class of this name, numbered when there is one already."""
    first = documents / folder_name(name)
    folder, number = first, 2
    while folder.exists():
        folder = first.with_name(f"{first.stem} {number}{first.suffix}")
        number += 1
    return folder


def chosen_folder(documents: Path, typed: str, name: str) -> Path:
    """Give the folder that was typed for a new class; where a folder is in use, the class goes inside it.

    Args:
        documents: Where documents are kept.
        typed: What was typed or dropped; a place without its beginning is meant among the documents.
        name: Name of the class.

    Raises:
        Refusal: Nothing was typed, or there is a class already.
    """
    if not typed.strip():
        raise Refusal("Say where the class shall lie, or go back and forth once to get the usual place again.")
    folder = documents / file_place(typed)
    try:
        if (folder / "class.json").exists():
            raise Refusal(f"There is a class in {folder} already; choose another name for the folder.")
        if folder.is_dir() and any(folder.iterdir()):
            return folder / folder_name(name)
    except OSError:  # it can't be looked into; making the class will say why
        return folder
    return folder
