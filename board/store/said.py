"""What is to be said of a class once it is open: what can't be read, what is not here, what waits for an answer."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from board.counting import counted, listed
from board.mastery.facts import Fact, unseen
from board.store import layout
from board.store.arriving import stand_ins
from board.store.documents.aside import SetAside, told_at_opening
from board.store.documents.choices import Choice
from board.store.layout import LEDGER
from board.store.ledger.damage import Damage, told

_AWAY_ONE = "{count} mark is not here; it may still be on its way from another computer. board check tells more."
_AWAY_MANY = "{count} marks are not here; they may still be on their way from another computer. board check tells more."
_SHUT_ONE = "{names} can't be read as a file with marks, so what is in it does not show. board check tells more."
_SHUT_MANY = "{names} can't be read as files with marks, so what is in them does not show. board check tells more."
_CHOICE = "1 thing was changed differently on two computers; both versions are kept. V on the board shows them."
_CHOICES = "{count} things were changed differently on two computers; all versions are kept. V on the board shows them."


def to_be_said(
    folder: Path, damaged: Sequence[Damage], aside: Sequence[SetAside], choices: Sequence[Choice], facts: Sequence[Fact]
) -> Iterator[str]:
    """Give the sentences that are said when a class is opened, and later when there is a new one.

    Args:
        folder: The class folder.
        damaged: Lines that hold no mark.
        aside: What in the documents does not count.
        choices: What two computers said differently.
        facts: Every fact, to say how many are not here; later on, others may only be a moment behind.
    """
    yield from told(damaged)
    yield from told_at_opening(aside)
    away = unseen(facts)
    if away:
        yield counted(_AWAY_ONE, _AWAY_MANY, away)
    shut = sorted({*stand_ins(folder, LEDGER), *layout.odd(folder, (LEDGER,))})
    if shut:
        yield counted(_SHUT_ONE, _SHUT_MANY, len(shut), names=listed(shut))
    if choices:
        yield counted(_CHOICE, _CHOICES, len(choices))
