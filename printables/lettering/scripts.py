"""The scripts names are written in: which letters are whose, which font has them, and what they need."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Script(NamedTuple):
    """A script with a font of its own.

    Attributes:
        name: Its name in plain words.
        font: The font that has it, empty where one of the computer's own fonts is looked for.
        blocks: First and last character of each range of its own.
        shaped: Whether its letters change their form or place beside others.
        joined: Whether they hang together, so that letters set apart would tear the word.
    """

    name: str
    font: str
    blocks: tuple[tuple[int, int], ...]
    shaped: bool = False
    joined: bool = False


_ARABIC = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08B4))
_HAN = ((0x2E80, 0x303F), (0x31C0, 0x31EF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
_KANA = ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF61, 0xFF9F), (0x1B000, 0x1B16F))
_HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF))
_BOPOMOFO = ((0x3100, 0x312F), (0x31A0, 0x31BF))
_WIDE_SIGNS = ((0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFF60), (0xFFE0, 0xFFEF))

EAST_ASIAN = Script("Chinese, Japanese and Korean", "", _HAN + _KANA + _HANGUL + _BOPOMOFO + _WIDE_SIGNS)
"""One script here: a name may mix its letters, and one font writes them all."""

OWN = (
    Script("Armenian", "NotoSans-Armenian", ((0x0530, 0x058F), (0xFB13, 0xFB17))),
    Script("Hebrew", "NotoSans-Hebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F)), shaped=True),
    Script("Arabic", "NotoSans-Arabic", _ARABIC, shaped=True, joined=True),
    Script("Devanagari", "NotoSans-Devanagari", ((0x0900, 0x097F), (0xA8E0, 0xA8FF)), shaped=True, joined=True),
    Script("Bengali", "NotoSans-Bengali", ((0x0980, 0x09FF),), shaped=True, joined=True),
    Script("Gurmukhi", "NotoSans-Gurmukhi", ((0x0A00, 0x0A7F),), shaped=True, joined=True),
    Script("Gujarati", "NotoSans-Gujarati", ((0x0A80, 0x0AFF),), shaped=True),
    Script("Tamil", "NotoSans-Tamil", ((0x0B80, 0x0BFF),), shaped=True),
    Script("Telugu", "NotoSans-Telugu", ((0x0C00, 0x0C7F),), shaped=True),
    Script("Kannada", "NotoSans-Kannada", ((0x0C80, 0x0CFF),), shaped=True),
    Script("Malayalam", "NotoSans-Malayalam", ((0x0D00, 0x0D7F),), shaped=True),
    Script("Sinhala", "NotoSans-Sinhala", ((0x0D80, 0x0DFF),), shaped=True),
    Script("Thai", "NotoSans-Thai", ((0x0E00, 0x0E7F),), shaped=True),
    Script("Lao", "NotoSans-Lao", ((0x0E80, 0x0EFF),), shaped=True),
    Script("Burmese", "NotoSans-Myanmar", ((0x1000, 0x109F),), shaped=True),
    Script("Georgian", "NotoSans-Georgian", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F))),
    Script("Ethiopic", "NotoSans-Ethiopic", ((0x1200, 0x139F),)),
    Script("Khmer", "NotoSans-Khmer", ((0x1780, 0x17FF),), shaped=True),
    EAST_ASIAN,
)
"""Every script whose letters the fonts of a voice need not have."""

_STARTS = sorted((first, last, script) for script in OWN for first, last in script.blocks)
_LETTER = re.compile(
    r"(.*?)(?: CAPITAL| SMALL| LONG| VOWEL| CONSONANT)* (?:LETTER|SYLLABLE|SYLLABICS|SIGN|DIGIT|IDEOGRAPH)"
)


@lru_cache(maxsize=4096)
def script_of(char: str) -> Script | None:
    """Give the script a character is of; None for Latin, Greek, Cyrillic, for signs, and for scripts no font of ours has."""
    code = ord(char)
    if code < OWN[0].blocks[0][0]:
        return None
    return next((script for first, last, script in _STARTS if first <= code <= last), None)


def is_joiner(char: str) -> bool:
    """Tell whether a character only says how its neighbours join."""
    return char in "\u200c\u200d"


def is_mark(char: str) -> bool:
    """Tell whether a character is written at another: an accent, a vowel sign."""
    return unicodedata.category(char)[0] == "M" or char in "\u0e33\u0eb3"


def is_letter(char: str) -> bool:
    """Tell whether a character is part of a word rather than a sign."""
    return unicodedata.category(char)[0] in "LM"


def alphabet(char: str, text: str) -> str:
    """Give the name of the script or language a letter is of, in plain words.

    Args:
        char: The letter.
        text: What it stands in; letters of China are Japanese beside kana, Korean beside hangul.
    """
    script = script_of(char)
    if script is EAST_ASIAN:
        return language(text)
    if script is not None:
        return script.name
    named = _LETTER.match(unicodedata.name(char, ""))
    return named[1].title() if named else ""


def language(text: str) -> str:
    """Tell whether a text is Chinese, Japanese or Korean by the letters only one of them has."""
    codes = [ord(char) for char in text]
    for name, blocks in (("Japanese", _KANA), ("Korean", _HANGUL)):
        if any(first <= code <= last for code in codes for first, last in blocks):
            return name
    return "Chinese"
