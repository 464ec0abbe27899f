"""From an order to its pages."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

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
) -> Drawn:
    """Draw what was ordered.

    Args:
        order: What to print.
        cache: Folder for starter art made ready for paper, or None.
        own: Where stickers of the children's own pictures come from.
        tell: Called with the share that is done, 0 to 1.
        px: Pixels across each picture, None for as many as paper needs.

    Returns:
        The PDF and its places.

    Raises:
        ValueError: There is nothing to print, or it does not fit the paper; the sentence says which.
    """
    from board.paper.drawers import drawn_of  # noqa: PLC0415 - reportlab is loaded only to print

    ready = ready_pictures(order, cache, own, lambda share: tell(share * _PICTURES_SHARE), px)
    pages = drawn_of(order, ready)
    tell(1.0)
    return pages


def hand_out_list(order: Order) -> Drawn:
    """Draw the list by which the stickers of an order are handed out.

    Raises:
        ValueError: There is no sticker to print.
    """
    from board.paper.drawers import list_of  # noqa: PLC0415 - reportlab is loaded only to print

    return list_of(order)


class Unprintable(NamedTuple):
    """A text that no font here can print, and why."""

    text: str
    why: str


def unprintable(order: Order) -> tuple[Unprintable, ...]:
    """Give the texts of an order that can't be printed, so that they are known before paper is used."""
    from printables.lettering.lines import unprintable as without_font  # noqa: PLC0415 - reportlab is loaded only to print

    return tuple(Unprintable(*found) for found in without_font(texts_of(order)))
