"""One column by itself: what its header says against what its cells look like."""

import re
from collections.abc import Callable
from dataclasses import replace

from board.exchange.tables import said
from board.exchange.tables.cell_words import is_word
from board.exchange.tables.guess import Guess
from board.exchange.tables.headers import FAINT, LIKELY, PERHAPS, SURE, Meant
from board.exchange.tables.looks import Look
from board.exchange.tables.meanings import OF_NAMES, Meaning
from board.exchange.tables.unheard import are_codes, holds_letters, seen

_MOSTLY = 0.75
_HAS_LETTER = re.compile(r"[^\W\d_]").search
_FEW = 3
"""Cells that are all different by chance: a class has few children who left."""


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
        is_nothing = strength < LIKELY or meaning in (Meaning.STATUS, Meaning.ROLE)
        return known.taken_for(Meaning.UNUSED, said.EMPTY) if is_nothing else by_header
    if strength == FAINT and not _agrees(guess, meaning):
        return seen(guess)
    return _AGAINST.get(meaning, _as_said)(by_header)


def _agrees(guess: Guess, meaning: Meaning) -> bool:
    """Tell whether cells look like what a header may say by one word among others that nobody knows."""
    kinds = guess.looks.kinds
    if meaning in OF_NAMES or meaning is Meaning.ALIAS:
        return guess.looks.is_name
    if meaning in (Meaning.GRADE, Meaning.CLASS):
        return bool(kinds & {Look.GRADE, Look.CLASS}) and Look.NUMBER not in kinds and holds_letters(guess)
    looks = {Meaning.ID: Look.ID, Meaning.OTHER_ID: Look.ID, Meaning.STATUS: Look.STATUS, Meaning.ROLE: Look.ROLE}
    return looks.get(meaning) in kinds


def _as_said(guess: Guess) -> Guess:
    return guess


def _name(guess: Guess) -> Guess:
    kinds = guess.looks.kinds
    if Look.MAIL in kinds:
        return guess.taken_for(Meaning.PRIVATE, said.MAIL)
    if kinds & {Look.NUMBER, Look.DATE, Look.PHONE, Look.ROUNDED}:
        return guess.taken_for(Meaning.UNUSED, said.NO_NAMES, is_sure=False)
    if Look.GENDER in kinds:
        return guess.taken_for(Meaning.PRIVATE, said.GENDER)
    return guess


def _preferred(guess: Guess) -> Guess:
    """Doubt a preferred name under a header that is cut short, or that says only how somebody is called."""
    found = _name(guess)
    if found.meaning is not Meaning.PREFERRED or guess.strength == SURE:
        return found
    return replace(found, is_sure=False, why=said.CALLED if Meaning.ALIAS in guess.also else found.why)


def _alias(guess: Guess) -> Guess:
    kinds = guess.looks.kinds
    if Look.MAIL in kinds:
        return guess.taken_for(Meaning.PRIVATE, said.MAIL)
    if Look.GENDER in kinds:
        return guess.taken_for(Meaning.PRIVATE, said.GENDER)
    if kinds & {Look.YES_NO, Look.DATE}:
        return guess.taken_for(Meaning.UNUSED, said.NO_NAMES)
    return replace(guess, why=said.CALLED) if Meaning.PREFERRED in guess.also else guess


def _id(guess: Guess) -> Guess:
    kinds = guess.looks.kinds
    if Look.ROUNDED in kinds:
        return guess.taken_for(Meaning.UNUSED, said.ROUNDED)
    if kinds & {Look.MAIL, Look.DATE}:
        return guess.taken_for(Meaning.PRIVATE, said.MAIL if Look.MAIL in kinds else said.DATES)
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
    if Look.NUMBER not in guess.looks.kinds and not guess.looks.is_unique and any(map(_HAS_LETTER, guess.cells)):
        return guess.taken_for(Meaning.CLASS, said.CLASSES, is_sure=False)
    return guess.taken_for(Meaning.UNUSED, said.NO_IDS, is_sure=False) if guess.looks.is_name else guess


def _grade(guess: Guess) -> Guess:
    looks = guess.looks
    if Look.GRADE in looks.kinds or not looks.kinds:
        return guess
    if Meaning.UNUSED in guess.also:
        return guess.taken_for(Meaning.UNUSED, said.YEARS)
    if are_codes(guess):
        return guess.taken_for(Meaning.CLASS, said.CLASS_LETTERS, is_sure=False)
    if looks.kinds & {Look.NUMBER, Look.DATE, Look.MAIL, Look.YES_NO, Look.PHONE}:
        return guess.taken_for(Meaning.UNUSED, said.NO_GRADES, is_sure=False)
    return replace(guess, is_sure=guess.is_sure and not (looks.is_name and looks.distinct * 2 > looks.filled > 3))  # noqa: PLR2004 - two or three may all be different


def _class(guess: Guess) -> Guess:
    if Look.ID in guess.looks.kinds and Look.NUMBER in guess.looks.kinds and guess.looks.filled > 1:
        return guess.taken_for(Meaning.UNUSED, said.MAY_BE_IDS, is_sure=False)
    if guess.strength > PERHAPS or Meaning.UNUSED not in guess.also:
        return guess
    if _holds_digits(guess):
        return guess.taken_for(Meaning.CLASS, said.CLASSES)
    return guess.taken_for(Meaning.UNUSED, said.UNLIKE)


def _teacher(guess: Guess) -> Guess:
    if Meaning.CLASS not in guess.also:
        says_no_teacher = bool(guess.looks.kinds & {Look.GRADE, Look.NUMBER})
        return guess.taken_for(Meaning.UNUSED, said.NO_TEACHERS, is_sure=False) if says_no_teacher else guess
    return guess.taken_for(Meaning.CLASS, said.CLASSES) if _holds_digits(guess) else replace(guess, is_sure=True)


def _holds_digits(guess: Guess) -> bool:
    filled = [cell for cell in guess.cells if cell.strip()]
    return sum(any(map(str.isdigit, cell)) for cell in filled) >= _MOSTLY * len(filled)


def _role(guess: Guess) -> Guess:
    if Look.ROLE in guess.looks.kinds:
        return replace(guess, is_sure=True)
    if guess.strength <= PERHAPS:
        return guess.taken_for(Meaning.UNUSED, said.UNLIKE)
    knows = any(is_word("role", cell) for cell in guess.cells if cell.strip())
    return replace(guess, is_sure=True) if knows else guess.taken_for(Meaning.UNUSED, said.NO_ROLES, is_sure=False)


def _status(guess: Guess) -> Guess:
    if (
        Meaning.NAME in guess.also
        and guess.looks.is_name
        and not are_codes(guess)
        and guess.looks.distinct * 2 > guess.looks.filled
    ):
        return guess.taken_for(Meaning.NAME, said.HEADER_SAYS[Meaning.NAME])
    if Meaning.CLASS in guess.also and not guess.looks.kinds & {Look.STATUS, Look.YES_NO} and not are_codes(guess):
        return guess.taken_for(Meaning.CLASS, said.HEADER_SAYS[Meaning.CLASS], is_sure=False)
    kinds, looks = guess.looks.kinds, guess.looks
    if Look.DATE in kinds:
        return replace(guess, is_sure=False, why=said.DATES_OF_LEAVING)
    if kinds & {Look.ID, Look.MAIL, Look.PHONE, Look.SENTENCE, Look.COMMA}:
        return guess.taken_for(Meaning.UNUSED, said.NO_STATUSES, is_sure=False)
    says_so = bool(kinds & {Look.STATUS, Look.YES_NO}) or not looks.is_unique or looks.filled <= _FEW
    return replace(guess, is_sure=says_so, why=guess.why if says_so else said.NO_STATUSES)


def _unused(guess: Guess) -> Guess:
    kinds = guess.looks.kinds
    if Look.ROLE in kinds:
        return guess.taken_for(Meaning.ROLE, said.ROLES, is_sure=False)
    if Meaning.GRADE in guess.also and Look.GRADE in kinds and Look.NUMBER not in kinds:
        return guess.taken_for(Meaning.GRADE, said.GRADES, is_sure=False)
    return guess


_AGAINST: dict[Meaning, Callable[[Guess], Guess]] = {
    **dict.fromkeys((Meaning.NAME, Meaning.GIVEN, Meaning.MIDDLE, Meaning.FAMILY, Meaning.SECOND_FAMILY), _name),
    Meaning.PREFERRED: _preferred,
    Meaning.ALIAS: _alias,
    Meaning.ID: _id,
    Meaning.OTHER_ID: _id,
    Meaning.SEAT: _seat,
    Meaning.GRADE: _grade,
    Meaning.CLASS: _class,
    Meaning.TEACHER: _teacher,
    Meaning.ROLE: _role,
    Meaning.STATUS: _status,
    Meaning.UNUSED: _unused,
}
"""How the cells below a header are asked whether it is right."""
