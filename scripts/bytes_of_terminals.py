"""Bytes that terminals send and that mark nothing: answers, reports, half sequences, rubbish, and keys that only move."""

import random
from collections.abc import Callable
from typing import NamedTuple

_MOVES = (
    b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[5~", b"\x1b[6~", b"\x1bOA", b"\x1bOD",
    b"\x1b[1;5A", b"\x1b[1;5H", b"\x1b[1;3C", b"\x1b[18~", b"\x1b[19~", b"\x1b[20;2~", b"\x1b[57419u", b"\x1b[57424;129u",
    b"\x1bt", b"\x1b ", b"\x1b.", b"\x1bk", b"\x1br", b"\x1bu", b"\x1b\r", b"\x1b[116;5:3u", b"\x1b[Z", b"\t",
)  # fmt: skip
"""Keys that mark nothing on any screen; with alt a marking key is another key."""

_NAMES = b"Liam K.\rMia D.\r"
_BURST = 12
"""Bytes of a paste without marks that always come at once: fewer can't be told from keys."""

_WITH_ALT = 2
"""Bytes of a key with alt, which is never torn here: with a pause in it, it is Escape and that key."""

_WORDS = ("Liam K.", "Mia D.", "Noah E.", "true story", "kitten", "turtle", "run", "unit", "c12 t r k u")
_RUBBISH = bytes([*range(0x80, 0x90), 0x91, *range(0x92, 0x9B), 0x9C, 0x9E, 0x9F, 0xC0, 0xC1, *range(0xF5, 0x100)])
_LETTERS = "bcdefgijklnopqrsvwxyz"


class Part(NamedTuple):
    """Some bytes, and the seconds until more comes."""

    data: bytes
    pause: float


class Bytes:
    """Makes up what a terminal sends, one sequence after another.

    Args:
        chance: Where chance comes from.
        doubled: Whether Escape comes twice, as from a worn key.
    """

    def __init__(self, chance: random.Random, *, doubled: bool) -> None:
        self._chance = chance
        pasted = chance.choice([self._paste, self._burst])  # a terminal that marks pastes marks all of them
        kinds: list[Callable[[], bytes]] = [
            self._move,
            self._colour,
            self._string,
            self._private,
            self._mouse,
            self._old_mouse,
        ]
        self._kinds = [*kinds, self._rubbish, self._unknown, self._release, self._hover, pasted]
        self._doubled = doubled

    def next(self) -> list[Part]:
        """Give a sequence in the parts in which it comes."""
        if self._doubled and self._chance.random() < 0.02:
            return [Part(b"\x1b[27u", self._chance.uniform(0, 0.06)), Part(b"\x1b[27u", 0.15)]
        data = self._chance.choice(self._kinds)()
        if self._chance.random() < 0.1:
            return [Part(data, self._chance.uniform(0, 0.06)), Part(data, self._pause())]
        if len(data) > _WITH_ALT and self._chance.random() < 0.4:
            at = self._chance.randrange(_BURST if data.startswith(_NAMES) else 1, len(data))
            return [Part(data[:at], self._pause()), Part(data[at:], self._pause())]
        return [Part(data, self._pause())]

    def _pause(self) -> float:
        """Give seconds: mostly none, sometimes more than a key that is torn may take."""
        return self._chance.choices([0.0, 0.002, 0.01, 0.15, 0.3], [120, 60, 20, 4, 1])[0]

    def _number(self) -> int:
        return self._chance.choice([0, 1, 2, 7, 24, 32, 80, 255, 65535, 10**9])

    def _end(self) -> bytes:
        return self._chance.choice([b"\x07", b"\x1b\\"])

    def _text(self) -> bytes:
        words = self._chance.choices(_WORDS, k=self._chance.randrange(1, 6))
        return " ".join([*words, self._chance.choice(["", "Zoë", "日本", "🐟"])]).encode()

    def _move(self) -> bytes:
        return self._chance.choice(_MOVES)

    def _colour(self) -> bytes:
        which = self._chance.choice(["4;12", "10", "11", "12"])
        colour = "/".join(f"{self._chance.randrange(65536):04x}" for _ in range(3))
        return f"\x1b]{which};rgb:{colour}".encode() + self._end()

    def _string(self) -> bytes:
        begin = [
            b"\x1b]52;c;",
            b"\x1b]l",
            b"\x1bP>|",
            b"\x1bP1$r",
            b"\x1bP1+r",
            b"\x1bP@kitty-cmd",
            b"\x1b_Gi=1;",
            b"\x1b^",
            b"\x1bX",
        ]
        return self._chance.choice(begin) + self._text() + self._end()

    def _private(self) -> bytes:
        figures = ";".join(str(self._number()) for _ in range(self._chance.randrange(1, 9)))
        kind = self._chance.choice(
            ["?{}c", ">{}c", "={}c", "?{}n", "{}n", "?{}R", "24;{}R", "?2027;{}$y", "?25u", "8;{}t", "?{}S"]
        )
        return b"\x1b[" + kind.format(figures).encode()

    def _mouse(self) -> bytes:
        nowhere = self._chance.choice(
            ["NaN;NaN", "0;0", "-3;4", "5;-1", "9999;9999", "Infinity;3", "101;2", "3;31", ";", "1.5;x"]
        )
        kind = self._chance.choice(["\x1b[<{};{}M", "\x1b[<{};{}m"])
        return kind.format(self._chance.choice(["0", "2", "32", "NaN"]), nowhere.replace("x", "2")).encode()

    def _hover(self) -> bytes:
        x, y = self._chance.randrange(1, 100), self._chance.randrange(1, 30)
        return f"\x1b[<{self._chance.choice([35, 64, 65, 128, 129, 131])};{x};{y}M".encode()

    def _old_mouse(self) -> bytes:
        place = [self._chance.choice([0, 133, 200, 255]), self._chance.randrange(32, 256)]
        self._chance.shuffle(place)
        return b"\x1b[M" + bytes([self._chance.choice([32, 34, 35, 67]), max(place), max(place)])

    def _rubbish(self) -> bytes:
        return bytes(self._chance.choices(_RUBBISH, k=self._chance.randrange(1, 8)))

    def _unknown(self) -> bytes:
        if self._chance.random() < 0.5:
            return f"\x1b[{self._chance.choice([9, 16, 22, 27, 30, 116, 117, 32 + 64])}~".encode()
        return f"\x1b[1;2;{self._number()}{self._chance.choice(_LETTERS)}".encode()

    def _release(self) -> bytes:
        return f"\x1b[{self._chance.randrange(32, 127)};{self._chance.choice([1, 2, 65])}:3u".encode()

    def _paste(self) -> bytes:
        return b"\x1b[200~" + self._text() + b"\r\x1b[31m" + self._text() + b"\x1b[201~"

    def _burst(self) -> bytes:
        return _NAMES + self._text().replace("\U0001f41f".encode(), b"")
