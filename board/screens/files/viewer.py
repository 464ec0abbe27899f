"""Opening a file in the system's own viewer, which must not write over the board."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from board.mastery.people import clean_line

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


_ONE_SIDE = ("-o", "sides=one-sided", "-o", "Duplex=None")
"""Both names of one thing: where a printer's own options say Duplex, CUPS does not let sides overrule it (apple/cups 5606)."""


def sent_to_printer(path: Path, *, one_sided: bool) -> str:
    """Send a PDF to this computer's usual printer at its true size.

    Args:
        path: The file.
        one_sided: Whether the backs must stay empty, whatever the printer usually does.

    Returns:
        What came of it, in a sentence.
    """
    program = shutil.which("lp")
    if program is None:
        return "This computer has no lp to print with; open the file and print it at 100 %."
    sides = _ONE_SIDE if one_sided else ()
    words = [program, "-o", "print-scaling=none", "-o", "fit-to-page=false", *sides, "--", str(path)]
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(words, stdin=quiet, capture_output=True, text=True, timeout=_PATIENCE, check=False)  # noqa: S603 - same
    except (OSError, subprocess.TimeoutExpired):
        return "The printer did not answer; open the file and print it at 100 %."
    if done.returncode:
        reason = clean_line(done.stderr)
        if not reason:
            return "The printer took nothing (no reason given); open the file and print it."
        return f"The printer took nothing ({reason}); open the file and print it."
    return "Sent to the printer, at 100 %."
