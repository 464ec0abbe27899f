"""The studio: a child draws the sticker of a step, pixel by pixel, and says what it shows."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Input, Static

from board.art.cells import StickerCells
from board.art.pixels import COARSE, FINE, PALETTE, Drawing, empty
from board.art.strokes import Pen, Tool
from board.mastery.curriculum import Step
from board.mastery.people import clean_line
from board.screens.drawing.doors import StudioDoors
from board.screens.drawing.easel import Easel
from board.screens.drawing.keys import DRAW, TOOLS
from board.screens.drawing.sketch import Draft, KeepDraft, Save, Sketch
from board.screens.parts.calm import Calm, take_actions
from board.screens.parts.question import Asking, Question
from board.widgets.browser import TOUCH_CLASS
from board.widgets.colour_chips import ColourChips
from board.widgets.command import bindings
from board.widgets.one_line import OneLine
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.spot_preview import Paper

_BIG = "Big squares. u brings the tiny ones back."
_BIG_BY_HAND = "Big squares. Undo brings the tiny ones back."

_LOSE = Question("Your picture can't be kept now.", "Esc", "loses it", "draw on, and try later")
_LOSE_BY_HAND = _LOSE._replace(key="Back")
"""What is said where fingers touch, and there are no keys."""


class DrawScreen(Calm[bool | None]):
    """Draws one picture; left with True when it was saved, False when it waits as a draft, None when it can't be kept.

    Args:
        who: Name of the child.
        step: What the picture is for.
        draft: What to begin with.
        starters: Pictures to start from, by name.
        cells: Where their pixels come from.
        paper: The ground of the spot.
        keep_draft: Called soon after each act.
        save: Called when the child is done.
    """

    CSS_PATH = "draw.tcss"
    AUTO_FOCUS: ClassVar[str | None] = "PixelCanvas"
    TIMES_AS_LONG: ClassVar[int] = 3
    """Hands rest, eyes look."""
    KEYS = DRAW
    BINDINGS = bindings(DRAW)

    def __init__(
        self,
        who: str,
        step: Step,
        draft: Sketch,
        *,
        starters: Mapping[str, Path],
        cells: StickerCells,
        paper: Paper,
        keep_draft: KeepDraft,
        save: Save,
    ) -> None:
        super().__init__()
        self._who, self._step, self._begun = who, step, draft
        self._paper = paper
        take_actions(self, StudioDoors(self, starters, cells, step.badge))
        self._draft, self._save = Draft(draft, lambda: self._sketch, keep_draft, self), save
        self._is_over = False
        self._asking = Asking()

    def compose(self) -> ComposeResult:
        """Everything, each where there is room for it."""
        yield Easel(f"{self._who} · {self._step.title}: {self._step.i_can}", self._begun, self._paper)

    def on_mount(self) -> None:
        """Take the pencil; follow what is drawn."""
        self.canvas.begin(by_keys=not self._by_hand)
        self._say(TOOLS[0].help)
        self.watch(self.canvas, "history", self._keep_soon, init=False)

    def action_tool(self, name: str) -> None:
        """Take a tool."""
        self._take(replace(self.canvas.pen, tool=Tool(name)))
        self._say(next(command.help for command in TOOLS if command.action == f"tool('{name}')"))

    def action_mirror(self) -> None:
        """Draw on both sides at once, or no longer."""
        self._take(replace(self.canvas.pen, mirrored=not self.canvas.pen.mirrored))
        self._say("The mirror is on." if self.canvas.pen.mirrored else "The mirror is off.")

    def action_colour(self, number: int) -> None:
        """Take a colour; the one in the hand already makes a dot, so that digits and arrows are enough to draw."""
        pen = self.canvas.pen
        if pen.colour == number and pen.tool is not Tool.RUBBER:
            self.canvas.focus()
            self.canvas.dab()
        else:
            self._take_colour(number)

    def action_next_colour(self, by: int) -> None:
        """Take the colour beside."""
        self._take_colour((self.canvas.pen.colour - 1 + by) % len(PALETTE) + 1)

    def action_undo(self) -> None:
        """Take back the last act."""
        self._say("" if self.canvas.undo() else "There is nothing to take back.")
        self.canvas.focus()

    def action_redo(self) -> None:
        """Put back the act that was taken back last."""
        self._say("" if self.canvas.redo() else "There is nothing to put back.")
        self.canvas.focus()

    def action_sheet(self) -> None:
        """Take a new sheet of paper."""
        self.act(empty(self.canvas.shown.side), "A new sheet. Undo brings the old one back.")

    def action_tiny(self) -> None:
        """Change between big and tiny squares, where there is room for tiny ones."""
        fine = self.canvas.shown.side == FINE
        if fine or self.may_be_tiny:
            self.act(
                self.canvas.shown.resized(COARSE if fine else FINE),
                (_BIG_BY_HAND if self._by_hand else _BIG) if fine else "Tiny squares.",
            )
        else:
            self._say("Make the window bigger for tiny squares.")

    def action_signs(self) -> None:
        """Show the signs of the colours, or hide them."""
        self.canvas.signs = not self.canvas.signs

    def action_caption(self) -> None:
        """Go to the words."""
        self.query_one(Input).focus()

    async def action_help(self) -> None:
        """Lift the pen, then show the keys."""
        self.canvas.lift()
        await super().action_help()

    @on(Button.Pressed, "#done")
    def action_done(self) -> None:
        """Save the picture and go; what can't be saved stays here."""
        self.canvas.lift()
        if self._is_over:
            return
        if self.canvas.shown.is_empty:
            self._say("Draw something first.")
            self.canvas.focus()
        elif self._save(*self._sketch):
            self._finish(saved=True)

    def take_pasted(self, text: str) -> bool:  # noqa: ARG002 - only the line of words takes it
        """Text is for the words, where somebody is writing them."""
        if self.query_one(OneLine).has_focus:
            return False
        self._say("Press w to say what it shows, then paste.")
        return True

    @on(Button.Pressed, "#back")
    def action_leave(self) -> None:
        """Go; the draft is kept. When it can't be, say so first."""
        self.canvas.lift()
        if self._is_over:
            return
        if self._draft.keep():
            self._finish(saved=False)
        elif self._asking.is_answered(self._sketch):
            self._finish(saved=None)
        else:
            self._asking.ask(self._sketch)
            self._say(str(_LOSE_BY_HAND if self._by_hand else _LOSE))

    def put_away(self) -> None:
        """Keep the draft."""
        self.action_leave()

    @on(ColourChips.Tapped)
    def take_colour(self, event: ColourChips.Tapped) -> None:
        """Take the colour that was tapped."""
        self._take_colour(event.number)

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Words are said: what comes next is to be done."""
        self.query_one("#done", Button).focus()

    @on(Input.Changed)
    def keep_words(self) -> None:
        """Keep what is typed."""
        self._keep_soon()

    @property
    def canvas(self) -> PixelCanvas:
        """The paper."""
        return self.query_one(PixelCanvas)

    @property
    def may_be_tiny(self) -> bool:
        """Whether there is room for tiny squares."""
        return self.query_one(Easel).plan.is_large

    @property
    def _by_hand(self) -> bool:
        """Whether fingers touch it."""
        return self.app.has_class(TOUCH_CLASS)

    @property
    def _sketch(self) -> Sketch:
        return Sketch(self.canvas.history.now, clean_line(self.query_one(Input).value))

    def _take_colour(self, number: int) -> None:
        """Take a colour; who rubs out goes on with the pencil."""
        tool = self.canvas.pen.tool
        self._take(replace(self.canvas.pen, colour=number, tool=Tool.PENCIL if tool is Tool.RUBBER else tool))
        self._say(f"This is {PALETTE[number - 1].name}.")

    def _take(self, pen: Pen) -> None:
        """Take another pen."""
        self.canvas.pen = pen
        self.canvas.focus()

    def act(self, drawing: Drawing, said: str) -> None:
        """Change the drawing in one act, and say so."""
        self.canvas.act(drawing)
        self._say(said)
        self.canvas.focus()

    def _say(self, said: str) -> None:
        self.query_one("#said", Static).update(Content(said))

    def _keep_soon(self) -> None:
        if not self._is_over:
            self._draft.keep_soon()

    def _finish(self, *, saved: bool | None) -> None:
        """Go; nothing is kept after the picture is saved, or there would be a draft of it again."""
        self._is_over = True
        self._draft.stop()
        self.dismiss(saved)
