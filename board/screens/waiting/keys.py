"""What keys of *Waiting for you* do beside judging: for new pictures, and for what waits there at all."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from board.deeds.about import AboutClass
from board.deeds.history import Outcome
from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting
from board.mastery.asking import MOST_EVER_ASKED
from board.mastery.progress import Status
from board.screens.parts.question import Question
from board.widgets.waiting_rows import Waiting

_COUNT = Question(
    "This marks the step as got it.", "e", "counts the picture as evidence", "any other key leaves it as it waits"
)


class Asked(Protocol):
    """A screen on which something waits."""

    @property
    def here(self) -> Waiting | None:
        """What is under the cursor."""
        ...

    @property
    def things(self) -> tuple[Waiting, ...]:
        """Everything that waits."""
        ...

    def do(self, wish: Callable[[], Outcome]) -> None:
        """Do something and say so."""

    def say(self, text: str) -> None:
        """Say something below the wall."""

    def sure(self, question: Question, about: str) -> bool:
        """Ask once before something is done."""
        ...


class NewPictures:
    """What the keys for pictures do; its `action_` methods are those of the screen that holds it.

    Args:
        screen: Where the pictures wait.
        sitting: Who looks at them, and in which class.
    """

    def __init__(self, screen: Asked, sitting: Sitting) -> None:
        self._screen, self._book, self._gallery = screen, sitting.book, Gallery(sitting)

    def accept(self, thing: Waiting) -> None:
        """Let others see one picture."""
        if thing.art is not None:
            self._screen.do(partial(self._gallery.accept, [thing.art]))

    def action_accept_all(self) -> None:
        """Let others see every picture that waits here."""
        shown = [thing.art for thing in self._screen.things if thing.art is not None]
        self._screen.do(lambda: self._gallery.accept(shown))

    def action_hide(self) -> None:
        """Keep this picture for its maker and the teacher."""
        here = self._screen.here
        if here is not None and here.art is not None:
            self._screen.do(partial(self._gallery.hide, [here.art]))
        else:
            self._screen.say("Only a picture can be hidden.")

    def action_count(self) -> None:
        """Count this picture and its words as evidence for its step."""
        here = self._screen.here
        if here is None or here.art is None or here.step is None:
            self._screen.say("Only a picture for a step can count as evidence.")
        elif self._has_it(here) or self._screen.sure(_COUNT, here.art.id):
            self._screen.do(partial(self._gallery.count, here.art, here.step.id))

    def _has_it(self, here: Waiting) -> bool:
        step = here.step.id if here.step is not None else ""
        return self._book.progress.spot(here.student, step).status is Status.MASTERED


_NOBODY_LOOKS = Question(
    "", "l", "shows new pictures to others at once, and nobody looks first", "any other key leaves it as it is"
)


class HowItWaits:
    """What the keys for the room do; its `action_` methods are those of the screen that holds it.

    Args:
        screen: Where things wait.
        sitting: Who settles it, and in which class.
    """

    def __init__(self, screen: Asked, sitting: Sitting) -> None:
        self._screen, self._book, self._about = screen, sitting.book, AboutClass(sitting)

    def action_ask_later(self) -> None:
        """Let children ask later, or let them ask again."""
        asking = not self._book.about.asking
        self._screen.do(lambda: self._about.ask_or_rest(asking=asking))

    def action_let_ask(self) -> None:
        """Let one more request of each child wait; after the most comes one."""
        most = self._book.about.most_asked % MOST_EVER_ASKED + 1
        self._screen.do(lambda: self._about.let_ask(most))

    def action_look_first(self) -> None:
        """Say whether pictures wait here at all."""
        wanted = not self._book.about.looks_first
        if not wanted and not self._screen.sure(_NOBODY_LOOKS, "l"):
            return
        self._screen.do(lambda: self._about.look_first(wanted=wanted))
