"""Draws the icons of the installed page: a small board, some spots of which are covered with stickers."""

import io
from collections.abc import Iterator
from pathlib import Path

import resvg_py
from PIL import Image

from scripts.draw_badges.palette import BLUE, CREAM, LEAF, NIGHT, ORANGE, PINK, WHITE, YELLOW

_SIZE = 512
_SPOT, _GAP = 104.0, 24.0
_DARKER_SPOT, _LINE = "#10263C", "#47657F"
_STICKERS = {(0, 0): LEAF, (1, 0): ORANGE, (0, 1): BLUE, (1, 1): YELLOW, (2, 1): PINK, (0, 2): CREAM}
_STAR = "0,-40 11.8,-16.2 38,-12.4 19,6.2 23.5,32.4 0,20 -23.5,32.4 -19,6.2 -38,-12.4 -11.8,-16.2"

_KINDS = {
    "icon-192.png": (192, 1.0, 96),
    "icon-512.png": (512, 1.0, 96),
    "icon-512-maskable.png": (512, 0.8, 0),
    "icon-180.png": (180, 0.92, 0),
}
"""By name: pixels, how large the board is in it, and how round its corners are; who masks an icon wants it without corners."""


def draw_icons(target: Path) -> Iterator[Path]:
    """Write every icon.

    Args:
        target: The folder they are written to.

    Returns:
        The files, each once it is written.
    """
    target.mkdir(parents=True, exist_ok=True)
    for name, (pixels, scale, corner) in _KINDS.items():
        text = _drawing(scale, corner)
        image = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=text, width=pixels, height=pixels))))
        few = image.quantize(64, method=Image.Quantize.FASTOCTREE)
        few.save(target / name, optimize=True)
        yield target / name


def _drawing(scale: float, corner: float) -> str:
    spots = "".join(_spot(column, line) for line in range(3) for column in range(3))
    middle = _SIZE / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {_SIZE}">'
        f'<rect width="{_SIZE}" height="{_SIZE}" rx="{corner}" fill="{NIGHT}"/>'
        f'<g transform="translate({middle} {middle}) scale({scale})">{spots}</g></svg>'
    )


def _spot(column: int, line: int) -> str:
    x, y = ((place - 1) * (_SPOT + _GAP) for place in (column, line))
    colour = _STICKERS.get((column, line))
    if colour is None:
        return (
            f'<rect x="{x - 42}" y="{y - 42}" width="84" height="84" rx="20" fill="{_DARKER_SPOT}" '
            f'stroke="{_LINE}" stroke-width="6" stroke-dasharray="16 12"/>'
        )
    sign = f'<polygon points="{_STAR}" transform="translate({x} {y})" fill="{WHITE}"/>'
    if (column, line) in ((1, 0), (2, 1), (0, 2)):
        sign = f'<circle cx="{x}" cy="{y}" r="22" fill="{NIGHT if colour == CREAM else WHITE}"/>'
    return (
        f'<rect x="{x - 52}" y="{y - 52}" width="104" height="104" rx="30" fill="{WHITE}"/>'
        f'<rect x="{x - 42}" y="{y - 42}" width="84" height="84" rx="22" fill="{colour}"/>{sign}'
    )
