"""A name taken apart: nicknames, titles and suffixes off, words that belong together joined, the family name found."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from board.mastery.names.letters import folded, is_said_whole, is_words
from board.mastery.names.words import (
    ARTICLES,
    BOUND,
    BOUND_BEHIND,
    BRANCHES,
    DOUBLE_GIVEN,
    HOLY,
    IBERIAN,
    LATE_SUFFIX,
    NOTES,
    PARTICLES,
    SAINTS,
    SONS,
    SUFFIX,
    TITLES,
)

_ASIDE = re.compile(
    r"\(([^()]{1,60})\)|\[([^][]{1,60})\]|（([^（）]{1,60})）|[\"“”„‟]([^\"“”„‟]{1,60})[\"“”„‟]|[«»]([^«»]{1,60})[«»]"  # noqa: RUF001
    r"|[‹›]([^‹›]{1,60})[‹›]|(?<!\S)['‘’‚]([^'‘’‚]{1,60})['‘’](?=[\s,]|$)"  # noqa: RUF001 - quotes of many countries
)
_INITIAL = re.compile(r"[^\W\d_]\.?|[^\W\d_]{2,}\.")
"""One letter, or the first letters of a word with a full stop."""

_AND = frozenset("yei")
_OF = frozenset(["de", "del", "da", "do", "dos", "das"])


class Split(NamedTuple):
    """The words of a name by what they are."""

    given: str
    middle: str = ""
    family: str = ""


def without_aside(text: str) -> tuple[str, str]:
    """Take what stands in brackets or quotation marks out of a name, and tell what of it is a nickname.

    Args:
        text: A clean name.

    Returns:
        The rest, and the nickname, empty where there is none; the text itself where nothing would be left.
    """
    asides = [next(filter(None, found), "").strip() for found in _ASIDE.findall(text)]
    if not asides or not all(map(_is_aside, asides)):
        return text, ""
    rest = " ".join(_ASIDE.sub(" ", text).replace(" ,", ",").split()).strip(" ,")
    if not any(map(str.isalpha, rest)):
        return text, ""
    called = next((aside for aside in asides if _is_nickname(aside, rest)), "")
    before_comma = "," in rest and text.find(called) < text.find(",")
    return rest, "" if before_comma else called


def _is_aside(text: str) -> bool:
    return is_words(text) or is_words(text.replace("/", " "))


def _is_nickname(aside: str, rest: str) -> bool:
    is_note = folded(aside) in NOTES or "/" in aside or (aside[:1].islower() and not rest.islower())
    return is_words(aside) and not is_note


def without_title(words: Sequence[str]) -> list[str]:
    """Leave out a title in front, if a name of two words is left behind it."""
    has_title = len(words) > 2 and folded(words[0]) in TITLES  # noqa: PLR2004 - Mr Brown has no other name
    return list(words[1:] if has_title else words)


def without_suffix(words: Sequence[str]) -> tuple[list[str], str]:
    """Give the words of a name without what stands behind it, and that: "Jr.", "III"."""
    kept, behind = list(words), ""
    count = len(kept)
    if count > 1 and is_suffix(kept[-1]) and not (kept[-1] == "V" and count == 2):  # noqa: PLR2004 - Ava V
        behind = kept.pop()
    if not behind and count > 2 and folded(kept[-1]) in LATE_SUFFIX:  # noqa: PLR2004 - Junior Brown, Ava Neto
        behind = kept.pop()
    return kept, behind


def is_suffix(word: str) -> bool:
    """Tell whether a word is what stands behind a name."""
    return bool(SUFFIX.fullmatch(word))


def is_name(words: Sequence[str]) -> bool:
    """Tell whether all words may belong to a name of several parts."""
    return all(is_words(word) or word.lower() in PARTICLES for word in words)


def is_initial(word: str) -> bool:
    """Tell whether a word is only the first letter or letters of one: no family name to be shortened again."""
    return bool(_INITIAL.fullmatch(word)) and folded(word) not in HOLY and not is_said_whole(word)


def joined(words: Sequence[str], *, is_family: bool = False) -> list[str]:
    """Join the words that are one name together: "Abd al-Rahman", "St. John", "Mc Donald", "Nur al-Din".

    Args:
        words: The words of a name.
        is_family: Whether they are a family name, which may begin with "Mc" or "Ó".

    Returns:
        Names, each of one or more words.
    """
    units: list[str] = []
    at = 0
    while at < len(words):
        if units and _is_second_half(words, at):
            end = at + (2 if folded(words[at]) in ARTICLES else 1)
            units[-1] += " " + " ".join(words[at:end])
        else:
            end = at + _bound_words(words, at, is_family=is_family)
            units.append(" ".join(words[at:end]))
        at = end
    return units


def _bound_words(words: Sequence[str], at: int, *, is_family: bool) -> int:
    """Count the words that make one name from here."""
    left = len(words) - at
    if left == 1:
        return 1
    word, following = (" ".join(folded(word).split()[-1:]) for word in words[at : at + 2])
    if word in BOUND:
        return 3 if left > 2 and following in ARTICLES else 2  # noqa: PLR2004
    is_saint = word in HOLY or (word in {"san", "santa"} and following in SAINTS)
    is_branch = (is_family or at > 0) and words[at].capitalize() in BRANCHES
    return 2 if is_saint or is_branch else 1


def _is_second_half(words: Sequence[str], at: int) -> bool:
    """Tell whether a name goes on here: with "al-Din", "el Dine", "ud Din"."""
    word = folded(words[at])
    following = folded(words[at + 1]) if at + 1 < len(words) else ""
    article, _, rest = word.partition(" ")
    if word in ARTICLES:
        return following in BOUND_BEHIND or (word in {"ul", "ud", "uz", "us"} and bool(following))
    return word in BOUND_BEHIND or (article in ARTICLES and rest in BOUND_BEHIND)


def in_usual_order(words: Sequence[str]) -> Split:
    """Split a name whose given name stands first.

    Args:
        words: Two words or more, without title and suffix.
    """
    units = joined(words)
    if _begins_with_family(units):
        end = next((at + 1 for at, unit in enumerate(units) if not is_particle(unit)), len(units))
        given, middle = given_and_middle(units[end:])
        return Split(given, middle, " ".join(units[:end])) if given else Split(" ".join(units))
    if len(units) == 1:
        return Split(units[0])
    start = _family_start(units)
    if is_particle(units[start]) and folded(units[start]) in SONS:
        return Split(" ".join(units[:start]), "", " ".join(units[start:]))
    given, middle = given_and_middle(units[:start])
    return Split(given, middle, " ".join(units[start:]))


def _begins_with_family(units: Sequence[str]) -> bool:
    return is_particle(units[0]) and (units[0].islower() or (len(units) > 2 and is_particle(units[1])))  # noqa: PLR2004


def is_particle(word: str) -> bool:
    """Tell whether a word only leads to a family name."""
    return folded(word) in PARTICLES or word.lower() in PARTICLES


def _family_start(units: Sequence[str]) -> int:
    """Find the first unit of the family name; the first unit of all is a given name."""
    sons = next((at for at in range(1, len(units) - 1) if folded(units[at]) in SONS), 0)
    if sons:
        return sons
    start = _before_particles(units, len(units) - 1)
    if start > 1 and _makes_double(units, start):
        start = _before_particles(units, start - 1)
    return start


def _before_particles(units: Sequence[str], start: int) -> int:
    while start > 1 and is_particle(units[start - 1]):
        start -= 1
    return start


def _makes_double(units: Sequence[str], start: int) -> bool:
    """Tell whether the unit in front of a family name is its first half: "Ortega y Gasset", "García López"."""
    lead = folded(units[start])
    is_led = start < len(units) - 1
    if is_led and lead in _AND:
        return True
    return _is_iberian(units[start - 1]) and (_is_iberian(units[-1]) or (is_led and lead in _OF))


def _is_iberian(unit: str) -> bool:
    return folded(unit) in IBERIAN


def given_and_middle(units: Sequence[str]) -> tuple[str, str]:
    """Split what stands in front of a family name into what somebody is called and names behind it.

    Args:
        units: Names, joined where they belong together.
    """
    if not units:
        return "", ""
    count = 1
    if len(units) > 1:
        first, second = folded(units[0]), folded(units[1])
        is_double = second in DOUBLE_GIVEN.get(first, "").split()
        leads = first in {"la", "de", "le", "da"} or (is_initial(units[0]) and not is_initial(units[1]))
        count = 2 if is_double or leads else 1
    return " ".join(units[:count]), " ".join(units[count:])
