"""What is said about a child's picture while the child looks along: no dates, no counts, nobody else."""

from board.mastery.pictures import Art
from board.mastery.progress import Spot, Status
from board.words import MY_PICTURE_SHOWS


def caption_words(art: Art | None) -> str:
    """Give the child's words about a picture; where there are none, say how to give some."""
    if art is None:
        return "This is the starter picture."
    return f"{MY_PICTURE_SHOWS} {art.caption}" if art.caption else f"{MY_PICTURE_SHOWS} ..."


def seen_words(art: Art | None, spot: Spot) -> str:
    """Say who sees a picture, and what it waits for.

    Args:
        art: The picture that is looked at, None for starter art.
        spot: The spot it may stand on.
    """
    is_earned = spot.status is Status.MASTERED
    if art is None:
        return "" if spot.picture is None else "Your own picture is on this spot."
    if art.hidden:
        return "Only you and your teacher see it."
    if spot.picture != art.id:
        return "Use it, and it is the sticker of this step." if is_earned else "You can use it for this step."
    if not art.accepted:
        who = "Only you and your teacher see it until your teacher has looked."
        return who if is_earned else f"It waits until you have shown this step. {who}"
    return "Everybody sees it on the board." if is_earned else "It waits until you have shown this step."
