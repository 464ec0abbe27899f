"""What sync programs, servers and people do to files, of which nobody at a board knows.

Each was told of elsewhere: a server brought back from an old copy (nextcloud/desktop 8171, owncloud 324), every file of 1970
(nextcloud/desktop 4016), copies of everything without need (syncthing 2067, 2619), two programs that copy each other's copies
(JeffSteinbok/obsidian-onedrive 128), the original cut off and the whole one beside it (syncthing 4541), files taken away and
a stub left (cryptomator 1530), an older file without a copy of the newer (syncthing 6252), files left behind (keepassxc 1217),
files emptied or gone everywhere (syncthing 9868).
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import PurePosixPath
from random import Random
from typing import NamedTuple

from sync.cloud import CALM, Client, Server

_PICTURE = re.compile(r"art/[0-9a-f]{32}\.png")


class Around(NamedTuple):
    """What is around one computer.

    Attributes:
        client: The sync program on it.
        server: Its server.
        past: Everything that lay on the server at some earlier times.
        dice: Decides what happens.
    """

    client: Client
    server: Server
    past: list[dict[str, bytes]]
    dice: Random

    def a_file(self) -> str:
        """Choose a file that is all here, those that matter most often."""
        files = sorted(self.client.whole_files())
        most = [path for path in files if path == "class.json" or path.startswith("ledger/")]
        return self.dice.choice(most if most and self.dice.random() < 0.7 else files)

    def an_old_one(self, path: str) -> bytes | None:
        """Choose what was in a file at some time, None where the server never had it."""
        versions = self.server.versions.get(path)
        return self.dice.choice(versions) if versions else None


def _goes_back_here(around: Around) -> None:
    path = around.a_file()
    old = around.an_old_one(path)
    if old is not None and not path.startswith("art/"):
        around.client.put(path, old)


def _goes_back_everywhere(around: Around) -> None:
    path = around.a_file()
    old = around.an_old_one(path)
    if old is not None and path in around.server.files and not path.startswith("art/"):
        around.server.files[path] = old


def _server_is_brought_back(around: Around) -> None:
    """All is as it was some time ago, but pictures: they are the same at all times."""
    old = around.dice.choice(around.past)
    pictures = {path: data for path, data in around.server.files.items() if path.startswith("art/")}
    around.server.files = pictures | old


def _is_deleted_everywhere(around: Around) -> None:
    path = around.a_file()
    if path in around.server.files and not path.startswith("art/"):
        del around.server.files[path]


def _is_withheld(around: Around) -> None:
    path = around.a_file()
    data = around.client.files()[path]
    part = around.dice.choice([None, None, b"", data[: len(data) // 2], bytes(len(data))])
    around.client.withhold(path, part)


def _folder_is_withheld(around: Around) -> None:
    """All of a folder is elsewhere for a while, and copies of it lie in a folder of another name."""
    name = around.dice.choice(("ledger", "ledger", "backups", "art"))
    for path, data in around.client.whole_files().items():
        if path.startswith(f"{name}/"):
            around.client.put(f"{name} (1)/{PurePosixPath(path).name}", data)
            around.client.withhold(path, None)


def _folder_is_gone(around: Around) -> None:
    for path in around.client.whole_files():
        if path.startswith("ledger/"):
            around.client.withhold(path, None)
    shutil.rmtree(around.client.folder / "ledger", ignore_errors=True)


def _copy_without_need(around: Around) -> None:
    path = around.a_file()
    data = around.dice.choice([around.an_old_one(path), around.client.files()[path]])
    if data is not None:
        around.client.beside(path, data, CALM)


def _copies_of_everything(around: Around) -> None:
    for path, data in around.client.whole_files().items():
        if not path.startswith("backups/"):
            around.client.beside(path, data, CALM)


def _cut_with_the_whole_one_beside(around: Around) -> None:
    path = around.a_file()
    data = around.client.files()[path]
    around.client.beside(path, data, CALM)
    around.client.put(path, data[: around.dice.randrange(len(data) + 1)])


def _picture_is_spoilt(around: Around) -> None:
    """A picture is cut off, or another one lies in its place, and the whole one beside it."""
    pictures = {path: data for path, data in around.client.whole_files().items() if _PICTURE.fullmatch(path)}
    whole = sorted(path for path, data in pictures.items() if data == around.server.versions.get(path, [None])[0])
    if whole:
        path, other = around.dice.choice(whole), around.dice.choice(whole)
        data, cut = pictures[path], around.dice.randrange(len(pictures[path]))
        around.client.beside(path, data, CALM)
        around.client.put(path, data[:cut] if path == other else pictures[other])


def _left_behind(around: Around) -> None:
    if around.client.program.stubs:
        return  # what it leaves says that a file is elsewhere
    path = around.a_file()
    data = around.client.files()[path]
    around.client.leave(
        around.dice.choice([path, f"{path}~", f"{path}.bak"]), data[: around.dice.randrange(len(data) + 1)]
    )


def _all_of_1970(around: Around) -> None:
    for path in around.client.files():
        os.utime(around.client.folder / path, (0, 0))


def _put_anew(around: Around) -> None:
    path = around.a_file()
    around.client.put(path, around.client.files()[path])


class Mishap(NamedTuple):
    """Something that happens.

    Attributes:
        happen: What.
        often: How often beside the others.
        destroys: Whether only those who wrote a file may know what was in it, once this has happened.
    """

    happen: Callable[[Around], None]
    often: int
    destroys: bool = False


MISHAPS = (
    Mishap(_goes_back_here, 6, destroys=True),
    Mishap(_goes_back_everywhere, 4, destroys=True),
    Mishap(_server_is_brought_back, 1, destroys=True),
    Mishap(_is_deleted_everywhere, 2, destroys=True),
    Mishap(_is_withheld, 6),
    Mishap(_folder_is_withheld, 1),
    Mishap(_folder_is_gone, 1, destroys=True),
    Mishap(_copy_without_need, 4),
    Mishap(_copies_of_everything, 1),
    Mishap(_cut_with_the_whole_one_beside, 3, destroys=True),
    Mishap(_picture_is_spoilt, 3, destroys=True),
    Mishap(_left_behind, 3),
    Mishap(_all_of_1970, 1),
    Mishap(_put_anew, 1),
)


def something_happens(around: Around, *, destroys: bool) -> str:
    """Let one of the things happen that happen, and give its name.

    Args:
        around: Where.
        destroys: Whether it may be one that destroys something.
    """
    may = [one for one in MISHAPS if destroys or not one.destroys]
    (mishap,) = around.dice.choices(may, [one.often for one in may])
    mishap.happen(around)
    return mishap.happen.__name__.strip("_")
