"""No page for a child or everybody tells ranks, counts, dates of work, plans, doubts or what an adult said in detail."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from board.mastery import audience as rules
from board.mastery import seen
from board.mastery.audience import Audience
from board.mastery.people import Student
from board.mastery.progress import Status, progress_of
from board.paper.catalogue import kind_called, kinds
from board.paper.drawing import drawn
from board.paper.kind import Choice
from board.paper.order import Order
from leaks import RICH, SECRET, Twin, told, twins
from paper_reading import text_of
from printables.page.drawn import Drawn
from printables.stock import stock
from who_looks import jpeg_of

NOT_FOR_TEACHERS_ALONE = {
    **{kind.name: (kind.audience, False) for kind in kinds() if kind.audience is not Audience.TEACHER},
    **{f"{kind.name} by alias": (Audience.EVERYBODY, True) for kind in kinds() if Choice.ALIAS in kind.choices},
}
"""Every kind of page that a child or everybody sees, with who does: a new kind is among them by its row of the catalogue."""

SAYS_NOTHING = ("25 November 2026", "100 %", "from left to right")
"""The day a page is printed, and how large it is printed: they tell nothing of a child."""


def order_of(view: str, twin: Twin) -> Order:
    """An order for a kind of page of a class; of Ava alone where it is hers."""
    name, (audience, by_alias) = view.removesuffix(" by alias"), NOT_FOR_TEACHERS_ALONE[view]
    order = Order(
        name,
        (RICH,),
        "Room 12",
        twin.students,
        progress_of(twin.facts),
        date(2026, 11, 25),
        assessors={"t": "Ms. Rivera"},
        everyone=twin.students,
        label=stock("ol5275") if kind_called(name).on_labels else None,
        by_alias=by_alias,
    )
    hers: tuple[Student, ...] = twin.students[:1]
    return replace(order, students=hers, named=True, again=True) if audience is Audience.STUDENT else order


def page(view: str, twin: Twin) -> Drawn | str:
    try:
        return drawn(order_of(view, twin), None, jpeg_of)
    except ValueError as nothing:
        return str(nothing)


def all_words(made: Drawn | str) -> str:
    """Give everything that can be read in a file: what stands on its pages, and what it says of itself."""
    if isinstance(made, str):
        return made
    about = pypdfium2.PdfDocument(made.pdf).get_metadata_dict(skip_empty=True)
    own = [text for key, text in about.items() if key not in ("CreationDate", "ModDate", "Producer", "Creator")]
    return "\n".join((text_of(made.pdf), *own))


def leaks(view: str) -> list[str]:
    """Give what a page tells that its audience may not know."""
    both = [page(view, twin) for twin in twins(NOT_FOR_TEACHERS_ALONE[view][0])]
    found = [] if both[0] == both[1] else ["two classes that are one to them give two pages"]
    return found + [f"{what}: {words}" for made in both for what, words in told(all_words(made), SAYS_NOTHING).items()]


@pytest.mark.parametrize("view", NOT_FOR_TEACHERS_ALONE)
def test_a_page_tells_its_audience_nothing_it_may_not_know(view: str) -> None:
    assert leaks(view) == []


def test_pages_are_there_for_everybody_and_for_a_child() -> None:
    assert {audience for audience, _ in NOT_FOR_TEACHERS_ALONE.values()} == {Audience.EVERYBODY, Audience.STUDENT}
    drawn_ones = {
        view for view in NOT_FOR_TEACHERS_ALONE if not isinstance(page(view, twins(Audience.STUDENT)[0]), str)
    }
    assert {"quilt", "proud", "personal", "takehome", "wall by alias"} <= drawn_ones


def _a_try_is_a_sticker(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rules, "seen_status", lambda spot, _: spot.status if spot.status is Status.OPEN else Status.MASTERED)


def _own_versions_are_told(patch: pytest.MonkeyPatch) -> None:
    made = vars(seen.SeenSpot)["looks_like"].fget
    patch.setattr(seen.SeenSpot, "looks_like", property(lambda one: ("Own version",) if one.own else made(one)))


def _notes_are_tips(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(seen, "_earlier_tips", lambda spot: tuple(fact.note for fact in spot.facts if fact.note))


@pytest.mark.parametrize("plant", [_a_try_is_a_sticker, _notes_are_tips, _own_versions_are_told])
def test_a_rule_that_lets_something_through_is_found_on_paper(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    assert any(leaks(view) for view in ("quilt", "wall by alias", "personal", "takehome"))


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("You are 2nd", "a rank"),
        ("3 of the 5 steps", "a count"),
        ("29 of 30", "a count"),
        ("3/4", "a count"),
        ("80 %", "a percentage"),
        ("2 more to go", "what is left"),
        ("One is missing", "what is left"),
        ("5 January", "a date"),
        ("2026-01-05", "a date"),
        ("at 9:05", "a time"),
        ("Own version", "a plan"),
        ("Excused", "a plan"),
        ("Check again", "what is private"),
        (SECRET, "what is private"),
    ],
)
def test_what_tells_something_is_found_in_a_text(text: str, tells: str) -> None:
    assert tells in told(text)


@pytest.mark.parametrize(
    "text", ["I can halves.", "Someone else gets to see it too!", "Count to 20", "Not yet: try this"]
)
def test_what_tells_nothing_is_left_alone(text: str) -> None:
    assert told(text) == {}
