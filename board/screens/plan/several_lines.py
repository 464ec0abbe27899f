"""Several lines to write, with lines one may take beside them."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from board.deeds.plan import LONGEST
from board.mastery.people import clean_line
from board.screens.parts.calm import CalmDialog
from board.screens.parts.question import NOT_KEPT, Asking
from board.widgets.command import Command, KeyGroup, bindings, without
from board.widgets.key_bar import KeyBar
from board.widgets.row_list import ListRow, RowList

_KEYS = (
    Command("keep", "ctrl+s", "Keep", "Keep what was written, one thing a line; nothing written is none.", 1),
    Command("leave", "escape", "Leave", "Leave; what was typed is asked about once.", 2, "esc"),
    Command("known", "f2", "Take one", "Go to the lines below; Enter adds the one under the cursor.", 3),
)
_MOST = 40
"""Lines one may take; more is no choice."""


class SeveralLines(CalmDialog[tuple[str, ...] | None]):
    """Asks for several lines; gives them clean, none where all were taken out, or None when it was left.

    Args:
        title: What they are about.
        hint: What to write, shown while nothing is.
        lines: What stands there now.
        known: Lines one may take with a key.
    """

    CSS_PATH = "several_lines.tcss"
    KEYS = (KeyGroup("One thing a line", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "TextArea"

    def __init__(self, title: str, hint: str, lines: tuple[str, ...], known: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._title, self._hint, self._lines, self._known = title, hint, lines, known[:_MOST]
        self._asking = Asking()

    def compose(self) -> ComposeResult:
        """Title, lines, lines to take, what is asked, keys."""
        with Vertical():
            yield Static(self._title, id="lines-title", markup=False)
            yield TextArea(
                "\n".join(self._lines), compact=True, highlight_cursor_line=False, placeholder=self._hint, theme="css"
            )
            if self._known:
                yield Static("F2 goes to these, Enter takes one or puts it back", id="known-title", markup=False)
                yield RowList()
            yield Static(id="asked", markup=False)
            yield KeyBar(_KEYS if self._known else _KEYS[:-1])

    def on_mount(self) -> None:
        """Begin behind what stands there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self._list_known()

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its keys; to lines one may take only where there are some."""
        return self.KEYS if self._known else without(self.KEYS, ["known"])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer lines to take only where there are some."""
        return bool(self._known) if action == "known" else super().check_action(action, parameters)

    @property
    def typed(self) -> tuple[str, ...]:
        """What is written, clean, each line once."""
        lines = (clean_line(line)[:LONGEST] for line in self.query_one(TextArea).text.splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))

    @on(TextArea.Changed)
    def _look(self) -> None:
        self._asking.forget()
        self.query_one("#asked", Static).update("")
        self._list_known()

    def _list_known(self) -> None:
        typed = self.typed
        for listed in self.query(RowList):
            listed.fill(
                ListRow(str(at), Content(f"{'✓' if line in typed else ' '} {line}"))
                for at, line in enumerate(self._known)
            )

    @on(RowList.OptionSelected)
    def take(self, event: RowList.OptionSelected) -> None:
        """Write a line that was taken behind the others; one that stands there already goes."""
        line, typed = self._known[int(event.option_id or 0)], self.typed
        then = tuple(one for one in typed if one != line) if line in typed else (*typed, line)
        area = self.query_one(TextArea)
        area.text = "\n".join(then)
        area.move_cursor(area.document.end)

    def action_known(self) -> None:
        """Go to the lines one may take, or back."""
        listed = self.query_one(RowList)
        (self.query_one(TextArea) if listed.has_focus else listed).focus()

    def action_keep(self) -> None:
        """Give what is written."""
        self.dismiss(self.typed)

    @property
    def holds_work(self) -> bool:
        """Whether something was changed."""
        return self.typed != self._lines

    def action_leave(self) -> None:
        """Leave everything as it was; what was typed is asked about once."""
        if not self.holds_work or self._asking.is_sure(NOT_KEPT, self.query_one("#asked", Static).update):
            self.dismiss(None)
