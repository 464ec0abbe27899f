"""The columns of names seen together: which part of the name each holds, and which only repeats another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from board.exchange.tables import said
from board.exchange.tables.guess import Guess
from board.exchange.tables.headers import PERHAPS, is_name_word, says_first, says_given, says_last
from board.exchange.tables.looks import Look
from board.exchange.tables.meanings import Meaning

_OF_A_FAMILY = re.compile(
    r"\s*(?:(?:van|von|de|del|della|da|dos|du|di|ten|ter|la|le|el|al|bin|st\.?)\s+\S|al-\w|(?:O'|Mc|Mac)(?=[A-Z]))"
)
"""How many family names begin and few given ones do."""

_CHILD = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}


def with_names(guesses: Sequence[Guess], *, has_header: bool) -> list[Guess]:
    """Give the columns with every column of names taken for a part of them, or left alone.

    Args:
        guesses: All columns, each understood by itself.
        has_header: Whether the list has a header; without one the order tells more.
    """
    named = _bare_words(_two_families(_either_family(guesses)))
    named = _without_others(named)
    if not _of(named, _CHILD):
        named = [_if_shown(guess) for guess in named]
    named = _only_preferred(_two_preferred(named))
    named = _beside(named) if _of(named, _CHILD) else _opened(named, has_header=has_header)
    named = _whole_or_half(named)
    return [_closed(guess) for guess in named]


def without_copies(guesses: Sequence[Guess]) -> list[Guess]:
    """Give the columns without those that only repeat the child's name and call it another.

    Args:
        guesses: All columns.
    """
    names = names_of(guesses)
    given = _cells(guesses, Meaning.GIVEN) or [""] * len(names)
    return [_if_other(guess, names, given) for guess in guesses]


def names_of(guesses: Sequence[Guess]) -> list[str]:
    """Give the name of each row, folded, the given name before the family's; empty where none stands."""
    parts = [_cells(guesses, meaning) for meaning in (Meaning.GIVEN, Meaning.FAMILY)]
    parts = [cells for cells in parts if cells]
    whole = _cells(guesses, Meaning.NAME)
    if not parts:
        return whole
    joined = [" ".join(filter(None, row)) for row in zip(*parts, strict=True)]
    return [one or other for one, other in zip(joined, whole, strict=True)] if whole else joined


def _cells(guesses: Sequence[Guess], meaning: Meaning) -> list[str]:
    column = next((guess for guess in guesses if guess.meaning is meaning), None)
    return [" ".join(cell.casefold().split()) for cell in column.cells] if column else []


def _of(guesses: Sequence[Guess], meanings: set[Meaning]) -> list[Guess]:
    return [guess for guess in guesses if guess.meaning in meanings and not guess.is_open]


def _either_family(guesses: Sequence[Guess]) -> list[Guess]:
    """Take "Apelido" for the family name, as in Portugal, where no other column holds it; else for a nickname, as in Brazil."""
    has_family = bool(_of(guesses, {Meaning.FAMILY})) or any(
        guess.looks.several_words or _of(guesses, {Meaning.GIVEN}) for guess in _of(guesses, {Meaning.NAME})
    )
    return [
        guess
        if guess.meaning is not Meaning.ALIAS or Meaning.FAMILY not in guess.also
        else guess.taken_for(Meaning.ALIAS, said.HEADER_SAYS[Meaning.ALIAS], is_sure=True)
        if has_family
        else guess.taken_for(Meaning.FAMILY, said.FAMILY_OR_ALIAS, is_sure=False)
        for guess in guesses
    ]


def _two_families(guesses: Sequence[Guess]) -> list[Guess]:
    """Take the second of two columns of family names for the second one where a header says which is the first."""
    family = [guess for guess in _of(guesses, {Meaning.FAMILY}) if not guess.is_told]
    first = [guess for guess in family if says_first(guess.header)]
    if len(family) != 2 or len(first) != 1:  # noqa: PLR2004 - nobody has three
        return list(guesses)
    (other,) = [guess for guess in family if guess is not first[0]]
    return _put(guesses, other.taken_for(Meaning.SECOND_FAMILY, said.TWO_FAMILIES, is_sure=says_last(other.header)))


def _two_preferred(guesses: Sequence[Guess]) -> list[Guess]:
    """Take "Nom usuel" for the family name beside "Prénom usuel", or leave it alone where the family name is known."""
    preferred = [guess for guess in _of(guesses, {Meaning.PREFERRED}) if not guess.is_told]
    bare = [guess for guess in preferred if not says_given(guess.header)]
    if len(preferred) != 2 or len(bare) != 1:  # noqa: PLR2004 - a family name and a given one
        return list(guesses)
    meaning = Meaning.UNUSED if _of(guesses, _CHILD - {Meaning.GIVEN}) else Meaning.FAMILY
    return _put(guesses, bare[0].taken_for(meaning, said.BESIDE_GIVEN, is_sure=False))


def _only_preferred(guesses: Sequence[Guess]) -> list[Guess]:
    """Take the preferred name for the given one where nothing else is: no other column, not even one nobody knows."""
    preferred = _of(guesses, {Meaning.PREFERRED})
    if not preferred or _of(guesses, {Meaning.NAME, Meaning.GIVEN}) or any(map(_may_be_names, guesses)):
        return list(guesses)
    is_sure = preferred[0].is_sure and preferred[0].looks.filled == preferred[0].looks.rows
    return _put(guesses, preferred[0].taken_for(Meaning.GIVEN, said.ONLY_PREFERRED, is_sure=is_sure))


def _may_be_names(guess: Guess) -> bool:
    return guess.is_open and bool(guess.header) and _are_single(guess)


def _whole_or_half(guesses: Sequence[Guess]) -> list[Guess]:
    """Doubt single names where no column says the other half, and one whose header nobody knows may hold it."""
    if _of(guesses, {Meaning.FAMILY}):
        return list(guesses)
    single = [
        guess for guess in _of(guesses, {Meaning.NAME, Meaning.GIVEN}) if _are_single(guess) and not guess.is_told
    ]
    others = [guess for guess in guesses if _may_be_names(guess)]
    if not single or not others:
        return list(guesses)
    return [replace(guess, is_sure=False, why=said.HALF_A_NAME) if guess in single else guess for guess in guesses]


def _are_single(guess: Guess) -> bool:
    looks = guess.looks
    return looks.is_name and not looks.several_words and Look.COMMA not in looks.kinds and _differs(guess)


def _differs(guess: Guess) -> bool:
    return guess.looks.distinct * 2 > guess.looks.filled


def _bare_words(guesses: Sequence[Guess]) -> list[Guess]:
    """Take a column called only "name" for the part that has no column yet, unless whole names stand there."""
    family, given = _of(guesses, {Meaning.FAMILY}), _of(guesses, {Meaning.GIVEN})
    bare = [guess for guess in _of(guesses, {Meaning.NAME}) if is_name_word(guess.header) and not guess.is_told]
    if not bare or bool(family) == bool(given):
        return list(guesses)
    known = (family or given)[0]
    meaning = Meaning.GIVEN if family else Meaning.FAMILY
    why = said.BESIDE_FAMILY if family else said.BESIDE_GIVEN
    bare.sort(key=lambda guess: (_holds(guess, known), len(guess.header)))
    if _holds(bare[0], known):
        return list(guesses)
    return _put(guesses, bare[0].taken_for(meaning, why, is_sure=known.is_sure and bare[0].strength > PERHAPS))


def _without_others(guesses: Sequence[Guess]) -> list[Guess]:
    """Leave whole names alone that hold neither the given nor the family name of their rows: they are somebody else's."""
    halves = [_of(guesses, {meaning}) for meaning in (Meaning.GIVEN, Meaning.FAMILY)]
    if not all(halves):
        return list(guesses)
    return [
        guess.taken_for(Meaning.UNUSED, said.OTHER_NAMES, is_sure=False)
        if guess.meaning is Meaning.NAME and guess.looks.filled and not any(_holds(guess, half[0]) for half in halves)
        else guess
        for guess in guesses
    ]


def _holds(whole: Guess, part: Guess) -> bool:
    """Tell whether most cells of a column hold those of another as a word, as whole names hold their parts."""
    pairs = [
        (f" {one.casefold().replace(',', ' ')} ", f" {other.casefold().strip()} ")
        for one, other in zip(whole.cells, part.cells, strict=True)
        if one.strip() and other.strip()
    ]
    return sum(other in one for one, other in pairs) * 2 > len(pairs) > 0


def _if_shown(guess: Guess) -> Guess:
    if guess.meaning is Meaning.UNUSED and Meaning.NAME in guess.also:
        return guess.taken_for(Meaning.NAME, said.ONLY_SHOWN, is_sure=guess.strength > PERHAPS)
    return guess


def _opened(guesses: Sequence[Guess], *, has_header: bool) -> list[Guess]:
    """Take the first columns of names of a list that says nothing about them."""
    may = [guess for guess in guesses if guess.is_open and (not has_header or guess.looks.is_name)]
    likely = [guess for guess in may if guess.looks.is_name] or may
    if not likely:
        return list(guesses)
    first, *others = likely
    is_sure = not has_header or not first.header
    if Look.COMMA in first.looks.kinds:
        return _put(guesses, first.taken_for(Meaning.NAME, said.WITH_COMMA, is_sure=is_sure))
    second = next((guess for guess in others if _may_be_second(guess, first)), None)
    if second is None:
        why = said.WHOLE_NAMES if first.looks.several_words else said.ONE_NAME
        return _put(guesses, first.taken_for(Meaning.NAME, why, is_sure=is_sure))
    if not has_header and _is_typed(second) and not _is_typed(first):
        first = first.taken_for(Meaning.FAMILY, said.TYPED_FAMILY)
        return _put(guesses, first, second.taken_for(Meaning.GIVEN, said.TYPED_GIVEN))
    if not has_header and _are_family(first) and not _are_family(second):
        is_sure = _are_capitals(first)
        first = first.taken_for(Meaning.FAMILY, said.LIKE_FAMILY, is_sure=is_sure)
        return _put(guesses, first, second.taken_for(Meaning.GIVEN, said.BESIDE_LIKE_FAMILY, is_sure=is_sure))
    first = first.taken_for(Meaning.GIVEN, said.FIRST_OF_TWO, is_sure=not has_header)
    return _put(guesses, first, second.taken_for(Meaning.FAMILY, said.SECOND_OF_TWO, is_sure=not has_header))


def _may_be_second(guess: Guess, first: Guess) -> bool:
    """Tell whether a column is the other half of the names: beside the first, and different from row to row."""
    differs = guess.looks.distinct * 2 > guess.looks.filled or guess.looks.rows <= 3  # noqa: PLR2004 - siblings, or a class of two
    return guess.looks.is_name and guess.at == first.at + 1 and differs and not first.looks.several_words


def _is_typed(guess: Guess) -> bool:
    filled = [cell for cell in guess.cells if cell.strip()]
    return all(cell[0] == " " for cell in filled)


def _are_family(guess: Guess) -> bool:
    """Tell whether names are written as family names are: all in capitals, or some with "van der" or "Mc" in front."""
    return _are_capitals(guess) or any(map(_OF_A_FAMILY.match, guess.cells))


def _are_capitals(guess: Guess) -> bool:
    return all(map(str.isupper, filter(str.strip, guess.cells)))


def _beside(guesses: Sequence[Guess]) -> list[Guess]:
    """Take an open column beside the only known half of the names for the other half, in doubt."""
    family, given = _of(guesses, {Meaning.FAMILY}), _of(guesses, {Meaning.GIVEN})
    others = _of(guesses, {Meaning.NAME})
    if others or bool(family) == bool(given):
        return list(guesses)
    known = (family or given)[0]
    meaning, why = (Meaning.GIVEN, said.PERHAPS_GIVEN) if family else (Meaning.FAMILY, said.PERHAPS_FAMILY)
    near = [guess for guess in guesses if guess.is_open and guess.looks.is_name and abs(guess.at - known.at) == 1]
    different = [guess for guess in near if guess.looks.distinct * 2 > guess.looks.filled]
    return _put(guesses, different[0].taken_for(meaning, why, is_sure=False)) if different else list(guesses)


def _put(guesses: Sequence[Guess], *changed: Guess) -> list[Guess]:
    by_place = {guess.at: guess for guess in changed}
    return [by_place.get(guess.at, guess) for guess in guesses]


def _closed(guess: Guess) -> Guess:
    if not guess.is_open:
        return guess
    if not guess.looks.is_name:
        return replace(guess, is_open=False)
    if guess.header:
        is_sure = not _differs(guess)
        return replace(guess, is_open=False, is_sure=is_sure, why=guess.why if is_sure else said.MAY_BE_NAMES)
    if not _differs(guess):
        return guess.taken_for(Meaning.TEACHER, said.MANY_SHARE)
    return guess.taken_for(Meaning.UNUSED, said.MORE_NAMES, is_sure=False)


def _if_other(guess: Guess, names: Sequence[str], given: Sequence[str]) -> Guess:
    if guess.meaning is not Meaning.ALIAS or guess.is_told:
        return guess
    filled = [
        (" ".join(cell.casefold().split()), name, first)
        for cell, name, first in zip(guess.cells, names, given, strict=False)
        if cell.strip()
    ]
    same = sum(
        alias in (name, first) or sorted(alias.replace(",", " ").split()) == sorted(name.replace(",", " ").split())
        for alias, name, first in filled
    )
    return guess.taken_for(Meaning.UNUSED, said.REPEATS) if filled and same * 2 > len(filled) else guess
