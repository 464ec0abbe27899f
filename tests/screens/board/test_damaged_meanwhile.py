"""A class folder that breaks while its board is open."""

import json
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


def renamed(folder: Path, name: object) -> None:
    """Give the first student of a class another name in its file, whatever that is."""
    path = folder / "class.json"
    tables = json.loads(path.read_bytes())
    next(iter(tables["students"].values()))["name"] = name
    path.write_text(json.dumps(tables))


async def test_what_is_left_out_of_a_class_is_said_when_its_board_opens_and_only_once(
    book: ClassBook, folder: Path
) -> None:
    renamed(folder, 7)
    app = board_on(ClassBook(folder, "d1"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: '"name" must be text in quotation marks' in " ".join(seen(app).split()))
        assert "Ben C." in seen(app)
        assert sum("quotation marks" in one.message for one in app._notifications) == 1
        (folder / "class.json").write_bytes((folder / "class.json").read_bytes().replace(b"Ben C.", b"Bea C."))
        await until(pilot, lambda: "Bea C." in seen(app))
        assert sum("quotation marks" in one.message for one in app._notifications) == 1


async def test_what_is_left_out_from_now_on_is_said_on_the_open_board(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "Ben C." in seen(app))
        renamed(folder, ["x"])
        await until(pilot, lambda: '"name" must be text in quotation marks' in " ".join(seen(app).split()))


async def test_a_sentence_that_names_a_child_waits_until_the_class_watches_no_more(
    book: ClassBook, folder: Path
) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "Ben C." in seen(app))
        await pilot.press("w")
        await until(pilot, lambda: "Ben C." not in seen(app))
        renamed(folder, 7)
        await until(pilot, lambda: bool(book.aside))
        await pilot.pause()
        assert not app._notifications
        await pilot.press("q")
        await until(pilot, lambda: "must be text in quotation marks" in " ".join(seen(app).split()))
