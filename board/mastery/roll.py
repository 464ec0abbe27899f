"""The roll of a class and how it is kept: names, who left, doubles of one child joined and parted; nobody is ever lost."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from enum import Enum, auto
from itertools import count
from typing import Any, NamedTuple

from board.mastery.facts import Fact, Kind
from board.mastery.people import NAME_LIMIT, Student, clean_name
from board.mastery.plan import Plan, filled_from, taken_back

Roll = tuple[Student, ...]
"""Everyone of a class in order, those who have left too."""

USUAL_PATIENCE = 1
"""How many times as long as for others the kiosk waits for a child of whom nothing is said."""

_LENT = ("alias", "emblem", "grade", "number")
"""What a child may have from its double where it has nothing of its own."""


def student_of(students: Iterable[Student], student_id: str) -> Student | None:
    """Give the student with this id, None when there is none (any more)."""
    return next((student for student in students if student.id == student_id), None)


def edited(students: Roll, student_id: str, **said: str | bool | int) -> Roll:
    """Give the roll with what is said of one child, cleaned; everything not spoken of stays as it is.

    Args:
        students: The roll.
        student_id: Whose entry it is.
        said: Any of name, alias, grade, emblem, photos and patience; a name that would be empty is not taken.
    """
    kept = {field: clean_name(text) if isinstance(text, str) else text for field, text in said.items()}
    if not kept.get("name", "kept"):
        del kept["name"]
    return tuple(_said_of(student, kept) if student.id == student_id else student for student in students)


def _said_of(student: Student, kept: dict[str, Any]) -> Student:
    check = student.family_check if kept.get("name", student.name) == student.name else ""  # of the name it had before
    return replace(student, **kept, family_check=check)


def with_left(students: Roll, student_id: str, left: bool = True) -> Roll:
    """Give the roll with a child gone from the class, or back in it; the marks stay with the child either way."""
    return tuple(replace(student, left=left) if student.id == student_id else student for student in students)


MOST_CARDS = 999
"""The most cards that are made anew for one child; what is asked beyond changes nothing."""


def with_new_cards(students: Roll, ids: Collection[str]) -> Roll:
    """Give the roll with another login card for these children; each has another picture word than before."""
    return tuple(
        replace(student, card=min(student.card + 1, MOST_CARDS)) if student.id in ids else student
        for student in students
    )


def with_plan(students: Roll, student_id: str, change: Callable[[Plan], Plan]) -> Roll:
    """Give the roll with another plan of one child; everybody else, and everything else of that child, stays."""
    return tuple(
        replace(student, plan=change(student.plan)) if student.id == student_id else student for student in students
    )


def joined(students: Roll, kept_id: str, double_id: str) -> Roll:
    """Give the roll with two entries of one child made one.

    The double's entry goes; its id is remembered, so its marks count for the child. The child stands in the class when
    either entry did. Nothing happens when one of them is not there, or both are the same.

    Args:
        students: The roll.
        kept_id: The entry that stays.
        double_id: The entry that goes.
    """
    kept, double = student_of(students, kept_id), student_of(students, double_id)
    if kept is None or double is None or kept is double:
        return students
    lent: dict[str, Any] = {field: getattr(kept, field) or getattr(double, field) for field in _LENT}
    also = tuple(dict.fromkeys((*kept.also, *double.also, double.id)))
    plan = filled_from(kept.plan, double.plan)
    patience = double.patience if kept.patience == USUAL_PATIENCE else kept.patience
    one = replace(kept, **lent, also=also, left=kept.left and double.left, plan=plan, patience=patience)
    return tuple(one if student is kept else student for student in students if student is not double)


def parted(students: Roll, kept_id: str) -> Roll:
    """Give the roll with the double a child was joined with last standing below it again, under a name of its own.

    Args:
        students: The roll.
        kept_id: The child; nothing happens when it has no double.
    """
    kept = student_of(students, kept_id)
    if kept is None or not kept.also:
        return students
    alone = replace(kept, also=kept.also[:-1])
    double = Student(kept.also[-1], free_name(students, kept.name), left=kept.left)
    return tuple(one for student in students for one in ((alone, double) if student is kept else (student,)))


def free_name(students: Iterable[Student], name: str) -> str:
    """Give this name with the first number that nobody has: "Ava B. 2"."""
    taken = {_plain(student.name) for student in students}
    return next(called for called in (_counted(name, number) for number in count(2)) if _plain(called) not in taken)


def _counted(name: str, number: int) -> str:
    """Give a name with a number behind it; a name that is too long for that is cut, and not the number."""
    called = f"{name} {number}"
    return called if len(called) <= NAME_LIMIT else f"{name[: NAME_LIMIT - len(f'… {number}')].rstrip()}… {number}"


def put_back(now: Roll, before: Roll, after: Roll) -> Roll:
    """Give the roll with one change taken back, and everything others did since left as it is.

    Args:
        now: The roll of this moment.
        before: The roll as it was when the change was made.
        after: What the change made of it.
    """
    was, became = _by_id(before), _by_id(after)
    back = [
        _field_by_field(student, was[student.id], became[student.id])
        if student.id in was and student.id in became
        else student
        for student in now
    ]
    doubles = {double for student in back for double in student.also}
    back = [
        student
        for student in back
        if student.id in was
        or student.id not in became
        or (student.id not in doubles and student != became[student.id])
    ]
    for at, student in enumerate(before):
        if student.id not in became and student.id not in {*_by_id(back), *doubles}:
            back.insert(_place_after(back, before[:at]), student)
    return tuple(back)


def _field_by_field(now: Student, was: Student, became: Student) -> Student:
    changes: dict[str, Any] = {
        field.name: getattr(was, field.name)
        for field in fields(Student)
        if getattr(was, field.name) != getattr(became, field.name)
        and (field.name in ("also", "plan") or getattr(now, field.name) == getattr(became, field.name))
    }
    if "also" in changes:  # what others joined since stays joined
        others = [double for double in now.also if double not in became.also]
        changes["also"] = (*was.also, *others)
    if "plan" in changes:
        changes["plan"] = taken_back(now.plan, was.plan, became.plan)
    return replace(now, **changes)


def _place_after(students: Sequence[Student], before: Sequence[Student]) -> int:
    """Find the place below the nearest of those that stood above."""
    places = {student.id: at for at, student in enumerate(students)}
    return next((places[student.id] + 1 for student in reversed(before) if student.id in places), 0)


def _by_id(students: Iterable[Student]) -> dict[str, Student]:
    return {student.id: student for student in students}


def _plain(name: str) -> str:
    return clean_name(name).casefold()


class Doubtful(Enum):
    """What may be wrong with a name or an alias."""

    NO_NAME = auto()
    NAME_OF_ONE_WHO_LEFT = auto()
    NAME_TAKEN = auto()
    NAME_IS_AN_ALIAS = auto()
    """Another child goes by this name on paper."""
    ALIAS_IS_THE_NAME = auto()
    """The child's own name."""
    ALIAS_IS_A_NAME = auto()
    """The name of another child."""
    ALIAS_TAKEN = auto()


class NameDoubt(NamedTuple):
    """One doubt about a name or an alias.

    Attributes:
        what: What may be wrong.
        other: The name of the other child it is about, empty where there is none.
    """

    what: Doubtful
    other: str = ""


def name_doubts(students: Iterable[Student], name: str, alias: str = "", own_id: str = "") -> tuple[NameDoubt, ...]:
    """Tell what is doubtful about a name and an alias; empty when nothing is.

    Args:
        students: The class, those who left too.
        name: The name as it is typed.
        alias: The alias as it is typed.
        own_id: Id of the child that is named, so that it is not compared with itself; empty for a new one.
    """
    others = [student for student in students if student.id != own_id]
    return (*_doubts_about_name(others, _plain(name)), *_doubts_about_alias(others, _plain(alias), _plain(name)))


def _doubts_about_name(others: Sequence[Student], name: str) -> Iterator[NameDoubt]:
    if not name:
        yield NameDoubt(Doubtful.NO_NAME)
        return
    for other in others:
        if _plain(other.name) == name and other.left:
            yield NameDoubt(Doubtful.NAME_OF_ONE_WHO_LEFT, other.name)
        elif _plain(other.name) == name:
            yield NameDoubt(Doubtful.NAME_TAKEN, other.name)
        elif _plain(other.alias) == name:
            yield NameDoubt(Doubtful.NAME_IS_AN_ALIAS, other.name)


def _doubts_about_alias(others: Sequence[Student], alias: str, name: str) -> Iterator[NameDoubt]:
    if not alias:
        return
    if alias == name:
        yield NameDoubt(Doubtful.ALIAS_IS_THE_NAME)
    for other in others:
        if _plain(other.name) == alias:
            yield NameDoubt(Doubtful.ALIAS_IS_A_NAME, other.name)
        elif _plain(other.alias) == alias:
            yield NameDoubt(Doubtful.ALIAS_TAKEN, other.name)


def has_two_ids(kept: Student, double: Student) -> bool:
    """Tell whether the school gives two entries two ids, which speaks against their being one child."""
    return bool(kept.number and double.number and kept.number != double.number)


def counted(facts: Sequence[Fact], joined: Mapping[str, str]) -> Sequence[Fact]:
    """Give facts as they count: those of a double are the child's it was joined with.

    Args:
        facts: As they were written.
        joined: For each double's id the child's.
    """
    if not joined:
        return facts
    return [
        fact if fact.kind is Kind.ERASED else fact._replace(student=joined.get(fact.student, fact.student))
        for fact in facts
    ]
