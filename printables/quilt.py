"""The class quilt: what the class can do together, with nobody to be told from it."""

import datetime as dt
import hashlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from board.mastery.audience import Earned
from board.mastery.curriculum import Level, Unit
from printables import shapes
from printables.fonts import Align, Voice, fit, line, write, write_block
from printables.paper import HUES, INK, QUIET, WHITE, Document, Hue, Paper, hue_of, written_date
from printables.pictures import Circle, Picture, Stamps
from printables.quilt_plan import TAB, Place, Rows, choose
from printables.shapes import Look
from printables.stickers import draw_beaten, draw_patch

TITLE = "Look what we can do!"
MOTTO = "every picture is something one of us can do"
FIRST_TO_COME = "Our first pictures are on their way!"


def class_quilt(
    unit: Unit,
    earned: Sequence[tuple[Level, Sequence[Earned]]],
    pictures: Mapping[str, Picture],
    *,
    class_name: str,
    made: dt.date,
    paper: Paper,
) -> bytes:
    """Draw every earned picture, mixed within its level.

    Nothing about students goes in, so nothing about them can come out: the order of the stickers hangs on nothing
    but which stickers there are. A level with none yet is left out and named in the line at the foot, as something
    to look forward to.

    Args:
        unit: Gives the title and the numbers of the levels.
        earned: For each level its stickers, as `board.mastery.audience.earned_by_level` gives them.
        pictures: By the names of own pictures and step badges; where an own one is missing the badge stands in, where a
            badge is missing a disc with a letter.
        class_name: Named under the title.
        made: The date printed on it.
        paper: The sheet; its orientation is chosen here.

    Returns:
        A PDF of one page; the same bytes for the same arguments.

    Raises:
        ValueError: When the unit has more levels than the sheet has room for.
    """
    patches = [_patch(unit, level, stickers) for level, stickers in earned if stickers]
    plan = choose([len(patch.stickers) for patch in patches] or [1], paper)
    page = Document(
        paper,
        title=f"{TITLE} {unit.title}",
        subject=f"{class_name}: {MOTTO}.",
        made=made,
        landscape=plan.landscape,
    )
    stamps = Stamps(page.canvas, pictures)
    _draw_title(page, unit, class_name)
    for patch, place in zip(patches, plan.places, strict=bool(patches)):
        _draw_patch(page, stamps, patch, place)
    if not patches:
        _draw_promise(page, plan.places[0])
    _draw_footer(page, [level.title for level, stickers in earned if not stickers] if patches else [], made)
    return page.finish()


@dataclass(frozen=True, slots=True)
class _Patch:
    """What one panel holds: a level, its number from 1, its colours and its stickers."""

    level: Level
    number: int
    hue: Hue
    stickers: tuple[Earned, ...]


def _patch(unit: Unit, level: Level, stickers: Sequence[Earned]) -> _Patch:
    place = next((at for at, each in enumerate(unit.levels) if each.id == level.id), 0)
    in_order = sorted(stickers, key=lambda sticker: (sticker.step.id, sticker.name))
    return _Patch(level, place + 1, hue_of(place), tuple(in_order))


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


def _draw_title(page: Document, unit: Unit, class_name: str) -> None:
    canvas, scale, room = page.canvas, page.scale, page.right - page.left
    title = fit(line(TITLE, Voice.TITLE), room, 36 * scale, 12)
    canvas.setFillColor(INK)
    write(canvas, title.lines[0], title.size, page.left, page.top - 27 * scale)
    words = " · ".join(part for part in (class_name, unit.title, MOTTO) if part)
    subtitle = fit(line(words, Voice.PLAIN), room, 12.5 * scale, 8)
    canvas.setFillColor(QUIET)
    write(canvas, subtitle.lines[0], subtitle.size, page.left + scale, page.top - 47 * scale)


def _draw_patch(page: Document, stamps: Stamps, patch: _Patch, place: Place) -> None:
    tab = TAB * page.scale
    _draw_ground(page, patch.hue, place)
    _draw_tab(page, patch, place, tab)
    middle = place.top - tab - (place.height - tab) / 2
    spots = place.rows.places(place.left + place.width / 2, middle)
    for sticker, (x, y) in zip(mixed(patch.stickers, place.rows), spots, strict=True):
        boss = patch.level.boss is not None and sticker.step.id == patch.level.boss.id
        draw, across = (draw_beaten, 1.02) if boss else (draw_patch, 0.95)
        draw(stamps, sticker, patch.hue, Circle(x, y, across * place.rows.pitch))


def _draw_ground(page: Document, hue: Hue, place: Place) -> None:
    box = (place.left, place.top - place.height, place.width, place.height)
    shapes.panel(page.canvas, box, TAB * page.scale / 2, Look(hue.panel, hue.line, 0.8))


def _draw_tab(page: Document, patch: _Patch, place: Place, tab: float) -> None:
    canvas, middle = page.canvas, place.top - tab / 2
    title = fit(line(patch.level.title, Voice.TITLE), place.width - 2 * tab, 0.6 * tab, 0.3 * tab)
    width = title.width + 1.75 * tab
    shapes.panel(canvas, (place.left, place.top - tab, width, tab), tab / 2, Look(patch.hue.deep))
    shapes.disc(canvas, place.left + tab / 2, middle, 0.36 * tab, Look(WHITE))
    canvas.setFillColor(patch.hue.deep)
    number = fit(line(str(patch.number), Voice.TITLE), 0.58 * tab, 0.54 * tab, 1)
    write_block(canvas, number, place.left + tab / 2, middle, Align.CENTRE)
    canvas.setFillColor(WHITE)
    write_block(canvas, title, place.left + 1.1 * tab, middle)


def _draw_promise(page: Document, place: Place) -> None:
    """Draw a friendly sentence over a garland in the colours of the levels, where nothing is earned yet."""
    centre, middle, step = place.left + place.width / 2, place.top - 0.2 * place.height, 30 * page.scale
    shapes.panel(page.canvas, (place.left, middle - 4 * step, place.width, 8 * step), step, Look(HUES[0].panel))
    words = fit(line(FIRST_TO_COME, Voice.TITLE), 0.86 * place.width, 26 * page.scale, 8)
    page.canvas.setFillColor(HUES[0].deep)
    write_block(page.canvas, words, centre, middle + 0.7 * step, Align.CENTRE)
    for at in range(-3, 4):
        bead = centre + at * step, middle - 1.6 * step + 0.06 * step * at * at
        shapes.disc(page.canvas, *bead, (0.32 - 0.02 * abs(at)) * step, Look(HUES[at % len(HUES)].deep))


def _draw_footer(page: Document, to_come: Sequence[str], made: dt.date) -> None:
    canvas, size = page.canvas, 9 * page.scale
    y = page.bottom + 0.2 * size
    date = line(written_date(made), Voice.PLAIN)
    canvas.setFillColor(QUIET)
    write(canvas, date, size, page.right, y, align=Align.RIGHT)
    if to_come:
        room = page.right - page.left - date.width(size) - 2 * size
        words = fit(line(f"Coming up: {', '.join(to_come)}", Voice.PLAIN), room, size, 0.8 * size)
        write(canvas, words.lines[0], words.size, page.left, y)
