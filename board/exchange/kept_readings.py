"""What was typed or dropped, as it was read: the same text, or a file that lies there unchanged, is not read twice."""

from pathlib import Path

from board.exchange.lists.reading import Reading
from board.exchange.rosters import place_of_list, read_pasted
from board.exchange.tables.column import Chosen

LARGE = 200_000
"""Bytes of a file from which on nobody waits for it before a key is answered."""

_MOST = 4
"""Readings kept: as the board understood it, as it is understood now, and what was tried last."""

_Key = tuple[str, tuple[int, int], frozenset[tuple[int, str]]]


class KeptReadings:
    """The last readings of what was typed, pasted or dropped, by what it was and what its columns were said to mean."""

    def __init__(self) -> None:
        self._kept: dict[_Key, Reading] = {}

    def reading(self, text: str, chosen: Chosen) -> Reading:
        """Read a list, unless it was; a large file takes long.

        Args:
            text: Names, a table, or the place of a file.
            chosen: What the teacher says about its columns.
        """
        key = _key(text, chosen)
        if key not in self._kept:
            self._kept[key] = read_pasted(text, chosen)
            for oldest in list(self._kept)[:-_MOST]:
                self._kept.pop(oldest, None)
        return self._kept[key]

    def takes_long(self, text: str, chosen: Chosen) -> bool:
        """Tell whether a list is a large file that has not been read."""
        return is_large(text) and _key(text, chosen) not in self._kept


def is_large(text: str) -> bool:
    """Tell whether a text is the place of a large file."""
    return _size_and_time(place_of_list(text))[0] > LARGE


def _key(text: str, chosen: Chosen) -> _Key:
    return text, _size_and_time(place_of_list(text)), frozenset(chosen.items())


def _size_and_time(place: Path | None) -> tuple[int, int]:
    """Give the bytes of a file, and when it was changed in nanoseconds."""
    try:
        found = place.stat() if place is not None else None
    except OSError:
        found = None
    return (found.st_size, found.st_mtime_ns) if found is not None else (0, 0)
