"""What the headers of a list say, and which of its rows is the header."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from board.exchange.lists.header_words import Says
from board.exchange.lists.meanings import Meaning
from board.exchange.lists.words import plain, words_of

SURE = 3
"""Every word of the header is known, and they say one thing."""

LIKELY = 2
"""The header says so, and might say something else above other data."""

PERHAPS = 1
"""The header may say so; the data must."""

FAINT = 0
"""A word of the header says so among others that nobody knows."""

TITLE_LINES = 20
"""Lines a school's program may put above the header."""

_ENOUGH = 0.5
"""Share of the words of a header that are known where it is believed."""

_LOOKED_AT = 200
"""Rows below a header that are compared with it."""

_MOST_UNKNOWN = 3
"""Cells of a header of which one word is enough."""

_SHORTEST = 4
"""Letters of a word that alone makes a row a header; "Ho" and "Mark" are children, too."""

_ABOUT_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.PREFERRED}
_LETTERS = re.compile(r"[^\W\d_]{3}")
_NO_HEADER = re.compile(r".*@.*|[\W\d_]*\d[\W\d_]*")
_EITHER = {
    "est": (Meaning.STATUS, Meaning.NAME),  # "Estado" or "Estudiante"
    "kl": (Meaning.TEACHER, Meaning.CLASS),  # "Klassenlehrer" or "Klasse"
    "apelido": (Meaning.ALIAS, Meaning.FAMILY),  # in Brazil and in Portugal
}
"""Headers that are two words in one: what stands below knows."""

_WITHOUT = re.compile(r"\b(?:without|sin|ohne|sans|sem|senza|zonder|excluding)\b[^)\]]*", re.IGNORECASE)
"""What a form does not ask for: "tu nombre (sin apellidos)"."""

_QUESTION = re.compile(r"\s*\d+\s*[.)]\s*\S+\s+\S")
"""A numbered question of a form: its number says nothing about the name."""

_COMMA = re.compile("[,\u3001\uff0c]")
_ORDINALS = {"1": Says.FIRST, "2": Says.SECOND}
_GLOSS = re.compile(r"[(\[\uff08\u3010]([^)\]\uff09\u3011]*)[)\]\uff09\u3011]")
_CODED = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+)+|[a-z]+[A-Z][a-z]+[A-Za-z]*")
"""Names of fields as programs write them: FAMILY_NAME, familyName."""


class Meant(NamedTuple):
    """What a header may mean, and how strongly it says so: SURE, LIKELY or PERHAPS."""

    meaning: Meaning
    strength: int


def meanings_of(header: str) -> tuple[Meant, ...]:
    """Give what a header may mean, the strongest first; empty where its words are not known.

    Args:
        header: The cell above a column.
    """
    header = _WITHOUT.sub(" ", header)
    words = [word for word in words_of(header) if Says.FILLER not in word.says and not word.text.isdecimal()]
    says = frozenset(say for word in words for say in word.says)
    either = _EITHER.get(plain(header))
    if either is not None:
        return tuple(Meant(meaning, PERHAPS) for meaning in either)
    if Says.FAMILY in says and says & {Says.NAME, Says.GIVEN} and _COMMA.search(header):
        says |= {Says.WHOLE}
    if says & {Says.GIVEN, Says.FAMILY} and not _QUESTION.match(header):
        says |= {_ORDINALS[word.text] for word in words_of(header) if word.text in _ORDINALS}
    found = _of_gloss(header) or _meant(says)
    if not found:
        return ()
    known = sum(bool(word.says) for word in words) / sum(bool(word.says) or len(word.text) > 1 for word in words)
    if known < 1 and says == {Says.CHILD}:
        return ()
    if known < 1 and found[0].meaning not in (Meaning.PRIVATE, Meaning.TEACHER, Meaning.UNUSED):
        weakest = FAINT if known < _ENOUGH else LIKELY if known > _ENOUGH else PERHAPS
        return tuple(Meant(meaning, min(strength, weakest)) for meaning, strength in found)
    if any(word.is_cut for word in words):
        return tuple(Meant(meaning, min(strength, LIKELY)) for meaning, strength in found)
    return found


def says_who_left(header: str) -> bool:
    """Tell whether a yes below a header of a status means that the child is not at the school: "Dropped?"."""
    return any(Says.GONE in word.says for word in words_of(header))


def _of_gloss(header: str) -> tuple[Meant, ...]:
    """Give what brackets say about a name: "Nombre [givenName]", "Name (first)"."""
    inside = " ".join(_GLOSS.findall(header))
    if not inside or not is_name_word(_GLOSS.sub(" ", header)):
        return ()
    found = _meant(frozenset(say for word in words_of(inside) for say in word.says))
    return found if found and found[0].meaning in (Meaning.GIVEN, Meaning.FAMILY, Meaning.MIDDLE) else ()


def says_first(header: str) -> bool:
    """Tell whether a header says the first of several names: "Primer apellido"."""
    return any(Says.FIRST in word.says or word.text == "1" for word in words_of(header))


def says_last(header: str) -> bool:
    """Tell whether a header says the last of several names, and not only "last name"."""
    says = {say for word in words_of(header) for say in word.says}
    return {Says.LAST, Says.FAMILY} <= says


def is_name(header: str) -> bool:
    """Tell whether a header says that whole names stand below it."""
    found = meanings_of(header)
    return bool(found) and found[0].meaning is Meaning.NAME and found[0].strength > FAINT


def is_name_word(header: str) -> bool:
    """Tell whether a header says "name" and not which part of it: beside given names it is the family's."""
    says = {say for word in words_of(_WITHOUT.sub(" ", header)) for say in word.says}
    return bool(says & {Says.NAME, Says.CHILD}) and is_name(header) and not says & {Says.WHOLE, Says.GIVEN, Says.FAMILY}


def header_at(rows: Sequence[Sequence[str]]) -> int | None:
    """Find the header of a list.

    Args:
        rows: The cells of all rows that hold anything.

    Returns:
        The place of the first row, above which only titles stand, that says what columns are, in words that are known; or
        that is unlike all below it, or written as programs name their fields; None where there is none.
    """
    above = 0
    for at, row in enumerate(rows[:TITLE_LINES]):
        filled = _filled(row)
        below = rows[at + 1 : at + 1 + _LOOKED_AT]
        if (at == 0 or above < max(2, filled)) and _says_enough(row, filled, below):
            says_more = at + 1 < len(rows) and len(_known(rows[at + 1], rows[at + 2 :])) > len(_known(row, below))
            return at + says_more  # above a header may stand whose columns follow: "Student", "Parent"
        above = max(above, filled)
    return next((at for at in range(min(len(rows), TITLE_LINES)) if _is_unlike(rows[at], rows[at + 1 :])), None)


def folded(row: Sequence[str]) -> tuple[str, ...]:
    """Give a row in small letters and without the empty cells at its end: a header that comes again is the same."""
    cells = [cell.strip().casefold() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _says_enough(row: Sequence[str], filled: int, below: Sequence[Sequence[str]]) -> bool:
    """Tell whether two cells of a row are header words, or one that is about names and is no likely name itself."""
    known = _known(row, below)
    if len(known) > 1:
        return True
    if not known or filled > _MOST_UNKNOWN or (filled == 1 and any(_filled(other) > 1 for other in below)):
        return False
    (cell,) = known
    if filled > 1 and all(word.says <= {Says.CHILD} for word in words_of(cell)):
        return False  # "Student" may say who somebody is
    return meanings_of(cell)[0].meaning in _ABOUT_NAMES and (len(plain(cell)) >= _SHORTEST or not cell.isascii())


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _known(row: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """Give the cells of a row that may be headers of what stands below."""
    itself = folded(row)
    others = [other for other in below[:_LOOKED_AT] if folded(other) != itself]
    return [cell for place, cell in enumerate(row) if _may_be_header(cell, place, others)]


def _may_be_header(cell: str, place: int, others: Sequence[Sequence[str]]) -> bool:
    """Tell whether a cell may be a header: it says something, and is not what stands in its column again and again."""
    if not cell.strip() or (_NO_HEADER.fullmatch(cell) and "#" not in cell):
        return False
    found = meanings_of(cell)
    least = PERHAPS if found and found[0].meaning is Meaning.STATUS else LIKELY
    if not found or found[0].strength < least:
        return False
    word = cell.strip().casefold()
    return not any(len(row) > place and row[place].strip().casefold() == word for row in others)


def _is_unlike(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row is a header in words nobody knows: letters above numbers, or written as programs do."""
    if len(below) < 2 or len(row) < 2:  # noqa: PLR2004 - one row below, or one column, may be anything
        return False
    cells = [cell for cell in row if cell.strip()]
    if len(cells) < 2 or any(_NO_HEADER.fullmatch(cell) for cell in cells):  # noqa: PLR2004 - a title has one
        return False
    if sum(bool(_CODED.fullmatch(cell.strip())) for cell in cells) * 2 > len(cells):
        return True
    for place, cell in enumerate(row):
        under = [other[place] for other in below[:_LOOKED_AT] if len(other) > place and other[place].strip()]
        if len(under) > 1 and _LETTERS.search(cell) and all(map(_NO_HEADER.fullmatch, under)):
            return True
    return False


def _meant(says: frozenset[Says]) -> tuple[Meant, ...]:
    """Give what words together mean: first whose they are and what is never read, then the name, then numbers."""
    if says & {Says.ADULT, Says.TUTOR} and not says & {Says.SPELLED, Says.SCORE, Says.PRIVATE, Says.ROLE}:
        return _of_adult(says)
    for say, meaning in _SINGLE:
        if say in says:
            if say is Says.STATUS and Says.IDENT in says:
                continue
            if say is Says.CALLED and not says & _BESIDE_ALIAS:
                return (Meant(Meaning.ALIAS, PERHAPS), Meant(Meaning.PREFERRED, PERHAPS))
            if say in (Says.CALLED, Says.ALIAS) and says & _BESIDE_ALIAS:
                return (Meant(Meaning.PREFERRED, PERHAPS), Meant(Meaning.ALIAS, PERHAPS))
            shown = (Meant(Meaning.NAME, PERHAPS),) if say is Says.SHOWN else ()
            return (Meant(meaning, SURE), *shown)
        if say is Says.UNUSED and Says.OTHER in says and says & {Says.NUMBER, Says.IDENT}:
            return (Meant(Meaning.OTHER_ID, SURE),)
    return _of_name(says) or _of_number(says)


_BESIDE_ALIAS = frozenset({Says.PREFERRED, Says.GIVEN, Says.FIRST})
_SINGLE = (
    (Says.SPELLED, Meaning.UNUSED),
    (Says.SCORE, Meaning.UNUSED),
    (Says.PRIVATE, Meaning.PRIVATE),
    (Says.PARENT, Meaning.PRIVATE),
    (Says.SHOWN, Meaning.UNUSED),
    (Says.UNUSED, Meaning.UNUSED),
    (Says.STATUS, Meaning.STATUS),
    (Says.ROLE, Meaning.ROLE),
    (Says.ALIAS, Meaning.ALIAS),
    (Says.CALLED, Meaning.ALIAS),
    (Says.SUFFIX, Meaning.SUFFIX),
    (Says.SECOND_FAMILY, Meaning.SECOND_FAMILY),
)


def _of_adult(says: frozenset[Says]) -> tuple[Meant, ...]:
    if Says.GROUP in says:
        return (Meant(Meaning.CLASS, SURE),)
    if Says.TUTOR in says and says & {Says.FIRST, Says.SECOND, Says.FAMILY, Says.GIVEN}:
        return (Meant(Meaning.PRIVATE, SURE),)
    return (Meant(Meaning.TEACHER, SURE),)


def _of_name(says: frozenset[Says]) -> tuple[Meant, ...]:
    """Give the part of the name a header says, nothing where it says a number, a grade or a class."""
    part = None if says & _NO_NAMES and Says.PREFERRED not in says else _part(says)
    return () if part is None else (Meant(part, SURE),)


_NO_NAMES = frozenset(
    {Says.NUMBER, Says.IDENT, Says.ID, Says.OTHER_ID, Says.SEAT, Says.GRADE, Says.CLASS, Says.GROUP, Says.PERHAPS_CLASS}
)


def _part(says: frozenset[Says]) -> Meaning | None:
    """Give the part of a name; "first" and "last" bend the word "name", while "forename" and "surname" stand for themselves."""
    family, given = Says.FAMILY in says, Says.GIVEN in says
    last, first = Says.LAST in says, Says.FIRST in says
    both = (given and (family or last)) or (first and last)
    beside_name = Says.NAME in says and (family or given) and not first and not last
    rules = (
        (Says.PREFERRED in says, Meaning.UNUSED if (family or last) and not (given or first) else Meaning.PREFERRED),
        (Says.WHOLE in says or both, Meaning.NAME),
        (family and bool(says & {Says.SECOND, Says.MATERNAL}), Meaning.SECOND_FAMILY),
        (Says.SECOND in says and (given or Says.NAME in says), Meaning.MIDDLE),
        (Says.MIDDLE in says, Meaning.GIVEN if first else Meaning.MIDDLE),
        (beside_name, Meaning.NAME),
        (family or last, Meaning.FAMILY),
        (given or first, Meaning.GIVEN),
        (bool(says & {Says.NAME, Says.CHILD}), Meaning.NAME),
    )
    return next((meaning for holds, meaning in rules if holds), None)


def _of_number(says: frozenset[Says]) -> tuple[Meant, ...]:
    """Give what a header says of a number, a grade or a class: the first rule all of whose words it has, and none other."""
    for needed, meant in _NUMBERS:
        if all(says & words for words in needed):
            return meant
    return ()


_ANY_NUMBER = frozenset({Says.ID, Says.IDENT, Says.NUMBER})
_NUMBERS = (
    ((frozenset({Says.SEAT}),), (Meant(Meaning.SEAT, SURE),)),
    ((frozenset({Says.OTHER_ID}),), (Meant(Meaning.OTHER_ID, SURE),)),
    ((frozenset({Says.ID}), frozenset({Says.OTHER})), (Meant(Meaning.OTHER_ID, SURE),)),
    ((_ANY_NUMBER, frozenset({Says.YEAR, Says.GRADE})), (Meant(Meaning.UNUSED, LIKELY), Meant(Meaning.GRADE, PERHAPS))),
    ((frozenset({Says.CLASS, Says.GROUP}),), (Meant(Meaning.CLASS, SURE),)),
    ((frozenset({Says.ID}),), (Meant(Meaning.ID, SURE),)),
    ((frozenset({Says.NUMBER, Says.IDENT}), frozenset({Says.OWN, Says.CHILD})), (Meant(Meaning.ID, SURE),)),
    ((frozenset({Says.IDENT}),), (Meant(Meaning.ID, LIKELY),)),
    ((frozenset({Says.NUMBER}),), (Meant(Meaning.ID, LIKELY), Meant(Meaning.SEAT, PERHAPS))),
    ((frozenset({Says.GRADE}),), (Meant(Meaning.GRADE, SURE),)),
    ((frozenset({Says.YEAR}),), (Meant(Meaning.GRADE, LIKELY), Meant(Meaning.UNUSED, PERHAPS))),
    ((frozenset({Says.PERHAPS_CLASS}),), (Meant(Meaning.CLASS, PERHAPS), Meant(Meaning.UNUSED, PERHAPS))),
    ((frozenset({Says.PERHAPS_ROLE}),), (Meant(Meaning.ROLE, PERHAPS), Meant(Meaning.UNUSED, PERHAPS))),
)
