"""A disk that knows what a power cut would leave of it: only this can tell a sync that was forgotten."""

import os
import random
from collections.abc import Callable
from pathlib import Path

from board.disk import Disk


class PowerCut(Disk):
    """A disk that keeps for sure only what was synced; of the rest, chance decides what had arrived.

    Args:
        root: The folder that is watched; what it holds now is safe.
        bytes_are_kept: Whether syncing a file does anything; without, a control that must fail.
        names_are_kept: Whether syncing a folder does anything; without, a control that must fail.

    Attributes:
        passed: Called at every moment at which the power may go.
    """

    def __init__(self, root: Path, *, bytes_are_kept: bool = True, names_are_kept: bool = True) -> None:
        self._root = root
        self._bytes_are_kept, self._names_are_kept = bytes_are_kept, names_are_kept
        self._handles: dict[int, int] = {}
        self._safe: dict[int, bytes] = {}
        folders = [root, *sorted(path for path in root.rglob("*") if path.is_dir())]  # as chance meets them on any disk
        self._names = {folder: _names(folder) for folder in folders}
        for path in (path for path in root.rglob("*") if path.is_file()):
            with path.open("rb") as file:
                self._safe[self._known(file.fileno())] = file.read()
        self.passed: Callable[[], None] = lambda: None

    def close(self) -> None:
        """Let go of the files."""
        for handle in self._handles.values():
            os.close(handle)
        self._handles.clear()

    def write(self, handle: int, data: bytes) -> None:
        self._known(handle)
        for part in (data[: len(data) // 2], data[len(data) // 2 :]):
            self.passed()
            super().write(handle, part)
        self.passed()

    def sync(self, handle: int) -> None:
        if self._bytes_are_kept:
            self._safe[self._known(handle)] = _bytes(handle)
        self.passed()

    def sync_folder(self, folder: Path) -> None:
        if self._names_are_kept:
            self._names[folder] = _names(folder)
        self.passed()

    def replace(self, new: Path, old: Path) -> None:
        super().replace(new, old)
        self.passed()

    def remove(self, path: Path) -> None:
        super().remove(path)
        self.passed()

    def left(self, chance: random.Random) -> dict[Path, bytes]:
        """Give the files a power cut at this moment may leave, by their path in the folder."""
        found = {}
        for folder, safe in self._names.items():
            now = _names(folder)
            for name in sorted({*safe, *now}):
                inode = chance.choice((safe, now)).get(name)
                if inode is not None:
                    found[(folder / name).relative_to(self._root)] = self._arrived(inode, chance)
        return found

    def _arrived(self, inode: int, chance: random.Random) -> bytes:
        safe = self._safe.get(inode, b"")
        now = _bytes(self._handles[inode]) if inode in self._handles else b""
        if not now.startswith(safe):
            return chance.choice((safe, now))
        room = len(now) - len(safe)
        return chance.choice((safe, now, now[: len(safe) + chance.randint(0, room)], safe + bytes(room)))

    def _known(self, handle: int) -> int:
        """Give the inode of an open file; held open here, it is given to no other file."""
        inode = os.fstat(handle).st_ino
        if inode not in self._handles:
            self._handles[inode] = os.dup(handle)
        return inode


def _names(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in folder.iterdir() if path.is_file()}


def _bytes(handle: int) -> bytes:
    return os.pread(handle, os.fstat(handle).st_size, 0)
