"""A fault of the board itself: one sentence for the person, and the details in a file of this computer.

The details may hold names, so they are never shown and never leave this computer by themselves.
"""

import os
import platform
import traceback
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from board.disk import make_plain
from board.disk.modes import made_folders
from board.mastery.harmless import harmless

_KEPT = 5
_WHAT_NOW = (
    "The board had to stop because of a fault of its own; every mark it has shown is kept. Open it again with: board"
)


def told(error: BaseException, folder: Path) -> str:
    """Keep what is known of a fault, and give the sentence for the person in front of it.

    Args:
        error: What went wrong.
        folder: Where details are kept, made when missing.

    Returns:
        A sentence without names; where the details could be kept, it says where they are.
    """
    try:
        kept = _keep(error, folder)
    except OSError:
        return _WHAT_NOW
    return f"{_WHAT_NOW} (what happened is in {kept}, which may hold names)"


def _keep(error: BaseException, folder: Path) -> Path:
    made_folders(folder, private=True)
    now = datetime.now().astimezone()
    file = folder / f"{now:%Y-%m-%d-%H%M%S-%f}.txt"
    about = f"{now.isoformat()} board {_version()} Python {platform.python_version()} {platform.platform()}\n\n"
    text = about + harmless("".join(traceback.format_exception(error)))
    with os.fdopen(make_plain(file), "wb") as kept:
        kept.write(text.encode("utf-8", "backslashreplace"))
    for old in sorted(folder.glob("*.txt"))[:-_KEPT]:
        old.unlink(missing_ok=True)
    return file


def _version() -> str:
    try:
        return version("competency-board")
    except PackageNotFoundError:
        return "?"
