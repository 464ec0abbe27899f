"""One change at a time before the board: every command is called on the class, and what it says is judged."""

import asyncio
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner

from board.cli import cli
from board.cli.context import seat_here
from board.mastery.harmless import harmless
from board.store.class_book import ClassBook
from scripts.mutations.changes import Change, changed
from scripts.mutations.small_class import files_of, make
from scripts.mutations.verdicts import lost_by_saving, unsaid_losses

CHECKOUT = Path(__file__).parents[2]
sys.path.insert(0, str(CHECKOUT / "tests"))  # what tests wait with

SECONDS, PATIENCE = 20, 200
"""How long one call may work, and how long it may take beside other programs, in seconds.

What counts is the time of the processor: on a machine with nothing else to do it is no shorter than a busy hang."""

_REFUSED = 2

_ANY_FOLDER = "/the folder of the class"
"""Stands in the settings for wherever the class lies."""


class Fault(StrEnum):
    """What the board must never do."""

    CRASH = "crash"
    HANG = "hang"
    STEERED = "steered the terminal"
    UNSAID = "lost without a word"
    SHUT = "shut the whole class"
    NOT_KEPT = "lost by the next save"


class Found(NamedTuple):
    """A fault of the board, and the change that showed it."""

    change: Change
    fault: Fault
    what: str


class Said(NamedTuple):
    """What came of a call.

    Attributes:
        code: Its exit code, -1 after a crash, -2 where it took too long.
        out: What it said, errors too.
        fault: What went wrong inside, or empty.
    """

    code: int
    out: str
    fault: str = ""


class Bench:
    """A small class that is made once and copied for each change.

    Args:
        place: An empty folder.
    """

    def __init__(self, place: Path) -> None:
        self._fresh, self._fresh_home = place / "fresh" / "Room 12.class", place / "fresh-home"
        self._folder, self._home = place / "Room 12.class", place / "home"
        with _seat(self._fresh_home):
            make(self._fresh)
        settings = self._fresh_home / "settings.json"
        key = json.dumps(str(self._fresh.resolve()))
        settings.write_text(settings.read_text().replace(key, json.dumps(_ANY_FOLDER)))  # so that a change has one id
        files = files_of(self._fresh, self._fresh_home)
        self.files = {name: path.read_bytes() for name, path in files.items()}
        self._set_up(None)
        with _seat(self._home):
            self._shown, self._checked = self._call("show", "--json"), self._call("check", self._folder)

    def tried(self, change: Change, *, whole: bool) -> Iterator[Found]:
        """Let the board work with a class in which one thing is changed.

        Args:
            change: The change.
            whole: Whether pages are printed and the screen is opened, too, which takes long.
        """
        self._set_up(change)
        with _seat(self._home):
            said = {name: call() for name, call in self._calls(whole=whole)}
            for name, each in said.items():
                if each.fault:
                    yield Found(change, Fault.HANG if each.code == -2 else Fault.CRASH, f"{name}: {each.fault}")
                elif harmless(each.out) != each.out:
                    yield Found(change, Fault.STEERED, name)
            if change.file != "settings.json":
                yield from self._judged(change, said)

    def _judged(self, change: Change, said: dict[str, Said]) -> Iterator[Found]:
        checked = said["check"]
        if self._is_small(change) and _REFUSED in (said["show"].code, checked.code):
            yield Found(change, Fault.SHUT, said["show"].out[:200])
        if said["show --json"].code == 0 and checked.code in (0, 1):
            new = set(checked.out.splitlines()) - set(self._checked.out.splitlines())
            for what in unsaid_losses(change, self.files, json.loads(self._shown.out), said["show --json"].out, new):
                yield Found(change, Fault.UNSAID, what)
        if change.file == "class.json" and said["add"].code == 0:
            written = (self._folder / "class.json").read_bytes()
            before = self.files[change.file]
            for what in lost_by_saving(before, changed(before, change), change, written):
                yield Found(change, Fault.NOT_KEPT, what)

    def _is_small(self, change: Change) -> bool:
        """Tell whether a change concerns one line or one record in a file that can be read and says its format."""
        if change.line:
            return True
        try:
            json.loads(changed(self.files[change.file], change))
        except (ValueError, RecursionError):
            return False
        return len(change.path) > 1 and change.path[1:] not in (("about",), ("about", "format"))

    def _set_up(self, change: Change | None) -> None:
        for fresh, place in ((self._fresh, self._folder), (self._fresh_home, self._home)):
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(fresh, place)
        data = self.files if change is None else self.files | {change.file: changed(self.files[change.file], change)}
        for name, path in files_of(self._folder, self._home).items():
            path.write_bytes(data[name].replace(_ANY_FOLDER.encode(), os.fsencode(self._folder.resolve())))

    def _calls(self, *, whole: bool) -> Iterator[tuple[str, Callable[[], Said]]]:
        """Give the calls by name; those that write come last."""
        at, out = ("-c", self._folder), self._home / "out"
        call = self._call
        yield "show --json", partial(call, "show", "--json")
        yield "check", partial(call, "check", self._folder)
        for words in (("show",), ("undo", "--list"), ("art", "--list")):
            yield " ".join(words), partial(call, *words, *at)
        for kind in ("wall", "personal", "register") if whole else ():
            yield kind, partial(call, "print", kind, *at, "--unit", "numbers", "-o", f"{out}-{kind}.pdf")
        if whole:
            yield "screen", self._screen
        yield "record", partial(call, "record", "ben", *at, "-o", f"{out}.zip")
        yield "mark", partial(call, "mark", "tens", "mastered", "ben", *at)
        yield "add", partial(call, "student", "add", "Zoe Q.", *at)

    def _call(self, *words: str | Path) -> Said:
        return _timed(lambda: _called([str(word) for word in words]))

    def _screen(self) -> Said:
        return _timed(lambda: asyncio.run(_opened(self._folder)))


def _called(words: list[str]) -> Said:
    done = CliRunner().invoke(cli, words, color=True)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        if isinstance(done.exception, _TookTooLong):
            raise done.exception
        return Said(-1, done.output, f"{type(done.exception).__name__}: {done.exception}"[:200])
    fault = "a traceback" if "Traceback (most" in done.output else ""
    return Said(done.exit_code, done.stdout if "--json" in words else done.output, fault)


async def _opened(folder: Path) -> Said:
    """Open the board without a terminal, press a few keys, and leave it."""
    from board.app import BoardApp  # noqa: PLC0415 - needed for a sample only
    from board.errors import Refusal  # noqa: PLC0415 - same
    from screen_driver import seen, until  # noqa: PLC0415 - same

    try:
        book = ClassBook(folder, seat_here().device)
    except Refusal as refusal:
        return Said(_REFUSED, str(refusal))
    with closing(book):
        app = BoardApp(seat_here(), book)
        async with app.run_test(size=(100, 30)) as pilot:
            for key in ("down", "z", "enter", "escape", "p", "escape", "s", "escape", "b", "escape", "g", "escape"):
                await until(pilot, lambda: bool(seen(app).strip()))  # the screen before is there
                await pilot.press(key)
    return Said(0, "")


class _TookTooLong(BaseException):
    """A call took longer than it may; no handler of the board takes it for a fault of its own."""


def _timed(call: Callable[[], Said]) -> Said:
    rang = False

    def ring(*_: object) -> None:
        nonlocal rang
        rang = True
        raise _TookTooLong

    clocks = {signal.ITIMER_PROF: (signal.SIGPROF, SECONDS), signal.ITIMER_REAL: (signal.SIGALRM, PATIENCE)}
    before = {number: signal.signal(number, ring) for number, _ in clocks.values()}
    for clock, (_, seconds) in clocks.items():
        signal.setitimer(clock, seconds, 1)  # a task of asyncio swallows the first ring
    try:
        said = call()
    except _TookTooLong:
        said = Said(-2, "")
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is what is looked for
        said = Said(-1, "", f"{type(fault).__name__}: {fault}"[:200])
    finally:
        for clock in clocks:
            signal.setitimer(clock, 0)
        for number, handler in before.items():
            signal.signal(number, handler)
    return Said(-2, "", f"more than {SECONDS} s") if rang else said


@contextmanager
def _seat(home: Path) -> Iterator[None]:
    before: Any = os.environ.get("BOARD_HOME")
    os.environ["BOARD_HOME"] = str(home)
    try:
        yield
    finally:
        if before is None:
            del os.environ["BOARD_HOME"]
        else:
            os.environ["BOARD_HOME"] = before
