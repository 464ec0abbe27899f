"""This computer as a class knows it: the id its ledger files are named after, and where it remembers what it wrote."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Device(NamedTuple):
    """A computer that opens classes.

    Attributes:
        id: Names the ledger file it writes in each class; random.
        memory: Folder outside of every class in which it remembers its own part of them; None remembers nothing.
        former: Ids it has given up, because another computer has the same.
        renew: Gives up an id and gives the new one, for when another computer is found to have the same; None where
            nobody can keep another id.
    """

    id: str
    memory: Path | None = None
    former: tuple[str, ...] = ()
    renew: Callable[[str], str] | None = None

    def memory_of(self, class_id: str, folder: Path) -> Path | None:
        """Give the folder of what is remembered of one class in one place; another place is another class here.

        Args:
            class_id: The id the class has of its own, see `About.id`.
            folder: The class folder.
        """
        if self.memory is None:
            return None
        key = class_id.encode("utf-8", "surrogatepass") + b"\0" + os.fsencode(folder.resolve())
        return self.memory / hashlib.sha256(key).hexdigest()[:16]

    def forget(self, class_id: str, folder: Path) -> None:
        """Remember nothing more of a class in one place: somebody has put an earlier state of it there on purpose.

        Args:
            class_id: The id the class has of its own.
            folder: The class folder.
        """
        memory = self.memory_of(class_id, folder)
        if memory is not None:
            shutil.rmtree(memory, ignore_errors=True)


def device_of(device: Device | str) -> Device:
    """Give a device; a bare id is one that remembers nothing."""
    return Device(device) if isinstance(device, str) else device
