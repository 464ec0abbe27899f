"""Waiting for you: what the kiosk brings is answered with one key, in words that harm nobody who reads them on a wall."""

from itertools import permutations

import pytest
from textual.pilot import Pilot

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.mastery.queue import Part
from board.mastery.roll import student_of
from board.screens.judging.how_did_it_go import HowDidItGo
from board.screens.waiting.waiting import WaitingScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from kiosk_said import HALVES, at_the_kiosk
from screen_driver import board_on, seen, until
from waiting_pictures import bring


async def opened(pilot: Pilot[None]) -> WaitingScreen:
    await pilot.press("y")
    await until(pilot, lambda: isinstance(pilot.app.screen, WaitingScreen) and pilot.app.screen.is_current)
    await until(pilot, lambda: "Waiting for you" in seen(pilot.app))
    screen = pilot.app.screen
    assert isinstance(screen, WaitingScreen)
    return screen


def card(book: ClassBook) -> int:
    student = student_of(book.everyone, "ben")
    assert student is not None
    return student.card


async def test_one_key_says_that_it_is_so_and_the_child_waits_like_any_other(book: ClassBook) -> None:
    at_the_kiosk(book, Kind.MAYBE_READY, way="fold it")
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        assert "1 waits for you: y" in seen(app)
        await opened(pilot)
        shown = seen(app)
        assert "1 said at the kiosk" in shown
        assert "Ready to show? Somebody at the kiosk says so" in shown
        assert "Ben C. · Halves · fold it" in shown
        assert "It is so" in shown
        assert "Not so" in shown
        await pilot.press("space")
        await until(pilot, lambda: "Ben C. · Halves: Ready to show: fold it" in seen(app))
        assert book.progress.spot("ben", HALVES).status is Status.READY
        assert "1 ready to show" in seen(app)
        await pilot.press("u")
        await until(pilot, lambda: "1 said at the kiosk" in seen(app))


async def test_one_key_says_that_it_is_not_so_and_nothing_is_left_of_it(book: ClassBook) -> None:
    at_the_kiosk(book, Kind.MAYBE_READY)
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("x")
        await until(pilot, lambda: "Ben C. · Halves: not ready to show; everything is as before" in seen(app))
        assert book.progress.spot("ben", HALVES).status is Status.OPEN
        assert "Nothing waits for you." in seen(app)
        await pilot.press("u")
        await until(pilot, lambda: "1 said at the kiosk" in seen(app))


async def test_whoever_has_seen_it_judges_it_at_once(book: ClassBook) -> None:
    at_the_kiosk(book, Kind.MAYBE_READY)
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, WaitingScreen) and app.screen.is_current)
        await pilot.press("m")
        await until(pilot, lambda: book.progress.spot("ben", HALVES).is_mastered)
        assert "Nothing waits for you." in seen(app)


async def test_who_would_like_a_helper_stands_there_with_children_who_could_help(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda now: (*now, *(Student(f"k{n}", f"Kid {n}") for n in range(5))))
    got = [(f"k{number}", HALVES) for number in range(4)]
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, got)
    Marks(Sitting(book, usual_adult(book))).toggle_away(["k0"])
    at_the_kiosk(book, Kind.HELP_WANTED)
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        shown = seen(app)
        assert "Would like a helper: I can halves." in shown
        drawn_today = ("Kid {}, Kid {} and Kid {}".format(*order) for order in permutations((1, 2, 3)))
        assert any(f"One of {names} could help." in shown for names in drawn_today)
        assert screen.here is not None
        assert sorted(screen.here.helpers) == ["Kid 1", "Kid 2", "Kid 3"], "who is away, or has it not, is not named"
        assert "Help came" in shown
        await pilot.press("m")
        await until(pilot, lambda: "space says that help came" in seen(app))
        assert not book.progress.spot("ben", HALVES).is_mastered
        await pilot.press("space")
        await until(pilot, lambda: "Ben C. · Halves: Help is over" in seen(app))
        assert "Nothing waits for you." in seen(app)


async def test_where_nobody_has_it_yet_that_is_said(book: ClassBook) -> None:
    at_the_kiosk(book, Kind.HELP_WANTED)
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "Nobody who is here has it yet" in seen(app)


async def test_a_login_card_is_seen_or_made_anew_once_that_was_asked(book: ClassBook) -> None:
    for _ in range(3):
        at_the_kiosk(book, Kind.CARD_WANTED)
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        shown = seen(app)
        assert "1 login card" in shown
        assert "Ben C.'s login card: somebody at the kiosk did not find its pictures." in shown
        assert "3" not in shown.replace("1 login card", ""), "nobody counts tries"
        await pilot.press("c")
        await until(pilot, lambda: "This card stops working." in seen(app))
        assert card(book) == 0
        await pilot.press("u")
        await pilot.press("c")
        await until(pilot, lambda: "stops working." in seen(app))
        await pilot.press("c")
        await until(pilot, lambda: "Ben C. has a new login card to be printed" in seen(app))
        assert card(book) == 1
        await pilot.press("u")
        await until(pilot, lambda: card(book) == 0 and "1 login card" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "space says that it was seen" in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: "Ben C.: Picture word known again" in seen(app))
        assert "Nothing waits for you." in seen(app)


async def test_keys_for_another_row_do_nothing_and_say_so(book: ClassBook) -> None:
    bring(book, "ava", HALVES, "red")
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("x")
        await until(pilot, lambda: "Only what somebody said at the kiosk can be not so." in seen(app))
        await pilot.press("c")
        await until(pilot, lambda: "This is no login card" in seen(app))
    assert card(book) == 0


@pytest.mark.parametrize("kind", [Kind.MAYBE_READY, Kind.HELP_WANTED, Kind.CARD_WANTED])
async def test_what_comes_while_the_screen_is_open_shows_and_what_is_answered_elsewhere_goes(
    book: ClassBook, kind: Kind
) -> None:
    bring(book, "ava", HALVES, "red")
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        (fact,) = at_the_kiosk(book, kind)
        screen.look_again()
        await until(pilot, lambda: len(screen.things) > 1)
        assert {one.part for one in screen.things} & {Part.MAYBE, Part.HELP, Part.CARD}
        Marks(Sitting(book, usual_adult(book))).steer(fact, Kind.WITHDRAWN)
        screen.look_again()
        await until(pilot, lambda: len(screen.things) == 1)


async def test_whoever_is_away_rests(book: ClassBook) -> None:
    for kind in (Kind.MAYBE_READY, Kind.HELP_WANTED, Kind.CARD_WANTED):
        at_the_kiosk(book, kind)
    Marks(Sitting(book, usual_adult(book))).toggle_away(["ben"])
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "Nothing waits for you." in seen(app)


@pytest.mark.parametrize("columns", [80, 100])
async def test_the_whole_question_about_a_card_is_in_sight(book: ClassBook, columns: int) -> None:
    at_the_kiosk(book, Kind.CARD_WANTED)
    app = board_on(book)
    async with app.run_test(size=(columns, 24)) as pilot:
        await opened(pilot)
        await pilot.press("c")
        await until(pilot, lambda: "c again makes a new one; any other key keeps it." in seen(app))
