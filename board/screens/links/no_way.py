"""What a page shows whose link leads nowhere just now."""

from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from board.screens.lock.sealed import Sealed
from board.widgets.command import KeyGroup

NO_WAY_LOOKS = Path(__file__).with_name("no_way.tcss")
"""How it looks: an app that begins with it has to name it, since it is up before it could add its own."""


class NoWay(Sealed[None]):
    """Says why, and takes no key.

    Args:
        why: A sentence for an adult, with what to do.
    """

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = NO_WAY_LOOKS
    KEYS = (KeyGroup("No way in", told=("Close this page; the link opens it again.",)),)
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, why: str) -> None:
        super().__init__()
        self._why = why

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Static(self._why, markup=False)
