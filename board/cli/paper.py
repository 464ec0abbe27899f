"""Commands for paper: board print KIND."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from board import printing
from board.cli.context import DONE_PARTLY, FileType, agreed, class_option, opened
from board.cli.marks import found_student
from board.errors import Refusal
from board.gallery import stickers_of
from board.mastery.curriculum import Unit
from board.printing import Chart, Order
from board.settings import cache_folder
from board.store.class_book import ClassBook


@click.group("print")
def print_group() -> None:
    """Print a chart as PDF; print it at 100 %, "actual size"."""


def _day(_context: click.Context, _option: click.Parameter, written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise Refusal(f"{written} is no date; write it as year, month, day, such as 2026-12-31.") from None


def _chart_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option(
            "--date", "made", callback=_day, metavar="YEAR-MONTH-DAY", help="Date on the chart; left out: today."
        ),
        click.option(
            "--paper",
            type=click.Choice(printing.PAPERS),
            default=printing.PAPERS[0],
            show_default=True,
            help="Size of the paper.",
        ),
        click.option("--unit", "unit_id", help="Id or title of the unit; left out: the first one."),
        click.option("-o", "--output", "out", type=FileType, required=True, help="The PDF to write."),
        class_option,
    ):
        command = option(command)
    return command


@print_group.command()
@_chart_options
@click.option("--yes", is_flag=True, help="Print without asking, also for a group of fewer than 6.")
def quilt(folder: Path | None, out: Path, unit_id: str | None, paper: str, made: date | None, *, yes: bool) -> None:
    """Print the class quilt: every sticker the class has earned, shuffled and without names. For everybody to see.

    \b
    Example: board print quilt -c "Room 12.class" -o quilt.pdf --paper a3
    """
    with opened(folder) as book:
        _ask_and_make(_order(Chart.QUILT, book, unit_id, paper, made), stickers_of(book).paper, out, yes=yes)


@print_group.command()
@_chart_options
@click.option("--yes", is_flag=True, help="Print without asking, also when students have no alias.")
@click.option("--alias", "by_alias", is_flag=True, help="Show aliases; no name stands anywhere in the file.")
def wall(
    folder: Path | None, out: Path, unit_id: str | None, paper: str, made: date | None, *, by_alias: bool, yes: bool
) -> None:
    """Print the wall chart by name: a teacher's copy, not for display.

    \b
    Example: board print wall -c "Room 12.class" -o wall.pdf --paper a3
    """
    with opened(folder) as book:
        order = _order(Chart.WALL, book, unit_id, paper, made, by_alias=by_alias)
        _ask_and_make(order, stickers_of(book).paper, out, yes=yes)


@print_group.command()
@_chart_options
@click.option(
    "--student", "name", help="One child, by id or a name that fits only one; left out: a page for everybody."
)
def personal(
    folder: Path | None, out: Path, unit_id: str | None, paper: str, made: date | None, *, name: str | None
) -> None:
    """Print each child's own chart: the path with the child's pictures and words, for the child and the family.

    \b
    Example: board print personal -c "Room 12.class" -o ava.pdf --student "Ava B."
    """
    with opened(folder) as book:
        order = _order(Chart.PERSONAL, book, unit_id, paper, made)
        if name is not None:
            order = replace(order, students=(found_student(book.students, name),))
        _ask_and_make(order, stickers_of(book).paper, out, yes=True)


def _order(
    chart: Chart, book: ClassBook, unit_id: str | None, paper: str, made: date | None, *, by_alias: bool = False
) -> Order:
    day = made or date.today()  # noqa: DTZ011 - the teacher's own day stands on the chart
    return Order(chart, _unit(book, unit_id), book.name, book.students, book.progress, day, paper, by_alias)


def _unit(book: ClassBook, wanted: str | None) -> Unit:
    if not book.units:
        raise Refusal("This class has no unit to print; add one with: board unit FILE")
    if wanted is None:
        return book.units[0]
    found = [unit for unit in book.units if wanted in (unit.id, unit.title)]
    if not found:
        raise Refusal(f'No unit is called "{wanted}"; this class has {", ".join(unit.id for unit in book.units)}.')
    return found[0]


def _ask_and_make(order: Order, own: printing.Own, out: Path, *, yes: bool) -> None:
    if order.needs_asking and not agreed(order.needs_asking, yes=yes):
        raise SystemExit(DONE_PARTLY)
    for name in printing.unprintable_names(order):
        click.echo(
            f"No font here can print {name}; its missing letters show as dots (an alias and --alias help).", err=True
        )
    try:
        pdf = printing.drawn(order, cache_folder() / "prints", own)
    except ValueError as problem:
        raise Refusal(str(problem)) from problem
    printing.keep_pdf(pdf, out)
    click.echo(f"Wrote {out}. Print it at 100 %.")
