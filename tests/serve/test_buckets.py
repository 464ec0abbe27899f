"""How often somebody may knock."""

from hypothesis import given
from hypothesis import strategies as st

from board.serve.buckets import Bucket, Buckets, Rate, drawn, filled
from guarded import Clock

RATE = Rate(10, 2)
STEPS = st.lists(st.tuples(st.floats(-5, 60), st.floats(0, 12)), max_size=60)


@given(STEPS)
def test_never_more_than_what_fits_and_flows_in_is_let_through(steps: list[tuple[float, float]]) -> None:
    bucket, now, latest, got = Bucket(RATE.size, 0.0), 0.0, 0.0, 0.0
    for passes, cost in steps:
        now += passes
        latest = max(latest, now)
        bucket, enough = drawn(bucket, RATE, now, cost)
        got += cost if enough else 0
        assert 0 <= bucket.level <= RATE.size
        assert got <= RATE.size + latest * RATE.refill + 1e-6


@given(st.floats(0, 10), st.floats(0, 100))
def test_who_waits_long_enough_may_knock_again(level: float, at: float) -> None:
    assert filled(Bucket(level, at), RATE, at + RATE.size / RATE.refill + 1).level == RATE.size


def test_one_who_floods_shuts_out_nobody_else() -> None:
    buckets = Buckets(RATE, clock := Clock())
    assert [buckets.admits("loud") for _ in range(12)] == [True] * 10 + [False] * 2
    assert not buckets.has("loud")
    assert buckets.has("quiet")
    assert buckets.admits("quiet")
    clock.at += 1
    assert [buckets.admits("loud") for _ in range(3)] == [True, True, False]


def test_few_are_remembered_and_those_who_flood_are_not_forgotten() -> None:
    buckets = Buckets(RATE, Clock(), most=100)
    for _ in range(10):
        buckets.admits("loud")
    for number in range(5000):
        buckets.admits(f"address {number}")
        assert len(buckets) <= 100
    assert not buckets.admits("loud")
