"""What only a person can know about a list, asked in whole sentences, each with its answers."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from board.counting import either, listed
from board.exchange.lists.listed import Listed
from board.exchange.tables.column import Column
from board.exchange.tables.meanings import IN_WORDS
from board.mastery.names.person_name import whole_name
from board.mastery.people import Student, clean_name

Answers = Mapping[str, str]
"""What was answered, by the key of the question or, for all of a kind, by what they are about."""

_NAMED = 3
"""Names told in one sentence."""


class Asks(StrEnum):
    """What a question is about."""

    COLUMN = "column"
    """A column may mean something else; it is answered by saying what it means."""
    SCHOOL = "school"
    """The list holds more than one class."""
    SEATS = "seats"
    """The ids in the class look like seat numbers of an earlier list."""
    STRANGERS = "strangers"
    """Nobody of the list is in the class, and the class has children."""
    ODD = "odd"
    """A line says more than a name, or no name."""
    TWICE = "twice"
    """The list itself holds one name twice, or one id for two."""
    RENAMED = "renamed"
    """The id is one child's and the name is not."""
    OTHER_ID = "other_id"
    """The name is one child's and the id is not."""
    WHICH = "which"
    """The row fits several children, or several rows fit one."""
    INITIAL = "initial"
    """First name and initial fit a child whose family name nobody noted."""
    ALIKE = "alike"
    """Nobody is called so, and a child the list does not name is called nearly so."""
    BACK = "back"
    """A child that has left stands in the list."""
    GONE = "gone"
    """A child of the class is not active any more, or is missing from the school's set."""


class Choice(NamedTuple):
    """One answer to a question.

    Attributes:
        answer: What is given as the answer, such as "same" or a student's id.
        said: What it does, in words.
    """

    answer: str
    said: str


class Question(NamedTuple):
    """Something only a person can know.

    Attributes:
        key: What it is answered under: the name it is about as the list writes it, or words such as "seats" or "id 4711".
        row: Number of the line it is about, None where it is about none.
        asks: What it is about.
        said: The question, a whole sentence.
        choices: The answers there are; empty where it is answered elsewhere, as a column is.
        students: Ids of the children of the class it is about.
    """

    key: str
    row: int | None
    asks: Asks
    said: str
    choices: tuple[Choice, ...] = ()
    students: tuple[str, ...] = ()

    @property
    def about(self) -> tuple[object, ...]:
        """What an answer is given to: the same children in the same doubt, or, where no child is named, the same words."""
        said = "" if self.students else self.said
        return (self.key, self.asks, self.students, said, [choice.answer for choice in self.choices])

    def answer(self, answers: Answers) -> str:
        """Give what was answered, empty where nothing was or nothing that can be chosen."""
        given = answers.get(self.key) or answers.get(self.asks, "")
        return given if given in {choice.answer for choice in self.choices} else ""


SAME, NEW, BACK, STAYS, LEFT, FORGET, KEEP, ALL, ONE, TWO, WITHOUT, TAKE, LEAVE_OUT = (
    *("same", "new", "back", "stays", "left", "forget", "keep", "all", "one", "two", "without", "take", "leave"),
)

_SAID = {
    Asks.RENAMED: "{name} stands in the list beside the id {id}, which is {here}'s in the class. Is that one child?",
    Asks.OTHER_ID: "{name} has the id {id} in the list, and {here} has {number} in the class. Is that one child?",
    Asks.WHICH: "{name} may be {heres}. Who is it?",
    Asks.INITIAL: "Is {name} the {here} of this class, who is known by first name and initial alone?",
    Asks.ALIKE: "{name} is not in the class, and {heres} is not in the list. Is that one child?",
    Asks.BACK: "{name} is in the list, and {here} has left the class. Is the child back?",
    Asks.GONE: "The list says that {name} is not at the school any more. Is that {here} of this class?",
}


_COLUMN = 'What does the column "{header}" hold? It was read as: {meaning}. {why}'
_COLUMN_WITHOUT_HEADER = "What does column {number} hold? It was read as: {meaning}. {why}"


def about_person(
    key: str, asks: Asks, person: Listed, students: Sequence[Student], *, renamed: str, added: str
) -> Question:
    """Ask about one person of a list.

    Args:
        key: What it is answered under.
        asks: What is in doubt.
        person: Who is listed.
        students: The children it may be, the likeliest first.
        renamed: What the likeliest would be called if it is that child and the name another.
        added: What a new child would be called.
    """
    here = [student.name for student in students[:_NAMED]]
    said = _SAID[asks].format(
        name=whole_name(person.name),
        here=here[0],
        heres=either(here),
        id=clean_name(next(iter(person.ids), "")),
        number=clean_name(students[0].number),
    )
    has_its_id = bool(person.ids) and person.ids[0] == students[0].number
    new = () if has_its_id and asks is Asks.BACK else (Choice(NEW, f"No, another child: add {added}"),)
    choices = _gone(students[0]) if asks is Asks.GONE else (*_found(asks, students, renamed), *new)
    return Question(key, person.rows[0], asks, said, choices, tuple(student.id for student in students))


def _found(asks: Asks, students: Sequence[Student], renamed: str) -> tuple[Choice, ...]:
    """Give the answers by which the person is one of these children."""
    first, *others = students
    if asks is Asks.BACK:
        back = Choice(BACK, f"Yes: {first.name} is in the class again, with every mark")
        return (back, Choice(STAYS, "No: the child stays away; nothing changes"))
    is_renamed = asks in (Asks.RENAMED, Asks.ALIKE) and renamed != first.name
    named = _SAME[is_renamed, first.left].format(here=first.name, name=renamed)
    more = (Choice(one.id, _SAME[False, one.left].format(here=one.name)) for one in others)
    return (Choice(SAME, named), *more)


_SAME = {
    (True, True): "It is {here}, who is back and will be called {name}",
    (True, False): "It is {here}, who will be called {name}",
    (False, True): "It is {here}, who is back in the class",
    (False, False): "It is {here}",
}
"""What a child is said to be, by whether the name changes and whether it had left."""


def _gone(student: Student) -> tuple[Choice, ...]:
    left = Choice(LEFT, f"Has left: {student.name} goes off the board; every mark is kept")
    return (left, Choice(STAYS, f"Stays: {student.name} is still in the class"))


def gone(student: Student) -> Question:
    """Ask about a child that is missing from the set of the school."""
    said = f"{student.name} is in the class and not in the school's set any more."
    return Question(f"gone {student.name}", None, Asks.GONE, said, _gone(student), (student.id,))


def one_id(number: str, people: Sequence[Listed]) -> Question:
    """Ask about an id that stands beside several names."""
    names = listed([whole_name(person.name) for person in people[:_NAMED]])
    said = f"Beside {names} stands the id {clean_name(number)}. An id is one child's."
    row = people[0].rows[0]
    one = Choice(ONE, f"One child: take {whole_name(people[0].name)}")
    choices = (Choice(WITHOUT, "Take them all, without this id"), one)
    return Question(f"id {clean_name(number)}", row, Asks.TWICE, said, choices)


def one_name(people: Sequence[Listed]) -> Question:
    """Ask about a name that stands several times in a list without ids."""
    lines = listed([str(row) for person in people for row in person.rows])
    names = either(list(dict.fromkeys(whole_name(person.name) for person in people))[:_NAMED])
    said = f"{names} stands on lines {lines}. One child, or several of one name?"
    choices = (Choice(ONE, "One child: take it once"), Choice(TWO, "Several: take each line"))
    return Question(f"twice {whole_name(people[0].name)}", people[0].rows[0], Asks.TWICE, said, choices)


def odd(person: Listed) -> Question:
    """Ask whether a line that says more than a name is one."""
    row = person.rows[0]
    said = f"Line {row} says: {whole_name(person.name)}. Is all of it a name?"
    choices = (Choice(TAKE, "Yes: keep it as the name"), Choice(LEAVE_OUT, "No: leave the line out"))
    return Question(f"odd {whole_name(person.name)}", row, Asks.ODD, said, choices)


def strangers(count: int, here: int) -> Question:
    """Ask whether a list is for this class at all.

    Args:
        count: How many people it names.
        here: How many children are in the class.
    """
    said = f"None of the {count} names of this list is one of the {here} children of this class. Is it the right list?"
    return Question("strangers", None, Asks.STRANGERS, said, (Choice(TAKE, "Yes: go on with it"),))


def seats(numbers: Sequence[str]) -> Question:
    """Ask whether the ids in the class are seat numbers."""
    said = (
        f"The ids in this class are {numbers[0]} to {numbers[-1]}, as seats are numbered; by seat numbers a later list "
        "would take one child for another. Are they seat numbers?"
    )
    choices = (Choice(FORGET, "Yes: forget them"), Choice(KEEP, "No: they are the school's ids"))
    return Question("seats", None, Asks.SEATS, said, choices)


def school(count: int, classes: Mapping[str, int]) -> Question:
    """Ask which class of a list with several is meant.

    Args:
        count: How many people the list names.
        classes: Titles of its classes, each with how many are in it.
    """
    said = f"This list names {count} children, more than one class. Whom do you want?"
    each = (Choice(f"class {title}", f"{title} ({number})") for title, number in classes.items())
    return Question("school", None, Asks.SCHOOL, said, (*each, Choice(ALL, f"All {count} of them")))


def column(doubtful: Column) -> Question:
    """Ask what a column means."""
    asked = _COLUMN if doubtful.header else _COLUMN_WITHOUT_HEADER
    number, meaning = doubtful.at + 1, IN_WORDS[doubtful.meaning]
    said = asked.format(header=doubtful.header, number=number, meaning=meaning, why=doubtful.why)
    return Question(f"column {number}", None, Asks.COLUMN, said)
