"""What a finished level is celebrated with: the child's own pictures, what it showed, and who checked it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from board.mastery.audience import Audience, Earned, seen_art, seen_face
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import order
from board.mastery.people import Student
from board.mastery.progress import OPEN_SPOT, Progress, Row, Status
from board.mastery.readiness import Readiness, level_readiness
from board.mastery.reasons import Finished


class Award(NamedTuple):
    """A level one child has finished; for this child and whoever it shows it to.

    Attributes:
        student: Who finished it.
        level: What is finished.
        hero: Its most festive sticker: the beaten Boss, else the newest one with the child's own picture, else the newest.
        others: Its other stickers, in the order of the level.
        caption: What the child says about the hero's picture, or empty.
        shown: What was shown, as "I can" sentences in the order of the level.
        why: Why it is finished.
        checked_by: The adults who judged it, each once, in the order of the level.
    """

    student: Student
    level: Level
    hero: Earned
    others: tuple[Earned, ...]
    caption: str
    shown: tuple[str, ...]
    why: Finished
    checked_by: tuple[str, ...]

    @property
    def beaten(self) -> bool:
        """Whether the hero is a Boss."""
        return self.level.is_boss(self.hero.step)


def awards_of(
    unit: Unit,
    students: Iterable[Student],
    progress: Progress,
    assessors: Mapping[str, str],
    level_id: str | None = None,
) -> tuple[Award, ...]:
    """Give an award for each level a child has finished.

    Args:
        unit: Its levels.
        students: Whose awards, in this order.
        progress: How they stand.
        assessors: Names of the adults who judge, by id; a mark of somebody else is nobody's.
        level_id: Id of the one level that counts, None for all of them.

    Returns:
        Child after child, each one's levels in their order; empty where nobody has finished one.
    """
    levels = [level for level in unit.levels if level_id is None or level.id == level_id]
    return tuple(
        _award(student, ready, progress, assessors)
        for student in students
        for ready in (level_readiness(level, progress.row(student.id)) for level in levels)
        if ready.finished
    )


def _award(student: Student, ready: Readiness, progress: Progress, assessors: Mapping[str, str]) -> Award:
    level, row = ready.level, progress.row(student.id)
    shown = tuple(step for step in level.spots if row.get(step.id, OPEN_SPOT).status is Status.MASTERED)
    stickers = [Earned(step, seen_face(progress, student.id, step.id, Audience.STUDENT)) for step in shown]
    hero = _hero(level, stickers, row)
    art = seen_art(progress, student.id, hero.step.id, Audience.STUDENT)
    return Award(
        student,
        level,
        hero,
        tuple(sticker for sticker in stickers if sticker is not hero),
        "" if art is None else art.caption,
        tuple(step.i_can or step.title for step in shown),
        _why(ready),
        tuple(dict.fromkeys(_judges(shown, row, assessors))),
    )


def _hero(level: Level, stickers: list[Earned], row: Row) -> Earned:
    def worth(sticker: Earned) -> tuple[bool, bool, tuple[int, str, str]]:
        mark = row[sticker.step.id].mark
        assert mark is not None  # it is mastered
        return level.is_boss(sticker.step), sticker.face is not None, order(mark)

    return max(stickers, key=worth)


def _why(ready: Readiness) -> Finished:
    """Give the reason; where it would count what is left over, only that it is finished."""
    if ready.boss_open:  # a finished level whose Boss is open has beaten it
        return Finished(ready.level, ready.level.boss)
    return Finished(ready.level, None if ready.to_show else ready.count)


def _judges(shown: Iterable[Step], row: Row, assessors: Mapping[str, str]) -> Iterator[str]:
    for step in shown:
        yield from (assessors[by] for by in row[step.id].judges if by in assessors)
