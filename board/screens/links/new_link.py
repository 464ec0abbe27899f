"""Who shall come in by a new link, and how often it lets in."""

from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from board.screens.links import words
from board.screens.parts.calm import CalmDialog
from board.seat.links import LinkRole
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.menu_rows import MenuRows

_ROLES = {str(number): role for number, role in enumerate(LinkRole, 1)}
_WHO = KeyGroup(
    "Who shall come in?",
    tuple(Command(f"choose('{role}')", key, words.WHO[role], words.WHAT[role]) for key, role in _ROLES.items()),
)
_OFTEN = Command("often", "o", words.ONCE, "This changes it: any device, again and again.")
_RARELY = Command("often", "o", words.STANDING, "This changes it: one device, once, within a day.")
_LEAVE = Command("leave", "escape,q", "Back", "Make no link.", 1, "esc")


class NewLink(NamedTuple):
    """What a new link shall be.

    Attributes:
        role: What it lets its browser be.
        is_standing: Whether it lets in again and again.
    """

    role: LinkRole
    is_standing: bool


class NewLinkScreen(CalmDialog[NewLink]):
    """Chooses what a new link shall be; left with nothing where none shall be made.

    Args:
        is_standing: What is chosen already: whether it lets in again and again.
    """

    CSS_PATH = "new_link.tcss"
    KEYS = (_WHO, KeyGroup("How often?", (_OFTEN,)), KeyGroup("", (_LEAVE,)))
    BINDINGS = bindings(KEYS)
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - as Screen has it

    def __init__(self, *, is_standing: bool) -> None:
        super().__init__()
        self._is_standing = is_standing

    def compose(self) -> ComposeResult:
        """The four, how often, and the way back."""
        with Vertical():
            with VerticalScroll():
                yield MenuRows((_WHO, KeyGroup("How often?", (_RARELY if self._is_standing else _OFTEN,))))
            yield KeyBar((_LEAVE,))

    @on(MenuRows.Chosen)
    async def tap(self, message: MenuRows.Chosen) -> None:
        """A tapped row does what its key does."""
        if message.key in _ROLES:
            self.action_choose(_ROLES[message.key])
        else:
            await self.action_often()

    def action_choose(self, role: str) -> None:
        """Leave with a role."""
        self.dismiss(NewLink(LinkRole(role), self._is_standing))

    async def action_often(self) -> None:
        """Let it let in once, or again and again."""
        self._is_standing = not self._is_standing
        await self.recompose()

    def action_leave(self) -> None:
        """Make no link."""
        self.dismiss(None)
