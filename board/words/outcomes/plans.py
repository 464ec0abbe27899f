"""What can be told of a child's plan, as data, and what is said of it to adults."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from board.counting import counted, listed
from board.mastery.plan import Freedom


class PlanSettled(NamedTuple):
    """The plan of a child says something else.

    Attributes:
        name: Whose plan.
        fields: Which of its fields do.
        freedom: Who chooses from now on.
        lists: For each of the other fields what stands there now: titles of steps, or lines as they were written.
        later: Whether the step that comes first opens later.
        until: Title of the step that is offered until then, or empty.
    """

    name: str
    fields: Sequence[str]
    freedom: Freedom
    lists: Mapping[str, Sequence[str]]
    later: bool = False
    until: str = ""

    @property
    def settled(self) -> "PlanSettled":
        """What was settled, without what it means at this moment."""
        return self._replace(later=False, until="")


class Known(StrEnum):
    """What an adult knows of a step when a child comes later than the others."""

    ELSEWHERE = "elsewhere"
    TESTED_OUT = "tested_out"
    NOT_PLANNED = "not_planned"


class CameLater(NamedTuple):
    """A child that came later begins with what it knows: whose plan, and how many steps of each."""

    name: str
    counts: Sequence[tuple[Known, int]]


FREEDOMS = {
    Freedom.FREE: "The child chooses among everything that is open",
    Freedom.GUIDED: "The child chooses among the few that come next",
    Freedom.CHOSEN: "The teacher chooses: the first step that is not shown yet",
}
"""Who chooses, said to adults."""

_FREEDOM = {
    Freedom.FREE: "Who chooses now: {name}, among everything that is open.",
    Freedom.GUIDED: "Who chooses now: {name}, among the few that come next.",
    Freedom.CHOSEN: "Who chooses now: the teacher; {name} gets the first step that is not shown yet.",
}
_FIRST_ONE = "{name}: {told} comes first now."
_FIRST_MANY = "{name}: {told} come first now."
_EXTRA_ONE = "{name}: the extra step is {told}."
_EXTRA_MANY = "{name}: the extra steps are {told}."
_BEST = "{name} shows things best so: {told}."
_SUPPORT_ONE = "{name} has this support all year: {told}."
_SUPPORT_MANY = "{name} has these supports all year: {told}."
_NONE = {
    "order": "{name}: the order of the unit counts now.",
    "extra": "{name}: no extra steps now.",
    "shows_best": "{name}: nothing is written of how things are shown best.",
    "supports": "{name} has no supports all year now.",
}
"""What is said of each field with nothing in it."""

_OPENS_LATER = "{said} It opens later."
_UNTIL = "{said} It opens later; until then: {until}."
_KNOWN = {
    Known.ELSEWHERE: "{count} shown elsewhere",
    Known.TESTED_OUT: "{count} tested out",
    Known.NOT_PLANNED: "{count} started later",
}


def plan_words(done: PlanSettled | CameLater) -> str:
    """Say what came of a wish about a child's plan."""
    match done:
        case CameLater(name, counts):
            known = listed([_KNOWN[known].format(count=count) for known, count in counts])
            return f"{name} begins with what is known: {known}"
    said = " ".join(_field_words(done, field) for field in done.fields)
    if not done.later:
        return said
    return (_UNTIL if done.until else _OPENS_LATER).format(said=said, until=done.until)


def _field_words(done: PlanSettled, field: str) -> str:
    if field == "freedom":
        return _FREEDOM[done.freedom].format(name=done.name)
    name, told = done.name, done.lists.get(field, ())
    if not told:
        return _NONE[field].format(name=name)
    match field:
        case "order":
            return counted(_FIRST_ONE, _FIRST_MANY, len(told), name=name, told=listed(told))
        case "extra":
            return counted(_EXTRA_ONE, _EXTRA_MANY, len(told), name=name, told=listed(told))
        case "supports":
            return counted(_SUPPORT_ONE, _SUPPORT_MANY, len(told), name=name, told="; ".join(told))
    return _BEST.format(name=name, told="; ".join(told))
