"""From the options of board print KIND to what is wanted: what is meant by them, and what can't be meant."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from board.cli.context import shortened
from board.cli.marks import found_here, found_step
from board.errors import Refusal
from board.mastery.curriculum import Step, Unit
from board.mastery.people import clean_line
from board.paper.kind import PageKind
from board.paper.memory import PrintMemory
from board.paper.papers import USUAL_LABEL
from board.paper.printers import Printers
from board.paper.remembered import PaperSettings
from board.paper.wanted import Wanted
from board.store.book import Book
from printables.stock import Stock, stock, stocks
from printables.stock.own_sheet import parse_own_sheet

Options = Mapping[str, Any]
"""What was given in a call, by the names in `paper_options`."""

_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4, "inch": 25.4, "inches": 25.4, '"': 25.4, "”": 25.4}
_FRACTION = r"(?:(?P<whole>\d{1,3})[ -])?(?P<part>\d{1,3}/[1-9]\d?)"
_DECIMAL = r"(?P<decimal>\d{1,3}(?:[.,]\d{1,4})?|[.,]\d{1,4})"
_WIDTH = re.compile(rf"(?P<minus>-?)(?:{_FRACTION}|{_DECIMAL}) *(?P<unit>{'|'.join(_MM)}|)")
"""A width has at most three digits: a number of four is that of a pack of labels."""


def wanted_by(kind: PageKind, settings: PaperSettings, book: Book, options: Options) -> Wanted:
    """Give what a call asks for.

    Raises:
        Refusal: Something that is named does not exist, or there is nothing to print.
        ValueError: There is no such label sheet, or no such label.
    """
    students = _students(kind, book, options.get("names") or ())
    units, step, level = _about(kind, book, options)
    memory = PrintMemory(settings)
    return Wanted(
        kind=kind,
        units=units,
        made=options["made"] or date.today(),  # noqa: DTZ011 - the teacher's own day stands on the page
        students=students,
        step=step,
        level=level,
        paper=options["paper"] or "",
        sheet=options.get("sheet") or "",
        ink=options.get("ink") or "",
        larger=bool(options.get("larger")),
        early=bool(options.get("early")),
        printer=_printer(Printers(settings), options.get("printer")),
        by_alias=bool(options.get("by_alias")),
        language=options.get("language") or "en",
        spot_mm=spot_of(options.get("spot")),
        label=sheet_of(memory, kind, options) if kind.on_labels else None,
        start=options.get("start"),
        again=bool(options.get("again")),
    )


def _students(kind: PageKind, book: Book, names: Sequence[str]) -> frozenset[str]:
    """Give the ids of the students who are named, none for the class."""
    if not book.students and kind.needs_students:
        raise Refusal("This class has no students yet; add them with: board roster NAMES.csv")
    return frozenset(found_here(book.everyone, name).id for name in names)


def _about(kind: PageKind, book: Book, options: Options) -> tuple[tuple[Unit, ...], Step | None, str]:
    """Give the units a page is about, the one step, and the id of the one level.

    A step or level that is named is looked for in every unit, and says by itself which unit is meant.
    """
    if not book.units and kind.needs_units:
        raise Refusal("This class has no unit yet; add one with: board unit FILE")
    unit_id, step_name, level_name = options.get("unit_id"), options.get("step"), options.get("level")
    if step_name is not None and level_name is not None:
        raise Refusal("--step and --level don't go together; use one of them.")
    units = tuple(book.units) if unit_id is None else (_unit(book.units, unit_id),)
    step = None if step_name is None else found_step(units, step_name)
    level = "" if level_name is None else _level(units, level_name)
    if kind.every_unit or not kind.needs_units:
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


def _printer(printers: Printers, named: str | None) -> str | None:
    """Give the name of the printer that is named, None where none is.

    Raises:
        Refusal: No printer is called so.
    """
    name = None if named is None else clean_line(named)
    if name:
        printers.called(name)
    return name


def sheet_of(memory: PrintMemory, kind: PageKind, options: Options) -> Stock:
    """Give the label sheet that is meant, and see that it has the first label that is named.

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
        label = _usual_label(memory, kind, paper) if named is None else stock(named)
    if paper not in (None, label.page):
        raise Refusal(f"{label.name} is a sheet of {label.page} paper; leave --paper {paper} out.")
    if options["start"] is not None:
        label.place(options["start"])
    return label


def _usual_label(memory: PrintMemory, kind: PageKind, paper: str | None) -> Stock:
    """Give the label sheet that was named last, where it is of this paper; else a common one."""
    last = next((one for one in stocks() if one.id == memory.choices(kind.name).get("label")), None)
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
