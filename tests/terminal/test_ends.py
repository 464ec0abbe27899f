"""However the board ends, its terminal is as it was before: signals, a closed window, a stop in between, a fault."""

import signal
import sys
from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.seat.settings import Place
from watched_terminal import WatchedTerminal

SCREENS = {
    "board": (b"", "Amara O."),
    "center": (b"c", "Record"),
    "note": (b"n", "Note"),
    "start": (b"", "Look around"),
}
"""Keys that open a screen from the board, and a word that is on it."""

ENDS = {"TERM": 143, "HUP": 129, "QUIT": 131, "INT": 130}

FAULTY = """
import sys
from board.screens.board.board import BoardScreen

def fail(self):
    raise RuntimeError("Amara O. has a secret")

BoardScreen.action_zoom = fail
from board.cli import main
main()
"""
"""The board with a fault, which shows when z is pressed."""


@pytest.fixture
def demo(demo: Path) -> Path:
    """The demo class, left in the overview."""
    seat_here().settings.remember(str(demo.resolve()), Place(zoom=0))
    return demo


def opened(screen: str, demo: Path, **options: object) -> WatchedTerminal:
    """A terminal on which a screen of the board is open."""
    env = {}
    command = [sys.executable, "-m", "board", "open", str(demo)]
    if screen == "start":
        env = {"BOARD_HOME": str(demo.parent / "new home")}
        command = command[:3]
    terminal = WatchedTerminal(command, columns=100, rows=30, env=env)
    keys, word = SCREENS[screen]
    if keys:
        terminal.wait_for("Amara O.")
        terminal.settle(0.1)
        terminal.write(keys)
    terminal.wait_for(word)
    terminal.settle(0.1)
    return terminal


def alone(demo: Path, before: str = "") -> list[str]:
    """The call of a board that is alone in its window, as if opened by an icon."""
    board = [sys.executable, "-m", "board", "open", str(demo)]
    window = f"import fcntl, os, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv({sys.executable!r}, {board!r})"
    return [sys.executable, "-c", f"{before}\n{window}"]


@pytest.mark.parametrize(
    ("screen", "name"), [*(("board", name) for name in ENDS), ("center", "HUP"), ("note", "TERM"), ("start", "QUIT")]
)
def test_a_signal_that_ends_the_board_leaves_the_terminal_as_it_was(demo: Path, screen: str, name: str) -> None:
    with opened(screen, demo) as terminal:
        assert terminal.left_on, "the board had asked for something"
        assert not terminal.is_set_as_before
        terminal.signal(getattr(signal, f"SIG{name}"))
        terminal.wait_for_end()
        assert terminal.exit_status() == ENDS[name]
        assert terminal.left_on == []
        assert terminal.is_set_as_before
        assert b"Traceback" not in terminal.said


@pytest.mark.parametrize("screen", ["board", "start"])
def test_a_window_that_is_closed_ends_the_board(demo: Path, screen: str) -> None:
    with opened(screen, demo) as terminal:
        terminal.hang_up()
        assert terminal.exit_status() == ENDS["HUP"]


def test_a_window_whose_end_is_not_signalled_ends_the_board_too(demo: Path) -> None:
    before = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    with WatchedTerminal(alone(demo, before), columns=100, rows=30) as terminal:
        terminal.wait_for("Amara O.")
        terminal.settle(0.1)
        terminal.hang_up()
        assert terminal.exit_status() == ENDS["HUP"]


@pytest.mark.parametrize("screen", ["board", "note"])
def test_a_board_that_was_stopped_goes_on_with_everything_painted_and_no_more_threads(demo: Path, screen: str) -> None:
    with opened(screen, demo) as terminal:
        threads = terminal.threads
        for stop in (signal.SIGSTOP, signal.SIGTSTP) * 2:
            terminal.signal(stop)
            terminal.until(lambda: terminal.state == "T")
            if stop is signal.SIGTSTP:
                terminal.settle(0.1)
                assert terminal.left_on == []
                assert terminal.is_set_as_before
            terminal.signal(signal.SIGCONT)
            terminal.wait_for(SCREENS[screen][1])
            terminal.settle(0.1)
            assert terminal.threads == threads
            assert not terminal.is_set_as_before
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_end()
        assert terminal.exit_status() == ENDS["TERM"]
        assert terminal.left_on == []
        assert terminal.is_set_as_before


def test_ctrl_z_stops_the_board_and_it_takes_keys_again_afterwards(demo: Path) -> None:
    with opened("board", demo) as terminal:
        terminal.write(b"\x1a")
        terminal.until(lambda: terminal.state == "T")
        terminal.settle(0.1)
        assert b"fg brings it back" in terminal.said
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("Amara O.")
        terminal.write(b"q")
        terminal.wait_for_end()
        assert terminal.exit_status() == 0


def test_a_board_alone_in_its_window_is_not_stopped_by_ctrl_z(demo: Path) -> None:
    with WatchedTerminal(alone(demo), columns=100, rows=30) as terminal:
        terminal.wait_for("Amara O.")
        terminal.settle(0.1)
        terminal.write(b"\x1a")
        terminal.wait_for("Nothing can bring")
        assert terminal.state != "T"


def test_a_board_whose_terminal_takes_no_more_ends_all_the_same(demo: Path) -> None:
    with opened("board", demo) as terminal:
        while not terminal.is_full:
            terminal.write(b"z")
        terminal.signal(signal.SIGTERM)
        assert terminal.exit_status() == ENDS["TERM"]


def test_a_board_started_to_outlive_its_terminal_does_not_hear_of_its_end(demo: Path) -> None:
    deaf = f"trap '' HUP; exec {sys.executable} -m board open '{demo}'"
    with WatchedTerminal(["sh", "-c", deaf], columns=100, rows=30) as terminal:
        terminal.wait_for("Amara O.")
        terminal.signal(signal.SIGHUP)
        terminal.write(b"t")
        terminal.wait_for("already has this sticker")


def test_a_fault_is_one_sentence_without_names_and_its_details_stay_on_this_computer(demo: Path, home: Path) -> None:
    with WatchedTerminal([sys.executable, "-c", FAULTY, "open", str(demo)], columns=160, rows=30) as terminal:
        terminal.wait_for("Amara O.")
        terminal.settle(0.1)
        at = len(terminal.said)
        terminal.write(b"z")
        terminal.wait_for_end()
        assert terminal.exit_status() == 1
        assert terminal.left_on == []
        assert terminal.is_set_as_before
        last = bytes(terminal.said[terminal.said.rindex(b"\x1b[?25h") :]).decode()
    assert "Open it again with: board" in last
    assert last.count("\n") == 1
    assert "Amara" not in last
    assert "Traceback" not in last
    [kept] = (home / "faults").iterdir()
    assert "Amara O. has a secret" in kept.read_text()
    assert str(kept) in last
    assert at > 0


def test_a_fault_whose_details_can_not_be_kept_is_still_one_sentence(demo: Path, home: Path) -> None:
    (home / "faults").write_text("in the way")
    with WatchedTerminal([sys.executable, "-c", FAULTY, "open", str(demo)], columns=160, rows=30) as terminal:
        terminal.wait_for("Amara O.")
        terminal.write(b"z")
        terminal.wait_for_end()
        assert terminal.exit_status() == 1
        assert terminal.said.endswith(b"Open it again with: board\r\n")
