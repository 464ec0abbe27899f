"""The units that come with the board."""

from functools import cache
from pathlib import Path

from board.exchange.units.unit_file import read_unit
from board.mastery.curriculum import Unit

_NAMES = ("number-explorers", "germ-detectives")


@cache
def ready_units() -> tuple[Unit, ...]:
    """Give the units that come with the board, for the youngest first."""
    return tuple(read_unit(Path(__file__).with_name(f"{name}.toml")) for name in _NAMES)
