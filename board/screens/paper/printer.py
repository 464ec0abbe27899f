"""Printer is off: the teacher shows where the folds cross, and sees what every page is moved by from now on."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, Static

from board.elsewhere import IN_THIS_THREAD, Elsewhere
from board.errors import Refusal
from board.mastery.progress import Progress
from board.paper.drawing import drawn
from board.paper.keeping import keep_pdfs
from board.paper.order import Look, Order
from board.paper.printers import NAME_LIMIT, Printers, printer_words
from board.screens.files.shown import Shown, shown
from board.screens.parts.calm import CalmDialog
from board.screens.parts.trying import tried
from board.widgets.command import Command, KeyGroup, bindings, commands_of
from board.widgets.fold_cross import FoldCross
from board.widgets.key_bar import FingerBar
from board.widgets.one_line import OneLine
from board.widgets.slowly import slowly
from printables.page.printer import TRUE, Printer

_USUAL_NAME = "My printer"
_BAR_MM, _BAR_STEP_MM = 100.0, 0.5
_HOW = (
    "1  p makes the check page: print it at 100 %, on the printer whose name stands here.\n"
    "2  Fold it in half both ways. The folds cross in the true middle of the paper.\n"
    "3  Where on the printed grid do the folds cross? Move the dotted lines there, 0.5 mm a key.\n"
    "4  Measure the bar of 100 mm: + and - until it says what your ruler says."
)
_SHOWN = {
    Shown.IN_BROWSER: "It comes up in your browser; print it there at 100 %, on the printer whose name stands here.",
    Shown.HERE: "Opened; print it at 100 %:\n{path}",
    Shown.NOWHERE: "Saved; print it at 100 %:\n{path}",
}
_KEYS = "arrows move the folds · + - bar · p check page · n next printer · Tab name · Enter keeps · del forgets · Esc"


class PrinterScreen(CalmDialog[None]):
    """Says how far a printer is off, and keeps it on this computer.

    Args:
        printers: The printers that are known.
        folder: Where the check page is put.
        paper: The paper it is printed on.
        made: The date on it.
        elsewhere: Where the check page is drawn.
    """

    CSS_PATH = "printer.tcss"
    KEYS = (
        KeyGroup(
            "Printer is off?",
            (
                Command("check_page", "p", "Check page", "Make the page whose folds are looked at."),
                Command("next_printer", "n", "Next printer", "Show another printer this computer knows."),
                Command("bar(1)", "plus,equals_sign", "Bar longer", "The bar of 100 mm is longer on paper."),
                Command("bar(-1)", "minus", "Bar shorter", "The bar of 100 mm is shorter on paper."),
                Command("keep", "enter", "Keep", "Keep what the printer needs, for every sheet whose size matters."),
                Command("forget", "delete", "Forget", "Forget what this printer needs."),
                Command("leave", "escape", "Back", "Go back."),
            ),
        ),
    )
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "FoldCross"
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - as Screen has it

    class Said(Message):
        """Something came of a wish."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    def __init__(
        self, printers: Printers, folder: Path, paper: str, made: date, elsewhere: Elsewhere = IN_THIS_THREAD
    ) -> None:
        super().__init__()
        self._printers, self._elsewhere = printers, elsewhere
        self._folder, self._paper, self._made = folder, paper, made
        self._bar = _BAR_MM

    def compose(self) -> ComposeResult:
        """Name, how to measure, the cross, what comes of it, buttons."""
        with Vertical():
            yield Static("Printer is off?", id="printer-title", markup=False)
            with Horizontal(id="name-line"):
                yield Static("Printer", classes="label", markup=False)
                yield OneLine(self._printers.last() or _USUAL_NAME, max_length=NAME_LIMIT, id="name").where_enter(
                    "Go on to the folds; a printer that is known shows what it needs."
                )
            yield Static(_HOW, id="how", markup=False)
            with Horizontal(id="measure"):
                yield FoldCross()
                yield Static(id="needs", markup=False)
            yield Static(id="printer-said", markup=False)
            with Horizontal(id="printer-buttons"):
                yield Button("Check page  p", id="check")
                yield Button("Keep  Enter", variant="primary", id="keep")
                yield Button("Back  Esc", id="back")
            yield Static(_KEYS, id="printer-keys", markup=False)
            yield FingerBar(commands_of(self.KEYS))

    def on_mount(self) -> None:
        """Show what is known of the printer used last."""
        self._show(self._printers.last())

    @on(FoldCross.Moved)
    def show_needs(self) -> None:
        """Show what every page is moved by."""
        off = self._cross.off
        seen = [_side(off[0], "{mm:g} mm right", "{mm:g} mm left"), _side(off[1], "{mm:g} mm down", "{mm:g} mm up")]
        lies = " and ".join(filter(None, seen)) or "right on the printed cross"
        lines = [
            Content.from_markup("The folds cross [bold]$where[/].", where=lies),
            Content.from_markup("The bar is [bold]$length mm[/] long.", length=f"{self._bar:g}"),
            Content(""),
            Content.styled(f"So the board {printer_words(self._needs)}.", "bold $accent"),
        ]
        self.query_one("#needs", Static).update(Content("\n").join(lines))

    @on(Input.Submitted)
    def name_typed(self) -> None:
        """Go on to the cross; a known name shows what is known of it."""
        name = self.query_one(Input).value.strip()
        if name in self._printers.known():
            self._show(name)
        self._cross.focus()

    @on(Button.Pressed, "#check")
    def check(self) -> None:
        """Make the check page."""
        self.action_check_page()

    @on(Button.Pressed, "#keep")
    def keep(self) -> None:
        """Keep what the printer needs."""
        self.action_keep()

    @on(Button.Pressed, "#back")
    def back(self) -> None:
        """Go back."""
        self.action_leave()

    @on(Said)
    def show_said(self, event: Said) -> None:
        """Say what came of a wish."""
        self._say(event.said)

    def action_bar(self, by: int) -> None:
        """Say that the bar is longer or shorter on paper."""
        self._bar = max(91.0, min(111.0, self._bar + by * _BAR_STEP_MM))
        self.show_needs()

    def action_next_printer(self) -> None:
        """Show another printer this computer knows."""
        known = list(self._printers.known())
        if not known:
            self._say("No printer is known yet; Enter keeps this one.")
            return
        name = self.query_one(Input).value
        self._show(known[(known.index(name) + 1) % len(known)] if name in known else known[0])

    def action_check_page(self) -> None:
        """Make the check page, which is printed as it is."""
        self._say("Making it ...")
        making = partial(slowly, self.app, self._make)
        self.run_worker(making, exit_on_error=False, exclusive=True, group="print")  # type: ignore[arg-type]  # as in `Later`

    def action_keep(self) -> None:
        """Keep what the printer needs; from now on it is used for every sheet whose size matters."""
        name = self.query_one(Input).value
        if tried(self, lambda: self._printers.keep(name, self._needs)):
            self._say(f"Kept. For {name.strip()} the board {printer_words(self._needs)}.")

    def action_forget(self) -> None:
        """Forget what this printer needs."""
        name = self.query_one(Input).value
        if tried(self, lambda: self._printers.forget(name)):
            self._show("")
            self._say(f"{name.strip()} is forgotten.")

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    @property
    def _cross(self) -> FoldCross:
        return self.query_one(FoldCross)

    @property
    def _needs(self) -> Printer:
        right, down = self._cross.off
        return Printer(right, down, round(_BAR_MM / self._bar, 5))

    def _show(self, name: str) -> None:
        known = self._printers.known().get(name, TRUE)
        self.query_one(Input).value = name or _USUAL_NAME
        self._bar = round(_BAR_MM / known.scale, 1)
        self._cross.off = (known.dx, known.dy)
        self.show_needs()

    def _make(self) -> None:
        """Make the check page, in a thread."""
        order = Order("calibration", (), "", (), Progress(), self._made, Look(self._paper))
        path = self._folder / order.file_name
        try:
            keep_pdfs({path: drawn(order, None, lambda _face, _px: None, elsewhere=self._elsewhere).pdf})
        except (Refusal, ValueError) as problem:
            self.post_message(self.Said(str(problem)))
            return
        self.post_message(self.Said(_SHOWN[shown(self.app, path, path.name)].format(path=path)))

    def _say(self, said: str) -> None:
        self.query_one("#printer-said", Static).update(Content(said))


def _side(mm: float, there: str, back: str) -> str:
    """Say how far something lies to one side, empty for not at all."""
    return (there if mm > 0 else back).format(mm=abs(mm)) if mm else ""
