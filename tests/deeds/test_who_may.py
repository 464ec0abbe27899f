"""Who may do what: the table is written here a second time, and a sitting lets through exactly that."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from board.art.pixels import empty
from board.deeds.about import AboutClass
from board.deeds.drawing import Easel
from board.deeds.history import Outcome
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.pin import Pins
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.unit import UnitEdits
from board.errors import Refusal
from board.mastery.facts import Fact, Kind
from board.mastery.may import Actor, Role, may
from board.mastery.people import AdultRole, Assessor
from board.mastery.pictures import Origin
from board.mastery.progress import Status
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, ASSESSORS, put
from board.store.draft import Draft
from board.words.outcomes.told import Steered
from board.words.outcomes.whose import Whose
from builders import UNIT

HALVES = "u/halves"

ALLOWED = {
    #                      child: own, other   helper: own, other
    Kind.MASTERED: ("no", "no", "no", "no"),
    Kind.KEEP_WORKING: ("no", "no", "no", "no"),
    Kind.TOLD: ("no", "no", "no", "no"),
    Kind.ONE_OF_TWO: ("no", "no", "no", "no"),
    Kind.PRACTISING: ("yes", "no", "yes", "yes"),
    Kind.READY: ("yes", "no", "yes", "yes"),
    Kind.WANTED: ("yes", "no", "yes", "yes"),
    Kind.UNWANTED: ("yes", "no", "yes", "yes"),
    Kind.MAYBE_READY: ("no", "no", "no", "no"),
    Kind.HELP_WANTED: ("yes", "no", "yes", "no"),
    Kind.HELP_OVER: ("yes", "no", "yes", "no"),
    Kind.COVERED: ("yes", "no", "yes", "no"),
    Kind.CARD_WANTED: ("no", "no", "no", "no"),
    Kind.CARD_SEEN: ("yes", "no", "yes", "no"),
    Kind.EXCUSED: ("no", "no", "no", "no"),
    Kind.INCLUDED: ("no", "no", "no", "no"),
    Kind.OWN_VERSION: ("no", "no", "no", "no"),
    Kind.CHECK_AGAIN: ("no", "no", "no", "no"),
    Kind.EXAMPLE_COUNTS: ("no", "no", "no", "no"),
    Kind.EXAMPLE_NOT_YET: ("no", "no", "no", "no"),
    Kind.NOTE: ("no", "no", "no", "no"),
    Kind.AWAY: ("no", "no", "no", "no"),
    Kind.PICTURE_ADDED: ("yes", "no", "yes", "no"),
    Kind.PICTURE_PLACED: ("yes", "no", "yes", "no"),
    Kind.PICTURE_ACCEPTED: ("no", "no", "no", "no"),
    Kind.PICTURE_HIDDEN: ("yes", "no", "yes", "no"),
    Kind.PICTURE_CAPTIONED: ("yes", "no", "yes", "no"),
    Kind.PICTURE_CUT: ("yes", "no", "yes", "no"),
    Kind.PICTURE_CHOSEN: ("yes", "no", "yes", "no"),
    Kind.PICTURE_UNCHOSEN: ("yes", "no", "yes", "no"),
    Kind.PHOTO_REMOVED: ("no", "no", "no", "no"),
    Kind.PRINTED: ("no", "no", "no", "no"),
    Kind.ERASED: ("no", "no", "no", "no"),
    Kind.WITHDRAWN: ("no", "no", "no", "no"),
    Kind.RESTORED: ("no", "no", "no", "no"),
}
"""A teacher may do all of it. A new kind has no row, so somebody has to think about it first."""

_OF_SOMEBODY = (Kind.MAYBE_READY, Kind.CARD_WANTED)
"""What is said at the kiosk by somebody nobody knows; adults know who they are."""

_FOR_TEACHERS = (
    *_OF_SOMEBODY,
    Kind.PHOTO_REMOVED,
    *(Kind.ERASED, Kind.EXCUSED, Kind.INCLUDED, Kind.OWN_VERSION),
    *(Kind.EXAMPLE_COUNTS, Kind.EXAMPLE_NOT_YET),
)

NOT_FOR_ADULTS = {
    AdultRole.TEACHER: (),
    AdultRole.SPECIALIST: (*_OF_SOMEBODY, Kind.ERASED, Kind.PHOTO_REMOVED),
    AdultRole.AIDE: _FOR_TEACHERS,
    AdultRole.STUDENT_TEACHER: _FOR_TEACHERS,
    AdultRole.REVIEWER: (
        *(*_FOR_TEACHERS, Kind.CHECK_AGAIN, Kind.AWAY, Kind.PRINTED),
        *(Kind.HELP_WANTED, Kind.COVERED),
        *(kind for kind in Kind if kind.startswith("picture")),
    ),
}
"""What each adult may not say, in a class that has a teacher."""


def allowed(role: Role, kind: Kind, *, own: bool) -> bool:
    if role is Role.SOMEBODY:
        return kind in _OF_SOMEBODY
    row = ALLOWED[kind]
    return role is Role.ADULT or row[2 * (role is Role.HELPER) + (not own)] == "yes"


def test_every_kind_of_fact_has_a_row() -> None:
    assert set(ALLOWED) == set(Kind)


@pytest.mark.parametrize(("kind", "role", "student"), [*product(Kind, Role, ("ava", "ben"))], ids=str)
def test_a_sitting_keeps_exactly_what_its_actor_may_do(book: ClassBook, kind: Kind, role: Role, student: str) -> None:
    actor = usual_adult(book) if role is Role.ADULT else Actor(role, "" if role is Role.SOMEBODY else "ava")
    is_allowed = allowed(role, kind, own=student == actor.id)
    assert may(actor, kind, student) is is_allowed
    draft = Draft(kind, student, None if kind is Kind.ERASED else HALVES, of="some fact")
    sitting = Sitting(book, actor)
    kept: tuple[Fact, ...] = ()
    if is_allowed:
        kept = sitting.keep([draft], Steered(Whose(["Ava B."]), kind, stands=True)).facts
    else:
        with pytest.raises(Refusal, match=r"That is for an adult to do: show your teacher\."):
            sitting.keep([draft], Steered(Whose(["Ava B."]), kind, stands=True))
    assert [(fact.kind, fact.by) for fact in kept] == ([(kind, actor.id)] if is_allowed else [])
    assert tuple(book.facts) == kept


@pytest.mark.parametrize("duty", AdultRole)
def test_a_sitting_keeps_exactly_what_the_role_of_an_adult_allows(book: ClassBook, duty: AdultRole) -> None:
    book.edit(ASSESSORS, put(Assessor("visitor", "Mr. Bo", duty)))
    sitting = Sitting(book, Actor.adult("visitor"))
    for kind in Kind:
        draft = Draft(kind, "ava", None if kind is Kind.ERASED else HALVES, of="some fact")
        told = Steered(Whose(["Ava B."]), kind, stands=True)
        if kind in NOT_FOR_ADULTS[duty]:
            with pytest.raises(Refusal, match="That is for the teacher of this class"):
                sitting.keep([draft], told)
        else:
            assert [fact.by for fact in sitting.keep([draft], told).facts] == ["visitor"]
    assert {fact.kind for fact in book.facts} == set(Kind) - set(NOT_FOR_ADULTS[duty])


@pytest.mark.parametrize("duty", AdultRole)
def test_lists_and_the_words_of_others_are_changed_by_a_teacher_alone(book: ClassBook, duty: AdultRole) -> None:
    teacher, is_teacher = Sitting(book, usual_adult(book)), duty is AdultRole.TEACHER
    (mark,) = Marks(teacher).mark(Kind.MASTERED, [("ava", HALVES)]).facts
    (ready,) = Marks(Sitting(book, Actor.child("ben"))).mark(Kind.READY, [("ben", HALVES)]).facts
    book.edit(ASSESSORS, put(Assessor("visitor", "Mr. Bo", duty)))
    sitting = Sitting(book, Actor.adult("visitor"))
    roll, units, about = ClassList(sitting), UnitEdits(sitting), AboutClass(sitting)
    wishes: tuple[Callable[[], object], ...] = (
        lambda: Marks(sitting).steer(mark, Kind.WITHDRAWN),
        lambda: roll.edit(book.students[0], {"name": "Ava X."}),
        lambda: units.make(UNIT.id, lambda unit: replace(unit, title="Other")),
        lambda: about.rename("Room 13"),
        lambda: about.settle_kiosk("words", 0),
        lambda: Pins(book).set(sitting, "4716"),
        lambda: Pins(book).off(sitting),
        lambda: about.add_adult("Ms. New"),
    )
    for wish in wishes:
        if is_teacher:
            wish()
        else:
            with pytest.raises(Refusal):
                wish()
    assert book.progress.spot("ava", HALVES).is_mastered is not is_teacher
    assert (book.name == "Room 13") is is_teacher
    assert Marks(sitting).steer(ready, Kind.WITHDRAWN).changed, "what a child said may have been heard by any adult"
    (own,) = Marks(sitting).mark(Kind.MASTERED, [("ben", HALVES)]).facts
    assert Marks(sitting).steer(own, Kind.WITHDRAWN).changed


def test_a_class_in_which_no_adult_is_a_teacher_is_changed_by_all_of_them(book: ClassBook) -> None:
    (only,) = book.assessors
    book.edit(ASSESSORS, put(replace(only, role=AdultRole.AIDE)))
    AboutClass(Sitting(book, Actor.adult(only.id))).rename("Room 13")
    assert book.name == "Room 13"


def test_of_several_facts_none_is_kept_where_one_may_not_be(book: ClassBook) -> None:
    sitting = Sitting(book, Actor.child("ava"))
    with pytest.raises(Refusal):
        Marks(sitting).mark(Kind.READY, [("ava", HALVES), ("ben", HALVES)])
    assert not book.facts
    assert sitting.undo().said == "Nothing to undo since the board was opened."


def test_a_child_says_it_is_ready_and_an_adult_judges_it(book: ClassBook) -> None:
    child, adult = Sitting(book, Actor.child("ava")), Sitting(book, usual_adult(book))
    (ready,) = Marks(child).mark(Kind.READY, [("ava", HALVES)]).facts
    assert ready.by == "ava"
    with pytest.raises(Refusal):
        Marks(child).mark(Kind.MASTERED, [("ava", HALVES)])
    Marks(adult).mark(Kind.MASTERED, [("ava", HALVES)])
    assert book.progress.spot("ava", HALVES).status is Status.MASTERED


def test_who_sat_here_before_can_be_taken_back_by_an_adult_alone(book: ClassBook) -> None:
    sitting = Sitting(book, usual_adult(book))
    Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES)])
    sitting.actor = Actor.child("ava")
    with pytest.raises(Refusal):
        sitting.undo()
    assert book.progress.spot("ava", HALVES).status is Status.MASTERED
    sitting.actor = usual_adult(book)
    assert sitting.undo().changed


@pytest.mark.parametrize("role", [Role.CHILD, Role.HELPER])
def test_children_change_no_list_and_nothing_about_the_class(book: ClassBook, role: Role) -> None:
    sitting = Sitting(book, Actor(role, "ava"))
    roll, units, about = ClassList(sitting), UnitEdits(sitting), AboutClass(sitting)
    ava, ben = book.students
    before = (book.everyone, book.units, book.assessors, book.name, book.about)
    for wish in (
        lambda: roll.edit(ava, {"name": "Queen"}),
        lambda: roll.leave(ben, left=True),
        lambda: roll.join(ava, ben),
        lambda: units.make(UNIT.id, lambda unit: unit.__class__(unit.id, "Other", unit.levels)),
        lambda: units.add(UNIT),
        lambda: about.rename("Room 13"),
        lambda: about.look_first(wanted=False),
        lambda: about.ask_or_rest(asking=False),
        lambda: about.let_ask(5),
        lambda: about.settle_kiosk("lock", 0),
        lambda: Pins(book).set(sitting, "4716"),
        lambda: Pins(book).off(sitting),
        lambda: about.add_adult("Queen"),
        lambda: about.rename_adult(book.assessors[0], "Queen"),
        lambda: about.sit_down(book.assessors[0].id),
    ):
        with pytest.raises(Refusal, match="for an adult"):
            wish()
    assert (book.everyone, book.units, book.assessors, book.name, book.about) == before
    assert sitting.actor == Actor(role, "ava")


@pytest.mark.parametrize("looks_first", [True, False])
def test_a_child_brings_its_own_picture_and_never_accepts_it(book: ClassBook, looks_first: bool) -> None:
    book.edit(ABOUT, lambda now: now._replace(looks_first=looks_first))
    gallery = Gallery(Sitting(book, Actor.child("ava")))
    outcome: Outcome = gallery.bring("ava", HALVES, ("0" * 32, b"png"), origin=Origin.STUDIO)
    signed = {fact.kind: fact.by for fact in outcome.facts}
    assert signed.pop(Kind.PICTURE_ACCEPTED, None) == (None if looks_first else book.assessors[0].id)
    assert set(signed.values()) == {"ava"}
    (art,) = book.progress.shelf("ava").values()
    if looks_first:
        with pytest.raises(Refusal):
            gallery.accept([art])
    with pytest.raises(Refusal):
        gallery.bring("ben", HALVES, ("1" * 32, b"png"), origin=Origin.STUDIO)


def test_nothing_but_a_picture_that_needs_no_look_is_signed_by_somebody_else(book: ClassBook) -> None:
    adult = usual_adult(book).id
    sitting = Sitting(book, Actor.child("ava"))
    told = Steered(Whose(["Ava B."]), Kind.MASTERED, stands=True)
    for kind in set(Kind) - {Kind.PICTURE_ACCEPTED}:
        if not allowed(Role.CHILD, kind, own=True):
            with pytest.raises(Refusal):
                sitting.keep([Draft(kind, "ava", HALVES, by=adult)], told)
    assert not book.facts


def test_a_picture_that_may_not_be_brought_or_drawn_leaves_no_file(book: ClassBook) -> None:
    gallery = Gallery(Sitting(book, Actor.child("ava")))
    with pytest.raises(Refusal):
        gallery.bring("ben", HALVES, ("1" * 32, b"png"), origin=Origin.STUDIO)
    with pytest.raises(Refusal):
        Easel(book, gallery, "ben", HALVES, book.folder / "cache").keep(empty(), "a fish")
    assert not book.pictures.has("1" * 32)
    assert book.pictures.unfinished("ben", HALVES) is None


def test_what_an_old_ledger_holds_counts_whoever_signed_it(book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ava", HALVES)], by="ava")
    assert book.progress.spot("ava", HALVES).status is Status.MASTERED
