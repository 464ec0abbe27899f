"""Opening a file in the system's own viewer, which must not write over the board."""

import os
import subprocess
import sys
from pathlib import Path

_PATIENCE = 10
"""Seconds for a viewer to come up; one that takes longer is at work."""


def opened_in_viewer(path: Path) -> bool:
    """Open a file of this program in the system's viewer.

    Args:
        path: The file.

    Returns:
        False when there is no viewer.
    """
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - a file this program has just written
        return True
    viewer = "open" if sys.platform == "darwin" else "xdg-open"
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run([viewer, path], stdin=quiet, stdout=quiet, stderr=quiet, timeout=_PATIENCE, check=False)  # noqa: S603 - same
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
    return done.returncode == 0
