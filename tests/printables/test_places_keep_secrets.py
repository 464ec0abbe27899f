"""What may not be known of a page may not be known of its places either."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from board.mastery.facts import Fact, Kind
from board.mastery.progress import progress_of
from builders import UNIT, fact
from page_builders import MADE
from page_variants import EVERY_PAGE, Class, class_of
from printables.page.document import Style
from printables.page.drawn import Field
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from who_looks import AVA, CLASS, Twins, twins_to_ava, twins_to_everybody

FOR_EVERYBODY = ("quilt", "proud", "wall", "wall by alias", "wall of a size")
NAMELESS = ("quilt", "proud", "wall by alias")
FOR_AVA = ("personal", "personal of a size", "takehome", "certificate", "stickers", "glue")


def places(kind: str, here: Class, ink: Ink = Ink.COLOUR) -> tuple[Field, ...] | str:
    """The places of a page; a sentence where there is nothing to draw."""
    try:
        return EVERY_PAGE[kind](here, Style(Surface(Paper.A4), MADE, ink)).fields
    except ValueError as nothing:
        return str(nothing)


@pytest.mark.parametrize("kind", FOR_EVERYBODY)
@settings(max_examples=15)
@given(twins=twins_to_everybody())
def test_what_is_not_for_everybody_changes_no_place_on_a_page_for_everybody(kind: str, twins: Twins) -> None:
    first, second = (places(kind, Class(UNIT, CLASS, progress_of(facts))) for facts in twins)
    assert first == second


@pytest.mark.parametrize("kind", FOR_AVA)
@settings(max_examples=15)
@given(twins=twins_to_ava())
def test_notes_doubts_and_other_children_change_no_place_on_a_childs_page(kind: str, twins: Twins) -> None:
    first, second = (places(kind, Class(UNIT, (AVA,), progress_of(facts))) for facts in twins)
    assert first == second


@pytest.mark.parametrize("kind", FOR_EVERYBODY)
def test_who_was_first_changes_no_place_on_a_page_for_everybody(kind: str) -> None:
    done = [(one.id, step) for one in CLASS[:4] for step in ("halves", "thirds")]

    def made(marks: list[tuple[str, str]]) -> tuple[Field, ...] | str:
        facts: list[Fact] = [fact(Kind.MASTERED, step, seq=at, student=who) for at, (who, step) in enumerate(marks, 1)]
        return places(kind, Class(UNIT, CLASS, progress_of(facts)))

    assert made(done)
    assert made(done) == made([*done[4:], *done[:4]])


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("kind", NAMELESS)
def test_a_page_that_names_nobody_calls_no_place_by_a_child(kind: str, ink: Ink) -> None:
    here = class_of()
    found = places(kind, here, ink)
    assert found
    told = " ".join(field.key for field in found if isinstance(field, Field))
    assert told
    assert not [word for one in here.students for word in (one.id, one.name, one.alias) if word in told]


@pytest.mark.parametrize("kind", NAMELESS)
def test_another_child_in_the_same_place_changes_no_place_of_a_page_that_names_nobody(kind: str) -> None:
    here = class_of()
    ids = {one.id: f"other-{at}" for at, one in enumerate(here.students)}
    others = tuple(replace(one, id=ids[one.id], name=f"Somebody {one.name}") for one in here.students)
    facts = [
        known._replace(student=ids[one.id])
        for one in here.students
        for step in here.unit.spots
        for known in here.progress.spot(one.id, step.id).facts
    ]
    other = Class(here.unit, others, progress_of(facts))
    assert places(kind, here)
    assert places(kind, here) == places(kind, other)
