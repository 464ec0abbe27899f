"""The verdict on a showing: got it, keep working with one tip, or finished alone by one adult of two."""

from collections.abc import Callable
from typing import Protocol

from board.deeds.judging import Judging
from board.deeds.sitting import FOR_TEACHERS, Sitting, Target
from board.mastery.facts import Kind
from board.mastery.in_hand import InHand
from board.mastery.may import is_teacher
from board.screens.judging.reading import Reading
from board.screens.judging.telling import Holding
from board.screens.parts.note import NoteScreen
from board.screens.parts.question import KEEP_WORKING, LOOK_FIRST, TIP, Question
from board.screens.parts.trying import Tells, outcome_of
from board.widgets.glance import Glance
from board.words.outcomes.to_adults import to_adults
from board.words.outcomes.verdicts import Judged

_ALONE = Question(
    "One adult then stands for two, and the history says so.", "f", "finishes it", "any other key leaves it"
)
_ANOTHER = "{said}. Another adult gets to see it too."
_NOT_TWO = "This does not wait for another adult: space says got it."
_ONLY_ITSELF = "What asks for two adults is finished alone by itself: take the other steps out first, with m."


class Deciding(Holding, Tells, Protocol):
    """A screen on which a showing is judged."""

    def sure(self, question: Question) -> bool:
        """Tell whether this was asked just now; else ask it."""
        ...


class Verdicts:
    """What the keys of the verdicts do; its `action_` methods are those of the screen that holds it.

    Args:
        screen: What holds the showing.
        sitting: Who judges, and in which class.
        done: Called with what was said, once a verdict is kept.
    """

    def __init__(self, screen: Deciding, sitting: Sitting, done: Callable[[str], object]) -> None:
        self._screen, self._sitting, self._done = screen, sitting, done
        self._judging, self._reading, self._glance = Judging(sitting), Reading(sitting), Glance()

    def action_got_it(self) -> None:
        """Say got it; the second press of the key that opened this never does."""
        if self._glance.is_seen:
            self._judge(got_it=True)
        else:
            self._screen.say(LOOK_FIRST)

    def action_keep_working(self) -> None:
        """Ask for one tip, then say keep working."""
        screen, target = self._screen, self._target
        refusal = self._reading.refusal(screen.hand, screen.student) or self._reading.sticker_stays(target)
        if refusal:
            screen.say(refusal)
            return
        tips = self._reading.tips(target)

        def answered(tip: str | None) -> None:
            if tip is not None:
                self._judge(got_it=False, tip=tip)

        title = f"{self._sitting.whose([target])}: keep working"
        earlier = tuple(f"Tip before: {tip}" for tip in tips.earlier)
        screen.put_up(
            NoteScreen(title, TIP, KEEP_WORKING, recent=tips.recent, helped=tips.helped, earlier=earlier), answered
        )

    def action_alone(self) -> None:
        """Finish alone what asks for two adults, once it is asked again."""
        screen = self._screen
        about = self._reading.about(self._target, screen.student)
        if not is_teacher(self._sitting.actor):
            screen.say(FOR_TEACHERS)
        elif not about.two or about.spot.is_mastered:
            screen.say(_NOT_TWO)
        elif len(screen.hand.looks) > 1:
            screen.say(_ONLY_ITSELF)
        elif screen.sure(_ALONE):
            self._keep(screen.hand.said(got_it=True), alone=True)

    @property
    def _target(self) -> Target:
        return (self._screen.student.id, self._screen.hand.here.step.id)

    def _judge(self, *, got_it: bool, tip: str = "") -> None:
        """Give the step in sight its verdict; once every step has one, all of them are kept."""
        said = self._screen.hand.said(got_it=got_it, tip=tip)
        if len(said.looks) > 1:
            self._screen.take(said.on_to_next())
        if said.is_judged:
            self._keep(said)

    def _keep(self, hand: InHand, *, alone: bool = False) -> None:
        """Keep the verdicts; what can't be kept stays on the screen."""
        refusal = self._reading.refusal(hand, self._screen.student)
        outcome = None if refusal else outcome_of(self._screen, lambda: self._judging.judge(hand.verdicts, alone=alone))
        if refusal:
            self._screen.say(refusal)
        elif outcome is not None and outcome.changed:
            waits = isinstance(outcome.told, Judged) and any(one is Kind.ONE_OF_TWO for one, _ in outcome.told.counts)
            said = to_adults(outcome.told)
            self._done(_ANOTHER.format(said=said) if waits else said)
        elif outcome is not None:
            self._screen.say(to_adults(outcome.told))
