"""At least 300 walks at random: what is drawn is what a freshly opened board draws, and each mark is where it was meant."""

import asyncio
import os
import random
import shutil
from collections.abc import AsyncGenerator, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.command import DiscoveryHit, Hit

from board.app import BoardApp
from board.art.shelf import StickerShelf
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.screens.board.board import BoardScreen
from board.screens.board.palette import Palette
from board.screens.paper.print import PrintScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from board.widgets import glance
from board.widgets.class_grid import ClassGrid
from board.widgets.spot_line import SpotLine
from builders import UNIT
from screen_driver import board_on, seen
from waiting_pictures import bring
from walks.walker import SIZES, Walker, settled, unexplained

_SEED = int(os.environ.get("WALK_SEED", "1"))
_FRAME = 0.04
"""Seconds for two frames."""

_LATE = (0, 0, 0.002, 0.005, 0.01, 0.03)
"""Seconds by which a slow computer is late; a step of a walk takes a few thousandths."""

_IN_ONE = 15
_STEPS = 14
"""Walks on one opened board, and what is done on each."""

_NAMES = ("Ava B.", "Ben C.", "Cleo D.", "Dan E.", "Emil F.", "Fay G.", "Gus H.", "Hal I.")
_OTHER = Unit(
    "v", "Other", (Level("v/a", "Start", (Step("v/x", "Exes", "I can exes."), Step("v/y", "Whys", "I can whys."))),)
)


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of eight with two units, some marks, some pictures that wait."""
    os.environ.setdefault("BOARD_HOME", str(tmp_path_factory.mktemp("home")))
    folder = tmp_path_factory.mktemp("walks") / "Room 12.class"
    book = ClassBook.create(folder, "Room 12", "d1", "Ms. Rivera")
    book.edit(STUDENTS, lambda _: tuple(Student(name.split()[0].lower(), name) for name in _NAMES))
    book.edit(UNITS, put(UNIT))
    book.edit(UNITS, put(_OTHER))
    sitting = Sitting(book, usual_adult(book))
    Marks(sitting).mark(Kind.MASTERED, [("ava", "u/halves"), ("ben", "u/halves"), ("cleo", "u/thirds")])
    Marks(sitting).mark(Kind.READY, [("dan", "u/halves"), ("emil", "v/x")])
    for number, (student, step) in enumerate((("ava", "u/halves"), ("ben", "u/thirds"), ("fay", None))):
        bring(book, student, step, ("red", "blue", "green")[number])
    book.close()
    return folder


@pytest.fixture
def walked(pattern: Path, tmp_path: Path) -> Iterator[ClassBook]:
    shutil.copytree(pattern, tmp_path / "Room 12.class")
    book = ClassBook(tmp_path / "Room 12.class", "d1")
    yield book
    book.close()


@pytest.fixture(autouse=True)
def nothing_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is printed, nobody has to wait until something counts as seen, and the palette does not close the board."""
    for owner, action in ((BoardScreen, "quit"), (BoardApp, "classes"), (BoardApp, "suspend_process")):
        monkeypatch.setattr(owner, f"action_{action}", lambda _: None)
    monkeypatch.setattr(PrintScreen, "_start", lambda _self, **_: None)
    monkeypatch.setattr("board.screens.files.shown.opened_in_viewer", lambda _: True)
    monkeypatch.setattr(glance, "SEEN_AFTER", 0.0)
    monkeypatch.setattr(StickerShelf, "_kept", StickerShelf._made)  # cut at once, so that both boards have it


@pytest.fixture(autouse=True)
def slow_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is done in a thread or searched comes when the next keys have been pressed already."""
    chance, in_thread, search = random.Random(_SEED), asyncio.to_thread, Palette._search_for

    async def slowly(*wanted: Any, **more: Any) -> Any:
        await asyncio.sleep(chance.choice(_LATE))
        return await in_thread(*wanted, **more)

    async def searched(palette: Palette, value: str) -> AsyncGenerator[DiscoveryHit | Hit, bool]:
        await asyncio.sleep(chance.choice(_LATE))
        async for hit in search(palette, value):
            yield hit

    monkeypatch.setattr(asyncio, "to_thread", slowly)
    monkeypatch.setattr(Palette, "_search_for", searched)


@pytest.mark.parametrize("part", range(20))
async def test_what_is_drawn_is_so_and_each_mark_is_where_it_was_meant(walked: ClassBook, part: int) -> None:
    chance = random.Random(_SEED * 1000 + part)
    place = Place(zoom=chance.randrange(4))
    app = board_on(walked, place)
    app.animation_level = "none"  # a list that glides is on its way, and neither here nor there
    told: list[str] = []
    try:
        async with app.run_test(size=chance.choice(SIZES)):
            await settled(app)
            for _ in range(_IN_ONE):
                await _walk(app, walked, chance, told)
                await _compare(app, walked)
                del told[:-60]
    except BaseException as error:
        error.add_note(f"WALK_SEED={_SEED}, part {part}; the last steps: {told}")
        raise


async def _walk(app: BoardApp, book: ClassBook, chance: random.Random, told: list[str]) -> None:
    walker = Walker(app, chance)
    for _ in range(_STEPS):
        known = len(book.facts)
        meant = await walker.step()
        told.append(f"{type(app.screen).__name__}: {walker.told[-1]}")
        assert app.is_running, "the app has ended"
        strange = unexplained(list(book.facts[known:]), meant)
        assert not strange, f"{strange} was not meant by {walker.told[-1]}, which meant {meant}"


async def _compare(app: BoardApp, book: ClassBook) -> None:
    """Go back to the board, and hold what it shows against what a board shows that is opened now."""
    while len(app.screen_stack) > 1:
        app.screen.dismiss(None)
        await settled(app)
    app.clear_notifications()
    await settled(app)
    board = app.screen
    assert isinstance(board, BoardScreen)
    fresh = board_on(ClassBook(book.folder, "looks"), board.place, app.theme)
    async with fresh.run_test(size=app.size):
        await settled(fresh)
        other = fresh.screen
        assert isinstance(other, BoardScreen)
        await _bring_to(other, board)
        await asyncio.sleep(_FRAME)  # scrollbars are painted by a timer
        await settled(fresh)
        await settled(app)
        assert seen(app) == seen(fresh)


async def _bring_to(fresh: BoardScreen, walked: BoardScreen) -> None:
    """Choose, filter and scroll as on the board that was walked on; none of it is kept in a class."""
    fresh._choosing._only = walked._choosing._only
    fresh._sitting.actor = walked._sitting.actor
    fresh.show_grid()
    for there, here in zip(fresh.query(ClassGrid), walked.query(ClassGrid), strict=True):
        there.go_to(here.student.id, here.step.id)
        there.chosen = here.chosen
        there.scroll_to(*here.scroll_offset, animate=False, immediate=True)
    fresh.query_one(SpotLine).say(walked.query_one(SpotLine)._done)
