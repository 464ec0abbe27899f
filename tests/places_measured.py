"""How each sort of place is found again in the PDF it was drawn into, by what its key begins with."""

from collections.abc import Callable
from typing import Any

from places_on_paper import OFF, Shape, Sides, around, level, opened, shapes_on, sides_of, upright
from printables.page.drawn import Drawn


def outlined(place: Sides, shapes: list[Shape]) -> bool:
    """One shape, or one stamp as a whole, lies just there."""
    return any(shape.stands_at(place) for shape in shapes)


def ruled(place: Sides, shapes: list[Shape]) -> bool:
    """Lines run along its upper and its lower side, and through both ends of it: a cell, a card that is cut out."""
    flat, tall = list(filter(level, shapes)), list(filter(upright, shapes))
    along = [
        any(
            abs(one.sides.top - y) <= OFF and spans(one.sides.left, one.sides.right, place.left, place.right)
            for one in flat
        )
        for y in (place.top, place.bottom)
    ]
    ends = [
        any(
            abs(one.sides.left - x) <= OFF and spans(one.sides.top, one.sides.bottom, place.top, place.bottom)
            for one in tall
        )
        for x in (place.left, place.right)
    ]
    return all(along) and all(ends)


def underlined(place: Sides, shapes: list[Shape]) -> bool:
    """A line runs under it to its right end, one ends over it, and some line of the table begins where it does."""
    lines = [one.sides for one in shapes if level(one) and abs(one.sides.right - place.right) <= OFF]
    ends = [any(abs(each.top - y) <= OFF for each in lines) for y in (place.top, place.bottom)]
    return all(ends) and any(abs(each.left - place.left) <= OFF for each in lines)


def filled_by_lines(place: Sides, shapes: list[Shape]) -> bool:
    """The lines that lie in it reach to all its sides."""
    inside = [one for one in shapes if (level(one) or upright(one)) and place.holds(one.sides)]
    return bool(inside) and place.near(around(inside))


MEASURED: dict[str, Callable[[Sides, list[Shape]], bool]] = {
    "sticker": outlined,
    "spot": outlined,
    "frame": outlined,
    "card": outlined,
    "picture": outlined,
    "label": outlined,
    "box": outlined,
    "got it": outlined,
    "line": outlined,
    "cell": ruled,
    "row": underlined,
    "shown": underlined,
    "elsewhere": underlined,
    "growing": underlined,
    "own version": underlined,
    "words": underlined,
    "name": underlined,
    "bar": filled_by_lines,
    "edge": filled_by_lines,
    "cross": filled_by_lines,
}
"""By what a key begins with: how its place is found again in the PDF."""

ANOTHER_WAY = {("login", "card"): ruled}
NOT_DRAWN = {("stickers", "label"), ("wide stickers", "label")}
"""Labels have no outline on the sheet of labels itself: they are held against the outlines on plain paper, further down."""


def spans(start: float, end: float, first: float, last: float) -> bool:
    return start <= first + OFF and end >= last - OFF


def sort_of(key: str) -> str:
    return key.split("/", maxsplit=1)[0]


def astray(kind: str, drawn: Drawn) -> list[Any]:
    """The places of a page where its PDF has nothing that fits."""
    pages = [shapes_on(page) for page in opened(drawn.pdf)]
    lost = []
    for field in drawn.fields:
        sort = sort_of(field.key)
        assert sort in MEASURED, f"say how a place called {field.key} is found again"
        measured = ANOTHER_WAY.get((kind, sort), MEASURED[sort])
        if (kind, sort) not in NOT_DRAWN and not measured(sides_of(field), pages[field.page]):
            lost.append(field)
    return lost
