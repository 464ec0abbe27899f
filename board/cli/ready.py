"""The command about who is ready to show a step: board ready."""

from collections.abc import Sequence
from pathlib import Path

import click

from board.cli.context import class_option, opened
from board.cli.marks import by_option, found_here, found_step, judge, tell
from board.deeds.asking import Asking
from board.deeds.history import Outcome
from board.deeds.kiosk_answers import KioskAnswers
from board.deeds.sitting import Sitting, Target, usual_adult
from board.deeds.waiting import asked_here, maybe_here
from board.errors import Refusal
from board.mastery.agreement import Second
from board.mastery.asking import Asked, since
from board.mastery.curriculum import Step
from board.mastery.harmless import harmless_json
from board.mastery.people import clean_line
from board.mastery.queue import Waits

_HOW_TO = 'Write a student and a step: board ready "Nia W." how-many; board ready --list tells who waits.'
_OTHER_WAY = "{way} is none of the ways of this step: {ways}. It is kept all the same."
_WAITS = {
    Second.NONE: "",
    Second.ANOTHER: "one adult has seen it, another one gets to see it too",
    Second.TOGETHER: "two adults saw it differently and look at it together",
}
_SECOND = {Second.NONE: None, Second.ANOTHER: "another", Second.TOGETHER: "together"}
_MAYBE = "somebody at the kiosk says so, and it waits for a yes"
_NOBODY = "Nobody waits to be seen."


@click.command()
@click.argument("words", nargs=-1, metavar="[STUDENT STEP]")
@class_option
@click.option("--way", help="The way the child wants to show it.")
@click.option("--take-back", is_flag=True, help="The child does not want to show it now, and goes on trying.")
@click.option("--list", "listed", is_flag=True, help="Tell who waits, longest waiting first.")
@click.option("--json", "as_json", is_flag=True, help="For scripts: what was kept, or with --list who waits.")
@by_option
def ready(
    words: Sequence[str],
    *,
    folder: Path | None,
    way: str | None,
    take_back: bool,
    listed: bool,
    as_json: bool,
    by: str | None,
    yes: bool,
) -> None:
    """Say that a child is ready to show a step, or tell who waits to be seen.

    Asked again in another way, the way changes and the place in the queue stays. A way that is none of the step's own is
    kept, too, and said. --list leaves out who is away today; a Boss that one adult has seen waits there for the second one.
    What somebody at the kiosk said of a child stands there last and waits for a yes: to name the child and the step says yes,
    with --take-back no.
    STUDENT is an id, or a name that fits only one; STEP is unit/step, or step alone where only one fits.

    \b
    Example: board ready "Nia W." how-many
    Example: board ready "Nia W." how-many --way "Draw the same number of dots in two shapes"
    Example: board ready "Nia W." how-many --take-back
    Example: board ready --list
    """
    if listed and (words or take_back or way is not None):
        raise Refusal("--list tells everybody who waits; leave the student, the step, --way and --take-back out.")
    if take_back and way is not None:
        raise Refusal("--take-back needs no --way; leave one of them out.")
    if not listed and len(words) != 2:  # noqa: PLR2004 - student and step
        raise Refusal(_HOW_TO)
    with opened(folder) as book:
        if listed:
            here = Sitting(book, usual_adult(book))
            _tell_waiting(asked_here(here), maybe_here(here), as_json=as_json)
            return
        student, step = found_here(book.everyone, words[0]).id, found_step(book.units, words[1])
        sitting, chosen = Sitting(book, judge(book, by, yes=yes)), _own_way(step, way or "")
        outcome = _answered(sitting, (student, step.id), chosen, take_back=take_back)
        tell(outcome, as_json=as_json)
        if outcome.changed and chosen and step.ways and chosen not in step.ways:
            click.echo(_OTHER_WAY.format(way=chosen, ways="; ".join(step.ways)), err=True)


def _answered(sitting: Sitting, target: Target, way: str, *, take_back: bool) -> Outcome:
    """Ask for a child, or take that back; what somebody said at the kiosk is answered by it."""
    if sitting.book.progress.spot(*target).maybe is not None and not way:
        answers = KioskAnswers(sitting)
        return answers.no(*target) if take_back else answers.yes(*target)
    asking = Asking(sitting)
    return asking.take_back(*target) if take_back else asking.ask(*target, way)


def _own_way(step: Step, way: str) -> str:
    """Give a way as the step has it written, whatever capitals were typed; another one as it was typed."""
    typed = clean_line(way)
    return next((own for own in step.ways if own.casefold() == typed.casefold()), typed)


def _tell_waiting(waiting: Sequence[Asked], maybe: Sequence[Waits], *, as_json: bool) -> None:
    if as_json:
        click.echo(harmless_json([*map(_asked_json, waiting), *map(_maybe_json, maybe)]))
        return
    for one in waiting:
        way = f"way: {one.way}" if one.way else ""
        click.echo(", ".join(filter(None, (f"{one.student.name}: {one.step.title}", way, _WAITS[one.spot.second]))))
    for said in maybe:
        assert said.step is not None  # only a login card has none
        way = f"way: {said.spot.maybe.way}" if said.spot.maybe is not None and said.spot.maybe.way else ""
        click.echo(", ".join(filter(None, (f"{said.student.name}: {said.step.title}", way, _MAYBE))))
    if not waiting and not maybe:
        click.echo(_NOBODY)


def _maybe_json(one: Waits) -> dict[str, str | bool | None]:
    said = one.spot.maybe
    return {
        "student": one.student.id,
        "step": one.step.id if one.step is not None else None,
        "way": said.way or "" if said is not None else "",
        "since": said.at if said is not None else None,
        "second": None,
        "maybe": True,
    }


def _asked_json(one: Asked) -> dict[str, str | None]:
    return {
        "student": one.student.id,
        "step": one.step.id,
        "way": one.way,
        "since": since(one.spot).at,
        "second": _SECOND[one.spot.second],
    }
