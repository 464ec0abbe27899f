"""A child that cannot read finds itself at the kiosk, by digits alone, by arrows, by taps; whoever is in the class."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from board.art.starter import emblems
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.kiosk import Known
from board.mastery.people import Student
from board.mastery.plan import Plan
from board.screens.kiosk.own_signs import own_signs
from board.screens.kiosk.quilt import KioskQuilt
from board.screens.kiosk.sign_page import GoodBye
from board.screens.kiosk.signs import OwnSign
from board.screens.kiosk.units import UnitSigns, units_open
from board.screens.kiosk.word import PictureWord
from board.screens.path.my_path import MyPath
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS, UNITS, put
from board.store.draft import Draft
from board.widgets.touch_bar import TouchBar
from hostile import HOSTILE
from kiosk_driver import WAYS, KioskAlone, comes, show_word, to_page, to_signs, to_word
from lone_app import SHELF
from screen_driver import seen, until

SIZES = ((80, 24), (120, 40), (160, 48))


def in_class(book: ClassBook, count: int) -> tuple[Student, ...]:
    """Fill the class with so many children, some with a sign, some with the same, some with none."""
    signs = [*list(emblems())[:20], "", "fox", "nobody drew this"]
    made = tuple(Student(f"s{at:02}", f"Kid {at}", emblem=signs[at % len(signs)]) for at in range(count))
    book.edit(STUDENTS, lambda _: made)
    return made


@pytest.mark.parametrize("way", WAYS)
async def test_a_child_comes_to_its_own_page_and_says_good_bye(book: ClassBook, way: str) -> None:
    children = in_class(book, 24)
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await to_page(pilot, children[7], way)
        assert page._visit.student_id == children[7].id
        page.dismiss()
        await comes(pilot, GoodBye)
        app.clock.now += 10
        await comes(pilot, KioskQuilt)
        assert not list(book.facts)


@pytest.mark.parametrize("count", [1, 12, 13, 30, 31, 70])
@pytest.mark.parametrize("way", WAYS)
async def test_every_child_of_a_class_of_any_size_is_found(book: ClassBook, count: int, way: str) -> None:
    children = in_class(book, count)
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        for child in dict.fromkeys((children[0], children[count // 2], children[-1])):
            await to_word(pilot, child, way)
            assert app.quilt.visits.student == child
            await pilot.press("escape")
            await comes(pilot, OwnSign)
            await pilot.press("0")
            await until(pilot, lambda: app.up == "KioskQuilt")


@pytest.mark.parametrize("size", [*SIZES, (60, 20), (40, 20), (40, 24), (200, 60), (44, 12)])
@pytest.mark.parametrize("way", WAYS)
async def test_in_a_window_of_any_size_each_is_found(book: ClassBook, size: tuple[int, int], way: str) -> None:
    children = in_class(book, 31)
    app = KioskAlone(book)
    async with app.run_test(size=size) as pilot:
        await to_word(pilot, children[30], way)
        await show_word(pilot, children[30], way)
        await comes(pilot, MyPath)


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (20, 5), (12, 40), (220, 3)])
async def test_where_there_is_no_room_it_says_so_and_stays_up(book: ClassBook, size: tuple[int, int]) -> None:
    in_class(book, 24)
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_signs(pilot)
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: app.screen.size == size)
        await pilot.press("3", "right", "down", "enter", "9")
        seen(app)
        await pilot.press("0")
        await until(pilot, lambda: app.up == "KioskQuilt")
        seen(app)
        await pilot.resize_terminal(80, 24)
        await to_signs(pilot)
        assert app.board.plan is not None


async def test_children_with_one_sign_are_told_apart_by_ground_and_letters() -> None:
    names = ("Ben K.", "Ben L.", "Bella", "Ava", "Zoë", "Ben K.")
    alike = [Student(str(at), name, emblem="fox") for at, name in enumerate(names)]
    bare = [Student(f"x{at}", name) for at, name in enumerate(("Ben", "Ava", "Amy", "", "李明", "[/]"))]
    tiles = own_signs([*alike, *bare, Student("alone", "Zed", emblem="bee")], SHELF.cells)
    assert len({(tile.picture(8, (0, 0, 0)), tile.letters) for tile in tiles.values()}) == len(tiles)
    assert len({tiles[student.id].hue for student in alike[:4]}) == 4
    assert tiles["alone"].letters == ""
    assert all(len(tile.letters) <= 4 for tile in tiles.values())
    assert {tiles["x1"].letters, tiles["x2"].letters} == {"AV", "AM"} or tiles["x1"].letters != tiles["x2"].letters


def test_signs_that_look_the_same_on_a_bare_console_are_told_apart_by_letters_there() -> None:
    both = [Student("1", "Ava", emblem="bee"), Student("2", "Ben", emblem="sun"), Student("3", "Cem", emblem="fox")]
    assert [tile.letters for tile in own_signs(both, SHELF.cells).values()] == ["", "", ""]
    assert [tile.letters for tile in own_signs(both, SHELF.cells, coarse=True).values()] == ["A", "B", ""]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_means_harm_gives_harmless_letters(name: str) -> None:
    tile = own_signs([Student("a", name), Student("b", name)], SHELF.cells)
    written = tile["a"].letters + tile["b"].letters
    assert written.isprintable() or all(char.isalpha() or not char.isspace() for char in written)
    assert "[" not in written
    assert "\x1b" not in written
    assert tile["a"].letters != tile["b"].letters


async def test_names_that_mean_harm_are_shown_as_no_more_than_letters(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda _: tuple(Student(f"h{at}", name or "?") for at, name in enumerate(HOSTILE[:20])))
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_signs(pilot)
        assert "click" not in seen(app)
        await pilot.press("1", "1")
        await comes(pilot, PictureWord)


async def test_a_class_without_children_and_one_without_a_unit_leads_nowhere_and_says_what_comes(
    book: ClassBook,
) -> None:
    students = book.students
    app = KioskAlone(book)
    book.edit(STUDENTS, lambda _: ())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Our class begins soon" in seen(app))
        await pilot.press("1", "enter")
        await pilot.click(TouchBar, offset=(40, 2))
        assert app.up == "KioskQuilt"
        book.edit(STUDENTS, lambda _: students)
        book.edit(UNITS, lambda _: ())
        await until(pilot, lambda: "Our road begins soon" in seen(app))
        await pilot.press("1", "enter")
        assert app.up == "KioskQuilt"


async def test_who_is_away_today_stays_and_who_left_is_gone_and_nobody_moves(book: ClassBook) -> None:
    children = in_class(book, 24)
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_signs(pilot)
        before = [tile and tile.key for tile in app.board.plan.pages[0]]  # type: ignore[union-attr]
        book.record([Draft(Kind.AWAY, children[3].id)], book.assessors[0].id)
        book.edit(STUDENTS, lambda now: tuple(replace(one, left=one.id == "s05") for one in now))

        def now() -> list[str | None]:
            return [tile and tile.key for tile in app.board.plan.pages[0]]  # type: ignore[union-attr]

        await until(pilot, lambda: "s05" not in now())
        assert now() == [None if key == "s05" else key for key in before]


async def test_a_child_that_left_while_its_sign_is_pressed_or_its_word_is_asked_is_nobody(book: ClassBook) -> None:
    children = in_class(book, 24)
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_signs(pilot)
        screen = app.screen
        assert isinstance(screen, OwnSign)
        book.edit(STUDENTS, lambda now: tuple(one for one in now if one.id != children[2].id))
        screen.pressed(children[2].id)
        await pilot.pause()
        assert app.up == "OwnSign"
        await pilot.press("escape")
        await to_word(pilot, children[4])
        book.edit(STUDENTS, lambda now: tuple(one for one in now if one.id != children[4].id))
        await comes(pilot, OwnSign)
        assert app.quilt.visits.student is None


async def test_a_child_that_left_while_it_is_on_its_page_says_good_bye(book: ClassBook) -> None:
    children = in_class(book, 24)
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_page(pilot, children[0])
        book.edit(STUDENTS, lambda now: tuple(one for one in now if one.id != children[0].id))
        await comes(pilot, GoodBye)
        await pilot.press("x")
        await until(pilot, lambda: app.up == "KioskQuilt")


@pytest.fixture
def two_units(book: ClassBook) -> ClassBook:
    steps = (Step("w/1", "One", "I can one.", badge="fish"), Step("w/2", "Two", "I can two."))
    book.edit(UNITS, put(Unit("w", "[/] Germs", (Level("w/l", "Level", steps),))))
    return book


@pytest.mark.parametrize("way", WAYS)
async def test_with_several_units_a_child_chooses_one_by_its_picture(two_units: ClassBook, way: str) -> None:
    app = KioskAlone(two_units)
    async with app.run_test(size=(80, 24)) as pilot:
        child = two_units.students[0]
        await to_word(pilot, child, way)
        await show_word(pilot, child, way)
        await comes(pilot, UnitSigns)
        assert "[/] Germs" in seen(app)
        await WAYS[way](pilot, "w")
        await comes(pilot, MyPath)
        page = app.screen
        assert isinstance(page, MyPath)
        assert page._unit_id == "w"


async def test_a_unit_in_which_all_is_shown_is_left_out(two_units: ClassBook) -> None:
    child = two_units.students[0]
    two_units.record([Draft(Kind.MASTERED, child.id, f"w/{at}") for at in (1, 2)], two_units.assessors[0].id)
    app = KioskAlone(two_units)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_page(pilot, child)


async def test_a_unit_that_goes_while_it_is_chosen_leaves_its_place_empty_and_the_last_one_leads_back(
    two_units: ClassBook,
) -> None:
    child = two_units.students[0]
    app = KioskAlone(two_units)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_word(pilot, child)
        await show_word(pilot, child)
        await comes(pilot, UnitSigns)
        two_units.edit(UNITS, lambda now: tuple(unit for unit in now if unit.id == "w"))
        await until(pilot, lambda: [tile and tile.key for tile in app.board.plan.pages[0]] == [None, "w"])  # type: ignore[union-attr]
        two_units.edit(UNITS, lambda _: ())
        await comes(pilot, GoodBye)


def test_which_units_a_sign_alone_leads_to_says_nothing_of_a_plan(two_units: ClassBook) -> None:
    first, other = two_units.units
    student = two_units.students[0]
    two_units.record([Draft(Kind.MASTERED, student.id, spot.id) for spot in first.spots], "t")

    def led_to(plan: Plan, known: Known) -> list[str]:
        return [unit.id for unit in units_open(two_units, replace(student, plan=plan), known)]

    more = Plan(extra=(other.spots[0].id,))
    assert led_to(more, Known.BY_WORD) == [first.id, other.id]
    assert led_to(more, Known.BY_SIGN) == led_to(Plan(), Known.BY_SIGN) == [other.id]


async def test_words_off_lead_straight_to_the_page_of_a_sign(book: ClassBook) -> None:
    children = in_class(book, 24)
    book.edit(ABOUT, lambda about: about._replace(kiosk=about.kiosk._replace(words=False)))
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_signs(pilot)
        await WAYS["digits"](pilot, children[3].id)
        await comes(pilot, MyPath)
        page = app.screen
        assert isinstance(page, MyPath)
        assert not page._visit.may_draw


async def test_another_programs_news_are_seen_on_the_signs(book: ClassBook, folder: Path) -> None:
    in_class(book, 24)
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_signs(pilot)
        with closing(ClassBook(folder, "elsewhere")) as other:
            other.edit(STUDENTS, lambda now: (*now, Student("new", "New N.", emblem="whale")))
        book.news()
        await until(pilot, lambda: any(tile and tile.key == "new" for tile in app.board.plan.pages[0]))  # type: ignore[union-attr]


@pytest.mark.parametrize("press", ["0", "ctrl+q", "tap"])
async def test_the_adults_corner_lets_an_adult_in_and_no_child(book: ClassBook, press: str) -> None:
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, KioskQuilt)
        if press == "tap":
            box = app.screen.query_one(TouchBar).key_box
            await pilot.click(TouchBar, offset=(box.left + 2, box.top + 1))
        elif press == "0":
            await pilot.press(press)
        else:
            app.quilt.action_adult()
        await until(pilot, lambda: app.adults == 1)
        assert app.up == "KioskQuilt"
