"""Which rolling copies go: never the only one that holds something, however many edits follow."""

import json
from pathlib import Path
from typing import Any

from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.documents.copies import rolling_copies
from board.store.documents.outgrown import outgrown
from board.store.documents.storage import BACKUPS_KEPT
from board.store.documents.tables import STUDENTS, put
from board.store.layout import BACKUPS


def kept(folder: Path) -> list[str]:
    return [path.name for path in rolling_copies(BACKUPS.within(folder))]


def edit_often(book: ClassBook, times: int, child: str = "ben") -> None:
    for number in range(times):
        book.edit(STUDENTS, put(Student(child, f"Ben {number}")))


def holding(folder: Path, id_: str) -> list[str]:
    return [
        path.name for path in rolling_copies(BACKUPS.within(folder)) if id_ in json.loads(path.read_bytes())["students"]
    ]


def test_as_many_copies_stay_as_were_promised(book: ClassBook, folder: Path) -> None:
    edit_often(book, 2 * BACKUPS_KEPT)
    assert len(kept(folder)) == BACKUPS_KEPT


def test_the_last_copy_that_holds_a_child_stays_when_an_older_class_file_came_back_and_is_edited_on(
    book: ClassBook, folder: Path
) -> None:
    older = (folder / "class.json").read_bytes()
    book.edit(STUDENTS, put(Student("cam", "Cam D.")))
    book.edit(STUDENTS, put(Student("dan", "Dan E.")))
    book.close()
    (folder / "class.json").write_bytes(older)
    again = ClassBook(folder, "d9")
    edit_often(again, 3 * BACKUPS_KEPT)
    assert len(holding(folder, "cam")) >= 1
    assert len(holding(folder, "dan")) >= 1
    assert len(kept(folder)) <= BACKUPS_KEPT + 2


def documents(*ids: str, **seen: int) -> dict[str, dict[str, Any]]:
    return {"students": {id_: {"name": id_, "changes": {"seen": seen}} for id_ in ids}}


def test_a_copy_with_an_edit_that_nothing_newer_has_seen_stays() -> None:
    held = {
        Path("1"): documents("ava", d1=1),
        Path("2"): documents("ava", d1=1, d2=3),
        Path("3"): documents("ava", d1=2),
        Path("4"): documents("ava", d1=3),
    }
    assert outgrown(list(held), documents("ava", d1=4), 1, held.__getitem__) == [Path("3"), Path("1")]
    assert outgrown(list(held), documents("ava", d1=4, d2=3), 1, held.__getitem__) == [Path("3"), Path("2"), Path("1")]


def test_a_copy_stays_only_as_long_as_it_is_the_only_one() -> None:
    held = {Path(str(number)): documents("ava", "cam") for number in range(3)} | {Path("3"): documents("ava")}
    assert outgrown(list(held), documents("ava"), 1, held.__getitem__) == [Path("1"), Path("0")]


def test_what_was_taken_out_on_purpose_keeps_no_copy() -> None:
    held = {Path("0"): documents("ava", d1=1), Path("1"): documents("ava", d1=1)}
    marker = {"students": {"ava": {"changes": {"seen": {"d1": 2}}}}}
    assert outgrown(list(held), marker, 1, held.__getitem__) == [Path("0")]


def test_a_copy_nobody_can_read_goes_and_odd_ones_harm_nothing() -> None:
    odd: list[dict[str, Any]] = [
        {},
        {"students": {"ava": 3}},
        {"students": {"ava": {"changes": 3}}},
        {"students": {"ava": {"changes": {"seen": {"d1": "x"}}}}},
    ]
    held = {Path(str(number)): one for number, one in enumerate(odd)}
    assert len(outgrown(list(held), documents("ava"), 0, held.__getitem__)) == len(odd)
