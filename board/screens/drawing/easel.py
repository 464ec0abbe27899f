"""The parts of the studio and their places: paper, tools, colours, words, the spot, and what leads on."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Button, Static

from board.art.pixels import FINE
from board.deeds.pictures import CAPTION_LIMIT
from board.screens.drawing.keys import (
    ACT_TILES,
    ACT_TILES_BY_HAND,
    ALL_ACT_TILES,
    ALL_TILES,
    COARSE_TILES,
    FOOT,
    FOOT_OF_TOOLS,
    TOOL_TILES,
)
from board.screens.drawing.sketch import Sketch
from board.widgets.box import Box
from board.widgets.browser import TOUCH_CLASS
from board.widgets.colour_chips import ColourChips
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import OneLine
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.placed import Placed
from board.widgets.spot_preview import Paper, SpotPreview
from board.widgets.studio_plan import StudioPlan, plan_studio
from board.widgets.studio_tiles import Tile, Tiles
from board.words import MY_PICTURE_SHOWS

_FOOT = 2
"""Lines of keys."""

_NO_FOOT = Box(0, 0, 0, 0)


class Easel(Placed):
    """Everything of the studio, each part where there is room for it.

    Args:
        title: Who draws what.
        begun: What is drawn and said already.
        paper: The ground of the spot.
    """

    def __init__(self, title: str, begun: Sketch, paper: Paper) -> None:
        super().__init__()
        self._title, self._begun, self._paper = title, begun, paper
        self._laid: StudioPlan | None = None

    def compose(self) -> ComposeResult:
        """Every part once, as the window is now."""
        plan = self.plan
        yield Static(self._shown_title, id="title", markup=False)
        yield Tiles(_tools(plan), plan.tiles_across, id="tools")
        with Container(id="frame"):
            yield PixelCanvas(self._begun.drawing)
        yield SpotPreview(self._paper, id="spot")
        yield Static(id="said", markup=False)
        yield Tiles(_acts(plan), plan.acts_across, id="acts")
        yield Button("✓ That's my picture!", variant="success", id="done")
        yield Button("← Back", id="back")
        yield ColourChips(plan.chips_across, id="chips")
        yield Static(MY_PICTURE_SHOWS, id="label", markup=False)
        words = OneLine(self._begun.caption, max_length=CAPTION_LIMIT, select_on_focus=False, id="words")
        yield words.where_enter("Go to the button for a picture that is done.")
        with Container(id="foot"):
            yield KeyBar(FOOT_OF_TOOLS).add_class("tools")
            yield KeyBar(FOOT)

    def on_mount(self) -> None:
        """Follow what is drawn, and with what."""
        self._fit(self.plan)
        canvas = self.query_one(PixelCanvas)
        for change in ("shown", "pen", "signs"):
            self.watch(canvas, change, self._show_state)

    def on_resize(self) -> None:
        """Use the room there is."""
        self._fit(self.plan)

    def notify_style_update(self) -> None:
        """Use the room there is where fingers have come or gone: they need no line of keys."""
        super().notify_style_update()
        if self._laid is not None and self._laid != self.plan:
            self._fit(self.plan)
            self.refresh(layout=True)

    @property
    def plan(self) -> StudioPlan:
        """How it is laid out in the window as it is now."""
        return self._plan_in(self.app.size)

    def places(self, size: Size) -> Mapping[str, Box]:
        """Give where everything stands."""
        return self._plan_in(size).places

    def _plan_in(self, size: Size) -> StudioPlan:
        return plan_studio(*size, foot=0 if self.app.has_class(TOUCH_CLASS) else _FOOT)

    def _fit(self, plan: StudioPlan) -> None:
        """Show what there is room for: which tiles, and how many of them and of the colours side by side."""
        self._laid = plan
        tools, acts = self.query_one("#tools", Tiles), self.query_one("#acts", Tiles)
        tools.tiles, tools.columns = _tools(plan), plan.tiles_across
        acts.tiles, acts.columns = _acts(plan), plan.acts_across
        self.query_one(ColourChips).across = plan.chips_across
        self.set_class(plan.is_close, "-close")
        self.set_class(plan.is_slim, "-slim")
        self.set_class("foot" not in plan.places, "-by-hand")
        words = self.query_one(OneLine)
        words.placeholder = "" if "label" in plan.places else f"{MY_PICTURE_SHOWS} ..."
        self.query_one("#foot").set_class(plan.places.get("foot", _NO_FOOT).high == 1, "-one")
        self.query_one("#title", Static).update(Content(self._shown_title), layout=False)

    def _show_state(self) -> None:
        """Show the spot as it is drawn now, and what is in the child's hand."""
        canvas = self.query_one(PixelCanvas)
        pen = canvas.pen
        self.query_one(SpotPreview).drawing = canvas.shown
        self.query_one(ColourChips).chosen = pen.colour
        switched = {"mirror": pen.mirrored, "tiny": canvas.shown.side == FINE, "signs": canvas.signs}
        marked = frozenset((f"tool('{pen.tool}')", *(action for action, is_on in switched.items() if is_on)))
        for tiles in self.query(Tiles):
            tiles.marked = marked

    @property
    def _shown_title(self) -> str:
        return shortened(self._title, max(1, self.app.size.width - 2))


def _tools(plan: StudioPlan) -> Sequence[Tile]:
    """Give the tiles that stand first: the tools, or all there are."""
    return ALL_TILES if plan.is_upright and plan.is_large else COARSE_TILES if plan.is_upright else TOOL_TILES


def _acts(plan: StudioPlan) -> Sequence[Tile]:
    """Give the tiles that stand apart from the tools."""
    if plan.is_upright:
        return ()
    if "foot" not in plan.places and plan.is_large:
        return ACT_TILES_BY_HAND
    return ALL_ACT_TILES if plan.is_large else ACT_TILES
