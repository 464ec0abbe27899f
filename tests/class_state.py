"""Everything of a class that a deed may change."""

from board.deeds.sitting import Sitting, usual_adult
from board.mastery.scoring import given_at
from board.store.book import Book


def state(book: Book) -> object:
    """Everything of a class that a deed may change, but for who kept it and when."""
    rows = {
        (student, step): (
            (spot.status, spot.check_again, spot.printed, spot.picture, bool(spot.own_version)),
            (bool(spot.covered), bool(spot.help), bool(spot.maybe)),
            frozenset((about, fact.kind) for about, fact in given_at(spot).items()),
        )
        for student, row in book.progress.rows.items()
        for step, spot in row.items()
        if spot.standing
    }
    arts = {
        (art.content, art.caption, art.cut, art.waits, art.hidden, art.chosen)
        for student in book.everyone
        for art in book.progress.shelf(student.id).values()
    }
    units = [
        (
            unit.id,
            unit.title,
            [[(spot.title, spot.counts, spot.not_yet) for spot in level.spots] for level in unit.levels],
        )
        for unit in book.units
    ]
    away = frozenset(Sitting(book, usual_adult(book)).away_today())
    cards = frozenset(one.id for one in book.everyone if book.progress.card_wanted(one.id) is not None)
    return ((rows, cards), arts, units, away, book.everyone, book.assessors, book.name, book.about)
