"""Lists as they were understood, made by hand: columns, questions and schools to be shown on a screen."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from board.deeds.list_in_hand import Asked
from board.exchange.lists.listed import Listed
from board.exchange.lists.questions import Answers, Asks, Choice, Question
from board.exchange.lists.reading import Reading
from board.exchange.sets.school_class import SchoolClass
from board.exchange.sets.school_set import Progress
from board.exchange.tables.column import Chosen, Column
from board.exchange.tables.meanings import Meaning
from board.mastery.names.person_name import PersonName
from board.screens.roster.choose_class import School
from board.screens.roster.list_columns import Read

ROWS = (("17", "Brown", "Ava", "2"), ("18", "Lopez", "Liam", "2"), ("19", "Ng", "Mia [/]", "3"))
"""The first rows of a list with an id, two names and a grade."""

_COLUMNS = (
    Column(0, "Sch. No", Meaning.ID, "Each number stands once; the header may mean an id.", is_sure=False),
    Column(1, "Zuname", Meaning.FAMILY, "The header says family name."),
    Column(2, "[b]Rufname", Meaning.GIVEN, "The header says first name."),
    Column(3, "Jg.", Meaning.GRADE, "Small numbers, many times the same."),
)


def read_as(chosen: Chosen) -> Read:
    """Read that list by what was chosen; its children are called by the columns that mean their names."""
    columns = tuple(
        column._replace(meaning=chosen[column.at], is_sure=True) if column.at in chosen else column
        for column in map(Shown.of, _COLUMNS)
    )
    given = [column.at for column in columns if column.meaning is Meaning.GIVEN]
    family = [column.at for column in columns if column.meaning is Meaning.FAMILY]
    people = [
        PersonName(row[given[0]], row[family[0]] if family else "", written=" ".join(row)) for row in ROWS if given
    ]
    reading = Reading(
        "list.csv",
        tuple(column.column for column in columns),
        ROWS,
        tuple(Listed((at,), name) for at, name in enumerate(people, 2)),
    )
    return Read(reading, tuple(f"{name.given} {name.family[:1]}.".replace(" .", "") for name in people))


class Shown(NamedTuple):
    """A column that may be replaced in parts."""

    at: int
    header: str
    meaning: Meaning
    why: str
    is_sure: bool

    @classmethod
    def of(cls, column: Column) -> "Shown":
        return cls(column.at, column.header, column.meaning, column.why, column.is_sure)

    @property
    def column(self) -> Column:
        return Column(*self)


def wide_list(columns: int) -> Read:
    """Give a list with many columns, the first of which is the name."""
    first = Column(0, "Name", Meaning.NAME, "The header says name.")
    more = [Column(at, f"Quiz {at}", Meaning.UNUSED, "Points of a quiz.") for at in range(1, columns)]
    rows = tuple((name, *(str(at) for at in range(1, columns))) for name in ("Ava Brown", "Liam Lopez"))
    people = tuple(Listed((at,), PersonName(row[0])) for at, row in enumerate(rows, 2))
    return Read(Reading("grades.csv", (first, *more), rows, people), ("Ava B.", "Liam L."))


def renamed(count: int) -> Sequence[Question]:
    """Give questions, each about a row whose id is another child's, and a last one of another kind."""
    alike = [
        Question(
            str(at),
            at,
            Asks.RENAMED,
            f"Line {at}: the id {at} is Ava B.'s, and the name is Zoe [/] {at}. Is that the same child?",
            (Choice("same", f"Ava B. is called Zoe {at} from now on"), Choice("new", "Zoe is a new child")),
        )
        for at in range(2, count + 1)
    ]
    back = (Choice("back", "Noah comes back"), Choice("stays", "Noah stays away"))
    return (*alike, Question("back-1", None, Asks.BACK, "Noah C. has left the class and stands in the list.", back))


def asked_of(count: int) -> Callable[[Answers], Asked]:
    """Give what asks so many questions, whatever was answered."""
    questions = tuple(renamed(count))
    return lambda answers: Asked(questions, frozenset(one.key for one in questions if one.key not in answers))


def made_school(count: int) -> School:
    """Give a school with so many classes, whose teachers are numbered as they are."""
    classes = [
        SchoolClass(f"c{at}", f"Math {at} [b]", (f"Ms. Rivera{at}", "Mr. Álvarez"), at % 30, ("2",))
        for at in range(count)
    ]

    def reading(class_id: str, progress: Progress) -> Reading:
        progress(1.0)
        return Reading(class_id, people=(Listed((2,), PersonName("Ava", "Brown")),), is_complete=True)

    def read(progress: Progress) -> Sequence[SchoolClass]:
        progress(0.5)
        return classes

    return School("school.zip", read, reading)
