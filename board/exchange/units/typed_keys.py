"""Keys as they are mistyped: twice, in two words, with a colon, without a value; and signs nobody sees."""

import difflib
import re
import unicodedata
from collections.abc import Sequence

from board.exchange.units.typed_lines import Broken, Found, Statement, tokens

LISTS = ("subjects", "must", "criteria", "ways", "needs", "standards", "counts", "not_yet")
"""Keys whose value is a list of texts."""

YES_NO = ("two_adults",)
"""Keys whose value is true or false."""

_KEYS = (*LISTS, *YES_NO, "id", "title", "path", "needed", "i_can", "badge", "use", "grow_from")
_CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a\u2032\u2033\u0060\u00b4\uff02\uff07"
"""Signs that word processors, phones and other languages put where a straight quotation mark belongs."""

_HALF_CURLY = re.compile(
    rf"""(^|[\[,=])\s*"[^"\u201c\u201e\u00ab\u2018\u0060]*[{_CURLY}]\s*([,\]\#]|$)|[\[,=]\s*[{_CURLY}][^"]*"\s*([,\]\#]|$)"""
)
"""A text with a straight mark on one side and another on the other."""

_ESCAPE_MEANT = re.compile(r"(?<!\\)(?:\\\\)*\\[btnfr]")
_LAST_BACKSLASH = re.compile(r'(?<!\\)\\"\s*([,\]#]|$)')

_TWICE = (
    'the key "{key}" stands twice here, in line {before} and in line {line}; take one out, or put [[levels.steps]] or '
    "[[levels]] above the second if something new begins there."
)
_HIDDEN = "there is a sign nobody sees {where}; take it out and type the space again."
_STRAIGHT = 'there are curly quotation marks around the text; type straight ones, as in {key} = "...".'
_BACKSLASH = "a backslash begins a special sign here; type / in its place, or two backslashes."
_COLON = "write = behind the key, not a colon: {key} = ..."
_ONE_SIGN = "write one = between the key and its value, and no other sign: {key} = ..."
_NO_SIGN = "the = between the key and its value is missing: {key} = ..."
_NO_KEY = 'no key stands before the value; begin the line with one, such as title = "..."'
_NO_VALUE_TEXT = 'nothing stands behind {key} =; write its text in quotation marks, such as {key} = "..."'
_NO_VALUE_LIST = 'nothing stands behind {key} = in this line; write its texts in a list, such as {key} = ["...", "..."]'
_NO_VALUE_YES_NO = "nothing stands behind {key} =; write true or false, such as {key} = true"
_NO_VALUE_NUMBER = "nothing stands behind {key} =; write a number, such as {key} = 3"
_ALONE = "the key stands alone; write = and its value behind it, or take it out."
_BULLET = "the line begins with a sign as in a list; take it out, so that the line begins with its key."
_ONE_WORD = 'a key is one word, without spaces; write "{key}".'
_ONE_WORD_UNKNOWN = "a key is one word, without spaces; the keys stand in docs/unit-files.md."
_NO_LINE = "this is no key with its value; put # before it if it is a remark for yourself, or take it out."
_ODD_KEY = 'a key has letters a-z, digits, - and _ only; write "{key}".'


def key_twice(broken: Broken) -> Found:
    """Find a key that stands in its table already."""
    if "Cannot" not in broken.said:
        return None
    before = 0
    for one in broken.read[:-1]:
        before = 0 if one.is_header else one.line if one.key == broken.key else before
    return (broken.begins, _TWICE.format(key=broken.key, before=before, line=broken.begins)) if before else None


def hidden_sign(broken: Broken) -> Found:
    """Find a space that is none, or a control character, at which the reader stopped."""
    sign = broken.sign
    if (
        not sign
        or sign == "\t"
        or (unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs") or sign == " ")
    ):
        return None
    before = re.findall(r"[\w-]+", broken.last[: broken.last.find(sign)])
    where = f'behind "{before[-1]}"' if before else "at the beginning of the line"
    return broken.at, _HIDDEN.format(where=where)


def curly_marks(broken: Broken) -> Found:
    """Find quotation marks that are not the straight ones."""
    if (broken.sign and broken.sign in _CURLY) or _HALF_CURLY.search(broken.last):
        return broken.at, _STRAIGHT.format(key=near_key(broken.key))
    return None


def backslash(broken: Broken) -> Found:
    """Find a backslash that is meant as one."""
    escapes = ("Unescaped", "Invalid hex", "Escaped character")
    is_last = _LAST_BACKSLASH.search(broken.last) is not None
    return (broken.at, _BACKSLASH) if is_last or any(word in broken.said for word in escapes) else None


def hidden_escape(read: Sequence[Statement]) -> Found:
    """Find a backslash that TOML takes for a line break, a tab or the like, where a text is one line and has none.

    Args:
        read: The statements of a file.
    """
    for one in read:
        for number, row in enumerate(one.rows, one.line):
            if any(_ESCAPE_MEANT.search(piece.text) for piece in tokens(row) if piece.text.startswith('"')):
                return number, _BACKSLASH
    return None


def near_key(typed: str) -> str:
    """Give the key that was meant, the typed one when it is like none."""
    plain = re.sub(r"[^a-z0-9]+", "_", typed.lower()).strip("_")
    return next(iter(difflib.get_close_matches(plain, _KEYS, 1)), typed)


def key_without_sign(broken: Broken) -> Found:
    """Find what is wrong with a key, the sign behind it, and a line that has no key."""
    row = broken.first.strip()
    advice = _bare_line(row) or _sign_advice(broken)
    return (broken.begins, advice) if advice else None


def _bare_line(row: str) -> str | None:
    if re.match(r"[-*+\u2022\u2013\u2014\u00b7>]\s*\w+\s*[=:]", row):
        return _BULLET
    if not row:
        return _NO_LINE
    if row[0] in "=\"'" and not re.match(r"""("[\w-]+"|'[\w-]+')\s*\S""", row):
        return _NO_KEY
    if row[0] in "=]),":
        return _NO_KEY if row[0] == "=" else _NO_LINE
    return None


def _sign_advice(broken: Broken) -> str | None:
    rest, key = broken.rest, near_key(broken.key)
    if not rest or rest.startswith("#"):
        return _ALONE if key in _KEYS else _NO_LINE
    if re.match(r"(:=|=\s*[=:>]|[-=~]>|[+~!]=)", rest):
        return _ONE_SIGN.format(key=key)
    if rest[0] == ":":
        return _COLON.format(key=key)
    if rest[0] == "=":
        return None if re.fullmatch(r"[\w.-]+", broken.key, re.ASCII) else _ODD_KEY.format(key=key)
    return _without_equals(broken, key)


def _without_equals(broken: Broken, key: str) -> str:
    words = re.match(r"([^=:\"'\[#]+)[=:]", broken.first)
    if words and len(words[1].split()) > 1:
        near = near_key(words[1])
        return _ONE_WORD.format(key=near) if near in _KEYS else _ONE_WORD_UNKNOWN
    return _NO_SIGN.format(key=key) if key in _KEYS else _NO_LINE


def no_value(broken: Broken) -> Found:
    """Find a key with nothing behind its sign."""
    if broken.value:
        return None
    key = near_key(broken.key)
    said = {
        "needed": _NO_VALUE_NUMBER,
        **dict.fromkeys(LISTS, _NO_VALUE_LIST),
        **dict.fromkeys(YES_NO, _NO_VALUE_YES_NO),
    }
    return broken.begins, said.get(key, _NO_VALUE_TEXT).format(key=key)
