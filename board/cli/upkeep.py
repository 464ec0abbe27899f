"""Commands that look after a class: board check."""

from pathlib import Path

import click

from board import settings
from board.cli.context import DONE_PARTLY, FolderType, meant
from board.store.check import problems


@click.command()
@click.argument("folder", type=FolderType, required=False)
def check(folder: Path | None) -> None:
    """Look for anything wrong in a class folder, and say what to do about it; nothing is changed.

    \b
    Example: board check "Room 12.class"
    """
    found = problems(meant(folder), settings.load().device)
    for line in found:
        click.echo(line)
    if found:
        raise SystemExit(DONE_PARTLY)
    click.echo("Everything is in order.")
