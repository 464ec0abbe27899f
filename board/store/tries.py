"""How many wrong PINs there were in a row, kept in the class for all its processes; a lost count never locks anybody out."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from board.disk import DISK, Disk, made_folder, put_file, read_plain
from board.errors import Refusal
from board.mastery.pin import wait_after, waits
from board.store.layout import TRIES
from board.store.locks import Turn, TurnLost

_FILE, _LOCK = "tries.json", "tries.lock"

_BYTES = 1000
"""Most bytes of the file; it has about fifty."""

_MOST = 1000
"""Wrong tries that are told apart; a child that goes on makes no difference any more."""


class _Record(msgspec.Struct, frozen=True):
    """What the file holds."""

    wrong: int
    until: float


class Count(NamedTuple):
    """How often it was wrong.

    Attributes:
        wrong: How many tries in a row were wrong, or are being looked at.
        until: When the next one counts: seconds as the clock of the computer that counted says them.
    """

    wrong: int = 0
    until: float = 0.0


class Clocks(NamedTuple):
    """What time it is.

    Attributes:
        told: Gives the seconds that all computers count alike; it may jump.
        steady: Gives the seconds since some moment of this process; it never jumps.
    """

    told: Callable[[], float] = time.time
    steady: Callable[[], float] = time.monotonic


CLOCKS = Clocks()


class Tries:
    """The wrong tries of a class; whatever the disk does, they are counted at least in this process.

    The clock that is told may jump by years (a Raspberry Pi has none that goes on without power), so a process that sees a
    count for the first time waits no longer from then on than so many wrong tries make it wait.

    Args:
        folder: The class folder.
        disk: Where the system calls go.
        clocks: What time it is.
    """

    def __init__(self, folder: Path, disk: Disk = DISK, clocks: Clocks = CLOCKS) -> None:
        self._place, self._disk, self._clocks = TRIES.within(folder), disk, clocks
        self._turn = Turn(self._place / _LOCK)
        self._own = Count()
        self._seen, self._since = Count(), clocks.steady()
        self._is_alone = False

    @property
    def wait(self) -> float:
        """Seconds until the next try counts; 0 when it does."""
        return self._wait_of(self._now())

    def count(self) -> bool:
        """Count a try as wrong before anybody looks at it, so that a kill in between gives none for free.

        Returns:
            Whether it counts; one that comes too soon is not looked at, and makes nobody wait longer.
        """

        def counted(keep: Callable[[Count], None]) -> bool:
            now = self._now()
            if self._wait_of(now) > 0:
                return False
            wrong = min(now.wrong + 1, _MOST)
            self._put(Count(wrong, self._clocks.told() + wait_after(wrong)), keep)
            return True

        return self._in_turn(counted)

    def forget(self) -> None:
        """Count from nothing again: the PIN was right, or is another now."""

        def gone(keep: Callable[[Count], None]) -> bool:
            self._put(Count(), keep)
            return True

        self._in_turn(gone)

    def _put(self, count: Count, keep: Callable[[Count], None]) -> None:
        keep(count)
        self._own = self._seen = count
        self._since = self._clocks.steady()

    def _wait_of(self, count: Count) -> float:
        """Give how long a count makes the next try wait: one of this process by its own clock, another's by the sooner one."""
        if count != self._seen:
            self._seen, self._since = count, self._clocks.steady()
        left = waits(self._since + wait_after(count.wrong), self._clocks.steady(), count.wrong)
        return left if count == self._own else min(left, waits(count.until, self._clocks.told(), count.wrong))

    def _now(self) -> Count:
        """Give what the folder says; where it says nothing or can't be written, at least what this process counted."""
        try:
            found = msgspec.json.decode(read_plain(self._place / _FILE, _BYTES), type=_Record)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return self._own
        there = Count(max(0, min(found.wrong, _MOST)), found.until)
        return self._own if self._is_alone and self._own.wrong >= there.wrong else there

    def _in_turn(self, deed: Callable[[Callable[[Count], None]], bool]) -> bool:
        """Do something while no other process counts; where the folder can't be written, for this process alone."""
        try:
            made_folder(self._place)
            with self._turn.taken():
                while True:
                    with suppress(TurnLost):
                        done = deed(self._keep)
                        self._is_alone = False
                        return done
        except (Refusal, OSError):
            self._is_alone = True
            return deed(lambda _: None)

    def _keep(self, count: Count) -> None:
        data = json.dumps(count._asdict()).encode()
        put_file(self._place / _FILE, data, self._disk, self._turn.see_to)
