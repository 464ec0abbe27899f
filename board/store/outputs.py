"""The folders of a class that people open: what is made for them, and what they bring."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

from board.disk import DISK, Disk, NotSaved, made_folder, new_file, reason

_CHUNK = 1 << 20
"""Bytes copied in one go."""

_SHOWN = 12
"""Hex digits of a content that stand in a name."""


class Outputs:
    """Folders for files that others read or put there.

    Args:
        prints: For pages that are made; whoever keeps the first page there makes it.
        drop: To drop pictures into.
        disk: Where the system calls go.

    Attributes:
        prints: As given.
    """

    def __init__(self, prints: Path, drop: Path, disk: Disk = DISK) -> None:
        self.prints, self._drop, self._disk = prints, drop, disk

    @property
    def drop(self) -> Path:
        """The folder to drop pictures into; made when it is asked for, where that can be done."""
        with suppress(OSError):
            made_folder(self._drop)
        return self._drop

    def put_into_drop(self, file: Path, stem: str, ending: str) -> Path:
        """Copy a picture that was sent into the drop folder, byte for byte; nothing that lies there is replaced.

        What was sent a second time, since nobody knew whether it had arrived, lies there once.

        Args:
            file: The picture.
            stem: How its name begins there; what it holds is added.
            ending: How its name ends.

        Returns:
            Where it lies.

        Raises:
            NotSaved: It is not there; nothing half-written is left.
        """
        try:
            with file.open("rb") as sent:
                held = hashlib.file_digest(sent, "sha256").hexdigest()[:_SHOWN]
                made_folder(self._drop)
                for place in self._places(f"{stem}-{held}", ending):
                    if not os.path.lexists(place):
                        self._copy(sent, place)
                        return place
                    if _is_same(sent, place):
                        return place
        except OSError as error:
            raise NotSaved(f"{self._drop} can't be written ({reason(error)}).") from error
        raise AssertionError  # there is always another name

    def _places(self, stem: str, ending: str) -> Iterator[Path]:
        """Give names until one is free: somebody may have written another picture over one of them."""
        yield self._drop / f"{stem}{ending}"
        for number in count(2):
            yield self._drop / f"{stem}-{number}{ending}"

    def _copy(self, sent: BinaryIO, place: Path) -> None:
        sent.seek(0)

        def is_free() -> None:
            if os.path.lexists(place):
                raise FileExistsError(17, "it is there already")

        with new_file(place, self._disk, is_free) as handle:
            while part := sent.read(_CHUNK):
                self._disk.write(handle, part)


def _is_same(sent: BinaryIO, place: Path) -> bool:
    """Tell whether a file there holds the same; what only stands in its place does not."""
    if place.is_symlink() or not place.is_file():
        return False
    sent.seek(0)
    with place.open("rb") as there:
        while part := sent.read(_CHUNK):
            if there.read(len(part)) != part:
                return False
        return not there.read(1)
