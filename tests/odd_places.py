"""Every place of a class folder where a file or folder of the board's lies or will lie, and what may stand there instead."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from board.store import layout
from board.store.layout import ART, BACKUPS, DOCUMENTS, DRAFTS, DROP, EVIDENCE, LEDGER, PRINTS, TAKEN_IN, Holding
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
    DOCUMENTS: ("class.json", "class.lock", "class (conflicted copy).json", ".class.json.7.new"),
}
"""Names of files by the row of the table they belong to."""

assert set(FILES) == set(layout.LAYOUT), "every row of the table is tried"

Plant = Callable[[Path, Path], None]

ODD_FILES: tuple[Plant, ...] = (to_a_file, fifo, to_a_folder, to_nothing, to_itself, to_a_device, a_socket, a_folder)
ODD_FOLDERS: tuple[Plant, ...] = (to_a_folder, to_a_file, to_nothing, to_itself, fifo)


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
    """Give everything odd in every place."""
    files = [Odd(row, leaf, plant) for row, leaves in FILES.items() for leaf in leaves for plant in ODD_FILES]
    return files + [Odd(row, "", plant) for row in FILES if row.place for plant in ODD_FOLDERS]
