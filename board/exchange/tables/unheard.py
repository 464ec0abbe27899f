"""One column by itself that nobody knows the header of: what its cells look like alone."""

from collections.abc import Callable
from dataclasses import replace

from board.exchange.tables import said
from board.exchange.tables.guess import Guess
from board.exchange.tables.looks import Look
from board.exchange.tables.meanings import Meaning

_MOSTLY = 0.75
_FEW = 3
"""Grades of one list; more are points."""


def seen(guess: Guess) -> Guess:
    """Take a column for what its cells look like; where names may stand it stays open, to be seen beside the others.

    Args:
        guess: A column whose header says nothing, or that has none.
    """
    looks = guess.looks
    if not looks.filled:
        return guess.taken_for(Meaning.UNUSED, said.EMPTY)
    for look, meaning, why in _PLAIN if guess.header else (*_PLAIN, *_WITHOUT_HEADER):
        if look in looks.kinds:
            return guess.taken_for(meaning, why)
    return _below_unknown(guess) if guess.header else _by_cells(guess)


def _below_unknown(guess: Guess) -> Guess:
    """Doubt a column whose header nobody knows where its cells would matter under another one."""
    looks = guess.looks
    if looks.is_name and not are_codes(guess):
        return replace(guess, is_open=True, why=said.UNKNOWN)
    for look, meaning, why in _MATTERS:
        if look in looks.kinds:
            return guess.taken_for(meaning, why, is_sure=meaning is Meaning.PRIVATE)
    if Look.NUMBER not in looks.kinds and not looks.is_unique and holds_letters(guess):
        for look, meaning, why in ((Look.GRADE, Meaning.GRADE, said.GRADES), (Look.CLASS, Meaning.CLASS, said.CLASSES)):
            if look in looks.kinds:
                return guess.taken_for(meaning, why, is_sure=False)
    doubt = next((why for may_be, why in _MAY_BE if may_be(guess)), None)
    return replace(guess, why=doubt or said.UNKNOWN, is_sure=doubt is None)


def _may_be_ids(guess: Guess) -> bool:
    return Look.ID in guess.looks.kinds and guess.looks.filled > 1


def _may_be_grades(guess: Guess) -> bool:
    """Tell whether one or two small numbers come again and again, as the grades of a class do and its points seldom."""
    looks = guess.looks
    is_small = {Look.GRADE, Look.SHORT_NUMBER} <= looks.kinds and not looks.kinds & {Look.YES_NO, Look.RUNNING}
    return is_small and looks.distinct < min(_FEW, looks.filled)


def _may_say_who_left(guess: Guess) -> bool:
    """Tell whether yes and no stand there, in words or as marks."""
    return Look.YES_NO in guess.looks.kinds and not all(map(str.isdecimal, filter(None, map(str.strip, guess.cells))))


def are_codes(guess: Guess) -> bool:
    """Tell whether one letter stands in every cell and comes again, as the codes of a status do.

    Args:
        guess: The column.
    """
    filled = [cell.strip() for cell in guess.cells if cell.strip()]
    is_more = guess.looks.kinds & {Look.GENDER, Look.YES_NO}
    return (
        not is_more and all(len(cell) == 1 and cell.isalpha() for cell in filled) and guess.looks.distinct < len(filled)
    )


def holds_letters(guess: Guess) -> bool:
    """Tell whether most cells hold a letter, or end in the sign of an ordinal."""
    filled = [cell for cell in guess.cells if cell.strip()]
    return sum(
        any(map(str.isalpha, cell)) or cell.strip()[-1] in "\u00ba\u00b0\u00aa" for cell in filled
    ) >= _MOSTLY * len(filled)


def _by_cells(guess: Guess) -> Guess:
    """Take a column without a header for grades, classes or ids; short numbers that are all different may be any of them."""
    looks = guess.looks
    if Look.SHORT_NUMBER in looks.kinds and looks.is_unique and looks.filled > 1:
        return guess.taken_for(Meaning.SEAT, said.SHORT_NUMBERS, is_sure=False)
    if Look.GRADE in looks.kinds:
        return guess.taken_for(Meaning.GRADE, said.GRADES)
    if Look.CLASS in looks.kinds and not (looks.is_unique and looks.filled > 1):
        return guess.taken_for(Meaning.CLASS, said.CLASSES)
    if Look.ID in looks.kinds:
        return guess.taken_for(Meaning.ID, said.ALL_DIFFERENT, is_sure=False)
    return replace(guess, is_open=Look.NUMBER not in looks.kinds, why=said.UNLIKE)


_MATTERS = (
    (Look.ROLE, Meaning.ROLE, said.ROLES),
    (Look.GENDER, Meaning.PRIVATE, said.GENDER),
    (Look.STATUS, Meaning.STATUS, said.STATUSES),
)
_MAY_BE: tuple[tuple[Callable[[Guess], bool], str], ...] = (
    (_may_be_ids, said.MAY_BE_IDS),
    (_may_be_grades, said.MAY_BE_CODES),
    (_may_say_who_left, said.MAY_BE_CODES),
    (are_codes, said.MAY_BE_CODES),
)
"""What makes a column doubtful whose header nobody knows."""

_PLAIN = (
    (Look.MAIL, Meaning.PRIVATE, said.MAIL),
    (Look.DATE, Meaning.PRIVATE, said.DATES),
    (Look.ROUNDED, Meaning.UNUSED, said.ROUNDED),
    (Look.BULLET, Meaning.SEAT, said.BULLETS),
)
_WITHOUT_HEADER = (
    (Look.RUNNING, Meaning.SEAT, said.RUNNING),
    (Look.PHONE, Meaning.PRIVATE, said.PHONES),
    (Look.ROLE, Meaning.ROLE, said.ROLES),
    (Look.GENDER, Meaning.PRIVATE, said.GENDER),
    (Look.STATUS, Meaning.STATUS, said.STATUSES),
    (Look.YES_NO, Meaning.UNUSED, said.UNLIKE),
)
