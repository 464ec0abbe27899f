from pathlib import Path

import pytest
from textual import events

from board.cli.context import seat_here
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from board.store.draft import Draft
from board.terminal.themes import THEMES
from board.widgets.sticker_grid import StickerGrid
from screen_driver import board_on, row_of, seen, until
from showings import change_step


async def test_an_empty_class_says_what_to_do_and_fills_by_itself(folder: Path, book: ClassBook) -> None:
    empty = ClassBook.create(folder.with_name("empty"), "Room 1", "d1")
    app = board_on(empty)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Add the students" in seen(app) and "Add the steps" in seen(app))
        await pilot.press(
            "space", "t", "z", "p", "left", "k", "n", "full_stop", "u", "x", "c", "f", "slash", "w", "enter", "a"
        )
        other = ClassBook(empty.folder, "d2")
        other.edit(UNITS, put(book.units[0]))
        other.edit(STUDENTS, lambda _: book.students)
        await until(pilot, lambda: "Ava B." in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: "●" in row_of(app, "Ava B."))


async def test_names_that_look_like_code_are_just_names(book: ClassBook) -> None:
    names = ("[/", "[@click=app.quit]x", "<img src='x'/>", "=1+1", "a" * 60, "🦊 Fox", "علي", "日本 太郎")
    book.edit(STUDENTS, lambda _: tuple(Student(f"s{at}", name) for at, name in enumerate(names)))
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        for name in names:
            await until(pilot, lambda name=name: name[:10] in seen(app))  # type: ignore[misc]
            await pilot.press("t", "down")
        await pilot.press("n", *"x", "enter", "k", "enter", "p")
        await until(pilot, lambda: "Who will see it:" in seen(app))


async def test_the_looks_go_round_and_the_chosen_one_is_kept(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        for look in (*THEMES[1:], THEMES[0], THEMES[1]):
            await pilot.press("ctrl+t")
            await until(pilot, lambda look=look: app.theme == look.name)  # type: ignore[misc]
    assert seat_here().settings.load().theme == THEMES[1].name


async def test_moving_between_units_keeps_each_ones_marks(book: ClassBook) -> None:
    book.edit(UNITS, put(Unit("v", "Other", (Level("v/a", "Start", (Step("v/x", "Exes", "I can exes."),)),))))
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: "Other  ·  unit 2 of 2" in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: "●" in row_of(app, "Ava B."))
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: "I can halves." in seen(app))
        assert "●" not in row_of(app, "Ava B.")


async def test_the_detail_line_says_what_a_spot_waits_for_and_would_open(book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ava", f"u/{name}") for name in ("halves", "thirds")], book.assessors[0].id)
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("right", "right")
        await until(pilot, lambda: "Mastering it opens Pizza." in seen(app))
        await pilot.press("right", "right")
        await until(pilot, lambda: "Opens when One is finished." in seen(app))


async def test_a_unit_with_fewer_steps_takes_the_cursor_along(book: ClassBook) -> None:
    book.edit(UNITS, put(Unit("v", "Other", (Level("v/a", "Start", (Step("v/x", "Exes", "I can exes."),)),))))
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("end", "ctrl+end", "right_square_bracket")
        await until(pilot, lambda: "I can exes." in seen(app))
        ClassBook(book.folder, "d2").edit(STUDENTS, lambda now: now[:1])
        await until(pilot, lambda: "Ben C." not in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: "●" in row_of(app, "Ava B."))


async def test_a_unit_whose_steps_are_gone_says_so_instead_of_breaking(book: ClassBook) -> None:
    book.edit(UNITS, put(Unit("v", "Other", (Level("v/a", "Start", ()),))))
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: "Add the steps" in seen(app))
        await pilot.press("space", "right_square_bracket")
        await until(pilot, lambda: "Ava B." in seen(app))


async def test_a_tip_for_a_mastered_spot_is_not_even_asked_for(book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("k")
        await until(pilot, lambda: "it stays" in seen(app))
        await pilot.press("down", "full_stop")
        await until(pilot, lambda: book.progress.spot("ben", "u/halves").status is Status.MASTERED)


async def test_notes_are_shown_where_they_were_written_and_nowhere_else(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *"shy", "enter")
        await until(pilot, lambda: "1 note: n shows it." in seen(app))
        await pilot.press("n")
        await until(pilot, lambda: "Ms. Rivera: shy" in seen(app))
        await pilot.press("escape", "down", "n")
        await until(pilot, lambda: "Note: Ben C." in seen(app))
        assert "shy" not in seen(app)


async def test_a_spot_opens_with_criteria_ways_and_history(book: ClassBook) -> None:
    halves = Step(
        "v/h", "Halves", "I can halve.", criteria=("cuts [/] fairly",), ways=("fold it",), standards=("1.G.3",)
    )
    book.edit(UNITS, put(Unit("v", "Other", (Level("v/a", "Start", (halves,)),))))
    book.record([Draft(Kind.KEEP_WORKING, "ava", "v/h", note="fold again")], book.assessors[0].id)
    app = board_on(book, Place("v", zoom=0))
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("enter")
        for words in ("Looks like", "cuts [/] fairly", "fold it", "1.G.3", "Ms. Rivera: Keep working: fold again"):
            await until(pilot, lambda words=words: words in seen(app))  # type: ignore[misc]
        await pilot.press("escape", "space")
        await until(pilot, lambda: "●" in row_of(app, "Ava B."))


async def test_what_was_done_is_said_however_long_the_rest_is(book: ClassBook) -> None:
    long = Step("v/h", "Halves", "I can " + "halve and halve again " * 9, needs=())
    book.edit(UNITS, put(Unit("v", "Other", (Level("v/a", "Start", (long,)),))))
    app = board_on(book, Place("v", zoom=0))
    async with app.run_test(size=(60, 15)) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: "Ava B. · Halves: Got it" in seen(app))
        assert "? Help" in seen(app)


async def test_what_was_done_is_said_even_when_keys_come_fast(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        grid = app.screen.query_one(StickerGrid)
        grid.action_move(0, 1)
        await app.screen.run_action("mark('practising')")
        await until(pilot, lambda: "Ava B. · Thirds: Trying" in seen(app))
        await pilot.pause()
        assert "Ava B. · Thirds: Trying" in seen(app)


@pytest.mark.parametrize(
    "text", ["file://[", "'file://['", "FILE://\u2100/x", "file:///x\0y", "file://]\n\ud800"], ids=ascii
)
async def test_an_address_that_is_no_place_has_no_place_on_the_board(book: ClassBook, text: str) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        app.post_message(events.Paste(text))
        await until(pilot, lambda: bool(app._notifications))
        assert "Ava B." in seen(app)
    assert not book.facts


async def test_another_r_goes_round_the_ways_of_the_step_and_says_which(book: ClassBook) -> None:
    change_step(book, "u/halves", ways=("cut it", "draw it"))
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        for way in (None, "cut it", "draw it", "cut it"):
            await pilot.press("r")
            await until(pilot, lambda way=way: asked_way(book) == way)  # type: ignore[misc]
            await until(pilot, lambda way=way: not way or way in seen(app))  # type: ignore[misc]


def asked_way(book: ClassBook) -> str | None:
    asked = book.progress.spot("ava", "u/halves").asked
    return "nobody" if asked is None else asked.way or None


async def test_a_further_r_for_several_children_changes_no_way(book: ClassBook) -> None:
    change_step(book, "u/halves", ways=("cut it",))
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: book.progress.spot("ava", "u/halves").asked is not None)
        await pilot.press("x", "down", "x", "r")
        await until(pilot, lambda: book.progress.spot("ben", "u/halves").asked is not None)
        assert asked_way(book) is None


async def test_the_feet_of_board_and_student_hold_the_keys_wanted_most_at_80_columns(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        foot = seen(app).splitlines()[-1]
        assert all(
            words in foot for words in ("space Got it", "k Keep working", "enter Student", "y Waiting", "? Help")
        )
        await pilot.press("enter")
        await until(pilot, lambda: "esc Board" in seen(app).splitlines()[-1])
        foot = seen(app).splitlines()[-1]
        assert all(
            words in foot for words in ("r Ready", "k Keep working", "m Page", "enter Judge", "u Undo", "? Help")
        )


async def test_the_palette_finds_practising_and_two_adults(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"pract")
        await until(pilot, lambda: "Practise judging" in seen(app))
        await pilot.press("escape")
        await pilot.press("ctrl+p", *"two adults")
        await until(pilot, lambda: "Two adults see a Boss" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "enter Edit" in seen(app))
        await pilot.press("w")
        await until(pilot, lambda: sum("two adults" in line for line in seen(app).splitlines()) >= 2)
