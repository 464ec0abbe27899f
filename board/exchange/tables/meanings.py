"""What a column of a list may mean."""

from enum import StrEnum


class Meaning(StrEnum):
    """What the cells of a column say; the values are what `--column "HEADER=MEANING"` takes."""

    NAME = "name"
    """The whole name in one cell."""
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    SECOND_FAMILY = "second_family"
    """The second family name, as in Spain and Portugal, where it has a column of its own."""
    PREFERRED = "preferred"
    """The name the child goes by."""
    SUFFIX = "suffix"
    ALIAS = "alias"
    """A chosen other name, for paper without names."""
    ID = "id"
    """The school's own id of a child: there is at most one such column."""
    OTHER_ID = "other_id"
    """A further id; two children are never told apart by it."""
    SEAT = "seat"
    """A running number, a seat, a place in the register: it moves when a child comes."""
    GRADE = "grade"
    CLASS = "class"
    TEACHER = "teacher"
    STATUS = "status"
    """Whether the child is at the school."""
    ROLE = "role"
    """Whether it is a child at all."""
    PRIVATE = "private"
    """Mail, birth date, password, parents: never read into the class."""
    UNUSED = "unused"


IN_WORDS = {
    Meaning.NAME: "whole name",
    Meaning.GIVEN: "first name",
    Meaning.MIDDLE: "middle name",
    Meaning.FAMILY: "family name",
    Meaning.SECOND_FAMILY: "second family name",
    Meaning.PREFERRED: "name the child goes by",
    Meaning.SUFFIX: "Jr., III and the like",
    Meaning.ALIAS: "alias",
    Meaning.ID: "the school's id",
    Meaning.OTHER_ID: "another id",
    Meaning.SEAT: "seat or running number",
    Meaning.GRADE: "grade",
    Meaning.CLASS: "class",
    Meaning.TEACHER: "teacher",
    Meaning.STATUS: "whether the child is at the school",
    Meaning.ROLE: "student or adult",
    Meaning.PRIVATE: "private, not read",
    Meaning.UNUSED: "not used",
}
"""Each meaning as a teacher reads it."""

OF_NAMES = frozenset(
    (
        Meaning.NAME,
        Meaning.GIVEN,
        Meaning.MIDDLE,
        Meaning.FAMILY,
        Meaning.SECOND_FAMILY,
        Meaning.PREFERRED,
        Meaning.SUFFIX,
    )
)
"""What a name is made of."""
