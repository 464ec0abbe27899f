"""Several accounts of one computer, as a school has them: each deed is done by the account that is named."""

import os
import secrets  # noqa: F401 - other accounts may not be able to load what the board loads late
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

AVA, BEN, EVE = 54_001, 54_002, 54_003
"""Two teachers who share a group, and somebody who is in none."""

TEACHERS = 54_100

only_as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be several accounts")


def done_by(account: int, deed: Callable[[], object], umask: int = 0o022) -> str:
    """Do something as another account, in a process of its own.

    Args:
        account: Its number; everybody but Eve is in the group of teachers, too.
        deed: What it does.
        umask: Its umask.

    Returns:
        What the deed gave, as text; of an error its kind and its words.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        _be(account, umask)
        try:
            said = str(deed())
        except BaseException as error:  # noqa: BLE001 - the other process tells of it
            said = f"{type(error).__name__}: {error}"
        os.write(write, said.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as told:
        said = told.read()
    os.waitpid(child, 0)
    return said


def _be(account: int, umask: int) -> None:
    os.setgroups([] if account == EVE else [TEACHERS])
    os.setgid(account)
    os.setuid(account)
    os.umask(umask)


@contextmanager
def shared_place(mode: int, group: int = TEACHERS, owner: int = AVA) -> Iterator[Path]:
    """Give a folder on the disk all accounts can reach, with a mode and a group of its own."""
    around = Path(tempfile.mkdtemp())
    around.chmod(0o755)
    place = around / "place"
    place.mkdir()
    os.chown(place, owner, group)
    place.chmod(mode)
    try:
        yield place
    finally:
        shutil.rmtree(around)
