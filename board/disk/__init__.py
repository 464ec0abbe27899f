"""The few system calls that keep promises: bytes are on the disk, or the caller is told."""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from board.disk.links import is_link, leads_away
from board.disk.modes import fit_file, fit_folder, made_folders
from board.errors import Refusal

_Result = TypeVar("_Result")

_PATIENCE = 1.0
"""Seconds to go on trying what Windows refuses while another program has the file open."""

_PAUSE = 0.02
"""Seconds between two tries."""

_CAREFUL = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))
"""How files of the board are opened: no link is followed, no pipe waited for, where the system has a flag for it."""


class NotSaved(Refusal):
    """Something could not be put on the disk; nothing half-written is left."""


class NotPlain(OSError):
    """There is a link, a pipe, a device or a folder where a plain file should be; it is not followed and not waited for."""


class TooLong(OSError):
    """A file holds more than anything of its kind can."""


class Disk:
    """A real disk; tests hand in one that breaks."""

    def write(self, handle: int, data: bytes) -> None:
        """Write all of the bytes, however many calls it takes."""
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]

    def sync(self, handle: int) -> None:
        """Wait until the file's bytes are on the disk."""
        if sys.platform == "darwin":  # where fsync only hands the bytes to the drive
            import fcntl  # noqa: PLC0415 - Windows has no such module

            try:
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            except OSError:  # a share that knows no better than fsync
                os.fsync(handle)
        else:
            os.fsync(handle)

    def sync_folder(self, folder: Path) -> None:
        """Wait until the folder's names are on the disk, on systems that can (Windows keeps them by itself)."""
        if not hasattr(os, "O_DIRECTORY"):
            return
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            self.sync(handle)
        finally:
            os.close(handle)

    def replace(self, new: Path, old: Path) -> None:
        """Put a finished file in the place of another in one move."""
        patiently(lambda: new.replace(old))

    def remove(self, path: Path) -> None:
        """Take a file away; one that is gone already is no error."""
        patiently(lambda: path.unlink(missing_ok=True))


DISK = Disk()


def patiently(deed: Callable[[], _Result]) -> _Result:
    """Do something with a file that Windows refuses while another program reads or replaces it: try for a second.

    Raises:
        OSError: It can't be done; on other systems at the first try.
    """
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            return deed()
        except PermissionError:
            if sys.platform != "win32" or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)


@contextlib.contextmanager
def new_file(path: Path, disk: Disk = DISK, ready: Callable[[], None] = lambda: None) -> Iterator[int]:
    """Open a file to write that takes its place only once it is whole and on the disk; after any error it never does.

    Args:
        path: Where the file shall be; its folder must exist. A link there is replaced, not followed.
        disk: Where the system calls go.
        ready: Called right before the file takes its place; when it raises, it never does.

    Raises:
        NotSaved: The disk is full, read-only or broken; the old file is as it was, or the sentence leaves it open.
    """
    new = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")  # a name nobody can lay a link under
    is_ours = False
    try:
        handle = make_plain(new, like=path)
        is_ours = True
        try:
            yield handle
            disk.sync(handle)
        finally:
            os.close(handle)
        ready()
        disk.replace(new, path)
    except BaseException as error:
        if is_ours:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise NotSaved(f"{path} could not be saved ({reason(error)}); what was there before is kept.") from error
        raise
    sync_name(path, disk)


def sync_name(path: Path, disk: Disk = DISK) -> None:
    """Wait until a file that was put in place is found there after a power cut, too.

    Raises:
        NotSaved: Nobody knows; the file is in place for now.
    """
    try:
        disk.sync_folder(path.parent)
    except OSError as error:
        raise NotSaved(
            f"The disk does not answer ({reason(error)}), so {path} may be saved or not; close the board, then look."
        ) from error


def put_file(path: Path, data: bytes, disk: Disk = DISK, ready: Callable[[], None] = lambda: None) -> None:
    """Write a whole file so that a reader finds either the old bytes or the new ones, never a mixture.

    Args:
        path: The file; its folder must exist.
        data: All of its bytes.
        disk: Where the system calls go.
        ready: Called right before the file takes its place; when it raises, it never does.

    Raises:
        NotSaved: The disk is full, read-only or broken; the old file is as it was, or the sentence leaves it open.
    """
    with new_file(path, disk, ready) as handle:
        disk.write(handle, data)


def put_files(files: Mapping[Path, bytes], disk: Disk = DISK) -> None:
    """Write files that belong together: none takes its place before all of them are written.

    Args:
        files: All bytes of each by its path; their folders must exist. The first takes its place last.
        disk: Where the system calls go.

    Raises:
        NotSaved: The disk is full, read-only or broken; the old files are as they were, or the sentence leaves it open.
    """
    with contextlib.ExitStack() as places:
        for path, data in files.items():
            disk.write(places.enter_context(new_file(path, disk)), data)


def open_plain(path: Path, flags: int = os.O_RDONLY) -> int:
    """Open a file, but nothing that only stands in its place: no link is followed, no pipe waited for.

    Nor is a link to its folder followed; whoever may name one gives the folder itself, see `real_folder`.

    Args:
        path: The file.
        flags: As for `os.open`; a file that is made gets the rights its folder gives.

    Raises:
        NotPlain: There is something else.
        OSError: It can't be opened.
    """
    _refuse_link(path.parent)
    while True:
        try:
            return _opened(path, flags & ~os.O_CREAT)
        except FileNotFoundError:
            if not flags & os.O_CREAT:
                raise
        with contextlib.suppress(FileExistsError):  # somebody else has just made it
            return make_plain(path, flags)


def _opened(path: Path, flags: int) -> int:
    """Open what is there already; what it is, is seen before and after, so that opening it sets nothing off."""
    before = path.lstat()
    _refuse_odd(before)
    try:
        handle = os.open(path, flags | _CAREFUL)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EMLINK):  # the second is BSD's word for it
            raise NotPlain(errno.ELOOP, "it is a link") from error
        raise
    try:
        _refuse_odd(os.fstat(handle))
    except NotPlain:
        os.close(handle)
        raise
    return handle


def make_plain(path: Path, flags: int = os.O_RDWR, like: Path | None = None) -> int:
    """Open a new file; whatever is there already is neither touched nor followed.

    Args:
        path: The file.
        flags: As for `os.open`.
        like: The file whose place it will take, and whose rights it keeps; None for one that takes nobody's.

    Raises:
        FileExistsError: There is something already.
        OSError: It can't be made.
    """
    handle = os.open(path, flags | os.O_CREAT | os.O_EXCL | _CAREFUL, 0o600)
    before = None
    with contextlib.suppress(OSError):
        before = None if like is None else like.lstat()
    fit_file(handle, path.parent, before if before is not None and stat.S_ISREG(before.st_mode) else None)
    return handle


def read_plain(path: Path, most: int) -> bytes:
    """Read a whole file, but nothing that only stands in its place.

    Args:
        path: The file.
        most: Bytes it may have.

    Raises:
        NotPlain: There is something else.
        TooLong: It has more.
        OSError: It can't be read.
    """
    with os.fdopen(open_plain(path), "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLong(errno.EFBIG, "it is too long")
    return data


def made_folder(path: Path) -> None:
    """Make a folder of the board's own where it is missing, with the rights the folder around it shares.

    Raises:
        NotPlain: There is a link or a file.
        OSError: It can't be made.
    """
    try:
        path.mkdir(0o700)
    except FileExistsError:
        _refuse_link(path)
        if not path.is_dir():
            raise NotPlain(errno.ENOTDIR, "it is no folder") from None
    else:
        fit_folder(path)


def _refuse_link(folder: Path) -> None:
    if is_link(folder):
        raise NotPlain(errno.ELOOP, f"{folder.name} is a link")


def _refuse_odd(about: os.stat_result) -> None:
    if leads_away(about):
        raise NotPlain(errno.ELOOP, "it is a link")
    if not stat.S_ISREG(about.st_mode):
        raise NotPlain(errno.EINVAL, "it is no file")


def put_if_possible(path: Path, data: bytes) -> None:
    """Write a file that can be made again, with its folder, for this account only; a failure only costs time."""
    with contextlib.suppress(OSError, NotSaved):
        made_folders(path.parent, private=True)
        put_file(path, data)


def reason(error: OSError) -> str:
    """Give the system's own words for what went wrong, in lower case, without a path."""
    return (error.strerror or type(error).__name__).lower()
