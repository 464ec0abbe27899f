"""The command about the plan of one child: board plan."""

from collections.abc import Sequence
from pathlib import Path

import click

from board.cli.context import class_option, opened
from board.cli.marks import by_option, found_here, found_step, judge
from board.deeds.history import Outcome
from board.deeds.plan import Plans
from board.deeds.sitting import Sitting
from board.exchange.plan_report import plan_json, plan_text
from board.mastery.harmless import harmless_json
from board.mastery.people import Student
from board.mastery.plan import Freedom, Settled
from board.mastery.roll import student_of
from board.store.class_book import ClassBook

_FREEDOM = "Who chooses: free (the child, among all that is open), guided (among three), chosen (the teacher)."


@click.command()
@click.argument("student")
@click.option("--freedom", type=click.Choice([one.value for one in Freedom]), help=_FREEDOM)
@click.option("--first", metavar="STEP", multiple=True, help="A step that comes first; again: the one after it.")
@click.option("--usual-order", is_flag=True, help="No step comes first: the order of the unit.")
@click.option("--extra", metavar="STEP", multiple=True, help="A step of another unit this child shows, too.")
@click.option("--without-extra", metavar="STEP", multiple=True, help="An extra step this child shows no longer.")
@click.option("--shows-best", metavar="TEXT", multiple=True, help="How this child best shows things; empty: nothing.")
@click.option("--supports", metavar="TEXT", multiple=True, help="A support of the whole year; empty: none.")
@class_option
@by_option
@click.option("--json", "as_json", is_flag=True, help="For scripts: the plan as it is now.")
def plan(
    student: str,
    *,
    freedom: str | None,
    first: Sequence[str],
    usual_order: bool,
    extra: Sequence[str],
    without_extra: Sequence[str],
    shows_best: Sequence[str],
    supports: Sequence[str],
    folder: Path | None,
    by: str | None,
    yes: bool,
    as_json: bool,
) -> None:
    """Tell the plan of one child: what it may choose next and why, and what was settled for it alone.

    Options settle something anew; what is not spoken of stays as it is. An option that may be given again takes one thing
    each time, and all it is given are the new list. STUDENT is an id, or a name that fits only one; STEP is unit/step, or
    step alone where only one fits.

    \b
    Example: board plan "Nia W."
    Example: board plan "Nia W." --freedom chosen --first how-many --first teen-numbers
    Example: board plan "Nia W." --extra fair-soap-test --supports "number line" --supports "extra time"
    Example: board plan "Nia W." --without-extra fair-soap-test --shows-best "build it" --json
    """
    with opened(folder) as book:
        child = found_here(book.everyone, student)
        order = [found_step(book.units, name).id for name in first] if first or usual_order else None
        said = _settled(freedom, order, shows_best, supports)
        more = [found_step(book.units, name).id for name in extra]
        less = [_found_extra(book, child, name) for name in without_extra]
        if said or more or less:
            plans = Plans(Sitting(book, judge(book, by, yes=yes)))
            if said:
                _tell(plans.settle(child.id, **said), as_json=as_json)
            if more or less:
                _tell(plans.with_extras(child.id, more, less), as_json=as_json)
        if as_json or not (said or more or less):
            _tell_plan(book, child, as_json=as_json)


def _settled(
    freedom: str | None, order: Sequence[str] | None, shows_best: Sequence[str], supports: Sequence[str]
) -> Settled:
    """Give what the options settle anew."""
    said = Settled()
    if freedom is not None:
        said["freedom"] = Freedom(freedom)
    if order is not None:
        said["order"] = order
    if shows_best:
        said["shows_best"] = shows_best
    if supports:
        said["supports"] = supports
    return said


def _found_extra(book: ClassBook, child: Student, name: str) -> str:
    """Give the id of an extra step, also of one that no unit has any more."""
    return name if name in child.plan.extra else found_step(book.units, name).id


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    if not as_json:
        click.echo(outcome.said)


def _tell_plan(book: ClassBook, child: Student, *, as_json: bool) -> None:
    now = student_of(book.everyone, child.id) or child
    row = book.progress.row(now.id)
    told = harmless_json(plan_json(now, book.units, row)) if as_json else plan_text(now, book.units, row)
    click.echo(told, nl=as_json)
