"""What importing a roster would do to a class: matching rows with students, deleting nobody, taking nobody for another."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from board.exchange.roster import Pupil
from board.mastery.people import Student, could_be, short_names

_TOLD = 3
"""Students named in a sentence about a row that fits several."""


@dataclass(frozen=True, slots=True)
class RosterChange:
    """What importing a roster would do.

    Attributes:
        students: The students of the class afterwards.
        added: New ones.
        changed: Before and after of those whose name, alias, grade or number changes.
        same: How many rows change nothing.
        missing: Students of the class the roster does not name; they stay.
        unsure: Rows that fit more than one student, in words; nothing is done for them.
    """

    students: tuple[Student, ...]
    added: tuple[Student, ...]
    changed: tuple[tuple[Student, Student], ...]
    same: int
    missing: tuple[Student, ...]
    unsure: tuple[str, ...]


def plan(
    pupils: Iterable[Pupil],
    students: Sequence[Student],
    *,
    new_id: Callable[[], str],
    emblems: Sequence[str] = (),
    full_names: bool = False,
) -> RosterChange:
    """Match a roster with a class, by the school's id first, then by name; nobody is deleted.

    Args:
        pupils: Rows of the roster.
        students: The class as it is.
        new_id: Makes the id of a new student.
        emblems: Signs to hand out to new students, those not yet worn first.
        full_names: Keep whole names instead of first name and initial.
    """
    listed, unsure = _told_apart(pupils)
    shorts = short_names((pupil.given, pupil.family) for pupil in listed)
    names = [pupil.full for pupil in listed] if full_names else shorts
    known = _Known(students)
    matches = [known.matches(pupil) for pupil in listed]
    claims = Counter(found[0].id for found in matches if len(found) == 1)
    signs = _Signs(emblems, students)
    after = {student.id: student for student in students}
    added: list[Student] = []
    for pupil, name, found in zip(listed, names, matches, strict=True):
        if not found:
            added.append(Student(new_id(), name, pupil.alias, signs.next(), pupil.grade, pupil.number))
        elif len(found) > 1 or claims[found[0].id] > 1:
            unsure.append(f"{name} fits {_either(found)}; give the children ids in the roster to tell them apart.")
        else:
            after[found[0].id] = _refreshed(found[0], pupil, name)
    changed = tuple((student, after[student.id]) for student in students if after[student.id] != student)
    named = {student.id for found in matches for student in found}
    return RosterChange(
        students=(*after.values(), *added),
        added=tuple(added),
        changed=changed,
        same=sum(len(found) == 1 and after[found[0].id] == found[0] for found in matches),
        missing=tuple(student for student in students if student.id not in named),
        unsure=tuple(unsure),
    )


def _told_apart(pupils: Iterable[Pupil]) -> tuple[list[Pupil], list[str]]:
    """Give the rows that speak of one child each, and sentences about those that could be two or the same."""
    rows = list(pupils)
    names = Counter((pupil.given, pupil.family) for pupil in rows if not pupil.number)
    numbers = Counter(pupil.number for pupil in set(rows) if pupil.number)
    unsure = [
        f"{' '.join(name).strip()} stands {count} times; give the children ids in the roster."
        for name, count in names.items()
        if count > 1
    ]
    unsure += [
        f"The id {number} stands for {count} children; give each their own."
        for number, count in numbers.items()
        if count > 1
    ]
    clear = [
        pupil
        for pupil in dict.fromkeys(rows)
        if (numbers[pupil.number] == 1 if pupil.number else names[pupil.given, pupil.family] == 1)
    ]
    return clear, unsure


def _either(students: Sequence[Student]) -> str:
    names = [student.name for student in students[:_TOLD]]
    more = len(students) - len(names)
    return " or ".join([*names, f"{more} more"] if more else names)


class _Signs:
    """Emblems to hand out, the least worn first."""

    def __init__(self, emblems: Sequence[str], students: Sequence[Student]) -> None:
        self._emblems = emblems
        self._worn = Counter(student.emblem for student in students)

    def next(self) -> str:
        sign = min(self._emblems, key=lambda emblem: self._worn[emblem], default="")
        self._worn[sign] += 1
        return sign


class _Known:
    """The class, found by number and by name without looking at everybody for every row."""

    def __init__(self, students: Sequence[Student]) -> None:
        self._places = {student.id: at for at, student in enumerate(students)}
        self._numbers: dict[str, list[Student]] = {}
        self._names: dict[str, list[Student]] = {}
        for student in students:
            self._numbers.setdefault(student.number, []).append(student)
            self._names.setdefault(student.name, []).append(student)

    def matches(self, pupil: Pupil) -> list[Student]:
        """Give the students a row may speak of, in the order of the class."""
        if pupil.number and pupil.number in self._numbers:
            return self._numbers[pupil.number]
        displays = {pupil.full}
        for letters in range(1, len(pupil.family) + 1):
            displays.add(f"{pupil.given} {pupil.family[:letters]}.")
        found = [student for display in displays for student in self._names.get(display, ())]
        named = [student for student in found if not (student.number and pupil.number)]
        return sorted(named, key=lambda student: self._places[student.id])


def _refreshed(student: Student, pupil: Pupil, name: str) -> Student:
    still_fits = could_be(student.name, pupil.given, pupil.family) and len(student.name) >= len(name)
    return replace(
        student,
        name=student.name if still_fits else name,
        alias=pupil.alias or student.alias,
        grade=pupil.grade or student.grade,
        number=pupil.number or student.number,
        left=False,
    )
