"""Where tests sit: at this process's own seat, or at others with homes of their own."""

from pathlib import Path

from board.cli.context import seat_here
from board.paper.memory import PrintMemory
from board.paper.printers import Printers
from board.seat.seat import OwnFolders, Seat


def seat_at(home: Path) -> Seat:
    """Give a seat with everything below one folder, as a session of a server would have it."""
    documents, desktop, pictures, downloads = (
        home / name for name in ("Documents", "Desktop", "Pictures", "Downloads")
    )
    own = OwnFolders(documents, desktop, pictures, downloads, home)
    return Seat(home, home / "cache", home, lambda: own, {"TERM": "xterm-256color", "COLORTERM": "truecolor"})


def memory() -> PrintMemory:
    """Give what is remembered about printing at the seat of this process."""
    return PrintMemory(seat_here().settings)


def printers() -> Printers:
    """Give the printers that are known at the seat of this process."""
    return Printers(seat_here().settings)
