"""The options of board print KIND: which make sense for a kind, in the order of its help."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import click

from board.cli.context import FileType, class_option, shortened
from board.errors import Refusal
from board.paper.kind import Choice, PageKind
from board.paper.papers import LANGUAGES, PAPERS, POSTERS, USUAL_LABEL

_Option = Callable[[Any], Any]

_USUALLY = "your usual paper (board print --usual-paper)"
_BLANK = "blank: empty spots for real stickers"


def options_of(kind: PageKind) -> list[_Option]:
    """Give the options that make sense for a kind: where to, about what, how it looks, on which printer."""
    chosen = [option for choice, options in _OPTIONS.items() if choice in kind.choices for option in options(kind)]
    return [
        click.option("-o", "--output", "out", type=FileType, help="The PDF to write."),
        click.option(
            "--layout-json",
            "layout",
            type=FileType,
            help="Also write where on its pages things stand: JSON, in mm from the left and upper edge to the middle of each.",
        ),
        class_option,
        *chosen,
        *_paper(kind),
        *_ink(kind),
        *(_letters() if Choice.LETTERS in kind.choices else ()),
        *(_printer(kind) if Choice.PRINTER in kind.choices else ()),
        click.option("--date", "made", callback=_day, metavar="YYYY-MM-DD", help="Date on the page. Left out: today."),
        click.option("--yes", is_flag=True, hidden=not kind.may_ask, help="Print without asking."),
        *(_answers(kind) if kind.counted else ()),
    ]


def _students(kind: PageKind) -> list[_Option]:
    told = f"A name or id that fits only one child; may be given again. Left out: {kind.left_out.students_told}."
    return [click.option("--student", "names", multiple=True, metavar="STUDENT", help=told)]


def _unit(kind: PageKind) -> list[_Option]:
    told = (
        "Title or id of a unit. Left out: every unit."
        if kind.every_unit
        else "Title or id of a unit. Left out: the first unit."
    )
    return [click.option("--unit", "unit_id", metavar="UNIT", help=told)]


def _level(_kind: PageKind) -> list[_Option]:
    return [click.option("--level", metavar="LEVEL", help="Title or id of a level. Left out: every level.")]


def _step(kind: PageKind) -> list[_Option]:
    told = f"Title or id of a step. Left out: {kind.left_out.step_told}."
    return [click.option("--step", metavar="STEP", help=told)]


def _alias(_kind: PageKind) -> list[_Option]:
    return [
        click.option("--alias", "by_alias", is_flag=True, help="Show aliases; no name stands anywhere in the file.")
    ]


def _language(_kind: PageKind) -> list[_Option]:
    told = "Language of our words; your unit's words stay as they are. Left out: en."
    return [click.option("--language", type=click.Choice(tuple(LANGUAGES)), help=told)]


def _again(_kind: PageKind) -> list[_Option]:
    return [click.option("--again", is_flag=True, help="All earned stickers, also those printed before.")]


def _label(_kind: PageKind) -> list[_Option]:
    letter, a4 = USUAL_LABEL["letter"], USUAL_LABEL["a4"]
    own = "A sheet that is not listed, by six numbers in mm: left, top, width, height, across, down."
    return [
        click.option(
            "--label",
            metavar="LABEL",
            help="The label sheet, by a number on its pack such as 5293. Left out: the one named last; "
            f"the first time {letter}, on a4 {a4}.",
        ),
        click.option("--own-sheet", metavar="'SIX NUMBERS'", help=own),
        click.option("--start", type=int, metavar="N", help="The first free label. Left out: where you left off."),
        click.option("--list", "list_file", type=FileType, help="Also write a list of whose sticker is where."),
    ]


def _spot(kind: PageKind) -> list[_Option]:
    sizes = "mm (19.05), inches (3/4in) or a label sheet (ol5275)"
    told = (
        f"Width of the stickers, as wide as the spots they go on: {sizes}. Left out: {kind.usual_spot}."
        if kind.counted
        else f"Width of each spot, so that your stickers fit: {sizes}. Left out: {kind.usual_spot}."
    )
    return [click.option("--spot", metavar="SIZE", help=told)]


def _paper(kind: PageKind) -> list[_Option]:
    what = "Paper where no label sheet is named." if kind.on_labels else "Size of the paper."
    options = [click.option("--paper", type=click.Choice(kind.papers), help=f"{what} Left out: {_USUALLY}.")]
    if set(POSTERS) & set(kind.papers):
        told = f"Paper a poster is put together from. Left out: {_USUALLY}."
        options.append(click.option("--sheet", type=click.Choice(PAPERS), help=told))
    return options


def _ink(kind: PageKind) -> list[_Option]:
    if len(kind.inks) == 1:
        return []
    labels = "blank: the outlines of the labels, to try on plain paper"
    told = {"saver": "saver: outlines", "blank": labels if kind.on_labels else _BLANK}
    words = "; ".join(told[ink] for ink in kind.inks if ink in told)
    return [click.option("--ink", type=click.Choice(kind.inks), help=f"{words}. Left out: {kind.inks[0]}.")]


def _letters() -> list[_Option]:
    return [
        click.option("--larger", is_flag=True, help="Larger type."),
        click.option("--early", is_flag=True, help="Letters as early readers write them, set apart."),
    ]


def _printer(kind: PageKind) -> list[_Option]:
    usual = "Left out: the one used last; '' is one that needs nothing."
    told = f"The printer it is for (see board printer). {usual}"
    if kind.tries_printer:
        told = "The printer whose values are tried (see board printer). Left out: none."
    elif Choice.SPOT in kind.choices and not kind.counted:
        told = f"The printer it is for (see board printer), where --spot is given. {usual}"
    return [click.option("--printer", metavar="NAME", help=told)]


def _answers(kind: PageKind) -> list[_Option]:
    options = [
        click.option("--printed", is_flag=True, help="The sheets made last printed well: their stickers are done."),
        click.option(
            "--jammed", is_flag=True, help="The sheets made last did not print well: their stickers stay new."
        ),
    ]
    if kind.on_labels:
        options.append(click.option("--list-labels", is_flag=True, help="Tell the label sheets that are known."))
    return options


def _day(_context: click.Context, _option: click.Parameter, written: str | None) -> date | None:
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        raise Refusal(
            f'"{shortened(written or "")}" is no date; write it as year, month, day, such as 2026-12-31.'
        ) from None


_OPTIONS: Mapping[Choice, Callable[[PageKind], list[_Option]]] = {
    Choice.STUDENTS: _students,
    Choice.UNIT: _unit,
    Choice.LEVEL: _level,
    Choice.STEP: _step,
    Choice.ALIAS: _alias,
    Choice.LANGUAGE: _language,
    Choice.AGAIN: _again,
    Choice.LABEL: _label,
    Choice.SPOT: _spot,
}
"""What a page is about, in the order of its help."""
