"""Slips of somebody who types a unit file: each kind made at every place of a good file where it can be made."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

_TEXT = re.compile(r'"[^"]*"')
_HEADERS = ("[[levels]]", "[[levels.steps]]", "[levels.boss]")


class Slipped(NamedTuple):
    """A file with one slip in it, and the lines that may be named for it."""

    text: str
    lines: frozenset[int]


Slips = Iterator[Slipped]


def _with(lines: list[str], number: int, *rows: str, named: tuple[int, ...] = ()) -> Slipped:
    """Give the file with other rows in place of one line; that line is to be named, or `named` behind it."""
    text = "\n".join([*lines[:number], *rows, *lines[number + 1 :]])
    return Slipped(text, frozenset(number + 1 + more for more in (named or (0,))))


def _code(row: str) -> str:
    return re.sub(r"""^((?:"[^"]*"|[^"#])*)#.*""", r"\1", row).rstrip()


def _texts(lines: list[str]) -> Iterator[tuple[int, str, str, str]]:
    """Give every text with its line, what stands before it, itself without marks, and what stands behind."""
    for number, row in enumerate(lines):
        code = _code(row)
        for found in _TEXT.finditer(code):
            yield number, code[: found.start()], found[0][1:-1], code[found.end() :]


def _keys(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Give every line with a key: its number, the key and the value, or the beginning of it."""
    for number, row in enumerate(lines):
        if found := re.match(r"(\w+) = (.*)", _code(row)):
            yield number, found[1], found[2]


def _singles(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    return ((number, key, value) for number, key, value in _keys(lines) if value.startswith('"'))


def _lists(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Give every list with the lines it begins and ends in, and its key."""
    for number, key, value in _keys(lines):
        if value.startswith("["):
            end = next(at for at in range(number, len(lines)) if _code(lines[at]).endswith("]"))
            yield number, end, key


def _headers(lines: list[str]) -> Iterator[tuple[int, str]]:
    return ((number, _code(row)) for number, row in enumerate(lines) if _code(row) in _HEADERS)


def closing_mark(lines: list[str]) -> Slips:
    for number, before, text, behind in _texts(lines):
        yield _with(lines, number, f'{before}"{text}{behind}')


def opening_mark(lines: list[str]) -> Slips:
    for number, before, text, behind in _texts(lines):
        yield _with(lines, number, f'{before}{text}"{behind}')


def both_marks(lines: list[str]) -> Slips:
    for number, before, text, behind in _texts(lines):
        if not text[0].isdigit():
            yield _with(lines, number, f"{before}{text}{behind}")


def curly(lines: list[str]) -> Slips:
    pairs = ("\u201c\u201d", "\u201e\u201c", "\u00ab\u00bb", "\u2018\u2019", "``", '"\u201d', '\u201c"', "\u2033\u2033")
    for number, before, text, behind in _texts(lines):
        for pair in pairs:
            yield _with(lines, number, f"{before}{pair[0]}{text}{pair[1]}{behind}")


def mark_inside(lines: list[str]) -> Slips:
    for number, before, text, behind in _texts(lines):
        for word in re.finditer(r"\w+", text):
            if word[0] != text:
                said = f'{text[: word.start()]}"{word[0]}"{text[word.end() :]}'
                yield _with(lines, number, f'{before}"{said}"{behind}')


def inch_mark(lines: list[str]) -> Slips:
    for number, before, text, behind in _texts(lines):
        for word in re.finditer(r" (?!#)", text):
            yield _with(lines, number, f'{before}"{text[: word.start()]} 5"{text[word.start() :]}"{behind}')


def doubled_mark(lines: list[str]) -> Slips:
    for number, key, value in _singles(lines):
        yield _with(lines, number, f'{key} = "{value}')
        yield _with(lines, number, f'{key} = {value}"')


def apostrophe(lines: list[str]) -> Slips:
    for number, before, text, behind in _texts(lines):
        for word in re.finditer(r"\w ", text):
            said = f"{text[: word.end() - 1]}'s{text[word.end() - 1 :]}"
            whole = before.replace('"', "'"), behind.replace('"', "'")
            yield _with(lines, number, f"{whole[0]}'{said}'{whole[1]}")


def backslash(lines: list[str]) -> Slips:
    for number, before, text, behind in _texts(lines):
        for added in ("C:\\pictures", "1\\2", "\\Users", "a\\ b"):
            yield _with(lines, number, f'{before}"{added} {text}"{behind}')
        yield _with(lines, number, f'{before}"{text}\\"{behind}')


def backslash_letter(lines: list[str]) -> Slips:
    for number, before, text, behind in _texts(lines):
        for added in ("C:\\new", "\\table", "and\\or\\for", "a\\b"):
            yield _with(lines, number, f'{before}"{added} {text}"{behind}')


def two_lines(lines: list[str]) -> Slips:
    for number, before, text, behind in _texts(lines):
        for gap in re.finditer(r" (?![=#])", text):
            rows = f'{before}"{text[: gap.start()]}', f'{text[gap.end() :]}"{behind}'
            yield _with(lines, number, *rows, named=(0, 1))


def three_marks(lines: list[str]) -> Slips:
    for number, key, value in _singles(lines):
        yield _with(lines, number, f'{key} = ""{value}')


def colon(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        for sign in (": ", " : ", ":"):
            yield _with(lines, number, f"{key}{sign}{value}")


def no_sign(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        for sign in (" ", "\t", " - ", " \u2013 "):
            yield _with(lines, number, f"{key}{sign}{value}")


def sign_twice(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        for sign in (" == ", " = = ", " := ", " => ", "=:"):
            yield _with(lines, number, f"{key}{sign}{value}")


def no_value(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        if value != "[":
            yield _with(lines, number, f"{key} =")
            yield _with(lines, number, f"{key} =   # later")


def key_alone(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        if value != "[":
            yield _with(lines, number, key)


def no_key(lines: list[str]) -> Slips:
    for number, _key, value in _keys(lines):
        yield _with(lines, number, f"= {value}")
        if value.startswith('"'):
            yield _with(lines, number, value)


def key_twice(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        if value != "[":
            yield _with(lines, number, lines[number], f"{key} = {value}", named=(1,))
    for first, second in pairwise(_keys(lines)):
        if first[0] + 1 == second[0] and "[" not in (first[2], second[2]):
            yield _with(lines, second[0], lines[second[0]], f"{first[1]} = {first[2]}", named=(1,))


def header_left_out(lines: list[str]) -> Slips:
    for number, _header in _headers(lines):
        yield Slipped(_with(lines, number).text, frozenset((number + 1, number + 2)))


def two_words(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        if key == "i_can":
            yield _with(lines, number, f"I can = {value}")
            yield _with(lines, number, f"i can = {value}")


def bullet(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        for sign in ("-", "*", "\u2022", "\u2013"):
            yield _with(lines, number, f"{sign} {key} = {value}")


def hidden(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        for sign in ("\u00a0", "\u200b", "\u3000", "\ufeff", "\u2009"):
            if (number, sign) != (0, "\ufeff"):  # which marks the letters of the file
                yield _with(lines, number, f"{sign}{key} = {value}")
            yield _with(lines, number, f"{key}{sign}= {value}")
            yield _with(lines, number, f"{key} ={sign}{value}")
            yield _with(lines, number, f"{key} = {value}{sign}")


def behind(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        if value != "[":
            for more in (",", ";", " // mine", " (mine)", " -- mine"):
                yield _with(lines, number, f"{key} = {value}{more}")


def one_line(lines: list[str]) -> Slips:
    rows = list(_keys(lines))
    for first, second in pairwise(rows):
        if first[0] + 1 == second[0] and "[" not in (first[2], second[2]):
            for gap in (" ", ", ", "; "):
                both = f"{first[1]} = {first[2]}{gap}{second[1]} = {second[2]}"
                yield Slipped(
                    "\n".join([*lines[: first[0]], both, *lines[second[0] + 1 :]]), frozenset((first[0] + 1,))
                )


def list_comma(lines: list[str]) -> Slips:
    for start, end, _key in _lists(lines):
        for number in range(start, end + 1):
            row = _code(lines[number])
            for comma in re.finditer(r'(?<="),(?= ")', row):
                for gap in ("", " "):
                    yield _with(lines, number, f"{row[: comma.start()]}{gap}{row[comma.end() :].lstrip()}")
            if start < end and row.endswith(",") and lines[number + 1].lstrip().startswith('"'):
                yield _with(lines, number, row[:-1])


def list_semicolon(lines: list[str]) -> Slips:
    for start, end, _key in _lists(lines):
        for number in range(start, end + 1):
            row = _code(lines[number])
            for comma in re.finditer(r'(?<="),(?= ")', row):
                for sign in (";", ",,", ".", " /"):
                    yield _with(lines, number, f"{row[: comma.start()]}{sign}{row[comma.end() :]}")


def list_end(lines: list[str]) -> Slips:
    for start, end, _key in _lists(lines):
        row = _code(lines[end])
        if row == "]":
            yield Slipped(_with(lines, end).text, frozenset((end, end + 1)))
        else:
            yield _with(lines, end, row[:-1])
        if start == end:
            for sign in "})":
                yield _with(lines, end, row[:-1] + sign)


def list_begin(lines: list[str]) -> Slips:
    for start, end, key in _lists(lines):
        if start == end:
            yield _with(lines, start, _code(lines[start]).replace("[", "", 1))
        else:
            yield _with(lines, start, f"{key} =")


def list_brackets(lines: list[str]) -> Slips:
    for start, end, key in _lists(lines):
        if start == end:
            inside = _code(lines[start]).split("[", 1)[1].rsplit("]", 1)[0]
            for pair in ("()", "{}", "<>"):
                yield _with(lines, start, f"{key} = {pair[0]}{inside}{pair[1]}")
            if '", "' in inside:
                yield _with(lines, start, f"{key} = {inside}")


def list_bracket_more(lines: list[str]) -> Slips:
    for start, end, _key in _lists(lines):
        if start == end:
            yield _with(lines, start, _code(lines[start]) + "]")


def number_words(lines: list[str]) -> Slips:
    for number, key, value in _keys(lines):
        if key == "needed":
            for typed in ("three", f"{value} steps", "1,5", "02", f"{value}.", "all", "yes"):
                yield _with(lines, number, f"{key} = {typed}")


def bare_words(lines: list[str]) -> Slips:
    for number, key, _value in _singles(lines):
        for typed in ("True", "yes", "2026-13-01", "2.NBT.A.1", "5 ducks", "none"):
            yield _with(lines, number, f"{key} = {typed}")


def header(lines: list[str]) -> Slips:
    for number, typed in _headers(lines):
        name = typed.strip("[]")
        wrong = {f"[{name}]", f"[[{name}]]", f"[[{name}]", f"[{name}]]", f"[[{name}", f"{name}]]", f"[ [{name}] ]"}
        wrong |= {f"({name})", f"[[{name.title()}]]", typed.replace("levels", "level"), typed.replace(".", " ")}
        wrong |= {typed.replace(".", "-"), f"[[{name.rsplit('.', maxsplit=1)[-1]}]]", f"[{name.upper()}]"}
        wrong |= {f"[[{name}]]]", f"\u201c{name}\u201d".join("[]"), f"[[[{name}]]]"}
        yield from (_with(lines, number, one) for one in sorted(wrong - {typed}))


def header_and_more(lines: list[str]) -> Slips:
    for number, typed in _headers(lines):
        yield _with(lines, number, f"{typed} Count")
        yield _with(lines, number, f'{typed} note = "x"')
        yield _with(lines, number, f"{typed}:")


def merged(lines: list[str]) -> Slips:
    for number, _key, value in _keys(lines):
        if value != "[":
            rows = "<<<<<<< mine", lines[number], "=======", lines[number], ">>>>>>> theirs"
            yield _with(lines, number, *rows, named=(0, 2, 4))


KINDS: dict[Callable[[list[str]], Slips], str] = {
    closing_mark: "at the end of a text is missing",
    opening_mark: "at the beginning of a text is missing",
    both_marks: "in quotation marks: |its own quotation marks",
    curly: "type straight ones",
    mark_inside: "inside the text",
    inch_mark: "inside the text",
    doubled_mark: "one too many",
    apostrophe: "an apostrophe ends a text",
    backslash: "a backslash begins",
    backslash_letter: "a backslash begins",
    two_lines: "goes on in the next line",
    three_marks: "three quotation marks",
    colon: "not a colon",
    no_sign: "between the key and its value is missing",
    sign_twice: "one = between",
    no_value: "nothing stands behind",
    key_alone: "the key stands alone",
    no_key: "no key stands before",
    key_twice: "stands twice here",
    header_left_out: r"stands twice here.*\[\[levels\]\]|stands before the first level",
    two_words: 'one word, without spaces; write "i_can"',
    bullet: "begins with a sign as in a list",
    hidden: "a sign nobody sees",
    behind: "behind the end of the value",
    one_line: "two keys stand in one line",
    list_comma: "a comma is missing",
    list_semicolon: "one comma and nothing else",
    list_end: "the list is never closed",
    list_begin: r"its \[ is missing|nothing stands behind",
    list_brackets: "a list of texts in square brackets",
    list_bracket_more: "a square bracket too many",
    number_words: "a whole number in digits",
    bare_words: "in quotation marks: ",
    header: r"write \[(levels\.boss\]|\[levels(\.steps)?\]\]), with",
    header_and_more: "on a line of its own",
    merged: "two versions of this file",
}
"""Each kind of slip, and the words of the advice that helps."""
