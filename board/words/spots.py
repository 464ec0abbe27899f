"""What is said about one spot: how it stands, the notes about it, its picture. For adults only."""

from collections.abc import Mapping

from board.mastery.agreement import Second
from board.mastery.facts import Kind
from board.mastery.pictures import Art
from board.mastery.progress import Spot, Status
from board.words.adults import names_of
from board.words.days import day
from board.words.statuses import FOR_ADULTS

MY_PICTURE_SHOWS = "My picture shows"
"""How a child begins to say what is in its picture."""

_SECOND = {
    Second.ANOTHER: "Ready to show: another adult gets to see it too",
    Second.TOGETHER: "Ready to show: two adults look at it together",
}
"""Said of a Boss that asks for two adults; what the first one said is not, so that the second one judges for itself."""

_VERDICTS = (Status.MASTERED, Status.KEEP_WORKING)
"""Statuses an adult has judged."""


def notes_on(spot: Spot, judges: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Give the notes about a spot, oldest first, with day and writer.

    Args:
        spot: The spot.
        judges: Names of the assessors by id.
    """
    names = judges or {}
    return tuple(
        f"{day(fact.at)}, {names[fact.by]}: {fact.note}" if fact.by in names else f"{day(fact.at)}: {fact.note}"
        for fact in spot.standing
        if fact.note and fact.kind in (Kind.NOTE, Kind.CHECK_AGAIN)
    )


def picture_words(picture: Art) -> str:
    """Say that there is an own picture, in the child's words about it where there are some."""
    return f"own picture: {MY_PICTURE_SHOWS} {picture.caption}" if picture.caption else "own picture"


def picture_news(picture: Art, status: Status) -> str:
    """Say what is still to happen to the own picture of a spot, empty when nothing is."""
    if status is Status.MASTERED:
        return "The new picture waits for you: y." if picture.waits else ""
    return "A picture is ready for it, and waits for you: y." if picture.waits else "A picture is ready for it."


def spot_words(spot: Spot, judges: Mapping[str, str]) -> str:
    """Say how a spot stands: status, who checked it and when, the tip, and what is private.

    Args:
        spot: The spot.
        judges: Names of the assessors by id.
    """
    own = ("own version",) if spot.own_version is not None else ()
    doubted = ("check again",) if spot.check_again else ()
    untold = ("the child has not heard it yet",) if spot.mark in spot.untold else ()
    asked = ("the child is ready to show it",) if spot.status is Status.EXCUSED and spot.asked is not None else ()
    return " · ".join((_status_words(spot, judges), *own, *doubted, *untold, *asked, *_from_the_kiosk(spot)))


def _from_the_kiosk(spot: Spot) -> tuple[str, ...]:
    """Say what a child, or somebody, said of a spot at the kiosk."""
    said = {
        "somebody at the kiosk says that it is ready to show": spot.maybe is not None,
        "would like a helper": spot.help is not None,
        "the child has covered it": spot.covered is not None,
    }
    return tuple(words for words, holds in said.items() if holds)


def _status_words(spot: Spot, judges: Mapping[str, str]) -> str:
    status, mark, judged = FOR_ADULTS[spot.status], spot.mark, spot.status in _VERDICTS
    if mark is None:
        return status
    if spot.second is not Second.NONE:
        return _SECOND[spot.second]
    by, when = names_of(spot.judges, judges), day(mark.at)
    if by:
        when = f"{when}, checked by {by}" if judged else f"{when}, noted by {by}"
    return f"{status} ({when}): {mark.note}" if mark.note and judged else f"{status} ({when})"
