from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.exchange.roster import BadRoster, Pupil, parse_roster, read_roster
from board.exchange.roster_plan import RosterChange, plan
from board.mastery.people import Student


def planned(text: str, *students: Student, full_names: bool = False) -> RosterChange:
    ids = count()
    return plan(
        parse_roster(text).pupils,
        students,
        new_id=lambda: f"n{next(ids)}",
        emblems=["fox", "owl"],
        full_names=full_names,
    )


def names(text: str) -> list[str]:
    return [student.name for student in planned(text).students]


@pytest.mark.parametrize(
    "text",
    [
        "name\nAva Brown\nLiam Lopez\n",
        "Student Name\nAva Brown\nLiam Lopez\n",
        "First Name,Last Name\nAva,Brown\nLiam,Lopez\n",
        "last;first\nBrown;Ava\nLopez;Liam\n",
        "id\tgiven\tfamily\n7\tAva\tBrown\n8\tLiam\tLopez\n",
        "Ava Brown\nLiam Lopez\n",
        "Ava,Brown\nLiam,Lopez\n",
        '"Brown, Ava"\n"Lopez, Liam"\n',
        "Brown, Ava\nLopez, Liam\n",
        "7,Ava Brown\r\n8,Liam Lopez",
        "\n\nAva Brown\n\n  Liam   Lopez  \n\n",
        "Pupil,Year Group\nAva Brown,2\nLiam Lopez,2\n",
        "name\nBrown, Ava\nLopez, Liam\n",
        "Nr;Name;Vorname;Klasse\n1;Brown;Ava;2b\n2;Lopez;Liam;2b\n",
        "Class list Room 7\nTeacher: Dana\nLast,First\nBrown,Ava\nLopez,Liam\n",
    ],
)
def test_any_sensible_list_of_names_is_read(text: str) -> None:
    assert names(text) == ["Ava B.", "Liam L."]


def test_id_alias_and_grade_come_along() -> None:
    assert parse_roster("ID,Name,Alias,Grade\n7,Ava Brown,Comet,2\n").pupils == (
        Pupil("Ava", "Brown", "7", "Comet", "2"),
    )


def test_whole_names_are_kept_only_when_asked() -> None:
    assert [one.name for one in planned("Ava Brown\n", full_names=True).students] == ["Ava Brown"]


def test_hostile_names_stay_as_they_are() -> None:
    wild = ["[/", "[@click=app.quit]x", "<img src='x'/>", "=1+1", "🦊"]
    assert names("name\n" + "\n".join(f'"{name}"' for name in wild)) == wild


def test_a_name_of_two_hundred_letters_is_shortened() -> None:
    (name,) = names("a" * 200 + "\n")
    assert len(name) == 60
    assert name.endswith("…")


def test_reading_the_same_roster_again_changes_nothing() -> None:
    text = "name\nAva Brown\nAva Black\nLiam Lopez\nCher\n"
    first = planned(text)
    again = planned(text, *first.students)
    assert again.students == first.students
    assert (again.added, again.changed, again.missing, again.unsure) == ((), (), (), ())
    assert again.same == 4


def test_a_name_may_change_when_the_id_stays() -> None:
    ava = Student("a", "Ava B.", number="7", emblem="fox")
    change = planned("id,name\n7,Ava Cole\n", ava)
    assert [student.name for student in change.students] == ["Ava C."]
    assert change.students[0].id == "a"


def test_two_of_one_name_are_never_taken_for_one() -> None:
    change = planned("Ava Brown\nLiam Lopez\nAva Brown\n")
    assert [student.name for student in change.added] == ["Liam L."]
    assert change.unsure == ("Ava Brown stands 2 times; give the children ids in the roster.",)


def test_two_children_with_one_id_are_asked_about() -> None:
    change = planned("id,name\n1,Ava Brown\n1,Ben Cole\n2,Liam Lopez\n")
    assert [student.name for student in change.added] == ["Liam L."]
    assert change.unsure == ("The id 1 stands for 2 children; give each their own.",)


def test_what_is_left_out_is_said() -> None:
    roster = parse_roster("Room 7\nName,Homeroom,ID\nAva Brown,7,1\n,7,2\n")
    assert roster.remarks == (
        "1 line above the header left out.",
        "Columns not used: Homeroom.",
        "1 line without a name left out.",
    )


def test_a_unit_file_is_not_taken_for_a_roster(tmp_path: Path) -> None:
    (tmp_path / "unit.toml").write_text('id = "x"\n')
    with pytest.raises(BadRoster, match="board unit"):
        read_roster(tmp_path / "unit.toml")


def test_nobody_is_ever_deleted() -> None:
    ava, ben = Student("a", "Ava B."), Student("b", "Ben C.")
    change = planned("Ava Brown\n", ava, ben)
    assert change.students == (ava, ben)
    assert change.missing == (ben,)


def test_two_who_could_be_the_same_student_are_asked_about() -> None:
    change = planned("Ava Brown\nAva Black\n", Student("a", "Ava B."))
    assert len(change.unsure) == 2
    assert [student.id for student in change.students] == ["a"]


def test_signs_are_handed_out_the_least_worn_first() -> None:
    change = planned("Ann\nBob\nCyd\n", Student("a", "Ava", emblem="fox"))
    assert [student.emblem for student in change.added] == ["owl", "fox", "owl"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_schools_use_are_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "names.csv"
    file.write_bytes("first;last\nZoë;Núñez\n".encode(encoding))
    assert read_roster(file).pupils == (Pupil("Zoë", "Núñez"),)


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"PK\x03\x04\x00\x00", b"name\n\n", b"grade,room\n2,12\n", b"\x81\x8d\x00"]
)
def test_a_file_without_names_gets_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "names.csv"
    file.write_bytes(content)
    with pytest.raises(BadRoster):
        read_roster(file)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        pupils = parse_roster(text).pupils
    except BadRoster:
        return
    assert all(pupil.given for pupil in pupils)
