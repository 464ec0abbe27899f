"""Who may keep which fact: a child speaks for itself, only an adult judges, and what an adult may say hangs on its role."""

from itertools import product

import pytest

from board.mastery.facts import Fact, Kind
from board.mastery.may import Actor, Role, is_teacher, may, may_plan, may_steer
from board.mastery.people import AdultRole

SAYS = {"practising", "ready", "wanted", "unwanted"}
OWN = (
    SAYS
    | {"help_wanted", "help_over", "covered", "card_seen"}
    | {f"picture_{what}" for what in ("added", "placed", "captioned", "cut", "hidden", "chosen", "unchosen")}
)
MAYBE = {"maybe_ready", "card_wanted"}
SEES = SAYS | {
    "help_over",
    "card_seen",
    "mastered",
    "one_of_two",
    "keep_working",
    "told",
    "note",
    "withdrawn",
    "restored",
}
IN_THE_ROOM = SEES | OWN | {"away", "check_again", "picture_accepted", "printed"}
PLANS = {"excused", "included", "own_version"}

ADULTS = {
    AdultRole.TEACHER: {*Kind},
    AdultRole.SPECIALIST: IN_THE_ROOM | PLANS | {"example_counts", "example_not_yet"},
    AdultRole.AIDE: IN_THE_ROOM,
    AdultRole.STUDENT_TEACHER: IN_THE_ROOM,
    AdultRole.REVIEWER: SEES,
}
"""Written down here a second time. A new role has no row, so somebody has to think about it first."""


@pytest.mark.parametrize("kind", Kind)
def test_each_may_do_what_is_theirs(kind: Kind) -> None:
    for student, id_ in product(("ava", "ben"), repeat=2):
        assert may(Actor.adult(id_), kind, student) is True
        assert may(Actor.child(id_), kind, student) is (student == id_ and kind in OWN)
        assert may(Actor.helper(id_), kind, student) is (kind in (OWN if student == id_ else SAYS))
        assert may(Actor.somebody(), kind, student) is (kind in MAYBE)


@pytest.mark.parametrize(("role", "kind"), [*product(AdultRole, Kind)], ids=str)
def test_an_adult_may_do_what_its_role_says_of_any_child(role: AdultRole, kind: Kind) -> None:
    for student in ("ava", "t"):
        assert may(Actor(Role.ADULT, "t", role), kind, student) is (kind in ADULTS[role])


@pytest.mark.parametrize(("duty", "part"), [*product(AdultRole, Role)], ids=str)
def test_lists_are_a_teachers_and_plans_those_of_who_may_excuse(duty: AdultRole, part: Role) -> None:
    who = Actor(part, "t", duty)
    assert is_teacher(who) is (part is Role.ADULT and duty is AdultRole.TEACHER)
    assert may_plan(who) is (part is Role.ADULT and duty in (AdultRole.TEACHER, AdultRole.SPECIALIST))


@pytest.mark.parametrize(("duty", "part", "kind"), [*product(AdultRole, Role, Kind)], ids=str)
def test_what_another_adult_said_is_taken_back_by_it_or_a_teacher_alone(
    duty: AdultRole, part: Role, kind: Kind
) -> None:
    who = Actor(part, "t", duty)
    own, others = (Fact("f", 1, "d", "", by, kind, "ava", "u/a") for by in ("t", "somebody else"))
    is_adult = part is Role.ADULT
    assert may_steer(who, own) is is_adult
    assert may_steer(who, others) is (is_adult and (duty is AdultRole.TEACHER or kind in SAYS | MAYBE))


def test_an_actor_is_made_for_each_part() -> None:
    makers = (Actor.adult, Actor.child, Actor.helper)
    made = [*(make("ava") for make in makers), Actor.somebody()]
    assert made == [Actor(role, "" if role is Role.SOMEBODY else "ava") for role in Role]
