"""The command about the adult PIN: board pin."""

import sys
from pathlib import Path

import click

from board.cli.context import class_option, has_terminal, opened
from board.deeds.pin import Pins, checked
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.words import pin as words

_LONGEST = 1000
"""Bytes of a piped line that are looked at."""


@click.command()
@click.option("--off", is_flag=True, help="Take the PIN away.")
@click.option("--from-stdin", is_flag=True, help="Take the PIN from the first line of what is piped in, for scripts.")
@class_option
def pin(folder: Path | None, *, off: bool, from_stdin: bool) -> None:
    """Set the adult PIN of a class, or another when it is forgotten: the old one is not asked for.

    The kiosk asks for it before it is left, and the board before it opens again after it has locked. It has 4 to 8 digits.
    It keeps children off the screens of adults; whoever has the class folder can read the class without it.

    \b
    Example: board pin -c "Room 12.class"
    Example: board pin --off
    """
    with opened(folder) as book:
        pins, sitting = Pins(book), Sitting(book, usual_adult(book))
        if off:
            was_set = pins.is_set
            pins.off(sitting)
            click.echo(words.TAKEN_AWAY if was_set else words.NONE_SET)
            return
        pins.set(sitting, _piped() if from_stdin else _asked())
        click.echo(words.SET)


def _piped() -> str:
    return sys.stdin.buffer.readline(_LONGEST).decode("utf-8", "replace").rstrip("\r\n")


def _asked() -> str:
    """Ask for the PIN twice, and show nothing of it.

    Raises:
        Refusal: Nobody is here to type it, it is no good PIN, or the two are not the same.
    """
    if not has_terminal():
        raise Refusal(words.NOBODY)
    first = checked(click.prompt(words.NEW, hide_input=True))
    if checked(click.prompt(words.AGAIN, hide_input=True)) != first:
        raise Refusal(words.NOT_THE_SAME)
    return first
