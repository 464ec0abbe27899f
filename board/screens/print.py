"""Print: choose a page by what it is for, look at it, make it, open it or send it to the printer."""

from collections.abc import Hashable
from datetime import date
from functools import partial
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, ProgressBar, Static

from board import commands
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.paper.catalogue import kind_called
from board.paper.desk import PrintDesk
from board.paper.kind import PageKind
from board.paper.making import cache_of, look_at, make
from board.paper.memory import PrintMemory
from board.paper.order import Order
from board.paper.pictures import Own
from board.paper.printers import Printers
from board.paper.rows import Around
from board.screens.print_words import (
    PRINTS_NOTHING,
    SIX,
    SIX_HINT,
    TAKE,
    handed_over,
    not_printing,
    refused,
    told_about,
)
from board.screens.question import Asking, Question
from board.screens.sheet_answers import SheetAnswers
from board.screens.trying import tried
from board.seat import Seat
from board.store.book import Book
from board.widgets.choice_rows import ChoiceRows
from board.widgets.key_bar import KeyBar
from board.widgets.page_catalogue import PageCatalogue
from board.widgets.page_preview import Draw, PagePreview
from board.widgets.row_list import RowList

_MANY = 30
"""Pages from which on the printer is asked about: a whole class at once."""


class PrintScreen(SheetAnswers):
    """Chooses a page, shows what it will look like, makes it and opens it.

    Args:
        seat: Where one sits.
        book: The open class.
        sitting: What keeps which stickers were printed.
        around: What the teacher looked at.
        own: Where stickers of the children's own pictures come from.
        kind: The kind of page to begin with, empty for the one printed last.
    """

    CSS_PATH = "print.tcss"
    BINDINGS = commands.bindings((*commands.PRINTING, commands.HELP))
    AUTO_FOCUS: ClassVar[str | None] = "RowList"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (110, "-wide"), (150, "-broad")]  # noqa: RUF012 - as Screen has it

    class Made(Message):
        """A page was made, or could not be.

        Attributes:
            said: What came of it.
            asked: What is asked before it goes to the printer.
            waits: Whether somebody has to say how it printed.
        """

        def __init__(self, said: str, *, asked: Hashable = None, waits: bool = False) -> None:
            super().__init__()
            self.said, self.asked, self.waits = said, asked, waits

    def __init__(self, seat: Seat, book: Book, sitting: Sitting, around: Around, own: Own, *, kind: str = "") -> None:
        super().__init__(PrintMemory(seat.settings), book, sitting)
        self._seat, self._own = seat, own
        self._look_at = partial(look_at, own=own, cache=cache_of(seat))
        self._today = date.today()  # noqa: DTZ011 - the teacher's own day stands on the page
        self._desk = PrintDesk(book, seat.settings, around, self._today)
        self._desk.kind = kind_called(kind) if kind else self._desk.kind
        self._asking = Asking()

    def compose(self) -> ComposeResult:
        """Title; catalogue, choices and preview side by side; what was said; keys."""
        yield Static(id="title", markup=False)
        with Horizontal(id="desk"):
            yield PageCatalogue(id="catalogue")
            with VerticalScroll(id="chosen", can_focus=False):
                yield Static(id="told", markup=False)
                yield ChoiceRows()
                yield Static(id="notes", markup=False)
                with Horizontal(id="buttons"):
                    yield Button("Open it  p", variant="primary", id="make")
                    yield Button("Print it  l", id="send")
            yield PagePreview()
        yield ProgressBar(total=100, show_eta=False, id="bar")
        yield Static(id="said", markup=False)
        yield KeyBar(commands.PRINTING)

    def on_mount(self) -> None:
        """Start on what was printed last; ask about a sticker sheet whose outcome nobody told."""
        self.query_one("#bar").display = False
        catalogue = self.query_one(PageCatalogue)
        with self.prevent(RowList.OptionHighlighted):  # going through the list is no choice yet
            catalogue.fill_in()
            catalogue.go_to(self._desk.kind.name)
        self.show()
        self.say(self.question)

    @on(RowList.OptionHighlighted)
    def choose_kind(self, event: RowList.OptionHighlighted) -> None:
        """Show the kind under the cursor."""
        if event.option_id and event.option_id != self._desk.kind.name:
            self._desk.kind = kind_called(event.option_id)
            self.query_one(ChoiceRows).begin()
            self.say("")
            self.show(page=0)
            if self._desk.kind.counted:
                self.say(self.question)

    @on(ChoiceRows.Changed)
    def choose(self, event: ChoiceRows.Changed) -> None:
        """Take another value."""
        self._desk.choose(event.name, event.value)
        self.say("")
        self.show()

    @on(ChoiceRows.Typing)
    def type_value(self, event: ChoiceRows.Typing) -> None:
        """Ask for the six numbers of a label sheet, or for a few letters of a value among many."""
        from board.screens.note import NoteScreen  # noqa: PLC0415 - only when it is asked for

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
        from board.screens.large_page import LargePage  # noqa: PLC0415 - only when it is asked for

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
        from board.screens.printer import PrinterScreen  # noqa: PLC0415 - only when it is asked for

        order = self._order()
        paper = order.look.paper if order is not None and order.look.sheets == 1 else self._memory.usual_paper()
        folder = self._book.outputs.prints
        self.put_up(PrinterScreen(Printers(self._seat.settings), folder, paper, self._today), lambda _: self.show())

    def action_leave(self) -> None:
        """Go from what is chosen to the list of pages, from there back to the board; choices are kept."""
        if self.query_one(ChoiceRows).has_focus:
            self.query_one(RowList).focus()
            return
        tried(self, self._desk.keep)
        self.dismiss(None)

    @on(Made)
    def tell_made(self, event: Made) -> None:
        """Say where the page is."""
        self.query_one("#bar").display = False
        self.say(f"{self.question}\n{event.said}" if event.waits else event.said)
        if event.asked is not None:
            self._asking.ask(event.asked)
        if event.waits:
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
        self._tell_in("#title", Content(f"Print  ·  {self._book.name}"))
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
        if order is None:
            return
        sure = self._asking.is_answered((order, send))
        doubts = " ".join((self._desk.kind.asks(order), *not_printing(order))).strip()
        if doubts and not sure:
            self.say(str(Question(doubts, "l" if send else "p", "prints it all the same", PRINTS_NOTHING)))
            self._asking.ask((order, send))
            return
        bar = self.query_one(ProgressBar)
        bar.update(progress=0)
        bar.display = True
        self.say("Making it ...")
        self._draw(order, send=send, sure=sure)

    @work(thread=True, exit_on_error=False, exclusive=True, group="print")
    def _draw(self, order: Order, *, send: bool, sure: bool) -> None:
        try:
            made = make(self._seat, self._book, order, self._own, self._tell)
        except (Refusal, ValueError) as problem:
            self.post_message(self.Made(str(problem)))
            return
        if send and made.pages > _MANY and not sure:
            question = Question(f"It has {made.pages} pages.", "l", "prints them all", PRINTS_NOTHING)
            self.post_message(self.Made(str(question), asked=(order, send)))
            return
        told = [handed_over(made, send=send)]
        if made.listed is not None:
            told.append(f"Whose sticker is where: {made.listed}")
        self.post_message(self.Made("\n".join(told), waits=made.asks))

    def _tell(self, share: float) -> None:
        self.app.call_from_thread(self._progress, share)

    def _progress(self, share: float) -> None:
        for bar in self.query(ProgressBar):  # none once the screen was left: what is printed is finished all the same
            bar.update(progress=share * 100)

    def say(self, said: str) -> None:
        """Say something at the foot of the screen; what was asked before is asked no more."""
        self._asking.forget()
        self._tell_in("#said", Content(said))

    def _tell_in(self, place: str, content: Content) -> None:
        """Show a text where it is not shown already; one that takes as much room costs no layout."""
        shown = self.query_one(place, Static)
        if shown.content != content:
            room = shown.content_size
            fits = room.width > 0 and content.get_height({}, room.width) == room.height
            shown.update(content, layout=not fits)
