"""Reads a terminal: bytes in, what they mean out, with the time handed in.

How long is waited, and what for:

- ESC alone is the Escape key once nothing has followed for `Delays.escape`. Over a network a key may come torn, so that is
  longer there. Where the terminal tells Escape as a sequence of its own, ESC alone waits as long as all others.
- Any other sequence that has begun waits `Delays.rest` for its end, and then vanishes: half a sequence was never typed.
- A key that is torn by more than that comes as Escape and then as letters. So after such an Escape, letters that would have
  completed a sequence, in one read and within `Delays.rest`, vanish as well; one `[` or `O` alone may be a key and waits
  `Delays.escape` for what would show it was none.
- ESC with `[`, `O`, `P`, `]`, `X`, `^` or `_` always begins a sequence, and is never alt with that key.
- A string of the terminal ends with its end, with any other sequence, or when nothing has come for `Delays.rest`.
"""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual import constants
from textual.events import Key, Paste
from textual.message import Message

from board.terminal.bursts import is_letter, is_pasted, may_be_pasted
from board.terminal.cutter import Cutter
from board.terminal.grammar import Letter, Pasted, Piece, Press, Sequence, cut
from board.terminal.keys import keys_of
from board.terminal.mouse import Mouse
from board.terminal.reports import Reports

_COMPANY = 0.02
"""Seconds several letters that came at once wait for more; nobody types the next one so soon."""

_TAIL_OF_STRING = re.compile(rb"[\]P_][0-9>!$+G]")
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SEQUENCES = re.compile(r"\x1b(?:\[[\x20-\x3f]*[\x40-\x7e]|[\]P_X^][^\x07\x1b]*(?:\x07|\x1b\\)|.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Delays:
    """How long is waited for what has begun, in seconds.

    Attributes:
        escape: Until ESC alone is the Escape key, and until a pasted burst is over.
        rest: Until all others that have begun are given up.
    """

    escape: float = 0.1
    rest: float = 1.0


def delays(variables: Mapping[str, str] = os.environ) -> Delays:
    """Give the delays of this terminal: longer over a network, and ESCDELAY, in milliseconds, is heard first.

    Args:
        variables: The variables of the environment.
    """
    far = bool(variables.get("SSH_CONNECTION") or variables.get("SSH_TTY") or variables.get("MOSH_CONNECTION"))
    usual = Delays(0.4, 2.0) if far else Delays()
    escape = constants.ESCAPE_DELAY if variables.get("ESCDELAY", "").isdecimal() else usual.escape
    return Delays(escape, max(usual.rest, 2 * escape))


class Reader:
    """Reads what one terminal sends.

    Args:
        waits: How long is waited.
    """

    def __init__(self, waits: Delays | None = None) -> None:
        self._waits = waits or Delays()
        self._cutter = Cutter()
        self._reports = Reports()
        self._mouse = Mouse()
        self._burst, self._burst_until = "", float("-inf")
        self._letters = ""
        self._tail = b""
        self._escaped = float("-inf")
        self._heard = 0.0

    @property
    def due(self) -> float | None:
        """When `tick` has something to do, on the clock of the times handed in; None when nothing waits."""
        if self._letters:
            return self._heard + _COMPANY
        if self._burst or self._tail:
            return self._heard + self._waits.escape
        if not self._cutter.waits:
            return None
        short = self._cutter.escape_alone and not self._reports.escape_is_told
        return self._heard + (self._waits.escape if short else self._waits.rest)

    def resize(self, columns: int, lines: int) -> None:
        """Hear how large the window is, so that the mouse can't be outside it.

        Args:
            columns: Its width in cells.
            lines: Its height in cells.
        """
        self._mouse.window = (columns, lines)

    def feed(self, data: bytes, now: float) -> list[Message]:
        """Read what came.

        Args:
            data: All that came at once.
            now: The time in seconds, on any clock that only goes forward.

        Returns:
            What it means; bytes that mean nothing give nothing.
        """
        data = self._without_tail(data, now)
        self._heard = now
        return self._read(self._cutter.feed(data))

    def tick(self, now: float) -> list[Message]:
        """Give up waiting for what is due; to be called when nothing is there to be read.

        Args:
            now: The time in seconds.

        Returns:
            What it meant after all.
        """
        if self.due is None or now < self.due:
            return []
        if self._burst or self._letters:
            return self._end_of_letters()
        if self._tail:
            tail, self._tail = self._tail, b""
            return self._read(self._cutter.feed(tail)) if len(tail) == 1 else []
        given_up = self._cutter.give_up()
        if given_up == Sequence("\x1b"):
            self._escaped = now
        return [] if given_up is None else self._read([given_up])

    def _without_tail(self, data: bytes, now: float) -> bytes:
        """Take off what is left of a sequence whose ESC was taken for the key."""
        data, self._tail = self._tail + data, b""
        if now - self._escaped > self._waits.rest or not data:
            return data
        whole = b"\x1b" + data
        end = cut(whole, 0).end if data[:1] in (b"[", b"O") else 1
        if end == 0:
            self._tail = data
            return b""
        self._escaped = float("-inf")
        return whole if _TAIL_OF_STRING.match(data) else whole[end:]

    def _read(self, pieces: Iterable[Piece]) -> list[Message]:
        messages: list[Message] = []
        letters = ""
        for piece in pieces:
            if isinstance(piece, Letter) and is_letter(piece.character):
                letters += piece.character
                continue
            messages += [*self._typed(letters), *self._end_of_letters(), *self._meaning(piece)]
            letters = ""
        return messages + self._typed(letters)

    def _typed(self, letters: str) -> list[Message]:
        """Tell what letters mean that came at once; several of them wait a moment for more, as a paste may come in parts."""
        letters, self._letters = self._letters + letters, ""
        if not letters:
            return []
        late = len(letters) > 1 and self._heard < self._burst_until
        if self._burst or late or is_pasted(letters):
            self._burst += letters
        elif may_be_pasted(letters):
            self._letters = letters
        else:
            return _keys(letters)
        return []

    def _end_of_letters(self) -> list[Message]:
        """Tell what the letters meant that waited for more."""
        letters, self._letters = self._letters, ""
        text, self._burst = self._burst, ""
        if text:
            self._burst_until = self._heard + self._waits.rest
        return [*_keys(letters), *([Paste(text)] if text else [])]

    def _meaning(self, piece: Piece) -> list[Message]:
        match piece:
            case Letter(character):
                return list[Message](keys_of(character))
            case Press(codes):
                pressed = self._mouse.press(codes)
                return [] if pressed is None else [pressed]
            case Pasted(data):
                text = _plain(data)
                return [Paste(text)] if text else []
            case Sequence(text):
                return self._sequence(text)
        return []

    def _sequence(self, text: str) -> list[Message]:
        if text == "\x1b":
            return [Key("escape", text)]
        report = self._reports.read(text) or self._mouse.sequence(text)
        return list[Message](keys_of(text)) if report is None else [report]


def _keys(letters: str) -> list[Message]:
    return [key for letter in letters for key in keys_of(letter)]


def _plain(data: bytes) -> str:
    """Give a pasted text without what is no text: escape sequences, and control characters but tabs and line ends."""
    return _HIDDEN.sub("", _SEQUENCES.sub("", data.decode(errors="replace")))
