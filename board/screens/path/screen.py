"""A child's own screen as those see it who do something on it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from textual.app import App
from textual.screen import Screen

from board.mastery.path_map import ChildMap
from board.screens.parts.later import Later
from board.screens.path.pages import Page

_Result = TypeVar("_Result")

Make = Callable[[ChildMap], Page | None]
"""Gives a page as it is now; None where what it is about is gone."""


class PathScreen(Protocol):
    """A child's own screen."""

    @property
    def app(self) -> App[object]:
        """The app."""
        ...

    @property
    def later(self) -> Later:
        """What goes on later there."""
        ...

    @property
    def room(self) -> int:
        """How many tiles have room with their pictures."""
        ...

    def turn_to(self, make: Make, said: str = "") -> None:
        """Show a page, and say something there."""

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top."""

    def look_again(self) -> None:
        """Show the class as it is now."""

    def say(self, text: str) -> None:
        """Say what was done, or why not."""

    def leave(self) -> None:
        """Leave the page, as a child does."""
