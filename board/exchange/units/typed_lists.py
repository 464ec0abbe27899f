"""Lists of texts as they are mistyped, in one line or in several."""

import re

from board.exchange.units.typed_keys import near_key
from board.exchange.units.typed_lines import Broken, Found, outside, starts_anew, without_remark
from board.exchange.units.typed_values import (
    APOSTROPHE,
    BEHIND,
    CLOSE,
    INSIDE,
    OPEN,
    OWN_LINE,
    TWO_LINES,
    runs_on,
    two_keys,
)

_COMMA = "a comma is missing between two texts of the list; put one between them."
_COMMA_LINE = "a comma is missing at the end of this line, before the next text of the list."
_COMMAS = "between two texts of a list stands one comma and nothing else."
_CLOSE_LIST = "the list is never closed; put ] behind its last text."
_BRACKET_MORE = "there is a square bracket too many; a list begins with one [ and ends with one ]."
_QUOTE_EACH = 'every text of a list needs its own quotation marks, such as {key} = ["...", "..."]'


def wrong_list(broken: Broken) -> Found:
    """Find what is wrong with a list of texts, in one line or in several."""
    row = broken.last
    if broken.at > broken.begins and starts_anew(row):
        return _last_filled(broken), _CLOSE_LIST
    inside = broken.value if broken.at == broken.begins else without_remark(row)
    if two_keys(inside):
        return broken.at, OWN_LINE
    mark = "'" if re.match(r"[\[\s]*'", inside) else '"'
    advice = _of_marks(broken, inside, mark) or _of_signs(broken, inside)
    if advice:
        return broken.at, advice
    before = _last_filled(broken)
    if before < broken.at and not re.search(r"[,\[]$", without_remark(broken.lines[before - 1])):
        return before, _COMMA_LINE
    return broken.at, _CLOSE_LIST


def _last_filled(broken: Broken) -> int:
    rows = range(broken.at - 1, broken.begins - 1, -1)
    return next((number for number in rows if without_remark(broken.lines[number - 1])), broken.begins)


def _of_marks(broken: Broken, inside: str, mark: str) -> str | None:
    plain = re.sub(r"\\.", "__", inside) if mark == '"' else inside
    if mark == "'" and re.search(r"\w'\w", plain):
        return APOSTROPHE
    if plain.count(mark) % 2:
        return _of_odd(broken, plain, mark)
    bare = outside(inside.replace("'", "_") if mark == '"' else inside)
    if re.search(r'"\s*"', bare):
        return _COMMA
    if re.search(r'"\s*[^\w\s",\[\](){}]+\s*"', bare):
        return _COMMAS
    if re.search(r'"\s*[^\s",;\[\](){}]|[^\s",;\[\](){}]\s*"', bare):
        return INSIDE
    return _QUOTE_EACH.format(key=near_key(broken.key)) if re.search(r"(^|[\[,])\s*[^\s\",;\[\](){}]", bare) else None


def _of_odd(broken: Broken, plain: str, mark: str) -> str:
    texts = plain.removeprefix("[").strip().removesuffix(",").removesuffix("]").strip().removesuffix(",")
    for text in re.split(rf"(?<={mark})\s*,|,(?=\s*{mark})", texts):
        part = text.strip()
        if part.count(mark) % 2 == 0:
            continue
        if part.startswith(mark) and not part[1:].endswith(mark):
            return TWO_LINES if runs_on(broken.lines, broken.at) else CLOSE
        if not part.startswith(mark):
            return OPEN
        return INSIDE
    return CLOSE


def _of_signs(broken: Broken, inside: str) -> str | None:
    bare = re.sub(r"\s", "", outside(inside))
    if re.search(r'";|,,|\[,|,;', bare):
        return _COMMAS
    if bare.count("]") > bare.count("[") or (bare.startswith("[[") and bare.count("[") > bare.count("]")):
        return _BRACKET_MORE
    return BEHIND if broken.at == broken.begins and re.search(r"\].", bare) else None
