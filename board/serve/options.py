"""What `board serve` was asked for."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from board.seat.seat import Seat
from board.seat.sharing import OwnTrust


class ServeOptions(NamedTuple):
    """What shall be served, and how.

    Attributes:
        folder: The class folder.
        seat: Gives the seat of whoever serves; called once in each process, so it is a function of a module.
        host: Address it listens at, such as 127.0.0.1 or 0.0.0.0.
        ports: Ports it may listen at, of which the first that is free is taken; 0 lets the system choose one.
        names: Names and addresses under which browsers reach it, besides those of this computer alone.
        workers: Processes that share the pages.
        certificate: File of the certificate, None for plain HTTP.
        key: File of its key.
        trust: What devices have to be told, where this computer made the certificate by itself.
        idle_end: Seconds without any page after which it ends, None for never.
        most_pages: Pages of each process.
    """

    folder: Path
    seat: Callable[[], Seat]
    host: str = "127.0.0.1"
    ports: Sequence[int] = (0,)
    names: tuple[str, ...] = ()
    workers: int = 1
    certificate: Path | None = None
    key: Path | None = None
    trust: OwnTrust | None = None
    idle_end: float | None = None
    most_pages: int = 60
