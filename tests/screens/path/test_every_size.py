"""Every page of a child's own screen, from a watch to a wall: it is painted, whatever room there is."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from board.cli.context import seat_here
from board.deeds.visit import Visit
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.kiosk import Known
from board.mastery.plan import Freedom, Plan
from board.screens.path.hand_over import HandOver
from board.screens.path.my_path import MyPath
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS, UNITS, put
from board.store.draft import Draft
from board.widgets.path_road import PathRoad
from board.widgets.path_tiles import BigTiles
from lone_app import SHELF, LoneApp
from screen_driver import seen, until

SIZES = (
    (1, 1),
    (20, 5),
    (26, 9),
    (40, 20),
    (40, 24),
    (48, 20),
    (60, 20),
    (72, 16),
    (80, 20),
    (80, 24),
    (120, 40),
    (200, 60),
)
MANY = 10
"""Ways of the last step: none at the first, one more at each."""

WAYS = tuple(f"Act it out with a friend in {at} scenes that are rather long to tell" for at in range(MANY))
STEPS = tuple(Step(f"w/{at}", f"Step {at}?", "I can.", ways=WAYS[:at]) for at in range(MANY))
UNIT = Unit("w", "Ways", (Level("w/l", "Level", STEPS),))


@pytest.fixture
def ways_book(book: ClassBook) -> ClassBook:
    book.edit(UNITS, put(UNIT))
    free = Plan(freedom=Freedom.FREE)
    book.edit(STUDENTS, lambda now: tuple(replace(one, plan=free) for one in now))
    return book


def pages() -> dict[str, tuple[Sequence[Draft], bool, Callable[[MyPath], object]]]:
    """Each page: what was marked before, whether asking rests, and what opens it."""

    def step(at: int, *keys: int) -> Callable[[MyPath], object]:
        def go(screen: MyPath) -> None:
            screen.query_one(PathRoad).post_message(PathRoad.Tapped(f"w/{at}"))
            for key in keys:
                screen.call_later(screen.action_press, key)

        return go

    asked = [Draft(Kind.READY, "ava", "w/3", way=WAYS[1])]
    return {
        "road": ((), False, lambda _: None),
        "road, all shown": ([Draft(Kind.MASTERED, "ava", one.id) for one in STEPS], False, lambda _: None),
        "one step": ((), False, step(2)),
        "wanted": ([Draft(Kind.WANTED, "ava", "w/2")], False, step(2)),
        "asked": (asked, False, step(3)),
        "refused": ((), True, step(2, 2)),
        "give back": ((), False, lambda screen: screen.call_later(screen.action_back)),
        **{f"{at} ways": ((), False, step(at, 2)) for at in range(1, MANY)},
    }


@pytest.mark.parametrize("page", pages())
async def test_every_page_is_painted_in_any_room_and_its_pictures_are_whole_or_not_there(
    ways_book: ClassBook, page: str
) -> None:
    marks, rests, go = pages()[page]
    ways_book.record(marks, ways_book.assessors[0].id)
    ways_book.edit(ABOUT, lambda about: about._replace(asking=not rests))
    screen = MyPath(seat_here(), Visit(ways_book, "ava", Known.BY_WORD), SHELF, "w", at_kiosk=False)
    app = LoneApp(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        go(screen)
        await pilot.pause()
        await until(pilot, lambda: isinstance(app.screen, HandOver) is (page == "give back"))
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: app.screen.size == size)  # type: ignore[misc]
            seen(app)
            tiles = app.screen.query_one(BigTiles)
            for number in range(len(tiles.tiles)):
                tiles.here = number
            await pilot.press("right", "down", "left", "up")
            await pilot.pause()
            assert seen(app).count("\n") == size[1] - 1
    assert app.return_code in (0, None)


@pytest.mark.parametrize("size", [(40, 20), (40, 24), (48, 20), (60, 20), (80, 20), (80, 24), (120, 40)])
async def test_a_child_that_cannot_read_has_a_picture_on_every_tile_also_on_a_phone(
    ways_book: ClassBook, size: tuple[int, int]
) -> None:
    screen = MyPath(seat_here(), Visit(ways_book, "ava", Known.BY_WORD), SHELF, "w", at_kiosk=False)
    app = LoneApp(screen)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        for step in ("w/1", "w/4"):
            screen.query_one(PathRoad).post_message(PathRoad.Tapped(step))
            await until(pilot, lambda step=step: screen._page.step == step)  # type: ignore[misc]
            await pilot.press("2")
            await until(pilot, lambda: "My own way" in [tile.words for tile in screen._tiles.tiles])
            screen._tiles.here = -1
            await until(pilot, lambda: all(_has_picture(screen._tiles, at) for at in range(len(screen._tiles.tiles))))
            await pilot.press("escape")


def _has_picture(tiles: BigTiles, number: int) -> bool:
    """Tell whether a tile has more than its ground, its rim and its words."""
    left, top, wide, high = tiles._place(number)
    strips = [tiles.render_line(y).crop(left, left + wide) for y in range(top, top + high)]
    painted = [one for strip in strips for one in strip if not one.text.strip(" ▀")]
    return len({colour for one in painted if one.style for colour in (one.style.bgcolor, one.style.color)}) > 2
