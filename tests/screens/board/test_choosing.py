"""Several children at once: choosing by key, tap and drag, finding, filtering, and who is away."""

import pytest

from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from board.widgets.class_grid import ClassGrid
from screen_driver import board_on, row_of, seen, until

HALVES = "u/halves"
NAMES = ("Ava B.", "Ben C.", "Cleo D.", "Dana E.", "Eli F.", "Finn G.", "Gia H.", "Hugo I.")


@pytest.fixture
def full(book: ClassBook) -> ClassBook:
    book.edit(STUDENTS, lambda _: tuple(Student(name.split()[0].lower(), name) for name in NAMES))
    return book


def mastered(book: ClassBook) -> list[str]:
    return [one.id for one in book.students if book.progress.spot(one.id, HALVES).status is Status.MASTERED]


async def test_a_mark_goes_to_everyone_chosen_and_one_undo_takes_it_back(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test() as pilot:
        await pilot.press("x", "down", "down", "x")
        await until(pilot, lambda: "2 chosen · Halves: Ava B., Cleo D." in seen(app))
        assert "✓" in row_of(app, "Ava B.")
        await pilot.press("space")
        await until(pilot, lambda: mastered(full) == ["ava", "cleo"])
        await until(pilot, lambda: "2 students · Halves: Got it" in seen(app))
        assert "✓" not in seen(app), "a mark lets everyone go, so that the next one is not for them by mistake"
        await pilot.press("u")
        await until(pilot, lambda: not mastered(full))


async def test_dragging_over_spots_chooses_their_students_for_that_step(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test() as pilot:
        grid = app.screen.query_one(ClassGrid)
        await pilot.mouse_down(grid, offset=(14, 3))
        await pilot.hover(grid, offset=(17, 5))
        await until(pilot, lambda: "3 chosen · Halves" in seen(app))
        await pilot.mouse_up(grid, offset=(17, 5))
        await pilot.press("space")
        await until(pilot, lambda: mastered(full) == ["ben", "cleo", "dana"])


async def test_a_drag_beyond_the_grid_chooses_to_its_end_and_lets_go_of_the_mouse(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test() as pilot:
        grid = app.screen.query_one(ClassGrid)
        await pilot.mouse_down(grid, offset=(14, 7))
        await pilot.hover(offset=(14, 22))
        await pilot.mouse_up(offset=(14, 22))
        await until(pilot, lambda: grid.chosen == {"finn", "gia", "hugo"})
        await pilot.click(grid, offset=(14, 2))
        await until(pilot, lambda: "Ava B. · Halves" in seen(app) or "chosen · Halves" in seen(app))


async def test_the_title_of_the_step_chooses_everyone_and_lets_them_go(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test() as pilot:
        grid = app.screen.query_one(ClassGrid)
        await pilot.click(grid, offset=(14, 1))
        await until(pilot, lambda: len(grid.chosen) == len(NAMES))
        await pilot.press("X")
        await until(pilot, lambda: not grid.chosen)
        await pilot.press("shift+down", "shift+down")
        await until(pilot, lambda: grid.chosen == {"ava", "ben", "cleo"})
        await pilot.press("escape")
        await until(pilot, lambda: not grid.chosen)


async def test_first_letters_find_a_child_and_escape_goes_back(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test() as pilot:
        await pilot.press("slash", "d")
        await until(pilot, lambda: "▌Dana E." in seen(app))
        await pilot.press("enter", "space")
        await until(pilot, lambda: mastered(full) == ["dana"])
        await pilot.press("slash", "h")
        await until(pilot, lambda: "▌Hugo I." in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: "▌Dana E." in seen(app))


async def test_the_filter_shows_who_needs_the_step_and_nobody_vanishes_at_a_mark(full: ClassBook) -> None:
    full.record([Draft(Kind.MASTERED, one, HALVES) for one in ("ava", "ben", "cleo")], full.assessors[0].id)
    app = board_on(full)
    async with app.run_test() as pilot:
        await pilot.press("f")
        await until(pilot, lambda: "only who needs Halves (5)" in seen(app))
        assert "Ava B." not in seen(app).splitlines()[3]
        await pilot.press("space")
        await until(pilot, lambda: len(mastered(full)) == 4)
        assert "Dana E." in seen(app)
        await pilot.press("f")
        await until(pilot, lambda: "only" not in seen(app))


async def test_the_filter_shows_who_is_ready_and_who_is_chosen(full: ClassBook) -> None:
    full.record([Draft(Kind.READY, "gia", HALVES)], full.assessors[0].id)
    app = board_on(full)
    async with app.run_test() as pilot:
        await pilot.press("x", "f", "f")
        await until(pilot, lambda: "only who is ready to show Halves (1)" in seen(app))
        await pilot.press("slash", "a", "enter")
        await until(pilot, lambda: "only" not in seen(app) and "✓" in row_of(app, "Ava B."))
        await pilot.press("f", "f", "f")
        await until(pilot, lambda: "only who is chosen (1)" in seen(app))


async def test_away_today_is_seen_for_many_at_once_and_taken_back(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test() as pilot:
        await pilot.press("shift+down", "a")
        await until(pilot, lambda: "⌂" in row_of(app, "Ava B.") and "⌂" in row_of(app, "Ben C."))
        assert "2 students: away today" in seen(app)
        await pilot.press("up", "a")
        await until(pilot, lambda: "⌂" not in row_of(app, "Ava B."))
        await pilot.press("u", "u")
        await until(pilot, lambda: "⌂" not in seen(app))


async def test_an_older_mark_is_taken_back_only_after_the_talk_is_named_and_can_be_put_back(full: ClassBook) -> None:
    full.record([Draft(Kind.MASTERED, "ava", HALVES)], full.assessors[0].id)
    app = board_on(full)
    async with app.run_test() as pilot:
        await pilot.press("backspace")
        await until(pilot, lambda: "Talk with the child first" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Talk with" not in seen(app))
        assert mastered(full) == ["ava"]
        await pilot.press("backspace", *"wrong row", "enter")
        await until(pilot, lambda: not mastered(full))
        assert full.facts[-1].note == "wrong row"
        await pilot.press("u")
        await until(pilot, lambda: mastered(full) == ["ava"])


async def test_a_step_leaves_a_childs_plan_and_comes_back(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test() as pilot:
        await pilot.press("e")
        await until(pilot, lambda: "–" in row_of(app, "Ava B."))
        await pilot.press("e")
        await until(pilot, lambda: "–" not in row_of(app, "Ava B."))


async def test_an_own_version_and_a_private_doubt_are_said_in_words(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test() as pilot:
        await pilot.press("v", *"with blocks", "enter")
        await until(pilot, lambda: "own version" in seen(app))
        await pilot.press("d")
        await until(pilot, lambda: "no sticker here" in seen(app))
        await pilot.press("space", "d")
        await until(pilot, lambda: "check again" in seen(app))


async def test_the_palette_goes_to_students_units_and_steps_whatever_their_names(full: ClassBook) -> None:
    full.edit(STUDENTS, lambda now: (*now, Student("evil", "[/ Zed [@click=app.quit]")))
    app = board_on(full)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", *"zed")
        await until(pilot, lambda: "[/ Zed [@click" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "▌[/ Zed" in seen(app))
        await pilot.press("ctrl+p", *"fourths")
        await until(pilot, lambda: "Fourths · Unit" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Fourths: I can fourths." in seen(app))
        await pilot.press("ctrl+p", *"trying")
        await until(pilot, lambda: "Trying  (t)" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: full.progress.spot("evil", "u/fourths").status is Status.PRACTISING)
