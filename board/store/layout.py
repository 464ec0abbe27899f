"""The class folder as one table: what lies where, what a backup packs, how it goes with an erased child, who writes it."""

import os
import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from board.disk.links import is_link, is_plain_folder, plain_files

CLASS_FILE = "class.json"
"""The documents of a class; the file that makes a folder a class folder, and a zip one of a class."""


TEXT_BYTES = 256 << 20
"""Bytes class.json or a ledger file may have: more than a school has in a life."""


class Erased(Enum):
    """How what is kept of a child goes when it is erased."""

    REWRITTEN = auto()
    """Words and names are taken out of the file, which stays; only what is in `REWRITTEN` can go so."""
    BY_PICTURE = auto()
    """Files named after a picture that is only the child's are removed."""
    BY_STUDENT = auto()
    """Files named after the child are removed."""
    BY_NAMES = auto()
    """Pages that may show the child's name are removed."""
    BY_HAND = auto()
    """Nobody here knows what is in it; an erasure tells of every file."""


class Writer(Enum):
    """Who writes files."""

    OWNER = auto()
    """The one computer a file belongs to, at any time: its last line may be unfinished."""
    BOARD = auto()
    """Every board, each file whole or not at all."""
    PEOPLE = auto()
    """Whoever puts something there: none of it was made by the board."""


class Holding(NamedTuple):
    """One row: a folder of the class folder and the files in it.

    Attributes:
        place: The folder, seen from the class folder; empty for the class folder itself.
        files: The names its files have.
        packed: Whether a backup holds them.
        erased: How they go with a child.
        writer: Who writes them.
        is_made: Whether the folder is made with a new class, and not only when it is needed.
    """

    place: str
    files: re.Pattern[str]
    packed: bool
    erased: Erased
    writer: Writer
    is_made: bool = False

    def within(self, folder: Path) -> Path:
        """Give the folder in a class folder; where a link stands, a place where nothing lies and nothing can be put."""
        place = folder / self.place
        if self.place and (is_link(place) or (place.parent != folder and is_link(place.parent))):
            return folder / CLASS_FILE / self.place
        return place

    def files_in(self, folder: Path) -> list[Path]:
        """Give all plain files that lie there in a class folder, by name, whether they belong there or not.

        Raises:
            OSError: It can't be looked into.
        """
        return plain_files(self.within(folder))

    def name_of(self, leaf: str) -> str:
        """Give the name of one of its files as seen from the class folder."""
        return f"{self.place}/{leaf}" if self.place else leaf

    def fits(self, leaf: str) -> bool:
        """Tell whether a file of this name belongs there."""
        return self.files.fullmatch(leaf) is not None


_PICTURE = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,127}(\.[0-9a-z]{1,8})?\.(png|jpg|jpeg|webp)")
_LINES = re.compile(r"(?![. ])[^/\\:*?\"<>|\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,200}\.jsonl")
_BY_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,127}\.json")

LEDGER = Holding("ledger", _LINES, True, Erased.REWRITTEN, Writer.OWNER, is_made=True)
ART = Holding("art", _PICTURE, True, Erased.BY_PICTURE, Writer.BOARD, is_made=True)
EVIDENCE = Holding("evidence", _PICTURE, True, Erased.BY_PICTURE, Writer.BOARD, is_made=True)
DRAFTS = Holding("drafts", _BY_ID, True, Erased.BY_STUDENT, Writer.BOARD)
"""Drawings that are not finished."""
BACKUPS = Holding("backups", re.compile(r".*\.json"), False, Erased.REWRITTEN, Writer.BOARD, is_made=True)
"""Rolling copies of the documents."""
PRINTS = Holding("prints", re.compile(r".*\.pdf"), False, Erased.BY_NAMES, Writer.BOARD)
DROP = Holding("drop pictures here", re.compile(r".*"), False, Erased.BY_HAND, Writer.PEOPLE)
"""Where anybody may put pictures from a phone or camera, to be brought in on the screen."""
TAKEN_IN = Holding(f"{DROP.place}/taken in", re.compile(r".*"), False, Erased.BY_PICTURE, Writer.BOARD)
"""What was brought in, under the content id of its picture."""
TRIES = Holding("kiosk", re.compile(r"tries.*\.json"), False, Erased.BY_STUDENT, Writer.BOARD)
"""How many wrong PINs there were; nothing about anybody stands in it."""
DOCUMENTS = Holding("", re.compile(re.escape(CLASS_FILE)), True, Erased.REWRITTEN, Writer.BOARD)

REWRITTEN = (LEDGER, BACKUPS, DOCUMENTS)
"""The rows that are rewritten when a child is erased: the first by `Ledger.strip`, the others by `SafeStorage.strip`."""


def table(*rows: Holding) -> tuple[Holding, ...]:
    """Give rows as a table in which everything can go with a child.

    Raises:
        ValueError: A row is to be rewritten, and nobody does that.
    """
    for row in rows:
        if row.erased is Erased.REWRITTEN and row not in REWRITTEN:
            raise ValueError(f"Nobody rewrites what lies in {row.place!r}, so an erased child's name would stay there.")
    return rows


LAYOUT = table(LEDGER, ART, EVIDENCE, DRAFTS, BACKUPS, PRINTS, DROP, TAKEN_IN, TRIES, DOCUMENTS)
"""Every row, in the order a backup packs them: the documents last, so that whoever was marked stands in them."""


def packed() -> tuple[Holding, ...]:
    """Give the rows a backup holds."""
    return tuple(row for row in LAYOUT if row.packed)


def folders() -> tuple[Holding, ...]:
    """Give the rows whose folders a class that is brought back has."""
    return tuple(row for row in LAYOUT if row.place and (row.packed or row.is_made))


def erased(*ways: Erased) -> tuple[Holding, ...]:
    """Give the rows whose files go in one of these ways."""
    return tuple(row for row in LAYOUT if row.erased in ways)


def odd(folder: Path, rows: Iterable[Holding] = LAYOUT) -> list[str]:
    """Give the names of links, pipes and devices in a class folder, and of folders and files that stand where the other should.

    None of them is ever opened.

    Args:
        folder: The class folder.
        rows: Where to look.

    Returns:
        Their names as seen from the class folder.

    Raises:
        OSError: A place can't be looked into.
    """
    return sorted({name for row in rows for name in _odd_in(folder, row)})


def _odd_in(folder: Path, row: Holding) -> Iterator[str]:
    place = row.within(folder)
    if row.place and os.path.lexists(folder / row.place) and not is_plain_folder(place):
        yield row.place
    if not place.is_dir():
        return
    with os.scandir(place) as entries:
        for entry in entries:
            is_for_file = entry.name.endswith((".lock", ".new")) or row.fits(entry.name) or row.place
            is_folder = is_plain_folder(Path(entry.path))
            is_odd = (
                is_for_file and row.writer is not Writer.PEOPLE
                if is_folder
                else not entry.is_file(follow_symlinks=False)
            )
            if is_odd:
                yield row.name_of(entry.name)


def foreign(folder: Path, row: Holding) -> list[str]:
    """Give the names of what lies in a place of a class folder and is none of its files, seen from the class folder."""
    of_people = row.writer is Writer.PEOPLE
    return [name for name in lying(folder, row) if of_people or not row.fits(Path(name).name)]


def lying(folder: Path, row: Holding) -> list[str]:
    """Give the names of all that lies in a place of a class folder, seen from the class folder."""
    places = {other.place for other in LAYOUT}
    found = sorted(row.within(folder).iterdir()) if row.within(folder).is_dir() else []
    names = [row.name_of(path.name) for path in found if not (path.name.startswith(".") or path.suffix == ".lock")]
    return [name for name in names if name not in places]
