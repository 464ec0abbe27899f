"""Charts and label sheets know each other: a sticker covers its spot, measured in the files."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from board.paper.drawing import drawn
from board.paper.order import Look, Order
from board.store.class_book import ClassBook
from demo_orders import ordered
from paper_reading import pages_of, rings_on
from printables.stock import Stock, stocks

OFF = 0.05
"""How much in mm a printed size may be off."""

ROUND = [one for one in stocks() if one.round]


def blank(order: Order) -> Order:
    """The same for real stickers."""
    return replace(order, look=replace(order.look, ink="blank"))


@pytest.mark.parametrize("label", ROUND, ids=lambda label: label.id)
def test_the_spots_of_a_chart_are_as_wide_as_the_stickers_of_a_sheet(
    demo_class: ClassBook, prints: Path, label: Stock
) -> None:
    def nothing(_face: object, _px: int) -> None:
        return None

    def rings(order: Order) -> list[float]:
        pages: list[Any] = pages_of(drawn(blank(order), prints, nothing).pdf)
        return [ring.across for page in pages for ring in rings_on(page) if ring.across > 10]

    sheet = replace(ordered(demo_class, "stickers", label.page), label=label)
    chart = replace(ordered(demo_class, "personal", label.page), spot_mm=label.spot_mm)
    stickers, spots = rings(sheet), rings(chart)
    assert len(stickers) == label.count
    assert len(spots) == len(demo_class.units[0].spots)
    assert all(across == pytest.approx(label.spot_mm, abs=OFF) for across in (*stickers, *spots))


def test_a_wall_chart_for_stickers_fits_a_poster(demo_class: ClassBook, prints: Path) -> None:
    order = replace(ordered(demo_class, "wall", "poster3x3"), spot_mm=18.9)
    pages = pages_of(drawn(blank(order), prints, lambda _face, _px: None).pdf)
    assert len(pages) == 9
    spots = len(demo_class.units[0].spots) * len(demo_class.students)
    found = [ring for ring in rings_on(pages[0]) if ring.across == pytest.approx(18.9, abs=OFF)]
    assert len(found) == spots


def test_a_wall_chart_says_where_stickers_of_a_size_would_fit(demo_class: ClassBook, prints: Path) -> None:
    order = replace(ordered(demo_class, "wall", "a4"), spot_mm=18.9, look=Look("a4"))
    with pytest.raises(ValueError, match="poster of 3 x 3"):
        drawn(order, prints, lambda _face, _px: None)
