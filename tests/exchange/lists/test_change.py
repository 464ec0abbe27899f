"""Lists in every shape: the right children, every line accounted for, and no mark ever counts for another child unanswered."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from board.exchange.lists.change import Change, NameList, plan
from board.exchange.lists.questions import Answers
from board.exchange.lists.reading import read_text
from board.mastery.names.known_again import family_check
from board.mastery.names.person_name import name_of_parts
from board.mastery.names.short_names import short_names
from board.mastery.people import Student
from lists_of_children import FAMILIES, GIVEN, Child, Shape, classes, shapes, written


def taken(text: str, everyone: Sequence[Student] = (), answers: Answers | None = None) -> Change:
    """Take a list into a class."""
    ids = count(len(everyone))
    wanted = NameList(read_text(text), answers or {})
    return plan(wanted, everyone, new_id=lambda: f"n{next(ids)}", emblems=["fox", "owl"])


def names_of(children: Sequence[Child]) -> list[str]:
    """Give what these children are called in a class of their own."""
    return list(short_names(name_of_parts(given=child.given, family=child.family) for child in children))


def test_the_checks_of_the_names_made_here_tell_them_apart() -> None:
    for at in range(30):
        checks = {family_check(f"n{at}", name_of_parts(given="Ava", family=family)) for family in FAMILIES}
        assert len(checks) == len(FAMILIES)


@given(classes(), shapes())
def test_a_list_gives_its_children_and_every_line_is_accounted_for(children: Sequence[Child], shape: Shape) -> None:
    made = written(children, shape)
    reading = read_text(made.text)
    read = [row for person in reading.people for row in person.rows]
    header = 1 + shape.title
    assert sorted((*read, *(one.row for one in reading.left_out))) == [
        line for line in range(1, made.lines + 1) if line != header
    ]
    assert sorted(read) == sorted(made.children)
    change = taken(made.text)
    assert not change.open
    assert [student.name for student in change.added] == names_of(children)
    if "id" in shape.columns:
        assert [student.number for student in change.added] == [child.number for child in children]


@given(classes(), shapes(), shapes())
def test_the_same_children_in_another_shape_are_the_same_children(
    children: Sequence[Child], one: Shape, other: Shape
) -> None:
    first = taken(written(children, one).text)
    again = taken(written(children, other).text, first.students)
    assert (again.added, again.open, again.missing) == ((), (), ())
    assert [student.id for student in again.students] == [student.id for student in first.students]
    assert [student.name for student in again.students] == [student.name for student in first.students]


@given(classes(), shapes())
def test_the_same_list_again_changes_nothing(children: Sequence[Child], shape: Shape) -> None:
    text = written(children, shape).text
    first = taken(text)
    again = taken(text, first.students)
    assert (again.students, again.open, again.changed, again.same) == (first.students, (), (), len(children))


@given(classes(least=4), shapes(), st.data())
def test_a_child_that_comes_changes_only_itself(children: Sequence[Child], shape: Shape, data: st.DataObject) -> None:
    new = data.draw(st.sampled_from(children))
    before = [child for child in children if child != new]
    first = taken(written(before, shape).text)
    change = taken(written(children, shape).text, first.students)
    assert change.students[:-1] == first.students
    assert not change.open
    assert len(change.added) == 1
    if "id" in shape.columns:
        assert change.added[0].number == new.number


@given(classes(), shapes(must=["seat"]))
def test_other_seats_are_the_same_children(children: Sequence[Child], shape: Shape) -> None:
    first = taken(written(children, shape).text)
    turned = list(children)[::-1]
    again = taken(written(turned, shape).text, first.students)
    assert (again.students, again.open) == (first.students, ())


@st.composite
def later(draw: st.DrawFn, children: Sequence[Child]) -> list[Child]:
    """Give a class some time later: children left and came, got other names and ids, and ids went to others."""
    stayed = [child for child in children if draw(st.booleans())]
    names = {(child.given, child.family) for child in children}
    come = [
        Child(given_name, family, draw(st.sampled_from([child.number for child in children] + ["555555", "666666"])))
        for given_name, family in draw(
            st.lists(st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILIES)), max_size=3, unique=True)
        )
        if (given_name, family) not in names
    ]
    changed = [
        replace(
            child,
            family=draw(st.sampled_from([child.family, child.family, "Newman"])),
            number=draw(st.sampled_from([child.number, child.number, "777777"])),
        )
        for child in stayed
    ]
    both = {(child.given, child.family): child for child in (*changed, *come)}
    return draw(st.permutations(list(both.values())))


@given(classes(), shapes(), shapes(must=["alias"]), st.data())
def test_no_list_makes_a_mark_count_for_another_child_unanswered(
    children: Sequence[Child], one: Shape, other: Shape, data: st.DataObject
) -> None:
    first = taken(written(children, one).text)
    truth = dict(zip((student.id for student in first.students), children, strict=True))
    now = data.draw(later(children))
    made = written(now, other, marks=True)
    change = taken(made.text, first.students)
    for student in change.students:
        if student.id not in truth:
            continue
        was = truth[student.id]
        assert student.name == next(old.name for old in first.students if old.id == student.id)
        if student.alias:
            line = made.children[int(student.alias.removeprefix("Comet "))]
            assert (line.given, line.family) == (was.given, was.family)
