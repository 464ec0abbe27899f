"""Headers that say in their first letter whose they are, as programs write them: SLAST, TLAST and CNAME."""

from collections.abc import Sequence

from board.exchange.tables.headers import LIKELY, meanings_of

_WHOSE = {"S": "Student", "P": "Pupil", "T": "Teacher", "C": "Class"}
_FEWEST = 3
"""Headers of one table that begin with the same letter and go on with a word that is known; fewer do so by chance."""


def spelled_out(header: Sequence[str]) -> tuple[str, ...]:
    """Give the headers of a table with the letter in front that says whose they are as a word.

    Args:
        header: The cells above all columns.
    """
    split = [_split(cell.strip()) for cell in header]
    begun = [letter for letter, _ in split if letter]
    if not any(begun.count(letter) >= _FEWEST for letter in ("S", "P")):
        return tuple(header)
    return tuple(
        f"{_WHOSE[letter]} {rest}" if letter else cell for cell, (letter, rest) in zip(header, split, strict=True)
    )


def _split(cell: str) -> tuple[str, str]:
    """Give the first letter and the rest where that letter says whose the rest is; else twice nothing."""
    letter, rest = cell[:1].upper(), cell[1:].removeprefix("_")
    is_set_off = cell[:1].islower() or cell[1:2] == "_"
    if letter not in _WHOSE or not (is_set_off or cell.isupper()) or not rest[:1].isupper() or not _is_known(rest):
        return "", ""
    is_word = not is_set_off and rest != "NAME" and _is_known(cell)
    return ("", "") if is_word else (letter, rest)


def _is_known(header: str) -> bool:
    found = meanings_of(header)
    return bool(found) and found[0].strength >= LIKELY
