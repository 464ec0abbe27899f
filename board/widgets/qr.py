"""A link as a square that the camera of a phone or tablet reads, dark on light whatever the theme."""

from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import var
from textual.strip import Strip

from board.art.cells import Colour
from board.widgets.cell_canvas import CellCanvas
from board.widgets.grid_plan import wrapped
from board.widgets.painted import Painted

QUIET = 4
"""Modules of light around the code: what readers are promised."""

_LEAST_QUIET = 2
"""Modules of light with which cameras still find it, where there is no room for more."""

_DARK, _LIGHT = (0, 0, 0), (255, 255, 255)
_MOST_WORDS = 3

Modules = tuple[bytes, ...]
"""The squares of a code, row by row: 1 is dark."""


def modules_of(text: str) -> Modules:
    """Give the code of a text, with as much against smudges as its size allows; empty where there is nothing to show.

    Args:
        text: A link.
    """
    try:
        from segno import make_qr  # noqa: PLC0415 - only who serves the board has it
    except ImportError:
        return ()
    return tuple(bytes(row) for row in make_qr(text, error="l").matrix) if text else ()


class Laid(NamedTuple):
    """How a code lies in a room.

    Attributes:
        quiet: Modules of light around it.
        times: Pixels of a module, across and down.
    """

    quiet: int
    times: int


def laid_in(side: int, width: int, height: int) -> Laid | None:
    """Give how a code is shown as large as there is room, None where there is none.

    Args:
        side: Its modules across.
        width: Pixels there are across.
        height: Pixels there are down.
    """
    for quiet in range(QUIET, _LEAST_QUIET - 1, -1):
        times = min(width, height) // (side + 2 * quiet)
        if times:
            return Laid(quiet, times)
    return None


class Qr(Painted):
    """The code of a link, as large as there is room, in the middle.

    Args:
        text: The link, empty for none.
        too_small: What is said where there is no room for the code, or nothing that makes it.
    """

    DEFAULT_CSS = "Qr { width: 1fr; height: 1fr; }"

    text: var[str] = var("")
    """The link, empty for none."""

    def __init__(self, text: str = "", too_small: str = "Make the window larger to see the code.") -> None:
        super().__init__()
        self._too_small = too_small
        self._modules: Modules = ()
        self.set_reactive(Qr.text, text)
        self._modules = modules_of(text)

    def watch_text(self, text: str) -> None:
        """Show the code of another link."""
        self._modules = modules_of(text)
        self.refresh(layout=True)
        self.paint_anew()

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual gives both
        """As wide as the code with its light around it."""
        return self._whole

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual gives all
        """Half as high in cells."""
        return -(-self._whole // 2)

    @property
    def _whole(self) -> int:
        return len(self._modules) + 2 * QUIET if self._modules else 0

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        width, lines = self.size
        canvas = CellCanvas(width, lines, self.colour("background"))
        if not self.text:
            return canvas.strips()
        flat = 1 if self.has_halves else 2  # pixels of a module down; without halves a module is two cells wide
        laid = laid_in(len(self._modules), width // flat, 2 * lines // flat) if self._modules else None
        if laid is None:
            self._say_why(canvas)
        else:
            _lay(canvas, self._modules, laid.quiet, laid.times * flat)
        return canvas.strips()

    def _say_why(self, canvas: CellCanvas) -> None:
        ink: Colour = self.colour("foreground")
        words = wrapped(self._too_small, canvas.width - 2, min(_MOST_WORDS, canvas.lines))
        for line, text in enumerate(words, max(0, (canvas.lines - len(words)) // 2)):
            canvas.write_centred(0, line, text, canvas.width, ink)


def _lay(canvas: CellCanvas, modules: Modules, quiet: int, across: int) -> None:
    """Paint a code in the middle; it begins and ends with whole cells, so that no ground shines into its light."""
    whole = (len(modules) + 2 * quiet) * across
    lines = -(-whole // 2)
    left, top = (canvas.width - whole) // 2, (canvas.lines - lines) // 2 * 2
    canvas.fill(left, top, whole, 2 * lines, _LIGHT)
    for y, row in enumerate(modules, quiet):
        for x, is_dark in enumerate(row, quiet):
            if is_dark:
                canvas.fill(left + x * across, top + y * across, across, across, _DARK)
