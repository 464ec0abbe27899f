"""The headers of school systems in six languages, frozen before they were read: what is right, and what is sure and wrong.

Judged before anything was mended for them: of the open half no figure is kept, it was seen while the code was written; the
sealed half 323 of 429 columns right by name (75.3 %), 46 sure and wrong; the third set, written later by somebody else, 290 of
333 by name and 307 by what comes of it, 13 sure and wrong.
"""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from board.exchange.tables.column import Column
from board.exchange.tables.columns import columns_of
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.table import table_of

THIRD = "headers_third"
FILES = [file for folder in ("headers", THIRD) for file in sorted((Path(__file__).parent / folder).glob("*.json"))]
TAKEN = {
    *(Meaning.NAME, Meaning.GIVEN, Meaning.MIDDLE, Meaning.FAMILY, Meaning.SECOND_FAMILY, Meaning.PREFERRED),
    *(Meaning.SUFFIX, Meaning.ALIAS, Meaning.ID, Meaning.GRADE, Meaning.STATUS, Meaning.ROLE),
}
"""What a column decides about: who is taken, and what of them."""

NOT_READ = {Meaning.PRIVATE, Meaning.UNUSED, Meaning.TEACHER, Meaning.SEAT}
"""Nothing is read from these; which of them a column is called changes nothing for the class."""

IDS = {Meaning.ID, Meaning.OTHER_ID}


class Judged(NamedTuple):
    """A column beside what those who froze it say it means.

    Of two ids that every child has and no two share, either tells the children apart, and later lists are compared by both:
    to keep the other one moves no mark, so it is not sure and wrong.
    """

    file: str
    column: Column
    meant: Meaning
    tells_apart: bool

    @property
    def is_right(self) -> bool:
        return self.column.meaning is self.meant

    @property
    def comes_to_the_same(self) -> bool:
        return self.is_right or {self.column.meaning, self.meant} <= NOT_READ

    @property
    def is_sure_and_wrong(self) -> bool:
        said = {self.column.meaning, self.meant}
        is_other_id = said == IDS and self.tells_apart
        return self.column.is_sure and not self.is_right and bool(said & TAKEN) and not is_other_id

    def __str__(self) -> str:
        return f"{self.file}: {self.column.header!r} is {self.meant}, not {self.column.meaning} ({self.column.why})"


def text_of(known: dict[str, Any]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([known["header"], *known["rows"]])
    return text.getvalue()


def judged(file: Path) -> Iterator[Judged]:
    known = json.loads(file.read_text("utf-8"))
    columns = columns_of(table_of(text_of(known)))
    for column, meant in zip(columns, known["meanings"], strict=True):
        cells = [row[column.at] if column.at < len(row) else "" for row in known["rows"]]
        yield Judged(file.stem, column, Meaning(meant), all(cells) and len({*cells}) == len(cells))


def half(file: Path) -> str:
    """Give the half, or the third set, a file is of: systems and languages are numbered, and every second table was sealed."""
    if file.parent.name == THIRD:
        return "third"
    languages = ("en", "es", "fr", "de", "pt", "ja")
    system, language = int(file.stem[:2]), file.stem.rsplit("-", 1)[1]
    return "sealed" if (system + languages.index(language) + 1) % 2 == 0 else "open"


MOST_ASKED = {"open": 0.1, "sealed": 0.1, "third": 0.15}
"""Share of the columns that may be asked about; the third set has forms of parents, whose questions nobody knows."""

HALVES = sorted({half(file) for file in FILES})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_column_is_sure_and_wrong_about_who_is_taken(file: Path) -> None:
    assert [str(one) for one in judged(file) if one.is_sure_and_wrong] == []


@pytest.mark.parametrize("name", HALVES)
def test_nearly_all_columns_are_understood(name: str) -> None:
    columns = [one for file in FILES if half(file) == name for one in judged(file)]
    wrong = [str(one) for one in columns if not one.comes_to_the_same]
    strictly = sum(one.is_right for one in columns)
    assert len(columns) > 300
    figures = f"{strictly} of {len(columns)} by name, {len(columns) - len(wrong)} by what comes of it"
    assert len(wrong) <= 0.05 * len(columns), "\n".join([figures, *wrong])


@pytest.mark.parametrize("name", HALVES)
def test_few_columns_are_asked_about(name: str) -> None:
    columns = [one for file in FILES if half(file) == name for one in judged(file)]
    assert sum(not one.column.is_sure for one in columns) <= MOST_ASKED[name] * len(columns)


SYSTEMS = (
    *("PowerSchool", "Infinite Campus", "Skyward", "Google Classroom", "Canvas", "Moodle", "Microsoft Teams and Entra"),
    *("Aeries and Synergy", "SIMS, Arbor, Bromcom", "ClassDojo and Seesaw", "national systems", "teachers' own sheets"),
)
"""Whose lists the first two digits of a file's name number."""


def rows_of_the_page() -> Iterator[str]:
    """Give the rows of the table in docs/lists.md: each system, how its columns are understood, and which are asked about."""
    files = {
        name: [file for file in FILES if half(file) != "third" and int(file.name[:2]) == at]
        for at, name in enumerate(SYSTEMS, 1)
    }
    files["30 lists of other kinds"] = [file for file in FILES if half(file) == "third"]
    for name, ones in files.items():
        columns = [one for file in ones for one in judged(file)]
        right = sum(one.comes_to_the_same for one in columns)
        asked = [one.column.header or f"column {one.column.at + 1}" for one in columns if not one.column.is_sure]
        headers = ", ".join(f"`{header.replace('|', '/')}`" for header in asked)
        yield f"| {name} | {right} of {len(columns)} | {headers or 'none'} |"


def test_the_page_says_which_columns_are_asked_about() -> None:
    page = (Path(__file__).parents[3] / "docs" / "lists.md").read_text("utf-8")
    assert [row for row in rows_of_the_page() if row not in page] == []
