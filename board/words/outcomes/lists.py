"""What can be told of what stands in lists, as data, and what is said of it to adults: children, units, adults, the class itself."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from board.counting import counted, listed
from board.mastery.kiosk import KioskField
from board.mastery.people import AdultRole
from board.words.adults import HAS_ROLE
from board.words.kiosk import kiosk_words
from board.words.outcomes.plans import CameLater, PlanSettled, plan_words


class StudentChanged(NamedTuple):
    """The entry of a child says something else."""

    name: str


class StudentLeft(NamedTuple):
    """A child has left the class, or is back."""

    name: str
    left: bool


class PhotosAllowed(NamedTuple):
    """The families of children allow photos of their work, or no longer do."""

    names: tuple[str, ...]
    allowed: bool


class CardsMade(NamedTuple):
    """Login cards were made anew for children."""

    names: tuple[str, ...]


class StudentsJoined(NamedTuple):
    """Two entries of one child are one."""

    name: str
    double: str


class StudentsParted(NamedTuple):
    """A child and its double are two again."""

    name: str


class ListTaken(NamedTuple):
    """A list was taken: children came into the class, and of others something else is known now."""

    names: Sequence[str]
    changed: int = 0


class UnitChanged(NamedTuple):
    """A unit says something else, as it is said in a sentence."""

    said: str


class ClassRenamed(NamedTuple):
    """The class has another name."""

    name: str


class LookFirst(NamedTuple):
    """Somebody looks at new pictures before others see them, or nobody does."""

    wanted: bool


class AskingRests(NamedTuple):
    """Children ask to show something later, or may ask again."""

    rests: bool


class MayAsk(NamedTuple):
    """So many requests of one child may wait at a time."""

    most: int


class KioskSettled(NamedTuple):
    """The kiosk is another way from now on, or screens lock later or sooner."""

    field: KioskField
    value: int


class VersionChosen(NamedTuple):
    """One of two versions stands that two computers wrote at the same time."""

    about: str


class AdultAdded(NamedTuple):
    """There is one more adult who marks."""

    name: str


class AdultRenamed(NamedTuple):
    """An adult is called something else."""

    name: str
    before: str


class RoleChanged(NamedTuple):
    """An adult is something else to the class."""

    name: str
    role: AdultRole


ListChange: TypeAlias = (
    StudentChanged
    | StudentLeft
    | PhotosAllowed
    | CardsMade
    | StudentsJoined
    | StudentsParted
    | ListTaken
    | UnitChanged
    | ClassRenamed
    | LookFirst
    | AskingRests
    | MayAsk
    | KioskSettled
    | VersionChosen
    | AdultAdded
    | AdultRenamed
    | PlanSettled
    | CameLater
    | RoleChanged
)
"""A change of what stands in lists: children, units, adults, the class itself."""

_WAITS_NOW = "From now on new pictures wait here before others see them."
_SEEN_AT_ONCE = "From now on others see new pictures at once; those that wait here still wait."

_ASK_LATER = "Children ask later: asking rests until you let them ask again."
_ASK_AGAIN = "Children may ask again."
_MAY_ASK_ONE = "One request of each child may wait at a time."
_MAY_ASK = "{count} requests of each child may wait at a time."


_PHOTOS_YES_ONE = "{names}: the family allows photos of its work"
_PHOTOS_YES_MANY = "{names}: the families allow photos of their work"
_PHOTOS_NO_ONE = "{names}: the family allows no photos of its work; those that are kept stay until they are taken away"
_PHOTOS_NO_MANY = (
    "{names}: the families allow no photos of their work; those that are kept stay until they are taken away"
)


_CARD_MADE = "{names} has a new login card to be printed; the old one opens nothing any more"
_CARDS_MADE = "{names} have new login cards to be printed; the old ones open nothing any more"


def list_words(done: ListChange) -> str:  # noqa: C901, PLR0911, PLR0912 - one row for each
    """Say what came of a wish about what stands in lists."""
    match done:
        case StudentChanged(name):
            return f"{name}: entry changed"
        case StudentLeft(name, left):
            return f"{name} has left the class; every mark is kept" if left else f"{name} is back in the class"
        case PhotosAllowed(names, allowed):
            whose = listed(list(names))
            if allowed:
                return counted(_PHOTOS_YES_ONE, _PHOTOS_YES_MANY, len(names), names=whose)
            return counted(_PHOTOS_NO_ONE, _PHOTOS_NO_MANY, len(names), names=whose)
        case CardsMade(names):
            return counted(_CARD_MADE, _CARDS_MADE, len(names), names=listed(list(names)))
        case StudentsJoined(name, double):
            return f"{name} and {double} are one child now, called {name}; all marks of both count"
        case StudentsParted(name):
            return f"{name} and the double are two again, each with its own marks; give the double its name"
        case ListTaken(names, changed):
            return _list_taken(names, changed)
        case UnitChanged(said):
            return said
        case ClassRenamed(name):
            return f"The class is called {name} now."
        case LookFirst(wanted):
            return _WAITS_NOW if wanted else _SEEN_AT_ONCE
        case AskingRests(rests):
            return _ASK_LATER if rests else _ASK_AGAIN
        case MayAsk(most):
            return counted(_MAY_ASK_ONE, _MAY_ASK, most)
        case KioskSettled(field, value):
            return kiosk_words(field, value)
        case VersionChosen(about):
            return f"{about}: this version stands on every computer"
        case AdultAdded(name):
            return f"{name} marks in this class, too."
        case AdultRenamed(name, before):
            return f"{before} is called {name} now."
        case PlanSettled() | CameLater():
            return plan_words(done)
        case RoleChanged(name, role):
            return HAS_ROLE[role].format(name=name)


def _list_taken(names: Sequence[str], changed: int) -> str:
    if not names:
        return counted("1 entry changed", "{count} entries changed", changed)
    added = counted("{name} added", "{count} students added", len(names), name=names[0])
    if not changed:
        return added
    return counted("{added}, 1 entry changed", "{added}, {count} entries changed", changed, added=added)
