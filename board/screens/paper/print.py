"""Print: choose a page by what it is for, look at it, make it, open it or send it to the printer."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Button, ProgressBar, Static

from board.deeds.sitting import Sitting
from board.paper.catalogue import kind_called
from board.paper.desk import PrintDesk
from board.paper.kind import PageKind
from board.paper.making import cache_of, look_at
from board.paper.memory import PrintMemory
from board.paper.order import Order
from board.paper.pictures import Own
from board.paper.printers import Printers
from board.paper.rows import Around
from board.screens.paper.print_keys import PRINTING
from board.screens.paper.print_run import PrintRun
from board.screens.paper.print_words import (
    SIX,
    SIX_HINT,
    TAKE,
    refused,
    told_about,
)
from board.screens.paper.sheet_answers import SheetAnswers
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.trying import Turning, tried
from board.seat.seat import Seat
from board.widgets.box import Box
from board.widgets.browser import TOUCH_CLASS
from board.widgets.choice_rows import ChoiceRows
from board.widgets.command import bindings
from board.widgets.key_bar import KeyBar
from board.widgets.page_catalogue import PageCatalogue
from board.widgets.page_preview import Draw, PagePreview
from board.widgets.placed import Placed
from board.widgets.print_plan import print_places
from board.widgets.row_list import RowList
from board.words.outcomes.told import Where


class Desk(Placed):
    """The list of pages, what may be chosen, and the page, each where there is room for it."""

    def places(self, size: Size) -> Mapping[str, Box]:
        """Give where everything stands."""
        return print_places(*size, by_hand=self.app.has_class(TOUCH_CLASS))


class PrintScreen(LiveScreen[None]):
    """Chooses a page, shows what it will look like, makes it and opens it.

    Args:
        seat: Where one sits.
        sitting: What keeps which stickers were printed, and in which class.
        around: What the teacher looked at.
        own: Where stickers of the children's own pictures come from.
        kind: The kind of page to begin with, empty for the one printed last.
    """

    CSS_PATH = "print.tcss"
    KEYS = (PRINTING,)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "RowList"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (110, "-wide"), (150, "-broad")]  # noqa: RUF012 - as Screen has it

    def __init__(self, seat: Seat, sitting: Sitting, around: Around, own: Own, *, kind: str = "") -> None:
        super().__init__(sitting.book)
        self._seat, self._memory = seat, PrintMemory(seat.settings)
        self._answers = SheetAnswers(self, self._memory, sitting)
        take_actions(self, self._answers)
        opened = sitting.history.opened(Where.PAGE)
        take_actions(self, Turning(self._answers.do, sitting, lambda: opened))
        self._look_at = partial(look_at, own=own, cache=cache_of(seat), elsewhere=seat.elsewhere)
        self._today = date.today()  # noqa: DTZ011 - the teacher's own day stands on the page
        self._desk = PrintDesk(self.book, seat.settings, around, self._today)
        self._desk.kind = kind_called(kind) if kind else self._desk.kind
        self._run = PrintRun(self, seat, sitting, own, self.say)

    def compose(self) -> ComposeResult:
        """Title; catalogue, choices and preview side by side; what was said; keys."""
        yield Static(id="title", markup=False)
        with Desk(id="desk"):
            yield PageCatalogue(id="catalogue")
            with VerticalScroll(id="chosen", can_focus=False):
                yield Static(id="told", markup=False)
                yield ChoiceRows()
                yield Static(id="notes", markup=False)
                with Horizontal(id="buttons"):
                    yield Button("Open it  p", variant="primary", id="make")
                    yield Button("Print it  l", id="send")
            yield PagePreview(id="page")
        yield ProgressBar(total=100, show_eta=False, id="bar")
        yield Static(id="said", markup=False)
        yield KeyBar((*PRINTING.commands, HELP))

    def on_mount(self) -> None:
        """Start on what was printed last; ask about a sticker sheet whose outcome nobody told."""
        self.query_one("#bar").display = False
        catalogue = self.query_one(PageCatalogue)
        with self.prevent(RowList.OptionHighlighted):  # going through the list is no choice yet
            catalogue.fill_in()
            catalogue.go_to(self._desk.kind.name)
        self.show()
        self.say(self._answers.question)

    @on(RowList.OptionHighlighted)
    def choose_kind(self, event: RowList.OptionHighlighted) -> None:
        """Show the kind under the cursor."""
        if event.option_id and event.option_id != self._desk.kind.name:
            self._desk.kind = kind_called(event.option_id)
            self.query_one(ChoiceRows).begin()
            self.say("")
            self.show(page=0)
            if self._desk.kind.counted:
                self.say(self._answers.question)

    @on(ChoiceRows.Changed)
    def choose(self, event: ChoiceRows.Changed) -> None:
        """Take another value."""
        self._desk.choose(event.name, event.value)
        self.say("")
        self.show()

    @on(ChoiceRows.Typing)
    def type_value(self, event: ChoiceRows.Typing) -> None:
        """Ask for the six numbers of a label sheet, or for a few letters of a value among many."""
        from board.screens.parts.note import NoteScreen  # noqa: PLC0415 - only when it is asked for

        def typed(text: str | None) -> None:
            if text is not None and event.is_typed:
                self._desk.choose(event.name, text)
                self.show()
                self.say("")
                self._order()
            elif text:
                self._find(text)

        title, hint = (SIX, SIX_HINT) if event.is_typed else (f"{event.label}: a few letters or digits of it", "")
        asked = NoteScreen(title, hint, TAKE, earlier=(event.value,) if event.value else ())
        self.put_up(asked, typed)

    def _find(self, text: str) -> None:
        if not self.query_one(ChoiceRows).find(text):
            self.say(f'Nothing here holds "{text}".')

    @on(ChoiceRows.Left)
    def back_to_catalogue(self) -> None:
        """Go to the list of pages."""
        self.query_one(RowList).focus()

    def action_to_choices(self) -> None:
        """Go from the list of pages to what may be chosen."""
        self.query_one(ChoiceRows).focus()

    def action_page(self, by: int) -> None:
        """Show another page of the preview."""
        self.query_one(PagePreview).turn(by)

    @on(events.Click, "PagePreview PixelPicture")
    def action_closer(self) -> None:
        """Show the page as large as the window is; so does a tap on it."""
        from board.screens.paper.large_page import LargePage  # noqa: PLC0415 - only when it is asked for

        order = self._order()
        if order is not None:
            self.put_up(LargePage(partial(self._look_at, order), self.query_one(PagePreview).page))

    @on(RowList.OptionSelected)
    @on(Button.Pressed, "#make")
    def action_make(self) -> None:
        """Make the page and open it; what should be known first is asked once."""
        self._start(send=False)

    @on(Button.Pressed, "#send")
    def action_send(self) -> None:
        """Make the page and send it to the printer."""
        self._start(send=True)

    def action_printer(self) -> None:
        """Say how far a printer is off."""
        from board.screens.paper.printer import PrinterScreen  # noqa: PLC0415 - only when it is asked for

        order = self._order()
        paper = order.look.paper if order is not None and order.look.sheets == 1 else self._memory.usual_paper()
        known, folder = Printers(self._seat.settings), self.book.outputs.prints
        printer = PrinterScreen(known, folder, paper, self._today, self._seat.elsewhere)
        self.put_up(printer, lambda _: self.show())

    def action_leave(self) -> None:
        """Go from what is chosen to the list of pages, from there back to the board; choices are kept."""
        if self.query_one(ChoiceRows).has_focus and not self.app.has_class(TOUCH_CLASS):
            self.query_one(RowList).focus()
            return
        tried(self, self._desk.keep)
        self.dismiss(None)

    def _tell_made(self, said: str, asks: bool) -> None:
        """Say where the page is, and ask how it printed where somebody has to say so."""
        self.say(f"{self._answers.question}\n{said}" if asks else said)
        if asks:
            self._desk.forget_start()
            self.show()

    @property
    def kind(self) -> PageKind:
        """The kind of page that is looked at."""
        return self._desk.kind

    def show_class(self) -> None:
        """Show the class as it is now: the same kind, the same choices, the same page of it."""
        self.query_one(PagePreview).renew(self._show())

    def show(self, page: int | None = None) -> None:
        """Show the kind, what may be chosen, and what it will look like; another page of it where one is named."""
        self.query_one(PagePreview).show(self._show(), page=page)

    def _show(self) -> Draw:
        """Show the kind and what may be chosen; give what draws it."""
        kind, now = self._desk.kind, self._desk.now()
        order = now.order
        draw: Draw = partial(refused, now.problem) if order is None else partial(self._look_at, order)
        seen_by = kind.seen_by if order is None else kind.who_sees(order)
        notes = () if order is None else kind.notes(order)
        self._tell_in("#title", Content(f"Print  ·  {self.book.name}"))
        self._tell_in("#told", told_about(kind, seen_by))
        self.query_one(ChoiceRows).show(now.rows)
        self._tell_in("#notes", Content("\n".join(notes)))
        return draw

    def _order(self) -> Order | None:
        """Give what is chosen, None when it can't be printed so; then it is said why."""
        now = self._desk.now()
        if now.order is None:
            self.say(now.problem)
        return now.order

    def _start(self, *, send: bool) -> None:
        order = self._order()
        if order is not None:
            self._run.start(order, send=send, then=self._tell_made)

    def say(self, said: str) -> None:
        """Say something at the foot of the screen; what was asked before is asked no more."""
        self._run.asking.forget()
        self._tell_in("#said", Content(said))

    def _tell_in(self, place: str, content: Content) -> None:
        """Show a text where it is not shown already; one that takes as much room costs no layout."""
        shown = self.query_one(place, Static)
        if shown.content != content:
            room = shown.content_size
            fits = room.width > 0 and content.get_height({}, room.width) == room.height
            shown.update(content, layout=not fits)
