"""The command that tells the class as plain text or for scripts: board show."""

from pathlib import Path

import click

from board.cli.context import class_option, opened
from board.cli.marks import found_here, found_step
from board.exchange.answers import Question, answer_json, answer_text
from board.exchange.report import class_json, class_text, student_text
from board.mastery.harmless import harmless_json
from board.mastery.progress import Status

_STATUSES = {
    "open": Status.OPEN,
    "locked": Status.LOCKED,
    "practising": Status.PRACTISING,
    "trying": Status.PRACTISING,
    "ready": Status.READY,
    "keep_working": Status.KEEP_WORKING,
    "keep-working": Status.KEEP_WORKING,
    "mastered": Status.MASTERED,
    "got-it": Status.MASTERED,
    "excused": Status.EXCUSED,
}


@click.command()
@class_option
@click.option("--student", help="One student, by id or a name that fits only one.")
@click.option("--step", help="One step: who is ready, who needs it, who has it. Its id or title.")
@click.option(
    "--status", type=click.Choice([*_STATUSES]), metavar="STATUS", help=f"Only what is {', '.join(_STATUSES)}."
)
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
def show(folder: Path | None, student: str | None, *, step: str | None, status: str | None, as_json: bool) -> None:
    """Tell the class as plain text: who has what, what is being tried, what comes next.

    Every line says in words what it is about before any sign, so that it can be listened to. The options go together.

    \b
    Example: board show -c "Room 12.class" --student "Ava B."
    Example: board show --step take-away
    Example: board show --status ready
    Example: board show --step take-away --status keep_working
    """
    with opened(folder) as book:
        told = [found_here(book.everyone, student)] if student is not None else list(book.students)
        wanted = found_step(book.units, step) if step is not None else None
        asked = Question(wanted, _STATUSES[status] if status is not None else None)
        if as_json:
            whole = class_json(book.name, told, book.units, book.progress, book.assessors)
            click.echo(harmless_json(answer_json(whole, asked)))
        elif asked.step is not None or asked.status is not None:
            click.echo(answer_text(asked, told, book.units, book.progress, book.assessors), nl=False)
        elif student is not None:
            click.echo(student_text(told[0], book.units, book.progress, book.assessors), nl=False)
        else:
            click.echo(class_text(book.name, told, book.units, book.progress), nl=False)
