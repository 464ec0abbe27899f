"""What happens at the kiosk shows on the boards, and what adults do shows at the kiosk, on the page that is open just now."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from board.app import BoardApp
from board.cli.context import seat_here
from board.deeds.sitting import Sitting, usual_adult
from board.kiosk_app import KioskApp
from board.mastery.facts import Kind
from board.mastery.kiosk import Known
from board.mastery.path_map import child_map
from board.mastery.people import Student
from board.mastery.picture_word import picture_word
from board.mastery.progress import Status
from board.mastery.roll import student_of
from board.screens.kiosk.quilt import KioskQuilt
from board.screens.kiosk.signs import OwnSign
from board.screens.kiosk.units import UnitSigns
from board.screens.kiosk.word import PictureWord
from board.screens.path.my_path import MyPath
from board.screens.waiting.waiting import WaitingScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS
from board.store.draft import Draft
from screen_driver import seen, until

pytestmark = pytest.mark.usefixtures("quick_hands")


@pytest.fixture
def elsewhere(demo: Path) -> Iterator[ClassBook]:
    """A second computer with the same folder."""
    book = ClassBook(demo, "d2")
    yield book
    book.close()


@asynccontextmanager
async def kiosk_on(folder: Path) -> AsyncIterator[Pilot[Any]]:
    seat = seat_here()
    app = KioskApp(seat, ClassBook(folder, seat.settings.load().device))
    async with app.run_test(size=(120, 40)) as pilot:
        yield pilot


async def press_sign(pilot: Pilot[Any], key: str) -> None:
    board = pilot.app.screen.board  # type: ignore[attr-defined]
    await until(pilot, lambda: board.plan is not None)
    page, place = next(
        (page, tiles.index(tile))
        for page, tiles in enumerate(board.plan.pages)
        for tile in tiles
        if tile is not None and tile.key == key
    )
    board.page, board.here = page, place
    await pilot.press("enter")


async def on_its_page(pilot: Pilot[Any], student: Student, unit: str) -> MyPath:
    """Let a child find itself, down to its own page."""
    await until(pilot, lambda: isinstance(pilot.app.screen, KioskQuilt))
    await pilot.press("x")
    await until(pilot, lambda: isinstance(pilot.app.screen, OwnSign))
    await press_sign(pilot, student.id)
    await until(pilot, lambda: isinstance(pilot.app.screen, PictureWord))
    for picture in picture_word(student.id, student.card):
        await press_sign(pilot, picture)
    await until(pilot, lambda: isinstance(pilot.app.screen, UnitSigns))
    await press_sign(pilot, unit)
    await until(pilot, lambda: isinstance(pilot.app.screen, MyPath) and bool(signs(pilot)))
    page = pilot.app.screen
    assert isinstance(page, MyPath)
    return page


def signs(pilot: Pilot[Any]) -> list[str]:
    """Give the signs of the tiles of the page that is open, a step's as its id."""
    screen = pilot.app.screen
    tiles = screen._page.tiles if isinstance(screen, MyPath) else ()
    return [tile.sign if tile.step is None else tile.step.id for tile in tiles]


async def press_tile(pilot: Pilot[Any], sign: str) -> None:
    await until(pilot, lambda: sign in signs(pilot))
    await pilot.press(str(signs(pilot).index(sign) + 1))


def offered(book: ClassBook) -> tuple[Student, str, str]:
    """Give a child, a unit, and a step it may choose there and has said nothing of."""
    for student in book.students:
        for unit in book.units:
            for spot in child_map(book.units, unit, student, book.progress).choices:
                if book.progress.spot(student.id, spot.step.id).status is Status.OPEN:
                    return student, unit.id, spot.step.id
    raise AssertionError("nothing is offered to anybody")


async def test_im_ready_at_the_kiosk_waits_on_the_board_of_the_other_computer(demo: Path, elsewhere: ClassBook) -> None:
    student, unit, step = offered(elsewhere)
    seat = seat_here()
    seat.settings.remember(elsewhere.key, Place(zoom=0))
    board = BoardApp(seat, ClassBook(demo, "d3"))
    async with board.run_test(size=(120, 40)) as teacher:
        await until(teacher, lambda: student.name.split()[0] in seen(board))
        await teacher.press("y")
        await until(teacher, lambda: isinstance(board.screen, WaitingScreen))
        screen = board.screen
        assert isinstance(screen, WaitingScreen)
        async with kiosk_on(demo) as pilot:
            await on_its_page(pilot, student, unit)
            await press_tile(pilot, step)
            await press_tile(pilot, "ready")
            await press_tile(pilot, "any")
            await until(pilot, lambda: "seen" in str(pilot.app.screen._page.tiles))  # type: ignore[attr-defined]
            await until(
                teacher,
                lambda: any((one.student, one.step and one.step.id) == (student.id, step) for one in things(screen)),
            )
            await until(teacher, lambda: student.name in seen(board))


def things(screen: WaitingScreen) -> list[Any]:
    from board.widgets.waiting_wall import WaitingWall  # noqa: PLC0415 - as the screen has it

    return list(screen.query_one(WaitingWall).things)


async def test_a_sticker_given_on_the_board_is_there_on_the_map_that_is_open_and_taken_back_it_goes(
    demo: Path, elsewhere: ClassBook
) -> None:
    student, unit, step = offered(elsewhere)
    async with kiosk_on(demo) as pilot:
        page = await on_its_page(pilot, student, unit)
        (mark,) = elsewhere.record([Draft(Kind.MASTERED, student.id, step)], elsewhere.assessors[0].id)
        await until(pilot, lambda: page._road_map.spot(step).sticker is not None)  # type: ignore[union-attr]
        await until(pilot, lambda: "cover" in signs(pilot) and step not in signs(pilot))
        elsewhere.record([Draft(Kind.WITHDRAWN, student.id, step, of=mark.id)], elsewhere.assessors[0].id)
        await until(pilot, lambda: page._road_map.spot(step).sticker is None)  # type: ignore[union-attr]
        assert step in signs(pilot)


async def test_a_tip_that_was_told_stands_on_the_page_of_its_step(demo: Path, elsewhere: ClassBook) -> None:
    student, unit, step = offered(elsewhere)
    async with kiosk_on(demo) as pilot:
        await on_its_page(pilot, student, unit)
        await press_tile(pilot, step)
        elsewhere.record(
            [Draft(Kind.KEEP_WORKING, student.id, step, note="Xylo: fold it twice")], elsewhere.assessors[0].id
        )
        await until(pilot, lambda: "fold it twice" in seen(pilot.app))


@pytest.mark.parametrize("how", ["erased", "left"])
@pytest.mark.parametrize("where", ["word", "road", "step", "drawing"])
async def test_a_child_that_goes_meanwhile_goes_from_every_page(
    demo: Path, elsewhere: ClassBook, how: str, where: str
) -> None:
    student, unit, step = offered(elsewhere)
    async with kiosk_on(demo) as pilot:
        if where == "word":
            await pilot.press("x")
            await until(pilot, lambda: isinstance(pilot.app.screen, OwnSign))
            await press_sign(pilot, student.id)
            await until(pilot, lambda: isinstance(pilot.app.screen, PictureWord))
        else:
            await on_its_page(pilot, student, unit)
        if where in ("step", "drawing"):
            await press_tile(pilot, step)
        if where == "drawing":
            await press_tile(pilot, "draw")
            await until(pilot, lambda: type(pilot.app.screen).__name__ == "DrawScreen")
            await pilot.press("1", "right", "1")
        sitting = Sitting(elsewhere, usual_adult(elsewhere))
        if how == "erased":
            elsewhere.erase(student, sitting.actor.id)
        else:
            elsewhere.edit(
                STUDENTS, lambda all_: tuple(replace(one, left=True) if one.id == student.id else one for one in all_)
            )
        kiosk = pilot.app
        assert isinstance(kiosk, KioskApp)
        await until(pilot, lambda: student_of(kiosk._book.students, student.id) is None)  # type: ignore[union-attr]
        for _ in range(4):
            if where == "drawing" and type(kiosk.screen).__name__ == "DrawScreen":
                await pilot.press("escape")
        await until(pilot, lambda: not isinstance(kiosk.screen, MyPath | PictureWord))
        assert kiosk._exception is None
        assert student.name not in seen(kiosk)


async def test_settings_changed_elsewhere_hold_at_once(demo: Path, elsewhere: ClassBook) -> None:
    student, _, _ = offered(elsewhere)
    async with kiosk_on(demo) as pilot:
        elsewhere.edit(ABOUT, lambda now: now._replace(kiosk=now.kiosk._replace(words=False)))
        kiosk = pilot.app
        assert isinstance(kiosk, KioskApp)
        await until(pilot, lambda: not kiosk._book.about.kiosk.words)  # type: ignore[union-attr]
        await pilot.press("x")
        await until(pilot, lambda: isinstance(kiosk.screen, OwnSign))
        await press_sign(pilot, student.id)
        await until(pilot, lambda: isinstance(kiosk.screen, UnitSigns))
        await press_sign(pilot, elsewhere.units[0].id)
        await until(pilot, lambda: isinstance(kiosk.screen, MyPath))
        page = kiosk.screen
        assert isinstance(page, MyPath)
        assert page._visit.known is Known.BY_SIGN
