"""What others have changed since is never taken back, and it is said why."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.deeds.about import AboutClass
from board.deeds.marks import Marks
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.unit import UnitEdits
from board.errors import Refusal
from board.mastery.curriculum import Level, Unit
from board.mastery.facts import Kind, order
from board.mastery.people import Student
from board.mastery.progress import Status
from board.mastery.standing import last_words
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS, UNITS, put
from builders import UNIT
from class_state import state
from every_deed import NAMES, deeds
from lists_of_children import name_list
from work_shown import consent, show

HALVES = "u/halves"
BOARD = Path(__file__).parents[2] / "board"


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


def others(book: ClassBook, device: str = "d2") -> Sitting:
    """Somebody else at another computer."""
    book_there = ClassBook(book.folder, device)
    return Sitting(book_there, usual_adult(book_there))


def test_a_unit_somebody_marked_in_is_not_taken_back_with_its_marks(sitting: Sitting, book: ClassBook) -> None:
    unit = Unit("new", "New", (Level("new/1", "One", (UNIT.spots[0].__class__("new/a", "A", "I can a."),)),))
    UnitEdits(sitting).add(unit)
    other = ClassBook(book.folder, "d2")
    Marks(Sitting(other, usual_adult(other))).mark(Kind.MASTERED, [("ava", "new/a")])
    book.news()
    assert sitting.undo().said.startswith("There are marks by now, so it is left as it is: New unit New")
    assert [one.id for one in book.units] == ["u", "new"]


def test_a_child_somebody_marked_is_not_taken_off_the_list_again(sitting: Sitting, book: ClassBook) -> None:
    added = ClassList(sitting).take(name_list("Cleo Day"))
    other = ClassBook(book.folder, "d2")
    Marks(Sitting(other, usual_adult(other))).mark(Kind.MASTERED, [(added.about, HALVES)])
    book.news()
    assert sitting.undo().said == "There are marks by now, so it is left as it is: Cleo D. added"
    assert any(one.id == added.about for one in book.students)


def test_what_somebody_renamed_since_keeps_its_newer_name(sitting: Sitting, book: ClassBook) -> None:
    AboutClass(sitting).rename("Room 13")
    other = ClassBook(book.folder, "d2")
    other.edit(ABOUT, lambda now: now._replace(name="The Otters"))
    book.news()
    outcome = sitting.undo()
    assert book.name == "The Otters"
    assert outcome.said == "Somebody has changed this since, so it is left as it is: The class is called Room 13 now."


def test_what_somebody_else_renamed_since_keeps_its_newer_name_in_the_list_too(
    sitting: Sitting, book: ClassBook
) -> None:
    ClassList(sitting).edit(book.students[0], {"name": "Ada B.", "alias": "Star"})
    there = others(book)
    ClassList(there).edit(there.book.students[0], {"name": "Adele B."})
    book.news()
    assert sitting.undo().changed
    assert (book.students[0].name, book.students[0].alias) == ("Adele B.", "")
    sitting.redo()
    assert (book.students[0].name, book.students[0].alias) == ("Adele B.", "Star")


def test_a_child_somebody_brought_back_is_left_in_the_class(sitting: Sitting, book: ClassBook) -> None:
    ClassList(sitting).leave(book.students[0], left=True)
    there = others(book)
    ClassList(there).leave(there.book.everyone[0], left=False)
    book.news()
    said = sitting.undo().said
    assert (
        said == "Somebody has changed this since, so it is left as it is: Ava B. has left the class; every mark is kept"
    )
    assert not book.everyone[0].left


def test_an_erased_child_does_not_come_back_by_an_undo(sitting: Sitting, book: ClassBook) -> None:
    ClassList(sitting).join(book.students[0], book.students[1])
    there = ClassBook(book.folder, "d2")
    there.erase(there.students[0], there.assessors[0].id)
    sitting.undo()
    assert "Ben" not in (book.folder / "class.json").read_text("utf-8")
    assert book.everyone == ()


def test_what_was_done_to_an_erased_child_is_neither_told_nor_taken_back(sitting: Sitting, book: ClassBook) -> None:
    Marks(sitting).mark(Kind.NOTE, [("ava", HALVES)], note="sings")
    there = ClassBook(book.folder, "d2")
    there.erase(there.students[0], there.assessors[0].id)
    book.news()
    before = len(book.facts)
    assert sitting.undo().said == "The child was erased, and that is for good."
    assert len(book.facts) == before


def test_a_mark_somebody_else_took_back_is_not_taken_back_again(sitting: Sitting, book: ClassBook) -> None:
    (mark,) = Marks(sitting).mark(Kind.PRACTISING, [("ava", HALVES)]).facts
    Marks(others(book)).steer(mark, Kind.WITHDRAWN)
    book.news()
    outcome = sitting.undo()
    assert outcome.said == "Somebody has changed this since, so it is left as it is: Ava B. · Halves: Trying"
    assert not outcome.facts
    assert not sitting.redo().changed


def test_a_take_back_that_is_done_again_keeps_its_reason(sitting: Sitting, book: ClassBook) -> None:
    Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES)])
    Marks(sitting).take_back([("ava", HALVES)], "wrong row")
    sitting.undo()
    sitting.redo()
    assert [fact.note for fact in book.facts if fact.kind is Kind.WITHDRAWN] == ["wrong row", "wrong row"]


def test_a_unit_somebody_put_there_meanwhile_is_not_written_over(sitting: Sitting, book: ClassBook) -> None:
    unit = Unit("new", "New", (Level("new/1", "One", ()),))
    UnitEdits(sitting).add(unit)
    sitting.undo()
    UnitEdits(others(book)).add(Unit("new", "Another", unit.levels))
    book.news()
    assert sitting.redo().said.startswith("Somebody has changed this since, so it is left as it is: New unit New")
    assert book.units[-1].title == "Another"


def test_whoever_sat_here_before_a_new_adult_sits_here_again(sitting: Sitting, book: ClassBook) -> None:
    about = AboutClass(sitting)
    about.sit_down(about.add_adult("Mr. Okafor").about)
    okafor = sitting.actor
    about.sit_down(about.add_adult("Dr. Zed").about)
    zed = sitting.actor
    sitting.undo()
    assert sitting.actor == okafor
    sitting.redo()
    assert sitting.actor == zed


def test_an_adult_who_is_gone_signs_nothing(sitting: Sitting, book: ClassBook) -> None:
    added = AboutClass(sitting).add_adult("Dr. Zed").about
    there = others(book)
    AboutClass(there).sit_down(added)
    sitting.undo()
    there.book.take(there.book.look())
    (mark,) = Marks(there).mark(Kind.READY, [("ava", HALVES)]).facts
    assert mark.by == book.assessors[0].id
    with pytest.raises(Refusal, match="not in the class any more"):
        AboutClass(there).sit_down(added)


def test_a_group_is_recorded_though_its_unit_was_taken_out_meanwhile(sitting: Sitting, book: ClassBook) -> None:
    others(book).book.edit(UNITS, lambda _: ())
    book.news()
    assert Marks(sitting).record_showing(HALVES, {"ava": Kind.MASTERED}).changed
    assert book.progress.spot("ava", HALVES).status is Status.MASTERED


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(st.tuples(st.booleans(), st.sampled_from([*NAMES, "undo", "redo"])), min_size=2, max_size=12))
def test_whatever_two_people_do_at_once_one_of_them_takes_back_only_their_own(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[bool, str]]
) -> None:
    """Two computers, any deeds in any order: taken back to the start by one, what the other did stands."""
    folder = tmp_path_factory.mktemp("two") / "c.class"
    mine = ClassBook.create(folder, "Room 12", "d1", "Ms. Rivera")
    mine.edit(UNITS, put(UNIT))
    mine.edit(STUDENTS, lambda _: (Student("ava", "Ava B."), Student("ben", "Ben C.")))
    consent(mine, "ava")
    show(mine, "ava", kind=Kind.NOTE)
    theirs = ClassBook(folder, "d2")
    sittings = (Sitting(mine, usual_adult(mine)), Sitting(theirs, usual_adult(theirs)))
    for is_other, name in done:
        sitting = sittings[is_other]
        sitting.book.take(sitting.book.look())
        with suppress(Refusal):  # a child that was joined with another is not there any more
            {"undo": sitting.undo, "redo": sitting.redo, **deeds(sitting)}[name]()
    mine.news()
    kept_by_other = _standing(mine, "d2")
    while sittings[0].undo().changed:
        pass
    assert _standing(mine, "d2") >= kept_by_other
    mine.close()
    theirs.close()
    again = ClassBook(folder, "d3")
    assert state(again) == state(mine)
    again.close()


def _standing(book: ClassBook, device: str) -> set[str]:
    """Ids of what a computer wrote and nobody has taken back."""
    said = last_words(sorted(book.facts, key=order))
    return {
        fact.id
        for fact in book.facts
        if fact.device == device and said.get(fact.id) is not Kind.WITHDRAWN and fact.kind not in STEERING
    }


STEERING = (Kind.WITHDRAWN, Kind.RESTORED)
