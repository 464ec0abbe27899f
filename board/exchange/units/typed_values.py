"""Values as they are mistyped: quotation marks, commas and brackets that are missing, too many, or of another kind."""

import re

from board.exchange.units.typed_keys import LISTS, YES_NO, near_key
from board.exchange.units.typed_lines import Broken, Found, outside, starts_anew, tokens, without_remark

CLOSE = 'the quotation mark at the end of a text is missing; put " behind its last word.'
OPEN = 'the quotation mark at the beginning of a text is missing; put " before its first word.'
INSIDE = "there is a quotation mark inside the text, or one too many; inside a text type ' instead."
APOSTROPHE = "an apostrophe ends a text that begins with one; put \" before and behind the text instead of '."
TWO_LINES = "the text goes on in the next line; write all of it in one line."
_THREE = 'three quotation marks begin a long text that never ends; type one " before and one behind the text.'
_TEXT = 'put the text in quotation marks: {key} = "{value}"'
_LIST = 'write a list of texts in square brackets and quotation marks: {key} = ["...", "..."]'
_NUMBER = "write a whole number in digits, without anything else: {key} = 3"
_YES_NO = "write true or false, in small letters and without anything else: {key} = true"
_OPEN_LIST = "a list begins with [ and ends with ], and its [ is missing; put it before the first text."
_BARE = {"needed": _NUMBER, **dict.fromkeys(YES_NO, _YES_NO)}
"""What is said of values without quotation marks."""

OWN_LINE = "two keys stand in one line; write each on a line of its own."
BEHIND = "something stands behind the end of the value; take it out, or put # before it if it is a remark."


def wrong_value(broken: Broken) -> Found:
    """Find what is wrong with a value that is one text, a number, or begins as neither."""
    value, key = broken.value, near_key(broken.key)
    if value.startswith(('"""', "'''")):
        return broken.begins, _THREE
    if value[0] == "[":
        return None
    if value[0] not in "\"'":
        return broken.begins, _bare(key, value)
    first, *_ = tokens(value)
    if first.kind == "open":
        goes_on = runs_on(broken.lines, broken.begins)
        return broken.begins, TWO_LINES if goes_on else CLOSE
    return broken.begins, _tail(value[0], broken.rest[1:].lstrip()[len(first.text) :], key)


def runs_on(lines: list[str], line: int) -> bool:
    """Tell whether a text that is open at the end of a line is closed in one of the next.

    Args:
        lines: The lines of the file.
        line: Number of the line in which it begins, from 1.
    """
    for row in lines[line:]:
        if starts_anew(row) or row.lstrip().startswith('"'):
            return False
        if '"' in row or re.search(r"'[\s,\]]*$", row):
            return True
    return False


def _bare(key: str, value: str) -> str:
    if two_keys(value):
        return OWN_LINE
    if re.match(r"(\d+|true|false)(\s*[,;]$|\s*//|\s+[^\w\s])", value):
        return BEHIND
    if key in _BARE:
        return _BARE[key].format(key=key)
    if key in LISTS:
        return _OPEN_LIST if value.endswith("]") and '"' in value else _LIST.format(key=key)
    if value[-1] in "\"'" and value.count(value[-1]) == 1:
        return OPEN
    return _TEXT.format(key=key, value=re.sub(r"[\"'\\]", "", value)[:40])


def two_keys(row: str) -> bool:
    """Tell whether a second key with its value stands in a line."""
    return bool(re.search(r"(^|[\s\"\],;])[a-z_]+\s*=\s*([\"\[\d]|true|false)", outside(row)))


def _tail(mark: str, tail: str, key: str) -> str:
    rest = without_remark(tail)
    if two_keys(rest):
        return OWN_LINE
    if mark == "'" and re.match(r"\w", tail):
        return APOSTROPHE
    if re.match(r",\s*[\"']", rest) or (key in LISTS and rest.startswith(mark)):
        return _OPEN_LIST if rest.endswith("]") else _LIST.format(key=key)
    if rest.startswith("]"):
        return _OPEN_LIST
    return INSIDE if mark in rest or tail.count(mark) % 2 else BEHIND
