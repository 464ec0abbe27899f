"""Who could help: children who are here and have it, by lot."""

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.facts import Fact, Kind
from board.mastery.helpers import MOST_HELPERS, who_could_help
from board.mastery.people import Student
from board.mastery.progress import progress_of

CLASS = tuple(Student(f"c{number:02}", f"Child {number}") for number in range(31))
DAY = "2026-11-30"


def got(*numbers: int, step: str = "u/halves", times: int = 1) -> list[Fact]:
    return [
        Fact(
            f"f{number}{step}{n}",
            number * 10 + n,
            "d1",
            f"{DAY}T09:00:00+00:00",
            "t",
            Kind.MASTERED,
            f"c{number:02}",
            step,
        )
        for number in numbers
        for n in range(times)
    ]


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_only_who_has_it_and_is_here_and_nobody_for_itself(have: set[int], away: set[int]) -> None:
    gone = {CLASS[number].id for number in away}
    found = who_could_help("c00", "u/halves", CLASS, progress_of(got(*have)), gone, day=DAY)
    could = {CLASS[number].id for number in have - away - {0}}
    assert {one.id for one in found} <= could
    assert len(found) == min(MOST_HELPERS, len(could))


def test_it_is_the_same_all_day_whatever_the_order_of_the_list_and_whatever_else_they_have() -> None:
    few, much = progress_of(got(*range(31))), progress_of([*got(*range(31)), *got(1, 2, 3, step="u/more", times=3)])
    now = who_could_help("c00", "u/halves", CLASS, few, day=DAY)
    assert who_could_help("c00", "u/halves", CLASS[::-1], few, day=DAY) == now
    assert who_could_help("c00", "u/halves", CLASS, much, day=DAY) == now


def test_over_the_days_everybody_is_named_about_as_often() -> None:
    progress = progress_of(got(*range(31)))
    named = [
        one.id for day in range(365) for one in who_could_help("c00", "u/halves", CLASS, progress, day=f"day {day}")
    ]
    times = [named.count(one.id) for one in CLASS[1:]]
    assert 15 < min(times) <= max(times) < 65, "365 days of 3 among 30 are 36 for each"
