"""Phone photos of children's drawings, made up: what is truly ink in each of them is known."""

import io
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from drawings import (
    WAX,
    Drawing,
    Points,
    Stroke,
    butterfly,
    child,
    crayon_star,
    face,
    fish,
    flower,
    heart,
    hill,
    house,
    letters,
    pencil_cat,
    pencil_tangle,
    rain,
    rainbow,
    rings,
    snowman,
    sun,
    tangle,
    tree,
    two_children,
)

Floats = NDArray[np.float32]

WIDTH, HEIGHT = 800, 600
"""Size of a photo in px."""
_SHEET = (1000, 750)
"""Size in px of the paper while it is drawn on."""


class Photo(NamedTuple):
    """A photo, and where in it there truly is ink."""

    picture: Image.Image
    ink: NDArray[np.bool_]


class Scene(NamedTuple):
    """How a drawing was photographed.

    Attributes:
        drawing: What is on the paper.
        corners: Where the paper's corners lie in the photo, in shares of it, clockwise from the top left.
        table: What lies around the paper.
        lights: What falls on it: names of `_LIGHTS`.
        tint: Colour of the light.
        paper: Colour of the paper.
        noise: Grain of the photo, in grey levels.
        quality: Of its JPEG.
        marks: What is on the paper but isn't drawn: names of `_MARKS`.
        held: Whether a thumb holds the paper.
    """

    drawing: Callable[[], Drawing]
    corners: Points
    table: str = "dark wood"
    lights: tuple[str, ...] = ()
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)
    paper: tuple[int, int, int] = (244, 242, 236)
    noise: float = 3.0
    quality: int = 85
    marks: tuple[str, ...] = ()
    held: bool = False


_FULL: Points = [(-0.06, -0.05), (1.05, -0.08), (1.08, 1.06), (-0.04, 1.09)]
_TILTED: Points = [(0.16, -0.02), (0.98, 0.14), (0.86, 1.04), (0.02, 0.86)]
_LEANING: Points = [(0.2, 0.1), (0.84, 0.06), (0.98, 0.92), (0.06, 0.96)]
_INSIDE: Points = [(0.1, 0.08), (0.92, 0.12), (0.9, 0.92), (0.08, 0.9)]
_RIGHT_EDGE: Points = [(-0.1, -0.06), (0.9, -0.1), (0.94, 1.1), (-0.1, 1.05)]
_CLOSE: Points = [(-0.1, -0.5), (1.2, -0.5), (1.2, 0.9), (-0.1, 0.9)]

_WARM, _GREY, _GREENISH = (1.0, 0.88, 0.7), (0.62, 0.62, 0.64), (0.9, 1.0, 0.92)

SCENES = {
    "star in greenish light": Scene(crayon_star, _FULL, tint=_GREENISH),
    "house in a hard shadow": Scene(house, _FULL, lights=("hard shadow", "fading")),
    "child on dark wood": Scene(child, _TILTED, lights=("fading",)),
    "sun in grey light": Scene(sun, _FULL, tint=_GREY, noise=5),
    "tangle from the side": Scene(tangle, _LEANING),
    "pencil in a slanting shadow": Scene(pencil_tangle, _FULL, lights=("slanting shadow",)),
    "pencil by the table's edge": Scene(pencil_tangle, _RIGHT_EDGE, table="light wood", lights=("fading",)),
    "yellow rings under a phone": Scene(rings, _TILTED, table="cloth", lights=("phone",)),
    "hill cut off by the frame": Scene(hill, _CLOSE, lights=("fading",)),
    "face in warm light": Scene(face, _FULL, tint=_WARM, noise=6),
    "letters on creased paper": Scene(letters, _INSIDE, table="light wood", marks=("crease",)),
    "fish on lined paper": Scene(fish, _FULL, lights=("soft shadow",), marks=("lines",)),
    "flower on a cloth": Scene(flower, _INSIDE, table="cloth"),
    "rainbow in a small file": Scene(rainbow, _LEANING, quality=35),
    "pencil cat with noise": Scene(pencil_cat, _FULL, tint=(0.86, 0.86, 0.84), noise=7),
    "butterfly on a pale table": Scene(butterfly, _INSIDE, table="pale", lights=("soft shadow",)),
    "rain in small parts": Scene(rain, _TILTED, tint=(0.95, 0.97, 1.0)),
    "snowman in dim light": Scene(snowman, _FULL, lights=("fading",), tint=(0.5, 0.47, 0.42), noise=4),
    "tree under a hand": Scene(tree, _RIGHT_EDGE, lights=("hand",)),
    "small heart among dirt": Scene(heart, _FULL, lights=("soft shadow",), marks=("dirt",)),
    "children on grass to the paper's edge": Scene(two_children, _INSIDE, lights=("soft shadow",)),
    "face on blue paper": Scene(face, _TILTED, paper=(196, 216, 236)),
    "child held by a thumb": Scene(child, _TILTED, lights=("fading",), held=True),
    "cat on a pale table in a hard shadow": Scene(pencil_cat, _INSIDE, "pale", ("hard shadow",), noise=4),
}
"""Every photo by its name."""


@cache
def photo(name: str) -> Photo:
    """Take the photo of a scene; it is the same each time."""
    chance = np.random.default_rng(list(name.encode()))
    scene = SCENES[name]
    sheet, ink = _drawn(scene, chance)
    view = cv2.getPerspectiveTransform(
        np.array([(0, 0), (_SHEET[0], 0), _SHEET, (0, _SHEET[1])], np.float32),
        np.array(scene.corners, np.float32) * np.array((WIDTH, HEIGHT), np.float32),
    )
    size = (WIDTH, HEIGHT)
    on_sheet = cv2.warpPerspective(np.ones(_SHEET[::-1], np.float32), view, size)[..., None]
    seen = cv2.warpPerspective(sheet, view, size) * on_sheet + _TABLES[scene.table](chance) * (1 - on_sheet)
    seen *= 1 - 0.35 * _soft(np.roll(on_sheet[..., 0], (4, 4), (0, 1)), 6)[..., None] * (1 - on_sheet)
    if scene.held:
        _hold(seen)
    for light in scene.lights:
        seen *= _LIGHTS[light]()[..., None]
    seen = cv2.GaussianBlur(seen * np.array(scene.tint, np.float32), (0, 0), 0.7)
    grain = chance.normal(0, scene.noise, (HEIGHT, WIDTH, 1)) + chance.normal(0, scene.noise / 2, (HEIGHT, WIDTH, 3))
    file = io.BytesIO()
    Image.fromarray(np.clip(seen + grain, 0, 255).astype(np.uint8)).save(file, "JPEG", quality=scene.quality)
    return Photo(Image.open(file).convert("RGB"), cv2.warpPerspective(ink, view, size) > 0.5)


def _drawn(scene: Scene, chance: np.random.Generator) -> tuple[Floats, Floats]:
    """Paint the paper from straight above; give it with how much of each pixel is covered by ink."""
    sheet = np.full((*_SHEET[::-1], 3), scene.paper, np.float32)
    for mark in scene.marks:
        _MARKS[mark](sheet, chance)
    inked = np.zeros(_SHEET[::-1], np.float32)
    tooth = _soft(chance.random(_SHEET[::-1]), 1.3)
    tooth = (tooth - tooth.mean()) / tooth.std()
    rough = np.clip(1.4 - 0.9 * (tooth > 1.1) - 0.12 * tooth, 0, 1).astype(np.float32)
    for stroke in scene.drawing():
        covered = _line(stroke, chance)
        left, top, width, height = cv2.boundingRect(covered)
        here = slice(top, top + height), slice(left, left + width)
        waxed = covered[here] / np.float32(255) * rough[here]
        strength = np.float32(0.75 if stroke.colour == "pencil" else 0.92)
        below, colour = sheet[here], np.array(WAX[stroke.colour], np.float32)
        lain = np.minimum(below, 0.75 * colour + 0.25 * below * colour / 255)
        sheet[here] += (lain - below) * (strength * waxed)[..., None]
        inked[here] = np.maximum(inked[here], waxed)
    return sheet, inked


def _line(stroke: Stroke, chance: np.random.Generator) -> NDArray[np.uint8]:
    """Give the way of a crayon in an unsteady hand."""
    per_unit = _SHEET[0] / 100
    ends = np.array(stroke.points, np.float32)
    steps = np.linspace(0, len(ends) - 1, len(ends) * 12)
    way = np.stack([np.interp(steps, np.arange(len(ends)), ends[:, axis]) for axis in (0, 1)], 1) * per_unit
    shake = cv2.GaussianBlur(chance.normal(0, 1, way.shape).astype(np.float32), (1, 0), 0, sigmaY=4)
    way += shake * min(6.0, 3.0 + stroke.width)
    covered = np.zeros(_SHEET[::-1], np.uint8)
    if stroke.filled:
        cv2.fillPoly(covered, [np.round(way * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    width = max(1, round(stroke.width * per_unit))
    cv2.polylines(covered, [np.round(way * 16).astype(np.int32)], False, 255, width, cv2.LINE_AA, 4)
    return covered


def _soft(field: NDArray[np.floating], reach: float) -> Floats:
    return np.asarray(cv2.GaussianBlur(field.astype(np.float32), (0, 0), reach), np.float32)


def _across() -> tuple[Floats, Floats]:
    """Give how far each pixel of a photo is to the right and down, 0 to 1."""
    right, down = np.meshgrid(np.linspace(0, 1, WIDTH), np.linspace(0, 1, HEIGHT))
    return right.astype(np.float32), down.astype(np.float32)


def _wood(colour: tuple[int, int, int], grain: float) -> Callable[[np.random.Generator], Floats]:
    def table(chance: np.random.Generator) -> Floats:
        streaks = cv2.GaussianBlur(chance.normal(0, 1, (HEIGHT, WIDTH)).astype(np.float32), (0, 0), 40, sigmaY=1.5)
        woody: Floats = np.array(colour, np.float32) * (1 + grain * streaks / streaks.std())[..., None]
        return woody

    return table


def _cloth(_chance: np.random.Generator) -> Floats:
    right, down = _across()
    red = ((right * 14) % 1 < 0.5).astype(np.float32) + ((down * 10.5) % 1 < 0.5)
    checked: Floats = 236 - red[..., None] * np.array((14, 84, 78), np.float32)
    return checked


_TABLES: dict[str, Callable[[np.random.Generator], Floats]] = {
    "dark wood": _wood((92, 62, 44), 0.16),
    "light wood": _wood((206, 170, 122), 0.06),
    "pale": _wood((206, 203, 198), 0.01),
    "cloth": _cloth,
}


def _shade(dark: float, inside: Callable[[Floats, Floats], NDArray[np.bool_]], softness: float) -> Callable[[], Floats]:
    return lambda: 1 - (1 - dark) * _soft(inside(*_across()).astype(np.float32), softness)


def _phone(right: Floats, down: Floats) -> NDArray[np.bool_]:
    body = (abs(right - 0.52 + 0.2 * (down - 0.5)) < 0.11) & (abs(down - 0.42) < 0.24)
    arm = (abs(right - 0.55 - 0.3 * (down - 0.6)) < 0.06) & (down > 0.6)
    return body | arm


def _hand(right: Floats, down: Floats) -> NDArray[np.bool_]:
    fingers = (down > 0.45 + 0.05 * np.sin(40 * right)) & (right > 0.66) & (right < 0.92)
    return fingers | ((down > 0.7) & (right > 0.6))


_LIGHTS: dict[str, Callable[[], Floats]] = {
    "fading": lambda: 1.06 - 0.34 * _across()[0] - 0.12 * _across()[1],
    "soft shadow": _shade(0.55, lambda right, down: right + 0.6 * down < 0.75, 60),
    "hard shadow": _shade(0.5, lambda right, down: down < 0.55 - 0.06 * right, 1.5),
    "slanting shadow": _shade(0.55, lambda right, down: right + 0.8 * down < 0.9, 2),
    "phone": _shade(0.5, _phone, 2.5),
    "hand": _shade(0.6, _hand, 5),
}


def _crease(sheet: Floats, _chance: np.random.Generator) -> None:
    across = np.arange(_SHEET[0], dtype=np.float32) - 470
    sheet *= (1 - 0.1 * np.exp(-((across / 3) ** 2)) + 0.04 * np.tanh(across / 30))[None, :, None]


def _lines(sheet: Floats, _chance: np.random.Generator) -> None:
    for y in range(60, _SHEET[1], 52):
        sheet[y : y + 2] *= np.array((0.82, 0.88, 0.94), np.float32)


def _dirt(sheet: Floats, chance: np.random.Generator) -> None:
    for x, y in chance.uniform((40, 40), (560, 700), (9, 2)):
        cv2.circle(sheet, (round(x), round(y)), int(chance.integers(1, 4)), (128, 112, 96), -1, cv2.LINE_AA)


def _hold(seen: Floats) -> None:
    for middle, size in (((105, 425), (65, 45)), ((20, 460), (100, 60))):
        cv2.ellipse(seen, middle, size, 0, 0, 360, (205, 150, 125), -1, cv2.LINE_AA)


_MARKS = {"crease": _crease, "lines": _lines, "dirt": _dirt}
