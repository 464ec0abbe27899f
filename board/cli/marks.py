"""The command about marks, and what others need to find who and what is meant: board mark."""

import difflib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from board.cli.context import DONE_PARTLY, agreed, class_option, opened
from board.deeds.history import Outcome
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.exchange.report import facts_json
from board.mastery.curriculum import Step, Unit, spots_by_id
from board.mastery.facts import How, Kind
from board.mastery.harmless import harmless_json
from board.mastery.may import Actor
from board.mastery.people import Assessor, Student, clean_name, plain
from board.store.book import Book
from board.store.documents.tables import ASSESSORS, put
from board.store.draft import new_id

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

_HOWS = (How.SHOWN, How.TESTED_OUT, How.ELSEWHERE)
"""What two adults see is finished by one with board verdict, which asks for the teacher."""

_TAKE_BACK = "take-back"


def by_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --by and --yes: which adult it was."""
    added = click.option(
        "--yes", is_flag=True, help="Add an adult named by --by who is new to the class, without asking."
    )
    named = click.option("--by", help="Name of the adult; left out: the class's usual one.")
    return named(added(command))


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --json."""
    return click.option(
        "--json", "as_json", is_flag=True, help="For scripts: what was kept, with the ids board undo takes."
    )(command)


@click.command()
@click.argument("step")
@click.argument("status", type=click.Choice([*_STATUSES, _TAKE_BACK]), metavar="STATUS")
@click.argument("students", nargs=-1, required=True)
@class_option
@click.option("--note", help="A tip or remark.")
@click.option(
    "--how", type=click.Choice([how.value for how in _HOWS]), default=How.SHOWN.value, help="How it was mastered."
)
@by_option
@json_option
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
    as_json: bool,
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
        targets = list(dict.fromkeys((found_here(book.everyone, name).id, found.id) for name in students))
        marks = Marks(Sitting(book, judge(book, by, yes=yes)))
        if status == _TAKE_BACK:
            tell(marks.take_back(targets, note), as_json=as_json)
        else:
            tell(marks.mark(_STATUSES[status], targets, note=note, how=How(how)), as_json=as_json)


def tell(outcome: Outcome, *, as_json: bool) -> None:
    """Say what came of a wish."""
    answer = harmless_json(facts_json(outcome.said, outcome.facts))
    click.echo(answer if as_json else outcome.said)


def found_step(units: Sequence[Unit], name: str) -> Step:
    """Give the one step a full id, its last part, or a title stands for.

    Raises:
        Refusal: None, or more than one.
    """
    spots = spots_by_id(units)
    if name in spots:
        return spots[name]
    fits = [step for id_, step in spots.items() if id_.endswith(f"/{name}") or step.title.casefold() == name.casefold()]
    near = difflib.get_close_matches(name, [id_.rpartition("/")[2] for id_ in spots], 3, 0.5)
    told = ", ".join(step.id for step in fits)
    meant = " or ".join(near)
    return _only(
        fits,
        none=f'No step fits "{name}"; did you mean {meant}?'
        if near
        else f'No step fits "{name}"; board show --student NAME lists the steps.',
        several=f'"{name}" fits more than one step: {told}; write the whole name or the id.',
    )


def found_here(everyone: Sequence[Student], name: str) -> Student:
    """Give the one student of the class that is meant, among those who have not left.

    Args:
        everyone: Those who left too, so that it can be said of one who has.
        name: As for `found_student`.

    Raises:
        Refusal: Nobody who is here, or more than one.
    """
    here = [student for student in everyone if not student.left]
    if not _fitting(here, name) and len(_fitting(everyone, name)) == 1:
        raise Refusal(gone_words(found_student(everyone, name)))
    return found_student(here, name)


def gone_words(student: Student) -> str:
    """Say that a child has left the class, and how that entry comes back."""
    return f'{student.name} has left the class; bring that entry back with: board student left "{student.name}" --back'


def found_student(students: Sequence[Student], name: str) -> Student:
    """Give the one student an id, a name, an alias, or the start of a name stands for.

    Raises:
        Refusal: Nobody, or more than one.
    """
    fits = _fitting(students, name)
    told = ", ".join(f"{one.name} ({one.id})" for one in fits)
    return _only(
        fits,
        none=f'No student fits "{name}"; board show lists the students.',
        several=f'"{name}" fits more than one student: {told}; write the whole name or the id.',
    )


def _fitting(students: Sequence[Student], name: str) -> list[Student]:
    """Give everyone an id or the beginning of a name may stand for, by the closest way that fits anybody.

    Raises:
        Refusal: Nothing was written.
    """
    wanted = name.strip().casefold()
    if not wanted:
        raise Refusal("A student's name is empty; write a name or an id between the quotation marks.")
    by_id = [student for student in students if name in (student.id, student.number)]
    whole = [student for student in students if wanted in (student.name.casefold(), student.alias.casefold())]
    starts = [student for student in students if student.name.casefold().startswith(wanted)]
    hurried = [student for student in students if plain(student.name).startswith(plain(name.strip()))]
    return by_id or whole or starts or hurried


def judge(book: Book, name: str | None, *, yes: bool) -> Actor:
    """Give the adult of this name, the usual one's without a name; a new one is added when that is agreed to.

    Raises:
        Refusal: The name is empty.
    """
    if name is None:
        return usual_adult(book)
    called = clean_name(name)
    known = [one for one in book.assessors if called.casefold() in (one.id, one.name.casefold())]
    if known:
        return Actor.adult(known[0].id)
    if not called:
        raise Refusal("Write the adult's name behind --by.")
    told = ", ".join(one.name for one in book.assessors)
    if not agreed(f"{called} has not marked in this class before ({told} have). Add {called}?", yes=yes):
        raise SystemExit(DONE_PARTLY)
    fresh = Assessor(new_id(), called)
    book.edit(ASSESSORS, put(fresh))
    return Actor.adult(fresh.id)


def _only(fits: Sequence[_Fits], *, none: str, several: str) -> _Fits:
    if not fits:
        raise Refusal(none)
    if len(fits) > 1:
        raise Refusal(several)
    return fits[0]
