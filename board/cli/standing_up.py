"""Writing and taking away the files that start the board or the kiosk on this computer."""

import getpass
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from board.art.starter import step_badges
from board.cli.context import seat_here
from board.cli.serve import serving_is_installed
from board.disk import make_plain
from board.disk.modes import made_folders
from board.errors import Refusal
from board.seat.launchers import (
    MARK,
    console_unit,
    desktop_entry,
    mac_file,
    terminal_here,
    windows_file,
)
from board.seat.seat import Seat

_KIOSK, _BOARD, _UNIT = "competency-board-kiosk", "competency-board", "competency-board-kiosk.service"
_SAY_DESKTOP = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP")
_SESSIONS = (Path("/usr/share/wayland-sessions"), Path("/usr/share/xsessions"))
"""Where the desktops that are installed are listed, one file each."""

_ICON, _NO_DESKTOP = "rocket", "There is no desktop folder here: the icon stands in the menu alone."
_IN_BROWSER = "It opens the board in your browser, and ends by itself some minutes after the last page was closed."
_IN_TERMINAL = "It opens the board in a terminal."
_UNTRIED = "This was never tried on {system}: please look whether it works."
_TAKE_BACK = "Take it back with: board kiosk --autostart --off"
_NO_TERMINAL = "No terminal program that could show the kiosk was found on this computer: install foot or xterm, then call this again."
_CONSOLE = """No terminal program was found, so this is for a computer without a desktop. It shows the kiosk on the first console:
  sudo cp "{file}" /etc/systemd/system/
  sudo systemctl enable {unit}
and switch the computer off and on. Take it back with:
  sudo systemctl disable --now {unit}
  sudo rm /etc/systemd/system/{unit}
  board kiosk --autostart --off"""


def autostart_kiosk(folder: Path | None) -> None:
    """Write what starts the kiosk when this computer is switched on, or take it away.

    Args:
        folder: The class folder; None takes away what was written.

    Raises:
        Refusal: A file of that name is somebody else's, or can't be written.
    """
    seat = seat_here()
    if folder is None:
        _take_away([*_autostart_places(seat), seat.home / _UNIT])
        return
    words = own_words(seat, "kiosk", "--alone", "-c", str(folder))
    if sys.platform == "win32":
        _write(_autostart_places(seat)[0], windows_file(words))
        click.echo(_UNTRIED.format(system="Windows"))
    elif sys.platform == "darwin":
        _write(_autostart_places(seat)[0], mac_file(words), runs=True)
        click.echo("Add it to the login items in the system settings; it is then opened at each login.")
        click.echo(_UNTRIED.format(system="macOS"))
    else:
        _autostart_on_linux(seat, words)
        return
    click.echo(_TAKE_BACK)


def launcher_for_board(folder: Path | None) -> None:
    """Write an icon that opens the board: in the browser where serving is installed, else in a terminal.

    Args:
        folder: The class folder; None opens the class that was used last.

    Raises:
        Refusal: A file of that name is somebody else's, or can't be written.
    """
    seat = seat_here()
    is_served = serving_is_installed() and (folder is not None or bool(seat.settings.load().last_class))
    words = own_words(seat, *_call(folder, is_served=is_served))
    if sys.platform == "win32":
        _write(seat.folders.desktop / f"{_BOARD}.bat", windows_file(words))
        click.echo(_UNTRIED.format(system="Windows"))
    elif sys.platform == "darwin":
        _write(seat.folders.desktop / f"{_BOARD}.command", mac_file(words), runs=True)
        click.echo(_UNTRIED.format(system="macOS"))
    else:
        icon = str(step_badges()[_ICON])
        entry = desktop_entry(
            "Competency board", "Every child's steps to mastery", words, icon=icon, in_terminal=not is_served
        )
        for place in board_places(seat):
            _write(place, entry, runs=True)
        if not seat.folders.desktop.is_dir():
            click.echo(_NO_DESKTOP)
    click.echo(_IN_BROWSER if is_served else _IN_TERMINAL)


def _call(folder: Path | None, *, is_served: bool) -> list[str]:
    """Give what opens the board of a class; None for the one that was used last."""
    if is_served:
        return ["serve", "--open", *([] if folder is None else ["-c", str(folder)])]
    return [] if folder is None else ["open", str(folder)]


def take_launcher_away() -> None:
    """Take away the icon that opens the board."""
    _take_away(board_places(seat_here()))


def own_words(seat: Seat, *arguments: str) -> list[str]:
    """Give the call that runs this very board, from whatever folder.

    Args:
        seat: Whose home it uses.
        arguments: What follows its name.
    """
    words = [sys.executable, "-P", "-m", "board", *arguments]
    chosen = seat.variables.get("BOARD_HOME")
    if chosen and sys.platform != "win32":
        return ["/usr/bin/env", f"BOARD_HOME={seat.home}", *words]
    return words


def board_places(seat: Seat) -> list[Path]:
    """Give where the icon of the board lies: in the menu, and on the desktop where there is one.

    Args:
        seat: Whose they are.
    """
    if sys.platform == "win32":
        return [seat.folders.desktop / f"{_BOARD}.bat"]
    if sys.platform == "darwin":
        return [seat.folders.desktop / f"{_BOARD}.command"]
    kept = seat.variables.get("XDG_DATA_HOME")
    menu = (Path(kept) if kept else seat.user / ".local" / "share") / "applications"
    places = [menu / f"{_BOARD}.desktop"]
    return [*places, seat.folders.desktop / f"{_BOARD}.desktop"] if seat.folders.desktop.is_dir() else places


def _autostart_places(seat: Seat) -> list[Path]:
    if sys.platform == "win32":
        roaming = Path(seat.variables.get("APPDATA") or seat.user / "AppData" / "Roaming")
        return [roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Startup" / f"{_KIOSK}.bat"]
    if sys.platform == "darwin":
        return [seat.folders.documents / f"{_KIOSK}.command"]
    kept = seat.variables.get("XDG_CONFIG_HOME")
    return [(Path(kept) if kept else seat.user / ".config") / "autostart" / f"{_KIOSK}.desktop"]


def _autostart_on_linux(seat: Seat, words: Sequence[str]) -> None:
    terminal = terminal_here(lambda name: shutil.which(name) is not None)
    if terminal is None and _has_desktop(seat):
        raise Refusal(_NO_TERMINAL)
    if terminal is None:
        _write(seat.home / _UNIT, console_unit(words, getpass.getuser()))
        click.echo(_CONSOLE.format(file=seat.home / _UNIT, unit=_UNIT))
        return
    entry = desktop_entry(
        "Kiosk of the competency board",
        "The board for children, over the whole screen",
        terminal.words(words),
        in_terminal=False,
    )
    _write(_autostart_places(seat)[0], entry)
    click.echo(f"At the next login the kiosk comes up in {terminal.name}; set this computer to log in by itself.")
    if not terminal.is_full:
        click.echo(f"{terminal.name} opens as a window: press F11 there, or install foot or xterm and write it anew.")
    click.echo(_TAKE_BACK)


def _has_desktop(seat: Seat) -> bool:
    """Tell whether this computer shows a desktop, or has one that it can show."""
    if any(map(seat.variables.get, _SAY_DESKTOP)):
        return True
    return any(folder.is_dir() and any(folder.glob("*.desktop")) for folder in _SESSIONS)


def _write(file: Path, text: str, *, runs: bool = False) -> None:
    """Write one of our files, unless somebody else's lies there.

    Raises:
        Refusal: One does, or it can't be written.
    """
    if not _is_ours(file):
        raise Refusal(f'There is a file "{file}" that the board did not write; move it away first.')
    try:
        made_folders(file.parent)
        file.unlink(missing_ok=True)
        with open(make_plain(file), "wb") as kept:  # noqa: PTH123 - it is open already
            kept.write(text.encode("utf-8", "surrogateescape"))
        if runs:
            file.chmod(0o755)
    except OSError as error:
        raise Refusal(f'"{file}" can\'t be written ({error.strerror}).') from error
    click.echo(f"Wrote {file}")


def _take_away(files: Sequence[Path]) -> None:
    """Take away those of our files that are there."""
    ours = [file for file in files if file.exists() and _is_ours(file)]
    for file in ours:
        try:
            file.unlink()
        except OSError as error:
            raise Refusal(f'"{file}" can\'t be taken away ({error.strerror}).') from error
        click.echo(f"Took away {file}")
    if not ours:
        click.echo("Nothing of the board's was there to take away.")


def _is_ours(file: Path) -> bool:
    """Tell whether a file is one of ours, or none is there; what a link leads to is somebody else's."""
    if file.is_symlink():
        return False
    try:
        return MARK.encode() in file.read_bytes()
    except FileNotFoundError:
        return True
    except OSError:
        return False
