"""Who acts, and what they may do: a child speaks for itself, and only an adult judges."""

from enum import Enum, auto
from typing import NamedTuple, Self

from board.mastery.facts import Fact, Kind
from board.mastery.people import AdultRole


class Role(Enum):
    """What somebody is to the class."""

    ADULT = auto()
    """Judges: one of the class's assessors."""
    CHILD = auto()
    """Speaks for itself alone."""
    HELPER = auto()
    """A child who helps others to be seen, and never judges them."""
    SOMEBODY = auto()
    """Stands at the kiosk and has not shown who it is: what it says of a child waits for an adult's yes."""


class Actor(NamedTuple):
    """Who does something.

    Attributes:
        role: What they are to the class.
        id: Id of the assessor, or of the student; signs what they do.
        duty: What an adult is to the class.
    """

    role: Role
    id: str
    duty: AdultRole = AdultRole.TEACHER

    @classmethod
    def adult(cls, id_: str) -> Self:
        """Give an adult by the id of the assessor."""
        return cls(Role.ADULT, id_)

    @classmethod
    def child(cls, id_: str) -> Self:
        """Give a child by the id of the student."""
        return cls(Role.CHILD, id_)

    @classmethod
    def helper(cls, id_: str) -> Self:
        """Give a child who helps, by the id of the student."""
        return cls(Role.HELPER, id_)

    @classmethod
    def somebody(cls) -> Self:
        """Give somebody at the kiosk who has not shown who it is; it signs nothing."""
        return cls(Role.SOMEBODY, "")


_SAYS = frozenset((Kind.PRACTISING, Kind.READY, Kind.WANTED, Kind.UNWANTED))
"""What a child says of itself, and a helper of a child it sits with."""

_OWN = _SAYS | {
    Kind.HELP_WANTED,
    Kind.HELP_OVER,
    Kind.COVERED,
    Kind.CARD_SEEN,
    Kind.PICTURE_ADDED,
    Kind.PICTURE_PLACED,
    Kind.PICTURE_CAPTIONED,
    Kind.PICTURE_CUT,
    Kind.PICTURE_HIDDEN,
    Kind.PICTURE_CHOSEN,
    Kind.PICTURE_UNCHOSEN,
}
"""What a child does with what is its own. Everything else is a judgement, a plan, or a word about somebody: an adult's. A child
takes nothing back, for what it said may have been answered by now; it says something else."""

_MAYBE = frozenset((Kind.MAYBE_READY, Kind.CARD_WANTED))
"""What somebody says whom nobody knows; it changes nothing of how a child stands."""

_SEES = _SAYS | {
    Kind.HELP_OVER,
    Kind.CARD_SEEN,
    Kind.MASTERED,
    Kind.ONE_OF_TWO,
    Kind.KEEP_WORKING,
    Kind.TOLD,
    Kind.NOTE,
    Kind.WITHDRAWN,
    Kind.RESTORED,
}
"""What everybody does who judges: sees a showing, writes about it, and takes back what was their own."""

_IN_THE_ROOM = _SEES | _OWN | {Kind.AWAY, Kind.CHECK_AGAIN, Kind.PICTURE_ACCEPTED, Kind.PRINTED}
_GUIDES = frozenset((Kind.EXAMPLE_COUNTS, Kind.EXAMPLE_NOT_YET))
_PLANS = frozenset((Kind.EXCUSED, Kind.INCLUDED, Kind.OWN_VERSION))

_ADULTS = {
    AdultRole.TEACHER: frozenset(Kind),
    AdultRole.SPECIALIST: _IN_THE_ROOM | _PLANS | _GUIDES,
    AdultRole.AIDE: _IN_THE_ROOM,
    AdultRole.STUDENT_TEACHER: _IN_THE_ROOM,
    AdultRole.REVIEWER: _SEES,
}
"""What each adult may say. Lists, units and adults are the teacher's, and so is finishing alone what asks for two."""


def may(actor: Actor, kind: Kind, student: str) -> bool:
    """Tell whether somebody may add a fact of this kind about a student.

    It is asked before something new is kept and never when a ledger is read: what once was kept counts.

    Args:
        actor: Who acts.
        kind: What would be said.
        student: Id of the student it would be said of.
    """
    if actor.role is Role.ADULT:
        return kind in _ADULTS[actor.duty]
    if actor.role is Role.SOMEBODY:
        return kind in _MAYBE
    if actor.id == student:
        return kind in _OWN
    return actor.role is Role.HELPER and kind in _SAYS


def is_teacher(actor: Actor) -> bool:
    """Tell whether somebody is a teacher of the class: changes its lists, and finishes alone what asks for two adults."""
    return actor.role is Role.ADULT and actor.duty is AdultRole.TEACHER


def may_plan(actor: Actor) -> bool:
    """Tell whether somebody may settle the plan of a child."""
    return actor.role is Role.ADULT and _ADULTS[actor.duty] >= _PLANS


def may_steer(actor: Actor, fact: Fact) -> bool:
    """Tell whether somebody may take back a fact, or put it back: a teacher any, another adult their own and what children said.

    Args:
        actor: Who acts.
        fact: What would be taken back.
    """
    return is_teacher(actor) or (actor.role is Role.ADULT and (fact.by == actor.id or fact.kind in _SAYS | _MAYBE))
