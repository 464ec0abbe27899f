"""Of whom in a class the people of a list speak: by the school's id first, then by name, and in doubt of nobody."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from board.exchange.lists.listed import Listed
from board.exchange.lists.questions import Asks
from board.mastery.names.known_again import Fit, fit, shown_as, still_agrees
from board.mastery.names.same_name import displays
from board.mastery.people import Student

_FITS = (Fit.SURE, Fit.INITIAL)


class Match(NamedTuple):
    """What is known of one person of a list.

    Attributes:
        person: Who is listed.
        student: The child of the class, None for a new one and in doubt.
        asks: What is to be asked, None where nothing is.
        candidates: The children it may be, the likeliest first.
    """

    person: Listed
    student: Student | None = None
    asks: Asks | None = None
    candidates: tuple[Student, ...] = ()


def id_key(number: str) -> str:
    """Give an id as it is compared: leading zeros and capitals make no difference."""
    plain = number.strip().casefold()
    return plain.lstrip("0") or "0" if plain.isdecimal() else plain


def matches(people: Sequence[Listed], everyone: Sequence[Student], *, by_id: bool = True) -> tuple[Match, ...]:
    """Match the people of a list with a class; no child is taken for two people.

    Args:
        people: Everyone of the list, each once.
        everyone: The class as it is, those who have left too.
        by_id: Whether the ids in the class are the school's.
    """
    known = _Known(everyone, by_id=by_id)
    found: dict[int, Match] = {}
    for at, person in enumerate(people):
        match = known.by_id(person)
        if match is not None:
            found[at] = match
    found |= _alone({at: match for at, match in found.items() if match.student})
    claimed = {one.id for match in found.values() for one in (match.student, *match.candidates) if one}
    named = {at: known.by_name(person, claimed) for at, person in enumerate(people) if at not in found}
    found |= _alone(named)
    claimed |= {one.id for match in named.values() for one in (match.student, *match.candidates) if one}
    free = [student for student in everyone if student.id not in claimed and not student.left]
    here = sum(not student.left for student in everyone)
    for at, match in named.items() if 2 * len(free) <= here else ():  # a list of newcomers does not name the class
        if found[at].student is None and found[at].asks is None and match.person.is_active:
            found[at] = known.nearly(match.person, free)
    return tuple(found[at] for at in range(len(people)))


def _alone(found: dict[int, Match]) -> dict[int, Match]:
    """Ask where several people were taken for one child."""
    claims = Counter(match.student.id for match in found.values() if match.student)
    return {
        at: Match(match.person, None, Asks.WHICH, (match.student,))
        if match.student and claims[match.student.id] > 1
        else match
        for at, match in found.items()
    }


class _Known:
    """The class, found by id and by name without looking at everybody for everyone."""

    def __init__(self, everyone: Sequence[Student], *, by_id: bool) -> None:
        self._ids: dict[str, list[Student]] = {}
        self._names: dict[str, list[Student]] = {}
        self._places = {student.id: at for at, student in enumerate(everyone)}
        self._by_id = by_id
        for student in everyone:
            if student.number and by_id:
                self._ids.setdefault(id_key(student.number), []).append(student)
            self._names.setdefault(shown_as(student), []).append(student)

    def by_id(self, person: Listed) -> Match | None:
        """Give whom an id speaks of, None where it speaks of nobody."""
        own = self._ids.get(id_key(person.ids[0]), []) if person.ids else []
        agreeing = [student for student in own if still_agrees(student, person.name)]
        further = (student for number in person.ids[1:] for student in self._ids.get(id_key(number), ()))
        agreeing = agreeing or [student for student in further if not own and still_agrees(student, person.name)]
        if len(agreeing) == 1:
            return Match(person, agreeing[0])
        if agreeing:
            return Match(person, None, Asks.WHICH, tuple(agreeing))
        if not own:
            return None
        others = [one for one in self._called(person) if one not in own and fit(one, person.name) in _FITS]
        return Match(person, None, Asks.WHICH if others else Asks.RENAMED, (*others, *own))

    def by_name(self, person: Listed, claimed: set[str]) -> Match:
        """Give whom a name speaks of among those nobody else speaks of."""
        fits = {student: fit(student, person.name) for student in self._called(person) if student.id not in claimed}
        fits = {student: how for student, how in fits.items() if how in _FITS}
        clear = {student: how for student, how in fits.items() if not self._two_ids(student, person)}
        sure = [student for student, how in clear.items() if how is Fit.SURE] or list(clear)
        if len(sure) > 1:
            return Match(person, None, Asks.WHICH, tuple(sure))
        if sure and clear[sure[0]] is Fit.SURE:
            return Match(person, sure[0])
        if sure:
            return Match(person, None, Asks.INITIAL, (sure[0],))
        return Match(person, None, Asks.OTHER_ID if fits else None, tuple(fits))

    def nearly(self, person: Listed, free: Iterable[Student]) -> Match:
        """Give whom of those the list does not name somebody may be under another name."""
        alike = tuple(
            student
            for student in free
            if not self._two_ids(student, person) and fit(student, person.name) is not Fit.NONE
        )
        return Match(person, None, Asks.ALIKE if alike else None, alike)

    def _called(self, person: Listed) -> list[Student]:
        found = (student for shown in displays(person.name) for student in self._names.get(shown, ()))
        return sorted(dict.fromkeys(found), key=lambda student: self._places[student.id])

    def _two_ids(self, student: Student, person: Listed) -> bool:
        """Tell whether the school gives the two other ids."""
        return bool(self._by_id and student.number and person.ids) and id_key(student.number) not in map(
            id_key, person.ids
        )
