"""Rosters: the names of a class as schools export them."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from board.counting import counted
from board.disk import reason
from board.errors import Refusal
from board.exchange.bullets import is_bullet, without_bullet
from board.exchange.text_file import decoded, odd_lines
from board.mastery.people import clean_name, split_name

_HEADERS = {
    "name": (
        "name",
        "student",
        "studentname",
        "fullname",
        "pupil",
        "pupilname",
        "child",
        "learner",
        "names",
        "students",
        *("姓名", "氏名", "이름", "фио", "الاسم", "שם", "ชื่อ", "नाम"),
    ),
    "given": (
        *("first", "firstname", "given", "givenname", "forename", "preferredname", "preferredfirstname"),
        *("vorname", "prenom", "nombre", "nome", "имя"),
    ),
    "family": (
        "last",
        "lastname",
        "family",
        "familyname",
        "surname",
        "nachname",
        "nom",
        "apellido",
        "apellidos",
        "фамилия",
    ),
    "number": ("id", "studentid", "number", "studentnumber", "sisid", "pupilid", "localid", "upn"),
    "alias": ("alias", "nickname", "codename", "displayname"),
    "grade": ("grade", "gradelevel", "year", "yeargroup", "class", "klasse"),
}
"""Header words we know."""

_TITLE_LINES = 10
"""Lines a school's program may put above the header."""

_LONGEST_CELL = 1000
"""Characters of a cell that are looked at; no name is longer, and piles of accents cost more than they are worth."""

_EXCEL_LINE = re.compile(r"\s*\"?sep=([,;\t])[^\n]*\n", re.IGNORECASE)
"""The first line by which Excel is told the delimiter."""

_BROKEN_OFF = "The file breaks off in the middle of a letter; look at the last name, and export the list once more."
_UNCLOSED = "A quotation mark is never closed, so all of them were left out; look at names with commas."


class BadRoster(Refusal):
    """A file from which no names can be read."""


class Pupil(NamedTuple):
    """One row of a roster; empty where the roster says nothing."""

    given: str
    family: str
    number: str = ""
    alias: str = ""
    grade: str = ""

    @property
    def full(self) -> str:
        """Given and family name together."""
        return f"{self.given} {self.family}".strip()


class Roster(NamedTuple):
    """What was read from a file.

    Attributes:
        pupils: One for each row with a name.
        remarks: What was left out and what could be meant otherwise, in sentences.
    """

    pupils: tuple[Pupil, ...]
    remarks: tuple[str, ...] = ()


def read_roster(path: Path) -> Roster:
    """Read a roster: CSV with commas, semicolons or tabs, or one name a line.

    Args:
        path: The file, in UTF-8, UTF-16 or the old Windows code page.

    Raises:
        BadRoster: No names can be read from it.
    """
    if path.suffix.lower() == ".toml":
        raise BadRoster(f"{path} looks like a unit file; import it with: board unit {path.name}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadRoster(f"{path} can't be read ({reason(error)}).") from error
    read = decoded(data)
    if read is None:
        raise BadRoster(f"{path} is not a text file; export the list as CSV in UTF-8 and try that file.")
    roster = parse_roster(read.text)
    if not roster.pupils:
        raise BadRoster(f"{path} holds no names; write one student a line, with a header such as name or first,last.")
    broken_off = (_BROKEN_OFF,) if read.broken_off else ()
    return Roster(roster.pupils, (*broken_off, *odd_lines(read.text), *roster.remarks))


def parse_roster(text: str) -> Roster:
    """Read the rows of a roster.

    Raises:
        BadRoster: The header names no column with names.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = _rows(lines)
    swallowed = lines.count('"') % 2 == 1 and any("\n" in cell for row in rows for cell in row)
    if swallowed:
        rows = _rows(lines.replace('"', ""))
    remarks = (_UNCLOSED,) if swallowed else ()
    at = _header_at(rows)
    if at is None:
        return Roster(tuple(pupil for pupil in map(_bare_pupil, rows) if pupil.given), remarks)
    header = _fields(rows[at])
    if "name" not in header and "given" not in header:
        raise BadRoster(
            "The roster's header has no column with names; call one of them name, or two of them first and last."
        )
    read = [_pupil(header, row) for row in rows[at + 1 :]]
    return Roster(tuple(pupil for pupil in read if pupil.given), (*remarks, *_remarks(rows, at, header, read)))


def _rows(lines: str) -> list[list[str]]:
    """Give the rows that hold anything, cell by cell."""
    told = _EXCEL_LINE.match(lines)
    rest = lines[told.end() :] if told else lines
    delimiter = told[1] if told else _delimiter(rest)
    try:
        rows = [[cell[:_LONGEST_CELL] for cell in row] for row in csv.reader(io.StringIO(rest), delimiter=delimiter)]
    except csv.Error as error:
        raise BadRoster(f"The roster can't be read as CSV ({error}); save it as CSV again.") from error
    return [row for row in rows if any(map(str.strip, row))]


def _header_at(rows: Sequence[Sequence[str]]) -> int | None:
    """Find the header: the first row if it has a word we know, else a later one that is clearly one."""
    for at, row in enumerate(rows[:_TITLE_LINES]):
        known = [field for field in _fields(row) if field]
        if known and (at == 0 or len(known) > 1 or len(row) == 1):
            return at
    return None


def _fields(row: Sequence[str]) -> list[str | None]:
    """Give what each column of a header holds; beside given names alone "name" means the family's, and the other way round."""
    fields = [_WORDS.get(_plain(cell)) for cell in row]
    for known, other in (("given", "family"), ("family", "given")):
        if known in fields and other not in fields:
            return [other if field == "name" else field for field in fields]
    return fields


def _remarks(
    rows: Sequence[Sequence[str]], at: int, header: Sequence[str | None], read: Sequence[Pupil]
) -> Iterator[str]:
    if at:
        yield counted("1 line above the header left out.", "{count} lines above the header left out.", at)
    cells = zip(rows[at], header, strict=True)
    unknown = [name for cell, field in cells if not field and (name := clean_name(cell))]
    if unknown:
        yield f"Columns not used: {', '.join(unknown)}."
    nameless = sum(not pupil.given for pupil in read)
    if nameless:
        yield counted("1 line without a name left out.", "{count} lines without a name left out.", nameless)


def _delimiter(lines: str) -> str:
    """Find what stands between cells: what most of the first lines hold; a tab or semicolon is rarely part of a name."""
    sample = [line for line in lines.split("\n", 10 * _TITLE_LINES) if line.strip()][: _TITLE_LINES + 1]
    lines_with = {char: sum(char in line for line in sample) for char in "\t;,"}
    best = max(lines_with, key=lambda char: (lines_with[char], sum(line.count(char) for line in sample)))
    return best if lines_with[best] else ","


def _plain(cell: str) -> str:
    """Give a header's word without spaces, signs and accents, in small letters."""
    return "".join(char for char in unicodedata.normalize("NFKD", cell).lower() if char.isalnum())


def _bare_pupil(row: Sequence[str]) -> Pupil:
    """Read a row nobody has described: a name, or first and last name; "Brown, Ava" typed with its space is turned."""
    filled = [cell for cell in row if clean_name(cell)]
    if not filled:
        return Pupil("", "")
    if len(filled) > 1 and is_bullet(filled[0].strip()):
        del filled[0]
    filled[0] = without_bullet(filled[0])
    number = next((cell.strip() for cell in filled if cell.strip().isdecimal()), "")
    cells = [cell for cell in filled if not cell.strip().isdecimal()]
    names = [clean_name(cell) for cell in cells]
    if not names:
        return Pupil("", "")
    if len(names) == 1:
        return Pupil(*split_name(names[0]), number)
    typed_last_first = cells[1].startswith(" ")
    return Pupil(names[typed_last_first], names[not typed_last_first], number)


def _pupil(header: Sequence[str | None], row: Sequence[str]) -> Pupil:
    cells = {field: clean_name(cell) for field, cell in zip(header, row, strict=False) if field}
    spare = [cell for cell in row[len(header) :] if clean_name(cell)]
    if spare and header[-1] == "name":
        cells["name"] = clean_name(",".join((row[len(header) - 1], *spare)))  # "Brown, Ava" without quotation marks
    given, family = cells.get("given", ""), cells.get("family", "")
    if not given:
        given, family = split_name(cells.get("name", "")) if cells.get("name") else (family, "")
    if family and given.endswith(f" {family}"):  # the whole name in one column, the family name again in another
        given = given.removesuffix(f" {family}")
    return Pupil(given, family, cells.get("number", ""), cells.get("alias", ""), cells.get("grade", ""))


_WORDS = {_plain(word): field for field, words in _HEADERS.items() for word in words}
