"""How stickers lie around a hero on a certificate."""

import math
from typing import NamedTuple

_RIBBON = math.radians(35)
"""How far the ribbon's ends hang apart to each side."""


class Wreath(NamedTuple):
    """How stickers lie around a hero.

    Attributes:
        angles: Where each lies, in radians, from the left one to the right one.
        across: Width of a sticker.
        radius: Distance of their middles from the hero's.
        hero: Width of the hero.
    """

    angles: tuple[float, ...]
    across: float
    radius: float
    hero: float

    @property
    def covered(self) -> tuple[tuple[float, float], ...]:
        """What lies at its edge, the ribbon too: each middle and half its width, in radians."""
        half = math.asin(self.across / 2 / self.radius) if self.angles else 0.0
        return (*((angle, 1.15 * half) for angle in self.angles), (-math.pi / 2, _RIBBON))


def wreath_of(count: int, reach: float) -> Wreath:
    """Lay stickers around a hero, open below where its ribbon hangs.

    Args:
        count: How many stickers.
        reach: How far from the middle they may reach.
    """
    if count == 0:
        return Wreath((), 0.0, 0.0, 1.35 * reach)
    step = min(math.radians(52), math.radians(264) / max(count - 1, 1))
    angles = tuple(math.pi / 2 + step * ((count - 1) / 2 - at) for at in range(count))
    chord = 2 * math.sin(step / 2)  # of a circle of radius 1
    across = min(0.43 * reach, 0.94 * chord * reach / (1 + 0.47 * chord))
    radius = reach - across / 2
    return Wreath(angles, across, radius, min(1.16 * reach, 2 * (radius - across / 2) * 0.92))
