"""Files for this account only that several processes read and write at once."""

import os
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from board.disk import DISK, NotPlain, NotSaved, TooLong, new_file, read_plain, reason
from board.disk.modes import made_folders
from board.store.draft import new_id
from board.store.locks import Turn, TurnLost

Raw = dict[str, Any]

_Sense = TypeVar("_Sense")
_Result = TypeVar("_Result")
_Stamp = tuple[int, int, int, int]

_BYTES = 1 << 20
_JUST_NOW = 2.0
"""Seconds in which a file may change twice and look the same: clocks of file systems are coarse."""

_SECRET = 32


class SharedFile(Generic[_Sense]):
    """A table of entries by id, written whole, one writer at a time, and read by others as soon as it is there.

    A file that is damaged counts as empty; it is kept beside the new one and never read again.

    Args:
        folder: A folder that is for this account only, made when missing.
        name: Names the file in it.
        sense: Turns the entries, as they stand there, into what they mean.
    """

    def __init__(self, folder: Path, name: str, sense: Callable[[Raw], _Sense]) -> None:
        self._folder, self._sense = folder, sense
        self._path, self._secret = folder / f"{name}.json", folder / f"{name}.key"
        self._turn = Turn(folder / f"{name}.lock")
        self._seen: tuple[_Stamp, _Sense] | None = None

    def now(self) -> _Sense:
        """Give what the file means now; it is read again only when it has changed, or may have."""
        try:
            stat = self._path.lstat()
        except OSError:
            return self._sense({})
        stamp = stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
        seen = self._seen
        if seen is not None and seen[0] == stamp:
            return seen[1]
        is_settled = time.time() - max(stat.st_mtime, stat.st_ctime) > _JUST_NOW
        sense = self._sense(self._read())
        self._seen = (stamp, sense) if is_settled else None
        return sense

    def change(self, change: Callable[[Raw], _Result]) -> _Result:
        """Change the entries, and keep that before it is answered.

        Args:
            change: Changes what it is given; called once more where somebody else has written meanwhile.

        Raises:
            NotSaved: It can't be kept.
            Refusal: Another program did not give its turn back.
        """
        while True:
            with self._turns():
                entries = self._read_to_change()
                before = dict(entries)
                result = change(entries)
                if entries == before:
                    return result
                try:
                    self._put(self._path, msgspec.json.format(msgspec.json.encode({"entries": entries}), indent=1))
                except TurnLost:
                    continue
                return result

    def secret(self) -> bytes:
        """Give 32 random bytes that lie beside it, made the first time.

        Raises:
            NotSaved: They can't be kept.
            Refusal: Another program did not give its turn back.
        """
        while (kept := self._read_secret()) is None:
            with self._turns():
                try:
                    self._put(self._secret, self._read_secret() or os.urandom(_SECRET))
                except TurnLost:
                    continue
        return kept

    def _read(self) -> Raw:
        """Read the entries; none where they can't be read."""
        try:
            return _entries(read_plain(self._path, _BYTES)) or {}
        except OSError:
            return {}

    def _read_to_change(self) -> Raw:
        """Read the entries in order to write them anew; a damaged file is put aside first.

        Raises:
            NotSaved: It can't be read although it may be sound, or not be put aside.
        """
        try:
            entries = _entries(read_plain(self._path, _BYTES))
        except FileNotFoundError:
            return {}
        except (NotPlain, TooLong):
            entries = None
        except OSError as error:
            raise NotSaved(f"{self._path} can't be read ({reason(error)}), so nothing was changed.") from error
        if entries is not None:
            return entries
        try:
            DISK.replace(self._path, self._path.with_suffix(f".{new_id()}.damaged"))
        except OSError as error:
            raise NotSaved(f"{self._path} is damaged, and can't be moved away ({reason(error)}).") from error
        return {}

    def _read_secret(self) -> bytes | None:
        try:
            kept = read_plain(self._secret, _SECRET)
        except OSError:
            return None
        return kept if len(kept) == _SECRET else None

    def _turns(self) -> AbstractContextManager[None]:
        try:
            made_folders(self._folder, private=True)
        except OSError as error:
            raise NotSaved(f"{self._folder} can't be made ({reason(error)}), so nothing was changed.") from error
        return self._turn.taken()

    def _put(self, path: Path, data: bytes) -> None:
        """Write a whole file that is for this account only, whatever its folder shares."""
        with new_file(path, ready=self._turn.see_to) as handle:
            if hasattr(os, "fchmod"):
                os.fchmod(handle, 0o600)
            DISK.write(handle, data)


def _entries(data: bytes) -> Raw | None:
    """Give the entries in the bytes of a file, None where it is damaged."""
    try:
        entries = msgspec.json.decode(data)["entries"]
    except (ValueError, RecursionError, LookupError, TypeError):
        return None
    return entries if isinstance(entries, dict) else None
