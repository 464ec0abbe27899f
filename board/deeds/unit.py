"""Edits of a unit made at one sitting: each on the unit of that moment, said in a sentence, and taken back on wish."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.mastery import revision
from board.mastery.curriculum import Step, Unit
from board.mastery.scoring import with_numbers
from board.store.documents.tables import UNITS, changed
from board.words.outcomes import lists, told
from board.words.units import unit_changes

Edit = Callable[[Unit], Unit]
"""Gives the new unit from the unit of this moment."""


class UnitEdits:
    """Edits the units of a class.

    Each method raises Refusal where no adult sits here, and NotSaved where the edit can't be kept; then the units are as they were.

    Args:
        sitting: Who edits, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    def add(self, unit: Unit) -> Outcome:
        """Add a unit."""
        done = lists.UnitChanged(" ".join(unit_changes(None, unit)))

        def added(now: tuple[Unit, ...]) -> tuple[Unit, ...]:
            return now if any(one.id == unit.id for one in now) else (*now, unit)

        def there(said: told.Told, still: told.Told) -> Outcome:
            before, after = self._sitting.edit(UNITS, added)
            return Outcome(still if before == after else said, changed=before != after, about=unit.id)

        def back() -> Outcome:
            if any(self._book.progress.is_known(step=step.id) for step in unit.spots):
                return Outcome(told.LeftAsItIs(done, told.Since.MARKED), about=unit.id)
            before, after = self._sitting.edit(
                UNITS, lambda now: tuple(one for one in now if one.id != unit.id or not _same_words(one, unit))
            )
            if before == after:
                return Outcome(told.LeftAsItIs(done, told.Since.CHANGED), about=unit.id)
            return Outcome(told.Undone(done), changed=True)

        outcome = there(done, told.NothingNew())
        if outcome.changed:
            still = told.LeftAsItIs(done, told.Since.CHANGED)
            self._sitting.history.did(back, lambda: there(told.Redone(done), still))
        return outcome

    def make(self, unit_id: str, edit: Edit, said: str = "") -> Outcome:
        """Make an edit and keep it; nothing happens to a unit that is no longer there.

        Args:
            unit_id: The unit.
            edit: What to change.
            said: Words for it, empty for those that tell what has changed.
        """
        before, after = self._kept(unit_id, edit)
        if before is None or after is None or before == after:
            return Outcome(told.NothingNew())
        done = lists.UnitChanged(said or "; ".join(unit_changes(before, after)))

        def turn(said: told.Told, old: Unit, new: Unit) -> Outcome:
            """Give the unit its old words where it has the new ones."""
            was, became = self._kept(unit_id, lambda now: old if _same_words(now, new) else now)
            if was is None or was == became:
                return Outcome(told.LeftAsItIs(done, told.Since.CHANGED), about=unit_id)
            return Outcome(said, changed=True, about=unit_id)

        self._sitting.history.did(
            partial(turn, told.Undone(done), before, after), partial(turn, told.Redone(done), after, before)
        )
        return Outcome(done, changed=True, about=unit_id)

    def _kept(self, unit_id: str, edit: Edit) -> tuple[Unit | None, Unit | None]:
        """Keep an edit; give the unit before and after, None twice when it is gone."""

        def make(now: Unit) -> Unit:
            edited = edit(now)
            return now if edited == now else revision.updated(now, edited)

        units = self._sitting.edit(UNITS, changed(unit_id, make))
        before, after = (next((one for one in now if one.id == unit_id), None) for now in units)
        return before, after


def _same_words(one: Unit, other: Unit) -> bool:
    """Tell whether two units say the same; versions may differ, since taking an edit back makes one more."""
    return _unversioned(one) == _unversioned(other)


def _unversioned(unit: Unit) -> Unit:
    levels = tuple(
        replace(
            level,
            steps=tuple(replace(step, version=1) for step in level.steps),
            boss=level.boss and replace(level.boss, version=1),
        )
        for level in unit.levels
    )
    return replace(unit, levels=levels, archived=())


def with_title(title: str) -> Edit:
    """Edit: the unit has this title."""
    return lambda now: replace(now, title=title)


def with_two_adults(*, wanted: bool) -> Edit:
    """Edit: two adults see each Boss of the unit, or one does."""
    return lambda now: replace(now, two_adults=wanted)


def with_level_title(level_id: str, title: str) -> Edit:
    """Edit: a level has this title; its rules stay."""

    def edit(now: Unit) -> Unit:
        levels = [replace(level, title=title) for level in now.levels if level.id == level_id]
        return revision.with_changed_level(now, levels[0]) if levels else now

    return edit


def without_level(level_id: str) -> Edit:
    """Edit: a level without steps is gone; one that has got some meanwhile stays."""
    return lambda now: replace(now, levels=tuple(level for level in now.levels if level.id != level_id or level.spots))


def with_changed_step(step_id: str, said: dict[str, Any]) -> Edit:
    """Edit: a step says something else; what is not spoken of stays as it is at that moment."""

    def edit(now: Unit) -> Unit:
        step = next((spot for spot in now.spots if spot.id == step_id), None)
        return now if step is None else revision.with_changed_step(now, with_numbers(step, replace(step, **said)))

    return edit


def with_new_step(level_id: str, after: int, said: dict[str, Any]) -> Edit:
    """Edit: there is a step more.

    Args:
        level_id: Id of the level that takes it; where it is not there the last one does, or a first one.
        after: How many steps of the level stand above it.
        said: The step, by field.
    """

    def edit(now: Unit) -> Unit:
        levels = now if now.levels else revision.with_level(now, "Level 1")
        level = next((level for level in levels.levels if level.id == level_id), levels.levels[-1])
        step = _new_step(now, said)
        place = min(after, len(level.steps))
        return revision.with_moved_step(revision.with_step(levels, level.id, step), step.id, place - len(level.steps))

    return edit


def with_new_boss(level_id: str, said: dict[str, Any]) -> Edit:
    """Edit: a level has a new Boss."""
    return lambda now: revision.with_boss(now, level_id, _new_step(now, said))


def _new_step(unit: Unit, said: dict[str, Any]) -> Step:
    return replace(Step(revision.new_step_id(unit, said["title"]), "", "", subjects=unit.subjects), **said)
