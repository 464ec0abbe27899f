"""The people of a list."""

from dataclasses import dataclass

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
