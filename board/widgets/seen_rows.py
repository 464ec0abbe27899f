"""What the spots of each student show on the grid, worked out once until something about the student changes."""

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from board.mastery.curriculum import Unit
from board.mastery.people import Student
from board.mastery.pictures import Shelf
from board.mastery.progress import Progress, Row
from board.mastery.seen import Seen, board_row


@runtime_checkable
class ShowsPictures(Protocol):
    """A widget with stickers on it; those whose own pictures are not ready yet show starter art."""

    def pictures_came(self) -> None:
        """Paint the stickers whose own pictures are ready now."""


def changed_rows(students: Iterable[Student], old: Progress, new: Progress) -> list[int]:
    """Give the numbers of the students about whose spots or pictures anything is new; quick, for it is asked at every mark.

    Args:
        students: In the order of the rows.
        old: How the class stood.
        new: How it stands now.
    """
    was, now = old.rows.get, new.rows.get
    if old.shelves is new.shelves:
        return [at for at, student in enumerate(students) if now(student.id) is not was(student.id)]
    had, has = old.shelves.get, new.shelves.get
    return [
        at
        for at, student in enumerate(students)
        if now(student.id) is not was(student.id) or has(student.id) is not had(student.id)
    ]


class SeenRows:
    """The rows of a grid."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Row, Shelf, tuple[Seen, ...]]] = {}

    def clear(self) -> None:
        """Forget everything: the unit or the students are others."""
        self._known.clear()

    def of(self, student: str, unit: Unit, progress: Progress) -> tuple[Seen, ...]:
        """Give what the spots of a student show.

        Args:
            student: Id of the student.
            unit: Its steps are the columns.
            progress: How the class stands.
        """
        row, shelf = progress.row(student), progress.shelf(student)
        known = self._known.get(student)
        if known is None or known[0] is not row or known[1] is not shelf:
            known = self._known[student] = (row, shelf, board_row(unit, student, progress))
        return known[2]
