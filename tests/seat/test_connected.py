"""Which pages are open now, as several workers write it down."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.seat.connected import BEATS_EVERY, Connected, OpenPage
from board.seat.links import LinkRole

CLASS = "/rooms/Room 12.class"
FIRST = OpenPage("a1", LinkRole.KIOSK, 100.0, 80, 50, touch=True)
SECOND = OpenPage("b2", LinkRole.TEACHER, 90.0, 52, 52)


def test_the_pages_of_all_workers_are_seen_together(tmp_path: Path) -> None:
    workers = [Connected(tmp_path, CLASS) for _ in range(2)]
    workers[0].write(0, [FIRST])
    workers[1].write(1, [SECOND])
    assert Connected(tmp_path, CLASS).pages() == (SECOND, FIRST)
    assert Connected(tmp_path, "/rooms/other.class").pages() == ()
    workers[0].write(0, [])
    assert workers[1].pages() == (SECOND,)


@pytest.mark.parametrize("passed", [3 * BEATS_EVERY, -3 * BEATS_EVERY])
def test_a_worker_that_has_gone_silent_has_no_pages(tmp_path: Path, passed: float) -> None:
    now = 1000.0
    connected = Connected(tmp_path, CLASS, lambda: now)
    connected.write(0, [FIRST])
    now += 0.9 * passed
    assert connected.pages() == (FIRST,)
    now += 0.1 * passed
    assert connected.pages() == ()
    connected.write(0, [FIRST])
    assert connected.pages() == (FIRST,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=60) | st.sampled_from([b'{"at": "x", "pages": []}', b"[" * 90_000, b'{"at": NaN, "pages": []}'])
)
def test_a_damaged_file_costs_nothing_but_its_own_pages(tmp_path: Path, damage: bytes) -> None:
    connected = Connected(tmp_path, CLASS)
    connected.write(0, [FIRST])
    connected.write(1, [SECOND])
    next((tmp_path / "connected").rglob("0.json")).write_bytes(damage)
    assert connected.pages() == (SECOND,)


def test_where_nothing_can_be_written_down_nobody_is_hurt(tmp_path: Path) -> None:
    (tmp_path / "connected").write_text("in the way")
    connected = Connected(tmp_path, CLASS)
    connected.write(0, [FIRST])
    connected.write(0, [])
    assert connected.pages() == ()
