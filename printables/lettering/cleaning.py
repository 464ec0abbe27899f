"""Texts as they can be written: composed, on one line, without what nobody sees."""

import unicodedata

from printables.lettering.scripts import is_joiner, script_of

_MOST_ACCENTS = 2
"""Accents over and under one letter, beside the one it may be composed with."""

_MOST_SIGNS = 8
"""Signs a syllable of any script is written with, and some more."""

_ACCENTS = ("\u0300", "\u036f")
"""The accents that go with any letter, first and last."""


def clean(text: str) -> str:
    """Give a text as it can be written: composed (NFC), on one line, without invisible characters.

    Joiners stay where a script needs them, as in many Persian and Sinhala names. Of accents piled on one letter the first
    few stay: a tower of them would reach into other lines.
    """
    if text.isascii() and text.isprintable():  # most words on paper; everything of a large class goes through here
        return " ".join(text.split())
    visible = "".join(" " if char.isspace() else char for char in text if char.isspace() or not _is_invisible(char))
    composed = unicodedata.normalize("NFC", _without_stray_joiners(visible))
    return " ".join(_without_towers(composed).split())


def _is_invisible(char: str) -> bool:
    if is_joiner(char):
        return False
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn") or "\ufe00" <= char <= "\ufe0f"


def _without_towers(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    accents = signs = 0
    for char in text:
        is_sign = unicodedata.category(char) == "Mn"
        is_accent = _ACCENTS[0] <= char <= _ACCENTS[1]
        accents, signs = (accents + is_accent, signs + 1) if is_sign else (0, 0)
        if accents <= _MOST_ACCENTS and signs <= _MOST_SIGNS:
            kept.append(char)
    return "".join(kept)


def _without_stray_joiners(text: str) -> str:
    if "\u200c" not in text and "\u200d" not in text:
        return text
    kept: list[str] = []
    for at, char in enumerate(text):
        if not is_joiner(char) or (kept and _joins(kept[-1], text[at + 1 : at + 2])):
            kept.append(char)
    return "".join(kept)


def _joins(before: str, after: str) -> bool:
    script = script_of(before)
    return script is not None and script.shaped and bool(after) and script_of(after) is script
