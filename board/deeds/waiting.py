"""What waits for whoever sits here, today; children who are away rest until they are back."""

from board.deeds.sitting import Sitting
from board.mastery.asking import Asked, waiting
from board.mastery.helpers import who_could_help
from board.mastery.queue import Part, Waits, queue


def asked_here(sitting: Sitting) -> tuple[Asked, ...]:
    """Give the children who wait to be seen, those who wait longest first."""
    book = sitting.book
    return waiting(book.students, book.units, book.progress, sitting.away_today())


def waiting_here(sitting: Sitting) -> tuple[Waits, ...]:
    """Give everything that waits for who sits here, part by part, see `queue`."""
    book = sitting.book
    return queue(sitting.actor.id, book.students, book.units, book.progress, sitting.away_today())


def maybe_here(sitting: Sitting) -> tuple[Waits, ...]:
    """Give what somebody at the kiosk said and an adult has not answered, the longest waiting first."""
    return tuple(one for one in waiting_here(sitting) if one.part is Part.MAYBE)


def helpers_here(sitting: Sitting, waits: Waits) -> tuple[str, ...]:
    """Give the names of children who could help one who waits for help, see `who_could_help`."""
    book, step = sitting.book, waits.step
    if step is None:
        return ()
    found = who_could_help(
        waits.student.id, step.id, book.students, book.progress, sitting.away_today(), day=sitting.today()
    )
    return tuple(one.name for one in found)
