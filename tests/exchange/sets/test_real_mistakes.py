"""What real sets get wrong, one mistake or many at a time: the same children, or one sentence."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.errors import Refusal
from board.exchange.sets.school_set import set_at
from made_sets import (
    ONE_ROSTER_1,
    ONE_ROSTER_2,
    SECRET,
    SORTS,
    TODAY,
    School,
    as_csv,
    put_bytes,
    put_folder,
)
from sets_read import gone, here, looked_at

Tables = dict[str, list[list[str]]]
Change = Callable[[Tables, random.Random], Tables]
AsBytes = Callable[[str], bytes]
AsNames = Callable[[str], str]

STUDENTS = 49


def tables_of(school: School) -> Tables:
    return {name: [list(row) for row in rows] for name, rows in school.files().items()}


def each(change: Callable[[list[list[str]], random.Random], list[list[str]]]) -> Change:
    """Change every file of the set."""
    return lambda tables, chance: {name: change(rows, chance) for name, rows in tables.items()}


def _headers(spelled: Callable[[str], str]) -> Change:
    return each(lambda rows, _: [list(map(spelled, rows[0])), *rows[1:]])


def _columns_shuffled(rows: list[list[str]], chance: random.Random) -> list[list[str]]:
    order = chance.sample(range(len(rows[0])), len(rows[0]))
    return [[row[at] for at in order] for row in rows]


def _rows_shuffled(rows: list[list[str]], chance: random.Random) -> list[list[str]]:
    return [rows[0], *chance.sample(rows[1:], len(rows) - 1)]


def _cells(column: str, change: Callable[[str], str]) -> Change:
    """Change a column wherever there is one."""

    def changed(rows: list[list[str]], _: random.Random) -> list[list[str]]:
        if column not in rows[0]:
            return rows
        at = rows[0].index(column)
        return [rows[0], *([*row[:at], change(row[at]), *row[at + 1 :]] for row in rows[1:])]

    return each(changed)


def _day_first(text: str) -> str:
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    return f"{int(day)}/{month}/{year}" if day else text


def _orphans(tables: Tables, _: random.Random) -> Tables:
    """A place in a class for somebody nobody knows, and one in a class nobody knows."""
    name = next(name for name in tables if "enrollment" in name.lower())
    header, *rows = tables[name]
    keys = ("classSourcedId", "Section_id", "Section SIS ID"), ("userSourcedId", "Student_id", "SIS ID")
    in_class, person = (next(header.index(key) for key in some if key in header) for some in keys)
    first, second = list(rows[-1]), list(rows[-1])
    first[person], second[in_class] = "nobody", "no class"
    return tables | {name: [header, *rows, first, second]}


MISTAKES: dict[str, Change] = {
    "roles with capitals": _cells("role", str.capitalize),
    "days as 1/05/2023": _cells("endDate", _day_first),
    "days with a time": _cells("endDate", lambda day: day and f"{day}T00:00:00.000Z"),
    "NULL for nothing": _cells("middleName", lambda cell: cell or "NULL"),
    "places of nobody": _orphans,
    "capitals": _headers(str.upper),
    "small letters": _headers(str.lower),
    "blanks in the header": _headers(lambda cell: f" {cell} "),
    "underscores": _headers(lambda cell: cell.replace(" ", "_")),
    "prefferedGivenName": _headers(lambda cell: cell.replace("preferredGiven", "prefferedGiven")),
    "dataLastModified": _headers(lambda cell: cell.replace("dateLast", "dataLast")),
    "sourceId": _headers(lambda cell: cell.replace("sourcedId", "sourceId").replace("SourcedId", "SourceId")),
    "termSourcedId without its s": _headers(lambda cell: cell.replace("termSourcedIds", "termSourcedId")),
    "two empty header cells": each(lambda rows, _: [[*row, "", ""] for row in rows]),
    "an unnamed column in front": each(lambda rows, _: [["", *rows[0]], *(["7", *row] for row in rows[1:])]),
    "columns of their own": each(lambda rows, _: [[*rows[0], "metadata.pin"], *([*row, SECRET] for row in rows[1:])]),
    "columns in another order": each(_columns_shuffled),
    "rows in another order": each(_rows_shuffled),
    "every row twice": each(lambda rows, _: [rows[0], *rows[1:], *rows[1:]]),
    "blanks around cells": each(lambda rows, _: [rows[0], *([f" {cell} " for cell in row] for row in rows[1:])]),
    "empty cells left off": each(lambda rows, _: [_without_end(row) for row in rows]),
    "blank lines": each(lambda rows, _: [rows[0], *(row for one in rows[1:] for row in (one, []))]),
}
"""In the order in which several of them come together."""

BYTES: dict[str, AsBytes] = {
    "as it should be": lambda text: text.encode(),
    "a mark in front": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "the old Windows letters": lambda text: text.encode("cp1252"),
    "bare CR": lambda text: text.replace("\r\n", "\r").encode(),
    "LF": lambda text: text.replace("\r\n", "\n").encode(),
    "no final line end": lambda text: text.removesuffix("\r\n").encode(),
    "sep=": lambda text: f"sep=,\r\n{text}".encode(),
}
"""Ways to write a table; each file of a set may have another one."""

NAMES: dict[str, AsNames] = {
    "as it should be": lambda name: name,
    "capitals": str.upper,
    "a folder": lambda name: f"export 2026/{name}",
    "backslashes": lambda name: f"export\\deep\\{name}",
}


def _without_end(row: Sequence[str]) -> list[str]:
    filled = list(row)
    while filled and not filled[-1]:
        filled.pop()
    return filled


def written(tables: Tables, kinds: Sequence[str], names: str, out: Path, delimiter: str = ",") -> Path:
    """Write a set as a zip, each file in one of the ways, beside what Macs put there."""
    files = {
        NAMES[names](name): BYTES[kinds[at % len(kinds)]](as_csv(rows, delimiter=delimiter))
        for at, (name, rows) in enumerate(tables.items())
    }
    return put_bytes(files | {"__MACOSX/._users.csv": b"\0\5\x16\7", ".DS_Store": b"\0", "read me.txt": b"hello"}, out)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_of_real_programs_changes_no_child(sort: str, mistake: str, tmp_path: Path) -> None:
    school = School(sort, STUDENTS, statuses=True)
    tables = MISTAKES[mistake](tables_of(school), random.Random(1))
    found = looked_at(written(tables, ["as it should be"], "as it should be", tmp_path / "set.zip"))
    for home in range(school.homes()):
        reading, truth = found.reading(school.home_id(home)), school.truth(home)
        assert here(reading) == truth.children
        assert gone(reading) == truth.gone


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("kind", BYTES)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_letters_and_delimiters_change_no_child(sort: str, kind: str, delimiter: str, tmp_path: Path) -> None:
    school = School(sort, STUDENTS)
    found = looked_at(written(tables_of(school), [kind], "as it should be", tmp_path / "set.zip", delimiter))
    assert here(found.reading(school.home_id(0))) == school.truth(0).children


@given(st.data())
def test_any_mistakes_together_give_the_same_children(data: st.DataObject) -> None:
    school = School(data.draw(st.sampled_from(SORTS)), STUDENTS, data.draw(st.booleans()))
    tables, chance = tables_of(school), random.Random(data.draw(st.integers(0, 99)))
    made = data.draw(st.sets(st.sampled_from(sorted(MISTAKES)), max_size=4))
    for mistake in filter(made.__contains__, MISTAKES):
        tables = MISTAKES[mistake](tables, chance)
    kinds = data.draw(st.lists(st.sampled_from(sorted(BYTES)), min_size=1, max_size=4))
    with TemporaryDirectory() as folder:
        path = written(tables, kinds, data.draw(st.sampled_from(sorted(NAMES))), Path(folder) / "set.zip")
        try:
            found = looked_at(path)
            for home in range(school.homes()):
                reading, truth = found.reading(school.home_id(home)), school.truth(home)
                assert here(reading) == truth.children
                assert gone(reading) == truth.gone
        except Refusal as refusal:
            assert_one_sentence(refusal)


@given(st.data())
def test_a_damaged_set_gives_no_child_of_another_class_and_no_fault(data: st.DataObject) -> None:
    school = School(data.draw(st.sampled_from(SORTS)), STUDENTS)
    files = {name: as_csv(rows).encode() for name, rows in school.files().items()}
    name = data.draw(st.sampled_from(sorted(files)))
    at = data.draw(st.integers(0, len(files[name])))
    put_in = data.draw(st.sampled_from([b'"', b"\n", b"\r", b"\0", b"\xff", b"\xed\xa0\x80", b'"""', b"\x1b[2J"]))
    broken_off = data.draw(st.booleans())
    files[name] = files[name][:at] + (b"" if broken_off else put_in + files[name][at:])
    with TemporaryDirectory() as folder:
        try:
            found = set_at(put_bytes(files, Path(folder) / "set.zip"), TODAY)
            assert found is not None
            for one in found.classes():
                reading = found.reading(one.id)
                home = next((home for home in range(school.homes()) if school.home_id(home) == one.id), None)
                assert home is None or here(reading).keys() <= school.everybody(home)
        except Refusal as refusal:
            assert_one_sentence(refusal)


@given(st.data())
def test_a_zip_with_bytes_changed_gives_a_sentence_or_a_set(data: st.DataObject) -> None:
    school = School(ONE_ROSTER_1, 24)
    with TemporaryDirectory() as folder:
        path = put_bytes({name: as_csv(rows).encode() for name, rows in school.files().items()}, Path(folder) / "s.zip")
        whole = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(whole[: data.draw(st.sampled_from([len(whole), len(whole) // 2]))])
        try:
            found = set_at(path, TODAY)
            assert found is not None
            for one in found.classes():
                found.reading(one.id)
        except Refusal as refusal:
            assert_one_sentence(refusal)


def assert_one_sentence(refusal: Refusal) -> None:
    said = str(refusal)
    assert said.endswith(".")
    assert ". " not in said.replace(".csv ", " ").replace(".zip ", " ")


def test_the_manifest_is_not_believed_about_the_version(tmp_path: Path) -> None:
    school = School(ONE_ROSTER_2, 24)
    assert ["oneroster.version", "1.1"] in list(school.files()["manifest.csv"])
    assert looked_at(put_folder(school.files(), tmp_path)).called == "OneRoster 1.2"


def test_a_quotation_mark_that_swallows_rows_is_refused(tmp_path: Path) -> None:
    text = as_csv(School(ONE_ROSTER_1, 24).files()["users.csv"]).replace(",Ava,", ',"Ava,', 2)
    put_folder(School(ONE_ROSTER_1, 24).files(), tmp_path)
    (tmp_path / "users.csv").write_text(text)
    with pytest.raises(Refusal, match=r"A quotation mark in line \d+ of users.csv is never closed"):
        set_at(tmp_path, TODAY)


def test_a_set_that_breaks_off_is_refused(tmp_path: Path) -> None:
    """The last child would be without the day on which it left the class."""
    put_folder(School(ONE_ROSTER_1, 8).files(), tmp_path)
    text = (tmp_path / "enrollments.csv").read_text()
    (tmp_path / "enrollments.csv").write_text(text[: text.rindex("student") + 3])
    with pytest.raises(Refusal, match=r"enrollments.csv breaks off in its last line; export the set once more."):
        set_at(tmp_path, TODAY)


def test_a_row_with_a_cell_too_many_is_left_out_and_nobody_is_missed(tmp_path: Path) -> None:
    """A comma without quotation marks: nobody knows which cell is which."""
    school = School(ONE_ROSTER_1, 24)
    tables = tables_of(school)
    child = next(row for row in tables["users.csv"] if row[0] == school.child_id(2))
    child.insert(6, "Jr.")
    reading = looked_at(put_folder(tables, tmp_path)).reading(school.home_id(0))
    assert school.child_id(2) not in here(reading)
    assert [one.reason.value for one in reading.left_out if one.reason.value != "adult"][:1] == ["no_name"]
    assert not reading.is_complete
