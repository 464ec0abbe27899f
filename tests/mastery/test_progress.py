import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.facts import Fact, Kind
from board.mastery.progress import Progress, Status, progress_of, spot_of
from board.mastery.readiness import statuses
from builders import STUDENTS, UNIT, fact, ledgers


@given(ledgers(), st.data())
def test_any_order_and_any_duplicates_give_the_same_progress(facts: list[Fact], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(facts))) if facts else []
    shuffled = data.draw(st.permutations([*facts, *again]))
    assert progress_of(shuffled) == progress_of(facts)


@given(ledgers(), st.integers(0, 14))
def test_facts_that_arrive_later_give_the_same_as_all_at_once(facts: list[Fact], cut: int) -> None:
    one_by_one = Progress()
    for late in (*facts[cut:], *facts[:cut]):
        one_by_one = one_by_one.after([late])
    assert one_by_one == progress_of(facts)


@given(ledgers())
def test_a_withdrawn_mark_leaves_no_trace_in_any_status(facts: list[Fact]) -> None:
    before = progress_of(facts)
    mark = fact(Kind.MASTERED, "halves", seq=90)
    undone = fact(Kind.WITHDRAWN, "halves", seq=91, of=mark.id)
    after = before.after([undone, mark])
    for student in STUDENTS:
        assert statuses(UNIT, after.row(student)) == statuses(UNIT, before.row(student))
    assert after.spot("ava", "u/halves").standing == before.spot("ava", "u/halves").standing


@given(ledgers(), ledgers())
def test_nothing_but_a_withdrawal_takes_mastered_away(facts: list[Fact], later: list[Fact]) -> None:
    before = progress_of(facts)
    renamed = [new._replace(id=f"later-{new.id}", seq=new.seq + 7) for new in later if new.kind is not Kind.WITHDRAWN]
    after = before.after(renamed)
    for student, steps in before.rows.items():
        for step, spot in steps.items():
            if spot.status is Status.MASTERED:
                assert after.spot(student, step).status is Status.MASTERED


@given(ledgers())
def test_every_spot_of_any_ledger_has_one_status_and_the_fact_behind_it(facts: list[Fact]) -> None:
    for steps in progress_of(facts).rows.values():
        for spot in steps.values():
            assert (spot.mark is None) is (spot.status is Status.OPEN)
            assert spot.status is not Status.LOCKED


def test_a_restored_mark_counts_again() -> None:
    mark = fact(Kind.MASTERED, "halves", seq=1)
    undo = fact(Kind.WITHDRAWN, "halves", seq=2, of="f1")
    redo = fact(Kind.RESTORED, "halves", seq=3, of="f1")
    assert spot_of([mark, undo]).status is Status.OPEN
    assert spot_of([mark, undo, redo]).status is Status.MASTERED


def test_withdrawing_one_of_two_verdicts_keeps_the_sticker() -> None:
    two = [fact(Kind.MASTERED, "halves", seq=1), fact(Kind.MASTERED, "halves", seq=2)]
    spot = spot_of([*two, fact(Kind.WITHDRAWN, "halves", seq=3, of="f1")])
    assert spot.status is Status.MASTERED
    assert spot.mark == two[1]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([], Status.OPEN),
        ([Kind.PRACTISING], Status.PRACTISING),
        ([Kind.READY, Kind.KEEP_WORKING], Status.KEEP_WORKING),
        ([Kind.KEEP_WORKING, Kind.READY], Status.READY),
        ([Kind.MASTERED, Kind.KEEP_WORKING], Status.MASTERED),
        ([Kind.PRACTISING, Kind.EXCUSED], Status.EXCUSED),
        ([Kind.PRACTISING, Kind.EXCUSED, Kind.INCLUDED], Status.PRACTISING),
        ([Kind.EXCUSED, Kind.MASTERED], Status.MASTERED),
        ([Kind.NOTE], Status.OPEN),
    ],
)
def test_the_last_word_of_a_child_at_work_counts(kinds: list[Kind], expected: Status) -> None:
    assert spot_of(fact(kind, "halves", seq=number) for number, kind in enumerate(kinds)).status is expected


def test_a_doubt_is_private_and_ends_with_the_next_showing() -> None:
    marks = [fact(Kind.MASTERED, "halves", seq=1), fact(Kind.CHECK_AGAIN, "halves", seq=2)]
    assert spot_of(marks).check_again
    assert spot_of(marks).status is Status.MASTERED
    assert not spot_of([*marks, fact(Kind.MASTERED, "halves", seq=3)]).check_again


def test_an_own_version_is_a_real_showing_with_the_same_sticker() -> None:
    own = fact(Kind.OWN_VERSION, "halves", seq=1, note="halves of a sandwich, with help")
    spot = spot_of([own, fact(Kind.MASTERED, "halves", seq=2)])
    assert spot.status is Status.MASTERED
    assert spot.own_version == own


@given(ledgers(), st.booleans())
def test_a_printed_sticker_changes_no_status_and_can_be_taken_back(facts: list[Fact], is_taken_back: bool) -> None:
    before = progress_of([one for one in facts if one.kind is not Kind.PRINTED])
    printed = [fact(Kind.PRINTED, "halves", seq=90)]
    printed += [fact(Kind.WITHDRAWN, "halves", seq=91, of="f90")] if is_taken_back else []
    after = before.after(printed)
    assert after.spot("ava", "u/halves").printed is not is_taken_back
    for student in STUDENTS:
        assert statuses(UNIT, after.row(student)) == statuses(UNIT, before.row(student))
    was, now = before.spot("ava", "u/halves"), after.spot("ava", "u/halves")
    assert (now.mark, now.check_again, now.pictures) == (was.mark, was.check_again, was.pictures)


def test_away_is_about_one_day_and_can_be_taken_back() -> None:
    away = fact(Kind.AWAY, "x", seq=1)._replace(step=None)
    undo = fact(Kind.WITHDRAWN, "x", seq=2, of="f1")._replace(step=None)
    assert list(progress_of([away]).away("2026-01-05")) == ["ava"]
    assert not progress_of([away]).away("2026-01-06")
    assert not progress_of([undo, away]).away("2026-01-05")


@given(ledgers())
def test_being_away_changes_no_spot(facts: list[Fact]) -> None:
    away = fact(Kind.AWAY, "x", seq=90)._replace(step=None)
    assert progress_of([*facts, away]).rows == progress_of(facts).rows
