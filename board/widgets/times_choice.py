"""How many times as long: a few answers side by side, one of them chosen."""

from collections.abc import Mapping

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from board.widgets.box import Box
from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, HasKeys, KeyGroup, bindings
from board.widgets.tiles import CHOSEN, GAP, REST, Tile, bottom, boxes, drawn

_GAP = "  "
_SIGNS = {True: "(x)", False: "( )"}
"""What stands before the answer that is chosen, and before the others: nothing is told by colour alone."""


class TimesChoice(HasKeys, Static, can_focus=True):
    """Answers side by side; what was kept and is none of them stays until one is chosen.

    Args:
        verb: What stands before the answers.
        answers: The words for each number, in order.
        chosen: The number that is kept.
        id: Id of the widget.
    """

    KEYS = (
        KeyGroup(
            "How long",
            (
                Command("go(-1)", "left", "Before", "Choose the answer before."),
                Command("go(1)", "right,space", "Next", "Choose the next answer."),
            ),
        ),
    )
    BINDINGS = bindings(KEYS)
    DEFAULT_CSS = """
    TimesChoice { height: auto; width: 1fr; pointer: pointer; }
    TimesChoice:focus { text-style: bold; }
    """
    chosen: reactive[int] = reactive(0)
    """The number that is chosen."""

    class Changed(Message):
        """Another answer was chosen."""

    def __init__(self, verb: str, answers: Mapping[int, str], chosen: int, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id, markup=False)
        self._verb, self._answers = verb, answers
        self._boxes: list[Box] = []
        self.set_reactive(TimesChoice.chosen, chosen)

    def on_mount(self) -> None:
        """Show what is chosen."""
        self._show()

    def on_resize(self) -> None:
        """Stand side by side where there is room, else one below the other."""
        self._show()

    @property
    def eye(self) -> Offset:
        """The sign before the chosen answer."""
        if self._boxes:
            box = next(
                (box for one, box in zip(self._answers, self._boxes, strict=True) if one == self.chosen), self._boxes[0]
            )
            return Offset(box.left + 2, box.top + 1)
        before = [self._said(number) for number in self._answers if number < self.chosen]
        if self._is_narrow:
            return Offset(1, len(before) + 1)
        return Offset(self._begin + sum(cell_len(said) + len(_GAP) for said in before) + 1, 0)

    @property
    def _begin(self) -> int:
        """The cell in which the first answer begins."""
        return cell_len(self._verb) + len(_GAP)

    @property
    def _is_narrow(self) -> bool:
        """Whether the answers stand one below the other."""
        return 0 < self.size.width < cell_len(_GAP.join(self._texts))

    @property
    def _texts(self) -> tuple[str, ...]:
        return (self._verb, *map(self._said, self._answers))

    def watch_chosen(self) -> None:
        """Show it, and tell whoever asks."""
        self._show()
        self.post_message(self.Changed())

    def action_go(self, by: int) -> None:
        """Choose a neighbour; after the last comes the first."""
        numbers = list(self._answers)
        at = numbers.index(self.chosen) if self.chosen in numbers else 0
        self.chosen = numbers[(at + by) % len(numbers)]

    def on_click(self, event: events.Click) -> None:
        """Choose the answer that was tapped."""
        if self._boxes:
            touched = self.thing_at(event.x, event.y)
            self.chosen = self.chosen if touched is None else touched
            return
        numbers, end = tuple(self._answers), self._begin
        if self._is_narrow:
            self.chosen = numbers[max(0, min(event.y - 1, len(numbers) - 1))]
            return
        for number in numbers:
            end += cell_len(self._said(number)) + len(_GAP)
            if event.x < end:
                self.chosen = number
                return

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give the lines it takes: of a tile for each answer, where fingers touch it."""
        if not self.app.has_class(TOUCH_CLASS):
            return super().get_content_height(container, viewport, width)
        return bottom(self._boxes_in(width))

    def thing_at(self, x: int, y: int) -> int | None:
        """Give the answer whose tile lies under a finger.

        Args:
            x: Cells from the left.
            y: Lines from the top.
        """
        return next((one for one, box in zip(self._answers, self._boxes, strict=True) if box.holds(x, y)), None)

    def _boxes_in(self, room: int) -> list[Box]:
        widest = max(cell_len(self._said(number)) for number in self._answers) + 2
        across = max(1, min(len(self._answers), (room + GAP) // (widest + GAP)))
        return boxes(len(self._answers), across, room)

    def _tiles(self) -> Content:
        tiles = []
        for number, box in zip(self._answers, self._boxes, strict=True):
            words = Content.styled(self._said(number), "bold")
            tiles.append(Tile(box, (Content(), words), CHOSEN if number == self.chosen else REST, is_centered=False))
        return drawn(tiles, self.size.width)

    def _said(self, number: int) -> str:
        return f"{_SIGNS[number == self.chosen]} {self._answers[number]}"

    def _show(self) -> None:
        self._boxes = self._boxes_in(self.size.width) if self.size.width and self.app.has_class(TOUCH_CLASS) else []
        if self._boxes:
            self.update(self._tiles())
            return
        self.update(Content(("\n" if self._is_narrow else _GAP).join(self._texts)))
