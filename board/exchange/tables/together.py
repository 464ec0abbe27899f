"""What the words of a header say together, before it is asked what they mean."""

import re
from collections.abc import Sequence

from board.exchange.tables.header_words import Says
from board.exchange.tables.words import Word, words_of

_QUESTION = re.compile(r"\s*\d+\s*[.)]\s*\S+\s+\S")
"""A numbered question of a form: its number says nothing about the name."""

_COMMA = re.compile("[,\u3001\uff0c]")
_ORDINALS = {"1": Says.FIRST, "2": Says.SECOND}
_HALVES = (frozenset({Says.GIVEN, Says.FIRST}), frozenset({Says.FAMILY, Says.LAST}))

_OF = re.compile("of|for|de|d|du|des|do|da|dos|das|del|della|dei|di|von|der|vom|van|av|af|\u306e")
"""Words between a name and what has it."""

_BEFORE = "\u306e"
"""The word of Japanese that stands behind what has the name."""

_WHOSE = frozenset(
    {Says.CHILD, Says.WHOLE, Says.GIVEN, Says.FAMILY, Says.MIDDLE, Says.PREFERRED, Says.CALLED, Says.ALIAS}
)
"""What a header says that is about somebody and no thing."""

_BESIDE_THING = frozenset({Says.FILLER, Says.FIRST, Says.LAST, Says.SECOND})


def says_together(header: str, words: Sequence[Word]) -> frozenset[Says]:
    """Give what the words of a header say, where some of them bend what others say.

    Args:
        header: The cell above a column.
        words: Its words without numbers and those that only join.
    """
    says = frozenset(say for word in words for say in word.says)
    if Says.WHOLE in says and _is_narrowed(words):
        says -= {Says.WHOLE}
    if {Says.ID, Says.UNUSED} <= says and _says_first(words, Says.ID, Says.UNUSED):
        says -= {Says.UNUSED}  # "matriculaEscola" is the child's, "School SIS ID" the school's
    if Says.FAMILY in says and says & {Says.NAME, Says.GIVEN} and _COMMA.search(header):
        says |= {Says.WHOLE}
    if says & {Says.GIVEN, Says.FAMILY} and not _QUESTION.match(header):
        says |= {_ORDINALS[word.text] for word in words_of(header) if word.text in _ORDINALS}
    return says


def names_a_thing(header: str, says: frozenset[Says]) -> bool:
    """Tell whether a header says the name of something nobody knows: "Nom de la campagne".

    Args:
        header: The cell above a column.
        says: What its words say together.
    """
    words = words_of(header)
    at = next((at for at, word in enumerate(words) if _OF.fullmatch(word.text)), None)
    if at is None or Says.NAME not in says or says & _WHOSE:
        return False
    name, thing = (words[at + 1 :], words[:at]) if words[at].text == _BEFORE else (words[:at], words[at + 1 :])
    is_unknown = any(not word.says for word in thing) and all(word.says <= _BESIDE_THING for word in thing)
    return is_unknown and any(Says.NAME in word.says for word in name)


def _says_first(words: Sequence[Word], say: Says, other: Says) -> bool:
    return next(say in word.says for word in words if word.says & {say, other})


def _is_narrowed(words: Sequence[Word]) -> bool:
    """Tell whether behind a whole name stands the one part of it that is meant."""
    whole = next(at for at, word in enumerate(words) if Says.WHOLE in word.says)
    said = [any(half & word.says for word in words) for half in _HALVES]
    behind = frozenset(say for word in words[whole + 1 :] for say in word.says)
    return sum(said) == 1 and any(half & behind for half in _HALVES)
