"""Rosters: the names of a class as schools export them."""

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from board.errors import Refusal
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
    ),
    "given": (
        *("first", "firstname", "given", "givenname", "forename", "preferredname", "preferredfirstname"),
        *("vorname", "prenom", "nombre", "nome"),
    ),
    "family": ("last", "lastname", "family", "familyname", "surname", "nachname", "nom", "apellido", "apellidos"),
    "number": ("id", "studentid", "number", "studentnumber", "sisid", "pupilid", "localid", "upn"),
    "alias": ("alias", "nickname", "codename", "displayname"),
    "grade": ("grade", "gradelevel", "year", "yeargroup", "class", "klasse"),
}
"""Header words we know, without spaces, signs and accents, in small letters."""

_WORDS = {word: field for field, words in _HEADERS.items() for word in words}

_TITLE_LINES = 10
"""Lines a school's program may put above the header."""


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
        path: The file, in UTF-8, UTF-16 with its mark, or the old Windows code page.

    Raises:
        BadRoster: No names can be read from it.
    """
    if path.suffix.lower() == ".toml":
        raise BadRoster(f"{path} looks like a unit file; import it with: board unit {path.name}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadRoster(f"{path} can't be read ({(error.strerror or 'unknown reason').lower()}).") from error
    roster = parse_roster(_decoded(data, path))
    if not roster.pupils:
        raise BadRoster(f"{path} holds no names; write one student a line, with a header such as name or first,last.")
    return roster


def _decoded(data: bytes, path: Path) -> str:
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadRoster(f"{path} is not a text file; export the list as CSV and try that file.")
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadRoster(f"{path} is not a text file; export the list as CSV in UTF-8 and try that file.")


def parse_roster(text: str) -> Roster:
    """Read the rows of a roster.

    Raises:
        BadRoster: The header names no column with names.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        rows = [row for row in csv.reader(io.StringIO(lines), delimiter=_delimiter(lines)) if any(map(str.strip, row))]
    except csv.Error as error:
        raise BadRoster(f"The roster can't be read as CSV ({error}); save it as CSV again.") from error
    at = _header_at(rows)
    if at is None:
        return Roster(tuple(pupil for pupil in map(_bare_pupil, rows) if pupil.given))
    header = _fields(rows[at])
    if "name" not in header and "given" not in header:
        raise BadRoster(
            "The roster's header has no column with names; call one of them name, or two of them first and last."
        )
    read = [_pupil(header, row) for row in rows[at + 1 :]]
    return Roster(tuple(pupil for pupil in read if pupil.given), tuple(_remarks(rows, at, header, read)))


def _header_at(rows: Sequence[Sequence[str]]) -> int | None:
    """Find the header: the first row if it has a word we know, else a later one that is clearly one."""
    for at, row in enumerate(rows[:_TITLE_LINES]):
        known = [field for field in _fields(row) if field]
        if known and (at == 0 or len(known) > 1 or len(row) == 1):
            return at
    return None


def _fields(row: Sequence[str]) -> list[str | None]:
    """Give what each column of a header holds; where only given names have a name, "name" means the family's."""
    fields = [_WORDS.get(_plain(cell)) for cell in row]
    if "given" in fields and "family" not in fields:
        return ["family" if field == "name" else field for field in fields]
    return fields


def _remarks(
    rows: Sequence[Sequence[str]], at: int, header: Sequence[str | None], read: Sequence[Pupil]
) -> Iterator[str]:
    if at:
        yield f"{at} line{'s' if at > 1 else ''} above the header left out."
    unknown = [cell.strip() for cell, field in zip(rows[at], header, strict=True) if not field and cell.strip()]
    if unknown:
        yield f"Columns not used: {', '.join(unknown)}."
    nameless = sum(not pupil.given for pupil in read)
    if nameless:
        yield f"{nameless} line{'s' if nameless > 1 else ''} without a name left out."


def _delimiter(lines: str) -> str:
    counts = Counter(char for char in "".join(lines.split("\n")[: _TITLE_LINES + 1]) if char in ",;\t")
    return max(counts, key=lambda char: counts[char]) if counts else ","


def _plain(cell: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", cell).lower() if char.isalnum())


def _bare_pupil(row: Sequence[str]) -> Pupil:
    """Read a row nobody has described: a name, or first and last name; "Brown, Ava" typed with its space is turned."""
    number = next((cell.strip() for cell in row if cell.strip().isdecimal()), "")
    cells = [cell for cell in row if cell.strip() and not cell.strip().isdecimal()]
    names = [clean_name(cell) for cell in cells]
    if not names:
        return Pupil("", "")
    if len(names) == 1:
        return Pupil(*split_name(names[0]), number)
    typed_last_first = cells[1].startswith(" ")
    return Pupil(names[typed_last_first], names[not typed_last_first], number)


def _pupil(header: Sequence[str | None], row: Sequence[str]) -> Pupil:
    cells = {field: clean_name(cell) for field, cell in zip(header, row, strict=False) if field}
    if len(row) > len(header) and header[-1] == "name":
        cells["name"] = clean_name(",".join(row[len(header) - 1 :]))  # "Brown, Ava" without quotation marks
    given, family = cells.get("given", ""), cells.get("family", "")
    if not given:
        given, family = split_name(cells.get("name", "")) if cells.get("name") else (family, "")
    return Pupil(given, family, cells.get("number", ""), cells.get("alias", ""), cells.get("grade", ""))
