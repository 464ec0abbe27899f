import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.facts import Fact, Kind
from board.mastery.progress import Progress, Spot, Status, progress_of, spot_of
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


def test_who_is_away_is_told_with_what_says_so_for_each_child() -> None:
    by_ava, by_ben = (
        fact(Kind.AWAY, "x", seq=seq, student=name)._replace(step=None) for seq, name in enumerate(("ava", "ben"), 1)
    )
    note = fact(Kind.NOTE, "x", seq=3)._replace(step=None, at="2026-01-06")
    assert progress_of([by_ava, by_ben, note]).away("2026-01-05") == {"ava": by_ava, "ben": by_ben}
    assert progress_of([by_ava, note]).away("2026-01-06") == {}
    again = by_ava._replace(id="again", seq=9)
    assert progress_of([by_ava, again]).away("2026-01-05") == {"ava": again}
    undo = fact(Kind.WITHDRAWN, "x", seq=10, of="again")._replace(step=None)
    assert progress_of([by_ava, again, undo]).away("2026-01-05") == {"ava": by_ava}
    redo = fact(Kind.RESTORED, "x", seq=11, of="again")._replace(step=None)
    assert progress_of([by_ava, again, undo, redo]).away("2026-01-05") == {"ava": again}


def test_what_is_known_of_a_child_or_of_a_step_is_what_stands() -> None:
    mark, undo = fact(Kind.MASTERED, "halves"), fact(Kind.WITHDRAWN, "halves", seq=2, of="f1")
    by_ben = fact(Kind.READY, "thirds", seq=3, student="ben")
    progress = progress_of([mark, by_ben])
    assert progress.is_known()
    assert progress.is_known(student="ava")
    assert progress.is_known(step="u/halves")
    assert progress.is_known(student="ava", step="u/halves")
    assert not progress.is_known(student="ava", step="u/thirds")
    assert not progress.is_known(student="cleo")
    assert not progress.is_known(step="u/fourths")
    assert not Progress().is_known()
    taken_back = progress.after([undo])
    assert not taken_back.is_known(student="ava")
    assert not taken_back.is_known(step="u/halves")
    assert taken_back.is_known(step="u/thirds")
    drawn = fact(Kind.PICTURE_ADDED, "x")._replace(step=None, evidence=("a",))
    assert progress_of([drawn]).is_known(student="ava")


def test_an_erased_child_is_known_as_such_for_good() -> None:
    erased = fact(Kind.ERASED, "x")._replace(step=None)
    away = fact(Kind.AWAY, "x", seq=2, student="ben")._replace(step=None)
    undo = fact(Kind.WITHDRAWN, "x", seq=3, of="f1")._replace(step=None)
    assert progress_of([erased, away]).erased == {"ava"}
    assert progress_of([erased, away, undo]).erased == {"ava"}
    assert progress_of([away]).erased == frozenset()


def test_a_spot_knows_its_picture_its_printing_and_its_mark() -> None:
    placed = [fact(Kind.PICTURE_PLACED, "halves", seq=seq, of=of) for seq, of in enumerate(("fish", "boat", None), 1)]
    assert spot_of(placed[:2]).picture == "boat"
    assert spot_of(placed).picture is None
    assert spot_of(placed).pictures == ("fish", "boat", None)
    assert spot_of([]).picture is None
    marks = [fact(kind, "halves", seq=seq) for seq, kind in enumerate((Kind.READY, Kind.EXCUSED, Kind.MASTERED), 4)]
    for known in (placed, [*placed, *marks[:1]], [*placed, *marks[:2]], [*placed, *marks]):
        spot = spot_of(known)
        assert spot.mark == (known[-1] if known is not placed else None)
        assert spot.pictures == ("fish", "boat", None)
        assert spot.facts == tuple(known)
        assert spot.standing == spot.facts
        assert not spot.printed
        assert not spot.check_again
        assert spot_of([*known, fact(Kind.PRINTED, "halves", seq=9)]).printed
    own = [fact(Kind.OWN_VERSION, "halves", seq=seq) for seq in (20, 21)]
    for known in (own, [*own, marks[0]], [*own, marks[1]], [*own, marks[2]]):
        assert spot_of(known).own_version == own[-1]
        assert spot_of(known[2:]).own_version is None
    assert not Spot().printed


@pytest.mark.parametrize("late", [0, 1, 2])
def test_a_known_mark_that_comes_again_or_late_changes_nothing_it_should_not(late: int) -> None:
    marks = [
        fact(Kind.MASTERED, "halves", seq=1),
        fact(Kind.CHECK_AGAIN, "halves", seq=2),
        fact(Kind.NOTE, "halves", seq=3),
    ]
    all_at_once = progress_of(marks)
    last = progress_of(mark for mark in marks if mark is not marks[late]).after([marks[late]])
    assert last == all_at_once
    assert last.after([marks[late]]) == all_at_once
    assert all_at_once.after([marks[late]._replace(seq=8)]) == all_at_once
    assert all_at_once.spot("ava", "u/halves").facts == tuple(marks)
    assert Progress().after([]) == Progress()


def test_one_id_with_two_contents_looks_the_same_whichever_came_first() -> None:
    one = fact(Kind.MASTERED, "halves")
    other = one._replace(note="other")
    assert spot_of([one, other]) == spot_of([other, one])
    assert len(spot_of([one, other]).facts) == 1


@given(ledgers())
def test_being_away_changes_no_spot(facts: list[Fact]) -> None:
    away = fact(Kind.AWAY, "x", seq=90)._replace(step=None)
    assert progress_of([*facts, away]).rows == progress_of(facts).rows
