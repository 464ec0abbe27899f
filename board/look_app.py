"""What a projector shows: the class's quilts and its proud wall, and nothing that could be pressed."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from time import monotonic
from typing import Any, ClassVar

from textual import events
from textual.screen import Screen

from board.class_app import ClassApp
from board.deeds.pictures import stickers_of
from board.screens.lock.away import rest_or_go_on
from board.screens.wall.look import LookScreen
from board.seat.seat import Seat
from board.store.book import Book
from board.store.lookout import Found


class LookApp(ClassApp):
    """Shows what everybody may see of one class, and takes no key and no tap.

    Args:
        seat: Where it is shown.
        book: The open class.
        clock: Gives the seconds of now, steadily.
        options: What Textual's app takes.

    Raises:
        NotSaved: What is remembered at this seat can't be kept.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [Path(__file__).with_name("screens") / "wall" / "look.tcss"]
    """The first screen's: it is up before it could add its own. Whole, since a page is made of this app elsewhere."""

    TITLE = "Our board"
    MAY_STOP = False
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False

    def __init__(self, seat: Seat, book: Book, clock: Callable[[], float] = monotonic, **options: Any) -> None:
        super().__init__(seat, book, clock, **options)
        self._look = LookScreen(book, stickers_of(book, seat.cache, seat.elsewhere), clock)

    def get_default_screen(self) -> Screen[None]:
        """Begin, and stay, on what everybody may see."""
        return self._look

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - whatever it is
        """Let nothing be done."""
        return False

    async def on_event(self, event: events.Event) -> None:
        """Take nothing that a hand does.

        Args:
            event: What came.
        """
        if not isinstance(event, (events.InputEvent, events.Paste)):
            await super().on_event(event)

    def say(self, sentences: Sequence[str]) -> None:
        """Say nothing to anybody: what is said is for adults, and everybody looks.

        Args:
            sentences: What is said.
        """

    def say_of_folder(self, found: Found) -> None:
        """Rest while the class folder can't be read, and go on once it can be.

        Args:
            found: What the lookout found.
        """
        rest_or_go_on(self, is_away=found.refusal is not None)
