"""What an app writes to a terminal or to a page of a browser, and how much one painting of its screen takes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from rich.console import Console
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

_CONSOLE = Console(force_terminal=True, color_system="truecolor", legacy_windows=False)


class _Writing(HeadlessDriver):
    """Takes everything an app writes, as a terminal would."""

    def __init__(self, app: App[Any], *, frames: list[str], **options: Any) -> None:
        super().__init__(app, **options)
        self._frames = frames

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self._frames.append(data)


@asynccontextmanager
async def written_by(app: App[Any], size: tuple[int, int]) -> AsyncIterator[tuple[Pilot[Any], list[str]]]:
    """Run an app, and keep what it writes.

    Args:
        app: The app.
        size: Cells across and down.
    """
    frames: list[str] = []
    app.driver_class = partial(_Writing, frames=frames)  # type: ignore[assignment]
    async with app.run_test(size=size, headless=False) as pilot:
        yield pilot, frames


def whole(app: App[Any]) -> str:
    """Give what it takes to paint the screen once, as it is now."""
    return "".join(line.render(_CONSOLE) for line in app.screen._compositor.render_strips(app.size))
