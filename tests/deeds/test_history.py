"""One history for everything that is done: taken back and put back in order, and never over what others did since."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.deeds.about import AboutClass
from board.deeds.history import History, Outcome
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.unit import UnitEdits, with_title
from board.disk import NotSaved
from board.errors import Refusal
from board.exchange.roster import Pupil
from board.mastery.curriculum import Level, Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.pictures import Art, Origin
from board.mastery.progress import Status
from board.store.class_book import ClassBook
from board.store.tables import ABOUT, STUDENTS, UNITS, put
from board.words.outcomes.to_child import to_child
from board.words.outcomes.told import NothingNew, Where
from builders import UNIT
from class_state import state

HALVES = "u/halves"
BOARD = Path(__file__).parents[2] / "board"


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


def deeds(sitting: Sitting) -> dict[str, Callable[[], Outcome]]:
    """Every deed there is, by what it is called."""
    book = sitting.book
    marks, gallery, roll = Marks(sitting), Gallery(sitting), ClassList(sitting)
    units, about = UnitEdits(sitting), AboutClass(sitting)
    ava, ben = ("ava", HALVES), ("ben", HALVES)

    def child(id_: str) -> Student:
        return next((one for one in book.everyone if one.id == id_), Student(id_, "Somebody gone"))

    def art() -> Art:
        if not book.progress.shelf("ava"):
            gallery.bring("ava", HALVES, ("0" * 32, b"png"), origin=Origin.STUDIO)
        return next(iter(book.progress.shelf("ava").values()))

    return {
        "got it": lambda: marks.mark(Kind.MASTERED, [ava, ben]),
        "keep working": lambda: marks.mark(Kind.KEEP_WORKING, [ava], note="fold"),
        "ready": lambda: marks.mark(Kind.READY, [ben]),
        "note": lambda: marks.mark(Kind.NOTE, [ava], note="sings"),
        "own version": lambda: marks.mark(Kind.OWN_VERSION, [ava], note="with cubes"),
        "plan": lambda: marks.toggle_plan([ben]),
        "away": lambda: marks.toggle_away(["ava", "ben"]),
        "showing": lambda: marks.record_showing("u/thirds", {"ava": Kind.MASTERED, "ben": Kind.PRACTISING}),
        "take back": lambda: marks.take_back([ava, ben], "wrong row"),
        "printed": lambda: marks.printed([ava]),
        "bring": lambda: gallery.bring("ben", HALVES, ("1" * 32, b"png"), origin=Origin.FILE),
        "accept": lambda: gallery.accept([art()]),
        "hide": lambda: gallery.hide([art()]),
        "choose": lambda: gallery.choose([art()]),
        "place": lambda: gallery.place("ava", HALVES, None if book.progress.picture(*ava) else art()),
        "say": lambda: gallery.say(art(), "a fish"),
        "count": lambda: gallery.count(art(), HALVES),
        "rename child": lambda: roll.edit(child("ava"), {"name": "Ada", "alias": "Comet 2"}),
        "left": lambda: roll.leave(child("ben"), left=not child("ben").left),
        "join": lambda: roll.join(child("ava"), child("ben")),
        "part": lambda: roll.part(child("ava")),
        "add child": lambda: roll.add((Pupil("Cleo", "Day"),), full_names=False),
        "unit title": lambda: units.make("u", with_title("Shares")),
        "add unit": lambda: units.add(Unit("new", "New", (Level("new/1", "One", ()),))),
        "class name": lambda: about.rename("Room 13"),
        "look first": lambda: about.look_first(wanted=not book.looks_first),
        "add adult": lambda: about.add_adult("Mr. Okafor"),
        "rename adult": lambda: about.rename_adult(book.assessors[0], "Ms. R."),
    }


NAMES = [
    "got it", "keep working", "ready", "note", "own version", "plan", "away", "showing", "take back", "printed", "bring",
    "accept", "hide", "choose", "place", "say", "count", "rename child", "left", "join", "part", "add child", "unit title", "add unit",
    "class name", "look first", "add adult", "rename adult",
]  # fmt: skip


def test_the_names_are_those_of_the_deeds(sitting: Sitting) -> None:
    assert list(deeds(sitting)) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_deed_is_taken_back_and_put_back_and_both_are_said(sitting: Sitting, name: str) -> None:
    book = sitting.book
    if name == "part":
        ClassList(sitting).join(*book.students)
    if name == "take back":
        Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES)])
    if name in ("accept", "hide", "choose", "place", "say", "count"):
        Gallery(sitting).bring("ava", HALVES, ("0" * 32, b"png"), origin=Origin.STUDIO)
    before = state(book)
    done = deeds(sitting)[name]()
    after = state(book)
    assert done.changed
    assert (after != before) or name == "note"
    back = sitting.undo()
    assert back.changed
    assert state(book) == before
    again = sitting.redo()
    assert again.changed
    assert state(book) == after
    assert len({done.said, back.said, again.said}) == 3
    assert all(said.strip() for said in (done.said, back.said, again.said))


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name in {"bring", "accept", "hide", "choose", "place", "say", "count"}]
)
def test_what_is_done_to_a_picture_is_also_said_to_its_maker(sitting: Sitting, name: str) -> None:
    if name != "bring":
        Gallery(sitting).bring("ava", HALVES, ("0" * 32, b"png"), origin=Origin.STUDIO)
    told = [deeds(sitting)[name](), sitting.undo(), sitting.redo()]
    sentences = [to_child(outcome.told) for outcome in told]
    assert sentences[1] == f"Taken back: {sentences[0]}"
    assert sentences[2] == f"Put back: {sentences[0]}"
    assert sentences[0].endswith((".", "!"))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.sampled_from(NAMES), min_size=1, max_size=8))
def test_any_row_of_deeds_is_taken_back_to_the_start_and_put_back_to_the_end(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[str]
) -> None:
    book = ClassBook.create(tmp_path_factory.mktemp("any") / "c.class", "Room 12", "d1", "Ms. Rivera")
    book.edit(UNITS, put(UNIT))
    sitting = Sitting(book, usual_adult(book))
    ClassList(sitting).add((Pupil("Ava", "Bee"), Pupil("Ben", "Cole")), full_names=False)
    ids = {one.name.split(" ")[0].lower(): one.id for one in book.everyone}
    book.edit(STUDENTS, lambda now: tuple(type(one)(name, one.name) for one, name in zip(now, ids, strict=True)))
    sitting = Sitting(book, usual_adult(book))
    start = state(book)
    for name in chosen:
        deeds(sitting)[name]()
    end = state(book)
    while sitting.undo().changed:
        pass
    assert state(book) == start
    while sitting.redo().changed:
        pass
    assert state(book) == end
    book.close()


def test_where_something_was_opened_only_what_was_done_there_is_taken_back(sitting: Sitting, book: ClassBook) -> None:
    marks = Marks(sitting)
    marks.mark(Kind.PRACTISING, [("ava", HALVES)])
    page = sitting.history.opened(Where.PAGE)
    assert sitting.undo(page).said == "Nothing to undo since this page was opened."
    marks.mark(Kind.READY, [("ava", HALVES)])
    assert sitting.undo(page).changed
    assert not sitting.undo(page).changed
    assert book.progress.spot("ava", HALVES).status is Status.PRACTISING
    sitting.undo()
    assert sitting.redo(page).said == "Nothing to redo."
    assert sitting.redo().changed
    assert sitting.redo(page).changed
    assert book.progress.spot("ava", HALVES).status is Status.READY


def test_a_unit_somebody_marked_in_is_not_taken_back_with_its_marks(sitting: Sitting, book: ClassBook) -> None:
    unit = Unit("new", "New", (Level("new/1", "One", (UNIT.spots[0].__class__("new/a", "A", "I can a."),)),))
    UnitEdits(sitting).add(unit)
    other = ClassBook(book.folder, "d2")
    Marks(Sitting(other, usual_adult(other))).mark(Kind.MASTERED, [("ava", "new/a")])
    book.news()
    assert sitting.undo().said.startswith("There are marks by now, so it is left as it is: New unit New")
    assert [one.id for one in book.units] == ["u", "new"]


def test_a_child_somebody_marked_is_not_taken_off_the_list_again(sitting: Sitting, book: ClassBook) -> None:
    added = ClassList(sitting).add((Pupil("Cleo", "Day"),), full_names=False)
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


def test_a_refused_taking_back_can_be_tried_again() -> None:
    history, refused = History(), [True]

    def back() -> Outcome:
        if refused.pop():
            raise NotSaved("full")
        return Outcome(NothingNew(), changed=True)

    history.did(back, back)
    with pytest.raises(NotSaved):
        history.undo()
    refused.append(False)
    assert history.undo().changed


def stacks(source: str) -> list[str]:
    """Classes that can take something back and hold a list of their own to do so."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.ClassDef):
            continue
        turns = [one for one in node.body if isinstance(one, ast.FunctionDef) and one.name in TURNS]
        lists = [
            one
            for one in ast.walk(node)
            if isinstance(one, ast.Assign | ast.AnnAssign)
            and isinstance(one.value, ast.List | ast.Call)
            and (isinstance(one.value, ast.List) or ast.unparse(one.value.func) in ("list", "deque"))
            and any(
                isinstance(target, ast.Attribute)
                for target in (one.targets if isinstance(one, ast.Assign) else [one.target])
            )
        ]
        if turns and lists:
            found.append(node.name)
    return found


TURNS = {f"{prefix}{turn}" for prefix in ("", "_", "action_") for turn in ("undo", "redo")}
STROKES = ("art/strokes.py", "deeds/history.py")
"""A drawing's strokes are no deeds yet: they are taken back in the studio, before it is hung. And the history itself."""


def test_nobody_keeps_a_second_history() -> None:
    found = {
        f"{path.relative_to(BOARD)}: {name}"
        for path in BOARD.rglob("*.py")
        if path.relative_to(BOARD).as_posix() not in STROKES
        for name in stacks(path.read_text("utf-8"))
    }
    assert not found


def test_a_second_history_is_found() -> None:
    assert stacks(
        "class Second:\n    def __init__(self):\n        self._deeds: list[str] = []\n    def action_undo(self):\n        self._deeds.pop()"
    ) == ["Second"]
    assert stacks((BOARD / "deeds" / "history.py").read_text("utf-8")) == ["History"]


def others(book: ClassBook, device: str = "d2") -> Sitting:
    """Somebody else at another computer."""
    book_there = ClassBook(book.folder, device)
    return Sitting(book_there, usual_adult(book_there))


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
