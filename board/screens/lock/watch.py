"""When screens lock: from the last touch, by a clock that counts on while a laptop sleeps."""

import time
from collections.abc import Callable
from typing import ClassVar, Protocol, runtime_checkable

_MINUTE = 60.0

_JITTER = 2.0
"""Seconds by which two clocks may differ between two looks without anybody having slept."""


@runtime_checkable
class Locks(Protocol):
    """A screen below which nothing can be seen or reached without the adult PIN."""

    LOCKS: ClassVar[bool]
    """That it is one."""


def _awake_or_asleep() -> float:
    """Give seconds that go on while the computer sleeps: of a clock that never jumps where there is one, else of the day's."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() if clock is None else time.clock_gettime(clock)


class Watch:
    """Whether nobody has been there for so long that screens lock.

    Args:
        steady: Gives the seconds in which touches are told; they may stand still while the computer sleeps.
        through: Gives seconds that go on in sleep; where they jump back nothing happens, and forth counts as sleep.
    """

    def __init__(
        self, steady: Callable[[], float] = time.monotonic, through: Callable[[], float] = _awake_or_asleep
    ) -> None:
        self._steady, self._through = steady, through
        self._looked = (steady(), through())
        self._slept = 0.0

    def is_due(self, touched: float, minutes: int) -> bool:
        """Tell whether it is time to lock; asked often, and before a touch counts.

        Args:
            touched: When somebody touched anything last, in steady seconds.
            minutes: Minutes after which screens lock; 0 for never.
        """
        (before, then), (now, there) = self._looked, (self._steady(), self._through())
        self._looked = now, there
        slept = (there - then) - (now - before)
        slept = slept if slept > _JITTER else 0.0
        self._slept = slept if touched > before else self._slept + slept
        return minutes > 0 and now - touched + self._slept >= minutes * _MINUTE
