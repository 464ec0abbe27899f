"""The words of each line of a pasted text: without bullet, number, box and codes, and with the lines that were one sentence joined."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from board.exchange.bullets import without_bullet
from board.exchange.steps.sayings import does_something, is_lead_in, says_i_can, set_of
from board.exchange.steps.standards import without_codes
from board.exchange.steps.table import Row, rows_of
from board.mastery.people import clean_line, clean_name

LONGEST_LINE = 300
"""Characters of one line; a step is one short sentence."""

_STARS = "*\u2605\u2606\u2b50"
"""Before or behind a line they make it the Boss; the board shows a Boss as a star."""

_BOSS = re.compile(
    r"(?:the\s+)?(?:(?:big|final|super|mega|ultimate)\s+)?(?:boss(?:\s+(?:task|step|level|challenge))?|challenge(?:\s+(?:task|question))?"
    r"|gro\u00dfe aufgabe|abschlussaufgabe|herausforderung|(?:grand )?d\u00e9fi|(?:gran )?reto|(?:grande )?desaf\u00edo|(?:grande )?desafio|(?:grande )?sfida|(?:grote )?uitdaging"
    r"|(?<=big )(?:task|project|question)|(?<=final )(?:task|project))\s*\d{0,2}\s*(?:[:\uff1a]|\s[\u2010-\u2015-]\s)\s*",
    re.IGNORECASE,
)
"""Words that say a line is the Boss: "Big task: build a bridge"."""

_NUMBERING = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){1,2}[.)]?(?=\s)|\(?[A-Z]\.(?=\s)|[IVX]{1,4}[.)](?=\s)|#\d{1,3}[.):]?(?=\s)"
    r"|(?:step|goal|target|objective|skill|no\.?|lt|lo|learning target|success criteria|ziel|i can statement)\s*#?\d{1,3}\s*[.:)\u2013-]"
    r"|(?:lo|lt|wilf|target|goal|objective)\s*:)\s*",
    re.IGNORECASE,
)
"""Numbers only lists of steps have: "1.1", "A.", "Target 3:". A name may begin with a letter and a full stop."""

_BARE_NUMBER = re.compile(r"\d{1,3}\s*(?:[:\u2013-]\s*|\s)(?=\D)")
"""\"1 I can\" and "1 - I can"."""

_BEHIND = re.compile(
    r"(?:\s*(?:\[[ xX_]?\]|\([ ]?\)|[\u25a1\u2610-\u2612\u2713\u2714\u274f-\u2752\u2639\u263a\U0001f600-\U0001f64f]|_{2,}(?!_)|\.{4,}(?!\.)|\u2026{2,}(?!\u2026)|(?<=\s)\s\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\ufe0f?)+\s*$"
)
"""Boxes to tick and lines to write on behind a step; each line is taken whole, so that there is one way to read it."""

_LOOSE = set_of(
    "a an and as at by for from i in is into my of on or than that the their them these this to up using when which with within und oder mit von zu et ou de"
)
"""Words no line ends with: the sentence goes on below."""

_ADDRESS = re.compile(r"https?://|www\.|\w+\.(?:com|org|net)\b", re.IGNORECASE)
"""How a line begins that says where a list comes from, and goes on from none."""

_LONG = 35
"""Characters of a line that may have been full, so that its sentence goes on below."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line, or several that were one sentence, taken apart.

    Attributes:
        numbers: Numbers of the lines in the text, from 1.
        text: What stands there, clean; empty for an empty line.
        words: What it says, without everything around it.
        indent: Cells before it.
        bullet: What stood in front of it and was taken off.
        codes: Codes of standards in it.
        starred: Whether a star stands in front of it, or behind it.
        row: What it is in a table.
        is_too_long: Whether it is longer than any step; then only its beginning is kept.
    """

    numbers: tuple[int, ...]
    text: str
    words: str
    indent: int
    bullet: str
    codes: tuple[str, ...]
    starred: tuple[bool, bool]
    row: Row
    is_too_long: bool = False

    @property
    def says(self) -> bool:
        """Whether it says what a child can do, in whatever language."""
        return says_i_can(self.words)

    @property
    def is_marked(self) -> bool:
        """Whether something says that it is one of a list of steps."""
        return bool(self.bullet or self.codes or any(self.starred) or self.says or does_something(self.words))


def words_of(text: str) -> list[Words]:
    """Take a text apart, line by line; empty lines are among them.

    Args:
        text: The lines; may hold anything.
    """
    lines = text.splitlines()
    taken = [_taken_apart(number, *line) for number, line in enumerate(zip(lines, rows_of(lines), strict=True), 1)]
    return _without_star_bullets(list(_joined(taken)))


def is_name_of_boss(words: str) -> bool:
    """Tell whether a line says only that a Boss comes, as "Boss:" does.

    Args:
        words: The line without bullet and codes.
    """
    return bool(_BOSS.fullmatch(words.rstrip(" :\uff1a") + ":"))


def _taken_apart(number: int, raw: str, row: Row) -> Words:
    text = clean_line(raw[: 10 * LONGEST_LINE])
    if len(row.words) > 10 * LONGEST_LINE or len(clean_line(row.words)) > LONGEST_LINE:
        cut = clean_name(text)
        return Words((number,), cut, cut, 0, "", (), (False, False), row, is_too_long=True)
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    rest, marks, codes = _plain(row.words.strip()), "", row.codes
    front = back = False
    for _ in range(6):
        before = rest
        if rest[:1] in tuple(_STARS) and rest.strip(_STARS + " "):
            front, rest = True, rest.lstrip(_STARS + "\ufe0f ")
        named = _BOSS.match(rest)
        if named and rest[named.end() :].strip(_STARS + " "):
            back, rest = True, rest[named.end() :]
        bare = _without_number(rest)
        marks += rest[: len(rest) - len(bare)]
        coded = without_codes(bare)
        codes, rest = (*codes, *coded.codes), coded.words
        if rest == before:
            break
    rest = clean_line(_BEHIND.sub("", rest)) or clean_line(rest)
    if rest.endswith(tuple(_STARS)) and rest.strip(_STARS + " "):
        back, rest = True, rest.rstrip(_STARS + "\ufe0f ")
    words = clean_line(_unquoted(rest))
    bullet = clean_line(marks).lstrip(_STARS) or ("\u2022" if marks.strip().strip(_STARS) else "")
    return Words((number,), text, words, indent, bullet, tuple(dict.fromkeys(codes)), (front, back), row)


def _plain(line: str) -> str:
    """Give a line without the marks of Markdown for bold and struck letters around it."""
    found = re.fullmatch(r"([-+\u2022\d.)]*\s*)(\*\*|__|~~)(.+)\2(\s*\*?)", line)
    return f"{found[1]}{found[3]}{found[4]}" if found else line


def _without_number(line: str) -> str:
    rest = without_bullet(line, but="*")
    found = _NUMBERING.match(rest)
    behind = rest[found.end() :] if found else ""
    begins = behind[:1].isupper() or says_i_can(behind) or does_something(behind) or without_codes(behind).codes
    is_amount = rest[:1].isdigit() and not begins  # "1.5 litres of water"
    if behind.strip() and not is_amount and not re.fullmatch(r"[A-Z]\.", behind.strip()):
        rest = behind
    found = _BARE_NUMBER.match(rest)
    if found and says_i_can(rest[found.end() :]):
        rest = rest[found.end() :]
    return rest


def _unquoted(words: str) -> str:
    found = re.fullmatch(
        r"[\"\u201c\u201e\u00ab]\s*([^\"\u201c\u201d\u201e\u00ab\u00bb]+?)\s*[\"\u201d\u201c\u00bb]([.!?]?)", words
    )
    return f"{found[1]}{found[2]}" if found else words


def _without_star_bullets(lines: Sequence[Words]) -> list[Words]:
    """Take stars for bullets where they are: before most lines, before three in a row, or before lines set in."""
    filled = [line for line in lines if line.words]
    front = [line.starred[0] for line in filled]
    row = any(all(front[at : at + 3]) for at in range(len(front) - 2))
    inner = any(line.starred[0] and line.indent > filled[0].indent for line in filled)
    if not (2 * sum(front) > len(filled) or row or (inner and sum(front) > 1)):
        return list(lines)
    return [
        replace(line, starred=(False, line.starred[1]), bullet=line.bullet or "*") if line.starred[0] else line
        for line in lines
    ]


def _joined(lines: Sequence[Words]) -> Iterator[Words]:
    """Give the lines with those joined that were broken where the page ended."""
    last: Words | None = None
    for line in lines:
        if last is not None and _goes_on(last, line):
            text = f"{last.text} {line.text}"
            coded = without_codes(f"{last.words} {line.text}")
            codes = tuple(dict.fromkeys((*last.codes, *coded.codes)))
            last = replace(
                last, numbers=(*last.numbers, *line.numbers), text=text, words=clean_line(coded.words), codes=codes
            )
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last


def _goes_on(line: Words, below: Words) -> bool:
    """Tell whether a sentence goes on in the line below."""
    if not (line.words and below.text) or line.is_too_long or len(line.text) + len(below.text) >= LONGEST_LINE:
        return False
    stands_apart = (
        below.is_too_long or below.codes or any(below.starred) or _ADDRESS.match(below.text) or below.row.is_title
    )
    if stands_apart or line.row.is_header or below.row.is_header or "\t" in below.row.words:
        return False
    if is_lead_in(line.words) and not _hangs(line, below):
        return False
    opened, closed = line.words.count("("), line.words.count(")")
    if opened > closed and ")" in below.text and "(" not in below.text.partition(")")[0]:
        return True
    ended = line.words.endswith((".", "!", "?", ":", ";", "\uff1a", "\u3002"))
    return line.is_marked and not below.bullet and not ended and _is_unfinished(line, below)


def _is_unfinished(line: Words, below: Words) -> bool:
    """Tell whether a line without a full stop breaks off: at a small word, or where the next begins small."""
    is_long = len(line.text) >= _LONG
    is_small = below.text.lstrip("(")[:1].islower() or (below.text[:1].isdigit() and is_long)
    if line.words.split()[-1].casefold() in _LOOSE and (is_small or is_long):
        return True
    hangs = _hangs(line, below)
    may_go_on = hangs or (not says_i_can(below.words) and (is_long or not does_something(below.words)))
    return is_small and (line.says or is_long or hangs) and may_go_on


def _hangs(line: Words, below: Words) -> bool:
    """Tell whether a line is set in below a bullet and has none of its own, as where a word processor broke it."""
    return (bool(line.bullet) or line.starred[0]) and not below.bullet and below.indent > line.indent
