"""A screen of tiles to press, by taps, arrows or digits alone: what the kiosk's screens are made of."""

from abc import abstractmethod
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.screen import ScreenResultType
from textual.widget import Widget

from board.screens.parts.live import LiveScreen
from board.store.book import Book
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.sign_board import SignBoard, Signs

SIGNS = KeyGroup(
    "Signs to press",
    (
        *(
            Command(
                f"digit({number})", str(number), "Row, then sign", "Choose a row; then press the sign of this number."
            )
            for number in range(1, 9)
        ),
        Command("digit(9)", "9", "Next page", "Show the next page of signs, where there are several."),
        Command("go(-1,0)", "left", "Left", "Go to the sign before.", 0, "←"),
        Command("go(1,0)", "right", "Right", "Go to the next sign.", 0, "→"),
        Command("go(0,-1)", "up", "Up", "Go a row up.", 0, "↑"),
        Command("go(0,1)", "down", "Down", "Go a row down.", 0, "↓"),
        Command("press", "enter,space", "This one", "Press the sign with the frame."),
        Command("back", "0,escape,backspace", "Back", "Choose another row; then go back."),
    ),
)


class SignScreen(LiveScreen[ScreenResultType]):
    """A board of signs for a child that may not read yet.

    Args:
        book: The open class.
        words: What stands at the foot for those who read.
    """

    CSS_PATH = "kiosk.tcss"
    KEYS = (SIGNS,)
    BINDINGS = bindings(KEYS)
    ALLOW_SELECT: ClassVar[bool] = False
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-flat"),
        (16, "-low"),
        (24, "-usual"),
        (32, "-high"),
        (44, "-large"),
    ]

    def __init__(self, book: Book, words: str) -> None:
        super().__init__(book)
        self._words = words

    def compose(self) -> ComposeResult:
        """What stands above them, and the signs."""
        yield from self.head()
        yield SignBoard(self._words)

    def head(self) -> tuple[Widget, ...]:
        """Give what stands above the signs."""
        return ()

    @abstractmethod
    def signs(self) -> Signs:
        """Give the signs as they are now."""

    @abstractmethod
    def pressed(self, key: str) -> None:
        """Do what a sign is for."""

    @abstractmethod
    def leave(self) -> None:
        """Go back: nothing is left here to take back."""

    def on_mount(self) -> None:
        """Show the signs."""
        self.show_signs()

    def show_class(self) -> None:
        """Show the signs as they are now."""
        self.show_signs()

    def show_signs(self) -> None:
        """Show the signs as they are now."""
        self.board.show(self.signs())

    @property
    def is_for_children(self) -> bool:
        """It is theirs."""
        return True

    @property
    def board(self) -> SignBoard:
        """The signs."""
        return self.query_one(SignBoard)

    def take_pasted(self, text: str) -> bool:  # noqa: ARG002 - there is no place for it
        """Take no text, and say nothing of it to a child."""
        return True

    def action_digit(self, number: int) -> None:
        """Press a digit."""
        self.board.press_digit(number)

    def action_go(self, right: int, down: int) -> None:
        """Go on by an arrow."""
        self.board.go(right, down)

    def action_press(self) -> None:
        """Press the sign with the frame."""
        self.board.press_here()

    def action_back(self) -> None:
        """Take back the last thing."""
        self.board.go_back()

    @on(SignBoard.Pressed)
    def _press(self, message: SignBoard.Pressed) -> None:
        self.pressed(message.key)

    @on(SignBoard.Left)
    def _leave(self) -> None:
        self.leave()
