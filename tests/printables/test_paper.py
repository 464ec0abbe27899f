import datetime as dt

import pypdfium2
import pytest
from reportlab import rl_config

from printables.page.document import Document, Style, written_date
from printables.page.hues import HUES, hue_of
from printables.page.paper import MARGIN, MM, Paper, Surface

MADE = dt.date(2026, 6, 5)


def make(*, actual_size: bool = False) -> bytes:
    page = Document(Style(Surface(Paper.A4), MADE), title="Chart", subject="What it is", actual_size=actual_size)
    page.canvas.circle(200, 200, 50)
    return page.finish().pdf


def test_a_document_says_what_it_is() -> None:
    pdf = pypdfium2.PdfDocument(make())
    assert pdf.get_metadata_value("Title") == "Chart"
    assert pdf.get_metadata_value("Author") == "Competency board"
    assert pdf.get_metadata_value("Subject") == "What it is"
    assert pdf.get_metadata_value("CreationDate").startswith("D:20260605")
    assert b"/Lang (en)" in make()


def test_only_sheets_whose_size_matters_ask_for_actual_size() -> None:
    assert b"/PrintScaling /None" in make(actual_size=True)
    assert b"/PrintScaling" not in make()


def test_reportlab_keeps_its_settings() -> None:
    before = rl_config.useA85, rl_config.invariant
    assert b"ASCII85" not in make()
    assert (rl_config.useA85, rl_config.invariant) == before


def test_a_lying_sheet_swaps_its_sides() -> None:
    assert Paper.LETTER.size(landscape=True) == Paper.LETTER.size()[::-1]
    assert Paper("a3").size_mm == (297, 420)


def test_hues_come_round() -> None:
    assert hue_of(len(HUES)) == hue_of(0)


def test_dates_are_written_so_that_no_country_misreads_them() -> None:
    assert written_date(MADE) == "5 June 2026"


def test_a_poster_is_named_in_a_sentence() -> None:
    assert f"It fits {Surface(Paper.A4, 3)}." == "It fits a poster of 3 x 3 a4 sheets."
    assert str(Surface(Paper.LETTER)) == "letter"


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("sheets", [2, 3])
@pytest.mark.parametrize("landscape", [False, True])
def test_a_poster_s_sheets_make_up_its_size_but_for_what_they_share(paper: Paper, sheets: int, landscape: bool) -> None:
    surface = Surface(paper, sheets)
    for whole, tile, sheet in zip(
        surface.size(landscape=landscape),
        surface.tile(landscape=landscape),
        paper.size(landscape=landscape),
        strict=True,
    ):
        assert tile == pytest.approx(sheet - 26 * MM)
        assert whole - 2 * MARGIN == pytest.approx(sheets * tile - (sheets - 1) * 10 * MM)


def test_lettering_grows_with_the_surface() -> None:
    scales = [
        surface.scale for surface in (Surface(Paper.A4), Surface(Paper.A3), Surface(Paper.A4, 2), Surface(Paper.A4, 3))
    ]
    assert scales == sorted(scales)
    assert scales[0] == pytest.approx(1)
    assert scales[1] == pytest.approx(2**0.5, abs=0.001)
