"""Other computers' ledger files: what they still hold of erased children, and what is done when one is gone for good."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from board.disk import DISK, Disk, NotSaved, patiently, put_file, read_plain, reason
from board.disk.links import plain_files
from board.mastery.facts import Fact, has_words, order
from board.store.erasure import stripped_lines
from board.store.layout import LEDGER, TEXT_BYTES
from board.store.lines import BadLine, fact_of
from board.store.locks import Turn


class Elsewhere(NamedTuple):
    """Another computer, as its facts tell of it.

    Attributes:
        device: Its id.
        last: The last fact it wrote.
        facts: How many it wrote.
        words: How many of these still hold words about erased children.
    """

    device: str
    last: Fact
    facts: int
    words: int


def with_words(facts: Sequence[Fact], erased: Collection[str], device: str) -> tuple[Elsewhere, ...]:
    """Give the other computers whose facts still hold words about erased children, by id.

    Args:
        facts: The whole ledger.
        erased: Ids of the students.
        device: This computer.
    """
    wordy = [fact.device for fact in facts if fact.student in erased and fact.device != device and has_words(fact)]
    found = []
    for other in sorted(set(wordy)):
        theirs = [fact for fact in facts if fact.device == other]
        found.append(Elsewhere(other, max(theirs, key=order), len(theirs), wordy.count(other)))
    return tuple(found)


def ledgers(place: Path) -> list[Path]:
    """Give the ledger files in a folder."""
    return [path for path in plain_files(place) if path.suffix == ".jsonl" and not path.name.startswith(".")]


def strip_gone(folder: Path, device: str, erased: Collection[str], disk: Disk = DISK) -> None:
    """Take the words about erased students out of the files of a computer that is gone for good; its marks stay.

    Should it come back after all, it does the same to its own file, and both files are the same.

    Args:
        folder: The class folder.
        device: That computer, never this one.
        erased: Ids of the students.
        disk: Where the system calls go.

    Raises:
        NotSaved: Not everything could be done; doing it again goes on.
    """
    try:
        for path in ledgers(LEDGER.within(folder)):
            if path.stem == device or device in _writers(_read(path)):
                with Turn(path.with_suffix(".lock")).taken():
                    data = _read(path)
                    if stripped_lines(data, erased) != data:
                        put_file(path, stripped_lines(data, erased), disk)
    except OSError as error:
        raise NotSaved(
            f"{LEDGER.within(folder)} could not be cleaned ({reason(error)}); say it again once every board is closed."
        ) from error


def _read(path: Path) -> bytes:
    return patiently(lambda: read_plain(path, TEXT_BYTES))


def _writers(data: bytes) -> set[str]:
    """Give the devices whose facts a file holds."""
    found = set()
    for line in data.splitlines():
        try:
            found.add(fact_of(line).device)
        except BadLine:
            continue
    return found
