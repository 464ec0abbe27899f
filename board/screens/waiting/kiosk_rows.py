"""What keys of *Waiting for you* do with what the kiosk brings: what somebody said, who would like a helper, login cards."""

from functools import partial

from board.deeds.kiosk_answers import KioskAnswers
from board.deeds.sitting import Sitting
from board.mastery.queue import Part
from board.screens.parts.question import Question
from board.screens.waiting.keys import Asked
from board.widgets.waiting_rows import Waiting

BROUGHT = (Part.MAYBE, Part.HELP, Part.CARD)
"""What the kiosk brings."""

_NEW_CARD = Question("This card stops working.", "c", "makes a new one", "any other key keeps it")


class KioskRows:
    """What the keys for rows from the kiosk do; its `action_` methods are those of the screen that holds it.

    Args:
        screen: Where they wait.
        sitting: Who answers, and in which class.
    """

    def __init__(self, screen: Asked, sitting: Sitting) -> None:
        self._screen, self._answers = screen, KioskAnswers(sitting)

    def answer(self, thing: Waiting) -> None:
        """Say yes to one: it is so, help came, the card was seen."""
        step = thing.step.id if thing.step is not None else ""
        if thing.part is Part.MAYBE:
            self._screen.do(partial(self._answers.yes, thing.student, step))
        elif thing.part is Part.HELP:
            self._screen.do(partial(self._answers.help_came, thing.student, step))
        elif thing.part is Part.CARD:
            self._screen.do(partial(self._answers.card_seen, thing.student))

    def action_no(self) -> None:
        """Say that what somebody said is not so."""
        here = self._screen.here
        if here is None or here.part is not Part.MAYBE or here.step is None:
            self._screen.say("Only what somebody said at the kiosk can be not so.")
        else:
            self._screen.do(partial(self._answers.no, here.student, here.step.id))

    def action_new_card(self) -> None:
        """Make this login card anew, once that was asked."""
        here = self._screen.here
        if here is None or here.part is not Part.CARD:
            self._screen.say("This is no login card; s on the board, then c, makes a new one for any child.")
        elif self._screen.sure(_NEW_CARD, f"card {here.student}"):
            self._screen.do(partial(self._answers.new_card, here.student))
