"""Orders on the demo class: every kind of page as a teacher would first print it."""

from datetime import date

from board.cli.context import seat_here
from board.paper.catalogue import kind_called, kinds
from board.paper.order import Order
from board.paper.papers import USUAL_LABEL
from board.paper.wanted import Wanted, order_of
from board.store.class_book import ClassBook
from printables.stock import stock

DAY = date(2026, 11, 25)
KINDS = tuple(kind.name for kind in kinds())


def ordered(book: ClassBook, name: str, paper: str, ink: str = "colour") -> Order:
    """Give an order for a kind of page: of one child where each has its own, of one step where a small group works on it."""
    kind, unit = kind_called(name), book.units[0]
    wanted = Wanted(
        kind=kind,
        units=book.units if kind.every_unit else (unit,),
        made=DAY,
        students=frozenset({book.students[0].id} if kind.own_pages else ()),
        step=next(step for step in unit.spots if step.id.endswith("/take-away")) if kind.at_hand else None,
        paper=paper,
        sheet="a4",
        ink=ink,
        label=stock(USUAL_LABEL["a4" if paper == "a4" else "letter"]) if kind.on_labels else None,
        start=1,
    )
    return order_of(wanted, book, seat_here().settings)
