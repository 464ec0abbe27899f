"""Files that are still on their way: what a sync program leaves in their place until they are here."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from board.disk.links import is_plain_folder, plain_files
from board.errors import Refusal
from board.store import layout
from board.store.layout import LEDGER, Holding, Writer

_ON_THE_WAY = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"\.(?P<name>.+)\.icloud",  # iCloud Drive: kept in the cloud, or not loaded yet
        r"(?P<name>.+)\.(?:nextcloud|owncloud)",  # virtual files of Nextcloud and ownCloud
        r"\.(?P<name>.+)\.~[0-9a-f]{1,16}",  # what these two are loading
        r"\.syncthing\.(?P<name>.+)\.tmp",
        r"~syncthing~(?P<name>.+)\.tmp",  # Syncthing on Windows
        r"(?P<name>.+)\.!sync",  # Resilio Sync
        r"(?P<name>.+)\.[0-9a-zA-Z]{1,16}\.partial",  # rclone
        r"\.(?P<name>.+)\.[0-9a-zA-Z]{6}",  # rsync
        r"~(?P<name>.+)\.tmp",
        r"(?P<name>.+)\.(?:partial|part|filepart|crdownload|download|tmp)",
    )
)
"""Names that stand for another file until it is here."""


_NO_LEDGER = (
    "The folder ledger, with every mark, is not in {folder}. It may still be on its way: wait until the sync program has "
    "finished. If it stays so, bring the class back from your own copy into a new folder, and keep this one until you have "
    "seen that all marks are there. If the class never had a mark, make an empty folder named ledger."
)

_TWIN = r"[ _.-]*(\(\d{1,3}\)|\d{1,3}|\W.*(conflict|copy|copie|kopie|konflikt|duplicate).*)"
"""What sync programs put behind the name of a folder when there is one of that name already."""


def refuse_without_ledger(folder: Path) -> None:
    """Refuse a class without its folder of marks; an empty one in its place would look as if there had never been a mark.

    Args:
        folder: The class folder.

    Raises:
        Refusal: The folder is not here.
    """
    if not LEDGER.within(folder).is_dir():
        raise Refusal(_NO_LEDGER.format(folder=folder))


def stands_for(leaf: str, row: Holding) -> str | None:
    """Give the name of the file that a file in this place only stands for, None where it stands for none.

    Args:
        leaf: Name of the file.
        row: The place it lies in.
    """
    for pattern in _ON_THE_WAY:
        found = pattern.fullmatch(leaf)
        if found is not None and row.fits(found["name"]) and not row.fits(leaf):
            return found["name"]
    return None


def on_the_way(folder: Path) -> list[str]:
    """Give the names of files that are known not to be here yet, seen from the class folder.

    A file the board writes whole is never empty, so an empty one was put there by somebody else. A ledger file may be.

    Args:
        folder: The class folder.
    """
    return sorted({row.name_of(leaf) for row in layout.packed() for leaf in _not_here(folder, row)})


def stand_ins(folder: Path, row: Holding) -> set[str]:
    """Give the names of what only stands for a file of a place, seen from the class folder."""
    return {row.name_of(leaf) for leaf in _leaves(folder, row) if stands_for(leaf, row)}


def empty_ledgers(folder: Path) -> list[str]:
    """Give the names of ledger files that hold nothing: new ones, or some that are not here yet."""
    return [
        row.name_of(leaf)
        for row in layout.packed()
        if row.writer is Writer.OWNER
        for leaf in _leaves(folder, row)
        if row.fits(leaf) and _is_empty(row.within(folder) / leaf)
    ]


def twins(folder: Path, row: Holding) -> list[Path]:
    """Give the second folders a sync program made of a place when two computers made the same one.

    Args:
        folder: The class folder.
        row: The place; the class folder itself has none.
    """
    places = {other.place for other in layout.LAYOUT}
    looks = re.compile(rf"{re.escape(row.place)}([^0-9A-Za-z].+|\d{{1,3}})", re.DOTALL | re.IGNORECASE)
    names = os.listdir(folder) if row.place and folder.is_dir() else []  # noqa: PTH208 - at every opening; paths cost more
    found = (folder / name for name in sorted(names) if looks.fullmatch(name) and name not in places)
    return [path for path in found if is_plain_folder(path)]


def twin_classes(folder: Path) -> list[Path]:
    """Give the folders beside a class folder that a sync program may have made of it: "Room 12 (1).class"."""
    place = folder.resolve()
    looks = re.compile(rf"{re.escape(place.stem)}{_TWIN}{re.escape(place.suffix)}", re.DOTALL | re.IGNORECASE)
    try:
        found = sorted(path for path in place.parent.iterdir() if looks.fullmatch(path.name))
    except OSError:  # nobody may look around there
        return []
    return [path for path in found if is_plain_folder(path) and path != place]


def _not_here(folder: Path, row: Holding) -> Iterator[str]:
    for leaf in _leaves(folder, row):
        real = stands_for(leaf, row)
        if real is not None:
            yield real
        elif row.writer is not Writer.OWNER and row.fits(leaf) and _is_empty(row.within(folder) / leaf):
            yield leaf


def _leaves(folder: Path, row: Holding) -> list[str]:
    try:
        return [path.name for path in plain_files(row.within(folder))]
    except OSError:  # nobody may look into it, which is said elsewhere
        return []


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False
