"""Label stock: which sheets of stickers shops sell, and where on the sheet each label sits."""

import difflib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

PAGES_MM = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
"""Width and height of the upright pages labels come on, in mm."""

_INCH = 25.4
_SEVERAL = (
    'More than one label sheet is called "{asked}"; did you mean {near}? '
    "`board print stickers --list-labels` lists all."
)
_NEAR = 'No label sheet is called "{asked}"; did you mean {near}? `board print stickers --list-labels` lists all.'
_NONE = 'No label sheet is called "{asked}"; `board print stickers --list-labels` lists all.'

_INCHES = ("1/2", "5/8", "3/4", "1", "1 1/4", "1 1/2", "1 5/8", "1 3/4", "2", "2 1/4", "2 1/2", "3")
"""The sizes that are sold by the inch, as the pack writes them."""

_INCH_SLACK = 0.15
"""A size this close to a common one in inches is called by it, in mm."""


_UNSURE = ("disputed", "likeness")
OWN = "own"
"""Id of a sheet that is described by its numbers."""


class Place(NamedTuple):
    """The middle of a label, in mm from the page's top left corner."""

    x: float
    y: float


@dataclass(frozen=True)
class Stock:
    """A sheet of labels, all of one size, in columns and rows.

    Attributes:
        id: Short and typeable, such as avery-5160.
        name: As printed on the pack.
        page: "letter" or "a4", always upright.
        round: Whether labels are circles.
        width: Width of a label in mm; `height` likewise.
        columns: How many labels stand side by side.
        rows: How many stand one under the other.
        left: From the page's left edge to the first label, in mm.
        top: From the page's top edge to the first label, in mm.
        across: From the left side of a label to the left side of the next, in mm.
        down: From the top of a label to the top of the one below, in mm.
        source: Which list the figures come from.
        confidence: "agreed", "one source", "disputed", "likeness", or "measured" for a sheet of one's own.
        note: What to know before printing, or nothing.
    """

    id: str
    name: str
    page: str
    round: bool
    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    across: float
    down: float
    source: str
    confidence: str
    note: str = ""

    @property
    def page_mm(self) -> tuple[float, float]:
        """Width and height of the page in mm."""
        return PAGES_MM[self.page]

    @property
    def count(self) -> int:
        """How many labels are on a sheet."""
        return self.columns * self.rows

    @property
    def spot_mm(self) -> float:
        """Diameter in mm of the biggest circle a label holds."""
        return min(self.width, self.height)

    @property
    def is_unsure(self) -> bool:
        """Whether its figures may well be off: sources differ, or it is only like the sheet in the shop."""
        return self.confidence in _UNSURE

    @property
    def size_words(self) -> str:
        """Its size as the pack would say it: "round, 19 mm (3/4 inch)", "66.7 x 25.4 mm"."""
        if not self.round and self.width != self.height:
            return f"{_written(self.width)} x {_written(self.height)} mm"
        return f"round, {self.width_words}" if self.round else f"square, {self.width_words}"

    @property
    def width_words(self) -> str:
        """How wide it is, as the pack would say it: "19 mm (3/4 inch)"."""
        mm, inches = _written(self.width), _in_inches(self.width)
        return f"{mm} mm ({inches} inch)" if inches else f"{mm} mm"

    def place(self, number: int) -> Place:
        """Give the middle of one label.

        Args:
            number: Which label, from 1, row by row from the top left.

        Raises:
            ValueError: The sheet has no such label.
        """
        if not 1 <= number <= self.count:
            if self.id == OWN:
                raise ValueError(f"There is no label {number} on {self.name}; its labels are 1 to {self.count}.")
            raise ValueError(f"There is no label {number} on a sheet of {self.name}; its labels are 1 to {self.count}.")
        row, column = divmod(number - 1, self.columns)
        return Place(
            self.left + column * self.across + self.width / 2,
            self.top + row * self.down + self.height / 2,
        )

    def places(self) -> Iterator[Place]:
        """Give the middle of every label, row by row from the top left."""
        return (self.place(number) for number in range(1, self.count + 1))


def _written(mm: float) -> str:
    """One decimal at most; halves go down, since 19.05 is sold as 19."""
    return f"{round(mm - 1e-6, 1):g}"


def _in_inches(mm: float) -> str:
    for words in _INCHES:
        if abs(mm - sum(map(Fraction, words.split())) * _INCH) <= _INCH_SLACK:
            return words
    return ""


@cache
def stocks() -> tuple[Stock, ...]:
    """Give all label stock known, in the order of labels.toml."""
    text = Path(__file__).with_name("labels.toml").read_text(encoding="utf-8")
    return tuple(_read(row) for row in tomllib.loads(text)["label"])


def _read(row: dict[str, Any]) -> Stock:
    shape = row.pop("shape")
    return Stock(round=shape == "round", **row)


def stock(asked: str) -> Stock:
    """Find label stock by its id, its name, or a number on the pack.

    Args:
        asked: What was typed; capitals, spaces and hyphens don't matter, and a number alone is enough
            ("5293", "L7160", "22807") when it means one sheet only.

    Raises:
        ValueError: None fits, or more than one.
    """
    fits = [sheet for sheet in stocks() if _squeezed(asked) in {_squeezed(sheet.id), _squeezed(sheet.name)}]
    fits = fits or [sheet for sheet in stocks() if _means(asked, sheet)]
    if len(fits) == 1:
        return fits[0]
    near = [sheet.id for sheet in fits] or _near(asked)
    said = _SEVERAL if fits else _NEAR if near else _NONE
    raise ValueError(said.format(asked=shortened(asked), near=" or ".join(near)))


def _squeezed(text: str) -> str:
    """A name without capitals, spaces, hyphens and strokes."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _numbered(word: str) -> bool:
    return any(map(str.isdigit, word))


def _words(sheet: Stock) -> set[str]:
    """All a pack can be called by: every word of its name, and the figures of each without their letters."""
    words = set(_split(f"{sheet.id} {sheet.name}"))
    return words | {"".join(filter(str.isdigit, word)) for word in filter(_numbered, words)}


def _means(asked: str, sheet: Stock) -> bool:
    """Whether every word asked for is one of this sheet's, a number among them: "avery" alone means none."""
    known, wanted = _words(sheet), {*_split(asked)}
    return any(map(_numbered, wanted)) and (_squeezed(asked) in known or wanted <= known)


def _near(asked: str) -> list[str]:
    """The ids that look most like what was asked, the nearest first."""
    ids = {word: sheet.id for sheet in stocks() for word in (_squeezed(sheet.id), *filter(_numbered, _words(sheet)))}
    tries = (_squeezed(asked), *filter(_numbered, _split(asked)))
    close = [word for tried in tries for word in difflib.get_close_matches(tried, ids, 6, 0.75)]
    return list(dict.fromkeys(ids[word] for word in close))[:4]


def shortened(text: str) -> str:
    """Give what was typed, fit to stand in a sentence: its first 30 characters, none of them a control character."""
    return f"{' '.join(''.join(char if char.isprintable() else ' ' for char in text).split()):.30}"
