from hypothesis import given

from board.mastery.audience import (
    SMALL_GROUP,
    Audience,
    Earned,
    can_be_read_back,
    earned_by_level,
    heard_row,
    newest_first,
    quilt_of,
    seen_status,
    seen_statuses,
    seen_stickers,
)
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Status, progress_of, spot_of
from board.mastery.readiness import statuses
from builders import STUDENTS, UNIT, fact, ledgers, row


@given(ledgers())
def test_everybody_sees_stickers_and_open_spots_and_nothing_between(facts: list[Fact]) -> None:
    for steps in progress_of(facts).rows.values():
        for spot in steps.values():
            assert seen_status(spot, Audience.EVERYBODY) in (Status.MASTERED, Status.OPEN)
            assert seen_status(spot, Audience.TEACHER) is spot.status


def test_an_excused_spot_looks_open_even_to_its_student() -> None:
    spot = spot_of([fact(Kind.EXCUSED, "halves")])
    assert seen_status(spot, Audience.STUDENT) is Status.OPEN


def test_what_the_class_earned_is_the_same_whoever_earned_it() -> None:
    students = [Student(name, name.title()) for name in STUDENTS]
    by_ava = progress_of([fact(Kind.MASTERED, "halves", student="ava")])
    by_ben = progress_of([fact(Kind.MASTERED, "halves", student="ben")])
    assert earned_by_level(UNIT, students, by_ava) == earned_by_level(UNIT, students, by_ben)
    assert [len(steps) for _, steps in earned_by_level(UNIT, students, by_ava)] == [1, 0, 0]


@given(ledgers())
def test_the_teacher_sees_every_status_and_the_child_its_own_with_nothing_left_out(facts: list[Fact]) -> None:
    for student in STUDENTS:
        now = progress_of(facts).row(student)
        assert seen_statuses(UNIT, now, Audience.TEACHER) == statuses(UNIT, now)
        heard = statuses(UNIT, heard_row(now))
        shown = seen_statuses(UNIT, now, Audience.STUDENT)
        for step, status, seen in zip(UNIT.spots, heard, shown, strict=True):
            asked = step.id in now and now[step.id].asked is not None
            usual = (Status.READY,) if asked else (Status.OPEN, Status.LOCKED)
            assert seen is status or (status is Status.EXCUSED and seen in usual)


def test_to_the_child_a_step_that_is_not_in_its_plan_is_open_or_opens_later() -> None:
    now = row(halves=Kind.EXCUSED, add=Kind.EXCUSED, ones=Kind.READY)
    seen = dict(zip([spot.title for spot in UNIT.spots], seen_statuses(UNIT, now, Audience.STUDENT), strict=True))
    assert (seen["Halves"], seen["Add"], seen["Ones"]) == (Status.OPEN, Status.LOCKED, Status.READY)


def test_earned_steps_come_with_the_newest_mark_first() -> None:
    now = row(thirds=Kind.MASTERED, halves=Kind.MASTERED, fourths=Kind.READY, pizza=Kind.MASTERED)
    assert [step.title for step in newest_first(now, UNIT.spots)] == ["Pizza", "Halves", "Thirds"]
    assert newest_first({}, UNIT.spots) == []


def test_a_childs_stickers_are_told_by_step() -> None:
    progress = progress_of([fact(Kind.MASTERED, "thirds"), fact(Kind.READY, "halves", seq=2)])
    thirds = UNIT.spots[1]
    for audience in Audience:
        assert seen_stickers("ava", UNIT.spots, progress, audience) == {"u/thirds": Earned(thirds)}
    assert seen_stickers("ava", UNIT.spots[:1], progress, Audience.TEACHER) == {}


def test_a_handful_of_children_can_be_told_from_what_they_earned_together() -> None:
    assert [can_be_read_back([Student("x", "X")] * count) for count in (0, 5, 6, 7)] == [True, True, False, False]


@given(ledgers())
def test_a_quilt_on_a_screen_is_what_was_earned_and_nothing_of_a_handful(facts: list[Fact]) -> None:
    progress = progress_of(facts)
    few = [Student(name, name.title()) for name in STUDENTS][: SMALL_GROUP - 1]
    many = few + [Student(f"more{number}", "More") for number in range(SMALL_GROUP - len(few))]
    assert quilt_of(UNIT, few, progress) == ()
    assert quilt_of(UNIT, many, progress) == earned_by_level(UNIT, many, progress)


def test_what_the_class_earned_comes_by_level_and_column_and_then_by_picture() -> None:
    steps = [("halves", "ava", "z"), ("halves", "ben", ""), ("halves", "cleo", "a"), ("thirds", "ava", "")]
    facts = []
    for number, (name, who, content) in enumerate(steps):
        facts.append(fact(Kind.MASTERED, name, seq=number, student=who))
        if content:
            added = fact(Kind.PICTURE_ADDED, "x", student=who)._replace(id=content, step=None, evidence=(content,))
            facts += [added, fact(Kind.PICTURE_PLACED, name, seq=20 + number, student=who, of=content)]
            looked = fact(Kind.PICTURE_ACCEPTED, "x", seq=40 + number, student=who, of=content)
            facts.append(looked._replace(step=None))
    students = [Student(name, name.title()) for name in ("ava", "ben", "cleo")]
    (one, stickers), *others = earned_by_level(UNIT, students, progress_of(facts))
    assert one == UNIT.levels[0]
    pictures = [(sticker.step.title, sticker.face and sticker.face.content) for sticker in stickers]
    assert pictures == [("Halves", None), ("Halves", "a"), ("Halves", "z"), ("Thirds", None)]
    assert [(level.title, earned) for level, earned in others] == [("Two", ()), ("Three", ())]
