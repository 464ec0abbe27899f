"""The pictures of a class folder: each kept once by its content, and the drawings that are not finished yet."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import msgspec

from board.disk import DISK, Disk, NotSaved, made_folder, put_file, put_files, read_plain, reason, sync_name
from board.disk.links import plain_files
from board.mastery.people import clean_line
from board.store.documents.records import TITLE_LIMIT
from board.store.erasure import Going, files_of
from board.store.layout import ART, DRAFTS, DROP, EVIDENCE, TAKEN_IN, Holding
from board.store.pictures.picture_proof import (
    Seen,
    Stamp,
    WrongPicture,
    glance_at,
    look_at,
    place_of,
    proved,
    size_at,
)


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
    """The pictures of one class: only what has the pixels its id says is ever handed out.

    Args:
        folder: The class folder.
        disk: Where the system calls go.
        wants: Tells whether anything in the class refers to a picture, which is then put right where it can be; None
            leaves every file as it is.
        row: Where in the class folder they lie.
    """

    def __init__(
        self, folder: Path, disk: Disk = DISK, wants: Callable[[str], bool] | None = None, row: Holding = ART
    ) -> None:
        self._folder, self._row = folder, row
        self._disk = disk
        self._wants = wants
        self._wrong: dict[str, Stamp] = {}
        self._one_at_a_time = Lock()

    def path(self, content: str) -> Path:
        """Give where a picture lies, there or not; an id that is none gives a place where nothing lies."""
        return place_of(self._folder, content, self._row)

    def has(self, content: str) -> bool:
        """Tell at a glance whether a picture is here: it may not have come from another computer yet, or only in part.

        One that was read and is not what it should be is not here until its file changes.
        """
        stamp = glance_at(self.path(content))
        return stamp is not None and self._wrong.get(content) != stamp

    def read(self, content: str) -> bytes:
        """Give a picture as a PNG that holds its pixels and nothing else; one that is wrong is put right first if it can be.

        Raises:
            WrongPicture: Something else lies in its place.
            OSError: It is not here, or can't be read.
        """
        try:
            return self._proved(content)
        except OSError:
            if not self._put_right(content):
                raise
            return self._proved(content)

    def to_view(self, content: str) -> Path:
        """Give a file that other programs can show.

        Raises:
            OSError: It is not here, or not what it should be.
        """
        self.read(content)
        return self.path(content)

    def size(self, content: str) -> tuple[int, int]:
        """Give width and height of a picture in px, read from its head; nothing by nothing where there is none."""
        return size_at(self.path(content))

    def originals(self, content: str) -> tuple[Path, ...]:
        """Give the files that were brought in and that a picture was made of; it can be made of them again."""
        return tuple(
            path for path in TAKEN_IN.files_in(self._folder) if path.name.startswith(f"{self.path(content).stem}.")
        )

    def keep(self, content: str, png: bytes) -> None:
        """Put a picture on the disk; one that is there already is left as it is, something else in its place is not.

        Args:
            content: Its content id.
            png: Its bytes.

        Raises:
            NotSaved: It is not there.
        """
        path = self.path(content)
        try:
            if not self._is_right(content):
                made_folder(path.parent)
                self._replace(content, png)
        except OSError as error:
            raise NotSaved(f"{path.parent} can't be written ({reason(error)}).") from error
        sync_name(path, self._disk)  # whoever put it there may have been killed before its name was on the disk

    def drop(self, content: str) -> None:
        """Take a photo of work away for good, with the copies and the file it was made of; a failure leaves a file too many."""
        for path in tuple(files_of(self._folder, Going((), frozenset((content,))), (EVIDENCE, TAKEN_IN))):
            with suppress(OSError):
                self._disk.remove(path)

    def _proved(self, content: str) -> bytes:
        path = self.path(content)
        try:
            png = proved(path, content)
        except WrongPicture:
            stamp = glance_at(path)
            if stamp is not None:
                self._wrong[content] = stamp
            raise
        self._wrong.pop(content, None)
        return png

    def _is_right(self, content: str) -> bool:
        try:
            proved(self.path(content), content)
        except OSError:
            return False
        return True

    def _put_right(self, content: str) -> bool:
        """Write a picture again whose pixels lie elsewhere in the folder; tell whether it was done."""
        if not self._is_wanted(content):
            return False
        with self._one_at_a_time, suppress(OSError, NotSaved):
            for path in self._copies(content):
                found = look_at(path)
                if isinstance(found, Seen) and found.content == content:
                    self._replace(content, found.png)
                    return True
        return False

    def _copies(self, content: str) -> Iterator[Path]:
        """Give files that may hold a picture: copies of it by a sync program, and the one it may have changed places with."""
        path = self.path(content)
        for other in plain_files(path.parent):
            if content in other.name and other.name != path.name:
                yield other
        there = look_at(path)
        if isinstance(there, Seen):
            yield self.path(there.content)

    def _replace(self, content: str, png: bytes) -> None:
        """Write a picture, and another one too that lies only in its place, so that it is not lost by it."""
        files = {self.path(content): png}
        with suppress(OSError):
            there = look_at(self.path(content))
            if isinstance(there, Seen) and self._is_wanted(there.content) and not self._is_right(there.content):
                files[self.path(there.content)] = there.png
        put_files(files, self._disk)

    def _is_wanted(self, content: str) -> bool:
        return self._wants is not None and self._wants(content)

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
            made_folder(path.parent)
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
            made_folder(aside)
            self._disk.replace(file, aside / f"{content}{file.suffix.lower()}")
        except OSError:
            return

    def bring_back(self, content: str) -> None:
        """Put what a picture was made of back into the drop folder, where it waits as before; a failure leaves it aside."""
        for file in self.originals(content):
            with suppress(OSError):
                self._disk.replace(file, DROP.within(self._folder) / file.name)

    def _draft(self, student: str, step: str) -> Path:
        return DRAFTS.within(self._folder) / f"{student}-{hashlib.sha256(step.encode()).hexdigest()[:12]}.json"
