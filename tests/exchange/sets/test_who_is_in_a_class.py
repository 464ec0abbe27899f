"""Who counts as a child of a class: days, statuses, roles, and sets that hold only what has changed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.exchange.lists.reading import Reading
from board.exchange.sets.said_by_schools import Stay, days_of, stay_of
from board.exchange.tables.left_out import Reason
from made_sets import TODAY, put_folder
from sets_read import gone, here, looked_at

CLASSES = [["sourcedId", "title"], ["c1", "Room 12"]]
USERS = ["sourcedId", "givenName", "familyName", "role", "status"]
PLACES = ["classSourcedId", "userSourcedId", "role", "status", "beginDate", "endDate"]


def read(folder: Path, users: list[list[str]], places: list[list[str]], **others: list[list[str]]) -> Reading:
    """Read the one class of a small OneRoster set."""
    more = {f"{name}.csv": rows for name, rows in others.items()}
    files = {"classes.csv": CLASSES, "users.csv": [USERS, *users], "enrollments.csv": [PLACES, *places]}
    return looked_at(put_folder(files | more, folder)).reading("c1")


AVA, BEN = ["u1", "Ava", "Brown", "student", ""], ["u2", "Ben", "Ng", "student", ""]


def place(person: str = "u1", role: str = "student", status: str = "", begin: str = "", end: str = "") -> list[str]:
    return ["c1", person, role, status, begin, end]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-05-01", [date(2026, 5, 1)]),
        ("20260501", [date(2026, 5, 1)]),
        ("2026/5/1", [date(2026, 5, 1)]),
        ("2026-05-01T00:00:00.000Z", [date(2026, 5, 1)]),
        ("1/05/2026", [date(2026, 1, 5), date(2026, 5, 1)]),
        ("13/05/2026", [date(2026, 5, 13)]),
        ("5/13/26", [date(2026, 5, 13)]),
        ("1.5.2026", [date(2026, 1, 5), date(2026, 5, 1)]),
        ("0000-00-00", []),
        ("soon", []),
        ("", []),
    ],
)
def test_days_are_read_as_schools_write_them(text: str, days: list[date]) -> None:
    assert list(days_of(text)) == days


@given(st.text(max_size=12), st.text(max_size=12))
def test_what_is_no_day_takes_nobody_out(begin: str, end: str) -> None:
    if not days_of(begin) and not days_of(end):
        assert stay_of(begin, end, TODAY) is Stay.NOW


def test_the_last_day_is_no_longer_in_the_class() -> None:
    assert stay_of("", TODAY.isoformat(), TODAY) is Stay.OVER
    assert stay_of("", (TODAY + timedelta(1)).isoformat(), TODAY) is Stay.NOW
    assert stay_of(TODAY.isoformat(), "", TODAY) is Stay.NOW
    assert stay_of((TODAY + timedelta(1)).isoformat(), "", TODAY) is Stay.LATER


def test_a_day_that_may_be_two_days_takes_nobody_out() -> None:
    assert stay_of("", "11/12/2026", TODAY) is Stay.NOW
    assert stay_of("12/11/2026", "", TODAY) is Stay.NOW


def test_who_left_the_class_or_the_school_is_named_as_gone(tmp_path: Path) -> None:
    left_school = ["u3", "Cam", "Ono", "student", "tobedeleted"]
    places = [place(), place("u2", end="2026-10-01"), place("u3")]
    reading = read(tmp_path, [AVA, BEN, left_school], places)
    assert here(reading) == {"u1": "Ava Brown"}
    assert gone(reading) == {"u2", "u3"}


def test_a_child_that_left_and_came_back_is_there_once(tmp_path: Path) -> None:
    reading = read(tmp_path, [AVA], [place(end="2026-01-31"), place(begin="2026-08-20"), place(status="tobedeleted")])
    assert here(reading) == {"u1": "Ava Brown"}
    assert not gone(reading)
    assert len(reading.people) == 1


def test_who_joins_later_is_left_out_and_said(tmp_path: Path) -> None:
    reading = read(tmp_path, [AVA, BEN], [place(), place("u2", begin="2027-01-10")])
    assert here(reading) == {"u1": "Ava Brown"}
    assert [(one.text, one.reason) for one in reading.left_out] == [("Ben Ng", Reason.NO_CHILD_OF_THE_CLASS)]
    assert "1 child joins the class later." in reading.remarks


def test_in_august_the_class_of_september_is_there(tmp_path: Path) -> None:
    reading = read(tmp_path, [AVA, BEN], [place(begin="2027-01-10"), place("u2", begin="2027-01-11")])
    assert here(reading).keys() == {"u1", "u2"}
    assert "The class has not begun; those who will be in it are taken." in reading.remarks


@pytest.mark.parametrize("role", ["teacher", "aide", "Guardian", "proctor", "faculty"])
def test_adults_of_the_class_are_left_out_wherever_it_is_said(role: str, tmp_path: Path) -> None:
    adults = [["t1", "Tess", "Rivera", role, ""], ["t2", "Edna", "Doyle", "", ""], ["t3", "Al", "Poe", role, ""]]
    places = [place(), place("t1", "student"), place("t2", role), place("t3", "")]
    reading = read(tmp_path, [AVA, *adults], places)
    assert here(reading) == {"u1": "Ava Brown"}
    assert [one.text for one in reading.left_out] == ["Tess Rivera", "Edna Doyle", "Al Poe"]
    assert {one.reason for one in reading.left_out} == {Reason.ADULT}


def test_a_role_in_another_language_is_told_by_the_other_file(tmp_path: Path) -> None:
    reading = read(tmp_path, [["u1", "Ava", "Brown", "Schueler/in", ""]], [place()])
    assert here(reading) == {"u1": "Ava Brown"}


@pytest.mark.parametrize("may_sign_in", ["true", "FALSE", ""])
def test_a_child_that_may_not_sign_in_is_in_its_class(may_sign_in: str, tmp_path: Path) -> None:
    files = {
        "classes.csv": CLASSES,
        "users.csv": [[*USERS, "enabledUser"], [*AVA, may_sign_in]],
        "enrollments.csv": [PLACES, place()],
    }
    assert here(looked_at(put_folder(files, tmp_path)).reading("c1"))


def test_who_has_two_roles_is_what_the_primary_one_says(tmp_path: Path) -> None:
    roles = [
        ["userSourcedId", "roleType", "role", "endDate"],
        ["u1", "secondary", "aide", ""],
        ["u1", "primary", "student", ""],
        ["u2", "primary", "student", "2026-06-30"],
        ["u2", "secondary", "teacher", ""],
    ]
    reading = read(
        tmp_path, [["u1", "Ava", "Brown", "", ""], ["u2", "Ben", "Ng", "", ""]], [place(), place("u2")], roles=roles
    )
    assert here(reading) == {"u1": "Ava Brown"}
    assert [one.text for one in reading.left_out] == ["Ben Ng"]


def test_a_status_nobody_knows_is_said_and_takes_nobody_out(tmp_path: Path) -> None:
    reading = read(tmp_path, [[*AVA[:-1], "Scheduled"]], [place()])
    assert here(reading)
    assert any('"Scheduled"' in remark for remark in reading.remarks)


@pytest.mark.parametrize("way", ["bulk", "delta", ""])
def test_nobody_is_missed_in_a_set_of_changes(way: str, tmp_path: Path) -> None:
    manifest = [["propertyName", "value"], ["file.users", way], ["file.enrollments", way]]
    reading = read(tmp_path, [AVA, BEN], [place(), place("u2", status="tobedeleted")], manifest=manifest)
    assert here(reading) == {"u1": "Ava Brown"}
    assert gone(reading) == {"u2"}
    assert reading.is_complete == (way == "bulk")


def test_a_whole_set_is_complete(tmp_path: Path) -> None:
    assert read(tmp_path, [AVA], [place()]).is_complete


def test_children_the_set_does_not_name_are_counted_and_nobody_is_missed(tmp_path: Path) -> None:
    reading = read(tmp_path, [AVA], [place(), place("u8"), place("u9")])
    assert "2 children of the class are named nowhere in the set; ask for the whole set." in reading.remarks
    assert not reading.is_complete


def test_a_changed_class_can_be_chosen_though_it_has_not_changed_itself(tmp_path: Path) -> None:
    files = {
        "manifest.csv": [["propertyName", "value"], ["file.enrollments", "delta"]],
        "classes.csv": [["sourcedId", "title"]],
        "users.csv": [USERS, AVA],
        "enrollments.csv": [PLACES, place()],
    }
    found = looked_at(put_folder(files, tmp_path))
    assert [one.title for one in found.classes()] == ["c1"]
    assert here(found.reading("c1"))


def test_one_id_for_two_names_stays_two_rows(tmp_path: Path) -> None:
    """Which of them it is, the teacher is asked."""
    reading = read(tmp_path, [AVA, ["u1", "Mia", "Ng", "student", ""]], [place()])
    assert [one.name.written for one in reading.people] == ["Ava Brown", "Mia Ng"]


def test_a_row_that_stands_twice_is_one_child(tmp_path: Path) -> None:
    """OneRoster repeats a child for each of its schools in some exports."""
    reading = read(tmp_path, [AVA, AVA], [place()])
    assert [one.rows for one in reading.people] == [(2, 3)]


def test_a_child_without_a_name_is_left_out(tmp_path: Path) -> None:
    reading = read(tmp_path, [["u1", "", " ", "student", ""], BEN], [place(), place("u2")])
    assert [one.reason for one in reading.left_out] == [Reason.NO_NAME]
    assert not reading.is_complete


def test_a_mononym_is_a_given_name(tmp_path: Path) -> None:
    reading = read(
        tmp_path, [["u1", "", "Suharto", "student", ""], ["u2", "Ananya", "", "student", ""]], [place(), place("u2")]
    )
    assert [one.name.first for one in reading.people] == ["Suharto", "Ananya"]


def test_classes_of_one_title_and_teacher_are_told_apart_by_their_code(tmp_path: Path) -> None:
    files = {
        "classes.csv": [
            ["sourcedId", "title", "classCode"],
            ["c1", "Math", "1"],
            ["c2", "Math", "2"],
            ["c3", "", "Art 7"],
        ],
        "users.csv": [USERS, AVA],
        "enrollments.csv": [PLACES, place()],
    }
    found = looked_at(put_folder(files, tmp_path))
    assert [one.title for one in found.classes()] == ["Art 7", "Math 1", "Math 2"]


def test_the_british_spelling_of_school_data_sync_is_read(tmp_path: Path) -> None:
    files = {
        "Section.csv": [["ID", "School DfE Number", "Section Name"], ["11001", "10001", "Health 1"]],
        "StudentEnrollment.csv": [["Section ID", "ID"], ["11001", "13001"]],
        "Student.csv": [["ID", "School DfE Number", "First Name", "Last Name"], ["13001", "10001", "Ora", "Klein"]],
    }
    assert here(looked_at(put_folder(files, tmp_path)).reading("11001")) == {"13001": "Ora Klein"}


def test_a_set_of_an_earlier_year_says_so(tmp_path: Path) -> None:
    roles = [["userSourcedId", "role", "isPrimary", "roleEndDate"], ["u1", "student", "TRUE", "6/11/2022"]]
    reading = read(tmp_path, [["u1", "Ava", "Brown", "", ""]], [place()], roles=roles)
    assert gone(reading) == {"u1"}
    assert any("may be of an earlier year" in remark for remark in reading.remarks)


def test_a_class_with_a_row_for_each_term_is_one_with_all_its_teachers(tmp_path: Path) -> None:
    header = ["School_id", "Section_id", "Teacher_id", "Teacher_2_id", "Course_name", "Term_name"]
    files = {
        "sections.csv": [header, ["15", "9", "t1", "", "Homeroom", "1"], ["15", "9", "t1", "t2", "Homeroom", "2"]],
        "enrollments.csv": [["School_id", "Section_id", "Student_id"], ["15", "9", "7"], ["15", "9", "7"]],
        "students.csv": [["Student_id", "Last_name", "First_name"], ["7", "Brown", "Ava"]],
        "teachers.csv": [["Teacher_id", "Last_name", "First_name"], ["t1", "Rivera", "Tess"], ["t2", "Doyle", "Edna"]],
    }
    (one,) = looked_at(put_folder(files, tmp_path)).classes()
    assert (one.title, one.teachers, one.students) == ("Homeroom", ("Tess Rivera", "Edna Doyle"), 1)


def test_a_preferred_name_that_is_the_given_one_is_none(tmp_path: Path) -> None:
    files = {
        "classes.csv": CLASSES,
        "users.csv": [[*USERS, "preferredGivenName"], [*AVA, "Ava"], [*BEN, "NULL"]],
        "enrollments.csv": [PLACES, place(), place("u2")],
    }
    assert [one.name.called for one in looked_at(put_folder(files, tmp_path)).reading("c1").people] == ["", ""]


def test_the_first_teacher_stands_first_and_who_is_over_is_not_counted(tmp_path: Path) -> None:
    header = [*PLACES, "primary"]
    places = [
        [*place("t1", "teacher"), "false"],
        [*place("t2", "teacher"), "true"],
        [*place("u1", end="2026-01-31"), ""],
        [*place("u2", "aide"), ""],
    ]
    files = {
        "classes.csv": CLASSES,
        "users.csv": [USERS, AVA, BEN, ["t1", "Al", "Poe", "teacher", ""], ["t2", "Tess", "Rivera", "teacher", ""]],
        "enrollments.csv": [header, *places],
    }
    (one,) = looked_at(put_folder(files, tmp_path)).classes()
    assert (one.teachers, one.students) == (("Tess Rivera", "Al Poe"), 0)


@pytest.mark.parametrize("status", ["inactive", "Inactive", "withdrawn"])
def test_one_child_that_is_away_makes_no_set_of_changes(status: str, tmp_path: Path) -> None:
    reading = read(tmp_path, [AVA, ["u2", "Ben", "Ng", "student", status]], [place(), place("u2")])
    assert reading.is_complete, "who is missing in it is asked about"
    assert gone(reading) == {"u2"}
