"""One history for everything that is done: taken back and put back in order, and never over what others did since."""

import ast
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.deeds.history import History, Outcome
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting, usual_adult
from board.disk import NotSaved
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.people import Assessor
from board.mastery.pictures import Origin
from board.mastery.progress import Status
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, put
from board.words.outcomes.to_child import to_child
from board.words.outcomes.told import NothingNew, Where
from builders import UNIT
from class_state import state
from every_deed import NAMES, deeds, prepare
from lists_of_children import name_list
from work_shown import consent, show

HALVES = "u/halves"
BOARD = Path(__file__).parents[2] / "board"


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


def test_the_names_are_those_of_the_deeds(sitting: Sitting) -> None:
    assert list(deeds(sitting)) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_deed_is_taken_back_and_put_back_and_both_are_said(sitting: Sitting, name: str) -> None:
    book = sitting.book
    prepare(book, name)
    if name == "role":
        book.edit(ASSESSORS, put(Assessor("lee", "Mr. Lee")))
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


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.sampled_from(NAMES), min_size=1, max_size=8))
def test_any_row_of_deeds_is_taken_back_to_the_start_and_put_back_to_the_end(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[str]
) -> None:
    book = ClassBook.create(tmp_path_factory.mktemp("any") / "c.class", "Room 12", "d1", "Ms. Rivera")
    book.edit(UNITS, put(UNIT))
    sitting = Sitting(book, usual_adult(book))
    ClassList(sitting).take(name_list("Ava Bee", "Ben Cole"))
    ids = {one.name.split(" ")[0].lower(): one.id for one in book.everyone}
    book.edit(STUDENTS, lambda now: tuple(type(one)(name, one.name) for one, name in zip(now, ids, strict=True)))
    consent(book, "ava")
    show(book, "ava", kind=Kind.NOTE)
    sitting = Sitting(book, usual_adult(book))
    start = state(book)
    for name in chosen:
        with suppress(Refusal):  # a child that was joined with another is not there any more
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
STROKES = ("art/strokes.py", "deeds/history.py", "screens/judging/how_did_it_go.py")
"""A drawing's strokes are no deeds yet: they are taken back in the studio, before it is hung. Neither is what is said of one
showing that no verdict has kept: it is gone with the screen. And the history itself."""


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


def test_what_was_put_back_by_its_id_is_taken_back_again(sitting: Sitting, book: ClassBook) -> None:
    (mark,) = Marks(sitting).mark(Kind.PRACTISING, [("ava", HALVES)]).facts
    Marks(sitting).steer(mark, Kind.WITHDRAWN)
    assert book.progress.spot("ava", HALVES).status is Status.OPEN
    sitting.undo()
    assert book.progress.spot("ava", HALVES).status is Status.PRACTISING
    sitting.redo()
    assert book.progress.spot("ava", HALVES).status is Status.OPEN
