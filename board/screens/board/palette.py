"""The palette of the board: every command, student, unit, step and page to print by name."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import NamedTuple, Protocol

from textual.app import ComposeResult
from textual.command import (
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Matcher,
    Provider,
    SearchIcon,
)
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import LoadingIndicator
from textual.worker import Worker

from board.screens.board.keys import FOOT, LISTS
from board.screens.parts.calm import Calm
from board.store.book import Book
from board.widgets.command import Command, HasKeys, KeyGroup, commands_of, key_sign
from board.widgets.key_bar import FingerBar
from board.widgets.row_list import FingerRows

_TWO_ADULTS = "Two adults see a Boss  (g, then w)"
_TWO_ADULTS_HELP = "Open the steps of the unit; w there lets two adults see each Boss, or one again."


class Board(Protocol):
    """What the palette asks of the board."""

    book: Book
    """The open class."""

    def go_to(self, student: str = "", step: str = "", unit: str = "") -> None:
        """Put the cursor on what is named by id."""
        ...

    async def run_action(self, action: str) -> object:
        """Do what a key would do."""
        ...


class _Found(CommandList, FingerRows, can_focus=False):
    """What fits, in rows for fingers where fingers touch."""


class Palette(CommandPalette, Calm[None]):
    """Textual's palette, left once, and whose list may be paged through before it is laid out."""

    KEYS = (
        KeyGroup(
            "Everything by name",
            (
                Command("escape", "escape", "Back", "Go back to the board."),
                Command("cursor_down", "down", "Down", "Go to the next that fits."),
                Command("command_list('cursor_up')", "up", "Up", "Go to the one before."),
                Command("command_list('page_down')", "pagedown", "Page down", "Go a page down."),
                Command("command_list('page_up')", "pageup", "Page up", "Go a page up."),
                Command("command_list('first')", "ctrl+home,shift+home", "First", "Go to the first."),
                Command("command_list('last')", "ctrl+end,shift+end", "Last", "Go to the last."),
            ),
            ("Type a few letters of a command, a student, a unit, a step or a page; Enter takes what is marked.",),
        ),
    )

    def compose(self) -> ComposeResult:
        """The line, what fits, and where fingers touch the way back."""
        with Vertical(id="--container"):  # as Textual's own, but for the rows
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield CommandInput(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield _Found()
                yield LoadingIndicator()
        yield FingerBar(commands_of(self.KEYS)[:1], has_menu=False)

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):  # the list was filled just now: it has no pages yet, and Textual stumbles over that
            super()._action_command_list(action)

    def _gather_commands(self, search_value: str) -> Worker[None]:
        search = super()._gather_commands(search_value)
        search.exit_on_error = False  # the list is taken down before its search is stopped, and the board goes on
        return search


class _Entry(NamedTuple):
    text: str
    help: str
    run: Callable[[], object]


class BoardPalette(Provider):
    """Finds commands and places of the board; names are shown as they are and never read as markup."""

    async def discover(self) -> Hits:
        """Give every command before anything is typed."""
        for entry in self._commands():
            yield DiscoveryHit(Content(entry.text), entry.run, entry.text, entry.help)

    async def search(self, query: str) -> Hits:
        """Give what fits."""
        matcher = self.matcher(query)
        for entry in (*self._places(), *self._pages(), *self._commands()):
            score = matcher.match(entry.text)
            if score > 0:
                yield Hit(score, _shown(matcher, entry.text), entry.run, entry.text, entry.help)

    @property
    def _board(self) -> Board:
        return self.screen  # type: ignore[return-value]  # only the board names this provider

    def _commands(self) -> Iterator[_Entry]:
        app = self.app.KEYS if isinstance(self.app, HasKeys) else ()
        for command in (*FOOT, *commands_of(app)):
            if command.action not in ("app.command_palette", "app.quit") and self._is_open(command.action):
                text = f"{command.words}  ({key_sign(command)})"
                yield _Entry(text, command.help, partial(self._board.run_action, command.action))
        if self._is_open("steps"):
            yield _Entry(_TWO_ADULTS, _TWO_ADULTS_HELP, partial(self._board.run_action, "steps"))

    def _is_open(self, action: str) -> bool:
        """Tell whether an action leads anywhere for who sits here; what only needs spots says so by itself."""
        name = action.partition("(")[0]
        if name.startswith("app."):
            return self.app.check_action(name.removeprefix("app."), ()) is not False
        return name not in LISTS or self.screen.check_action(name, ()) is not False

    def _pages(self) -> Iterator[_Entry]:
        if not self._is_open("print"):
            return
        from board.paper.catalogue import kinds  # noqa: PLC0415 - the board is up before it knows what can be printed

        for kind in kinds():
            run = partial(self._board.run_action, f"print('{kind.name}')")
            yield _Entry(f"Print: {kind.title}", kind.told, run)

    def _places(self) -> Iterator[_Entry]:
        board = self._board
        for student in board.book.students:
            yield _Entry(student.name, "Go to this student.", partial(board.go_to, student=student.id))
        for unit in board.book.units:
            yield _Entry(unit.title, "Go to this unit.", partial(board.go_to, unit=unit.id))
            for step in unit.spots:
                there = partial(board.go_to, unit=unit.id, step=step.id)
                yield _Entry(f"{step.title} · {unit.title}", "Go to this step.", there)


def _shown(matcher: Matcher, text: str) -> Content:
    """Show what fits; the matcher's own way would read a name as markup."""
    content = Content(text)
    for at in matcher.fuzzy_search.match(matcher.query, text)[1]:
        content = content.stylize(matcher.match_style, at, at + 1)
    return content
