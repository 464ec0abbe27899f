"""Of whom in a class the people of a list speak: by the school's id first, then by name, and in doubt of nobody."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from board.exchange.lists.listed import Listed
from board.exchange.lists.questions import Asks
from board.mastery.names.known_again import Fit, fit, shown_as, still_agrees
from board.mastery.names.letters import folded
from board.mastery.names.person_name import PersonName
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
    claimed = {match.student.id for match in found.values() if match.student}
    named = {at: known.by_name(person, claimed) for at, person in enumerate(people) if at not in found}
    found |= _alone(named)
    claimed |= {match.student.id for match in found.values() if match.student}
    free = [student for student in everyone if student.id not in claimed and not student.left]
    here = sum(not student.left for student in everyone)
    is_of_class = 2 * len(free) <= here or 2 * len(people) >= here  # a list of newcomers does not name the class
    for at in named:
        if found[at].student is None and found[at].asks is None and found[at].person.is_active:
            found[at] = known.nearly(found[at].person, claimed, free if is_of_class else ())
    return tuple(found[at] for at in range(len(people)))


def _alone(found: dict[int, Match]) -> dict[int, Match]:
    """Ask where several people were taken for one child, or may be it by their initials."""
    meant = {at: match.student or match.candidates[0] for at, match in found.items() if _is_of_one(match)}
    claims = Counter(student.id for student in meant.values())
    return {
        at: Match(match.person, None, Asks.WHICH, (meant[at],)) if at in meant and claims[meant[at].id] > 1 else match
        for at, match in found.items()
    }


def _is_of_one(match: Match) -> bool:
    return match.student is not None or match.asks is Asks.INITIAL


def _saying_most(students: Sequence[Student], name: PersonName) -> list[Student]:
    """Give those whose names say most of a name: Mary Ann Smith is Mary Ann S. rather than Mary S."""
    most = max((_words(student, name) for student in students), default=0)
    return [student for student in students if _words(student, name) == most]


def _words(student: Student, name: PersonName) -> int:
    """Count the words a child is called; a family name counts for one, be it whole or its first letter."""
    return len(f" {shown_as(student)} ".replace(f" {folded(name.family)} ", " - ").split())


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
            for shown in {shown_as(student), folded(student.name)}:
                self._names.setdefault(shown, []).append(student)

    def by_id(self, person: Listed) -> Match | None:
        """Give whom an id speaks of, None where it speaks of nobody."""
        own = self._ids.get(id_key(person.ids[0]), []) if person.ids else []
        agreeing = [student for student in own if still_agrees(student, person.name)]
        if not own:  # another id says who it is only beside the very name
            further = (student for number in person.ids[1:] for student in self._ids.get(id_key(number), ()))
            agreeing = [student for student in further if fit(student, person.name) is Fit.SURE]
        if len(agreeing) == 1:
            better = self._better(person, agreeing[0])
            return Match(person, None, Asks.WHICH, (*agreeing, *better)) if better else Match(person, agreeing[0])
        if agreeing:
            return Match(person, None, Asks.WHICH, tuple(agreeing))
        if not own:
            return None
        others = [one for one in self._called(person) if one not in own and fit(one, person.name) in _FITS]
        return Match(person, None, Asks.WHICH if others else Asks.RENAMED, (*others, *own))

    def _better(self, person: Listed, own: Student) -> list[Student]:
        """Give the children a name fits better than the one whose id stands beside it."""
        others = [student for student in self._called(person) if student is not own]
        if fit(own, person.name) is Fit.SURE:
            others = [student for student in others if _words(student, person.name) > _words(own, person.name)]
        return _saying_most([student for student in others if fit(student, person.name) is Fit.SURE], person.name)

    def by_name(self, person: Listed, claimed: set[str]) -> Match:
        """Give whom a name speaks of among those nobody else speaks of."""
        called = self._called(person)
        doubled = tuple(one for one in called if one.id in claimed and one.also and fit(one, person.name) is Fit.SURE)
        fits = {student: fit(student, person.name) for student in called if student.id not in claimed}
        fits = {student: how for student, how in fits.items() if how in _FITS}
        clear = {student: how for student, how in fits.items() if not self._two_ids(student, person)}
        sure = _saying_most([student for student, how in clear.items() if how is Fit.SURE], person.name) or list(clear)
        if doubled and not sure:
            return Match(person, None, Asks.WHICH, doubled)
        if len(sure) > 1:
            return Match(person, None, Asks.WHICH, tuple(sure))
        if sure and clear[sure[0]] is Fit.SURE:
            return Match(person, sure[0])
        if sure:
            return Match(person, None, Asks.INITIAL, (sure[0],))
        return Match(person, None, Asks.OTHER_ID if fits else None, tuple(fits))

    def nearly(self, person: Listed, claimed: set[str], free: Iterable[Student]) -> Match:
        """Give whom of those the list does not name somebody may be under another name; who is called the same is asked about."""
        called = (student for student in self._called(person) if student.id not in claimed)
        alike = tuple(
            student
            for student in dict.fromkeys((*called, *free))
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
