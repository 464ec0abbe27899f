"""What keys of *Waiting for you* do beside judging: for new pictures, and for what waits there at all."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from board.counting import counted
from board.deeds.about import AboutClass
from board.deeds.history import Outcome
from board.deeds.judging import Judging
from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting
from board.mastery.asking import MOST_EVER_ASKED
from board.mastery.progress import Status
from board.mastery.queue import Part
from board.screens.parts.question import Question
from board.widgets.command import Command, KeyGroup
from board.widgets.waiting_rows import Waiting

WAITING = KeyGroup(
    "Waiting for you",
    (
        Command(
            "closer",
            "enter",
            "How did it go?",
            "Say what you saw of this child; a picture: look at it closely; to talk about: the tip.",
            1,
        ),
        Command("got_it", "m", "Got it", "A child who was ready has shown it: got it, seen as a whole.", 3),
        Command("keep_working", "k", "Keep working", "A child who was ready keeps working, with one tip.", 4),
        Command("told", "K", "Told", "You told this child what to try next; from now on it can read it.", 5, "K"),
        Command(
            "yes",
            "space,a",
            "Accept",
            "A picture: let others see it. Said at the kiosk: it is so. A helper: help came. A login card, or something to talk "
            "about: it was seen, or told. A child who is ready: as Enter does.",
            2,
        ),
        Command("no", "x", "No", "What somebody said at the kiosk is not so; everything is as before.", 3),
        Command("new_card", "c", "New card", "Make this login card anew; its old pictures open nothing any more.", 3),
        Command("undo", "u", "Undo", "Take back the last thing you did; press it again for the one before.", 7),
        Command("leave", "escape,q", "Board", "Go back to the board; everything is kept.", 2, "esc"),
        Command("hide", "h", "Hide", "Only its maker and you see this picture; starter art stands in for others.", 3),
        Command(
            "accept_all",
            "A",
            "All",
            "Let others see every picture that waits; or all of what is to say was told.",
            4,
            "A",
        ),
        Command("count", "e", "Evidence", "Count the picture and its words as evidence: the step is got by it.", 6),
        Command("ask_later", "p", "Ask later", "Children ask later: asking rests in the room; again lets them ask.", 1),
        Command("let_ask", "n", "How much", "How many requests of each child may wait at a time, from 1 to 5.", 7),
        Command("look_first", "l", "Look first", "Say whether new pictures wait here before others see them.", 5),
        Command("there", "g", "Go there", "Go to this spot on the board.", 6),
        Command("redo", "U", "Redo", "Put back what you took back last.", 8, "U"),
        Command("move(0, -1)", "left", "Left", "Go to what is before.", sign="←"),
        Command("move(0, 1)", "right", "Right", "Go to what comes next.", sign="→"),
        Command("move(-1, 0)", "up", "Up", "Go to what is above.", sign="↑"),
        Command("move(1, 0)", "down", "Down", "Go to what is below.", sign="↓"),
    ),
)


def _bar(*actions: str, **words: str) -> tuple[Command, ...]:
    """Give the commands of these actions for a foot, some with other words."""
    known = {command.action: command for command in WAITING.commands}
    return tuple(known[action]._replace(words=words.get(action, known[action].words)) for action in actions)


BARS = {
    "for-child": _bar("closer", "got_it", "keep_working", "there", "undo", "leave"),
    "for-maybe": _bar("yes", "no", "got_it", "keep_working", "there", "undo", "leave", yes="It is so", no="Not so"),
    "for-help": _bar("yes", "closer", "there", "undo", "leave", yes="Help came"),
    "for-card": _bar("yes", "new_card", "undo", "leave", yes="Seen"),
    "for-another": _bar("closer", "there", "undo", "leave"),
    "for-tell": _bar("closer", "told", "accept_all", "there", "undo", "leave", closer="Tip", accept_all="Told all"),
    "for-picture": _bar("closer", "yes", "hide", "count", "accept_all", "there", "undo", "leave", closer="Closer"),
    "for-nothing": _bar("undo", "leave"),
}
"""What can be done with what is under the cursor, by the id of its foot."""

ROOM = _bar("ask_later", "let_ask", "look_first", "redo")
"""What can be done for the room, whatever is under the cursor."""

_FEET = {
    Part.MAYBE: "for-maybe",
    Part.HELP: "for-help",
    Part.TELL: "for-tell",
    Part.PICTURE: "for-picture",
    Part.CARD: "for-card",
    Part.ANOTHER: "for-another",
}

_COUNT = Question(
    "This marks the step as got it.", "e", "counts the picture as evidence", "any other key leaves it as it waits"
)


def bar_for(here: Waiting | None) -> str:
    """Give the id of the foot that belongs to what is under the cursor."""
    return "for-nothing" if here is None else _FEET.get(here.part, "for-child")


def told_all(children: int) -> Question:
    """Give what is asked before all of what waits to be told counts as told."""
    asks = counted(
        "This says that you talked with this child.", "This says that you talked with all {count} children.", children
    )
    return Question(asks, "A", "says so", "any other key leaves it as it waits")


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
    """What the keys for pictures, and for what is to be told, do; its `action_` methods are those of the screen that holds it.

    Args:
        screen: Where the pictures wait.
        sitting: Who looks at them, and in which class.
    """

    def __init__(self, screen: Asked, sitting: Sitting) -> None:
        self._screen, self._book, self._gallery = screen, sitting.book, Gallery(sitting)
        self._judging = Judging(sitting)

    def accept(self, thing: Waiting) -> None:
        """Let others see one picture."""
        if thing.art is not None:
            self._screen.do(partial(self._gallery.accept, [thing.art]))

    def action_accept_all(self) -> None:
        """Let others see every picture; among what is to talk about, say that all of it was told, once that was asked."""
        here = self._screen.here
        if here is not None and here.part is Part.TELL:
            self._tell_all()
            return
        shown = [thing.art for thing in self._screen.things if thing.art is not None]
        self._screen.do(lambda: self._gallery.accept(shown))

    def action_told(self) -> None:
        """Say that the child has heard from an adult what to try next."""
        here = self._screen.here
        if here is None or here.part is not Part.TELL or here.step is None:
            self._screen.say("Only what a child has not heard yet can be told.")
        else:
            self._screen.do(partial(self._judging.tell, [(here.student, here.step.id)]))

    def _tell_all(self) -> None:
        things = [one for one in self._screen.things if one.part is Part.TELL]
        spots = [(one.student, one.step.id) for one in things if one.step is not None]
        if self._screen.sure(told_all(len({student for student, _ in spots})), f"told {spots}"):
            self._screen.do(partial(self._judging.tell, spots))

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
