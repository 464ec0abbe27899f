"""A class's folder: the name it may have on every system."""

import unicodedata

_ENDING = ".class"

_LONGEST = 60
"""Characters a folder name may have, its ending included; some systems count bytes, see `_BYTES`."""

_BYTES = 200
"""Bytes a folder name may have: letters of some scripts take four each, and the usual limit is 255."""

_APOSTROPHES = "'\u2019"

_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"))
)
"""Names that mean a device on Windows, whatever ending follows them."""


def folder_name(name: str) -> str:
    """Give a folder name for a class that every system can keep, such as "Room 12.class".

    Args:
        name: Name of the class; may hold anything.

    Returns:
        Letters of any script, digits, single spaces and hyphens, with the ending ".class"; at most 60 characters.
    """
    kept = "".join(
        char if _may_stay(char) else " " for char in unicodedata.normalize("NFC", name) if char not in _APOSTROPHES
    )
    stem = " ".join(kept.split()).strip("- ")
    stem = stem[: _LONGEST - len(_ENDING)]
    while len(stem.encode()) > _BYTES - len(_ENDING):
        stem = stem[:-1]
    stem = stem.strip("- ")
    if not any(char.isalnum() for char in stem):
        stem = "My class"
    if stem.casefold() in _RESERVED:
        stem = f"Class {stem}"
    return stem + _ENDING


def _may_stay(char: str) -> bool:
    return char in " -" or unicodedata.category(char)[0] in "LM" or unicodedata.category(char) == "Nd"
