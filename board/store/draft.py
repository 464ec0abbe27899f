"""A fact before it is kept."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from board.mastery.curriculum import Step
from board.mastery.facts import Fact, How, Kind


def new_id() -> str:
    """Give an id nobody else has made."""
    return os.urandom(6).hex()


class Draft(NamedTuple):
    """A fact before it is kept: what the screen knows; the book adds the rest. Fields as in `Fact`.

    It has an id already where another draft kept with it speaks of it, and it is signed already where it follows from what
    an adult of the class has settled, whoever records it. A verdict names the version of the criteria that was read when it
    was given; 0 stands for the one of the moment it is kept.
    """

    kind: Kind
    student: str
    step: str | None = None
    of: str | None = None
    how: How = How.SHOWN
    way: str | None = None
    level_of_support: str | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    origin: str | None = None
    cut: str | None = None
    own_version: str | None = None
    seen: tuple[str, ...] = ()
    trials: str | None = None
    beyond: tuple[str, ...] = ()
    witness: str | None = None
    caption: str | None = None
    untold: bool = False
    agrees: str | None = None
    step_version: int = 0
    id: str = ""
    by: str = ""

    def fact(self, id_: str, at: str, by: str, showing: str | None, steps: Mapping[str, Step]) -> Fact:
        """Give the fact, but for its place in the ledger.

        Args:
            id_: Its id.
            at: ISO time with offset.
            by: Id of who records it; a draft that is signed stays so.
            showing: Id shared by marks made together, or None.
            steps: The steps of the class by id; say under which version of its criteria a step was judged.
        """
        step = steps.get(self.step) if self.step is not None else None
        version = self.step_version or (step.version if step is not None else 1)
        added = {
            "id": id_,
            "seq": 0,
            "device": "",
            "at": at,
            "by": self.by or by,
            "showing": showing,
            "step_version": version,
        }
        return Fact(**self._asdict() | added)
