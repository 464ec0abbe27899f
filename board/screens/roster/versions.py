"""Two versions of one thing, written on two computers at the same time: both are kept until one is chosen here."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from board.counting import listed
from board.deeds.about import AboutClass
from board.deeds.sitting import Sitting
from board.mastery.asking import MOST_ASKED
from board.mastery.curriculum import Path, Step, Unit, steps_by_id
from board.mastery.kiosk import USUAL_KIOSK
from board.mastery.people import AdultRole
from board.mastery.plan import USUAL_PLAN
from board.screens.parts.calm import CalmDialog
from board.screens.parts.trying import outcome_of
from board.store.documents.choices import Choice, Saying, Value
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.row_list import ListRow, RowList
from board.words import counts
from board.words.adults import ROLES
from board.words.outcomes.plans import FREEDOMS
from board.words.outcomes.to_adults import to_adults

_KEYS = (
    Command(
        "take", "enter", "This one stands", "Let the version under the cursor stand on every computer.", 1, "enter"
    ),
    Command("later", "tab", "The next question", "Leave this one as it is and go on to the next.", 2, "tab"),
    Command("leave", "escape", "Later", "Leave everything as it is; both versions are kept.", 3, "esc"),
)

_SHARED = {
    "name": "{about} was given two names at the same time.",
    "alias": "{about} was given two aliases at the same time.",
    "emblem": "{about} was given two signs at the same time.",
    "grade": "{about} was put into two grades at the same time.",
    "number": "{about} was given two numbers of the school at the same time.",
    "left": "{about} has left the class, says one computer; another does not say so.",
    "freedom": "Who chooses what {about} shows next was settled in two ways at the same time.",
    "order": "Which steps come first for {about} was settled in two ways at the same time.",
    "extra": "Which extra steps {about} shows was settled in two ways at the same time.",
    "shows_best": "How {about} best shows things was written on two computers at the same time.",
    "supports": "The supports {about} has all year were written on two computers at the same time.",
    "photos": "Whether {about}'s family allows photos of the work was changed on two computers at the same time.",
    "family_check": "The check number of {about}'s family name was written in two ways at the same time.",
    "card": "{about} was given two new login cards at the same time.",
    "patience": "How long the kiosk waits for {about} was changed on two computers at the same time.",
    "role": "{about} was given two roles at the same time.",
    "gone": "{about} was taken out on one computer and changed on another.",
    "title": "The unit {about} was given two titles at the same time.",
    "subjects": "The unit {about} was given other subjects on two computers at the same time.",
    "path": "How the levels of {about} open was changed on two computers at the same time.",
    "levels": "The steps of {about} were changed on two computers at the same time.",
    "two_adults": "Whether two adults see each Boss of {about} was changed on two computers at the same time.",
    "looks_first": "Whether pictures are looked at first was changed on two computers at the same time.",
    "asking": "Whether children may ask to show something was changed on two computers at the same time.",
    "most_asked": "How much each child may ask for was changed on two computers at the same time.",
    "kiosk_words": "Whether the kiosk asks for picture words was changed on two computers at the same time.",
    "kiosk_outlines": "How the pictures of picture words are drawn was changed on two computers at the same time.",
    "kiosk_covering": "Whether stickers grow out of their spots was changed on two computers at the same time.",
    "kiosk_sound": "Whether a sticker makes a sound was changed on two computers at the same time.",
    "kiosk_idle": "How long the kiosk waits was changed on two computers at the same time.",
    "kiosk_lock": "When this board locks was changed on two computers at the same time.",
    "kiosk_pin": "The adult PIN was changed on two computers at the same time.",
}
_PATHS = {
    Path.LEVELS: "One level opens after the other",
    Path.OPEN: "Every level is open from the start",
}
_OTHER = "{about} was changed on two computers at the same time."

_YES_NO = {
    "left": ("Has left the class", "Is in the class"),
    "gone": ("Taken out", "Stays"),
    "photos": ("The family allows photos of the work", "The family has not allowed photos of the work"),
    "looks_first": ("An adult looks at new pictures first", "Others see new pictures at once"),
    "asking": ("Children may ask", "Children ask later"),
    "two_adults": ("Two adults see each Boss", "One adult sees each Boss"),
    "kiosk_words": ("Picture words are asked for", "A sign alone opens a child's page"),
    "kiosk_outlines": ("Plain shapes in one colour", "Pictures in colour"),
    "kiosk_covering": ("Stickers grow out of their spots", "Stickers are there at once"),
    "kiosk_sound": ("A sticker makes a sound", "No sound"),
}
"""Fields that say yes or no."""

_USUALLY_YES = ("looks_first", "asking", "kiosk_words", "kiosk_covering")
"""Those of them that mean yes where nothing is said."""

_ONE_OF: dict[str, tuple[Mapping[Any, str], str]] = {
    "freedom": (FREEDOMS, FREEDOMS[USUAL_PLAN.freedom]),
    "role": (ROLES, ROLES[AdultRole.TEACHER]),
    "path": (_PATHS, _PATHS[Path.LEVELS]),
}
"""Fields that say one of several things: the words of each, and of what is meant where nothing is said."""

_COUNTED: dict[str, tuple[str, int]] = {
    "card": ("New cards so far: {value}", 0),
    "patience": ("As long as for others, times {value}", 1),
    "kiosk_idle": ("Seconds until it asks who is there: {value}", USUAL_KIOSK.idle),
    "kiosk_lock": ("Minutes until it locks: {value}", USUAL_KIOSK.lock),
}
"""Fields that hold a number: their words, and the number that is meant where nothing is said."""

_PIN = {True: "An adult PIN", False: "No adult PIN"}
"""Nobody reads what is kept of one."""

_OF_STEPS = ("order", "extra")
"""Fields that hold ids of steps, which are said by their titles."""

_WHOSE = {
    (True, True): "{words}   (this computer, shown now)",
    (True, False): "{words}   (this computer)",
    (False, True): "{words}   (another computer, shown now)",
    (False, False): "{words}   (another computer)",
}
"""A version by whether it was written here, and whether it is shown now."""

_UNIT = "{levels}, {steps}"
_UNIT_ALONE = "{levels}, {steps}, only here: {titles}"

_STANDS = "{done}. On the board, u takes that back."

_NOBODY_DECIDES = "Nothing is left to choose."


class VersionsScreen(CalmDialog[None]):
    """Asks which of two versions stands, one question after the other.

    Args:
        sitting: Who chooses, and in which class.
        device: Id of this computer.
    """

    CSS_PATH = "versions.tcss"
    KEYS = (KeyGroup("Two versions", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "RowList"

    def __init__(self, sitting: Sitting, device: str) -> None:
        super().__init__()
        self._book, self._about, self._device = sitting.book, AboutClass(sitting), device
        self._at = 0

    def compose(self) -> ComposeResult:
        """How many questions, the question, its versions, keys."""
        with Vertical():
            yield Static(id="how-many", markup=False)
            yield Static(id="asked", markup=False)
            yield RowList()
            yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Begin with the first question."""
        self._show()

    @property
    def _choice(self) -> Choice | None:
        choices = self._book.choices
        return choices[self._at % len(choices)] if choices else None

    def _show(self) -> None:
        choice, open_ = self._choice, len(self._book.choices)
        listed_ = self.query_one(RowList)
        if choice is None:
            self.query_one("#how-many", Static).update("")
            self.query_one("#asked", Static).update(_NOBODY_DECIDES)
            listed_.fill(())
            return
        self.query_one("#how-many", Static).update(f"Question {self._at % open_ + 1} of {open_}")
        self.query_one("#asked", Static).update(asked(choice))
        steps = steps_by_id(self._book.units)
        listed_.fill(
            ListRow(str(place), Content(said(choice, one, steps, here=one.device == self._device)))
            for place, one in enumerate(choice.sayings)
        )
        listed_.highlighted = 0

    @on(RowList.OptionSelected)
    def take(self) -> None:
        """Let the version stand that was tapped or chosen."""
        self.action_take()

    def action_take(self) -> None:
        """Let the version under the cursor stand, and go on to the next question; after the last one leave."""
        choice, here = self._choice, self.query_one(RowList).here
        if choice is not None and here is not None:
            outcome = outcome_of(self, lambda: self._about.choose(choice, int(here)))
            if outcome is not None:
                self.notify(_STANDS.format(done=to_adults(outcome.told)), markup=False)
        if self._choice is None:
            self.dismiss(None)
        else:
            self._show()

    def action_later(self) -> None:
        """Go on to the next question."""
        self._at += 1
        self._show()

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)


def asked(choice: Choice) -> str:
    """Say what there is to choose about."""
    return _SHARED.get(choice.field, _OTHER).format(about=choice.about or choice.id)


def said(choice: Choice, saying: Saying, steps: Mapping[str, Step], *, here: bool) -> str:
    """Say one version and where it was written.

    Args:
        choice: What there is to choose about.
        saying: The version.
        steps: The steps of the class by id.
        here: Whether it was written on this computer.
    """
    return _WHOSE[here, saying is choice.sayings[0]].format(words=_words(choice, saying.value, steps))


def _words(choice: Choice, value: Value, steps: Mapping[str, Step]) -> str:
    if isinstance(value, Unit):
        return _unit_words(choice, value)
    if isinstance(value, tuple):
        known = steps if choice.field in _OF_STEPS else {}
        return listed([known[one].title if one in known else one for one in value]) or "Nothing"
    return _plain_words(choice.field, value)


def _plain_words(field: str, value: Any) -> str:
    """Say what a field holds that is one value."""
    words = "Nothing" if value in (None, "") else str(value)
    if field in _YES_NO:
        yes, no = _YES_NO[field]
        words = yes if value is True or (value is None and field in _USUALLY_YES) else no
    elif field in _ONE_OF:
        several, usual = _ONE_OF[field]
        words = usual if value is None else several.get(str(value), str(value))
    elif field in _COUNTED:
        counted, usual_count = _COUNTED[field]
        words = counted.format(value=usual_count if value is None else value)
    elif field == "most_asked" and not isinstance(value, str):
        words = counts.requests(MOST_ASKED if value is None else value)
    elif field == "kiosk_pin":
        words = _PIN[bool(value)]
    return words


def _unit_words(choice: Choice, unit: Unit) -> str:
    """Say how big a unit is, and which steps only this version has."""
    others = {
        step
        for saying in choice.sayings
        if isinstance(saying.value, Unit) and saying.value != unit
        for step in saying.value.spots
    }
    alone = [step.title for step in unit.spots if step not in others]
    levels, steps = counts.levels(len(unit.levels)), counts.steps(len(unit.spots))
    return (_UNIT_ALONE if alone else _UNIT).format(levels=levels, steps=steps, titles=listed(alone))
