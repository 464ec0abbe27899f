"""The words and signs people read. Those of a spot stand here; every other sense is a part of its own, asked for by name."""

from board.words.days import day
from board.words.signs import AWAY, BOSS_GLYPHS, CHOSEN, GLYPHS, glyph
from board.words.spots import MY_PICTURE_SHOWS, notes_on, picture_news, picture_words, spot_words
from board.words.statuses import FOR_ADULTS, FOR_CHILDREN, MARKS, OF_TWO, mark_words

__all__ = [
    "AWAY",
    "BOSS_GLYPHS",
    "CHOSEN",
    "FOR_ADULTS",
    "FOR_CHILDREN",
    "GLYPHS",
    "MARKS",
    "MY_PICTURE_SHOWS",
    "OF_TWO",
    "day",
    "glyph",
    "mark_words",
    "notes_on",
    "picture_news",
    "picture_words",
    "spot_words",
]
