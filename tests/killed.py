"""Deeds done to copies of a class folder, killed one moment later in each copy, until one is done."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting, usual_adult
from board.disk import Disk
from board.mastery.pictures import Origin
from board.store.class_book import ClassBook
from board.store.picture_folder import Unfinished
from board.store.restore import copies_of, put_back, restore_zip

PICTURE = "0123456789abcdef" * 2
"""Content id of a picture that is brought."""

LIMIT = 120
"""Seconds until a program that hangs fails its test."""


class Dying(Disk):
    """A disk whose program is killed at one of its moments."""

    def __init__(self, moments: int) -> None:
        self.moments = moments

    def live(self) -> None:
        self.moments -= 1
        if self.moments == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def write(self, handle: int, data: bytes) -> None:
        for part in (data[: len(data) // 2], data[len(data) // 2 :]):
            self.live()
            super().write(handle, part)
        self.live()

    def sync(self, handle: int) -> None:
        self.live()
        super().sync(handle)
        self.live()

    def replace(self, new: Path, old: Path) -> None:
        self.live()
        super().replace(new, old)
        self.live()

    def remove(self, path: Path) -> None:
        self.live()
        super().remove(path)
        self.live()


def _erase(folder: Path, disk: Disk) -> None:
    book = ClassBook(folder, "d1", disk)
    book.erase(next(student for student in book.everyone if student.id == "ava"), book.assessors[0].id)


def _put_back(folder: Path, disk: Disk) -> None:
    put_back(folder, copies_of(folder)[0][-1], "d1", disk)


def _restore(folder: Path, disk: Disk) -> None:
    restore_zip(folder / "class.zip", folder / "Restored.class", "d1", disk=disk)


def _bring(folder: Path, disk: Disk) -> None:
    book = ClassBook(folder, "d1", disk)
    gallery = Gallery(Sitting(book, usual_adult(book)))
    gallery.bring("ava", "u/halves", (PICTURE, b"pixels"), origin=Origin.STUDIO, caption="a fish")


def _draw_on(folder: Path, disk: Disk) -> None:
    ClassBook(folder, "d1", disk).pictures.keep_unfinished("ava", "u/halves", Unfinished("after", "a fish"))


DEEDS: dict[str, Callable[[Path, Disk], None]] = {
    "erase": _erase,
    "put back": _put_back,
    "restore": _restore,
    "bring": _bring,
    "draw on": _draw_on,
}


def killed_at_every_moment(folder: Path, deed: str) -> list[Path]:
    """Give the copies of a folder in which a deed was killed, one moment later in each; in the last it was done."""
    command = [sys.executable, __file__, str(folder), deed]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    assert done.returncode == 0, done.stderr
    return [Path(line) for line in done.stdout.splitlines()]


def _main(folder: str, deed: str) -> None:
    for moment in count(1):
        copy = Path(f"{folder}-{moment}")
        shutil.copytree(folder, copy)
        child = os.fork()
        if child == 0:
            DEEDS[deed](copy, Dying(moment))
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(copy, flush=True)  # noqa: T201 - told to the test
        if ended != -signal.SIGKILL:
            sys.exit(ended)


if __name__ == "__main__":
    _main(*sys.argv[1:])
