"""What every page needs sooner or later is made ready once, while the first ones open: nobody waits for it in the middle of a lesson."""

import asyncio
import importlib
import pkgutil
from contextlib import suppress

import board.screens
from board.art.starter_cells import prepare_starters
from board.elsewhere import Stopped
from board.seat.seat import Seat

_AFTER = 3.0
"""Seconds until it begins: whoever waits for the first page comes first."""


async def warm_soon(seat: Seat) -> None:
    """Make it ready soon, in a thread of those in which what takes long is waited for.

    Args:
        seat: Where things are made, and kept when they can be made again.
    """
    await asyncio.sleep(_AFTER)
    await asyncio.get_running_loop().run_in_executor(seat.elsewhere.threads, warm, seat)


def warm(seat: Seat) -> None:
    """Load all screens, and have the starter art made ready for cells, in a thread; what fails only costs time later.

    Args:
        seat: Where things are made, and kept when they can be made again.
    """
    for module in pkgutil.walk_packages(board.screens.__path__, f"{board.screens.__name__}."):
        importlib.import_module(module.name)
    with suppress(Stopped):  # the server ends already
        seat.elsewhere.run(prepare_starters, seat.cache / "cells")
