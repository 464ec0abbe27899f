"""What people write before the lines of a list: bullets, numbers, boxes to tick."""

import re

_BOXES = "\u2022\u2023\u25a0-\u25ff\u2610-\u2612\u2705\u2713-\u2718\u274f-\u2752\u2756\u2794\u2798-\u27af\u27b1-\u27be\uf000-\uf0ff"
"""Signs that are nothing else; the last are those of the fonts Symbol and Wingdings, as Word gives them away."""

_DASHES = "-*+>\u00a7\u00a8\u00b7\u00bb\u203a\u2010-\u2015\u2043\u2190-\u21ff\u2219\u2605\u2606\u2b50\u3001\u30fb\u25aa\uff0d\uff65"
"""Signs that may belong to what stands behind them, unless there is a space between."""

_SIGNS = (
    rf"[{_BOXES}]\ufe0f?",
    r"[\U0001f300-\U0001faff\u2600-\u2604\u2607-\u27bf\u2b00-\u2bff]\ufe0f?(?=\s|$)",
    rf"[{_DASHES}]\ufe0f?(?=\s|$)",
    r"o(?=\t|\s\s|\s[^\W_a-z]|$)",  # Word's bullet of the second level; "o aluno" is a word
    r"\(?\d{1,2}(?:\.[a-z]\b[.)]?|[a-z][.)])(?=\s|$)",  # "1.a" and "1b)"
    r"\(?\d{1,3}[.)\uff0e\uff09](?=\s|(?![A-Z]{1,5}[.\-\d])[^\W\d]|$)",  # "1." and "(2)", but neither "1.5" nor "2.NBT.1"
    r"\d{1,3}\u3001",  # as in Chinese lists
    r"[\u2460-\u249b\u2776-\u2793]|\d\ufe0f?\u20e3",
    r"\([a-zA-Z]\)|[a-z][.)](?=\s|$)|[A-Z]\)(?=\s|$)",  # but not "A.", which may begin a name
    r"\(?(?:[ivx]{1,5}|[IVX]{2,5})[.)](?=\s|$)",
    r"\[[ xX_\u2713\u2714]?\]|\([ xX_]?\)(?=\s|$)|_{2,}(?=\s|$)",
)
_BULLET = re.compile(rf"\s*+(?:{'|'.join(_SIGNS)})\s*")

_MOST = 4
"""Bullets taken off one line; "1. - [ ]" has three."""


def without_bullet(line: str, *, but: str = "") -> str:
    """Give a line of a list without its bullets and numbers; a line that is nothing else stays as it is.

    Args:
        line: The line.
        but: A sign that means something here and stays.
    """
    rest = line
    for _ in range(_MOST):
        found = _BULLET.match(rest)
        if found is None or not rest[found.end() :].strip() or (but and found[0].strip() == but):
            break
        rest = rest[found.end() :]
    return rest


def is_bullet(text: str) -> bool:
    """Tell whether a text is a bullet or a number alone, as in the first column of a list pasted from a document."""
    return _BULLET.fullmatch(text) is not None
