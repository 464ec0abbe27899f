"""The lines of a unit file as they were typed: where each statement begins, and what of it stands outside quotation marks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<long>\"{3}|'{3})|(?P<text>"(?:\\.|[^"\\\n])*"|'[^'\n]*')|(?P<open>"(?:\\.|[^"\\\n])*\\?|'[^'\n]*)"""
    r"""|(?P<remark>\#.*)|(?P<other>.)"""
)
_NEW = re.compile(r"""\s*([A-Za-z_][\w-]*\s*=\s*["'\[\d{]|"[\w-]+"\s*=|\[[\s\[]*[A-Za-z][\w\s.]*\][\s\]]*(\#|$)|\#)""")

KEY = re.compile(r"""\s*["'\u201c\u201d]?(?P<key>[^\s=:"'\u201c\u201d\[\](){}#,]+)["'\u201c\u201d]?\s*(?P<rest>.*)""")
"""A key at the beginning of a line, in whatever quotation marks, and all that follows it."""


class Token(NamedTuple):
    """A piece of a line: a whole text with its marks, an open one, a remark, or one other sign."""

    kind: str
    text: str


class Statement(NamedTuple):
    """What begins in one line of a file and goes on until its lists and texts are closed.

    Args:
        line: Number of its first line, from 1.
        rows: Its lines as they were typed.
    """

    line: int
    rows: tuple[str, ...]

    @property
    def is_header(self) -> bool:
        """Whether it names a table, however its brackets were typed."""
        first = self.rows[0].strip()
        return bool(re.match(r"[\[({<]", first) or re.match(r"[\w.\s-]+[\])}>]+\s*(#.*)?$", first))

    @property
    def key(self) -> str:
        """The word it begins with, empty when it begins with none."""
        found = KEY.match(self.rows[0])
        return found["key"] if found else ""


def tokens(row: str) -> list[Token]:
    """Take a line apart into its texts and signs."""
    return [Token(found.lastgroup or "", found[0]) for found in _TOKEN.finditer(row)]


def outside(row: str) -> str:
    """Give a line without its remark, and with a single " for each of its texts."""
    return "".join(
        '"' if one.kind in ("text", "open", "long") else one.text for one in tokens(row) if one.kind != "remark"
    )


def starts_anew(row: str) -> bool:
    """Tell whether a line begins something of its own, and can't go on with a list or a text: a key, a table, nothing."""
    return not row.strip() or bool(_NEW.match(row))


def statements(lines: list[str]) -> list[Statement]:
    """Give the statements of a file in order; empty lines and remarks between them are left out.

    Args:
        lines: The lines of the file, without their ends.
    """
    starts = [number for number, is_start in enumerate(_starts(lines)) if is_start]
    ends = [*starts[1:], len(lines)]
    return [
        Statement(start + 1, tuple(lines[start:end]))
        for start, end in zip(starts, ends, strict=False)
        if lines[start].strip() and not lines[start].lstrip().startswith("#")
    ]


def lines_of(read: Sequence[Statement]) -> dict[tuple[str | int, ...], int]:
    """Give the line of every table and key of a file whose tables are those of a unit.

    Args:
        read: Its statements.

    Returns:
        Line numbers from 1, by the way to the table or key, such as ("levels", 0, "steps", 1, "title").
    """
    found: dict[tuple[str | int, ...], int] = {}
    levels = steps = 0
    trail: tuple[str | int, ...] = ()
    for one in read:
        if not one.is_header:
            found.setdefault((*trail, one.key), one.line)
            continue
        header = re.sub(r"[^a-z.]", "", without_remark(one.rows[0]))
        if header == "levels":
            levels, steps = levels + 1, 0
            trail = ("levels", levels - 1)
        elif header == "levels.boss":
            trail = ("levels", levels - 1, "boss")
        else:
            steps += 1
            trail = ("levels", levels - 1, "steps", steps - 1)
        found[trail] = one.line
    return found


def _starts(lines: list[str]) -> Iterator[bool]:
    """Say of each line whether all lists and long texts before it are closed."""
    depth, long = 0, ""
    for row in lines:
        yield depth == 0 and not long
        rest = row
        if long:
            _, closed, rest = row.partition(long)
            long = "" if closed else long
        if long:
            continue
        depth, long = _after(rest, depth)


def _after(row: str, depth: int) -> tuple[int, str]:
    """Give how many lists are open behind a line, and the marks of a long text that is."""
    is_header = depth == 0 and row.lstrip().startswith("[")
    long = ""
    for one in tokens(row):
        if one.kind == "long":
            long = "" if one.text == long else long or one.text
        elif not long and not is_header:
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(one.text, 0)
    return max(depth, 0), long


Found = tuple[int, str] | None
"""The number of a line and what to do with it; None when nothing was found."""


class Broken(NamedTuple):
    """Where TOML's reader gave up.

    Args:
        said: Its own words.
        sign: The sign at which it stopped, empty at the end of a line.
        at: The line in which it stopped, from 1.
        begins: The line in which the statement begins.
        lines: All lines of the file.
        read: The statements up to this one.
    """

    said: str
    sign: str
    at: int
    begins: int
    lines: list[str]
    read: tuple[Statement, ...]

    @property
    def first(self) -> str:
        """The first line of the statement."""
        return self.lines[self.begins - 1]

    @property
    def last(self) -> str:
        """The line in which the reader stopped."""
        return self.lines[self.at - 1]

    @property
    def rest(self) -> str:
        """What stands behind the key in the first line, without blanks at its ends."""
        found = KEY.match(self.first)
        return found["rest"].strip() if found else self.first.strip()

    @property
    def value(self) -> str:
        """What stands behind the first =, without its remark."""
        return without_remark(self.rest.removeprefix("=")) if self.rest.startswith("=") else ""

    @property
    def key(self) -> str:
        """The key of the statement."""
        return self.read[-1].key


def without_remark(row: str) -> str:
    """Give a line without its remark and the blanks at its ends."""
    return "".join(one.text for one in tokens(row) if one.kind != "remark").strip()
