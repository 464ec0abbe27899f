"""From an order to its pages; what draws them loads reportlab, and is found by its name in the catalogue only to print."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from board.elsewhere import IN_THIS_THREAD, Elsewhere
from board.paper.catalogue import kind_called
from board.paper.order import Order
from board.paper.pictures import Own, ready_pictures
from board.paper.texts import texts_of
from printables.page.drawn import Drawn

_PICTURES_SHARE = 0.8
"""Share of the work that goes into pictures, the first time."""


def drawn(
    order: Order,
    cache: Path | None,
    own: Own,
    tell: Callable[[float], None] = lambda _share: None,
    *,
    px: int | None = None,
    elsewhere: Elsewhere = IN_THIS_THREAD,
) -> Drawn:
    """Draw what was ordered.

    Args:
        order: What to print.
        cache: Folder for starter art made ready for paper, or None.
        own: Where stickers of the children's own pictures come from.
        tell: Called with the share that is done, 0 to 1.
        px: Pixels across each picture, None for as many as paper needs.
        elsewhere: Where pictures are made ready, and pages drawn.

    Returns:
        The PDF and its places.

    Raises:
        ValueError: There is nothing to print, or it does not fit the paper; the sentence says which.
        Stopped: It could not be drawn just now.
    """
    ready = ready_pictures(order, cache, own, lambda share: tell(share * _PICTURES_SHARE), px=px, elsewhere=elsewhere)
    pages = elsewhere.run(drawn_with, order, ready)
    tell(1.0)
    return pages


def drawn_with(order: Order, jpegs: Mapping[str, bytes]) -> Drawn:
    """Draw what was ordered with pictures that were made ready for paper.

    Args:
        order: What to print.
        jpegs: Square JPEGs by the names pages call them.

    Raises:
        ValueError: There is nothing to print, or it does not fit the paper.
    """
    return _drawn_by(kind_called(order.kind).drawer, order, jpegs)


def list_of(order: Order) -> Drawn | None:
    """Draw the list by which an order is handed out, None where there is none for its kind.

    Raises:
        ValueError: There is nothing to hand out.
    """
    drawer = kind_called(order.kind).list_drawer
    return _drawn_by(drawer, order, {}) if drawer else None


def _drawn_by(drawer: str, order: Order, jpegs: Mapping[str, bytes]) -> Drawn:
    from board.paper.drawers.style import style_of  # noqa: PLC0415 - reportlab is loaded only to print
    from printables.page.pictures import Picture  # noqa: PLC0415 - same

    module, _, name = drawer.partition(":")
    draw: Any = getattr(import_module(module), name)
    pages: Drawn = draw(order, {called: Picture(called, jpeg) for called, jpeg in jpegs.items()}, style_of(order))
    return pages


class Unprintable(NamedTuple):
    """A text that no font here can print, and why."""

    text: str
    why: str


def unprintable(order: Order) -> tuple[Unprintable, ...]:
    """Give the texts of an order that can't be printed, so that they are known before paper is used."""
    from printables.lettering.lines import unprintable as without_font  # noqa: PLC0415 - reportlab is loaded only to print

    return tuple(Unprintable(*found) for found in without_font(texts_of(order)))
