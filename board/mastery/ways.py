"""Ways to show something: those a child may choose from, and of what kind each is, so that it is known by its sign."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from board.mastery.curriculum import Step
from board.mastery.people import plain
from board.mastery.plan import Plan


class WayKind(StrEnum):
    """What one does to show something in a way; each has a sign of its own."""

    BUILD = "build"
    DRAW = "draw"
    WRITE = "write"
    SAY = "say"
    ACT = "act"
    HANDS = "hands"
    """Show it with things: count, sort, lay out, measure."""
    RECORD = "record"
    ANY = "any"
    """None of these can be told from its words."""


_WORDS = {
    WayKind.BUILD: "build builds shape clay dough block blocks lego cube cubes box boxes tower model models craft sew weave"
    " thread string shoebox",
    WayKind.DRAW: "draw draws paint picture pictures sketch color colour comic map poster crayon chalk print squared"
    " drawing drawings design chart",
    WayKind.WRITE: "write writes letter label list diary riddle book booklet type spell report sentence clipboard",
    WayKind.SAY: "say tell tells explain teach talk speak read present describe interview discuss answer sing meeting"
    " speech tour message",
    WayKind.ACT: "act play plays puppet puppets dance hop jump drum clap parade perform pretend ride pantomime mime walk",
    WayKind.HANDS: "count sort measure fill cards card beads bead rods rod coins coin counters move place match slide roll"
    " pay point touch sign gesture toys toy game trays bowl cup pebbles buttons",
    WayKind.RECORD: "record film photo photos video camera radio computer tablet",
}
"""Words by which a way is known; the first one that stands in it counts."""

_PALE = {WayKind.BUILD: "make cut fold tape", WayKind.HANDS: "show set lay put give hang turn hide hold lead"}
"""Words that count where no other does."""


def ways_of(steps: Iterable[Step], plan: Plan, chosen: str = "") -> tuple[str, ...]:
    """Give the ways a showing may go, each once: how this child shows things best, then those of the steps.

    Args:
        steps: What is shown.
        plan: The child's plan.
        chosen: A way the child chose itself, which may stand in none of them.
    """
    ways = (*plan.shows_best, *(way for step in steps for way in step.ways), chosen)
    return tuple(dict.fromkeys(filter(None, ways)))


def way_kind(way: str) -> WayKind:
    """Tell what kind a way is from its words.

    Args:
        way: What the step says, in any language; only English is known.
    """
    return next(_fitting(way), WayKind.ANY)


def told_apart(ways: Sequence[str]) -> tuple[tuple[WayKind, int], ...]:
    """Give each way of one step a picture of its own: its kind, and the number of its picture among those of that kind.

    The first way of a kind has that kind's first picture, a further one that of the next kind that fits it, if no other
    way has it, and else a further picture of its own kind. The first picture of any way at all is the child's own way's.

    Args:
        ways: What the step says.
    """
    kinds = [tuple(_fitting(way)) or (WayKind.ANY,) for way in ways]
    taken = {(WayKind.ANY, 0)}
    found: list[tuple[WayKind, int] | None] = []
    for fitting in kinds:
        first = (fitting[0], 0)
        found.append(None if first in taken else first)
        taken.add(first)
    for at, fitting in enumerate(kinds):
        if found[at] is None:
            numbers = range(len(ways) + 1)
            free = (*((kind, 0) for kind in fitting[1:]), *((fitting[0], number) for number in numbers))
            picture = next(one for one in free if one not in taken)
            found[at] = picture
            taken.add(picture)
    return tuple(one for one in found if one is not None)


def _fitting(way: str) -> Iterator[WayKind]:
    """Give the kinds a way fits, the best one first; a kind may come twice."""
    said = re.findall(r"[a-z]+", plain(way))
    for table in (_KINDS, _PALE_KINDS):
        yield from (table[word] for word in said if word in table)


_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_PALE_KINDS = {word: kind for kind, words in _PALE.items() for word in words.split()}
