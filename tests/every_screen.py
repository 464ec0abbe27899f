"""Every screen of the house."""

import importlib
import pkgutil
from typing import Any

from textual.screen import Screen

import board.screens

_BASES = (
    "Calm",
    "CalmDialog",
    "LiveScreen",
    "SignScreen",
    "TilePage",
    "PageScreen",
    "MarkingScreen",
    "BoardDoors",
    "PictureDoors",
    "OutlineScreen",
    "SheetAnswers",
    "Sealed",
    "PinPad",
    "Attended",
)
"""What screens are made of; none of them is ever shown."""


def screens() -> dict[str, type[Screen[Any]]]:
    """Every screen of the house, by the name of its class."""
    modules = [
        importlib.import_module(one.name)
        for one in pkgutil.walk_packages(board.screens.__path__, f"{board.screens.__name__}.")
    ]
    return {
        name: thing
        for module in modules
        for name, thing in vars(module).items()
        if isinstance(thing, type) and issubclass(thing, Screen) and thing.__module__.startswith("board.screens")
        if name not in _BASES
    }
