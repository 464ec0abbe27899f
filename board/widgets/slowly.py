"""What takes long is waited for in threads of its own, so that nobody's quick look stands in line behind it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from contextvars import copy_context
from typing import Any, Protocol, TypeVar, runtime_checkable

from textual.app import App

_Made = TypeVar("_Made")


@runtime_checkable
class _HasSlowLane(Protocol):
    slow_lane: Executor | None


async def slowly(app: App[Any], work: Callable[[], _Made]) -> _Made:
    """Do something in a thread that takes long, or waits for what is done elsewhere; other threads stay free meanwhile.

    Args:
        app: The app it is done for; one that shares a process with others has threads of its own for this.
        work: What takes long; it touches no widget.
    """
    lane = app.slow_lane if isinstance(app, _HasSlowLane) else None
    return await asyncio.get_running_loop().run_in_executor(lane, copy_context().run, work)
