"""What the columns of a list mean: their headers and their cells heard together, each meaning with its reason."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from board.exchange.tables import said
from board.exchange.tables.alone import heard
from board.exchange.tables.column import Chosen, Column
from board.exchange.tables.guess import Guess
from board.exchange.tables.headers import may_say_grade, meanings_of
from board.exchange.tables.ids import with_one_id
from board.exchange.tables.looks import Look, looks_of
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.names import with_names, without_copies
from board.exchange.tables.once import with_each_once
from board.exchange.tables.prefixed import spelled_out
from board.exchange.tables.table import Table
from board.exchange.tables.unheard import seen
from board.mastery.people import clean_name

_NOTHING_CHOSEN: Mapping[int, Meaning] = MappingProxyType({})


def columns_of(table: Table, chosen: Chosen = _NOTHING_CHOSEN) -> tuple[Column, ...]:
    """Say what every column of a table means, why, and whether that is sure.

    Args:
        table: The list.
        chosen: What the teacher says about some columns; it is always obeyed, and counts when the others are understood.

    Returns:
        All columns from the left; at most one is the id.
    """
    headers = spelled_out(table.header.cells if table.header else ())
    guesses = [_guess(at, table, headers[at] if at < len(headers) else "", chosen) for at in range(_width(table))]
    guesses = with_each_once(with_names(guesses, has_header=table.header is not None))
    guesses = _with_doubtful_class(without_copies(with_one_id(guesses)))
    return tuple(Column(guess.at, guess.header, guess.meaning, guess.why, guess.is_sure) for guess in guesses)


def _width(table: Table) -> int:
    widths = [_last_filled(row.cells) for row in table.rows]
    return max([*widths, len(table.header.cells) if table.header else 0], default=0)


def _last_filled(cells: tuple[str, ...]) -> int:
    return next((at for at in range(len(cells), 0, -1) if cells[at - 1].strip()), 0)


def _guess(at: int, table: Table, spelled: str, chosen: Chosen) -> Guess:
    header = table.header.cells[at] if table.header and at < len(table.header.cells) else ""
    cells = tuple(row.cells[at] if at < len(row.cells) else "" for row in table.rows)
    guess = Guess(at, clean_name(header), cells, looks_of(cells))
    if at in chosen:
        return guess.told(chosen[at])
    meant = meanings_of(spelled)
    return heard(guess, meant) if meant else seen(guess)


def _with_doubtful_class(guesses: list[Guess]) -> list[Guess]:
    """Doubt a class that holds nothing but grades where no column says grade: in many schools they are one word."""
    if any(guess.meaning is Meaning.GRADE for guess in guesses):
        return guesses
    return [
        replace(guess, is_sure=False, why=said.CLASS_OR_GRADE)
        if guess.meaning is Meaning.CLASS
        and not guess.is_told
        and may_say_grade(guess.header)
        and {Look.GRADE, Look.SHORT_NUMBER} <= guess.looks.kinds
        else guess
        for guess in guesses
    ]
