"""What whoever judges a showing reads of the class: the criteria, how the spot stands, tips, and what changed meanwhile."""

from collections.abc import Iterator
from typing import NamedTuple

from board.deeds.judging import Judging, asks_for_two
from board.deeds.sitting import Sitting, Target
from board.mastery.curriculum import Step, steps_by_id
from board.mastery.facts import Kind
from board.mastery.in_hand import InHand, Looked
from board.mastery.people import Student
from board.mastery.roll import student_of
from board.mastery.showing import Criteria, recent_tips, tips_of, tips_that_helped
from board.screens.judging.about_spot import About
from board.words import meanwhile
from board.words.outcomes.to_adults import to_adults
from board.words.outcomes.told import AlreadyMarked

_PHOTOS = "The family's yes to photos was taken back: the photo goes."
_RECENT, _HELPED, _EARLIER = 4, 3, 4
"""How many tips stand where one is written: recent ones, those that helped others, and this child's own."""


class Tips(NamedTuple):
    """Tips to read and to choose from.

    Attributes:
        earlier: Those this child got for the step, oldest first.
        recent: Those given lately, the newest first.
        helped: Others after which other children got this step.
    """

    earlier: tuple[str, ...]
    recent: tuple[str, ...]
    helped: tuple[str, ...]


class Reading:
    """Reads for one adult: nothing of what another one said before both have.

    Args:
        sitting: Who judges, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book, self._judging = sitting, sitting.book, Judging(sitting)

    def begin(self, target: Target) -> InHand:
        """Begin a showing; the way the child chose is set, and nothing else."""
        return InHand(target[0], (self.look_at(target),), way=self._book.progress.spot(*target).way)

    def look_at(self, target: Target) -> Looked:
        """Begin to look at a step."""
        step = steps_by_id(self._book.units).get(target[1])
        if step is None:
            return Looked(Step(target[1], target[1], ""), Criteria((), frozenset(), 0, None))._replace(gone=True)
        return Looked(step, self._judging.criteria(target))

    def student(self, known: Student) -> Student:
        """Give a child as it is now; one that is not in the class any more as it was."""
        return student_of(self._book.everyone, known.id) or known

    def read_again(self, hand: InHand, known: Student) -> tuple[InHand, tuple[str, ...]]:
        """Give a showing as it stands beside the class of now, and what must be said of it.

        Args:
            hand: The showing.
            known: The child, as it was read last.
        """
        student = self.student(known)
        news = []
        if student_of(self._book.everyone, known.id) is None:
            news.append(meanwhile.child_gone(known.name))
        elif student.left and not known.left:
            news.append(meanwhile.child_left(known.name))
        if hand.evidence and not student.photos:
            hand = hand._replace(evidence=())
            news.append(_PHOTOS)
        looks = []
        for look in hand.looks:
            again = self._again(hand.student, look)
            news += _changes(look, again)
            looks.append(again)
        return hand._replace(looks=tuple(looks)), tuple(news)

    def refusal(self, hand: InHand, known: Student) -> str:
        """Say why nothing can be kept of a showing, empty where it can."""
        if student_of(self._book.everyone, known.id) is None:
            return meanwhile.child_gone(known.name)
        return next((meanwhile.step_gone(look.step.title) for look in hand.looks if look.gone), "")

    def sticker_stays(self, target: Target) -> str:
        """Say that a child keeps its sticker, where it has one and is not to be told to keep working; empty where it has none."""
        if not self._book.progress.spot(*target).is_mastered:
            return ""
        return to_adults(AlreadyMarked(self._sitting.whose([target]), Kind.KEEP_WORKING, sticker=True))

    def about(self, target: Target, student: Student) -> About:
        """Give what is known of a spot."""
        return About(
            student,
            self._book.progress.spot(*target),
            self._judging.spot(target),
            self._sitting.actor.id,
            {adult.id: adult.name for adult in self._book.assessors},
            any(unit.is_boss(step) for unit in self._book.units for step in unit.spots if step.id == target[1]),
            asks_for_two(self._book, target[1]),
        )

    def earlier_tips(self, target: Target) -> tuple[str, ...]:
        """Give the last tips this child got for a step, oldest first."""
        return tips_of(self._judging.spot(target))[-_EARLIER:]

    def tips(self, target: Target) -> Tips:
        """Give the tips to read and to choose from where one is written."""
        recent = recent_tips(self._book.facts, _RECENT)
        helped = tips_that_helped(self._book.progress, target[1], target[0])
        return Tips(
            self.earlier_tips(target),
            recent,
            tuple(tip for tip in helped if tip not in recent)[:_HELPED],
        )

    def _again(self, student: str, look: Looked) -> Looked:
        step = steps_by_id(self._book.units).get(look.step.id)
        if step is None:
            return look._replace(gone=True)
        return look.read_again(step, self._judging.criteria((student, step.id)))


def _changes(before: Looked, after: Looked) -> Iterator[str]:
    """Say what changed of a look."""
    if after.gone and not before.gone:
        yield meanwhile.step_gone(before.step.title)
    elif after.criteria.lines != before.criteria.lines:
        lost = [line for line in before.lines if line in before.ticked - after.ticked]
        yield meanwhile.criteria_changed(after.step.title, lost)
        if before.got_it is not None:
            yield meanwhile.verdict_anew(after.step.title)
