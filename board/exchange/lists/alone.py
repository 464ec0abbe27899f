"""One column by itself: what its header says against what its cells look like, or what they look like alone."""

from collections.abc import Callable
from dataclasses import replace

from board.exchange.lists import said
from board.exchange.lists.guess import Guess
from board.exchange.lists.headers import LIKELY, PERHAPS, SURE, Meant
from board.exchange.lists.looks import Look
from board.exchange.lists.meanings import Meaning

_MOSTLY = 0.75


def heard(guess: Guess, meant: tuple[Meant, ...]) -> Guess:
    """Take a column for what its header says, and doubt it where its cells say otherwise.

    Args:
        guess: The column.
        meant: What its header may mean, the strongest first.
    """
    (meaning, strength), *others = meant
    known = replace(guess, strength=strength, also=tuple(other.meaning for other in others))
    by_header = known.taken_for(meaning, said.HEADER_SAYS[meaning], is_sure=strength >= LIKELY)
    if not guess.looks.filled:
        return by_header if strength >= LIKELY else known.taken_for(Meaning.UNUSED, said.EMPTY)
    return _AGAINST.get(meaning, _as_said)(by_header)


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
    if guess.header:
        return replace(guess, is_open=looks.is_name, why=said.UNKNOWN)
    return _by_cells(guess)


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
    (Look.STATUS, Meaning.STATUS, said.STATUSES),
    (Look.GENDER, Meaning.PRIVATE, said.GENDER),
    (Look.YES_NO, Meaning.UNUSED, said.UNLIKE),
)


def _as_said(guess: Guess) -> Guess:
    return guess


def _name(guess: Guess) -> Guess:
    kinds = guess.looks.kinds
    if Look.MAIL in kinds:
        return guess.taken_for(Meaning.PRIVATE, said.MAIL)
    if kinds & {Look.NUMBER, Look.DATE, Look.PHONE, Look.ROUNDED}:
        return guess.taken_for(Meaning.UNUSED, said.NO_NAMES, is_sure=False)
    return guess


def _alias(guess: Guess) -> Guess:
    kinds = guess.looks.kinds
    if Look.MAIL in kinds:
        return guess.taken_for(Meaning.PRIVATE, said.MAIL)
    return guess.taken_for(Meaning.UNUSED, said.NO_NAMES) if kinds & {Look.YES_NO, Look.DATE} else guess


def _id(guess: Guess) -> Guess:
    kinds = guess.looks.kinds
    if Look.ROUNDED in kinds:
        return guess.taken_for(Meaning.UNUSED, said.ROUNDED)
    if Look.MAIL in kinds:
        return guess.taken_for(Meaning.PRIVATE, said.MAIL)
    if guess.strength < SURE and not all(any(map(str.isdecimal, cell)) for cell in guess.cells if cell.strip()):
        return guess.taken_for(Meaning.UNUSED, said.NO_IDS)
    return guess if guess.meaning is Meaning.OTHER_ID else _only_id(guess)


def _only_id(guess: Guess) -> Guess:
    kinds = guess.looks.kinds
    if guess.looks.is_name:
        return guess.taken_for(Meaning.UNUSED, said.NO_IDS, is_sure=guess.strength < SURE)
    if Look.RUNNING in kinds:
        is_sure = guess.strength < SURE
        return guess.taken_for(Meaning.SEAT, said.RUNNING if is_sure else said.BUT_RUNNING, is_sure=is_sure)
    if Meaning.SEAT in guess.also and Look.SHORT_NUMBER in kinds:
        return guess.taken_for(Meaning.SEAT, said.SHORT_NUMBERS, is_sure=False)
    return guess


def _seat(guess: Guess) -> Guess:
    return guess.taken_for(Meaning.UNUSED, said.NO_IDS, is_sure=False) if guess.looks.is_name else guess


def _grade(guess: Guess) -> Guess:
    looks = guess.looks
    if Look.GRADE in looks.kinds or not looks.kinds:
        return guess
    if Meaning.UNUSED in guess.also:
        return guess.taken_for(Meaning.UNUSED, said.YEARS)
    if looks.kinds & {Look.NUMBER, Look.DATE, Look.MAIL, Look.YES_NO, Look.PHONE}:
        return guess.taken_for(Meaning.UNUSED, said.NO_GRADES, is_sure=False)
    return replace(guess, is_sure=guess.is_sure and not (looks.is_name and looks.distinct * 2 > looks.filled > 3))  # noqa: PLR2004 - two or three may all be different


def _class(guess: Guess) -> Guess:
    if guess.strength > PERHAPS or Meaning.UNUSED not in guess.also:
        return guess
    if _holds_digits(guess):
        return guess.taken_for(Meaning.CLASS, said.CLASSES)
    return guess.taken_for(Meaning.UNUSED, said.UNLIKE)


def _teacher(guess: Guess) -> Guess:
    if Meaning.CLASS not in guess.also:
        return guess
    return guess.taken_for(Meaning.CLASS, said.CLASSES) if _holds_digits(guess) else replace(guess, is_sure=True)


def _holds_digits(guess: Guess) -> bool:
    filled = [cell for cell in guess.cells if cell.strip()]
    return sum(any(map(str.isdigit, cell)) for cell in filled) >= _MOSTLY * len(filled)


def _role(guess: Guess) -> Guess:
    if guess.strength > PERHAPS or Look.ROLE in guess.looks.kinds:
        return replace(guess, is_sure=True)
    return guess.taken_for(Meaning.UNUSED, said.UNLIKE)


def _status(guess: Guess) -> Guess:
    if Meaning.NAME in guess.also and guess.looks.is_name and guess.looks.distinct * 2 > guess.looks.filled:
        return guess.taken_for(Meaning.NAME, said.HEADER_SAYS[Meaning.NAME])
    return replace(guess, is_sure=True)


_AGAINST: dict[Meaning, Callable[[Guess], Guess]] = {
    **dict.fromkeys((Meaning.NAME, Meaning.GIVEN, Meaning.MIDDLE, Meaning.FAMILY, Meaning.SECOND_FAMILY), _name),
    Meaning.PREFERRED: _name,
    Meaning.ALIAS: _alias,
    Meaning.ID: _id,
    Meaning.OTHER_ID: _id,
    Meaning.SEAT: _seat,
    Meaning.GRADE: _grade,
    Meaning.CLASS: _class,
    Meaning.TEACHER: _teacher,
    Meaning.ROLE: _role,
    Meaning.STATUS: _status,
}
"""How the cells below a header are asked whether it is right."""
