"""Ways to show something: those a child may choose from, and of what kind each is, so that it is known by its sign."""

import re
from collections.abc import Iterable
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
    said = re.findall(r"[a-z]+", plain(way))
    for table in (_KINDS, _PALE_KINDS):
        found = next((table[word] for word in said if word in table), None)
        if found is not None:
            return found
    return WayKind.ANY


_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_PALE_KINDS = {word: kind for kind, words in _PALE.items() for word in words.split()}
