import datetime as dt
import itertools
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops

import paper_reading as paper
from board.mastery.audience import earned_by_level
from page_builders import MADE, PICTURES, earned_by, students_of, unit_of, wall
from printables.lettering.voices import letters_of
from printables.page import document
from printables.page.document import Document, Style
from printables.page.hues import Ink
from printables.page.paper import MARGIN, MM, POSTER_EDGE, POSTER_OVERLAP, POSTER_STRIP, Paper, Surface
from printables.quilt.chart import class_quilt

Draw = Callable[..., bytes]

ART = POSTER_EDGE + POSTER_STRIP
"""Where the art begins on each sheet."""
PX_PER_MM = 3


@pytest.fixture
def wall_poster() -> Draw:
    unit, students = unit_of(), students_of(24)
    progress = earned_by(students[::2], unit.spots[:13])
    return lambda **style: wall(unit, students, progress, **style)


@pytest.fixture
def quilt_poster() -> Draw:
    unit, students = unit_of(), students_of(9)
    earned = earned_by_level(unit, students, earned_by(students, unit.spots[:17]))

    def draw(*, paper: Paper = Paper.A4, sheets: int = 1, ink: Ink = Ink.COLOUR) -> bytes:
        style = Style(Surface(paper, sheets), MADE, ink)
        return class_quilt(unit, earned, PICTURES, class_name="Room 12", style=style).pdf

    return draw


def empty(surface: Surface, *, landscape: bool = False, larger: bool = False) -> list[Any]:
    """The sheets of a poster without art: nothing is on them but what puts them together."""
    style = Style(surface, dt.date(2026, 11, 22), letters=letters_of(early=larger, larger=larger))
    return paper.pages_of(Document(style, title="", subject="", landscape=landscape).finish().pdf)


def upright_ticks(page: Any) -> list[float]:
    """Where the upright ticks of an empty sheet are, from its left in pt."""
    return sorted({round(box.middle[0], 1) for box in paper.shapes_on(page) if box.width < 1.1 and 9 < box.height < 15})


def level_ticks(page: Any) -> list[float]:
    """Where the level ticks of an empty sheet are, from its bottom in pt."""
    return sorted({round(box.middle[1], 1) for box in paper.shapes_on(page) if box.height < 1.1 and 9 < box.width < 15})


SURFACES = [Surface(size, sheets) for size in (Paper.A4, Paper.LETTER) for sheets in (2, 3)]


@pytest.mark.parametrize("surface", SURFACES, ids=str)
@pytest.mark.parametrize("kind", ["wall_poster", "quilt_poster"])
def test_a_poster_is_just_so_many_sheets_printed_at_their_true_size(
    surface: Surface, kind: str, request: pytest.FixtureRequest
) -> None:
    pdf = request.getfixturevalue(kind)(paper=surface.paper, sheets=surface.sheets)
    pages = paper.pages_of(pdf)
    assert len(pages) == surface.sheets**2
    assert b"/PrintScaling /None" in pdf
    assert b"/Lang (en)" in pdf
    for page in pages:
        assert sorted(page.get_size()) == pytest.approx(surface.paper.size(), abs=0.01)
        assert paper.darkest_in_the_dead_border(page) > 250


@pytest.mark.parametrize("surface", SURFACES, ids=str)
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("larger", [False, True])
def test_each_sheet_says_which_it_is_and_its_words_touch_nothing(
    *, surface: Surface, landscape: bool, larger: bool
) -> None:
    places = itertools.product(range(surface.sheets), repeat=2)
    for (row, column), page in zip(places, empty(surface, landscape=landscape, larger=larger), strict=True):
        text = " ".join(page.get_textpage().get_text_bounded().split())
        assert f"Row {'ABC'[row]}, Column {column + 1} of {surface.sheets} x {surface.sheets}" in text
        assert "100 mm: print at actual size" in text
        assert paper.overlapping_letters(page) == []
        assert paper.letters_in_the_dead_border(page) == ""
        assert paper.darkest_in_the_dead_border(page) > 250
        letters = [letter.box for letter in paper.letters_on(page)]
        assert not [box for box in paper.shapes_on(page) for letter in letters if box.shared(letter) > 0]


@pytest.mark.parametrize("surface", SURFACES, ids=str)
def test_all_words_stand_where_a_sheet_is_cut_or_covered(surface: Surface) -> None:
    last = surface.sheets - 1
    for (row, column), page in zip(itertools.product(range(last + 1), repeat=2), empty(surface), strict=True):
        art = paper.whole(page, ART / MM)
        letters = paper.letters_on(page)
        assert letters
        for letter in letters:
            cut = (column and letter.box.right < art.left) or (row and letter.box.bottom > art.top)
            covered = (column < last and letter.box.left > art.right) or (row < last and letter.box.top < art.bottom)
            assert cut or covered


@pytest.mark.parametrize("surface", SURFACES, ids=str)
def test_each_sheet_has_a_bar_of_100_mm(surface: Surface) -> None:
    for page in empty(surface):
        assert [box for box in paper.shapes_on(page) if abs(box.height - 100 * MM) < 1.1 and box.width < 1.1]


@pytest.mark.parametrize("surface", SURFACES, ids=str)
@pytest.mark.parametrize("landscape", [False, True])
def test_ticks_are_where_a_sheet_is_cut_and_where_its_neighbours_edges_come_to_lie(
    surface: Surface, landscape: bool
) -> None:
    (across, down), last = surface.tile(landscape=landscape), surface.sheets - 1
    for (row, column), page in zip(
        itertools.product(range(last + 1), repeat=2), empty(surface, landscape=landscape), strict=True
    ):
        upright = [ART] * (column > 0) + [ART + across - POSTER_OVERLAP] * (column < last)
        level = [ART + POSTER_OVERLAP] * (row < last) + [ART + down] * (row > 0)
        assert upright_ticks(page) == pytest.approx(upright, abs=0.1)
        assert level_ticks(page) == pytest.approx(level, abs=0.1)


@pytest.mark.parametrize(("kind", "sheets"), [("wall_poster", 2), ("wall_poster", 3), ("quilt_poster", 2)])
def test_sheets_cut_and_glued_along_their_ticks_give_the_whole_picture(
    kind: str, sheets: int, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = request.getfixturevalue(kind)
    pdf = draw(sheets=sheets)
    together = _put_together(pdf, Surface(Paper.A4, sheets))
    monkeypatch.setattr(document, "draw_sheets", _draw_in_one)
    alone = _rendered(paper.pages_of(draw(sheets=sheets))[0])
    edge = round(MARGIN / MM * PX_PER_MM)
    alone = alone.crop((edge, edge, alone.width - edge, alone.height - edge))
    assert together.size == alone.size
    assert _unlike(together, alone) < 0.001
    assert _unlike(ImageChops.offset(together, PX_PER_MM, 0), alone) > 0.02


def _draw_in_one(
    canvas: Any, form: str, surface: Surface, _letters: object, _printer: object, *, landscape: bool
) -> None:
    canvas.setPageSize(surface.size(landscape=landscape))
    canvas.doForm(form)
    canvas.showPage()


def _put_together(pdf: bytes, surface: Surface) -> Image.Image:
    """Cut each sheet along its ticks and lay it onto the ticks of those before it."""
    sheets = paper.pages_of(pdf)
    width, height = sheets[0].get_size()
    ticks = empty(surface, landscape=width > height)
    across, down = (round(side / MM * PX_PER_MM) for side in surface.size(landscape=width > height))
    edge = round(2 * MARGIN / MM * PX_PER_MM)
    whole = Image.new("L", (across - edge, down - edge), 255)
    top = 0
    for row in range(surface.sheets):
        left = 0
        for column in range(surface.sheets):
            at = row * surface.sheets + column
            upright, level = upright_ticks(ticks[at]), level_ticks(ticks[at])
            cut_left = upright[0] if column else ART
            cut_top = height - level[-1] if row else ART
            box = (_px(cut_left), _px(cut_top), _px(width - ART), _px(height - ART))
            piece = _rendered(sheets[at]).crop(box)
            whole.paste(piece, (left, top))
            left += _px(upright[-1] - cut_left)
        top += _px(height - level_ticks(ticks[row * surface.sheets])[0] - cut_top)
    return whole


def _px(pt: float) -> int:
    return round(pt / MM * PX_PER_MM)


def _rendered(page: Any, px_per_mm: float = PX_PER_MM) -> Image.Image:
    """A page in grey; a hair under the scale, which else would be rounded up to one more pixel."""
    picture: Image.Image = page.render(scale=px_per_mm / MM * 0.999999).to_pil().convert("L")
    return picture


def _unlike(one: Image.Image, other: Image.Image) -> float:
    """The share of the pixels of two pictures in which an eye sees another grey."""
    counts = ImageChops.difference(one, other).histogram()
    return sum(counts[48:]) / sum(counts)


def test_neighbours_share_a_strip_of_10_mm_on_letter_too(wall_poster: Draw) -> None:
    across = Paper.LETTER.size_mm[0]
    left, right = (_rendered(page, 10) for page in paper.pages_of(wall_poster(paper=Paper.LETTER, sheets=2))[:2])
    upper, lower = round(ART / MM * 10), left.height - round(ART / MM * 10)
    end = round((across - ART / MM) * 10)
    one = left.crop((end - 100, upper, end, lower))
    other = right.crop((130, upper, 230, lower))
    assert _unlike(one, other) < 0.005
    assert sum(one.histogram()[:100]) > 0


@pytest.mark.parametrize("kind", ["wall_poster", "quilt_poster"])
def test_nine_sheets_are_hardly_larger_than_one_page_and_the_same_each_time(
    kind: str, request: pytest.FixtureRequest
) -> None:
    draw = request.getfixturevalue(kind)
    poster = draw(sheets=3)
    assert len(poster) < len(draw()) + 25_000
    assert draw(sheets=3) == poster


def test_a_poster_says_what_it_is(wall_poster: Draw) -> None:
    pdf = pypdfium2.PdfDocument(wall_poster(sheets=2))
    assert pdf.get_metadata_value("Title") == "Number Explorers: wall chart"
    assert "not for display" in pdf.get_metadata_value("Subject")


@pytest.mark.parametrize(("levels", "steps", "count"), [(4, 10, 40), (12, 3, 36), (1, 1, 40), (1, 1, 1)])
def test_a_wall_chart_on_a_poster_never_spills_onto_a_second_one(*, levels: int, steps: int, count: int) -> None:
    students = students_of(count)
    pdf = wall(unit_of(levels, steps), students, sheets=2)
    assert len(paper.pages_of(pdf)) == 4
    text = paper.text_of(pdf)
    assert [student.name for student in students if student.name not in text] == []
    assert "page 1" not in text


@pytest.mark.parametrize(("levels", "steps", "count"), [(10, 30, 1), (1, 3, 1500)])
def test_what_no_poster_holds_is_refused_in_words(*, levels: int, steps: int, count: int) -> None:
    with pytest.raises(ValueError, match="don't fit on a poster of 2 x 2 a4 sheets; take something larger"):
        wall(unit_of(levels, steps), students_of(count), sheets=2)
