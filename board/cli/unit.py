"""The command that takes in a unit file: board unit."""

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from board.art.starter import step_badges
from board.cli.context import DONE_PARTLY, FileType, agreed, class_option, opened
from board.counting import counted
from board.exchange.units.unit_file import read_unit
from board.mastery.curriculum import Unit
from board.mastery.revision import updated
from board.store.documents.tables import UNITS, put
from board.words.units import unit_changes

_LIKE_ANOTHER = '{title}: no starter picture is called "{badge}", a plain spot stands in; did you mean {near}?'
_LIKE_NONE = '{title}: no starter picture is called "{badge}", a plain spot stands in; docs/unit-files.md lists them.'


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
