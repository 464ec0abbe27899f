"""What is learned: units, their levels, and the steps of each level."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Path(StrEnum):
    """How a student moves through the levels of a unit."""

    LEVELS = "levels"
    """A level opens when the one before is finished."""
    OPEN = "open"
    """Every level is open from the start."""


@dataclass(frozen=True, slots=True)
class Step:
    """One small thing to master.

    Attributes:
        id: `unit/step`, fixed for ever.
        title: A few words that head a column.
        i_can: The step in the child's words, "I can ...".
        criteria: What an assessor must see ("looks like").
        ways: Ways to show it; the child chooses.
        needs: Ids of steps that come first.
        standards: Public codes such as 2.NBT.A.1.
        subjects: Subjects this step belongs to.
        badge: Name of the starter picture that stands for it.
        version: Rises when the criteria change, and only then.
        counts: Examples of what counts, for adults who judge; see `scoring`.
        not_yet: Examples of what does not count yet.
        grow_from: Id of an earlier step, also of another unit, that this one deepens; or empty.
    """

    id: str
    title: str
    i_can: str
    criteria: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    badge: str = ""
    version: int = 1
    grow_from: str = ""
    counts: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()

    @property
    def in_full(self) -> str:
        """The title; where it is only a part of the sentence, as one that had to be short, the whole sentence.

        A title of its own, such as "Halves", stays; paper has the room a column has not.
        """
        said, title = _words(self.i_can.removeprefix("I can ")), _words(self.title.rstrip("\u2026"))
        rest = iter(said)
        is_part = len(title) < len(said) and title[:2] == said[:2] and all(word in rest for word in title)
        return self.i_can if is_part else self.title


def _words(text: str) -> list[str]:
    """Give the words of a sentence without articles, the first one small."""
    words = "".join(char if char.isalnum() else " " for char in text[:1].lower() + text[1:]).split()
    return [word for word in words if word not in ("a", "an", "the")]


@dataclass(frozen=True, slots=True)
class Level:
    """An ordered part of a unit, often ended by a Boss.

    Attributes:
        id: `unit/level`.
        title: A word or two.
        steps: Its steps in order, without the Boss.
        needed: How many steps open the Boss (or finish a level without one); None means all of them.
        must: Ids of steps that can't be left out.
        boss: One bigger task that needs the steps together, or None.
    """

    id: str
    title: str
    steps: tuple[Step, ...]
    needed: int | None = None
    must: frozenset[str] = frozenset()
    boss: Step | None = None

    @property
    def spots(self) -> tuple[Step, ...]:
        """The steps with the Boss at the end: the columns of the level."""
        return self.steps if self.boss is None else (*self.steps, self.boss)

    def is_boss(self, step: Step) -> bool:
        """Tell whether a step is the Boss of this level, also as it was before somebody edited it."""
        return self.boss is not None and self.boss.id == step.id


@dataclass(frozen=True, slots=True)
class Unit:
    """A topic cut into levels.

    Attributes:
        id: Fixed for ever.
        title: Name of the unit.
        levels: In order.
        subjects: Subjects of every step that names none of its own.
        path: Whether levels open one after the other.
        archived: Steps that an update took out; their marks stay in the history.
        two_adults: Whether two adults see each of its Bosses.
    """

    id: str
    title: str
    levels: tuple[Level, ...]
    subjects: tuple[str, ...] = ()
    path: Path = Path.LEVELS
    archived: tuple[Step, ...] = ()
    two_adults: bool = False

    def is_boss(self, step: Step) -> bool:
        """Tell whether a step is the Boss of one of the levels."""
        return any(level.is_boss(step) for level in self.levels)

    @property
    def spots(self) -> tuple[Step, ...]:
        """Every step and Boss in order: the columns of the board."""
        return tuple(spot for level in self.levels for spot in level.spots)

    def level_of(self, step_id: str) -> Level | None:
        """Give the level that holds this step or Boss, None when the unit has no such step."""
        return next((level for level in self.levels if any(spot.id == step_id for spot in level.spots)), None)


def steps_by_id(units: Iterable[Unit]) -> dict[str, Step]:
    """Give every step of these units by its id, archived ones included."""
    return {step.id: step for unit in units for step in (*unit.archived, *unit.spots)}


def spots_by_id(units: Iterable[Unit]) -> dict[str, Step]:
    """Give every step that stands in these units by its id, each once though several units may use it."""
    return {step.id: step for unit in units for step in unit.spots}


def own_steps(unit: Unit) -> Iterator[Step]:
    """Give the steps that are at home in this unit, not those it uses from another."""
    return (step for step in unit.spots if step.id.startswith(f"{unit.id}/"))


def find_cycle(needs: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Find steps that wait for each other.

    Args:
        needs: For each step id the ids that come first; ids without an entry need nothing.

    Returns:
        A cycle spelled out, first id repeated at its end; empty when there is none.
    """
    finished: set[str] = set()
    for start in needs:
        trail: list[str] = []
        branches = [iter((start,))]
        while branches:
            step = next(branches[-1], None)
            if step is None:
                branches.pop()
                if trail:
                    finished.add(trail.pop())
            elif step in trail:
                return (*trail[trail.index(step) :], step)
            elif step not in finished:
                trail.append(step)
                branches.append(iter(needs.get(step, ())))
    return ()
