"""The people of a list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from board.mastery.names.person_name import PersonName


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a list, from one row or, in a list with a row for each class, from several.

    Attributes:
        rows: Numbers of the lines, from 1, as an editor counts them; of a set, of the file with its people.
        name: What the person is called.
        ids: The school's ids, the one to be kept first; empty strings never.
        alias: A chosen other name, or empty.
        grade: As the school writes it, or empty.
        classes: Titles of the classes the person is in, where the list says them.
        is_active: Whether the list counts the person as being at the school.
    """

    rows: tuple[int, ...]
    name: PersonName
    ids: tuple[str, ...] = ()
    alias: str = ""
    grade: str = ""
    classes: tuple[str, ...] = ()
    is_active: bool = True


def as_one(alike: Sequence[Listed]) -> Listed:
    """Give several lines about one child as one person; what one line lacks another has.

    Args:
        alike: The lines as they were read, at least one.
    """
    return replace(
        alike[0],
        rows=tuple(row for one in alike for row in one.rows),
        ids=tuple(dict.fromkeys(number for one in alike for number in one.ids)),
        alias=next((one.alias for one in alike if one.alias), ""),
        grade=next((one.grade for one in alike if one.grade), ""),
        classes=tuple(dict.fromkeys(title for one in alike for title in one.classes)),
        is_active=any(one.is_active for one in alike),
    )
