"""What an adult reads about a spot before judging it, and what is said of a showing so far."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from board import words
from board.counting import counted
from board.mastery.agreement import Second
from board.mastery.facts import Fact
from board.mastery.in_hand import InHand, Looked
from board.mastery.people import Student
from board.mastery.progress import Spot, Status
from board.mastery.showing import Beyond, Support, showings
from board.widgets.grid_plan import shortened, wrapped
from board.words.showings import SUPPORT

ANYTHING_COUNTS = "Any language, gesture or device counts unless the criterion says otherwise."
NO_PHOTOS = "No photo of {name}'s work is kept: the family has not said yes. A yes is noted in the child's entry: s on the board."
LOOK_TOGETHER = "You two saw it differently: look together."
_TWO = "Two adults see this Boss."
_YOU_SAID = "You said got it; another adult gets to see it too."
_HAS_STICKER = "It has its sticker, and that stays; what you add is kept with it."
_DOUBTED = "It has its sticker; somebody wants to see it again."
_OWN = "These are the criteria of this child's own version; only adults read that."
_ALL_YEAR = "Has all year, and it counts as alone: {supports}."

_WITH_OWN_TOOLS = "tools, as alone"

_OPINION = 40
"""Cells of what an adult wrote, so that both opinions stand there; the whole tip stands among the earlier ones."""

TRIES = "Tries"
"""What trials within this showing are called, beside the keys that count them."""

_ABOUT_LINES = 3
"""Lines of what there is to know before judging."""


class About(NamedTuple):
    """What is known of the spot of one look.

    Attributes:
        student: The child.
        spot: The spot as it stands.
        read: The spot as far as who judges may read it.
        adult: Id of who judges.
        judges: Names of the adults by id.
        boss: Whether it is a Boss.
        two: Whether two adults see it.
    """

    student: Student
    spot: Spot
    read: Spot
    adult: str
    judges: Mapping[str, str]
    boss: bool
    two: bool


def sentences(about: About) -> Iterator[str]:
    """Give what there is to know before judging."""
    yield from _stands(about)
    if about.spot.own_criteria:
        yield _OWN
    if about.spot.way:
        yield f"Wants to show it this way: {about.spot.way}."
    shown = len(showings(about.read))
    if shown:
        yield counted("Shown once so far.", "Shown {count} times so far.", shown)
    if about.student.plan.supports:
        yield _ALL_YEAR.format(supports=", ".join(about.student.plan.supports))


def _stands(about: About) -> Iterator[str]:
    spot = about.spot
    if spot.is_mastered:
        yield _DOUBTED if spot.check_again else _HAS_STICKER
    elif spot.second is Second.TOGETHER:
        yield LOOK_TOGETHER
        yield from (_opinion(fact, about.judges) for fact in spot.opinions)
    elif spot.second is Second.ANOTHER and about.adult in spot.one_of_two:
        yield _YOU_SAID
    elif about.two:
        yield _TWO


def _opinion(fact: Fact, judges: Mapping[str, str]) -> str:
    by, said = judges.get(fact.by, "?"), words.MARKS[fact.kind]
    return f"{by}: {said}: {shortened(fact.note, _OPINION)}" if fact.note else f"{by}: {said}"


def how_ticked(look: Looked) -> str:
    """Say what the ticks mean; none are ever filled in."""
    if not look.lines:
        return "No criteria are written for this step: it is seen as a whole."
    if not look.ticked:
        return "No ticks: seen as a whole."
    return counted("1 seen now.", "{count} seen now.", len(look.ticked))


def said_so_far(hand: InHand, student: Student, witnesses: Sequence[Student]) -> dict[str, str]:
    """Give what is said of a showing so far, by the action of the key that says it.

    Args:
        hand: The showing.
        student: Whose it is.
        witnesses: The children who may have seen it too.
    """
    look, own_tools = hand.here, hand.support is Support.TOOLS and bool(student.plan.supports)
    support = _WITH_OWN_TOOLS if own_tools else SUPPORT.get(hand.support) if hand.support else ""
    witness = next((one.name for one in witnesses if one.id == hand.witness), "")
    trials = look.trials
    return {
        "way": hand.way,
        "support": support or "",
        TRIES: f"{trials.right} of {trials.of}" if trials is not None else "",
        "witness": witness,
        "note": look.note,
        "caption": hand.caption,
        "photo": counted("1 photo", "{count} photos", len(hand.evidence)) if hand.evidence else "",
        "more": counted("1 more", "{count} more", len(hand.looks) - 1) if len(hand.looks) > 1 else "",
        **{f"beyond('{one.value}')": "✓" for one in Beyond if one in hand.beyond},
    }


def heading(hand: InHand, about: About, width: int) -> Content:
    """Give what stands above a showing: whose it is, the step or steps, and what there is to know before judging.

    Args:
        hand: The showing.
        about: What is known of the spot in sight.
        width: Cells of a line.
    """
    look, name = hand.here, about.student.name
    boss = "  ★ Boss" if about.boss else ""
    steps = [f" · {look.step.title}{boss}"] if len(hand.looks) == 1 else [f" {at} " for at in _steps(hand)]
    first = Content.assemble((shortened(name, width // 2), "bold"))
    for at, text in enumerate(steps):
        here = len(hand.looks) > 1 and at == hand.at
        first = Content.assemble(
            first, (shortened(text, max(1, width - first.cell_length)), "reverse" if here else "bold $accent")
        )
    told = wrapped(" · ".join(sentences(about)), width, _ABOUT_LINES)
    return Content("\n").join((first, Content(shortened(look.step.i_can, width)), *map(Content, told)))


def _steps(hand: InHand) -> Iterator[str]:
    """Give the steps of a showing, each with the verdict it has so far."""
    for look in hand.looks:
        verdict = None if look.got_it is None else Status.MASTERED if look.got_it else Status.KEEP_WORKING
        yield f"{look.step.title} {words.glyph(verdict or Status.OPEN, boss=False)}"


def earlier_tips(tips: Sequence[str]) -> Content:
    """Give the tips a child got for a step before, the newest first."""
    if not tips:
        return Content()
    return Content("\n").join(
        (Content.styled("Earlier tips", "bold"), *(Content(f"↻ {tip}") for tip in reversed(tips)))
    )
