"""Computers that know some facts of one spot each: what is said on them, and how it arrives on the others."""

from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

from hypothesis import strategies as st

from board.mastery.facts import Fact, Kind
from board.mastery.progress import Spot, spot_of
from board.mastery.showing import yes_of

BOSS = ("ava", "u/pizza")
DEVICES = ("d1", "d2", "d3")
ADULTS = ("rivera", "bo", "kim")
CHILD_SAYS = (Kind.READY, Kind.PRACTISING, Kind.WANTED, Kind.UNWANTED)


class Apart:
    """One spot as several computers know it; none of them knows a fact before it was sent there.

    Attributes:
        known: The facts each computer knows.
        had_sticker: The computers on which the sticker was seen.
        gave_sticker: Those on which a verdict made it.
    """

    def __init__(self) -> None:
        self.known: dict[str, dict[str, Fact]] = {device: {} for device in DEVICES}
        self.had_sticker: set[str] = set()
        self.gave_sticker: set[str] = set()
        self._number = count(1)

    def spot(self, device: str) -> Spot:
        """Give the spot as a computer shows it."""
        return spot_of(self.known[device].values())

    def say(self, device: str, kind: Kind, by: str, of: str | None = None, agrees: str | None = None) -> Fact:
        """Keep a fact on a computer."""
        seq = 1 + max((fact.seq for fact in self.known[device].values()), default=0)
        made = Fact(f"{device}-{next(self._number)}", seq, device, "", by, kind, *BOSS, of, agrees=agrees)
        had = self.spot(device).is_mastered
        self.known[device][made.id] = made
        self.look(device)
        if self.spot(device).is_mastered and not had:
            self.gave_sticker.add(device)
        return made

    def got_it(self, device: str, by: str) -> Fact | None:
        """Let an adult say got it, as `deeds.judging.got_it` does at a Boss that asks for two."""
        spot = self.spot(device)
        yes = None if spot.is_mastered else yes_of(spot, by)
        return yes and self.say(device, Kind.ONE_OF_TWO, by, yes.of, yes.agrees)

    def keep_working(self, device: str, by: str) -> Fact | None:
        """Let an adult say keep working; a child that has its sticker keeps it."""
        return None if self.spot(device).is_mastered else self.say(device, Kind.KEEP_WORKING, by)

    def send(self, here: str, there: str, which: Iterable[int] = ()) -> None:
        """Bring facts of one computer to another, in their order.

        Args:
            here: Whence.
            there: Where to.
            which: Which of them, by number; all of them where none is named.
        """
        facts, chosen = [*self.known[here].values()], [*which]
        for fact in [facts[at % len(facts)] for at in chosen] if chosen and facts else facts:
            self.known[there].setdefault(fact.id, fact)
            self.look(there)

    def send_all(self) -> None:
        """Bring every fact everywhere."""
        for _ in DEVICES:
            for here in DEVICES:
                for there in DEVICES:
                    self.send(here, there)

    def look(self, device: str) -> None:
        """Remember where the sticker was seen."""
        if self.spot(device).is_mastered:
            self.had_sticker.add(device)


class Said(NamedTuple):
    """Something that happens: who says what on which computer, or what is sent from there."""

    device: str
    what: str
    by: str = ""
    there: str = ""
    which: tuple[int, ...] = ()

    def do(self, apart: Apart) -> None:
        """Let it happen."""
        match self.what:
            case "got it":
                apart.got_it(self.device, self.by)
            case "keep working":
                apart.keep_working(self.device, self.by)
            case "sent":
                apart.send(self.device, self.there, self.which)
            case "withdrawn":
                said = [fact for fact in apart.spot(self.device).standing if fact.by == self.by]
                if said:
                    apart.say(self.device, Kind.WITHDRAWN, self.by, said[-1].id)
            case kind:
                apart.say(self.device, Kind(kind), "ava")


devices = st.sampled_from(DEVICES)
verdicts = st.builds(Said, devices, st.sampled_from(["got it", "keep working"]), st.sampled_from(ADULTS))
of_the_child = st.builds(Said, devices, st.sampled_from([kind.value for kind in CHILD_SAYS]))
sent = st.builds(
    Said, devices, st.just("sent"), there=devices, which=st.lists(st.integers(0, 20), max_size=3).map(tuple)
)
withdrawals = st.builds(Said, devices, st.just("withdrawn"), st.sampled_from(ADULTS))
stories = st.lists(verdicts | verdicts | of_the_child | sent, max_size=16)
stories_with_withdrawals = st.lists(verdicts | verdicts | of_the_child | sent | withdrawals, max_size=16)


def told(story: Iterable[Said]) -> Apart:
    """Let a story happen."""
    apart = Apart()
    for one in story:
        one.do(apart)
    return apart
