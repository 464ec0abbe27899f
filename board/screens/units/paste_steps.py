"""Pasted or typed "I can" lines, or a unit that comes with the board, with the levels that come of them beside."""

from collections.abc import Iterator, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from board.art.starter import step_badges
from board.demo.ready_units import ready_units
from board.errors import Refusal
from board.exchange.steps.line import Choice, Key
from board.exchange.steps.reading import read_lines
from board.exchange.steps.unit import unit_of
from board.mastery.curriculum import Unit
from board.mastery.people import NAME_LIMIT, clean_name
from board.screens.parts.page import Lines, PageScreen
from board.screens.parts.question import Question
from board.screens.units.about_line import AboutLine
from board.screens.units.line_rows import LineRows
from board.screens.units.unit_words import levels_of, size_of, untitled
from board.widgets.one_line import OneLine
from board.widgets.row_list import CalmList

_HINT = "Where do the steps come from? ↑ ↓ choose, Enter goes on."
_HOW = (
    "One step on each line. An empty line starts the next level. A * before a line makes it the Boss: the bigger task at "
    "the end of a level. A line with : at its end names the level below it."
)
_LEAVE = Question("", "Esc", "goes back without these lines", "typing on keeps them")
_EXAMPLE = "I can count to 20\nI can write the numbers\n* I can lead a number parade\n\nI can add up to 10"


class StepsForm(Vertical):
    """A choice of where steps come from, a place for "I can" lines, and the unit that would come of it.

    Args:
        units: The units of the class, whose ids are in use.
        may_wait: Whether the steps may come later.
    """

    class Typed(Message):
        """The steps are others than before."""

    class Taken(Message):
        """A choice that needs nothing typed was taken with Enter."""

    def __init__(self, units: Sequence[Unit] = (), *, may_wait: bool = False) -> None:
        super().__init__()
        self._units = tuple(units)
        self._may_wait = may_wait
        self._chosen: dict[Key, Choice] = {}
        self.unit: Unit | None = None
        self.missing = ""
        self._untitled = False

    def compose(self) -> ComposeResult:
        """Choice, title and lines, what comes of them."""
        yield Static(_HINT, classes="hint", markup=False)
        yield CalmList(id="sources", markup=False, compact=True)
        with Horizontal(id="unit-line"):
            yield Static("Title of the unit", classes="label", markup=False)
            yield OneLine(
                placeholder="for example Numbers to 20", id="unit-title", max_length=NAME_LIMIT, compact=True
            ).where_enter("Go to the lines below.")
        with Container(classes="areas"):
            yield Lines(_EXAMPLE, id="lines")
            with Vertical(id="read"):
                with VerticalScroll(id="all", can_focus=False):
                    yield Static(id="levels", markup=False)
                rows = LineRows(id="rows")
                yield rows
                yield AboutLine(rows)

    def on_mount(self) -> None:
        """Start with own lines."""
        self._list_sources(0)
        self._look()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.query_one(TextArea).text

    @property
    def filled(self) -> object:
        """What was typed and chosen."""
        return self._source, self._title, self.text, tuple(self._chosen.items())

    @property
    def _title(self) -> str:
        return self.query_one("#unit-title", Input).value

    @property
    def waits(self) -> bool:
        """Whether the steps are to come later."""
        return self._source > len(self._ready)

    def take(self, text: str) -> bool:
        """Write pasted lines behind those that stand here already; a single one while a title is written is the title.

        Args:
            text: The lines.
        """
        if any(line.has_focus for line in self.query(OneLine)) and len(text.strip().splitlines()) == 1:
            return False
        self._sources.highlighted = 0
        self.call_after_refresh(self.query_one(Lines).take, text)
        return True

    def go_to_missing(self) -> None:
        """Go to where it is written what is still missing."""
        if self._source == 0:
            self.query_one("#unit-title" if self._untitled else "#lines").focus()

    def are_there(self, units: Sequence[Unit], *, wait: bool) -> None:
        """Take others for the units of the class.

        Args:
            units: The units.
            wait: Whether no more is the choice to begin with.
        """
        if self._units != tuple(units):
            self._units = tuple(units)
            self._list_sources(len(self._ready) + 1 if wait else 0)
            self._look()

    @property
    def _ready(self) -> tuple[Unit, ...]:
        taken = {unit.id for unit in self._units}
        return tuple(unit for unit in ready_units() if unit.id not in taken)

    @property
    def _source(self) -> int:
        """What is chosen: 0 own lines, then the ready units, then later."""
        return self._sources.highlighted or 0

    @property
    def _sources(self) -> OptionList:
        return self.query_one("#sources", OptionList)

    def _list_sources(self, chosen: int) -> None:
        words = ['My own "I can" lines']
        words += [f"{unit.title} (ready-made, {', '.join(unit.subjects)})" for unit in self._ready]
        if self._may_wait:
            words.append("No more for now" if self._units else "Later, on the board")
        sources = self._sources
        sources.set_options(Option(Content(f"○ {word}")) for word in words)
        sources.highlighted = chosen

    @on(OptionList.OptionHighlighted, "#sources")
    def choose(self, event: OptionList.OptionHighlighted) -> None:
        """Show what comes of the choice under the cursor."""
        sources = event.option_list
        for at in range(sources.option_count):
            words = str(sources.get_option_at_index(at).prompt)[2:]
            sources.replace_option_prompt_at_index(at, Content(f"{'●' if at == event.option_index else '○'} {words}"))
        self._look()
        self.post_message(self.Typed())

    @on(OptionList.OptionSelected, "#sources")
    def go_on_from_choice(self) -> None:
        """Go to where own lines are typed, or on."""
        if self._source == 0:
            self.query_one("#unit-title").focus()
        else:
            self.post_message(self.Taken())

    @on(Input.Submitted)
    def go_to_lines(self) -> None:
        """Go to the lines."""
        self.query_one(TextArea).focus()

    @on(OptionList.OptionHighlighted, "#rows")
    def show_line(self) -> None:
        """Show what there is to say about the line under the cursor."""
        self.query_one(AboutLine).show(self.query_one(LineRows).line)

    def on_descendant_focus(self) -> None:
        """Give the lines more room while they are written or gone through."""
        self.set_class(self.query_one(".areas").has_focus_within, "-busy")
        self.set_class(self.query_one("#read").has_focus_within, "-reading")

    @on(LineRows.Titled)
    def write_title(self) -> None:
        """Let the title of the line be written."""
        self.query_one(AboutLine).write()

    @on(LineRows.Chosen)
    def take_choice(self, event: LineRows.Chosen) -> None:
        """Remember what was chosen for a line by its words, so that it stays while others are typed."""
        before, now = self._chosen.get(event.line.key, Choice()), event.choice
        if now is None:
            self._chosen.pop(event.line.key, None)
        elif now.kind is not None:
            self._chosen[event.line.key] = before._replace(kind=now.kind)
        elif now.badge is not None:
            self._chosen[event.line.key] = before._replace(badge=now.badge)
        else:
            self._chosen[event.line.key] = before._replace(title=now.title)
        self.look_again()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def look_again(self) -> None:
        """Show what comes of what is typed now."""
        self._look()
        self.post_message(self.Typed())

    def _look(self) -> None:
        own = self._source == 0
        for part in ("#unit-line", "#lines"):
            self.query_one(part).display = own
        self.query_one("#read").set_class(not own, "alone")
        self.query_one("#read").set_class(not (own and self.text.strip()), "-no-rows")
        self.unit, self.missing, self._untitled = None, "", False
        said = Content("You can add units on the board any time.")
        if own:
            said = Content("\n").join(self._read())
        elif not self.waits:
            self.unit = self._ready[self._source - 1]
            said = Content("\n").join((size_of(self.unit), *levels_of(self.unit)))
        self.query_one("#levels", Static).update(said)

    def _read(self) -> Iterator[Content]:
        """Read the lines and show what each became; gives what there is to say about all of them."""
        title = clean_name(self._title)
        unit: Unit | None = None
        remarks: tuple[str, ...] = (_HOW,)
        if not self.text.strip():
            self.missing = "Type at least one step, or choose a ready-made unit."
        else:
            try:
                lines, remarks = read_lines(self.text, self._chosen, list(step_badges()))
                self.query_one(LineRows).show(lines)
                self.show_line()
                unit = unit_of(lines, title=title, taken=self._units)
                self.missing = "" if unit else "No step was found in these lines."
            except Refusal as refusal:
                remarks, self.missing = (str(refusal),), str(refusal)
        self._untitled = unit is not None and not title
        if unit and not title:
            self.missing = "Give the unit a title, such as Numbers to 20."
            yield Content(untitled(unit))
        elif unit:
            yield size_of(unit)
        self.unit = None if self.missing else unit
        yield from (Content.styled(remark, "$foreground 80%" if remark == _HOW else "$accent") for remark in remarks)


class PasteStepsScreen(PageScreen[Unit | None]):
    """Asks for a new unit; gives it, or None when it was left.

    Args:
        units: The units of the class.
        text: Lines that were pasted already.
    """

    GO_ON = "Add it"

    def __init__(self, units: Sequence[Unit], text: str = "") -> None:
        super().__init__()
        self._units, self._text = units, text

    def compose_page(self) -> ComposeResult:
        """The form."""
        yield StepsForm(self._units)

    def on_mount(self) -> None:
        """Start with where the steps come from."""
        self.title_is("Add a unit")
        self.query_one(OptionList).focus()
        if self._text:
            self.query_one(StepsForm).take(self._text)

    def take_pasted(self, text: str) -> bool:
        """Lines may be pasted anywhere."""
        return self.query_one(StepsForm).take(text)

    @property
    def filled(self) -> object:
        """What was typed and chosen."""
        return self.query_one(StepsForm).filled

    @on(StepsForm.Typed)
    def look_again(self) -> None:
        """Forget what is no longer so."""
        self.typed()

    @on(StepsForm.Taken)
    def action_go_on(self) -> None:
        """Give the unit."""
        form = self.query_one(StepsForm)
        if form.unit is not None:
            self.dismiss(form.unit)
        else:
            self.say(form.missing)
            form.go_to_missing()

    @property
    def holds_work(self) -> bool:
        """Whether lines were typed."""
        return bool(self.query_one(StepsForm).text.strip())

    def action_back(self) -> None:
        """Leave; lines that were typed are asked about once."""
        typed = self.query_one(StepsForm).text.strip()
        if not typed or self.asked(_LEAVE):
            self.dismiss(None)
