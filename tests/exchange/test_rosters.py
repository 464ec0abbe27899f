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


def test_names_on_one_line_are_each_one() -> None:
    assert [person.name.written for person in read_pasted("Ava, Liam; Noah").people] == ["Ava", "Liam", "Noah"]
    assert [person.name.written for person in read_pasted("Brown, Ava").people] == ["Ava Brown"]


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
