"""One showing: what an adult saw of one child at one step, what was seen before, and what may help the child on."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Self

from board.mastery.agreement import Second, agreed_on
from board.mastery.curriculum import Step
from board.mastery.facts import Fact, How, Kind
from board.mastery.plan import Plan
from board.mastery.progress import Progress, Spot, spot_of
from board.mastery.standing import standing_facts


class Support(StrEnum):
    """With how much help something was shown."""

    ALONE = "alone"
    """Without help, or with what stands in the child's plan for the whole year."""
    PROMPTED = "prompted"
    TOOLS = "tools"
    """With tools, such as cubes or a chart."""

    @classmethod
    def of(cls, said: str | None) -> Self | None:
        """Give the support a fact names, None where it names none that is known."""
        return next((one for one in cls if one == said), None)


class Beyond(StrEnum):
    """What more there was in a showing."""

    TAUGHT = "taught_a_friend"
    HOME = "home"
    COMMUNITY = "community"
    LANGUAGE = "another_language"


class Trials(NamedTuple):
    """How many trials within one showing went well; how many showings there were is another number.

    Attributes:
        right: Those that went well.
        of: All of them.
    """

    right: int
    of: int

    def __str__(self) -> str:
        """Say both, such as 3/4."""
        return f"{self.right}/{self.of}"

    @classmethod
    def read(cls, said: str | None) -> Self | None:
        """Give the trials a text such as 3/4 names, None where it names none.

        At most 99 of them: nobody counts more within one showing.
        """
        found = re.fullmatch(r"(\d{1,2})/(\d{1,2})", said or "", re.ASCII)
        if found is None:
            return None
        right, of = map(int, found.groups())
        return cls(right, of) if of > 0 and right <= of else None


class Verdict(NamedTuple):
    """What an adult says of one child's showing of one step.

    Attributes:
        student: Id of the student.
        step: Id of the step.
        got_it: Whether it was seen against the criteria; else the child keeps working.
        step_version: Version of the criteria that were read; 0 for the version of the moment it is kept.
        own_version: Id of the fact with the individual criteria that were read, or None.
        seen: The criteria that were ticked; none means seen as a whole.
        tip: What to try next, for a child that keeps working.
        note: What adults may read about it.
        how: How it was mastered.
        way: The way it was shown, or empty.
        support: With how much help, None where nobody said so.
        trials: Trials within this showing, None where nobody counted.
        beyond: What more there was in it.
        witness: Id of a student who saw it too, or empty.
        evidence: Content ids of pictures of it.
        caption: What the child says about them.
        answers: Id of the keep working that was known, None at a first try; empty for how it is at the moment it is kept.
    """

    student: str
    step: str
    got_it: bool
    step_version: int = 0
    own_version: str | None = None
    seen: tuple[str, ...] = ()
    tip: str = ""
    note: str = ""
    how: How = How.SHOWN
    way: str = ""
    support: Support | None = None
    trials: Trials | None = None
    beyond: tuple[Beyond, ...] = ()
    witness: str = ""
    evidence: tuple[str, ...] = ()
    caption: str = ""
    answers: str | None = ""


VERDICTS = (Kind.MASTERED, Kind.KEEP_WORKING, Kind.ONE_OF_TWO)
"""What an adult says of a showing."""


class Criteria(NamedTuple):
    """What must be seen of one child at one step.

    Attributes:
        lines: The criteria in order, the child's own where there are some; may be empty.
        seen: Those of them that were seen before and stay seen.
        step_version: The version they stand in.
        own_version: Id of the fact that gave the child its own, or None.
        answers: Id of the keep working that a got it answers, None at a first try.
    """

    lines: tuple[str, ...]
    seen: frozenset[str]
    step_version: int
    own_version: str | None
    answers: str | None = None

    @property
    def rest(self) -> tuple[str, ...]:
        """Those that are still to be seen."""
        return tuple(line for line in self.lines if line not in self.seen)


def read_by(spot: Spot, adult: str) -> tuple[Fact, ...]:
    """Give the facts of a spot that an adult may read: a second adult reads nothing of what the first one said before both have.

    What the first one said and took back since its try began is not read either, nor what it noted afterwards.

    Args:
        spot: The spot.
        adult: Id of the assessor.
    """
    said = spot.one_of_two
    if spot.second is not Second.ANOTHER or adult in said:
        return spot.facts
    places = {fact.id: at for at, fact in enumerate(spot.facts)}
    tried = places.get(spot.answers or "", -1)
    first = next(at for at, one in enumerate(spot.facts) if at > tried and one.by in said and one.kind in VERDICTS)
    unread = {fact.id for fact in spot.facts[first:] if fact.by in said}
    return tuple(fact for fact in spot.facts if fact.id not in unread and fact.of not in unread)


def spot_read_by(spot: Spot, adult: str) -> Spot:
    """Give a spot as far as an adult may read it, see `read_by`."""
    read = read_by(spot, adult)
    return spot if read == spot.facts else spot_of(read)


class Yes(NamedTuple):
    """One adult's got it at a Boss that asks for two.

    Attributes:
        of: Id of the keep working it answers, None at a first try.
        agrees: Id of another adult's got it that it agrees with, None while it is the only one.
    """

    of: str | None
    agrees: str | None


def yes_of(spot: Spot, adult: str, answers: str | None = "") -> Yes | None:
    """Give what an adult's got it says at a Boss that asks for two, None where the same adult has said so before.

    Once it is mastered, any adult may say it again: that clears a doubt.

    Args:
        spot: How the child stands with it.
        adult: Id of the assessor.
        answers: As in `Verdict`.
    """
    of = spot.answers if answers == "" else answers
    if spot.is_mastered:
        return Yes(of, None)
    if any(fact.by == adult for fact in spot.opinions if fact.kind is Kind.ONE_OF_TWO):
        return None
    agreed = agreed_on((*spot.standing, Fact("", 0, "", "", adult, Kind.ONE_OF_TWO, "", of=of)))
    return Yes(of, None if agreed is None else agreed[0].id)


def criteria_of(step: Step, spot: Spot, adult: str = "") -> Criteria:
    """Give what must be seen now; a criterion that was seen once stays seen as long as its words stay.

    Args:
        step: The step.
        spot: How the child stands with it.
        adult: Id of the assessor who asks, see `read_by`.
    """
    lines = spot.own_criteria or step.criteria
    read = standing_facts(read_by(spot, adult))
    ticked = {line for fact in read if fact.kind in VERDICTS for line in fact.seen}
    return Criteria(lines, frozenset(ticked.intersection(lines)), step.version, spot.own_id, spot.answers)


def showings(spot: Spot) -> tuple[Fact, ...]:
    """Give the verdicts on a spot that stand, oldest first: how often it was shown."""
    return tuple(fact for fact in spot.standing if fact.kind in VERDICTS)


def tips_of(spot: Spot) -> tuple[str, ...]:
    """Give the tips a child got for a step, oldest first."""
    return tuple(fact.note for fact in spot.standing if fact.kind is Kind.KEEP_WORKING and fact.note)


def tips_that_helped(progress: Progress, step_id: str, but: str = "") -> tuple[str, ...]:
    """Give the tips on a step after which a child got it, those that helped most children first, each once.

    Args:
        progress: How the class stands.
        step_id: Id of the step.
        but: Id of a student whose own tips are left out.
    """
    helped: dict[str, int] = {}
    for student, row in progress.rows.items():
        spot = row.get(step_id)
        if spot is None or student == but or not spot.is_mastered:
            continue
        for tip in tips_of(spot)[-1:]:
            helped[tip] = helped.get(tip, 0) + 1
    return tuple(sorted(helped, key=lambda tip: -helped[tip]))


def recent_tips(facts: Sequence[Fact], most: int) -> tuple[str, ...]:
    """Give the tips given last, the newest first, each once.

    Args:
        facts: In the order they happened; no more of them are read than it takes.
        most: How many tips at most.
    """
    tips: dict[str, None] = {}
    for fact in reversed(facts):
        if len(tips) >= most:
            break
        if fact.kind is Kind.KEEP_WORKING and fact.note:
            tips.setdefault(fact.note)
    return tuple(tips)


def counted_support(support: Support | None, plan: Plan) -> Support | None:
    """Give a support as it counts: tools are no help where the child's plan has supports for the whole year."""
    return Support.ALONE if support is Support.TOOLS and plan.supports else support


def shares(step: Step, other: Step, bosses: Mapping[str, str]) -> int:
    """Tell how near two steps are, for marking both by one showing: the more, the nearer.

    Args:
        step: The step that is shown.
        other: Another one.
        bosses: For each step id the id of the Boss of its level, where it has one.
    """
    standards = bool({*step.standards} & {*other.standards})
    subjects = bool({*step.subjects} & {*other.subjects})
    boss = bool(bosses.get(step.id)) and bosses.get(step.id) == bosses.get(other.id)
    return 4 * standards + 2 * boss + subjects
