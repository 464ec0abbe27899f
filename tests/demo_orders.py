"""Orders on the demo class: every kind of page as a teacher would first print it."""

from datetime import date

from board.paper.catalogue import PageKind
from board.paper.order import Look, Order
from board.store.class_book import ClassBook
from printables.stock import stock

DAY = date(2026, 11, 25)
EVERY_UNIT = (PageKind.PROUD, PageKind.REGISTER, PageKind.NEXT_TEACHER, PageKind.STICKERS, PageKind.GLUE)
ONE_CHILD = (PageKind.PERSONAL, PageKind.CERTIFICATE, PageKind.TAKEHOME, PageKind.NEXT_TEACHER)


def ordered(book: ClassBook, kind: PageKind, paper: str, ink: str = "colour") -> Order:
    """Give an order for a kind of page."""
    unit = book.units[0]
    return Order(
        kind,
        book.units if kind in EVERY_UNIT else (unit,),
        book.name,
        book.students[:1] if kind in ONE_CHILD else book.students,
        book.progress,
        DAY,
        Look(paper, "a4", ink),
        {one.id: one.name for one in book.assessors},
        book.everyone,
        named=kind in ONE_CHILD,
        step=next(step for step in unit.spots if step.id.endswith("/take-away")) if kind is PageKind.GROUP else None,
        label=stock("avery-l6112" if paper == "a4" else "ol5275") if kind is PageKind.STICKERS else None,
    )
