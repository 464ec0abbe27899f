"""Looking at the class folder for what others changed: what a look brings, and how often to look."""

from typing import NamedTuple

from board.mastery.facts import Fact
from board.store.documents.class_file import Peek
from board.store.ledger.ledger_files import Reading

LOOK_EVERY = 0.15
"""Seconds between two looks while things happen."""

_REST_EVERY = 0.4
"""Seconds between two looks once nothing has happened for a while: a board that nobody touches costs next to nothing."""

_RESTS_AFTER = 20.0
"""Seconds without anything that happened."""

SLOW = 0.02
"""Seconds a look may take; a folder that takes longer lies on a slow share or stick."""

_SHARE = 20
"""How many times as long as a slow look the time between two is: looking fills a twentieth of the time."""

_SELDOMEST = 5.0
"""Seconds between two looks at the slowest of folders."""

_SURE = 5
"""Slow looks in a row that make a slow folder; one or two may have waited for a busy computer."""


class News(NamedTuple):
    """What others changed.

    Attributes:
        facts: New facts.
        documents: Whether students, units or assessors changed.
        said: What was put right, in sentences for whoever sits here.
    """

    facts: tuple[Fact, ...]
    documents: bool
    said: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.facts) or self.documents or bool(self.said)


class Looked(NamedTuple):
    """What one look at the class folder has read.

    Attributes:
        ledger: What is new in its ledger files.
        documents: What class.json holds.
        seconds: How long the look took.
    """

    ledger: tuple[Reading, ...]
    documents: Peek
    seconds: float

    def __bool__(self) -> bool:
        return bool(self.ledger) or self.documents.is_new


class Pace:
    """How often to look: soon again while something happens, less often at rest or where looking takes long."""

    def __init__(self) -> None:
        self._slow = 0
        self._quiet = 0.0

    @property
    def is_slow(self) -> bool:
        """Whether the folder is slow, so that what others mark is seen later than elsewhere."""
        return self._slow >= _SURE

    def wait(self, seconds: float, *, happened: bool) -> float:
        """Give the seconds until the next look.

        Args:
            seconds: How long the last look took.
            happened: Whether anything has happened since the look before: news, a key, a tap.
        """
        self._slow = self._slow + 1 if seconds > SLOW else 0
        at_rest = not happened and self._quiet >= _RESTS_AFTER
        wait = max(_REST_EVERY if at_rest else LOOK_EVERY, min(_SELDOMEST, _SHARE * seconds if self._slow else 0.0))
        self._quiet = 0.0 if happened else self._quiet + wait
        return wait
