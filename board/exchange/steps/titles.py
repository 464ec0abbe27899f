"""A few words that head a column, made of a sentence so that it keeps its sense."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from board.exchange.steps.sayings import i_can, is_verb, set_of, without_saying
from board.mastery.people import clean_line, clean_name
from board.mastery.revision import TITLE_CELLS, cells

_CLAUSES = set_of("after because before how if so than that until what when where whether which while who why")
"""Words with which a part begins that says something by itself, and is left off as a whole or not at all."""

_BOUNDS = _CLAUSES | set_of(
    """
about according across against along and around as at behind below beside between but by during for from in inside into like
near of on onto or outside over since through to together toward towards under using via with within without
"""
)
"""Words with which a part of an English sentence begins that can be left off."""

_DETERMINERS = set_of("a an the my their his her its our this these those")

_HANGING = set_of(
    "a an and are as at be by can do for from how i in is it its my of on one or our so that the their them to up was what when which who will with your"
)
"""Small words no title ends with when it had to be cut."""


_EMPTY = set_of("concept meaning notion process")
"""Words that say nothing without what stands behind them: "the concept of multiplication"."""

_QUALITIES = set_of("""
basic certain clear common concrete correct different easy everyday familiar geometric given good large long many
new nonfiction own proper real relevant several short simple single small some specific suitable various
""")
"""Words that say which thing or how many, and can be left out before it."""

_STOPS = " .!?,;:\u2026\u3002"

_NUMBERS = set_of("one two three four five six seven eight nine ten twelve fifteen twenty thirty hundred")


def step_title(line: str) -> str:
    """Give a few words that head a column: the line without "I can", shorter by whole parts where it is too long.

    What is left off are articles, then parts of the sentence from its end ("with pictures"), then words between what
    is done and what it is done with ("two-dimensional"); never the thing itself. "I can tell time to the nearest five
    minutes" gives "Tell time to five minutes". Where no part can be left off it is cut, and an ellipsis says so.

    Args:
        line: A line without bullet and codes.
    """
    sentence = i_can(line)
    english = without_saying(sentence)
    words = english.rstrip(_STOPS) or line
    shown = words[0].upper() + words[1:] if len(words[0].upper()) == 1 else words
    return next(
        (clean_name(one) for one in _tries(shown, says_doing=english != sentence) if _fits(one)),
        _cut(shown),
    )  # letters under a pile of accents take few cells and many characters


def _fits(text: str) -> bool:
    return cells(text) <= TITLE_CELLS


def _tries(shown: str, *, says_doing: bool) -> Iterator[str]:
    """Give ever shorter ways to say it; where its first word says what is done, by parts of the sentence."""
    yield shown
    yield _without_brackets(shown).rstrip(_STOPS)
    clause = re.split(r"[,;:(\u2013\u2014\uff0c\u3001]|\s-\s", shown)[0].strip()
    if " " in clause and not _is_list(shown, clause):
        yield clause
    if says_doing:
        yield from _by_parts(_without_brackets(shown).split())


def _without_brackets(text: str) -> str:
    return clean_line(re.sub(r"\([^()]*\)", " ", text)).replace(" ,", ",").replace(" .", ".")


def _is_list(shown: str, clause: str) -> bool:
    """Tell whether a comma only stands between words of the same kind, so that to cut there would cut a list."""
    rest = shown[len(clause) :]
    return rest.startswith(",") and bool(re.match(r",\s*[\w-]+(?:,|\s+(?:and|or)\b)", rest))


def _by_parts(words: list[str]) -> Iterator[str]:
    """Give an English sentence with as many of its parts as fit, the first one always."""
    head, *rest = _parts(words)
    heads = [one for one in _shorter(head, 1 + _doing(head)) if _fits(" ".join(one))]
    bare = [word for word in head if word.casefold() not in _DETERMINERS]
    whole = [one for one in heads if one in (head, bare)] or heads[:1]
    kept = max((_with_parts(one, rest) for one in whole), key=lambda found: found[1], default=([], 0))[0]
    if kept and kept[-1].casefold() not in _HANGING:
        yield " ".join(kept).rstrip(" ,;:")
    if (
        "of" in head[2:] and not {word.casefold() for word in head} & _CLAUSES
    ):  # "identify the main idea of a text", "understand the concept of multiplication"
        begin, at = 1 + _doing(head), head.index("of", 2)
        yield " ".join(head[:begin] + head[at + 1 :]) if head[at - 1] in _EMPTY else " ".join(head[:at])


def _with_parts(head: list[str], rest: list[list[str]]) -> tuple[list[str], int]:
    """Give the words of a first part with as many of the others, in their order, as fit; and how many these are."""
    kept = list(head)
    for count, part in enumerate(rest):
        more = next((one for one in _shorter(part, _lead(part)) if _fits(" ".join((*kept, *one)))), None)
        if more is None:
            return kept, count
        kept += more
    return kept, len(rest)


def _lead(part: list[str]) -> int:
    """Tell how many of the first words of a part stay: "to", or "to solve"."""
    return 2 if len(part) > 1 and part[0].casefold() in ("to", "and", "or") and is_verb(part[1]) else 1


def _doing(words: list[str]) -> int:
    """Tell how many words after the first one still say what is done: "read and write", "find out"."""
    joined = len(words) > 2 and words[1].casefold() in ("and", "or") and is_verb(words[2])  # noqa: PLR2004 - the word behind "and"
    count = 2 if joined else 0
    return count + (words[count + 1 : count + 2] == ["out"])


def _parts(words: list[str]) -> list[list[str]]:
    """Cut a sentence into what is done with what, and the parts behind it, each of which can be left off without the others."""
    parts = [words[: 1 + _doing(words)]]
    lead = len(parts[0])
    for word, following in pairwise((*words[lead:], "")):
        said_nothing = (len(parts) == 1 and len(parts[0]) == lead) or len(parts[-1]) == _lead(parts[-1])
        if _begins(word, following, parts[-1]) and not said_nothing:
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _begins(word: str, following: str, part: list[str]) -> bool:
    """Tell whether a word begins another part: not within "numbers from 0 to 20", "tens and ones", "why it is so"."""
    bound, small = word.casefold(), {one.casefold() for one in part}
    if bound not in _BOUNDS or bound == "of" or small & _CLAUSES:
        return False
    if bound in ("and", "or"):
        return is_verb(following) and not any("," in one for one in part)
    return not (bound == "to" and "from" in small) and not (bound in _CLAUSES and small & {"to", "and", "or"})


def _shorter(part: list[str], lead: int) -> Iterator[list[str]]:
    """Give a part of a sentence whole, without its article, and with ever fewer words before its last.

    Args:
        part: The words.
        lead: How many of the first words stay.
    """
    yield part
    if any(word.casefold() in _CLAUSES for word in part):
        return
    begin, rest = part[:lead], part[lead:]
    fixed = [word for word in rest[:1] if word.casefold() in _DETERMINERS]
    rest = rest[len(fixed) :]
    if fixed and rest:
        yield begin + rest
    if any(word.casefold() in _BOUNDS or word.endswith(",") or '"' in word for word in rest):
        return
    for first in range(1, len(rest)):
        if not all(_says_which(word) for word in rest[:first]):
            return
        if fixed and not _is_number(rest[first]):
            yield begin + fixed + rest[first:]
        yield begin + rest[first:]


def _says_which(word: str) -> bool:
    """Tell whether a word before a thing only says which one: "nearest", "two-dimensional"; "newton meter" is one thing."""
    return "-" in word or word.casefold() in _QUALITIES or bool(re.fullmatch(r"\w{3,}(?:est|ous|ful|ional|ical)", word))


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word.casefold() in _NUMBERS


def _cut(words: str) -> str:
    """Cut between words, or in a word that is as long as a line, with an ellipsis where it was cut."""
    kept: list[str] = []
    for word in words.split():
        if cells(" ".join((*kept, word))) >= TITLE_CELLS:
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1].casefold() in _HANGING:
        kept.pop()
    if kept:
        return clean_name(" ".join(kept).rstrip(" ,;:") + "\u2026")
    end = next(end for end in range(len(words), 0, -1) if cells(words[:end]) < TITLE_CELLS)
    return clean_line(words[:end]) + "\u2026"


def told_apart(lines: Sequence[str]) -> list[str]:
    """Give the titles of steps; those that would be the same are told apart by the words in which the steps differ.

    Args:
        lines: The steps, without bullets and codes.
    """
    titles = [step_title(line) for line in lines]
    alike: dict[str, list[int]] = {}
    for at, title in enumerate(titles):
        alike.setdefault(title.casefold(), []).append(at)
    for places in (places for places in alike.values() if len(places) > 1):
        said = [_without_brackets(without_saying(i_can(lines[at]))).rstrip(_STOPS).split() for at in places]
        for at, words in zip(places, said, strict=True):
            others = [other for other in said if other != words]
            titles[at] = _with_difference(titles[at], words, others) if others else titles[at]
    return titles


def _with_difference(title: str, words: list[str], others: Iterable[list[str]]) -> str:
    """Give a title that ends with the words in which a sentence differs from others, or as it is where that has no room."""
    shared = max(
        next((at for at, (one, two) in enumerate(zip(words, other, strict=False)) if one != two), len(other))
        for other in others
    )
    begin, tail = title.rstrip("\u2026").split(), words[shared:]
    while tail and (not _fits(f"{begin[0]} \u2026 {' '.join(tail)}") or tail[-1].casefold() in _HANGING):
        tail.pop()
    if not tail or not shared:
        return title
    while len(begin) > 1 and (
        not _fits(f"{' '.join(begin)} \u2026 {' '.join(tail)}") or begin[-1].casefold() in _HANGING
    ):
        begin.pop()
    return clean_name(f"{' '.join(begin)} \u2026 {' '.join(tail)}")
