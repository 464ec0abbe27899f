"""The line at the top of the board: what stands on it, who marks, and whether anything waits."""

from collections.abc import Iterable

from textual.content import Content

from board.counting import counted
from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting
from board.deeds.waiting import waiting_here
from board.mastery.queue import Part
from board.screens.board.keys import VERSIONS, WAITS
from board.widgets.command import key_sign
from board.words.adults import with_roles

_CHOICE = "1 to choose: {key}"
_CHOICES = "{count} to choose: {key}"


def board_title(sitting: Sitting, unit_number: int, shown: str) -> Content:
    """Say what stands on the board; what is least missed stands last, where a narrow terminal cuts.

    Args:
        sitting: Who marks, and in which class.
        unit_number: Number of the unit, from 0.
        shown: Who is shown, empty for everyone.
    """
    return Content("  ·  ".join(part for part in _parts(sitting, unit_number, shown) if part))


def _parts(sitting: Sitting, unit_number: int, shown: str) -> Iterable[str]:
    book = sitting.book
    yield book.name
    yield f"only {shown}" if shown else ""
    waits = _waiting(sitting)
    yield counted("1 waits for you: {key}", "{count} wait for you: {key}", waits, key=key_sign(WAITS)) if waits else ""
    open_ = len(book.choices)
    yield counted(_CHOICE, _CHOICES, open_, key=key_sign(VERSIONS)) if open_ else ""
    units = book.units
    if units:
        yield units[unit_number].title
    if len(book.assessors) > 1:
        judges = with_roles(book.assessors)
        yield f"{judges[sitting.actor.id]} marks" if sitting.actor.id in judges else ""
    if len(units) > 1:
        yield f"unit {unit_number + 1} of {len(units)}"


def _waiting(sitting: Sitting) -> int:
    """Count what waits: steps somebody is ready to show or has not heard about, and pictures to look at."""
    return sum(one.part is not Part.ANOTHER for one in waiting_here(sitting)) + len(Gallery(sitting).waiting())
