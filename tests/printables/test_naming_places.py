"""What a page keeps of the places that are named on it, however the canvas stands just then."""

import itertools
from collections import Counter

import pytest

from page_builders import MADE
from places_on_paper import Sides, opened, shapes_on, sides_of, window_of
from printables.page import shapes
from printables.page.document import Document, Style
from printables.page.hues import INK
from printables.page.paper import MM, Paper, Surface
from printables.page.pictures import Circle, Stamps
from printables.page.printer import TRUE, Printer
from printables.page.shapes import Look

THIN = Look(stroke=INK, width=0.1)
SIDE, APART = 60.0, 27.0
"""Width of a square, and from one to the next, in pt: a little less than two sheets share."""


def begun(surface: Surface, printer: Printer = TRUE, *, landscape: bool = False, edge: float = 10 * MM) -> Document:
    style = Style(surface, MADE, printer=printer)
    return Document(style, title="Places", subject="Places.", landscape=landscape, actual_size=True, edge=edge)


def square(page: Document, key: str, left: float, bottom: float) -> None:
    """Draw a square and name it."""
    shapes.strip(page.canvas, (left, bottom, SIDE, 2 * SIDE), THIN)
    page.field(key, (left, bottom, SIDE, 2 * SIDE))


@pytest.mark.parametrize("surface", [*map(Surface, Paper), Surface(Paper.A4, 2)], ids=str)
@pytest.mark.parametrize("printer", [TRUE, Printer(3.0, -4.5, 0.97)])
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("edge", [0.0, 10 * MM])
def test_a_place_named_where_the_canvas_is_moved_and_turned_is_where_it_was_drawn(
    *, surface: Surface, printer: Printer, landscape: bool, edge: float
) -> None:
    page = begun(surface, printer, landscape=landscape, edge=edge)
    canvas = page.canvas
    square(page, "as it is", 100, 300)
    canvas.saveState()
    canvas.translate(220, 80)
    square(page, "moved", 10, 20)
    canvas.rotate(90)
    square(page, "turned", 30, -90)
    canvas.scale(0.5, 1.5)
    square(page, "turned and stretched", 200, -300)
    canvas.restoreState()
    square(page, "as before", 330, 400)
    drawn = page.finish()
    assert {field.key for field in drawn.fields} == {
        "as it is",
        "moved",
        "turned",
        "turned and stretched",
        "as before",
    }
    pages = [shapes_on(each) for each in opened(drawn.pdf)]
    for field in drawn.fields:
        assert any(shape.stands_at(sides_of(field)) for shape in pages[field.page])
        assert field.width != pytest.approx(field.height)


def test_a_stamp_and_what_lies_in_it_are_named_by_where_they_are_stamped() -> None:
    page = begun(Surface(Paper.A4))
    at = Circle(200, 300, 40)
    stamps = Stamps(page, {})
    stamps.stamp("star", lambda canvas: shapes.open_star(canvas, page.hue(0)), at)
    page.field("star", at.part(shapes.STAR_BOX))
    page.field("whole", at.box)
    drawn = page.finish()
    star, whole = drawn.fields
    (only, _) = [shape for shape in shapes_on(opened(drawn.pdf)[0]) if shape.stands_at(sides_of(star))]
    assert sides_of(whole).holds(only.sides)
    assert (whole.x, whole.y) == pytest.approx((200 / MM, 297 - 300 / MM))


def test_each_page_keeps_its_own_places_in_the_order_they_were_named() -> None:
    page = begun(Surface(Paper.A4))
    square(page, "b", 100, 300)
    square(page, "a", 200, 300)
    page.next_page()
    page.next_page()
    square(page, "b", 100, 300)
    drawn = page.finish()
    assert [(field.page, field.key) for field in drawn.fields] == [(0, "b"), (0, "a"), (2, "b")]
    assert drawn.pages == 3


def test_no_two_places_of_a_page_have_one_name() -> None:
    page = begun(Surface(Paper.A4))
    square(page, "box/1", 100, 300)
    with pytest.raises(AssertionError, match="two places of one page are called box/1"):
        square(page, "box/1", 200, 300)


@pytest.mark.parametrize("sheets", [2, 3])
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("printer", [TRUE, Printer(3.0, -4.5, 0.97)])
def test_what_is_cut_by_the_sheets_of_a_poster_is_whole_on_each_that_shows_its_middle(
    *, sheets: int, landscape: bool, printer: Printer
) -> None:
    page = begun(Surface(Paper.LETTER, sheets), printer, landscape=landscape)
    across, down = int((page.width - SIDE) / APART), int((page.top - page.bottom - 2 * SIDE) / APART)
    for x, y in itertools.product(range(across), range(down)):
        square(page, f"{x}/{y}", page.left + APART * x, page.bottom + APART * y)
    drawn = page.finish()
    pages = opened(drawn.pdf)
    windows = [window_of(each) for each in pages]
    shown = {(field.page, field.key) for field in drawn.fields}
    for field in drawn.fields:
        middle = windows[field.page].on_poster(field)
        on = {number for number, window in enumerate(windows) if window.shows(middle)}
        assert on == {number for number in range(sheets**2) if (number, field.key) in shown}
        assert field.width == pytest.approx(SIDE / MM * printer.scale)
    cut = [field for field in drawn.fields if not windows[field.page].sides.holds(sides_of(field))]
    often = Counter(key for _, key in shown)
    assert cut
    assert {*often.values()} == {1, 2, 4}
    assert {number for number, _ in shown} == set(range(sheets**2))
    assert len(often) == across * down


def test_sides_are_told_from_the_upper_left_corner() -> None:
    page = begun(Surface(Paper.A4))
    page.field("corner", (0, 297 * MM - 50, 30, 50))
    (field,) = page.finish().fields
    assert sides_of(field).near(Sides(0, 0, 30 / MM, 50 / MM), 0.001)
