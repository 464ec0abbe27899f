"""What would come of a list, all of it: who is new, what changes from what to what, what is asked, and what is left out."""

from collections.abc import Iterator, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from board.counting import counted
from board.exchange.lists.change import Change
from board.exchange.lists.reading import Reading
from board.exchange.lists.telling import differences, left_out_told
from board.exchange.tables.column import Column
from board.exchange.tables.meanings import IN_WORDS, Meaning
from board.mastery.people import clean_line
from board.widgets.command import Command, HasKeys, KeyGroup
from board.words import counts

_NOTHING_YET = "Your students will be listed here while you type."
_QUESTIONS_ONE, _QUESTIONS_MANY = (
    "1 question is open; nothing is done about its row",
    "{count} questions are open; nothing is done about their rows",
)
_ANSWERED_ONE, _ANSWERED_MANY = "1 question is answered", "{count} questions are answered"
_CHANGE_ONE, _CHANGE_MANY = "1 changes", "{count} change"
_SAME_ONE, _SAME_MANY = (
    "1 in the class already, and not added again.",
    "{count} in the class already, and not added again.",
)
_MISSING_ONE, _MISSING_MANY = (
    "1 of the class is not in this list and stays:",
    "{count} of the class are not in this list and stay:",
)


class ListPreview(HasKeys, VerticalScroll):
    """Shows what would come of a list; where it is longer than its room, it can be gone through by keys."""

    KEYS = (
        KeyGroup(
            "What comes of the list",
            (
                Command("scroll_up", "up", "Up", "Go up by a line."),
                Command("scroll_down", "down", "Down", "Go down by a line."),
                Command("page_up", "pageup", "Page up", "Go up by a page."),
                Command("page_down", "pagedown", "Page down", "Go down by a page."),
                Command("scroll_home", "home", "First", "Go to the beginning."),
                Command("scroll_end", "end", "Last", "Go to the end."),
            ),
        ),
    )
    DEFAULT_CSS = "ListPreview:focus { background: $panel; }"

    def compose(self) -> Iterator[Static]:
        """The text."""
        yield Static(markup=False)

    def allow_focus(self) -> bool:
        """Take keys only while there is something to go through."""
        return self.max_scroll_y > 0

    def show(self, said: Sequence[Content]) -> None:
        """Show paragraphs, one below the other."""
        self.query_one(Static).update(Content("\n\n").join(said))


def what_comes_of(reading: Reading, change: Change, already: int) -> list[Content]:
    """Say everything that would come of a list, in paragraphs; what has to be known first stands first.

    Args:
        reading: The list.
        change: What taking it would do.
        already: How many are in the class.
    """
    said = [*_new(change, already), *_asked(change), *_changed(change)]
    if change.added:
        said.append(Content(", ".join(one.name for one in change.added)))
    if change.same:
        said.append(Content(counted(_SAME_ONE, _SAME_MANY, change.same)))
    said += [Content.styled(clean_line(remark), "$accent") for remark in reading.remarks]
    if reading.called and reading.people:
        said.append(Content(f"Read from {clean_line(reading.called)}."))
    said += [*_columns(reading.columns), *_left_out(change), *_missing(change, reading)]
    return said


def _new(change: Change, already: int) -> Iterator[Content]:
    new = len(change.added)
    if new:
        said = counted("1 new student", "{count} new students", new) if already else counts.students(new)
        yield Content.styled(said, "bold")
    elif already:
        yield Content(counted("1 student in the class.", "{count} students in the class.", already))
    elif not change.asked and not change.left_out:
        yield Content.styled(_NOTHING_YET, "$foreground 70%")


def _asked(change: Change) -> Iterator[Content]:
    open_ = len(change.open)
    if open_:
        lines = [Content.styled(counted(_QUESTIONS_ONE, _QUESTIONS_MANY, open_), "bold $accent")]
        lines += [Content(f"? {clean_line(question.said)}") for question in change.open]
        yield Content("\n").join(lines)
    answered = len(change.asked) - open_
    if answered > 0:
        yield Content(f"✓ {counted(_ANSWERED_ONE, _ANSWERED_MANY, answered)}")


def _changed(change: Change) -> Iterator[Content]:
    if change.changed:
        lines = [Content.styled(counted(_CHANGE_ONE, _CHANGE_MANY, len(change.changed)), "bold")]
        lines += [
            Content.assemble((before.name, "bold"), f": {', '.join(differences(before, after))}")
            for before, after in change.changed
        ]
        yield Content("\n").join(lines)


def _columns(columns: Sequence[Column]) -> Iterator[Content]:
    """Say what each column was taken for, where there is more than a name."""
    if len(columns) > 1 or any(column.header or column.meaning is not Meaning.NAME for column in columns):
        lines = [Content.styled("Columns", "$foreground 70%")]
        lines += [Content(_column(column)) for column in columns]
        yield Content("\n").join(lines)


def _column(column: Column) -> str:
    header, meaning = clean_line(column.header) or f"Column {column.at + 1}", IN_WORDS[column.meaning]
    return f"  {header}: {meaning}" if column.is_sure else f"? {header}: {meaning}? {clean_line(column.why)}"


def _left_out(change: Change) -> Iterator[Content]:
    if change.left_out:
        lines = (clean_line(said) for said in left_out_told(change.left_out))
        yield Content.styled("\n".join(lines), "$foreground 80%")


def _missing(change: Change, reading: Reading) -> Iterator[Content]:
    """Name those whom the list does not name, where it may name anybody of the class: a few names typed are no whole list."""
    known = change.same or change.changed or change.asked
    if change.missing and (known or reading.is_complete):
        names = ", ".join(one.name for one in change.missing)
        yield Content(f"{counted(_MISSING_ONE, _MISSING_MANY, len(change.missing))} {names}")
