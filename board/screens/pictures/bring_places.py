"""Where pictures may lie on this computer: its usual places, a tree of folders, a line to type or drop a place on."""

import os
from collections.abc import Iterable
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text, TextType
from textual.content import Content
from textual.reactive import var
from textual.widgets import DirectoryTree, Static

from board.art.picture_files import folders_and_pictures
from board.mastery.people import clean_line
from board.seat.seat import Seat
from board.widgets.command import Command, HasKeys, KeyGroup

_ODD_NAME = "a picture"
"""What a file is called whose name holds nothing that can be shown."""


def places(seat: Seat) -> dict[str, Path]:
    """Give the places a key leads to, by name; the last holds all others, cards and USB sticks too."""
    return {"pictures": seat.folders.pictures, "downloads": seat.folders.downloads, "computer": Path(seat.user.anchor)}


def usual_folder(seat: Seat) -> Path:
    """Give where pictures usually lie."""
    return next((place for place in (seat.folders.pictures, seat.folders.downloads) if place.is_dir()), seat.user)


def file_name(path: Path) -> str:
    """Give the name of a file so that it can be shown: it may be called anything."""
    return clean_line(path.name) or _ODD_NAME


def in_short(path: Path, width: int) -> str:
    """Give a path in so many cells; where room is short its beginning is left out, whole folders where that will do."""
    text = clean_line(str(path))
    if cell_len(text) <= width:
        return text
    tails = [text[at:] for at in range(1, len(text)) if cell_len(text[at:]) < width]
    return f"…{next((tail for tail in tails if tail.startswith(os.sep)), (tails or [''])[0])}"


class PlaceLine(Static):
    """Words and the place they are about.

    Args:
        words: What is there.
        place: The folder.
    """

    place: var[Path] = var(Path)
    """The folder."""

    def __init__(self, words: str, place: Path) -> None:
        super().__init__(classes="label", markup=False)
        self._words = words
        self.set_reactive(PlaceLine.place, place)

    def on_resize(self) -> None:
        """Use the room there is."""
        self._write()

    def watch_place(self) -> None:
        """Tell the other place."""
        self._write()

    def _write(self) -> None:
        room = self.content_size.width - cell_len(self._words) - 1
        self.update(Content.assemble(f"{self._words} ", (in_short(self.place, room), "not bold")), layout=False)


class PictureTree(HasKeys, DirectoryTree):
    """Folders and the pictures in them, and nothing else."""

    KEYS = (
        KeyGroup(
            "Among the folders",
            (
                Command("cursor_up", "up", "Up", "Go up by one."),
                Command("cursor_down", "down", "Down", "Go down by one."),
                Command("toggle_node", "space", "Fold", "Open the folder under the cursor, or fold it."),
            ),
        ),
    )

    ICON_NODE = "▸ "
    ICON_NODE_EXPANDED = "▾ "
    ICON_FILE = "  "

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Leave out what is neither."""
        return folders_and_pictures(paths)

    def process_label(self, label: TextType) -> Text:
        """Give a name that can be shown; the folder that holds everything has none but its path."""
        path = Path(str(label))
        return Text(file_name(path) if path.name else Path(self.path).anchor)
