"""Unit files: a unit written by a teacher as TOML (docs/unit-files.md shows the format)."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from board.counting import counted
from board.disk import reason
from board.exchange.units.other_files import as_text, refuse_other_kinds
from board.exchange.units.toml_table import BadFile, Table
from board.exchange.units.typed_lines import lines_of, statements
from board.exchange.units.typed_toml import misread, mistyped
from board.mastery.curriculum import Level, Step, Unit, find_cycle, own_steps, steps_by_id
from board.mastery.curriculum import Path as LevelPath
from board.mastery.scoring import number_in, without_criterion

_UNIT_KEYS = ("id", "title", "subjects", "path", "two_adults", "levels")
_LEVEL_KEYS = ("id", "title", "needed", "must", "steps", "boss")
_STEP_KEYS = (
    "id",
    "title",
    "i_can",
    "criteria",
    "ways",
    "needs",
    "standards",
    "subjects",
    "badge",
    "grow_from",
    "counts",
    "not_yet",
)
_STRAYS = {
    "needed": "it belongs to the level: write it above the steps of the level, below its title.",
    "must": "it belongs to the level: write it above the steps of the level, below its title.",
    **dict.fromkeys(
        ("path", "two_adults"), "it belongs to the unit: write it at the top of the file, above the first [[levels]]."
    ),
    "subjects": "it belongs to the unit or to a step: write it at the top of the file, or below [[levels.steps]].",
    **dict.fromkeys(
        ("i_can", "criteria", "ways", "needs", "standards", "badge", "use", "grow_from", "counts", "not_yet"),
        "it belongs to a step: write it below a line [[levels.steps]] or [levels.boss].",
    ),
    "steps": "write [[levels.steps]], so that it belongs to the level above.",
    "step": "write [[levels.steps]], so that it belongs to the level above.",
    "boss": "write [levels.boss], so that it belongs to the level above.",
    "level": "write [[levels]].",
}
"""Keys and tables that are often written where they don't belong."""

_USED = "a step used from another unit has everything from there: take this line out."

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_unit(path: Path, others: Iterable[Unit] = ()) -> Unit:
    """Read a unit file.

    Args:
        path: A TOML file in UTF-8.
        others: Units of the class, for steps that are used from another unit, and for what the class itself says of this one.

    Raises:
        BadFile: One sentence with the key and the fix.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadFile(f"{path} can't be read ({reason(error)}).") from error
    text = as_text(data, path.name)
    try:
        values = tomllib.loads(text)
    except (
        ValueError,
        RecursionError,
    ) as error:  # the reader gives Python's own ValueError for numbers with very many digits
        refuse_other_kinds(text, path.name)
        raise BadFile(f"{path.name}, {mistyped(str(error), text)}") from error
    if not values:
        refuse_other_kinds(text, path.name)
    slip = misread(text)  # what the reader takes, but in another sense
    if slip is not None:
        raise BadFile(f"{path.name}, {slip}")
    return unit_from(Table(values, path.name, lines_of(statements(text.split("\n")))), others)


def unit_from(table: Table, units: Iterable[Unit] = ()) -> Unit:
    """Give the unit a table describes, checked whole; whether two adults see its Bosses stays where the file is silent.

    Raises:
        BadFile: One sentence with the key and the fix.
    """
    table.only(_UNIT_KEYS, _STRAYS)
    unit_id, others = _id(table), tuple(units)
    known = {id_: step for id_, step in steps_by_id(others).items() if not id_.startswith(f"{unit_id}/")}
    subjects = table.texts("subjects")
    path = table.text("path", LevelPath.LEVELS.value)
    if path not in set(LevelPath):
        raise BadFile(f'{table.at("path")}: "path" must be "levels" (one after the other) or "open" (all at once).')
    levels = tuple(
        _level(level, unit_id, subjects, known)
        for level in table.tables("levels", f"{table.place}, level", "[[levels]]")
    )
    if not levels:
        raise BadFile(f"{table.place}: a unit needs at least one level; start it with a line [[levels]]")
    two = any(other.two_adults for other in others if other.id == unit_id)
    two_adults = table.yes_no("two_adults", default=two)
    unit = Unit(unit_id, table.text("title"), levels, subjects, LevelPath(path), two_adults=two_adults)
    _check_ids(unit, table.place)
    everything = {**known, **steps_by_id([unit])}
    _check_needs(unit, everything, table.place)
    _check_roots(unit, everything, table.place)
    return unit


_NEEDS_OVER_ONE = '{place}: "needed" is {needed}, but the level has 1 step; make it 1 or less.'
_NEEDS_OVER_MANY = '{place}: "needed" is {needed}, but the level has {count} steps; make it {count} or less.'


def _id(table: Table) -> str:
    id_ = table.text("id")
    if not _ID.fullmatch(id_):
        fix = re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-") or "count-to-20"
        raise BadFile(f'{table.at("id")}: "id" may hold small letters a-z, digits and hyphens, such as id = "{fix}"')
    return id_


def _level(table: Table, unit_id: str, subjects: tuple[str, ...], known: Mapping[str, Step]) -> Level:
    table.only(_LEVEL_KEYS, _STRAYS)
    place = table.place
    id_, title = _id(table), table.text("title")
    steps = tuple(
        _step(step, unit_id, subjects, known) for step in table.tables("steps", f"{place}, step", "[[levels.steps]]")
    )
    if not steps:
        raise BadFile(f"{table.at('steps')}: a level needs at least one step; start it with a line [[levels.steps]]")
    boss_table = table.table("boss", f"{place}, boss", "[levels.boss]")
    boss = None if boss_table is None else _step(boss_table, unit_id, subjects, known)
    needed = table.number("needed")
    if needed is not None and needed > len(steps):
        raise BadFile(counted(_NEEDS_OVER_ONE, _NEEDS_OVER_MANY, len(steps), place=table.at("needed"), needed=needed))
    must = frozenset(_full_id(name, unit_id) for name in table.texts("must"))
    strangers = must - {step.id for step in steps}
    if strangers:
        raise BadFile(
            f'{table.at("must")}: "must" names {_short(min(strangers), unit_id)}, which is no step of this level.'
        )
    return Level(f"{unit_id}/{id_}", title, steps, needed, must, boss)


def _step(table: Table, unit_id: str, subjects: tuple[str, ...], known: Mapping[str, Step]) -> Step:
    if "use" in table:
        return _used(table, known)
    table.only((*_STEP_KEYS, "use"), _STRAYS)
    return Step(
        f"{unit_id}/{_id(table)}",
        table.text("title"),
        table.text("i_can"),
        criteria=table.texts("criteria"),
        ways=table.texts("ways"),
        needs=tuple(_full_id(need, unit_id) for need in table.texts("needs")),
        standards=table.texts("standards"),
        subjects=table.texts("subjects") or subjects,
        badge=table.text("badge", ""),
        grow_from=_full_id(root, unit_id) if (root := table.text("grow_from", "")) else "",
        counts=_examples(table, "counts"),
        not_yet=_examples(table, "not_yet"),
    )


_NO_CRITERION_OF_ONE = (
    '{place}: "{key}" names criterion {number}, but the step has 1; make it 1, or begin with the words.'
)
_NO_CRITERION_OF_MANY = (
    '{place}: "{key}" names criterion {number}, but the step has {count}; make it one of them, or begin with the words.'
)


def _examples(table: Table, key: str) -> tuple[str, ...]:
    texts, criteria = table.texts(key), table.texts("criteria")
    wrong = without_criterion(texts, criteria)
    if wrong is not None:
        number, place = number_in(wrong), table.at(key)
        raise BadFile(
            counted(_NO_CRITERION_OF_ONE, _NO_CRITERION_OF_MANY, len(criteria), place=place, key=key, number=number)
        )
    return texts


def _used(table: Table, known: Mapping[str, Step]) -> Step:
    table.only(("use",), dict.fromkeys(_STEP_KEYS, _USED))
    name = table.text("use")
    if name not in known:
        raise BadFile(
            f'{table.at("use")}: "use" names {name}, which is no step of another unit of this class; '
            "add that unit first, and write it as unit/step."
        )
    return known[name]


def _full_id(name: str, unit_id: str) -> str:
    return name if "/" in name else f"{unit_id}/{name}"


def _short(step_id: str, unit_id: str) -> str:
    return step_id.removeprefix(f"{unit_id}/")


def _check_ids(unit: Unit, place: str) -> None:
    for what, ids in (("step", [step.id for step in unit.spots]), ("level", [level.id for level in unit.levels])):
        twice = next((id_ for at, id_ in enumerate(ids) if id_ in ids[:at]), None)
        if twice is not None:
            raise BadFile(f'{place}: two {what}s have the id "{_short(twice, unit.id)}"; give one of them another id.')


def _check_needs(unit: Unit, known: Mapping[str, Step], place: str) -> None:
    for step in own_steps(unit):
        for need in step.needs:
            if need not in known:
                raise BadFile(
                    f'{place}: step "{step.title}" needs {_short(need, unit.id)}, which does not exist; '
                    'write the id of a step in "needs".'
                )
    cycle = find_cycle({step.id: step.needs for step in known.values()})
    if cycle:
        trail = " needs ".join(_short(id_, unit.id) for id_ in cycle)
        raise BadFile(f'{place}: steps wait for each other: {trail}; take one of them out of its "needs".')


def _check_roots(unit: Unit, known: Mapping[str, Step], place: str) -> None:
    """Refuse a step that grows from none, from itself, or in a circle."""
    for step in own_steps(unit):
        if step.grow_from == step.id:
            raise BadFile(
                f'{place}: step "{step.title}" grows from itself; write an earlier step in "grow_from", or take it out.'
            )
        if step.grow_from and step.grow_from not in known:
            raise BadFile(
                f'{place}: step "{step.title}" grows from {_short(step.grow_from, unit.id)}, which does not exist; '
                'write the id of a step in "grow_from".'
            )
    cycle = find_cycle({step.id: [step.grow_from] for step in known.values() if step.grow_from})
    if cycle:
        trail = " grows from ".join(_short(id_, unit.id) for id_ in cycle)
        raise BadFile(f'{place}: steps grow from each other: {trail}; take "grow_from" out of one of them.')
