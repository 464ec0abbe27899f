"""Rows about the store: what a durable mark costs, and opening a class that has a long history."""

import json
import secrets
from functools import partial
from pathlib import Path

from tinydb import TinyDB

from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.draft import Draft
from scripts.bench.classes import class_with
from scripts.bench.disk_floor import DiskFloor, milliseconds
from scripts.bench.table import Row, tell

_SIZES = {1_000: 20, 10_000: 10, 100_000: 3}
"""Marks in the ledger, and how many the stock storage is asked to add: it writes everything each time."""

_HISTORY = 20_000


def store_rows(place: Path, runs: int) -> list[Row]:
    """Measure the store.

    Args:
        place: A folder on a real disk.
        runs: How often each thing is done.
    """
    rows = [row for size, inserts in _SIZES.items() for row in _mark_rows(place / str(size), size, inserts, runs)]
    return [*rows, _open_row(place / "history", max(3, runs // 4))]


def _mark_rows(place: Path, size: int, inserts: int, runs: int) -> list[Row]:
    tell(f"durable mark on {size:,} marks, {runs} in turn with the disk alone")
    place.mkdir()
    book = class_with(place / "Room 12.class", size)
    stock = _stock(place / "stock.json", book)
    floor, ours, peer = [], [], []
    with DiskFloor(place / "floor") as disk:
        _mark(book, 0)  # a board is up for minutes before a mark is made: opening its files is not what is measured
        disk.append()
        for number in range(1, runs + 1):
            floor.append(milliseconds(disk.append))
            ours.append(milliseconds(partial(_mark, book, number)))
            if number <= inserts:
                peer.append(milliseconds(partial(stock.insert, _document(book))))
    stock.close()
    book.close()
    return [
        Row(f"durable mark on {size:,}", "append + fsync", "ms", ours, floor, promise=2.5),
        Row(f"durable mark on {size:,}", "TinyDB JSONStorage insert", "ms", ours, peer),
    ]


def _mark(book: ClassBook, number: int) -> None:
    steps = book.units[0].spots
    book.record([Draft(Kind.READY, book.students[number % 30].id, steps[number % len(steps)].id)], book.assessors[0].id)


def _stock(path: Path, book: ClassBook) -> TinyDB:
    """Put the same marks where TinyDB would keep them."""
    documents = {str(number): _plain(fact._asdict()) for number, fact in enumerate(book.facts, 1)}
    path.write_text(json.dumps({"_default": documents}))
    return TinyDB(path)


def _document(book: ClassBook) -> dict[str, object]:
    return _plain(book.facts[-1]._asdict()) | {"id": secrets.token_hex(6)}


def _plain(fields: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value not in (None, "", ())}


def _open_row(place: Path, runs: int) -> Row:
    tell(f"opening {_HISTORY:,} marks, {runs} times in turn with json.loads")
    class_with(place, _HISTORY).close()
    ledger = next((place / "ledger").glob("*.jsonl"))
    floor, ours = [], []
    for _ in range(runs):
        floor.append(milliseconds(lambda: [json.loads(line) for line in ledger.read_bytes().splitlines()]))
        ours.append(milliseconds(lambda: ClassBook(place, "reader").close()))
    return Row(f"open a class of {_HISTORY:,} marks", "json.loads of its lines", "ms", ours, floor, promise=4.0)
