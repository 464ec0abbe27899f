from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.screen import Screen

from board.mastery.audience import Audience, seen_statuses
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Progress, Row, Status, progress_of
from board.mastery.readiness import statuses, unit_readiness
from board.mastery.seen import SeenPath, seen_path
from board.widgets.path_plan import Kind as LineKind
from board.widgets.path_plan import plan_path
from board.widgets.path_words import child_parts, level_words, next_words
from board.widgets.student_path import StudentPath
from board.words.reasons import level_reasons
from builders import UNIT, fact, row, rows
from lone_app import LoneApp, sticker
from screen_driver import seen, until

AVA = Student("ava", "Ava B.")
WORDS = tuple("Some words about this level." for _ in UNIT.levels)


def _seen(known: Row | Progress, audience: Audience) -> SeenPath:
    """What an audience sees of a child's path; a row is Ava's."""
    return seen_path(UNIT, AVA, known if isinstance(known, Progress) else Progress({AVA.id: known}), audience)


rooms = st.tuples(st.integers(1, 120), st.integers(1, 60))


@given(rooms)
def test_every_spot_is_on_the_path_once_and_is_hit_where_it_is_drawn(room: tuple[int, int]) -> None:
    plan = plan_path(UNIT, WORDS, *room)
    assert [place.step for place in plan.places] == list(UNIT.spots)
    for at, place in enumerate(plan.places):
        lines = [y for y, line in enumerate(plan.lines) if line.row == place.row]
        for y in (lines[0], lines[-1]):
            assert plan.hit(place.left, y) == plan.hit(place.left + plan.pitch - 1, y) == at
        assert all(cell_len(text) <= plan.pitch for text in place.title)


@given(rooms)
def test_a_path_that_fits_with_stickers_is_in_sight_as_a_whole(room: tuple[int, int]) -> None:
    plan = plan_path(UNIT, WORDS, *room)
    bigger = plan_path(UNIT, WORDS, room[0], 200)
    assert bigger.zoom >= plan.zoom
    if plan.zoom.width > 8:
        assert len(plan.lines) <= room[1]


@given(rooms, st.integers(-1, 1), st.data())
def test_up_and_down_go_to_the_next_row_and_stop_at_the_ends(
    room: tuple[int, int], down: int, data: st.DataObject
) -> None:
    plan = plan_path(UNIT, WORDS, *room)
    at = data.draw(st.integers(0, len(plan.places) - 1))
    then = plan.above_or_below(at, down)
    last = plan.places[-1].row
    assert plan.places[then].row == max(0, min(plan.places[at].row + down, last))


def test_bands_hold_the_level_and_words_the_reasons() -> None:
    plan = plan_path(UNIT, WORDS, 60, 24)
    assert [line.text for line in plan.lines if line.kind is LineKind.BAND] == [" 1 One", " 2 Two", " 3 Three"]


@given(rows)
def test_to_the_child_nothing_looks_left_out_and_nothing_else_changes(known: Row) -> None:
    for real, shown in zip(statuses(UNIT, known), seen_statuses(UNIT, known, Audience.STUDENT), strict=True):
        assert shown is real or (real is Status.EXCUSED and shown in (Status.OPEN, Status.LOCKED))
        assert shown is not Status.EXCUSED
    assert seen_statuses(UNIT, known, Audience.TEACHER) == statuses(UNIT, known)


@given(rows)
def test_to_the_child_nothing_is_counted_and_nothing_is_dated(known: Row) -> None:
    to_teacher, to_child = (_seen(known, audience) for audience in (Audience.TEACHER, Audience.STUDENT))
    for ready, all_told, level in zip(unit_readiness(UNIT, known), to_teacher.levels, to_child.levels, strict=True):
        assert level_words(all_told) == " ".join(level_reasons(ready))
        told = level_words(level)
        assert not any(char.isdigit() for char in told)
        assert "plan" not in told
    for spot in to_child.spots:
        for part in child_parts(spot):
            assert part.title not in ("History", "Standards")
            assert not any(char.isdigit() for line in part.lines for char in line)


def test_what_comes_next_is_named_in_order() -> None:
    assert next_words(_seen(row(halves=Kind.MASTERED), Audience.TEACHER)) == "Next: Thirds, Fourths"
    everything = row(**dict.fromkeys([step.id.removeprefix("u/") for step in UNIT.spots], Kind.MASTERED))
    assert next_words(_seen(everything, Audience.STUDENT)) == "Look what I can do!"
    assert next_words(_seen(everything, Audience.TEACHER)) == "Nothing is open now."


def test_tips_are_told_until_the_step_is_mastered() -> None:
    tips = [fact(Kind.KEEP_WORKING, "halves", seq=at, note=f"tip {'abc'[at]}") for at in range(3)]
    halves = UNIT.spots[0]

    def told(*facts: object) -> str:
        path = _seen(progress_of(facts), Audience.STUDENT)  # type: ignore[arg-type]
        return str(list(child_parts(path.spot(halves))))

    assert all(tip in told(*tips) for tip in ("tip a", "tip b", "tip c"))
    assert "tip a" not in told(*tips, fact(Kind.MASTERED, "halves", seq=9))


class _Path(Screen[None]):
    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.path = StudentPath(_seen(progress, Audience.TEACHER), sticker)

    def compose(self) -> ComposeResult:
        yield self.path


def _sign(app: App[None], title: str) -> str:
    line = next(line.rstrip(" ▆▁") for line in seen(app).splitlines() if line.rstrip(" ▆▁").endswith(title))
    return line.removesuffix(title).strip()


async def test_in_a_small_room_each_sign_stands_before_its_title() -> None:
    screen = _Path(progress_of([fact(Kind.MASTERED, "halves"), fact(Kind.READY, "thirds", seq=2)]))
    app = LoneApp(screen)
    async with app.run_test(size=(24, 12)) as pilot:
        await pilot.press("down")
        await until(pilot, lambda: screen.path.here == "u/thirds")
        await until(pilot, lambda: _sign(app, "Halves") == "●" and _sign(app, "Thirds") == "▐▲▌")
        screen.path.update(_seen(progress_of([fact(Kind.MASTERED, "fourths")]), Audience.TEACHER))
        await until(pilot, lambda: _sign(app, "Fourths") == "●" and _sign(app, "Halves") == "·")


async def test_keys_go_along_the_path_and_between_its_rows() -> None:
    screen = _Path(Progress())
    app = LoneApp(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        for key, step in (
            ("right", "thirds"),
            ("down", "take"),
            ("up", "thirds"),
            ("end", "ones"),
            ("right", "ones"),
            ("up", "take"),
            ("home", "halves"),
            ("left", "halves"),
        ):
            await pilot.press(key)
            await until(pilot, lambda step=step: screen.path.here == f"u/{step}")  # type: ignore[misc]


async def test_a_tap_moves_the_cursor_and_marks_nothing() -> None:
    screen = _Path(Progress())
    app = LoneApp(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Thirds" in seen(app))
        lines = seen(app).splitlines()
        y = next(at for at, line in enumerate(lines) if "Thirds" in line)
        for _ in range(2):
            await pilot.click(StudentPath, offset=(lines[y].index("Thirds"), y))
        await until(pilot, lambda: screen.path.here == "u/thirds")


async def test_the_cursor_is_always_in_sight() -> None:
    screen = _Path(Progress())
    app = LoneApp(screen)
    async with app.run_test(size=(24, 6)) as pilot:
        await pilot.press("end")
        await until(pilot, lambda: "Ones" in seen(app))
        await pilot.resize_terminal(60, 16)
        await until(pilot, lambda: "Ones" in seen(app))
        await pilot.press("home")
        await until(pilot, lambda: "1 One" in seen(app))
