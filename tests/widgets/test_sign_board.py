"""A board of signs of another size is painted, and pressed, before its widget has heard of it."""

import pytest
from textual.app import ComposeResult
from textual.geometry import Size

from board.screens.parts.calm import Calm
from board.widgets.sign_board import SignBoard, Signs
from board.widgets.sign_board_plan import NOWHERE
from board.widgets.sign_painter import SignTile
from lone_app import LoneApp
from screen_driver import until

_MANY = 24


def _nothing(_side: int, _ink: object) -> None:
    return None


class _Boarded(Calm[None]):
    def compose(self) -> ComposeResult:
        yield SignBoard("Which sign is yours?")


SIGNS = Signs(6, 4, (tuple(SignTile(f"s{number}", _nothing, "", 0) for number in range(_MANY)),))


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (20, 9), (9, 4)])
async def test_what_was_chosen_on_a_small_board_is_not_looked_for_on_another(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = LoneApp(_Boarded())
    async with app.run_test(size=(44, 20)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, _Boarded) and bool(app.screen.query(SignBoard)))
        board = app.screen.query_one(SignBoard)
        board.show(SIGNS)
        await until(pilot, lambda: board.plan is not None)
        small = board.plan
        assert small is not None
        assert len(small.pages) > 1
        board.page, board.here, board.row = len(small.pages) - 1, 3, small.down - 1
        monkeypatch.setattr(SignBoard, "size", Size(*size))
        assert len(board.painted()) == size[1]
        board.press_here()
        for number in range(10):
            board.press_digit(number)
        board.go(1, 0)
        plan = board.plan
        assert plan is None or board.here in (NOWHERE, *plan.places(board.page))
