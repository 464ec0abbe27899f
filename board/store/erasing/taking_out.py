"""Takes erased students out of everything this computer keeps of a class, in the folder and beside it."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from board.disk import DISK, Disk
from board.mastery.facts import words_in
from board.store.documents.class_file import ClassFile
from board.store.erasing.memories import strip_memories
from board.store.erasure import remove_files
from board.store.ledger.conflict_ledgers import strip_copies
from board.store.ledger.ledger import Ledger


class Kept(NamedTuple):
    """Where a class is kept.

    Attributes:
        folder: The class folder.
        documents: Its documents.
        ledger: Its facts.
        memory: What this computer remembers of classes, see `Device.memory`.
    """

    folder: Path
    documents: ClassFile
    ledger: Ledger
    memory: Path | None


def take_out(kept: Kept, erased: Collection[str], disk: Disk = DISK) -> tuple[str, ...]:
    """Take out what is left of erased students.

    Lines name the pictures and documents the child, so pictures go first and documents last: as long as the child
    is listed, an erasure that was cut short goes on with all it knew.

    Args:
        kept: The class.
        erased: Ids of the students.
        disk: Where the system calls go.

    Returns:
        Names of files that could not be read and were deleted.

    Raises:
        OSError: Something can't be read.
        Refusal: Not everything could be done; doing it again goes on.
    """
    kept.ledger.may_write()
    facts = kept.ledger.facts
    listed = [student for student in kept.documents.students if student.id in erased]
    words = [word for student in listed for word in (student.name, student.alias)]
    if listed:
        words += [text for fact in facts if fact.student in erased for text in words_in(fact)]
    remove_files(kept.folder, erased, facts, now=bool(listed), disk=disk)
    kept.ledger.strip(erased, words)
    strip_copies(kept.folder, erased, disk)
    gone = kept.documents.strip(erased, now=bool(listed))
    strip_memories(kept.memory, erased, words, disk)
    return gone
