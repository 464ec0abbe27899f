"""Every screen finds its looks, also one whose base lives in another room: Textual reads them when it is opened, or ends the app."""

from pathlib import Path
from typing import Any

import pytest
from textual._path import _css_path_type_as_list, _make_path_object_relative
from textual.screen import Screen

from board.screens.parts.calm import Calm
from every_screen import screens


def looks_of(screen: type[Screen[Any]]) -> list[Path]:
    """Give the files Textual would read when it puts the screen up."""
    made = screen.__new__(screen)
    paths = screen.CSS_PATH
    return [_make_path_object_relative(path, made) for path in _css_path_type_as_list(paths)] if paths else []


@pytest.mark.parametrize("name", sorted(screens()))
def test_a_screen_finds_its_looks(name: str) -> None:
    assert [path for path in looks_of(screens()[name]) if not path.is_file()] == []


def test_looks_that_are_missing_are_found() -> None:
    class Elsewhere(Calm[None]):
        """A screen whose looks lie in another room."""

        CSS_PATH = "tile_page.tcss"

    assert [path.is_file() for path in looks_of(Elsewhere)] == [False]
