"""A child's own chart: the path through a unit with the child's pictures and words; for the child and the family."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from board.mastery.curriculum import Level, Unit
from board.mastery.seen import SeenPath, SeenSpot
from printables.lettering.lines import CAP_HEIGHT, Align, fit, line, write_down
from printables.page.document import Document, Style
from printables.page.drawn import Drawn
from printables.page.hues import QUIET, Hue, Ink
from printables.page.paper import MM
from printables.page.parts import draw_name
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.stickers import draw_emblem
from printables.personal.backdrop import (
    EMBLEM,
    NOTHING_SAID,
    Backdrop,
    Said,
    name_starts,
    path_under_name,
    words_start,
)
from printables.personal.plan import FOOT, HEAD, Band, Plan, Room, Spot, choose
from printables.personal.spots import draw_spot
from printables.personal.words import BETWEEN, Words

SPOT_MM = (8.0, 70.0)
"""The narrowest and the widest spot that may be asked for."""

_NAME, _NAME_LEAST = 27.0, 12.0
"""Type size of the child's name on A4, and how small a long one may become."""


def personal_charts(
    unit: Unit,
    paths: Sequence[SeenPath],
    pictures: Mapping[str, Picture],
    *,
    style: Style,
    spot_mm: float | None = None,
    said: Mapping[str, Said] | None = None,
) -> Drawn:
    """Draw each child's path: stickers where something is mastered, open spots where it grows, and no totals.

    It is made for the child's own eyes: pictures nobody has accepted are on it too.

    Args:
        unit: Its levels and steps.
        paths: The children's paths through it as each child may see its own, in this order.
        pictures: By the names of own pictures, step badges and emblems; where an own picture is missing the badge stands
            in, where a badge or emblem is missing a disc with a letter.
        style: What all pages are told alike; the sheet stands upright. With blank ink every spot waits for a real sticker.
        spot_mm: How wide the real stickers are that go on it, in mm, and so each spot; None where spots are as big as fits.
        said: What a child wants next, and how it has grown, by the id of the child; with blank ink nothing of it.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: When the unit has no steps, there is nobody to print for, or spots of that width can't be printed.
    """
    _check(unit, paths, spot_mm)
    page = Document(
        style,
        title=f"My {unit.title} path",
        subject="What I can do, in my own pictures.",
        actual_size=spot_mm is not None,
    )
    is_blank = style.ink is Ink.BLANK
    words = Words(unit, {} if is_blank else _longest(paths), page)
    die = None if spot_mm is None else spot_mm * MM
    plan = choose([len(level.spots) for level in unit.levels], words.heights, _room(page), die)
    backdrop, stamps = Backdrop(page, unit, plan, words), Stamps(page, pictures)
    for number, path in enumerate(paths):
        chart = _Chart(path, page, stamps, plan, words, is_blank, die is not None)
        for at, bands in enumerate(plan.pages):
            if number or at:
                page.next_page()
            _draw_name(chart)
            backdrop.draw(at)
            if at == len(plan.pages) - 1 and said is not None and not is_blank:
                backdrop.write(at, said.get(path.student.id, NOTHING_SAID))
            _draw_spots(chart, bands)
    return page.finish()


def _check(unit: Unit, paths: Sequence[SeenPath], spot_mm: float | None) -> None:
    message = ""
    if not paths:
        message = f"{unit.title} has nobody to print for, so there is nothing to chart."
    elif not unit.spots:
        message = f"{unit.title} has no steps yet, so there is nothing to chart."
    elif spot_mm is not None and not SPOT_MM[0] <= spot_mm <= SPOT_MM[1]:
        message = f"Spots can be {SPOT_MM[0]:g} to {SPOT_MM[1]:g} mm wide, not {spot_mm:g} mm; choose another sticker."
    if message:
        raise ValueError(message)


@dataclass(frozen=True, slots=True)
class _Chart:
    """What every part of one child's chart needs."""

    path: SeenPath
    page: Document
    stamps: Stamps
    plan: Plan
    words: Words
    is_blank: bool
    is_exact: bool


def _longest(paths: Iterable[SeenPath]) -> dict[str, str]:
    """Give the longest that any of the children says about a step's sticker, by the id of the step."""
    found: dict[str, str] = {}
    for spot in (spot for path in paths for spot in path.newest):
        if len(spot.caption) > len(found.get(spot.step.id, "")):
            found[spot.step.id] = spot.caption
    return found


def _room(page: Document) -> Room:
    top, bottom = page.top - HEAD * page.scale, page.bottom + FOOT * page.scale
    return Room(page.left, top, page.width, top - bottom, page.scale, page.type(1))


def _draw_name(chart: _Chart) -> None:
    page, student, head = chart.page, chart.path.student, HEAD * chart.page.scale
    across, start = EMBLEM * head, name_starts(chart.page)
    middle = page.top - across / 2
    draw_emblem(chart.stamps, student.emblem, student.name, Circle(page.left + across / 2, middle, across))
    text = line(student.name, page.letters.title)
    name = fit(text, page.right - start, page.type(_NAME), page.type(_NAME_LEAST))
    path, lower = path_under_name(page, chart.path.unit)
    draw_name(page, name, path, (start, middle + 0.14 * across - CAP_HEIGHT * name.size / 2, lower))


def _draw_spots(chart: _Chart, bands: Iterable[Band]) -> None:
    for band in bands:
        level, hue = chart.path.unit.levels[band.level], chart.page.hue(band.level)
        for row in band.rows:
            for spot in row:
                _draw_spot(chart, level, spot, hue)


def _draw_spot(chart: _Chart, level: Level, spot: Spot, hue: Hue) -> None:
    seen = chart.path.spot(level.spots[spot.number])
    sticker = None if chart.is_blank else seen.sticker
    if sticker is not None and seen.caption:
        _draw_caption(chart, seen, spot)
    at = Circle(spot.x, spot.y, chart.plan.die)
    outline = draw_spot(chart.stamps, sticker, hue, at, boss=level.is_boss(seen.step), is_round=chart.is_exact)
    chart.page.field(f"spot/{chart.path.student.id}/{seen.step.id}", outline)


def _draw_caption(chart: _Chart, seen: SeenSpot, spot: Spot) -> None:
    """Write the child's words under the title, in what it leaves of the room."""
    pitch = chart.plan.pitch
    title = chart.words.title(seen.step, pitch).height + BETWEEN * chart.page.scale
    words = chart.words.caption(seen.caption, pitch, spot.words - title)
    chart.page.canvas.setFillColor(QUIET)
    write_down(chart.page.canvas, words, spot.x, words_start(chart.page, chart.plan, spot) - title, Align.CENTRE)
