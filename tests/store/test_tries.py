"""Wrong PINs are counted for all programs together, whatever the disk and the clocks do, and nobody is ever locked out."""

import errno
import json
from collections.abc import Callable
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.disk import Disk
from board.mastery.pin import LONGEST_WAIT, wait_after
from board.store.class_book import ClassBook
from board.store.keeping.check import problems
from board.store.layout import BACKUPS, TRIES
from board.store.tries import Clocks, Tries
from test_links import fifo, to_a_device, to_a_file, to_a_folder, to_itself, to_nothing
from tries_elsewhere import TriesElsewhere

EVERY = [0.0, 0.0, 1.0, 3.0, 7.0, 15.0, 31.0, 61.0, 91.0, 121.0]
"""The seconds at which ten tries count when somebody tries all the time."""


class Clock:
    """A clock that is set by hand; what it tells to all may be far away from what it counts."""

    def __init__(self) -> None:
        self.steady, self.off = 0.0, 1.7e9

    def clocks(self) -> Clocks:
        return Clocks(lambda: self.steady + self.off, lambda: self.steady)


class FullDisk(Disk):
    """A disk on which nothing can be written."""

    def write(self, handle: int, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(folder: Path) -> Path:
    folder.mkdir()
    return folder


def stored(folder: Path) -> Path:
    return TRIES.within(folder) / "tries.json"


def counted_at(clock: Clock, counts: Callable[[], bool], many: int = 10) -> list[float]:
    """Give the seconds at which tries count when one is made twice every half second."""
    found: list[float] = []
    for tick in count():
        clock.steady = tick / 2
        found += [clock.steady for _ in range(2) if counts()]
        if len(found) >= many:
            return found[:many]
    return found


def test_somebody_who_tries_all_the_time_waits_longer_and_longer(place: Path, clock: Clock) -> None:
    assert counted_at(clock, Tries(place, clocks=clock.clocks()).count) == EVERY


def test_ten_wrong_tries_of_three_programs_share_one_delay(place: Path) -> None:
    with ExitStack() as stack:
        programs = [stack.enter_context(TriesElsewhere(place)) for _ in range(3)]
        found = [tick / 2 for tick in range(244) for one in programs if one.tries(tick / 2)]
    assert found[:10] == EVERY


def test_of_three_programs_that_try_at_the_same_moment_one_counts(place: Path) -> None:
    with ExitStack() as stack:
        programs = [stack.enter_context(TriesElsewhere(place)) for _ in range(3)]
        assert [one.tries(0) for one in programs] == [True, True, False]
        for _ in range(20):
            stored(place).write_text(json.dumps({"wrong": 6, "until": 0}))
            for one in programs:
                one.begin("hammer 3")
            assert sum(one.counted() for one in programs) == 1


def test_the_board_that_is_opened_again_waits_as_before(place: Path, clock: Clock) -> None:
    def anew() -> bool:
        return Tries(place, clocks=clock.clocks()).count()

    assert counted_at(clock, anew) == EVERY


def test_a_right_one_begins_anew_for_all(place: Path, clock: Clock) -> None:
    one, other = (Tries(place, clocks=clock.clocks()) for _ in range(2))
    for _ in range(2):
        assert one.count()
    assert (one.wait, other.wait, other.count()) == (1.0, 1.0, False)
    other.forget()
    assert (one.wait, other.wait, one.count(), one.count()) == (0.0, 0.0, True, True)


def test_a_try_that_comes_too_soon_makes_nobody_wait_longer(place: Path, clock: Clock) -> None:
    one = Tries(place, clocks=clock.clocks())
    assert [one.count() for _ in range(50)] == [True, True] + [False] * 48
    assert one.wait == 1.0


def test_it_is_on_the_disk_before_anybody_looks_at_the_digits(place: Path, clock: Clock) -> None:
    Tries(place, clocks=clock.clocks()).count()
    assert json.loads(stored(place).read_bytes())["wrong"] == 1


JUMPS = st.lists(st.tuples(st.floats(0, 40), st.floats(-4e9, 4e9)), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(jumps=JUMPS, wrong=st.integers(0, 1000), until=st.floats(-1e12, 1e12))
def test_no_clock_locks_anybody_out(place: Path, jumps: list[tuple[float, float]], wrong: int, until: float) -> None:
    TRIES.within(place).mkdir(exist_ok=True)
    stored(place).write_text(json.dumps({"wrong": wrong, "until": until}))
    clock = Clock()
    both = [Tries(place, clocks=clock.clocks()) for _ in range(2)]
    assert all(0 <= one.wait <= LONGEST_WAIT for one in both), "from this look on each waits by its own clock"
    for passed, off in jumps:
        clock.steady, clock.off = clock.steady + passed, off
        for one in both:
            assert 0 <= one.wait <= LONGEST_WAIT
        if passed >= LONGEST_WAIT:
            assert both[0].count(), "half a minute after it was seen last any try counts"
        both.append(Tries(place, clocks=clock.clocks()))
        assert 0 <= both[-1].wait <= LONGEST_WAIT


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(off=st.floats(-4e9, 4e9), wrong=st.integers(2, 9))
def test_a_clock_set_forth_gives_the_same_program_no_free_try(place: Path, off: float, wrong: int) -> None:
    clock = Clock()
    one = Tries(place, clocks=clock.clocks())
    one.forget()
    for _ in range(wrong):
        assert one.count()
        clock.steady += one.wait
    clock.steady -= wait_after(wrong) / 2
    clock.off = off
    assert one.wait == pytest.approx(wait_after(wrong) / 2, abs=1e-3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.binary(max_size=1200)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["wrong", "until", "x"]), inner),
    ).map(lambda value: json.dumps(value).encode())
)
def test_whatever_lies_in_its_place_is_no_way_around_the_wait(place: Path, data: bytes) -> None:
    TRIES.within(place).mkdir(exist_ok=True)
    stored(place).write_bytes(data)
    clock = Clock()
    one = Tries(place, clocks=clock.clocks())
    assert 0 <= one.wait <= LONGEST_WAIT
    clock.steady += LONGEST_WAIT
    assert one.count()
    assert [one.count() for _ in range(3)].count(True) <= 1
    assert 0 < one.wait <= LONGEST_WAIT


SPOILED: dict[str, Callable[[Path], object]] = {
    "gone": lambda file: file.unlink(missing_ok=True),
    "empty": lambda file: file.write_bytes(b""),
    "torn": lambda file: file.write_bytes(b'{"wrong": 5, "un'),
    "huge": lambda file: file.write_bytes(b" " * 5000),
    "words": lambda file: file.write_bytes(b'{"wrong": "no", "until": []}'),
    "newer": lambda file: file.write_bytes(b'{"format": 9}'),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_a_program_whose_count_is_spoiled_all_the_time_still_waits(
    place: Path, clock: Clock, spoil: Callable[[Path], object]
) -> None:
    one = Tries(place, clocks=clock.clocks())

    def counts() -> bool:
        done = one.count()
        spoil(stored(place))
        return done

    assert counted_at(clock, counts) == EVERY


def test_where_nothing_can_be_written_a_program_waits_by_itself(place: Path, clock: Clock) -> None:
    assert counted_at(clock, Tries(place, FullDisk(), clock.clocks()).count) == EVERY


def test_what_others_counted_counts_where_nothing_can_be_written(place: Path, clock: Clock) -> None:
    other, one = Tries(place, clocks=clock.clocks()), Tries(place, FullDisk(), clock.clocks())
    for _ in range(4):
        clock.steady += LONGEST_WAIT
        assert other.count()
    assert not one.count()
    clock.steady += LONGEST_WAIT
    assert one.count()
    assert one.wait == wait_after(5)
    one.forget()
    clock.steady += LONGEST_WAIT
    assert one.count()


@pytest.mark.parametrize("plant", [to_a_file, to_a_folder, to_nothing, to_itself, to_a_device, fifo])
@pytest.mark.parametrize("where", ["", "tries.json", "tries.lock"])
def test_what_only_stands_in_its_place_is_never_followed_and_stops_nobody(
    place: Path, tmp_path: Path, clock: Clock, plant: Callable[[Path, Path], None], where: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    if where:
        TRIES.within(place).mkdir()
    plant(place / TRIES.place / where if where else place / TRIES.place, outside)
    before = {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}
    assert counted_at(clock, Tries(place, clocks=clock.clocks()).count) == EVERY
    assert {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()} == before


def test_another_program_that_never_ends_its_turn_stops_nobody(
    place: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.store.locks.PATIENCE", 0.0)
    holder, one = Tries(place, clocks=clock.clocks()), Tries(place, clocks=clock.clocks())
    holder.count()
    with holder._turn.taken():
        assert counted_at(clock, one.count, 4) == EVERY[1:5]


def test_a_class_has_one_count_and_its_documents_stay_as_they_are(book: ClassBook, folder: Path) -> None:
    def documents() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (*folder.glob("*.json"), *BACKUPS.within(folder).iterdir())}

    before = documents()
    while book.tries.count():
        pass
    assert documents() == before
    assert problems(folder, "d1") == []
    with closing(ClassBook(folder, "d2")) as other:
        assert other.tries.wait > 0
