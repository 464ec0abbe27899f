"""Starting a class: making one whole from what a teacher said."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from board.art.starter import emblems
from board.exchange.lists.change import Change, NameList, plan
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
        names: Its students.
        unit: Its first unit, None for none yet.
        last_year: A class to start from, or None.
    """

    name: str
    assessor: str
    names: NameList = field(default_factory=NameList)
    unit: Unit | None = None
    last_year: LastYear | None = None


def with_list(names: NameList, everyone: Sequence[Student]) -> Change:
    """Give what taking a list would do to a class.

    Args:
        names: The list, with what was answered.
        everyone: The class as it is, those who have left too.
    """
    return plan(names, everyone, new_id=new_id, emblems=list(emblems()))


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
        if wish.names.reading.people:
            book.edit(STUDENTS, lambda now: with_list(wish.names, now).students)
        if wish.unit is not None:
            book.edit(UNITS, put(wish.unit))

    library.create(key, clean_name(wish.name), clean_name(wish.assessor), fill)
