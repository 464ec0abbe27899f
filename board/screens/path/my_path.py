"""A child's own page: its road, what it wants to do, and that it is ready; made to be used without reading."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.art.shelf import StickerShelf
from board.deeds.asking import Asking
from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.may import Actor
from board.mastery.path_map import ChildMap, MapSpot, child_map
from board.mastery.roll import student_of
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.path.hand_over import HandOver
from board.screens.path.pages import Page, Wishes, refused_page, road_page, step_page, ways_page
from board.seat.seat import Seat
from board.store.book import Book
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import KeyBar
from board.widgets.path_banner import PathBanner
from board.widgets.path_road import PathRoad
from board.widgets.path_tiles import BigTiles
from board.words import child_path
from board.words.outcomes.to_child import to_child

_DIGITS = tuple(
    Command(f"press({number})", str(number), "Picture", "Press the picture of this number.") for number in range(1, 10)
)
_MINE = KeyGroup(
    "My own page",
    (
        Command("go(-1)", "left", "Left", "Go to the picture before.", 2, "←"),
        Command("go(1)", "right", "Right", "Go to the next picture.", 2, "→"),
        Command("road(-1)", "up", "Back", "Look back along the road, or go up a row.", 4, "↑"),
        Command("road(1)", "down", "On", "Look on along the road, or go down a row.", 4, "↓"),
        Command("press_here", "enter,space", "This one", "Press the picture with the frame.", 1, "enter"),
        *_DIGITS,
        Command("back", "escape", "Back", "Go back; from the road, ask for the adult.", 3, "esc"),
    ),
    (
        "From the road esc asks the child to give the keyboard back; there w, which only adults are told, leaves the page.",
    ),
)
_FEW = 4
"""Tiles that stand in one row everywhere."""

_ROOMY, _LARGE = 32, 44
"""Lines from which on there is room for pictures of what has grown, and for pictures twice as large."""


class MyPath(LiveScreen[None]):
    """One child's page. The child itself acts on it; nothing here leads to another child or to what is for adults.

    Args:
        seat: Where one sits.
        book: The open class.
        shelf: Where stickers come from.
        student_id: Id of the child.
        unit_id: Id of the unit whose road is shown; one that has steps.
    """

    CSS_PATH = "my_path.tcss"
    KEYS = (_MINE,)
    BINDINGS = bindings(KEYS)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_ROOMY, "-roomy"), (_LARGE, "-large")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, seat: Seat, book: Book, shelf: StickerShelf, student_id: str, unit_id: str) -> None:
        super().__init__(book)
        self._seat, self._shelf = seat, shelf
        self._student_id, self._unit_id = student_id, unit_id
        self._asking = Asking(Sitting(book, Actor.child(student_id)))
        asking = self._asking
        want, ask, take_back = (partial(self._do, wish) for wish in (asking.want, asking.ask, asking.take_back))
        self._wishes = Wishes(self._open, want, self._choose_way, ask, take_back, self._go_to_road, self._refused)
        self._offered: tuple[str, ...] = ()
        self._map = self._seen()
        self._page = Page((), ())
        self._here, self._looks_at = 0, ""
        self._make: Callable[[MapSpot], Page] | None = None

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
            self._go_to_road()

    def show_class(self) -> None:
        """Show how the child stands now; where the child or the unit is gone, leave."""
        self._map = self._seen()
        if self._map is None:
            self.dismiss()
            return
        spot = self._map.spot(self._page.step) if self._page.step else None
        if self._make is not None and spot is not None:
            self._show(self._make(spot))
        elif not self._page.step or spot is None:
            self._go_to_road(said=str(self.query_one("#said", Static).content))

    @property
    def is_for_children(self) -> bool:
        """It is the child's own."""
        return True

    def action_go(self, on: int) -> None:
        """Go to the picture before or after; at the ends one stays."""
        self._go_to(self._here + on)

    def action_road(self, on: int) -> None:
        """Look along the road; where there is none, go a row up or down."""
        if self._page.step:
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
        """Go back to the road; from there the child gives the keyboard back, and an adult leaves."""
        if self._page.step:
            self._go_to_road()
        else:
            self.put_up(HandOver(self._shelf), self._handed_over)

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
                self._open(spot)

    @property
    def _road_map(self) -> ChildMap:
        assert self._map is not None
        return self._map

    @property
    def _tiles(self) -> BigTiles:
        return self.query_one(BigTiles)

    def _seen(self) -> ChildMap | None:
        book = self.book
        student = student_of(book.students, self._student_id)
        unit = next((one for one in book.units if one.id == self._unit_id and one.spots), None)
        if student is None or unit is None:
            return None
        seen = child_map(book.units, unit, student, book.progress, self._offered)
        self._offered = tuple(spot.step.id for spot in seen.choices)
        return seen

    def _go_to_road(self, said: str = "") -> None:
        self._make = None
        seen = self._road_map
        ids = [spot.step.id for spot in seen.choices]
        at = ids.index(self._looks_at) if self._looks_at in ids else 0
        self._show(road_page(seen, self._wishes))
        self._looks_at = ids[at] if ids else self._looks_at or (seen.spots[0].step.id if seen.spots else "")
        self._go_to(at if ids else -1)
        self._say(said or child_path.choice_words(seen))

    def _show(self, page: Page) -> None:
        another = (page.step, len(page.tiles)) != (self._page.step, len(self._page.tiles))
        self._page = page
        self.set_class(bool(page.step), "-near")
        self.set_class(len(page.tiles) > _FEW, "-many")
        self.query_one(PathBanner).tell(page.pictures, page.words)
        self._tiles.tiles = page.tiles
        self._go_to(0 if another else self._here)
        student = self._road_map.student
        title = f"{student.name}  ·  {self._road_map.unit.title}"
        self.query_one("#title", Static).update(
            Content(shortened(title, max(1, self.app.size.width - 2))), layout=False
        )

    def _go_to(self, number: int) -> None:
        """Put the frame on a picture; on the road the child then looks at its step."""
        self._here = max(0, min(number, len(self._page.tiles) - 1)) if number >= 0 or self._page.tiles else -1
        self._tiles.here = self._here
        if not self._page.step and 0 <= self._here < len(self._road_map.choices):
            self._looks_at = self._road_map.choices[self._here].step.id
        self.query_one(PathRoad).show(self._road_map, self._looks_at)

    def _look_at(self, spot: MapSpot) -> None:
        """Look at a spot of the road, and say how it stands; its picture has the frame where it is offered."""
        self._looks_at = spot.step.id
        ids = [one.step.id for one in self._road_map.choices]
        self._here = ids.index(spot.step.id) if spot.step.id in ids else -1
        self._tiles.here = self._here
        self.query_one(PathRoad).show(self._road_map, self._looks_at)
        self._say(child_path.looked_at(spot))

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(Content(shortened(text, max(1, self.app.size.width - 2))), layout=False)

    def _open(self, spot: MapSpot) -> None:
        """Look at a step that is offered."""
        self._near(spot, lambda spot: step_page(spot, self._wishes))

    def _choose_way(self, spot: MapSpot) -> None:
        """Choose how to show it; where no way is named, ask at once, and where it can't be now, hear so at once."""
        if why := self._refused(spot):
            self._refuse(why, spot)
        elif spot.ways:
            self._near(spot, lambda spot: ways_page(spot, self._wishes))
        else:
            self._do(self._asking.ask, spot)

    def _near(self, spot: MapSpot, make: Callable[[MapSpot], Page]) -> None:
        self._make, self._looks_at = make, spot.step.id
        self._say("")
        page = make(spot)
        self._show(page)
        self._go_to(page.first)

    def _do(self, wish: Callable[..., Outcome], spot: MapSpot, *way: str) -> None:
        """Keep a wish and go back to the road; what can't be now is said in the child's words."""
        try:
            told = wish(self._student_id, spot.step.id, *way).told
        except Refusal as refusal:
            self._refuse(str(refusal), spot)
            return
        self._map = self._seen() or self._map
        self._go_to_road(said=to_child(told))
        self.look_again()

    def _refused(self, spot: MapSpot) -> str:
        return self._asking.refused(self._student_id, spot.step.id)

    def _refuse(self, why: str, spot: MapSpot) -> None:
        self._make = None
        self._show(refused_page(why, spot, self._wishes))
        self._go_to(0)
