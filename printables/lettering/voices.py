"""How texts speak: which fonts write them, and how far their letters stand apart."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Voice:
    """How a text speaks.

    Attributes:
        fonts: The fonts that may write it, the best first.
        between_letters: Room added after each letter, in ems.
        between_words: Room added at each space besides, in ems; letters set apart without words set apart are harder to read.
    """

    fonts: tuple[str, ...]
    between_letters: float = 0.0
    between_words: float = 0.0


class Letters(NamedTuple):
    """The voices of a page.

    Attributes:
        title: Headings and names at the head of a page.
        strong: What stands out.
        plain: Everything else.
        size: How much larger than usual texts are.
    """

    title: Voice
    strong: Voice
    plain: Voice
    size: float = 1.0


USUAL = Letters(Voice(("Fredoka-SemiBold", "Nunito-SemiBold")), Voice(("Nunito-SemiBold",)), Voice(("Nunito-Regular",)))

_BETWEEN_LETTERS = 0.03
_BETWEEN_WORDS = 3.5 * _BETWEEN_LETTERS

EARLY = Letters(
    Voice(("Fredoka-SemiBold", "EarlyAccents-SemiBold", "Nunito-SemiBold"), _BETWEEN_LETTERS, _BETWEEN_WORDS),
    Voice(("EarlyReader-SemiBold", "EarlyAccents-SemiBold", "Nunito-SemiBold"), _BETWEEN_LETTERS, _BETWEEN_WORDS),
    Voice(("ABeeZee-Regular", "EarlyAccents-Regular", "Nunito-Regular"), _BETWEEN_LETTERS, _BETWEEN_WORDS),
)
"""For early readers: a and g as children write them. Letters set apart make words harder to tell apart unless the words are set
apart as well, by about three and a half times as much (Galliussi and others 2020: wider letters only help when words widen too).
"""

_LARGER = 1.2


def letters_of(*, early: bool = False, larger: bool = False) -> Letters:
    """Give the voices of a page.

    Args:
        early: Whether for early readers: a and g as children write them, letters and words set apart.
        larger: Whether in larger type.
    """
    return (EARLY if early else USUAL)._replace(size=_LARGER if larger else 1.0)
