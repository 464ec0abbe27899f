"""Rolling copies of class.json that may go: old ones, but never the only one that holds something."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from board.store.codec import Documents

_LISTS = ("students", "assessors", "units")


def outgrown(copies: Sequence[Path], present: Documents, most: int, read: Callable[[Path], Documents]) -> list[Path]:
    """Give the copies that may go: all but the newest, and but those that hold what nothing newer does.

    When an older class.json comes back and is edited on, the copies from before are all there is of what it lacks:
    however many edits follow, the last one that holds it stays. A copy nobody can read holds nothing.

    Args:
        copies: The copies, oldest first.
        present: What class.json holds, markers of what was taken out on purpose too.
        most: How many of the newest stay in any case.
        read: Gives what a copy holds, nothing where it can't be read.
    """
    old, newer = copies[: max(0, len(copies) - most)], copies[max(0, len(copies) - most) :]
    known = _held(present)
    held = [_held(read(copy)) for copy in old]
    if not all(one <= known for one in held):  # hardly ever, so that an edit does not read every copy
        for copy in newer:
            known |= _held(read(copy))
    may_go = []
    for copy, one in reversed(list(zip(old, held, strict=True))):
        if one <= known:
            may_go.append(copy)
        known |= one
    return may_go


Held = Counter[tuple[str, str, str]]
"""Documents by table and id, and the number of the last edit of each by every computer."""


def _held(documents: Documents) -> Held:
    held: Held = Counter()
    for table in _LISTS:
        for id_, document in documents.get(table, {}).items():
            held[table, id_, ""] = 1
            changes = document.get("changes") if isinstance(document, dict) else None
            seen = changes.get("seen") if isinstance(changes, dict) else None
            for device, number in seen.items() if isinstance(seen, dict) else ():
                if type(number) is int:
                    held[table, id_, device] = number
    return held
