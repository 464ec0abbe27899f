"""Where work that takes long is done: on a terminal in the thread that asks, beside a server in processes of their own."""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import ParamSpec, Protocol, TypeVar

from board.errors import Refusal

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


class Stopped(Refusal):
    """Work that was begun elsewhere came to no end, and nothing was made."""

    def __init__(self) -> None:
        super().__init__("This could not be done just now, and nothing was changed. Try it once more.")


class Elsewhere(Protocol):
    """Where work that takes long is done. It is asked in a thread, never on the loop that paints."""

    @property
    def threads(self) -> Executor | None:
        """The threads in which it is asked and waited for, None for the usual ones."""
        ...

    def run(self, work: Callable[_Given, _Made], *given: _Given.args, **named: _Given.kwargs) -> _Made:
        """Do something, and give what comes of it, or raise what it raises.

        Args:
            work: A function that stands in a module, and touches nothing but what it is given.
            given: What it is given; it can be pickled, and so can what it gives.
            named: What it is given by name.

        Raises:
            Stopped: It came to no end; it can be tried again.
        """
        ...


class InThisThread:
    """Does everything at once in the thread that asks."""

    threads: Executor | None = None

    def run(self, work: Callable[_Given, _Made], *given: _Given.args, **named: _Given.kwargs) -> _Made:
        """Do something, see `Elsewhere`."""
        return work(*given, **named)


IN_THIS_THREAD = InThisThread()
"""Keeps nothing, so everybody may use it."""
