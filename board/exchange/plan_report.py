"""The plan of one child as plain text, also for a screen reader, and for scripts. For adults."""

from collections.abc import Iterator, Sequence
from typing import Any

from board.mastery.asking import wanted
from board.mastery.audience import Audience
from board.mastery.choices import Offer, offers_of_class
from board.mastery.curriculum import Step, Unit, spots_by_id, steps_by_id
from board.mastery.people import Student
from board.mastery.plan import USUAL_PLAN, Plan
from board.mastery.progress import OPEN_SPOT, Row, Status
from board.words.outcomes.plans import FREEDOMS
from board.words.reasons import offer_reason


def plan_text(student: Student, units: Sequence[Unit], row: Row) -> str:
    """Give a child's plan in lines that can be listened to: what it may choose next and why, then what was settled.

    Args:
        student: The child.
        units: The units of the class.
        row: All spots of the child.
    """
    lines = [student.name, "=" * len(student.name), "", f"{FREEDOMS[student.plan.freedom]}.", "", "Next"]
    lines += [f"  {offer.step.title} ({offer.step.id}): {_reason(offer)}" for offer in _next(student, units, row)] or [
        "  Nothing is open now."
    ]
    for title, told in _parts(student.plan, units, row):
        lines += ["", title, *(f"  {line}" for line in told)]
    return "\n".join(lines) + "\n"


def settled_lines(plan: Plan, units: Sequence[Unit]) -> tuple[str, ...]:
    """Give what was settled for a child, a line for each thing; nothing where nothing was."""
    chosen = () if plan.freedom is USUAL_PLAN.freedom else (f"{FREEDOMS[plan.freedom]}.",)
    lists = (f"{title}: {', '.join(told)}" for title, told in _lists(plan, units))
    return (*chosen, *lists)


def plan_json(student: Student, units: Sequence[Unit], row: Row) -> dict[str, Any]:
    """Give a child's plan for scripts."""
    plan = student.plan
    own = [(step, row[step.id]) for step in _spots(units) if step.id in row and row[step.id].own_criteria]
    return {
        "student": student.id,
        "next": [{"step": offer.step.id, "reason": _reason(offer)} for offer in _next(student, units, row)],
        "own_versions": [{"step": step.id, "criteria": list(spot.own_criteria)} for step, spot in own],
        "excused": [step.id for step in _spots(units) if _is_excused(row, step)],
        "wanted": wanted(row) or None,
    } | settled_json(plan)


def settled_json(plan: Plan) -> dict[str, Any]:
    """Give what was settled for a child for scripts."""
    lists = {"order": plan.order, "extra": plan.extra, "shows_best": plan.shows_best, "supports": plan.supports}
    return {"freedom": plan.freedom.value, **{field: list(told) for field, told in lists.items()}}


def _next(student: Student, units: Sequence[Unit], row: Row) -> tuple[Offer, ...]:
    return offers_of_class(units, row, student.plan, Audience.TEACHER)


def _reason(offer: Offer) -> str:
    return offer_reason(offer.reason)


def _parts(plan: Plan, units: Sequence[Unit], row: Row) -> Iterator[tuple[str, list[str]]]:
    """Give the parts of a plan that say something, each with its lines."""
    yield from _lists(plan, units)
    own = {step.title: row[step.id].own_criteria for step in _spots(units) if step.id in row}
    told = [f"{title}: {'; '.join(criteria)}" for title, criteria in own.items() if criteria]
    if told:
        yield "Own versions", told
    out = [step.title for step in _spots(units) if _is_excused(row, step)]
    if out:
        yield "Not in the plan", out


def _lists(plan: Plan, units: Sequence[Unit]) -> Iterator[tuple[str, list[str]]]:
    known = steps_by_id(units)
    for title, ids in (("First", plan.order), ("Extra steps", plan.extra)):
        titles = [known[id_].title for id_ in ids if id_ in known]
        if titles:
            yield title, titles
    for title, words in (("Shows things best", plan.shows_best), ("Supports all year", plan.supports)):
        if words:
            yield title, list(words)


def _spots(units: Sequence[Unit]) -> tuple[Step, ...]:
    return tuple(spots_by_id(units).values())


def _is_excused(row: Row, step: Step) -> bool:
    return row.get(step.id, OPEN_SPOT).status is Status.EXCUSED
