"""Making the picture of a step as a child does: drawing, choosing one that waits, saying what it shows."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from textual.app import App
from textual.screen import Screen

from board.art.intake import Taken
from board.deeds.history import Outcome
from board.deeds.visit import Visit
from board.errors import Refusal
from board.mastery.pictures import Art
from board.mastery.roll import student_of
from board.screens.parts.later import Later
from board.screens.path.pick_picture import Picked, PickPicture, Sending
from board.screens.path.screen import PathScreen
from board.screens.pictures.doors import PictureDoors, place_of
from board.seat.seat import Seat
from board.words.outcomes.to_child import to_child

_Result = TypeVar("_Result")


class Making:
    """Makes the picture of one step, by the doors all pictures have.

    Args:
        screen: The child's own screen.
        seat: Where one sits.
        visit: Who draws.
        step: Id of the step.
    """

    def __init__(self, screen: PathScreen, seat: Seat, visit: Visit, step: str) -> None:
        self._screen, self._seat, self._visit, self._step = screen, seat, visit, step

    @property
    def app(self) -> App[object]:
        """The app."""
        return self._screen.app

    @property
    def later(self) -> Later:
        """What goes on later on the child's screen."""
        return self._screen.later

    @property
    def art(self) -> Art | None:
        """The picture that stands for the step, None for starter art."""
        return self._visit.picture(self._step)

    def draw(self) -> None:
        """Draw, from where it was left."""
        if (doors := self._doors()) is not None:
            doors.action_draw()

    def bring(self) -> None:
        """Choose among the pictures that an adult has put into the folder of the class, or send one."""

        def bring(picked: Picked | None) -> None:
            doors = self._doors()
            if picked is not None and doors is not None:
                doors.bring(picked.taken, picked.file, "")

        visit = self._visit
        sending = Sending(lambda: visit.may_send, visit.one_was_sent, self._keep_late)
        self._screen.put_up(PickPicture(visit.book.outputs.drop, self._seat.elsewhere, sending), bring)

    def _keep_late(self, taken: Taken) -> None:
        """Keep a picture that came when the child had just gone on; what can't be kept is gone."""
        with suppress(Refusal):
            self._visit.keep_sent(self._step, (taken.content, taken.png))

    def say_words(self) -> None:
        """Say what the picture shows."""
        if (doors := self._doors()) is not None:
            doors.action_words()

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top of the child's."""
        self._screen.put_up(screen, then)

    def do(self, wish: Callable[[], Outcome]) -> bool:
        """Do something, show it and say so in a child's words; tells whether it is so now."""
        try:
            outcome = wish()
        except Refusal as refusal:
            self.say(str(refusal))
            return False
        self._screen.look_again()
        self.say(to_child(outcome.told))
        return True

    def show_spot(self) -> None:
        """Show what stands on the spot now."""
        self._screen.look_again()

    def say(self, text: str) -> None:
        """Say what was done, or why not."""
        self._screen.say(text)

    def _doors(self) -> PictureDoors | None:
        book = self._visit.book
        student, place = student_of(book.students, self._visit.student_id), place_of(book, self._step)
        if student is None or place is None:
            return None
        step, paper = place
        return PictureDoors(self, self._seat, self._visit.sitting, student, step, paper=paper)
