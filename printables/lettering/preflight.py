"""What can't be printed and why, known before any paper is used."""

import sys
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from printables.lettering.cleaning import clean
from printables.lettering.faces import face
from printables.lettering.runs import fonts_of
from printables.lettering.scripts import alphabet, is_letter
from printables.lettering.system_fonts import look_again
from printables.lettering.voices import USUAL

_FIRST_EMOJI = "\U0001f000"

_PACKAGES = {  # of Linux; Windows and macOS bring such fonts with the language
    "Chinese": "fonts-wqy-microhei",
    "Japanese": "fonts-ipaexfont-gothic",
    "Korean": "fonts-nanum",
}


class Unprintable(NamedTuple):
    """A text that can't be printed whole.

    Attributes:
        text: The text as it was given.
        why: The reason in plain words, with what to do where there is something to do.
    """

    text: str
    why: str


def unprintable(texts: Iterable[str]) -> tuple[Unprintable, ...]:
    """Give the texts that hold a character no font here can write, each once, in their order; fonts installed since are found."""
    look_again()
    whys = ((text, _why(clean(text))) for text in dict.fromkeys(texts))
    return tuple(Unprintable(text, why) for text, why in whys if why)


def _why(text: str) -> str:
    if any(face(font).plain.issuperset(text) for font in USUAL.title.fonts):  # no need to ask for each letter
        return ""
    fonts = zip(text, fonts_of(text, USUAL.title), strict=True)
    missing = dict.fromkeys(char for char, font in fonts if font is None)
    emoji = [char for char in missing if _is_emoji(char)]
    letters = [char for char in missing if char not in emoji and is_letter(char) and alphabet(char, text)]
    signs = [char for char in missing if char not in emoji and char not in letters]
    reasons = [_why_letters(name) for name in dict.fromkeys(alphabet(char, text) for char in letters)]
    reasons += ["emoji can't be printed"] if emoji else []
    reasons += [f"these signs can't be printed: {' '.join(signs)}"] if signs else []
    return "; ".join(reasons)


def _why_letters(name: str) -> str:
    why = f"no font here has the letters of {name}"
    if name not in _PACKAGES:
        return why
    if sys.platform == "linux":
        return f"{why}: install one, such as {_PACKAGES[name]}, and print again"
    return f"{why}: add {name} in the language settings of this computer, and print again"


def _is_emoji(char: str) -> bool:
    return char >= _FIRST_EMOJI and unicodedata.category(char) in ("So", "Sk")
