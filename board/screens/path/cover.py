"""The child covers its newest spots with its stickers."""

from collections.abc import Callable
from contextlib import suppress

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.art.shelf import StickerShelf
from board.errors import Refusal
from board.mastery.covering import MOST_TO_COVER, ToCover, spots_to_cover, still_there
from board.mastery.roll import student_of
from board.screens.parts.keys_here import HELP, does_nothing
from board.screens.parts.live import LiveScreen
from board.screens.pictures.preparing import prepare_pictures
from board.store.book import Book
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.covering import Covering
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import KeyBar
from board.words.covering import ALL_COVERED, COVER, COVER_ONE

_COVER = KeyGroup(
    "Cover your spots",
    (
        Command("go(-1)", "left,up", "Left", "Go to the picture before.", 3, "←"),
        Command("go(1)", "right,down", "Right", "Go to the next picture.", 3, "→"),
        Command("press_here", "enter,space", "This one", "Cover this spot, or go back.", 1, "enter"),
        *(
            Command(f"press({number})", str(number), "Picture", "Press the picture of this number.")
            for number in range(1, MOST_TO_COVER + 2)
        ),
        Command("back", "escape,9", "Back", "Go back; what is not covered waits.", 2, "esc"),
    ),
    ("While a sticker grows any key makes it whole; once all are covered any key goes back.",),
)


class CoverScreen(LiveScreen[None]):
    """One child's newest spots, each with its sticker beside it.

    Args:
        book: The open class.
        shelf: Where stickers come from.
        student_id: Id of the child.
        covered: Called once with the id of each step that the child covers, to keep that; where it can't be kept, the sticker
            is there all the same, since it has been there since the verdict.
    """

    CSS_PATH = "cover.tcss"
    KEYS = (_COVER,)
    BINDINGS = bindings(KEYS)

    def __init__(self, book: Book, shelf: StickerShelf, student_id: str, covered: Callable[[str], object]) -> None:
        super().__init__(book)
        self._shelf, self._student_id, self._keep = shelf, student_id, covered
        self._spots = spots_to_cover(book.units, student_id, book.progress)

    def compose(self) -> ComposeResult:
        """What to do, the spots, keys."""
        yield Static(id="said", markup=False)
        yield Covering(self._shelf, moves=self.book.about.kiosk.covering)
        yield KeyBar((*_COVER.commands, HELP))

    def on_mount(self) -> None:
        """Begin at the first spot; without any there is nothing to do here."""
        self._tiles.spots = self._standing
        if not self._tiles.spots:
            self.dismiss()
        self._say()
        self.later.once_painted(lambda: prepare_pictures(self, self._shelf))

    def show_class(self) -> None:
        """Let what was taken back meanwhile go without a word."""
        tiles, spots = self._tiles, self._standing
        if spots != tiles.spots:
            here = tiles.spots[tiles.here].step.id if tiles.here < len(tiles.spots) else ""
            tiles.spots = spots
            ids = [spot.step.id for spot in spots]
            tiles.here = ids.index(here) if here in ids else min(tiles.here, len(ids))
            self._say()
        if not spots:
            self.dismiss()

    @property
    def is_for_children(self) -> bool:
        """It is the child's own."""
        return True

    def action_go(self, on: int) -> None:
        """Go to the picture before or after; at the ends one stays."""
        if self._goes_on():
            self._tiles.here = max(0, min(self._tiles.here + on, len(self._tiles.spots)))

    def action_press_here(self) -> None:
        """Cover the spot with the frame, or go back."""
        self._press(self._tiles.here)

    def action_press(self, number: int) -> None:
        """Cover the spot of a number, or go back."""
        self._press(number - 1)

    def action_back(self) -> None:
        """Go back."""
        self._tiles.finish()
        self.dismiss()

    def on_key(self, event: events.Key) -> None:
        """Any key makes whole what grows, and goes back once all are covered."""
        if does_nothing(event, self):
            self._goes_on()

    @on(Covering.Pressed)
    def _press_tapped(self, message: Covering.Pressed) -> None:
        self._press(message.number)

    @on(Covering.Covered)
    def _is_there(self) -> None:
        """A sticker is whole: the child comes to the next spot, and where the class wants a sound, this is it."""
        tiles = self._tiles
        if tiles.here not in tiles.left:
            tiles.here = next(iter(tiles.left), len(tiles.spots))
        if self.book.about.kiosk.sound:
            self.app.bell()

    @property
    def _tiles(self) -> Covering:
        return self.query_one(Covering)

    @property
    def _standing(self) -> tuple[ToCover, ...]:
        """The spots there were at first, as far as they are still mastered by a child of this class."""
        if student_of(self.book.students, self._student_id) is None:
            return ()
        return still_there(self._spots, self._student_id, self.book.progress)

    def _goes_on(self) -> bool:
        """Make whole what grows, and leave where all are covered; tell whether what was pressed still counts."""
        tiles = self._tiles
        grew = tiles.finish()
        if tiles.is_covered and not grew:
            self.dismiss()
        return not tiles.is_covered

    def _press(self, number: int) -> None:
        tiles = self._tiles
        if number > len(tiles.spots) or not self._goes_on():
            return
        if number == len(tiles.spots):
            self.dismiss()
        elif number in tiles.left:
            self._put_on(tiles.spots[number].step.id)

    def _put_on(self, step_id: str) -> None:
        """Cover a spot."""
        tiles = self._tiles
        tiles.here = [spot.step.id for spot in tiles.spots].index(step_id)
        tiles.cover(step_id)
        self._say()
        with suppress(Refusal):
            self._keep(step_id)
        self.look_again()

    def _say(self) -> None:
        tiles = self._tiles
        said = ALL_COVERED if tiles.is_covered else COVER if len(tiles.spots) > 1 else COVER_ONE
        self.query_one("#said", Static).update(Content(shortened(said, max(1, self.app.size.width - 2))), layout=False)
