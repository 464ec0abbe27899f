"""The door of this room: texts become lines in fonts that can write them, are fitted into their room and written."""

from printables.lettering.blocks import ELLIPSIS, LINE_SPACING, Block, fit, halves, paragraph
from printables.lettering.cleaning import clean
from printables.lettering.composing import Line, line
from printables.lettering.faces import FOLDER
from printables.lettering.preflight import Unprintable, unprintable
from printables.lettering.reach import Reach, Seat, overhang, reach_of, seat
from printables.lettering.runs import MISSING
from printables.lettering.writing import CAP_HEIGHT, LEADING, Align, write, write_block, write_down

__all__ = [
    "CAP_HEIGHT",
    "ELLIPSIS",
    "FOLDER",
    "LEADING",
    "LINE_SPACING",
    "MISSING",
    "Align",
    "Block",
    "Line",
    "Reach",
    "Seat",
    "Unprintable",
    "clean",
    "fit",
    "halves",
    "line",
    "overhang",
    "paragraph",
    "reach_of",
    "seat",
    "unprintable",
    "write",
    "write_block",
    "write_down",
]
