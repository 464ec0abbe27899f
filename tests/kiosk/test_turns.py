"""Kiosk and board take turns in one terminal, and what watches over them gives the terminal back as it was."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.cli.turns import is_left_out
from board.seat.settings import Place
from board.store.class_book import ClassBook
from kiosk.kiosk_terminal import ASKED, PIN, QUILT, KioskTerminal, with_pin
from watched_terminal import WatchedTerminal

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="it looks at processes as Linux shows them"
)

SWITCHED = """
from board.cli import main
import board.app, board.class_app
board.app.BoardApp.action_quit = lambda self: self.leave_to(board.class_app.Next.KIOSK)
main()
"""
"""A board whose key for the end switches to the kiosk."""

FAULTY = """
from board.kiosk_app import KioskApp

def fail(self):
    raise RuntimeError("Ava has a secret")

KioskApp.action_redraw = fail
from board.cli import main
main()
"""
"""A kiosk with a fault, which shows when ctrl+l is pressed."""

CROWDED = """
import errno, os
left, fork, pipe = {{"fork": 3, "pipe": 3}}, os.fork, os.pipe

def tried(name, real):
    def call():
        left[name] -= 1
        if left[name] in {turns} and name == {name!r}:
            raise OSError(errno.{error}, os.strerror(errno.{error}))
        return real()
    return call

def split_off():
    os.fork, os.pipe = tried("fork", fork), tried("pipe", pipe)

from board.terminal.supervisor import Supervisor
kept_up = Supervisor.kept_up
Supervisor.kept_up = lambda *args: (split_off(), kept_up(*args))[1]
from board.cli import main
main()
"""
"""A computer that now and then has no room for another process, or for another handle."""
BROKEN = """
import os
from board.kiosk_app import KioskApp

begun = KioskApp.__init__

def fail(self, *given):
    if not os.path.exists(os.environ["MENDED"]):
        raise RuntimeError("Ava has a secret")
    begun(self, *given)

KioskApp.__init__ = fail
from board.cli import main
main()
"""
"""A kiosk with a fault at every start, until a file says it is mended."""

BOARD = "Keep working"


@pytest.fixture
def locked(book: ClassBook, folder: Path) -> Path:
    """A class with a PIN."""
    with_pin(book, words=False)
    seat_here().settings.remember(book.key, Place(zoom=0))
    book.close()
    return folder


@pytest.fixture
def kiosk(locked: Path) -> Iterator[KioskTerminal]:
    with KioskTerminal(locked) as up:
        up.came_up()
        yield up


def in_the_menu(kiosk: KioskTerminal) -> None:
    kiosk.write(b"\x11")
    kiosk.wait_for(ASKED)
    kiosk.write(f"{PIN}\r".encode())
    kiosk.wait_for("End the kiosk")
    kiosk.settle(0.1)


def test_the_board_comes_after_the_kiosk_and_the_kiosk_after_the_board(locked: Path) -> None:
    with KioskTerminal(locked, ["-c", SWITCHED]) as kiosk:
        kiosk.came_up()
        for _ in range(2):
            in_the_menu(kiosk)
            kiosk.write(b"1")
            kiosk.wait_for(BOARD)
            kiosk.settle(0.1)
            kiosk.write(b"\x11")
            kiosk.came_up()


def test_a_board_that_is_closed_ends_the_kiosk_too(kiosk: KioskTerminal) -> None:
    in_the_menu(kiosk)
    kiosk.write(b"1")
    kiosk.wait_for(BOARD)
    kiosk.settle(0.1)
    kiosk.write(b"\x1a")  # no shell is behind it
    kiosk.settle(0.2)
    kiosk.write(b"\x11")
    kiosk.wait_for_text("GOT-OUT> 0")
    assert kiosk.left_on == []
    assert kiosk.is_set_as_before


def test_a_board_that_is_killed_leaves_the_kiosk_and_no_shell(kiosk: KioskTerminal) -> None:
    in_the_menu(kiosk)
    kiosk.write(b"1")
    kiosk.wait_for(BOARD)
    os.kill(kiosk.kiosk[0], signal.SIGKILL)
    kiosk.came_up()


@pytest.mark.parametrize("way", ["killed", "switched back"])
def test_a_class_folder_that_goes_away_during_the_turn_of_the_board_is_waited_for(locked: Path, way: str) -> None:
    with KioskTerminal(locked, ["-c", SWITCHED]) as kiosk:
        kiosk.came_up()
        in_the_menu(kiosk)
        kiosk.write(b"1")
        kiosk.wait_for(BOARD)
        kiosk.settle(0.1)
        away, before = locked.rename(locked.with_name("pulled out")), kiosk.kiosk
        if way == "killed":
            os.kill(before[0], signal.SIGKILL)
        else:
            kiosk.write(b"\x11")
        kiosk.wait_for_text("The kiosk comes up by itself")
        kiosk.wait_for_text("The kiosk comes up by itself")  # it has tried once more, for less time than one can see it
        kiosk.write(b"\x03\x1aexit\r")
        away.rename(locked)
        kiosk.came_up()
        assert b"GOT-OUT>" not in kiosk.said


def test_started_by_itself_it_waits_for_a_class_folder_that_is_not_there_yet(locked: Path) -> None:
    away = locked.rename(locked.with_name("not mounted"))
    with KioskTerminal(locked, options=["--alone"]) as kiosk:
        kiosk.wait_for_text("The kiosk comes up by itself")
        away.rename(locked)
        kiosk.came_up()
        assert kiosk.gap() == []


def test_started_by_itself_it_waits_for_a_pin(book: ClassBook, folder: Path) -> None:
    with KioskTerminal(folder, options=["--alone"]) as kiosk:
        kiosk.wait_for_text("board pin")
        with_pin(book)
        kiosk.came_up()
        assert kiosk.gap() == []
    book.close()


def test_a_fault_at_every_start_says_to_adults_how_it_is_ended_and_that_ends_it(locked: Path) -> None:
    with KioskTerminal(locked, ["-c", BROKEN], {"MENDED": str(locked / "mended")}) as kiosk:
        kiosk.wait_for_text("another login with: kill ")
        kiosk.settle(0.1)
        [told] = {*re.findall(rb"kill (\d+)", bytes(kiosk.said))}
        assert [int(told)] == kiosk.watcher
        assert b"secret" not in kiosk.said
        os.kill(int(told), signal.SIGTERM)
        kiosk.wait_for_text(f"GOT-OUT> {128 + signal.SIGTERM}")
        assert kiosk.left_on == []
        assert kiosk.is_set_as_before


def test_a_fault_that_is_over_is_over_for_the_kiosk_too(locked: Path, tmp_path: Path) -> None:
    mended = tmp_path / "mended"
    with KioskTerminal(locked, ["-c", BROKEN], {"MENDED": str(mended)}) as kiosk:
        kiosk.wait_for_text("another login with: kill ")
        mended.touch()
        kiosk.came_up()
        assert kiosk.gap() == []


def test_a_board_that_was_opened_by_itself_gives_its_place_to_the_kiosk(locked: Path) -> None:
    with WatchedTerminal([sys.executable, "-c", SWITCHED, "open", str(locked)], columns=100, rows=30) as terminal:
        terminal.wait_for(BOARD)
        terminal.settle(0.1)
        terminal.write(b"\x11")
        terminal.wait_for(QUILT)
        terminal.settle(0.1)
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_end()
        assert terminal.exit_status() == 128 + signal.SIGTERM
        assert terminal.left_on == []
        assert terminal.is_set_as_before


@pytest.mark.parametrize("name", ["textual", "random", "board"])
def test_files_where_one_happens_to_stand_are_no_part_of_the_kiosk(locked: Path, tmp_path: Path, name: str) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (here / f"{name}.py").write_text("raise SystemExit('GOT-' + 'OUT')")
    stands_here = (
        f"import os, sys; sys.path.remove(''); os.chdir({str(here)!r})"  # as a script that lies elsewhere does
    )
    command = [sys.executable, "-c", f"{stands_here}\n{SWITCHED}", "open", str(locked)]
    with WatchedTerminal(command, columns=100, rows=30) as terminal:
        terminal.wait_for(BOARD)
        terminal.settle(0.1)
        terminal.write(b"\x11")
        terminal.wait_for(QUILT)
        assert b"GOT-OUT" not in terminal.said


@pytest.mark.parametrize("name", ["TERM", "HUP"])
def test_who_watches_ends_both_when_told_to(locked: Path, name: str) -> None:
    number = getattr(signal, f"SIG{name}")
    with WatchedTerminal([sys.executable, "-m", "board", "kiosk", "-c", str(locked)], columns=100, rows=30) as terminal:
        terminal.wait_for(QUILT)
        terminal.settle(0.1)
        child = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()
        terminal.signal(number)
        terminal.wait_for_end()
        assert terminal.exit_status() == 128 + number
        assert not [one for one in child if Path(f"/proc/{one}").exists()]
        assert terminal.left_on == []
        assert terminal.is_set_as_before


def test_a_kiosk_whose_watcher_is_killed_ends_and_gives_the_terminal_back(locked: Path) -> None:
    with WatchedTerminal([sys.executable, "-m", "board", "kiosk", "-c", str(locked)], columns=100, rows=30) as terminal:
        terminal.wait_for(QUILT)
        terminal.settle(0.1)
        terminal.kill()
        terminal.until(lambda: terminal.left_on == [] and terminal.is_set_as_before)


def test_a_kiosk_that_can_not_open_its_class_any_more_waits_for_it(kiosk: KioskTerminal, locked: Path) -> None:
    away = locked.rename(locked.with_name("pulled out"))
    before = kiosk.kiosk
    os.kill(before[0], signal.SIGKILL)
    kiosk.wait_for_text("One moment")
    kiosk.until_another(before)
    kiosk.until_another(kiosk.kiosk)
    kiosk.write(b"\x03\x1aexit\r")
    away.rename(locked)
    kiosk.came_up()
    assert kiosk.gap() == []
    assert b"exit" not in kiosk.said


def test_a_fault_of_its_own_is_seen_by_nobody_and_it_comes_back(locked: Path, home: Path) -> None:
    with KioskTerminal(locked, ["-c", FAULTY]) as kiosk:
        kiosk.came_up()
        before = kiosk.kiosk
        kiosk.write(b"\x0c")
        kiosk.until_another(before)
        kiosk.came_up()
        assert kiosk.gap() == []
        assert b"secret" not in kiosk.said
        assert b"Open it again" not in kiosk.said
    [kept] = (home / "faults").iterdir()
    assert "Ava has a secret" in kept.read_text()


@pytest.mark.parametrize(("name", "error"), [("fork", "EAGAIN"), ("fork", "ENOMEM"), ("pipe", "EMFILE")])
@pytest.mark.parametrize("turns", [(2, 1), (1,)], ids=["at first", "after the first one"])
def test_where_there_is_no_room_for_a_process_it_is_tried_again(
    locked: Path, turns: tuple[int, ...], name: str, error: str
) -> None:
    with KioskTerminal(locked, ["-c", CROWDED.format(turns=turns, name=name, error=error)]) as kiosk:
        kiosk.came_up()
        before = kiosk.kiosk
        os.kill(before[0], signal.SIGKILL)
        kiosk.until_another(before)
        kiosk.came_up()
        assert kiosk.gap() == []


@pytest.mark.parametrize("term", ["linux", "xterm", "xterm-256color"])
def test_it_stands_on_lesser_terminals_too(locked: Path, term: str) -> None:
    with KioskTerminal(locked, env={"TERM": term, "COLORTERM": ""}) as kiosk:
        kiosk.came_up()
        assert kiosk.gap() == []
        assert b"38;2;" not in kiosk.said


def test_why_it_can_not_begin_is_said_in_a_sentence(tmp_path: Path) -> None:
    with KioskTerminal(tmp_path) as terminal:
        terminal.wait_for_text("GOT-OUT> 2")
        assert b"Traceback" not in terminal.said
        assert b"1049" not in terminal.said


def test_where_no_pin_is_set_whoever_sits_there_sets_one(book: ClassBook, folder: Path) -> None:
    book.close()
    with KioskTerminal(folder) as terminal:
        terminal.wait_for_text("Nobody has set a PIN yet")
        terminal.until(lambda: b"not shown): " in terminal.said)  # what is typed before the last space is forgotten
        at = len(terminal.said)
        terminal.write(f"1234\r{PIN}\r".encode())
        terminal.until(lambda: b"not shown): " in terminal.said[at:])
        terminal.write(f"{PIN}\r".encode())
        terminal.until(lambda: b"once more: " in terminal.said)
        terminal.write(f"{PIN}\r".encode())
        terminal.came_up()
        assert PIN.encode() not in terminal.said


def test_only_what_is_for_a_kiosk_is_left_in_its_environment() -> None:
    gone = (
        "TEXTUAL",
        "TEXTUAL_PRESS",
        "TEXTUAL_ALLOW_SIGNALS",
        "TEXTUAL_SCREENSHOT",
        "PYTHONINSPECT",
        "EDITOR",
        "PAGER",
        "BROWSER",
    )
    assert all(map(is_left_out, gone))
    assert not any(
        map(is_left_out, ("TEXTUAL_DRIVER", "TERM", "COLORTERM", "HOME", "BOARD_HOME", "PYTHONPATH", "LANG"))
    )
