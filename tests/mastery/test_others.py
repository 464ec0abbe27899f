"""What a family or another school reads about one child names no other child."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.facts import Fact
from board.mastery.others import SOMEBODY, for_families, without_others
from board.mastery.people import Student
from board.mastery.progress import Progress, progress_of
from builders import STUDENTS, ledgers

CLASS = tuple(
    Student(f"s{number}", name, alias)
    for number, (name, alias) in enumerate(
        [
            ("Ava B.", "Comet"),
            ("Ava M.", ""),
            ("Ben C.", "Comet Star"),
            ("Ana P.", "Fox"),
            ("Ana-Lucía V.", ""),
            ("Mary-Kate", "Kate"),
            ("O'Neil J.", "*+? (Ace)"),
            ("Child 3", ""),
            ("Child 30", ""),
            ("李明", "🦊"),
            ("أحمد ن.", ""),
        ]
    )
)
"""Names that are parts of one another, that two children share, and that mean something to a pattern."""


def names(student: Student) -> set[str]:
    return {name for name in (student.name, student.name.split(" ")[0], student.alias) if name}


ALL_NAMES = sorted({name for student in CLASS for name in names(student)})
FILLERS = ["worked with", "counted to 20", "used the number line", "then", "showed", "_", "1/2"]
BETWEEN = [", ", "; ", ' "', "\n", " (", ": ", "/"]

pieces = st.lists(st.tuples(st.sampled_from(BETWEEN), st.sampled_from([*ALL_NAMES, *FILLERS])), max_size=8)


@given(st.sampled_from(CLASS), pieces)
def test_every_name_of_another_child_is_taken_out_and_everything_else_stays(
    student: Student, text: list[tuple[str, str]]
) -> None:
    own = names(student)
    written = "".join(between + piece for between, piece in text)
    expected = "".join(
        between + (SOMEBODY if piece in ALL_NAMES and piece not in own else piece) for between, piece in text
    )
    assert without_others(student, CLASS)(written) == expected


@pytest.mark.parametrize(
    ("student", "written", "read"),
    [
        ("Ava B.", "Ben's way, Ava's tip", f"{SOMEBODY}'s way, Ava's tip"),
        ("Ava B.", "Bending, Benjamin and rebend", "Bending, Benjamin and rebend"),
        ("Ava B.", "_Ben_ and *Ben*", f"_{SOMEBODY}_ and *{SOMEBODY}*"),
        ("Ava B.", "Ava M. helped Ava", f"{SOMEBODY} helped Ava"),
        ("Ana-Lucía V.", "Ana-Lucía and Ana count", f"Ana-Lucía and {SOMEBODY} count"),
        ("Ana P.", "Ana-Lucía and Ana count", f"{SOMEBODY} and Ana count"),
        ("Mary-Kate", "Mary-Kate, not Kate", "Mary-Kate, not Kate"),
        ("Child 3", "Child 3, Child 30", f"Child 3, {SOMEBODY}"),
        ("Ava B.", "和李明一起数到二十", f"和{SOMEBODY}一起数到二十"),
        ("Ava B.", "with🦊today", f"with{SOMEBODY}today"),
    ],
)
def test_names_are_known_by_where_they_begin_and_end(student: str, written: str, read: str) -> None:
    whose = next(one for one in CLASS if one.name == student)
    assert without_others(whose, CLASS)(written) == read


def test_who_left_the_class_is_not_named_either_and_alone_nothing_changes() -> None:
    ava, gone = Student("s1", "Ava B."), Student("s2", "Zoë K.", left=True)
    assert without_others(ava, (ava, gone))("with Zoë") == f"with {SOMEBODY}"
    assert without_others(ava, (ava,))("with Zoë") == "with Zoë"
    assert without_others(ava, (ava, gone))("") == ""


@given(st.lists(st.builds(Student, st.text(max_size=3), st.text(), st.text()), max_size=6), st.text())
def test_any_names_and_any_text_are_taken(everyone: list[Student], text: str) -> None:
    me = Student("me", "Ava B.")
    cleaned = without_others(me, (*everyone, me))(text)
    if not any(name in text for one in everyone for name in names(one)):
        assert cleaned == text


notes = st.none() | st.sampled_from(["with Ben C.", "Ava and Ben", "Ava alone", "Comet helped"])
EVERYONE = (Student("ava", "Ava B."), Student("ben", "Ben C.", "Comet"), Student("gone", "Zoë K.", left=True))


@st.composite
def told(draw: st.DrawFn) -> list[Fact]:
    """Any ledger whose notes and ways name children."""
    return [fact._replace(note=draw(notes), way=draw(notes)) for fact in draw(ledgers())]


@given(told())
def test_no_mark_changes_but_its_words(facts: list[Fact]) -> None:
    before = progress_of(facts)
    after = for_families(before, EVERYONE, EVERYONE)
    assert (after.about, after.shelves) == (before.about, before.shelves)
    for student in STUDENTS:
        assert after.row(student).keys() == before.row(student).keys()
        for step, spot in before.row(student).items():
            assert bare(after, student, step) == bare(before, student, step)
            new = after.spot(student, step)
            for name in ("status", "check_again", "pictures", "printed"):
                assert getattr(new, name) == getattr(spot, name)


def bare(progress: Progress, student: str, step: str) -> list[Fact]:
    """The facts of a spot, those that decide it after the others, without their words."""
    spot = progress.spot(student, step)
    deciding = [fact for fact in (spot.mark, spot.own_version) if fact is not None]
    return [fact._replace(note=None, way=None) for fact in (*spot.facts, *deciding)]


@given(told())
def test_no_words_about_a_child_name_another_one(facts: list[Fact]) -> None:
    progress = for_families(progress_of(facts), EVERYONE[:1], EVERYONE)
    for spot in progress.row("ava").values():
        for fact in (*spot.facts, *(one for one in (spot.mark, spot.own_version) if one is not None)):
            assert not {"Ben", "Comet", "Zoë"} & {*f"{fact.note} {fact.way}".replace(".", "").split()}
    assert progress.row("ben") == progress_of(facts).row("ben")
