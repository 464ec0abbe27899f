"""Nobody gets out of a kiosk without the PIN, whatever they type, tap, paste, send or had set beforehand."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from textual.events import Paste

from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.terminal.reader import Reader
from kiosk.break_outs import HOOKED, SIZES, TOLD, TYPED, WORDS, Hooked, Typed
from kiosk.kiosk_terminal import ASKED, PIN, KioskTerminal, with_pin
from pty_terminal import PATIENCE

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="it looks at processes as Linux shows them"
)

CHILDS_OWN = {
    Kind.READY,
    Kind.MAYBE_READY,
    Kind.HELP_WANTED,
    Kind.HELP_OVER,
    Kind.COVERED,
    Kind.CARD_WANTED,
    Kind.WITHDRAWN,
}
"""What a child may say by itself."""

PLANTED = """
import board.kiosk_app as kiosk
{hole}
kiosk.KioskApp._merged_bindings = kiosk.KioskApp._merge_bindings()
from board.cli import main
main()
"""
HOLES = {
    "a way to the shell": (
        "kiosk._ALLOWED = kiosk._ALLOWED | {'suspend_process'}; kiosk.KioskApp.MAY_STOP = True; import signal;"
        "kiosk.KioskApp.on_ready = lambda self: signal.signal(signal.SIGTSTP, self._driver._sigtstp_application)"
    ),
    "Textual's palette": (
        "from textual.app import App; kiosk.KioskApp.check_action = lambda *_: True;"
        "kiosk.KioskApp.action_command_palette = App.action_command_palette;"
        "kiosk.KioskApp.COMMANDS = App.COMMANDS; kiosk.KioskApp.ENABLE_COMMAND_PALETTE = True;"
        "kiosk.KioskApp.BINDINGS.append(kiosk.Binding('ctrl+p', 'command_palette', priority=True))"
    ),
    "ctrl+c leaves": (
        "kiosk.KioskApp.action_adult_leaves = lambda self: self.leave_to(kiosk.Next.NOTHING);"
        "kiosk._ALLOWED = kiosk._ALLOWED | {'adult_leaves'};"
        "kiosk.KioskApp.BINDINGS.append(kiosk.Binding('ctrl+c', 'adult_leaves', priority=True))"
    ),
}
"""Holes in a kiosk, each found by the rows of the table."""

_BETWEEN = 0.2
"""Seconds between two rows at the least: a kiosk that has nothing else to do answers as soon as that."""


@pytest.fixture
def folder(book: ClassBook, folder: Path) -> Path:
    with_pin(book, words=False)
    book.close()
    return folder


@pytest.fixture
def kiosk(folder: Path) -> Iterator[KioskTerminal]:
    with KioskTerminal(folder) as up:
        up.came_up()
        yield up


def tried(
    kiosk: KioskTerminal, where: str, rows: tuple[Typed, ...], patience: float = PATIENCE
) -> dict[str, list[str]]:
    """Try rows one after the other on a screen, and give the first that found a gap with what it found."""
    for row in rows:
        kiosk.go_to(where)
        for part in row.sent:
            kiosk.write(part)
            kiosk.read(0.0)
        kiosk.settle(0.05)
        found = kiosk.gap(patience)
        if found:
            return {row.name: found}
    return {}


def test_the_table_is_long_and_says_each_thing_once() -> None:
    names = [*(row.name for row in TYPED), *(row.name for row in TOLD), *(row.name for row in HOOKED)]
    assert len(names) == len(set(names)) >= 60


def test_words_of_the_table_are_typed_and_not_pasted() -> None:
    reader, now, pasted = Reader(), 0.0, []
    for row in TYPED:
        meant = [message for part in row.sent for message in reader.feed(part, now)]
        meant += reader.tick(now + _BETWEEN)
        now += _BETWEEN
        pasted += [row] if any(isinstance(message, Paste) for message in meant) else []
    assert pasted
    assert not set(pasted) & set(WORDS)


def test_a_way_is_found_although_what_comes_at_once_after_a_paste_belongs_to_it(folder: Path) -> None:
    with KioskTerminal(folder, env={"ESCDELAY": "5000"}) as kiosk:
        kiosk.came_up()
        kiosk.go_to("signs")
        kiosk.write(b"pasted without marks")
        kiosk.go_to("page")


@pytest.mark.parametrize("where", ["quilt", "signs", "page"])
def test_nothing_that_is_typed_tapped_or_pasted_leads_out(kiosk: KioskTerminal, folder: Path, where: str) -> None:
    before = kiosk.kiosk
    assert tried(kiosk, where, TYPED) == {}
    assert kiosk.kiosk == before, "it even was the same process all the time"
    with closing(ClassBook(folder, "looks")) as book:
        assert {fact.kind for fact in book.facts} <= CHILDS_OWN
        assert all(fact.by in ("", "ava", "ben") for fact in book.facts)


def test_no_signal_leads_out(kiosk: KioskTerminal) -> None:
    for row in TOLD:
        number, before = getattr(signal, f"SIG{row.name}"), kiosk.kiosk
        for process in (*before, *(kiosk.watcher if row.to_all else ())):
            os.kill(process, number)
        if not row.goes_on:
            kiosk.until_another(before)
            kiosk.write(b"\x03\x1a\x1c\x04exit\rls\r")  # in the gap between two children
            kiosk.came_up()
        assert kiosk.gap() == [], row.name
        assert (kiosk.kiosk == before) is row.goes_on, row.name
    assert b"\x1b[?1049h\x1b[?25l\x1b[0m\x1b[2J" in kiosk.said, "One moment is painted meanwhile"
    assert b"exit" not in kiosk.said, "nothing that was typed meanwhile is shown"


def test_no_size_of_the_window_leads_out(kiosk: KioskTerminal) -> None:
    before = kiosk.kiosk
    for columns, rows in SIZES * 2:
        kiosk.resize(columns, rows)
        for process in kiosk.kiosk:
            os.kill(process, signal.SIGWINCH)
        kiosk.settle(0.1)
        kiosk.write(b"\x03\x1ax\r")
        kiosk.settle(0.1)
    assert kiosk.gap() == []
    assert kiosk.kiosk == before


@pytest.mark.parametrize("row", HOOKED, ids=lambda row: row.name)
def test_nothing_in_the_environment_leads_out(folder: Path, tmp_path: Path, row: Hooked) -> None:
    mark, log = tmp_path / "mark", tmp_path / "log"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\n")
    program.chmod(0o755)
    places = {"MARK": str(program), "LOG": str(log)}
    env = {
        name: text.replace("MARK", places["MARK"]).replace("LOG", places["LOG"]) for name, text in row.variables.items()
    }
    with KioskTerminal(folder, env=env) as kiosk:
        kiosk.came_up()
        if row.then:
            kiosk.write(row.then)
            kiosk.settle(0.2)
        if row.kill:
            before = kiosk.kiosk
            os.kill(before[0], row.kill)
            kiosk.until_another(before)
            kiosk.came_up()
        assert kiosk.gap() == []
        assert b"Fatal Python error" not in kiosk.said
    assert not mark.exists()
    assert not log.exists()


def test_a_terminal_that_is_gone_ends_it_and_a_watcher_that_is_killed_too(folder: Path) -> None:
    with KioskTerminal(folder) as kiosk:
        kiosk.came_up()
        [watcher], [child] = kiosk.watcher, kiosk.kiosk
        os.kill(watcher, signal.SIGKILL)
        kiosk.wait_for_text("GOT-OUT>")
        kiosk.until(lambda: not Path(f"/proc/{child}").exists())


def test_only_the_pin_leads_out_and_the_terminal_is_as_it_was(kiosk: KioskTerminal) -> None:
    before = kiosk.set_before
    kiosk.write(b"\x11")
    kiosk.wait_for(ASKED)
    kiosk.write(f"{PIN}\r".encode())
    kiosk.wait_for("End the kiosk")
    kiosk.write(b"2")
    kiosk.wait_for_text("GOT-OUT> 0")
    assert kiosk.left_on == []
    assert kiosk.is_set_as_before
    assert before


@pytest.mark.parametrize("hole", HOLES)
def test_a_hole_is_found_by_the_same_table(folder: Path, hole: str) -> None:
    with KioskTerminal(folder, ["-c", PLANTED.format(hole=HOLES[hole])]) as kiosk:
        kiosk.came_up()
        assert tried(kiosk, "signs", TYPED[:26], patience=5) != {}
