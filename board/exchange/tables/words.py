"""The words of a header, folded and known: spaces, signs, capitals and scripts end them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from board.exchange.tables.cut_words import whole_of
from board.exchange.tables.header_words import Says, words_by_what_they_say

_LONGEST_HEADER = 120
_LONGEST_PHRASE = 5
"""Words of the longest phrase that is known as one."""

_FOLDED = str.maketrans({
    **dict(zip("\u00f8\u0142\u0111\u0131\u0153\u00e6\u00fe", ("o", "l", "d", "i", "oe", "ae", "th"), strict=True)),
    **dict.fromkeys("\u0622\u0623\u0625\u0671", "\u0627"),  # alif with and without a sign
    "\u0649": "\u064a", "\u0629": "\u0647", "\u0640": None,
})  # fmt: skip
_MARKS = re.compile("[\u0300-\u036f\u064b-\u0652\u0591-\u05c7]")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of languages that set no spaces between words."""

_CUT = re.compile(r"[^\W\d_][._]|_|[^\W\d_]-\s*/")
"""What stands behind words that are cut short."""

_ORDINAL = re.compile(r"(?<=[^\W\d_]{3})[\u00ba\u00aa]")


_SHORTEST_PHRASE = 6
"""Letters of a word that is also known when a space stands in it: "fore name"."""


class Word(NamedTuple):
    """One word of a header, folded, and what it says; nothing where nobody knows it."""

    text: str
    says: frozenset[Says]
    is_cut: bool = False


def plain(text: str) -> str:
    """Give a text without spaces, signs and accents, in small letters."""
    return "".join(_folded_words(text))


def words_of(header: str) -> tuple[Word, ...]:
    """Give the words of a header with what they say; known phrases are one word."""
    is_cut = says_cut(header)
    return tuple(_whole(word, may_be_cut=is_cut) for word in _words(_folded_words(header)))


def says_cut(header: str) -> bool:
    """Tell whether a header has a sign of words that are cut short: a full stop, an underscore, "Spitz-/Rufname"."""
    return _CUT.search(header) is not None


def _whole(word: Word, *, may_be_cut: bool) -> Word:
    says = word.says or whole_of(word.text, _SINGLE, may_be_cut=may_be_cut)
    return word if says == word.says else Word(word.text, says, is_cut=True)


def _folded_words(text: str) -> list[str]:
    """Split a header where words end: at spaces and signs, before capitals, where the script changes."""
    composed = unicodedata.normalize("NFKC", _ORDINAL.sub("", text[:_LONGEST_HEADER]))
    words, word, before = [], "", ""
    for at, char in enumerate(composed):
        if not (char.isalnum() or char == "#" or unicodedata.category(char)[0] == "M"):
            words.append(word)
            word, before = "", ""
            continue
        if before and _begins(before, char, composed[at + 1 : at + 2]):
            words.append(word)
            word = ""
        word, before = word + char, char
    return [folded for one in [*words, word] if (folded := _fold(one))]


def _begins(before: str, char: str, after: str) -> bool:
    if "#" in (before, char):
        return True
    if bool(_UNSPACED.match(before)) != bool(_UNSPACED.match(char)):
        return unicodedata.category(char)[0] != "M"
    return char.isupper() and (before.islower() or (before.isupper() and after.islower()))


def _fold(word: str) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", word.casefold()))
    folded = unicodedata.normalize("NFC", bare).translate(_FOLDED)
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded  # noqa: PLR2004 - the article and a word


def _words(folded: Sequence[str]) -> Iterator[Word]:
    at = 0
    while at < len(folded):
        for length in range(min(_LONGEST_PHRASE, len(folded) - at), 0, -1):
            joined = "".join(folded[at : at + length])
            if length > 1 and joined not in _PHRASES and len(joined) < _SHORTEST_PHRASE:
                continue  # "is a" is no "isa"
            if known := _KNOWN.get(joined):
                yield Word(joined, known)
                break
            bare = joined.rstrip("0123456789")
            if length == 1 and (known := _KNOWN.get(bare)):
                yield Word(bare, known)
                yield from _words([joined[len(bare) :]])
                break
        else:
            length = 1
            yield from _parts(folded[at])
        at += length


def _parts(word: str) -> Iterator[Word]:
    """Give the words one is put together of, as in German, Japanese or "studentid"; itself where they are not known."""
    if _UNSPACED.match(word):
        yield from _unspaced_parts(word)
        return
    for cut in range(len(word) - 2, 2, -1):
        first, rest = _KNOWN.get(word[:cut]), _KNOWN.get(word[cut:].removeprefix("s")) or _KNOWN.get(word[cut:])
        if first and rest and (Says.FILLER not in rest or len(word) - cut < 3) and cut > 3:  # noqa: PLR2004 - shorter beginnings are anything
            yield Word(word[:cut], first)
            yield Word(word[cut:], rest)
            return
    yield Word(word, frozenset())


def _unspaced_parts(word: str) -> Iterator[Word]:
    at, unknown = 0, ""
    while at < len(word):
        end = next((end for end in range(len(word), at, -1) if word[at:end] in _KNOWN), None)
        if end is None:
            unknown += word[at]
            at += 1
            continue
        if unknown:
            yield Word(unknown, frozenset())
        unknown = ""
        yield Word(word[at:end], _KNOWN[word[at:end]])
        at = end
    if unknown:
        yield Word(unknown, frozenset())


def _known() -> dict[str, frozenset[Says]]:
    known: dict[str, frozenset[Says]] = {}
    for says, words in words_by_what_they_say().items():
        for word in words:
            key = "".join(map(_fold, word.split("_")))
            known[key] = known.get(key, frozenset()) | {says}
    return known


_KNOWN = _known()
_PHRASES = frozenset(
    "".join(map(_fold, word.split("_"))) for words in words_by_what_they_say().values() for word in words if "_" in word
)
_SINGLE = {word: says for word, says in _KNOWN.items() if word not in _PHRASES}
