"""Every place of a class folder where a file or folder of the board's lies or will lie, and what may stand there instead."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from board.store import layout
from board.store.layout import ART, BACKUPS, DOCUMENTS, DRAFTS, DROP, EVIDENCE, LEDGER, PRINTS, TAKEN_IN, TRIES, Holding
from test_links import a_folder, a_socket, fifo, to_a_device, to_a_file, to_a_folder, to_itself, to_nothing

FILES: dict[Holding, tuple[str, ...]] = {
    LEDGER: ("{device}.jsonl", "d2.jsonl", "{device} (conflicted copy).jsonl", "{device}.lock", ".d2.jsonl.7.new"),
    ART: ("{picture}.png", "{picture} (1).png", "{other}.png", ".{picture}.png.7.new"),
    EVIDENCE: ("{other}.png",),
    DRAFTS: ("{student}-0123456789ab.json", ".{student}-0123456789ab.json.7.new"),
    BACKUPS: ("class-000001.json", "class-999999.json", ".class-000002.json.7.new"),
    PRINTS: ("wall-u-letter-2026-01-05.pdf", "page.pdf"),
    DROP: ("fish.png",),
    TAKEN_IN: ("{picture}.png",),
    TRIES: ("tries.json", "tries.lock", ".tries.json.7.new"),
    DOCUMENTS: ("class.json", "class.lock", "class (conflicted copy).json", ".class.json.7.new"),
}
"""Names of files by the row of the table they belong to."""

assert set(FILES) == set(layout.LAYOUT), "every row of the table is tried"

Plant = Callable[[Path, Path], None]

ODD_FILES: tuple[Plant, ...] = (to_a_folder, to_nothing, to_itself, to_a_device, a_socket, a_folder)
"""What stands in the place of a file in turn, beside what is tried in every place."""
ODD_FOLDERS: tuple[Plant, ...] = (to_a_file, to_nothing, to_itself, fifo)

OF_PEOPLE = {(DROP, "fish.png", a_folder), (DOCUMENTS, "class (conflicted copy).json", a_folder)}
"""Folders somebody may well have put there; they are left alone and not told."""


class Odd(NamedTuple):
    """Something odd in one place.

    Attributes:
        row: The row of the table.
        leaf: The file in it; empty for the folder itself.
        plant: Puts it there, given the place and a folder outside.
    """

    row: Holding
    leaf: str
    plant: Plant

    def __str__(self) -> str:
        return f"{self.row.name_of(self.leaf)} {self.plant.__name__}"


def every_odd() -> list[Odd]:
    """Give what is odd in every place: a link outside and a pipe or folder in each, and all else in turn."""
    leaves = [(row, leaf) for row, names in FILES.items() for leaf in names]
    folders = [row for row in FILES if row.place]
    found = [Odd(row, leaf, plant) for row, leaf in leaves for plant in (to_a_file, fifo)]
    found += [Odd(row, leaf, ODD_FILES[at % len(ODD_FILES)]) for at, (row, leaf) in enumerate(leaves)]
    found += [Odd(row, "", to_a_folder) for row in folders]
    found += [Odd(row, "", ODD_FOLDERS[at % len(ODD_FOLDERS)]) for at, row in enumerate(folders)]
    return [odd for odd in found if odd not in OF_PEOPLE]
