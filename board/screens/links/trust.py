"""How a device is told to trust the certificate that this computer made by itself."""

from textwrap import fill

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from board.screens.parts.calm import CalmDialog
from board.seat.sharing import OwnTrust
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar

_BACK = Command("dismiss", "escape,q,enter", "Back", "Go back to the links.", 1, "esc")
_WHY = "This computer made its certificate by itself, so no browser knows it yet: each one warns, once."
_GO_ON = (
    "On the device, open the link. Where the browser warns, choose Advanced, or Show details, and then to go on. "
    "What is sent is secret from then on."
)
_COMPARE = (
    "To be sure that it is this computer and no other, let the browser show the certificate, and compare its SHA-256 "
    "fingerprint with this one:"
)
_NO_MORE = (
    "An iPad or iPhone shows the board only once it trusts this computer, and other devices then never warn again: bring "
    "them the file {file} (by mail, cable or stick) and install it there as the certificate of an authority. On an iPad, "
    "switch it on in Settings, General, About, Certificate Trust Settings. Its key was thrown away when it was made: "
    "whoever trusts it trusts this computer and no other."
)
_PAIRS = 24
"""Signs of a fingerprint in one line: eight pairs."""


class TrustScreen(CalmDialog[None]):
    """Says why devices warn, and what to do.

    Args:
        trust: What they have to be told.
    """

    CSS_PATH = "trust.tcss"
    KEYS = (KeyGroup("The certificate", (_BACK,)),)
    BINDINGS = bindings(KEYS)
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - as Screen has it

    def __init__(self, trust: OwnTrust) -> None:
        super().__init__()
        self._trust = trust

    def compose(self) -> ComposeResult:
        """The steps, one below the other."""
        with Vertical():
            with VerticalScroll():
                for step in (_WHY, _GO_ON, _COMPARE):
                    yield Static(step, markup=False, classes="step")
                yield Static(fill(self._trust.fingerprint.replace(":", " "), _PAIRS), markup=False, id="fingerprint")
                yield Static(_NO_MORE.format(file=self._trust.authority), markup=False, classes="step")
            yield KeyBar((_BACK,))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()
