"""Which column is the school's id: the one that every child has and no two share."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from board.exchange.lists import said
from board.exchange.lists.guess import Guess
from board.exchange.lists.headers import SURE
from board.exchange.lists.looks import Look, looks_of
from board.exchange.lists.meanings import Meaning
from board.exchange.lists.names import names_of

_MOST_SHARED = 0.1
"""Share of the ids that may stand for two names by mistake; those rows are asked about one by one."""


class _Tried(NamedTuple):
    guess: Guess
    shared: int
    different: int
    is_complete: bool


def with_one_id(guesses: Sequence[Guess]) -> list[Guess]:
    """Give the columns with one id at most: that which tells the children apart; the others are other ids.

    Args:
        guesses: All columns, the names among them known.
    """
    told = any(guess.is_told and guess.meaning is Meaning.ID for guess in guesses)
    names = names_of(guesses)
    tried = {guess.at: _tried(guess, names) for guess in guesses if guess.meaning in (Meaning.ID, Meaning.OTHER_ID)}
    judged = [_judged(guess, tried[guess.at]) if guess.at in tried else guess for guess in guesses]
    good = [guess for guess in judged if guess.meaning is Meaning.ID and not guess.is_told]
    if not good and not told:
        good = [guess for guess in judged if guess.at in tried and _may_stand_in(guess, tried[guess.at])][:1]
        return [guess.taken_for(Meaning.ID, said.ONLY_ID) if guess in good else guess for guess in judged]
    best = None if told else max(good, key=lambda guess: (tried[guess.at].is_complete, guess.strength, -guess.at))
    return [
        guess.taken_for(Meaning.OTHER_ID, said.FULLER_ID) if guess in good and guess is not best else guess
        for guess in judged
    ]


def _tried(guess: Guess, names: Sequence[str]) -> _Tried:
    """Count how many of the ids stand for several names; a child may stand on several rows, one for each class."""
    whose: dict[str, str] = {}
    shared, is_complete = set(), bool(guess.looks.filled)
    for cell, name in zip(guess.cells, names or [str(at) for at in range(len(guess.cells))], strict=True):
        number = cell.strip()
        if number and whose.setdefault(number, name) != name:
            shared.add(number)
        is_complete = is_complete and bool(number or not name)
    return _Tried(guess, len(shared), len(whose), is_complete)


def _judged(guess: Guess, tried: _Tried) -> Guess:
    if guess.meaning is not Meaning.ID or not guess.looks.filled:
        return guess.taken_for(Meaning.OTHER_ID, said.EMPTY) if guess.meaning is Meaning.ID else guess
    if tried.shared > _MOST_SHARED * tried.different:
        return guess.taken_for(Meaning.OTHER_ID, said.SHARED, is_sure=False)
    each = looks_of(list(dict.fromkeys(cell for cell in guess.cells if cell.strip())))
    if Look.RUNNING in each.kinds:
        return guess.taken_for(Meaning.SEAT, said.BUT_RUNNING, is_sure=guess.strength < SURE)
    return guess if guess.is_told or guess.strength == 0 else replace(guess, why=said.THE_ID)


def _may_stand_in(guess: Guess, tried: _Tried) -> bool:
    """Tell whether another id does where there is no better one: everybody has it, and no two share it."""
    is_other = guess.meaning is Meaning.OTHER_ID and guess.strength == SURE and guess.is_sure
    return is_other and tried.is_complete and not tried.shared and Look.RUNNING not in guess.looks.kinds
