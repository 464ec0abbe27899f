"""Settles how the kiosk is and when screens lock: one key each, at once in force on every computer."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.deeds.about import AboutClass
from board.deeds.history import Outcome
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting
from board.mastery.kiosk import IDLES, LOCKS, KioskField
from board.screens.lock.new_pin import NewPinScreen
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.question import Asking, Question
from board.screens.parts.trying import Turning, outcome_of, tried
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.grid_plan import wrapped
from board.widgets.key_bar import KeyBar
from board.widgets.row_list import ListRow, RowList
from board.words import kiosk as words
from board.words import pin as pin_words
from board.words.outcomes.told import Where

_FIELDS: dict[str, KioskField] = {
    "w": "words",
    "o": "outlines",
    "c": "covering",
    "s": "sound",
    "i": "idle",
    "l": "lock",
}
"""What each key turns on, off, or on to the next value."""

_PIN = "pin"

_TURNS = (
    Command("turn('words')", "w", "Words", "Whether a child shows its picture word before its page opens.", 3),
    Command("turn('outlines')", "o", "Shapes", "Whether the pictures of picture words are plain shapes.", 6),
    Command("turn('covering')", "c", "Covering", "Whether a sticker grows out of its spot when it is covered.", 5),
    Command("turn('sound')", "s", "Sound", "Whether a sticker makes a small sound then.", 7),
    Command("turn('idle')", "i", "Here?", "How long the kiosk waits until it asks whether somebody is there.", 8),
    Command("turn('lock')", "l", "Locks", "How long the screens of adults stay open with nobody there.", 4),
    Command("pin", "p", "PIN", "Set the adult PIN, or another.", 1),
    Command("pin_off", "x", "No PIN", "Take the adult PIN away; it asks first.", 9),
)
_KEYS = (
    KeyGroup(
        "Kiosk and lock",
        (
            *_TURNS,
            Command("leave", "escape", "Back", "Go back to the board.", 2, "esc"),
            Command("undo", "u", "Undo", "Take back what was settled here last; a PIN is not taken back.", 10),
            Command("redo", "U", "Redo", "Put back what was taken back last.", sign="U"),
        ),
        ("Enter or a second tap on a line does what its key does.",),
    ),
)

_OFF = Question(
    "Without a PIN anybody can leave the kiosk, and nothing locks.", "x", "takes it away", "any other key keeps it"
)

_VALUES: dict[KioskField, Sequence[int]] = {"idle": IDLES, "lock": LOCKS}
_WIDE = 18
_MOST_LINES = 3
"""Lines for what a setting means."""

_AROUND = 7
"""Cells beside them."""


class KioskSettings(LiveScreen[None]):
    """The settings of the kiosk and of the lock, a line each.

    Args:
        sitting: Who settles them, and in which class.
    """

    CSS_PATH = "settings.tcss"
    KEYS = _KEYS
    BINDINGS = bindings(KEYS)

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting.book)
        self._sitting, self._pins, self._about = sitting, Pins(sitting.book), AboutClass(sitting)
        self._asking = Asking()
        self._opened = sitting.history.opened(Where.PAGE)
        take_actions(self, Turning(self._do, sitting, lambda: self._opened))

    def compose(self) -> ComposeResult:
        """Title, a line for each, what came of it, keys."""
        yield Static(words.TITLE, id="title", markup=False)
        yield RowList()
        yield Static(id="said", markup=False)
        yield KeyBar((HELP, *_KEYS[0].commands))

    def on_mount(self) -> None:
        """Show them."""
        self.show_class()

    def on_resize(self) -> None:
        """Use the room there is."""
        self.show_class()

    def show_class(self) -> None:
        """Show them as they are now, whoever settled them."""
        kiosk, width = self.book.about.kiosk, max(1, self.app.size.width - _AROUND)
        rows = [
            ListRow(
                field,
                _line(
                    width, key, words.LABELS[field], words.kiosk_value(field, value), words.kiosk_words(field, value)
                ),
            )
            for key, field in _FIELDS.items()
            for value in [getattr(kiosk, field)]
        ]
        is_set = self._pins.is_set
        state = (words.SET, words.PIN_SET) if is_set else (words.NOT_SET, words.PIN_NOT_SET)
        self.query_one(RowList).fill((*rows, ListRow(_PIN, _line(width, "p", words.PIN_LABEL, *state))))

    @on(RowList.OptionSelected)
    def take(self, event: RowList.OptionSelected) -> None:
        """Do what the key of a line does."""
        field = next((field for field in _FIELDS.values() if field == event.option_id), None)
        if field is None:
            self.action_pin()
        else:
            self.action_turn(field)

    def action_turn(self, field: KioskField) -> None:
        """Go on to the next value of a setting."""
        values, now = _VALUES.get(field, (False, True)), getattr(self.book.about.kiosk, field)
        value = values[(values.index(now) + 1) % len(values)] if now in values else values[0]
        self.query_one(RowList).go_to(field)
        if self._do(lambda: self._about.settle_kiosk(field, value)) and field == "outlines":
            self._say(words.CARDS_ANEW)

    def action_pin(self) -> None:
        """Choose the PIN, or another."""
        if tried(self, self._sitting.only_teachers):
            self.put_up(NewPinScreen(self._sitting), self._told_of_pin)

    def action_pin_off(self) -> None:
        """Take the PIN away, once that is sure."""
        if not self._pins.is_set:
            self._say(pin_words.NONE_SET)
        elif self._asking.is_sure(_OFF, self._say) and tried(self, lambda: self._pins.off(self._sitting)):
            self._asking.forget()
            self._say(pin_words.TAKEN_AWAY)
            self.look_again()

    def action_leave(self) -> None:
        """Go back to the board."""
        self.dismiss()

    def _told_of_pin(self, is_set: bool | None) -> None:
        if is_set:
            self._say(pin_words.SET)

    def _do(self, wish: Callable[[], Outcome]) -> bool:
        self._asking.forget()
        outcome = outcome_of(self, wish)
        if outcome is not None:
            self._say(outcome.said)
            self.look_again()
        return outcome is not None

    def _say(self, said: str) -> None:
        self.query_one("#said", Static).update(Content(said))


def _line(width: int, key: str, label: str, value: str, told: str) -> Content:
    below = "".join(f"\n   {line}" for line in wrapped(told, width, _MOST_LINES))
    return Content.assemble((f"{key}  ", "$accent"), f"{label:{_WIDE}} ", (value, "bold"), (below, "$foreground 70%"))
