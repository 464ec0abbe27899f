"""Classes that are one to whoever looks, and what reads a child's private parts while something is drawn for others."""

import hashlib
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from hypothesis import strategies as st
from PIL import Image

from board.mastery.facts import Fact, How, Kind, is_about_nothing
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.plan import Freedom, Plan
from board.mastery.progress import Spot
from builders import UNIT, ledgers

AVA = Student("ava", "Ava B.", "Comet", "")
CLASS = (AVA, *(Student(id_, f"{id_.title()} C.") for id_ in ("ben", "cem", "dia", "eli", "fay", "gus")))
"""As many children as a quilt needs to be nameless, in the order of the class."""

_PLAN = Plan(Freedom.CHOSEN, ("u/ones", "u/halves"), ("u/tens",), ("build it",), ("xylophone",))
PLANNED = tuple(replace(one, plan=_PLAN, photos=True) for one in CLASS)
"""The same class to everybody: what was settled for each child alone is another thing."""

PLANNED_BUT_AVA = (replace(AVA, plan=Plan(supports=("xylophone",)), photos=True), *PLANNED[1:])
"""The same class to Ava, who chooses as before."""

_STEPS = [step.id for step in UNIT.spots]
_DAYS = ("2026-01-05T09:00:00+00:00", "1999-01-01T00:00:00+00:00")

Twins = tuple[list[Fact], list[Fact]]
"""Two ledgers that differ only in what somebody may not see."""


@st.composite
def _classes(draw: st.DrawFn) -> list[Fact]:
    """Any ledger, and on top of it some that is earned, with pictures that are accepted, hidden or nobody's matter yet."""
    written = [fact for fact in draw(ledgers()) if not is_about_nothing(fact)]
    facts = [fact for fact in written if fact.kind is not Kind.ERASED]  # who is erased stands nowhere
    for number in range(draw(st.integers(3, 10))):
        child, step = draw(st.sampled_from(CLASS)).id, draw(st.sampled_from(_STEPS))
        facts.append(_fact(f"m{number}", 10 + number, Kind.MASTERED, child, step))
        if draw(st.sampled_from([True, True, False])):
            facts += _picture(draw, f"p{number}", 20 + number, child, step)
            of = f"p{number}"
            accepted = st.sampled_from([(Kind.PICTURE_ACCEPTED,), (), (Kind.PICTURE_ACCEPTED, Kind.PICTURE_HIDDEN)])
            said = [*draw(accepted), *draw(st.sampled_from([(Kind.PICTURE_CHOSEN,), ()]))]
            facts += [_fact(f"{of}{kind}", 30 + number, kind, child, None, of=of) for kind in said]
    return facts


def _picture(draw: st.DrawFn, id_: str, seq: int, child: str, step: str | None) -> list[Fact]:
    """A picture, placed on a step; an adult has not looked at it yet."""
    content = draw(st.sampled_from("cdef")) * 32
    added = _fact(id_, seq, Kind.PICTURE_ADDED, child, None, note=draw(_WORDS))._replace(evidence=(content,))
    return [added, _fact(f"{id_}-placed", seq + 1, Kind.PICTURE_PLACED, child, step, of=id_)]


def _fact(
    id_: str, seq: int, kind: Kind, child: str, step: str | None, *, of: str | None = None, note: str | None = None
) -> Fact:
    return Fact(id_, seq, "d1", _DAYS[0], "t", kind, child, step, of, note=note)


def everything_shown() -> list[Fact]:
    """A class in which every child has shown every step, and one has drawn a picture for each, which an adult accepted."""
    spots = [(child.id, step) for child in CLASS for step in _STEPS]
    facts = [_fact(f"m{at}", at, Kind.MASTERED, *spot) for at, spot in enumerate(spots, 1)]
    for seq, step in enumerate(_STEPS, 100):
        facts += [
            _fact(f"p{seq}", seq, Kind.PICTURE_ADDED, AVA.id, None)._replace(evidence=(f"{seq:032x}",)),
            _fact(f"l{seq}", seq + 20, Kind.PICTURE_PLACED, AVA.id, step, of=f"p{seq}"),
            _fact(f"a{seq}", seq + 40, Kind.PICTURE_ACCEPTED, AVA.id, None, of=f"p{seq}"),
        ]
    return facts


_WORDS = st.sampled_from(["xylophone", "Qatar jumps", None])
"""Words that stand on no page by themselves."""

_FOR_THE_TEACHER = (Kind.CARD_WANTED, Kind.CARD_SEEN, Kind.NOTE, Kind.CHECK_AGAIN, Kind.AWAY, Kind.PRINTED)
_FOR_THE_CHILD = (
    Kind.PRACTISING,
    Kind.READY,
    Kind.KEEP_WORKING,
    Kind.EXCUSED,
    Kind.INCLUDED,
    Kind.OWN_VERSION,
    Kind.TOLD,
    Kind.WANTED,
    Kind.UNWANTED,
    Kind.HELP_WANTED,
    Kind.HELP_OVER,
    Kind.MAYBE_READY,
    Kind.COVERED,
    Kind.ONE_OF_TWO,
)


@st.composite
def twins_to_everybody(draw: st.DrawFn) -> Twins:
    """Two classes that are one to everybody.

    In the second there is also whatever is told to a teacher or to one child, with pictures no adult has looked at and new cuts
    of the others; children said other things about their pictures; and what was shown was shown another way.
    """
    facts = draw(_classes())
    more: list[Fact] = []
    for number in range(draw(st.integers(1, 8))):
        child, step = draw(st.sampled_from(CLASS)).id, draw(st.sampled_from(_STEPS))
        seq = draw(st.integers(0, 60))
        if draw(st.booleans()):
            kind = draw(st.sampled_from((*_FOR_THE_TEACHER, *_FOR_THE_CHILD)))
            of = "nothing here" if kind in (Kind.TOLD, Kind.ONE_OF_TWO) else None
            more.append(_with_details(_fact(f"n{number}", seq, kind, child, step, of=of, note=draw(_WORDS))))
        else:
            more += _picture(draw, f"n{number}", seq, child, step)
    added = [fact for fact in facts if fact.kind is Kind.PICTURE_ADDED]
    for number, fact in enumerate(added):
        said = _fact(f"w{number}", 90, Kind.PICTURE_CAPTIONED, fact.student, None, of=fact.id, note=draw(_WORDS))
        more += [said, _fact(f"c{number}", 91, Kind.PICTURE_CUT, fact.student, None, of=fact.id)._replace(cut="square")]
    return facts, [*map(_shown_another_way, facts), *more]


@st.composite
def twins_to_ava(draw: st.DrawFn) -> Twins:
    """Two classes that are one to Ava and her family.

    In the second the other children did other things, there are notes and doubts about her, tries nobody has told her of, and
    what she has shown was shown another way.
    """
    facts, others = draw(_classes()), draw(_classes())
    hers = [fact for fact in facts if fact.student == AVA.id]
    theirs = [fact._replace(id=f"o-{fact.id}") for fact in others if fact.student != AVA.id]
    more = [
        _fact(f"n{number}", draw(st.integers(0, 60)), kind, AVA.id, draw(st.sampled_from(_STEPS)), note=draw(_WORDS))
        for number, kind in enumerate(draw(st.lists(st.sampled_from(_FOR_THE_TEACHER), max_size=6)))
    ]
    more += [
        _with_details(_fact(f"k{number}", 60 + number, Kind.KEEP_WORKING, AVA.id, step, note=draw(_WORDS)))
        for number, step in enumerate(draw(st.lists(st.sampled_from(_STEPS), max_size=3)))
    ]
    return facts, [*map(_shown_another_way, hers), *theirs, *more]


def _shown_another_way(fact: Fact) -> Fact:
    if fact.kind is not Kind.MASTERED:
        return fact
    return _with_details(
        fact._replace(
            how=How.ELSEWHERE, way="xylophone", level_of_support="prompted", tries=7, note="Qatar jumps", at=_DAYS[1]
        )
    )


def _with_details(fact: Fact) -> Fact:
    """A fact with everything an adult may say of a showing, which nobody was told of; whom it taught a child may read of itself."""
    return fact._replace(
        step_version=9,
        own_version="some fact",
        seen=("xylophone",),
        trials="3/4",
        beyond=("home",),
        witness="ben",
        caption="Qatar jumps",
        untold=fact.kind is Kind.KEEP_WORKING,
    )


def jpeg_of(face: Face, _px: int) -> bytes:
    """A picture of one colour, another for each face."""
    red, green, blue = hashlib.sha256(face.name.encode()).digest()[:3]
    file = io.BytesIO()
    Image.new("RGB", (8, 8), (red, green, blue)).save(file, "JPEG")
    return file.getvalue()


_PRIVATE = {
    Spot: (
        "status",
        "mark",
        "own_version",
        "check_again",
        "facts",
        "pictures",
        "printed",
        "untold",
        "opinions",
        "judges",
    ),
    Fact: (
        *("kind", "note", "at", "by", "how", "way", "level_of_support", "tries", "step_version", "own_version"),
        *("seen", "trials", "beyond", "witness", "caption", "untold"),
    ),
}


@contextmanager
def readers() -> Iterator[set[str]]:
    """Tell who reads the private parts of spots and facts, outside of the rules of mastery, while this is open."""
    found: set[str] = set()
    kept = {(owner, name): owner.__dict__[name] for owner, names in _PRIVATE.items() for name in names}
    for (owner, name), part in kept.items():
        setattr(owner, name, _watched(owner, name, part, found))
    try:
        yield found
    finally:
        for (owner, name), part in kept.items():
            setattr(owner, name, part)


def _watched(owner: type, name: str, part: property, found: set[str]) -> property:
    def read(one: object) -> object:
        reader = sys._getframe(1).f_globals["__name__"]
        if reader.split(".")[0] in ("board", "printables") and not reader.startswith("board.mastery."):
            found.add(f"{reader} reads {owner.__name__}.{name}")
        return part.__get__(one, owner)

    def write(one: object, value: object) -> None:
        part.__set__(one, value)

    return property(read, write)
