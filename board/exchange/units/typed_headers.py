"""Lines in brackets as they are mistyped: too few brackets, other names, a step before its level."""

import re
from collections.abc import Sequence

from board.exchange.units.typed_lines import Statement, without_remark

_HEADERS = {"boss": "[levels.boss]", "step": "[[levels.steps]]", "level": "[[levels]]"}
"""The lines that begin a table, by a word that tells which was meant; the first that fits."""

_OTHERWISE = "a line in brackets is [[levels]], [[levels.steps]] or [levels.boss]; a list stands behind its key and =."
_UNIT = "the keys of the unit stand at the top of the file, without a line in brackets; take this line out."
_BOSS = "write [levels.boss], with one square bracket on each side."
_BEFORE = "this stands before the first level; put the line [[levels]] above it, with the id and title of the level."
_TWICE = "this level has a Boss already, in line {before}; take one out, or begin the next level with [[levels]]."
_BEHIND = "write {header} on a line of its own, and what stands behind it on the next."
_MERGE = "two versions of this file were put into one; keep the lines of one, and take out this line and those like it."
_TWO_BRACKETS = "write {header}, with two square brackets on each side."


def header_slip(read: Sequence[Statement]) -> tuple[int, str] | None:
    """Find the first line in brackets that begins no table of a unit where it stands.

    Args:
        read: The statements of a file in order, to its end or to where it can't be read any more.

    Returns:
        The number of the line and what to do; None when there is none.
    """
    boss, has_level = 0, False
    for one in read:
        row = one.rows[0].strip()
        if re.match(r"<{7}|={7}|>{7}", row):
            return one.line, _MERGE
        if not one.is_header:
            continue
        header, advice = _meant(row)
        if advice is None and header != _HEADERS["level"] and not has_level:
            advice = _BEFORE
        if advice is None and header == _HEADERS["boss"] and boss:
            advice = _TWICE.format(before=boss)
        if advice is not None:
            return one.line, advice
        has_level = True
        boss = one.line if header == _HEADERS["boss"] else 0 if header == _HEADERS["level"] else boss
    return None


def _meant(row: str) -> tuple[str, str | None]:
    """Give the header that was meant, and what is wrong with it as it was typed."""
    name = re.sub(r"\s*([\w.-]+)\s*", r"\1", " ".join(re.sub(r"[\"']", "", without_remark(row)).split()))
    end = max(name.rfind(sign) for sign in "])}>") + 1 or len(name)
    words = name[:end].lower()
    header = next((header for word, header in _HEADERS.items() if word in words), "")
    if name == header:
        return header, None
    if not header:
        return "", _UNIT if "unit" in words else _OTHERWISE
    if name.startswith(header):
        rest = name[len(header) :]
        if not set(rest) <= set("[](){}<>"):
            return header, _BEHIND.format(header=header)
    return header, _BOSS if header == _HEADERS["boss"] else _TWO_BRACKETS.format(header=header)
