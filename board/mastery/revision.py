"""How a unit is written and changed: edits that lose nothing, what an update keeps, and what a teacher should look at."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from board.mastery import remarks
from board.mastery.curriculum import Level, Step, Unit, find_cycle, own_steps, steps_by_id

TITLE_CELLS = 32
"""Widest title that heads a column well, in cells of the screen."""

_ID_LENGTH = 40
"""Longest id made from a title, without the number that tells it from others."""


def updated(old: Unit | None, new: Unit) -> Unit:
    """Give the unit to keep when a file or an author updates one of the class.

    A step whose criteria changed rises one version; one that is gone is archived, never deleted; one that is back
    leaves the archive.

    Args:
        old: The unit as the class has it, or None.
        new: The unit as the file or the author has it.
    """
    if old is None:
        return new
    before = steps_by_id([old])
    kept = {step.id for step in new.spots}
    gone = tuple(step for step in before.values() if step.id not in kept and _is_own(old, step))
    return replace(_with_each(new, lambda step: _versioned(before.get(step.id), step)), archived=gone)


def _versioned(old: Step | None, new: Step) -> Step:
    if old is None:
        return new
    return replace(new, version=old.version + (old.criteria != new.criteria))


def _is_own(unit: Unit, step: Step) -> bool:
    return step.id.startswith(f"{unit.id}/")


def changes(old: Unit | None, new: Unit) -> tuple[remarks.Change | remarks.NewUnit, ...]:
    """Tell what an update changes; empty when it changes nothing.

    Args:
        old: The unit as the class has it, or None.
        new: What `updated` gave.
    """
    if old is None:
        bosses = sum(level.boss is not None for level in new.levels)
        return (remarks.NewUnit(new.title, len(new.levels), len(new.spots) - bosses, bosses),)
    before, after = steps_by_id([old]), steps_by_id([new])
    gone = {step.id for step in new.archived} - {step.id for step in old.archived}
    back = {step.id for step in old.archived} - {step.id for step in new.archived}
    told = [remarks.Change(remarks.What.NEW, step.title) for id_, step in after.items() if id_ not in before]
    told += [remarks.Change(remarks.What.BACK, after[id_].title) for id_ in sorted(back)]
    for id_, step in after.items():
        if id_ in gone:
            told.append(remarks.Change(remarks.What.ARCHIVED, step.title))
        elif id_ in before and step.version > before[id_].version:
            told.append(remarks.Change(remarks.What.NEW_CRITERIA, step.title))
        elif id_ in before and step != before[id_]:
            told.append(remarks.Change(remarks.What.CHANGED, step.title))
    if new.two_adults is not old.two_adults:
        told.append(remarks.Change(remarks.What.TWO_ADULTS if new.two_adults else remarks.What.ONE_ADULT))
    return tuple(told or ([remarks.Change(remarks.What.LEVELS)] if new != old else []))


def new_unit_id(title: str, units: Iterable[Unit] = ()) -> str:
    """Give the id of a new unit, made from its title, that none of these units has."""
    return _free_id(title, "unit", {unit.id for unit in units})


def new_step_id(unit: Unit, title: str) -> str:
    """Give the id of a new step, made from its title, that no step of the unit has or had: "u/count-to-20"."""
    return f"{unit.id}/{_free_id(title, 'step', _names(unit, steps_by_id([unit])))}"


def _names(unit: Unit, ids: Iterable[str]) -> set[str]:
    return {id_.removeprefix(f"{unit.id}/") for id_ in ids}


def _free_id(title: str, what: str, taken: set[str]) -> str:
    """Make an id of a title; where it holds no Latin letter, it is numbered: "step-3"."""
    plain = unicodedata.normalize("NFKD", title[: 4 * _ID_LENGTH]).casefold()
    shown = "".join(char for char in plain if not unicodedata.category(char).startswith("M"))
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in shown).split()
    name = "-".join(words)[:_ID_LENGTH].strip("-")
    named = any(char.isalpha() for char in name)
    if named and name not in taken:
        return name
    number = 2 if named else len(taken) + 1
    while f"{name if named else what}-{number}" in taken:
        number += 1
    return f"{name if named else what}-{number}"


def with_step(unit: Unit, level_id: str, step: Step) -> Unit:
    """Give the unit with a step more at the end of a level, before its Boss.

    Like all edits here it changes nothing when what it speaks of is not there (any more).

    Args:
        unit: The unit.
        level_id: The level that takes it.
        step: The step; one the unit already shows is not added again.
    """
    if any(spot.id == step.id for spot in unit.spots):
        return unit
    return _with_one(unit, level_id, lambda level: replace(level, steps=(*level.steps, step)))


def with_changed_step(unit: Unit, step: Step) -> Unit:
    """Give the unit with one step or Boss as it is now, wherever it stands.

    Args:
        unit: The unit.
        step: The step under its old id; one at home in another unit can only be changed there.
    """
    if not _is_own(unit, step):
        return unit
    return _with_each(unit, lambda one: step if one.id == step.id else one)


def with_moved_step(unit: Unit, step_id: str, by: int) -> Unit:
    """Give the unit with a step moved in its level, or past its end into the neighbouring level.

    A level whose last step moves away stays, so that the step can come back. A Boss stays the end of its level, and
    nothing happens at the ends of the unit.

    Args:
        unit: The unit.
        step_id: Id of the step.
        by: How many places, negative towards the start.
    """
    for _ in range(abs(by)):
        moved = _moved_by_one(unit, step_id, 1 if by > 0 else -1)
        if moved is unit:
            break
        unit = moved
    return unit


def _moved_by_one(unit: Unit, step_id: str, way: int) -> Unit:
    levels = list(unit.levels)
    places = (
        (at, place) for at, level in enumerate(levels) for place, one in enumerate(level.steps) if one.id == step_id
    )
    found = next(places, None)
    if found is None:
        return unit
    at, place = found
    here, step = levels[at], levels[at].steps[place]
    rest = [*here.steps[:place], *here.steps[place + 1 :]]
    if 0 <= place + way < len(here.steps):
        rest.insert(place + way, step)
        levels[at] = replace(here, steps=tuple(rest))
    elif 0 <= at + way < len(levels):
        there = levels[at + way]
        levels[at] = replace(here, steps=tuple(rest))
        levels[at + way] = replace(
            there,
            steps=(step, *there.steps) if way > 0 else (*there.steps, step),
            must=there.must | (here.must & {step_id}),
        )
    else:
        return unit
    return _with_levels(unit, levels)


def without_step(unit: Unit, step_id: str) -> Unit:
    """Give the unit without a step or Boss; a level left without any is dropped, and nothing waits for the step any more.

    Args:
        unit: The unit; `updated` puts the step into its archive.
        step_id: Id of the step.
    """
    home = unit.level_of(step_id)
    if home is None:
        return unit
    taken_out = _taken_out(unit, step_id)
    waiting = [step for step in own_steps(taken_out) if step_id in step.needs]
    for step in waiting:
        needs = tuple(need for need in step.needs if need != step_id)
        taken_out = with_changed_step(taken_out, replace(step, needs=needs))
    return _with_levels(taken_out, (level for level in taken_out.levels if level.spots or level.id != home.id))


def with_level(unit: Unit, title: str) -> Unit:
    """Give the unit with an empty level more at its end; its id is made from the title."""
    id_ = _free_id(title, "level", _names(unit, (level.id for level in unit.levels)))
    return replace(unit, levels=(*unit.levels, Level(f"{unit.id}/{id_}", title, ())))


def with_changed_level(unit: Unit, level: Level) -> Unit:
    """Give the unit with the title and the rules of one level as they are now.

    Args:
        unit: The unit.
        level: The level under its old id; of it only `title`, `needed` and `must` are taken, so no step is lost.
    """

    def change(now: Level) -> Level:
        return replace(now, title=level.title, needed=level.needed, must=level.must)

    return _with_one(unit, level.id, change)


def with_boss(unit: Unit, level_id: str, step: Step | None) -> Unit:
    """Give the unit with another Boss in a level; the Boss before becomes the last step of the level.

    Args:
        unit: The unit.
        level_id: The level.
        step: A new step, or one of the unit, which leaves its place; None makes the Boss a step again.
    """
    if all(level.id != level_id for level in unit.levels):
        return unit
    freed = unit if step is None else _taken_out(unit, step.id)
    return _with_one(freed, level_id, lambda level: replace(level, steps=level.spots, boss=step))


def _taken_out(unit: Unit, step_id: str) -> Unit:
    return _with_each(unit, lambda step: None if step.id == step_id else step)


def _with_each(unit: Unit, change: Callable[[Step], Step | None]) -> Unit:
    """Give the unit with every step and Boss changed, or taken out where the change gives None."""
    levels = []
    for level in unit.levels:
        steps = tuple(kept for step in level.steps if (kept := change(step)) is not None)
        levels.append(replace(level, steps=steps, boss=level.boss and change(level.boss)))
    return _with_levels(unit, levels)


def _with_one(unit: Unit, level_id: str, change: Callable[[Level], Level]) -> Unit:
    return _with_levels(unit, (change(level) if level.id == level_id else level for level in unit.levels))


def _with_levels(unit: Unit, levels: Iterable[Level]) -> Unit:
    """Give the unit with other levels, whose rules speak of no more than their steps."""
    return replace(unit, levels=tuple(map(_in_line, levels)))


def _in_line(level: Level) -> Level:
    needed = None if level.needed is None else min(level.needed, len(level.steps)) or None
    return replace(level, needed=needed, must=level.must & {step.id for step in level.steps})


def doubts(unit: Unit) -> tuple[remarks.Doubt, ...]:
    """Tell what a teacher should look at before children use the unit; empty when all is well."""
    if not unit.levels:
        return (remarks.NoLevel(),)
    return (*_doubts_about_steps(unit), *_doubts_about_order(unit))


def _doubts_about_steps(unit: Unit) -> Iterator[remarks.Doubt]:
    for title, count in Counter(step.title for step in unit.spots).items():
        if count > 1:
            yield remarks.SameTitle(title, count)
    bare = tuple(step.title for step in own_steps(unit) if not step.criteria)
    if bare:
        yield remarks.NoCriteria(bare)
    yield from (remarks.TooLong(step.title) for step in own_steps(unit) if cells(step.title) > TITLE_CELLS)


def _doubts_about_order(unit: Unit) -> Iterator[remarks.Doubt]:
    yield from (remarks.EmptyLevel(level.title) for level in unit.levels if not level.steps)
    titles = {step.id: step.title for step in unit.spots}
    cycle = find_cycle({step.id: step.needs for step in unit.spots})
    if cycle:
        yield remarks.Circle(tuple(titles.get(id_, id_) for id_ in cycle))


def cells(text: str) -> int:
    """Tell how wide a text is in cells of the screen: most letters take one, Chinese ones two, combining marks none."""
    return sum(
        0 if unicodedata.category(char)[0] == "M" else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text
    )
