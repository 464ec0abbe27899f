"""Words of headers that are cut short, and the whole ones they stand for: "Nachn." and "Hmrm"."""

from collections.abc import Mapping

from board.exchange.tables.header_words import Says

_SHORTEST = 3
"""Letters of a cut word that still says which one it was."""

_VOWELS = dict.fromkeys(map(ord, "aeiouy"))

_NOBODY_KNOWS: frozenset[Says] = frozenset()


def whole_of(word: str, known: Mapping[str, frozenset[Says]], *, may_be_cut: bool) -> frozenset[Says]:
    """Give what a cut word says, where all words it may have been say the same; else nothing.

    Args:
        word: The word, folded.
        known: The words of headers with what each says.
        may_be_cut: Whether the header has a sign of cut words; long ones, and those that are all consonants, need none.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return _NOBODY_KNOWS
    is_begun = may_be_cut or len(word) > _SHORTEST
    begun = {says for one, says in known.items() if one.startswith(word)} if is_begun else set()
    if not begun and word.isascii() and word.translate(_VOWELS) == word:
        begun = {says for one, says in known.items() if one[0] == word[0] and one.translate(_VOWELS) == word}
    return begun.pop() if len(begun) == 1 else _NOBODY_KNOWS
