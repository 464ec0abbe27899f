"""What becomes of sticker sheets: they were made, and printed well or not; only then are their stickers not printed again."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from board.counting import counted, listed
from board.deeds.history import Outcome
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting
from board.mastery.people import Student
from board.paper.memory import PrintMemory, SheetMade
from board.paper.order import Order
from board.store.book import Book
from board.words import counts, day
from board.words.outcomes import told
from printables.stock import Stock, stock

_NAMED = 3
"""As many children are named; of more only their number is said."""

_ONE = "Did the sheet of {days} with {stickers} print well?"
_MANY = "Did the {count} sheets of {days} with {stickers} print well?"
_NAMED_ONE = "Did the sheet of {days} with {stickers} for {names} print well?"
_NAMED_MANY = "Did the {count} sheets of {days} with {stickers} for {names} print well?"


def sheet_was_made(memory: PrintMemory, book: Book, order: Order, path: Path) -> None:
    """Remember which stickers a file holds, until somebody says how it printed.

    Raises:
        NotSaved: It can't be remembered.
    """
    label = order.label.id if order.label is not None else ""
    memory.keep_sheet(book.key, SheetMade(order.made.isoformat(), label, order.start, targets_of(order), str(path)))


def targets_of(order: Order) -> tuple[tuple[str, str], ...]:
    """Give whose sticker for which step stands on the sheets of an order, by id."""
    return tuple((student.id, step.id) for student, step in order.stickers)


def first_free(memory: PrintMemory, key: str, label: Stock, targets: Collection[tuple[str, str]]) -> int:
    """Give the first label nobody has printed on: behind the sheets that wait for an answer, else where the last one ended.

    Args:
        memory: What is remembered about printing.
        key: What the class is known by.
        label: The label sheets.
        targets: What is to be printed: a sheet that waits and holds nothing else is made anew, and its labels are free.
    """
    waiting = [sheet for sheet in memory.waiting_sheets(key) if sheet.stock == label.id]
    before = [sheet for sheet in waiting if not set(sheet.targets) <= set(targets)]
    return _after(before[-1], label) if before else min(memory.next_label(label.id), label.count)


def waiting(memory: PrintMemory, book: Book, *, glue: bool | None = None) -> tuple[SheetMade, ...]:
    """Give the sheets of a class whose outcome nobody has told.

    Args:
        memory: What is remembered about printing.
        book: The class.
        glue: Only glue sheets, or only label sheets; None for both.
    """
    return tuple(sheet for sheet in memory.waiting_sheets(book.key) if glue is None or sheet.is_glue == glue)


def printed_well(memory: PrintMemory, sitting: Sitting, sheets: Sequence[SheetMade]) -> Outcome:
    """Keep that sheets came out well: their stickers are not printed again, their labels are used up.

    Raises:
        Refusal: Who sits here may not say so.
        NotSaved: The sheets still wait for an answer; that their stickers are printed may be kept already.
    """
    key, stocks = sitting.book.key, {sheet.stock for sheet in sheets if sheet.stock}
    before = {stock_id: memory.next_label(stock_id) for stock_id in stocks}
    after = dict(before)

    def answer() -> None:
        for sheet in sheets:
            _keep_free_label(memory, sheet)
        after.update((stock_id, memory.next_label(stock_id)) for stock_id in stocks)
        memory.answer_sheets(key, sheets)

    def ask_again() -> None:
        for stock_id, number in before.items():
            if memory.next_label(stock_id) == after[stock_id]:
                memory.keep_next_label(stock_id, number)
        memory.ask_again(key, sheets)

    outcome = Marks(sitting).printed(target for sheet in sheets for target in sheet.targets)
    if not outcome.changed:
        return _answered(sitting, told.SheetsAnswered(), answer, ask_again)
    sitting.history.also(ask_again, answer)
    answer()
    return outcome


def printed_badly(memory: PrintMemory, sitting: Sitting, sheets: Sequence[SheetMade]) -> Outcome:
    """Forget sheets: their stickers stay new, their labels free.

    Raises:
        Refusal: Who sits here may not say so.
        NotSaved: They still wait.
    """
    key = sitting.book.key
    return _answered(
        sitting,
        told.SheetsForgotten(),
        lambda: memory.answer_sheets(key, sheets),
        lambda: memory.ask_again(key, sheets),
    )


def _answered(sitting: Sitting, done: told.Deed, answer: Callable[[], None], ask_again: Callable[[], None]) -> Outcome:
    """Answer for sheets where no sticker was printed by it."""

    def turn(make: Callable[[], None], said: told.Told) -> Outcome:
        sitting.only_adults()
        make()
        return Outcome(said, changed=True)

    outcome = turn(answer, done)
    sitting.history.did(lambda: turn(ask_again, told.Undone(done)), lambda: turn(answer, told.Redone(done)))
    return outcome


def question(sheets: Sequence[SheetMade], students: Sequence[Student]) -> str:
    """Ask how sheets printed; a few children are named, so that one knows which sheets are meant."""
    count = len({target for sheet in sheets for target in sheet.targets})
    stickers = counts.stickers(count)
    theirs = {student for sheet in sheets for student, _ in sheet.targets}
    names = [one.name for one in students if one.id in theirs]
    days = listed([*dict.fromkeys(day(sheet.made) for sheet in sheets)])
    if 0 < len(names) <= _NAMED:
        return counted(_NAMED_ONE, _NAMED_MANY, len(sheets), days=days, stickers=stickers, names=listed(names))
    return counted(_ONE, _MANY, len(sheets), days=days, stickers=stickers)


def _keep_free_label(memory: PrintMemory, sheet: SheetMade) -> None:
    try:
        label = stock(sheet.stock)
    except ValueError:
        return  # glue sheets, and label sheets of one's own, which may have changed
    memory.keep_next_label(sheet.stock, _after(sheet, label))


def _after(sheet: SheetMade, label: Stock) -> int:
    return (sheet.start - 1 + len(sheet.targets)) % label.count + 1
