"""Lists of a class as schools write them, made of children who are known: every row has the child it belongs to beside."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from hypothesis import strategies as st

from board.exchange.lists.change import Change, NameList, plan
from board.exchange.lists.listed import Listed
from board.exchange.lists.questions import Answers, Asks
from board.exchange.lists.reading import Reading
from board.mastery.names.person_name import name_of
from board.mastery.people import Student

GIVEN = ("Ava", "Liam", "Mia", "Zoë", "Mary Ann", "José")
FAMILIES = ("Brown", "Black", "Brow", "Lopez", "Núñez", "van der Berg", "O'Brien", "García López")


@dataclass(frozen=True, slots=True)
class Child:
    """A child as the school knows it."""

    given: str
    family: str
    number: str
    middle: str = ""
    grade: str = "2"


HEADERS = {
    "given": ("First Name", "first_name", "Vorname", "Prénom", "Nombre", "Student First Name", "名"),
    "family": ("Last Name", "LAST_NAME", "Nachname", "Nom de famille", "Apellidos", "Student Last Name", "姓"),
    "name": ("Student Name", "Name", "Full name", "氏名", "Nombre completo"),
    "id": ("Student ID", "studentId", "Local Student ID", "Schülernummer", "SIS ID"),
    "seat": ("No.", "Seat", "#", "番号", "Nr"),
    "alias": ("Alias", "Code name"),
    "grade": ("Grade", "Grade Level", "Klassenstufe", "学年"),
    "unused": ("Bus route", "Lunch", "Locker"),
}
"""What may stand above each sort of column."""


@dataclass(frozen=True, slots=True)
class Written:
    """A list as a text.

    Attributes:
        text: The list.
        children: By number of its line, the child it belongs to.
        lines: How many lines hold anything, the header too.
    """

    text: str
    children: dict[int, Child]
    lines: int


@dataclass(frozen=True, slots=True)
class Shape:
    """How a list is written.

    Attributes:
        columns: Sorts of columns, in order; "name" or both of "given" and "family" are among them.
        headers: For each column the words above it.
        whole: How a whole name is written.
        delimiter: What stands between cells.
        title: Whether a line stands above the header.
        footer: Whether a total stands at the end.
        again: Whether the header stands in the middle once more.
    """

    columns: tuple[str, ...]
    headers: tuple[str, ...]
    whole: str = "{given} {family}"
    delimiter: str = ","
    title: bool = False
    footer: bool = False
    again: bool = False


@st.composite
def shapes(draw: st.DrawFn, must: Sequence[str] = ()) -> Shape:
    """Give any way to write a list."""
    names = draw(st.sampled_from((("given", "family"), ("name",))))
    more = draw(st.sets(st.sampled_from(("id", "seat", "grade", "unused")))) | set(must)
    columns = tuple(draw(st.permutations([*names, *sorted(more)])))
    return Shape(
        columns,
        tuple(draw(st.sampled_from(HEADERS[column])) for column in columns),
        draw(st.sampled_from(("{given} {family}", "{family}, {given}"))),
        draw(st.sampled_from(",;\t")),
        *(draw(st.booleans()) for _ in range(3)),
    )


def written(children: Sequence[Child], shape: Shape, marks: bool = False) -> Written:
    """Write a list of these children.

    Args:
        children: Who stands in it, in order.
        shape: How it is written.
        marks: Whether the alias of each is the number of its line: "Comet 7".
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=shape.delimiter, lineterminator="\n")
    line = 1
    if shape.title:
        writer.writerow([f"Homeroom: Rivera {12}"])
        line += 1
    writer.writerow(shape.headers)
    belongs: dict[int, Child] = {}
    for seat, child in enumerate(children, 1):
        line += 1
        if shape.again and seat == 1 + len(children) // 2 and seat > 1:
            writer.writerow(shape.headers)
            line += 1
        belongs[line] = child
        writer.writerow(
            [_cell(column, child, seat, shape, f"Comet {line}" if marks else "") for column in shape.columns]
        )
    if shape.footer:
        writer.writerow([f"Total Students: {len(children)}"])
        line += 1
    return Written(text.getvalue(), belongs, line)


def _cell(column: str, child: Child, seat: int, shape: Shape, alias: str) -> str:
    return {
        "given": child.given,
        "family": child.family,
        "name": shape.whole.format(given=child.given, family=child.family),
        "id": child.number,
        "seat": str(seat),
        "alias": alias,
        "grade": child.grade,
        "unused": ("7", "red", "")[seat % 3],
    }[column]


@st.composite
def classes(draw: st.DrawFn, least: int = 3, most: int = 8) -> tuple[Child, ...]:
    """Give the children of a class, no two of one name, with ids of their own."""
    names = draw(
        st.lists(
            st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILIES)), min_size=least, max_size=most, unique=True
        )
    )
    numbers = draw(
        st.lists(
            st.integers(10_000, 99_999).map(lambda n: f"{n:06}"), min_size=len(names), max_size=len(names), unique=True
        )
    )
    return tuple(Child(given, family, number) for (given, family), number in zip(names, numbers, strict=True))


def listed(*people: str | tuple[str, str], active: bool = True, start: int = 2) -> tuple[Listed, ...]:
    """Give people by their whole names, or by whole name and id, each on a line of its own."""
    pairs = [(one, "") if isinstance(one, str) else one for one in people]
    return tuple(
        Listed((row,), name_of(name), (number,) if number else (), is_active=active)
        for row, (name, number) in enumerate(pairs, start)
    )


def name_list(*people: str | tuple[str, str]) -> NameList:
    """Give a list of these people, to be taken as it is."""
    return NameList(Reading(people=listed(*people)))


def taken(
    people: Sequence[Listed],
    *everyone: Student,
    answers: Answers | None = None,
    full_names: bool = False,
    complete: bool = False,
) -> Change:
    """Take a list into a class."""
    ids = count(len(everyone))
    wanted = NameList(Reading(people=tuple(people), is_complete=complete), answers or {}, full_names)
    return plan(wanted, everyone, new_id=lambda: f"n{next(ids)}", emblems=["fox", "owl"])


def names(change: Change) -> list[str]:
    """Give what everyone of the class is called afterwards."""
    return [student.name for student in change.students]


def asked(change: Change) -> list[Asks]:
    """Give what the open questions are about."""
    return [question.asks for question in change.open]
