"""What happened: the facts of the ledger, what their fields hold, and their order."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum, StrEnum, auto
from typing import Any, NamedTuple


class Kind(StrEnum):
    """What a fact says."""

    MASTERED = "mastered"
    """An assessor saw it against the criteria."""
    KEEP_WORKING = "keep_working"
    """An assessor saw a try, with one tip in the note."""
    TOLD = "told"
    """The child has heard of the keep working named by `of` from an adult, and may read it from now on."""
    ONE_OF_TWO = "one_of_two"
    """An assessor saw a Boss that asks for two adults, and says got it; `of` names what it answers."""
    PRACTISING = "practising"
    READY = "ready"
    """The student wants to show it, in the way named."""
    WANTED = "wanted"
    """The student wants to work on this step next."""
    UNWANTED = "unwanted"
    """The student wants to work on something else first."""
    MAYBE_READY = "maybe_ready"
    """Somebody at the kiosk, who showed no picture word, says that the student wants to show it; an adult's yes makes it so."""
    HELP_WANTED = "help_wanted"
    """The student would like somebody to help with this step."""
    HELP_OVER = "help_over"
    """Help came, or is wanted no more."""
    COVERED = "covered"
    """The student has covered the spot with its sticker, which was there since the verdict."""
    EXCUSED = "excused"
    """The step is left out of this student's plan."""
    INCLUDED = "included"
    """The step is back in this student's plan."""
    OWN_VERSION = "own_version"
    """The student has an individual step here; the note holds its criteria, one a line."""
    CHECK_AGAIN = "check_again"
    """A private doubt about a mastered step; the sticker stays."""
    EXAMPLE_COUNTS = "example_counts"
    """The pictures in `evidence` show adults what counts at this step; `seen` names the criterion, the note says why."""
    EXAMPLE_NOT_YET = "example_not_yet"
    """The pictures in `evidence` show adults what does not count yet at this step; as with what counts."""
    NOTE = "note"
    AWAY = "away"
    """The student is away on the day of the fact; says nothing about any step."""
    CARD_WANTED = "card_wanted"
    """Somebody at the kiosk did not find the picture word of this student: a look at its card would help. It says nothing about
    the student, and no record holds it."""
    CARD_SEEN = "card_seen"
    """The picture word is known again."""
    PICTURE_ADDED = "picture_added"
    """The student has a new picture: `evidence` names it, the note holds what the child says about it."""
    PICTURE_PLACED = "picture_placed"
    """The picture named by `of` is the student's own for this step; without `of` starter art is."""
    PICTURE_ACCEPTED = "picture_accepted"
    """Others may see the picture named by `of`."""
    PICTURE_HIDDEN = "picture_hidden"
    """Others may not see the picture named by `of`; starter art stands in."""
    PICTURE_CAPTIONED = "picture_captioned"
    """The note is what the child says about the picture named by `of`."""
    PICTURE_CUT = "picture_cut"
    """The sticker of the picture named by `of` is cut as `cut` says."""
    PICTURE_CHOSEN = "picture_chosen"
    """The student wants the picture named by `of` on the class's proud wall."""
    PICTURE_UNCHOSEN = "picture_unchosen"
    """The student no longer wants the picture named by `of` on the proud wall."""
    PHOTO_REMOVED = "photo_removed"
    """The photos of this student's work that `evidence` names are kept no longer, whichever facts name them."""
    PRINTED = "printed"
    """Its sticker came out of the printer well; says nothing about how far the student is."""
    ERASED = "erased"
    """The student was erased: whatever still holds their words takes them out."""
    WITHDRAWN = "withdrawn"
    """Takes back the fact named by `of`."""
    RESTORED = "restored"
    """Puts back the withdrawn fact named by `of`."""


ALONE = frozenset(
    (
        Kind.AWAY,
        Kind.CARD_WANTED,
        Kind.CARD_SEEN,
        Kind.ERASED,
        Kind.PICTURE_ADDED,
        Kind.PICTURE_ACCEPTED,
        Kind.PICTURE_HIDDEN,
        Kind.PICTURE_CAPTIONED,
        Kind.PICTURE_CUT,
        Kind.PICTURE_CHOSEN,
        Kind.PICTURE_UNCHOSEN,
        Kind.PHOTO_REMOVED,
    )
)
"""Kinds that speak of the student alone, whatever step stands there."""

STAYS_HERE = frozenset((Kind.CARD_WANTED, Kind.CARD_SEEN))
"""Kinds that no record and no page about a child holds: somebody stood at the kiosk, and who that was nobody knows."""

STEERING = (Kind.WITHDRAWN, Kind.RESTORED)
"""Kinds that stand where the fact stands of which they speak."""

_STEPLESS = ALONE.union(STEERING)
_OF_FACTS = _STEPLESS - {
    Kind.AWAY,
    Kind.CARD_WANTED,
    Kind.CARD_SEEN,
    Kind.ERASED,
    Kind.PICTURE_ADDED,
    Kind.PHOTO_REMOVED,
}


class How(StrEnum):
    """How a step was mastered; all look the same to others."""

    SHOWN = "shown"
    TESTED_OUT = "tested_out"
    ELSEWHERE = "elsewhere"
    FINISHED_ALONE = "finished_alone"
    """One adult finished a Boss that asks for two."""


class Fact(NamedTuple):
    """One line of the ledger, never edited.

    A tuple, not a dataclass: thousands are made each time a class is opened.

    Attributes:
        id: Made by the writer; a second fact of the same id does nothing.
        seq: One more than the highest number its writer had seen.
        device: The device that wrote it; with `seq` it gives the order.
        at: ISO time with offset, for showing only: clocks may be wrong.
        by: Id of the assessor, or empty.
        kind: What it says.
        student: Id of the student.
        step: Id of the step, or None for a fact about the student alone.
        of: Id of the fact a withdrawal, a restoration or a word about a picture speaks of, or that a verdict answers.
        step_version: Version of the step's criteria it was judged under.
        own_version: Id of the fact whose individual criteria it was judged under instead, or None.
        seen: The criteria that were ticked, in their own words of then; none means seen as a whole.
        how: How it was mastered.
        way: The way the child chose to show it.
        level_of_support: See `showing.Support`.
        tries: How many showings it took, where counted.
        trials: How many trials within this one showing went well, such as 3/4.
        beyond: What more was in the showing, see `showing.Beyond`.
        witness: Id of a student who saw it too, and who judges nothing.
        note: Free text: a tip, an own version's criteria, a remark.
        evidence: Content ids of pictures kept as evidence.
        caption: What the child says about the evidence.
        untold: Whether a keep working waits until the child has heard of it from an adult.
        showing: Marks made together in one showing share this id.
        origin: Where an added picture came from, see `pictures.Origin`.
        cut: How a picture's sticker is cut, see `pictures.Cut`.
        agrees: Id of another adult's got it that was known when this one was said, at a Boss that asks for two.
    """

    id: str
    seq: int
    device: str
    at: str
    by: str
    kind: Kind
    student: str
    step: str | None = None
    of: str | None = None
    step_version: int = 1
    how: How = How.SHOWN
    way: str | None = None
    level_of_support: str | None = None
    tries: int | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    showing: str | None = None
    origin: str | None = None
    cut: str | None = None
    own_version: str | None = None
    seen: tuple[str, ...] = ()
    trials: str | None = None
    beyond: tuple[str, ...] = ()
    witness: str | None = None
    caption: str | None = None
    untold: bool = False
    agrees: str | None = None


def is_about_nothing(fact: Fact) -> bool:
    """Tell whether a fact does not name the step or the fact its kind speaks of, so that it could be seen nowhere."""
    return (not fact.step and fact.kind not in _STEPLESS) or (not fact.of and fact.kind in _OF_FACTS)


class Sort(Enum):
    """What a field of a fact holds, and so what becomes of it when its child is erased or its family gets it to read."""

    ID = auto()
    """A text of the board: an id, a time, a word of its own lists; it stays."""
    NUMBER = auto()
    """It stays; anything else in its place goes."""
    FLAG = auto()
    """Yes or no; it stays."""
    IDS = auto()
    """Several texts of the board; they stay."""
    PICTURES = auto()
    """Content ids of pictures; they go with the child."""
    WORDS = auto()
    """What somebody wrote: it goes with the child, and a family reads it without the names of other children."""
    LINES = auto()
    """Several texts that somebody wrote; as words."""


_SORTS = {
    **dict.fromkeys(("id", "device", "at", "by", "kind", "student", "step", "of", "how"), Sort.ID),
    **dict.fromkeys(("showing", "origin", "cut", "own_version", "trials", "witness", "agrees"), Sort.ID),
    **dict.fromkeys(("seq", "step_version", "tries"), Sort.NUMBER),
    "untold": Sort.FLAG,
    "beyond": Sort.IDS,
    "evidence": Sort.PICTURES,
    "seen": Sort.LINES,
}
"""The fields that hold no words of one text."""

_WRITTEN = (Sort.WORDS, Sort.LINES)


def sort_of(field: str) -> Sort:
    """Give what a field of a fact holds: words, unless it is known to hold something else."""
    return _SORTS.get(field, Sort.WORDS)


def bare(fact: Fact) -> Fact:
    """Give a fact without the words and pictures in it; what was judged, and when, stays."""
    return _with(fact, {field: fact._field_defaults[field] for field in fact._fields if _goes(fact, field)})


def _goes(fact: Fact, field: str) -> bool:
    match sort_of(field):
        case Sort.ID | Sort.IDS | Sort.FLAG:
            return False
        case Sort.NUMBER:
            return type(getattr(fact, field)) is not int
    return True


def has_words(fact: Fact) -> bool:
    """Tell whether a fact holds words or pictures."""
    return bare(fact) != fact


def words_in(fact: Fact) -> tuple[str, ...]:
    """Give what somebody wrote in a fact."""
    held = (getattr(fact, field) for field in fact._fields if _holds_words(fact, field))
    return tuple(text for said in held for text in ((said,) if isinstance(said, str) else said))


def reworded(fact: Fact, change: Callable[[str], str]) -> Fact:
    """Give a fact with all its words changed.

    Args:
        fact: The fact.
        change: Gives the new words for those that somebody wrote.
    """
    new = {field: _changed(getattr(fact, field), change) for field in fact._fields if _holds_words(fact, field)}
    return _with(fact, new)


def _changed(said: str | tuple[str, ...], change: Callable[[str], str]) -> str | tuple[str, ...]:
    return change(said) if isinstance(said, str) else tuple(map(change, said))


def _holds_words(fact: Fact, field: str) -> bool:
    return sort_of(field) in _WRITTEN and bool(getattr(fact, field))


def _with(fact: Fact, fields: Mapping[str, Any]) -> Fact:
    return fact._replace(**fields) if fields else fact


def unseen(facts: Iterable[Fact]) -> int:
    """Give how many facts there must be beside these: every number was given by somebody who saw the one before."""
    numbers = {fact.seq for fact in facts}
    return max(0, max(numbers, default=0) - len(numbers))


def order(fact: Fact) -> tuple[int, str, str]:
    """Give the sort key of a fact: one wrong clock can hurt nobody, since no clock is asked."""
    return (fact.seq, fact.device, fact.id)


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Give facts in their order, each once.

    Args:
        facts: In any order, with any duplicates.
    """
    known = tuple(facts)
    if len(known) == 1:
        return known
    by_id: dict[str, Fact] = {}
    for fact in sorted(known, key=order):
        twin = by_id.setdefault(fact.id, fact)
        if twin is not fact and order(twin) == order(fact) and repr(fact) < repr(twin):
            by_id[fact.id] = fact  # one id with two contents is damage; it must look the same on every computer
    return tuple(by_id.values())
