"""What a zip of a class holds that the class itself has not: asked before a new zip takes its place."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from board.disk import read_plain
from board.disk.links import plain_files
from board.errors import Refusal
from board.mastery.facts import Fact
from board.store import layout
from board.store.archive import NO_ZIP
from board.store.class_book import ClassBook
from board.store.copies import tables_of
from board.store.erasure import pictures_of
from board.store.layout import CLASS_FILE, LEDGER, TEXT_BYTES, Erased
from board.store.lines import BadLine, fact_of


class OnlyThere(NamedTuple):
    """How much a zip holds that the class has not; what went with erased students does not count.

    Attributes:
        marks: Facts.
        people: Students and adults.
        units: Units.
        pictures: Files of pictures.
    """

    marks: int
    people: int
    units: int
    pictures: int


def only_in(source: Path, book: ClassBook) -> OnlyThere:
    """Give how much a zip holds that a class has not.

    Args:
        source: The zip.
        book: The class as it is now.

    Raises:
        Refusal: It is damaged, so nobody knows.
    """
    erased = book.progress.erased
    try:
        with zipfile.ZipFile(source) as packed:
            facts = [fact for name in packed.namelist() for fact in _facts_in(packed, name)]
            tables = tables_of(packed.open(CLASS_FILE).read(TEXT_BYTES)) or {}
            names = packed.namelist() if packed.testzip() is None else None
    except (OSError, *NO_ZIP) as error:
        raise Refusal(f"{source} is damaged, so nobody can say whether it holds more than the class.") from error
    if names is None:
        raise Refusal(f"{source} is damaged, so nobody can say whether it holds more than the class.")
    here = tables_of(read_plain(book.folder / CLASS_FILE, TEXT_BYTES)) or {}  # what is set aside there is there, too
    joined = {double for student in book.everyone for double in student.also}
    more = {table: tables.get(table, {}).keys() - here.get(table, {}).keys() for table in tables}
    people = more.get("students", set()) - erased - joined | more.get("assessors", set())
    return OnlyThere(
        len({fact.id for fact in facts} - {fact.id for fact in book.facts}),
        len(people),
        len(more.get("units", set())),
        len(set(_pictures(names)) - set(_here(book.folder)) - pictures_of(erased, facts)),
    )


def _facts_in(packed: zipfile.ZipFile, name: str) -> Iterator[Fact]:
    if not (name.startswith(LEDGER.name_of("")) and name.endswith(".jsonl")):
        return
    with packed.open(name) as file:
        for line in file.read(TEXT_BYTES).splitlines():
            try:
                yield fact_of(line)
            except BadLine:
                continue


def _pictures(names: list[str]) -> Iterator[str]:
    """Give the content ids of the pictures among the names of files."""
    for row in layout.erased(Erased.BY_PICTURE):
        for name in names if row.packed else ():
            place, _, leaf = name.rpartition("/")
            if place == row.place:
                yield leaf.split(".")[0]


def _here(folder: Path) -> Iterator[str]:
    for row in layout.erased(Erased.BY_PICTURE):
        if row.packed:
            yield from (path.name.split(".")[0] for path in plain_files(row.within(folder)))
