"""Lettering: which font can write a text, how wide it runs, and how it is fitted into its room."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).with_name("fonts")

MISSING = "·"
"""Stands for a run of characters no font of ours can write."""

ELLIPSIS = "…"

CAP_HEIGHT = 0.7
"""Height of a capital letter, in parts of the type size; all three fonts agree on it."""


LEADING = 1.02
"""Distance of two lines of a block, in parts of the type size."""


class Voice(Enum):
    """How a text speaks; each voice lists the fonts that may write it, the best first."""

    TITLE = ("Fredoka-SemiBold", "Nunito-SemiBold")
    STRONG = ("Nunito-SemiBold",)
    PLAIN = ("Nunito-Regular",)


class Align(Enum):
    """Which part of a line its place names, in parts of the line's width."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@cache
def _characters(font: str) -> frozenset[int]:
    """Give the characters a font can write as they stand, registering the font on its first use.

    Right-to-left letters are left out even where the font has them: without shaping they would come out backwards.
    """
    made = TTFont(font, FOLDER / f"{font}.ttf")
    pdfmetrics.registerFont(made)
    return frozenset(code for code in made.face.charToGlyph if unicodedata.bidirectional(chr(code)) not in ("R", "AL"))


def clean(text: str) -> str:
    """Give a text as it can be written: composed (NFC), on one line, without invisible characters."""
    visible = (" " if char.isspace() else char for char in text if char.isspace() or not _is_invisible(char))
    return " ".join(unicodedata.normalize("NFC", "".join(visible)).split())


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn") or "\ufe00" <= char <= "\ufe0f"


def unprintable(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the texts that hold a character none of our fonts can write, each once, in their order."""
    return tuple(dict.fromkeys(text for text in texts if _missing(clean(text), Voice.TITLE.value)))


def _missing(text: str, fonts: Sequence[str]) -> bool:
    return not any(_covers(font, text) for font in fonts)


def _covers(font: str, text: str) -> bool:
    known = _characters(font)  # also for a text without a letter: whoever writes it needs the font
    return all(ord(char) in known for char in text)


@dataclass(frozen=True, slots=True)
class Line:
    """A text and the font that writes it.

    Attributes:
        text: What is written, clean.
        font: Name of a registered font that has every character of it.
    """

    text: str
    font: str

    def width(self, size: float) -> float:
        """Give its width in pt at a type size in pt."""
        return _unit_width(self.text, self.font) * size


@lru_cache(maxsize=8192)
def _unit_width(text: str, font: str) -> float:
    return float(pdfmetrics.stringWidth(text, font, 1000)) / 1000


def line(text: str, voice: Voice) -> Line:
    """Give a text in the first font of the voice that covers all of it.

    Where none does, the last font writes what it can and `MISSING` stands for the rest.
    """
    return _line(text, voice)


@lru_cache(maxsize=4096)
def _line(text: str, voice: Voice) -> Line:
    wanted = clean(text)
    for font in voice.value:
        if _covers(font, wanted):
            return Line(wanted, font)
    return Line(_with_gaps(wanted, _characters(voice.value[-1])), voice.value[-1])


def _with_gaps(text: str, known: frozenset[int]) -> str:
    written: list[str] = []
    for char in text:
        if ord(char) in known:
            written.append(char)
        elif written[-1:] != [MISSING]:
            written.append(MISSING)
    return "".join(written)


@dataclass(frozen=True, slots=True)
class Block:
    """A text fitted into its room.

    Attributes:
        lines: One or two lines, top first.
        size: Type size in pt.
        whole: Whether all of the text is there; False where it ends in an ellipsis.
    """

    lines: tuple[Line, ...]
    size: float
    whole: bool = True

    @property
    def width(self) -> float:
        """The width of its longest line in pt."""
        return max(each.width(self.size) for each in self.lines)


def halves(text: Line) -> tuple[Line, ...]:
    """Cut a text between two words so that the longer part is as short as can be; one word stays whole."""
    words = text.text.split(" ")
    cuts = [
        (Line(" ".join(words[:at]), text.font), Line(" ".join(words[at:]), text.font)) for at in range(1, len(words))
    ]
    return min(cuts, key=lambda parts: max(part.width(1) for part in parts), default=(text,))


def fit(text: Line, room: float, size: float, least: float, lines: int = 1) -> Block:
    """Fit a text into a width: wrapped before it shrinks, shrunk before it is shortened.

    Args:
        text: What to write.
        room: The width there is, in pt.
        size: Type size wanted, in pt.
        least: Smallest type size still legible there, in pt.
        lines: 1, or 2 where it may be wrapped.
    """
    if text.width(size) <= max(room, 0.0):  # a lone accent is as wide as nothing
        return Block((text,), size)
    parts = halves(text) if lines > 1 else (text,)
    shrunk = min(size, room / max(part.width(1) for part in parts))
    if shrunk >= least:
        return Block(parts, shrunk)
    return Block(_shortened(text, room / least, lines), least, whole=False)


def _shortened(text: Line, ems: float, lines: int) -> tuple[Line, ...]:
    if lines == 1:
        return (_ended(text, ems),)
    first = _start(text, ems)
    after_a_word = first.rfind(" ")
    if after_a_word > 0 and text.text[len(first) : len(first) + 1] != " ":
        first = first[:after_a_word]
    rest = Line(text.text[len(first) :].strip(), text.font)
    return (Line(first.rstrip(), text.font), rest if rest.width(1) <= ems else _ended(rest, ems))


def _ended(text: Line, ems: float) -> Line:
    start = _start(text, ems - Line(ELLIPSIS, text.font).width(1))
    return Line(start.rstrip() + ELLIPSIS, text.font)


def _start(text: Line, ems: float) -> str:
    for end in range(1, len(text.text) + 1):
        if Line(text.text[:end], text.font).width(1) > ems:
            return text.text[: end - 1]
    return text.text


def write(canvas: Any, text: Line, size: float, x: float, y: float, *, align: Align = Align.LEFT) -> None:
    """Write one line in the canvas's fill colour.

    Args:
        canvas: The reportlab canvas.
        text: What to write.
        size: Type size in pt.
        x: Place of the line's left end, middle or right end, in pt.
        y: Height of its baseline, in pt.
        align: Which of the three `x` names.
    """
    canvas.setFont(text.font, size)
    canvas.drawString(x - text.width(size) * align.value, y, text.text)


def write_block(canvas: Any, block: Block, x: float, middle: float, align: Align = Align.LEFT) -> None:
    """Write a block with its capitals centred on a height in pt."""
    leading = LEADING * block.size
    y = middle - CAP_HEIGHT * block.size / 2 + leading * (len(block.lines) - 1) / 2
    for each in block.lines:
        write(canvas, each, block.size, x, y, align=align)
        y -= leading
