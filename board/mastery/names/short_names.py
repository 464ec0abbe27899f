"""What the children of a class are called on the board: first names, and as many letters as tell them apart."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from board.mastery.names.letters import folded, is_family_first, is_said_whole, is_without_spaces, letters_of
from board.mastery.names.parts import is_particle, joined
from board.mastery.names.person_name import PersonName, whole_name
from board.mastery.names.words import ARTICLES, BOUND
from board.mastery.people import clean_name


def family_base(family: str) -> tuple[str, ...]:
    """Give the letters of a family name that may stand for it, without the small words in front.

    "van der Berg" is shortened to B., "al-Rashid" to R.: half a class may share the small word, lists in capitals do not
    tell it from a name, and the Netherlands sort by the name behind it.

    Args:
        family: A family name; of a double one the first half counts.

    Returns:
        Letters as people count them; one part, the whole name, where cutting it would say something else or nothing.
    """
    words = joined(family.split(), is_family=True)
    while len(words) > 1 and is_particle(words[0]):
        words.pop(0)
    word = words[0] if words else ""
    article, hyphen, rest = word.partition("-")
    if hyphen and folded(article) in ARTICLES and rest:
        word = rest
    if len(word) > 3 and word.startswith("ال"):  # noqa: PLR2004 - the Arabic article, written in one with its word
        word = word[2:]
    return letters_of(word)


def is_bound(family: str) -> bool:
    """Tell whether a family name is one letter or whole: parts of "Abd al-Rahman" say what nobody may be called."""
    begins = folded(family)
    return begins.startswith(("abd", "عبد")) or begins.partition(" ")[0] in BOUND


def in_short(first: str, family: str, letters: int) -> str:
    """Give a first name with the first letters of a family name.

    Args:
        first: What the person goes by.
        family: The family name, or empty.
        letters: How many letters of it to show; all of them are the whole family name.
    """
    if not family:
        return first
    if is_said_whole(first + family):
        return said_whole(first, family)
    base = family_base(family)
    if letters >= len(base) or (letters > 1 and is_bound(family)):
        return f"{first} {family}"
    start = "".join(base[:letters]).rstrip(" .-'\u2019")
    return f"{first} {start}."


def said_whole(first: str, family: str) -> str:
    """Give a name in a script without initials as people say it: the family name first in East Asia."""
    if not is_family_first(first + family):
        return f"{first} {family}"
    return f"{family}{first}" if is_without_spaces(first + family) else f"{family} {first}"


def short_names(names: Iterable[PersonName]) -> tuple[str, ...]:
    """Give the display names of a class: first name and initial, with more where two would be the same.

    Args:
        names: The names of all children of the class.

    Returns:
        One display name each, in the same order; equal only where the names are equal.
    """
    everyone = tuple(names)
    rungs = [(1, 0)] * len(everyone)
    shown = [_shown(name, 1, 0) for name in everyone]
    waiting = True
    while waiting:
        waiting = False
        for twins in _alike(shown):
            if len({_identity(everyone[at]) for at in twins}) == 1:
                continue
            one_family = len({folded(everyone[at].family) for at in twins}) == 1
            for at in twins:
                higher = _higher(everyone[at], *rungs[at], one_family=one_family)
                if higher != rungs[at]:
                    rungs[at], waiting = higher, True
                    shown[at] = _shown(everyone[at], *higher)
    return tuple(clean_name(name) for name in shown)


def _alike(shown: Sequence[str]) -> list[list[int]]:
    """Give the places of those who are called alike, capitals and accents aside."""
    keys = [folded(name) for name in shown]
    in_order = sorted(range(len(shown)), key=keys.__getitem__)
    groups = (list(twins) for _, twins in groupby(in_order, key=keys.__getitem__))
    return [twins for twins in groups if len(twins) > 1]


def _identity(name: PersonName) -> tuple[str, ...]:
    return tuple(map(folded, (name.given, name.middle, name.family, name.suffix, name.called)))


_MOST_TOLD = 4


def _higher(name: PersonName, letters: int, told: int, *, one_family: bool) -> tuple[int, int]:
    """Give the next step of showing more: letters of the family name, or, where they are all the same, other names."""
    if not one_family and letters < len(family_base(name.family)):
        return letters + 1, told
    return letters, min(told + 1, _MOST_TOLD)


def _shown(name: PersonName, letters: int, told: int) -> str:
    """Show a name with letters of the family name; then with a middle initial, middle names, the suffix; then whole."""
    if told == _MOST_TOLD:
        return whole_name(name)
    initials = " ".join(f"{letters_of(word)[0]}." for word in name.middle.split()) if told == 1 else ""
    middle = name.middle if told > 1 else initials
    first = " ".join(filter(None, (name.first, middle)))
    short = in_short(first, name.family, letters)
    return f"{short} {name.suffix}" if told > 2 and name.suffix else short  # noqa: PLR2004
