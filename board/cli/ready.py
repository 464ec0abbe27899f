"""The command about who is ready to show a step: board ready."""

from collections.abc import Sequence
from pathlib import Path

import click

from board.cli.context import class_option, opened
from board.cli.marks import by_option, found_here, found_step, judge, tell
from board.deeds.asking import Asking
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.asking import Asked, since
from board.mastery.harmless import harmless_json

_HOW_TO = 'Write a student and a step: board ready "Ava B." count-to-20; board ready --list tells who waits.'
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

    Asked again in another way, the way changes. Who is away today rests and is not told. STUDENT and STEP are written
    as for board mark.

    \b
    Example: board ready "Ava B." count-to-20 --way "Build it"
    Example: board ready "Ava B." count-to-20 --take-back
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
            _tell_waiting(Asking(Sitting(book, usual_adult(book))).waiting, as_json=as_json)
            return
        student, step = found_here(book.everyone, words[0]).id, found_step(book.units, words[1]).id
        asking = Asking(Sitting(book, judge(book, by, yes=yes)))
        tell(asking.take_back(student, step) if take_back else asking.ask(student, step, way or ""), as_json=as_json)


def _tell_waiting(waiting: Sequence[Asked], *, as_json: bool) -> None:
    if as_json:
        click.echo(harmless_json([_asked_json(one) for one in waiting]))
        return
    for one in waiting:
        line = f"{one.student.name}: {one.step.title}"
        click.echo(f"{line}, way: {one.way}" if one.way else line)
    if not waiting:
        click.echo(_NOBODY)


def _asked_json(one: Asked) -> dict[str, str]:
    return {"student": one.student.id, "step": one.step.id, "way": one.way, "since": since(one.spot).at}
