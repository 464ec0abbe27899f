"""What stands on the terminal's screen already is not written once more."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console, RenderableType
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App, ReturnType
from textual.screen import Screen
from textual.strip import Strip

from board.mastery.harmless import harmless_line
from board.widgets.fitting import looks_in
from board.widgets.pieced_line import pieces_of

_COLOURS = re.compile("\x1b\\[[0-9;:]*m")

_Part = tuple[int, int, Strip]
"""A piece of a picture: its line, its first cell, and what stands there."""


class OnScreen:
    """Remembers what was written where, piece by piece, and gives of each picture only what is new.

    Textual paints everything anew when a screen comes up, when the window gets or loses the focus, when a style was
    looked at again: mostly what stands there already. It also writes a line from its start to reach a spot in the
    middle. Here is the one place that leans on the two kinds of updates Textual's compositor makes.
    """

    def __init__(self) -> None:
        self._size = (0, 0)
        self._lines: dict[int, dict[int, tuple[int, str]]] = {}

    def forget(self) -> None:
        """Take the screen for unknown: the next picture is written whole, as far as Textual paints it."""
        self._lines.clear()

    def news(self, picture: CompositorUpdate, console: Console) -> str | None:
        """Give what must be written to show a picture, and take it for written.

        Args:
            picture: What Textual wants to be seen.
            console: Says which colours there are.

        Returns:
            None for a kind of picture that is not known here; it must be written as it is.
        """
        if isinstance(picture, LayoutUpdate):
            if picture.region.size != self._size:
                self._size = picture.region.size
                self.forget()
            return "".join(self._written(_whole(picture), console))
        if isinstance(picture, ChopsUpdate):
            return "".join(self._written(_patches(picture), console))
        self.forget()
        return None

    def line(self, y: int) -> str:
        """Give the letters that stand in a line, without their colours.

        Args:
            y: Number of the line, 0 at the top.
        """
        pieces = sorted(self._lines.get(y, {}).items())
        text = ""
        for x, (_, written) in pieces:
            text += " " * (x - len(text)) + _COLOURS.sub("", written)
        return text

    def _written(self, parts: Iterable[_Part], console: Console) -> Iterator[str]:
        pen = (-1, -1)
        for y, x, piece in parts:
            text, end = _harmless(piece).render(console), x + piece.cell_length
            line = self._lines.setdefault(y, {})
            if line.get(x) == (end, text):
                continue
            _put(line, x, end, text)
            if pen != (y, x):
                yield f"\x1b[{y + 1};{x + 1}H"
            yield text
            pen = (y, end)


def _harmless(piece: Strip) -> Strip:
    """Give a piece without what would steer the terminal; it has no cell of its own, so everything keeps its place."""
    text = piece.text
    if harmless_line(text) == text:
        return piece
    return Strip([Segment(harmless_line(part.text), part.style) for part in piece], piece.cell_length)


def _put(line: dict[int, tuple[int, str]], start: int, end: int, text: str) -> None:
    """Take a piece for written; what it covers, even in part, stands there no longer."""
    if start not in line or line[start][0] != end:
        for at in [at for at, (stop, _) in line.items() if at < end and start < stop]:
            del line[at]
    line[start] = (end, text)


def _whole(picture: LayoutUpdate) -> Iterator[_Part]:
    for y, strips in enumerate(picture.strips, picture.region.y):
        x = picture.region.x
        for strip in strips:
            for piece in pieces_of(strip):
                yield y, x, piece
                x += piece.cell_length


def _patches(picture: ChopsUpdate) -> Iterator[_Part]:
    for y, start, stop in picture.spans:
        for end, (x, strip) in zip(picture.chop_ends[y], picture.chops[y].items(), strict=False):
            if strip is not None and x < stop and start < end:
                yield from _between(y, x, strip, start, min(stop, end))


def _between(y: int, x: int, strip: Strip, start: int, stop: int) -> Iterator[_Part]:
    """Give the pieces of a strip that lie between two cells of the screen, cut where they reach over them."""
    for piece in pieces_of(strip):
        end = x + piece.cell_length
        if x >= stop:
            return
        if end > start:
            whole = start <= x and end <= stop
            yield y, max(x, start), piece if whole else piece.crop(max(0, start - x), stop - x)
        x = end


class _News(CompositorUpdate):
    """Text that is ready to be written."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render_segments(self, console: Console) -> str:  # noqa: ARG002 - as every update has it
        """Give the text."""
        return self._text


class SparingApp(App[ReturnType]):
    """An app that writes to the terminal only what does not stand there already."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._on_screen = OnScreen()

    def push_screen(self, screen: Any, *args: Any, **options: Any) -> Any:
        """Put a screen up that wears the looks for this window from the first, so that it is laid out and painted once.

        Args:
            screen: The screen, or its name.
            args: What Textual's way takes.
            options: The same.
        """
        if isinstance(screen, Screen):
            screen.update_classes(looks_in(screen, self.size), update=False)
        return super().push_screen(screen, *args, **options)

    def on_resize(self) -> None:
        """Trust nothing that was written before: the window got another size, or the terminal was set up anew."""
        self.forget_screen()

    def repaint(self) -> None:
        """Paint everything anew, whatever the terminal shows."""
        self.forget_screen()
        if self.screen_stack:
            self.screen.refresh()

    def forget_screen(self) -> None:
        """Write everything anew when it is painted next, since something else may have written over it."""
        self._on_screen.forget()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate) and self._is_writing:
            text = self._on_screen.news(renderable, self.console)
            if text is not None:
                cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
                renderable = _News(text) if text or cursor != self._previous_cursor_position else None
        super()._display(screen, renderable)

    @property
    def _is_writing(self) -> bool:
        """Whether Textual writes what it is given now."""
        return self._running and not (self._closed or self.is_headless or self.is_inline or self._batch_count)
