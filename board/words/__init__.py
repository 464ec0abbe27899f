"""The words and signs adults and children read, in one place."""

from collections.abc import Mapping

from board.mastery.facts import Kind
from board.mastery.pictures import Art
from board.mastery.progress import Spot, Status

GLYPHS = {
    Status.OPEN: "·",
    Status.PRACTISING: "◔",
    Status.READY: "▲",
    Status.KEEP_WORKING: "↻",
    Status.MASTERED: "●",
    Status.EXCUSED: "\N{EN DASH}",
    Status.LOCKED: "╌",
}
"""One cell wide in every terminal."""

AWAY = "⌂"
"""Stands behind the name of a student who is away today: at home."""

CHOSEN = "✓"
"""Stands behind the name of a student the next mark is for, and in the corner of their sticker."""

BOSS_GLYPHS = {**GLYPHS, Status.OPEN: "☆", Status.LOCKED: "☆", Status.MASTERED: "★"}

FOR_ADULTS = {
    Status.OPEN: "Open",
    Status.PRACTISING: "Trying",
    Status.READY: "Ready to show",
    Status.KEEP_WORKING: "Keep working",
    Status.MASTERED: "Got it",
    Status.EXCUSED: "Not in the plan",
    Status.LOCKED: "Opens later",
}

FOR_CHILDREN = {
    Status.OPEN: "I can start this.",
    Status.PRACTISING: "I'm trying",
    Status.READY: "I'm ready",
    Status.KEEP_WORKING: "Not yet: try this",
    Status.MASTERED: "I can!",
    Status.EXCUSED: "I can start this.",
    Status.LOCKED: "This opens later.",
}
"""Said with a child looking along; what is not in the plan sounds like anything open."""

MARKS = {
    Kind.MASTERED: "Got it",
    Kind.KEEP_WORKING: "Keep working",
    Kind.PRACTISING: "Trying",
    Kind.READY: "Ready to show",
    Kind.EXCUSED: "Not in the plan",
    Kind.INCLUDED: "Back in the plan",
    Kind.OWN_VERSION: "Own version",
    Kind.CHECK_AGAIN: "Check again",
    Kind.NOTE: "Note",
    Kind.AWAY: "Away today",
    Kind.PICTURE_ADDED: "New picture",
    Kind.PICTURE_PLACED: "Own picture",
    Kind.PICTURE_ACCEPTED: "Picture accepted",
    Kind.PICTURE_HIDDEN: "Picture hidden",
    Kind.PICTURE_CAPTIONED: "Words about a picture",
    Kind.PICTURE_CUT: "Picture cut anew",
    Kind.PICTURE_CHOSEN: "Picture for the proud wall",
    Kind.PICTURE_UNCHOSEN: "Picture off the proud wall",
    Kind.PRINTED: "Sticker printed",
    Kind.ERASED: "Erased",
    Kind.WITHDRAWN: "Taken back",
    Kind.RESTORED: "Put back",
}


_VERDICTS = (Status.MASTERED, Status.KEEP_WORKING)
"""Statuses an adult has judged."""


def glyph(status: Status, *, boss: bool) -> str:
    """Give the sign of a spot in text and in the overview: a Boss is a star."""
    return (BOSS_GLYPHS if boss else GLYPHS)[status]


def day(at: str) -> str:
    """Give the day of an ISO time in words, such as 3 Mar; the text itself when it is no time."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    try:
        return f"{int(at[8:10])} {months[int(at[5:7]) - 1]}"
    except (ValueError, IndexError):
        return at


def notes_on(spot: Spot, judges: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Give the notes about a spot, oldest first, with day and writer. For adults only.

    Args:
        spot: The spot.
        judges: Names of the assessors by id.
    """
    names = judges or {}
    return tuple(
        f"{day(fact.at)}{f', {names[fact.by]}' if fact.by in names else ''}: {fact.note}"
        for fact in spot.standing
        if fact.note and fact.kind in (Kind.NOTE, Kind.CHECK_AGAIN)
    )


MY_PICTURE_SHOWS = "My picture shows"


def picture_words(picture: Art) -> str:
    """Say that there is an own picture, in the child's words about it where there are some."""
    return f"own picture: {MY_PICTURE_SHOWS} {picture.caption}" if picture.caption else "own picture"


def picture_news(picture: Art, status: Status) -> str:
    """Say what is still to happen to the own picture of a spot, empty when nothing is. For adults only."""
    waits = "waits for you: y" if picture.waits else ""
    if status is Status.MASTERED:
        return f"The new picture {waits}." if waits else ""
    return f"A picture is ready for it{f', and {waits}' if waits else ''}."


def spot_words(spot: Spot, judges: Mapping[str, str]) -> str:
    """Say how a spot stands: status, who checked it and when, the tip, and what is private.

    Args:
        spot: The spot.
        judges: Names of the assessors by id.
    """
    told = FOR_ADULTS[spot.status]
    if spot.mark is not None:
        by = judges.get(spot.mark.by, "")
        judged = "checked" if spot.status in _VERDICTS else "noted"
        told += f" ({day(spot.mark.at)}{f', {judged} by {by}' if by else ''})"
        if spot.mark.note and spot.status in _VERDICTS:
            told += f": {spot.mark.note}"
    if spot.own_version is not None:
        told += " · own version"
    if spot.check_again:
        told += " · check again"
    return told
