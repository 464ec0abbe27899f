"""Lists, classes and answers by the dice: nobody vanishes, nobody is doubled, and no mark counts for another child."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from board.exchange.lists.change import Change, NameList, plan
from board.exchange.lists.listed import Listed
from board.exchange.lists.matching import id_key
from board.exchange.lists.reading import Reading
from board.mastery.names.letters import folded
from board.mastery.names.person_name import name_of_parts
from board.mastery.people import Student
from board.mastery.roll import Roll, edited, joined, parted, with_left
from people_of_the_world import ANYBODY, WAYS, Person

OTHER_WAYS = st.sampled_from(sorted(WAYS))


def taken(names: NameList, everyone: Sequence[Student] = ()) -> Change:
    """Take a list into a class."""
    used = {id_ for student in everyone for id_ in (student.id, *student.also)}
    free = (id_ for at in count() if (id_ := f"n{at}") not in used)  # a double that is parted comes back with its own
    return plan(names, everyone, new_id=lambda: next(free), emblems=["fox", "owl"])


@given(
    st.lists(ANYBODY, min_size=2, max_size=9, unique_by=lambda who: (folded(who.given), folded(who.family))),
    OTHER_WAYS,
    OTHER_WAYS,
    st.data(),
)
def test_people_of_the_world_written_another_way_are_known_or_asked_about(
    people: Sequence[Person], one: str, other: str, data: st.DataObject
) -> None:
    first = taken(
        NameList(Reading(people=tuple(Listed((row,), WAYS[one](who)) for row, who in enumerate(people))))
    ).students
    truth = dict(zip((student.id for student in first), people, strict=True))
    now = data.draw(st.permutations(people))
    lines = [Listed((row,), WAYS[other](who), alias=f"Comet {row}") for row, who in enumerate(now, 2)]
    change = taken(NameList(Reading(people=tuple(lines))), first)
    assert change.added == ()
    for student in change.students:
        if student.alias:
            assert now[int(student.alias.removeprefix("Comet ")) - 2] == truth[student.id]


GIVEN = ("Ava", "Mary", "Mary Ann", "Mary-Kate", "Cher", "Zoë", "Bill", "William")
FAMILIES = ("Brown", "Black", "Brow", "Smith", "Ma", "García López", "García", "")
IDS = ("0123", "123", "7001", "7002", "7003", "1", "2", "3")


@st.composite
def lists(draw: st.DrawFn) -> Reading:
    """Give a list in which everything is wrong at once: ids of others, names twice, children away, aliases of others."""
    people = [
        Listed(
            (row,),
            name_of_parts(given=draw(st.sampled_from(GIVEN)), family=draw(st.sampled_from(FAMILIES))),
            tuple(draw(st.lists(st.sampled_from(IDS), max_size=2, unique=True))),
            draw(st.sampled_from(("", "", "Comet", "Ava B."))),
            draw(st.sampled_from(("", "2"))),
            is_active=draw(st.booleans()) or draw(st.booleans()),
        )
        for row in range(2, draw(st.integers(3, 8)))
    ]
    return Reading(people=tuple(people), is_complete=draw(st.booleans()))


@st.composite
def after_a_while(draw: st.DrawFn, everyone: Roll) -> Roll:
    """Give a class some time later: renamed, gone, joined, parted, erased by hand."""
    for _ in range(draw(st.integers(0, 3))):
        if everyone:
            one, other = (draw(st.sampled_from(everyone)).id for _ in range(2))
            name = draw(st.sampled_from(["Ava", "Ava B.", "Mary S.", "Cher"]))
            is_free = folded(name) not in {folded(student.name) for student in everyone}
            everyone = draw(
                st.sampled_from(
                    [
                        edited(everyone, one, name=name) if is_free else everyone,
                        with_left(everyone, one),
                        joined(everyone, one, other),
                        parted(everyone, one),
                        tuple(student for student in everyone if student.id != one),
                    ]
                )
            )
    return everyone


@st.composite
def answered(draw: st.DrawFn, reading: Reading, everyone: Roll, full_names: bool) -> NameList:
    """Give a list with any answers, to single questions and to kinds of them."""
    names = NameList(reading, {}, full_names)
    for _ in range(3):
        said: dict[str, str] = {}
        for question in taken(names, everyone).asked:
            is_answered = draw(st.booleans())
            if question.choices and is_answered:
                key = draw(st.sampled_from([question.key, question.key, question.asks.value]))
                said[key] = draw(st.sampled_from(question.choices)).answer
        names = replace(names, answers={**names.answers, **said})
    return names


def doubled(texts: Sequence[str]) -> bool:
    told = [text for text in texts if text]
    return len(set(told)) < len(told)


@given(st.data())
def test_whatever_is_answered_nobody_vanishes_and_no_two_share_an_id_or_a_name(data: st.DataObject) -> None:
    everyone: Roll = ()
    for _ in range(3):
        reading, full_names = data.draw(lists()), data.draw(st.booleans())
        nothing = taken(NameList(reading, {}, full_names), everyone)
        for was, now in zip(everyone, nothing.students, strict=False):
            assert (now.id, now.left) == (was.id, was.left)
            assert full_names or now.name == was.name
        names = data.draw(answered(reading, everyone, full_names))
        change = taken(names, everyone)
        assert not doubled([question.key for question in change.asked])
        assert [one.id for one in change.students][: len(everyone)] == [one.id for one in everyone]
        assert not doubled([id_key(one.number) if one.number else "" for one in change.students])
        assert not doubled([folded(one.name) for one in change.students])
        assert not doubled([folded(one.alias) for one in change.students])
        kept = taken(replace(names, seen=change.asked), everyone)
        assert kept.students[: len(everyone)] == change.students[: len(everyone)]
        assert len(kept.students) == len(change.students)
        everyone = data.draw(after_a_while(change.students))


def of_each(students: Sequence[Student]) -> Mapping[str, Student]:
    return {one.id: one for one in students}


@given(st.data())
def test_who_is_said_to_be_another_child_changes_no_other_but_for_an_id_that_is_theirs_now(
    data: st.DataObject,
) -> None:
    reading = data.draw(lists())
    everyone = data.draw(after_a_while(taken(NameList(data.draw(lists()))).students))
    open_ = taken(NameList(reading), everyone)
    questions = [one for one in open_.open if "new" in {choice.answer for choice in one.choices}]
    if questions:
        question = data.draw(st.sampled_from(questions))
        said = taken(NameList(reading, {question.key: "new"}), everyone)
        before, after = of_each(open_.students[: len(everyone)]), of_each(said.students)
        assert all(replace(after[id_], number=one.number) == one for id_, one in before.items())
