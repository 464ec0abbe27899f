from hypothesis import given
from hypothesis import strategies as st

from board.mastery.awards import awards_of
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Status, progress_of
from board.mastery.readiness import unit_readiness
from board.mastery.reasons import Counted, Finished
from builders import UNIT, fact, ledgers, level, unit

AVA, BEN = Student("ava", "Ava B."), Student("ben", "Ben O.")
ADULTS = {"t": "Ms. Rivera", "o": "Mr. Okafor"}


def mastered(*names: str, student: str = "ava", by: str = "t") -> list[Fact]:
    return [
        fact(Kind.MASTERED, name, seq=at, student=student)._replace(id=f"{student}-{name}", by=by)
        for at, name in enumerate(names, 1)
    ]


def own_picture(step: str, caption: str = "", seq: int = 50) -> list[Fact]:
    added = Fact(
        f"art-{step}", seq, "d1", "", "", Kind.PICTURE_ADDED, "ava", note=caption, evidence=(f"content-{step}",)
    )
    placed = Fact(f"put-{step}", seq + 1, "d1", "", "", Kind.PICTURE_PLACED, "ava", f"u/{step}", of=added.id)
    return [added, placed]


def test_each_finished_level_is_an_award_child_after_child() -> None:
    facts = [*mastered("pizza", "tens", "ones"), *mastered("pizza", student="ben"), *mastered("halves", student="ben")]
    awards = awards_of(UNIT, (BEN, AVA), progress_of(facts), ADULTS)
    assert [(award.student.name, award.level.title) for award in awards] == [
        ("Ben O.", "One"),
        ("Ava B.", "One"),
        ("Ava B.", "Three"),
    ]
    assert [award.level.title for award in awards_of(UNIT, (BEN, AVA), progress_of(facts), ADULTS, "u/three")] == [
        "Three"
    ]


def test_the_boss_is_the_hero_and_the_other_stickers_keep_their_order() -> None:
    facts = [*mastered("pizza", "fourths", "halves"), *own_picture("halves")]
    (award,) = awards_of(UNIT, (AVA,), progress_of(facts), ADULTS)
    assert award.beaten
    assert award.hero.step.title == "Pizza"
    assert [sticker.step.title for sticker in award.others] == ["Halves", "Fourths"]
    assert award.others[0].face is not None


def test_without_a_boss_the_newest_own_picture_is_the_hero_and_else_the_newest_sticker() -> None:
    facts = mastered("tens", "ones")
    (plain,) = awards_of(UNIT, (AVA,), progress_of(facts), ADULTS)
    assert (plain.hero.step.title, plain.beaten) == ("Ones", False)
    (own,) = awards_of(UNIT, (AVA,), progress_of([*facts, *own_picture("tens", "ten fish")]), ADULTS)
    assert (own.hero.step.title, own.caption) == ("Tens", "ten fish")


def test_it_says_what_was_shown_why_it_is_finished_and_who_checked_it() -> None:
    facts = [*mastered("halves"), *mastered("thirds", by="o"), *mastered("pizza"), *mastered("tens", "ones", by="gone")]
    one, three = awards_of(UNIT, (AVA,), progress_of(facts), ADULTS)
    assert one.shown == ("I can halves.", "I can thirds.", "I can pizza.")
    assert one.why == Finished(UNIT.levels[0], UNIT.levels[0].boss)
    assert one.checked_by == ("Ms. Rivera", "Mr. Okafor")
    assert three.why == Finished(UNIT.levels[2], Counted(2, 2, 2))
    assert three.checked_by == ()


def test_what_is_left_over_is_never_counted() -> None:
    some = unit(level("free", "tens", "ones", "hundreds", needed=1))
    (award,) = awards_of(some, (AVA,), progress_of(mastered("ones")), ADULTS)
    assert award.why == Finished(some.levels[0], None)


def test_a_step_without_a_sentence_is_named_by_its_title() -> None:
    bare = level("bare", "tens")
    steps = tuple(step.__class__(step.id, step.title, "") for step in bare.steps)
    (award,) = awards_of(
        unit(bare.__class__(bare.id, bare.title, steps)), (AVA,), progress_of(mastered("tens")), ADULTS
    )
    assert award.shown == ("Tens",)


@given(ledgers(), st.sampled_from([AVA, BEN]))
def test_whatever_happened_every_finished_level_has_its_award_and_shows_only_what_is_mastered(
    facts: list[Fact], student: Student
) -> None:
    progress = progress_of(facts)
    finished = [ready.level for ready in unit_readiness(UNIT, progress.row(student.id)) if ready.finished]
    awards = awards_of(UNIT, (student,), progress, ADULTS)
    assert [award.level for award in awards] == finished
    for award in awards:
        for sticker in (award.hero, *award.others):
            assert progress.spot(student.id, sticker.step.id).status is Status.MASTERED
