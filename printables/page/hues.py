"""Colours, and how much ink they take."""

from enum import StrEnum
from typing import NamedTuple

from reportlab.lib.colors import Color, HexColor


class Ink(StrEnum):
    """How much ink a page takes."""

    COLOUR = "colour"
    SAVER = "saver"
    """Outlines instead of grounds; pictures stay."""
    BLANK = "blank"
    """Like the saver, with empty spots where real stickers go."""


INK = HexColor("#20303F")
QUIET = HexColor("#566778")
HAIR = HexColor("#C9D3DC")
CALM = HexColor("#E3EAF0")
WHITE = HexColor("#FFFFFF")
GOLD = HexColor("#E8A713")
GOLD_EDGE = HexColor("#B97F00")


class Hue(NamedTuple):
    """The colours of a level, light enough to save ink, apart enough to be told in grey.

    Attributes:
        name: Names it in the file.
        deep: Words and rims.
        line: Outlines.
        strip: The Boss's column.
        panel: The ground.
        pill: The ground of a heading, which has an outline in `deep`.
        on_pill: Words on it.
    """

    name: str
    deep: Color
    line: Color
    strip: Color
    panel: Color
    pill: Color
    on_pill: Color = WHITE

    @property
    def saving(self) -> "Hue":
        """The same in outlines."""
        return self._replace(strip=WHITE, panel=WHITE, pill=WHITE, on_pill=self.deep)


def _hue(name: str, deep: str, line: str, strip: str, panel: str) -> Hue:
    return Hue(name, HexColor(deep), HexColor(line), HexColor(strip), HexColor(panel), HexColor(deep))


HUES = (
    _hue("blue", "#1F6FB2", "#8DBAE2", "#CBE2F6", "#EAF4FC"),
    _hue("green", "#0B7A5E", "#7CC3AE", "#C2E5DA", "#E6F6F1"),
    _hue("amber", "#B35A00", "#E9B469", "#FADFB6", "#FEF3E2"),
    _hue("plum", "#8A3F7C", "#D39CC8", "#EDD0E7", "#FAEDF7"),
)
LEGEND = Hue("grey", QUIET, QUIET, CALM, WHITE, QUIET)


def hue_of(level: int, ink: Ink = Ink.COLOUR) -> Hue:
    """Give the colours of a level by its place in the unit, from 0; they come round after four."""
    hue = HUES[level % len(HUES)]
    return hue if ink is Ink.COLOUR else hue.saving
