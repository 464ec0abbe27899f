"""What the headers of a list say."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from board.exchange.tables.header_words import Says
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.together import names_a_thing, says_together
from board.exchange.tables.words import Word, plain, says_cut, words_of

SURE = 3
"""Every word of the header is known, and they say one thing."""

LIKELY = 2
"""The header says so, and might say something else above other data."""

PERHAPS = 1
"""The header may say so; the data must."""

FAINT = 0
"""A word of the header says so among others that nobody knows."""

_ENOUGH = 0.5
"""Share of the words of a header that are known where it is believed."""

_EITHER = {
    "est": (Meaning.STATUS, Meaning.NAME),  # "Estado" or "Estudiante"
    "kl": (Meaning.TEACHER, Meaning.CLASS),  # "Klassenlehrer" or "Klasse"
    "apelido": (Meaning.ALIAS, Meaning.FAMILY),  # in Brazil and in Portugal
    "apel": (Meaning.ALIAS, Meaning.FAMILY),
    "surn": (Meaning.ALIAS, Meaning.FAMILY),  # "Surnom" or "Surname"
    "etat": (Meaning.STATUS, Meaning.UNUSED),
    "tg": (Meaning.STATUS, Meaning.CLASS),  # "Tag" or "Tutor group"
}
"""Headers that are two words in one: what stands below knows."""

_WITHOUT = re.compile(r"\b(?:without|sin|ohne|sans|sem|senza|zonder|excluding)\b[^)\]]*", re.IGNORECASE)
"""What a form does not ask for: "tu nombre (sin apellidos)"."""

_GLOSS = re.compile(r"[(\[\uff08\u3010]([^)\]\uff09\u3011]*)[)\]\uff09\u3011]")


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
    either = _EITHER.get(plain(header))
    if either is not None:
        return tuple(Meant(meaning, PERHAPS) for meaning in either)
    says = says_together(header, words)
    found = _of_gloss(header) or _meant(says)
    known = _share_known(words) if found else 0
    if not found or (known < 1 and says == {Says.CHILD}):
        return ()
    if names_a_thing(header, says):
        return (Meant(Meaning.UNUSED, PERHAPS), Meant(Meaning.NAME, PERHAPS))
    if known < 1 and found[0].meaning not in (Meaning.PRIVATE, Meaning.TEACHER, Meaning.UNUSED):
        weakest = FAINT if known < _ENOUGH else LIKELY if known > _ENOUGH else PERHAPS
        return tuple(Meant(meaning, min(strength, weakest)) for meaning, strength in found)
    if any(word.is_cut for word in words) and not {Says.PREFERRED, Says.FIRST} <= says:
        weakest = LIKELY if says_cut(header) else PERHAPS
        return tuple(Meant(meaning, min(strength, weakest)) for meaning, strength in found)
    return found


def _share_known(words: Sequence[Word]) -> float:
    """Give the share of the words that are known; several single letters only give examples: "Grupo (A, B, C)"."""
    unknown = [word for word in words if not word.says]
    letters = sum(len(word.text) == 1 for word in unknown)
    return (len(words) - len(unknown)) / (len(words) - (letters if letters > 1 else 0))


def says_who_left(header: str) -> bool:
    """Tell whether a yes below a header of a status means that the child is not at the school: "Dropped?"."""
    return any(Says.GONE in word.says for word in words_of(header))


def may_say_grade(header: str) -> bool:
    """Tell whether a header of a class may as well mean the grade: "Klasse", and not "Homeroom"."""
    return any({Says.PERHAPS_GRADE, Says.GRADE} & word.says for word in words_of(header))


def _of_gloss(header: str) -> tuple[Meant, ...]:
    """Give what brackets say about a name: "Nombre [givenName]", "Name (first)"."""
    inside = " ".join(_GLOSS.findall(header))
    if not inside or not is_name(_GLOSS.sub(" ", header)):
        return ()
    found = _meant(frozenset(say for word in words_of(inside) for say in word.says))
    return found if found and found[0].meaning in (Meaning.GIVEN, Meaning.FAMILY, Meaning.MIDDLE) else ()


def says_first(header: str) -> bool:
    """Tell whether a header says the first of several names: "Primer apellido"."""
    return any(Says.FIRST in word.says or word.text == "1" for word in words_of(header))


def says_given(header: str) -> bool:
    """Tell whether a header says the given name."""
    return any({Says.GIVEN, Says.FIRST} & word.says for word in words_of(header))


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


def _meant(says: frozenset[Says]) -> tuple[Meant, ...]:
    """Give what words together mean: first whose they are and what is never read, then the name, then numbers."""
    if says & {Says.ADULT, Says.TUTOR} and not says & {Says.SPELLED, Says.SCORE, Says.PRIVATE, Says.ROLE}:
        return _of_adult(says)
    for say, meaning in _SINGLE:
        if say in says:
            if say is Says.STATUS and Says.IDENT in says:
                continue
            if either := _of_either(say, says):
                return either
            shown = (Meant(Meaning.NAME, PERHAPS),) if say is Says.SHOWN else ()
            return (Meant(meaning, SURE), *shown)
        if say is Says.UNUSED and Says.OTHER in says and says & {Says.NUMBER, Says.IDENT}:
            return (Meant(Meaning.OTHER_ID, SURE),)
    return _of_name(says) or _of_number(says)


def _of_either(say: Says, says: frozenset[Says]) -> tuple[Meant, ...]:
    """Give both meanings of words that may say two things, nothing where they say one."""
    if say is Says.UNUSED and Says.ALIAS in says:
        return (Meant(Meaning.ALIAS, PERHAPS), Meant(Meaning.UNUSED, PERHAPS))  # "Avatar" may be a picture
    if say in (Says.CALLED, Says.ALIAS) and says & _BESIDE_ALIAS:
        return (Meant(Meaning.PREFERRED, PERHAPS), Meant(Meaning.ALIAS, PERHAPS))
    return (Meant(Meaning.ALIAS, PERHAPS), Meant(Meaning.PREFERRED, PERHAPS)) if say is Says.CALLED else ()


_BESIDE_ALIAS = frozenset({Says.PREFERRED, Says.GIVEN, Says.FIRST})
_SINGLE = (
    (Says.SPELLED, Meaning.UNUSED),
    (Says.SCORE, Meaning.UNUSED),
    (Says.PRIVATE, Meaning.PRIVATE),
    (Says.PARENT, Meaning.PRIVATE),
    (Says.CALLED, Meaning.ALIAS),
    (Says.SHOWN, Meaning.UNUSED),
    (Says.UNUSED, Meaning.UNUSED),
    (Says.STATUS, Meaning.STATUS),
    (Says.ROLE, Meaning.ROLE),
    (Says.ALIAS, Meaning.ALIAS),
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
