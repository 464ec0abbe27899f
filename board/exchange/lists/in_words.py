"""What columns mean, why rows are left out and what changes, in words for the screen and the command line alike."""

from collections import Counter
from collections.abc import Iterator, Sequence

from board.counting import counted
from board.exchange.lists.listed import LeftOut, Reason
from board.exchange.lists.meanings import Meaning
from board.mastery.people import Student

MEANINGS = {
    Meaning.NAME: "whole name",
    Meaning.GIVEN: "first name",
    Meaning.MIDDLE: "middle name",
    Meaning.FAMILY: "family name",
    Meaning.SECOND_FAMILY: "second family name",
    Meaning.PREFERRED: "goes by",
    Meaning.SUFFIX: "Jr., III",
    Meaning.ALIAS: "alias",
    Meaning.ID: "school id",
    Meaning.OTHER_ID: "another id",
    Meaning.SEAT: "seat number",
    Meaning.GRADE: "grade",
    Meaning.CLASS: "class",
    Meaning.TEACHER: "teacher",
    Meaning.STATUS: "here or left",
    Meaning.ROLE: "child or adult",
    Meaning.PRIVATE: "private, not read",
    Meaning.UNUSED: "not used",
}
"""What stands above a column for each meaning."""

_REASONS = {
    Reason.TITLE: "Above the header",
    Reason.HEADER_AGAIN: "The header again",
    Reason.FOOTER: "Totals, averages and last lines",
    Reason.NO_NAME: "No name",
    Reason.ADULT: "Adults",
    Reason.TEST_STUDENT: "Test students",
    Reason.POINTS: "Points that can be had",
    Reason.MAIL: "A mail address and no name",
    Reason.NOT_THERE: "Not at the school any more",
    Reason.NO_CHILD_OF_THE_CLASS: "In another class",
}

_CHANGES = {
    "name": ("name {old} becomes {new}", "name becomes {new}", "name {old} is taken away"),
    "alias": ("alias {old} becomes {new}", "alias becomes {new}", "alias {old} is taken away"),
    "grade": ("grade {old} becomes {new}", "grade becomes {new}", "grade {old} is taken away"),
    "number": ("school id {old} becomes {new}", "school id becomes {new}", "school id {old} is taken away"),
    "emblem": ("sign {old} becomes {new}", "sign becomes {new}", "sign {old} is taken away"),
}
"""What is said of a field that was and is something, that was nothing, and that becomes nothing."""

_TOLD = 3
"""Lines left out for one reason that are shown as they stand in the list; more are counted."""


def what_changes(before: Student, after: Student) -> tuple[str, ...]:
    """Say what changes about one child: from what to what.

    Args:
        before: The child as it is.
        after: The child as it would be.
    """
    said = []
    for field, (other, first, none) in _CHANGES.items():
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            said.append((none if not new else other if old else first).format(old=old, new=new))
    if before.left != after.left:
        said.append("leaves the class; every mark is kept" if after.left else "comes back to the class")
    return tuple(said)


def what_is_left_out(left_out: Sequence[LeftOut]) -> Iterator[str]:
    """Say which lines are no children of the class: for each reason how many, and the first of them as they stand.

    Args:
        left_out: The lines.
    """
    for reason, count in Counter(one.reason for one in left_out).items():
        lines = counted("1 line", "{count:,} lines", count)
        shown = [f"{one.row} “{one.text}”" for one in left_out if one.reason is reason and one.text][:_TOLD]
        shown += ["..."] if shown and len(shown) < count else []
        yield f"{_REASONS[reason]}, {lines}: {', '.join(shown)}" if shown else f"{_REASONS[reason]}, {lines}"
