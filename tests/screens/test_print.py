import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from board.store.class_book import ClassBook
from screen_driver import board_on, seen, until


@pytest.fixture
def viewer(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A system viewer that only remembers what it was given."""
    opened: list[Path] = []

    def run(words: list[Any], **_: object) -> subprocess.CompletedProcess[bytes]:
        opened.append(words[-1])
        return subprocess.CompletedProcess(words, 0)

    monkeypatch.setattr(subprocess, "run", run)
    return opened


async def test_two_keys_make_the_wall_chart_and_open_it(book: ClassBook, viewer: list[Path]) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("p", "down", "enter")
        await until(pilot, lambda: "Opened, at 100 %" in seen(app))
    (path,) = viewer
    assert path.name.startswith("wall-u-letter-")
    assert path.parent == book.folder / "prints"
    text = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    assert "Ava B." in text
    assert "Ben C." in text


async def test_a_quilt_of_a_small_group_is_asked_about_once(book: ClassBook, viewer: list[Path]) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("p", "enter")
        await until(
            pilot, lambda: "whose sticker is whose" in seen(app).replace("\n", " ") or "fewer than 6" in seen(app)
        )
        assert not viewer
        await pilot.press("enter")
        await until(pilot, lambda: "Opened, at 100 %" in seen(app))
        assert len(viewer) == 1


async def test_a_chart_that_can_not_be_written_is_said(book: ClassBook, viewer: list[Path]) -> None:
    (book.folder / "prints").write_text("in the way")
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("p", "down", "enter")
        await until(pilot, lambda: "can't be written" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: "I can halves." in seen(app))
    assert not viewer


async def test_the_palette_knows_the_boards_commands(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("ctrl+p", *"keep w")
        await until(pilot, lambda: "take one you gave lately" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "keep working" in seen(app) and "One tip" in seen(app))


async def test_the_paper_is_chosen_with_the_arrows_or_a_tap(book: ClassBook, viewer: list[Path]) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("p", "down", "right")
        await pilot.click("#paper")
        await pilot.press("enter")
        await until(pilot, lambda: bool(viewer))
    assert "-tabloid-" in viewer[0].name
