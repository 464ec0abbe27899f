"""What an update of a unit changes, and what a teacher should look at in one, in whole sentences."""

from board.counting import counted
from board.mastery import remarks
from board.mastery.curriculum import Unit
from board.mastery.revision import TITLE_CELLS, changes, doubts
from board.words import counts

_CHANGES = {
    remarks.What.NEW: "New step: {title}",
    remarks.What.BACK: "Back again, with its marks: {title}",
    remarks.What.ARCHIVED: "Archived, its marks are kept: {title}",
    remarks.What.NEW_CRITERIA: "New criteria: {title} (older marks keep the old ones)",
    remarks.What.CHANGED: "Changed: {title}",
    remarks.What.LEVELS: "Changed: titles, rules or order of the levels.",
    remarks.What.TWO_ADULTS: "From now on two adults see each Boss of this unit.",
    remarks.What.ONE_ADULT: "From now on one adult sees each Boss of this unit.",
}


def unit_changes(old: Unit | None, new: Unit) -> tuple[str, ...]:
    """Say what an update changes, a line for each change; empty when it changes nothing.

    Args:
        old: The unit as the class has it, or None.
        new: What `board.mastery.revision.updated` gave.
    """
    return tuple(map(_change, changes(old, new)))


def _change(change: remarks.Change | remarks.NewUnit) -> str:
    if isinstance(change, remarks.Change):
        return _CHANGES[change.what].format(title=change.title)
    size = (counts.levels(change.levels), counts.steps(change.steps), counts.bosses(change.bosses))
    return f"New unit {change.title}: {', '.join(size)}."


def unit_doubts(unit: Unit) -> tuple[str, ...]:
    """Say what a teacher should look at before children use the unit; empty when all is well."""
    return tuple(map(unit_doubt, doubts(unit)))


def unit_doubt(doubt: remarks.Doubt) -> str:
    """Say one thing a teacher should look at in a unit."""
    match doubt:
        case remarks.NoLevel():
            return "The unit has no level yet; add one and write its first step."
        case remarks.SameTitle(title, count):
            return f"{count} steps are called {title}; give each a title of its own."
        case remarks.NoCriteria(titles):
            return counted(_NO_CRITERIA_ONE, _NO_CRITERIA_MANY, len(titles), title=titles[0])
        case remarks.TooLong(title):
            return f"{title} is too long to head a column; say it in {TITLE_CELLS} letters or fewer."
        case remarks.EmptyLevel(title):
            return f"{title} has no steps yet; write its first one."
        case remarks.Circle(titles):
            trail = " needs ".join(titles)
            return f"Steps wait for each other: {trail}; take one of them out of what comes first."


_NO_CRITERIA_ONE = (
    '{title} has no "looks like" lines yet (what you will see when a child has it); Enter on a step adds them.'
)
_NO_CRITERIA_MANY = (
    '{count} steps have no "looks like" lines yet (what you will see when a child has it); Enter on a step adds them.'
)
