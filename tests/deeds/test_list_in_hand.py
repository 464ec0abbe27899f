"""A list before it is taken: what was said about it holds only for what it was said about."""

from pathlib import Path

import pytest

from board.deeds.list_in_hand import ListInHand
from board.exchange import kept_readings
from board.exchange.kept_readings import LARGE
from board.exchange.lists.reading import Reading
from board.exchange.rosters import read_pasted
from board.exchange.tables.column import Chosen, Column
from board.exchange.tables.meanings import Meaning
from board.mastery.people import Student

KIDS = (Student("a", "Ava B."), Student("m", "Mia N."))


def list_of(text: str, everyone: tuple[Student, ...] = KIDS) -> ListInHand:
    held = ListInHand(everyone)
    held.read(text, full_names=False)
    return held


def test_an_answer_stays_while_lines_are_added_behind_it_and_moves_with_its_child() -> None:
    held = list_of("Ava Brown\nZoe Young")
    (question,) = held.questions
    held.answer({question.key: "same"})
    assert not held.change.open
    held.read("Ava Brown\nZoe Young\nLiam Lopez", full_names=False)
    assert not held.change.open
    held.read("Mia Ng\nAva Brown\nZoe Young\nLiam Lopez", full_names=False)
    assert [one.key for one in held.change.open] == ["Mia Ng"], (
        "she stands on Ava's line now, and nobody has said who she is"
    )
    assert dict(held.names.answers) == {"Ava Brown": "same"}


@pytest.mark.parametrize("text", ["Ava Brooks\nZoe Young", "Ava Braun", "Ava\tBoss"])
def test_an_answer_about_one_name_is_none_about_another(text: str) -> None:
    held = list_of("Ava Brown\nZoe Young")
    held.answer({held.questions[0].key: "same"})
    held.read(text, full_names=False)
    assert not [one.key for one in held.change.asked if one.key in held.names.answers]
    assert held.change.open or held.change.added


def test_what_a_column_means_holds_under_the_same_headers_only() -> None:
    held = list_of("No\tName\n7\tAva Brown\n9\tZoe Young", ())
    held.mean({0: Meaning.ID})
    held.read("No\tName\n7\tAva Brown\n9\tZoe Young\n11\tLiam Lopez", full_names=False)
    assert held.names.reading.columns[0].meaning == "id"
    held.read("Name\tNo\nAva Brown\t7", full_names=False)
    assert not held.chosen
    assert held.names.reading.columns[0].meaning == "name"


def test_an_answer_that_is_taken_back_is_open_again() -> None:
    held = list_of("Ava Brown")
    (question,) = held.questions
    held.answer({question.key: "same"})
    held.answer({})
    assert held.change.open == (question,)


def test_trying_answers_and_meanings_keeps_nothing_of_them() -> None:
    held = list_of("No\tName\n7\tAva Brown\n9\tZoe Young")
    before = held.names
    held.reading_with({0: Meaning.UNUSED})
    held.asked_with({one.key: "new" for one in held.questions})
    assert held.names == before


def test_which_class_of_a_school_is_meant_stays_said_while_other_questions_are_answered() -> None:
    rows = [f"Child{at} Name{at},Room {at % 2}" for at in range(80)]
    held = list_of("\n".join(("Name,Class", "Ava Brown,Room 1", *rows)))
    assert held.school is not None
    held.answer_school("class Room 1")
    assert held.change.added
    held.answer({one.key: "same" for one in held.questions})
    assert not held.change.open
    held.answer({})
    assert len(held.change.added) == 40


def test_a_class_of_a_set_is_there_until_another_text_is_typed(tmp_path: Path) -> None:
    (tmp_path / "users.csv").touch()
    held = list_of(str(tmp_path))
    assert "choose a class of it" in held.names.reading.remarks[0]
    held.take_class(Reading("set", is_complete=True))
    held.read(str(tmp_path), full_names=True)
    assert held.names.reading.is_complete
    held.read("Ava Brown", full_names=True)
    assert not held.names.reading.is_complete


def test_a_class_that_was_taken_is_taken_also_when_the_set_holds_only_changes(tmp_path: Path) -> None:
    (tmp_path / "users.csv").touch()
    held = list_of(str(tmp_path))
    assert held.needs_class
    held.take_class(Reading("set", (Column(0, "sourcedId", Meaning.ID, ""), Column(1, "givenName", Meaning.GIVEN, ""))))
    assert not held.needs_class
    assert not held.has_columns, "a set says itself what it holds"
    held.read("Ava Brown", full_names=False)
    assert not held.needs_class


def test_an_answer_that_brings_a_question_keeps_the_answer_to_it() -> None:
    seats = tuple(Student(name, name, number=str(at)) for at, name in enumerate(("Ava B.", "Mia N.", "Leo K."), 1))
    held = list_of("Student ID\tName\n1\tZoe Young\n2\tAva Brown\n3\tMia Ng", seats)
    held.mean({0: Meaning.ID})
    assert "seats" in [one.key for one in held.questions]
    brought = [one.key for one in held.asked_with({"seats": "keep"}).questions if one.key != "seats"]
    assert brought
    given = {"seats": "keep", **dict.fromkeys(brought, "new")}
    held.answer(given)
    assert dict(held.names.answers) == given
    assert not held.change.open


def test_what_columns_mean_is_not_taken_over_to_another_list_without_headers() -> None:
    held = list_of("7\tAva Brown\n9\tZoe Young", ())
    held.mean({0: Meaning.ID})
    held.read("7\tAva Brown\n9\tZoe Young\n11\tLiam Lopez", full_names=False)
    assert held.chosen == {0: Meaning.ID}
    held.read("2\tMia Ng\n3\tLeo Klein", full_names=False)
    assert not held.chosen


def test_two_lines_said_to_be_one_child_are_still_open() -> None:
    held = list_of("Ava Brown\nAva Boyd")
    asked = held.asked_with({one.key: "same" for one in held.questions})
    assert len(asked.questions) == 2
    assert asked.open == {"Ava Boyd"}


def large(path: Path, name: str = "Ava Brown") -> str:
    path.write_text(f"name\n{name}\n" + "\n" * LARGE, encoding="utf-8")
    return str(path)


def test_a_file_is_read_once_however_often_one_looks_at_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []

    def counted(text: str, chosen: Chosen) -> Reading:
        reads.append(text)
        return read_pasted(text, chosen)

    monkeypatch.setattr(kept_readings, "read_pasted", counted)
    path = tmp_path / "names.csv"
    path.write_text("name\nAva Brown\n", encoding="utf-8")
    held = list_of(str(path))
    held.read(str(path), full_names=True)
    held.are_there(())
    held.answer({})
    held.reading_with({})
    assert len(reads) == 1
    path.write_text("name\nAva Brown\nMia Ng\n", encoding="utf-8")
    held.read(str(path), full_names=True)
    assert (len(reads), len(held.names.reading.people)) == (2, 2)


def test_nothing_of_a_large_file_is_taken_before_it_is_read(tmp_path: Path) -> None:
    held = list_of(large(tmp_path / "names.csv"), ())
    assert held.is_unread
    assert not held.names.reading.people
    assert held.names.reading.remarks == ("Reading names.csv ...",)
    held.read_on()
    held.look_again()
    assert not held.is_unread
    assert [one.name for one in held.change.added] == ["Ava B."]


def test_what_a_column_of_a_large_file_means_holds_while_it_is_read(tmp_path: Path) -> None:
    held = list_of(large(tmp_path / "names.csv"), ())
    held.read_on()
    held.look_again()
    held.mean({0: Meaning.UNUSED})
    assert held.is_unread
    held.read_on()
    held.look_again()
    assert held.chosen == {0: Meaning.UNUSED}


def test_steps_among_the_names_are_noticed() -> None:
    assert "look like steps" in list_of("I can count to 20\nI can add").names.reading.remarks[0]


def test_an_answer_about_one_child_is_none_about_another_who_is_called_so_by_now() -> None:
    held = list_of("Ava Brown")
    held.answer({held.questions[0].key: "same"})
    assert not held.change.open
    held.are_there((Student("z", "Ava B."),))
    assert [one.key for one in held.change.open] == ["Ava Brown"]
    assert dict(held.names.answers) == {}


@pytest.mark.parametrize(
    "written", ["{}", "'{}'", "file://{}", "Ava Brown\n{}", "{}\nAva Brown", "~/list.csv", "list.csv"]
)
def test_where_no_files_are_opened_a_place_is_none_whether_or_not_something_is_there(
    written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    file = tmp_path / "list.csv"
    said = []
    for there in (False, True):
        if there:
            file.write_text("Xan Quill\nYul Rook\n")
        held = ListInHand(KIDS)
        held.opens_files = False
        held.read(written.format(file), full_names=False)
        assert not any((held.names.reading.people, held.change.added, held.is_large, held.needs_class))
        said.append(held.names.reading.remarks)
    assert said[0] == said[1]
    assert "opens no file" in said[0][0]
    held.read("Xan Quill\nYul Rook", full_names=False)
    assert len(held.change.added) == 2
