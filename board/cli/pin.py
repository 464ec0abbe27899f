"""The command about the adult PIN: board pin."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from board.cli.context import class_option, has_terminal, opened
from board.deeds.pin import Pins, checked
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.pin import digits_of
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
    """Ask for the PIN twice, and show nothing of it; what is no good PIN is said, and it is asked for again.

    Raises:
        Refusal: Nobody is here to type it, or nothing was typed.
    """
    if not has_terminal():
        raise Refusal(words.NOBODY)
    try:
        with _unseen():
            while True:
                try:
                    first = checked(_typed(words.NEW))
                except Refusal as refusal:
                    click.echo(str(refusal), err=True)
                    continue
                if digits_of(_typed(words.AGAIN)) == first:
                    return first
                click.echo(words.TYPE_ANEW, err=True)
    except click.Abort:
        raise Refusal(words.NOT_TYPED) from None


@contextmanager
def _unseen() -> Iterator[None]:
    """Let nothing be shown that is typed meanwhile, also between two questions; what nobody took is forgotten at the end."""
    if sys.platform == "win32":  # nothing is shown there by itself
        yield
        return
    import termios  # noqa: PLC0415 - Windows has none

    try:
        terminal = sys.stdin.fileno()
        before, quiet = termios.tcgetattr(terminal), termios.tcgetattr(terminal)
    except (OSError, ValueError, termios.error):
        yield
        return
    quiet[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)


def _typed(asks: str) -> str:
    """Ask for digits, and show none of them.

    Raises:
        Abort: None were typed.
    """
    typed: str = click.prompt(asks, default="", show_default=False, hide_input=True)
    if not typed:
        raise click.Abort
    return typed
