"""A page is made, opened or sent to the printer, in a thread; what should be known first is asked once."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen
from textual.widgets import ProgressBar

from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.may import is_teacher
from board.paper.catalogue import kind_called
from board.paper.making import make
from board.paper.order import Order
from board.paper.pictures import Own
from board.screens.files.shown import shown
from board.screens.paper.print_words import PRINTS_NOTHING, handed_over, in_class, not_printing
from board.screens.parts.question import Asking, Question
from board.seat.seat import Seat
from board.widgets.browser import browser_of
from board.widgets.slowly import slowly

_FAULT = "This page could not be made, by a fault of the board, and nothing was printed. Other pages still are."

_FOR_TEACHERS = (
    "From a browser only a teacher prints on the printer of the computer that serves the class; p opens the page here."
)

_MANY = 30
"""Pages from which on the printer is asked about: a whole class at once."""


class PrintRun:
    """Makes what is ordered, and shows how far it is.

    Args:
        screen: Where it is ordered; it has the bar.
        seat: Where one sits.
        sitting: Who orders, and of which class.
        own: Where stickers of the children's own pictures come from.
        say: Says something at the foot of the screen.
    """

    def __init__(self, screen: Screen[Any], seat: Seat, sitting: Sitting, own: Own, say: Callable[[str], None]) -> None:
        self._screen, self._seat, self._sitting, self._own = screen, seat, sitting, own
        self._say, self.asking = say, Asking()

    def start(self, order: Order, *, send: bool, then: Callable[[str, bool], None]) -> None:
        """Make a page, unless something should be known first that was not said yet.

        Args:
            order: What is to be made.
            send: Whether it goes to the printer.
            then: Called with what came of it, and whether somebody has to say how it printed.
        """
        if send and browser_of(self._screen.app) is not None and not is_teacher(self._sitting.actor):
            self._say(_FOR_TEACHERS)
            return
        sure = self.asking.is_answered((order, send))
        bar = self._screen.query_one(ProgressBar)
        bar.update(progress=0)
        bar.display = True
        self._say("Making it ...")
        draw = partial(self._draw, order, then, send=send, sure=sure)
        drawing = partial(slowly, self._screen.app, draw)
        self._screen.run_worker(drawing, exit_on_error=False, exclusive=True, group="print")  # type: ignore[arg-type]  # Textual's type leaves out async functions

    def _ask(self, question: Question, order: Order, *, send: bool) -> None:
        self._say(str(question))
        self.asking.ask((order, send))

    def _draw(self, order: Order, then: Callable[[str, bool], None], *, send: bool, sure: bool) -> None:
        """Make it, in a thread, unless something should be known first."""
        try:
            doubts = "" if sure else self._doubts(order)
            if doubts:
                question = Question(doubts, "l" if send else "p", "prints it all the same", PRINTS_NOTHING)
                self._end(partial(self._ask, question, order, send=send))
                return
            made = make(self._seat, self._sitting.book, order, self._own, self._tell)
        except (Refusal, ValueError) as problem:
            self._end(partial(then, str(problem), False))
            return
        except Exception as fault:  # noqa: BLE001 - whatever it was, nobody is left waiting for a page that never comes
            self._screen.log(fault)
            self._end(partial(then, _FAULT, False))
            return
        if send and made.pages > _MANY and not sure:
            question = Question(f"It has {made.pages} pages.", "l", "prints them all", PRINTS_NOTHING)
            self._end(partial(self._ask, question, order, send=send))
            return
        app = self._screen.app
        told = [handed_over(made, partial(shown, app), send=send)]
        if made.listed is not None:
            listed = str(made.listed) if browser_of(app) is None else in_class(made.listed)
            told.append(f"Whose sticker is where: {listed}")
        self._end(partial(then, "\n".join(told), made.asks))

    def _doubts(self, order: Order) -> str:
        return " ".join((kind_called(order.kind).asks(order), *not_printing(order, self._seat.elsewhere))).strip()

    def _end(self, then: Callable[[], None]) -> None:
        """Say what came of it, on the loop of the screen; never where it was left meanwhile."""

        def end() -> None:
            self._screen.query_one(ProgressBar).display = False
            then()

        self._screen.call_later(end)

    def _tell(self, share: float) -> None:
        self._screen.app.call_from_thread(self._progress, share)

    def _progress(self, share: float) -> None:
        for bar in self._screen.query(
            ProgressBar
        ):  # none once the screen was left: what is printed is finished all the same
            bar.update(progress=share * 100)
