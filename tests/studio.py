"""The studio alone, with something in the place of the class that remembers what it was handed."""

from dataclasses import dataclass, field

from textual.pilot import Pilot

from board.art.cells import StickerCells
from board.art.pixels import Drawing, Point, empty
from board.art.starter import step_badges
from board.art.strokes import Pen
from board.errors import Refusal
from board.mastery.curriculum import Step
from board.screens.drawing.draw import DrawScreen
from board.screens.drawing.sketch import Sketch
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.spot_preview import Paper
from lone_app import LoneApp
from screen_driver import seen

STEP = Step("u/halves", "Halves", "I can cut a pizza into two halves.", badge="pizza")
BLUE = Pen().colour
DOT = empty().painted([Point(6, 6)], BLUE)


@dataclass
class Kept:
    """Stands in for the class: remembers what it was handed, and can refuse."""

    drafts: list[Sketch] = field(default_factory=list)
    saved: list[Sketch] = field(default_factory=list)
    is_full: bool = False
    refused: int = 0

    def keep_draft(self, drawing: Drawing, caption: str) -> None:
        if self.is_full:
            self.refused += 1
            raise Refusal("The disk is full; make room and draw on.")
        self.drafts.append(Sketch(drawing, caption))

    def save(self, drawing: Drawing, caption: str) -> bool:
        if not self.is_full:
            self.saved.append(Sketch(drawing, caption))
        return not self.is_full


def studio(kept: Kept, draft: Sketch | None = None, *, who: str = "Ava B.", step: Step = STEP) -> LoneApp:
    screen = DrawScreen(
        who,
        step,
        draft or Sketch(empty()),
        starters=step_badges(),
        cells=StickerCells(None),
        paper=Paper(),
        keep_draft=kept.keep_draft,
        save=kept.save,
    )
    return LoneApp(screen)


def canvas(app: LoneApp) -> PixelCanvas:
    return app.screen.query_one(PixelCanvas)


async def tapped(pilot: Pilot[None], word: str) -> None:
    """Tap where a word stands on the screen."""
    lines = seen(pilot.app).splitlines()
    y = next(at for at, text in enumerate(lines) if word in text)
    await pilot.click(offset=(lines[y].index(word), y))
