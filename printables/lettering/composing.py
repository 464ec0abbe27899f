"""Lines of text in the fonts that can write them, measured."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from printables.lettering.cleaning import clean
from printables.lettering.direction import runs_from_right
from printables.lettering.faces import face, known_face
from printables.lettering.glyphs import Run
from printables.lettering.runs import plain_ems, plain_run, runs_of, spell
from printables.lettering.scripts import EAST_ASIAN, script_of
from printables.lettering.system_fonts import files
from printables.lettering.voices import Voice


@dataclass(frozen=True, slots=True)
class Line:
    """A text ready to be written on one line.

    Attributes:
        text: What is written, clean, in the order it is read.
        fonts: Name of the font of each character.
        voice: How it speaks.
        from_right: Whether it begins at the right.
        runs: Its pieces from left to right.
        ems: Its width, in parts of the type size.
    """

    text: str
    fonts: tuple[str, ...]
    voice: Voice
    from_right: bool
    runs: tuple[Run, ...]
    ems: float

    def width(self, size: float) -> float:
        """Give its width in pt at a type size in pt."""
        return self.ems * size

    @property
    def is_plain(self) -> bool:
        """Whether it is of one font and its characters stand as they are."""
        return len(self.runs) == 1 and not self.runs[0].parts


def line(text: str, voice: Voice) -> Line:
    """Give a text in the fonts that can write it: in the first one of the voice that has all of it, if one has.

    Otherwise each script is written by the first font that has all its letters; `MISSING` stands for what none has.
    """
    plain = _plain_line(text, voice)
    if plain is not None:
        return plain
    return _mixed_line(text, voice, files() if any(script_of(char) is EAST_ASIAN for char in text) else ())


@lru_cache(maxsize=4096)
def _plain_line(text: str, voice: Voice) -> Line | None:
    wanted = clean(text)
    font = next((font for font in voice.fonts if face(font).plain.issuperset(wanted)), None)
    return None if font is None else _plain(wanted, font, voice)


@lru_cache(maxsize=4096)
def _mixed_line(text: str, voice: Voice, _at_hand: tuple[Path, ...]) -> Line:
    written, fonts = spell(clean(text), voice)
    return _mixed(written, fonts, voice, from_right=runs_from_right(written))


def _plain(text: str, font: str, voice: Voice) -> Line:
    run = plain_run(text, font, voice)
    return Line(text, (font,) * len(text), voice, False, (run,), _without_last_gap(run.ems, voice))


def _mixed(text: str, fonts: tuple[str, ...], voice: Voice, *, from_right: bool) -> Line:
    runs = runs_of(text, fonts, voice, from_right=from_right)
    ems = sum(run.ems for run in runs)
    spaced = bool(runs) and runs[-1].spaced
    return Line(text, fonts, voice, from_right, runs, _without_last_gap(ems, voice) if spaced else ems)


def _without_last_gap(ems: float, voice: Voice) -> float:
    return max(0.0, ems - voice.between_letters)


def ems_between(whole: Line, start: int, end: int) -> float:
    """Give the width a part of a line would have, in parts of the type size; the arguments are those of `part`."""
    if not whole.is_plain:
        return part(whole, start, end).ems
    wanted = whole.text[start:end].strip()
    return _without_last_gap(plain_ems(wanted, whole.runs[0].font, whole.voice), whole.voice)


def part(whole: Line, start: int, end: int, more: str = "") -> Line:
    """Give a part of a line in the same fonts, running the same way.

    Args:
        whole: The line.
        start: Where the part begins.
        end: Where it ends; a space there, or at its beginning, is left out.
        more: What is added to it: an ellipsis.
    """
    text = whole.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    if whole.is_plain:
        return _plain(text + more, whole.runs[0].font, whole.voice)
    fonts = whole.fonts[start : start + len(text)]
    if more:
        last = fonts[-1] if fonts and known_face(fonts[-1]).letters.issuperset(more) else whole.voice.fonts[-1]
        fonts += (last,) * len(more)
    return _mixed(text + more, fonts, whole.voice, from_right=whole.from_right)
