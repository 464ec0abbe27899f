"""Units as they stand in class.json: each level and step is read by itself, so that a wrong step does not take its unit away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from board.mastery.curriculum import Level, Step, Unit, find_cycle
from board.store.documents.aside import SetAside
from board.store.documents.records import Reading, is_id, is_step_id
from board.store.documents.shapes import LevelRecord, StepRecord, UnitRecord, Why


class _Level(NamedTuple):
    """A level whose steps are only named: some are at home in other units."""

    said: LevelRecord
    steps: tuple[str, ...]
    boss: str


class _Unit(NamedTuple):
    id: str
    said: UnitRecord
    levels: tuple[_Level, ...]
    archived: tuple[str, ...]


def units_of(reading: Reading, docs: Mapping[str, Any]) -> tuple[Unit, ...]:
    """Give the units of a class; a step used from a unit that is gone is left out.

    Args:
        reading: Hears what does not count.
        docs: The documents by the ids of the units.
    """
    home: dict[str, Step] = {}
    read = [_OneUnit(reading, id_, home).read(doc) for id_, doc in docs.items()]
    _without_strange_needs(reading, home)
    return tuple(_unit(reading, one, home) for one in read if one is not None)


class _OneUnit:
    """The reading of one unit.

    Args:
        reading: Hears what does not count.
        id_: Id of the unit.
        home: Gets the steps that are at home in the unit.
    """

    def __init__(self, reading: Reading, id_: str, home: dict[str, Step]) -> None:
        self._reading = reading
        self._id = id_
        self._home = home
        self._seen: set[tuple[str, str]] = set()

    def read(self, doc: object) -> _Unit | None:
        """Give the unit a document describes, None when it has to be left out."""
        if not is_id(self._id):
            self._reading.note(SetAside("units"), doc, why=Why.ID, whole=True)
            return None
        said = self._reading.record(UnitRecord, doc, SetAside("units", self._id))
        if said is None:
            return None
        levels = tuple(level for each in said.levels if (level := self._level(each)) is not None)
        return _Unit(self._id, said, levels, self._steps(said.archived))

    def _level(self, doc: object) -> _Level | None:
        where = self._known("levels", doc)
        said = where and self._reading.record(LevelRecord, doc, where)
        if not said:
            return None
        return _Level(said, self._steps(said.steps), self._step(said.boss) if said.boss is not None else "")

    def _steps(self, docs: Iterable[object]) -> tuple[str, ...]:
        return tuple(id_ for doc in docs if (id_ := self._step(doc)))

    def _step(self, doc: object) -> str:
        """Give the id of a step, empty when it has to be left out; one that is at home here is kept there."""
        where = self._known("steps", doc)
        if where is None:
            return ""
        if isinstance(doc, dict) and "id" not in doc:
            return where.id
        said = self._reading.record(StepRecord, doc, where)
        if said is None:
            return ""
        self._home[said.id] = Step(*(getattr(said, name) for name in StepRecord.__struct_fields__))
        return said.id

    def _known(self, kind: str, doc: object) -> SetAside | None:
        """Give which level or step this is, None when that can't be told, or it has been there before."""
        where = SetAside(kind, unit=self._id)
        if not isinstance(doc, dict):
            self._reading.note(where, doc, whole=True)
            return None
        is_use = kind == "steps" and "id" not in doc
        id_ = doc.get("use" if is_use else "id")
        if not (is_step_id(id_) and (is_use or id_.startswith(f"{self._id}/"))):
            self._reading.note(where, doc, why=Why.ID, whole=True)
            return None
        where = where._replace(id=id_)
        if (kind, id_) in self._seen:
            self._reading.note(where, doc, why=Why.TWICE, whole=True)
            return None
        self._seen.add((kind, id_))
        return where


def _without_strange_needs(reading: Reading, home: dict[str, Step]) -> None:
    """Let no step wait for one that nobody has, or for itself."""
    waiting = {id_: step for id_, step in home.items() if step.needs}
    for id_, step in waiting.items():
        needs = tuple(need for need in step.needs if need in home)
        if needs != step.needs:
            _note_needs(reading, step, Why.NO_STEP)
            home[id_] = replace(step, needs=needs)
    while cycle := find_cycle({id_: home[id_].needs for id_ in waiting}):
        first = home[max(cycle)]
        _note_needs(reading, first, Why.CIRCLE)
        home[first.id] = replace(first, needs=())


def _note_needs(reading: Reading, step: Step, why: Why) -> None:
    reading.note(SetAside("steps", step.id, unit=step.id.partition("/")[0]), {"title": step.title}, "needs", why)


def _unit(reading: Reading, read: _Unit, home: Mapping[str, Step]) -> Unit:
    levels = tuple(_level(reading, level, read.id, home) for level in read.levels)
    archived = _found(read.archived, home)
    said = read.said
    return Unit(read.id, said.title, levels, said.subjects, said.path, archived, said.two_adults)


def _level(reading: Reading, read: _Level, unit: str, home: Mapping[str, Step]) -> Level:
    said, steps = read.said, _found(read.steps, home)
    where, doc = SetAside("levels", said.id, unit=unit), {"title": said.title}
    must = frozenset(said.must) & {step.id for step in steps}
    if len(must) < len(set(said.must)):
        reading.note(where, doc, "must", Why.NO_STEP_HERE)
    needed = said.needed
    if needed is not None and needed > len(said.steps):
        reading.note(where, doc, "needed", Why.OVER)
        needed = None
    return Level(said.id, said.title, steps, needed, must, home.get(read.boss))


def _found(ids: Sequence[str], home: Mapping[str, Step]) -> tuple[Step, ...]:
    return tuple(home[id_] for id_ in ids if id_ in home)
