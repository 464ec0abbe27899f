"""What must be seen, as a short list to tick."""

from collections.abc import Collection, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Static

from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, HasKeys, KeyGroup, Legend, bindings
from board.widgets.tapping import Tap
from board.widgets.tiles import HIGH

MOST_DIGITS = 9
"""As many criteria have a digit; those after them are ticked under the cursor."""

_TICKED, _OPEN = "✓", "○"
_MARGIN = 6
"""Cells before the words of a criterion: its digit and its sign."""


class CriteriaList(HasKeys, VerticalScroll, can_focus=True, inherit_bindings=False):
    """Criteria one below the other, each with its digit and whether it is ticked; the cursor reaches those without a digit."""

    ALLOW_SELECT = False
    KEYS = (
        KeyGroup(
            "In the list of criteria",
            (
                Command("go(-1)", "up", "Up", "Go to the criterion above."),
                Command("go(1)", "down", "Down", "Go to the criterion below."),
                Command("tick", "enter,x", "Tick", "Tick the criterion under the cursor, or take the tick away."),
            ),
        ),
    )
    LEGENDS = (
        Legend(
            "Signs of criteria",
            ((_OPEN, "still to be seen"), (_TICKED, "seen now"), (f"{_TICKED} (seen before)", "stays seen")),
        ),
    )
    BINDINGS = bindings(KEYS)
    DEFAULT_CSS = """
    CriteriaList {
        height: auto;
        scrollbar-size: 1 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        scrollbar-color: $accent 40%;
        pointer: pointer;
        & > Static { height: auto; }
    }
    """

    class Ticked(Message):
        """A criterion is to be ticked, or its tick taken away.

        Attributes:
            index: Its place in the list, the first 0.
        """

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self._lines: Sequence[str] = ()
        self._seen: Collection[str] = ()
        self._ticked: Collection[str] = ()
        self._cursor = 0
        self._tops: list[int] = []
        self._height = 0
        self._tap = Tap()

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(markup=False)

    def show(self, lines: Sequence[str], seen: Collection[str], ticked: Collection[str]) -> None:
        """Show other criteria, or the same as they stand now.

        Args:
            lines: The criteria, first one first.
            seen: Those that were seen before, and stay seen.
            ticked: Those that were seen now.
        """
        self._cursor = self._cursor if list(lines) == list(self._lines) else 0
        self._lines, self._seen, self._ticked = lines, seen, ticked
        self._write()

    @property
    def eye(self) -> Offset:
        """The sign of the criterion under the cursor."""
        top = self._tops[self._cursor] if self._cursor < len(self._tops) else 0
        return Offset(3, max(0, top - round(self.scroll_y)))

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._write()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor, or take it away."""
        super().watch_has_focus(has_focus)
        self._write()

    def action_go(self, by: int) -> None:
        """Go to another criterion."""
        self._cursor = max(0, min(self._cursor + by, len(self._lines) - 1))
        self._write()
        if self._cursor < len(self._tops):
            ends = [*self._tops[1:], self._height]
            top, end, room = self._tops[self._cursor], ends[self._cursor], self.scrollable_content_region.height
            now = round(self.scroll_y)
            if top < now or end > now + room:
                self.scroll_to(y=top if top < now else min(top, end - room), animate=False)

    def action_tick(self) -> None:
        """Tick what is under the cursor."""
        if self._cursor < len(self._lines):
            self.post_message(self.Ticked(self._cursor))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._thing_at(event))

    def on_click(self, event: events.Click) -> None:
        """Tick the criterion that was tapped."""
        at = self._thing_at(event)
        if at is not None and self._tap.ends_on(at):
            self._cursor = at
            self.post_message(self.Ticked(at))

    def _thing_at(self, event: events.MouseEvent) -> int | None:
        """Give the place of the criterion under the pointer."""
        offset = event.get_content_offset(self)
        line = None if offset is None else offset.y + round(self.scroll_y)
        if line is None or line >= self._height:
            return None
        return max((at for at, top in enumerate(self._tops) if top <= line), default=None)

    def _write(self) -> None:
        width = self.scrollable_content_region.width
        if width <= _MARGIN or not self.is_mounted:
            return
        written: list[Content] = []
        self._tops = []
        for at, line in enumerate(self._lines):
            self._tops.append(len(written))
            written += self._criterion(at, line, width)
        self._height = len(written)
        self.query_one(Static).update(Content("\n").join(written))

    def _criterion(self, at: int, line: str, width: int) -> list[Content]:
        """Give the lines of one criterion; what goes on stands under its first word."""
        ticked, seen = line in self._ticked, line in self._seen
        here = self.has_focus and at == self._cursor
        digit = f" {at + 1} " if at < MOST_DIGITS else "   "
        sign = f" {_TICKED if ticked or seen else _OPEN} "
        look = "bold $success" if ticked else "$foreground 60%" if seen else ""
        said = f"{line} (seen before)" if seen and not ticked else line
        first, *rest = Content(said).wrap(width - _MARGIN) or [Content()]
        number = Content.styled(digit, "reverse bold" if here else "bold $accent")
        written = [
            Content.assemble(number, (sign, look), first.stylize(look)),
            *(Content.assemble(" " * _MARGIN, text.stylize(look)) for text in rest),
        ]
        if not self.app.has_class(TOUCH_CLASS):
            return written
        return [Content(), *written, *[Content()] * (HIGH - 1 - len(written))]
