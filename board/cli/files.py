"""Commands that take files in: board roster, board unit."""

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from board.art.starter import emblems, step_badges
from board.cli.context import DONE_PARTLY, FileType, agreed, class_option, opened
from board.counting import counted
from board.exchange.roster import read_roster
from board.exchange.roster_plan import RosterChange, plan
from board.exchange.units.unit_file import read_unit
from board.mastery.curriculum import Unit
from board.mastery.revision import updated
from board.store.documents.tables import STUDENTS, UNITS, put
from board.store.draft import new_id
from board.words.units import unit_changes

_LIKE_ANOTHER = '{title}: no starter picture is called "{badge}", a plain spot stands in; did you mean {near}?'
_LIKE_NONE = '{title}: no starter picture is called "{badge}", a plain spot stands in; docs/unit-files.md lists them.'


@click.command()
@click.argument("file", type=FileType)
@class_option
@click.option("--yes", is_flag=True, help="Change the class without asking.")
@click.option("--full-names", is_flag=True, help="Keep whole names; without it first name and initial are kept.")
def roster(file: Path, folder: Path | None, *, yes: bool, full_names: bool) -> None:
    """Import students from a list of names, and say first what would change.

    The file has one student a line: a name, or first and last name in two columns; a header is optional, and so are
    the columns id, alias and grade. Nobody is ever deleted.

    \b
    Example: board roster names.csv -c "Room 12.class"
    """
    pupils, remarks = read_roster(file)
    with opened(folder) as book:
        click.echo(f"{book.name}, {len(book.students)} students now; {len(pupils)} names in {file.name}:")
        for remark in remarks:
            click.echo(f"  {remark}")
        change = plan(pupils, book.everyone, new_id=new_id, emblems=list(emblems()), full_names=full_names)
        _tell(change)
        if change.added or change.changed:
            if not agreed("Change the class like this?", yes=yes):
                raise SystemExit(DONE_PARTLY)
            book.edit(
                STUDENTS,
                lambda now: plan(pupils, now, new_id=new_id, emblems=list(emblems()), full_names=full_names).students,
            )
            click.echo(f"{book.name} has {len(book.students)} students now.")
    if change.unsure:
        raise SystemExit(DONE_PARTLY)


def _tell(change: RosterChange) -> None:
    for student in change.added:
        click.echo(f"  new      {student.name}")
    for before, after in change.changed:
        click.echo(f"  changed  {before.name}: {_difference(before, after)}")
    for told in change.unsure:
        click.echo(f"  unsure   {told}")
    if change.same:
        click.echo(f"  as before: {change.same}")
    if change.missing:
        names = ", ".join(student.name for student in change.missing)
        click.echo(f"  not in this list, kept as they are: {names}")


def _difference(before: object, after: object) -> str:
    fields = {"name": "name", "alias": "alias", "grade": "grade", "number": "id"}
    return ", ".join(
        f"{called} {getattr(after, field)}"
        for field, called in fields.items()
        if getattr(before, field) != getattr(after, field)
    )


@click.command()
@click.argument("file", type=FileType)
@class_option
@click.option("--yes", is_flag=True, help="Change the class without asking.")
def unit(file: Path, folder: Path | None, *, yes: bool) -> None:
    """Import or update a unit from a TOML file, and say first what would change.

    Marks are never lost: a step that is gone from the file is archived with its marks. The format stands in
    docs/unit-files.md, with a full example.

    \b
    Example: board unit number-explorers.toml -c "Room 12.class"
    """
    with opened(folder) as book:
        read = read_unit(file, book.units)
        click.echo(f"{book.name}:")
        old = next((one for one in book.units if one.id == read.id), None)
        fresh = updated(old, read)
        told = unit_changes(old, fresh)
        for line in told or ("Nothing changes.",):
            click.echo(f"  {line}")
        for line in _unknown_pictures(fresh):
            click.echo(f"  {line}", err=True)
        if not told:
            return
        if not agreed("Change the class like this?", yes=yes):
            raise SystemExit(DONE_PARTLY)
        book.edit(UNITS, put(fresh))
        click.echo(counted("{name} has 1 unit now.", "{name} has {count} units now.", len(book.units), name=book.name))


def _unknown_pictures(unit: Unit) -> Iterator[str]:
    known = step_badges()
    for step in unit.spots:
        if step.badge and step.badge not in known:
            near = difflib.get_close_matches(step.badge, known, 1)
            said = _LIKE_ANOTHER if near else _LIKE_NONE
            yield said.format(title=step.title, badge=step.badge, near="".join(near))
