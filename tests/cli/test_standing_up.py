"""What starts the kiosk and the board on this computer: where it is written, what it says, how it is taken back."""

import sys
from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.seat.launchers import MARK
from board.store.class_book import ClassBook
from cli_driver import run
from kiosk.kiosk_terminal import with_pin

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the files of Linux")


DESKTOP = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP")


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with folders of their own and two programs."""
    place, programs = tmp_path / "user", tmp_path / "programs"
    for folder in (place, programs):
        folder.mkdir()
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr("board.cli.standing_up._SESSIONS", (tmp_path / "sessions",))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DESKTOP_DIR", *DESKTOP):
        monkeypatch.delenv(name, raising=False)
    return place


def installed(user: Path, name: str) -> None:
    program = user.parent / "programs" / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)


def entry(user: Path) -> Path:
    return user / ".config" / "autostart" / "competency-board-kiosk.desktop"


def test_the_kiosk_comes_up_at_the_next_login_and_is_taken_back(book: ClassBook, folder: Path, user: Path) -> None:
    with_pin(book)
    installed(user, "foot")
    done = run("kiosk", "--autostart", "-c", folder)
    assert done.exit_code == 0
    assert f"Wrote {entry(user)}" in done.stdout
    assert "comes up in foot" in done.stdout
    assert done.stdout.count("Take it back with: board kiosk --autostart --off") == 1
    text = entry(user).read_text()
    assert "\nExec=foot --fullscreen /usr/bin/env " in text
    assert "BOARD_HOME=" in text
    assert f'"{folder.resolve()}"' in text
    assert "--alone" in text
    again = run("kiosk", "--autostart", "-c", folder)
    assert again.exit_code == 0, "one of ours is written anew"
    gone = run("kiosk", "--autostart", "--off")
    assert f"Took away {entry(user)}" in gone.stdout
    assert not entry(user).exists()
    assert "Nothing of the board's" in run("kiosk", "--autostart", "--off").stdout


def test_a_terminal_that_is_only_a_window_is_said_to_be_one(book: ClassBook, folder: Path, user: Path) -> None:
    with_pin(book)
    installed(user, "lxterminal")
    assert "press F11" in run("kiosk", "--autostart", "-c", folder).stdout


def test_a_computer_without_a_desktop_gets_a_unit_for_its_console(
    book: ClassBook, folder: Path, user: Path, home: Path
) -> None:
    with_pin(book)
    done = run("kiosk", "--autostart", "-c", folder)
    unit = home / "competency-board-kiosk.service"
    assert "systemctl enable" in done.stdout
    assert "systemctl disable" in done.stdout
    assert str(unit) in done.stdout
    assert done.stdout.count("Take it back with:") == 1
    assert "TTYPath=/dev/tty1" in unit.read_text()
    run("kiosk", "--autostart", "--off")
    assert not unit.exists()
    assert not entry(user).exists()


@pytest.fixture
def locked(book: ClassBook, folder: Path) -> Path:
    """A class with a PIN."""
    with_pin(book)
    return folder


@pytest.mark.parametrize("says", [*DESKTOP, "a session"])
def test_a_desktop_without_a_terminal_program_is_told_to_install_one(
    locked: Path, user: Path, home: Path, monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    if says in DESKTOP:
        monkeypatch.setenv(says, "here")
    else:
        (user.parent / "sessions").mkdir()
        (user.parent / "sessions" / "labwc.desktop").touch()
    done = run("kiosk", "--autostart", "-c", locked)
    assert done.exit_code == 2
    assert "install foot or xterm, then call this again" in done.stderr
    assert "systemctl" not in done.output
    assert not (home / "competency-board-kiosk.service").exists()
    installed(user, "xterm")
    assert run("kiosk", "--autostart", "-c", locked).exit_code == 0


@pytest.mark.parametrize("off", [False, True])
def test_a_file_of_somebody_else_is_left_alone(book: ClassBook, folder: Path, user: Path, off: bool) -> None:
    with_pin(book)
    installed(user, "foot")
    entry(user).parent.mkdir(parents=True)
    entry(user).write_text("[Desktop Entry]\nName=Mine\n")
    done = run("kiosk", "--autostart", *(["--off"] if off else ["-c", folder]))
    assert done.exit_code == (0 if off else 2)
    assert off or "move it away first" in done.stderr
    assert entry(user).read_text() == "[Desktop Entry]\nName=Mine\n"


def test_a_link_is_not_followed(book: ClassBook, folder: Path, user: Path) -> None:
    with_pin(book)
    installed(user, "foot")
    entry(user).parent.mkdir(parents=True)
    target = user / "target"
    target.write_text(f"# {MARK}\n")
    entry(user).symlink_to(target)
    assert run("kiosk", "--autostart", "-c", folder).exit_code == 2
    assert target.read_text() == f"# {MARK}\n"


def test_a_kiosk_without_a_pin_does_not_start_by_itself(book: ClassBook, folder: Path, user: Path) -> None:
    installed(user, "foot")
    done = run("kiosk", "--autostart", "-c", folder)
    assert done.exit_code == 2
    assert "board pin" in done.stderr
    assert not entry(user).exists()


def test_the_board_gets_an_icon_in_the_menu_and_on_the_desktop(user: Path) -> None:
    (user / "Desktop").mkdir()
    done = run("desktop")
    menu = user / ".local" / "share" / "applications" / "competency-board.desktop"
    icon = user / "Desktop" / "competency-board.desktop"
    assert done.exit_code == 0
    for file in (menu, icon):
        assert "Terminal=true" in file.read_text()
        assert file.stat().st_mode & 0o111
        picture = Path(file.read_text().split("\nIcon=")[1].splitlines()[0])
        assert picture.read_bytes().startswith(b"\x89PNG")
    assert "no desktop folder" not in done.stdout
    run("desktop", "--off")
    assert not menu.exists()
    assert not icon.exists()


def test_a_double_click_opens_the_class_in_the_browser(book: ClassBook, folder: Path, user: Path) -> None:
    (user / "Desktop").mkdir()
    done = run("desktop", "-c", folder)
    assert done.exit_code == 0
    assert "in your browser" in done.stdout
    text = (user / "Desktop" / "competency-board.desktop").read_text()
    assert f' serve --open -c "{folder.resolve()}"\n' in text
    assert "Terminal=false" in text


def test_without_a_folder_it_opens_the_class_used_last_there(book: ClassBook, user: Path) -> None:
    seat_here().settings.remember(book.key)
    run("desktop")
    text = (user / ".local" / "share" / "applications" / "competency-board.desktop").read_text()
    assert " serve --open\n" in text
    assert "Terminal=false" in text


def test_where_serving_is_not_installed_it_opens_a_terminal_as_before(
    book: ClassBook, folder: Path, user: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.cli.standing_up.serving_is_installed", lambda: False)
    done = run("desktop", "-c", folder)
    assert "in a terminal" in done.stdout
    text = (user / ".local" / "share" / "applications" / "competency-board.desktop").read_text()
    assert f' open "{folder.resolve()}"\n' in text
    assert "Terminal=true" in text


@pytest.mark.parametrize("made", [False, True])
def test_no_icon_is_written_for_what_is_no_class(user: Path, tmp_path: Path, made: bool) -> None:
    folder = tmp_path / "Nothing.class"
    if made:
        folder.mkdir()
    done = run("desktop", "-c", str(folder))
    assert done.exit_code == 2
    assert "is not a class folder" in done.output
    assert not (user / ".local" / "share" / "applications" / "competency-board.desktop").exists()


def test_where_there_is_no_desktop_folder_that_is_said(user: Path) -> None:
    done = run("desktop")
    assert (user / ".local" / "share" / "applications" / "competency-board.desktop").exists()
    assert "There is no desktop folder here" in done.stdout


def test_the_kiosk_is_for_a_screen(book: ClassBook, folder: Path) -> None:
    with_pin(book)
    done = run("kiosk", "-c", folder)
    assert done.exit_code == 2
    assert "needs a screen" in done.stderr


def test_off_needs_what_it_takes_away() -> None:
    assert run("kiosk", "--off").exit_code == 2
