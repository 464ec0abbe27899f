"""Who looks, and what they may see: dignity by construction."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import order
from board.mastery.people import Student
from board.mastery.pictures import MOST_CHOSEN, Art, Face, State
from board.mastery.progress import OPEN_SPOT, Progress, Row, Spot, Status
from board.mastery.readiness import statuses

SMALL_GROUP = 6
"""What fewer children have earned together can be read back to them, names or no names."""


class Audience(Enum):
    """Who a view is made for."""

    TEACHER = auto()
    STUDENT = auto()
    """The one student it is about."""
    EVERYBODY = auto()


def seen_status(spot: Spot, audience: Audience) -> Status:
    """Give the status this audience may see.

    Everybody sees stickers and open spots, nothing between; an excused spot looks like any open one to all but
    the teacher.
    """
    if audience is Audience.TEACHER or spot.status is Status.MASTERED:
        return spot.status
    if audience is Audience.EVERYBODY:
        return Status.OPEN
    if spot.status is Status.EXCUSED:
        return Status.OPEN if spot.asked is None else Status.READY
    return spot.heard.status


def heard_row(row: Row) -> Row:
    """Give the spots of a child as far as it has heard of them: nothing of a keep working an adult has not told it."""
    return {id_: spot.heard for id_, spot in row.items()}


def seen_statuses(unit: Unit, row: Row, audience: Audience) -> tuple[Status, ...]:
    """Give the status of each spot of a unit as this audience may see it.

    To the child a spot that is not in the plan looks as it would if it were: open, or opening later. Everything else
    keeps its status, so what is left out of the plan still opens what comes after it.
    """
    if audience is Audience.EVERYBODY:
        return tuple(seen_status(row.get(step.id, OPEN_SPOT), audience) for step in unit.spots)
    if audience is Audience.STUDENT:
        row = heard_row(row)
    return tuple(
        _if_planned(unit, row, at, audience) if now is Status.EXCUSED and _is_hidden(row[step.id], audience) else now
        for at, (step, now) in enumerate(zip(unit.spots, statuses(unit, row), strict=True))
    )


def _is_hidden(spot: Spot, audience: Audience) -> bool:
    return seen_status(spot, audience) is not spot.status


def _if_planned(unit: Unit, row: Row, at: int, audience: Audience) -> Status:
    step = unit.spots[at]
    known = seen_status(row[step.id], audience)
    return statuses(unit, {**row, step.id: OPEN_SPOT})[at] if known is Status.OPEN else known


def seen_art(progress: Progress, student_id: str, step_id: str, audience: Audience) -> Art | None:
    """Give the own picture this audience sees on the sticker of an earned spot; None where starter art stands for it.

    Its maker and the teacher see the latest picture. Everybody else sees the latest an adult has accepted; where an adult
    has hidden the latest, starter art.
    """
    spot, shelf = progress.spot(student_id, step_id), progress.shelf(student_id)
    if spot.status is not Status.MASTERED or not spot.pictures:
        return None
    if audience is not Audience.EVERYBODY:
        return shelf.get(spot.picture or "")
    for id_ in reversed(spot.pictures):
        art = shelf.get(id_ or "")
        if id_ is None or (art is not None and art.hidden):
            return None
        if art is not None and art.accepted:
            return art
    return None


def seen_face(progress: Progress, student_id: str, step_id: str, audience: Audience) -> Face | None:
    """Give what the sticker of an earned spot is made of for this audience; everybody sees it cut as it was accepted."""
    art = seen_art(progress, student_id, step_id, audience)
    if art is None:
        return None
    return Face(art.content, art.seen) if audience is Audience.EVERYBODY and art.seen is not None else art.face


def state_of(art: Art, progress: Progress) -> State:
    """Say how far a picture has come."""
    if art.hidden:
        return State.HIDDEN
    if not art.accepted:
        return State.DRAFT
    steps = progress.row(art.student)
    stands = any(seen_art(progress, art.student, step, Audience.EVERYBODY) == art for step in steps)
    return State.PLACED if stands else State.ACCEPTED


class Earned(NamedTuple):
    """One sticker of the class: its step, and the child's own picture on it, None for starter art."""

    step: Step
    face: Face | None = None

    @property
    def name(self) -> str:
        """What the picture on it is called: its content and cut, or the badge of the step."""
        return self.step.badge if self.face is None else self.face.name


def seen_stickers(student_id: str, steps: Iterable[Step], progress: Progress, audience: Audience) -> dict[str, Earned]:
    """Give the stickers of a child that this audience sees, by the id of the step.

    Args:
        student_id: Id of the child.
        steps: The steps that are looked at.
        progress: How the class stands.
        audience: Who looks.
    """
    row = progress.row(student_id)
    return {
        step.id: Earned(step, seen_face(progress, student_id, step.id, audience))
        for step in steps
        if seen_status(row.get(step.id, OPEN_SPOT), audience) is Status.MASTERED
    }


def can_be_read_back(students: Sequence[Student]) -> bool:
    """Tell whether children are so few that what they earned together tells who earned what."""
    return len(students) < SMALL_GROUP


def newest_first(row: Row, steps: Iterable[Step]) -> list[Step]:
    """Give the earned steps among these, the newest mark first; never for everybody, who see no order by progress.

    Args:
        row: All spots of the student.
        steps: The steps that are looked at, each once.
    """
    spots = [(row.get(step.id, OPEN_SPOT), step) for step in steps]
    marks = [(spot.mark, step) for spot, step in spots if spot.status is Status.MASTERED and spot.mark is not None]
    return [step for _, step in sorted(marks, key=lambda mark: order(mark[0]), reverse=True)]


def proud_faces(progress: Progress, student_id: str, steps: Iterable[Step]) -> tuple[Earned, ...]:
    """Give what everybody may see of a child on the proud wall, at most three: its choice, and never an empty place.

    Where none of its chosen pictures stands on an earned spot for everybody to see, its newest ones that do; where there is
    none of these, the newest stickers with starter art.

    Args:
        progress: How the class stands.
        student_id: Id of the child.
        steps: The steps that count, of one unit or of several.

    Returns:
        The chosen pictures in the order in which they were brought in, each once; all others with the newest mark first.
        Empty where nothing is earned.
    """
    newest = newest_first(progress.row(student_id), {step.id: step for step in steps}.values())
    own: dict[str, Earned] = {}
    for step in newest:
        art = seen_art(progress, student_id, step.id, Audience.EVERYBODY)
        if art is not None:
            own.setdefault(art.id, Earned(step, seen_face(progress, student_id, step.id, Audience.EVERYBODY)))
    chosen = tuple(own[art.id] for art in progress.shelf(student_id).values() if art.chosen and art.id in own)
    return chosen or tuple(own.values())[:MOST_CHOSEN] or tuple(map(Earned, newest[:MOST_CHOSEN]))


def earned_by_level(
    unit: Unit, students: Iterable[Student], progress: Progress
) -> tuple[tuple[Level, tuple[Earned, ...]], ...]:
    """Give what the class has earned, level by level, with no student to be told from it.

    Returns:
        For each level its stickers, sorted by column and then by picture: the order holds no student.
    """
    everyone = tuple(students)
    return tuple(
        (
            level,
            tuple(
                earned
                for step in level.spots
                for earned in sorted(
                    (
                        earned
                        for student in everyone
                        for earned in seen_stickers(student.id, (step,), progress, Audience.EVERYBODY).values()
                    ),
                    key=lambda earned: earned.name,
                )
            ),
        )
        for level in unit.levels
    )


def quilt_of(
    unit: Unit, students: Sequence[Student], progress: Progress
) -> tuple[tuple[Level, tuple[Earned, ...]], ...]:
    """Give what everybody may see of a unit on a screen: nothing where the class is so small that it could be read back.

    Paper asks an adult first; before a screen a child is already looking, and the question itself would tell.

    Args:
        unit: The unit.
        students: The class.
        progress: How it stands.

    Returns:
        As `earned_by_level`.
    """
    return () if can_be_read_back(students) else earned_by_level(unit, students, progress)


def as_others_see(progress: Progress, student_id: str) -> Progress:
    """Give how the class stands with no more of one child than others may see; what it need not show is still not offered.

    Args:
        progress: How the class stands.
        student_id: Id of the child.
    """
    row, shelf = dict[str, Spot](), dict[str, Art]()
    for id_, spot in progress.row(student_id).items():
        if spot.is_mastered:
            art = seen_art(progress, student_id, id_, Audience.EVERYBODY)
            if art is not None:
                shelf[art.id] = replace(art, cut=art.seen or art.cut)
            row[id_] = Spot(Status.MASTERED, spot.mark, pictures=() if art is None else (art.id,))
        elif spot.status is Status.EXCUSED:
            row[id_] = Spot(Status.EXCUSED)
    return Progress({student_id: row}, {}, {student_id: shelf})
