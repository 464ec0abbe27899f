import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.people import NAME_LIMIT, clean_name, could_be, short_names, split_name


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
    ("full", "parts"),
    [
        ("Ava Brown", ("Ava", "Brown")),
        ("Brown, Ava", ("Ava", "Brown")),
        ("Brown, Ava Marie", ("Ava Marie", "Brown")),
        ("Cher", ("Cher", "")),
        ("José Ángel O'Neill", ("José", "O'Neill")),
        ("<img src='x'/>", ("<img src='x'/>", "")),
        ("[@click=app.quit]x y", ("[@click=app.quit]x y", "")),
        ("=1+1", ("=1+1", "")),
    ],
)
def test_only_names_made_of_words_are_split(full: str, parts: tuple[str, str]) -> None:
    assert split_name(full) == parts


def test_a_class_gets_first_names_and_as_many_letters_as_tell_children_apart() -> None:
    people = [("Ava", "Brown"), ("Ava", "Black"), ("Liam", "Lopez"), ("Kim", ""), ("Ava", "Bro")]
    assert short_names(people) == ("Ava Brow.", "Ava Bl.", "Liam L.", "Kim", "Ava Bro")


@given(st.lists(st.tuples(st.sampled_from(["Ava", "Li"]), st.text("abc", max_size=4)), unique=True))
def test_short_names_differ_where_people_differ(people: list[tuple[str, str]]) -> None:
    names = short_names(people)
    assert len(set(names)) == len(people)
    assert all(could_be(name, *person) for name, person in zip(names, people, strict=True))


def test_a_display_name_stands_for_those_it_could_be_short_for() -> None:
    assert could_be("Ava B.", "Ava", "Brown")
    assert could_be("Ava Br.", "Ava", "Brown")
    assert not could_be("Ava B.", "Ava", "Cole")
    assert not could_be("Ava B.", "Eva", "Brown")
