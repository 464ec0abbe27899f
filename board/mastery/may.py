"""Who acts, and what they may do: a child speaks for itself, and only an adult judges."""

from enum import Enum, auto
from typing import NamedTuple, Self

from board.mastery.facts import Kind


class Role(Enum):
    """What somebody is to the class."""

    ADULT = auto()
    """Judges: one of the class's assessors."""
    CHILD = auto()
    """Speaks for itself alone."""
    HELPER = auto()
    """A child who helps others to be seen, and never judges them."""


class Actor(NamedTuple):
    """Who does something.

    Attributes:
        role: What they are to the class.
        id: Id of the assessor, or of the student; signs what they do.
    """

    role: Role
    id: str

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


_SAYS = frozenset((Kind.PRACTISING, Kind.READY))
"""What a child says of itself, and a helper of a child it sits with."""

_OWN = _SAYS | {
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


def may(actor: Actor, kind: Kind, student: str) -> bool:
    """Tell whether somebody may add a fact of this kind about a student.

    It is asked before something new is kept and never when a ledger is read: what once was kept counts.

    Args:
        actor: Who acts.
        kind: What would be said.
        student: Id of the student it would be said of.
    """
    if actor.role is Role.ADULT:
        return True
    if actor.id == student:
        return kind in _OWN
    return actor.role is Role.HELPER and kind in _SAYS
