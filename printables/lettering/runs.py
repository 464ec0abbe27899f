"""Runs: a text cut where its font, its script or its direction changes, shaped, in the order of the page."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics

from printables.lettering.direction import from_left_to_right, levels
from printables.lettering.faces import Face, face, faces, known_face
from printables.lettering.glyphs import Run
from printables.lettering.scripts import EAST_ASIAN, Script, is_joiner, is_letter, is_mark, script_of
from printables.lettering.system_fonts import east_asian_faces
from printables.lettering.voices import Voice

MISSING = "·"
"""Stands for a run of characters no font here can write."""

REST = "NotoSans-Regular"
"""Has the letters of Latin, Greek and Cyrillic that the voices lack."""


def plain_run(text: str, font: str, voice: Voice) -> Run:
    """Give a run whose characters stand as they are."""
    return Run(text, font, plain_ems(text, font, voice))


def plain_ems(text: str, font: str, voice: Voice) -> float:
    """Give the width of characters that stand as they are, in parts of the type size."""
    spread = voice.between_letters * len(text) + voice.between_words * text.count(" ")
    return unit_width(text, font) + spread


@lru_cache(maxsize=8192)
def unit_width(text: str, font: str) -> float:
    """Give the width of a text as it stands, in parts of the type size."""
    return float(pdfmetrics.stringWidth(text, font, 1000)) / 1000


def spell(text: str, voice: Voice) -> tuple[str, tuple[str, ...]]:
    """Choose a font for each character of a text.

    Returns:
        The text, with `MISSING` for each run of characters no font here has, and the name of each one's font.
    """
    written: list[str] = []
    names: list[str] = []
    for char, name in zip(text, fonts_of(text, voice), strict=True):
        if name is None and written[-1:] == [MISSING]:
            continue
        written.append(char if name else MISSING)
        names.append(name or voice.fonts[-1])
    return "".join(written), tuple(names)


def fonts_of(text: str, voice: Voice) -> Iterator[str | None]:
    """Give the font of each character, None where no font here has it.

    The letters of one script are of one font wherever one has them all, so that no word is a mixture.
    """
    for script, piece in _pieces(text):
        letters = {char for char in piece if is_letter(char)}
        best = next((each for each in _candidates(piece, script, voice) if letters <= each.letters), None)
        if best and all(char in best.letters or is_joiner(char) for char in piece):
            yield from (best.name,) * len(piece)
            continue
        candidates = ((best,) if best else ()) + tuple(_candidates(piece, script, voice))
        for char in piece:
            yield next((each.name for each in candidates if char in each.letters or is_joiner(char)), None)


def _candidates(piece: str, script: Script | None, voice: Voice) -> Iterator[Face]:
    yield from faces(voice.fonts)
    if script is EAST_ASIAN:
        yield from east_asian_faces(piece)
    else:
        yield face(script.font if script else REST)


def _pieces(text: str) -> Iterator[tuple[Script | None, str]]:
    """Cut a text where its script changes; spaces, accents and joiners go with what is before them."""
    scripts: list[Script | None] = []
    for char in text:
        follows = bool(scripts) and (char == " " or is_joiner(char) or (is_mark(char) and script_of(char) is None))
        scripts.append(scripts[-1] if follows else script_of(char))
    at = 0
    for script, same in groupby(scripts):
        end = at + len(list(same))
        yield script, text[at:end]
        at = end


def runs_of(text: str, fonts: Sequence[str], voice: Voice, *, from_right: bool) -> tuple[Run, ...]:
    """Give the runs of a line from left to right.

    Args:
        text: What it says, as `spell` gives it.
        fonts: The font of each character.
        voice: How far its letters stand apart.
        from_right: Whether the line begins at the right.
    """
    depths = levels(text, from_right=from_right)
    runs: list[Run] = []
    deep: list[int] = []
    at = 0
    for (font, depth), same in groupby(zip(fonts, depths, strict=True)):
        end = at + len(list(same))
        runs.append(_run(text[at:end], font, voice, from_right=depth % 2 == 1))
        deep.append(depth)
        at = end
    return tuple(runs[place] for place in from_left_to_right(deep))


def _run(text: str, font: str, voice: Voice, *, from_right: bool) -> Run:
    known = known_face(font)
    if not from_right and known.plain.issuperset(text):
        return plain_run(text, font, voice)
    from printables.lettering.shaping import shape  # noqa: PLC0415 - plain lines load no shaping

    return shape(text, known, voice, from_right=from_right)


def is_cut_between(before: str, after: str) -> bool:
    """Tell whether a word may be cut between two characters without tearing a letter from its accent or its half."""
    halved = unicodedata.combining(before) == 9  # noqa: PLR2004 - a virama makes one letter of two
    return not (halved or is_joiner(before) or is_joiner(after) or is_mark(after))
