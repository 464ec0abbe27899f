"""What waits for whoever sits here, today."""

from datetime import datetime

from board.deeds.sitting import Sitting
from board.mastery.queue import Waits, queue


def waiting_here(sitting: Sitting) -> tuple[Waits, ...]:
    """Give what waits for who sits here, see `queue`; children who are away today rest until they are back."""
    book = sitting.book
    away = book.progress.away(datetime.now().astimezone().date().isoformat())
    return queue(sitting.actor.id, book.students, book.units, book.progress, away)
