"""The class quilt: what the class can do together, with nobody to be told from it."""

import hashlib
import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from board.mastery.audience import Earned
from board.mastery.curriculum import Level, Unit
from printables.lettering.lines import Align, fit, line, write_block
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import HUES, Ink
from printables.page.parts import draw_foot, draw_heading, draw_tab, joined
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.shapes import Look
from printables.page.stickers import draw_beaten, draw_patch, draw_room
from printables.quilt.plan import TAB, Place, Rows, choose

TITLE = "Look what we can do!"
MOTTO = "every picture is something one of us can do"
FIRST_TO_COME = "Our first pictures are on their way!"

_HEADING, _FOOT = 36.0, 9.0
_STICKER, _BOSS = 0.95, 1.02
"""Width of a sticker, and of a Boss's whose scallops reach into the gaps, in parts of the room each has."""


def class_quilt(
    unit: Unit,
    earned: Sequence[tuple[Level, Sequence[Earned]]],
    pictures: Mapping[str, Picture],
    *,
    class_name: str,
    style: Style,
) -> Drawn:
    """Draw every earned picture, mixed within its level.

    Nothing about students goes in, so nothing about them can come out: the order of the stickers hangs on nothing
    but which stickers there are. A level with none yet is left out and named in the line at the foot, as something
    to look forward to. In blank ink each sticker is an outline to be covered with a real one.

    Args:
        unit: Gives the title and the numbers of the levels.
        earned: For each level its stickers, as `board.mastery.audience.earned_by_level` gives them.
        pictures: By the names of own pictures and step badges; where an own one is missing the badge stands in, where a
            badge is missing a disc with a letter.
        class_name: Named under the title.
        style: What all pages are told alike; the orientation is chosen here.

    Returns:
        A PDF of one page, or one poster; the same bytes for the same arguments.

    Raises:
        ValueError: When the unit has more levels than the sheet has room for.
    """
    patches = [_patch(unit, level, stickers) for level, stickers in earned if stickers]
    letters = style.letters.size
    plan = choose([len(patch.stickers) for patch in patches] or [1], style.surface, letters)
    page = Document(
        style,
        title=f"{TITLE} {unit.title}",
        subject=f"{class_name}: {MOTTO}.",
        landscape=plan.landscape,
    )
    stamps = Stamps(page, pictures)
    draw_heading(page, TITLE, joined(class_name, unit.title, MOTTO), _HEADING * letters)
    keys = (f"sticker/{number}" for number in itertools.count(1))
    for patch, place in zip(patches, plan.places, strict=bool(patches)):
        _draw_patch(stamps, patch, place, keys)
    if not patches:
        _draw_promise(page, plan.places[0])
    to_come = [level.title for level, stickers in earned if not stickers] if patches else []
    soon = f"Coming up: {', '.join(to_come)}" if to_come else ""
    draw_foot(page, soon, written_date(style.made), _FOOT * letters)
    return page.finish()


@dataclass(frozen=True, slots=True)
class _Patch:
    """What one panel holds: a level, its place in the unit from 0, and its stickers."""

    level: Level
    place: int
    stickers: tuple[Earned, ...]


def _patch(unit: Unit, level: Level, stickers: Sequence[Earned]) -> _Patch:
    place = next((at for at, each in enumerate(unit.levels) if each.id == level.id), 0)
    return _Patch(level, place, tuple(sorted(stickers, key=lambda sticker: (sticker.step.id, sticker.name))))


def mixed(stickers: Sequence[Earned], rows: Rows) -> list[Earned]:
    """Mix stickers so that those of one step seldom touch; the same stickers always come out in the same order.

    Args:
        stickers: In any fixed order that holds no student.
        rows: How they will lie.
    """
    content = "\n".join(sticker.step.id for sticker in stickers)
    chance = random.Random(hashlib.sha256(content.encode()).digest())  # noqa: S311 - decoration, not a secret
    waiting = chance.sample(list(stickers), len(stickers))
    longest = max(rows.counts)
    laid: list[Earned] = []
    while waiting:
        near = {sticker.step.id for sticker in (*laid[-1:], *laid[-longest : len(laid) - longest + 2])}
        at = next((index for index, sticker in enumerate(waiting) if sticker.step.id not in near), 0)
        laid.append(waiting.pop(at))
    return laid


def _draw_patch(stamps: Stamps, patch: _Patch, place: Place, keys: Iterator[str]) -> None:
    page = stamps.page
    hue, tab = page.hue(patch.place), page.type(TAB)
    box = (place.left, place.top - place.height, place.width, place.height)
    shapes.panel(page.canvas, box, tab / 2, Look(hue.panel, hue.line, 0.8 * page.scale))
    draw_tab(page, hue, patch.place + 1, patch.level.title, (place.left, place.top, place.width, tab))
    middle = place.top - tab - (place.height - tab) / 2
    spots = place.rows.places(place.left + place.width / 2, middle)
    for sticker, (x, y) in zip(mixed(patch.stickers, place.rows), spots, strict=True):
        boss = patch.level.is_boss(sticker.step)
        at = Circle(x, y, (_BOSS if boss else _STICKER) * place.rows.pitch)
        page.field(next(keys), at.box)
        if page.style.ink is Ink.BLANK:
            draw_room(stamps, hue, at, boss=boss)
        else:
            (draw_beaten if boss else draw_patch)(stamps, sticker, hue, at)


def _draw_promise(page: Document, place: Place) -> None:
    """Draw a friendly sentence over a garland in the colours of the levels, where nothing is earned yet."""
    centre, middle, step = place.left + place.width / 2, place.top - 0.2 * place.height, 30 * page.scale
    hue, box = page.hue(0), (place.left, middle - 4 * step, place.width, 8 * step)
    shapes.panel(page.canvas, box, step, Look(hue.panel, hue.line, 0.8 * page.scale))
    words = fit(line(FIRST_TO_COME, page.letters.title), 0.86 * place.width, page.type(26), 8)
    page.canvas.setFillColor(hue.deep)
    write_block(page.canvas, words, centre, middle + 0.7 * step, Align.CENTRE)
    for at in range(-3, 4):
        bead = centre + at * step, middle - 1.6 * step + 0.06 * step * at * at
        shapes.disc(page.canvas, *bead, (0.32 - 0.02 * abs(at)) * step, Look(page.hue(at % len(HUES)).deep))
