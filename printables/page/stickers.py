"""Stickers as they lie on paper: a step's badge, a beaten Boss, a child's emblem, and what stands in for each."""

from board.mastery.audience import Earned
from board.mastery.curriculum import Step
from printables.lettering.lines import Align, fit, line, write_block
from printables.page import shapes
from printables.page.hues import CALM, QUIET, WHITE, Hue, Ink
from printables.page.pictures import Circle, Stamps
from printables.page.places import Box
from printables.page.shapes import Look


def draw_badge(stamps: Stamps, sticker: Earned, hue: Hue, at: Circle) -> None:
    """Draw the picture of a sticker, else the step's badge, else its first letter on a disc: a number would read as a score.

    Args:
        stamps: Of the document.
        sticker: The step, with the child's own picture or none.
        hue: Colours of the level.
        at: Where.
    """
    if stamps.sticker(sticker.name, at) or stamps.sticker(sticker.step.badge, at):
        return
    shapes.disc(stamps.canvas, at.x, at.y, 0.46 * at.across, Look(hue.deep, WHITE, 0.06 * at.across))
    stamps.canvas.setFillColor(WHITE)
    words = fit(line(_initial(sticker.step), stamps.page.letters.title), 0.6 * at.across, 0.5 * at.across, 1)
    write_block(stamps.canvas, words, at.x, at.y, Align.CENTRE)


def draw_earned(stamps: Stamps, sticker: Earned, hue: Hue, at: Circle) -> None:
    """Draw the sticker of a mastered step, whose dark rim tells it from an open spot; arguments as for `draw_badge`."""
    rim = shapes.thin_rim if _saves_ink(stamps) else shapes.rim
    stamps.stamp(f"rim-{hue.name}", lambda canvas: rim(canvas, hue.deep), at)
    draw_badge(stamps, sticker, hue, at._replace(across=0.915 * at.across))


def draw_patch(stamps: Stamps, sticker: Earned, hue: Hue, at: Circle) -> None:
    """Draw a sticker among nothing but stickers, where a pale rim will do; arguments as for `draw_badge`."""
    stamps.stamp(f"pale-rim-{hue.name}", lambda canvas: shapes.rim(canvas, hue.line), at)
    draw_badge(stamps, sticker, hue, at._replace(across=0.945 * at.across))


def draw_beaten(stamps: Stamps, sticker: Earned, hue: Hue, at: Circle) -> None:
    """Draw the sticker of a beaten Boss on its scalloped gold rim; arguments as for `draw_badge`."""
    stamps.stamp("rosette", shapes.thin_rosette if _saves_ink(stamps) else shapes.rosette, at)
    draw_badge(stamps, sticker, hue, at._replace(across=0.76 * at.across))


def draw_room(stamps: Stamps, hue: Hue, at: Circle, *, boss: bool) -> None:
    """Draw where a real sticker goes among nothing but stickers: a pale circle, or a scalloped outline for a Boss."""
    if boss:
        stamps.stamp("room-boss", shapes.thin_rosette, at)
    else:
        stamps.stamp(f"room-{hue.name}", lambda canvas: shapes.thin_rim(canvas, hue.line), at)


def draw_open(stamps: Stamps, hue: Hue, at: Circle, *, boss: bool) -> Box:
    """Draw a spot that waits for its sticker, a pale circle, or a star for a Boss; give the box of its outline."""
    shape, name = (shapes.open_star, "star") if boss else (shapes.open_spot, "spot")
    stamps.stamp(f"{name}-{hue.name}", lambda canvas: shape(canvas, hue), at)
    return at.part(shapes.STAR_BOX if boss else shapes.SPOT_BOX)


def draw_emblem(stamps: Stamps, emblem: str, label: str, at: Circle) -> None:
    """Draw a child's own sign, or the first letter of the row's label on a calm disc.

    Args:
        stamps: Of the document.
        emblem: Names the picture.
        label: What the row is called.
        at: Where.
    """
    if stamps.sticker(emblem, at):
        return
    shapes.disc(stamps.canvas, at.x, at.y, 0.46 * at.across, Look(CALM))
    stamps.canvas.setFillColor(QUIET)
    initial = fit(line(label[:1].upper(), stamps.page.letters.title), at.across, 0.5 * at.across, 1)
    write_block(stamps.canvas, initial, at.x, at.y, Align.CENTRE)


def _saves_ink(stamps: Stamps) -> bool:
    return stamps.page.style.ink is not Ink.COLOUR


def _initial(step: Step) -> str:
    return next((char.upper() for char in step.title if char.isalpha()), "•")
