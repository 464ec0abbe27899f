"""A list before it is taken: what was said about it holds only for what it was said about."""

from pathlib import Path

import pytest

from board.deeds.list_in_hand import ListInHand
from board.exchange.lists.reading import Reading
from board.exchange.tables.meanings import Meaning
from board.mastery.people import Student

KIDS = (Student("a", "Ava B."), Student("m", "Mia N."))


def list_of(text: str, everyone: tuple[Student, ...] = KIDS) -> ListInHand:
    held = ListInHand(everyone)
    held.read(text, full_names=False)
    return held


def test_an_answer_stays_while_lines_are_added_behind_it_and_goes_when_its_line_becomes_another() -> None:
    held = list_of("Ava Brown\nZoe Young")
    (question,) = held.questions
    held.answer({question.key: "same"})
    assert not held.change.open
    held.read("Ava Brown\nZoe Young\nLiam Lopez", full_names=False)
    assert not held.change.open
    held.read("Mia Ng\nAva Brown\nZoe Young\nLiam Lopez", full_names=False)
    assert len(held.change.open) == 2, "Mia stands on Ava's line now, and nobody has said who she is"
    assert dict(held.names.answers) == {}


@pytest.mark.parametrize("text", ["Ava Brooks\nZoe Young", "Ava Braun", "Ava\tBoss"])
def test_an_answer_about_one_name_is_none_about_another(text: str) -> None:
    held = list_of("Ava Brown\nZoe Young")
    held.answer({held.questions[0].key: "same"})
    held.read(text, full_names=False)
    assert all(not held.names.answers.get(one.key) for one in held.questions)


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


def test_steps_among_the_names_are_noticed() -> None:
    assert "look like steps" in list_of("I can count to 20\nI can add").names.reading.remarks[0]
