"""What is doubtful about the names of a class, in whole sentences."""

from collections.abc import Iterable

from board.mastery.people import Student
from board.mastery.roll import Doubtful, name_doubts

_DOUBTS = {
    Doubtful.NO_NAME: "Write a name.",
    Doubtful.NAME_OF_ONE_WHO_LEFT: "{other} has left the class. The same child? Then bring that entry back instead.",
    Doubtful.NAME_TAKEN: ("{other} is in the class already; tell them apart with one more letter of the family name."),
    Doubtful.NAME_IS_AN_ALIAS: "{other} goes by this name on paper.",
    Doubtful.ALIAS_IS_THE_NAME: "The alias is the name itself; leave it empty, or choose another.",
    Doubtful.ALIAS_IS_A_NAME: "The alias is the name of {other}; choose another.",
    Doubtful.ALIAS_TAKEN: "{other} has this alias already; choose another.",
}


PATIENCE = {1: "as usual", 2: "twice as long", 4: "4 times as long"}
"""How long the kiosk waits for a child before it asks whether somebody is still there, by `Student.patience`."""


def doubts_about_name(students: Iterable[Student], name: str, alias: str = "", own_id: str = "") -> tuple[str, ...]:
    """Say what is doubtful about a name and an alias; empty when nothing is.

    Args:
        students: The class, those who left too.
        name: The name as it is typed.
        alias: The alias as it is typed.
        own_id: Id of the child that is named, so that it is not compared with itself; empty for a new one.
    """
    found = name_doubts(students, name, alias, own_id)
    return tuple(_DOUBTS[doubt.what].format(other=doubt.other) for doubt in found)


def two_ids(kept: Student, double: Student) -> str:
    """Say that the school gives two entries ids of their own, and ask whether they are one child."""
    return f"The school gives them two ids ({kept.number}, {double.number}). Are they one child?"
