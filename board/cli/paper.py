"""Commands for paper: board print KIND, one command for each kind in the catalogue."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from board.cli.context import DONE_PARTLY, agreed, opened, seat_here, shortened
from board.cli.paper_lists import kinds_as_json, list_of_kinds, list_of_labels
from board.cli.paper_options import EXAMPLES, options_of
from board.cli.paper_order import Options, order_of, printer_of
from board.counting import counted, listed
from board.deeds.pictures import stickers_of
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.people import clean_line
from board.paper.catalogue import CATALOGUE, COUNTED, PAGES, USUAL_PAPERS, Page, PageKind, Purpose
from board.paper.drawing import drawn, hand_out_list, unprintable
from board.paper.keeping import check_place, keep_pdf
from board.paper.making import cache_of
from board.paper.memory import PrintMemory
from board.paper.notes import notes_on
from board.paper.order import Order
from board.paper.printers import Printers, printer_words
from board.paper.sheets import printed_badly, printed_well, question, sheet_was_made, targets_of, waiting
from board.seat import Seat
from board.store.book import Book
from board.words import counts, day

_NO_LABEL_SHEET = "No label sheet of this class waits for an answer."
_STAYS_NEW_ONE = "1 sticker of {days} stays new, for the next sheet."
_STAYS_NEW_MANY = "{count} stickers of {days} stay new, for the next sheet."

_KINDS = {str(page.kind) for page in PAGES}


class _Kinds(click.Group):
    """Makes the command of a kind when it is called, and lists the kinds by what they are for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [str(page.kind) for page in PAGES]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        return _command(CATALOGUE[PageKind(cmd_name)]) if cmd_name in _KINDS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - same
        for purpose in Purpose:
            with formatter.section(str(purpose)):
                formatter.write_dl([(f"{page.kind:<12}", page.told) for page in PAGES if page.purpose is purpose])


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


def _command(page: Page) -> click.Command:
    """Make the command of one kind: the options that make sense for it, and no others."""

    def run(**options: Any) -> None:
        _run(page, options)

    examples = "\n".join(f"Example: board print {page.kind} {rest}" for rest in EXAMPLES[page.kind])
    help_ = f"{page.told}\n\nWho will see it: {page.seen_by}.\n\n\b\n{examples}"
    command: Callable[..., Any] = run
    for option in reversed(options_of(page)):
        command = option(command)
    return click.command(str(page.kind), help=help_, short_help=page.told)(command)


def _run(page: Page, options: Options) -> None:
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
            _answer(page, seat, book, well=bool(options["printed"]))
        else:
            _make(page, seat, book, options)


def _answer(page: Page, seat: Seat, book: Book, *, well: bool) -> None:
    """Keep how the sheets of this kind that were made last printed."""
    glue, memory = page.kind is PageKind.GLUE, PrintMemory(seat.settings)
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


def _make(page: Page, seat: Seat, book: Book, options: Options) -> None:
    places = _places(page, options)
    try:
        order = order_of(page, seat, book, options)
        if order.needs_asking and not agreed(order.needs_asking, yes=bool(options["yes"])):
            raise SystemExit(DONE_PARTLY)
        for text, why in unprintable(order):
            click.echo(f"{shortened(clean_line(text))}: {why}; what is missing shows as a dot.", err=True)
        pdfs = [drawn(order, cache_of(seat), stickers_of(book, seat.cache).paper).pdf]
        if len(places) > 1:
            pdfs.append(hand_out_list(order).pdf)
    except ValueError as problem:
        raise Refusal(str(problem)) from problem
    fresh = [folder for folder in dict.fromkeys(place.parent for place in places) if not folder.exists()]
    for pdf, place in reversed([*zip(pdfs, places, strict=True)]):  # the page last: it is remembered when all is there
        keep_pdf(pdf, place)
    for folder in fresh:
        click.echo(f"Made the folder {folder}.")
    click.echo(f"Wrote {places[0]}. Print it at 100 %.")
    for place in places[1:]:
        click.echo(f"Wrote {place}: whose sticker is where.")
    for note in notes_on(order):
        click.echo(note)
    _tell_printer(page, Printers(seat.settings), order, options)
    if order.kind in COUNTED:
        _tell_stickers(PrintMemory(seat.settings), book, order, options)


def _places(page: Page, options: Options) -> list[Path]:
    """Give where the page goes, and the list of its stickers when one is wanted.

    Raises:
        Refusal: No PDF can go there.
    """
    out, listed = options["out"], options.get("list_file")
    if out in (None, Path()):
        raise Refusal(f"Name the PDF to write: board print {page.kind} -o {page.kind}.pdf")
    if listed is not None and options.get("ink") == "blank":
        raise Refusal("A blank sheet has nobody's stickers; leave --list out.")
    places = [out] if listed is None else [out, listed]
    if len({place.absolute() for place in places}) < len(places):
        raise Refusal("The list needs a file of its own; give --list another name than -o.")
    for place in places:
        check_place(place)
    return places


def _tell_printer(page: Page, printers: Printers, order: Order, options: Options) -> None:
    """Say what is done for the printer, where sizes matter and so something is; one that is named is the last one used."""
    name = printer_of(page, printers, options)
    if options.get("printer") is not None and page.kind is not PageKind.CALIBRATION:
        printers.use(name)
    if name and (order.spot_mm is not None or page.kind in (*COUNTED, PageKind.CALIBRATION)):
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
        memory.keep_choices(str(order.kind), {**memory.choices(str(order.kind)), "label": label.id})
    if others:
        click.echo(f"{question(others, book.students)} Nobody said yet; the answer counts for it too.")
    say = f"board print {order.kind}{_in_class(options['folder'])}"
    click.echo(f"Has it printed well? Then say so: {say} --printed\nIf not: {say} --jammed")


def _in_class(folder: Path | None) -> str:
    return "" if folder is None else f' -c "{folder}"'
