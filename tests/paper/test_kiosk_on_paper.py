"""What the kiosk says of children comes onto no page: not for the wall, not for a family, not for the next teacher."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from board.mastery.facts import Fact, Kind
from board.mastery.progress import progress_of
from board.paper.drawing import drawn
from board.paper.kinds.for_children import FOR_CHILDREN
from board.paper.kinds.for_the_teacher import FOR_THE_TEACHER
from board.paper.order import Look, Order
from board.paper.pictures import ready_pictures
from builders import UNIT
from page_builders import MADE, students_of
from page_variants import EVERY_PAGE, Class, class_of
from printables.page.document import Style
from printables.page.paper import Paper, Surface

CLASS = class_of()
_KIOSK = (
    Kind.MAYBE_READY,
    Kind.HELP_WANTED,
    Kind.COVERED,
    Kind.CARD_WANTED,
)


def said(students: Iterable[str], steps: Iterable[str]) -> list[Fact]:
    """Everything the kiosk may say, of each child at each step, after all else."""
    wanted = [(who, step, kind) for who in students for step in steps for kind in _KIOSK]
    at = "2026-11-30T09:00:00+00:00"
    return [
        Fact(f"k{n}", 10_000 + n, "kiosk", at, "", kind, who, None if kind is Kind.CARD_WANTED else step)
        for n, (who, step, kind) in enumerate(wanted)
    ]


@pytest.mark.parametrize("kind", sorted(EVERY_PAGE))
def test_no_page_changes_by_what_the_kiosk_says(kind: str) -> None:
    style = Style(Surface(Paper.A4), MADE)
    facts = [fact for row in CLASS.progress.rows.values() for spot in row.values() for fact in spot.facts]
    about = [fact for told in CLASS.progress.about.values() for fact in told]
    more = said([one.id for one in CLASS.students], [step.id for step in CLASS.unit.spots])
    before, after = (
        EVERY_PAGE[kind](Class(CLASS.unit, CLASS.students, progress_of([*facts, *about, *kiosk])), style)
        for kiosk in ((), more)
    )
    assert after.pdf == before.pdf
    assert after.fields == before.fields


@pytest.mark.parametrize("kind", ["login", "login-list"])
def test_the_class_settles_in_which_style_its_words_are_drawn(kind: str) -> None:
    order = Order(kind, (UNIT,), "Room 12", students_of(3), progress_of([]), date(2026, 11, 30), Look("a4"))
    both = [
        ready_pictures(each, None, lambda *_: None, lambda _: None) for each in (order, replace(order, outlines=True))
    ]
    assert both[0].keys() == both[1].keys()
    words = [name for name in both[0] if name.startswith("word-")]
    assert len(words) == 12
    assert all(both[0][name] != both[1][name] for name in words)
    pages = [
        pypdfium2.PdfDocument(drawn(each, None, lambda *_: None).pdf) for each in (order, replace(order, outlines=True))
    ]
    seen = [page[0].render(scale=1).to_pil().convert("HSV").getchannel("S").histogram() for page in pages]
    assert sum(seen[1][100:]) < sum(seen[0][100:]), "plain shapes have one dark ink"
    assert [kind.name for kind in (*FOR_CHILDREN, *FOR_THE_TEACHER)].count(order.kind) == 1
