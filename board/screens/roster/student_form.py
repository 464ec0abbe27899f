"""One child's entry, to be changed: name, alias, grade, its own sign, whether photos are kept, how long the kiosk waits."""

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Checkbox, Input, Static

from board.art.cells import StickerCells
from board.art.starter import emblems
from board.counting import counted
from board.mastery.people import NAME_LIMIT, Student, clean_name
from board.mastery.roll import Roll
from board.screens.parts.calm import CalmDialog
from board.screens.parts.page import Tick
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import OneLine
from board.widgets.picture import PictureChoice
from board.widgets.times_choice import TimesChoice
from board.words.roll import PATIENCE, doubts_about_name

_KEYS = (
    Command("keep", "enter,ctrl+s", "Keep", "Keep what was written.", 1, "enter"),
    Command("leave", "escape", "Leave", "Leave; nothing is changed.", 2, "esc"),
    Command("app.focus_next", "down", "Next line", "Go to the next line.", 3, "↓"),
    Command("app.focus_previous", "up", "Line before", "Go to the line before.", sign="↑"),
)
_FIELDS = (
    ("name", "Name", "as it stands on the board"),
    ("alias", "Alias", "on paper instead of the name, may be empty"),
    ("grade", "Grade", "as the school writes it, may be empty"),
)

_PHOTOS = "The family allows photos of its work to be kept"
_STAY = "Photos that are kept stay until you take them away: o on the child's page shows them."

Keep = Callable[[Student, Mapping[str, str | bool | int]], bool]
"""Keeps what was changed of a child, by field; tells whether it is kept."""


class _Lines(VerticalScroll, inherit_bindings=False):
    """The lines of the form; in a low window, too, the arrows go from one to the next, and what has the focus is in sight."""


class StudentForm(CalmDialog[None]):
    """Changes one child's entry; it stays open, with everything typed, until it is kept or left.

    Args:
        student: The child.
        everyone: The class, to tell doubtful names.
        cells: Where pictures come from.
        keep: Called with what was changed.
        first: Where to start: name, alias, grade or emblem.
    """

    CSS_PATH = "student_form.tcss"
    KEYS = (KeyGroup("One entry", _KEYS),)
    BINDINGS = bindings(KEYS)

    def __init__(self, student: Student, everyone: Roll, cells: StickerCells, keep: Keep, first: str = "name") -> None:
        super().__init__()
        self._student, self._everyone, self._cells = student, everyone, cells
        self._keep, self._first = keep, first

    def compose(self) -> ComposeResult:
        """A line for each part, the signs to choose from, what is doubtful, keys."""
        with _Lines(can_focus=False):
            yield Static(self._student.name, id="form-title", markup=False)
            for field, label, hint in _FIELDS:
                with Horizontal():
                    yield Static(label, classes="label")
                    value = str(getattr(self._student, field))
                    yield OneLine(value, hint, id=field, max_length=NAME_LIMIT, compact=True, select_on_focus=False)
            with Horizontal(id="sign"):
                yield Static("Sign", classes="label")
                taken = frozenset(other.emblem for other in self._others if other.emblem)
                yield PictureChoice(self._cells.pixels, emblems(), self._student.emblem, taken=taken, id="emblem")
            yield Static(id="doubts", markup=False)
            with Horizontal(id="photos-line"):
                yield Static("Photos", classes="label")
                yield Tick(_PHOTOS, value=self._student.photos, id="photos", compact=True)
            with Horizontal(id="kiosk-line"):
                yield Static("Kiosk", classes="label")
                yield TimesChoice("waits", PATIENCE, self._student.patience, id="patience")
            yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Start where the teacher wants to."""
        self.query_one(f"#{self._first}").focus()
        self._look()

    @property
    def said(self) -> Mapping[str, str | bool | int]:
        """What was changed, by field, clean."""
        typed: dict[str, str | bool | int] = {
            field: clean_name(self.query_one(f"#{field}", Input).value) for field, _, _ in _FIELDS
        }
        typed["emblem"] = self.query_one(PictureChoice).chosen
        typed["photos"] = self.query_one(Tick).value
        typed["patience"] = self.query_one(TimesChoice).chosen
        return {field: text for field, text in typed.items() if text != getattr(self._student, field)}

    @on(Input.Changed)
    @on(PictureChoice.Changed)
    @on(Checkbox.Changed)
    def _look(self) -> None:
        """Say what is doubtful, while it is typed."""
        name, alias = (self.query_one(f"#{field}", Input).value for field in ("name", "alias"))
        doubts = list(doubts_about_name(self._everyone, name, alias, self._student.id))
        sign = self.query_one(PictureChoice).chosen
        wearers = [other.name for other in self._others if sign and other.emblem == sign]
        if self._student.photos and not self.query_one(Tick).value:
            doubts.append(_STAY)
        if wearers:
            one, many = "{names} has this sign, too.", "{names} have this sign, too."
            doubts.append(counted(one, many, len(wearers), names=", ".join(wearers)))
        self.query_one("#doubts", Static).update("\n".join(doubts))

    @property
    def _others(self) -> list[Student]:
        """Who else is in the class."""
        return [other for other in self._everyone if not other.left and other.id != self._student.id]

    @on(Input.Submitted)
    @on(PictureChoice.Kept)
    def keep(self) -> None:
        """Keep it."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep what was changed; without a name nothing is kept, and the cursor goes where it is missing."""
        said = self.said
        if said.get("name") == "":
            self.query_one("#name", Input).focus()
        elif not said or self._keep(self._student, said):
            self.dismiss(None)

    @property
    def holds_work(self) -> bool:
        """Whether something was changed."""
        return bool(self.said)

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
