"""A verdict says what was read when it was given, and stays as it was said, whatever is edited later."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.unit import UnitEdits
from board.errors import Refusal
from board.mastery.curriculum import Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.may import Actor
from board.mastery.people import Assessor, Student
from board.mastery.plan import Plan
from board.mastery.progress import Status
from board.mastery.showing import Beyond, Criteria, Support, Trials, Verdict
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, changed, put

HALVES = ("ava", "u/halves")
FIRST, LATER = ("folds it", "says why"), ("folds it", "shows it to Ben", "writes it")


def criteria_now(book: ClassBook, lines: tuple[str, ...]) -> None:
    """Edit what must be seen at the step, as the step form does."""

    def change(unit: Unit) -> Unit:
        (level, *others) = unit.levels
        (step, *steps) = level.steps
        raised = step.version + (step.criteria != lines)
        return replace(
            unit,
            levels=(replace(level, steps=(replace(step, criteria=lines, version=raised), *steps)), *others),
        )

    UnitEdits(Sitting(book, usual_adult(book))).make("u", change)


def step(book: ClassBook) -> Step:
    return book.units[0].spots[0]


def read(criteria: Criteria) -> Verdict:
    """A verdict on what a screen shows."""
    made = Verdict(*HALVES, got_it=True, step_version=criteria.step_version, own_version=criteria.own_version)
    return made._replace(answers=criteria.answers, seen=criteria.lines[:1])


@pytest.fixture
def judging(book: ClassBook) -> Judging:
    criteria_now(book, FIRST)
    return Judging(Sitting(book, usual_adult(book)))


def judged_under(fact: Fact) -> tuple[int, str | None, tuple[str, ...]]:
    return fact.step_version, fact.own_version, fact.seen


def test_a_verdict_keeps_the_criteria_of_the_screen_it_was_given_on(book: ClassBook, judging: Judging) -> None:
    opened = judging.criteria(HALVES)
    criteria_now(book, LATER)
    (own,) = Marks(Sitting(book, usual_adult(book))).mark(Kind.OWN_VERSION, [HALVES], note="with help").facts
    assert step(book).version > opened.step_version
    (fact,) = judging.judge([read(opened)]).facts
    assert judged_under(fact) == (opened.step_version, None, ("folds it",))
    assert own.id != fact.own_version


@pytest.mark.parametrize("got_it", [True, False])
@pytest.mark.parametrize("then", ["criteria", "own version", "out of the class", "title"])
def test_whatever_is_edited_later_changes_nothing_of_a_verdict(
    book: ClassBook, judging: Judging, then: str, got_it: bool
) -> None:
    (fact,) = judging.judge([read(judging.criteria(HALVES))._replace(got_it=got_it, way="build it", tip="t")]).facts
    match then:
        case "criteria":
            criteria_now(book, LATER)
        case "own version":
            Marks(Sitting(book, usual_adult(book))).mark(Kind.OWN_VERSION, [HALVES], note="with help")
        case "out of the class":
            book.edit(UNITS, lambda _: ())
        case "title":
            book.edit(STUDENTS, changed("ava", lambda one: replace(one, name="Ava X.")))
    book.close()
    again = ClassBook(book.folder, "d1")
    (kept,) = [one for one in again.progress.spot(*HALVES).facts if one.id == fact.id]
    assert kept == fact
    again.close()


def test_a_step_that_is_gone_is_refused_in_a_sentence(book: ClassBook, judging: Judging) -> None:
    opened = judging.criteria(HALVES)
    book.edit(UNITS, lambda _: ())
    with pytest.raises(Refusal, match="not in the class any more"):
        judging.criteria(HALVES)
    (fact,) = judging.judge([read(opened)]).facts
    assert judged_under(fact) == (opened.step_version, None, ("folds it",)), "what was seen was seen"


edits = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.lists(st.sampled_from("abcd"), max_size=3, unique=True)),
        st.tuples(st.just("own"), st.lists(st.sampled_from("abxy"), max_size=2, unique=True)),
        st.tuples(st.just("tick"), st.lists(st.integers(0, 2), max_size=2)),
    ),
    max_size=8,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=edits, stale=st.booleans())
def test_what_was_ticked_stays_seen_as_long_as_its_words_stay_and_nothing_is_ever_filled_in(
    book: ClassBook, story: list[tuple[str, list[str] | list[int]]], stale: bool
) -> None:
    sitting = Sitting(book, usual_adult(book))
    judging, ticked = Judging(sitting), set[str]()
    for fact in book.progress.spot(*HALVES).standing:
        ticked |= set(fact.seen)
    opened = judging.criteria(HALVES)
    for what, which in story:
        opened = opened if stale else judging.criteria(HALVES)
        match what:
            case "edit":
                criteria_now(book, tuple(map(str, which)))
            case "own":
                Marks(sitting).mark(Kind.OWN_VERSION, [HALVES], note="\n".join(map(str, which)))
            case _:
                seen = tuple(line for number, line in enumerate(opened.lines) if number in which)
                said = read(opened)._replace(got_it=False, seen=seen)
                judging.judge([said])  # said again, it changes nothing
                fact = next(one for one in reversed(book.facts) if one.kind is Kind.KEEP_WORKING)
                assert judged_under(fact) == (opened.step_version, opened.own_version, seen)
                ticked |= set(seen)
        now = judging.criteria(HALVES)
        own = book.progress.spot(*HALVES).own_criteria
        assert now.lines == (own or step(book).criteria)
        assert now.seen == ticked.intersection(now.lines)
        assert now.rest == tuple(line for line in now.lines if line not in ticked)


def test_no_ticks_stay_no_ticks(book: ClassBook, judging: Judging) -> None:
    judging.judge([read(judging.criteria(HALVES))._replace(got_it=False, seen=())])
    judging.judge([read(judging.criteria(HALVES))._replace(seen=())])
    assert [fact.seen for fact in book.progress.spot(*HALVES).facts] == [(), ()]
    assert judging.criteria(HALVES).rest == FIRST, "seen as a whole ticks nothing"


def test_a_mark_by_one_key_says_which_own_version_it_was_judged_by(book: ClassBook, judging: Judging) -> None:
    marks = Marks(Sitting(book, usual_adult(book)))
    (own,) = marks.mark(Kind.OWN_VERSION, [HALVES], note="with help\nonce").facts
    assert judging.criteria(HALVES).lines == ("with help", "once")
    (tried,) = marks.mark(Kind.KEEP_WORKING, [HALVES]).facts
    (fact,) = marks.mark(Kind.MASTERED, [HALVES]).facts
    assert (tried.own_version, fact.own_version, fact.seen) == (own.id, own.id, ())
    (other,) = marks.mark(Kind.MASTERED, [("ben", "u/halves")]).facts
    assert other.own_version is None


def test_what_was_seen_is_kept_as_it_was_said(book: ClassBook, judging: Judging) -> None:
    book.edit(STUDENTS, changed("ava", lambda one: replace(one, photos=True)))
    verdict = Verdict(
        *HALVES,
        got_it=True,
        step_version=1,
        seen=("folds it",),
        note=" all by\nhimself ",
        way="build it",
        support=Support.TOOLS,
        trials=Trials(3, 4),
        beyond=(Beyond.TAUGHT, Beyond.HOME),
        witness="ben",
        evidence=("0" * 32,),
        caption="my tower",
    )
    judging.judge([verdict])
    book.close()
    again = ClassBook(book.folder, "d2")
    (fact,) = again.progress.spot(*HALVES).facts
    assert (fact.note, fact.way, fact.level_of_support) == ("all by himself", "build it", "tools")
    assert (fact.trials, fact.tries, fact.beyond) == ("3/4", None, ("taught_a_friend", "home"))
    assert (fact.witness, fact.evidence, fact.caption) == ("ben", ("0" * 32,), "my tower")
    again.close()


@pytest.mark.parametrize("witness", ["ava", "nobody", "t"])
def test_only_another_child_of_the_class_has_seen_it_too(judging: Judging, witness: str) -> None:
    with pytest.raises(Refusal, match="another child"):
        judging.judge([Verdict(*HALVES, got_it=True, witness=witness)])


def test_what_stands_in_a_plan_counts_as_alone(book: ClassBook, judging: Judging) -> None:
    book.edit(STUDENTS, changed("ava", lambda one: replace(one, plan=Plan(supports=("cubes",)))))
    said = [Verdict(who, "u/halves", got_it=True, support=Support.TOOLS) for who in ("ava", "ben")]
    assert [fact.level_of_support for fact in judging.judge(said).facts] == ["alone", "tools"]


def test_one_showing_of_several_children_and_steps_is_one_deed(book: ClassBook) -> None:
    sitting = Sitting(book, usual_adult(book))
    said = [Verdict(who, f"u/{name}", got_it=name != "add") for who in ("ava", "ben") for name in ("halves", "add")]
    outcome = Judging(sitting).judge(said)
    assert len({fact.showing for fact in outcome.facts}) == 1
    assert [fact.kind for fact in outcome.facts] == [Kind.MASTERED, Kind.KEEP_WORKING] * 2
    sitting.undo()
    assert not any(spot.standing for who in ("ava", "ben") for spot in book.progress.row(who).values())


def test_a_child_has_heard_of_a_keep_working_once_an_adult_says_so(book: ClassBook, judging: Judging) -> None:
    judging.judge([Verdict(*HALVES, got_it=False, tip="fold it")])
    assert book.progress.spot(*HALVES).heard.status is Status.OPEN
    assert judging.tell([HALVES]).changed
    assert book.progress.spot(*HALVES).heard.status is Status.KEEP_WORKING
    assert not judging.tell([HALVES]).changed


@pytest.mark.parametrize("student", [Student("ava", "Ava B."), Student("new", "New")])
def test_nothing_of_a_verdict_depends_on_how_a_child_is_listed(
    book: ClassBook, judging: Judging, student: Student
) -> None:
    book.edit(STUDENTS, put(student))
    (fact,) = judging.judge([Verdict(student.id, "u/halves", got_it=True)]).facts
    assert book.progress.spot(student.id, "u/halves").is_mastered
    assert fact.step_version == step(book).version


NO = Verdict("ava", "u/halves", got_it=False, tip="fold once", seen=("Folds it",))


def kept(book: ClassBook) -> int:
    return len([fact for fact in book.facts if fact.kind is Kind.KEEP_WORKING])


@pytest.mark.parametrize(
    "other",
    [
        NO._replace(tip="cut it"),
        NO._replace(seen=()),
        NO._replace(seen=("Folds it", "Names it")),
        NO._replace(way="Build it"),
        NO._replace(support=Support.PROMPTED),
        NO._replace(trials=Trials(1, 4)),
        NO._replace(beyond=(Beyond.HOME,)),
        NO._replace(witness="ben"),
    ],
)
def test_keep_working_said_again_changes_nothing_and_one_other_word_is_another_showing(
    book: ClassBook, other: Verdict
) -> None:
    judging = Judging(Sitting(book, usual_adult(book)))
    assert judging.judge([NO]).changed
    again = judging.judge([NO])
    assert (again.changed, again.facts, kept(book)) == (False, (), 1)
    assert again.said == "Ava B. · Halves: already Keep working."
    assert judging.judge([other]).changed
    assert judging.judge([NO]).changed, "something else was said meanwhile"


def test_keep_working_counts_again_once_something_happened_or_another_adult_says_it(book: ClassBook) -> None:
    sitting = Sitting(book, usual_adult(book))
    judging, marks = Judging(sitting), Marks(sitting)
    book.edit(ASSESSORS, put(Assessor("bo", "Mr. Bo")))
    judging.judge([NO])
    for happened in (
        lambda: judging.tell([("ava", "u/halves")]),
        lambda: marks.mark(Kind.READY, [("ava", "u/halves")]),
        lambda: setattr(sitting, "actor", Actor.adult("bo")),
    ):
        assert not judging.judge([NO]).changed
        happened()
        assert judging.judge([NO]).changed
    sitting.undo()
    assert judging.judge([NO]).changed, "it was taken back meanwhile"


def test_one_key_twice_on_the_board_is_one_keep_working(book: ClassBook) -> None:
    marks = Marks(Sitting(book, usual_adult(book)))
    assert marks.mark(Kind.KEEP_WORKING, [("ava", "u/halves")], note="fold once").changed
    assert not marks.mark(Kind.KEEP_WORKING, [("ava", "u/halves")], note="fold once").changed
    assert marks.mark(Kind.KEEP_WORKING, [("ava", "u/halves"), ("ben", "u/halves")], note="fold once").changed
    assert kept(book) == 2


def test_who_has_nothing_to_hear_is_named(book: ClassBook) -> None:
    told = Judging(Sitting(book, usual_adult(book))).tell([("ava", "u/halves")])
    assert (told.changed, told.said) == (False, "Ava B. · Halves: nothing waits to be told here.")
