"""Edits of a unit made at one sitting: each on the unit of that moment, said in a sentence, and taken back on wish."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from board.mastery import revision
from board.mastery.curriculum import Step, Unit
from board.store.class_book import ClassBook
from board.words.units import unit_changes

Edit = Callable[[Unit], Unit]
"""Gives the new unit from the unit of this moment."""


class _Deed(NamedTuple):
    """One edit that can be taken back: words for it, and the unit before and after."""

    said: str
    before: Unit
    after: Unit


class UnitEdits:
    """Edits the units of an open class and remembers how to take that back.

    Args:
        book: The class.
    """

    def __init__(self, book: ClassBook) -> None:
        self._book = book
        self._done: list[_Deed] = []

    def make(self, unit_id: str, edit: Edit, said: str = "") -> str:
        """Make an edit and keep it.

        Args:
            unit_id: The unit.
            edit: What to change.
            said: Words for it, empty for those that tell what has changed.

        Returns:
            What was done in one sentence, empty when nothing has changed.

        Raises:
            NotSaved: Nothing was changed.
        """
        before, after = self._kept(unit_id, edit)
        if before is None or after is None or before == after:
            return ""
        told = said or "; ".join(unit_changes(before, after))
        self._done.append(_Deed(told, before, after))
        return told

    def undo(self) -> tuple[str, str]:
        """Take back the last edit, unless somebody has changed the unit since.

        Returns:
            Id of the unit, empty when there is nothing to undo, and a sentence.

        Raises:
            NotSaved: The edit still stands.
        """
        if not self._done:
            return "", "Nothing to undo since this page was opened."
        deed = self._done[-1]
        before, after = self._kept(deed.after.id, lambda now: deed.before if _same_words(now, deed.after) else now)
        self._done.pop()
        if before is None or before == after:
            return deed.after.id, f"Somebody has changed the unit since; this still stands: {deed.said}"
        return deed.after.id, f"Taken back: {deed.said}"

    def _kept(self, unit_id: str, edit: Edit) -> tuple[Unit | None, Unit | None]:
        units: list[Unit] = []

        def make(now: Unit) -> Unit:
            edited = edit(now)
            units.extend((now, now if edited == now else revision.updated(now, edited)))
            return units[-1]

        self._book.edit_unit(unit_id, make)
        return (units[0], units[1]) if units else (None, None)


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
        return now if step is None else revision.with_changed_step(now, replace(step, **said))

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
