"""Whose spots something was done to."""

from collections.abc import Sequence
from typing import NamedTuple

from board.counting import counted


class Whose(NamedTuple):
    """Whose spots something was done to: names of the students, and the title of the step where all are of one."""

    names: Sequence[str]
    step: str = ""

    @property
    def who(self) -> str:
        """The name of one student, or how many they are."""
        return counted("{name}", "{count} students", len(self.names), name=self.names[0] if self.names else "")

    def __str__(self) -> str:
        """Say whose, and which step."""
        return f"{self.who} · {self.step}" if self.step else self.who
