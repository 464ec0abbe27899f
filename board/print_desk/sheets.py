"""What becomes of a sticker sheet: it was made, and printed well or not; only then are its stickers not printed again."""

from pathlib import Path

from board.printing.memory import SheetMade, answer_sheet, keep_next_label, keep_sheet, waiting_sheet
from board.printing.order import Order
from board.sitting import Outcome, Sitting
from board.store.class_book import ClassBook
from board.words import day
from printables.stock import stock


def sheet_was_made(book: ClassBook, order: Order, path: Path) -> None:
    """Remember which stickers a file holds, until somebody says how it printed.

    Raises:
        NotSaved: It can't be remembered.
    """
    label = order.label.id if order.label is not None else ""
    targets = tuple((student.id, step.id) for student, step in order.stickers)
    keep_sheet(book.folder, SheetMade(order.made.isoformat(), label, order.start, targets, str(path)))


def printed_well(book: ClassBook, sitting: Sitting) -> Outcome:
    """Keep that the sheet made last came out well: its stickers are not printed again, its labels are used up.

    Raises:
        NotSaved: Nothing was kept; the sheet still waits for an answer.
    """
    sheet = waiting_sheet(book.folder)
    if sheet is None:
        return Outcome("No sticker sheet of this class waits for an answer.")
    outcome = sitting.printed(sheet.targets)
    _keep_free_label(sheet)
    answer_sheet(book.folder)
    return outcome


def printed_badly(book: ClassBook) -> None:
    """Forget the sheet made last: its stickers stay new, its labels stay free.

    Raises:
        NotSaved: It still waits for an answer.
    """
    answer_sheet(book.folder)


def question(sheet: SheetMade) -> str:
    """Ask how a sheet printed."""
    count = len(sheet.targets)
    what = "1 sticker" if count == 1 else f"{count} stickers"
    return f"Did the sheet of {day(sheet.made)} with {what} print well?"


def _keep_free_label(sheet: SheetMade) -> None:
    try:
        count = stock(sheet.stock).count
    except ValueError:
        return  # glue sheets, and label sheets of one's own, which may have changed
    keep_next_label(sheet.stock, (sheet.start - 1 + len(sheet.targets)) % count + 1)
