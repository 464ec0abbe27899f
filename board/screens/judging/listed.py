"""Who is listed at a center, a page of them at a time."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, Self

from board.mastery.people import Student


class Listed(NamedTuple):
    """A small group, or the whole class it is of.

    Attributes:
        students: The class, in its order.
        group: The small group, empty where there is none.
        whole: Whether the whole class is listed.
        first: Number of a child on the page in sight, from 0.
    """

    students: tuple[Student, ...]
    group: tuple[Student, ...]
    whole: bool
    first: int = 0

    @classmethod
    def begun(cls, students: Sequence[Student], group: Collection[str], first: str) -> Self:
        """Begin with the small group, or with the whole class where there is none.

        Args:
            students: The class.
            group: Ids of the small group.
            first: Id of the child whose page comes first; one that is not listed means the first page.
        """
        small = tuple(student for student in students if student.id in group)
        listed = cls(tuple(students), small, not small)
        return listed._replace(first=next((at for at, one in enumerate(listed.children) if one.id == first), 0))

    @property
    def children(self) -> tuple[Student, ...]:
        """All who are listed."""
        return self.students if self.whole else self.group

    def renamed(self, now: Callable[[Student], Student | None]) -> Self:
        """Give the same places with the children's names of now; the place of one that was erased stays, without its name.

        Args:
            now: Gives a child as it is now, None where it was erased.
        """
        return self._replace(
            students=tuple(now(one) or Student(one.id, "") for one in self.students),
            group=tuple(now(one) or Student(one.id, "") for one in self.group),
        )

    def page(self, rows: int) -> tuple[Student, ...]:
        """Give the page in sight, of so many rows."""
        start = self.first - self.first % rows
        return self.children[start : start + rows]

    def turned(self, by: int, rows: int) -> Self:
        """Go to another page of so many rows, or stay where there is none."""
        first = self.first + by * rows
        return self._replace(first=first) if 0 <= first < len(self.children) else self

    def changed(self) -> Self:
        """Change between the small group and the whole class; without a group it stays the class."""
        return self._replace(whole=not (self.whole and self.group), first=0)

    def words(self, rows: int) -> str:
        """Say who is listed, and on several pages of so many rows which one is in sight."""
        pages = -(-len(self.children) // rows)
        about = ["whole class" if self.whole else f"group of {len(self.group)}"]
        return ", ".join((*about, *([f"{self.first // rows + 1} of {pages}"] if pages > 1 else [])))
