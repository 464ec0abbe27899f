"""A sync program: what lies on its server, and its part on each computer, which knows files and nothing of what is in them."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from sync.names import Program, copy_of, half_of

Bytes = bytes | None
"""What is in a file, None where there is none."""

_TIMES = (0, 86_400, 1_600_000_000, 1_900_000_000)
"""Seconds that sync programs write as the time of a file: its owner's clock, or 1970."""


class Mood(NamedTuple):
    """How often a sync program does something else than bring a file at once and whole; shares, 0 to 1.

    Attributes:
        late: A file waits for the next time.
        half: A file is there with its first bytes only, until the next time.
        lost: What changed in two places is overwritten in one, instead of kept as a copy.
        in_place: A file is written over the old one, instead of put in its place.
        odd_times: A file gets another time than now.
    """

    late: float = 0.0
    half: float = 0.0
    lost: float = 0.0
    in_place: float = 0.5
    odd_times: float = 0.0


CALM = Mood()


class Server:
    """What lies on the server.

    Attributes:
        files: What is in each file.
        versions: Everything that ever was in each file, the oldest first.
    """

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = dict(files)
        self.versions = {path: [data] for path, data in files.items()}

    def put(self, path: str, data: Bytes) -> None:
        """Take what a computer sends."""
        if data is None:
            self.files.pop(path, None)
            return
        self.files[path] = data
        known = self.versions.setdefault(path, [])
        if data not in known:
            known.append(data)


class Client:
    """The sync program on one computer.

    Args:
        folder: The folder it keeps like the server.
        server: The server.
        program: What it calls its files.
        dice: Decides what happens.
    """

    def __init__(self, folder: Path, server: Server, program: Program, dice: Random) -> None:
        self.folder, self.server, self.program = folder, server, program
        self._dice = dice
        self._agreed = dict(server.files)
        self._coming: dict[str, tuple[Bytes, bytes]] = {}
        self._own: set[str] = set()

    def files(self) -> dict[str, bytes]:
        """Give what is in each file here, but for those the program only makes for itself."""
        return {path: data for path, data in files_in(self.folder) if path not in self._own}

    def whole_files(self) -> dict[str, bytes]:
        """Give what is in each file that is not still on its way."""
        return {path: data for path, data in self.files().items() if path not in self._coming}

    def sync(self, mood: Mood) -> None:
        """Send what changed here, and bring what changed elsewhere, in any order."""
        here = self.files()
        paths = sorted(here.keys() | self.server.files.keys() | self._agreed.keys() | self._coming.keys())
        self._dice.shuffle(paths)
        for path in paths:
            if self._dice.random() >= mood.late:
                self._sync(path, here.get(path), mood)

    def put(self, path: str, data: Bytes) -> None:
        """Put something in the place of a file, unasked."""
        self._write(path, data, CALM)

    def withhold(self, path: str, part: Bytes) -> None:
        """Take a file away, or all but a part of it, until the next time; one the server has not is left."""
        data = self.whole_files().get(path)
        if data is not None and data == self.server.files.get(path):
            self._coming[path] = part, data
            self._write(path, part, CALM)
            if part is None and self.program.stubs:
                self.leave(path, b"bplist00")

    def leave(self, path: str, data: bytes) -> None:
        """Leave a file behind that the program made for itself."""
        name = half_of(self.program, path)
        self._own.add(name)
        self._write(name, data, CALM)

    def beside(self, path: str, data: bytes, mood: Mood) -> None:
        """Put something beside a file, as a conflict copy."""
        taken, number = self.files().keys(), 1
        while copy_of(self.program, path, number) in taken:
            number += 1
        self._write(copy_of(self.program, path, number), data, mood)

    def _sync(self, path: str, here: Bytes, mood: Mood) -> None:
        there, agreed = self.server.files.get(path), self._agreed.get(path)
        if path in self._coming:
            self._finish(path, here, mood)
        elif there in (here, agreed):
            self.server.put(path, here)
            self._agree(path, here)
        elif here in (agreed, None):
            self._bring(path, there, mood)
        elif there is None:
            self.server.put(path, here)
            self._agree(path, here)
        elif self._dice.random() < mood.lost:
            self._overwrite(path, here, there, mood)
        elif self.program.keeps_ours:
            self.beside(path, there, mood)
            self.server.put(path, here)
            self._agree(path, here)
        else:
            self.beside(path, here, mood)
            self._bring(path, there, mood)

    def _overwrite(self, path: str, here: bytes, there: bytes, mood: Mood) -> None:
        """Let one of two that changed be gone, whichever is older."""
        if self._dice.random() < 0.5:
            self.server.put(path, here)
            self._agree(path, here)
        else:
            self._bring(path, there, mood)

    def _bring(self, path: str, data: Bytes, mood: Mood) -> None:
        if data is not None and self._dice.random() < mood.half:
            part = data[: self._dice.choice([0, self._dice.randrange(len(data) + 1)])]
            self._coming[path] = part, data
            self._write(path, part, mood)
            return
        self._write(path, data, mood)
        self._agree(path, data)

    def _finish(self, path: str, here: Bytes, mood: Mood) -> None:
        """Bring the rest of a file; where somebody wrote meanwhile, that is what changed in two places."""
        part, data = self._coming.pop(path)
        if here not in (part, data, None) and self._dice.random() >= mood.lost:
            self.beside(path, here, mood)
        self._write(path, data, mood)
        self._agree(path, data)
        if self.program.stubs:
            self._write(half_of(self.program, path), None, CALM)

    def _agree(self, path: str, data: Bytes) -> None:
        if data is None:
            self._agreed.pop(path, None)
        else:
            self._agreed[path] = data

    def _write(self, path: str, data: Bytes, mood: Mood) -> None:
        place = self.folder / path
        if data is None:
            place.unlink(missing_ok=True)
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        if self._dice.random() < mood.in_place:
            place.write_bytes(data)
        else:
            new = place.with_name(half_of(self.program, place.name))
            new.write_bytes(data)
            new.replace(place)
        if self._dice.random() < mood.odd_times:
            seconds = self._dice.choice(_TIMES)
            os.utime(place, (seconds, seconds))


def files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give the paths of all files in a folder, as seen from it, and what is in them."""
    start = len(str(folder)) + 1
    for root, _, names in os.walk(str(folder)):  # by strings: it is asked for thousands of times
        for name in names:
            place = f"{root}/{name}"
            with open(place, "rb") as file:  # noqa: PTH123
                yield place[start:], file.read()
