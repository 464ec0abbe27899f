"""Letters of names: folded for comparing, counted as people count them, put from capitals into usual writing."""

import re
import unicodedata
from functools import lru_cache

from board.mastery.names.words import PARTICLES

_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_APOSTROPHES = "'\u2018\u2019\u02bb\u02bc\u02b9\u02be\u02bf\u2032`\u00b4"
_OTHER_LETTERS: dict[int, int | str | None] = {
    **str.maketrans(
        "øłđðħŧŋ\u0131\u0649\u06cc\u06a9\u0629" + _HYPHENS,
        "olddhtni\u064a\u064a\u0643\u0647" + " " * len(_HYPHENS),
        _APOSTROPHES + ".\u0640",
    ),
    ord("þ"): "th",
    ord("æ"): "ae",
    ord("œ"): "oe",
}
"""Letters that are not taken apart into a letter and an accent, and signs that one list writes and the next does not."""

_EAST_ASIAN = (
    "\u1100-\u11ff\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_JOINED = re.compile(f"(?<=[{_EAST_ASIAN}]) (?=[{_EAST_ASIAN}])")
_FAMILY_FIRST = re.compile(f"[{_EAST_ASIAN} ]+")
_NO_SPACE = re.compile("[\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_SAID_WHOLE = re.compile(f"[\u0e00-\u109f\u1780-\u17ff{_EAST_ASIAN}]")
_BETWEEN_LETTERS = " -'.\u2019\u02bb\u02bc\u2018`\u00b4\u2010\u2011\u200c\u200d"
"""What may stand between the letters of a name: space, hyphens, full stop, apostrophes, okina, joiners."""

_SERVANT = re.compile("(?<!\\w)(?:abd(?: ?[aeu][lrszdn])? |\u0639\u0628\u062f )(?=\\w\\w)")
"""Abd al-Rahman, Abdul Rahman and Abdulrahman are one name, and so they are in Arabic letters."""

_TURKISH = re.compile("[İĞŞ]")
_VOWELS = frozenset("aeiouy")
_BEGINS = re.compile(r"(?:^|(?<=[-.\u2010\u2011])|(?<=^[odl]['\u2019])|(?<=^mc))[^\W\d_]")
_ROMAN = re.compile("I{2,3}|IV|VI{0,3}")


_REMEMBERED = 8_192
"""Names whose folding is remembered: those of a large list, which is read again while one types."""


@lru_cache(maxsize=_REMEMBERED)
def folded(text: str) -> str:
    """Give a name without what one list writes and the next does not: capitals, accents, width, apostrophes, hyphens.

    Args:
        text: A name or a piece of one; may hold anything.

    Returns:
        What two ways of writing one name share; marks that make another letter (Hindi, Thai, Japanese) stay.
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(char for char in apart if not _is_accent(char)).translate(_OTHER_LETTERS)
    line = _JOINED.sub("", " ".join(unicodedata.normalize("NFC", letters).split()))
    return _SERVANT.sub(lambda servant: "\u0639\u0628\u062f" if servant[0][0] == "\u0639" else "abdul", line)


def _is_accent(char: str) -> bool:
    kind = unicodedata.combining(char)
    return kind == 7 or 10 <= kind <= 36 or kind >= 200 or unicodedata.category(char) in ("Cf", "Cc", "Cs")  # noqa: PLR2004


def is_words(text: str) -> bool:
    """Tell whether a text is made of words of letters, so that it may be a name of several parts."""
    return any(map(str.isalpha, text)) and all(
        char.isalpha() or char in _BETWEEN_LETTERS or unicodedata.category(char)[0] == "M" for char in text
    )


def is_family_first(text: str) -> bool:
    """Tell whether all of a text is in a script of East Asia, where the family name stands in front."""
    return bool(_FAMILY_FIRST.fullmatch(text))


def is_without_spaces(text: str) -> bool:
    """Tell whether family and given name are written in one: Chinese, Korean, Japanese but for kana alone."""
    return bool(_NO_SPACE.search(text))


def is_said_whole(text: str) -> bool:
    """Tell whether a name is in a script that has no initials: Chinese, Korean, Japanese, Thai and its neighbours."""
    return bool(_SAID_WHOLE.search(text))


_MOST_SIGNS = 8
"""Signs of one letter that are kept; more are piled up to harm."""


def letters_of(word: str) -> tuple[str, ...]:
    """Give the letters of a word as people count them, each with its accents and vowel signs.

    Args:
        word: One word; signs between letters belong to the letter in front.
    """
    letters: list[str] = []
    for char in word:
        if letters and (not char.isalpha() or _joins_letters(letters[-1])):
            letters[-1] += char if len(letters[-1]) < _MOST_SIGNS else ""
        else:
            letters.append(char)
    return tuple(letters)


def _joins_letters(before: str) -> bool:
    """Tell whether the next sign belongs to the same letter: behind a virama or a joiner of Indian scripts."""
    return unicodedata.combining(before[-1]) == 9 or before[-1] == "\u200d"  # noqa: PLR2004 - the class of viramas


def is_capitals(text: str) -> bool:
    """Tell whether a text of two letters or more is written in capitals."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def usual_capitals(text: str, *, is_given: bool = False) -> str:
    """Put a name that is written in capitals into usual writing: BROWN becomes Brown, MCDONALD McDonald.

    Args:
        text: Words in capitals.
        is_given: Whether it is a given name, in which TJ and JD are letters to be said.
    """
    lowered = text.replace("I", "\u0131").replace("İ", "i").lower() if _TURKISH.search(text) else text.lower()
    words = tuple(zip(text.split(" "), lowered.split(" "), strict=False))
    leading = 0 if is_given else len(words) - 1
    return " ".join(
        lower if at < leading and lower in PARTICLES else _usual_word(upper, lower, is_given)
        for at, (upper, lower) in enumerate(words)
    )


def _usual_word(upper: str, lower: str, is_given: bool) -> str:
    if _ROMAN.fullmatch(upper) or (is_given and _is_letters_said(folded(upper))):
        return upper
    return _BEGINS.sub(lambda at: upper[at.start()] if len(upper) == len(lower) else at[0].upper(), lower)


def _is_letters_said(word: str) -> bool:
    return len(word) == 2 and (word.endswith("j") or not _VOWELS & set(word))  # noqa: PLR2004 - TJ, JD, AJ
