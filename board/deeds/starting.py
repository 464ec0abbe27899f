"""Starting a class: making one whole from what a teacher said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from board.art.starter import emblems
from board.exchange.roster import Pupil
from board.exchange.roster_plan import RosterChange, plan
from board.mastery.curriculum import Unit
from board.mastery.people import Student, clean_name
from board.store.book import Book
from board.store.documents.tables import STUDENTS, UNITS, put
from board.store.draft import new_id
from board.store.keeping.new_year import start_from
from board.store.library import Library


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
