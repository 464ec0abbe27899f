"""What a line is made of: runs, and the glyphs of those that are shaped."""

from typing import NamedTuple


class Glyph(NamedTuple):
    """One glyph in its place.

    Attributes:
        char: The character that draws it in its font.
        x: How far right of the run's left end, in ems.
        y: How far above the baseline, in ems.
        width: How far the pen of the font itself moves on after it, in ems.
    """

    char: str
    x: float
    y: float
    width: float


class Part(NamedTuple):
    """Some glyphs of a run.

    Attributes:
        told: What a reader of the PDF is told they say; empty where each tells it itself.
        glyphs: The glyphs.
    """

    told: str
    glyphs: tuple[Glyph, ...]


class Run(NamedTuple):
    """A piece of a line in one font and one direction.

    Attributes:
        text: What it says, in the order it is read.
        font: Name of the font.
        ems: Its width, in parts of the type size.
        spaced: Whether its letters are set apart as the voice says; joined ones never are.
        parts: Its glyphs, where it is shaped; empty where its characters stand as they are.
    """

    text: str
    font: str
    ems: float
    spaced: bool = True
    parts: tuple[Part, ...] = ()
