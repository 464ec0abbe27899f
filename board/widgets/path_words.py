"""What is said about one student's path: all of it to the teacher, what helps them on to the child looking along."""

from collections.abc import Iterator
from typing import NamedTuple

from board import words
from board.mastery.audience import Audience
from board.mastery.seen import SeenLevel, SeenPath, SeenSpot
from board.words.reasons import level_reasons, said_of_lock
from board.words.roots import again_words, root_words


class Part(NamedTuple):
    """A part of what is said about a spot: a heading, and lines under it."""

    title: str
    lines: tuple[str, ...]


def level_words(seen: SeenLevel) -> str:
    """Say how a level stands; to the child without any count."""
    if seen.ready is not None:
        return " ".join(level_reasons(seen.ready))
    if seen.finished:
        return f"I can do {seen.level.title}!"
    return f"The Boss is open: {seen.boss.title}." if seen.boss is not None else ""


def next_words(path: SeenPath) -> str:
    """Say what may be worked on now, in the order of the path."""
    if path.next:
        return f"Next: {', '.join(spot.step.title for spot in path.next)}"
    return "Nothing is open now." if path.audience is Audience.TEACHER else "Look what I can do!"


def picture_part(spot: SeenSpot) -> Part:
    """Give what the child says about the own picture of a spot, nothing where there are no words."""
    return Part(words.MY_PICTURE_SHOWS, (spot.caption,) if spot.caption else ())


def looks_like_part(spot: SeenSpot) -> Part:
    """Give what must be seen."""
    return Part("Looks like", spot.looks_like)


def ways_part(spot: SeenSpot) -> Part:
    """Give the ways to show it."""
    return Part("Ways to show it", spot.step.ways)


def root_part(spot: SeenSpot) -> Part:
    """Give what a step grows from; to adults alone whether they want to see that again."""
    if spot.root is None:
        return Part("", ())
    words = again_words if spot.root.check_again else root_words
    return Part("", (words(spot.root.step),))


def child_parts(spot: SeenSpot) -> Iterator[Part]:
    """Give everything said about a spot to the child looking along, part by part."""
    said = words.FOR_CHILDREN[spot.status] if spot.waits is None else said_of_lock(spot.waits)
    yield Part(said, (spot.tip,)) if spot.tip else Part("", (said,))
    yield picture_part(spot)
    yield root_part(spot)
    yield ways_part(spot)
    yield looks_like_part(spot)
    yield Part("Earlier tips", tuple(dict.fromkeys(spot.earlier_tips)))
