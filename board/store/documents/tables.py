"""The tables of a class that are edited: what stands in each, how it is written down, and the usual changes."""

from collections.abc import Callable
from typing import Generic, NamedTuple, Protocol, TypeVar

from board.mastery.asking import MOST_ASKED
from board.mastery.curriculum import Unit
from board.mastery.kiosk import USUAL_KIOSK, Kiosk
from board.mastery.people import Assessor, Student
from board.store import codec
from board.store.codec import Document, Documents
from board.store.documents.migrations import FORMAT
from board.store.draft import new_id


class About(NamedTuple):
    """What is said about the class itself.

    Attributes:
        name: Its name, such as Room 12.
        id: What it is known by wherever its folder lies, random.
        looks_first: Whether an adult looks at a picture before others see it.
        asking: Whether children may ask to show something now.
        most_asked: How many requests of one child may wait at a time.
        kiosk: How children stand at the kiosk by themselves, and what keeps them off the screens of adults.
    """

    name: str
    id: str = ""
    looks_first: bool = True
    asking: bool = True
    most_asked: int = MOST_ASKED
    kiosk: Kiosk = USUAL_KIOSK


class Listed(Protocol):
    """What the tables hold.

    Attributes:
        about: What is said about the class itself; a `Book` hands out its parts.
        everyone: All students, those who have left too, in the order of the roster.
        assessors: Who may judge, the usual one first.
        units: In the order they were added.
    """

    about: About
    everyone: tuple[Student, ...]
    assessors: tuple[Assessor, ...]
    units: tuple[Unit, ...]


T = TypeVar("T")


class Table(NamedTuple, Generic[T]):
    """One table.

    Attributes:
        name: Its name in the documents.
        now: Gives what stands in it now.
        documents: Gives what shall stand in it as documents by id.
    """

    name: str
    now: Callable[[Listed], T]
    documents: Callable[[T], dict[str, Document]]


def about_documents(about: About) -> dict[str, Document]:
    """Give what is said about the class as documents."""
    known = {"name": about.name, "id": about.id} if about.id else {"name": about.name}
    unusual = {
        **({} if about.looks_first else {"looks_first": False}),
        **({} if about.asking else {"asking": False}),
        **({} if about.most_asked == MOST_ASKED else {"most_asked": about.most_asked}),
        **{
            f"kiosk_{field}": value
            for field, value in about.kiosk._asdict().items()
            if value != USUAL_KIOSK._field_defaults[field]
        },
    }
    return {"about": {**known, **unusual}}


ABOUT = Table("class", lambda book: book.about, about_documents)
STUDENTS = Table(
    "students", lambda book: book.everyone, lambda now: {one.id: codec.student_document(one) for one in now}
)
"""All students, those who have left too, in the order of the roster."""
ASSESSORS = Table(
    "assessors", lambda book: book.assessors, lambda now: {one.id: codec.assessor_document(one) for one in now}
)
"""Who may judge, the usual one first."""
UNITS = Table("units", lambda book: book.units, lambda now: {one.id: codec.unit_document(one) for one in now})
"""The units, in the order they were added."""


class HasId(Protocol):
    """One of the rows of a table."""

    @property
    def id(self) -> str:
        """What it is told by."""
        ...


One = TypeVar("One", bound=HasId)


def put(one: One) -> Callable[[tuple[One, ...]], tuple[One, ...]]:
    """Give the change that adds one to a table, or puts it in the place of the one with its id."""
    return lambda now: tuple(({old.id: old for old in now} | {one.id: one}).values())


def changed(id_: str, change: Callable[[One], One]) -> Callable[[tuple[One, ...]], tuple[One, ...]]:
    """Give the change of the one with this id; nothing happens when somebody has taken it out.

    Args:
        id_: Its id.
        change: Gives the new one from the one of this moment.
    """
    return lambda now: tuple(change(old) if old.id == id_ else old for old in now)


def new_documents(name: str, assessor: str) -> Documents:
    """Give the documents of a class that was just made.

    Args:
        name: Name of the class.
        assessor: Name of the adult who marks.
    """
    return {
        "class": {"about": {"format": FORMAT, **about_documents(About(name, new_id()))["about"]}},
        "assessors": {new_id(): codec.assessor_document(Assessor("", assessor))},
    }
