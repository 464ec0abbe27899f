"""What a screen is left with reaches the one below also where that one is leaving: it counts, and nothing breaks."""

import pytest
from textual.app import App, ComposeResult
from textual.css.query import NoMatches
from textual.widgets import Static

from board.screens.parts.calm import Calm, _come_back
from screen_driver import until


class Above(Calm[str]):
    """Asks."""


class Below(Calm[None]):
    """Keeps the answer and shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield Static("nothing", id="said")

    def take(self, answer: str | None) -> None:
        self.kept.append(answer)
        self.query_one("#said", Static).update(str(answer))


async def test_what_comes_back_to_a_screen_that_has_left_counts_and_is_shown_nowhere() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        below = Below()
        app.push_screen(below)
        await until(pilot, lambda: below.is_current)
        below.put_up(Above(), below.take)
        await until(pilot, lambda: isinstance(app.screen, Above))
        answer = app.screen._result_callbacks[-1].callback
        assert answer is not None
        app.screen.dismiss("first")
        below.dismiss()
        await until(pilot, lambda: below.kept == ["first"] and not below.query("#said"))
        answer("late")
        assert below.kept == ["first", "late"]


async def test_what_is_missing_on_a_screen_that_stays_is_no_secret() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        below = Below()
        app.push_screen(below)
        await until(pilot, lambda: below.is_current)
        await below.query("#said").remove()
        with pytest.raises(NoMatches):
            _come_back(below, below.take, "x")
