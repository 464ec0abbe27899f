"""A child's own page: its road, what it wants to do, and that it is ready; made to be used without reading."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.art.cells import Pixels
from board.art.shelf import StickerShelf
from board.deeds.visit import Visit
from board.mastery.path_map import ChildMap, MapSpot, child_map
from board.mastery.roll import student_of
from board.screens.drawing.tile_page import DIGITS, room_in
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.path.hand_over import HandOver
from board.screens.path.pages import Page
from board.screens.path.pictures import ChildsPictures
from board.screens.path.screen import Make
from board.screens.path.wishes import PathWishes
from board.seat.seat import Seat
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import KeyBar
from board.widgets.path_banner import PathBanner
from board.widgets.path_road import PathRoad
from board.widgets.path_tiles import BigTiles
from board.widgets.path_tiles_plan import LEAST_WIDE
from board.words import child_path

_MINE = KeyGroup(
    "My own page",
    (
        Command("go(-1)", "left", "Left", "Go to the picture before.", 2, "←"),
        Command("go(1)", "right", "Right", "Go to the next picture.", 2, "→"),
        Command("road(-1)", "up", "Back", "Look back along the road, or go up a row.", 4, "↑"),
        Command("road(1)", "down", "On", "Look on along the road, or go down a row.", 4, "↓"),
        Command("press_here", "enter,space", "This one", "Press the picture with the frame.", 1, "enter"),
        *DIGITS,
        Command("back", "escape", "Back", "Go back; from the road, ask for the adult.", 3, "esc"),
    ),
    (
        "From the road esc asks the child to give the keyboard back; there w, which only adults are told, leaves the page.",
    ),
)
_FEW = 5
"""Tiles that stand in one row everywhere."""

_SLIM = 66
"""Columns from which on what there is to do with a sticker stands side by side with its words."""

_ROOMY, _LARGE = 32, 44
"""Lines from which on there is room for pictures of what has grown, and for pictures twice as large."""


class MyPath(LiveScreen[None]):
    """One child's page. The child itself acts on it; nothing here leads to another child or to what is for adults.

    Args:
        seat: Where one sits.
        visit: Who acts on it, in which class.
        shelf: Where stickers come from.
        unit_id: Id of the unit whose road is shown; one that has steps.
        at_kiosk: Whether the child leaves by itself; otherwise it gives the keyboard back to the adult who opened the page.
    """

    CSS_PATH = "my_path.tcss"
    KEYS = (_MINE,)
    BINDINGS = bindings(KEYS)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_ROOMY, "-roomy"), (_LARGE, "-large")]  # noqa: RUF012 - as Textual declares it
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (_SLIM, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, seat: Seat, visit: Visit, shelf: StickerShelf, unit_id: str, *, at_kiosk: bool) -> None:
        super().__init__(visit.book)
        self._visit, self._shelf, self._unit_id, self._at_kiosk = visit, shelf, unit_id, at_kiosk
        self._pictures = ChildsPictures(self, seat, visit)
        self._wishes = PathWishes(self, visit, shelf, self._pictures, at_kiosk=at_kiosk)
        self._offered: tuple[str, ...] = ()
        self._map = self._seen()
        self._page = Page((), ())
        self._here, self._looks_at = 0, ""
        self._make: Make = lambda _: None

    def compose(self) -> ComposeResult:
        """Name, road, what has grown, what there is to press, what came of it, keys."""
        if self._map is None:  # the child or the unit went while it was being opened
            return
        yield Static(id="title", markup=False)
        yield PathRoad(self._map, self._shelf)
        yield PathBanner(self._shelf)
        yield BigTiles(self._shelf)
        yield Static(id="said", markup=False)
        yield KeyBar((*_MINE.commands, HELP))

    def on_mount(self) -> None:
        """Begin on the road."""
        if self._map is None:
            self.dismiss()
        else:
            self._wishes.to_road()

    def show_class(self) -> None:
        """Show how the child stands now; where the child or the unit is gone, leave."""
        self._map = self._seen()
        if self._map is None:
            self.dismiss()
            return
        page = self._make(self._map)
        if page is None:
            self._wishes.to_road()
        else:
            self._show(page)

    @property
    def is_for_children(self) -> bool:
        """It is the child's own."""
        return True

    def action_go(self, on: int) -> None:
        """Go to the picture before or after; at the ends one stays."""
        self._go_to(self._here + on)

    def action_road(self, on: int) -> None:
        """Look along the road; where there is none, go a row up or down."""
        if not self._page.is_road:
            self._go_to(self._here + on * self._tiles.across)
            return
        spots = self._road_map.spots
        at = next((at for at, spot in enumerate(spots) if spot.step.id == self._looks_at), 0)
        self._look_at(spots[max(0, min(at + on, len(spots) - 1))])

    def action_press_here(self) -> None:
        """Do what the picture with the frame is for."""
        if 0 <= self._here < len(self._page.presses):
            self._page.presses[self._here]()

    def action_press(self, number: int) -> None:
        """Do what the picture of a number is for."""
        if number <= len(self._page.presses):
            self._page.presses[number - 1]()

    def action_back(self) -> None:
        """Go back to the road, and from there leave."""
        if self._page.is_road:
            self.leave()
        else:
            self._wishes.to_road()

    def leave(self) -> None:
        """Leave as a child does: by itself, or it gives the keyboard back, and an adult leaves."""
        if self._at_kiosk:
            self.dismiss()
        else:
            self.put_up(HandOver(self._shelf), self._handed_over)

    @property
    def room(self) -> int:
        """How many tiles have room with their pictures."""
        return room_in(self.app.size)

    def turn_to(self, make: Make, said: str = "") -> None:
        """Show a page, and say something there; on the road, what there is to choose.

        Args:
            make: Gives the page, as long as what it is about is there.
            said: What is said.
        """
        self._map = self._seen() or self._map
        page = make(self._road_map)
        if page is None:
            self._wishes.to_road()
            return
        first = next((spot.step.id for spot in self._road_map.spots), "")
        self._make, looks_at = make, page.step or self._looks_at or first
        self._show(page)
        self._looks_at = looks_at
        self._go_to(page.steps.index(looks_at) if looks_at in page.steps else page.first)
        self.say(said or (child_path.choice_words(self._road_map) if page.is_road else ""))

    def _handed_over(self, leaves: bool | None) -> None:
        if leaves:
            self.dismiss()

    @on(BigTiles.Pressed)
    def _press_tapped(self, message: BigTiles.Pressed) -> None:
        self.action_press(message.number + 1)

    @on(PathRoad.Tapped)
    def _look_at_tapped(self, message: PathRoad.Tapped) -> None:
        """Open a step that is offered; of any other one say how it stands."""
        spot = self._road_map.spot(message.step_id)
        if spot is not None:
            self._look_at(spot)
            if spot in self._road_map.choices:
                self._wishes.open(spot)

    @property
    def _road_map(self) -> ChildMap:
        assert self._map is not None
        return self._map

    @property
    def _tiles(self) -> BigTiles:
        return self.query_one(BigTiles)

    def _seen(self) -> ChildMap | None:
        book = self.book
        student = student_of(book.students, self._visit.student_id)
        unit = next((one for one in book.units if one.id == self._unit_id and one.spots), None)
        if student is None or unit is None:
            return None
        seen = child_map(book.units, unit, student, book.progress, self._offered, known=self._visit.known)
        self._offered = tuple(spot.step.id for spot in seen.choices)
        return seen

    def _show(self, page: Page) -> None:
        another = (page.step, len(page.tiles)) != (self._page.step, len(self._page.tiles))
        self._page = page
        self.set_class(page.is_road, "-road")
        self.set_class(not page.is_road, "-near")
        self.set_class(page.is_large, "-sticker")
        banner = self.query_one(PathBanner)
        banner.tell(page.pictures, page.words)
        if page.is_large:
            banner.enlarge(None)
            self._pictures.enlarge(page.step, lambda large: self._enlarge(page, large))
        self._tiles.tiles = page.tiles
        many, in_a_row = len(page.tiles), self.app.size.width // LEAST_WIDE
        self.set_class(many > (in_a_row if page.is_road else min(in_a_row, _FEW)), "-many")
        self._go_to(0 if another else self._here)
        student = self._road_map.student
        title = f"{student.name}  ·  {self._road_map.unit.title}"
        self.query_one("#title", Static).update(
            Content(shortened(title, max(1, self.app.size.width - 2))), layout=False
        )

    def _enlarge(self, page: Page, large: Pixels) -> None:
        """Show all of a picture, once it is there and still looked at."""
        if page.is_large and page.step == self._page.step and self._page.is_large:
            self.query_one(PathBanner).enlarge(large)

    def on_resize(self) -> None:
        """Use the room there is."""
        if self._map is not None and self._page.tiles:
            self.show_class()

    def _go_to(self, number: int) -> None:
        """Put the frame on a picture; on the road the child then looks at its step."""
        self._here = max(0, min(number, len(self._page.tiles) - 1)) if number >= 0 or self._page.tiles else -1
        self._tiles.here = self._here
        if 0 <= self._here < len(self._page.steps):
            self._looks_at = self._page.steps[self._here]
        self.query_one(PathRoad).show(self._road_map, self._looks_at)

    def _look_at(self, spot: MapSpot) -> None:
        """Look at a spot of the road, and say how it stands; its picture has the frame where it is offered."""
        self._looks_at = spot.step.id
        self._here = self._page.steps.index(spot.step.id) if spot.step.id in self._page.steps else -1
        self._tiles.here = self._here
        self.query_one(PathRoad).show(self._road_map, self._looks_at)
        self.say(child_path.looked_at(spot))

    def say(self, text: str) -> None:
        """Say what came of it."""
        self.query_one("#said", Static).update(Content(shortened(text, max(1, self.app.size.width - 2))), layout=False)
