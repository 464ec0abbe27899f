"""What may not be seen changes no page: two classes that are one to whoever looks give one and the same file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from board.mastery.audience import Audience
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.progress import Progress, progress_of
from board.paper.catalogue import kind_called, kinds
from board.paper.drawing import drawn, drawn_with
from board.paper.kind import Choice
from board.paper.order import Order
from board.paper.pictures import ready_pictures
from builders import UNIT, fact
from demo_orders import KINDS
from printables.page.drawn import Drawn
from printables.stock import stock
from who_looks import (
    AVA,
    CLASS,
    PLANNED,
    PLANNED_BUT_AVA,
    Twins,
    everything_shown,
    jpeg_of,
    readers,
    twins_to_ava,
    twins_to_everybody,
)

Change = Callable[[Order], Order]


def _as_it_is(order: Order) -> Order:
    return order


def _by_alias(order: Order) -> Order:
    return replace(order, by_alias=True)


FOR_EVERYBODY: dict[str, tuple[str, Change]] = {
    **{kind.name: (kind.name, _as_it_is) for kind in kinds() if kind.audience is Audience.EVERYBODY},
    **{f"{kind.name} by alias": (kind.name, _by_alias) for kind in kinds() if Choice.ALIAS in kind.choices},
}
FOR_AVA = tuple(kind.name for kind in kinds() if kind.audience is Audience.STUDENT)


WITH_PICTURES = ("quilt", "proud", "personal", "certificate", "stickers", "glue", "takehome", "wall")
"""Kinds on which children's own pictures stand."""


def order_of(kind: str, progress: Progress, students: tuple[Student, ...] = CLASS) -> Order:
    label = stock("ol5275") if kind_called(kind).on_labels else None
    names = {"t": "Ms. Rivera"}
    return Order(
        kind,
        (UNIT,),
        "Room 12",
        students,
        progress,
        date(2026, 11, 25),
        assessors=names,
        everyone=students,
        label=label,
    )


def page(order: Order) -> Drawn | str:
    """Draw a page that nobody's private parts are read for, with its places; a sentence where there is nothing to draw."""
    with readers() as found:
        try:
            page: Drawn | str = drawn(order, None, jpeg_of)
        except ValueError as nothing:
            page = str(nothing)
    assert found == set()
    return page


@pytest.mark.parametrize("view", FOR_EVERYBODY)
@settings(max_examples=25)
@given(twins=twins_to_everybody())
def test_what_is_not_for_everybody_changes_nothing_that_everybody_sees(view: str, twins: Twins) -> None:
    kind, change = FOR_EVERYBODY[view]
    first, second = (
        page(change(order_of(kind, progress_of(facts), students)))
        for facts, students in zip(twins, (CLASS, PLANNED), strict=True)
    )
    assert first == second


@pytest.mark.parametrize("kind", FOR_AVA)
@settings(max_examples=25)
@given(twins=twins_to_ava())
def test_notes_doubts_and_other_children_change_nothing_that_a_child_takes_home(kind: str, twins: Twins) -> None:
    first, second = (
        page(replace(order_of(kind, progress_of(facts), students), students=students[:1], named=True, again=True))
        for facts, students in zip(twins, (CLASS, PLANNED_BUT_AVA), strict=True)
    )
    assert first == second


@pytest.mark.parametrize("view", FOR_EVERYBODY)
def test_who_was_first_changes_nothing_that_everybody_sees(view: str) -> None:
    kind, change = FOR_EVERYBODY[view]
    done = [(one.id, step) for one in CLASS[:4] for step in ("halves", "thirds")]

    def made(order: list[tuple[str, str]]) -> Drawn | str:
        facts = [fact(Kind.MASTERED, step, seq=at, student=who) for at, (who, step) in enumerate(order, 1)]
        return page(change(order_of(kind, progress_of(facts))))

    assert made(done) == made([*done[4:], *done[:4]])


def test_what_is_left_out_of_a_plan_looks_open_to_the_child() -> None:
    out = progress_of([fact(Kind.EXCUSED, "ones")])
    both = [replace(order_of("personal", one), students=(AVA,)) for one in (Progress(), out)]
    assert page(both[0]) == page(both[1])


def _every_face(progress: Progress) -> dict[str, bytes]:
    """Every picture of the class in every cut it ever had for anybody."""
    faces = {art.face for shelf in progress.shelves.values() for art in shelf.values()}
    faces |= {
        art.face._replace(cut=art.seen) for shelf in progress.shelves.values() for art in shelf.values() if art.seen
    }
    return {face.name: jpeg_of(face, 0) for face in faces}


def made_ready(order: Order) -> tuple[dict[str, bytes], set[str]]:
    """The pictures of a page made ready, and which of them are children's own."""
    wanted: set[str] = set()

    def own(face: Face, px: int) -> bytes:
        wanted.add(face.name)
        return jpeg_of(face, px)

    return ready_pictures(order, None, own, lambda _share: None), wanted


def about(kind: str, progress: Progress) -> Order:
    at_hand = kind_called(kind).at_hand
    return replace(order_of(kind, progress), step=UNIT.spots[0] if at_hand else None, named=at_hand)


@pytest.mark.parametrize("kind", WITH_PICTURES)
@settings(max_examples=8)
@given(twins=twins_to_everybody())
def test_every_picture_a_page_shows_is_made_ready_and_no_other_is(kind: str, twins: Twins) -> None:
    order = about(kind, progress_of(twins[1]))
    ready, wanted = made_ready(order)
    try:
        page = drawn_with(order, ready)
    except ValueError:
        return
    assert page == drawn_with(order, {**ready, **_every_face(order.progress)})
    for name in wanted:
        assert page != drawn_with(order, {other: jpeg for other, jpeg in ready.items() if other != name})


@pytest.mark.parametrize("kind", KINDS)
def test_whether_childrens_pictures_stand_on_a_page_is_said_by_its_kind(kind: str) -> None:
    order = about(kind, progress_of(everything_shown()))
    ready, wanted = made_ready(order)
    page = drawn_with(order, ready)
    assert page == drawn_with(order, {**ready, **_every_face(order.progress)})
    without = drawn_with(order, {name: jpeg for name, jpeg in ready.items() if name not in wanted})
    assert (bool(wanted), page != without) == (kind in WITH_PICTURES, kind in WITH_PICTURES)


def test_every_kind_for_others_eyes_is_tried() -> None:
    tried = {kind for kind, _ in FOR_EVERYBODY.values()} | set(FOR_AVA)
    assert {kind.audience for kind in kinds() if kind.name not in tried} == {Audience.TEACHER}
    assert "quilt" in FOR_EVERYBODY
    assert "wall by alias" in FOR_EVERYBODY
