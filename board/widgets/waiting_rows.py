"""What waits, and the rows it stands in: part by part, a line of its own above each part."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from board.mastery.curriculum import Step
from board.mastery.pictures import Art, Face
from board.mastery.queue import Part
from board.widgets.grid_plan import ZOOMS

WORDS = 3
"""Lines of words under a sticker: whose it is, which step, and the way."""

TALL = ZOOMS[-1].height + WORDS + 1
"""Lines of a row with its stickers, the words, and the gap below them."""


_LOGIN_CARD, _NO_STEP_YET = "login card", "no step yet"


class Waiting(NamedTuple):
    """One thing that waits.

    Attributes:
        student: Id of the child.
        name: The child's name.
        step: The step it is about, None for a login card, and for a picture that stands for none yet.
        level: Number of the step's level, from 0.
        boss: Whether the step is a Boss.
        art: The picture, None where it is the child that waits.
        part: What it waits for.
        words: What more stands under it, such as the way the child chose.
        face: The child's own picture for the step where everybody may see it, or None.
        emblem: Name of the child's own sign, which stands where there is no such picture; or empty.
        helpers: Names of children who could help.
    """

    student: str
    name: str
    step: Step | None
    level: int = 0
    boss: bool = False
    art: Art | None = None
    part: Part = Part.PICTURE
    words: str = ""
    face: Face | None = None
    emblem: str = ""
    helpers: tuple[str, ...] = ()

    @property
    def id(self) -> tuple[Part, str, str]:
        """What it is told by: what it waits for, whose it is, and the picture or the step."""
        what = self.art.id if self.art is not None else self.step.id if self.step is not None else ""
        return (self.part, self.student, what)

    @property
    def about(self) -> str:
        """What it is about, in the words that stand under it."""
        if self.step is not None:
            return self.step.title
        return _LOGIN_CARD if self.part is Part.CARD else _NO_STEP_YET


class WallRow(NamedTuple):
    """One row of stickers.

    Attributes:
        top: The first line of it on the whole wall, that of its title where it has one.
        title: What the part that begins here is called, or empty.
        first: Number of its first thing.
        many: How many things stand in it.
    """

    top: int
    title: str
    first: int
    many: int

    @property
    def stickers(self) -> int:
        """The first line of its stickers."""
        return self.top + bool(self.title)

    @property
    def end(self) -> int:
        """The line below it."""
        return self.stickers + TALL

    def place(self, column: int) -> int:
        """Give the number of the thing in a column, or of the last one before it."""
        return self.first + min(column, self.many - 1)


TITLES = {
    Part.TOGETHER: "Look at it together",
    Part.READY: "Ready to show",
    Part.MAYBE: "Ready to show? Somebody at the kiosk says so",
    Part.HELP: "Would like a helper",
    Part.SECOND: "A Boss for two adults",
    Part.TELL: "To talk about",
    Part.PICTURE: "New pictures",
    Part.CARD: "Login cards to look at",
    Part.ANOTHER: "Another adult gets to see it too",
}
"""What the parts are called, in words that harm no child who reads them on a wall."""


def rows_of(things: Sequence[Waiting], across: int) -> Iterator[WallRow]:
    """Give the rows that things stand in, those of each part under its title.

    Args:
        things: What waits, part by part.
        across: How many stand side by side.
    """
    first = top = 0
    for part, group in groupby(things, key=lambda thing: thing.part):
        last, title = first + sum(1 for _ in group), TITLES[part]
        while first < last:
            row = WallRow(top, title, first, min(across, last - first))
            yield row
            first, top, title = first + row.many, row.end, ""


def next_place(before: Sequence[Waiting], at: int, now: Sequence[Waiting]) -> int:
    """Give the place to look at among what waits now: the same thing, or where it is done, the next of its part.

    After the last one of a part comes the first that is left of it; where there is none, whatever came next.

    Args:
        before: What waited.
        at: The place among it that was looked at.
        now: What waits now.
    """
    places = {thing.id: place for place, thing in enumerate(now)}
    turn = (*before[at:], *before[:at])
    same = [thing for thing in turn if thing.part is turn[0].part]
    return next((places[thing.id] for thing in (*same, *turn) if thing.id in places), max(0, min(at, len(now) - 1)))
