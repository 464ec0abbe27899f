"""The columns of a list: what the board takes each for and why, changed by one key, with what comes of it at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.counting import counted
from board.exchange.lists.reading import Reading
from board.exchange.tables.column import Chosen, Column
from board.exchange.tables.meanings import IN_WORDS, Meaning
from board.mastery.people import clean_line
from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import HELP
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.list_columns import ListColumns, ShownColumn

_KEYS = (
    Command("turn(1)", "space,down", "Means something else", "Let this column mean the next thing.", 1, "space"),
    Command("turn(-1)", "up", "Before", "Let this column mean the thing before.", sign="↑"),
    Command("unused", "x", "Not used", "Leave this column out.", 3),
    Command("as_read", "backspace", "As it was read", "Let this column mean what the board took it for.", 4),
    Command("doubtful", "n", "Next ?", "Go to the next column the board is not sure of.", 5),
    Command(
        "take", "enter", "All right", "Go back; every column means what stands above it, those with ? too.", 2, "enter"
    ),
    Command("leave", "escape,q", "Back", "Go back; what you changed stays, and what has a ? is asked later.", 3, "esc"),
)

_NAMES = (
    *(Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.MIDDLE, Meaning.PREFERRED, Meaning.SECOND_FAMILY),
    *(Meaning.SUFFIX, Meaning.ALIAS, Meaning.UNUSED, Meaning.CLASS, Meaning.TEACHER, Meaning.GRADE, Meaning.STATUS),
    *(Meaning.ROLE, Meaning.ID, Meaning.OTHER_ID, Meaning.SEAT, Meaning.PRIVATE),
)
_NUMBERS = (
    *(Meaning.ID, Meaning.SEAT, Meaning.GRADE, Meaning.OTHER_ID, Meaning.UNUSED, Meaning.CLASS, Meaning.PRIVATE),
    *(Meaning.STATUS, Meaning.ROLE, Meaning.TEACHER, Meaning.ALIAS, Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY),
    *(Meaning.MIDDLE, Meaning.PREFERRED, Meaning.SECOND_FAMILY, Meaning.SUFFIX),
)
"""What a column may mean, the likely first: one with names in it, and one with numbers."""

_NOT_TAKEN = (Meaning.UNUSED, Meaning.PRIVATE, Meaning.OTHER_ID, Meaning.SEAT, Meaning.TEACHER)
_FIRST_CHILDREN = 8
"""Children named below the columns."""

_READING = "Reading the list like this ..."
_NOBODY = "Nobody comes of it like this: let one column mean the whole name, or two the first and the family name."


class Read(NamedTuple):
    """A list as it is read now.

    Attributes:
        reading: The list.
        children: What its first children would be called in the class.
    """

    reading: Reading
    children: tuple[str, ...]


class ColumnsScreen(Calm[Chosen]):
    """Shows what each column of a list means and lets it mean something else; gives what was chosen.

    Args:
        read: Reads the list, with what was chosen.
        chosen: What was chosen before, by place.
        takes_long: Whether reading it takes long, so that keys do not wait for it.
    """

    CSS_PATH = "list_columns.tcss"
    KEYS = (KeyGroup("The columns of the list", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "ListColumns"

    def __init__(self, read: Callable[[Chosen], Read], chosen: Chosen, *, takes_long: bool = False) -> None:
        super().__init__()
        self._takes_long, self._is_reading = takes_long, False
        self._read, self._chosen = read, dict(chosen)
        self._as_read = read({}).reading.columns
        self._now = read(self._chosen)

    def compose(self) -> ComposeResult:
        """Title, columns over rows, why the column means this, what comes of it, keys."""
        yield Static(id="title", markup=False)
        yield ListColumns()
        yield Static(id="why", markup=False)
        yield Static(id="children", markup=False)
        yield KeyBar((*_KEYS, HELP))

    def on_mount(self) -> None:
        """Begin with the first column in doubt."""
        self._show()
        self.query_one(ListColumns).go_to(next((at for at, one in enumerate(self._columns) if not one.is_sure), 0))
        self._say_why()

    @property
    def _columns(self) -> Sequence[Column]:
        return self._now.reading.columns

    @property
    def _column(self) -> Column | None:
        at = self.query_one(ListColumns).here
        return self._columns[at] if at < len(self._columns) else None

    def action_turn(self, by: int) -> None:
        """Let the column under the cursor mean the next thing, or the one before."""
        column = self._column
        if column is not None:
            likely = likely_meanings(self._first_read(column), self._now.reading.first_rows)
            now = self._chosen.get(column.at, column.meaning)  # what another column says already is shown as not used
            self._mean(column, likely[(likely.index(now) + by) % len(likely)])

    def action_unused(self) -> None:
        """Leave the column under the cursor out."""
        if self._column is not None:
            self._mean(self._column, Meaning.UNUSED)

    def action_as_read(self) -> None:
        """Let the column under the cursor mean what the board took it for."""
        if self._column is not None:
            self._chosen.pop(self._column.at, None)
            self._look()

    def action_doubtful(self) -> None:
        """Go to the next column in doubt, after the last one to the first."""
        shown = self.query_one(ListColumns)
        doubtful = [at for at, one in enumerate(self._columns) if not one.is_sure]
        after = [at for at in doubtful if at > shown.here]
        if doubtful:
            shown.go_to((after or doubtful)[0])
            self._say_why()

    def action_take(self) -> None:
        """Give what was chosen, and what stands above the columns in doubt as if it had been."""
        if self._is_reading:
            return
        doubtful = {column.at: column.meaning for column in self._columns if not column.is_sure}
        self.dismiss(doubtful | dict(self._said))

    def action_leave(self) -> None:
        """Give what was chosen."""
        self.dismiss(self._said)

    @on(ListColumns.Tapped)
    def tapped(self) -> None:
        """Let the column that was tapped mean the next thing."""
        self.action_turn(1)

    def _first_read(self, column: Column) -> Column:
        return next((one for one in self._as_read if one.at == column.at), column)

    def _mean(self, column: Column, meaning: Meaning) -> None:
        self._chosen[column.at] = meaning
        self._look()

    @property
    def _said(self) -> Chosen:
        """What was chosen; where that is the school's id, what the board took for it is another id, as long as it is so."""
        board_id = next((one.at for one in self._as_read if one.meaning is Meaning.ID), None)
        chosen_id = Meaning.ID in (meaning for at, meaning in self._chosen.items() if at != board_id)
        return {board_id: Meaning.OTHER_ID, **self._chosen} if chosen_id and board_id is not None else self._chosen

    def _look(self) -> None:
        if not self._takes_long:
            self._take_in(self._read(self._said))
            return
        self._is_reading = True
        self.query_one("#children", Static).update(_READING)
        self.later.begin(partial(self._read, dict(self._said)), self._take_in, "columns")

    def _take_in(self, read: Read) -> None:
        self._now, self._is_reading = read, False
        self._show()

    def _show(self) -> None:
        doubtful = sum(not column.is_sure for column in self._columns)
        asked = counted("the board is not sure of 1 (?)", "the board is not sure of {count} (?)", doubtful)
        title = "What the columns mean"
        self.query_one("#title", Static).update(f"{title}  ·  {asked}" if doubtful else title)
        self.query_one(ListColumns).show(shown_columns(self._now.reading))
        self._say_why()
        self.query_one("#children", Static).update(_children(self._now))

    @on(ListColumns.Pointed)
    def _say_why(self) -> None:
        column = self._column
        if column is None:
            self.query_one("#why", Static).update("There are no columns here.")
            return
        header = clean_line(column.header) or "This column"
        said = [Content.styled(f"{header}: {IN_WORDS[column.meaning]}. ", "bold")]
        said.append(Content(clean_line(column.why)))
        if not column.is_sure:
            said.append(
                Content.styled("  ? The board is not sure: space changes it, enter takes it as it is.", "bold $accent")
            )
        self.query_one("#why", Static).update(Content("").join(said))


def likely_meanings(column: Column, rows: Sequence[Sequence[str]]) -> tuple[Meaning, ...]:
    """Give everything a column may mean, the likely first, beginning with what the board took it for.

    Args:
        column: The column as the board reads it by itself.
        rows: The first rows of the list.
    """
    cells = [row[column.at] for row in rows if column.at < len(row)]
    digits, letters = (sum(map(kind, "".join(cells))) for kind in (str.isdigit, str.isalpha))
    rest = _NUMBERS if digits > letters else _NAMES
    return (column.meaning, *(meaning for meaning in rest if meaning is not column.meaning))


def shown_columns(reading: Reading) -> tuple[ShownColumn, ...]:
    """Give the columns of a list as they are shown.

    Args:
        reading: The list.
    """
    return tuple(
        ShownColumn(
            clean_line(column.header),
            IN_WORDS[column.meaning],
            is_doubtful=not column.is_sure,
            is_taken=column.meaning not in _NOT_TAKEN,
            cells=tuple(clean_line(row[column.at][:100]) if column.at < len(row) else "" for row in reading.first_rows),
        )
        for column in reading.columns
    )


def _children(read: Read) -> Content:
    if not read.children:
        return Content.styled(_NOBODY, "bold $accent")
    names = list(read.children[:_FIRST_CHILDREN])
    more = len(read.reading.people) - _FIRST_CHILDREN
    names += [counted("1 more", "{count} more", more)] if more > 0 else []
    return Content.assemble(("Comes of it  ", "$foreground 70%"), ", ".join(names))
