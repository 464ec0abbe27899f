"""The one door for lists: what stands at a place is read, or refused in one sentence."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.errors import Refusal
from board.exchange.rosters import MOST_PASTED, classes_of, read_list, read_pasted


def listed(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_list_is_read_whatever_program_wrote_it(tmp_path: Path, encoding: str, end: str) -> None:
    text = f"first;last{end}Zoë;Núñez{end}Ava;Brown{end}"
    reading = read_list(listed(tmp_path / "names.csv", text.encode(encoding)))
    assert [person.name.written for person in reading.people] == ["Zoë Núñez", "Ava Brown"]
    assert (reading.called, reading.remarks) == ("names.csv", ())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("unit.toml", b'id = "x"\n', "board unit unit.toml"),
        ("names.xlsx", b"PK\x03\x04", "save the list as CSV"),
        ("names.csv", b"PK\x03\x04\x00\x00\x81", "is not a text file"),
        ("names.csv", b"", "holds no names"),
        ("names.csv", b"\n \n", "holds no names"),
        ("names.csv", b"<html><table><tr><td>Ava</td></tr></table>", "formatted page"),
        ("enrollments.csv", b"sourcedId,classSourcedId,userSourcedId,role\n1,c1,u1,student\n", "holds no students"),
    ],
)
def test_what_is_no_list_gets_one_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        read_list(listed(tmp_path / name, data))
    assert "\n" not in read_pasted(str(tmp_path / name)).remarks[0]


def test_a_file_as_large_as_no_list_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "names.csv").open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(Refusal, match="too large"):
        read_list(tmp_path / "names.csv")


def test_a_list_that_breaks_off_in_the_middle_of_a_letter_is_said(tmp_path: Path) -> None:
    reading = read_list(listed(tmp_path / "names.csv", "name\n小明 王\n美玲 陈".encode()[:-2]))
    assert any("breaks off" in remark for remark in reading.remarks)


def test_the_place_of_a_file_is_read_as_the_file(tmp_path: Path) -> None:
    path = listed(tmp_path / "my names.csv", codecs.BOM_UTF8 + b"name\nAva Brown\n")
    for typed in (str(path), f"'{path}'", str(path).replace(" ", "\\ "), path.as_uri()):
        assert [person.name.written for person in read_pasted(typed).people] == ["Ava Brown"]


def names(text: str) -> list[str]:
    return [person.name.written for person in read_pasted(text).people]


@pytest.mark.parametrize(
    ("line", "each"),
    [
        ("Ava, Liam; Noah", ["Ava", "Liam", "Noah"]),
        ("Paul, Tess, Ana, Liam, Mia", ["Paul", "Tess", "Ana", "Liam", "Mia"]),
        ("Ava Brown, Liam Lopez, Noah Chen", ["Ava Brown", "Liam Lopez", "Noah Chen"]),
        (
            "Ava Brown, Liam Lopez, Jr., Noah Chen, III, Mia Ng",
            ["Ava Brown", "Liam Lopez Jr.", "Noah Chen III", "Mia Ng"],
        ),
        ("Brown, Ava; Lopez, Liam", ["Ava Brown", "Liam Lopez"]),
        ("Brown, Ava", ["Ava Brown"]),
        ("Brown, Ava, Jr.", ["Ava Brown Jr."]),
        ("McRae, John W., III", ["John W. McRae III"]),
        ("Ava;Brown;2", ["Ava Brown"]),
        ("Ava,Brown,F,2", ["Ava Brown"]),
        ("first,last,grade", []),
    ],
)
def test_names_on_one_line_are_each_one_typed_or_in_a_file(line: str, each: list[str], tmp_path: Path) -> None:
    assert names(line) == each
    if each:
        assert names(str(listed(tmp_path / "names.txt", line.encode()))) == each


@pytest.mark.parametrize("soft", ["\v", "\f", "\x1c", "\x85", "\u2028"])
def test_a_soft_break_in_a_name_makes_no_two_children(soft: str, tmp_path: Path) -> None:
    assert len(names(f"Ava{soft}Brown, Liam, Noah")) == 3
    text = f"Ava{soft}Brown\nLiam Lopez"
    assert names(text) == names(str(listed(tmp_path / "names.txt", text.encode())))
    assert len(names(text)) == 2


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("place", ["names.csv", "set", "gone.csv"])
def test_a_file_among_typed_names_is_no_child_and_nothing_is_taken(place: str, order: int, tmp_path: Path) -> None:
    listed(tmp_path / "names.csv", b"name\nAva Brown\n")
    (tmp_path / "set").mkdir()
    reading = read_pasted("\n".join([str(tmp_path / place), "Zed Newman"][::order]))
    assert (reading.people, len(reading.remarks)) == ((), 1)
    assert "one after the other" in reading.remarks[0]


def test_a_title_that_ends_as_a_file_is_none() -> None:
    assert names("Students.csv\nName,Grade\nAva Brown,2\nMia Ng,3") == ["Ava Brown", "Mia Ng"]


def test_more_lines_than_one_pastes_are_a_file() -> None:
    reading = read_pasted("Ava\n" * (MOST_PASTED + 1))
    assert (reading.people, len(reading.remarks)) == ((), 1)


def test_a_list_of_several_classes_is_chosen_from_by_title() -> None:
    reading = read_pasted("Name,Homeroom,Grade\nAva Brown,Room 2,1\nMia Ng,Room 1,2\nLiam Lopez,Room 1,1\n")
    assert [(one.id, one.students, one.grades) for one in classes_of(reading.people)] == [
        ("Room 1", 2, ("1", "2")),
        ("Room 2", 1, ("1",)),
    ]


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_any_bytes_are_a_list_or_one_sentence(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = listed(tmp_path_factory.getbasetemp() / "any.csv", data)
    try:
        reading = read_list(path)
    except Refusal:
        return
    assert all(person.name.given for person in reading.people)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_without_a_fault(text: str) -> None:
    reading = read_pasted(text)
    assert all(person.name.given for person in reading.people)
