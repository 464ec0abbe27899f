"""What becomes of sticker sheets: they were made, and printed well or not; only then are their stickers not printed again."""

from collections.abc import Collection, Sequence
from pathlib import Path

from board.deeds.sitting import Outcome, Sitting
from board.mastery.people import Student, listed
from board.printing.memory import PrintMemory, SheetMade
from board.printing.order import Order
from board.store.class_book import ClassBook
from board.words import day
from printables.stock import Stock, stock

_NAMED = 3
"""As many children are named; of more only their number is said."""


def sheet_was_made(memory: PrintMemory, book: ClassBook, order: Order, path: Path) -> None:
    """Remember which stickers a file holds, until somebody says how it printed.

    Raises:
        NotSaved: It can't be remembered.
    """
    label = order.label.id if order.label is not None else ""
    memory.keep_sheet(book.folder, SheetMade(order.made.isoformat(), label, order.start, targets_of(order), str(path)))


def targets_of(order: Order) -> tuple[tuple[str, str], ...]:
    """Give whose sticker for which step stands on the sheets of an order, by id."""
    return tuple((student.id, step.id) for student, step in order.stickers)


def first_free(memory: PrintMemory, folder: Path, label: Stock, targets: Collection[tuple[str, str]]) -> int:
    """Give the first label nobody has printed on: behind the sheets that wait for an answer, else where the last one ended.

    Args:
        memory: What is remembered about printing.
        folder: The class folder.
        label: The label sheets.
        targets: What is to be printed: a sheet that waits and holds nothing else is made anew, and its labels are free.
    """
    waiting = [sheet for sheet in memory.waiting_sheets(folder) if sheet.stock == label.id]
    before = [sheet for sheet in waiting if not set(sheet.targets) <= set(targets)]
    return _after(before[-1], label) if before else min(memory.next_label(label.id), label.count)


def waiting(memory: PrintMemory, book: ClassBook, *, glue: bool | None = None) -> tuple[SheetMade, ...]:
    """Give the sheets of a class whose outcome nobody has told.

    Args:
        memory: What is remembered about printing.
        book: The class.
        glue: Only glue sheets, or only label sheets; None for both.
    """
    return tuple(sheet for sheet in memory.waiting_sheets(book.folder) if glue is None or sheet.is_glue == glue)


def printed_well(memory: PrintMemory, book: ClassBook, sitting: Sitting, sheets: Sequence[SheetMade]) -> Outcome:
    """Keep that sheets came out well: their stickers are not printed again, their labels are used up.

    Raises:
        NotSaved: Nothing was kept; the sheets still wait for an answer.
    """
    outcome = sitting.printed(target for sheet in sheets for target in sheet.targets)
    for sheet in sheets:
        _keep_free_label(memory, sheet)
    memory.answer_sheets(book.folder, sheets)
    return outcome


def printed_badly(memory: PrintMemory, book: ClassBook, sheets: Sequence[SheetMade]) -> None:
    """Forget sheets: their stickers stay new, their labels free.

    Raises:
        NotSaved: They still wait.
    """
    memory.answer_sheets(book.folder, sheets)


def question(sheets: Sequence[SheetMade], students: Sequence[Student]) -> str:
    """Ask how sheets printed; a few children are named, so that one knows which sheets are meant."""
    count = len({target for sheet in sheets for target in sheet.targets})
    what = "1 sticker" if count == 1 else f"{count} stickers"
    theirs = {student for sheet in sheets for student, _ in sheet.targets}
    names = [one.name for one in students if one.id in theirs]
    whose = f" for {listed(names)}" if 0 < len(names) <= _NAMED else ""
    days = listed(list(dict.fromkeys(day(sheet.made) for sheet in sheets)))
    which = "the sheet" if len(sheets) == 1 else f"the {len(sheets)} sheets"
    return f"Did {which} of {days} with {what}{whose} print well?"


def _keep_free_label(memory: PrintMemory, sheet: SheetMade) -> None:
    try:
        label = stock(sheet.stock)
    except ValueError:
        return  # glue sheets, and label sheets of one's own, which may have changed
    memory.keep_next_label(sheet.stock, _after(sheet, label))


def _after(sheet: SheetMade, label: Stock) -> int:
    return (sheet.start - 1 + len(sheet.targets)) % label.count + 1
