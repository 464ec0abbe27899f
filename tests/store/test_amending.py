"""A change is written into what was read: what nobody understood or touched is there afterwards, to the last sign."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.curriculum import Level, Step, Unit
from board.store import codec
from board.store.documents.amending import amended
from board.store.documents.contents import Contents, contents_of

NAMES = st.sampled_from(["u/a", "u/b", "u/c", "u/d", "u/e"])
TITLES = st.sampled_from(["Halves", "Thirds", "Fourths"])
KEPT = st.uuids().map(lambda made: f"keep {made}")
"""Texts that must be found again: they stand where nobody understands them."""


@st.composite
def steps(draw: st.DrawFn) -> Any:
    """A step as a file may hold it: whole, with a field of a newer board, with a wrong field, or wrong altogether."""
    step: dict[str, Any] = {"id": draw(NAMES), "title": draw(TITLES), "i_can": "I can.", "version": 1}
    return draw(
        st.sampled_from([step, {"use": "songs/sing"}])
        | KEPT.map(lambda kept: step | {"newer": kept})
        | KEPT.map(lambda kept: step | {"criteria": {"wrong": kept}})
        | KEPT.map(lambda kept: {"id": step["id"], "title": [kept]})
        | KEPT
        | KEPT.map(lambda kept: [kept])
    )


@st.composite
def levels(draw: st.DrawFn) -> Any:
    """A level as a file may hold it."""
    level: dict[str, Any] = {"id": f"u/{draw(st.sampled_from('xyz'))}", "title": draw(TITLES)}
    level |= {"steps": draw(st.lists(steps(), max_size=4)), "newer": draw(KEPT)}
    boss = draw(st.none() | steps())
    return draw(st.sampled_from([level, level | ({} if boss is None else {"boss": boss})]) | KEPT)


@st.composite
def raw_units(draw: st.DrawFn) -> dict[str, Any]:
    """A table of units as a file may hold it; u can always be read."""
    unit: dict[str, Any] = {"title": "Unit", "path": draw(st.sampled_from(["open", "levels", 7])), "newer": draw(KEPT)}
    unit |= {"levels": draw(st.lists(levels(), max_size=3)), "archived": draw(st.lists(steps(), max_size=2))}
    strange: list[Any] = draw(st.lists(st.sampled_from([7, [], {}]), max_size=2))
    before = {f"w{at}": wrong for at, wrong in enumerate(strange)}
    return {**before, "u": once(unit, set()), "v": {"title": [draw(KEPT)]}}


def once(value: Any, seen: set[Any]) -> Any:
    """A document in which no step and no level stands twice."""
    if isinstance(value, list):
        kept = []
        for one in value:
            told = told_by(one)
            if told is None or told not in seen:
                seen.add(told)
                kept.append(once(one, seen))
        return kept
    if isinstance(value, dict):
        boss = told_by(value.get("boss"))
        if boss is not None and boss in seen:
            value = {name: one for name, one in value.items() if name != "boss"}
        seen.add(boss)
        return {name: once(one, seen) for name, one in value.items()}
    return value


def told_by(value: Any) -> Any:
    """What a step or level is told by, None for anything else."""
    return value.get("id", value.get("use")) if isinstance(value, dict) else None


def understood(units: dict[str, Any]) -> Contents:
    found = contents_of(
        {"class": {"about": {"name": "Room"}}, "assessors": {"t": {"name": "T"}}, "units": units}, Path()
    )
    assert found is not None
    return found


def documents(units: tuple[Unit, ...]) -> dict[str, Any]:
    return {unit.id: codec.unit_document(unit) for unit in units}


def renamed(unit: Unit) -> Unit:
    """The unit with every title changed."""

    def titled(step: Step) -> Step:
        return replace(step, title=f"{step.title}!")

    levels = tuple(
        replace(
            level,
            title=f"{level.title}!",
            steps=tuple(map(titled, level.steps)),
            boss=level.boss and titled(level.boss),
        )
        for level in unit.levels
    )
    return replace(unit, title="New", levels=levels)


def turned(unit: Unit) -> Unit:
    """The unit with everything in the opposite order."""
    return replace(
        unit,
        levels=tuple(replace(level, steps=level.steps[::-1]) for level in unit.levels[::-1]),
        archived=unit.archived[::-1],
    )


def moved(unit: Unit) -> Unit:
    """The unit with all its steps in its first level, where it has one."""
    if not unit.levels:
        return unit
    every = tuple(step for level in unit.levels for step in level.steps)
    rest = tuple(replace(level, steps=(), needed=None) for level in unit.levels[1:])
    return replace(unit, levels=(replace(unit.levels[0], steps=every, needed=None), *rest))


def archived(unit: Unit) -> Unit:
    """The unit with all steps of its own, but not its levels, taken out."""
    own = tuple(step for level in unit.levels for step in level.spots if step.id.startswith("u/"))
    bare = tuple(replace(level, steps=(), boss=None, needed=None) for level in unit.levels)
    return replace(unit, levels=bare, archived=(*unit.archived, *own))


def grown(unit: Unit) -> Unit:
    """The unit with one more level."""
    new = Level("u/new", "New", (Step("u/new-step", "New", "I can."),))
    return replace(unit, levels=(*unit.levels, new))


EDITS = st.lists(st.sampled_from([renamed, turned, moved, archived, grown]), unique=True, max_size=3)


@given(raw_units())
def test_what_nobody_changes_is_what_was_read(raw: dict[str, Any]) -> None:
    before = documents(understood(raw).units)
    assert amended(raw, before, copy.deepcopy(before)) is raw


@given(raw_units(), EDITS)
def test_a_change_shows_and_loses_nothing_that_was_set_aside(
    raw: dict[str, Any], edits: list[Callable[[Unit], Unit]]
) -> None:
    before = understood(raw)
    wish = {unit.id: unit for unit in before.units}
    for edit in edits:
        wish["u"] = edit(wish["u"])
    known, kept = documents(before.units), json.dumps(raw)
    after = amended(raw, known, documents(tuple(wish.values())))
    assert json.dumps(raw) == kept, "what was read was changed in its place"
    assert [unit for unit in understood(after).units if unit.id == "u"] == [wish["u"]]
    assert marks_of(after) >= marks_of(raw)
    assert list(after) == list(raw)


def marks_of(value: object) -> set[str]:
    """The texts that must be found again."""
    if isinstance(value, dict):
        return set().union(*map(marks_of, value.values()), set())
    if isinstance(value, list):
        return set().union(*map(marks_of, value), set())
    return {value} if isinstance(value, str) and value.startswith("keep ") else set()


def test_what_is_set_aside_stays_where_it_stood_and_what_is_new_comes_last() -> None:
    raw = {"a": {"name": "A"}, "b": 7, "c": {"name": "C", "newer": 1}, "d": []}
    before = {"a": {"name": "A"}, "c": {"name": "C"}}
    after = amended(raw, before, {"c": {"name": "CC"}, "a": {"name": "A"}, "e": {"name": "E"}})
    assert after == {"c": {"name": "CC", "newer": 1}, "d": [], "a": {"name": "A"}, "b": 7, "e": {"name": "E"}}
    assert list(after) == ["c", "d", "a", "b", "e"]
    assert amended(raw, before, {}) == {"b": 7, "d": []}


def test_what_is_set_aside_in_a_list_stays_when_all_else_has_gone_from_it() -> None:
    raw = {"title": "One", "steps": ["keep", {"id": "u/x", "title": "X"}, {"id": "u/y", "title": 7}]}
    before = {"title": "One", "steps": [{"id": "u/x", "title": "X"}]}
    assert amended(raw, before, {"title": "One"}) == {"title": "One", "steps": ["keep", {"id": "u/y", "title": 7}]}
    assert amended({"steps": [7]}, {}, {"steps": [{"id": "u/z"}]}) == {"steps": [7, {"id": "u/z"}]}


def test_a_new_order_shows() -> None:
    raw = {"a": {"name": "A", "newer": 1}, "x": 7, "b": {"name": "B"}}
    before = {"a": {"name": "A"}, "b": {"name": "B"}}
    after = amended(raw, before, {"b": {"name": "B"}, "a": {"name": "A"}})
    assert after == raw
    assert list(after) == ["b", "a", "x"]


def test_a_field_that_was_set_aside_is_replaced_once_it_is_filled() -> None:
    assert amended({"name": "A", "grade": 7}, {"name": "A"}, {"name": "B"}) == {"name": "B", "grade": 7}
    assert amended({"name": "A", "grade": 7}, {"name": "A"}, {"name": "A", "grade": "2"}) == {"name": "A", "grade": "2"}
    assert amended({"name": "A", "grade": "2"}, {"name": "A", "grade": "2"}, {"name": "A"}) == {"name": "A"}
