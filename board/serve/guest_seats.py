"""The seats of guests: what a browser remembers of its own, beside the seat of whoever serves."""

import shutil
import time
from hashlib import sha256
from pathlib import Path

from board.disk import put_if_possible
from board.seat.links import Link
from board.seat.seat import OwnFolders, Seat

GOOD_TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
"""What the terminal of a page says about itself; what the one in which the server runs can show has nothing to say there."""

_KEPT = 90 * 24 * 3600.0
"""Seconds what a guest remembers is kept after it last changed; cookies don't live longer."""

_GUESTS, _DEVICE = "guests", "device"


def seat_of_guest(seat: Seat, link: Link, guest: str) -> Seat:
    """Give the seat of a browser: a home of its own for theme, place and signs, so that no two share a lock.

    The browser of this very computer has the seat of whoever serves: it is the same person. Another one finds none of the
    folders of this computer.

    Args:
        seat: Of whoever serves.
        link: The link it came in by.
        guest: Its id.
    """
    if link.is_here:
        return seat._replace(variables=GOOD_TERMINAL)
    home = seat.home / _GUESTS / sha256(f"{link.id} {guest}".encode("utf-8", "replace")).hexdigest()[:24]
    if not (home / _DEVICE).exists():  # the class is opened by who serves, and as that computer's
        put_if_possible(home / _DEVICE, seat.settings.load().device.encode())
    own = OwnFolders(home, home, home, home, home)
    return seat._replace(home=home, user=home, look_up=lambda: own, variables=GOOD_TERMINAL)


def forget_old_guests(home: Path) -> None:
    """Throw away what guests remembered who have not come for long.

    Args:
        home: Of whoever serves.
    """
    try:
        guests = list((home / _GUESTS).iterdir())
    except OSError:
        return
    for guest in guests:
        if time.time() - _changed(guest) > _KEPT:
            shutil.rmtree(guest, ignore_errors=True)


def _changed(folder: Path) -> float:
    """Give when something in a folder changed last; now, where nobody can tell."""
    try:
        return max(place.lstat().st_mtime for place in (folder, *folder.iterdir()))
    except OSError:
        return time.time()
