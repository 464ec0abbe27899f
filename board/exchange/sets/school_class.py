"""A class of a school, as it is chosen among others: from a set, or from a list that names many classes."""

from typing import NamedTuple


class SchoolClass(NamedTuple):
    """One class to choose.

    Attributes:
        id: What the class is taken by: the set's own id.
        title: What the school calls it, clean.
        teachers: Names of those who teach it, the first one first.
        students: How many children are in it.
        grades: Its grades as the school writes them, in order.
    """

    id: str
    title: str
    teachers: tuple[str, ...] = ()
    students: int = 0
    grades: tuple[str, ...] = ()
