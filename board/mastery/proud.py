"""The proud wall, on paper and on a screen: what of each child hangs there, in an order that tells nothing."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from board.mastery.audience import Earned, proud_faces
from board.mastery.curriculum import Unit
from board.mastery.people import Student
from board.mastery.progress import Progress


class Proud(NamedTuple):
    """What everybody may see of one child.

    Attributes:
        alias: What it is called for everybody, or empty.
        emblem: Name of its own sign, or empty.
        stickers: Its chosen pictures, as `board.mastery.audience.proud_faces` gives them.
    """

    alias: str
    emblem: str
    stickers: tuple[Earned, ...]


def hung(children: Sequence[Proud]) -> list[Proud]:
    """Mix the children by what the whole wall shows, so that no order of a class list, and none of progress, is left.

    The same wall always comes out in the same order, a changed one in another.

    Args:
        children: In any order.
    """
    wall = "\n".join(sorted(map(_shown, children)))
    return sorted(children, key=lambda child: _mixed(f"{wall}\n{_shown(child)}"))


def proud_wall_of(units: Iterable[Unit], students: Iterable[Student], progress: Progress) -> list[Proud]:
    """Give the proud wall of a class over all its units; nothing as long as nobody has earned anything.

    Args:
        units: The units.
        students: The class.
        progress: How it stands.
    """
    steps = tuple(step for unit in units for step in unit.spots)
    children = [Proud(student.alias, student.emblem, proud_faces(progress, student.id, steps)) for student in students]
    return hung(children) if any(child.stickers for child in children) else []


def _mixed(text: str) -> bytes:
    return hashlib.sha256(text.encode(errors="surrogatepass")).digest()


def _shown(child: Proud) -> str:
    return repr((child.alias, child.emblem, [sticker.name for sticker in child.stickers]))
