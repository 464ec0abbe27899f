"""Every action has a key that works, words and a line of help, on each screen that has its own keys."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from textual.screen import Screen

from board import commands
from board.app import BoardApp
from board.commands import Command
from board.screens.board.board import BoardScreen
from board.screens.board.center import CenterScreen
from board.screens.board.student import StudentScreen
from board.screens.drawing.draw import DrawScreen
from board.screens.drawing.keys import DRAW
from board.screens.paper.print import PrintScreen
from board.screens.pictures.keys import PICTURES
from board.screens.pictures.pictures import PicturesScreen
from board.screens.pictures.waiting import WaitingScreen
from board.screens.roster.students import StudentsScreen
from board.screens.units.steps import StepsScreen
from board.widgets.class_grid import ClassGrid

SCREENS: list[tuple[type[Screen[Any]], Sequence[Command]]] = [
    (BoardScreen, commands.ON_THE_BOARD),
    (CenterScreen, commands.CENTER),
    (WaitingScreen, commands.WAITING),
    (PrintScreen, commands.PRINTING),
    (StudentScreen, (*commands.STUDENT, *commands.MARKING)),
    (StudentsScreen, commands.CLASS_LIST),
    (StepsScreen, commands.OUTLINE),
]


BESIDE: list[tuple[type[Screen[Any]], Sequence[Command]]] = [(PicturesScreen, PICTURES), (DrawScreen, DRAW)]
"""Screens for children too, whose keys stand beside them."""


def test_every_table_of_commands_belongs_to_a_screen() -> None:
    known = {command for _, table in SCREENS for command in table} | set(commands.MOVING)
    assert set(commands.EVERY) == known


@pytest.mark.parametrize(("screen", "table"), [*SCREENS, *BESIDE], ids=lambda value: getattr(value, "__name__", ""))
def test_each_key_of_a_screen_does_one_thing_that_is_there(screen: type[Screen[Any]], table: Sequence[Command]) -> None:
    keys = Counter(key for command in table for key in command.keys.split(","))
    assert not [key for key, times in keys.items() if times > 1]
    bound = {
        key for kind in screen.__mro__ for binding in vars(kind).get("BINDINGS", ()) for key in binding.key.split(",")
    }
    for command in table:
        owner, _, name = command.action.partition("(")[0].rpartition(".")
        assert callable(getattr(BoardApp if owner == "app" else screen, f"action_{name}"))
        assert set(command.keys.split(",")) <= bound, command
        assert command.words
        assert command.help.endswith(".")


def test_moving_belongs_to_the_grid() -> None:
    for command in commands.MOVING:
        assert callable(getattr(ClassGrid, f"action_{command.action.partition('(')[0]}"))
