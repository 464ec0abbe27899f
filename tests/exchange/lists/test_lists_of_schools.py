"""Lists shaped like those of real systems: the right children, the right ids, and every line accounted for."""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

import pytest

from board.exchange.lists.change import Change, NameList, plan
from board.exchange.lists.questions import Asks
from board.exchange.rosters import read_pasted
from board.mastery.people import Student


class Shape(NamedTuple):
    """A list, and what a school person expects of it.

    Attributes:
        text: The list.
        names: What its children are called.
        ids: Their ids, where it has such.
        left_out: Lines that are no child.
        asked: What is asked, by the line it is about.
    """

    text: str
    names: Sequence[str]
    ids: Sequence[str] = ()
    left_out: Sequence[int] = ()
    asked: Sequence[tuple[int | None, Asks]] = ()


SHAPES = {
    "seat numbers in front": Shape("1\tQuist, Nora\n2\tRao, Dev\n3\tStone, Eli\n", ["Nora Q.", "Dev R.", "Eli S."]),
    "register numbers of a Japanese class": Shape("出席番号,氏名,学年\n1,森田 葵,2\n2,木村 蓮,2\n", ["森田葵", "木村蓮"]),
    "a display name": Shape(
        "User Name,First Name,Last Name,Display Name\nnq@x.org,Nora,Quist,Nora Quist\ndr@x.org,Dev,Rao,Dev Rao\n",
        ["Nora Q.", "Dev R."],
    ),
    "preferred names with blanks": Shape(
        "First Name,Last Name,Preferred First Name\nNora,Quist,\nDevendra,Rao,Dev\n,Widodo,\n", ["Nora Q.", "Dev R.", "Widodo"]
    ),
    "two ids, one sometimes blank": Shape(
        "SIS ID,Student Number,First Name,Last Name\n51001,,Nora,Quist\n51002,7702,Dev,Rao\n51003,7703,Eli,Stone\n",
        ["Nora Q.", "Dev R.", "Eli S."],
        ["51001", "51002", "51003"],
    ),
    "the people of a whole school": Shape(
        "sourcedId,status,role,givenName,familyName,grades\nu1,active,teacher,Tess,First,\nu2,active,student,Nora,Quist,02\n"
        "u3,active,parent,Olaf,Quist,\nu4,active,student,Dev,Rao,02\nu5,tobedeleted,student,Eli,Stone,02\n",
        ["Nora Q.", "Dev R."],
        ["u2", "u4"],
        [2, 4, 6],
    ),
    "a row for each class": Shape(
        "Student ID,Last,First,Grade,Class\n8101,Quist,Nora,2,Homeroom A\n8101,Quist,Nora,2,Music\n8102,Rao,Dev,2,Homeroom A\n",
        ["Nora Q.", "Dev R."],
        ["8101", "8102"],
    ),
    "grade and class without a header": Shape("Nora\tQuist\t2\t2B\nDev\tRao\t2\t2B\nEli\tStone\t2\t2B\n", ["Nora Q.", "Dev R.", "Eli S."]),
    "grade and gender behind the name": Shape("Quist, Nora\tK\tF\nRao, Dev\tK\tM\n", ["Nora Q.", "Dev R."]),
    "a header nobody else knows": Shape("LastFirst\nQuist, Nora\nRao, Dev\n", ["Nora Q.", "Dev R."]),
    "headers of capitals": Shape(
        "REG_NUMBER;FAMILY_NAME_OF_STUDENT;FIRST_NAME_OF_STUDENT\n00411;Quist;Nora\n00412;Rao;Dev\n", ["Nora Q.", "Dev R."], ["00411", "00412"]
    ),
    "student in front of every header": Shape("Student Last Name,Student First Name\nQuist,Nora\nRao,Dev\n", ["Nora Q.", "Dev R."]),
    "a gradebook": Shape(
        'Student,SIS User ID,Quiz 1 (88),Final Score\n    Points Possible,,10,(read only)\n"Quist, Nora",n411,8,80\n'
        '"Rao, Dev",n412,9,90\n"Student, Test",,,\n',
        ["Nora Q.", "Dev R."],
        ["n411", "n412"],
        [2, 5],
    ),
    "titles, the header again and totals": Shape(
        'Lakeside School\nRoom 4, printed 9/1/2026\nName,Student ID\n"Quist, Nora",00411\nTotal Students: 1,\nName,Student ID\n'
        '"Rao, Dev",00412\nClass average,\nTotal Students: 2,\n',
        ["Nora Q.", "Dev R."],
        ["00411", "00412"],
        [1, 2, 5, 6, 8, 9],
    ),
    "ids that Excel has rounded": Shape("studentId,Name\n1.23457E+11,Nora Quist\n1.23457E+11,Dev Rao\n", ["Nora Q.", "Dev R."], ["", ""]),
    "suffixes and nicknames": Shape(
        "Hal Dorne III\nBen Brown Jr.\nSmith, Katherine (Katie)\nMcRae, John W., Jr.\n", ["Hal D.", "Ben B.", "Katie S.", "John M."]
    ),
    "names of many languages": Shape(
        "Nguyễn Thị Minh Anh\n김민준\n王小明\nde la Cruz, María José\nPeter van der Berg\nSuharto\n",
        ["Anh N.", "김민준", "王小明", "María José C.", "Peter B.", "Suharto"],
    ),
    "an empty first column": Shape("Nickname\tFirst Name\tLast Name\n\tNora\tQuist\nDD\tDevendra\tRao\n", ["Nora Q.", "Devendra R."]),
    "who is not at the school": Shape("Name,Status\nNora Quist,Active\nDev Rao,Withdrawn\n", ["Nora Q."], [""], [3]),
    "parents beside the children": Shape(
        "Student Name,Parent First Name,Parent Last Name,Parent Email\nNora Quist,Olaf,Quist,o@x.org\nDev Rao,Asha,Rao,a@x.org\n",
        ["Nora Q.", "Dev R."],
    ),
    "a mail address and no name": Shape("Name,Email\nNora Quist,n@x.org\nd.rao@x.org,d.rao@x.org\n", ["Nora Q."], [""], [3]),
    "one name twice": Shape("Nora Quist\nNora Quist\nDev Rao\n", ["Dev R."], asked=[(1, Asks.TWICE)]),
    "one id for two": Shape("Student ID,Name\n51001,Nora Quist\n51001,Dev Rao\n51002,Eli Stone\n51003,Ida Berg\n51004,Max Lund\n51005,Noa Katz\n51006,Pia Holm\n51007,Rui Silva\n51008,Sam Young\n51009,Uma Iyer\n51010,Vic Moreau\n", ["Eli S.", "Ida B.", "Max L.", "Noa K.", "Pia H.", "Rui S.", "Sam Y.", "Uma I.", "Vic M."], asked=[(2, Asks.TWICE)]),
    "a whole school": Shape(
        "Name,Homeroom\n" + "".join(f"Child Family{at},Room {at // 30}\n" for at in range(90)), [], asked=[(None, Asks.SCHOOL)]
    ),
}  # fmt: skip


def taken(text: str, *everyone: Student) -> Change:
    """Take a list that was pasted into a class."""
    ids = count(len(everyone))
    return plan(NameList(read_pasted(text)), everyone, new_id=lambda: f"n{next(ids)}")


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_list_as_a_system_writes_it_gives_its_children(shape: Shape) -> None:
    change = taken(shape.text)
    assert [student.name for student in change.added] == list(shape.names)
    assert not shape.ids or [student.number for student in change.added] == list(shape.ids)
    assert sorted(one.row for one in change.left_out) == list(shape.left_out)
    assert [(one.row, one.asks) for one in change.open] == list(shape.asked)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_same_list_a_month_later_changes_nothing(shape: Shape) -> None:
    first = taken(shape.text)
    again = taken(shape.text, *first.students)
    assert (again.students, again.changed, again.added) == (first.students, (), ())


LATER = {
    "a child comes and all seats move": (
        "1\tQuist, Nora\n2\tStone, Eli\n",
        "1\tAbel, Amy\n2\tQuist, Nora\n3\tStone, Eli\n",
        ["Nora Q.", "Eli S.", "Amy A."],
    ),
    "zeros are lost": ("Student ID,Name\n00411,Nora Quist\n00412,Dev Rao\n", "Student ID,Name\n411,Nora Quist\n412,Dev Rao\n", ["Nora Q.", "Dev R."]),
    "a middle name is not there any more": ('"Quist, Nora Jane"\n"Rao, Dev M."\n', "First,Last\nNora,Quist\nDev,Rao\n", ["Nora Q.", "Dev R."]),
    "the list shouts": ("Nora Quist\nZoë Núñez\n", "QUIST, NORA\nNUNEZ, ZOE\n", ["Nora Q.", "Zoë N."]),
    "whole names become columns": ("Peter van der Berg\nMaría José García López\n", "Last,First\nvan der Berg,Peter\nGarcía López,María José\n", ["Peter B.", "María José G."]),
}  # fmt: skip


@pytest.mark.parametrize(("first", "later", "names"), LATER.values(), ids=LATER)
def test_a_later_list_knows_the_children_again(first: str, later: str, names: list[str]) -> None:
    before = taken(first)
    change = taken(later, *before.students)
    assert change.students[: len(before.students)] == before.students
    assert [student.name for student in change.students] == names
    assert not change.open
