"""Commands for paper: board print KIND, one command for each kind in the catalogue."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from board.cli.context import DONE_PARTLY, agreed, opened, seat_here, shortened
from board.cli.paper_lists import kinds_as_json, list_of_kinds, list_of_labels
from board.cli.paper_options import options_of
from board.cli.paper_order import Options, wanted_by
from board.cli.paper_places import keep, places_of
from board.cli.typed import Remembering, as_typed
from board.counting import counted, listed
from board.deeds.mending import told_left_out
from board.deeds.pictures import stickers_of
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.people import clean_line
from board.paper.catalogue import is_kind, kind_called, kinds
from board.paper.drawing import drawn, list_of, unprintable
from board.paper.kind import PageKind, Purpose
from board.paper.making import cache_of
from board.paper.memory import PrintMemory
from board.paper.order import Order
from board.paper.papers import USUAL_PAPERS
from board.paper.printers import Printers, printer_words
from board.paper.sheets import printed_badly, printed_well, question, sheet_was_made, targets_of, waiting
from board.paper.wanted import Wanted, order_of, printer_of
from board.seat.seat import Seat
from board.store.book import Book
from board.words import counts, day

_NO_LABEL_SHEET = "No label sheet of this class waits for an answer."
_STAYS_NEW_ONE = "1 sticker of {days} stays new, for the next sheet."
_STAYS_NEW_MANY = "{count} stickers of {days} stay new, for the next sheet."


class _Kinds(click.Group):
    """Makes the command of a kind when it is called, and lists the kinds by what they are for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [kind.name for kind in kinds()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        return _command(kind_called(cmd_name)) if is_kind(cmd_name) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - same
        for purpose in Purpose:
            with formatter.section(str(purpose)):
                formatter.write_dl([(f"{kind.name:<12}", kind.told) for kind in kinds() if kind.purpose is purpose])


@click.group("print", cls=_Kinds, invoke_without_command=True, subcommand_metavar="KIND ...")
@click.option("--list", "listed", is_flag=True, help="Tell what can be printed, for whom, and on which paper.")
@click.option("--json", "as_json", is_flag=True, help="With --list: for scripts.")
@click.option("--usual-paper", "usual", type=click.Choice(USUAL_PAPERS), help="The paper in your printer from now on.")
@click.pass_context
def print_group(context: click.Context, *, listed: bool, as_json: bool, usual: str | None) -> None:
    """Make a page as PDF; print it at 100 %, "actual size".

    What goes on another paper for once says so by --paper and changes nothing for the next page.

    \b
    Example: board print quilt -c "Room 12.class" -o quilt.pdf
    Example: board print quilt --help
    Example: board print --list
    Example: board print --usual-paper a4
    """
    if usual is not None and (listed or as_json or context.invoked_subcommand is not None):
        raise Refusal("--usual-paper stands alone; for one page only there is --paper.")
    if (listed or as_json) and context.invoked_subcommand is not None:
        raise Refusal(f"--list tells about every kind; leave {context.invoked_subcommand} out.")
    if listed:
        click.echo(kinds_as_json() if as_json else list_of_kinds())
    elif usual is not None:
        PrintMemory(seat_here().settings).keep_usual_paper(usual)
        click.echo(f"Pages are printed on {usual} from now on, unless --paper names another.")
    elif as_json:
        raise Refusal("--json goes with --list: board print --list --json")
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())


def _command(kind: PageKind) -> click.Command:
    """Make the command of one kind: the options that make sense for it, and no others."""

    def run(**options: Any) -> None:
        _run(kind, options)

    examples = "\n".join(f"Example: board print {kind.name} {rest}" for rest in kind.examples)
    help_ = f"{kind.told}\n\nWho will see it: {kind.seen_by}.\n\n\b\n{examples}"
    command: Callable[..., Any] = run
    for option in reversed(options_of(kind)):
        command = option(command)
    return click.command(kind.name, cls=Remembering, help=help_, short_help=kind.told)(command)


def _run(kind: PageKind, options: Options) -> None:
    if options.get("list_labels"):
        click.echo(list_of_labels())
        return
    answers = [f"--{name}" for name in ("printed", "jammed") if options.get(name)]
    if len(answers) > 1:
        raise Refusal("--printed and --jammed don't go together; use one of them.")
    if answers and options["out"] is not None:
        raise Refusal(f"{answers[0]} is about the sheet made last; leave -o out.")
    seat = seat_here()
    with opened(options["folder"]) as book:
        if answers:
            _answer(kind, seat, book, well=bool(options["printed"]))
        else:
            _make(kind, seat, book, options)


def _answer(kind: PageKind, seat: Seat, book: Book, *, well: bool) -> None:
    """Keep how the sheets of this kind that were made last printed."""
    glue, memory = not kind.on_labels, PrintMemory(seat.settings)
    sheets = waiting(memory, book, glue=glue)
    if not sheets:
        nothing = "No glue sheet of this class waits for an answer." if glue else _NO_LABEL_SHEET
        click.echo(nothing, err=True)
        raise SystemExit(DONE_PARTLY)
    if well:
        outcome = printed_well(memory, Sitting(book, usual_adult(book)), sheets)
        click.echo(f"{outcome.said}; from now on only --again prints them." if outcome.facts else outcome.said)
    else:
        count = len({target for sheet in sheets for target in sheet.targets})
        printed_badly(memory, Sitting(book, usual_adult(book)), sheets)
        days = listed([*dict.fromkeys(day(one.made) for one in sheets)])
        click.echo(counted(_STAYS_NEW_ONE, _STAYS_NEW_MANY, count, days=days))


def _make(kind: PageKind, seat: Seat, book: Book, options: Options) -> None:
    places = places_of(kind, options, as_typed())
    try:
        wanted = wanted_by(kind, seat.settings, book, options)
        order = order_of(wanted, book, seat.settings)
        _refuse_printed(kind, order)
        question_first = kind.asks(order)
        if question_first and not agreed(question_first, yes=bool(options["yes"])):
            raise SystemExit(DONE_PARTLY)
        for text, why in unprintable(order):
            click.echo(f"{shortened(clean_line(text))}: {why}; what is missing shows as a dot.", err=True)
        shelf = stickers_of(book, seat.cache)
        pages = drawn(order, cache_of(seat), shelf.paper)
        handed_out = list_of(order) if places.listed is not None else None
    except ValueError as problem:
        raise Refusal(str(problem)) from problem
    for told in keep(kind, places, pages, handed_out):
        click.echo(told)
    for note in filter(None, (*kind.notes(order), told_left_out(shelf.lacking))):
        click.echo(note)
    _tell_printer(wanted, Printers(seat.settings), order)
    if kind.counted:
        _tell_stickers(PrintMemory(seat.settings), book, order, options)


def _refuse_printed(kind: PageKind, order: Order) -> None:
    """Refuse stickers that were all printed already.

    Raises:
        Refusal: They were.
    """
    if not kind.counted or order.stickers or not replace(order, again=True).stickers or order.look.ink == "blank":
        return
    names = listed([one.name for one in order.students])
    raise Refusal(
        f"Every sticker of {names} was printed already; --again prints them once more."
        if order.named
        else "Every earned sticker was printed already; --again prints them once more."
    )


def _tell_printer(wanted: Wanted, printers: Printers, order: Order) -> None:
    """Say what is done for the printer, where sizes matter and so something is; one that is named is the last one used."""
    kind, name = wanted.kind, printer_of(wanted, printers)
    if wanted.printer is not None and not kind.tries_printer:
        printers.use(name)
    if name and (order.spot_mm is not None or kind.counted or kind.tries_printer):
        click.echo(f"For {name}: {printer_words(printers.called(name))}.")


def _tell_stickers(memory: PrintMemory, book: Book, order: Order, options: Options) -> None:
    """Say what a sticker sheet holds, and remember it until somebody says how it printed."""
    label = order.label
    if order.look.ink == "blank":
        sheet = label.name if label else "labels"
        click.echo(f"Print it on plain paper and hold it against a sheet of {sheet}.")
        return
    others = [
        sheet for sheet in waiting(memory, book, glue=label is None) if not set(sheet.targets) <= set(targets_of(order))
    ]
    sheet_was_made(memory, book, order, options["out"])
    if label is None:
        click.echo(f"It holds {counts.stickers(len(order.stickers))}.")
    elif options["label"] is not None:
        memory.keep_choices(order.kind, {**memory.choices(order.kind), "label": label.id})
    if others:
        click.echo(f"{question(others, book.students)} Nobody said yet; the answer counts for it too.")
    say = f"board print {order.kind}{_in_class(options['folder'])}"
    click.echo(f"Has it printed well? Then say so: {say} --printed\nIf not: {say} --jammed")


def _in_class(folder: Path | None) -> str:
    return "" if folder is None else f' -c "{folder}"'
