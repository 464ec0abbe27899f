"""The command line: one command a job, errors in one sentence, exit 0 done, 1 partly, 2 a bad call."""

import sys

import click

from board.cli.classes import demo, new, open_board, open_class
from board.cli.files import roster, unit
from board.cli.marks import mark, show
from board.cli.paper import print_group
from board.cli.upkeep import check
from board.errors import Refusal


class _Board(click.Group):
    """Turns refusals into one sentence on stderr and exit code 2."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except Refusal as refusal:
            click.echo(str(refusal), err=True)
            context.exit(2)


@click.group(cls=_Board, invoke_without_command=True)
@click.version_option(package_name="competency-board", message="%(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """A classroom competency board.

    Alone it opens the class you used last; the first time, a demo class.

    \b
    Start your own class:
      board new "Room 12.class" --name "Room 12"
      board roster names.csv -c "Room 12.class"
      board unit unit.toml -c "Room 12.class"
      board open "Room 12.class"
    """
    if context.invoked_subcommand is None:
        open_board()


for command in (demo, new, open_class, roster, unit, mark, show, print_group, check):
    cli.add_command(command)


def main() -> None:
    """Run the command line; a reader that closes the pipe early is no error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    cli()
