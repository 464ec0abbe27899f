"""How a list is taken into a class, person by person: what is sure is done, what was answered too, the rest is asked."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from board.exchange.lists import questions
from board.exchange.lists.listed import Listed
from board.exchange.lists.matching import Match, id_key, matches
from board.exchange.lists.questions import BACK, FORGET, KEEP, LEFT, NEW, SAME, STAYS, Answers, Asks, Question
from board.exchange.tables.left_out import LeftOut, Reason
from board.mastery.names.known_again import Fit, family_check, fit, shown_as
from board.mastery.names.letters import folded
from board.mastery.names.person_name import whole_name
from board.mastery.names.same_name import displays, tells_family
from board.mastery.names.short_names import short_names
from board.mastery.people import Student
from board.mastery.roll import free_name

_SEATS, _LAST_SEAT = 3, 2
"""Children whose ids are looked at as seat numbers, at least, and digits of the greatest seat."""

_FILLED = 0.6
"""Share of the seats from 1 up that is taken where ids are seats; children leave."""


def seat_numbers(everyone: Sequence[Student]) -> tuple[str, ...]:
    """Give the ids of a class in order where they look like seat numbers: small, each once, few missing from 1 up."""
    numbers = [student.number for student in everyone if student.number]
    if len(numbers) < _SEATS or not all(number.isdecimal() and len(number) <= _LAST_SEAT for number in numbers):
        return ()
    seats = sorted(set(numbers), key=int)
    return tuple(seats) if len(seats) >= _FILLED * int(seats[-1]) else ()


class Taking:
    """A class while a list is taken into it.

    Args:
        everyone: The class as it is, those who have left too.
        answers: What was answered.
        new_id: Makes the id of a new student.
        emblems: Signs to hand out to new students, those not yet worn first.
        full_names: Whether whole names are kept, instead of first name and initial.

    Attributes:
        after: The class afterwards, by id, without those that are new.
        added: The new ones.
        asked: Every question that came up, answered or not.
        left_out: Rows of people who are not taken.
        named: Ids of the children the list speaks of, or may speak of.
        gone: Ids of children that are asked about because the list does not name them.
        open: Keys of the questions whose answer names a child that was taken for somebody else already.
    """

    def __init__(
        self,
        everyone: Sequence[Student],
        answers: Answers,
        *,
        new_id: Callable[[], str],
        emblems: Sequence[str],
        full_names: bool,
    ) -> None:
        self._everyone, self._answers, self._full_names = tuple(everyone), answers, full_names
        self._new_id, self._signs = new_id, _Signs(emblems, everyone)
        self._shorts: dict[int, str] = {}
        self._names: Counter[str] = Counter()
        self._taken: set[str] = set()
        self.after = {student.id: student for student in everyone}
        self.added: list[Student] = []
        self.asked: list[Question] = []
        self.left_out: list[LeftOut] = []
        self.named: set[str] = set()
        self.gone: set[str] = set()
        self.open: set[str] = set()

    @property
    def changed(self) -> tuple[tuple[Student, Student], ...]:
        """Before and after of those of whom something else is to be seen."""
        pairs = ((one, self.after[one.id]) for one in self._everyone)
        return tuple((one, now) for one, now in pairs if replace(now, family_check=one.family_check) != one)

    @property
    def same(self) -> int:
        """How many people of the list change nothing."""
        return len(self._taken - {before.id for before, _ in self.changed})

    def take(self, people: Sequence[Listed], held: Sequence[Listed], *, is_complete: bool) -> None:
        """Take everyone about whom there is no doubt, and what was answered.

        Args:
            people: Everyone of the list, each once.
            held: Those about whom the list itself is in doubt; nothing is done about them.
            is_complete: Whether the list names the whole class.
        """
        by_id = self._ids_are_the_schools(people)
        for person in held:
            self.named.update(student.id for student in self._may_be(person))
        everyone_listed = [*people, *held]
        names = short_names([person.name for person in everyone_listed])
        self._shorts = {id(person): name for person, name in zip(everyone_listed, names, strict=True)}
        self._names = Counter(whole_name(person.name) for person in everyone_listed)
        found = matches(people, tuple(self.after.values()), by_id=by_id)
        # what is answered takes nobody from those who are sure, and who is away nobody from those who are there
        for match in sorted(found, key=lambda match: (match.student is None, not match.person.is_active)):
            self._take(match)
        if is_complete:
            for student in self._everyone:
                if student.id not in self.named and not student.left:
                    self.gone.add(student.id)
                    self._gone(questions.gone(student), student)

    def _may_be(self, person: Listed) -> list[Student]:
        ids = {id_key(number) for number in person.ids}
        return [
            student
            for student in self._everyone
            if id_key(student.number) in ids or fit(student, person.name) in (Fit.SURE, Fit.INITIAL)
        ]

    def _ids_are_the_schools(self, people: Sequence[Listed]) -> bool:
        """Tell whether the ids in the class count; where they may be seat numbers, only when it was said."""
        seats = seat_numbers(self._everyone)
        if not seats or _are_confirmed(people, self._everyone):
            return True
        question = questions.seats(seats)
        self.asked.append(question)
        answer = question.answer(self._answers)
        if answer == FORGET:
            self.after = {id_: replace(one, number="") for id_, one in self.after.items()}
        return answer == KEEP

    def _take(self, match: Match) -> None:
        person, students = match.person, match.candidates
        if match.student is not None:
            self.named.add(match.student.id)
            self._take_known(person, match.student)
        elif match.asks is None and person.is_active:
            self._add(person)
        elif not person.is_active:
            self._take_absent(match)
        else:
            self.named.update(student.id for student in students)
            self._take_answer(self._ask(match.asks or Asks.WHICH, person, students), person, students)

    def _take_known(self, person: Listed, student: Student) -> None:
        if student.left and person.is_active:
            self._take_answer(self._ask(Asks.BACK, person, [student]), person, [student])
        elif not student.left and not person.is_active:
            self._gone(self._question(Asks.GONE, person, [student]), student)
        else:
            self._refresh(person, student)

    def _take_absent(self, match: Match) -> None:
        """Ask about somebody who is not active and may be one child of the class; others are left out."""
        here = [student for student in match.candidates if not student.left]
        if len(here) == 1 and here[0].id not in self._taken:
            self.named.add(here[0].id)
            self._gone(self._question(Asks.GONE, match.person, here), here[0])
            return
        called = whole_name(match.person.name)
        self.left_out += [LeftOut(row, called, Reason.NOT_THERE) for row in match.person.rows]

    def _question(self, asks: Asks, person: Listed, students: Sequence[Student]) -> Question:
        renamed, added = self._called(person, students[0].id), self._called(person)
        called = whole_name(person.name)
        key = called if self._names[called] == 1 else f"{called} {person.rows[0]}"
        return questions.about_person(key, asks, person, students, renamed=renamed, added=added)

    def _ask(self, asks: Asks, person: Listed, students: Sequence[Student]) -> Question:
        question = self._question(asks, person, students)
        self.asked.append(question)
        return question

    def _gone(self, question: Question, student: Student) -> None:
        self.asked.append(question)
        if question.answer(self._answers) == LEFT:
            self.after[student.id] = replace(self.after[student.id], left=True)

    def _take_answer(self, question: Question, person: Listed, students: Sequence[Student]) -> None:
        answer = question.answer(self._answers)
        if answer == NEW:
            self.named -= {student.id for student in students} - self._taken
            self._free_id(person)
            self._add(person)
        elif answer and answer != STAYS:
            chosen = students[0] if answer in (SAME, BACK) else next(one for one in students if one.id == answer)
            if chosen.id in self._taken:
                if not (
                    chosen.also and fit(chosen, person.name) is Fit.SURE
                ):  # the school too has a double of the child
                    self.open.add(question.key)
                return
            self._free_id(person, but=chosen)
            fits = shown_as(chosen) in displays(person.name)
            self._refresh(person, chosen, "" if fits else self._called(person, chosen.id))

    def _free_id(self, person: Listed, but: Student | None = None) -> None:
        """Take an id from the child that had it before: the school gives it to another."""
        mine = {id_key(number) for number in person.ids[:1]}
        for student in list(self.after.values()):
            if student.number and id_key(student.number) in mine and student.id != (but.id if but else ""):
                self.after[student.id] = replace(student, number="")

    def _called(self, person: Listed, own_id: str = "") -> str:
        """Give the name a person of the list gets in the class, which nobody else there has."""
        called = whole_name(person.name) if self._full_names else self._shorts[id(person)]
        others = self._others(own_id)
        taken = {folded(one.name) for one in others}
        if folded(called) not in taken:
            return called
        if any(fit(one, person.name) is Fit.SURE for one in others):
            return free_name(others, called)
        longer = (name for name in _longer_names(person) if folded(name) not in taken)
        return next(longer, None) or free_name(others, called)

    def _add(self, person: Listed) -> None:
        id_ = self._new_id()
        called = self._called(person)
        number, alias = self._number(person, id_), self._alias(person, id_)
        check = family_check(id_, person.name)
        self.added.append(Student(id_, called, alias, self._signs.next(), person.grade, number, family_check=check))

    def _others(self, own_id: str) -> list[Student]:
        return [one for one in (*self.after.values(), *self.added) if one.id != own_id]

    def _number(self, person: Listed, own_id: str) -> str:
        """Give the id a person has in the list, empty where another child has it in the class."""
        number = next(iter(person.ids), "")
        taken = any(one.number and id_key(one.number) == id_key(number) for one in self._others(own_id))
        return "" if taken else number

    def _alias(self, person: Listed, own_id: str) -> str:
        """Give the alias a person has in the list, empty where it tells the name or what another child goes by on paper."""
        alias = folded(person.alias)
        others = (folded(text) for one in self._others(own_id) for text in (one.name, one.alias))
        return (
            ""
            if tells_family(alias, person.name) or alias in displays(person.name) or alias in others
            else person.alias
        )

    def _refresh(self, person: Listed, student: Student, called: str = "") -> None:
        """Let a child of the class have what the list says; its name only where that was answered or whole names are kept."""
        now = self.after[student.id]
        self._taken.add(student.id)
        if self._full_names and not called and shown_as(now) in displays(person.name):
            longer = len(whole_name(person.name)) > len(now.name)
            called = self._called(person, student.id) if longer else ""
        number = self._number(person, student.id) or now.number
        self.after[student.id] = replace(
            now,
            name=called or now.name,
            alias=self._alias(person, student.id) or now.alias,
            grade=now.grade if not person.grade or id_key(person.grade) == id_key(now.grade) else person.grade,
            number=now.number if id_key(number) == id_key(now.number) and len(now.number) >= len(number) else number,
            left=now.left and not person.is_active,
            family_check=family_check(student.id, person.name) or now.family_check,
        )


def _are_confirmed(people: Sequence[Listed], everyone: Sequence[Student]) -> bool:
    """Tell whether a list has the ids of a class beside the same names, for half of those it names at least."""
    fitting = [
        (student, person)
        for person in people
        if person.ids
        for student in everyone
        if student.number and fit(student, person.name) in (Fit.SURE, Fit.INITIAL)
    ]
    alike = sum(id_key(student.number) == id_key(person.ids[0]) for student, person in fitting)
    return bool(fitting) and 2 * alike >= len(fitting)


def _longer_names(person: Listed) -> Iterator[str]:
    """Give a name with more and more letters of the family name, then whole."""
    first, family = person.name.first, person.name.family
    yield from (f"{first} {family[:letters]}." for letters in range(1, len(family)))
    yield whole_name(person.name)


class _Signs:
    """Emblems to hand out, the least worn first."""

    def __init__(self, emblems: Sequence[str], students: Sequence[Student]) -> None:
        self._emblems = emblems
        self._worn = Counter(student.emblem for student in students)

    def next(self) -> str:
        sign = min(self._emblems, key=lambda emblem: self._worn[emblem], default="")
        self._worn[sign] += 1
        return sign
