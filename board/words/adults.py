"""What the adults of a class are called by their role, for adults."""

from collections.abc import Mapping, Sequence

from board.counting import listed
from board.mastery.people import AdultRole, Assessor

ROLES = {
    AdultRole.TEACHER: "teacher",
    AdultRole.AIDE: "aide",
    AdultRole.SPECIALIST: "specialist",
    AdultRole.REVIEWER: "visiting reviewer",
    AdultRole.STUDENT_TEACHER: "student teacher",
}

HAS_ROLE = {
    AdultRole.TEACHER: "{name} is a teacher of this class now.",
    AdultRole.AIDE: "{name} is an aide in this class now.",
    AdultRole.SPECIALIST: "{name} is a specialist in this class now.",
    AdultRole.REVIEWER: "{name} is a visiting reviewer in this class now.",
    AdultRole.STUDENT_TEACHER: "{name} is a student teacher in this class now.",
}
"""Said once somebody has another role."""

LAST_TEACHER = "{name} is the only teacher of this class; make somebody else a teacher first."


def with_roles(assessors: Sequence[Assessor]) -> dict[str, str]:
    """Give what the adults of a class are called in a history, by id: with their role where that is not the teacher's."""
    return {one.id: with_role(one) for one in assessors}


def with_role(one: Assessor) -> str:
    """Give the name of an adult, with the role where that is not the teacher's."""
    return one.name if one.role is AdultRole.TEACHER else f"{one.name} ({ROLES[one.role]})"


def names_of(ids: Sequence[str], judges: Mapping[str, str]) -> str:
    """Give the names of adults as a sentence holds them, empty where nobody is known.

    Args:
        ids: Ids of the assessors.
        judges: Their names by id.
    """
    return listed([judges[id_] for id_ in ids if judges.get(id_)])
