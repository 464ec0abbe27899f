"""Nobody has touched anything for a while: the kiosk asks, and then everything goes back to the quilt; what was begun is kept."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from textual.pilot import Pilot

from board.art.pixels import empty
from board.art.starter import step_badges
from board.mastery.curriculum import Step
from board.screens.drawing.draw import DrawScreen
from board.screens.drawing.sketch import Sketch
from board.screens.drawing.starter import StarterChoice
from board.screens.kiosk.quilt import KioskQuilt
from board.screens.kiosk.sign_page import StillHere
from board.screens.parts.calm import Calm, HoldsWork
from board.screens.path.my_path import MyPath
from board.screens.pictures.caption import CaptionScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS
from board.widgets.spot_preview import Paper
from kiosk_driver import KioskAlone, comes, to_page, to_signs, to_word
from lone_app import SHELF
from screen_driver import seen, until


def touch(app: KioskAlone) -> None:
    app.touched = app.clock.now


async def goes_by(app: KioskAlone, pilot: Any, seconds: float) -> None:
    app.clock.now += seconds
    app.quilt.idle.look()
    await pilot.pause()


@pytest.mark.parametrize("until_where", [to_signs, to_word, to_page])
async def test_it_asks_after_a_while_and_goes_back_to_the_quilt_when_nobody_answers(
    book: ClassBook, until_where: Any
) -> None:
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await (to_signs(pilot) if until_where is to_signs else until_where(pilot, book.students[0]))
        touch(app)
        before = app.up
        put_up: list[str] = []
        app.screen_change_signal.subscribe(app.quilt, lambda screen: put_up.append(type(screen).__name__))
        await goes_by(app, pilot, 59)
        assert app.up == before
        await goes_by(app, pilot, 2)
        await comes(pilot, StillHere)
        assert not any(char.isdigit() for char in seen(app)), "no countdown"
        await goes_by(app, pilot, 19)
        assert app.up == "StillHere"
        await goes_by(app, pilot, 2)
        await until(pilot, lambda: app.up == "KioskQuilt")
        await pilot.pause()
        assert app.screen_stack[-1] is app.quilt
        assert set(put_up) <= {"StillHere", before, "KioskQuilt"}, "no good-bye to nobody, and nobody is asked again"
        assert app.quilt.visits.student is None
        await to_signs(pilot)


async def is_asked(app: KioskAlone, pilot: Pilot[Any]) -> None:
    """Let nobody touch anything until it is asked whether somebody is still there."""
    touch(app)
    await goes_by(app, pilot, 61)
    await comes(pilot, StillHere)


@pytest.mark.parametrize("answer", ["x", "escape", "0", "enter", "tap"])
async def test_any_key_or_tap_goes_on_where_one_was(book: ClassBook, answer: str) -> None:
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await to_page(pilot, book.students[0])
        await is_asked(app, pilot)
        if answer == "tap":
            await pilot.click(offset=(3, 3))
        else:
            await pilot.press(answer)
        touch(app)
        await until(pilot, lambda: app.screen is page)
        assert not list(book.facts)
        await goes_by(app, pilot, 59)
        assert app.screen is page


async def test_it_never_asks_on_the_quilt_itself(book: ClassBook) -> None:
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, KioskQuilt)
        await goes_by(app, pilot, 10_000)
        assert app.up == "KioskQuilt"
        await to_signs(pilot)
        touch(app)
        await goes_by(app, pilot, 30)
        assert app.up == "OwnSign"


async def test_it_waits_as_long_as_the_class_and_the_child_want(book: ClassBook) -> None:
    ava = book.students[0]
    book.edit(STUDENTS, lambda now: tuple(replace(one, patience=3) if one.id == ava.id else one for one in now))
    book.edit(ABOUT, lambda about: about._replace(kiosk=about.kiosk._replace(idle=30)))
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_page(pilot, ava)
        touch(app)
        await goes_by(app, pilot, 89)
        assert app.up == "MyPath"
        await goes_by(app, pilot, 2)
        await comes(pilot, StillHere)


WITH_WORK: tuple[type[HoldsWork], ...] = (DrawScreen, CaptionScreen)
"""The screens on which children make something; their types say what they do with it when nobody is there any more."""


@pytest.mark.parametrize("kind", WITH_WORK)
def test_screens_on_which_children_make_something_say_how_it_is_put_away(kind: type[HoldsWork]) -> None:
    assert issubclass(kind, Calm)
    assert kind.TIMES_AS_LONG >= 1


def studio(kept: list[object], *, refuses: bool = False) -> DrawScreen:
    def keep(drawing: object, caption: str) -> None:
        if refuses:
            from board.errors import Refusal  # noqa: PLC0415 - here alone

            raise Refusal("The disk is full.")
        kept.append((drawing, caption))

    return DrawScreen(
        "Ava",
        Step("u/halves", "Halves", "I can halves."),
        Sketch(empty()),
        starters=step_badges(),
        cells=SHELF.cells,
        paper=Paper(),
        keep_draft=keep,
        save=lambda *_: True,
    )


@pytest.mark.parametrize("refuses", [False, True])
@pytest.mark.parametrize("with_dialog", [False, True])
async def test_while_something_is_drawn_it_waits_longer_and_keeps_the_drawing(
    book: ClassBook, refuses: bool, with_dialog: bool
) -> None:
    app, kept = KioskAlone(book), []  # type: ignore[var-annotated]
    left: list[object] = []
    async with app.run_test(size=(80, 24)) as pilot:
        page = await to_page(pilot, book.students[0])
        screen = studio(kept, refuses=refuses)
        page.put_up(screen, left.append)
        await comes(pilot, DrawScreen)
        await pilot.press("space", "right", "space")
        if with_dialog:
            await pilot.press("s")
            await pilot.pause()
            await comes(pilot, StarterChoice)
        touch(app)
        await goes_by(app, pilot, 179)
        assert app.up == ("StarterChoice" if with_dialog else "DrawScreen")
        await goes_by(app, pilot, 2)
        await comes(pilot, StillHere)
        await goes_by(app, pilot, 21)
        await until(pilot, lambda: app.screen is app.quilt)
        assert left == [None if refuses else False]
        if not refuses:
            assert kept, "what was drawn is kept"


async def test_words_that_are_half_written_are_kept(book: ClassBook) -> None:
    app = KioskAlone(book)
    said: list[str | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        page = await to_page(pilot, book.students[0])
        page.put_up(CaptionScreen((((200, 30, 30, 255),) * 16,) * 16, ""), said.append)
        await comes(pilot, CaptionScreen)
        await pilot.press(*"a fish")
        await is_asked(app, pilot)
        await goes_by(app, pilot, 21)
        await until(pilot, lambda: app.screen is app.quilt)
        await until(pilot, lambda: said == ["a fish"])


@pytest.mark.parametrize("drawing", [False, True])
async def test_what_is_just_coming_up_leaves_too(book: ClassBook, drawing: bool) -> None:
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await to_page(pilot, book.students[0])
        await is_asked(app, pilot)
        screen: Calm[Any] = studio([]) if drawing else CaptionScreen((((200, 30, 30, 255),) * 16,) * 16, "a fish")
        page.later.begin(lambda: None, lambda _: page.put_up(screen), "ask")  # as a picture that is read meanwhile
        await until(pilot, lambda: bool(page.later._waiting))
        app.clock.now += 21
        app.quilt.idle.look()
        await until(pilot, lambda: app.screen is app.quilt)
        assert app._exception is None


async def test_whatever_lies_above_the_quilt_leaves_however_deep(book: ClassBook) -> None:
    app = KioskAlone(book)

    class Deep(Calm[None]):
        def __init__(self, more: int) -> None:
            super().__init__()
            self.more = more

        def on_mount(self) -> None:
            if self.more:
                self.call_after_refresh(partial(self.put_up, Deep(self.more - 1)))

    async with app.run_test(size=(80, 24)) as pilot:
        await comes(pilot, KioskQuilt)
        app.quilt.put_up(Deep(5))
        await until(pilot, lambda: len(app.screen_stack) == 8)
        await is_asked(app, pilot)
        await goes_by(app, pilot, 21)
        await until(pilot, lambda: app.screen is app.quilt)
        assert app.return_code is None


async def test_while_the_kiosk_rests_nobody_is_asked_and_afterwards_it_goes_back(book: ClassBook) -> None:
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await to_page(pilot, book.students[0])
        app.is_at_rest = True
        await goes_by(app, pilot, 3600)
        assert app.screen is page
        app.is_at_rest = False
        await goes_by(app, pilot, 1)
        await comes(pilot, StillHere)


async def test_pages_of_children_come_and_go_and_only_one_is_there(book: ClassBook) -> None:
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        for student in (*book.students, *book.students):
            page = await to_page(pilot, student)
            assert [type(screen) for screen in app.screen_stack].count(MyPath) == 1
            page.dismiss()
            await until(pilot, lambda: app.up == "GoodBye")
            await pilot.pause()
            await pilot.press("x")
            await until(pilot, lambda: app.screen is app.quilt)
