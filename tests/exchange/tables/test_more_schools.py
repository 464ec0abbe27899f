"""Lists of systems and countries beside the frozen ones: what is said for sure is right, and little is asked."""

import csv
import io
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from board.exchange.tables.column import Column
from board.exchange.tables.columns import columns_of
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.table import table_of

_LISTS = tomllib.loads((Path(__file__).parent / "more_schools.toml").read_text("utf-8"))
_NOT_READ = {Meaning.PRIVATE, Meaning.UNUSED, Meaning.TEACHER, Meaning.SEAT}
_MATTERS = set(Meaning) - _NOT_READ - {Meaning.CLASS, Meaning.OTHER_ID}


class Understood(NamedTuple):
    """A column beside what it may rightly be taken for."""

    column: Column
    meant: set[Meaning]

    @property
    def is_right(self) -> bool:
        is_not_read = self.column.meaning in _NOT_READ and bool(self.meant & _NOT_READ)
        return self.column.meaning in self.meant or is_not_read

    @property
    def is_sure_and_wrong(self) -> bool:
        return self.column.is_sure and not self.is_right and bool({self.column.meaning, *self.meant} & _MATTERS)


def understood(name: str) -> list[Understood]:
    text = io.StringIO()
    csv.writer(text).writerows(line.split("|") for line in _LISTS[name]["list"].strip("\n").split("\n"))
    columns = columns_of(table_of(text.getvalue()))
    meant = [{Meaning(one) for one in may.split("|")} for may in _LISTS[name]["meanings"].split()]
    return [Understood(column, may) for column, may in zip(columns, meant, strict=True)]


@pytest.mark.parametrize("name", _LISTS)
def test_no_column_of_any_school_is_sure_and_wrong(name: str) -> None:
    assert [str(one.column) for one in understood(name) if one.is_sure_and_wrong] == []


def test_nearly_all_columns_are_understood_and_few_asked_about() -> None:
    columns = [one for name in _LISTS for one in understood(name)]
    wrong = [str(one.column) for one in columns if not one.is_right]
    assert len(columns) > 600
    assert len(wrong) <= 0.03 * len(columns), "\n".join(wrong)
    assert sum(not one.column.is_sure for one in columns) <= 0.1 * len(columns)
