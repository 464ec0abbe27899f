import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.people import (
    NAME_LIMIT,
    Student,
    clean_line,
    clean_name,
    found_by,
    hides_something,
    plain,
)


@given(st.text())
def test_a_clean_name_is_one_visible_line_and_cleaning_it_again_changes_nothing(text: str) -> None:
    name = clean_name(text)
    assert len(name) <= NAME_LIMIT
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Cn", "Zl", "Zp") for char in name)
    assert clean_name(name) == name


def test_escape_sequences_and_direction_marks_are_taken_out() -> None:
    assert clean_name("A\x1b[31mva\u202e \n B.\t") == "A[31mva B."


def test_a_joiner_inside_a_name_stays() -> None:
    assert clean_name("علی\u200cرضا") == "علی\u200cرضا"


@pytest.mark.parametrize(
    ("letters", "kept"),
    [
        (59, "a" * 59),
        (60, "a" * 60),
        (61, "a" * 59 + "…"),
    ],
)
def test_a_name_that_is_too_long_ends_in_an_ellipsis_and_one_that_just_fits_is_whole(letters: int, kept: str) -> None:
    assert NAME_LIMIT == 60
    assert clean_name("a" * letters) == kept
    assert clean_name("a" * 50 + " " * 5 + "b" * 50) == "a" * 50 + " " + "b" * 8 + "…"
    assert clean_name("a" * 58 + " " + "b" * 50) == "a" * 58 + "…"


def test_a_line_is_composed_and_joiners_at_its_ends_go() -> None:
    assert clean_line("\u200cZoe\u0308 \t\n B\u2028\ue000\u200d ") == "Zoë B"
    assert clean_line("\u200c \u200d") == ""
    assert [clean_line(f"a{char}b") for char in "\x07\u202e\ud800\u0378\ue000"] == ["ab"] * 5


@given(st.text() | st.text(" aé\u0301\u200c\u200d\t", max_size=8))
def test_a_text_that_is_clean_already_is_taken_as_it_is_only_when_it_is(text: str) -> None:
    assert clean_line("a\u0301b") == "\u00e1b"
    looked_at_letter_by_letter = clean_line(f"\u202e{text}")
    assert clean_line(text) == looked_at_letter_by_letter
    assert hides_something(looked_at_letter_by_letter) is False


CLASS = (
    Student("1", "Zoë Ava B."),
    Student("2", "Ava C.", "Comet"),
    Student("3", "Ben Ávila", "Big Ava"),
    Student("4", "Mary-Kate"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ava", "213"),
        (" AVA ", "213"),
        ("ava c", "2"),
        ("avi", "3"),
        ("zoe a", "1"),
        ("ZOË", "1"),
        ("comet", "2"),
        ("b", "31"),
        ("kate", ""),
        ("va", ""),
        ("", ""),
        (" \t", ""),
    ],
)
def test_a_child_is_found_by_the_first_letters_of_any_word_with_first_names_first(typed: str, found: str) -> None:
    assert "".join(student.id for student in found_by(CLASS, typed)) == found


def test_a_name_typed_in_a_hurry_has_neither_capitals_nor_accents() -> None:
    assert plain("ZOË Ávila Straße ﬁ") == "zoe avila strasse fi"
