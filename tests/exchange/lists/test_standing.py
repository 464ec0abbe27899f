"""Who of a list is there and who is away, in words and marks."""

import pytest

from board.exchange.lists.standing import is_adult, is_away, is_test_student


@pytest.mark.parametrize("mark", ["x", "X", "yes", "ja", "s\u00ed", "\u25cb", "\u2713", "\u00d7"])
def test_a_mark_says_who_left_where_the_column_asks_it(mark: str) -> None:
    assert is_away(mark, asks_who_left=True)
    assert not is_away(mark)


@pytest.mark.parametrize(
    "word", ["Withdrawn", "Transferred", "Baja", "Trasladada", "abg.", "Radi\u00e9", "\u8ee2\u51fa", "\u7121\u52b9"]
)
def test_words_for_those_who_left_are_known(word: str) -> None:
    assert is_away(word)


@pytest.mark.parametrize("word", ["Active", "\u5728\u7c4d", "Cursando", "Sur liste", ""])
def test_those_who_are_there_stay(word: str) -> None:
    assert not is_away(word)


@pytest.mark.parametrize(
    "role", ["Teacher", "Trainer/in", "Profesor sin permiso de edici\u00f3n", "Lehrkraft", "\u6559\u54e1"]
)
def test_adults_are_known_by_their_role(role: str) -> None:
    assert is_adult(role)
    assert not is_adult("Student")


def test_the_student_a_program_made_is_known() -> None:
    assert is_test_student("Student, Test")
