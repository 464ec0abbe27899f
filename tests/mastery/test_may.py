"""Who may keep which fact: a child speaks for itself, and only an adult judges."""

from itertools import product

import pytest

from board.mastery.facts import Kind
from board.mastery.may import Actor, Role, may

SAYS = {"practising", "ready"}
OWN = SAYS | {f"picture_{what}" for what in ("added", "placed", "captioned", "cut", "hidden", "chosen", "unchosen")}


@pytest.mark.parametrize("kind", Kind)
def test_each_may_do_what_is_theirs(kind: Kind) -> None:
    for student, id_ in product(("ava", "ben"), repeat=2):
        assert may(Actor.adult(id_), kind, student) is True
        assert may(Actor.child(id_), kind, student) is (student == id_ and kind in OWN)
        assert may(Actor.helper(id_), kind, student) is (kind in (OWN if student == id_ else SAYS))


def test_an_actor_is_made_for_each_part() -> None:
    makers = (Actor.adult, Actor.child, Actor.helper)
    assert [make("ava") for make in makers] == [Actor(role, "ava") for role in Role]
