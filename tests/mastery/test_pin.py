"""Which digits make a PIN, and how long the next try waits, for any digits and any clock."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.pin import FEWEST, LONGEST_WAIT, MOST, Fault, digits_of, fault_of, wait_after, waits

CLOCK = st.floats(allow_nan=True, allow_infinity=True)


@pytest.mark.parametrize(
    "pin",
    [
        "0000", "1111", "99999999", "1234", "4321", "0123", "7890", "9876", "12345678", "1212", "8989", "123123", "1122",
        "774433", "1221", "12321", "1987", "2026", "2580", "0852", "1397", "13579", "2468", "0246",
    ],
)  # fmt: skip
def test_what_children_try_first_is_refused(pin: str) -> None:
    assert fault_of(pin) is Fault.SIMPLE


@pytest.mark.parametrize("pin", ["4716", "9031", "58204", "736190", "40917352", "0481"])
def test_others_are_taken(pin: str) -> None:
    assert fault_of(pin) is None


@given(st.text())
def test_only_four_to_eight_digits_are_ever_taken(text: str) -> None:
    if fault_of(text) is None:
        assert FEWEST <= len(text) <= MOST
        assert set(text) <= set("0123456789")


@pytest.mark.parametrize(
    ("pin", "fault"),
    [("", Fault.LENGTH), ("471", Fault.LENGTH), ("471604938", Fault.LENGTH), ("47a6", Fault.NO_DIGITS), ("-471", Fault.NO_DIGITS)],
)  # fmt: skip
def test_what_is_none_says_why(pin: str, fault: Fault) -> None:
    assert fault_of(pin) is fault


def test_few_pins_are_too_simple_so_that_a_teacher_finds_one_at_once() -> None:
    refused = sum(fault_of(f"{number:04}") is not None for number in range(10_000))
    assert 300 < refused < 800


@given(st.text(alphabet="0123456789", min_size=1), st.sampled_from("٠۰०０"))
def test_digits_of_every_script_are_the_same_digits(digits: str, nought: str) -> None:
    written = "".join(chr(ord(nought) + int(digit)) for digit in digits)
    assert digits_of(written) == digits


@given(st.text())
def test_what_is_typed_is_digits_or_nothing(text: str) -> None:
    digits = digits_of(text)
    assert digits is None or set(digits) <= set("0123456789")


def test_each_wrong_try_waits_longer_up_to_half_a_minute() -> None:
    assert [wait_after(wrong) for wrong in range(11)] == [0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30]


@given(st.integers())
def test_so_many_wrong_tries_never_wait_more(wrong: int) -> None:
    assert 0 <= wait_after(wrong) <= LONGEST_WAIT
    assert wait_after(wrong) <= wait_after(wrong + 1)


@given(CLOCK, CLOCK, st.integers())
def test_no_clock_waits_longer_than_so_many_wrong_tries(until: float, now: float, wrong: int) -> None:
    left = waits(until, now, wrong)
    assert 0 <= left <= wait_after(wrong)
    assert not math.isnan(left)


@given(st.floats(0, 1e10), st.integers(2, 50))
def test_a_clock_that_runs_on_waits_exactly_until_then(now: float, wrong: int) -> None:
    until = now + wait_after(wrong)
    assert waits(until, now, wrong) == pytest.approx(wait_after(wrong), abs=1e-4)
    assert waits(until, until, wrong) == 0
    assert waits(until, until + 1, wrong) == 0
