"""The labels of a sheet in outline, for plain paper: held against the sheet, it tells whether they would be met."""

from printables.lettering.lines import Align, fit, line, write_block
from printables.page.document import Document, Style
from printables.page.drawn import Drawn
from printables.page.hues import QUIET
from printables.page.paper import MM
from printables.page.places import Box
from printables.page.shapes import Look, disc, panel
from printables.stickers.margin import EDGE, draw_margin
from printables.stock import Stock

_WORDS = "100 mm. Hold this plain-paper print against your label sheet."
_THIN = Look(stroke=QUIET, width=0.4)
_CORNER = 1.5
_TYPE = 9.0


def label_outlines(stock: Stock, *, style: Style) -> Drawn:
    """Draw the outline of every label with its number.

    Args:
        stock: The label sheet.
        style: What all pages are told alike; its paper is the page of the stock.

    Returns:
        The PDF and its places; the same bytes for the same arguments.
    """
    page = Document(
        style, title="Label outlines", subject=f"Where the labels of {stock.name} lie.", actual_size=True, edge=EDGE
    )
    for number, place in enumerate(stock.places(), 1):
        x, y = place.x * MM, (stock.page_mm[1] - place.y) * MM
        page.field(f"label/{number}", _draw_outline(page, stock, x, y))
        digits = fit(line(str(number), page.letters.plain), 0.5 * stock.spot_mm * MM, page.letters.size * _TYPE, 3)
        page.canvas.setFillColor(QUIET)
        write_block(page.canvas, digits, x, y, Align.CENTRE)
    draw_margin(page, stock, words=_WORDS)
    return page.finish()


def _draw_outline(page: Document, stock: Stock, x: float, y: float) -> Box:
    width, height = stock.width * MM, stock.height * MM
    box = (x - width / 2, y - height / 2, width, height)
    if stock.round:
        disc(page.canvas, x, y, width / 2, _THIN)
    else:
        panel(page.canvas, box, _CORNER * MM, _THIN)
    return box
