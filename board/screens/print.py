"""Print: choose a page by what it is for, look at it, make it, open it or send it to the printer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Button, ProgressBar, Static
from textual.worker import get_current_worker

from board import commands
from board.errors import Refusal
from board.print_desk.desk import PrintDesk
from board.print_desk.preview import Preview, preview_of
from board.print_desk.rows import Around
from board.print_desk.sheets import printed_badly, printed_well, question, sheet_was_made
from board.printing.catalogue import CATALOGUE, PAGES, PAPERS, PageKind, Purpose
from board.printing.keeping import keep_pdf
from board.printing.making import drawn, hand_out_list, unprintable
from board.printing.memory import waiting_sheet
from board.printing.order import Order
from board.printing.pictures import Own
from board.screens.trying import tried
from board.screens.viewer import opened_in_viewer, sent_to_printer
from board.settings import cache_folder
from board.sitting import Sitting
from board.store.class_book import ClassBook
from board.widgets.choice_rows import ChoiceRows
from board.widgets.key_bar import KeyBar
from board.widgets.pixel_picture import PixelPicture
from board.widgets.row_list import ListRow, RowList

_SETTLED = 0.15
"""Seconds after a choice before the preview is drawn anew, so that going through the list stays quick."""

_ONE_CHILD = (PageKind.PERSONAL, PageKind.CERTIFICATE, PageKind.TAKEHOME, PageKind.NEXT_TEACHER)
"""Kinds with a page a child: the preview shows the first child's."""

_ANSWERS = "y: yes, its stickers are done · n: no, they stay new"
_ASKED = f"Has it printed well? {_ANSWERS}"

_STICKERS = (PageKind.STICKERS, PageKind.GLUE)


class _Catalogue(RowList):
    """The kinds of pages; right goes on to what may be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "screen.to_choices", "Choose", show=False, id="to-choices")
    ]


class PrintScreen(Screen[None]):
    """Chooses a page, shows what it will look like, makes it and opens it.

    Args:
        book: The open class.
        sitting: What keeps which stickers were printed.
        around: What the teacher looked at.
        own: Where stickers of the children's own pictures come from.
    """

    CSS_PATH = "print.tcss"
    BINDINGS = commands.bindings((*commands.PRINTING, commands.HELP))
    AUTO_FOCUS: ClassVar[str | None] = "RowList"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as Screen has it

    class Made(Message):
        """A page was made, or could not be; `path` is None then."""

        def __init__(self, said: str, path: Path | None = None) -> None:
            super().__init__()
            self.said, self.path = said, path

    class Previewed(Message):
        """The preview is drawn, or there is nothing to show, and `said` tells why."""

        def __init__(self, preview: Preview | None, said: str) -> None:
            super().__init__()
            self.preview, self.said = preview, said

    def __init__(self, book: ClassBook, sitting: Sitting, around: Around, own: Own) -> None:
        super().__init__()
        self._book, self._sitting, self._own = book, sitting, own
        self._today = date.today()  # noqa: DTZ011 - the teacher's own day stands on the page
        self._desk = PrintDesk(book, around, self._today)
        self._asked: object = None
        self._made: Path | None = None
        self._page = 0
        self._settling: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title; catalogue, choices and preview side by side; what was said; keys."""
        yield Static(f"Print  ·  {self._book.name}", id="title", markup=False)
        with Horizontal(id="desk"):
            yield _Catalogue(id="catalogue")
            with VerticalScroll(id="chosen", can_focus=False):
                yield Static(id="told", markup=False)
                yield ChoiceRows()
                with Horizontal(id="buttons"):
                    yield Button("Open it  p", variant="primary", id="make")
                    yield Button("Print it  l", id="send")
            with Vertical(id="look"):
                yield PixelPicture()
                yield Static(id="page", markup=False)
        yield ProgressBar(total=100, show_eta=False, id="bar")
        yield Static(id="said", markup=False)
        yield KeyBar(commands.PRINTING)

    def on_mount(self) -> None:
        """Start on what was printed last; ask about a sticker sheet whose outcome nobody told."""
        self.query_one("#bar").display = False
        catalogue = self.query_one(RowList)
        with self.prevent(RowList.OptionHighlighted):  # going through the list is no choice yet
            catalogue.fill(_catalogue())
            catalogue.go_to(str(self._desk.kind))
        self._show()
        sheet = waiting_sheet(self._book.folder)
        if sheet is not None:
            self._say(f"{question(sheet)} {_ANSWERS}")

    @on(RowList.OptionHighlighted)
    def choose_kind(self, event: RowList.OptionHighlighted) -> None:
        """Show the kind under the cursor."""
        if event.option_id and event.option_id != self._desk.kind:
            self._desk.kind = PageKind(event.option_id)
            self._page = 0
            self.query_one(ChoiceRows).begin()
            self._say("")
            self._show()

    @on(RowList.OptionSelected)
    @on(Button.Pressed, "#make")
    @on(ChoiceRows.Done)
    def make(self) -> None:
        """Make the page."""
        self.action_make()

    @on(Button.Pressed, "#send")
    def send(self) -> None:
        """Send it to the printer."""
        self.action_send()

    @on(ChoiceRows.Changed)
    def choose(self, event: ChoiceRows.Changed) -> None:
        """Take another value."""
        self._desk.choose(event.name, event.value)
        self._say("")
        self._show()

    @on(ChoiceRows.Typing)
    def type_value(self, event: ChoiceRows.Typing) -> None:
        """Ask for the six numbers of a label sheet."""
        from board.screens.note import NoteScreen  # noqa: PLC0415 - only when it is asked for

        def typed(numbers: str | None) -> None:
            if numbers is not None:
                self._desk.choose(event.name, numbers)
                self._show()

        hint = "left, top, width, height, across, down"
        title = "My own label sheet, six numbers in mm: from the left and upper edge to the first label, its width and height, and from one label to the next"
        self.app.push_screen(NoteScreen(title, hint, earlier=(event.value,) if event.value else ()), typed)

    @on(ChoiceRows.Left)
    def back_to_catalogue(self) -> None:
        """Go to the list of pages."""
        self.query_one(RowList).focus()

    def action_to_choices(self) -> None:
        """Go from the list of pages to what may be chosen."""
        self.query_one(ChoiceRows).focus()

    def action_page(self, by: int) -> None:
        """Show another page of the preview."""
        self._page = max(0, self._page + by)
        self._look_again()

    def action_make(self) -> None:
        """Make the page and open it; what should be known first is asked once."""
        self._start(send=False)

    def action_send(self) -> None:
        """Make the page and send it to the printer."""
        self._start(send=True)

    def action_well(self) -> None:
        """The last sticker sheet printed well."""
        if waiting_sheet(self._book.folder) is None:
            self._say("No sticker sheet waits for an answer.")
        elif tried(self, lambda: self._say(printed_well(self._book, self._sitting).said)):
            self._show()

    def action_badly(self) -> None:
        """The last sticker sheet did not print well."""
        if waiting_sheet(self._book.folder) is None:
            self._say("No sticker sheet waits for an answer.")
        elif tried(self, lambda: printed_badly(self._book)):
            self._say("Its stickers stay new, and its labels free.")

    def action_printer(self) -> None:
        """Say how far a printer is off."""
        from board.screens.printer import PrinterScreen  # noqa: PLC0415 - only when it is asked for

        order = self._order()
        paper = order.look.paper if order is not None and order.look.sheets == 1 else PAPERS[0]
        folder = self._book.folder / "prints"
        self.app.push_screen(PrinterScreen(folder, paper, self._today), lambda _: self._show())

    def action_help(self) -> None:
        """Show every key and sign."""
        from board.screens.help import HelpScreen  # noqa: PLC0415 - same

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Go back to the board."""
        self.dismiss(None)

    def on_resize(self) -> None:
        """Draw the preview in the room there is."""
        self._look_again()

    @on(Made)
    def tell_made(self, event: Made) -> None:
        """Say where the page is."""
        self.query_one("#bar").display = False
        self._made = event.path
        self._say(event.said)

    @on(Previewed)
    def show_preview(self, event: Previewed) -> None:
        """Show what the page will look like."""
        preview = event.preview
        self.query_one(PixelPicture).pixels = None if preview is None else preview.pixels
        if preview is not None:
            self._page = preview.page
        self.query_one("#page", Static).update(Content(event.said))

    def _show(self) -> None:
        """Show the kind, what may be chosen, and its preview."""
        page = CATALOGUE[self._desk.kind]
        seen_by = Content.assemble(("Who will see it: ", "bold"), f"{self._seen_by()}.")
        self.query_one("#told", Static).update(
            Content("\n").join([Content.styled(page.title, "bold $accent"), Content(page.told), seen_by])
        )
        self.query_one(ChoiceRows).show(self._desk.rows)
        self._look_again()

    def _seen_by(self) -> str:
        order = self._order()
        return order.seen_by if order is not None else CATALOGUE[self._desk.kind].seen_by

    def _order(self) -> Order | None:
        """Give what is chosen, None when it can't be printed so; then it is said why."""
        try:
            return self._desk.order
        except (Refusal, ValueError) as problem:
            self._say(str(problem))
            return None

    def _look_again(self) -> None:
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(_SETTLED, self._preview)

    def _preview(self) -> None:
        order, room = self._order(), self.query_one(PixelPicture).size
        if order is not None and room.width > 1 and room.height > 1:
            self._draw_preview(order, self._page, room.width, 2 * room.height)

    @work(thread=True, exit_on_error=False, exclusive=True, group="preview")
    def _draw_preview(self, order: Order, page: int, width: int, height: int) -> None:
        worker = get_current_worker()
        try:
            preview = preview_of(self._drawn_small(order), page, width, height)
            more = f"page {preview.page + 1} of {preview.pages} · PgDn" if preview.pages > 1 else ""
            shown = self.Previewed(preview, more)
        except (Refusal, ValueError) as problem:
            shown = self.Previewed(None, str(problem))
        if not worker.is_cancelled:
            self.post_message(shown)

    def _drawn_small(self, order: Order) -> bytes:
        """Draw what is looked at: of a page a child the first that has one, so that nobody waits for a whole class."""
        cache = cache_folder() / "prints"
        if order.kind in _ONE_CHILD and not order.named:
            for student in order.students:
                try:
                    return drawn(replace(order, students=(student,)), cache, self._own)
                except ValueError:
                    continue
        return drawn(order, cache, self._own)

    def _start(self, *, send: bool) -> None:
        order = self._order()
        if order is None:
            return
        doubts = " ".join((order.needs_asking, *_not_printing(order))).strip()
        if doubts and self._asked != (order, send):
            self._say(f"{doubts} Press {'l' if send else 'Enter'} again to print.")
            self._asked = (order, send)
            return
        bar = self.query_one(ProgressBar)
        bar.update(progress=0)
        bar.display = True
        self._say("Making it ...")
        self._draw(order, send=send)

    @work(thread=True, exit_on_error=False, exclusive=True, group="print")
    def _draw(self, order: Order, *, send: bool) -> None:
        path = self._book.folder / "prints" / order.file_name
        try:
            keep_pdf(drawn(order, cache_folder() / "prints", self._own, self._tell), path)
            told = [_handed_over(path, send=send)]
            if order.kind in _STICKERS and order.look.ink != "blank":
                told = [_ASKED, *told, *self._remembered(order, path)]
            self._desk.keep()
        except (Refusal, ValueError) as problem:
            self.post_message(self.Made(str(problem)))
            return
        self.post_message(self.Made("\n".join(told), path))

    def _remembered(self, order: Order, path: Path) -> Iterator[str]:
        """Remember the stickers on a sheet, make the list by which they are handed out, and ask how it printed."""
        if order.kind is PageKind.STICKERS:
            listed = path.with_name(f"{path.stem}-list.pdf")
            keep_pdf(hand_out_list(order), listed)
            yield f"Whose sticker is where: {listed}"
        sheet_was_made(self._book, order, path)

    def _tell(self, share: float) -> None:
        self.app.call_from_thread(self.query_one(ProgressBar).update, progress=share * 100)

    def _say(self, said: str) -> None:
        self._asked = None
        self.query_one("#said", Static).update(Content(said))


def _catalogue() -> Iterator[ListRow]:
    for purpose in Purpose:
        yield ListRow(None, Content(purpose))
        for page in PAGES:
            if page.purpose is purpose:
                yield ListRow(str(page.kind), Content(f" {page.title}"))


def _not_printing(order: Order) -> Iterator[str]:
    for text, why in unprintable(order):
        yield f"{text}: {why}."


def _handed_over(path: Path, *, send: bool) -> str:
    if send:
        return f"{sent_to_printer(path)}\n{path}"
    return f"{'Opened' if opened_in_viewer(path) else 'Saved; open it to print'}, at 100 %:\n{path}"
