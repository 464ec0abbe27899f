"""What a program holds: open files, threads, tasks, timers, screens and widgets; none may grow with the visits."""

import asyncio
import gc
import threading
from pathlib import Path
from typing import Any

from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker

_KINDS: dict[str, type[Any]] = {"screens": Screen, "widgets": Widget, "timers": Timer, "workers": Worker}


def held(app: App[Any]) -> dict[str, int]:
    """Count what the process of an app holds, and what the app itself does.

    Args:
        app: The app.
    """
    gc.collect()
    every = gc.get_objects()
    counts = {name: sum(isinstance(one, kind) for one in every if _is_plain(one)) for name, kind in _KINDS.items()}
    return counts | {
        "pumps": sum(isinstance(one, MessagePump) for one in every if _is_plain(one)),
        "in the stack": len(app.screen_stack),
        "registered": len(app._registry),
        "working": len(app.workers),
        "tasks": len(asyncio.all_tasks()),
        "threads": threading.active_count(),
        "files": len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0,
        "notices": len(app._notifications),
        "style sheets": len(app.stylesheet.source),
    }


def memory() -> float:
    """Give the memory this process holds now, in MiB (Linux)."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def _is_plain(one: object) -> bool:
    """Tell whether something may be asked for its class: a weak proxy of what is gone may not."""
    return issubclass(type(one), MessagePump | Timer | Worker)
