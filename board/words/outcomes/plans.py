"""What can be told of a child's plan, as data, and what is said of it to adults."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from board.counting import listed
from board.mastery.plan import Freedom


class PlanSettled(NamedTuple):
    """The plan of a child says something else: whose, in which of its fields, and who chooses from now on."""

    name: str
    fields: Sequence[str]
    freedom: Freedom


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
    Freedom.CHOSEN: "You choose: the first step that is not shown yet",
}
"""Who chooses, said to adults."""

_FREEDOM = {
    Freedom.FREE: "Who chooses now: {name}, among everything that is open",
    Freedom.GUIDED: "Who chooses now: {name}, among the few that come next",
    Freedom.CHOSEN: "Who chooses now: you; {name} gets the first step that is not shown yet",
}
_FIELDS = {
    "order": "{name}: other steps come first now",
    "extra": "{name}: other extra steps now",
    "shows_best": "{name}: how things are shown best is written anew",
    "supports": "{name}: the supports of the whole year are written anew",
}
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
        case PlanSettled(name, (field,), freedom):
            return (_FREEDOM[freedom] if field == "freedom" else _FIELDS[field]).format(name=name)
    return f"{done.name}: the plan is another one now"
