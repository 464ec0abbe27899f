"""A child's plan: what is settled, in which order steps stand, what a child may choose from, and why."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from board.mastery import reasons
from board.mastery.audience import Audience, seen_statuses
from board.mastery.choices import MOST_CHOICES, extra_steps, offered, offers, offers_of_class, planned
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.plan import USUAL_PLAN, Freedom, Plan, filled_from, order_for, settled, taken_back
from board.mastery.progress import Row, Status, progress_of, spot_of
from board.mastery.readiness import next_steps, statuses, unit_readiness
from board.mastery.roll import joined, put_back, student_of, with_plan
from board.mastery.seen import board_row, seen_path
from board.words.reasons import offer_reason
from builders import STUDENTS, UNIT, fact, ledgers, row, rows, unit

OPEN_UNIT = unit(*UNIT.levels)
OTHER = Unit(
    "other",
    "Other",
    (Level("other/1", "One", (Step("other/jump", "Jump", "I can jump."), Step("other/run", "Run", "I can run."))),),
    archived=(Step("other/old", "Old", "I can old."),),
)
UNITS = (UNIT, OTHER)
IDS = [spot.id for spot in UNIT.spots]
ANY_ID = st.sampled_from([*IDS, "other/jump", "other/run", "other/old", "gone/step", ""])

plans = st.builds(
    Plan,
    freedom=st.sampled_from(Freedom),
    order=st.lists(ANY_ID, max_size=6).map(tuple),
    extra=st.lists(ANY_ID, max_size=5).map(tuple),
    shows_best=st.lists(st.text(max_size=5), max_size=2).map(tuple),
    supports=st.lists(st.text(max_size=5), max_size=2).map(tuple),
)


def ids(steps: tuple[Step, ...]) -> list[str]:
    return [step.id.rpartition("/")[2] for step in steps]


@given(rows, plans)
def test_what_is_offered_is_open_and_to_show_and_as_many_as_the_freedom_says(now: Row, plan: Plan) -> None:
    extra = extra_steps(UNITS, UNIT, plan)
    came = offers(UNIT, now, plan, extra)
    steps = [offer.step for offer in came]
    possible = {step.id for step in next_steps(UNIT, now)} | {step.id for step in extra}
    assert {step.id for step in steps} <= possible
    assert len({step.id for step in steps}) == len(steps)
    most = {Freedom.CHOSEN: 1, Freedom.GUIDED: MOST_CHOICES, Freedom.FREE: len(possible)}[plan.freedom]
    assert len(steps) == min(most, len(possible))
    assert tuple(steps) == offered(UNIT, now, plan, extra)
    assert offers(UNIT, now, plan, extra, Audience.EVERYBODY) == ()
    assert all(offer_reason(offer.reason).endswith(".") for offer in came)


@given(rows, plans)
def test_an_order_loses_no_step_and_doubles_none(now: Row, plan: Plan) -> None:
    stand = planned(UNITS, UNIT, plan)
    extra = [step.id for step in extra_steps(UNITS, UNIT, plan)]
    assert sorted(step.id for step in stand) == sorted([*IDS, *extra])
    first = [id_ for id_ in dict.fromkeys(plan.order) if id_ in {step.id for step in stand}]
    assert {step.id for step in stand[: len(first)]} == set(first)
    assert set(extra) <= {"other/jump", "other/run"}  # neither archived, nor unknown, nor the unit's own
    assert offers(UNIT, now, replace(plan, extra=(*plan.extra, "gone/step", "other/old", IDS[0]))) == offers(
        UNIT, now, plan
    )


@given(rows, plans)
def test_no_plan_changes_what_is_ready_or_locked(now: Row, plan: Plan) -> None:
    then = {**now, "other/jump": spot_of([fact(Kind.KEEP_WORKING, "any")])}
    assert unit_readiness(UNIT, then) == unit_readiness(UNIT, now)  # an extra step never blocks a Boss
    assert statuses(UNIT, then) == statuses(UNIT, now)
    children = tuple(Student(name, name.capitalize()) for name in STUDENTS)
    for one in with_plan(children, "ava", lambda _: plan):
        assert one == next(child for child in children if child.id == one.id) or one.id == "ava"


@given(ledgers(), ledgers(), plans)
def test_a_childs_facts_and_plan_change_nothing_of_another_child(old: list[Fact], new: list[Fact], plan: Plan) -> None:
    of_ava = [one._replace(student="ava", id=f"new{one.id}", of=one.of and f"new{one.of}") for one in new]
    before, after = progress_of(old), progress_of([*old, *of_ava])
    ben = Student("ben", "Ben")
    assert after.row("ben") == before.row("ben")
    assert offers_of_class(UNITS, after.row("ben"), ben.plan) == offers_of_class(UNITS, before.row("ben"), ben.plan)
    roll = with_plan((Student("ava", "Ava"), ben), "ava", lambda _: plan)
    assert student_of(roll, "ben") == ben
    for audience in Audience:
        assert seen_path(UNIT, ben, after, audience) == seen_path(UNIT, ben, before, audience)
    assert board_row(UNIT, "ben", after) == board_row(UNIT, "ben", before)


def test_a_usual_child_chooses_among_three_by_the_path() -> None:
    came = offers(UNIT, {})
    assert ids(offered(UNIT, {})) == ["halves", "thirds", "fourths"]
    assert [offer.reason for offer in came] == [reasons.NextOnPath()] * 3
    assert ids(offered(unit(*UNIT.levels), {}, Plan(Freedom.FREE))) == ["halves", "thirds", "fourths"]


def test_what_the_child_wants_and_is_at_comes_first_and_what_waits_to_be_seen_last() -> None:
    now = row(halves=Kind.READY, thirds=Kind.KEEP_WORKING, fourths=Kind.WANTED)
    came = offers(UNIT, now)
    assert [(offer.step.title, offer.reason) for offer in came] == [
        ("Fourths", reasons.WishedFor()),
        ("Thirds", reasons.Begun(Status.KEEP_WORKING)),
        ("Halves", reasons.Begun(Status.READY)),
    ]


def test_a_child_that_waits_to_be_seen_still_has_something_to_work_on() -> None:
    wide = unit(Level("u/one", "One", tuple(Step(f"u/{name}", name, name) for name in "abcdef")))
    now = row(a=Kind.READY, b=Kind.READY, c=Kind.READY)
    assert ids(offered(wide, now)) == ["d", "e", "f"]


def test_the_teacher_chooses_the_first_of_the_order_that_is_not_shown_yet() -> None:
    plan = Plan(Freedom.CHOSEN, order=("u/shop", "gone/step", "u/fourths", "u/halves"))
    first = offers(UNIT, {}, plan)
    assert [(offer.step.title, offer.reason) for offer in first] == [("Fourths", reasons.ChosenForIt())]
    assert ids(offered(UNIT, row(fourths=Kind.MASTERED, thirds=Kind.WANTED), plan)) == ["halves"]


def test_extra_steps_and_the_boss_say_why_they_are_offered() -> None:
    now = row(halves=Kind.MASTERED, thirds=Kind.MASTERED, fourths=Kind.EXCUSED)
    plan = Plan(extra=("other/jump", "other/run"), order=("other/run",))
    came = offers(UNIT, now, plan, extra_steps(UNITS, UNIT, plan))
    assert [(offer.step.title, type(offer.reason)) for offer in came] == [
        ("Run", reasons.PutFirst),
        ("Pizza", reasons.BossOpen),
        ("Jump", reasons.ExtraStep),
    ]
    assert [offer.step.title for offer in offers_of_class(UNITS, now, plan)] == ["Run", "Pizza", "Jump"]


def test_a_child_learns_nothing_of_a_keep_working_it_has_not_heard_of() -> None:
    tried, judged = fact(Kind.READY, "thirds", seq=1), fact(Kind.KEEP_WORKING, "thirds", seq=2)
    now = {"u/thirds": spot_of([tried, judged._replace(untold=True)])}
    waiting = {"u/thirds": spot_of([tried])}
    assert offers(UNIT, now) == offers(UNIT, waiting)
    assert offers(UNIT, now, audience=Audience.TEACHER)[0].reason == reasons.Begun(Status.KEEP_WORKING)


def test_one_of_the_few_is_an_extra_step_and_never_all_of_them() -> None:
    plan = Plan(extra=("other/run", "other/jump"))
    extra = extra_steps(UNITS, UNIT, plan)
    assert ids(offered(UNIT, {}, plan, extra)) == ["halves", "thirds", "run"]
    at_three = row(halves=Kind.PRACTISING, thirds=Kind.PRACTISING, fourths=Kind.PRACTISING)
    assert ids(offered(UNIT, at_three, plan, extra)) == ["halves", "thirds", "fourths"]
    assert ids(offered(UNIT, {}, replace(plan, order=("other/jump",)), extra)) == ["jump", "halves", "thirds"]


@given(rows, plans)
def test_what_is_out_of_the_plan_is_never_offered_and_looks_open_to_others(now: Row, plan: Plan) -> None:
    now = {
        **now,
        "other/jump": spot_of([fact(Kind.EXCUSED, "any")]),
        "other/run": spot_of([fact(Kind.MASTERED, "any")]),
    }
    out = {id_ for id_, spot in now.items() if spot.status in (Status.EXCUSED, Status.MASTERED)}
    assert not out & {step.id for step in offered(UNIT, now, plan, extra_steps(UNITS, UNIT, plan))}
    assert Status.EXCUSED not in seen_statuses(UNIT, now, Audience.EVERYBODY)


def test_what_is_settled_holds_each_entry_once_and_leaves_the_rest() -> None:
    plan = Plan(Freedom.FREE, order=("u/a",), supports=("number line",))
    then = settled(plan, supports=["", "cubes", "cubes"])
    assert then == replace(plan, supports=("cubes",))
    assert settled(plan) == plan
    assert settled(plan, freedom=Freedom.CHOSEN).freedom is Freedom.CHOSEN


@given(plans, plans, plans)
def test_taking_back_leaves_what_was_settled_otherwise_since(before: Plan, after: Plan, now: Plan) -> None:
    assert taken_back(after, before, after) == before
    back = taken_back(now, before, after)
    for field in ("freedom", "order", "extra", "shows_best", "supports"):
        untouched = getattr(now, field) != getattr(after, field) or getattr(before, field) == getattr(after, field)
        assert getattr(back, field) == getattr(now if untouched else before, field)


@given(st.permutations(IDS), plans)
def test_an_order_gives_exactly_the_list_that_was_wished_for(wish: list[str], plan: Plan) -> None:
    order = order_for(wish, IDS, plan.order)
    assert [step.id for step in planned((UNIT,), UNIT, replace(plan, order=order, extra=()))] == wish
    assert [id_ for id_ in order if id_ not in IDS] == [id_ for id_ in plan.order if id_ not in IDS]
    assert order_for(IDS, IDS, ()) == ()


@given(plans, plans)
def test_two_entries_of_one_child_keep_the_plans_of_both(kept: Plan, double: Plan) -> None:
    roll = (Student("ava", "Ava", plan=kept), Student("av", "Ava B.", plan=double))
    one = joined(roll, "ava", "av")
    assert one[0].plan == filled_from(kept, double)
    for field in ("freedom", "order", "extra", "shows_best", "supports"):
        own, usual = getattr(kept, field), getattr(USUAL_PLAN, field)
        assert getattr(one[0].plan, field) == (getattr(double, field) if own == usual else own)
    assert student_of(put_back(one, roll, one), "ava") == roll[0]


def test_undo_of_a_join_leaves_what_was_settled_since() -> None:
    roll = (Student("ava", "Ava"), Student("av", "Ava B.", plan=Plan(Freedom.FREE, supports=("cubes",))))
    one = joined(roll, "ava", "av")
    since = with_plan(one, "ava", lambda plan: settled(plan, supports=["cubes", "chart"]))
    back = student_of(put_back(since, roll, one), "ava")
    assert back is not None
    assert back.plan == Plan(supports=("cubes", "chart"))
