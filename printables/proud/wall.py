"""The proud wall: a gallery of the pictures each child chose, for everybody to see."""

import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Any

from board.mastery.pictures import MOST_CHOSEN
from board.mastery.proud import Proud, hung
from printables.lettering.lines import fit, line, write_block
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import CALM, HAIR, INK, QUIET, WHITE, Hue, Ink
from printables.page.parts import draw_foot, draw_heading, joined, page_of
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.shapes import Look
from printables.page.stickers import draw_badge, draw_emblem
from printables.proud.plan import NAIL, OVER_SIGN, Place, Plan, choose

TITLE = "We are proud of this!"
MOTTO = "our gallery"

_RAIL = 0.06
"""Width of a frame's rail, in parts of the frame's width."""

_ART = 0.87
"""Width of what pictures share in a frame, in parts of the frame's width."""

_KINDS = 4
_ROUND, _DOUBLE, _BEADS = 1, 2, 3
"""Kinds of frames; those of kind 0 are plain."""

_ONE = 0.94
_TWO = 1 / (1 + math.sqrt(0.5))
_THREE = 0.5
"""Width of each of one, two and three pictures, in parts of what they share: two and three touch and are as large as can be, and
one is a little smaller, so that all frames look equally full."""


def proud_wall(children: Sequence[Proud], pictures: Mapping[str, Picture], *, class_name: str, style: Style) -> Drawn:
    """Hang a frame for each child, all equally large, whose pictures share the same room whether one, two or three.

    Neither names nor ids go in, so none can come out. The order hangs on nothing but what the wall shows: the same wall
    always comes out in the same order, a changed one in another.

    Args:
        children: In any order; who has no picture yet shows the own sign in the frame.
        pictures: By the names of own pictures, step badges and emblems; where an own one is missing the badge stands in, where
            a badge or emblem is missing a disc with a letter.
        class_name: Named under the title.
        style: What all pages are told alike; with blank ink the frames are empty, for the real drawings to be glued in.

    Returns:
        A PDF of as few pages as are legible, or one poster; the same bytes for the same arguments.

    Raises:
        ValueError: When there are no children.
    """
    if not children:
        raise ValueError("The class has no students yet, so there is nothing to hang on the wall.")
    on_wall = hung(children)
    plan = choose(len(on_wall), style.surface)
    page = Document(
        style,
        title=joined(TITLE, class_name),
        subject="A gallery of pictures the children chose.",
        landscape=plan.landscape,
    )
    stamps = Stamps(page, pictures)
    waiting = iter(on_wall)
    for number in range(len(plan.pages)):
        if number:
            page.next_page()
        draw_heading(page, TITLE, joined(class_name, MOTTO), 36)
        for frame, (place, child) in enumerate(zip(plan.places(number), waiting, strict=False), 1):
            page.field(f"frame/{frame}", (place.x - plan.width / 2, place.top - plan.width, plan.width, plan.width))
            _draw_child(stamps, child, place, plan)
        draw_foot(page, "", joined(page_of(number + 1, len(plan.pages)), written_date(style.made)), 9)
    return page.finish()


def _draw_child(stamps: Stamps, child: Proud, place: Place, plan: Plan) -> None:
    width, hue = plan.width, stamps.page.hue(place.column + 2 * place.row)
    _draw_frame(stamps.canvas, hue, place, width)
    if stamps.page.style.ink is not Ink.BLANK:
        middle = Circle(place.x, place.top - width / 2, _ART * width)
        shown = child.stickers[:MOST_CHOSEN]
        places = _shared(middle, len(shown) or 1, place)
        for sticker, at in zip(shown, places, strict=False):
            draw_badge(stamps, sticker, hue, at)
        if not shown:
            _draw_sign(stamps, child, places[0])
    _draw_plate(stamps, child, place, plan)


def _draw_frame(canvas: Any, hue: Hue, place: Place, width: float) -> None:
    """Draw a nail with its string, and a frame with a white mat; frames differ in their rails only."""
    left, bottom, thin = place.x - width / 2, place.top - width, 0.008 * width
    nail = place.top + 0.7 * NAIL * width
    Look(stroke=HAIR, width=thin).put_on(canvas)
    for side in (-1, 1):
        canvas.line(place.x, nail, place.x + side * 0.25 * width, place.top)
    shapes.disc(canvas, place.x, nail, 0.018 * width, Look(QUIET))
    kind = (place.column + place.row) % _KINDS
    corner = (0.09 if kind == _ROUND else 0.015) * width
    shapes.panel(canvas, (left, bottom, width, width), corner, Look(hue.strip, hue.deep, thin))
    if kind == _DOUBLE:
        _draw_inside(canvas, (left, bottom, width), 0.45 * _RAIL * width, Look(stroke=hue.deep, width=0.7 * thin))
    _draw_inside(canvas, (left, bottom, width), _RAIL * width, Look(WHITE, hue.line, thin))
    if kind == _BEADS:
        inward, away = 0.5 * _RAIL * width, 0.5 * (1 - _RAIL) * width
        for aside, up in itertools.product((-away, away), repeat=2):
            bead = place.x + aside, place.top - width / 2 + up
            shapes.disc(canvas, *bead, 0.9 * inward, Look(hue.line, hue.deep, thin))


def _draw_inside(canvas: Any, square: tuple[float, float, float], by: float, look: Look) -> None:
    """Draw a square inside another, given by its left, bottom and width."""
    left, bottom, width = square
    shapes.panel(canvas, (left + by, bottom + by, width - 2 * by, width - 2 * by), 0.012 * width, look)


def _shared(at: Circle, count: int, place: Place) -> list[Circle]:
    """Share the room of one picture among several."""
    if count == 1:
        return [at._replace(across=_ONE * at.across)]
    turned = -1 if (place.column + place.row) % 2 else 1
    if count == MOST_CHOSEN:
        across = _THREE * at.across
        up, aside = turned * across * math.sqrt(0.75) / 2, across / 2
        moves = [(0.0, up), (-aside, -up), (aside, -up)]
    else:
        across = _TWO * at.across
        aside = (at.across - across) / 2
        moves = [(-aside, turned * aside), (aside, -turned * aside)]
    return [Circle(at.x + right, at.y + up, across) for right, up in moves]


def _draw_sign(stamps: Stamps, child: Proud, at: Circle) -> None:
    """Draw a child's own sign, or its alias's first letter; who has neither gets a smile."""
    if child.alias:
        draw_emblem(stamps, child.emblem, child.alias, at)
    elif not stamps.sticker(child.emblem, at):
        stamps.stamp("smile", _draw_smile, at)


def _draw_smile(canvas: Any) -> None:
    """Draw a smile, 100 pt wide around (0, 0)."""
    shapes.disc(canvas, 0, 0, 46, Look(CALM))
    for side in (-1, 1):
        shapes.disc(canvas, side * 15, 10, 5, Look(QUIET))
    Look(stroke=QUIET, width=6).put_on(canvas)
    canvas.setLineCap(1)
    canvas.arc(-22, -24, 22, 20, 205, 130)


def _draw_plate(stamps: Stamps, child: Proud, place: Place, plan: Plan) -> None:
    """Draw sign and alias under a frame."""
    page, width, across = stamps.page, plan.width, plan.sign * plan.width
    y = place.top - (1 + OVER_SIGN) * width - across / 2
    if not child.alias:
        _draw_sign(stamps, child, Circle(place.x, y, across))
        return
    gap, size = 0.04 * width, 0.12 * width * page.letters.size
    words = fit(line(child.alias, page.letters.strong), width - across - gap, size, 0.065 * width)
    left = place.x - (across + gap + words.width) / 2
    _draw_sign(stamps, child, Circle(left + across / 2, y, across))
    page.canvas.setFillColor(INK)
    write_block(page.canvas, words, left + across + gap, y)
