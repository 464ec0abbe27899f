"""Print: choose a chart and a paper; the board makes the file and opens it."""

from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

from board import printing
from board.errors import Refusal
from board.mastery.curriculum import Unit
from board.printing import PAPERS, Chart, Order, Own
from board.screens.viewer import opened_in_viewer
from board.settings import cache_folder
from board.store.class_book import ClassBook

_CHARTS = (
    (Chart.QUILT, False, "Class quilt: every earned sticker, no names, for everybody"),
    (Chart.WALL, False, "Wall chart with names: a teacher's copy, not for display"),
    (Chart.WALL, True, "Wall chart with aliases: a teacher's copy, no names"),
    (Chart.PERSONAL, False, "A page for each child: own pictures and words, for the child and the family"),
)


class PrintScreen(ModalScreen[None]):
    """Chooses a chart, makes it and opens it.

    Args:
        book: The open class.
        unit: The unit to print.
        folder: Where charts are kept.
        own: Where stickers of the children's own pictures come from.
    """

    CSS_PATH = "print.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="leave"),
        Binding("p", "make", "Make and open", id="make"),
        Binding("right", "paper(1)", "Next paper", id="paper"),
        Binding("left", "paper(-1)", "Paper before", id="paper-before"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "#charts"

    class Made(Message):
        """A chart was made, or could not be."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    def __init__(self, book: ClassBook, unit: Unit, folder: Path, own: Own) -> None:
        super().__init__()
        self._book, self._unit, self._folder, self._own = book, unit, folder, own
        self._paper = 0
        self._asked: Order | None = None

    def compose(self) -> ComposeResult:
        """Charts, paper, buttons."""
        with Vertical():
            yield Static(f"Print {self._unit.title}", id="print-title", markup=False)
            yield OptionList(*(Option(Content(told)) for _, _, told in _CHARTS), id="charts", markup=False)
            yield Static(self._paper_line(), id="paper", markup=False)
            yield Static("", id="said", markup=False)
            yield ProgressBar(total=100, show_eta=False, id="bar")
            with Horizontal():
                yield Button("Make and open  Enter", variant="primary", id="make")
                yield Button("Back  Esc", id="leave")

    def on_mount(self) -> None:
        """Start on the first chart; show the bar only while there is something to wait for."""
        self.query_one(OptionList).highlighted = 0
        self.query_one("#bar").display = False

    def action_leave(self) -> None:
        """Go back to the board."""
        self.dismiss(None)

    @on(Button.Pressed, "#leave")
    def leave(self) -> None:
        """Go back to the board."""
        self.action_leave()

    @on(Button.Pressed, "#make")
    @on(OptionList.OptionSelected)
    def make(self) -> None:
        """Make the chart."""
        self.action_make()

    def action_paper(self, by: int) -> None:
        """Choose another paper."""
        self._paper = (self._paper + by) % len(PAPERS)
        self.query_one("#paper", Static).update(self._paper_line())

    @on(events.Click, "#paper")
    def next_paper(self) -> None:
        """A tap on the paper chooses the next one."""
        self.action_paper(1)

    def action_make(self) -> None:
        """Make the chart; what should be known first is asked once."""
        order = self._order()
        question = " ".join((order.needs_asking, *self._unprintable(order)))
        if question.strip() and order != self._asked:
            self._asked = order
            self._say(f"{question.strip()} Press Enter again to print.")
            return
        bar = self.query_one(ProgressBar)
        bar.update(progress=0)
        bar.display = True
        self._say("Making the chart ...")
        self._draw(order)

    @on(Made)
    def tell_made(self, event: Made) -> None:
        """Say where the chart is."""
        self.query_one("#bar").display = False
        self._say(event.said)

    @work(thread=True, exit_on_error=False, exclusive=True, group="print")
    def _draw(self, order: Order) -> None:
        path = self._folder / printing.file_name(order)
        try:
            pdf = printing.drawn(order, cache_folder() / "prints", self._own, self._tell)
            printing.keep_pdf(pdf, path)
        except (Refusal, ValueError) as problem:
            self.post_message(self.Made(str(problem)))
            return
        opened = "Opened" if opened_in_viewer(path) else "Saved; open it to print"
        self.post_message(self.Made(f"{opened}, at 100 %:\n{path}"))

    def _tell(self, share: float) -> None:
        self.app.call_from_thread(self.query_one(ProgressBar).update, progress=share * 100)

    def _order(self) -> Order:
        chart, by_alias, _ = _CHARTS[self.query_one("#charts", OptionList).highlighted or 0]
        book = self._book
        today = date.today()  # noqa: DTZ011 - the teacher's own day stands on the chart
        return Order(chart, self._unit, book.name, book.students, book.progress, today, PAPERS[self._paper], by_alias)

    def _unprintable(self, order: Order) -> tuple[str, ...]:
        names = printing.unprintable_names(order)
        return (f"No font here can print: {', '.join(names)}.",) if names else ()

    def _paper_line(self) -> Content:
        parts = [
            Content.styled(f" {paper} ", "reverse" if at == self._paper else "") for at, paper in enumerate(PAPERS)
        ]
        return Content.assemble(("Paper  ", "bold"), *parts, "   ← → chooses")

    def _say(self, said: str) -> None:
        self.query_one("#said", Static).update(said)
