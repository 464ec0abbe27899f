"""Names whose order their language, their script or their capitals show: Vietnamese, Russian, East Asian, French."""

from collections.abc import Sequence

from board.mastery.names.letters import folded, is_capitals
from board.mastery.names.parts import Split, given_and_middle, is_particle, joined
from board.mastery.names.words import (
    HAN_FAMILIES,
    HANGUL_FAMILIES,
    ONE_SIGN_FAMILIES,
    PATRONYMIC,
    SURELY_VIETNAMESE,
    VIETNAMESE,
    VIETNAMESE_MIDDLE,
    VIETNAMESE_SIGNS,
)


def in_capitals(words: Sequence[str]) -> Split | None:
    """Split a name in which the family name alone is in capitals: "DUPONT Marie", "Peter van der BERG"; None in any other."""
    loud = [is_capitals(word) for word in words]
    if not any(loud) or not any(map(str.islower, "".join(words))):
        return None
    if loud[0] and len(words[0]) > 2:  # noqa: PLR2004 - JD and TJ are given names
        start, end = 0, loud.index(False)
    elif loud[-1]:
        start, end = len(words) - loud[::-1].index(False), len(words)
    else:
        return None
    while start > 1 and is_particle(words[start - 1]):
        start -= 1
    given, middle = given_and_middle(joined([*words[:start], *words[end:]]))
    return Split(given, middle, " ".join(words[start:end]))


def in_vietnamese_order(words: Sequence[str]) -> Split | None:
    """Split a Vietnamese name with the family name first and the given name last; None where a name is none.

    Args:
        words: Two words or more.
    """
    first, last = folded(words[0]), folded(words[-1])
    is_known = first in SURELY_VIETNAMESE or is_vietnamese(words) or folded(words[1]) == "thi"
    if first not in VIETNAMESE or not is_known or (last in SURELY_VIETNAMESE and first not in SURELY_VIETNAMESE):
        return None
    return Split(words[-1], " ".join(words[1:-1]), words[0])


def is_vietnamese(words: Sequence[str]) -> bool:
    """Tell whether one of the words has an accent that only Vietnamese has."""
    return any(map(VIETNAMESE_SIGNS.search, words))


def vietnamese_given(given: str, family: str) -> tuple[str, str] | None:
    """Split the names behind a Vietnamese family name into the last, by which people are called, and those between.

    Args:
        given: All names but the family name.
        family: The family name.

    Returns:
        Given name and middle names; None where the family name is none of Vietnam or nothing tells them apart.
    """
    words = given.split()
    if len(words) < 2 or folded(family) not in VIETNAMESE:  # noqa: PLR2004
        return None
    has_middle = any(folded(word) in VIETNAMESE_MIDDLE for word in words[:-1])
    return (words[-1], " ".join(words[:-1])) if has_middle else None


def in_russian_order(words: Sequence[str]) -> Split | None:
    """Split a name of a Russian or Ukrainian list: family name, given name, and the father's name, which shows it.

    Args:
        words: The words of a name.
    """
    is_russian = len(words) == 3 and PATRONYMIC.search(words[2].casefold())  # noqa: PLR2004
    return Split(words[1], words[2], words[0]) if is_russian else None


def in_east_asian_order(text: str) -> Split:
    """Split a Chinese, Korean or Japanese name; where nothing tells the parts apart it is one.

    Args:
        text: A name in these scripts, with or without spaces.
    """
    words = text.split()
    if len(words) > 1:
        turned = len(words[0]) > 1 and words[0] not in HAN_FAMILIES | HANGUL_FAMILIES and words[1] in ONE_SIGN_FAMILIES
        return Split(words[0], "", words[1]) if turned and len(words) == 2 else Split("".join(words[1:]), "", words[0])  # noqa: PLR2004
    if len(text) > 2 and text[:2] in HAN_FAMILIES | HANGUL_FAMILIES:  # noqa: PLR2004
        return Split(text[2:], "", text[:2])
    if 1 < len(text) < 4 and text[0] in ONE_SIGN_FAMILIES:  # noqa: PLR2004 - four signs are Japanese
        return Split(text[1:], "", text[0])
    return Split(text)
