"""Cuts what a terminal sends into whole pieces, however it was torn on its way."""

import re
from collections.abc import Iterator
from enum import Enum

from board.terminal.grammar import Cut, Opening, Pasted, Piece, Sequence, cut

_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", b"\x1b[201~"
_STRING_ENDS = re.compile(rb"[\x07\x18\x1a\x1b]")

_ESCAPE = 0x1B

LONGEST_SEQUENCE = 1024
"""Bytes beyond which a sequence can't be known; its end is still waited for."""

LONGEST_STRING = 1 << 20
"""Bytes beyond which a string counts as never ended."""

LONGEST_PASTE = 1 << 20
"""Bytes beyond which a paste is handed over in parts."""

_TOO_LONG = b"\x1b[!"
"""What is kept of a sequence that is too long: the beginning of one that means nothing."""


class _Inside(Enum):
    NOTHING = "nothing"
    STRING = "string"
    PASTE = "paste"


class Cutter:
    """Cuts bytes into pieces; every way of tearing the same bytes gives the same pieces."""

    def __init__(self) -> None:
        self._held = b""
        self._inside = _Inside.NOTHING
        self._pasted = bytearray()
        self._swallowed = 0

    @property
    def escape_alone(self) -> bool:
        """Whether nothing but ESC waits for more."""
        return self._inside is _Inside.NOTHING and self._held == b"\x1b"

    @property
    def waits(self) -> bool:
        """Whether something has begun and not ended."""
        return bool(self._held) or self._inside is not _Inside.NOTHING

    def feed(self, data: bytes) -> Iterator[Piece]:
        """Cut what came.

        Args:
            data: Bytes as they were read.

        Returns:
            The pieces that are whole now, without strings: nothing in them is for us.
        """
        data, self._held = self._held + data, b""
        at = 0
        while at < len(data):
            piece, end = self._step(data, at)
            if piece is not None:
                yield piece
            if end == at:
                break
            at = end
        self._held = data[at:]
        if self._inside is _Inside.NOTHING and len(self._held) > LONGEST_SEQUENCE:
            self._held = _TOO_LONG

    def give_up(self) -> Piece | None:
        """Tell what has come of what never ended: ESC alone was the key, a paste is what came of it, the rest nothing."""
        held, inside = self._held, self._inside
        self._held, self._inside = b"", _Inside.NOTHING
        if inside is _Inside.PASTE:
            self._pasted += held
            return self._paste_so_far()
        return Sequence("\x1b") if inside is _Inside.NOTHING and held == b"\x1b" else None

    def _step(self, data: bytes, at: int) -> Cut:
        if self._inside is _Inside.STRING:
            end = self._after_string(data, at)
            if end > at or self._inside is _Inside.STRING:
                return Cut(None, end)
        if self._inside is _Inside.PASTE:
            return self._paste(data, at)
        piece, end = cut(data, at)
        if isinstance(piece, Opening):
            self._inside, self._swallowed = _Inside.STRING, 0
        elif piece == Sequence(_PASTE_BEGINS):
            self._inside = _Inside.PASTE
        else:
            return Cut(piece, end)
        return Cut(None, end)

    def _after_string(self, data: bytes, at: int) -> int:
        """Give where to go on behind what is swallowed; any ESC ends a string, that of another sequence too."""
        found = _STRING_ENDS.search(data, at)
        end = found.start() if found else len(data)
        self._swallowed += end - at
        if found is None:
            if self._swallowed > LONGEST_STRING:
                self._inside = _Inside.NOTHING
            return end
        if data[end] != _ESCAPE:
            self._inside = _Inside.NOTHING
            return end + 1
        if end + 1 == len(data):
            return end
        self._inside = _Inside.NOTHING
        return end + 2 if data[end + 1 : end + 2] == b"\\" else end

    def _paste(self, data: bytes, at: int) -> Cut:
        end = data.find(_PASTE_ENDS, at)
        if end >= 0:
            self._pasted += data[at:end]
            self._inside = _Inside.NOTHING
            return Cut(self._paste_so_far(), end + len(_PASTE_ENDS))
        sure = max(at, len(data) - len(_PASTE_ENDS) + 1)
        self._pasted += data[at:sure]
        whole = self._paste_so_far() if len(self._pasted) > LONGEST_PASTE else None
        return Cut(whole, sure)

    def _paste_so_far(self) -> Pasted:
        pasted = Pasted(bytes(self._pasted))
        self._pasted.clear()
        return pasted
