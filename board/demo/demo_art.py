"""The pictures of the demo class: drawings as children make them on the board, each child's in colours of its own."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from board.art.intake import Taken, kept
from board.art.pixels import COARSE, PALETTE, Drawing, from_text
from board.mastery.facts import Fact, Kind
from board.mastery.pictures import Origin
from board.mastery.progress import Progress, Status

_SHARE = 0.6
"""Share of their stickers for which the children have drawn."""

_STILL_WAIT = 4
"""Pictures nobody has looked at yet."""

_BRIGHT = range(1, 9)
"""Palette numbers that change from child to child; earth, ink and white stay."""


class _Model(NamedTuple):
    """A drawing to vary: what it shows, and its pixels."""

    caption: str
    drawing: Drawing


class DemoPicture(NamedTuple):
    """A picture of the demo class, with the facts about it."""

    taken: Taken
    facts: tuple[Fact, ...]


def demo_pictures(progress: Progress, marks: Sequence[Fact]) -> Iterator[DemoPicture]:
    """Draw for many of the stickers of the class, the same at every run.

    Args:
        progress: How the class stands.
        marks: What happened before; each picture is as old as the mark it is for.
    """
    chance = random.Random(len(marks))  # noqa: S311 - a believable class, not a secret
    models = _models()
    earned = [
        spot.mark
        for row in progress.rows.values()
        for spot in row.values()
        if spot.status is Status.MASTERED and spot.mark is not None and chance.random() < _SHARE
    ]
    waiting = {mark.id for mark in sorted(earned, key=lambda mark: mark.seq)[-_STILL_WAIT:]}
    drawn: Counter[str] = Counter()
    for mark in earned:
        ideas = random.Random(f"{mark.student} draws").sample(models, len(models))  # noqa: S311 - same
        model = ideas[drawn[mark.student] % len(ideas)]
        drawn[mark.student] += 1
        drawing = _varied(model.drawing, mark.student, chance)
        taken = kept(Image.frombytes("RGBA", (COARSE, COARSE), drawing.rgba()))
        yield DemoPicture(taken, tuple(_facts(mark, taken, model.caption, waits=mark.id in waiting)))


def _facts(mark: Fact, taken: Taken, caption: str, *, waits: bool) -> Iterator[Fact]:
    added = mark._replace(
        id=f"{mark.id}-art",
        kind=Kind.PICTURE_ADDED,
        step=None,
        note=caption,
        way=None,
        evidence=(taken.content,),
        origin=Origin.STUDIO.value,
    )
    about = added._replace(note=None, evidence=(), origin=None, of=added.id)
    yield added
    yield about._replace(id=f"{mark.id}-put", kind=Kind.PICTURE_PLACED, step=mark.step)
    if not waits:
        yield about._replace(id=f"{mark.id}-seen", kind=Kind.PICTURE_ACCEPTED)


def _varied(drawing: Drawing, student: str, chance: random.Random) -> Drawing:
    """Give a drawing in the colours a child likes, as it is or the other way round."""
    liked = random.Random(student).sample(_BRIGHT, len(_BRIGHT))  # noqa: S311 - same
    colours = {number: liked[number - 1] if number in _BRIGHT else number for number in range(len(PALETTE) + 1)}
    rows = [drawing.pixels[at : at + COARSE] for at in range(0, COARSE * COARSE, COARSE)]
    turned = [row[::-1] for row in rows] if chance.random() < 0.4 else rows  # noqa: PLR2004 - fewer than half
    return Drawing(COARSE, bytes(colours[number] for row in turned for number in row))


def _models() -> list[_Model]:
    text = Path(__file__).with_name("drawings.txt").read_text(encoding="utf-8")
    return [_model(block.splitlines()) for block in text.strip().split("\n\n")]


def _model(lines: list[str]) -> _Model:
    drawing = from_text(f"{COARSE} {''.join(lines[1:])}")
    assert drawing is not None, lines[0]
    return _Model(lines[0].partition(": ")[2], drawing)
