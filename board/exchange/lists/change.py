"""What taking a list would do to a class: nobody is taken for another, and nothing doubtful is done unanswered."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from board.exchange.lists import questions
from board.exchange.lists.doubles import told_apart
from board.exchange.lists.listed import Listed
from board.exchange.lists.questions import ALL, Answers, Question
from board.exchange.lists.reading import Reading
from board.exchange.lists.taking import Taking
from board.exchange.tables.left_out import LeftOut, Reason
from board.exchange.tables.meanings import OF_NAMES, Meaning
from board.mastery.names.known_again import shown_as
from board.mastery.names.person_name import whole_name
from board.mastery.names.same_name import displays
from board.mastery.people import Student

LARGE = 60
"""More people than this are no class, or several, and are asked about first."""

_CLASS = 12
"""So many people in each of two classes are two classes, and no small group out of several."""

_OF_PEOPLE = OF_NAMES | {Meaning.STATUS, Meaning.ROLE}
"""Columns without which nobody knows who is listed: as long as one is in doubt, nothing is taken."""


@dataclass(frozen=True, slots=True)
class NameList:
    """A list as it is to be taken.

    Attributes:
        reading: What it says.
        answers: What was answered.
        full_names: Whether whole names are kept, instead of first name and initial.
    """

    reading: Reading = field(default_factory=Reading)
    answers: Answers = field(default_factory=dict)
    full_names: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What taking a list would do to a class.

    Attributes:
        students: Everyone of the class afterwards, those who have left too.
        added: New ones.
        changed: Before and after of those whose name, alias, grade, id or place in the class changes.
        same: How many people of the list change nothing.
        missing: Children in the class whom the list does not name; they stay.
        asked: Every question, answered or not.
        open: The questions without an answer; nothing is done about them.
        left_out: Rows that are not taken, with the reasons.
    """

    students: tuple[Student, ...]
    added: tuple[Student, ...] = ()
    changed: tuple[tuple[Student, Student], ...] = ()
    same: int = 0
    missing: tuple[Student, ...] = ()
    asked: tuple[Question, ...] = ()
    open: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def plan(
    wanted: NameList, everyone: Sequence[Student], *, new_id: Callable[[], str], emblems: Sequence[str] = ()
) -> Change:
    """Give what taking a list would do to a class; nobody is ever deleted.

    Args:
        wanted: The list, with what was answered.
        everyone: The class as it is, those who have left too.
        new_id: Makes the id of a new student.
        emblems: Signs to hand out to new students, those not yet worn first.
    """
    reading, answers = wanted.reading, wanted.answers
    first = [questions.column(one) for one in reading.columns if not one.is_sure]
    if any(not one.is_sure and one.meaning in _OF_PEOPLE for one in reading.columns):
        return _nothing(reading, everyone, first)
    school = _school(reading, everyone)
    if school is not None and not school.answer(answers):
        return _nothing(reading, everyone, [*first, school])
    chosen = school.answer(answers) if school is not None else ALL
    people, others = _of_class(reading.people, chosen)
    people, doubles, held = told_apart(people, answers)
    taking = Taking(everyone, answers, new_id=new_id, emblems=emblems, full_names=wanted.full_names)
    taking.take(people, held, is_complete=reading.is_complete)
    in_order = sorted(taking.asked, key=lambda one: one.row or 0)
    asked = (*first, *([school] if school else []), *doubles, *in_order)
    return Change(
        students=(*taking.after.values(), *taking.added),
        added=tuple(taking.added),
        changed=taking.changed,
        same=taking.same,
        missing=tuple(one for one in everyone if one.id not in taking.named and not one.left),
        asked=asked,
        open=tuple(one for one in asked if one.key in taking.open or not one.answer(answers)),
        left_out=(*reading.left_out, *others, *taking.left_out),
    )


def _nothing(reading: Reading, everyone: Sequence[Student], asked: Sequence[Question]) -> Change:
    return Change(tuple(everyone), asked=tuple(asked), open=tuple(asked), left_out=reading.left_out)


def _school(reading: Reading, everyone: Sequence[Student]) -> Question | None:
    """Ask which class is meant, where a list holds more than one; not when everybody is in the class already."""
    classes = Counter(title for person in reading.people for title in person.classes)
    several = len([title for title, count in classes.items() if count >= _CLASS]) > 1
    if not several and len(reading.people) <= LARGE:
        return None
    known = {shown_as(student) for student in everyone}
    if len(reading.people) <= LARGE and all(known & displays(person.name) for person in reading.people):
        return None
    return questions.school(len(reading.people), dict(sorted(classes.items())))


def _of_class(people: Sequence[Listed], chosen: str) -> tuple[list[Listed], list[LeftOut]]:
    if chosen == ALL:
        return list(people), []
    title = chosen.removeprefix("class ")
    theirs = [person for person in people if title in person.classes]
    others = [
        LeftOut(row, whole_name(person.name), Reason.NO_CHILD_OF_THE_CLASS)
        for person in people
        if title not in person.classes
        for row in person.rows
    ]
    return theirs, others
