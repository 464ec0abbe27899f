"""What all drawers are handed alike: the pictures by name, and the style of the pages."""

from collections.abc import Mapping

from board.paper.catalogue import kind_called
from board.paper.order import Order
from printables.lettering.voices import letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture

Pictures = Mapping[str, Picture]


def style_of(order: Order) -> Style:
    """Give what all kinds of pages are told alike."""
    look = order.look
    surface = Surface(Paper(look.paper)) if look.sheets == 1 else Surface(Paper(look.sheet), look.sheets)
    letters = letters_of(early=look.early, larger=look.larger)
    return Style(surface, order.made, Ink(look.ink), letters, look.printer, kind_called(order.kind).one_sided)
