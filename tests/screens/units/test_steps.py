"""Writing the steps of a unit: what a teacher sees, and what is on the disk afterwards."""

from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from board.art.cells import StickerCells
from board.deeds.sitting import Sitting, usual_adult
from board.disk import Disk
from board.mastery.curriculum import Level, Step, Unit, steps_by_id
from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.screens.units.outline import Outline
from board.screens.units.step_form import StepForm
from board.screens.units.steps import StepsScreen
from board.screens.units.title_form import TitleForm
from board.store.class_book import ClassBook
from board.store.documents.tables import UNITS, changed, put
from board.store.draft import Draft
from board.widgets.picture import PictureChoice
from screen_driver import board_on, seen, until

CELLS = StickerCells(None)


def kept(folder: Path) -> Unit:
    """The unit as it is on the disk."""
    return ClassBook(folder, "d9").units[0]


def outline(folder: Path) -> list[list[str]]:
    """Titles as they are on the disk, level by level, a Boss last."""
    return [[spot.title for spot in level.spots] for level in kept(folder).levels]


async def opened(pilot: Pilot[None], book: ClassBook) -> StepsScreen:
    screen = StepsScreen(Sitting(book, usual_adult(book)), "u", CELLS)
    await pilot.app.push_screen(screen)
    await until(pilot, lambda: "enter Edit" in seen(pilot.app) and "·  Steps" in seen(pilot.app))
    return screen


async def test_the_outline_shows_levels_steps_bosses_and_what_to_look_at(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await until(pilot, lambda: "1 One" in seen(app) and "★ Pizza" in seen(app))
        await until(pilot, lambda: '9 steps have no "looks like" lines yet' in seen(app))
        await pilot.press("down")
        await until(pilot, lambda: "I can halves." in seen(app))


async def test_a_step_is_written_below_the_cursor_and_undo_takes_it_out(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot, book)
        await pilot.press("down", "a")
        await until(pilot, lambda: "Write a title." in seen(app))
        await pilot.press(*"Sixths", "enter", *"I can cut six.", "enter", *"2.G.3, ,2.G.4", "enter", "tab")
        await pilot.press(*"Cuts six", "enter", "enter", *"[/] equal", "tab", *"Fold", "tab", "right", "ctrl+s")
        await until(pilot, lambda: "New step: Sixths" in seen(app))
        assert outline(folder)[0] == ["Halves", "Sixths", "Thirds", "Fourths", "Pizza"]
        made = steps_by_id([kept(folder)])["u/sixths"]
        assert (made.i_can, made.criteria, made.ways) == ("I can cut six.", ("Cuts six", "[/] equal"), ("Fold",))
        assert (made.standards, made.badge) == (("2.G.3", "2.G.4"), "bar-chart")
        await until(pilot, lambda: (step := screen.query_one(Outline).step) is not None and step.title == "Sixths")
        await pilot.press("u")
        await until(pilot, lambda: "Undone: New step: Sixths" in seen(app))
        assert outline(folder)[0] == ["Halves", "Thirds", "Fourths", "Pizza"]


async def test_new_criteria_make_a_new_version_and_older_marks_keep_theirs(book: ClassBook, folder: Path) -> None:
    book.edit(UNITS, changed("u", lambda now: _with_criteria(now, "Cuts in two")))
    (mark,) = book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app = board_on(book)
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, book)
        await pilot.press("down", "enter", "tab", "tab", "tab", "tab", *"Says it. ")
        await until(pilot, lambda: "older marks keep the old words" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "New criteria: Halves (older marks keep the old ones)" in seen(app))
        halves = steps_by_id([kept(folder)])["u/halves"]
        assert (halves.criteria, halves.version, mark.step_version) == (("Says it. Cuts in two",), 2, 1)
        assert ClassBook(folder, "d9").progress.spot("ava", "u/halves").status is Status.MASTERED
        await pilot.press("u")
        await until(pilot, lambda: "Undone" in seen(app))
        assert steps_by_id([kept(folder)])["u/halves"].criteria == ("Cuts in two",)


def _with_criteria(unit: Unit, *criteria: str) -> Unit:
    first = unit.levels[0]
    steps = (replace(first.steps[0], criteria=criteria), *first.steps[1:])
    return replace(unit, levels=(replace(first, steps=steps), *unit.levels[1:]))


async def test_steps_are_moved_also_into_the_next_level_and_undo_brings_each_back(
    book: ClassBook, folder: Path
) -> None:
    before = outline(folder)
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("down", "down", "down", "shift+up")
        await until(pilot, lambda: outline(folder)[0] == ["Halves", "Fourths", "Thirds", "Pizza"])
        await pilot.press("greater_than_sign", "greater_than_sign")
        await until(pilot, lambda: outline(folder)[1] == ["Fourths", "Add", "Take", "Shop"])
        await until(pilot, lambda: "Moved: Fourths" in seen(app))
        await pilot.press("u", "u", "u")
        await until(pilot, lambda: outline(folder) == before)
        await pilot.press("up", "up", "less_than_sign")
        await until(pilot, lambda: "stands at the end already" in seen(app))


async def test_a_step_that_is_taken_out_is_archived_with_its_marks(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("down", "delete")
        await until(pilot, lambda: "Archived, its marks are kept: Halves" in seen(app))
        assert [step.title for step in kept(folder).archived] == ["Halves"]
        await pilot.press("u")
        await until(pilot, lambda: "Undone" in seen(app))
        assert (outline(folder)[0][0], kept(folder).archived) == ("Halves", ())
        assert ClassBook(folder, "d9").progress.spot("ava", "u/halves").status is Status.MASTERED


async def test_levels_and_bosses_are_added_renamed_and_taken_out(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("enter", *" more", "enter")
        await until(pilot, lambda: "1 One more" in seen(app))
        await pilot.press("delete")
        await until(pilot, lambda: "One more has steps" in seen(app))
        await pilot.press("v", *"Four", "enter")
        await until(pilot, lambda: "4 Four" in seen(app) and "New level: Four  (u" in seen(app))
        await pilot.press("b", *"Fair", "tab", *"I can run a fair.", "ctrl+s")
        await until(pilot, lambda: "★ Fair" in seen(app))
        assert outline(folder)[3] == ["Fair"]
        await pilot.press("b")
        await until(pilot, lambda: "Boss of Unit" in seen(app))
        await pilot.press("escape", "u")
        await until(pilot, lambda: "★ Fair" not in seen(app))
        await pilot.press("end", "delete")
        await until(pilot, lambda: "4 Four" not in seen(app))
        assert [level.title for level in kept(folder).levels] == ["One more", "Two", "Three"]
        await pilot.press("t", *" one", "enter")
        await until(pilot, lambda: "Steps of Unit one" in seen(app))


async def test_leaving_a_form_asks_once_when_something_was_typed(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot, book)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, StepForm))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("enter", *"x", "escape")
        await until(pilot, lambda: "Not kept yet" in seen(app))
        await pilot.press("y")
        await until(pilot, lambda: "Not kept yet" not in seen(app))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app.screen is screen)
        assert outline(folder)[0][0] == "Halves"


async def test_live_checks_say_what_a_teacher_should_look_at(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, book)
        await pilot.press("down", "enter", "ctrl+u", *"thirds")
        await until(pilot, lambda: "Another step is called thirds" in seen(app))
        await pilot.press(*" and many more of them, please")
        await until(pilot, lambda: "too long to head a column" in seen(app))
        await pilot.press("ctrl+u", "ctrl+s")
        await until(pilot, lambda: "Write a title." in seen(app))
        assert isinstance(app.screen, StepForm)


async def test_what_somebody_else_edits_stays_and_an_edit_they_overtook_is_said(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await opened(pilot, book)
        await pilot.press("down", "enter", *"!")
        ClassBook(folder, "d2").edit(UNITS, changed("u", lambda now: _with_criteria(now, "Cuts in two")))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Changed: Halves!" in seen(app))
        halves = steps_by_id([kept(folder)])["u/halves"]
        assert (halves.title, halves.criteria) == ("Halves!", ("Cuts in two",))
        ClassBook(folder, "d2").edit(UNITS, changed("u", lambda now: replace(now, title="Other")))
        await until(pilot, lambda: "Steps of Other" in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: "Somebody has changed this since" in seen(app))
        await pilot.press("enter", *"?")
        await until(pilot, lambda: isinstance(app.screen, StepForm))
        first = kept(folder).levels[0]
        ClassBook(folder, "d2").edit(
            UNITS,
            changed("u", lambda now: replace(now, levels=(replace(first, steps=first.steps[1:]), *now.levels[1:]))),
        )
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Somebody took this out" in seen(app))
        assert isinstance(app.screen, StepForm)


async def test_a_shared_step_is_changed_at_home(book: ClassBook) -> None:
    halves = book.units[0].levels[0].steps[0]
    book.edit(UNITS, put(Unit("v", "Other", (Level("v/a", "Start", (halves, Step("v/x", "Exes", "I can exes."))),))))
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("right_square_bracket", "down")
        await until(pilot, lambda: "Steps of Other  ·  unit 2 of 2" in seen(app) and "At home in Unit" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "is at home in another unit" in seen(app))


async def test_a_class_without_units_and_a_unit_without_steps_say_what_to_do(folder: Path) -> None:
    book = ClassBook.create(folder.with_name("new"), "Room 1", "d1")
    app = board_on(book)
    async with app.run_test() as pilot:
        await opened(pilot, book)
        await until(pilot, lambda: "Press n and paste your I-can lines" in seen(app))
        await pilot.press("enter", "b", "delete", "t", "less_than_sign", "u")
        ClassBook(book.folder, "d9").edit(UNITS, put(Unit("w", "New", ())))
        await until(pilot, lambda: "Press a and write the first one" in seen(app))
        await pilot.press("a", *"Hop", "tab", *"I can hop.", "ctrl+s")
        await until(pilot, lambda: "1 Level 1" in seen(app) and "Hop" in seen(app))


class _Full(Disk):
    def write(self, handle: int, data: bytes) -> None:
        raise OSError(28, "No space left on device")


async def test_what_can_not_be_kept_is_said_and_nothing_typed_is_lost(book: ClassBook, folder: Path) -> None:
    full = ClassBook(folder, "d1", _Full())
    app = board_on(full)
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await opened(pilot, full)
        await pilot.press("down", "enter", *" again", "ctrl+s")
        await until(pilot, lambda: "saved" in seen(app))
        assert isinstance(app.screen, StepForm)
        assert "Halves again" in seen(app)
    assert outline(folder)[0][0] == "Halves"


async def test_words_that_look_like_code_are_just_words(book: ClassBook) -> None:
    odd = "[/] [@click=app.quit]x"
    book.edit(
        UNITS,
        put(
            Unit(
                "u", odd, (Level("u/l", odd, (Step("u/s", odd, odd, (odd,), (odd,), ("gone/x",), (odd,), badge=odd),)),)
            )
        ),
    )
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, book)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, TitleForm))
        await pilot.press("escape", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, StepForm))
        assert app.screen.query_one(PictureChoice).chosen == odd
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)


async def test_a_step_grows_from_one_that_is_chosen_by_its_first_letters(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, book)
        await pilot.press("down", "down", "enter", "tab", "tab", "tab", *"th")
        await until(pilot, lambda: "begins with these letters; write" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "grow_from")
        await pilot.press("ctrl+u", *"hal")
        await until(pilot, lambda: "It grows from Halves." in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Changed: Thirds" in seen(app))
        thirds = steps_by_id([kept(folder)])["u/thirds"]
        assert (thirds.grow_from, thirds.version) == ("u/halves", 1)
        await pilot.press("up", "enter", "tab", "tab", "tab", *"thirds")
        await until(pilot, lambda: "begins with these letters; write" in seen(app))
        await pilot.press("ctrl+u", "ctrl+s", "u")
        await until(pilot, lambda: "Undone: Changed: Thirds" in seen(app))
        assert not steps_by_id([kept(folder)])["u/thirds"].grow_from


async def test_one_key_lets_two_adults_see_each_boss_and_undo_takes_it_back(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("w")
        await until(pilot, lambda: "From now on two adults see each Boss of this unit." in seen(app))
        assert kept(folder).two_adults
        await until(pilot, lambda: "Two adults see the Boss." in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: not kept(folder).two_adults)
        await pilot.press("U", "w")
        await until(pilot, lambda: "From now on one adult sees each Boss of this unit." in seen(app))
