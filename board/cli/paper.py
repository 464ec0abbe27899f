"""Commands for paper: board print KIND, one command for each kind in the catalogue."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from board.cli.context import DONE_PARTLY, FileType, agreed, class_option, opened
from board.cli.marks import found_step, found_student
from board.cli.paper_options import EXAMPLES, look_of, options_of, sheet_of, spot_of
from board.errors import Refusal
from board.gallery import stickers_of
from board.mastery.curriculum import Unit
from board.print_desk.sheets import printed_well, sheet_was_made
from board.printing.catalogue import CATALOGUE, PAGES, Choice, Page, PageKind, Purpose
from board.printing.keeping import keep_pdf
from board.printing.making import drawn, hand_out_list, unprintable
from board.printing.order import Order
from board.settings import cache_folder
from board.sitting import Sitting
from board.store.class_book import ClassBook

_WHOLE_CLASS = (PageKind.REGISTER, PageKind.NEXT_TEACHER, PageKind.PROUD, PageKind.STICKERS, PageKind.GLUE)
"""Kinds that are about every unit unless one is named."""

_WITHOUT_UNIT = (PageKind.CALIBRATION, PageKind.LOGIN)


class _Kinds(click.Group):
    """Makes the command of a kind when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [str(page.kind) for page in PAGES]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        return _command(CATALOGUE[PageKind(cmd_name)]) if cmd_name in {str(page.kind) for page in PAGES} else None


@click.group("print", cls=_Kinds, invoke_without_command=True)
@click.option("--list", "listed", is_flag=True, help="Tell what can be printed, for whom, and on which paper.")
@click.option("--json", "as_json", is_flag=True, help="With --list: for scripts.")
@click.pass_context
def print_group(context: click.Context, *, listed: bool, as_json: bool) -> None:
    """Print a page as PDF; print it at 100 %, "actual size".

    \b
    Example: board print quilt -c "Room 12.class" -o quilt.pdf
    Example: board print --list
    """
    if listed:
        click.echo(_json_list() if as_json else _list())
    elif as_json:
        raise Refusal("--json goes with --list: board print --list --json")
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())


def _list() -> str:
    lines = []
    for purpose in Purpose:
        lines += [f"{purpose}:", ""]
        for page in PAGES:
            if page.purpose is purpose:
                lines += [f"  {page.kind:<13} {page.title}: {page.told}", f"{'':16}Who will see it: {page.seen_by}."]
                lines += [f"{'':16}Paper: {', '.join(page.papers)}. Ink: {', '.join(page.inks)}.", ""]
    return "\n".join(lines).rstrip()


def _json_list() -> str:
    told = [
        {
            "kind": page.kind,
            "title": page.title,
            "what": page.told,
            "purpose": page.purpose,
            "seen_by": page.seen_by,
            "papers": page.papers,
            "inks": page.inks,
        }
        for page in PAGES
    ]
    return json.dumps(told, ensure_ascii=False, indent=1)


def _command(page: Page) -> click.Command:
    """Make the command of one kind: the options that make sense for it, and no others."""

    def run(**options: Any) -> None:
        _run(page, options)

    examples = "\n".join(f"Example: board print {page.kind} {rest}" for rest in EXAMPLES[page.kind])
    help_ = f"{page.told}\n\nWho will see it: {page.seen_by}.\n\n\b\n{examples}"
    command: Callable[..., Any] = class_option(run)
    for option in reversed(options_of(page)):
        command = option(command)
    command = click.option("-o", "--output", "out", type=FileType, help="The PDF to write.")(command)
    return click.command(str(page.kind), help=help_, short_help=page.told)(command)


def _run(page: Page, options: Mapping[str, Any]) -> None:
    if options.get("list_labels"):
        click.echo(label_list())
        return
    with opened(options["folder"]) as book:
        if options.get("printed"):
            click.echo(printed_well(book, Sitting(book)).said)
            return
        if options["out"] is None:
            raise Refusal(f"Name the PDF to write: board print {page.kind} -o {page.kind}.pdf")
        try:
            order = _order(page, book, options)
            _ask_and_make(book, order, options)
        except ValueError as problem:
            raise Refusal(str(problem)) from problem


def _order(page: Page, book: ClassBook, options: Mapping[str, Any]) -> Order:
    kind = page.kind
    units = _units(book, kind, options.get("unit_id"))
    names: Sequence[str] = options.get("names") or ()
    students = tuple(found_student(book.students, name) for name in names) or tuple(book.students)
    label, start = sheet_of(options) if Choice.LABEL in page.choices else (None, 1)
    look = look_of(page, options)
    step = options.get("step")
    return Order(
        kind,
        units,
        book.name,
        students,
        book.progress,
        options["made"] or date.today(),  # noqa: DTZ011 - the teacher's own day stands on the page
        look if label is None else replace(look, paper=label.page),
        {one.id: one.name for one in book.assessors},
        book.everyone,
        named=bool(names),
        by_alias=bool(options.get("by_alias")),
        step=None if step is None else found_step(units, step),
        level=_level(units, options.get("level")),
        language=options.get("language") or "en",
        spot_mm=spot_of(options.get("spot")),
        label=label,
        start=start,
        again=bool(options.get("again")),
    )


def _units(book: ClassBook, kind: PageKind, wanted: str | None) -> tuple[Unit, ...]:
    if kind in _WITHOUT_UNIT:
        return tuple(book.units)
    if not book.units:
        raise Refusal("This class has no unit to print; add one with: board unit FILE")
    if wanted is None:
        return tuple(book.units) if kind in _WHOLE_CLASS else (book.units[0],)
    found = [unit for unit in book.units if wanted in (unit.id, unit.title)]
    if not found:
        raise Refusal(f'No unit is called "{wanted}"; this class has {", ".join(unit.id for unit in book.units)}.')
    return (found[0],)


def _level(units: Sequence[Unit], wanted: str | None) -> str:
    if wanted is None:
        return ""
    levels = [level for unit in units for level in unit.levels]
    for level in levels:
        if wanted in (level.id, level.id.rpartition("/")[2], level.title):
            return level.id
    raise Refusal(f'No level is called "{wanted}"; there is {", ".join(level.title for level in levels)}.')


def _ask_and_make(book: ClassBook, order: Order, options: Mapping[str, Any]) -> None:
    if order.needs_asking and not agreed(order.needs_asking, yes=bool(options["yes"])):
        raise SystemExit(DONE_PARTLY)
    for text, why in unprintable(order):
        click.echo(f"{text}: {why}; what is missing shows as a dot.", err=True)
    out: Path = options["out"]
    keep_pdf(drawn(order, cache_folder() / "prints", stickers_of(book).paper), out)
    click.echo(f"Wrote {out}. Print it at 100 %.")
    if options.get("list_file") is not None:
        keep_pdf(hand_out_list(order), options["list_file"])
        click.echo(f"Wrote {options['list_file']}: whose sticker is where.")
    if order.kind in (PageKind.STICKERS, PageKind.GLUE) and order.look.ink != "blank":
        sheet_was_made(book, order, out)
        count = len(order.stickers)
        what = "1 sticker" if count == 1 else f"{count} stickers"
        click.echo(f"It holds {what}. Has it printed well? Then say so: board print {order.kind} --printed")


def label_list() -> str:
    """List the label sheets that are known, each with its size and how sure its figures are."""
    from printables.stock import stocks  # noqa: PLC0415 - read only when asked for

    lines = [
        f"{one.id:<20} {one.page:<7} {one.columns} x {one.rows:<3} {one.size_words:<36} {one.confidence:<11} {one.name}"
        for one in stocks()
    ]
    more = "Another sheet: --own-sheet with six numbers in mm: left, top, width, height, across, down."
    return "\n".join((*lines, more))
