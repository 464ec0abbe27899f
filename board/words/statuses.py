"""The words for statuses and marks, by audience."""

from board.mastery.facts import Fact, Kind
from board.mastery.progress import Spot, Status
from board.mastery.two_adults import Two, finishes

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
    Kind.TOLD: "Told",
    Kind.ONE_OF_TWO: "Got it (one of two adults)",
    Kind.READY: "Ready to show",
    Kind.WANTED: "Wants this next",
    Kind.UNWANTED: "Wants something else next",
    Kind.MAYBE_READY: "Somebody at the kiosk says: ready to show",
    Kind.HELP_WANTED: "Would like a helper",
    Kind.HELP_OVER: "Help is over",
    Kind.COVERED: "Covered by the child itself",
    Kind.CARD_WANTED: "Login card to look at",
    Kind.CARD_SEEN: "Picture word known again",
    Kind.EXCUSED: "Not in the plan",
    Kind.INCLUDED: "Back in the plan",
    Kind.OWN_VERSION: "Own version",
    Kind.CHECK_AGAIN: "Check again",
    Kind.EXAMPLE_COUNTS: "Example of what counts",
    Kind.EXAMPLE_NOT_YET: "Example of what does not count yet",
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
    Kind.PHOTO_REMOVED: "Photo taken away",
    Kind.PRINTED: "Sticker printed",
    Kind.ERASED: "Erased",
    Kind.WITHDRAWN: "Taken back",
    Kind.RESTORED: "Put back",
}

OF_TWO = {
    Two.BOTH: "Got it: both adults have seen it",
    Two.TOGETHER: "Seen differently: two adults look at it together",
}
"""What came of two adults' words."""


def mark_words(fact: Fact, spot: Spot) -> str:
    """Say what a fact of the history is; of the got it by which two adults agree, that both have seen it.

    Args:
        fact: The fact.
        spot: The spot it belongs to.
    """
    return OF_TWO[Two.BOTH] if finishes(fact, spot) else MARKS[fact.kind]
