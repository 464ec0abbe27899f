"""The pictures of a class folder: each kept once by its content, and the drawings that are not finished yet."""

import hashlib
import json
import re
from pathlib import Path
from typing import NamedTuple

import msgspec

from board.disk import DISK, Disk, NotSaved, put_file, read_plain, reason, sync_name
from board.mastery.people import clean_line
from board.store.layout import ART, DRAFTS, DROP, TAKEN_IN
from board.store.records import TITLE_LIMIT

_PNG = b"\x89PNG\r\n\x1a\n"
_CONTENT = re.compile(r"[0-9a-f]{32}")


class Unfinished(NamedTuple):
    """A drawing that is not finished: its text, and what the child says about it so far."""

    drawing: str
    caption: str


class _Draft(msgspec.Struct, frozen=True):
    """What the file of an unfinished drawing holds."""

    drawing: str
    caption: str


_DRAFT_BYTES = 100_000
"""Most bytes of such a file; the finest drawing has a few thousand."""


class PictureFolder:
    """The pictures of one class.

    Args:
        folder: The class folder.
        disk: Where the system calls go.
    """

    def __init__(self, folder: Path, disk: Disk = DISK) -> None:
        self._folder = folder
        self._disk = disk

    def path(self, content: str) -> Path:
        """Give where a picture lies, there or not; an id that is none gives a place where nothing lies."""
        return ART.within(self._folder) / f"{content if _CONTENT.fullmatch(content) else 'none'}.png"

    def has(self, content: str) -> bool:
        """Tell whether a picture is here; it may not have come from another computer yet."""
        return self.path(content).exists()

    def read(self, content: str) -> bytes:
        """Give the bytes of a picture.

        Raises:
            OSError: It is not here, or can't be read.
        """
        return self.path(content).read_bytes()

    def to_view(self, content: str) -> Path:
        """Give a file that other programs can show.

        Raises:
            OSError: It is not here.
        """
        path = self.path(content)
        path.stat()
        return path

    def size(self, content: str) -> tuple[int, int]:
        """Give width and height of a picture in px, read from its head; nothing by nothing where there is none."""
        try:
            with self.path(content).open("rb") as file:
                head = file.read(24)
        except OSError:
            return 0, 0
        return (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) if head.startswith(_PNG) else (0, 0)

    def keep(self, content: str, png: bytes) -> None:
        """Put a picture on the disk; one that is there already is left as it is.

        Args:
            content: Its content id.
            png: Its bytes.

        Raises:
            NotSaved: It is not there.
        """
        path = self.path(content)
        try:
            if not path.exists():
                path.parent.mkdir(exist_ok=True)
                put_file(path, png, self._disk)
        except OSError as error:
            raise NotSaved(f"{path.parent} can't be written ({reason(error)}).") from error
        sync_name(path, self._disk)  # whoever put it there may have been killed before its name was on the disk

    def unfinished(self, student: str, step: str) -> Unfinished | None:
        """Give the unfinished drawing of a student for a step, None when there is none that can be read."""
        try:
            kept = msgspec.convert(json.loads(read_plain(self._draft(student, step), _DRAFT_BYTES)), _Draft)
        except (OSError, ValueError, msgspec.ValidationError, RecursionError):
            return None
        return Unfinished(kept.drawing, clean_line(kept.caption)[:TITLE_LIMIT])

    def keep_unfinished(self, student: str, step: str, drawing: Unfinished) -> None:
        """Put an unfinished drawing in the place of the one before.

        Raises:
            NotSaved: It is not kept; the one before is.
        """
        path = self._draft(student, step)
        try:
            path.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise NotSaved(f"{path.parent} can't be made ({reason(error)}).") from error
        put_file(path, json.dumps({"step": step, **drawing._asdict()}).encode(), self._disk)

    def drop_unfinished(self, student: str, step: str) -> None:
        """Take an unfinished drawing away, once its picture is kept; a failure leaves a drawing too many."""
        try:
            self._disk.remove(self._draft(student, step))
        except OSError:
            return

    def put_aside(self, file: Path, content: str) -> None:
        """Take a picture that was brought in out of the drop folder; one that lies elsewhere stays where it is.

        Its name is the content id from now on: a file's own name may hold a child's.

        Args:
            file: The picture as it came.
            content: Content id of what was made of it.
        """
        if file.parent != DROP.within(self._folder):
            return
        aside = TAKEN_IN.within(self._folder)
        try:
            aside.mkdir(exist_ok=True)
            self._disk.replace(file, aside / f"{content}{file.suffix.lower()}")
        except OSError:
            return

    def _draft(self, student: str, step: str) -> Path:
        return DRAFTS.within(self._folder) / f"{student}-{hashlib.sha256(step.encode()).hexdigest()[:12]}.json"
