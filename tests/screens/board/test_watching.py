import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from board.art.cells import Pixels
from board.mastery.audience import SMALL_GROUP, Earned
from board.mastery.curriculum import Step
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.progress import Progress, progress_of
from board.screens.lock.watching import BEGINS, WatchingScreen
from board.widgets.quilt import Quilt, chosen, mixed, plan_quilt
from board.words.at_kiosk import WE_LEARN
from builders import UNIT, fact
from class_shown import class_shown
from lone_app import LoneApp
from screen_driver import seen, until

CHILDREN = tuple(Student(f"kid{at}", f"Child {name}") for at, name in enumerate("ABCDEFGH"))
EARNED = progress_of(
    fact(Kind.MASTERED if at % 5 else Kind.KEEP_WORKING, step.id.removeprefix("u/"), seq=8 * at + child, student=one.id)
    for at, step in enumerate(UNIT.spots)
    for child, one in enumerate(CHILDREN)
)


class Pictures:
    """Gives each step a picture of one colour of its own, and remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, step: Step, _face: Face | None, size: int) -> Pixels:
        self.asked.append(step.id)
        red = 40 + 10 * [spot.id for spot in UNIT.spots].index(step.id)
        return tuple(((red, 90, 90, 255),) * size for _ in range(size))


def watching(
    progress: Progress = EARNED, students: tuple[Student, ...] = CHILDREN, pictures: Pictures | None = None
) -> WatchingScreen:
    shown = class_shown(progress, students, name="Room [/] 12")
    return WatchingScreen(shown, UNIT, pictures or Pictures())


async def test_everybody_sees_the_title_and_stickers_and_nothing_else() -> None:
    pictures = Pictures()
    app = LoneApp(watching(pictures=pictures))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: bool(pictures.asked))
        await until(pilot, lambda: "Unit  ·  Room [/] 12" in seen(app))
        letters = re.sub(r"[▀▄★\s]", "", seen(app))
        assert letters == "Unit·Room[/]12anykeygoesback"
        earned = {step.id for at, step in enumerate(UNIT.spots) if at % 5}
        assert set(pictures.asked) == earned


@pytest.mark.parametrize("key", ["escape", "space", "w", "t", "u", "left", "enter", "q", "tab", "ctrl+p", "ctrl+z"])
async def test_any_key_goes_back_and_does_nothing_else(key: str) -> None:
    app = LoneApp(watching())
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Unit" in seen(app))
        await pilot.press(key)
        await until(pilot, lambda: not isinstance(app.screen, WatchingScreen))


async def test_a_tap_goes_back() -> None:
    app = LoneApp(watching())
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Unit" in seen(app))
        await pilot.click(offset=(30, 10))
        await until(pilot, lambda: not isinstance(app.screen, WatchingScreen))


async def test_before_the_first_sticker_there_is_a_calm_sentence() -> None:
    app = LoneApp(watching(Progress()))
    async with app.run_test() as pilot:
        await until(pilot, lambda: BEGINS in seen(app))


async def test_a_small_group_is_never_shown_stickers_that_could_be_told_apart() -> None:
    pictures = Pictures()
    app = LoneApp(watching(students=CHILDREN[: SMALL_GROUP - 1], pictures=pictures))
    async with app.run_test() as pilot:
        await until(pilot, lambda: WE_LEARN in seen(app))
        assert not pictures.asked
        assert not app.screen.query(Quilt)


async def test_a_sticker_that_is_earned_meanwhile_is_sewn_in() -> None:
    pictures, shown = Pictures(), class_shown(progress_of([fact(Kind.MASTERED, "halves", student="kid0")]), CHILDREN)
    app = LoneApp(WatchingScreen(shown, UNIT, pictures))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: pictures.asked == ["u/halves"])
        shown.progress = EARNED
        await until(pilot, lambda: "u/ones" in pictures.asked)


async def test_the_quilt_is_sewn_anew_for_each_size_and_look() -> None:
    app = LoneApp(watching())
    async with app.run_test(size=(40, 20)) as pilot:
        for size in ((120, 40), (20, 6), (8, 3), (80, 24)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: app.size == Size(*size) and "n" in seen(app))  # type: ignore[misc]
        app.theme = "board-light"
        await until(pilot, lambda: "▀" in seen(app) or "★" in seen(app))


@given(st.integers(0, 700), st.integers(0, 200), st.integers(0, 60))
def test_the_quilt_fits_its_room_in_even_rows(stickers: int, width: int, height: int) -> None:
    plan = plan_quilt(stickers, width, height)
    assert sum(plan.rows) <= stickers or not plan.zoom.has_stickers or plan.zoom.width == 8
    assert len(plan.rows) * plan.zoom.height <= height
    assert all(0 < count * plan.zoom.width <= width for count in plan.rows)
    assert max(plan.rows, default=0) - min(plan.rows, default=0) <= 1
    if plan.zoom.width > 8:
        assert sum(plan.rows) == stickers


stickers = st.lists(
    st.builds(Earned, st.sampled_from(UNIT.spots), st.sampled_from([None, Face("a" * 32), Face("b" * 32)]))
).map(lambda listed: sorted(listed, key=lambda one: UNIT.spots.index(one.step)))


@given(stickers, st.integers(0, 40))
def test_where_room_is_short_each_step_keeps_its_share(earned: list[Earned], room: int) -> None:
    shown = Counter(one.step.id for one in chosen(earned, room))
    assert sum(shown.values()) == min(len(earned), room)
    for name, count in Counter(one.step.id for one in earned).items():
        share = count * min(1, room / len(earned))
        assert share - 1 < shown[name] < share + 1


@given(st.integers(1, 200), st.integers(1, 40))
def test_turn_by_turn_every_sticker_comes_up(count: int, room: int) -> None:
    earned = [Earned(UNIT.spots[0], Face(f"{at:032x}")) for at in range(count)]
    turns = [chosen(earned, room, turn) for turn in range(-(-count // room))]
    assert {one for shown in turns for one in shown} == set(earned)
    assert all(len(shown) == len(set(shown)) == min(count, room) for shown in turns)


@given(stickers, st.lists(st.integers(1, 12), max_size=5))
def test_mixing_keeps_every_sticker_and_the_same_quilt_stays_the_same(earned: list[Earned], rows: list[int]) -> None:
    once = mixed(earned, rows, "u")
    assert once == mixed(earned, rows, "u")
    assert Counter(once) == Counter(earned)
