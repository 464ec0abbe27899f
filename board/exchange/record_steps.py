"""What a child's record says step by step: by subject and by standard in words, and every step for another program."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from board import words
from board.mastery.curriculum import Step, Unit
from board.mastery.progress import Row, Spot, Status


class _Known(NamedTuple):
    """A step of which something is known, with the unit it stands in."""

    unit: Unit
    step: Step
    spot: Spot

    @property
    def subjects(self) -> tuple[str, ...]:
        """Its subjects: those of its unit where it names none."""
        return self.step.subjects or self.unit.subjects


def steps_text(units: Sequence[Unit], row: Row, judges: Mapping[str, str]) -> list[str]:
    """Give the steps a child has shown or works on under their subjects, then under their standards.

    Args:
        units: The units of the class.
        row: The child's spots.
        judges: Names of the adults by id.

    Returns:
        Lines; none where no step names a subject or a standard.
    """
    known = [one for one in _known(units, row) if one.spot.status is not Status.OPEN]
    subjects = _part("By subject", ((subject, one) for one in known for subject in one.subjects), judges)
    return [*subjects, *_part("By standard", ((code, one) for one in known for code in one.step.standards), judges)]


def steps_json(units: Sequence[Unit], row: Row, judges: Mapping[str, str]) -> list[dict[str, Any]]:
    """Give every step of which something is known, for another program."""
    return [
        {
            "id": one.step.id,
            "title": one.step.title,
            "unit": one.unit.title,
            "subjects": list(one.subjects),
            "standards": list(one.step.standards),
            "grow_from": one.step.grow_from or None,
            "status": one.spot.status.value,
            "checked_by": [judges[by] for by in one.spot.judges if by in judges] if one.spot.is_mastered else [],
        }
        for one in _known(units, row)
    ]


def _known(units: Sequence[Unit], row: Row) -> Iterator[_Known]:
    """Give each step once, those too that were taken out of a unit."""
    seen = set[str]()
    for unit in units:
        for step in (*unit.spots, *unit.archived):
            if step.id in row and step.id not in seen:
                seen.add(step.id)
                yield _Known(unit, step, row[step.id])


def _part(title: str, under: Iterable[tuple[str, _Known]], judges: Mapping[str, str]) -> list[str]:
    groups: dict[str, dict[str, _Known]] = {}
    for name, one in under:
        groups.setdefault(name, {})[one.step.id] = one
    lines = ["", "", title, "-" * len(title)] if groups else []
    for name, inside in groups.items():
        lines += ["", name]
        lines += [
            f"  {one.step.title} ({one.unit.title}): {words.spot_words(one.spot, judges)}" for one in inside.values()
        ]
    return lines
