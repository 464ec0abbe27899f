"""Where sets lie: folders, zips, zips that are none, and single files that need others."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from board.errors import Refusal
from board.exchange.sets.lone_file import lone_file
from board.exchange.sets.school_set import set_at
from made_sets import CLEVER, ONE_ROSTER_1, SORTS, TODAY, School, as_csv, put_bytes, put_folder, put_zip
from sets_read import here, looked_at

SCHOOL = School(ONE_ROSTER_1, 24)


def files() -> dict[str, bytes]:
    return {name: as_csv(rows).encode() for name, rows in SCHOOL.files().items()}


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as told:
        set_at(path, TODAY)
    return str(told.value).replace(str(path), "IT")


def test_a_plain_list_is_no_set(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("name\nAva Brown\n")
    assert set_at(tmp_path / "names.csv", TODAY) is None


def test_a_workbook_is_no_set(tmp_path: Path) -> None:
    put_bytes({"xl/workbook.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}, tmp_path / "list.xlsx")
    assert set_at(tmp_path / "list.xlsx", TODAY) is None


def test_a_set_in_a_folder_in_the_folder_is_found(tmp_path: Path) -> None:
    put_folder(SCHOOL.files(), tmp_path / "export")
    (tmp_path / "__MACOSX").mkdir()
    assert len(here(looked_at(tmp_path).reading("cls-00000"))) == 22


def test_a_link_somebody_names_is_followed_and_links_inside_are_not(tmp_path: Path) -> None:
    put_folder(SCHOOL.files(), tmp_path / "real")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert looked_at(tmp_path / "link").classes()
    put_zip(SCHOOL.files(), tmp_path / "set.zip")
    (tmp_path / "link.zip").symlink_to(tmp_path / "set.zip")
    assert looked_at(tmp_path / "link.zip").classes()
    (tmp_path / "real" / "users.csv").rename(tmp_path / "elsewhere.csv")
    (tmp_path / "real" / "users.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert "without users.csv" in refused(tmp_path / "real")


def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "set.zip")
    assert refused(tmp_path / "set.zip") == "IT can't be read (it is no file)."


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / "set.zip") == "IT can't be read (no such file or directory)."


def test_what_macs_lay_beside_each_file_is_no_second_set(tmp_path: Path) -> None:
    beside = {f"__MACOSX/._{name}": data for name, data in files().items()}
    assert looked_at(put_bytes(files() | beside, tmp_path / "set.zip")).overview.students == 24


def test_a_zip_with_backslashes_is_read(tmp_path: Path) -> None:
    named = {f"export\\deep\\{name}": data for name, data in files().items()}
    assert looked_at(put_bytes(named, tmp_path / "set.zip")).overview.students == 24


@pytest.mark.parametrize("rows", ["", "\r\nu1,,,\r\nu2"])
def test_an_end_without_a_line_end_is_no_end_broken_off(rows: str, tmp_path: Path) -> None:
    put_folder(SCHOOL.files(), tmp_path)
    (tmp_path / "users.csv").write_text("sourcedId,givenName,familyName,role,grades" + rows)
    assert looked_at(tmp_path).overview.students == 0


def test_two_sets_in_one_zip_are_not_mixed(tmp_path: Path) -> None:
    both = {f"{year}/{name}": data for year in (2025, 2026) for name, data in files().items()}
    assert "holds several sets" in refused(put_bytes(both, tmp_path / "set.zip"))


def test_a_copy_with_a_number_is_not_read_beside_the_file_itself(tmp_path: Path) -> None:
    old = as_csv(School(ONE_ROSTER_1, 48).files()["users.csv"]).encode()
    found = looked_at(put_bytes(files() | {"users-1.csv": old}, tmp_path / "set.zip"))
    assert found.overview.students == 24


def test_a_file_in_pieces_is_read_whole(tmp_path: Path) -> None:
    header, *rows = as_csv(SCHOOL.files()["users.csv"]).splitlines(keepends=True)
    pieces = {f"users-{number}.csv": (header + "".join(rows[number - 1 :: 2])).encode() for number in (1, 2)}
    whole = {name: data for name, data in files().items() if name != "users.csv"}
    assert looked_at(put_bytes(whole | pieces, tmp_path / "set.zip")).overview.students == 24


@pytest.mark.parametrize("name", ["users.csv", "classes.csv", "enrollments.csv"])
def test_what_is_missing_in_a_set_is_named(name: str, tmp_path: Path) -> None:
    part = {other: data for other, data in files().items() if other != name}
    told = refused(put_bytes(part, tmp_path / "set.zip"))
    assert told == f"IT is a OneRoster set without {name}; ask for the whole set."


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["oct.txt"], "IT holds one list, oct.txt, and no set of a school; give the list itself."),
        (
            ["a.csv", "b.txt"],
            "IT holds 2 lists, such as a.csv and b.txt, and no set of a school; give one of them itself.",
        ),
        (
            ["a.JPG", "b.png"],
            "IT holds pictures and no set of a school; give the list itself, or the folder or zip a set came in.",
        ),
        ([], "IT holds no files; give the list itself, or the folder or zip a school's set came in."),
        (
            ["list.xlsx"],
            "IT holds list.xlsx and no lists; save the list as CSV, or give the folder or zip a school's set came in.",
        ),
    ],
)
def test_what_lies_where_no_set_lies_is_said(names: list[str], told: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name in names:
        (tmp_path / "folder" / name).write_text("Ava Brown")
    assert refused(tmp_path / "folder") == told
    assert refused(put_bytes(dict.fromkeys(names, b"Ava Brown"), tmp_path / "set.zip")) == told


def test_files_of_two_kinds_of_sets_in_one_folder_are_not_chosen_between(tmp_path: Path) -> None:
    put_folder(School(ONE_ROSTER_1, 24).files(), tmp_path)
    put_folder({name: rows for name, rows in School(CLEVER, 24).files().items() if name != "enrollments.csv"}, tmp_path)
    assert refused(tmp_path) == (
        "IT holds the files of several sets of a school, OneRoster and Clever; give a folder with those of one."
    )


def test_many_files_that_are_small_when_packed_are_refused_before_they_are_read(tmp_path: Path) -> None:
    pieces = {f"users_{number}.csv": b"sourcedId,givenName\n" + b"\n" * (1 << 20) for number in range(60)}
    whole = {name: data for name, data in files().items() if name != "users.csv"}
    told: list[float] = []
    with pytest.raises(Refusal, match="would grow out of all bounds"):
        set_at(put_bytes(whole | pieces, tmp_path / "set.zip"), TODAY, told.append)
    assert not told


def test_more_pieces_than_a_set_has_are_refused(tmp_path: Path) -> None:
    pieces = {f"users_{number}.csv": b"sourcedId,givenName\n" for number in range(300)}
    whole = {name: data for name, data in files().items() if name != "users.csv"}
    assert "would grow out of all bounds" in refused(put_bytes(whole | pieces, tmp_path / "set.zip"))


@pytest.mark.parametrize("fault", [OSError("the pipe broke"), RuntimeError("somebody else's")])
@pytest.mark.parametrize("put", [put_folder, put_zip])
def test_a_fault_of_whoever_looks_on_is_not_said_of_the_set(
    fault: Exception, put: Callable[..., Path], tmp_path: Path
) -> None:
    def look_on(_share: float) -> None:
        raise fault

    with pytest.raises(type(fault), match=str(fault)):
        set_at(put(SCHOOL.files(), tmp_path / "set.zip"), TODAY, look_on)


@pytest.mark.parametrize(("column", "said"), [("classSourcedId", "class"), ("userSourcedId", "person")])
def test_a_column_without_which_nobody_is_placed_is_named(column: str, said: str, tmp_path: Path) -> None:
    put_folder(SCHOOL.files(), tmp_path)
    text = (tmp_path / "enrollments.csv").read_text()
    (tmp_path / "enrollments.csv").write_text(text.replace(column, "reference"))
    assert refused(tmp_path) == (
        f"enrollments.csv has no column for the id of a {said}; export the set once more, with all its columns."
    )


def test_a_set_without_rows_has_no_classes(tmp_path: Path) -> None:
    put_folder({name: [next(iter(rows))] for name, rows in SCHOOL.files().items()}, tmp_path)
    assert looked_at(tmp_path).classes() == ()


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    put_folder(SCHOOL.files(), tmp_path)
    (tmp_path / "users.csv").write_bytes(b"")
    assert refused(tmp_path).startswith("users.csv has no column")


def test_a_line_without_an_end_does_not_fill_the_memory(tmp_path: Path) -> None:
    put_folder(SCHOOL.files(), tmp_path)
    with (tmp_path / "users.csv").open("a") as file:
        file.write("x," * (1 << 20))
    assert refused(tmp_path) == "users.csv has a line without an end; export the set once more."


def test_a_class_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="has no class c9; choose one of its 4 classes"):
        looked_at(put_folder(SCHOOL.files(), tmp_path)).reading("c9")


def test_a_set_that_went_away_is_refused(tmp_path: Path) -> None:
    found = looked_at(put_zip(SCHOOL.files(), tmp_path / "set.zip"))
    (tmp_path / "set.zip").write_text("name\nAva")
    with pytest.raises(Refusal):
        found.reading("cls-00000")


def _locked(path: Path) -> None:
    """Say of every file of a zip that it is locked, as packers write it."""
    data = bytearray(path.read_bytes())
    at = -1
    while (at := data.find(b"PK\1\2", at + 1)) >= 0:
        data[at + 8] |= 1
    path.write_bytes(data)


def _dense(path: Path) -> None:
    put_bytes(files() | {"users.csv": b"0" * (8 << 20)}, path)


def _oddly_packed(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("users.csv", b"sourcedId\n")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def _rotten(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        begin = packed.getinfo("users.csv").header_offset
    data = bytearray(path.read_bytes())
    data[begin + 100 : begin + 160] = bytes(60)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (_locked, "IT is locked with a password; unpack it, and give the folder."),
        (_dense, "IT would grow out of all bounds while it is read, users.csv most of all; nothing was read."),
        (_oddly_packed, "IT is packed in a way the board can't read; unpack it, and give the folder."),
        (_cut, "IT is no zip, damaged or not all here yet; wait for it, or use another copy."),
        (_rotten, "IT is no zip, damaged or not all here yet; wait for it, or use another copy."),
    ],
)
def test_a_zip_that_can_not_be_read_gets_one_sentence(harm: Callable[[Path], None], told: str, tmp_path: Path) -> None:
    path = put_zip(SCHOOL.files(), tmp_path / "set.zip")
    harm(path)
    assert refused(path) == told


def test_how_far_it_is_only_grows_and_ends_at_one(tmp_path: Path) -> None:
    told: list[float] = []
    found = set_at(put_zip(School(ONE_ROSTER_1, 3000).files(), tmp_path / "set.zip"), TODAY, told.append)
    assert found is not None
    assert len(told) > 10
    assert told == sorted(told)
    assert told[0] >= 0
    assert told[-1] == 1
    told.clear()
    found.reading("cls-00000", told.append)
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize("sort", SORTS)
def test_a_lone_file_says_what_it_is_and_what_it_needs(sort: str) -> None:
    for name, rows in School(sort, 24).files().items():
        found = lone_file(name, next(iter(rows)))
        assert found is not None, name
        assert found.has_children == (name in ("users.csv", "students.csv", "Student.csv"))
        assert found.said.startswith(f"{name} is one file of a ")
        assert name not in found.said.removeprefix(name)


def test_a_lone_file_of_classes_names_the_others() -> None:
    found = lone_file("classes.csv", ["sourcedId", "orgSourcedId", "title", "sessionSourcedIds", "courseSourcedId"])
    assert found is not None
    assert found.said == (
        "classes.csv is one file of a OneRoster set and holds no students; "
        "give the folder or the zip it came in, with users.csv and enrollments.csv."
    )


@pytest.mark.parametrize(
    "header",
    [
        ["name"],
        ["First Name", "Last Name", "Student ID"],
        ["SIS ID", "First Name", "Last Name"],
        ["SIS ID", "Name"],
        ["Student ID", "Section ID", "Student Name"],
        ["Name", "Section ID", "Teacher ID", "School ID"],
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"],
        ["title", "name"],
        ["Brown, Ava"],
        [],
    ],
)
def test_a_list_of_names_is_no_lone_file(header: list[str]) -> None:
    assert lone_file("list.csv", header) is None
