"""Other steps that one showing shows too, to be chosen."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from board.mastery.in_hand import Near
from board.screens.parts.calm import CalmDialog
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.row_list import ListRow, RowList

_KEYS = (
    Command("choose", "space,x", "Choose", "Choose the step under the cursor, or let it go.", 1),
    Command("take", "enter", "Take", "Take what is chosen; each step then gets its own verdict.", 2),
    Command("leave", "escape", "Leave", "Leave everything as it was.", 3, "esc"),
)
_NOTHING = "There is no other step that this child still has to show."


class StepsToChoose(RowList):
    """Steps of which each tap chooses one, or lets it go; Enter takes them all."""

    class Tapped(Message):
        """The step under the cursor was tapped."""

    def on_click(self, event: events.Click) -> None:
        """Go to the tapped row and tell."""
        tapped = event.style.meta.get("option")
        event.prevent_default()
        if tapped is not None:
            self.highlighted = tapped
            self.post_message(self.Tapped())


class MoreSteps(CalmDialog[tuple[str, ...] | None]):
    """Steps to choose, the nearest first; gives their ids in that order, or None when it was left.

    Args:
        title: Title of the step that is shown.
        near: The other steps, the nearest first.
        chosen: Ids of those chosen before.
    """

    CSS_PATH = "more_steps.tcss"
    KEYS = (KeyGroup("More steps by one showing", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS = "RowList"

    def __init__(self, title: str, near: Sequence[Near], chosen: Sequence[str]) -> None:
        super().__init__()
        self._title, self._near, self._before = title, near, frozenset(chosen)
        self._chosen = self._before

    def compose(self) -> ComposeResult:
        """What was shown, the steps, the keys."""
        with Vertical():
            yield Static(f"{self._title}: what else was in this showing?", id="more-title", markup=False)
            yield Static(_NOTHING, id="nothing", markup=False)
            yield StepsToChoose()
            yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Show the steps."""
        self.query_one("#nothing").display = not self._near
        self._show()

    @property
    def holds_work(self) -> bool:
        """Whether others are chosen now."""
        return self._chosen != self._before

    def action_choose(self) -> None:
        """Choose the step under the cursor, or let it go."""
        here = self.query_one(RowList).here
        if here is not None:
            self._chosen ^= {here}
            self._show()

    def action_take(self) -> None:
        """Take what is chosen."""
        self.dismiss(tuple(near.step.id for near in self._near if near.step.id in self._chosen))

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    @on(StepsToChoose.Tapped)
    def tap(self) -> None:
        """A tap chooses a step, or lets it go."""
        self.action_choose()

    @on(OptionList.OptionSelected)
    def take(self) -> None:
        """Enter takes what is chosen."""
        self.action_take()

    def _show(self) -> None:
        self.query_one(RowList).fill(
            ListRow(
                near.step.id,
                Content.assemble(
                    ("✓ ", "bold $success") if near.step.id in self._chosen else "○ ",
                    (near.step.title, "bold"),
                    f"  {near.step.i_can}  ",
                    (near.unit, "$foreground 60%"),
                ),
            )
            for near in self._near
        )
