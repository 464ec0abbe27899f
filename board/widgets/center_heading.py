"""What stands above a center: the step and how it looks when it is got, or which digit ticks which criterion."""

from itertools import count
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from board.mastery.curriculum import Step
from board.widgets.box import Box
from board.widgets.browser import TOUCH_CLASS
from board.widgets.grid_plan import shortened, wrapped
from board.widgets.tapping import Tap
from board.widgets.tiles import CHOSEN, GAP, Tile, boxes, drawn

_SHORT = 23
"""Lines of a screen on which children count more than a second line of criteria."""

_TILE = 23
"""Cells of a criterion to tick with a finger."""

_NUMBER = "criterion"
"""What every letter of a criterion knows: its number; 0 before the first one."""


class CenterHeading(Static):
    """The heading of a center; while criteria are ticked, each of them can be tapped."""

    class Tapped(Message):
        """A criterion was tapped.

        Attributes:
            number: Of the criterion, from 1; 0 where it is said for whom it is ticked.
        """

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, **options: Any) -> None:
        super().__init__(markup=False, **options)
        self._tap = Tap()
        self._boxes: list[Box] = []

    def show(self, step: Step, size: Size, whom: str = "", lines: tuple[str, ...] = ()) -> None:
        """Show what is above the children: see `heading`; where fingers touch, each criterion to tick is a tile.

        Args:
            step: What is shown.
            size: Of the whole screen.
            whom: For whom a tap ticks a criterion, empty where digits mean children.
            lines: Those criteria.
        """
        self._boxes = []
        if not whom or not self.app.has_class(TOUCH_CLASS):
            self.update(heading(step, size, whom, lines))
            return
        width = max(1, size.width - 2)
        across = max(1, min(1 + len(lines), (width + GAP) // (_TILE + GAP)))
        self._boxes = boxes(1 + len(lines), across, width)
        said = [_on_tile(0, whom, self._boxes[0]), *(_on_tile(*one) for one in zip(count(1), lines, self._boxes[1:]))]
        self.update(drawn(said, width))

    def thing_at(self, x: int, y: int) -> int | None:
        """Give the number of the criterion a tap on a cell means; 0 where it is said for whom it is ticked.

        Args:
            x: Cells from the left.
            y: Lines from the top.
        """
        return next((number for number, box in enumerate(self._boxes) if box.holds(x, y)), None)

    def _number_at(self, event: events.MouseEvent) -> int | None:
        if not self._boxes:
            number: int | None = event.style.meta.get(_NUMBER)
            return number
        offset = event.get_content_offset(self)
        return None if offset is None else self.thing_at(offset.x, offset.y)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._number_at(event))

    def on_click(self, event: events.Click) -> None:
        """Tell which criterion was tapped."""
        number = self._number_at(event)
        if number is not None and self._tap.ends_on(number):
            self.post_message(self.Tapped(number))


def _on_tile(number: int, words: str, box: Box) -> Tile:
    """Write a criterion with its number on a tile, or for whom it is ticked."""
    if not number:
        return Tile(box, (Content(), Content.styled(shortened(words, box.wide - 2), "bold")), CHOSEN, is_centered=False)
    told = wrapped(words, box.wide - 4, box.high)
    digits = (f"{number} ", *["  "] * (box.high - 1))
    lines = (Content.assemble((digit, "bold $accent"), line) for digit, line in zip(digits, told, strict=False))
    return Tile(box, tuple(lines), is_centered=False)


def heading(step: Step, size: Size, whom: str = "", lines: tuple[str, ...] = ()) -> Content:
    """Give the heading, as many lines whether criteria are ticked or not: nobody gets another number by it.

    Args:
        step: What is shown.
        size: Of the whole screen.
        whom: For whom a digit ticks a criterion, empty where digits mean children.
        lines: Those criteria.
    """
    width, room = max(1, size.width - 2), 1 + (size.height > _SHORT)
    looks_like = wrapped(f"Looks like: {' · '.join(step.criteria)}", width, room) if step.criteria else ()
    rows = 1 + len(looks_like)
    if whom:
        parts = _numbered(whom, lines, width, rows)
        told = wrapped(" ".join(parts), width, rows)
        return _to_tap(Content("\n".join((*told, *[""] * (rows - len(told))))), parts).stylize("bold", 0, len(whom))
    first = shortened(f"{step.title}  {step.i_can}", width)
    return Content("\n".join((first, *looks_like))).stylize("bold", 0, min(len(step.title), len(first)))


def _numbered(whom: str, lines: tuple[str, ...], width: int, rows: int) -> list[str]:
    """Write for whom, then criteria with their digits, each as long as leaves room for all in so many rows."""
    room = max(6, (rows * width - cell_len(whom) - 3 * rows) // max(1, len(lines)) - 5)
    parts = [f"{number} {shortened(line, room)}" for number, line in enumerate(lines, 1)]
    return [f"{whom}:", *(f"{part} ·" for part in parts[:-1]), *parts[-1:]]


def _to_tap(told: Content, parts: list[str]) -> Content:
    """Let every word know to which part it belongs; the last words may have been cut off."""
    numbers = [number for number, part in enumerate(parts) for _ in part.split()]
    at = 0
    for word, number in zip(told.plain.split(), numbers, strict=False):
        start = told.plain.index(word, at)
        at = start + len(word)
        told = told.stylize(Style.from_meta({_NUMBER: number}), start, at + 1)
    return told
