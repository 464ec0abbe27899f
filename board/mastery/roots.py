"""From which earlier step another one may grow, and how it is found by first letters."""

from collections.abc import Iterable, Sequence

from board.mastery.curriculum import Step, Unit, spots_by_id, steps_by_id
from board.mastery.people import plain


def possible_roots(step_id: str, unit: Unit, units: Iterable[Unit]) -> tuple[Step, ...]:
    """Give the steps that one may grow from without a circle: those of its own unit first, each once.

    Args:
        step_id: The step; one that is not there yet may grow from any.
        unit: The unit it is at home in.
        units: Every unit of the class.
    """
    everything = steps_by_id([*units, unit])
    spots = spots_by_id((unit, *units))
    return tuple(step for step in spots.values() if not _grows_from(step, step_id, everything))


def _grows_from(step: Step, root: str, everything: dict[str, Step]) -> bool:
    """Tell whether a step is another one, or grows from it over any others; circles end where they began."""
    seen = set[str]()
    now: Step | None = step
    while now is not None and now.id not in seen:
        if now.id == root:
            return True
        seen.add(now.id)
        now = everything.get(now.grow_from)
    return False


def found_root(letters: str, roots: Sequence[Step]) -> Step | None:
    """Give the step that first letters stand for: one with this title or id, else the first with a word that begins so.

    Args:
        letters: What was typed; capitals and accents make no difference.
        roots: Those that may be meant, in the order they are looked at.
    """
    wanted = plain(letters).strip()
    if not wanted:
        return None
    whole = (step for step in roots if wanted in (plain(step.title), step.id))
    begins = (step for step in roots if plain(step.title).startswith(wanted))
    inside = (step for step in roots if any(word.startswith(wanted) for word in plain(step.title).split()))
    return next(whole, None) or next(begins, None) or next(inside, None)
