import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.errors import Refusal
from board.exchange.bullets import without_bullet
from board.exchange.steps.reading import MOST_STEPS, BadSteps, read_lines
from board.exchange.steps.sayings import i_can
from board.exchange.steps.titles import step_title
from board.exchange.steps.unit import unit_of
from board.exchange.steps.words import LONGEST_LINE
from board.mastery.curriculum import Unit
from board.mastery.revision import TITLE_CELLS, cells

BADGES = ["apple", "half-cookie", "kite", "rocket"]


def read(text: str) -> Unit:
    unit = unit_of(read_lines(text, badges=BADGES).lines, title="Fractions")
    assert unit is not None
    return unit


def said(text: str) -> list[str]:
    """What is said about the text and its lines."""
    pasted = read_lines(text)
    return [*pasted.remarks, *(line.why for line in pasted.lines if line.why)]


def columns(text: str) -> list[list[str]]:
    """The titles of each level, the Boss in capitals."""
    return [
        [spot.title.upper() if spot is level.boss else spot.title for spot in level.spots]
        for level in read(text).levels
    ]


def test_a_line_is_a_step_and_a_blank_line_starts_a_level() -> None:
    unit = read("I can cut halves.\nI can cut thirds.\n\n\n \nI can add halves.\n")
    assert [level.title for level in unit.levels] == ["Level 1", "Level 2"]
    assert columns("I can cut halves.\nI can cut thirds.\n\n\n \nI can add halves.\n") == [
        ["Cut halves", "Cut thirds"],
        ["Add halves"],
    ]
    step = unit.spots[0]
    assert (step.id, step.i_can, step.badge) == ("fractions/cut-halves", "I can cut halves.", "half-cookie")


@pytest.mark.parametrize("boss", ["* I can share a pizza.", "*I can share a pizza", "I can share a pizza *"])
def test_a_star_makes_the_boss_of_its_level(boss: str) -> None:
    assert columns(f"I can cut halves\n{boss}\nI can cut thirds") == [["Cut halves", "Cut thirds", "SHARE A PIZZA"]]


def test_a_second_star_in_a_level_is_a_step_and_is_said() -> None:
    text = "I can hop\n* I can jump\n* I can swim\nI can sing"
    assert columns(text) == [["Hop", "Swim", "Sing", "JUMP"]]
    assert said(text) == ["A level has one Boss: Jump stays it, Swim is a step."]


def test_a_list_with_a_star_before_every_line_is_no_list_of_bosses() -> None:
    text = "* I can hop\n* I can jump\n* I can swim *\n"
    assert columns(text) == [["Hop", "Jump", "SWIM"]]
    (remark,) = said(text)
    assert remark.startswith("Most lines start with *, so it was read as a bullet")
    assert columns("**I can hop**\n**I can jump**") == [["Hop", "Jump"]]


def test_a_boss_set_apart_by_blank_lines_ends_the_level_above() -> None:
    assert columns("I can hop\nI can jump\n\n* I can swim\n\nI can sing") == [["Hop", "Jump", "SWIM"], ["Sing"]]


def test_a_star_alone_in_its_level_is_a_step() -> None:
    text = "* I can hop\n\nI can jump\nI can sing"
    assert columns(text) == [["Hop"], ["Jump", "Sing"]]
    assert said(text) == ["Hop stands alone in its level, so it is a step and no Boss."]


def test_a_line_with_a_colon_or_a_number_sign_names_the_level_below() -> None:
    unit = read(
        "Parts:\nI can cut halves\n# More parts\nI can cut thirds\nI can name thirds\n\nI can add\n\nLast：\n\nI can sing\nEmpty:\n"
    )
    assert [level.title for level in unit.levels] == ["Parts", "More parts", "Level 3", "Last"]
    assert [level.id for level in unit.levels][:2] == ["fractions/parts", "fractions/more-parts"]
    assert said("I can hop\nEmpty:\n") == ["Empty has no steps below it and was left out."]


@pytest.mark.parametrize(
    "line",
    [
        "- I can hop",
        "• I can hop",
        "1. I can hop",
        "2) I can hop",
        "[ ] I can hop",
        "1. - [x] I can hop",
        "– I can hop",
    ],
)
def test_the_signs_of_a_list_are_left_out(line: str) -> None:
    assert columns(line) == [["Hop"]]
    assert read(line).spots[0].i_can == "I can hop."


@pytest.mark.parametrize("hidden", ["\0", "\ud800", "\x1b[2J", "\x9b"], ids=ascii)
def test_a_line_with_signs_that_are_no_letters_is_named(hidden: str) -> None:
    text = f"I can hop\n\n\nI can ju{hidden}mp"
    assert said(text) == ["Line 4 holds signs that are no letters; look whether it was read as it is meant."]
    assert len(read(text).spots) == 2


@pytest.mark.parametrize("line", ["1.5 litres", "-5 degrees", "20 things", "-", "1.", "(my) way"])
def test_what_is_no_bullet_stays(line: str) -> None:
    assert without_bullet(line) == line


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("I can count to 20", "I can count to 20."),
        ("i can count to 20!", "I can count to 20!"),
        ("I can: count to 20", "I can count to 20."),
        ("Count to 20", "I can count to 20."),
        ("count to 20", "I can count to 20."),
        ("I can't wait", "I can't wait"),
        ("Ich kann bis 20 zählen", "Ich kann bis 20 zählen"),
        ("Je sais compter", "Je sais compter"),
        ("我会数到二十。", "我会数到二十。"),
        ("Halves and fourths", "Halves and fourths"),
    ],
)
def test_a_step_is_said_in_the_words_of_the_child(line: str, sentence: str) -> None:
    assert i_can(line) == sentence


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("I can count to 20.", "Count to 20"),
        ("I can count to 20, one number for each thing.", "Count to 20"),
        ("I can read and write the numbers to 20", "Read and write the numbers to 20"),
        ("I can donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesellsch…"),
        ("我会用积木数到二十再倒着数回来再数一遍", "我会用积木数到二十再倒着数回来…"),
        ("I can", "I can"),
        ("ßharp", "ßharp"),
    ],
)
def test_the_title_is_a_few_words(line: str, title: str) -> None:
    assert step_title(line) == title


def test_a_step_gets_the_picture_it_speaks_of_and_others_the_next() -> None:
    text = "I can hop\nI can share two apples\nI can cut half a cookie\nI can jump\nI can sing\n"
    assert [step.badge for step in read(text).spots] == ["kite", "apple", "half-cookie", "rocket", "apple"]
    assert {line.badge for line in read_lines(text).lines} == {""}


def test_a_second_unit_of_one_title_gets_an_id_of_its_own() -> None:
    first = read("I can hop")
    hop = read_lines("I can hop").lines
    second = unit_of(hop, title="Fractions", taken=[first])
    assert second is not None
    assert (second.id, second.spots[0].id) == ("fractions-2", "fractions-2/hop")
    nameless = unit_of(hop, title=" \x1b")
    assert nameless is not None
    assert nameless.title == "New unit"


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x00\u200b\n", "*\n* *\n", "Parts:\n", "#\n"])
def test_a_text_without_steps_says_what_to_type(text: str) -> None:
    pasted = read_lines(text)
    assert unit_of(pasted.lines, title="Fractions") is None
    assert pasted.remarks[-1].startswith("Type one step a line, such as: I can count to 20.")


def test_a_line_that_says_nothing_is_left_out_and_said() -> None:
    assert said("I can\nI can hop") == ['This line says only "I can"; write what the child can do.']


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I can hop\n" * (MOST_STEPS + 1), "This text has 201 steps; make a unit of 200 at most"),
        ("\n" * 10**6, "too long for a unit"),
        ("\n" * 10**5, "too long for a unit"),
    ],
)
def test_too_much_gets_one_sentence(text: str, said: str) -> None:
    with pytest.raises(BadSteps, match=said):
        unit_of(read_lines(text).lines, title="Fractions")


@pytest.mark.parametrize("long", ["a" * (LONGEST_LINE + 1), "a\u0316\u0301" * 50_000], ids=["letters", "accents"])
def test_one_line_too_long_is_left_out_and_the_others_are_read(long: str) -> None:
    assert columns(f"I can hop\n{long}\nI can jump") == [["Hop", "Jump"]]
    assert said(f"I can hop\n{long}\nI can jump") == [
        "This line is too long: a step is one short sentence of 300 letters at most, so write it shorter."
    ]


def test_as_many_steps_as_allowed_are_read() -> None:
    assert len(read("I can hop\n" * MOST_STEPS).spots) == MOST_STEPS


_LINES = st.lists(
    st.one_of(
        st.text(max_size=40), st.sampled_from(["", "* ", "I can", "# ", "hop", ":", "1. ", "**", "- ", "\u200d"])
    ),
    max_size=12,
).map("\n".join)


@given(st.one_of(st.text(), _LINES), st.text())
def test_any_text_is_a_unit_or_refused(text: str, title: str) -> None:
    try:
        lines, remarks = read_lines(text, badges=BADGES)
        unit = unit_of(lines, title=title)
    except Refusal:
        return
    if unit is None:
        assert remarks
        return
    ids = [step.id for step in unit.spots]
    assert len(set(ids)) == len(ids)
    assert len({level.id for level in unit.levels}) == len(unit.levels)
    for id_ in (*ids, *(level.id for level in unit.levels)):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*", id_)
    assert all(level.steps for level in unit.levels)
    for step in unit.spots:
        assert step.title
        assert step.i_can
        assert cells(step.title) <= TITLE_CELLS
        assert step.title.isprintable() or "\u200d" in step.title or "\u200c" in step.title
