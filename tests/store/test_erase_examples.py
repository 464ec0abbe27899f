"""Work that serves as an example goes with its child: from this computer and from others, and out of copies that are made."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.deeds.scoring import Scoring
from board.deeds.sitting import Sitting, usual_adult
from board.exchange.record import as_json, as_text, record_of
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from board.store.keeping.archive import pack
from board.store.keeping.new_year import start_from
from builders import UNIT
from two_folders import Computers
from work_shown import consent, picture, show

HALVES = "u/halves"
WHY = {"ava": "waxwing feathers match", "ben": "kestrel wings match"}


def synced(here: ClassBook, there: ClassBook, *patterns: str, gone: bool = False) -> None:
    """Let a sync program bring files over from one computer to the other, and take away there what is gone here."""
    for pattern in patterns:
        for path in sorted(there.folder.glob(pattern)) if gone else ():
            if not (here.folder / path.relative_to(there.folder)).exists():
                path.unlink()
        for path in sorted(here.folder.glob(pattern)):
            place = there.folder / path.relative_to(here.folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place)


def words_in(folder: Path, word: str) -> list[str]:
    return [str(path) for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def files_named(folder: Path, content: str) -> list[str]:
    return [str(path) for path in folder.rglob(f"*{content}*")]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given=st.lists(
        st.tuples(st.sampled_from(["ava", "ben"]), st.sampled_from(["red", "blue"]), st.booleans(), st.booleans()),
        min_size=1,
        max_size=5,
    )
)
def test_an_erased_childs_examples_are_gone_on_this_and_on_another_computer_and_no_others(
    tmp_path_factory: pytest.TempPathFactory, given: list[tuple[str, str, bool, bool]]
) -> None:
    """Any work, also one picture shared by both children, given on either computer, as what counts or not yet."""
    room = tmp_path_factory.mktemp("erased")
    folder = room / "Room 12.class"
    made = ClassBook.create(folder, "Room 12", "d1", "Ms. Rivera")
    made.edit(UNITS, put(UNIT))
    made.edit(STUDENTS, lambda _: tuple(Student(one, f"{one} name", photos=True) for one in WHY))
    made.close()
    computers = Computers(folder, room)
    here, there = computers.open("d1"), computers.open("d2")
    for child, colour, on_the_other, counts in given:
        book = there if on_the_other else here
        content = show(book, child, colour=colour, kind=Kind.NOTE)
        Scoring(Sitting(book, usual_adult(book))).give((child, HALVES), content, "", counts=counts, why=WHY[child])
    synced(here, there, "ledger/d1.jsonl", "*/*.png")
    synced(there, here, "ledger/d2.jsonl", "*/*.png")
    here.news()
    there.news()
    of_ben = {picture(colour)[0] for child, colour, _, _ in given if child == "ben"}
    only_avas = {picture(colour)[0] for child, colour, _, _ in given if child == "ava"} - of_ben
    assert {one.picture for one in Scoring(Sitting(here, usual_adult(here))).examples(HALVES)} == of_ben | only_avas
    here.erase(next(one for one in here.everyone if one.id == "ava"), here.assessors[0].id)
    synced(here, there, "ledger/d1.jsonl", "class.json", "*/*.png", gone=True)
    computers.close()
    again = computers.open("d2")
    synced(again, here, "ledger/d2.jsonl")
    for book in (again, computers.open("d1")):
        shown = Scoring(Sitting(book, usual_adult(book))).examples(HALVES)
        assert {one.picture for one in shown} == of_ben
        assert all(one.why == WHY["ben"] for one in shown)
        assert words_in(book.folder, "waxwing") == []
        assert [files_named(book.folder, content) for content in only_avas] == [[] for _ in only_avas]
        assert [words_in(book.folder, content) for content in only_avas] == [[] for _ in only_avas]
        assert all(files_named(book.folder, content) for content in of_ben)
    computers.close()


def test_a_familys_record_says_that_the_work_serves_as_an_example_and_why(book: ClassBook) -> None:
    consent(book, "ava")
    content = show(book, "ava")
    Scoring(Sitting(book, usual_adult(book))).give(
        ("ava", HALVES), content, "", counts=True, why="as Ben C. says, even"
    )
    ava = next(one for one in book.everyone if one.id == "ava")
    record = record_of(ava, book.everyone, book.facts, class_name=book.name, units=book.units, assessors=book.assessors)
    said = as_text(record, {})
    assert "Halves: Example of what counts" in said
    assert "Ben" not in said.split("Everything that was recorded")[1]
    assert record.pictures == (content,)
    kinds = [fact["kind"] for fact in json.loads(as_json(record, {}))["facts"]]
    assert kinds == ["mastered", "example_counts"]
    Scoring(Sitting(book, usual_adult(book))).take_away(("ava", HALVES), content)
    taken = record_of(ava, book.everyone, book.facts, class_name="", units=book.units, assessors=book.assessors)
    assert "taken back later" in as_text(taken, {})


def test_a_backup_holds_examples_and_after_an_erasure_the_next_one_does_not(book: ClassBook, tmp_path: Path) -> None:
    consent(book, "ava")
    content = show(book, "ava")
    Scoring(Sitting(book, usual_adult(book))).give(("ava", HALVES), content, "", counts=True, why=WHY["ava"])
    for number, is_there in ((1, True), (2, False)):
        file = tmp_path / f"{number}.zip"
        pack(book.folder, file, book.progress.erased)
        with zipfile.ZipFile(file) as packed:
            assert any(content in name for name in packed.namelist()) is is_there
            assert any(b"waxwing" in packed.read(name) for name in packed.namelist()) is is_there
        if is_there:
            book.erase(next(one for one in book.everyone if one.id == "ava"), book.assessors[0].id)


def test_a_new_school_year_takes_no_childs_work_along(book: ClassBook, tmp_path: Path) -> None:
    consent(book, "ava")
    content = show(book, "ava")
    Scoring(Sitting(book, usual_adult(book))).give(("ava", HALVES), content, "", counts=True, why=WHY["ava"])
    new = ClassBook.create(tmp_path / "next.class", "Room 13", "d1", "Ms. Rivera")
    start_from(book, new)
    assert Scoring(Sitting(new, usual_adult(new))).examples(HALVES) == ()
    assert files_named(new.folder, content) == []
    new.close()
