"""A child's own page, by keys alone, by taps alone, and with nothing on it that is for anybody else."""

from dataclasses import replace
from typing import Any

import pytest

from alone_or_above import Above
from board.cli.context import seat_here
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.visit import Visit
from board.mastery.curriculum import Level, Path, Step, Unit
from board.mastery.facts import Kind
from board.mastery.kiosk import Known
from board.mastery.people import clean_line, clean_name
from board.screens.board.student import StudentScreen
from board.screens.path.my_path import MyPath
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS, UNITS, put
from board.store.draft import Draft
from board.widgets.eye import eye_of
from board.widgets.path_road import PathRoad
from board.widgets.path_tiles import BigTiles
from board.words.child_path import HAND_OVER
from board.words.outcomes.to_child import ASKED_ENOUGH, NOT_NOW, SOMEONE_ELSE
from child_pages import WAYS, my_path, offered, says, tap, with_ways
from elsewhere import Elsewhere
from hostile import HOSTILE, assert_clean_output
from lone_app import SHELF, LoneApp
from screen_driver import seen, until


def said_by_ava(book: ClassBook) -> list[tuple[Kind, str, str]]:
    return [(fact.kind, fact.step or "", fact.way or "") for fact in book.facts if fact.by == "ava"]


def marked(book: ClassBook, *drafts: Draft) -> None:
    book.record(drafts, book.assessors[0].id)


async def test_arrows_and_enter_are_enough_to_want_and_to_be_ready(book: ClassBook) -> None:
    app = LoneApp(my_path(with_ways(book)))
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Ava B.", "What do you want to do?", "Halves")
        await pilot.press("right", "enter")
        await says(pilot, "I can thirds.", "I want to")
        await pilot.press("enter")
        await says(pilot, "I want to work on this next.")
        await pilot.press("left", "enter", "right", "enter")
        await says(pilot, *(way.split(" ")[0] for way in WAYS), "My own way")
        await pilot.press("right", "enter")
        await says(pilot, "I'm ready")
    assert said_by_ava(book) == [(Kind.WANTED, "u/thirds", ""), (Kind.READY, "u/halves", "Draw it")]


async def test_taps_are_enough_too(book: ClassBook) -> None:
    app = LoneApp(my_path(with_ways(book)))
    async with app.run_test(size=(120, 40)) as pilot:
        await tap(pilot, "Halves")
        await tap(pilot, "I'm ready")
        await tap(pilot, "Build it")
        await until(pilot, lambda: bool(said_by_ava(book)))
        await tap(pilot, "Halves")
        await tap(pilot, "I'm not ready yet")
        await until(pilot, lambda: len(said_by_ava(book)) == 2)
        await tap(pilot, "Thirds")
        await tap(pilot, "Back")
        await says(pilot, "What do you want to do?")
    assert said_by_ava(book) == [(Kind.READY, "u/halves", WAYS[0]), (Kind.PRACTISING, "u/halves", "")]


async def test_a_spot_on_the_road_is_opened_by_a_tap_where_it_is_offered_and_else_says_how_it_stands(
    book: ClassBook,
) -> None:
    app = LoneApp(my_path(book))
    async with app.run_test(size=(120, 40)) as pilot:
        await tap(pilot, "Take")
        await says(pilot, "Take: It opens after One.")
        await pilot.press("enter")
        await tap(pilot, "Thirds")
        await says(pilot, "I can thirds.")
        await pilot.press("escape", "up", "enter")
        await says(pilot, "I can halves.")
    assert said_by_ava(book) == []


async def test_without_ways_a_child_is_ready_at_once_and_a_digit_is_one_press(book: ClassBook) -> None:
    app = LoneApp(my_path(book))
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Halves")
        await pilot.press("3", "2")
        await until(pilot, lambda: bool(said_by_ava(book)))
    assert said_by_ava(book) == [(Kind.READY, "u/fourths", "")]


@pytest.mark.parametrize(("pauses", "sentence"), [(True, NOT_NOW), (False, ASKED_ENOUGH)])
async def test_what_cannot_be_now_is_said_in_the_childs_words_and_is_no_error(
    book: ClassBook, pauses: bool, sentence: str
) -> None:
    if pauses:
        book.edit(ABOUT, lambda about: about._replace(asking=False))
    else:
        marked(book, Draft(Kind.READY, "ava", "u/thirds"), Draft(Kind.READY, "ava", "u/fourths"))
    app = LoneApp(my_path(book))
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "Halves")
        await tap(pilot, "Halves")
        await tap(pilot, "I'm ready")
        await says(pilot, sentence, "All right")
        assert not app._notifications
        await pilot.press("enter")
        await says(pilot, "What do you want to do?")
    assert said_by_ava(book) == []


async def test_a_boss_that_one_adult_saw_waits_for_another_and_is_not_taken_back(book: ClassBook) -> None:
    marked(book, *(Draft(Kind.MASTERED, "ava", f"u/{name}") for name in ("halves", "thirds", "fourths")))
    marked(book, Draft(Kind.ONE_OF_TWO, "ava", "u/pizza"))
    app = LoneApp(my_path(book))
    async with app.run_test(size=(120, 40)) as pilot:
        await tap(pilot, "Pizza")
        await says(pilot, SOMEONE_ELSE)
        assert "ready" not in seen(app)


async def test_a_tip_is_shown_with_its_sign_once_the_child_was_told(book: ClassBook) -> None:
    marked(book, Draft(Kind.KEEP_WORKING, "ava", "u/halves", note="fold it twice", untold=True))
    tip = next(fact for fact in book.facts if fact.kind is Kind.KEEP_WORKING)
    app = LoneApp(my_path(book))
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "Halves")
        await pilot.press("1")
        await says(pilot, "I can halves.", "I can start this.")
        marked(book, Draft(Kind.TOLD, "ava", "u/halves", of=tip.id))
        await says(pilot, "Not yet. Try this: fold it twice")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen.query_one(BigTiles).tiles[0].beside == ("tip",))


async def test_what_another_program_marks_is_there_at_once(shown_class: tuple[ClassBook, Elsewhere]) -> None:
    book, other = shown_class
    screen = my_path(book)
    app = Above(book, screen)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen is screen)
        await says(pilot, "What do you want to do?")
        other.mark(Kind.MASTERED, "ava", "u/halves")
        await says(pilot, "New: Halves!", "You can do Halves.")


async def test_no_key_leads_to_another_child_or_to_what_is_for_adults(book: ClassBook) -> None:
    screen = my_path(book)
    app = Above(book, screen)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen is screen)
        await pilot.press(*"abcdefghijklmnoprstuvwxyz", "ctrl+p", "pagedown", "delete", "full_stop", "slash", "tab")
        assert app.screen is screen
        assert "Ben" not in seen(app)
    assert [fact for fact in book.facts if fact.by != "ava"] == []
    assert said_by_ava(book) == []


async def test_only_the_key_of_an_adult_leaves_the_page(book: ClassBook) -> None:
    app = LoneApp(my_path(book))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await says(pilot, "I can halves.")
        await pilot.press("escape")
        await says(pilot, "What do you want to do?")
        for key in ("escape", "enter", "space", "1", "q", "W", "k", "é"):
            await pilot.press("escape")
            await says(pilot, HAND_OVER)
            await pilot.press(key)
            await says(pilot, "What do you want to do?")
        await pilot.press("escape")
        await tap(pilot, "My page")
        await says(pilot, "What do you want to do?")
        assert app.left == []
        await pilot.press("escape", "w")
        await until(pilot, lambda: app.left == [None])
    assert said_by_ava(book) == []


async def test_the_page_is_opened_from_the_students_and_left_to_what_both_may_see(book: ClassBook) -> None:
    screen = StudentScreen(seat_here(), Sitting(book, usual_adult(book)), "u", ("ava", ""), SHELF)
    app = LoneApp(screen)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MyPath))
        await says(pilot, "What do you want to do?")
        await pilot.press("escape", "w")
        await until(pilot, lambda: app.screen is screen)
        await says(pilot, "looking together")


async def test_what_is_offered_keeps_its_place_and_its_key_while_the_child_sits_there(book: ClassBook) -> None:
    app = LoneApp(my_path(with_ways(book)))
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "What do you want to do?")
        await pilot.press("3", "1")
        await says(pilot, "I want to work on this next.")
        assert offered(app) == ["Halves", "Thirds", "Fourths"]
        await pilot.press("1", "2", "1")
        await until(pilot, lambda: bool(said_by_ava(book)[1:]))
        assert offered(app) == ["Halves", "Thirds", "Fourths"]
        assert app.screen.query_one(BigTiles).here == 0
        await pilot.press("1", "2")
        await until(pilot, lambda: bool(said_by_ava(book)[2:]))
        assert offered(app) == ["Halves", "Thirds", "Fourths"]


async def test_the_chosen_way_is_shown_back_while_it_waits(book: ClassBook) -> None:
    app = LoneApp(my_path(with_ways(book)))
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "What do you want to do?")
        await pilot.press("1", "2", "2")
        await until(pilot, lambda: app.screen.query_one(BigTiles).tiles[0].beside == ("draw", "seen"))


async def test_a_key_too_many_after_a_wish_takes_nothing_back(book: ClassBook) -> None:
    app = LoneApp(my_path(book))
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "What do you want to do?")
        await pilot.press("1", "2")
        await until(pilot, lambda: bool(said_by_ava(book)))
        await pilot.press("enter", "enter")
        await says(pilot, "What do you want to do?")
        assert said_by_ava(book) == [(Kind.READY, "u/halves", "")]
        await pilot.press("2", "1")
        await until(pilot, lambda: len(said_by_ava(book)) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: "Not this one now" in offered(app))
        assert app.screen.query_one(BigTiles).here == 1
    assert said_by_ava(book)[1:] == [(Kind.WANTED, "u/thirds", "")]


async def test_what_cannot_be_asked_now_is_said_before_a_way_is_chosen(book: ClassBook) -> None:
    book.edit(ABOUT, lambda about: about._replace(asking=False))
    app = LoneApp(my_path(with_ways(book)))
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "What do you want to do?")
        await pilot.press("1")
        await until(
            pilot, lambda: "rest" in [sign for tile in app.screen.query_one(BigTiles).tiles for sign in tile.beside]
        )
        await pilot.press("2")
        await says(pilot, NOT_NOW)
    assert said_by_ava(book) == []


async def test_a_child_that_has_not_heard_takes_back_and_asks_again_as_if_nothing_was(book: ClassBook) -> None:
    marked(book, Draft(Kind.READY, "ava", "u/halves"))
    marked(book, Draft(Kind.KEEP_WORKING, "ava", "u/halves", note="fold it twice", untold=True))
    app = LoneApp(my_path(book))
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "What do you want to do?")
        await pilot.press("3")
        await says(pilot, "I'm ready. An adult comes to see it.", "I'm not ready yet")
        await tap(pilot, "I'm not ready yet")
        await says(pilot, "I'm trying")
        assert "fold it twice" not in seen(app)
        spot = book.progress.spot("ava", "u/halves")
        assert [fact.note for fact in spot.untold] == ["fold it twice"], "the adult's word still waits to be told"
        await pilot.press("3", "2")
        await until(pilot, lambda: len(said_by_ava(book)) == 2)
        await pilot.press("3")
        await says(pilot, "I'm not ready yet")
        await pilot.press("2")
        await until(pilot, lambda: len(said_by_ava(book)) == 3)
        marked(book, Draft(Kind.TOLD, "ava", "u/halves", of=spot.untold[0].id))
        await pilot.press("3")
        await says(pilot, "Not yet. Try this: fold it twice")
    assert said_by_ava(book) == [
        (Kind.PRACTISING, "u/halves", ""),
        (Kind.READY, "u/halves", ""),
        (Kind.PRACTISING, "u/halves", ""),
    ]


async def test_a_child_that_left_or_a_unit_that_is_gone_closes_the_page(book: ClassBook) -> None:
    app = LoneApp(my_path(book))
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Ava B.")
        book.edit(STUDENTS, lambda now: tuple(replace(one, left=one.id == "ava") for one in now))
        await until(pilot, lambda: app.left == [None])


async def test_a_page_about_a_step_that_is_gone_goes_back_to_the_road(book: ClassBook) -> None:
    app = LoneApp(my_path(book))
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Halves")
        await pilot.press("1")
        await says(pilot, "I can halves.")
        (unit,) = book.units
        one = unit.levels[0]
        book.edit(UNITS, put(replace(unit, levels=(replace(one, steps=one.steps[1:]), *unit.levels[1:]))))
        await says(pilot, "What do you want to do?", "Thirds")


def _steps(level: int, many: int) -> tuple[Step, ...]:
    return tuple(Step(f"b/{level}-{at}", f"Step {level}.{at}", "I can.") for at in range(many))


BIG = Unit("b", "Big", tuple(Level(f"b/l{at}", f"Level {at}", _steps(at, 9)) for at in range(9)))
SMALL = Unit("b", "Small", (Level("b/one", "One", _steps(0, 1)),))
OPEN = replace(BIG, path=Path.OPEN)


@pytest.mark.parametrize(
    ("unit", "size", "kind", "sentence"),
    [
        (BIG, (80, 24), None, "What do you"),
        (BIG, (160, 48), Kind.MASTERED, "Look what I can do!"),
        (OPEN, (120, 40), Kind.EXCUSED, "An adult chooses"),
        (SMALL, (80, 24), Kind.MASTERED, "Look what I can do!"),
        (SMALL, (160, 48), None, "What do you"),
        (OPEN, (40, 20), None, "What do you"),
    ],
)
async def test_roads_of_every_size_are_walked_from_end_to_end(
    book: ClassBook, unit: Unit, size: tuple[int, int], kind: Kind | None, sentence: str
) -> None:
    book.edit(UNITS, put(unit))
    if kind is not None:
        marked(book, *(Draft(kind, "ava", step.id) for step in unit.spots))
    app = LoneApp(my_path(book, unit="b"))
    last = unit.spots[-1].title
    async with app.run_test(size=size) as pilot:
        await says(pilot, sentence, "Step")
        for _ in unit.spots:
            app.screen.action_road(1)  # type: ignore[attr-defined]  # what the key does, without waiting for a key 81 times
        await says(pilot, f"{last}: ")
        await pilot.press("enter", "right", "left", "escape")


@pytest.mark.parametrize("at", range(0, len(HOSTILE), 4))
async def test_harmful_words_are_shown_as_they_are(book: ClassBook, at: int) -> None:
    bad = [clean_line(text) or "x" for text in HOSTILE[at : at + 4]]
    steps = tuple(Step(f"h/{n}", text[:80], text, ways=tuple(bad), grow_from=text) for n, text in enumerate(bad))
    book.edit(UNITS, put(Unit("h", bad[0], (Level("h/l", bad[-1], steps[:-1], boss=steps[-1]),))))
    book.edit(STUDENTS, lambda now: tuple(replace(one, name=clean_name(bad[0])) for one in now))
    marked(book, Draft(Kind.KEEP_WORKING, "ava", "h/0", note=bad[0]))
    app = LoneApp(my_path(book, unit="h"))
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in ((), ("1",), ("2",), ("escape",)):
            await pilot.press(*keys)
            await pilot.pause()
            assert_clean_output(seen(app))
        await says(pilot, "What do you want to do?")


async def test_the_eye_is_on_the_picture_with_the_frame(book: ClassBook) -> None:
    app = LoneApp(my_path(book))
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "What do you want to do?")
        places = []
        for key in ("home", "right", "right"):
            await pilot.press(key)
            await pilot.pause()
            places.append(eye_of(app.screen))
        lines = seen(app).splitlines()
        titles = [next(line.rindex(title) for line in reversed(lines) if title in line) for title in _OFFERED]
    assert all(abs(place.x - at) < 12 for place, at in zip(places, titles, strict=True))
    assert len({place.y for place in places}) == 1


_OFFERED = ("Halves", "Thirds", "Fourths")


async def test_a_move_on_a_long_road_paints_only_the_row_it_leads_to_and_shows_what_a_new_page_would(
    book: ClassBook,
) -> None:
    book.edit(UNITS, put(OPEN))
    marked(book, *(Draft(Kind.MASTERED, "ava", step.id) for step in OPEN.spots))
    asked: list[str] = []

    def stickers(step: Step, *_: object) -> Any:
        asked.append(step.id)
        return ((((90, len(step.id) * 9, 90, 255)),) * 10,) * 10

    app = LoneApp(MyPath(seat_here(), Visit(book, "ava", Known.BY_WORD), stickers, "b", at_kiosk=False))  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len({*asked}) == 81)
        road = app.screen.query_one(PathRoad)
        for key in ("down", "down", "down", "up"):
            asked.clear()
            before = road._here
            await pilot.press(key)
            await until(pilot, lambda before=before: road._here != before and road._strips is not None)  # type: ignore[misc]
            assert len(asked) < 20, "one row of many"
        moved = [road._paint()[y] for y in range(road._plan.lines)]
        road.pictures_came()
        assert road._paint() == moved


async def test_the_row_the_child_is_at_is_in_sight_as_the_page_opens(book: ClassBook) -> None:
    done = [one for one in book.units[0].spots if one.id not in {spot.id for spot in book.units[0].levels[-1].spots}]
    marked(book, *(Draft(Kind.MASTERED, "ava", one.id) for one in done))
    app = LoneApp(my_path(book))
    async with app.run_test(size=(80, 18)) as pilot:
        await says(pilot, "What do you want to do?", "Three")
