"""Every sticker of a class, ready for screen and paper: cut from the child's own picture, or starter art."""

import hashlib
import os
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Protocol

from board.art.cells import Pixels, StickerCells, rows_of
from board.art.ready_files import found_ready, keep_ready
from board.art.starter import step_badges
from board.elsewhere import IN_THIS_THREAD, Elsewhere, Stopped
from board.mastery.curriculum import Step
from board.mastery.pictures import Face

SIZES = (8, 10, 12)
"""Widths of a sticker on the screen, in pixels of half a cell: the zooms of the grid."""

_RULE = 1
"""Rises when the same picture is cut differently; what was prepared before is then made anew."""

_MOST_KNOWN = 3_000
"""Stickers kept in memory before starting over: three times those of 30 children and 20 steps."""

_BYTES = sum(4 * size * size for size in SIZES)


class Originals(Protocol):
    """The children's pictures that stickers are cut from, by content id."""

    def has(self, content: str) -> bool:
        """Tell at a glance whether a picture is here."""
        ...

    def read(self, content: str) -> bytes:
        """Give it as a PNG of the pixels its id stands for, or raise OSError: FileNotFoundError where it is not here."""
        ...


class StickerShelf:
    """The stickers of one class, each prepared once and kept on disk by the content of its picture.

    Preparing takes a tenth of a second for each picture, so it is done in the background: what is not ready is
    remembered, and `prepare` makes it.

    Args:
        originals: The pictures of the class.
        cache: Folder for prepared stickers of this class, made when missing; None keeps nothing.
        cells: The starter art in cells.
        elsewhere: Where stickers are cut.

    Attributes:
        cells: The starter art in cells.
        when_waiting: Called when something is wanted that is not ready, and nothing was before.
        lacking: Why pictures can't be read from which stickers were to be cut, by content id.
    """

    def __init__(
        self,
        originals: Originals,
        cache: Path | None,
        cells: StickerCells,
        elsewhere: Elsewhere = IN_THIS_THREAD,
    ) -> None:
        self._originals, self._cache, self.cells = originals, cache, cells
        self._elsewhere = elsewhere
        self._known: dict[Face, bytes] = {}
        self._wanted: dict[Face, None] = {}
        self._absent: dict[Face, None] = {}
        self.lacking: dict[str, OSError] = {}
        self.when_waiting: Callable[[], object] = lambda: None

    def __call__(self, step: Step, face: Face | None, size: int) -> Pixels | None:
        """Give the picture of a sticker.

        Args:
            step: The step it stands for.
            face: What it is made of, None for starter art.
            size: Side in pixels, one of `SIZES`.

        Returns:
            None when there is none, or none yet.
        """
        if face is not None:
            return self._own(face, size)
        picture = step_badges().get(step.badge)
        return None if picture is None else self.cells.pixels(picture, size)

    @property
    def is_waiting(self) -> bool:
        """Whether `prepare` has something to do."""
        return bool(self._wanted)

    def look_again(self) -> None:
        """Want those stickers again whose pictures have arrived from another computer meanwhile."""
        for face in [face for face in self._absent if self._originals.has(face.content)]:
            del self._absent[face]
            self._want(face)

    def prepare(self, most: int | None = None) -> None:
        """Make what was asked for and is not ready; for a thread of its own.

        Args:
            most: How many to make now, None for all.
        """
        for face in list(self._wanted)[:most]:
            try:
                made = self._made(face)
            except Stopped:  # starter art stands in until it is looked for again
                made = None
            self._learn(face, made)
            self._wanted.pop(face, None)

    def paper(self, face: Face, px: int) -> bytes | None:
        """Give a sticker for paper as a square JPEG on white, die-cut inside the inscribed circle.

        Args:
            face: What it is made of.
            px: Side of the result in px.

        Returns:
            None when there is no such picture here.

        Raises:
            Stopped: It could not be cut just now.
        """
        from board.art.cutting import jpeg_in  # noqa: PLC0415 - Pillow is loaded only to print

        kept = None if self._cache is None else self._cache / f"{face.name}-{px}-{_RULE}.jpg"
        ready = None if kept is None else found_ready(kept)
        if ready is not None:
            return ready
        jpeg = self._cut(face, partial(jpeg_in, cut=face.cut, px=px))
        if jpeg is not None and kept is not None:
            keep_ready(kept, jpeg)
        return jpeg

    def keep_only(self, contents: Collection[str]) -> None:
        """Throw away what was prepared from any other picture.

        Args:
            contents: Content ids of the pictures the class still has.
        """
        for path in list(self._cache.iterdir()) if self._cache is not None and self._cache.is_dir() else ():
            if path.name.lstrip(".").partition("-")[0] not in contents:
                with suppress(OSError):
                    path.unlink()

    def _own(self, face: Face, size: int) -> Pixels | None:
        if face not in self._known and face not in self._wanted and face not in self._absent:
            kept = self._kept(face)
            if kept is None:
                self._want(face)
            else:
                self._learn(face, kept)
        raw = self._known.get(face)
        return None if raw is None or size not in SIZES else _size_in(raw, size)

    def _want(self, face: Face) -> None:
        was_waiting = self.is_waiting
        self._wanted[face] = None
        if not was_waiting:
            self.when_waiting()

    def _learn(self, face: Face, raw: bytes | None) -> None:
        if raw is None:
            self._absent[face] = None
            return
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[face] = raw

    def _kept(self, face: Face) -> bytes | None:
        if self._cache is None:
            return None
        raw = found_ready(self._cell_file(face))
        return raw if raw is not None and len(raw) == _BYTES else None

    def _cell_file(self, face: Face) -> Path:
        assert self._cache is not None
        return self._cache / f"{face.name}-cells-{_RULE}.rgba"

    def _made(self, face: Face) -> bytes | None:
        from board.art.cutting import cells_in  # noqa: PLC0415 - loaded when something must be cut out

        raw = self._cut(face, partial(cells_in, cut=face.cut, sizes=SIZES))
        if raw is not None and self._cache is not None:
            keep_ready(self._cell_file(face), raw)
        return raw

    def _cut(self, face: Face, cutter: Callable[[bytes], bytes]) -> bytes | None:
        """Cut from a picture, or remember why it can't be read."""
        try:
            made = self._elsewhere.run(cutter, self._originals.read(face.content))
        except OSError as error:
            self.lacking[face.content] = error
            return None
        self.lacking.pop(face.content, None)
        return made


def prepared_folder(cache: Path, key: str) -> Path:
    """Give the folder for what is prepared of one class, so that it can be thrown away with a child's pictures.

    Args:
        cache: This computer's folder for what can be made again.
        key: What this computer knows the class by.
    """
    return cache / "own" / hashlib.sha256(os.fsencode(key)).hexdigest()[:16]


def _size_in(raw: bytes, size: int) -> Pixels:
    """Give one of the sizes that lie one after the other."""
    start = sum(4 * other * other for other in SIZES if other < size)
    return rows_of(raw[start : start + 4 * size * size], size)
