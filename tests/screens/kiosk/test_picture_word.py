"""The picture word: right, wrong, taken back; rests that stay short; and a teacher who hears of it while the room does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.picture_word import PICTURES, picture_word
from board.screens.kiosk.rests import Rests
from board.screens.kiosk.signs import OwnSign
from board.screens.kiosk.word import PictureWord
from board.screens.path.my_path import MyPath
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS
from board.widgets.word_slots import WordSlots
from kiosk_driver import WAYS, Clock, KioskAlone, comes, show_word, to_word
from screen_driver import seen, until


def wrong_for(student: Student) -> tuple[str, ...]:
    return tuple(name for name in PICTURES if name not in picture_word(student.id, student.card))[:3]


async def show_wrong(pilot: object, student: Student) -> None:
    for name in wrong_for(student):
        await WAYS["digits"](pilot, name)  # type: ignore[arg-type]


def told(book: ClassBook) -> list[tuple[Kind, str, str]]:
    return [(fact.kind, fact.student, fact.by) for fact in book.facts]


@pytest.mark.parametrize("way", WAYS)
async def test_the_right_word_opens_the_page_and_every_wrong_one_asks_for_the_card(book: ClassBook, way: str) -> None:
    ava = book.students[0]
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_word(pilot, ava, way)
        for name in reversed(picture_word(ava.id)):  # the right pictures in another order are another word
            await WAYS[way](pilot, name)
        assert app.up == "PictureWord"
        slots = app.screen.query_one(WordSlots)
        assert slots._signs == ("look", "card")
        await show_word(pilot, ava, way)
        await comes(pilot, MyPath)
        page = app.screen
        assert isinstance(page, MyPath)
        assert page._visit.may_draw
        assert told(book) == []


@pytest.mark.parametrize("back", ["0", "escape", "backspace", "tap"])
async def test_the_last_picture_is_taken_back_and_then_the_way_back_leads_to_the_signs(
    book: ClassBook, back: str
) -> None:
    ava = book.students[0]
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_word(pilot, ava)
        screen = app.screen
        assert isinstance(screen, PictureWord)
        await WAYS["digits"](pilot, wrong_for(ava)[0])
        assert screen._chosen == wrong_for(ava)[:1]
        if back == "tap":
            await pilot.click(WordSlots)
        else:
            await pilot.press("2", back, back)  # the row first, then the picture
        await until(pilot, lambda: screen._chosen == ())
        assert app.screen is screen
        await show_word(pilot, ava)
        await comes(pilot, MyPath)


async def test_the_way_back_with_nothing_chosen_leads_to_the_signs(book: ClassBook) -> None:
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_word(pilot, book.students[0])
        await pilot.press("0")
        await comes(pilot, OwnSign)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.floats(0, 30))))
def test_a_rest_is_never_longer_than_ten_seconds_and_ends_with_the_word(tries: list[tuple[str, float]]) -> None:
    clock = Clock()
    rests = Rests(clock)
    for child, pause in tries:
        rests.was_wrong(child)
        begun, clock.now = clock.now, clock.now + 10
        assert not rests.rests(child)
        clock.now = begun + pause
    rests.was_right("a")
    assert not rests.rests("a")
    assert not rests.is_card_wanted("a")


def test_rests_grow_and_belong_to_one_child() -> None:
    clock, lengths = Clock(), []
    rests = Rests(clock)
    for _ in range(7):
        rests.was_wrong("a")
        begun = clock.now
        while rests.rests("a"):
            clock.now += 0.5
        lengths.append(clock.now - begun)
    assert lengths == [0, 0, 2, 5, 10, 10, 10]
    rests.was_wrong("a")
    assert not rests.rests("b")


async def test_after_three_wrong_words_the_teacher_hears_once_and_the_screen_tells_nobody(book: ClassBook) -> None:
    ava = book.students[0]
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_word(pilot, ava)
        for count in range(1, 6):
            await show_wrong(pilot, ava)
            assert len(told(book)) == int(count >= 3)
            shown = seen(app)
            assert not any(word in shown.lower() for word in ("wrong", "wait", "teacher", "second"))
            assert "1" not in [word for line in shown.splitlines() for word in line.split()]
            app.clock.now += 10
            await until(pilot, lambda: not app.screen.has_class("-rests"))
        assert told(book) == [(Kind.CARD_WANTED, ava.id, "")]
        await show_word(pilot, ava)
        await comes(pilot, MyPath)
        assert told(book) == [(Kind.CARD_WANTED, ava.id, ""), (Kind.CARD_SEEN, ava.id, ava.id)]
        assert book.progress.card_wanted(ava.id) is None


async def test_while_it_rests_no_picture_counts_and_it_rests_on_when_the_sign_is_pressed_again(
    book: ClassBook,
) -> None:
    ava, ben = book.students
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_word(pilot, ava)
        for _ in range(3):
            await show_wrong(pilot, ava)
        await until(pilot, lambda: app.screen.has_class("-rests"))
        await pilot.press("1", "1", "1", "1", "enter", "space")
        screen = app.screen
        assert isinstance(screen, PictureWord)
        assert screen._chosen == ()
        while app.up == "PictureWord":
            await pilot.press("0")
            await pilot.pause()
        await comes(pilot, OwnSign)
        await WAYS["digits"](pilot, ben.id)
        await comes(pilot, PictureWord)
        assert not app.screen.has_class("-rests"), "it rests for one child alone"
        await pilot.press("0")
        await comes(pilot, OwnSign)
        await WAYS["digits"](pilot, ava.id)
        await comes(pilot, PictureWord)
        assert app.screen.has_class("-rests")
        app.clock.now += 2.1
        await until(pilot, lambda: not app.screen.has_class("-rests"))
        await show_word(pilot, ava)
        await comes(pilot, MyPath)


async def test_a_card_that_is_made_anew_meanwhile_has_its_new_word(book: ClassBook) -> None:
    from dataclasses import replace  # noqa: PLC0415 - here alone

    ava = book.students[0]
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_word(pilot, ava)
        book.edit(STUDENTS, lambda now: tuple(replace(one, card=1) if one.id == ava.id else one for one in now))
        await show_word(pilot, ava)
        assert app.up == "PictureWord"
        await show_word(pilot, book.students[0])
        await comes(pilot, MyPath)


async def test_news_leave_what_was_chosen_so_far(book: ClassBook) -> None:
    ava = book.students[0]
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_word(pilot, ava)
        first, *others = picture_word(ava.id)
        await WAYS["digits"](pilot, first)
        await pilot.press("2")
        book.edit(ABOUT, lambda about: about._replace(kiosk=about.kiosk._replace(outlines=True)))
        await until(pilot, lambda: app.screen._stand_shown == app.screen._stand)  # type: ignore[attr-defined]
        assert app.board.row == 1, "the row that was chosen stays"
        await pilot.press("0")
        for name in others:
            await WAYS["digits"](pilot, name)
        await comes(pilot, MyPath)
