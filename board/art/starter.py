"""Starter art: the badges and emblems that come with the board."""

from functools import cache
from pathlib import Path

from board.errors import Refusal

_PLACES = (Path(__file__).parents[1] / "assets" / "badges", Path(__file__).parents[2] / "assets" / "badges")
"""In an installed package, and in a checkout."""


@cache
def starter_folder() -> Path:
    """Give the folder of the starter art.

    Raises:
        Refusal: The installation is incomplete.
    """
    for place in _PLACES:
        if place.is_dir():
            return place
    raise Refusal("The starter pictures are missing; install the board again.")


@cache
def step_badges() -> dict[str, Path]:
    """Give the picture files for steps by name."""
    return _pictures("steps")


@cache
def emblems() -> dict[str, Path]:
    """Give the picture files of the children's signs by name."""
    return _pictures("emblems")


def _pictures(kind: str) -> dict[str, Path]:
    return {path.stem: path for path in sorted((starter_folder() / kind).glob("*/*.png"))}
