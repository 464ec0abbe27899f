"""A visit at the kiosk: a child does what is its own, somebody nobody knows hardly anything, and a hand that plays little."""

import random
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.deeds.history import Outcome
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.visit import MOST_FACTS, Visit
from board.errors import Refusal
from board.mastery.asking import MOST_CHANGES, MOST_HELP
from board.mastery.facts import Fact, Kind
from board.mastery.kiosk import Known
from board.mastery.may import Actor, may
from board.mastery.people import Student
from board.mastery.pictures import Origin
from board.mastery.plan import Plan
from board.mastery.progress import progress_of
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS, UNITS, put
from board.store.draft import Draft
from board.words.outcomes.to_child import (
    ASKED_ENOUGH,
    CHANGED_OFTEN,
    ENOUGH_FOR_NOW,
    HELP_ENOUGH,
    NO_SUCH_WAY,
    NOT_NOW,
    NOT_OPEN,
    SHOW_YOUR_WORD,
    TEACHER_LOOKS,
    WITH_YOUR_TEACHER,
    to_child,
)
from board.words.outcomes.told import Steered
from board.words.outcomes.whose import Whose
from builders import UNIT
from every_deed import NAMES, deeds, prepare

STEPS = ("u/halves", "u/thirds", "u/fourths")
HALVES = STEPS[0]


def by_word(book: ClassBook, who: str = "ava") -> Visit:
    return Visit(book, who, Known.BY_WORD)


def by_sign(book: ClassBook, who: str = "ava") -> Visit:
    return Visit(book, who, Known.BY_SIGN)


def marked(book: ClassBook, *drafts: Draft) -> None:
    book.record(drafts, book.assessors[0].id)


def kinds(book: ClassBook) -> list[tuple[Kind, str, str]]:
    return [(fact.kind, fact.step or "", fact.by) for fact in book.facts]


def refused(wish: Callable[[], Outcome]) -> str:
    with pytest.raises(Refusal) as why:
        wish()
    return str(why.value)


def test_what_a_child_does_is_signed_by_it(book: ClassBook) -> None:
    visit = by_word(book)
    visit.want(HALVES)
    visit.ask(HALVES)
    visit.take_back(HALVES)
    visit.want_help(HALVES)
    visit.help_over(HALVES)
    assert [by for _, _, by in kinds(book)] == ["ava"] * 5
    assert [kind for kind, _, _ in kinds(book)] == [
        *(Kind.WANTED, Kind.READY, Kind.PRACTISING, Kind.HELP_WANTED, Kind.HELP_OVER)
    ]


def test_somebody_nobody_knows_asks_and_an_adult_says_yes(book: ClassBook) -> None:
    (unit,) = book.units
    one = unit.levels[0]
    halves = replace(one.steps[0], ways=("Draw it",))
    book.edit(UNITS, put(replace(unit, levels=(replace(one, steps=(halves, *one.steps[1:])), *unit.levels[1:]))))
    visit = by_sign(book)
    assert to_child(visit.ask(HALVES, "Draw it").told) == TEACHER_LOOKS
    assert to_child(visit.ask(HALVES, "Draw it").told) == TEACHER_LOOKS
    (fact,) = book.facts
    assert (fact.kind, fact.by, fact.way) == (Kind.MAYBE_READY, "", "Draw it")
    spot = book.progress.spot("ava", HALVES)
    assert spot.asked is None
    assert spot.maybe == fact


def test_somebody_nobody_knows_does_nothing_else(book: ClassBook) -> None:
    marked(book, Draft(Kind.MASTERED, "ava", HALVES))
    before = tuple(book.facts)
    visit = by_sign(book)
    assert not visit.may_draw
    assert not visit.to_cover
    for wish in (visit.want, visit.take_back, visit.want_help, visit.help_over, visit.cover):
        assert refused(lambda wish=wish: wish(STEPS[1])) == SHOW_YOUR_WORD  # type: ignore[misc]
    book.edit(ABOUT, lambda about: about._replace(kiosk=about.kiosk._replace(words=False)))
    assert refused(lambda: visit.want(HALVES)) == WITH_YOUR_TEACHER
    assert tuple(book.facts) == before


def test_what_a_child_asked_for_itself_is_no_news_to_somebody_nobody_knows(book: ClassBook) -> None:
    by_word(book).ask(HALVES)
    by_word(book).ask(STEPS[1])
    assert to_child(by_sign(book).ask(HALVES).told) == TEACHER_LOOKS
    assert to_child(by_sign(book).ask(STEPS[2]).told) == TEACHER_LOOKS, "its own requests take no room here"
    assert [kind for kind, _, _ in kinds(book)] == [Kind.READY, Kind.READY, Kind.MAYBE_READY]


def test_somebody_nobody_knows_may_let_few_wait(book: ClassBook) -> None:
    for step in STEPS[:2]:
        by_sign(book).ask(step)
    assert refused(lambda: by_sign(book).ask(STEPS[2])) == ASKED_ENOUGH
    book.edit(ABOUT, lambda about: about._replace(asking=False))
    assert refused(lambda: by_sign(book).ask(STEPS[2])) == NOT_NOW


def test_the_newest_stickers_are_covered_and_no_others(book: ClassBook) -> None:
    visit = by_word(book)
    assert to_child(visit.cover(HALVES).told) == "It is like this already."
    marked(book, Draft(Kind.MASTERED, "ava", HALVES))
    assert list(visit.to_cover) == [HALVES]
    assert to_child(visit.cover(HALVES).told) == "My sticker is on its spot!"
    assert not visit.to_cover
    visit.cover(HALVES)
    visit.cover("u/nothing")
    assert [kind for kind, _, _ in kinds(book)] == [Kind.MASTERED, Kind.COVERED]


def test_help_is_wanted_once_at_a_step_and_with_few_steps(book: ClassBook) -> None:
    visit = by_word(book)
    for step in STEPS[:MOST_HELP]:
        visit.want_help(step)
        assert not visit.want_help(step).facts
    assert refused(lambda: visit.want_help(STEPS[MOST_HELP])) == HELP_ENOUGH
    visit.help_over(HALVES)
    assert not visit.help_over(HALVES).facts
    visit.want_help(STEPS[MOST_HELP])


@pytest.mark.parametrize("step", ["u/take", "u/nothing", "", "x" * 10_000, "u/halves\n", "\x1b[2J"])
def test_what_is_not_open_or_not_there_is_not_wished_for(book: ClassBook, step: str) -> None:
    for visit in (by_word(book), by_sign(book)):
        assert refused(lambda visit=visit: visit.ask(step)) == NOT_OPEN  # type: ignore[misc]
    visit = by_word(book)
    assert refused(lambda: visit.want(step)) == NOT_OPEN
    assert refused(lambda: visit.want_help(step)) == NOT_OPEN
    for wish in (visit.take_back, visit.help_over, visit.cover):
        assert not wish(step).facts
    assert not book.facts


def test_a_step_of_the_childs_own_plan_is_open_to_it_alone(book: ClassBook) -> None:
    extra = Plan(extra=("u/take",))
    book.edit(STUDENTS, lambda now: tuple(replace(one, plan=extra) if one.id == "ava" else one for one in now))
    assert by_word(book).ask("u/take").facts
    assert refused(lambda: by_word(book, "ben").want("u/take")) == NOT_OPEN


@pytest.mark.parametrize("known", Known)
def test_a_way_is_one_of_the_steps_or_of_the_childs_own(book: ClassBook, known: Known) -> None:
    for way in ("Fly to the moon", "x" * 100_000, "[/]", "\u202eabc"):
        assert refused(lambda way=way: Visit(book, "ava", known).ask(HALVES, way)) == NO_SUCH_WAY  # type: ignore[misc]
    book.edit(STUDENTS, lambda now: tuple(replace(one, plan=Plan(shows_best=("sing it",))) for one in now))
    assert Visit(book, "ava", known).ask(HALVES, "sing it").facts[0].way == "sing it"


@pytest.mark.parametrize("known", Known)
def test_a_child_that_is_gone_does_nothing(book: ClassBook, known: Known) -> None:
    visit = Visit(book, "ava", known)
    book.edit(STUDENTS, lambda now: tuple(one for one in now if one.id != "ava"))
    assert refused(lambda: visit.ask(HALVES)) == NOT_OPEN
    if known is Known.BY_WORD:
        assert refused(lambda: visit.want_help(HALVES)) == NOT_OPEN
    assert not book.facts


def test_asking_rests_after_so_many_changes_of_mind_until_an_adult_speaks(book: ClassBook) -> None:
    for _ in range(MOST_CHANGES):
        by_word(book).ask(HALVES)
        by_word(book).take_back(HALVES)
    assert refused(lambda: by_word(book).ask(HALVES)) == CHANGED_OFTEN
    assert not by_word(book).take_back(HALVES).facts
    assert by_word(book).ask(STEPS[1]).facts, "another step is another matter"
    marked(book, Draft(Kind.KEEP_WORKING, "ava", HALVES, note="fold", untold=True))
    assert refused(lambda: by_word(book).ask(HALVES)) == CHANGED_OFTEN, (
        "what it has not heard changes nothing it can tell"
    )
    marked(book, Draft(Kind.PRACTISING, "ava", HALVES))
    assert by_word(book).ask(HALVES).facts


@pytest.mark.parametrize("known", Known)
@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("kind", Kind)
def test_a_forged_fact_is_kept_only_where_it_is_its_own(book: ClassBook, kind: Kind, own: bool, known: Known) -> None:
    visit, student = Visit(book, "ava", known), "ava" if own else "ben"
    actor = Actor.child("ava") if known is Known.BY_WORD else Actor.somebody()
    draft = Draft(kind, student, HALVES, of="some fact")
    told = Steered(Whose(["Ava B."]), kind, stands=True)
    adult = book.assessors[0].id
    with pytest.raises(Refusal):
        visit.sitting.keep([draft._replace(by=adult)], told)
    if may(actor, kind, student):
        assert [fact.by for fact in visit.sitting.keep([draft], told).facts] == [actor.id]
    else:
        with pytest.raises(Refusal):
            visit.sitting.keep([draft], told)
    assert not book.progress.spot(student, HALVES).is_mastered


@pytest.mark.parametrize(("name", "known"), [*product(NAMES, Known)])
def test_no_deed_of_an_adult_and_of_another_child_goes_through_the_kiosk(
    book: ClassBook, name: str, known: Known
) -> None:
    prepare(book, name)
    visit = Visit(book, "cleo", known)  # nobody's, so that every deed is somebody else's
    before = (tuple(book.facts), book.students, book.units, book.about, book.assessors)
    with pytest.raises((Refusal, StopIteration)):
        deeds(visit.sitting)[name]()
    assert (tuple(book.facts), book.students, book.units, book.about, book.assessors) == before


def test_a_picture_is_seen_at_once_only_where_no_adult_looks_first(book: ClassBook) -> None:
    visit, adult = by_word(book), book.assessors[0].id
    (added, *_) = Gallery(visit.sitting).bring("ava", HALVES, ("0" * 32, b"png"), origin=Origin.STUDIO).facts
    seen = Draft(Kind.PICTURE_ACCEPTED, "ava", of=added.id, by=adult)
    told = Steered(Whose(["Ava B."]), Kind.PICTURE_ACCEPTED, stands=True)
    with pytest.raises(Refusal):
        visit.sitting.keep([seen], told)
    book.edit(ABOUT, lambda about: about._replace(looks_first=False))
    with pytest.raises(Refusal):
        visit.sitting.keep([seen._replace(by="nobody")], told)
    with pytest.raises(Refusal):
        by_sign(book).sitting.keep([seen], told)
    assert Gallery(visit.sitting).bring("ava", HALVES, ("1" * 32, b"png"), origin=Origin.STUDIO).facts[-1].by == adult


def test_a_visit_that_plays_leaves_little(book: ClassBook) -> None:
    visit = by_word(book)
    own = Gallery(visit.sitting)
    while visit.may_draw:
        own.bring("ava", HALVES, (f"{len(book.facts):032}", b"png"), origin=Origin.STUDIO)
    assert refused(lambda: visit.want(HALVES)) == ENOUGH_FOR_NOW
    assert len(book.facts) <= MOST_FACTS
    assert not visit.may_draw
    assert by_word(book).may_draw


WISHES = ("ask", "take_back", "want", "want_help", "help_over", "cover")


@settings(max_examples=30)
@given(
    presses=st.lists(st.tuples(st.sampled_from(WISHES), st.sampled_from((*STEPS, "u/take", "u/pizza"))), max_size=300)
)
def test_no_order_of_wishes_masters_a_step_or_floods_the_ledger(presses: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = ClassBook.create(Path(folder, "Room 12.class"), "Room 12", "d1")
        book.edit(STUDENTS, lambda _: (Student("ben", "Ben C."),))
        book.edit(UNITS, put(UNIT))
        visit = by_word(book, "ben")
        for wish, step in presses:
            with suppress(Refusal):
                getattr(visit, wish)(step)
        assert len(book.facts) <= MOST_FACTS
        assert all(fact.by == "ben" == fact.student for fact in book.facts)
        assert not any(spot.is_mastered for spot in book.progress.row("ben").values())
        book.close()


def test_ten_thousand_presses_in_a_hundred_visits_stop_at_what_one_spot_holds(book: ClassBook) -> None:
    dice = random.Random(17)
    for _ in range(100):
        visit = by_word(book)
        for _ in range(100):
            with suppress(Refusal):
                getattr(visit, dice.choice(WISHES))(dice.choice(STEPS))
    assert len(book.facts) <= len(STEPS) * 3 * 2 * MOST_CHANGES


OWN = [kind for kind in Kind if may(Actor.child("ava"), kind, "ava")]


@given(facts=st.permutations(list(enumerate(OWN))))
def test_no_order_of_a_childs_own_facts_masters_a_step(facts: list[tuple[int, Kind]]) -> None:
    made = [
        Fact(f"f{number}", at, "d1", "2026-11-03T10:00:00+00:00", "ava", kind, "ava", HALVES, of="f0")
        for at, (number, kind) in enumerate(facts, 1)
    ]
    spot = progress_of(made).spot("ava", HALVES)
    assert not spot.is_mastered
    assert not spot.covered


def test_an_adult_is_not_held_back(book: ClassBook) -> None:
    for _ in range(MOST_CHANGES):
        by_word(book).ask(HALVES)
        by_word(book).take_back(HALVES)
    teacher = Sitting(book, usual_adult(book))
    assert Marks(teacher).mark(Kind.READY, [("ava", HALVES)]).facts
