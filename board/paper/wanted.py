"""From what somebody wants printed to the order, alike for the Print screen and the command line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from board.mastery.curriculum import Step, Unit
from board.paper.kind import Choice, PageKind
from board.paper.memory import PrintMemory
from board.paper.order import Look, Order
from board.paper.printers import Printers
from board.paper.remembered import PaperSettings
from board.paper.sheets import first_free, targets_of
from board.store.book import Book
from printables.page.printer import TRUE
from printables.stock import Stock


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody wants printed; what was not said is left out, and is as usual then.

    Attributes:
        kind: Which kind of page.
        units: Of which units; most kinds take the first alone.
        made: The date on the page.
        students: Ids of the students who were named; none for the class.
        step: The one step it is about.
        level: Id of the one level it is about.
        paper: The paper it is printed on.
        sheet: The paper a poster is put together from.
        ink: The ink.
        larger: Whether type is larger than usual.
        early: Whether letters are those of early readers.
        printer: Name of the printer, empty for one that needs nothing; None for the usual one.
        by_alias: Whether aliases stand for names.
        language: Language of a page for home.
        spot_mm: Width of a spot in mm.
        label: The label sheets that are printed on.
        start: The first label that is free, from 1; None for the one behind those that are used.
        again: Whether stickers that were printed well before are printed again.
    """

    kind: PageKind
    units: Sequence[Unit]
    made: date
    students: frozenset[str] = frozenset()
    step: Step | None = None
    level: str = ""
    paper: str = ""
    sheet: str = ""
    ink: str = ""
    larger: bool = False
    early: bool = False
    printer: str | None = None
    by_alias: bool = False
    language: str = "en"
    spot_mm: float | None = None
    label: Stock | None = None
    start: int | None = None
    again: bool = False


def order_of(wanted: Wanted, book: Book, settings: PaperSettings) -> Order:
    """Give the order of what is wanted, complete.

    Args:
        wanted: What is wanted.
        book: The open class.
        settings: Where it is remembered what is usual.

    Raises:
        Refusal: No printer is called so.
    """
    memory = PrintMemory(settings)
    named = bool(wanted.students)
    order = Order(
        wanted.kind.name,
        tuple(wanted.units),
        book.name,
        tuple(one for one in book.students if one.id in wanted.students or not named),
        book.progress,
        wanted.made,
        _look(wanted, memory.usual_paper(), Printers(settings)),
        {one.id: one.name for one in book.assessors},
        book.everyone,
        named=named,
        by_alias=wanted.by_alias,
        step=wanted.step,
        level=wanted.level,
        language=wanted.language,
        spot_mm=wanted.spot_mm,
        label=wanted.label,
        again=wanted.again,
        outlines=book.about.kiosk.outlines,
    )
    return order if wanted.label is None else replace(order, start=_start(wanted, wanted.label, order, book, memory))


def printer_of(wanted: Wanted, printers: Printers) -> str:
    """Give the name of the printer a page is made for, empty for one that needs nothing."""
    if Choice.PRINTER not in wanted.kind.choices:
        return ""
    return usual_printer(wanted.kind, printers) if wanted.printer is None else wanted.printer


def usual_printer(kind: PageKind, printers: Printers) -> str:
    """Give the name of the printer a kind of page is made for unless one is named: the one used last, but for a try none."""
    return "" if kind.tries_printer else printers.last()


def _look(wanted: Wanted, usual_paper: str, printers: Printers) -> Look:
    name = printer_of(wanted, printers)
    paper = wanted.paper or wanted.kind.paper_usually(usual_paper)
    return Look(
        paper if wanted.label is None else wanted.label.page,
        wanted.sheet or usual_paper,
        wanted.ink or wanted.kind.inks[0],
        wanted.larger,
        wanted.early,
        printers.called(name) if name else TRUE,
    )


def _start(wanted: Wanted, label: Stock, order: Order, book: Book, memory: PrintMemory) -> int:
    if wanted.start is not None:
        return wanted.start
    return first_free(memory, book.key, label, targets_of(order))
