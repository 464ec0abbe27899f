"""A child's path as a map for itself: its road, what comes next, what has grown; nothing in it is counted or compared."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from board.mastery.agreement import Second
from board.mastery.asking import wanted
from board.mastery.audience import Audience, Earned, as_others_see, newest_first
from board.mastery.choices import extra_steps, offered
from board.mastery.curriculum import Level, Step, Unit, steps_by_id
from board.mastery.facts import Fact, Kind, order
from board.mastery.kiosk import Known
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.plan import USUAL_PLAN, Freedom, Plan
from board.mastery.progress import OPEN_SPOT, Progress, Row, Spot, Status
from board.mastery.reasons import BossLater, LevelFirst, LockedReason, StepsFirst
from board.mastery.seen import SeenSpot, as_heard, seen_path
from board.mastery.showing import Beyond
from board.mastery.standing import standing_facts
from board.mastery.ways import WayKind, told_apart, ways_of

_SHOWN = (Kind.MASTERED, Kind.ONE_OF_TWO, Kind.NOTE)
"""Facts of a showing that went well, or of a further one; who helped at one that did not is nobody's matter."""


class Way(NamedTuple):
    """A way to show a step.

    Attributes:
        words: What the step says.
        kind: The kind by which it has a picture.
        picture: Number of its picture among those of its kind, from 0; no two ways of a step have the same one.
    """

    words: str
    kind: WayKind
    picture: int = 0


class MapSpot(NamedTuple):
    """One spot of the road.

    Attributes:
        step: Its step.
        boss: Whether it is a Boss.
        status: How it stands, as the child knows it.
        sticker: What covers it, None while it is not earned.
        tip: What to try next, once an adult told the child so; or empty.
        waits: What comes first, in no numbers; None where nothing does.
        root: The sticker of the earlier step it grows from, None while there is none.
        ways: Ways to show it, those in which this child shows things best first.
        asked: Whether the child waits to be seen.
        way: The way it chose then, None where it waits not or named none.
        someone_else: Whether one adult has seen it, and another one gets to see it too.
        wanted: Whether the child said that it wants to work on this next.
        own: The child's own picture that waits until the step is earned, None where it has made none.
    """

    step: Step
    boss: bool
    status: Status
    sticker: Earned | None = None
    tip: str = ""
    waits: LockedReason | None = None
    root: Earned | None = None
    ways: tuple[Way, ...] = ()
    asked: bool = False
    way: Way | None = None
    someone_else: bool = False
    wanted: bool = False
    own: Face | None = None


class Stop(NamedTuple):
    """One stop of the road.

    Attributes:
        title: Its title, empty for the steps this child shows beside the unit's.
        spots: Its spots, the Boss at the end.
        finished: Whether it is finished.
    """

    title: str
    spots: tuple[MapSpot, ...]
    finished: bool = False


class FirstAndNow(NamedTuple):
    """The child's first picture for a step, and the one it has now."""

    step: Step
    first: Face
    now: Face


@dataclass(frozen=True, slots=True)
class ChildMap:
    """One child's map of a unit, for the child alone.

    Attributes:
        unit: The unit.
        student: Whose map it is.
        stops: The levels that have steps, and at the end what this child shows beside them.
        choices: What it may choose to work on next.
        opens: The first spot that something else comes before, None where all are open.
        can: The steps it has shown, the newest first.
        helped: The steps it saw others show, or taught a friend, the newest first.
        grown: Where its picture has grown since the first one, None where there is one alone.
        known: What is known of who looks: to somebody nobody knows it is stickers and what comes next.
    """

    unit: Unit
    student: Student
    stops: tuple[Stop, ...]
    choices: tuple[MapSpot, ...]
    opens: MapSpot | None
    can: tuple[Step, ...]
    helped: tuple[Step, ...]
    grown: FirstAndNow | None
    known: Known = Known.BY_WORD

    @property
    def spots(self) -> tuple[MapSpot, ...]:
        """All spots, in the order of the road."""
        return tuple(spot for stop in self.stops for spot in stop.spots)

    def spot(self, step_id: str) -> MapSpot | None:
        """Give the spot of a step, None where the road has it not."""
        return next((spot for spot in self.spots if spot.step.id == step_id), None)

    @property
    def wanted(self) -> MapSpot | None:
        """What the child wants to work on next, None where it said nothing of this road."""
        return next((spot for spot in self.spots if spot.wanted), None)

    @property
    def newest(self) -> MapSpot | None:
        """The spot that was earned last, None where none is, and to somebody nobody knows."""
        return self.spot(self.can[0].id) if self.can and self.known is Known.BY_WORD else None


def child_map(
    units: Sequence[Unit],
    unit: Unit,
    student: Student,
    progress: Progress,
    before: Iterable[str] = (),
    *,
    known: Known = Known.BY_WORD,
) -> ChildMap:
    """Give a child's map.

    To somebody nobody knows it is what everybody may see: stickers with the pictures others may see, in the order of the road,
    and what comes next on it. No tip, no try, no wish, no request, nothing of the child's own plan.

    Args:
        units: All units of the class.
        unit: Whose road it is.
        student: The child.
        progress: How the class stands.
        before: Ids of the steps it could choose from when it last looked, in their order: what it still can keeps its
            place, and what is new comes behind.
        known: What is known of who looks.
    """
    if known is Known.BY_SIGN:
        seen = _child_map(units, unit, replace(student, plan=USUAL_PLAN), as_others_see(progress, student.id), before)
        earned = tuple(spot.step for spot in seen.spots if spot.sticker is not None)
        return replace(seen, student=student, can=earned, helped=(), grown=None, known=known)
    return _child_map(units, unit, student, as_heard(progress, student.id), before)


def _child_map(units: Sequence[Unit], unit: Unit, student: Student, heard: Progress, before: Iterable[str]) -> ChildMap:
    row, known = heard.row(student.id), steps_by_id((*units, unit))
    path = seen_path(unit, student, heard, Audience.STUDENT, units)
    wish = wanted(row)

    def on_road(seen: SeenSpot, *, boss: bool) -> MapSpot:
        waits = _without_counts(seen, known, boss=boss)
        art = heard.picture(student.id, seen.step.id) if seen.sticker is None else None
        return _spot(seen, row.get(seen.step.id, OPEN_SPOT), student.plan, boss=boss)._replace(
            waits=waits, wanted=seen.step.id == wish, own=None if art is None else art.face
        )

    def stop(level: Level, *, finished: bool) -> Stop:
        spots = tuple(on_road(path.spot(step), boss=level.is_boss(step)) for step in level.spots)
        return Stop(level.title, spots, finished)

    stops = [stop(seen.level, finished=seen.finished) for seen in path.levels if seen.level.spots]
    beside = extra_steps(units, unit, student.plan)
    extra = tuple(on_road(spot, boss=boss) for spot, boss in _beside(beside, units, student, heard))
    stops += [Stop("", extra)] if extra else []
    spots = {spot.step.id: spot for stop in stops for spot in stop.spots}
    newest = newest_first(row, [spot.step for spot in spots.values()])
    return ChildMap(
        unit,
        student,
        tuple(stops),
        tuple(spots[id_] for id_ in _choices(unit, row, student.plan, beside, before)),
        next((spot for spot in spots.values() if spot.waits is not None), None),
        tuple(newest),
        _helped(student, heard, known),
        _grown(heard, student, newest),
    )


def _choices(unit: Unit, row: Row, plan: Plan, beside: Sequence[Step], before: Iterable[str]) -> tuple[str, ...]:
    """Give the ids of what a child may choose: nothing changes its place while the child looks, see `child_map`."""
    now = [step.id for step in offered(unit, row, plan, beside)]
    if plan.freedom is Freedom.CHOSEN:
        return tuple(now)
    every = {step.id for step in offered(unit, row, replace(plan, freedom=Freedom.FREE), beside)}
    return tuple(dict.fromkeys((*(id_ for id_ in before if id_ in every), *now)))


def _spot(seen: SeenSpot, spot: Spot, plan: Plan, *, boss: bool) -> MapSpot:
    said = ways_of((seen.step,), plan)
    ways = tuple(Way(way, *picture) for way, picture in zip(said, told_apart(said), strict=True))
    return MapSpot(
        seen.step,
        boss,
        seen.status,
        seen.sticker,
        _tip(seen, spot),
        root=None if seen.root is None else seen.root.sticker,
        ways=ways,
        asked=spot.asked is not None,
        way=_chosen(spot.way, ways) if spot.way else None,
        someone_else=spot.second is not Second.NONE,
    )


def _chosen(way: str, ways: Iterable[Way]) -> Way:
    """Give the way a child chose; one that the step does not name any more is known by its own words."""
    return next((one for one in ways if one.words == way), Way(way, *told_apart([way])[0]))


def _tip(seen: SeenSpot, spot: Spot) -> str:
    """Give what to try next; a tip that was told after the child took its request back is still to be tried."""
    if seen.tip or seen.status is not Status.PRACTISING or spot.mark is None:
        return seen.tip
    after = order(spot.mark)
    told = {fact.of for fact in spot.standing if fact.kind is Kind.TOLD and order(fact) > after}
    tips = (fact.note for fact in reversed(spot.standing) if fact.kind is Kind.KEEP_WORKING and fact.id in told)
    return next((tip for tip in tips if tip), "")


def _without_counts(seen: SeenSpot, known: Mapping[str, Step], *, boss: bool) -> LockedReason | None:
    """Give what comes before a spot: no numbers, and no ids of steps of other units."""
    if seen.status is not Status.LOCKED:
        return None
    match seen.waits:
        case LevelFirst():
            return seen.waits
        case StepsFirst(titles) if not boss:
            by_title = {step.title for step in known.values()}
            named = (known[one].title if one in known else one for one in titles)
            return StepsFirst(tuple(one for one in named if one in by_title))
    return BossLater(()) if boss else StepsFirst(())


def _beside(
    steps: Sequence[Step], units: Sequence[Unit], student: Student, heard: Progress
) -> Iterator[tuple[SeenSpot, bool]]:
    """Give the spots of steps of other units, each as in the first unit that has it, and whether it is a Boss there."""
    homes = {step.id: one for one in reversed(units) for step in one.spots}
    wanted_of = {homes[step.id].id: homes[step.id] for step in steps}
    paths = {id_: seen_path(one, student, heard, Audience.STUDENT, units) for id_, one in wanted_of.items()}
    for step in steps:
        path = paths[homes[step.id].id]
        yield _always_open(path.spot(step)), path.unit.is_boss(step)


def _always_open(seen: SeenSpot) -> SeenSpot:
    """Give a spot as it stands where nothing comes before it."""
    return seen._replace(status=Status.OPEN, waits=None) if seen.status is Status.LOCKED else seen


def _helped(student: Student, progress: Progress, known: Mapping[str, Step]) -> tuple[Step, ...]:
    """Give the steps that a child saw others show well, or taught a friend, the newest first."""
    ids = {student.id, *student.also}
    found: list[Fact] = []
    for whose, row in progress.rows.items():
        for spot in row.values():
            if spot.is_mastered and (whose == student.id or any(fact.witness in ids for fact in spot.facts)):
                found += [
                    fact for fact in standing_facts(spot.facts) if _has_helped(fact, ids, own=whose == student.id)
                ]
    newest = sorted(found, key=lambda fact: (fact.seq, fact.device, fact.id), reverse=True)
    return tuple(known[id_] for id_ in dict.fromkeys(fact.step or "" for fact in newest) if id_ in known)


def _has_helped(fact: Fact, ids: set[str], *, own: bool) -> bool:
    return fact.kind in _SHOWN and ((own and Beyond.TAUGHT.value in fact.beyond) or (not own and fact.witness in ids))


def _grown(progress: Progress, student: Student, newest: Iterable[Step]) -> FirstAndNow | None:
    """Give the newest step whose picture is not the first one the child brought for it."""
    shelf = progress.shelf(student.id)
    for step in newest:
        pictures = [
            shelf[id_] for id_ in progress.spot(student.id, step.id).pictures if id_ is not None and id_ in shelf
        ]
        now = progress.picture(student.id, step.id)
        if now is not None and pictures[0].content != now.content:
            return FirstAndNow(step, pictures[0].face, now.face)
    return None
