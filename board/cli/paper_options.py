"""The options of board print KIND: which make sense for a kind, and what is meant by them."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import click

from board.cli.context import FileType
from board.errors import Refusal
from board.printing.catalogue import LANGUAGES, PAPERS, POSTERS, Choice, Page, PageKind
from board.printing.memory import next_label
from board.printing.order import Look
from board.printing.printers import last_printer, printer_called
from printables.stock import Stock, parse_own_sheet, stock

_Option = Callable[[Any], Any]

_MM_OF_AN_INCH = 25.4
_USUAL_LABEL = {"letter": "ol5275", "a4": "avery-l6112"}
"""What is printed on when no label sheet is named."""

EXAMPLES: Mapping[PageKind, tuple[str, ...]] = {
    PageKind.QUILT: ("-o quilt.pdf --paper a3", "-o quilt.pdf --paper poster2x2 --sheet a4"),
    PageKind.PROUD: ("-o proud.pdf --paper a3",),
    PageKind.PERSONAL: ('-o ava.pdf --student "Ava B."', "-o charts.pdf --ink blank --spot 3/4in"),
    PageKind.CERTIFICATE: ('-o ava.pdf --student "Ava B." --level "Place Value"',),
    PageKind.STICKERS: ("-o labels.pdf --label ol5275 --start 5", "--printed", "--list-labels"),
    PageKind.GLUE: ("-o glue.pdf --spot 25", "--printed"),
    PageKind.CARDS: ("-o cards.pdf --level Fractions",),
    PageKind.LOGIN: ("-o login.pdf",),
    PageKind.TAKEHOME: ('-o ava.pdf --student "Ava B." --language es',),
    PageKind.WALL: ("-o wall.pdf --paper a3", "-o wall.pdf --alias --ink saver"),
    PageKind.REGISTER: ("-o register.pdf --paper a4",),
    PageKind.GROUP: ('-o group.pdf --step take-away --student "Ava B." --student "Liam K."',),
    PageKind.NEXT_TEACHER: ('-o ava.pdf --student "Ava B."',),
    PageKind.CALIBRATION: ("-o check.pdf", "-o check.pdf --printer Office"),
}


def options_of(page: Page) -> list[_Option]:
    """Give the options that make sense for a kind, in the order of its help."""
    return [
        *(option for choice, options in _BY_CHOICE.items() if choice in page.choices for option in options),
        *_paper(page),
        *_LAST,
    ]


def _paper(page: Page) -> list[_Option]:
    options = [
        click.option(
            "--paper",
            type=click.Choice(page.papers),
            default=page.papers[0],
            show_default=True,
            help="Size of the paper." if Choice.LABEL not in page.choices else "Paper where no label sheet is named.",
        )
    ]
    if set(POSTERS) & set(page.papers):
        options.append(
            click.option(
                "--sheet",
                type=click.Choice(PAPERS),
                default=PAPERS[0],
                show_default=True,
                help="Paper a poster is put together from.",
            )
        )
    if len(page.inks) > 1:
        options.append(
            click.option(
                "--ink",
                type=click.Choice(page.inks),
                default=page.inks[0],
                show_default=True,
                help="saver: outlines; blank: empty spots for real stickers.",
            )
        )
    return options


def _day(_context: click.Context, _option: click.Parameter, written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise Refusal(f"{written} is no date; write it as year, month, day, such as 2026-12-31.") from None


_LAST: list[_Option] = [
    click.option("--date", "made", callback=_day, metavar="YEAR-MONTH-DAY", help="Date on the page; left out: today."),
    click.option("--yes", is_flag=True, help="Print without asking."),
]

_BY_CHOICE: Mapping[Choice, list[_Option]] = {
    Choice.STUDENTS: [
        click.option(
            "--student",
            "names",
            multiple=True,
            metavar="STUDENT",
            help="One child, by id or a name that fits only one; may be given more than once. Left out: everybody.",
        )
    ],
    Choice.UNIT: [click.option("--unit", "unit_id", metavar="UNIT", help="Id or title of the unit.")],
    Choice.LEVEL: [click.option("--level", metavar="LEVEL", help="Id or title of one level; left out: every level.")],
    Choice.STEP: [click.option("--step", metavar="STEP", help="Id of one step.")],
    Choice.ALIAS: [
        click.option("--alias", "by_alias", is_flag=True, help="Show aliases; no name stands anywhere in the file.")
    ],
    Choice.LANGUAGE: [
        click.option(
            "--language",
            type=click.Choice(tuple(LANGUAGES)),
            default="en",
            show_default=True,
            help="Language of our words; your unit's words stay as they are.",
        )
    ],
    Choice.LABEL: [
        click.option("--label", metavar="LABEL", help="The label sheet, such as ol5275 or 'Avery L7651'."),
        click.option(
            "--own-sheet",
            metavar="MM",
            help="Another sheet by six numbers in mm: left, top of the first label, its width, height, and from label "
            "to label across, down.",
        ),
        click.option("--start", type=int, metavar="N", help="The first free label; left out: where you left off."),
        click.option("--list", "list_file", type=FileType, help="Also write a list of whose sticker is where."),
        click.option("--list-labels", is_flag=True, help="Tell the label sheets that are known."),
    ],
    Choice.SPOT: [
        click.option(
            "--spot",
            metavar="SIZE",
            help="Width of each spot, so that your stickers fit: mm (19.05), inches (3/4in), or a label (ol5275).",
        )
    ],
    Choice.AGAIN: [
        click.option("--again", is_flag=True, help="All earned stickers, also those printed before."),
        click.option("--printed", is_flag=True, help="The sheet made last printed well: its stickers are done."),
    ],
    Choice.PRINTER: [
        click.option("--printer", metavar="NAME", help="What this printer needs (board printer); left out: the last.")
    ],
    Choice.LETTERS: [
        click.option("--larger", is_flag=True, help="Larger type."),
        click.option("--early", is_flag=True, help="Letters as early readers write them, set apart."),
    ],
}


def look_of(page: Page, options: Mapping[str, Any]) -> Look:
    """Give how pages look by the options of a call.

    Raises:
        Refusal: No printer is called so.
    """
    printer = (0.0, 0.0, 1.0)
    if Choice.PRINTER in page.choices:
        name = options["printer"] or ("" if page.kind is PageKind.CALIBRATION else last_printer())
        if name:
            needs = printer_called(name)
            printer = (needs.dx, needs.dy, needs.scale)
    return Look(
        options["paper"],
        options.get("sheet") or PAPERS[0],
        options.get("ink") or page.inks[0],
        bool(options.get("larger")),
        bool(options.get("early")),
        printer,
    )


def sheet_of(options: Mapping[str, Any]) -> tuple[Stock, int]:
    """Give the label sheet that is meant, and its first free label.

    Raises:
        ValueError: No sheet is called so, the six numbers are none, or there is no such label.
    """
    named, own = options["label"], options["own_sheet"]
    if named and own:
        raise Refusal("--label and --own-sheet don't go together; use one of them.")
    label = parse_own_sheet(own, options["paper"]) if own else stock(named or _USUAL_LABEL[options["paper"]])
    start = options["start"] if options["start"] is not None else next_label(label.id)
    label.place(start)
    return label, start


def spot_of(written: str | None) -> float | None:
    """Give the width of a spot in mm: a number, inches such as 3/4in, or the size of a label sheet's stickers.

    Raises:
        ValueError: It is none of these.
    """
    if written is None:
        return None
    number = re.fullmatch(r"\s*(\d+(?:[.,]\d+)?)\s*(?:mm)?\s*", written)
    if number:
        return float(number[1].replace(",", "."))
    inches = re.fullmatch(r'\s*(?:(\d+)[ -])?\s*(\d+(?:/[1-9]\d*)?|\d*\.\d+)\s*(?:in|inch|")\s*', written)
    if inches:
        return float(int(inches[1] or 0) + Fraction(inches[2])) * _MM_OF_AN_INCH
    return stock(written).spot_mm
