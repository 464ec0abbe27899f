"""The command line: one command a job, errors in one sentence, exit 0 done, 1 partly, 2 a bad call."""

import codecs
import os
import sys
from importlib import import_module
from typing import Any

import click

from board.cli.said import harmless_streams
from board.cli.screen import stands_somewhere
from board.errors import Refusal
from board.mastery.people import clean_line

_COMMANDS = {
    "demo": "board.cli.classes:demo",
    "new": "board.cli.classes:new",
    "open": "board.cli.classes:open_class",
    "kiosk": "board.cli.kiosk:kiosk",
    "serve": "board.cli.serve:serve",
    "desktop": "board.cli.kiosk:desktop",
    "roster": "board.cli.roster:roster",
    "unit": "board.cli.unit:unit",
    "mark": "board.cli.marks:mark",
    "ready": "board.cli.ready:ready",
    "verdict": "board.cli.verdict:verdict",
    "told": "board.cli.verdict:told",
    "note": "board.cli.notes:note",
    "away": "board.cli.notes:away",
    "undo": "board.cli.undoing:undo",
    "student": "board.cli.students:student",
    "plan": "board.cli.plan:plan",
    "adult": "board.cli.adults:adult",
    "pin": "board.cli.pin:pin",
    "show": "board.cli.show:show",
    "art": "board.cli.art:art",
    "print": "board.cli.paper:print_group",
    "printer": "board.cli.printers:printer",
    "check": "board.cli.upkeep:check",
    "backup": "board.cli.upkeep:backup",
    "restore": "board.cli.upkeep:restore",
    "record": "board.cli.keeping:record",
    "erase": "board.cli.erasing:erase",
}
"""Where each command lives; only the one that is called is loaded."""


class _Board(click.Group):
    """Loads commands when they are called, and turns refusals into one sentence on stderr and exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def main(self, *words: Any, **options: Any) -> Any:
        """Run a call; whatever is said in it, by click too, passes through streams that nothing in it can steer."""
        with harmless_streams():
            return super().main(*words, **options)

    def invoke(self, ctx: click.Context) -> object:
        try:
            stands_somewhere()
            return super().invoke(ctx)
        except Refusal as refusal:
            click.echo(clean_line(str(refusal)), err=True)
            ctx.exit(2)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise click.UsageError(clean_line(error.format_message()), error.ctx) from error


@click.group(cls=_Board, invoke_without_command=True)
@click.version_option(package_name="competency-board", message="%(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """A classroom competency board.

    Alone it opens the class you used last; the first time it helps you make your own.

    \b
    The same from files:
      board new "Room 12.class" --name "Room 12"
      board roster names.csv -c "Room 12.class"
      board unit unit.toml -c "Room 12.class"
      board open "Room 12.class"
    """
    if context.invoked_subcommand is None:
        from board.cli.classes import open_board  # noqa: PLC0415 - as with every command

        open_board()


def main() -> None:
    """Run the command line; a reader that closes the pipe early is no error, nor is an encoding that lacks a sign."""
    codecs.register_error("plain signs", _plain_signs)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plain signs")
    try:
        cli()
    except Exception as fault:  # noqa: BLE001 - what it was is kept, and said in one sentence
        if isinstance(fault, OSError):
            _say_nowhere(fault)
        _say_fault(fault)


def _say_fault(fault: Exception) -> None:
    """End in a sentence after a fault of the board itself.

    Raises:
        SystemExit: With 1, as after any fault.
    """
    from board.cli.context import seat_here  # noqa: PLC0415 - needed once a day at most
    from board.terminal.crash import told  # noqa: PLC0415 - same

    with harmless_streams():
        click.echo(told(fault, seat_here().faults), err=True)
    raise SystemExit(1) from None


def _say_nowhere(error: OSError) -> None:
    """End in a sentence where what was said can't be written; any other fault of a disk has its own words elsewhere.

    Raises:
        SystemExit: With 2, as after any bad call.
    """
    try:
        os.write(sys.stdout.fileno(), b"\n")  # Python forgets what it could not write, so it is asked once more
    except OSError as full:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that Python does not try once more
        click.echo(f"What the board says can't be written there ({full.strerror}); send it somewhere else.", err=True)
        raise SystemExit(2) from error


def _plain_signs(error: UnicodeError) -> tuple[str, int]:
    """Give plain signs for those an encoding lacks, and where to go on."""
    from board.terminal.plain_signs import plain  # noqa: PLC0415 - hardly ever needed

    if not isinstance(error, UnicodeEncodeError):
        raise error
    shown = plain(error.object[error.start : error.end])
    return shown.encode("ascii", "replace").decode(), error.end
