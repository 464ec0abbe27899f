import datetime as dt

import pypdfium2
from reportlab import rl_config

from printables.paper import HUES, Document, Paper, hue_of, written_date

MADE = dt.date(2026, 6, 5)


def make(**more: bool) -> bytes:
    page = Document(Paper.A4, title="Chart", subject="What it is", made=MADE, **more)
    page.canvas.circle(200, 200, 50)
    return page.finish()


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
