"""The letters of a file from before Unicode: the code page in which its words are words."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from board.mastery.names.words import ONE_SIGN_FAMILIES

_LOOKED_AT = 30_000
"""Bytes that are looked at; more lines of a list tell nothing new."""

_MOST_ODD = 0.6
"""What may be odd about a word, on average, in letters that are taken."""

_NEAR = 0.1
"""How much odder the words must be in all other letters, so that it is clear which are meant."""

_RUN = re.compile(r"[^\x00-@\[-`{-\x7f\u3000-\u3002\uff0c]+")
"""A word of which at least one letter may be odd, with the dashes and quotation marks that touch it."""

_QUOTED = re.compile("[\u201c\u201e\xab](.+)[\u201c\u201d\xbb]|\u2018(.+)\u2019|[\u2013\u2014\u2026]+()")

_PLAIN = re.compile(r"[A-Za-z]")
_VOWELS = frozenset(
    "aeiouyæøœ\u0131\u0430\u0435ё\u0438\u043e\u0443ыэюя\u0456ї\u0454\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9"
)
"""Of Latin, Cyrillic and Greek, without their accents."""
_BEFORE_A_CONSONANT = frozenset("ńăőèùŃĂŐÈÙ")
"""Letters that no vowel follows in the languages that have them: Muñoz and João are no Muńoz and Joăo, Čapek no Èapek."""

_BEFORE_A_VOWEL = frozenset("ñÑ")
_NEVER_LAST = frozenset("õÕñÑ")
_CONTESTED = frozenset("ðþýùžÐÞÝÙŽ")
"""Letters of Western Europe that are seldom there, and at whose place other code pages have frequent ones: ğ, ş, \u0131, ł."""

_SELDOM = 0.2
"""What is added for code pages that few programs write any more."""

_WESTERN = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "áéíóúüñ",  # Spanish, Irish
    "áâãàçéêíóôõúü",  # Portuguese
    "äöüßéè",  # German
    "àèéìòù",  # Italian
    "ëïéèöü",  # Dutch
    "åäöéæø",  # Scandinavian
    "äõöüšž",  # Estonian
    "áðéíóúýþæö",  # Icelandic
)
_CENTRAL = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ćčđšž",  # Croatian, Slovene
    "ăâîşţ",  # Romanian
)
_TURKISH = ("çğıİöşüâîû",)
_BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž", "ąćęłńóśźż")
_CYRILLIC = (
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяў",
    "абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ",
)
_USUAL = frozenset("оаеинтрсвлкмдяіу")
"""The letters of which most Cyrillic names are made."""


class Guess(NamedTuple):
    """What letters a file is in.

    Attributes:
        code_page: Their code page, as Python calls it; empty where it is not clear.
        called: What they are called; empty for the old Windows letters of Western Europe where nothing else fits.
    """

    code_page: str
    called: str


def old_letters(data: bytes) -> Guess:
    """Tell the code page of a file.

    Each of them reads every file; in the wrong one the words are none: capitals stand within them, letters of two
    scripts, vowels or consonants without end, letters that no one language has together.

    Args:
        data: A file that is neither UTF-8 nor UTF-16.
    """
    tried = _tried(data if len(data) <= _LOOKED_AT else data[: data.rfind(b"\n", 0, _LOOKED_AT) + 1 or _LOOKED_AT])
    if not tried or min(tried).oddness > _MOST_ODD:
        return Guess("", "")
    least = min(tried)
    near = [one for one in tried if one.oddness < least.oddness + _NEAR]
    code_page, called, _ = _CODE_PAGES[near[0].at]
    is_usual = code_page == "cp1252" and _CONTESTED.isdisjoint(near[0].text) and not _has_signs(near[0].text)
    if all(one.text == near[0].text for one in near):
        return Guess(code_page, "" if is_usual and not _has_rival(near[0], tried) else called)
    return Guess(code_page, called) if is_usual and least == near[0] else Guess("", "")


class _Try(NamedTuple):
    """A code page that reads a file: how odd the words are in it, its place in the table, and the text."""

    oddness: float
    at: int
    text: str


def _tried(data: bytes) -> list[_Try]:
    tried = []
    for at, (code_page, _, judge) in enumerate(_CODE_PAGES):
        try:
            text = data.decode(code_page)
        except UnicodeDecodeError:
            continue
        tried.append(_Try(_oddness(text, judge) + (_SELDOM if code_page in _RARE else 0.0), at, text))
    return tried


def _has_rival(taken: _Try, tried: Sequence[_Try]) -> bool:
    """Tell whether words in capitals alone are words in a code page of MS-DOS too, whose small letters would show."""
    words = [word for word in _odd_words(taken.text) if len(word) > 1]
    others = [one for one in tried if _CODE_PAGES[one.at][0] in _RARE and one.text != taken.text]
    is_close = any(one.oddness <= taken.oddness + _SELDOM for one in others)
    return bool(words) and all(map(str.isupper, words)) and is_close


def _oddness(text: str, judge: Callable[[list[str]], float]) -> float:
    words = _odd_words(text)
    return judge(words) / len(words) if words else 0.0


def _has_signs(text: str) -> bool:
    return any(_odd_signs(word) > 1 for word in _odd_words(text))


def _odd_words(text: str) -> list[str]:
    words = (_unquoted(found) for found in dict.fromkeys(_RUN.findall(text)))
    return [word for word in words if not word.isascii()]


def _unquoted(word: str) -> str:
    found = _QUOTED.fullmatch(word)
    return word if found is None else found[1] or found[2] or ""


def _of_latin(languages: tuple[str, ...], words: list[str]) -> float:
    """Judge words in the letters of Europe's languages: most of a list is in one of them."""
    odd = [frozenset(char for char in word.casefold() if not char.isascii() and char.isalpha()) for word in words]
    known = [[letters <= frozenset(language) for language in languages] for letters in odd]
    main = max(range(len(languages)), key=lambda at: sum(fits[at] for fits in known))
    strange = sum(0.0 if fits[main] else 0.5 if any(fits) else 1.5 for fits in known)
    return strange + sum(map(_odd_latin, words))


def _odd_latin(word: str) -> float:
    cost = _odd_signs(word) + _odd_capitals(word)
    plain = _PLAIN.findall(word)
    if not plain and len(word) > 4:  # noqa: PLR2004 - \u017bółć is a name
        cost += 1
    if len(plain) > 1 and "".join(plain).isupper() and any(map(str.islower, word)):
        cost += 2
    cost += word[-1] in _NEVER_LAST
    base = "".join("V" if _is_vowel(char) else "C" if char.isalpha() else "-" for char in word)
    for run in re.finditer("V{3,}|C{4,}", base):
        within = sum(not char.isascii() for char in word[run.start() : run.end()])
        cost += 1 if within > 1 or (within and len(run[0]) > 3) else 0  # noqa: PLR2004 - "aoé" may be, "aeoé" hardly
    for char, following in pairwise(word):
        is_wrong = char in _BEFORE_A_CONSONANT if _is_vowel(following) else char in _BEFORE_A_VOWEL
        cost += is_wrong and following.isalpha()
    return cost


def _is_vowel(char: str) -> bool:
    return unicodedata.normalize("NFD", char.casefold())[:1] in _VOWELS


def _odd_signs(word: str) -> float:
    """Count what is no letter, and a small letter in front; an apostrophe stands behind a short beginning, as in O\u2019Brien."""
    begins_small = word[0].islower() and not word[0].isascii()
    cost = (0.5 if begins_small else 0.0) + (0.4 if len(word) == 1 and word.isalpha() else 0.0)
    for at, char in enumerate(word):
        following = word[at + 1 : at + 2]
        if char == "\u2019":
            is_last = not following and word[at - 1] not in "sS"
            cost += 1.5 if at > 2 or is_last else 0  # noqa: PLR2004 - Mc\u2019 is the longest
        elif char == "\xa0":
            cost += 0 if not following or following.isupper() or not following.isascii() else 2
        elif not (char.isalpha() or unicodedata.category(char) in ("Mn", "Mc")):
            alone = 0.3 if unicodedata.category(char) in ("Sc", "So", "No") else 0.5
            cost += alone if len(word) == 1 else 2
    return cost


def _odd_capitals(word: str) -> float:
    twice = re.search("UU.*L", "".join("U" if char.isupper() else "L" if char.islower() else "-" for char in word))
    return (0 if twice is None else 1) + sum(
        2.0
        for char, following in pairwise(word)
        if char.islower() and following.isupper() and not (char.isascii() and following.isascii())
    )


def _of_script(begins: str, odd_word: Callable[[str], float], words: list[str]) -> float:
    """Judge words that are all in one script, whose letters have names that begin alike in Unicode."""
    cost = 0.0
    for word in words:
        foreign = sum(not unicodedata.name(char, "").startswith(begins) for char in word if char.isalpha())
        cost += (
            _odd_signs(word)
            + _odd_capitals(word)
            + (2 if foreign else 0)
            + odd_word(word)
            + (0.2 if len(word) == 1 else 0)
        )
    return cost


def _odd_cyrillic(word: str) -> float:
    small = word.casefold()
    usual = sum(char in _USUAL for char in small) / len(small)
    odd = 0.0 if any(frozenset(small) <= frozenset(language) for language in _CYRILLIC) else 1.0
    starts_odd = small[0] in "ъьы" or (word[0].islower() and word[1:].isupper())
    return odd + (1 if starts_odd else 0) + max(0.0, 0.4 - usual)


def _odd_greek(word: str) -> float:
    accents = sum("\u0301" in unicodedata.normalize("NFD", char) for char in word)
    vowels = sum(map(_is_vowel, word))
    cost = 0.0 if word.isupper() or accents == 1 or (vowels < 2 and not accents) else 1.0  # noqa: PLR2004
    return cost + (word.endswith("\u03c3")) + ("ς" in word[:-1]) + any(char in "ϋϊΰΐ" for char in word)


def _odd_hebrew(word: str) -> float:
    return float(any(char in "ךםןףץ" for char in word[:-1])) + (len(word) > 1 and word[-1] in "כמנצ")


def _odd_arabic(word: str) -> float:
    usual = sum(char in "ايلمنرودبحسعه" for char in word) / len(word)
    return float(any(char in "ةى" for char in word[:-1])) + max(0.0, 0.5 - usual)


def _odd_thai(word: str) -> float:
    has_vowel = any("\u0e30" <= char <= "\u0e45" for char in word)
    return (
        float(unicodedata.category(word[0]) == "Mn")
        + (0 if has_vowel or len(word) < 4 else 0.7)  # noqa: PLR2004 - short ones have none
        + (len(word) > 1 and word[-1] in "เแโใไ")
    )


def _of_east(leads: range, code_page: str, script: str, words: list[str]) -> float:
    """Judge words of signs with two bytes: common ones, and a common family name in front."""
    return sum(_odd_eastern(leads, code_page, script, word) for word in words)


def _odd_eastern(leads: range, code_page: str, script: str, word: str) -> float:
    signs = [char for char in word if not char.isascii()]
    cost = _odd_signs(word) + (2 if len(signs) < len(word) else 0)
    rare = sum(char.encode(code_page)[0] not in leads for char in signs)
    names = [unicodedata.name(char, "") for char in signs]
    cost += 1.5 * rare / len(signs) + 1.5 * sum(not re.match(script, name) for name in names) / len(signs)
    kana = any("GANA" in name or name.startswith("KATAKANA") for name in names)
    return cost + (0.0 if kana or signs[0] in ONE_SIGN_FAMILIES else 0.4)


_RARE = frozenset(("cp1257", "mac_roman", "cp850", "cp852", "cp866", "koi8-r"))

_CODE_PAGES: tuple[tuple[str, str, Callable[[list[str]], float]], ...] = (
    ("cp1252", "Western European", partial(_of_latin, _WESTERN)),
    ("cp1250", "Central European", partial(_of_latin, _CENTRAL)),
    ("cp1254", "Turkish", partial(_of_latin, _TURKISH)),
    ("cp1257", "Baltic", partial(_of_latin, _BALTIC)),
    ("mac_roman", "old Mac", partial(_of_latin, _WESTERN)),
    ("cp850", "MS-DOS", partial(_of_latin, _WESTERN)),
    ("cp852", "Central European MS-DOS", partial(_of_latin, _CENTRAL)),
    ("cp1251", "Cyrillic", partial(_of_script, "CYRILLIC", _odd_cyrillic)),
    ("cp866", "Cyrillic MS-DOS", partial(_of_script, "CYRILLIC", _odd_cyrillic)),
    ("koi8-r", "Cyrillic KOI8", partial(_of_script, "CYRILLIC", _odd_cyrillic)),
    ("cp1253", "Greek", partial(_of_script, "GREEK", _odd_greek)),
    ("cp1255", "Hebrew", partial(_of_script, "HEBREW", _odd_hebrew)),
    ("cp1256", "Arabic", partial(_of_script, "ARABIC", _odd_arabic)),
    ("cp874", "Thai", partial(_of_script, "THAI", _odd_thai)),
    ("cp932", "Japanese", partial(_of_east, range(0x81, 0x99), "cp932", "CJK|HIRAGANA|KATAKANA")),
    ("gbk", "Chinese", partial(_of_east, range(0xB0, 0xD8), "gbk", "CJK")),
    ("big5", "Chinese (Big5)", partial(_of_east, range(0xA4, 0xC7), "big5", "CJK")),
    ("cp949", "Korean", partial(_of_east, range(0xB0, 0xC9), "cp949", "HANGUL")),
)
"""The code pages schools' programs still write, by how often: Python's name, what they are called, and who judges their words."""
