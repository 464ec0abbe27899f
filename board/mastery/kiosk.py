"""Children at the kiosk by themselves: what their class has settled, and where their signs stand."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any, Literal, NamedTuple

from board.mastery.people import Student

MOST_PATIENCE = 4
"""The most times as long as for others that the kiosk may wait for one child."""


class Kiosk(NamedTuple):
    """How a class has its kiosk.

    Attributes:
        words: Whether a child shows its picture word before its own page is opened.
        outlines: Whether the pictures of words are plain shapes in one colour, as older children like them.
        covering: Whether a sticker grows out of its spot when it is covered.
        sound: Whether a sticker makes a sound then.
        idle: Seconds without a key or a tap until the kiosk asks whether somebody is still there.
        lock: Minutes without a key or a tap until the screens of adults lock; 0 for never.
        pin: What is kept of the adult PIN, see `deeds.pin`; empty while there is none.
    """

    words: bool = True
    outlines: bool = False
    covering: bool = True
    sound: bool = False
    idle: int = 60
    lock: int = 10
    pin: str = ""


KioskField = Literal["words", "outlines", "covering", "sound", "idle", "lock"]
"""What of it is chosen among a few values; the PIN is not."""

IDLES = (30, 60, 120, 300)
"""Seconds there are to choose from until the kiosk asks whether somebody is still there."""

LOCKS = (0, 2, 5, 10, 30)
"""Minutes there are to choose from until the screens of adults lock; 0 for never."""


def settled(kiosk: Kiosk, field: KioskField, value: int) -> Kiosk:
    """Give the settings with one of them changed.

    Args:
        kiosk: How they were.
        field: What of it.
        value: How it is from now on.
    """
    change: dict[str, Any] = {field: value}
    return kiosk._replace(**change)


USUAL_KIOSK = Kiosk()
"""The kiosk of a class that has settled nothing."""


class Known(Enum):
    """What the kiosk knows of whoever stands there."""

    BY_SIGN = auto()
    """They pressed a sign, as anybody can."""
    BY_WORD = auto()
    """They showed the picture word that belongs to it."""


class SignPlaces(NamedTuple):
    """Where the signs of a class stand.

    Attributes:
        across: How many places there are side by side.
        down: How many one below the other, on each page.
        pages: For each page its places row by row: a student, or None where nobody's sign stands.
    """

    across: int
    down: int
    pages: tuple[tuple[Student | None, ...], ...]


_SHAPES = ((4, 3, 5), (6, 5, 7))
"""Places across and down, and the stride by which neighbours of the list are put apart; it shares no factor with their number."""


def sign_places(everyone: Sequence[Student]) -> SignPlaces:
    """Give the place of each sign: no order of the alphabet, and nobody moves when others join or leave.

    Args:
        everyone: The class in the order of its list, those who have left too: their places stay empty.
    """
    across, down, stride = next((one for one in _SHAPES if len(everyone) <= one[0] * one[1]), _SHAPES[-1])
    each = across * down
    pages: list[list[Student | None]] = [[None] * each for _ in range(max(1, -(-len(everyone) // each)))]
    for number, student in enumerate(everyone):
        page, at = divmod(number, each)
        pages[page][at * stride % each] = None if student.left else student
    return SignPlaces(across, down, tuple(map(tuple, pages)))
