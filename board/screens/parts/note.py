"""One line of text: a tip or a note, with the recent ones one key away."""

from collections.abc import Iterator

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from board.screens.parts.calm import CalmDialog
from board.screens.parts.question import Answers
from board.widgets.command import Command, KeyGroup, bindings, commands_of, without
from board.widgets.key_bar import FingerBar
from board.widgets.one_line import OneLine
from board.widgets.row_list import CalmList


class NoteScreen(CalmDialog[str | None]):
    """Asks for one line; gives the text, empty for none, or None when it was left.

    Args:
        title: What the line is about.
        hint: What to write.
        answers: What Enter and Esc do.
        recent: Lines written lately, newest first, to choose from.
        helped: Other lines that helped in the same place, to choose from too.
        earlier: What stands here already, to read.
    """

    CSS_PATH = "note.tcss"
    LONGEST = 200
    KEYS = (
        KeyGroup(
            "What you write here",
            (
                Command("take", "enter", "Take it", "Take what is written, or the line under the cursor."),
                Command("leave", "escape", "Leave", "Leave everything as it was."),
                Command("recent", "down", "Lately", "Go to what was written lately."),
            ),
        ),
    )
    BINDINGS = bindings(KEYS)

    def __init__(
        self,
        title: str,
        hint: str,
        answers: Answers,
        *,
        recent: tuple[str, ...] = (),
        helped: tuple[str, ...] = (),
        earlier: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self._title, self._hint, self._answers = title, hint, answers
        self._recent, self._helped, self._earlier = recent, helped, earlier

    def compose(self) -> ComposeResult:
        """Title, input, recent lines."""
        with Vertical():
            yield Static(self._title, id="note-title", markup=False)
            if self._earlier:
                yield Static("\n".join(self._earlier), id="earlier", markup=False)
            yield OneLine(placeholder=self._hint, max_length=self.LONGEST)
            if self._offered:
                lately = "Lately (↓ to choose)" if self._recent else "What helped others here (↓ to choose)"
                yield Static(lately, id="lately", markup=False)
                yield CalmList(*self._options(), markup=False)
            yield Static(id="keys", markup=False)
            yield FingerBar(commands_of(self.keys))

    def on_mount(self) -> None:
        """Begin on the line; nothing of what was written lately is chosen yet."""
        self._choose_nothing()
        self.say_what_enter_does()

    @on(Input.Changed)
    @on(OptionList.OptionHighlighted)
    def say_what_enter_does(self) -> None:
        """Say at the foot what the keys do now."""
        chosen = any(listed.highlighted is not None for listed in self.query(OptionList))
        empty = not chosen and not self.query_one(OneLine).value.strip()
        self.query_one("#keys", Static).update(self._answers.said(empty=empty))

    @on(events.DescendantFocus)
    def let_go(self, event: events.DescendantFocus) -> None:
        """Let go of what was chosen, as soon as one writes again."""
        if isinstance(event.widget, OneLine):
            self._choose_nothing()
            self.say_what_enter_does()

    @property
    def holds_work(self) -> bool:
        """Whether something was written."""
        return bool(self.query_one(OneLine).value)

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its keys; to what was written lately only where there is something."""
        return self.KEYS if self._offered else without(self.KEYS, ["recent"])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what was written lately only where there is something."""
        return bool(self._offered) if action == "recent" else super().check_action(action, parameters)

    def action_take(self) -> None:
        """Give what was written."""
        self.dismiss(self.query_one(OneLine).value.strip())

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    def action_recent(self) -> None:
        """Go to the recent lines."""
        for listed in self.query(OptionList):
            listed.focus()
            listed.highlighted = 0

    @on(Input.Submitted)
    def keep_text(self) -> None:
        """Give what was written."""
        self.action_take()

    @on(OptionList.OptionSelected)
    def keep_recent(self, event: OptionList.OptionSelected) -> None:
        """Give the line that was chosen."""
        self.dismiss(self._offered[int(event.option_id or 0)])

    def _choose_nothing(self) -> None:
        for listed in self.query(OptionList):
            listed.highlighted = None

    @property
    def _offered(self) -> tuple[str, ...]:
        """Everything there is to choose from."""
        return (*self._recent, *self._helped)

    def _options(self) -> Iterator[Option]:
        for at, text in enumerate(self._offered):
            if at and at == len(self._recent):
                yield Option(Content.styled("What helped others here", "$foreground 70%"), disabled=True)
            yield Option(Content(text), id=str(at))
