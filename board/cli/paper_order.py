"""From the options of board print KIND to an order: what is meant by them, and what can't be meant."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from board.cli.context import shortened
from board.cli.marks import found_here, found_step
from board.counting import listed
from board.errors import Refusal
from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student, clean_line
from board.paper.catalogue import ABOUT_EVERY_UNIT, COUNTED, USUAL_LABEL, Choice, Page, PageKind
from board.paper.memory import PrintMemory
from board.paper.order import Look, Order
from board.paper.printers import Printers
from board.paper.sheets import first_free, targets_of
from board.seat import Seat
from board.store.book import Book
from printables.own_sheet import parse_own_sheet
from printables.stock import Stock, stock, stocks

Options = Mapping[str, Any]
"""What was given in a call, by the names in `paper_options`."""

_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4, "inch": 25.4, "inches": 25.4, '"': 25.4, "”": 25.4}
_FRACTION = r"(?:(?P<whole>\d{1,3})[ -])?(?P<part>\d{1,3}/[1-9]\d?)"
_DECIMAL = r"(?P<decimal>\d{1,3}(?:[.,]\d{1,4})?|[.,]\d{1,4})"
_WIDTH = re.compile(rf"(?P<minus>-?)(?:{_FRACTION}|{_DECIMAL}) *(?P<unit>{'|'.join(_MM)}|)")
"""A width has at most three digits: a number of four is that of a pack of labels."""

_WITHOUT_UNIT = (PageKind.CALIBRATION, PageKind.LOGIN)
_WITHOUT_STUDENTS = (PageKind.CALIBRATION, PageKind.CARDS)


def order_of(page: Page, seat: Seat, book: Book, options: Options) -> Order:
    """Give what a call asks for, complete.

    Raises:
        Refusal: Something that is named does not exist, or there is nothing to print.
        ValueError: There is no such label sheet, or no such label.
    """
    memory = PrintMemory(seat.settings)
    order = _order(page, seat, book, options)
    if order.label is not None and options["start"] is None:
        order = replace(order, start=first_free(memory, book.key, order.label, targets_of(order)))
    if (
        page.kind in COUNTED
        and not order.stickers
        and replace(order, again=True).stickers
        and order.look.ink != "blank"
    ):
        names = listed([one.name for one in order.students])
        raise Refusal(
            f"Every sticker of {names} was printed already; --again prints them once more."
            if order.named
            else "Every earned sticker was printed already; --again prints them once more."
        )
    return order


def _order(page: Page, seat: Seat, book: Book, options: Options) -> Order:
    students = _students(page, book, options.get("names") or ())
    units, step, level = _about(page, book, options)
    label, start = sheet_of(PrintMemory(seat.settings), options) if Choice.LABEL in page.choices else (None, 1)
    look = _look(page, seat, options)
    return Order(
        page.kind,
        units,
        book.name,
        students,
        book.progress,
        options["made"] or date.today(),  # noqa: DTZ011 - the teacher's own day stands on the page
        look if label is None else replace(look, paper=label.page),
        {one.id: one.name for one in book.assessors},
        book.everyone,
        named=bool(options.get("names")),
        by_alias=bool(options.get("by_alias")),
        step=step,
        level=level,
        language=options.get("language") or "en",
        spot_mm=spot_of(options.get("spot")),
        label=label,
        start=start,
        again=bool(options.get("again")),
    )


def _students(page: Page, book: Book, names: Sequence[str]) -> tuple[Student, ...]:
    """Give the students who are named, or the class; in the order of the class, each once."""
    if not book.students and page.kind not in _WITHOUT_STUDENTS:
        raise Refusal("This class has no students yet; add them with: board roster NAMES.csv")
    named = {found_here(book.everyone, name).id for name in names}
    return tuple(one for one in book.students if not named or one.id in named)


def _about(page: Page, book: Book, options: Options) -> tuple[tuple[Unit, ...], Step | None, str]:
    """Give the units a page is about, the one step, and the id of the one level.

    A step or level that is named is looked for in every unit, and says by itself which unit is meant.
    """
    if not book.units and page.kind not in _WITHOUT_UNIT:
        raise Refusal("This class has no unit yet; add one with: board unit FILE")
    unit_id, step_name, level_name = options.get("unit_id"), options.get("step"), options.get("level")
    if step_name is not None and level_name is not None:
        raise Refusal("--step and --level don't go together; use one of them.")
    units = tuple(book.units) if unit_id is None else (_unit(book.units, unit_id),)
    step = None if step_name is None else found_step(units, step_name)
    level = "" if level_name is None else _level(units, level_name)
    if page.kind in (*_WITHOUT_UNIT, *ABOUT_EVERY_UNIT):
        return units, step, level
    holding = (one for one in units if (step is None or step in one.spots) and level in ("", *_levels_of(one)))
    return (next(holding),), step, level


def _unit(units: Sequence[Unit], wanted: str) -> Unit:
    for unit in units:
        if wanted == unit.id or wanted.casefold() == unit.title.casefold():
            return unit
    known = ", ".join(unit.id for unit in units)
    raise Refusal(f'No unit is called "{shortened(wanted)}"; this class has {known}.')


def _level(units: Sequence[Unit], wanted: str) -> str:
    levels = [level for unit in units for level in unit.levels]
    for level in levels:
        if wanted in (level.id, level.id.rpartition("/")[2]) or wanted.casefold() == level.title.casefold():
            return level.id
    raise Refusal(f'No level is called "{shortened(wanted)}"; there is {", ".join(level.title for level in levels)}.')


def _levels_of(unit: Unit) -> tuple[str, ...]:
    return tuple(level.id for level in unit.levels)


def printer_of(page: Page, printers: Printers, options: Options) -> str:
    """Give the name of the printer a page is made for, empty for one that needs nothing.

    Raises:
        Refusal: No printer is called so.
    """
    if Choice.PRINTER not in page.choices:
        return ""
    usual = "" if page.kind is PageKind.CALIBRATION else printers.last()
    name = usual if options["printer"] is None else clean_line(options["printer"])
    if name:
        printers.called(name)
    return name


def _look(page: Page, seat: Seat, options: Options) -> Look:
    printers, usual_paper = Printers(seat.settings), PrintMemory(seat.settings).usual_paper()
    name = printer_of(page, printers, options)
    needs = printers.called(name) if name else None
    return Look(
        options["paper"] or page.paper_usually(usual_paper),
        options.get("sheet") or usual_paper,
        options.get("ink") or page.inks[0],
        bool(options.get("larger")),
        bool(options.get("early")),
        (0.0, 0.0, 1.0) if needs is None else (needs.dx, needs.dy, needs.scale),
    )


def sheet_of(memory: PrintMemory, options: Options) -> tuple[Stock, int]:
    """Give the label sheet that is meant, and the first label that is named.

    Raises:
        Refusal: Two options contradict each other.
        ValueError: No sheet is called so, the six numbers are none, or there is no such label.
    """
    named, own, paper = options["label"], options["own_sheet"], options["paper"]
    if named is not None and own is not None:
        raise Refusal("--label and --own-sheet don't go together; use one of them.")
    if own is not None:
        label = parse_own_sheet(own, paper or memory.usual_paper())
    else:
        label = _usual_label(memory, paper) if named is None else stock(named)
    if paper not in (None, label.page):
        raise Refusal(f"{label.name} is a sheet of {label.page} paper; leave --paper {paper} out.")
    start = 1 if options["start"] is None else options["start"]
    label.place(start)
    return label, start


def _usual_label(memory: PrintMemory, paper: str | None) -> Stock:
    """Give the label sheet that was named last, where it is of this paper; else a common one."""
    last = next((one for one in stocks() if one.id == memory.choices(str(PageKind.STICKERS)).get("label")), None)
    if last is not None and paper in (None, last.page):
        return last
    return stock(USUAL_LABEL[paper or memory.usual_paper()])


def spot_of(written: str | None) -> float | None:
    """Give the width of a spot in mm: 19.05, 2 cm, 3/4in, 1 1/4 in, or the size of a label sheet's stickers.

    A fraction alone is one of inches: nobody has stickers of 3/4 mm.

    Raises:
        Refusal: It is none of these.
    """
    if written is None:
        return None
    width = _WIDTH.fullmatch(written.strip().casefold())
    if width:
        part, decimal, unit = width["part"], width["decimal"], width["unit"]
        number = int(width["whole"] or 0) + Fraction(part) if part else Fraction(decimal.replace(",", "."))
        return float(-number if width["minus"] else number) * _MM[unit or ("in" if part else "mm")]
    try:
        return stock(written).spot_mm
    except ValueError:
        wanted = shortened(written, 30)
        raise Refusal(
            f'"{wanted}" is no width: write mm (19.05), inches (3/4in), or one of: board print stickers --list-labels'
        ) from None
