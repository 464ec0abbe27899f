from hypothesis import given

from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Progress, Status, progress_of, spot_of
from board.mastery.readiness import next_steps
from board.mastery.small_group import busiest_step, called_for, last_tip, working_on
from builders import UNIT, fact, ledgers

AVA, BEN, CLEO, DEV = (Student(name.lower(), name) for name in ("Ava", "Ben", "Cleo", "Dev"))
CLASS = (AVA, BEN, CLEO, DEV)
STEPS = {step.title: step for step in UNIT.spots}


def told(*marks: tuple[Student, str, Kind]) -> Progress:
    return progress_of(
        fact(kind, title.lower(), seq=number, student=student.id)
        for number, (student, title, kind) in enumerate(marks, 1)
    )


def test_those_at_work_on_a_step_come_in_the_order_of_the_class() -> None:
    progress = told(
        (DEV, "Halves", Kind.READY),
        (CLEO, "Halves", Kind.MASTERED),
        (BEN, "Halves", Kind.KEEP_WORKING),
        (AVA, "Halves", Kind.PRACTISING),
    )
    assert working_on(STEPS["Halves"], CLASS, progress) == (AVA, BEN, DEV)


def test_nobody_comes_for_a_step_that_is_open_done_or_not_in_the_plan() -> None:
    progress = told((AVA, "Halves", Kind.MASTERED), (BEN, "Halves", Kind.EXCUSED))
    assert working_on(STEPS["Halves"], CLASS, progress) == ()


def test_the_step_most_are_at_work_on_is_chosen() -> None:
    progress = told((AVA, "Halves", Kind.READY), (BEN, "Thirds", Kind.PRACTISING), (CLEO, "Thirds", Kind.KEEP_WORKING))
    assert busiest_step(UNIT, CLASS, progress) == STEPS["Thirds"]


def test_the_earliest_of_several_equally_busy_steps_is_chosen() -> None:
    progress = told((AVA, "Fourths", Kind.READY), (BEN, "Thirds", Kind.PRACTISING))
    assert busiest_step(UNIT, CLASS, progress) == STEPS["Thirds"]


def test_where_nobody_is_at_work_the_step_open_to_most_is_chosen() -> None:
    done = [(student, "Halves", Kind.MASTERED) for student in (AVA, BEN, CLEO)]
    assert busiest_step(UNIT, CLASS, told(*done)) == STEPS["Thirds"]
    assert busiest_step(UNIT, CLASS, Progress()) == STEPS["Halves"]


def test_no_step_is_chosen_where_none_is_left_or_nobody_comes() -> None:
    everything = [(AVA, step.title, Kind.MASTERED) for step in UNIT.spots]
    assert busiest_step(UNIT, (AVA,), told(*everything)) is None
    assert busiest_step(UNIT, (), Progress()) is None


def test_those_who_may_start_a_step_are_called_where_nobody_is_at_work_on_it() -> None:
    progress = told((AVA, "Halves", Kind.MASTERED), (BEN, "Halves", Kind.EXCUSED))
    assert called_for(UNIT, STEPS["Halves"], CLASS, progress) == (CLEO, DEV)
    assert called_for(UNIT, STEPS["Add"], CLASS, progress) == ()
    progress = progress.after([fact(Kind.READY, "halves", seq=9, student=DEV.id)])
    assert called_for(UNIT, STEPS["Halves"], CLASS, progress) == (DEV,)


def test_the_last_tip_counts_while_the_child_keeps_working() -> None:
    tips = [
        fact(Kind.KEEP_WORKING, "halves", seq=number, note=note) for number, note in enumerate(("first", "last"), 1)
    ]
    assert last_tip(spot_of(tips)) == "last"
    assert last_tip(spot_of([*tips, fact(Kind.KEEP_WORKING, "halves", seq=3)])) == "last"
    assert last_tip(spot_of([*tips, fact(Kind.WITHDRAWN, "halves", seq=3, of="f2")])) == "first"
    assert last_tip(spot_of([*tips, fact(Kind.MASTERED, "halves", seq=3)])) == ""
    assert last_tip(spot_of([])) == ""
    assert last_tip(spot_of([fact(Kind.KEEP_WORKING, "halves")])) == ""


@given(ledgers())
def test_the_chosen_step_is_always_one_that_somebody_may_work_on(facts: list[Fact]) -> None:
    progress, students = progress_of(facts), (AVA, BEN)
    step = busiest_step(UNIT, students, progress)
    can = [one for student in students for one in next_steps(UNIT, progress.row(student.id))]
    assert (step in can) if step is not None else not can
    if step is not None and any(working_on(each, students, progress) for each in UNIT.spots):
        crowds = [len(working_on(each, students, progress)) for each in UNIT.spots]
        assert len(working_on(step, students, progress)) == max(crowds)
        assert all(
            progress.spot(one.id, step.id).status is not Status.MASTERED for one in working_on(step, students, progress)
        )
