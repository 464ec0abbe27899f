"""The command that takes in a list of students: board roster."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from board.cli.context import DONE_PARTLY, PlaceType, agreed, class_option, has_terminal, opened
from board.cli.roster_words import answers_of, check_answers, chosen_of, class_of, id_of
from board.counting import listed
from board.deeds.starting import with_list
from board.errors import Refusal
from board.exchange.lists.change import Change, NameList
from board.exchange.lists.questions import Asks, Question
from board.exchange.lists.reading import Reading
from board.exchange.lists.telling import columns_told, differences, left_out_told, preview_json
from board.exchange.rosters import classes_of, read_list
from board.exchange.sets.school_class import SchoolClass
from board.exchange.sets.school_set import Progress, SchoolSet, set_at
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.words import counts

_PlaceType = PlaceType(path_type=Path)


@click.command()
@click.argument("file", type=_PlaceType, metavar="FILE|FOLDER|ZIP")
@class_option
@click.option("--yes", is_flag=True, help="Change the class without asking; what is asked about a child stays open.")
@click.option("--full-names", is_flag=True, help="Keep whole names; without it first name and initial are kept.")
@click.option(
    "--column", "columns", multiple=True, metavar='"HEADER=MEANING"', help="Say what a column means; may be repeated."
)
@click.option("--answer", "answers", multiple=True, metavar='"KEY=ANSWER"', help="Answer a question; may be repeated.")
@click.option("--list", "as_list", is_flag=True, help="Only list the classes a school's set holds.")
@click.option("--take", metavar="CLASS", help="Take this class of the school, by its id or title as --list shows them.")
@click.option("--json", "as_json", is_flag=True, help="Write it for another program; changes nothing without --yes.")
def roster(
    file: Path,
    folder: Path | None,
    *,
    yes: bool,
    full_names: bool,
    columns: Sequence[str],
    answers: Sequence[str],
    as_list: bool,
    take: str | None,
    as_json: bool,
) -> None:
    """Take in a list of students: show how it was understood and what would change, ask, then change the class.

    The list is a file with one student a line, with or without a header, or the OneRoster, Clever or School Data Sync set of a
    whole school (a folder or a zip), from which one class is taken. Nobody is ever deleted, and what is doubtful about a child is
    asked; it is answered by the child's name as the list writes it, or by the kind of question for all of that kind.

    \b
    MEANING is one of: name, given, middle, family, second_family, preferred,
    suffix, alias, id, other_id, seat, grade, class, teacher, status, role,
    private, unused.

    \b
    Example: board roster names.csv -c "Room 12.class"
    Example: board roster names.csv --column "Sch. No=id"
    Example: board roster names.csv --answer "Ava Cole=same" --answer "initial=same"
    Example: board roster school.zip --list
    Example: board roster school.zip --take 4711 -c "Room 12.class"
    """
    school = _school_at(file)
    if as_list or (school is not None and take is None):
        _list_classes(school.classes() if school else classes_of(read_list(file).people), as_json=as_json)
        if as_list:
            return
        click.echo("This is a school: choose one class with --take and its id.", err=True)
        raise SystemExit(DONE_PARTLY)
    reading = _read(file, columns) if school is None else _read_class(school, take or "", columns)
    given = answers_of(answers) | ({} if school or take is None else class_of(take, reading))
    with opened(folder) as book:
        wanted = NameList(reading, given, full_names)
        change = with_list(wanted, book.everyone)
        check_answers(given, change.asked)
        if as_json:
            click.echo(preview_json(reading, change))
            if yes:
                _keep(book, replace(wanted, seen=change.asked))
        else:
            change = _taken(book, wanted, change, file.name, yes=yes, columns=school is None)
    if change.open:
        raise SystemExit(DONE_PARTLY)


@contextmanager
def _bar() -> Iterator[Progress]:
    """Show how far it is to whoever sits here, where it takes longer than a moment."""
    if not has_terminal():
        yield lambda _: None
        return
    with click.progressbar(length=100, label="Reading", file=sys.stderr) as bar:
        yield lambda done: bar.update(int(done * 100) - bar.pos)


def _school_at(file: Path) -> SchoolSet | None:
    with _bar() as progress:
        return set_at(file, date.today(), progress)  # noqa: DTZ011 - who is in a class today, where the teacher is


def _read_class(school: SchoolSet, take: str, columns: Sequence[str]) -> Reading:
    if columns:
        raise Refusal("A set of a school says itself what its columns are; leave --column out.")
    with _bar() as progress:
        return school.reading(id_of(take, school.classes()), progress)


def _read(file: Path, columns: Sequence[str]) -> Reading:
    reading = read_list(file)
    return read_list(file, chosen_of(columns, reading.columns)) if columns else reading


def _list_classes(classes: Sequence[SchoolClass], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([one._asdict() for one in classes], ensure_ascii=False, indent=1))
        return
    if not classes:
        click.echo("No classes are named here.")
    for one in classes:
        about = [counts.students(one.students), listed(one.teachers), listed(one.grades)]
        click.echo(f"{one.id}  {' · '.join(part for part in (one.title, *about) if part)}")


def _taken(book: ClassBook, wanted: NameList, change: Change, called: str, *, yes: bool, columns: bool) -> Change:
    """Show what a list would do, ask what is to be asked, and do it; give what was done or would have been.

    Raises:
        SystemExit: It was not agreed to.
    """
    reading = wanted.reading
    here = counts.students(len(book.students))
    click.echo(f"{book.name}, {here} now; {counts.names(len(reading.people))} in {called}:")
    for remark in reading.remarks:
        click.echo(f"  {remark}")
    for line in columns_told(reading.columns) if columns else ():
        click.echo(f"  {line}")
    asked: set[str] = set()
    while not yes and has_terminal() and (new := [one for one in change.open if one.choices and one.key not in asked]):
        asked |= {one.key for one in new}
        wanted = replace(wanted, answers={**wanted.answers, **_asked(new)})
        change = with_list(wanted, book.everyone)
    for line in _told(change):
        click.echo(f"  {line}")
    if change.students != book.everyone:
        if not agreed("Change the class like this?", yes=yes):
            raise SystemExit(DONE_PARTLY)
        _keep(book, replace(wanted, seen=change.asked))
        click.echo(f"{book.name} has {counts.students(len(book.students))} now.")
    return change


def _keep(book: ClassBook, wanted: NameList) -> None:
    book.edit(STUDENTS, lambda now: with_list(wanted, now).students)


def _asked(questions: Sequence[Question]) -> dict[str, str]:
    """Ask whoever sits here; Enter leaves a question open."""
    answers: dict[str, str] = {}
    for question in questions:
        click.echo(f"\n{question.said}")
        for number, choice in enumerate(question.choices, 1):
            click.echo(f"  {number}  {choice.said}")
        numbers = click.IntRange(0, len(question.choices))
        number = click.prompt("Which? Enter leaves it open", default=0, show_default=False, type=numbers)
        if number:
            answers[question.key] = question.choices[number - 1].answer
    click.echo()
    return answers


def _told(change: Change) -> Iterator[str]:
    yield from (f"new      {student.name}" for student in change.added)
    yield from (f"changed  {before.name}: {', '.join(differences(before, after))}" for before, after in change.changed)
    for question in change.open:
        yield f"asked    {question.said}"
        answers = [f'--answer "{question.key}={choice.answer}"  {choice.said}' for choice in question.choices]
        if question.asks is Asks.COLUMN:
            number = question.key.removeprefix("column ")
            answers = [
                f'--column "{number}=id" says what it holds, or --column "{number}=unused" that it does not matter'
            ]
        yield from (f"         {answer}" for answer in answers)
    yield from left_out_told(change.left_out)
    if change.same:
        yield f"as before: {change.same}"
    if change.missing:
        yield f"not in this list, kept as they are: {listed([one.name for one in change.missing])}"
