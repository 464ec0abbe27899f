"""Commands about marks: board mark, board show."""

import difflib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import click

from board.cli.context import DONE_PARTLY, agreed, class_option, opened
from board.errors import Refusal
from board.exchange.report import class_json, class_text, student_text
from board.mastery.curriculum import Step, Unit
from board.mastery.facts import How, Kind
from board.mastery.people import Assessor, Student, clean_name, plain
from board.sitting import Sitting
from board.store.class_book import ClassBook, new_id

_Fits = TypeVar("_Fits")

_STATUSES = {
    "mastered": Kind.MASTERED,
    "got-it": Kind.MASTERED,
    "keep_working": Kind.KEEP_WORKING,
    "keep-working": Kind.KEEP_WORKING,
    "practising": Kind.PRACTISING,
    "trying": Kind.PRACTISING,
    "ready": Kind.READY,
    "excused": Kind.EXCUSED,
    "included": Kind.INCLUDED,
    "check_again": Kind.CHECK_AGAIN,
    "check-again": Kind.CHECK_AGAIN,
}

_TAKE_BACK = "take-back"


@click.command()
@click.argument("step")
@click.argument("status", type=click.Choice([*_STATUSES, _TAKE_BACK]), metavar="STATUS")
@click.argument("students", nargs=-1, required=True)
@class_option
@click.option("--note", help="A tip or remark.")
@click.option("--by", help="Name of the adult who saw it; left out: the class's usual one.")
@click.option(
    "--how", type=click.Choice([how.value for how in How]), default=How.SHOWN.value, help="How it was mastered."
)
@click.option("--yes", is_flag=True, help="Add an adult named by --by who is new to the class, without asking.")
def mark(
    step: str,
    status: str,
    students: Sequence[str],
    *,
    folder: Path | None,
    note: str | None,
    by: str | None,
    how: str,
    yes: bool,
) -> None:
    """Mark a step for students, all in one showing.

    STEP is unit/step, or step alone where only one fits. STATUS is mastered (or got-it), keep_working, practising
    (or trying), ready, excused (not in this child's plan), included (back in it), check_again (a private doubt; the
    sticker stays), or take-back (a mark that was made by mistake, also on another day). STUDENTS are ids, or names
    that fit only one.

    \b
    Example: board mark count-to-20 mastered "Ava B." "Liam L." --note "used the number line"
    """
    with opened(folder) as book:
        found = found_step(book.units, step)
        targets = list(dict.fromkeys((found_student(book.students, name).id, found.id) for name in students))
        sitting = Sitting(book, _assessor(book, by, yes=yes).id)
        if status == _TAKE_BACK:
            click.echo(sitting.take_back(targets, note).said)
        else:
            click.echo(sitting.mark(_STATUSES[status], targets, note=note, how=How(how)).said)


@click.command()
@class_option
@click.option("--student", help="One student, by id or a name that fits only one.")
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
def show(folder: Path | None, student: str | None, *, as_json: bool) -> None:
    """Tell the class as plain text: who has what, what is being tried, what comes next.

    \b
    Example: board show -c "Room 12.class" --student "Ava B."
    """
    with opened(folder) as book:
        told = [found_student(book.students, student)] if student else list(book.students)
        if as_json:
            answer = class_json(book.name, told, book.units, book.progress, book.assessors)
            click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
        elif student:
            click.echo(student_text(told[0], book.units, book.progress, book.assessors), nl=False)
        else:
            click.echo(class_text(book.name, told, book.units, book.progress), nl=False)


def found_step(units: Sequence[Unit], name: str) -> Step:
    """Give the one step a full id, its last part, or a title stands for.

    Raises:
        Refusal: None, or more than one.
    """
    spots = {step.id: step for unit in units for step in unit.spots}
    if name in spots:
        return spots[name]
    fits = [step for id_, step in spots.items() if id_.endswith(f"/{name}") or step.title.casefold() == name.casefold()]
    near = difflib.get_close_matches(name, [id_.rpartition("/")[2] for id_ in spots], 3, 0.5)
    return _only(fits, name, "step", [step.id for step in fits], _meant(near) or "board show --json lists the steps")


def _meant(near: Sequence[str]) -> str:
    return f"did you mean {' or '.join(near)}?" if near else ""


def found_student(students: Sequence[Student], name: str) -> Student:
    """Give the one student an id, a name, an alias, or the start of a name stands for.

    Raises:
        Refusal: Nobody, or more than one.
    """
    wanted = name.strip().casefold()
    if not wanted:
        raise Refusal("A student's name is empty; write a name or an id between the quotation marks.")
    by_id = [student for student in students if name in (student.id, student.number)]
    whole = [student for student in students if wanted in (student.name.casefold(), student.alias.casefold())]
    starts = [student for student in students if student.name.casefold().startswith(wanted)]
    hurried = [student for student in students if plain(student.name).startswith(plain(name.strip()))]
    fits = by_id or whole or starts or hurried
    return _only(fits, name, "student", [f"{one.name} ({one.id})" for one in fits], "board show lists the students")


def _assessor(book: ClassBook, name: str | None, *, yes: bool) -> Assessor:
    """Give the adult of this name; a new one is added when that is agreed to."""
    if name is None:
        return book.assessors[0]
    called = clean_name(name)
    known = [one for one in book.assessors if called.casefold() in (one.id, one.name.casefold())]
    if known:
        return known[0]
    if not called:
        raise Refusal("Write the adult's name behind --by.")
    told = ", ".join(one.name for one in book.assessors)
    if not agreed(f"{called} has not marked in this class before ({told} have). Add {called}?", yes=yes):
        raise SystemExit(DONE_PARTLY)
    fresh = Assessor(new_id(), called)
    book.put_assessor(fresh)
    return fresh


def _only(fits: Sequence[_Fits], name: str, what: str, told: Sequence[str], where: str) -> _Fits:
    if not fits:
        raise Refusal(f'No {what} fits "{name}"; {where.rstrip("?.")}{"?" if where.endswith("?") else "."}')
    if len(fits) > 1:
        raise Refusal(f'"{name}" fits more than one {what}: {", ".join(told)}; write the whole name or the id.')
    return fits[0]
