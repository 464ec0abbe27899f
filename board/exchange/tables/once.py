"""Columns that say the same thing: one of them counts, and where nothing says which, both are in doubt."""

from collections.abc import Sequence
from dataclasses import replace

from board.exchange.tables import said
from board.exchange.tables.guess import Guess
from board.exchange.tables.looks import Look
from board.exchange.tables.meanings import Meaning

_ONCE = (
    *(Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.SECOND_FAMILY, Meaning.PREFERRED, Meaning.ALIAS),
    *(Meaning.GRADE, Meaning.STATUS, Meaning.ROLE),
)
"""What only one column says; a second one is left alone."""

_FITTING = {Meaning.GRADE: Look.GRADE, Meaning.ROLE: Look.ROLE}
"""What the cells look like of the column that counts, where several headers say the same."""

_CHILD = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
"""What decides how a child is called: here no second column is left alone without a word."""


def with_each_once(guesses: Sequence[Guess]) -> list[Guess]:
    """Leave all but one of the columns that say the same thing alone: the one the teacher chose, else the clearest.

    Args:
        guesses: All columns, the names among them known.
    """
    kept: dict[Meaning, Guess] = {}
    for guess in sorted(guesses, key=_clearness, reverse=True):
        kept.setdefault(guess.meaning, guess)
    torn = {guess.meaning for guess in guesses if _says_otherwise(guess, kept[guess.meaning])}
    return [
        _left_alone(guess, kept[guess.meaning])
        if guess is not kept[guess.meaning] and (guess.meaning in _ONCE or _is_seen_class(guess))
        else replace(guess, is_sure=guess.is_sure and guess.meaning not in torn)
        for guess in guesses
    ]


def _clearness(guess: Guess) -> tuple[bool, bool, bool, int]:
    fits = guess.meaning not in _FITTING or _FITTING[guess.meaning] in guess.looks.kinds
    return guess.is_told, guess.looks.filled > 0, fits, guess.strength


def _is_seen_class(guess: Guess) -> bool:
    """Tell whether only the cells of a column say class, and not its header."""
    return guess.meaning is Meaning.CLASS and bool(guess.header) and not guess.strength and not guess.is_told


def _left_alone(guess: Guess, kept: Guess) -> Guess:
    is_sure = not guess.looks.filled or _words(guess) == _words(kept)
    return replace(guess, meaning=Meaning.UNUSED, why=said.AGAIN, is_sure=is_sure)


def _says_otherwise(guess: Guess, kept: Guess) -> bool:
    """Tell whether a name stands under a header that says as clearly what another one says, and is another name."""
    is_rival = guess is not kept and guess.meaning in _CHILD and not kept.is_told and bool(guess.looks.filled)
    return is_rival and guess.strength == kept.strength and _words(guess) != _words(kept)


def _words(guess: Guess) -> list[list[str]]:
    return [sorted(cell.casefold().replace(",", " ").split()) for cell in guess.cells]
