"""A child's plan is settled by those who may, one thing at a time, and taken back as far as nobody settled it anew."""

from collections.abc import Callable

import pytest

from board.deeds.history import Outcome
from board.deeds.marks import Marks
from board.deeds.plan import LONGEST, Plans
from board.deeds.roll import ClassList
from board.deeds.sitting import FOR_ADULTS, FOR_PLANNERS, FOR_TEACHERS, Sitting, usual_adult
from board.errors import Refusal
from board.mastery.audience import Audience
from board.mastery.choices import offers_of_class
from board.mastery.facts import How, Kind
from board.mastery.may import Actor, Role
from board.mastery.people import AdultRole, Assessor, Student, clean_line
from board.mastery.plan import USUAL_PLAN, Freedom, Plan
from board.mastery.progress import Status
from board.mastery.roll import with_plan
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, put
from board.words.outcomes.plans import Known
from board.words.reasons import offer_reason
from hostile import HOSTILE

AVA, BEN = ("ava", "u/halves"), ("ben", "u/halves")


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


def child(book: ClassBook, id_: str = "ava") -> Student:
    return next(one for one in book.everyone if one.id == id_)


def seated(book: ClassBook, role: AdultRole) -> Sitting:
    adult = Assessor("other", "Mr. Okafor", role)
    book.edit(ASSESSORS, put(adult))
    return Sitting(book, Actor.adult("other"))


def test_each_change_says_what_it_was_and_one_undo_takes_it_back(sitting: Sitting, book: ClassBook) -> None:
    plans = Plans(sitting)
    said = [
        plans.settle("ava", freedom=Freedom.CHOSEN).said,
        plans.settle("ava", order=["u/thirds"]).said,
        plans.with_extras("ava", ["other/jump"]).said,
        plans.settle("ava", shows_best=[" build  it ", ""]).said,
        plans.settle("ava", supports=["number line", "number line"]).said,
    ]
    assert said == [
        "Who chooses now: the teacher; Ava B. gets the first step that is not shown yet.",
        "Ava B.: Thirds comes first now.",
        "Ava B.: the extra step is other/jump.",
        "Ava B. shows things best so: build it.",
        "Ava B. has this support all year: number line.",
    ]
    whole = Plan(Freedom.CHOSEN, ("u/thirds",), ("other/jump",), ("build it",), ("number line",))
    assert child(book).plan == whole
    assert plans.settle("ava", supports=["number line"]).changed is False
    assert sitting.undo().said == f"Undone: {said[-1]}"
    for _ in said[1:]:
        sitting.undo()
    assert child(book).plan == USUAL_PLAN
    for _ in said:
        sitting.redo()
    assert child(book).plan == whole
    assert child(book, "ben").plan == USUAL_PLAN
    assert not book.facts


def test_a_step_that_comes_first_and_opens_later_says_what_is_offered_until_then(
    sitting: Sitting, book: ClassBook
) -> None:
    plans = Plans(sitting)
    done = plans.settle("ava", freedom=Freedom.CHOSEN, order=["u/pizza"])
    first = (
        "Who chooses now: the teacher; Ava B. gets the first step that is not shown yet. Ava B.: Pizza comes first now."
    )
    assert done.said == f"{first} It opens later; until then: Halves."
    assert sitting.undo().said == f"Undone: {first}"
    assert sitting.redo().said == f"Done again: {first}"
    (offer,) = offers_of_class(book.units, book.progress.row("ava"), child(book).plan, Audience.TEACHER)
    assert (offer.step.title, offer_reason(offer.reason)) == ("Halves", "This comes next on the path.")
    assert plans.settle("ava", order=["u/halves", "u/pizza"]).said == "Ava B.: Halves and Pizza come first now."
    (offer,) = offers_of_class(book.units, book.progress.row("ava"), child(book).plan, Audience.TEACHER)
    assert offer_reason(offer.reason) == "The teacher chose this step."
    assert plans.settle("ava", order=[]).said == "Ava B.: the order of the unit counts now."


def test_undo_leaves_what_another_computer_settled_since(sitting: Sitting, book: ClassBook) -> None:
    Plans(sitting).settle("ava", freedom=Freedom.FREE, supports=["cubes"])
    there = ClassBook(book.folder, "d2")
    Plans(Sitting(there, usual_adult(there))).settle("ava", supports=["chart"])
    book.news()
    assert sitting.undo().changed
    assert child(book).plan == Plan(supports=("chart",))
    assert sitting.redo().changed
    Plans(Sitting(there, usual_adult(there))).settle("ava", freedom=Freedom.CHOSEN)
    book.news()
    assert sitting.undo().said.startswith(
        "Somebody has changed this since, so it is left as it is: Who chooses now: Ava B."
    )
    assert child(book).plan == Plan(Freedom.CHOSEN, supports=("chart",))


def test_a_child_somebody_erased_or_took_out_has_no_plan_to_put_back(sitting: Sitting, book: ClassBook) -> None:
    Plans(sitting).settle("ava", freedom=Freedom.FREE)
    book.edit(STUDENTS, lambda now: tuple(one for one in now if one.id != "ava"))
    assert not sitting.undo().changed
    assert not Plans(sitting).settle("ava", freedom=Freedom.CHOSEN).changed
    assert not Plans(sitting).with_extras("ava", ["other/jump"]).changed


WISHES: list[Callable[[Plans], Outcome]] = [
    lambda plans: plans.settle("ava", freedom=Freedom.FREE),
    lambda plans: plans.with_extras("ava", ["other/jump"]),
    lambda plans: plans.own_version(AVA, ["with cubes"]),
    lambda plans: plans.came_later("ava", {"u/thirds": Known.NOT_PLANNED}),
]


@pytest.mark.parametrize("role", AdultRole)
@pytest.mark.parametrize("wish", WISHES)
def test_only_teachers_and_specialists_settle_a_plan(
    book: ClassBook, role: AdultRole, wish: Callable[[Plans], Outcome]
) -> None:
    sitting = seated(book, role)
    if role in (AdultRole.TEACHER, AdultRole.SPECIALIST):
        assert wish(Plans(sitting)).changed
        assert sitting.undo().changed
    else:
        with pytest.raises(Refusal, match=f"{FOR_PLANNERS}|{FOR_TEACHERS}".replace(".", r"\.")):
            wish(Plans(sitting))
    assert child(book).plan == USUAL_PLAN


@pytest.mark.parametrize("role", [Role.CHILD, Role.HELPER])
@pytest.mark.parametrize("wish", WISHES)
def test_no_child_settles_a_plan_its_own_neither(book: ClassBook, role: Role, wish: Callable[[Plans], Outcome]) -> None:
    with pytest.raises(Refusal, match=FOR_ADULTS.replace(".", r"\.")):
        wish(Plans(Sitting(book, Actor(role, "ava"))))
    assert not book.facts


def test_a_specialist_settles_the_plan_and_nothing_else_of_a_child(book: ClassBook) -> None:
    sitting = seated(book, AdultRole.SPECIALIST)
    with pytest.raises(Refusal):
        ClassList(sitting).edit(child(book), {"name": "Ada"})
    with pytest.raises(Refusal):
        sitting.edit(STUDENTS, lambda now: with_plan(now, "ava", lambda _: Plan(Freedom.FREE)))
    before = book.everyone
    Plans(sitting).settle("ava", supports=["cubes"])
    assert with_plan(book.everyone, "ava", lambda _: USUAL_PLAN) == before


def test_own_criteria_stand_one_a_line_and_can_be_taken_out_again(sitting: Sitting, book: ClassBook) -> None:
    plans = Plans(sitting)
    assert plans.own_version(AVA, ["with cubes", " ", "says  it"]).said == "Ava B. · Halves: Own version"
    assert book.progress.spot(*AVA).own_criteria == ("with cubes", "says it")
    assert not plans.own_version(AVA, ["with cubes", "says it"]).changed
    plans.own_version(AVA, ["with a partner"])
    assert plans.own_version(AVA, []).changed  # the one before does not come back
    assert book.progress.spot(*AVA).own_version is None
    sitting.undo()
    assert book.progress.spot(*AVA).own_criteria == ("with a partner",)
    assert not plans.own_version(BEN, []).changed


def test_what_a_late_joiner_knows_is_one_showing_and_one_undo(sitting: Sitting, book: ClassBook) -> None:
    Marks(sitting).mark(Kind.MASTERED, [("ava", "u/pizza")])
    came = Plans(sitting).came_later(
        "ava",
        {
            "u/halves": Known.ELSEWHERE,
            "u/thirds": Known.TESTED_OUT,
            "u/fourths": Known.NOT_PLANNED,
            "u/pizza": Known.NOT_PLANNED,
        },
    )
    assert came.said == "Ava B. begins with what is known: 1 shown elsewhere, 1 tested out and 1 started later"
    spots = [book.progress.spot("ava", f"u/{name}") for name in ("halves", "thirds", "fourths", "pizza")]
    assert [spot.status for spot in spots] == [Status.MASTERED, Status.MASTERED, Status.EXCUSED, Status.MASTERED]
    assert [spot.mark.how for spot in spots if spot.mark] == [How.ELSEWHERE, How.TESTED_OUT, How.SHOWN, How.SHOWN]
    assert len({fact.showing for fact in came.facts}) == 1
    assert book.progress.row("ben") == {}
    sitting.undo()
    assert [book.progress.spot("ava", f"u/{name}").status for name in ("halves", "thirds", "fourths", "pizza")] == [
        Status.OPEN,
        Status.OPEN,
        Status.OPEN,
        Status.MASTERED,
    ]
    assert not Plans(sitting).came_later("ava", {}).changed


def test_harmful_and_endless_lines_are_kept_so_that_the_class_opens_without_a_word(
    sitting: Sitting, book: ClassBook
) -> None:
    plans = Plans(sitting)
    assert plans.settle("ava", supports=HOSTILE[:40], shows_best=HOSTILE[-40:]).changed
    assert plans.own_version(AVA, HOSTILE[:40]).changed
    kept = child(book).plan
    assert kept.supports
    assert all(clean_line(line) == line and 0 < len(line) <= LONGEST for line in (*kept.supports, *kept.shows_best))
    again = ClassBook(book.folder, "d1")
    assert child(again).plan == kept
    assert not again.said
    assert again.progress.spot(*AVA).own_criteria == book.progress.spot(*AVA).own_criteria


def test_more_lines_than_anybody_reads_are_refused_and_nothing_is_kept(sitting: Sitting, book: ClassBook) -> None:
    many = [f"line {number}" for number in range(41)]
    wishes: list[Callable[[], Outcome]] = [
        lambda: Plans(sitting).settle("ava", supports=many, freedom=Freedom.FREE),
        lambda: Plans(sitting).own_version(AVA, many),
    ]
    for wish in wishes:
        with pytest.raises(Refusal, match="room for 40 lines"):
            wish()
    assert child(book).plan == USUAL_PLAN
    assert not book.facts
