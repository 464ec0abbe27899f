"""Which column is the school's id: the one that every child has and no two share."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from board.exchange.tables import said
from board.exchange.tables.guess import Guess
from board.exchange.tables.headers import SURE
from board.exchange.tables.looks import Look, looks_of
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.names import names_of
from board.exchange.tables.words import plain

_MOST_SHARED = 0.1
"""Share of the ids that may stand for two names by mistake; those rows are asked about one by one."""


_SHORTEST = 3
"""Digits of an id under a header that only says "id"; one with fewer may be a place in the list."""


_NEARLY = 0.6
"""Share of the people who have an id where it is the school's; those who are new, or no children, have none."""

_BARE = {"id", "ids", "ident"}
"""Headers that say id and nothing else: of the program that wrote the list, where another one says more."""

_IDS = {Meaning.ID, Meaning.OTHER_ID}


class _Tried(NamedTuple):
    guess: Guess
    shared: int
    different: int
    is_complete: bool
    is_nearly_complete: bool


def with_one_id(guesses: Sequence[Guess]) -> list[Guess]:
    """Give the columns with one id at most: that which tells the children apart; the others are other ids.

    Args:
        guesses: All columns, the names among them known.
    """
    told = any(guess.is_told and guess.meaning is Meaning.ID for guess in guesses)
    names = names_of(guesses)
    tried = {guess.at: _tried(guess, names) for guess in guesses if guess.meaning in _IDS}
    judged = [_judged(guess, tried[guess.at]) if guess.at in tried else guess for guess in guesses]
    good = [guess for guess in judged if guess.meaning is Meaning.ID and not guess.is_told]
    if told or not good:
        stands_in = (
            [] if told else [guess for guess in judged if guess.at in tried and _may_stand_in(tried[guess.at])][:1]
        )
        changed = [_other(guess) for guess in good] or [
            guess.taken_for(Meaning.ID, said.ONLY_ID) for guess in stands_in
        ]
        return _put(judged, changed)
    best = max(good, key=lambda guess: _rank(tried[guess.at]))
    others = [_other(guess, is_sure=guess.strength <= best.strength) for guess in good if guess.at != best.at]
    if any(guess.strength > best.strength for guess in others):
        others.append(best.taken_for(Meaning.ID, said.FULLEST_ID, is_sure=False))
    return _put(judged, others)


def _rank(tried: _Tried) -> tuple[bool, int, bool, bool, int]:
    """Give what makes an id the better one: a clear header and nearly everybody has one, then everybody, then its place."""
    guess = tried.guess
    is_good = tried.is_complete or (guess.strength == SURE and tried.is_nearly_complete)
    return is_good, guess.strength, tried.is_complete, plain(guess.header) not in _BARE, -guess.at


def _put(guesses: Sequence[Guess], changed: Sequence[Guess]) -> list[Guess]:
    by_place = {guess.at: guess for guess in changed}
    return [by_place.get(guess.at, guess) for guess in guesses]


def _other(guess: Guess, *, is_sure: bool = True) -> Guess:
    return guess.taken_for(Meaning.OTHER_ID, said.FULLER_ID, is_sure=is_sure)


def _tried(guess: Guess, names: Sequence[str]) -> _Tried:
    """Count how many of the ids stand for several names; a child may stand on several rows, one for each class."""
    whose: dict[str, str] = {}
    shared, is_complete = set(), bool(guess.looks.filled)
    filled, all_named = 0, 0
    for cell, name in zip(guess.cells, names or [str(at) for at in range(len(guess.cells))], strict=True):
        number = cell.strip()
        if number and whose.setdefault(number, name) != name:
            shared.add(number)
        is_complete = is_complete and bool(number or not name)
        filled, all_named = filled + bool(number and name), all_named + bool(name)
    return _Tried(guess, len(shared), len(whose), is_complete, filled > _NEARLY * all_named)


def _judged(guess: Guess, tried: _Tried) -> Guess:
    if guess.meaning is not Meaning.ID or not guess.looks.filled:
        return guess.taken_for(Meaning.OTHER_ID, said.EMPTY) if guess.meaning is Meaning.ID else guess
    if tried.shared > _MOST_SHARED * tried.different:
        return guess.taken_for(Meaning.OTHER_ID, said.SHARED, is_sure=False)
    each = list(dict.fromkeys(cell for cell in guess.cells if cell.strip()))
    if Look.RUNNING in looks_of(each).kinds:
        return guess.taken_for(Meaning.SEAT, said.BUT_RUNNING, is_sure=guess.strength < SURE)
    if guess.is_told or guess.strength == 0:
        return guess
    is_short = guess.strength < SURE and all(
        len(cell.strip()) < _SHORTEST and cell.strip().isdecimal() for cell in each
    )
    return replace(guess, why=said.THE_ID, is_sure=guess.is_sure and not is_short)


def _may_stand_in(tried: _Tried) -> bool:
    """Tell whether another id does where there is no better one: everybody has it, and no two share it."""
    guess = tried.guess
    is_other = guess.meaning is Meaning.OTHER_ID and guess.strength == SURE and guess.is_sure
    return is_other and tried.is_nearly_complete and not tried.shared and Look.RUNNING not in guess.looks.kinds
