"""The page about a spot: what the step is, how it stands, what it looks like, ways to show it, what happened."""

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from board.mastery.curriculum import Step
from board.widgets.path_words import Part

_SIGN = "· "

_ROOMY = 10
"""Lines from which on there is room for blank ones."""


class SpotPage(VerticalScroll):
    """A scrolling page in parts; long lines go on under their first word."""

    DEFAULT_CSS = """
    SpotPage {
        scrollbar-size: 1 1;
        scrollbar-gutter: stable;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        scrollbar-color: $accent 40%;
        & > Static { height: auto; padding-right: 1; }
    }
    """

    def __init__(self) -> None:
        """Make the page, empty."""
        super().__init__()
        self._heading: tuple[Step, bool] | None = None
        self._parts: tuple[Part, ...] = ()

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(markup=False)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._write()

    def tell(self, step: Step, parts: Iterable[Part], *, boss: bool) -> None:
        """Tell about a spot: another one from the top of the page, the same one without losing the place.

        Args:
            step: Its step.
            parts: What is said; parts without lines are left out.
            boss: Whether the step is a Boss.
        """
        another = self._heading != (step, boss)
        self._heading = (step, boss)
        self._parts = tuple(part for part in parts if part.lines)
        self._write()
        if another:
            self.scroll_home(animate=False)

    def _write(self) -> None:
        width = self.scrollable_content_region.width - 1
        if self._heading is not None and width > 0:
            self.query_one(Static).update(Content("\n").join(self._lines(*self._heading, width)))

    def _lines(self, step: Step, boss: bool, width: int) -> Iterator[Content]:
        tight = self.scrollable_content_region.height < _ROOMY
        yield Content.assemble((step.title, "bold $accent"), ("  ★ Boss" if boss else "", "$foreground 70%"))
        yield Content(step.i_can)
        for part in self._parts:
            if not tight:
                yield Content()
            if part.title:
                yield Content.styled(part.title, "bold")
                for line in part.lines:
                    yield from _hanging(line, width)
            else:
                yield from (Content.styled(line, "bold") for line in part.lines)


def _hanging(line: str, width: int) -> Iterator[Content]:
    """Break a line so that it goes on under its first word."""
    room = max(1, width - len(_SIGN))
    for at, text in enumerate(Content(line).wrap(room)):
        yield Content.assemble(" " * len(_SIGN) if at else _SIGN, text)
