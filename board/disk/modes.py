"""Who may read what is made: a class is private, unless its folder is shared already; then its new files are shared, too.

Whoever may write in a folder may read and write the files in it, whatever the umask of who made them; whoever may only
look into it gets nothing. A folder in which everybody may write but only owners may delete, such as /tmp, shares nothing.
The same choice as git's `core.sharedRepository`, made by looking at the folder instead of a setting.
"""

import contextlib
import os
import stat
import sys
from pathlib import Path

_FILE, _FOLDER = 0o600, 0o700
_READ_WRITE = 0o066
"""What a file can give to others: a folder's right to be looked into is none of a file's."""

_GROUP = 0o070

_HAS_MODES = sys.platform != "win32"
"""Windows hands the rights of a folder down by itself."""


def mode_for(folder: Path) -> int:
    """Give the mode of a new file in a folder; where that can't be looked at, a private one."""
    try:
        return _FILE | _shared(folder.stat().st_mode) & _READ_WRITE
    except OSError:
        return _FILE


def fit_file(handle: int, folder: Path, before: os.stat_result | None = None) -> None:
    """Give a file that was just made its rights; file systems without any are left alone.

    Args:
        handle: The new file, private so far.
        folder: The folder it is made in.
        before: The file whose place it takes: it keeps the rights that one had, and gets what its folder shares.
    """
    if _HAS_MODES:
        with contextlib.suppress(OSError):
            around = folder.stat()
            given = (0 if before is None else before.st_mode) | _shared(around.st_mode)
            _fit(handle, _FILE | given & _READ_WRITE, before or around)


def fit_folder(folder: Path) -> None:
    """Give a folder that was just made its rights; file systems without any are left alone.

    Args:
        folder: The new folder, private so far.
    """
    if not _HAS_MODES:
        return
    with contextlib.suppress(OSError):
        around = folder.parent.stat()
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            _fit(handle, _FOLDER | _shared(around.st_mode) | around.st_mode & stat.S_ISGID, around)
        finally:
            os.close(handle)


def made_folders(path: Path, *, private: bool = False) -> None:
    """Make a folder somebody named, and those around it that are missing; links to folders are followed here.

    Args:
        path: The folder.
        private: Whether only this account may look into what is made, whatever is shared around it.

    Raises:
        OSError: It can't be made.
    """
    if path.is_dir():
        return
    if path.parent != path:
        made_folders(path.parent, private=private)
    try:
        path.mkdir(0o700)
    except FileExistsError:
        if not path.is_dir():
            raise
    else:
        if not private:
            fit_folder(path)


def take_after(new: Path, before: os.stat_result) -> None:
    """Give a new folder the rights of the one whose place it will take; file systems without any are left alone."""
    if _HAS_MODES:
        with contextlib.suppress(OSError):
            handle = os.open(new, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                _fit(handle, _FOLDER | stat.S_IMODE(before.st_mode), before)
            finally:
                os.close(handle)


def _shared(folder: int) -> int:
    """Give the rights a folder of this mode shares, as bits of a mode."""
    is_sticky = bool(folder & stat.S_ISVTX)
    if not folder & stat.S_ISGID and (is_sticky or not folder & stat.S_IWGRP):
        return 0
    others = folder & 0o007 if folder & stat.S_IWOTH and not is_sticky else 0
    return folder & _GROUP | others


def _fit(handle: int, mode: int, like: os.stat_result) -> None:
    """Give something new its mode, and the group of what it is like; what root makes belongs to who owned that.

    Where the group can't be given, its rights are not given to another one either.
    """
    is_now = os.fstat(handle)
    owner = like.st_uid if os.geteuid() == 0 else -1
    if (is_now.st_gid != like.st_gid and mode & _GROUP) or owner not in (-1, is_now.st_uid):
        try:
            os.fchown(handle, owner, like.st_gid)
        except OSError:
            mode = mode & ~_GROUP | (mode & 0o007) << 3
    if stat.S_IMODE(os.fstat(handle).st_mode) != mode:
        os.fchmod(handle, mode)
