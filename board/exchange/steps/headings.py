"""Titles of levels in a list of steps, with a colon or a number sign, or only by how they stand there."""

import re

from board.exchange.steps.about import begins_with_year, is_about_the_list
from board.exchange.steps.sayings import does_something, says_i_can, set_of
from board.exchange.steps.words import Words
from board.mastery.people import clean_name

_MOST_WORDS = 8
"""Words of a heading that nothing but its place tells from a step."""

_SHORT = 3
"""Words of one whose words need not begin with capitals."""

_SMALL = set_of(
    "a an and as at by de der des die du en et for from il in la le mit of on or our the their to und up vom with y"
)
"""Words that stand small in a title."""

_LEVEL = re.compile(
    r"(?:level|lvl|stufe|niveau|nivel|livello|n\u00edvel|stage)\s*(?:\d{1,2}|[ivx]{1,4}|[a-f])\b\s*(?:[:.)\u2010-\u2015-]\s*(?P<title>.*))?",
    re.IGNORECASE,
)
"""\"Level 2 - Halves": the number is told by the place."""

_NAMED = re.compile(
    r"(?:unit|module|chapter|lesson|topic|week|quarter|term|trimester|semester|part|strand|domain|cluster|section|phase|day|block|grade|big idea"
    r"|einheit|kapitel|thema|woche|teil|klasse|unit\u00e9|chapitre|semaine|partie|unidad|cap\u00edtulo|tema|semana|parte|unit\u00e0|modulo|settimana)"
    r"\s*(?:\d{1,2}|[ivx]{1,4}|[a-f])\b(?:\s*[:.)\u2010-\u2015-].*|(?:\s+\S+){0,4})"
    r"|(?:kindergarten|pre-?k|(?:(?:1|2|3|4|5|6)(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth)\s+(?:grade|quarter|trimester|semester))(?:\s+\S+){0,4}"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:unit|topic|theme|focus|strand|domain|area|module|chapter|thema|einheit|bereich|th\u00e8me|tema|unidad|onderwerp)\s*[:\uff1a]\s*(?P<title>\S.*)",
    re.IGNORECASE,
)
"""\"Topic: Forces\"."""

_OF_THE_LIST = re.compile(
    r"\bi can\b\W{0,3}(?:statements?|lists?|checklists?|goals?|targets?|charts?|cards?|sheets?)\b", re.IGNORECASE
)
"""\"I can" statements for First Grade Math."""


def heading_in(line: Words) -> str | None:
    """Give the title a line says for the level below it, None where it says none outright.

    Args:
        line: The line.
    """
    words = line.text if begins_with_year(line.text) else line.words
    if words.startswith("#"):
        return _title(words.lstrip("# "))
    if words.endswith((":", "\uff1a")) and not line.starred[0]:
        return _title(words)
    of_the_list = bool(_OF_THE_LIST.search(words))
    if line.says and not of_the_list:
        return None
    called = _CALLED.fullmatch(words)
    if called and not (says_i_can(called["title"]) or does_something(called["title"])):
        return _title(called["title"])
    named = _LEVEL.fullmatch(words) or _NAMED.fullmatch(words)
    is_about = is_about_the_list(words) and not does_something(words)
    return _title(words) if named or of_the_list or is_about or line.row.is_title else None


def _title(words: str) -> str:
    bare = words.rstrip(":\uff1a #")
    found = _LEVEL.fullmatch(bare)
    return clean_name((found["title"] if found and found["title"] else bare).rstrip(".") or bare)


def looks_like_heading(line: Words, below: Words) -> bool:
    """Tell whether a line is a heading by how it stands there: short, above a step, and nothing a child does.

    Args:
        line: The line.
        below: The next line that is no heading.
    """
    words = line.words.split()
    if (
        (line.codes and below.codes)
        or line.says
        or any(line.starred)
        or does_something(line.words)
        or not below.is_marked
    ):
        return False
    if line.words.endswith((".", "!", "?", ",", ";", "\u2026", "\u3002")) or len(words) > _MOST_WORDS:
        return False
    if line.bullet and not is_above(line, below):
        return False
    large = all(not word[:1].islower() or word.casefold() in _SMALL for word in words)
    stands_out = not line.bullet and bool(below.bullet or below.codes)
    return (large or stands_out or len(words) <= _SHORT) and not line.words[:1].islower()


def is_above(line: Words, below: Words) -> bool:
    """Tell whether another line belongs to this one: it is set in, or numbered in another way below a number."""
    if below.indent > line.indent:
        return True
    outline = [re.fullmatch(r"(\d+(?:\.\d+)*)[.)]?", one.bullet) for one in (line, below)]
    if outline[0] and outline[1]:
        return outline[1][1].count(".") > outline[0][1].count(".")
    return bool(below.bullet) and sort_of(below.bullet) != sort_of(line.bullet)


def sort_of(bullet: str) -> str:
    """Give the sort of a bullet: two of one sort stand side by side in an outline.

    Args:
        bullet: What stood in front of the line.
    """
    bare = "".join(filter(str.isalnum, bullet))
    if bare.isdigit():
        return "number"
    return ("large" if bare.isupper() else "small") if bare.isalpha() else "sign"
