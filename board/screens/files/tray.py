"""Photos from the phone: they are sent here, many at once, and wait in the class's own folder until they are given to somebody."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from board.art.brought import shown_small
from board.art.cells import Pixels
from board.art.picture_files import Lying, pictures_in
from board.counting import counted
from board.deeds.sitting import Sitting
from board.deeds.tray import Tray
from board.errors import Refusal
from board.mastery.people import clean_line
from board.screens.files.way_in import WayIn, gone
from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import HELP
from board.seat.seat import Seat
from board.widgets.browser import browser_of
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.photo_rows import SIDE, PhotoRows
from board.widgets.qr_code import QrCode
from board.widgets.slowly import slowly

_LOOK_AGAIN = 1.0
"""Seconds between looks into the folder of the class."""

_MOST_SHOWN = 60
"""Photos that are shown at most, the newest; all of them count."""

_KEYS = (Command("leave", "escape,q", "Back", "Go back; what has come waits, and what is on its way comes.", 1, "esc"),)
_BY_CODE = (
    "Let the phone look at the code with its camera, or press the button of this page. "
    "Then take photos, or choose as many as you like."
)
_BY_BUTTON = "Press the button of this page; then take photos, or choose as many as you like."
_BY_FOLDER = "Put photos from a phone or a camera into this folder; they come up here at once:\n{folder}"
_NONE = "No photo waits yet."
_ONE, _MANY = "1 photo waits.", "{count} photos wait."
_NEXT = "Next: open the pictures of a child and bring one there (b); all that wait are offered."
_CAME_ONE, _CAME_MANY = "1 photo came.", "{count} photos came."
_BUTTON = "Send photos"
_TOO_SMALL = "The code needs a larger window; the button of this page does the same."


class TrayScreen(Calm[None]):
    """Shows how photos come into the class, and those that wait.

    Args:
        seat: Where one sits.
        sitting: Who lets them come, and into which class.
    """

    CSS_PATH = "tray.tcss"
    KEYS = (KeyGroup("Photos from the phone", _KEYS),)
    BINDINGS = bindings(KEYS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, seat: Seat, sitting: Sitting) -> None:
        super().__init__()
        self._elsewhere, self._name = seat.elsewhere, sitting.book.name
        self._tray = Tray(sitting, seat.elsewhere)
        self._way = WayIn(self, _BUTTON, self._come, many=True, renewed=self._write_code)
        self._small: dict[Lying, Pixels | None] = {}
        self._waiting: tuple[Lying, ...] | None = None
        self._came = 0

    def compose(self) -> ComposeResult:
        """Title; the code, and beside it how photos come, how many wait, and the photos; what came; keys."""
        yield Static(Content(f"Photos from the phone · {self._name}"), id="title")
        with Vertical(id="desk"):
            yield QrCode(too_small=_TOO_SMALL)
            with Vertical(id="there"):
                yield Static(id="how", markup=False)
                yield Static(id="many", markup=False)
                yield PhotoRows()
        yield Static(id="said", markup=False)
        yield KeyBar((*_KEYS, HELP))

    def on_mount(self) -> None:
        """Let photos come, and look what waits, now and again."""
        try:
            self._tray.ask()
            self._way.open()
        except Refusal as refusal:
            self._say(str(refusal))
        self._write_code()
        self._look()
        self.set_interval(_LOOK_AGAIN, self._look)

    def on_unmount(self) -> None:
        """Let no more come."""
        self._way.close()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _write_code(self) -> None:
        """Say how photos come here, and show the code."""
        link = self._way.link
        code = self.query_one(QrCode)
        code.show(link)
        code.display = bool(link)
        self.set_class(bool(link), "-code")
        folder = clean_line(str(self._tray.folder))
        how = _BY_CODE if link else _BY_BUTTON if self._way.is_open else _BY_FOLDER.format(folder=folder)
        if browser_of(self.app) is None or self._way.is_open:
            self.query_one("#how", Static).update(Content(how))

    def _come(self, files: Sequence[Path]) -> None:
        """Take in what came, as the app: it outlives this screen."""
        for file in files:
            self.app.run_worker(partial(self._take, file), exit_on_error=False, group="tray")  # type: ignore[arg-type] # Textual's own type of it fits no async function

    async def _take(self, file: Path) -> None:
        try:
            await slowly(self.app, partial(self._tray.take, file, date.today()))  # noqa: DTZ011 - the teacher's own day
        except Refusal as refusal:
            self._say(str(refusal))
        else:
            self._came += 1
            self._say(counted(_CAME_ONE, _CAME_MANY, self._came))
        finally:
            gone(file)

    def _look(self) -> None:
        self.later.begin(partial(pictures_in, self._tray.folder), self._show, "look")

    def _show(self, waiting: tuple[Lying, ...]) -> None:
        """Show what waits, the newest first, each as soon as it is small."""
        if waiting != self._waiting:
            self._waiting = waiting
            said = counted(_ONE, _MANY, len(waiting)) if waiting else _NONE
            self.query_one("#many", Static).update(Content.assemble((said, "bold"), f"  {_NEXT}" if waiting else ""))
            self._small = {one: small for one, small in self._small.items() if one in waiting}
        self._show_small()

    def _show_small(self) -> None:
        waiting = (self._waiting or ())[:_MOST_SHOWN]
        rows = self.query_one(PhotoRows)
        rows.photos = tuple(small for one in waiting if (small := self._small.get(one)) is not None)
        missing = next((one for one in waiting[: max(1, rows.room)] if one not in self._small), None)
        if missing is not None:
            look = partial(self._made_small, missing.path)
            self.later.begin(look, partial(self._is_small, missing), "small", is_long=True)

    def _is_small(self, lying: Lying, small: Pixels | None) -> None:
        self._small[lying] = small
        self._show_small()

    def _made_small(self, path: Path) -> Pixels | None:
        """Make a photo small, in a thread; None where there is nothing to see."""
        try:
            return self._elsewhere.run(shown_small, path, (SIDE,))[0]
        except (Refusal, OSError):
            return None

    def _say(self, text: str) -> None:
        if self.is_attached:
            self.query_one("#said", Static).update(Content(text))
