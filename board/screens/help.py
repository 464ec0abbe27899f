"""Help: every key with its sentence, and what the signs mean; read from the one table of commands."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from board import commands, words
from board.mastery.progress import Status

_PARTS = (
    ("Marking", commands.MARKING),
    ("Looking", commands.LOOKING),
    ("The board", commands.BOARD),
    ("Moving", commands.MOVING),
)


class HelpScreen(ModalScreen[None]):
    """Every key and every sign on one page."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "Back", id="back"),
    ]

    def compose(self) -> ComposeResult:
        """One scrolling page."""
        with VerticalScroll():
            yield Static(_page(), markup=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()


def _page() -> Content:
    lines = [Content.styled("Keys and signs", "bold"), Content("Esc goes back to the board."), Content()]
    lines += _signs()
    for title, group in _PARTS:
        lines += [Content(), Content.styled(title, "bold $accent"), *_keys(group)]
    lines += [
        Content(),
        Content(
            "Tap or click a spot to go there; tap it again to mark it Got it. Every mark is on the disk when you see it."
        ),
    ]
    return Content("\n").join(lines)


def _signs() -> Iterable[Content]:
    yield Content.styled("Signs of the overview", "bold $accent")
    for status in Status:
        step, boss = (words.glyph(status, boss=boss) for boss in (False, True))
        yield Content(f"  {step} {boss}   {words.FOR_ADULTS[status]}")
    yield Content("  The second sign stands for a Boss: the bigger task at the end of a level.")


def _keys(group: tuple[commands.Command, ...]) -> Iterable[Content]:
    for command in group:
        key = commands.key_sign(command)
        yield Content.assemble((f"  {key:<10}", "bold"), f"{command.words:<15}", command.help)
