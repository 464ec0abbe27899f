"""A class folder that breaks while its board is open."""

from pathlib import Path

import pytest

from board.store.class_book import ClassBook
from screen_driver import board_on, seen, until


@pytest.mark.parametrize("content", ["{", '{"class": {"about": {"format": 1}}}'])
async def test_a_damaged_class_file_is_said_and_the_board_goes_on_once_it_is_mended(
    book: ClassBook, folder: Path, content: str
) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "Ben C." in seen(app))
        whole = (folder / "class.json").read_bytes()
        (folder / "class.json").write_text(content)
        await until(pilot, lambda: "damaged" in seen(app))
        assert "Ben C." in seen(app)
        (folder / "class.json").write_bytes(whole.replace(b"Ben C.", b"Bea C."))
        await until(pilot, lambda: "Bea C." in seen(app))
