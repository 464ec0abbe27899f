"""A few screens as they look, kept as text with colours: `cat` one in a terminal to see it.

After a change that is meant: UPDATE_LOOKS=1 make test, then look at each of them and at its difference.
"""

import os
import re
from pathlib import Path

import pytest
from rich.console import Console

from board.screens.board.board import BoardScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook
from screen_driver import board_on, seen, until

KEPT = Path(__file__).with_name("looks")


@pytest.mark.parametrize(
    ("name", "zoom", "keys", "words"),
    [
        ("overview-80x24-dark", 0, ("down", "right"), "I can "),
        ("stickers-120x40-light", 1, ("down", "down", "down", "down", "right"), "I can "),
        ("big-160x48-contrast", 3, ("right_square_bracket",), "I can "),
        ("help-100x30-dark", 0, ("question_mark",), "Esc goes back"),
        ("chosen-100x30-dark", 1, ("x", "down", "down", "x", "right"), "2 chosen"),
        ("center-80x24-light", 0, (*["right"] * 12, "c", "3", "5", "5"), "1 got it, 1 trying"),
        ("student-120x40-light", 1, (*["right"] * 6, "enter"), "Looks like"),
        ("students-80x24-dark", 0, ("s",), "24 in the class"),
        ("steps-120x40-contrast", 0, ("g", "down"), "Steps of Number Explorers"),
        ("waiting-100x30-light", 1, ("y", "right"), "Waiting for you"),
        ("showing-80x24-dark", 0, ("j", "1"), "1 seen now"),
        ("own_page-120x40-light", 0, ("enter", "m"), "What do you want to do?"),
        ("plan-80x24-contrast", 0, ("P",), "Who chooses"),
    ],
)
async def test_the_screen_looks_as_it_was_left(
    demo: ClassBook, name: str, zoom: int, keys: tuple[str, ...], words: str
) -> None:
    _, size, look = name.split("-")
    width, height = (int(part) for part in size.split("x"))
    app = board_on(demo, Place(zoom=zoom), f"board-{look}")
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.press(*keys)
        await pilot.wait_for_scheduled_animations()
        await until(pilot, lambda: words in seen(app))
        board = app.screen_stack[0]
        assert isinstance(board, BoardScreen)
        await until(pilot, lambda: not board._shelf.is_waiting)  # starter art stands in until own pictures are cut
        await app.workers.wait_for_complete()
        await pilot.pause()
        console = Console(force_terminal=True, color_system="truecolor", legacy_windows=False)
        lines = [line.render(console) for line in app.screen._compositor.render_strips(app.size)]
    look = "\n".join(lines) + "\n"
    kept = KEPT / f"{name}.ansi"
    if os.environ.get("UPDATE_LOOKS"):
        KEPT.mkdir(exist_ok=True)
        kept.write_text(look, encoding="utf-8")
    assert kept.exists(), "a new look: make it with UPDATE_LOOKS=1"
    assert _letters(look) == _letters(kept.read_text(encoding="utf-8"))
    pairs = zip(_colours(look), _colours(kept.read_text(encoding="utf-8")), strict=True)
    assert max(abs(now - then) for now, then in pairs) <= _A_SHADE


_A_SHADE = 8
"""How far a colour may be off: another version of Pillow rounds differently, and nobody sees it."""


def _letters(look: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", look)


def _colours(look: str) -> list[int]:
    codes = re.findall(r"[34]8;2;(\d+);(\d+);(\d+)", look)
    return [int(part) for code in codes for part in code]
