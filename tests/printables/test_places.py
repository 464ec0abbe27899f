"""Each named place is where its thing stands in the PDF, to a tenth of a millimetre; measured in the PDF alone."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from page_builders import MADE
from page_variants import EVERY_PAGE, POSTERS, Class, class_of
from places_measured import astray, outlined, sort_of
from places_on_paper import (
    Sides,
    opened,
    pictures_in,
    shapes_on,
    sides_of,
    window_of,
    words_in,
)
from printables.lettering.voices import letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.printer import TRUE, Printer
from printables.stock import stock

OFF_CENTRE = Printer(dx=1.5, dy=-2.25, scale=1.013)
CLASS = class_of()
SHEETS = [Surface(Paper.A4), Surface(Paper.LETTER)]
PLACED: Mapping[str, Printer] = {"true": TRUE, "off": OFF_CENTRE}


def style_of(surface: Surface, printer: Printer = TRUE, ink: Ink = Ink.COLOUR) -> Style:
    return Style(surface, MADE, ink, printer=printer)


@pytest.mark.parametrize("printer", PLACED.values(), ids=PLACED)
@pytest.mark.parametrize("surface", SHEETS, ids=str)
@pytest.mark.parametrize("kind", EVERY_PAGE)
def test_every_place_is_where_its_thing_stands(kind: str, surface: Surface, printer: Printer) -> None:
    drawn = EVERY_PAGE[kind](CLASS, style_of(surface, printer))
    assert drawn.fields
    assert astray(kind, drawn) == []
    assert len(opened(drawn.pdf)) == drawn.pages
    assert drawn.page_mm == pytest.approx([side * 25.4 / 72 for side in opened(drawn.pdf)[0].get_size()], abs=0.01)


@pytest.mark.parametrize("ink", [Ink.SAVER, Ink.BLANK])
@pytest.mark.parametrize(
    "kind", sorted({*EVERY_PAGE} - {"calibration", "register", "next teacher", "hand-out", "stickers", "wide stickers"})
)
def test_every_place_is_where_its_thing_stands_in_less_ink_and_larger_letters(kind: str, ink: Ink) -> None:
    style = Style(Surface(Paper.A4), MADE, ink, letters_of(early=True, larger=True), OFF_CENTRE)
    drawn = EVERY_PAGE[kind](CLASS, style)
    assert drawn.fields
    assert astray(kind, drawn) == []


@pytest.mark.parametrize("printer", PLACED.values(), ids=PLACED)
@pytest.mark.parametrize("surface", [Surface(Paper.A4, 2), Surface(Paper.LETTER, 3)], ids=str)
@pytest.mark.parametrize("kind", POSTERS)
def test_a_place_on_a_poster_is_on_each_sheet_that_shows_its_middle_and_on_no_other(
    kind: str, surface: Surface, printer: Printer
) -> None:
    drawn = EVERY_PAGE[kind](CLASS, style_of(surface, printer))
    windows = [window_of(page) for page in opened(drawn.pdf)]
    assert astray(kind, drawn) == []
    on: dict[str, set[int]] = {}
    for field in drawn.fields:
        on.setdefault(field.key, set()).add(field.page)
    for field in drawn.fields:
        middle = windows[field.page].on_poster(field)
        assert on[field.key] == {page for page, window in enumerate(windows) if window.shows(middle)}
    assert len(set.union(*on.values())) > 1
    assert {*on} == {field.key for field in EVERY_PAGE[kind](CLASS, style_of(Surface(surface.paper), printer)).fields}


@pytest.mark.parametrize("printer", PLACED.values(), ids=PLACED)
@pytest.mark.parametrize("surface", SHEETS, ids=str)
@pytest.mark.parametrize(("kind", "plain"), [("stickers", "outlines"), ("wide stickers", "wide outlines")])
def test_a_label_of_a_sticker_sheet_is_where_its_outline_is_on_plain_paper(
    kind: str, plain: str, surface: Surface, printer: Printer
) -> None:
    sheet, outlines = (EVERY_PAGE[each](CLASS, style_of(surface, printer)) for each in (kind, plain))
    labels = [field for field in sheet.fields if field.key.startswith("label/")]
    assert labels
    held_against = shapes_on(opened(outlines.pdf)[0])
    assert all(outlined(sides_of(label), held_against) for label in labels)


def places_of(kind: str, sort: str, style: Style) -> list[tuple[list[str], Sides, Any]]:
    """The places of a sort: what its key says after that, its sides, and its page."""
    drawn = EVERY_PAGE[kind](CLASS, style)
    pages = opened(drawn.pdf)
    found = [field for field in drawn.fields if sort_of(field.key) == sort]
    assert found
    return [(field.key.split("/", 2)[1:], sides_of(field), pages[field.page]) for field in found]


NAMES = {student.id: student.name for student in CLASS.students}
STEPS = {step.id: step for step in CLASS.unit.spots}
PLAIN = style_of(Surface(Paper.A4))


@pytest.mark.parametrize("kind", ["personal", "personal of a size", "wall", "wall of a size"])
def test_a_spot_is_that_of_the_child_and_the_step_it_is_called_by(kind: str) -> None:
    for (student, step), sides, page in places_of(kind, "spot", PLAIN):
        who = next(one for one in CLASS.students if one.id == student)
        assert pictures_in(page, sides) == CLASS.earned(who, STEPS[step])


@pytest.mark.parametrize(
    ("kind", "sort"),
    [("takehome", "sticker"), ("takehome", "spot"), ("register", "row"), ("login", "card"), ("login list", "row")],
)
def test_a_place_is_called_by_the_child_whose_it_is(kind: str, sort: str) -> None:
    for (student, *_), sides, page in places_of(kind, sort, PLAIN):
        own_page = kind == "takehome"
        around_it = Sides(0, 0, 210, 297) if own_page else sides
        assert NAMES[student] in words_in(page, around_it)
        assert not [name for id_, name in NAMES.items() if id_ != student and name in words_in(page, around_it)]


@pytest.mark.parametrize(
    ("kind", "sort", "reach"),
    [
        ("takehome", "sticker", 60.0),
        ("takehome", "spot", 60.0),
        ("next teacher", "shown", 0.0),
        ("next teacher", "growing", 0.0),
    ],
)
def test_a_place_is_called_by_the_step_that_is_told_there(kind: str, sort: str, reach: float) -> None:
    for (_, *step), sides, page in places_of(kind, sort, PLAIN):
        if step:
            assert f"{STEPS[step[0]].i_can}" in words_in(page, sides._replace(right=sides.right + reach))


def test_a_cell_of_the_register_holds_the_mark_of_its_child_and_step() -> None:
    for (student, step), sides, page in places_of("register", "cell", PLAIN):
        spot = CLASS.progress.spot(student, step)
        assert ("1 Sep" in words_in(page, sides)) == (spot.mark is not None)


def test_a_card_holds_its_step_and_a_box_to_tick_its_number() -> None:
    for names, sides, page in places_of("cards", "card", PLAIN):
        assert STEPS["/".join(names)].i_can in words_in(page, sides)
    for (_, number), sides, page in places_of("group", "box", PLAIN):
        assert words_in(page, sides) == number


def test_a_label_is_called_by_its_number_and_holds_its_sticker() -> None:
    for (number,), sides, page in places_of("outlines", "label", PLAIN):
        assert words_in(page, sides) == number
    for (_, sides, page), sticker in zip(places_of("wide stickers", "label", PLAIN), CLASS.stickers, strict=True):
        assert words_in(page, sides) == f"{sticker.whose} {sticker.step.i_can}"
        assert pictures_in(page, sides) == 1
    for (sheet, number), sides, page in places_of("hand-out", "label", PLAIN):
        at = (int(sheet) - 1) * stock("avery-l7160").count + int(number) - 3
        assert (number in words_in(page, sides)) == (0 <= at < len(CLASS.stickers))


PRINTERS = st.builds(
    Printer,
    dx=st.floats(-20, 20),
    dy=st.floats(-20, 20),
    scale=st.floats(0.9, 1.1),
)


@settings(max_examples=25)
@given(
    kind=st.sampled_from(["wall of a size", "stickers", "glue", "personal of a size"]),
    printer=PRINTERS,
    surface=st.sampled_from([*map(Surface, Paper), Surface(Paper.A4, 2)]),
    children=st.integers(1, 12),
    shape=st.tuples(st.integers(1, 4), st.integers(2, 5)),
)
def test_every_place_is_where_its_thing_stands_whatever_printer_paper_and_class(
    kind: str, printer: Printer, surface: Surface, children: int, shape: tuple[int, int]
) -> None:
    surface = surface if kind in POSTERS else Surface(surface.paper)
    here: Class = class_of(children, *shape)
    try:
        drawn = EVERY_PAGE[kind](here, style_of(surface, printer))
    except ValueError:  # spots of this size don't fit, and that is said elsewhere
        reject()
    assert drawn.fields
    assert astray(kind, drawn) == []
