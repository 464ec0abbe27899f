"""A wall chart whose spots have the size of real stickers."""

from collections.abc import Iterator

from board.counting import either
from printables.page.paper import MM, Paper, Surface
from printables.page.ruler import RULER_ROOM
from printables.wall.labels import Labels
from printables.wall.plan import Plan, lay_out, rooms, worth

_LEAST_MM = 4.0
_CELL, _AIR = 1.08, 1.2 * MM
"""A cell is so many times as wide as its spot, and wider by at least so much: stickers are never put on quite straight."""
_LETTERS = (1.0, 0.8, 0.64)
"""How small letters may become so that the spots find room."""
_ROWS_OF_A_PAGE = 5
_FAMILIES = ((Paper.A4, Paper.A3), (Paper.LETTER, Paper.TABLOID))


def choose_sized(labels: Labels, surface: Surface, spot_mm: float) -> Plan:
    """Choose the fewest pages that hold spots of this size, then the largest letters; a poster is one page.

    Args:
        labels: The words of the chart.
        surface: What a page is laid out on.
        spot_mm: Width of every spot in mm.

    Raises:
        ValueError: When they don't fit; it says what would do.
    """
    if not spot_mm >= _LEAST_MM:  # also what is not a number
        message = f"A spot of {spot_mm:g} mm is too small for a sticker; take {_LEAST_MM:g} mm or more."
        raise ValueError(message)
    for pages in range(1, _most_pages(labels, surface) + 1):
        found = _plan(labels, surface, spot_mm, pages)
        if found is not None:
            return found
    raise ValueError(_refusal(labels, surface, spot_mm))


def _most_pages(labels: Labels, surface: Surface) -> int:
    return 1 if surface.is_poster else -(-len(labels.names) // _ROWS_OF_A_PAGE)


def _plan(labels: Labels, surface: Surface, spot_mm: float, pages: int) -> Plan | None:
    spot = spot_mm * MM
    cell = max(_CELL * spot, spot + _AIR)
    taken = 0.0 if surface.is_poster else RULER_ROOM
    for small in _LETTERS:
        tried = (
            lay_out(labels, room, cell, spot)
            for room in rooms(len(labels.names), surface, pages, taken=taken, small=small)
        )
        found = max((plan for plan in tried if plan is not None), key=worth, default=None)
        if found is not None:
            return found
    return None


def _fits(labels: Labels, surface: Surface, spot_mm: float) -> bool:
    return _plan(labels, surface, spot_mm, _most_pages(labels, surface)) is not None


def _refusal(labels: Labels, surface: Surface, spot_mm: float) -> str:
    """Say that the spots don't fit, and what would do: something larger to print on, or smaller spots."""
    larger = next((str(each) for each in _larger(surface) if _fits(labels, each, spot_mm)), "")
    largest = _largest(labels, surface, spot_mm)
    ways = either([way for way in (larger, f"spots of up to {largest:.1f} mm" if largest else "") if way])
    count, steps = len(labels.names), len(labels.titles)
    what = f"Spots of {spot_mm:g} mm for {count} students and {steps} steps don't fit on {surface}"
    return f"{what}; take {ways}." if ways else f"{what}; take a unit of fewer steps."


def _larger(surface: Surface) -> Iterator[Surface]:
    """Give what is larger than this: a larger sheet, posters of the same sheets, and at last posters of larger ones."""
    family = next(papers for papers in _FAMILIES if surface.paper in papers)
    posters = [Surface(paper, sheets) for paper in (surface.paper, family[-1]) for sheets in (2, 3)]
    for each in (Surface(family[-1]), *posters):
        if each.scale > surface.scale:
            yield each


def _largest(labels: Labels, surface: Surface, spot_mm: float) -> float:
    """Find the largest spots in mm that fit on this, in tenths; 0 where there are none."""
    low, high = int(10 * _LEAST_MM), int(10 * spot_mm)
    if not _fits(labels, surface, low / 10):
        return 0.0
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _fits(labels, surface, middle / 10) else (low, middle)
    return low / 10
