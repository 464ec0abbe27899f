"""Help of the studio: every key, and the sign of every colour."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from board.art.pixels import PALETTE
from board.commands import key_sign
from board.screens.drawing.keys import COLOURS, DRAW
from board.screens.parts.calm import CalmDialog
from board.widgets.pixel_canvas import DRAWING_KEYS

_COLUMNS = 3
"""Colours side by side."""


class DrawHelp(CalmDialog[None]):
    """Every key of the studio on one page."""

    CSS_PATH = "draw_help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter,question_mark,f1", "dismiss", "Back", id="back")]

    def compose(self) -> ComposeResult:
        """One page that scrolls where it has to."""
        with VerticalScroll():
            yield Static(Content("\n").join(_lines()), markup=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def on_click(self) -> None:
        """A tap goes back."""
        self.dismiss(None)


def _lines() -> Iterable[Content]:
    pen, *_ = DRAWING_KEYS
    yield Content.styled("Drawing", "bold $accent")
    yield _line("← → ↑ ↓", "Move over the paper.")
    yield from (_line(key_sign(command), command.help) for command in (pen, *DRAW) if command not in COLOURS)
    yield Content()
    yield Content.styled("Colours, and their signs", "bold $accent")
    chips = [f"{key_sign(command)}  {chip.name} {chip.sign}" for command, chip in zip(COLOURS, PALETTE, strict=True)]
    rows = len(chips) // _COLUMNS
    for at in range(rows):
        yield Content("".join(f"{chip:<20}" for chip in chips[at::rows]))
    yield Content()
    yield Content("Esc goes back.")


def _line(key: str, words: str) -> Content:
    return Content.assemble((f"{key:<9}", "bold"), words)
