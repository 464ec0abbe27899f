"""Every kind of set: its classes to choose from, and of one of them its children and nobody else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from board.exchange.tables.left_out import Reason
from made_sets import (
    CALLED,
    CLEVER,
    ONE_ROSTER_1,
    ONE_ROSTER_2,
    PREFERRED,
    SDS_1,
    SDS_2,
    SECRET,
    SORTS,
    Files,
    School,
    put_folder,
    put_zip,
)
from sets_read import gone, here, looked_at


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("statuses", [False, True])
@pytest.mark.parametrize("put", [put_folder, put_zip])
def test_a_class_has_its_children_with_their_names_and_nobody_else(
    sort: str, statuses: bool, put: Callable[[Files, Path], Path], tmp_path: Path
) -> None:
    school = School(sort, 100, statuses)
    found = looked_at(put(school.files(), tmp_path / "set.zip"))
    assert found.called == CALLED.get(sort, sort)
    assert found.overview.students == 100 - sum(map(school.is_gone, range(100)))
    for home in range(school.homes()):
        truth = school.truth(home)
        reading = found.reading(school.home_id(home))
        assert here(reading) == truth.children
        assert gone(reading) == truth.gone
        assert f"{len(truth.children)} of {found.overview.students} students." in reading.remarks


@pytest.mark.parametrize("sort", SORTS)
def test_classes_stand_in_order_with_their_teachers_and_how_many_children(sort: str, tmp_path: Path) -> None:
    school = School(sort, 100)
    found = {one.id: one for one in looked_at(put_folder(school.files(), tmp_path)).classes()}
    assert [one.title.casefold() for one in found.values()] == sorted(one.title.casefold() for one in found.values())
    assert len(found) == 5 + 3 * 3
    for home in range(school.homes()):
        truth, one = school.truth(home), found[school.home_id(home)]
        assert (one.title, one.teachers, one.students) == (truth.title, truth.teachers, len(truth.children))
        assert one.grades


@pytest.mark.parametrize("sort", SORTS)
def test_nothing_private_is_read(sort: str, tmp_path: Path) -> None:
    school = School(sort, 30)
    found = looked_at(put_folder(school.files(), tmp_path))
    assert SECRET in "".join(file.read_text() for file in tmp_path.iterdir())
    assert SECRET not in repr(found)
    assert SECRET not in repr([found.reading(one.id) for one in found.classes()])


@pytest.mark.parametrize("sort", [ONE_ROSTER_1, ONE_ROSTER_2, SDS_2])
def test_teachers_of_a_class_are_left_out_and_said(sort: str, tmp_path: Path) -> None:
    school = School(sort, 30)
    reading = looked_at(put_folder(school.files(), tmp_path)).reading(school.home_id(0))
    adults = [one.text for one in reading.left_out if one.reason is Reason.ADULT]
    assert adults == list(school.truth(0).teachers)


def test_a_preferred_name_is_what_the_child_is_called_and_a_blank_one_is_not(tmp_path: Path) -> None:
    school = School(ONE_ROSTER_2, 24)
    reading = looked_at(put_folder(school.files(), tmp_path)).reading(school.home_id(0))
    first_names = {one.ids[0]: one.name.first for one in reading.people}
    assert first_names[school.child_id(PREFERRED)] == "Kit"
    assert first_names[school.child_id(0)] == "Ava"
    assert list(first_names.values()).count("Kit") == 1


def test_kindergarten_is_zero_only_for_clever(tmp_path: Path) -> None:
    school = School(CLEVER, 24)
    reading = looked_at(put_folder(school.files(), tmp_path)).reading(school.home_id(0))
    assert {one.grade for one in reading.people} == {"K"}


def test_a_number_that_is_somebody_elses_id_is_no_second_id(tmp_path: Path) -> None:
    """As in Microsoft's own sample: the student number of one child is the SIS ID of another."""
    files = dict(School(SDS_1, 24).files())
    header, *rows = [list(row) for row in files["Student.csv"]]
    rows[1][8], rows[3][8], rows[4][8], rows[6][8] = rows[2][0], "n3", "double", "double"
    reading = looked_at(put_folder(files | {"Student.csv": [header, *rows]}, tmp_path)).reading("cls-00000")
    ids = {one.ids[0]: one.ids[1:] for one in reading.people}
    assert ids["000001"] == ids["000004"] == ids["000006"] == ()
    assert ids["000003"] == ("n3",)


def test_columns_are_shown_with_what_they_mean_and_the_private_ones_empty(tmp_path: Path) -> None:
    school = School(SDS_2, 24)
    reading = looked_at(put_folder(school.files(), tmp_path)).reading(school.home_id(0))
    meanings = {column.header: column.meaning.value for column in reading.columns}
    assert meanings["givenName"] == "given"
    assert meanings["password"] == "unused"
    assert all(column.is_sure and column.why for column in reading.columns)
    assert reading.first_rows[0][: len(meanings)] == ("usr-000000", "", "Ava", "Brown A", "Jane", "", "", "")


@pytest.mark.parametrize("sort", SORTS)
def test_next_months_set_knows_every_child_by_the_same_id(sort: str, tmp_path: Path) -> None:
    """A surname changes, a child comes: the ids of all others stay."""
    school = School(sort, 24)
    before = here(looked_at(put_folder(school.files(), tmp_path)).reading(school.home_id(0)))
    later = {
        name: [[cell.replace("Brown A", "Cole") for cell in row] for row in rows]
        for name, rows in school.files().items()
    }
    after = here(looked_at(put_folder(later, tmp_path)).reading(school.home_id(0)))
    assert before.keys() == after.keys()
    assert [after[child] for child in before if after[child] != before[child]] == ["Ava Jane Cole"]
