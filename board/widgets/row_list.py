"""Lists that stop at their ends, and a list of rows, each of something with an id."""

from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Spacing
from textual.visual import Padding, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, HasKeys, KeyGroup


class ListRow(NamedTuple):
    """One row.

    Attributes:
        id: Id of what it stands for, None for a heading nobody can go to.
        text: What it says.
    """

    id: str | None
    text: Content


GOING = (
    Command("cursor_up", "up", "Up", "Go up by one."),
    Command("cursor_down", "down", "Down", "Go down by one."),
    Command("first", "home", "First", "Go to the first."),
    Command("last", "end", "Last", "Go to the last."),
    Command("select", "enter", "Take it", "Take what is under the cursor."),
)
"""What Textual's list does by keys, but for turning pages."""

_AIR = Spacing(1, 0, 1, 0)
"""Lines above and below what a row says, where fingers touch it."""

_PAGES = (
    Command("page_up", "pageup", "Page up", "Go up by a page."),
    Command("page_down", "pagedown", "Page down", "Go down by a page."),
)


class FingerRows(OptionList):
    """A list whose rows are as high as a finger is wide, where fingers touch it."""

    _was_touched = False

    def notify_style_update(self) -> None:
        """Lay out anew where fingers have come or gone."""
        super().notify_style_update()
        if self.is_attached and self._was_touched != self.app.has_class(TOUCH_CLASS):
            self._was_touched = not self._was_touched
            self._clear_caches()
            self.refresh(layout=True)

    def _get_visual(self, option: Option) -> Visual:
        visual = super()._get_visual(option)
        return Padding(visual, _AIR) if not option.disabled and self.app.has_class(TOUCH_CLASS) else visual


class CalmList(HasKeys, FingerRows):
    """A list that stops at its ends: one key too many must not land on somebody else."""

    KEYS = (KeyGroup("In the list", (*GOING, *_PAGES)),)

    def action_cursor_down(self) -> None:
        """Go down, at the end stay."""
        if self.highlighted != self._edge(-1):
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go up, at the beginning stay."""
        if self.highlighted != self._edge(0):
            super().action_cursor_up()

    def action_page_down(self) -> None:
        """Go down a page; a list that was filled just now has none yet, and Textual stumbles over that."""
        with suppress(KeyError):
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """Go up a page, in the same way."""
        with suppress(KeyError):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def go(self, by: int) -> None:
        """Go one down, or one up where `by` is less than 0: also by the keys of a line that is typed in."""
        if by > 0:
            self.action_cursor_down()
        else:
            self.action_cursor_up()

    def _edge(self, which: int) -> int | None:
        open_ones = [place for place, option in enumerate(self.options) if not option.disabled]
        return open_ones[which] if open_ones else None


class RowList(CalmList):
    """Rows to go through with arrows or taps; `OptionSelected` is posted when one is opened.

    Attributes:
        here: Id of what the cursor is on, None when there is nothing.
    """

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        border: none;
        padding: 0;
        background: $background;
        scrollbar-size: 1 1;
        scrollbar-background: $background;
        scrollbar-color: $accent 50%;
        pointer: pointer;
        &:focus { border: none; background-tint: $foreground 0%; }
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-disabled { color: $foreground 60%; }
        & > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $accent 30%; color: $foreground; text-style: none; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id, markup=False)

    @property
    def here(self) -> str | None:
        """Id of what the cursor is on, None when there is nothing."""
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id

    def fill(self, rows: Iterable[ListRow]) -> None:
        """Show other rows; the cursor stays on what it was on, or where it was when that is gone."""
        here, at = self.here, self.highlighted or 0
        self.set_options(Option(row.text, id=row.id, disabled=row.id is None) for row in rows)
        if here is not None and self.go_to(here):
            return
        places = [place for place, option in enumerate(self.options) if not option.disabled]
        self.highlighted = min(places, key=lambda place: abs(place - at), default=None)

    def go_to(self, id_: str) -> bool:
        """Put the cursor on what has this id; tell whether it is in the list."""
        at = next((place for place, option in enumerate(self.options) if option.id == id_), None)
        if at is not None:
            self.highlighted = at
        return at is not None

    def on_click(self, event: events.Click) -> None:
        """Let a first tap only go to a row."""
        tapped = event.style.meta.get("option")
        if tapped is not None and tapped != self.highlighted and not self.get_option_at_index(tapped).disabled:
            self.highlighted = tapped
            event.prevent_default()
