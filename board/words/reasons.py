"""Why a level or a spot stands as it does, in whole sentences: the same on screen, in JSON and on paper."""

from collections.abc import Iterable

from board.counting import counted, either, listed
from board.mastery import reasons
from board.mastery.curriculum import Step, Unit
from board.mastery.progress import Row, Status
from board.mastery.readiness import Readiness, explain, why_locked

_ONE_DONE = "1 of the {all} steps is done."
_MANY_DONE = "{count} of the {all} steps are done."
_ONE_OF_ENOUGH = "1 of the {all} steps is done ({enough})."
_MANY_OF_ENOUGH = "{count} of the {all} steps are done ({enough})."

_ITS_ONE = "{level} is finished: its one step is done."
_ALL_OF_ITS = "{level} is finished: all {count} steps are done."
_ENOUGH_ONE = "{level} is finished: 1 of its {all} steps is done, and that is enough."
_ENOUGH_MANY = "{level} is finished: {count} of its {all} steps are done, and that is enough."

_BEGUN = {
    Status.PRACTISING: "The child is trying this.",
    Status.KEEP_WORKING: "The child keeps working on this.",
    Status.READY: "The child waits to show this.",
}


def level_reasons(ready: Readiness) -> tuple[str, ...]:
    """Say how a level stands and what is still to show, a sentence for each reason."""
    return tuple(map(level_reason, explain(ready)))


def locked_reason(unit: Unit, row: Row, step: Step) -> str:
    """Say what comes before this spot; empty when nothing does."""
    reason = why_locked(unit, row, step)
    return "" if reason is None else said_of_lock(reason)


def level_reason(reason: reasons.LevelReason) -> str:
    """Say one reason why a level stands as it does."""
    match reason:
        case reasons.Counted():
            return _count(reason)
        case reasons.Finished():
            return finished_reason(reason)
        case reasons.NothingPlanned(level):
            return f"No step of {level.title} is in this plan."
        case reasons.StillToShow(steps):
            titles = listed(_titles(steps))
            return counted("{titles} is still to show.", "{titles} are still to show.", len(steps), titles=titles)
        case reasons.AnyOf(number, steps):
            return f"Any {number} of {either(_titles(steps))} will do."
        case reasons.BossOpen(boss):
            return f"The Boss is open: {boss.title}."


def finished_reason(reason: reasons.Finished) -> str:
    """Say why a level is finished."""
    match reason.by:
        case Step() as boss:
            return f"{reason.level.title} is finished: the Boss, {boss.title}, is mastered."
        case reasons.Counted() as count:
            return _finished_by(reason.level.title, count)
        case None:
            return f"{reason.level.title} is finished."


def _finished_by(level: str, count: reasons.Counted) -> str:
    if count.done == count.counted:
        return counted(_ITS_ONE, _ALL_OF_ITS, count.counted, level=level)
    return counted(_ENOUGH_ONE, _ENOUGH_MANY, count.done, level=level, all=count.counted)


def said_of_lock(reason: reasons.LockedReason) -> str:
    """Say what comes before a locked spot."""
    match reason:
        case reasons.LevelFirst(level):
            return f"Opens when {level.title} is finished."
        case reasons.BossLater(why):
            return " ".join(("The Boss opens later.", *map(level_reason, why)))
        case reasons.StepsFirst(titles):
            return f"Opens after {' and '.join(titles)}."


def offer_reason(reason: reasons.OfferReason) -> str:  # noqa: PLR0911 - one row for each
    """Say to adults why a step is offered to a child."""
    match reason:
        case reasons.ChosenForIt():
            return "The teacher chose this step."
        case reasons.WishedFor():
            return "The child wants to work on this."
        case reasons.Begun(status):
            return _BEGUN[status]
        case reasons.PutFirst():
            return "The plan puts this first."
        case reasons.ExtraStep():
            return "An extra step of this child."
        case reasons.BossOpen():
            return "The Boss is open."
        case reasons.NextOnPath():
            return "This comes next on the path."


def _count(of: reasons.Counted) -> str:
    if of.done == of.counted:
        return counted("The step is done.", "All {count} steps are done.", of.counted)
    if of.needed < of.counted:
        return _count_of_enough(of, counted("{count} is enough", "{count} are enough", of.needed))
    if not of.done:
        return counted("{count} step to show.", "{count} steps to show.", of.counted)
    return counted(_ONE_DONE, _MANY_DONE, of.done, all=of.counted)


def _count_of_enough(of: reasons.Counted, enough: str) -> str:
    if not of.done:
        return counted("1 step to show ({enough}).", "{count} steps to show ({enough}).", of.counted, enough=enough)
    return counted(_ONE_OF_ENOUGH, _MANY_OF_ENOUGH, of.done, all=of.counted, enough=enough)


def _titles(steps: Iterable[Step]) -> list[str]:
    return [step.title for step in steps]
