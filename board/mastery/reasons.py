"""Why a level or a spot stands as it does, as values; `board/words/reasons.py` says them."""

from dataclasses import dataclass

from board.mastery.curriculum import Level, Step
from board.mastery.progress import Status


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a level's steps are done, and how many would be enough.

    Attributes:
        done: Steps that are mastered.
        counted: Steps of the student's plan.
        needed: How many of them are enough.
    """

    done: int
    counted: int
    needed: int


@dataclass(frozen=True, slots=True)
class Finished:
    """A level is finished.

    Attributes:
        level: The level.
        by: Its mastered Boss, or the steps that were enough; None where a count would tell what is left over.
    """

    level: Level
    by: Step | Counted | None


@dataclass(frozen=True, slots=True)
class NothingPlanned:
    """No step of this level is in the student's plan."""

    level: Level


@dataclass(frozen=True, slots=True)
class StillToShow:
    """All of these steps are still to show."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """So many of these steps, whichever they are, are still to show."""

    number: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class BossOpen:
    """The Boss of the level may be faced."""

    boss: Step


LevelReason = Counted | Finished | NothingPlanned | StillToShow | AnyOf | BossOpen
"""One reason why a level stands as it does."""


@dataclass(frozen=True, slots=True)
class LevelFirst:
    """The spot opens when this level is finished."""

    level: Level


@dataclass(frozen=True, slots=True)
class BossLater:
    """The spot is a Boss; how its level stands says what comes first."""

    level: tuple[LevelReason, ...]


@dataclass(frozen=True, slots=True)
class StepsFirst:
    """The spot opens after these steps, given by title; one of another unit by its id."""

    titles: tuple[str, ...]


LockedReason = LevelFirst | BossLater | StepsFirst
"""What comes before a locked spot."""


@dataclass(frozen=True, slots=True)
class ChosenForIt:
    """The teacher chooses for this child, and chose this step."""


@dataclass(frozen=True, slots=True)
class WishedFor:
    """The child said that it wants to work on this step next."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The child is at this step: it tries, it works on, or it waits to be seen."""

    status: Status


@dataclass(frozen=True, slots=True)
class PutFirst:
    """The child's plan puts this step first."""


@dataclass(frozen=True, slots=True)
class ExtraStep:
    """The child shows this step of another unit, too."""


@dataclass(frozen=True, slots=True)
class NextOnPath:
    """The step is open, and comes next on the path."""


OfferReason = ChosenForIt | WishedFor | Begun | PutFirst | ExtraStep | BossOpen | NextOnPath
"""Why a step is offered to a child to work on next."""
