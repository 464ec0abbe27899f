import json
from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.disk import Disk
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from board.widgets.sticker_grid import StickerGrid
from screen_driver import board_on, row_of, seen, until


async def test_the_board_shows_every_student_and_the_levels(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        text = seen(app)
        assert "Ben C." in text
        assert "Room 12  ·  Unit" in text
        assert "1 One" in text
        assert "2 Two" in text
        assert "I can halves." in text


async def test_one_key_marks_and_the_mark_is_on_the_disk_when_it_shows(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("space")
        await until(pilot, lambda: "●" in row_of(app, "Ava B."))
        assert ClassBook(folder, "d1").progress.spot("ava", "u/halves").status is Status.MASTERED
        assert "Ava B. · Halves: Got it" in seen(app)


@pytest.mark.parametrize(
    ("key", "sign", "status"),
    [("t", "◔", Status.PRACTISING), ("r", "▲", Status.READY), ("space", "●", Status.MASTERED)],
)
async def test_each_marking_key_shows_its_sign(book: ClassBook, key: str, sign: str, status: Status) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("down", key)
        await until(pilot, lambda: sign in row_of(app, "Ben C."))
        assert book.progress.spot("ben", "u/halves").status is status


async def test_keep_working_takes_one_tip_and_offers_it_again(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("k", *"slowly", "enter")
        await until(pilot, lambda: book.progress.spot("ava", "u/halves").status is Status.KEEP_WORKING)
        await until(pilot, lambda: "Keep working" in seen(app) and "slowly" in seen(app))
        await pilot.press("down", "k", "down", "enter")
        await until(pilot, lambda: book.progress.spot("ben", "u/halves").status is Status.KEEP_WORKING)
        mark = book.progress.spot("ben", "u/halves").mark
        assert mark is not None
        assert mark.note == "slowly"


async def test_leaving_the_tip_leaves_everything_as_it_was(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("k", *"oops", "escape")
        await until(pilot, lambda: isinstance(app.screen.focused, StickerGrid))
        assert not book.facts


async def test_a_sticker_is_never_taken_away_by_a_marking_key(book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app = board_on(book)
    async with app.run_test() as pilot:
        for key in ("space", "t", "r"):
            await pilot.press(key)
            await until(pilot, lambda: "already has this sticker; it stays" in seen(app))
        assert len(book.facts) == 1


async def test_undo_and_redo_go_back_and_forth_and_leave_no_trace(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("t", "space")
        await until(pilot, lambda: "●" in row_of(app, "Ava B."))
        await pilot.press("u")
        await until(pilot, lambda: "◔" in row_of(app, "Ava B."))
        await pilot.press("u")
        await until(pilot, lambda: "Undone: Ava B. · Halves: Trying" in seen(app))
        assert book.progress.spot("ava", "u/halves").status is Status.OPEN
        await pilot.press("U", "U")
        await until(pilot, lambda: "●" in row_of(app, "Ava B."))
        await pilot.press("u", "u", "u")
        await until(pilot, lambda: "Nothing to undo" in seen(app))


async def test_the_last_mark_is_repeated_where_the_cursor_is(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("r", "down", "full_stop")
        await until(pilot, lambda: book.progress.spot("ben", "u/halves").status is Status.READY)


async def test_a_note_is_kept_and_changes_no_status(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("n", *"[/] hi", "enter")
        await until(pilot, lambda: bool(book.facts))
        assert book.facts[0].note == "[/] hi"
        assert book.progress.spot("ava", "u/halves").status is Status.OPEN


async def test_a_tap_moves_the_cursor_and_a_second_tap_marks(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        grid = app.screen.query_one(StickerGrid)
        await pilot.click(grid, offset=(14, 3))
        await until(pilot, lambda: grid.student.name == "Ben C.")
        assert not book.facts
        await pilot.click(grid, offset=(14, 3))
        await until(pilot, lambda: "●" in row_of(app, "Ben C."))


async def test_a_tapped_key_does_what_the_key_does(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.click("KeyBar", offset=(10, 0))
        await until(pilot, lambda: book.progress.spot("ava", "u/halves").status is Status.MASTERED)


async def test_marks_of_another_process_appear_by_themselves(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ben C." in seen(app))
        ClassBook(folder, "d2").record(
            [Draft(Kind.MASTERED, "ben", "u/halves")], ClassBook(folder, "d2").assessors[0].id
        )
        await until(pilot, lambda: "●" in row_of(app, "Ben C."))


async def test_students_imported_elsewhere_appear_by_themselves(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        ClassBook(folder, "d2").edit(STUDENTS, lambda now: (*now, Student("cam", "Cam D.")))
        await until(pilot, lambda: "Cam D." in seen(app))


async def test_reopening_lands_on_the_same_unit_cell_and_zoom(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "right", "right", "z", "z", "q")
    place = seat_here().settings.load().place(str(folder))
    assert place == Place("u", "ben", "u/fourths", 2, marking=book.assessors[0].id)
    again = board_on(ClassBook(folder, "d1"), place)
    async with again.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "I can fourths." in seen(again))
        assert again.screen.query_one(StickerGrid).student.id == "ben"
        assert again.screen.query_one(StickerGrid).zoom == 2


async def test_a_place_that_is_gone_does_no_harm(book: ClassBook) -> None:
    app = board_on(book, Place("gone", "nobody", "gone/step", 99))
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))


@pytest.mark.parametrize("zoom", [0, 1, 2, 3])
@pytest.mark.parametrize("size", [(80, 24), (40, 12), (160, 48), (20, 5)])
async def test_every_zoom_works_at_every_size_and_after_resizing(
    book: ClassBook, zoom: int, size: tuple[int, int]
) -> None:
    app = board_on(book, Place(zoom=zoom))
    async with app.run_test(size=size) as pilot:
        await pilot.press("end", "ctrl+end", "home", "pagedown", "pageup", "right", "down", "t")
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: "Ben C." in seen(app))
        await pilot.resize_terminal(30, 8)
        await pilot.press("space")
        await until(pilot, lambda: len(book.facts) == 2)


class _Full(Disk):
    def write(self, handle: int, data: bytes) -> None:
        raise OSError(28, "No space left on device")


async def test_a_mark_that_can_not_be_kept_is_said_and_not_shown(book: ClassBook, folder: Path) -> None:
    app = board_on(ClassBook(folder, "d1", _Full()))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: "no space left" in seen(app))
        assert "●" not in row_of(app, "Ava B.")


def test_settings_survive_a_damaged_file(home: Path) -> None:
    (home / "settings.json").write_text("{")
    device = seat_here().settings.load().device
    assert seat_here().settings.load().device == device
    assert json.loads((home / "settings.json").read_text())["device"] == device


async def test_what_was_said_on_the_board_is_not_said_after_another_mark_elsewhere(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "Halves: Ready to show" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "m Page" in seen(app))
        await pilot.press("t")
        await until(pilot, lambda: book.facts[-1].kind is Kind.PRACTISING)
        await pilot.press("escape")
        await until(pilot, lambda: "Trying (" in seen(app) and "c Center" in seen(app))
        assert "Ready to show" not in seen(app)
