"""Commands that stand a kiosk up: board kiosk, board desktop."""

from pathlib import Path

import click

from board.cli.context import FolderType, class_option, meant, opened
from board.cli.screen import has_screen
from board.cli.turns import ENDED, NO_PIN, REFUSED, TURNS, run_kiosk
from board.errors import Refusal

_NEEDS_SCREEN = (
    "The kiosk needs a screen with somebody in front of it; start it in a terminal, or with: board kiosk --autostart"
)
_NEEDS_PIN = "The kiosk needs a PIN, so that only adults leave it; set one with: board pin"
_FIRST_PIN = (
    "Nobody has set a PIN yet. It is the number with which you get from the kiosk to your own screens; children, who don't "
    "know it, stay at the kiosk. Choose 4 to 8 digits; with nothing typed, no kiosk starts."
)


@click.command()
@class_option
@click.option("--autostart", is_flag=True, help="Write what starts the kiosk when this computer is switched on.")
@click.option("--off", is_flag=True, help="With --autostart: take away what was written.")
@click.option("--alone", is_flag=True, hidden=True)  # as at a login: whoever sits there is no adult for sure
@click.option("--turn", type=click.Choice(sorted(TURNS)), hidden=True)
def kiosk(folder: Path | None, turn: str | None, *, autostart: bool, off: bool, alone: bool) -> None:
    """Open the class for children who are at the board by themselves.

    Nothing leads out but the PIN of an adult: press 0 on the first screen, or ctrl+q on any. From there an adult opens
    the board, ends the kiosk, or goes back.

    \b
    Example: board kiosk -c "Room 12.class"
    Example: board kiosk -c "Room 12.class" --autostart
    Example: board kiosk --autostart --off
    """
    if off and not autostart:
        raise Refusal("--off takes away what --autostart wrote; call both together: board kiosk --autostart --off")
    place = None if autostart and off else meant(folder).resolve()
    if autostart:
        from board.cli.standing_up import autostart_kiosk  # noqa: PLC0415 - needed once in a kiosk's life

        if place is not None and not _has_pin(place):
            raise Refusal(_NEEDS_PIN)
        autostart_kiosk(place)
        return
    assert place is not None
    if not has_screen():
        raise Refusal(_NEEDS_SCREEN)
    if turn is not None:
        raise SystemExit(TURNS[turn](place))
    number = run_kiosk(place, alone=alone)
    if number == NO_PIN:
        _ask_for_pin(place)
        number = run_kiosk(place, alone=False)
    if number == REFUSED:
        _surely_a_class(place)
    if number != ENDED:
        raise SystemExit(2 if number in (REFUSED, NO_PIN) else number)


def _surely_a_class(place: Path) -> None:
    """Say why a class can't be opened, where it can't.

    Raises:
        Refusal: Why.
    """
    with opened(place):
        pass


def _has_pin(place: Path) -> bool:
    from board.deeds.pin import Pins  # noqa: PLC0415 - hardly ever needed

    with opened(place) as book:
        return Pins(book).is_set


def _ask_for_pin(place: Path) -> None:
    """Let whoever sits here set the PIN, typed twice and shown nowhere.

    Raises:
        Refusal: They did not.
    """
    from board.cli.pin import pin  # noqa: PLC0415 - hardly ever needed

    click.echo(_FIRST_PIN)
    click.get_current_context().invoke(pin, folder=place, off=False, from_stdin=False)


@click.command()
@click.option("-c", "--class", "folder", type=FolderType, help="Always this class; left out: the one used last.")
@click.option("--off", is_flag=True, help="Take the icon away.")
def desktop(folder: Path | None, *, off: bool) -> None:
    """Write an icon that opens the board, for the menu and the desktop of this computer.

    It opens it in your browser, where serving to browsers is installed and a class is known; else in a terminal.

    \b
    Example: board desktop
    Example: board desktop --off
    """
    from board.cli.standing_up import launcher_for_board, take_launcher_away  # noqa: PLC0415 - needed once

    if off:
        take_launcher_away()
        return
    if folder is not None:
        _surely_a_class(folder)
    launcher_for_board(None if folder is None else folder.resolve())
