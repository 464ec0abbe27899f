"""An order: which stickers are on it, what its file is called, what is asked before it is printed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from board.mastery.audience import SMALL_GROUP
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Status, progress_of
from board.paper.catalogue import kind_called
from board.paper.order import Look, Order
from builders import STUDENTS, UNIT, fact, ledgers
from demo_orders import KINDS
from hostile import HOSTILE
from printables.stock import stock

CLASS = [Student(name, name.title()) for name in STUDENTS]
DAY = date(2026, 11, 25)


def order(kind: str = "stickers", facts: list[Fact] | None = None) -> Order:
    return Order(kind, (UNIT,), "Room 12", CLASS, progress_of(facts or []), DAY)


def question(asked: Order) -> str:
    """What is asked before it is printed."""
    return kind_called(asked.kind).asks(asked)


def spots(asked: Order) -> list[tuple[str, str]]:
    return [(student.id, step.id) for student, step in asked.stickers]


EARNED = [
    fact(Kind.MASTERED, "thirds", seq=1, student="ben"),
    fact(Kind.MASTERED, "pizza", seq=2),
    fact(Kind.MASTERED, "halves", seq=3),
    fact(Kind.PRINTED, "halves", seq=4),
    fact(Kind.PRACTISING, "thirds", seq=5),
]


def test_new_stickers_come_child_after_child_and_printed_ones_only_when_asked_for() -> None:
    asked = order(facts=EARNED)
    assert spots(asked) == [("ava", "u/pizza"), ("ben", "u/thirds")]
    assert spots(replace(asked, again=True)) == [("ava", "u/halves"), ("ava", "u/pizza"), ("ben", "u/thirds")]
    assert spots(replace(asked, students=CLASS[1:])) == [("ben", "u/thirds")]


@pytest.mark.parametrize("again", [False, True])
def test_a_sticker_of_a_step_that_two_units_share_is_printed_once(again: bool) -> None:
    shared = replace(order(facts=EARNED), units=(UNIT, replace(UNIT, id="v")), again=again)
    assert len(spots(shared)) == len(set(spots(shared)))
    assert len(shared.steps) == len(UNIT.spots)


@given(ledgers())
def test_again_prints_all_that_is_earned_and_new_ones_are_among_them(facts: list[Fact]) -> None:
    new, again = order(facts=facts), replace(order(facts=facts), again=True)
    earned = {
        (student.id, step.id)
        for student in CLASS
        for step in UNIT.spots
        if new.progress.spot(student.id, step.id).status is Status.MASTERED
    }
    assert set(spots(again)) == earned
    assert [spot for spot in spots(again) if spot in spots(new)] == spots(new)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_gets_into_the_name_of_a_file(name: str) -> None:
    child = Student("s1", name, alias=name)
    asked = Order("personal", (replace(UNIT, title=name),), name, (child,), progress_of([]), DAY, named=True)
    assert asked.file_name == "personal-u-s1-letter-2026-11-25.pdf"


def test_a_file_is_called_by_what_is_on_it() -> None:
    assert order("wall").file_name == "wall-u-letter-2026-11-25.pdf"
    assert replace(order("wall"), by_alias=True).file_name == "wall-aliases-u-letter-2026-11-25.pdf"
    poster = replace(order("quilt"), look=Look("poster2x2", "a4"))
    assert poster.file_name == "quilt-u-poster2x2-2026-11-25.pdf"
    two = replace(order("register"), units=(UNIT, replace(UNIT, id="v")), look=Look("a4"))
    assert two.file_name == "register-a4-2026-11-25.pdf"
    labels = replace(order(), label=stock("ol5275"))
    assert labels.file_name == "stickers-u-ol5275-2026-11-25.pdf"
    assert replace(labels, students=CLASS[:1], named=True).file_name == "stickers-u-ava-ol5275-2026-11-25.pdf"
    assert replace(labels, named=True).file_name == labels.file_name


def children(count: int, *, aliases: int = 0) -> list[Student]:
    return [Student(f"s{at}", f"Child {at}", "Comet" if at < aliases else "") for at in range(count)]


def test_the_quilt_of_a_small_group_is_asked_about_and_nothing_else_is() -> None:
    few, many = children(SMALL_GROUP - 1), children(SMALL_GROUP)
    for kind in KINDS:
        asked = replace(order(kind), students=few)
        assert bool(question(asked)) is (kind == "quilt")
        assert question(replace(asked, students=many)) == ""
    sentence = question(replace(order("quilt"), students=few))
    assert "everybody can tell whose sticker is whose" in sentence
    assert sentence.endswith("?")


def test_aliases_that_are_missing_are_asked_about_where_they_would_be_printed() -> None:
    asked = replace(order("wall"), students=children(8, aliases=5), by_alias=True)
    assert question(asked).startswith("3 of the students have no alias")
    assert question(replace(asked, by_alias=False)) == ""
    assert question(replace(asked, students=children(8, aliases=8))) == ""


def test_a_wall_chart_by_alias_says_so_to_whoever_prints_it() -> None:
    wall = order("wall")
    kind = kind_called("wall")
    assert kind.who_sees(wall) == "you: a teacher's copy, not for display"
    assert "without names" in kind.who_sees(replace(wall, by_alias=True))
    assert "not for display" in kind.who_sees(replace(wall, by_alias=True))


def test_without_a_unit_there_is_a_sentence() -> None:
    with pytest.raises(ValueError, match="has no unit yet, so there is nothing to print"):
        _ = replace(order(), units=()).unit
