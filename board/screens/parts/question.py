"""Questions: what is asked before something is done, with what either answer does."""

from collections.abc import Callable, Hashable
from typing import NamedTuple

from board.widgets.glance import Glance


class Answers(NamedTuple):
    """What the two answers to a dialog do, as it says at its foot.

    Attributes:
        enter: What Enter does, such as "keeps the note".
        leave: What Esc does, such as "keeps none".
        empty: What Enter does as long as nothing is written, where that is something else.
    """

    enter: str
    leave: str
    empty: str = ""

    def said(self, *, empty: bool) -> str:
        """Say both, as they are while something is written or nothing is."""
        return str(self._replace(enter=self.empty) if empty and self.empty else self)

    def __str__(self) -> str:
        """Say both."""
        return f"Enter {self.enter} · Esc {self.leave}"


TIP = "One tip, it may stay empty"
KEEP_WORKING = Answers("marks keep working with this tip", "marks nothing", empty="marks keep working with no tip")
"""What is asked, wherever a spot is judged, when a try is not there yet."""


LOOK_FIRST = "This has just come up: look at it first, then press the key again."
"""Said where a key would judge what has not been in sight yet."""


class Question(NamedTuple):
    """Something a key does only when it is pressed again.

    Attributes:
        asks: What there is to know first, a whole sentence.
        key: The key, as the screen writes it.
        again: What it does when it is pressed again, such as "marks the step as got it".
        otherwise: What happens when it is not, with who or what does it, such as "any other key leaves it as it is".
    """

    asks: str
    key: str
    again: str
    otherwise: str

    def __str__(self) -> str:
        """Say all of it."""
        return f"{self.asks} {self.key} again {self.again}; {self.otherwise}.".lstrip()


NOT_KEPT = Question("Not kept yet.", "Esc", "leaves without it", "ctrl+s keeps it")
"""Asked before a form is left in which something was typed."""


class Asking:
    """Whether a question was asked just now, and long enough ago to have been read.

    A key that bounces, or the second click of a double click, is no answer.
    """

    def __init__(self) -> None:
        self._about: Hashable = None
        self._glance = Glance()

    def ask(self, about: Hashable) -> None:
        """Take note that a question is asked.

        Args:
            about: What it is about; another thing is another question.
        """
        self._about = about
        self._glance.begin()

    def is_answered(self, about: Hashable) -> bool:
        """Tell whether this was asked, so that to do it again is to say yes.

        Args:
            about: What the question is about.
        """
        return self._about == about and self._glance.is_seen

    def is_sure(self, question: Question, say: Callable[[str], object], about: Hashable = None) -> bool:
        """Tell whether this was asked just now; else ask it.

        Args:
            question: The question.
            say: Says it on the screen.
            about: What it is about, where the same question may be about several things.
        """
        about = question if about is None else about
        if self.is_answered(about):
            return True
        say(str(question))
        self.ask(about)
        return False

    def forget(self) -> None:
        """Ask anew from now on: something else was done or said meanwhile."""
        self._about = None
