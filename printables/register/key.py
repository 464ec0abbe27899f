"""What explains a register at the foot of each page: its steps with their ids, its signs, its initials."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from board.mastery.curriculum import Unit
from board.mastery.progress import Status
from printables.lettering.lines import LINE_SPACING, Align, Block, Line, fit, line, paragraph, write, write_down
from printables.lettering.voices import Letters
from printables.page.document import Document
from printables.page.hues import INK, QUIET
from printables.page.pictures import Circle, Stamps
from printables.page.signs import SIGN_WORDS, draw_sign
from printables.register.cells import SIGN_LEGEND
from printables.register.plan import Span

KEY_TITLE = "The steps, each with the id it is marked by:"
BOSS = "(Boss)"

_NARROWEST = 20.0
"""Width of a column of the key in parts of the type size, at least."""

_NUMBER = 2.0
_BETWEEN = 1.2
_OVER = 1.0
_APART = 1.6
"""White in parts of the type size: before an id, between two columns, over the key, between two signs of the legend."""


@dataclass(frozen=True, slots=True)
class Key:
    """What stands under a table.

    Attributes:
        units: Of the register.
        initials: For each adult who checked something its initials and name.
        letters: How it is lettered.
        size: Its type size in pt.
    """

    units: Sequence[Unit]
    initials: Sequence[tuple[str, str]]
    letters: Letters
    size: float

    def height(self, unit: int, span: Span, width: float) -> float:
        """Give its height in pt under some columns of a unit.

        Args:
            unit: The place of the unit in the register.
            span: The columns.
            width: Width of the page in pt.
        """
        steps = _height(self._columns(unit, span, width))
        title, legend = LINE_SPACING * self.size, LINE_SPACING * self.size * len(self._legend(width))
        return 2 * _OVER * self.size + title + steps + legend

    def draw(self, page: Document, stamps: Stamps, unit: int, span: Span, top: float) -> None:
        """Draw it downwards from a height in pt; the other arguments as for `height`."""
        canvas = page.canvas
        columns = self._columns(unit, span, page.width)
        canvas.setFillColor(QUIET)
        title = paragraph(
            line(f"{KEY_TITLE} {self.units[unit].id}/...", self.letters.plain), page.width, self.size, most=1
        )
        upper = write_down(canvas, title, page.left, top - _OVER * self.size)
        lowest = upper
        for at, column in enumerate(columns):
            left, y = page.left + at * page.width / len(columns), upper
            for step in column:
                canvas.setFillColor(INK)
                write_down(canvas, step.number, left + (_NUMBER - 0.6) * self.size, y, Align.RIGHT)
                write_down(canvas, step.id, left + _NUMBER * self.size, y)
                write_down(canvas, step.title, left + _NUMBER * self.size + step.aside, y)
                y -= step.height
            lowest = min(lowest, y)
        self._draw_legend(page, stamps, lowest - _OVER * self.size)

    def _columns(self, unit: int, span: Span, width: float) -> list[list["_Step"]]:
        """Give the steps in as many columns as make the key lowest."""
        most = min(max(1, int(width / (_NARROWEST * self.size))), span[1] - span[0])
        tried = []
        for count in range(1, most + 1):
            steps = self._steps(unit, span, width / count - (_NUMBER + _BETWEEN) * self.size)
            down = -(-len(steps) // count)
            tried.append([steps[at : at + down] for at in range(0, len(steps), down)])
        return min(tried, key=_height)

    def _steps(self, unit: int, span: Span, room: float) -> list["_Step"]:
        """Give the steps, each with so much room for id and title."""
        here, spots = self.units[unit], self.units[unit].spots[slice(*span)]
        bosses = {level.boss.id for level in here.levels if level.boss is not None}
        ids = [line(step.id.removeprefix(f"{here.id}/"), self.letters.plain) for step in spots]
        aside = min(max(id_.width(self.size) for id_ in ids) + _BETWEEN * self.size, 0.6 * room)
        steps = []
        for number, (step, id_) in enumerate(zip(spots, ids, strict=True), span[0] + 1):
            title = line(f"{step.title} {BOSS}" if step.id in bosses else step.title, self.letters.strong)
            blocks = (
                paragraph(line(str(number), self.letters.strong), room, self.size),
                paragraph(id_, aside - 0.5 * _BETWEEN * self.size, self.size),
                paragraph(title, room - aside, self.size),
            )
            steps.append(_Step(*blocks, aside))
        return steps

    def _items(self) -> list["_Item"]:
        signs = [_Item(status, "", words) for status, words in SIGN_WORDS.items()]
        small = [_Item(None, sign, words) for sign, words in SIGN_LEGEND]
        return [*signs, *small, *(_Item(None, initials, name) for initials, name in self.initials)]

    def _legend(self, width: float) -> list[list["_Item"]]:
        """Lay the legend on as few lines as it needs."""
        rows: list[list[_Item]] = [[]]
        left = 0.0
        for item in self._items():
            wide = item.width(self)
            if rows[-1] and left + wide > width + _BETWEEN * self.size:
                rows.append([])
                left = 0.0
            rows[-1].append(item)
            left += wide
        return rows

    def _draw_legend(self, page: Document, stamps: Stamps, top: float) -> None:
        for row in self._legend(page.width):
            x, y = page.left, top - 0.97 * self.size
            for item in row:
                item.draw(self, page, stamps, x, y)
                x += item.width(self)
            top -= LINE_SPACING * self.size


class _Step(NamedTuple):
    """A step in the key; its title stands so far to the right of its id."""

    number: Block
    id: Block
    title: Block
    aside: float

    @property
    def height(self) -> float:
        return max(self.id.height, self.title.height)


class _Item(NamedTuple):
    """One sign of the legend, drawn or written, and what it means."""

    status: Status | None
    sign: str
    words: str

    def _lines(self, key: Key) -> tuple[Line, Line]:
        return line(self.sign, key.letters.strong), line(f"= {self.words}", key.letters.plain)

    def _aside(self, key: Key) -> float:
        """How far the words stand to the right."""
        sign, _ = self._lines(key)
        return (1.0 * key.size if self.status is not None else sign.width(key.size)) + 0.35 * key.size

    def width(self, key: Key) -> float:
        return self._aside(key) + self._lines(key)[1].width(key.size) + _APART * key.size

    def draw(self, key: Key, page: Document, stamps: Stamps, x: float, y: float) -> None:
        sign, words = self._lines(key)
        if self.status is not None:
            draw_sign(stamps, self.status, Circle(x + 0.5 * key.size, y + 0.35 * key.size, 0.9 * key.size))
        else:
            page.canvas.setFillColor(INK)
            write(page.canvas, sign, key.size, x, y)
        page.canvas.setFillColor(QUIET)
        room = page.right - x - self._aside(key)
        whole = fit(words, room, key.size, key.size)
        write(page.canvas, whole.lines[0], key.size, x + self._aside(key), y)


def _height(columns: list[list[_Step]]) -> float:
    """Give the height of the highest of several columns."""
    return max(sum(step.height for step in column) for column in columns)
