"""Taking lists: the right children, every row accounted for, and no mark ever counts for another child unanswered."""

from collections.abc import Sequence
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from board.exchange.lists.change import Change, NameList, plan
from board.exchange.lists.questions import Answers
from board.exchange.lists.reading import Reading, read_text
from board.mastery.people import Student
from exchange.lists.made_lists import classes, shapes, written


def taken(
    text: str | Reading, everyone: Sequence[Student] = (), answers: Answers | None = None, *, full_names: bool = False
) -> Change:
    ids = count(len(everyone))
    reading = read_text(text) if isinstance(text, str) else text
    wanted = NameList(reading, answers or {}, full_names)
    return plan(wanted, everyone, new_id=lambda: f"n{next(ids)}", emblems=["fox", "owl"])


def names(change: Change) -> list[str]:
    return [student.name for student in change.students]


@given(st.data())
def test_a_list_gives_its_children_and_every_line_is_accounted_for(data: st.DataObject) -> None:
    children, shape = data.draw(classes()), data.draw(shapes())
    made = written(children, shape)
    reading = read_text(made.text)
    read = [row for person in reading.people for row in person.rows]
    assert sorted((*read, *(one.row for one in reading.left_out))) == [
        line for line in range(1, made.lines + 1) if line != 1 + shape.title
    ]
    assert sorted(read) == sorted(made.children)
