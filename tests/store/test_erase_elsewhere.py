"""A child erased on one computer while others know it still: running boards, other files, zips and doubles."""

import json
import shutil
from pathlib import Path

import pytest

from board.disk import NotSaved
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.store.class_book import ClassBook
from board.store.device import Device
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from board.store.keeping.archive import pack
from board.store.keeping.check import problems
from board.store.lines import fact_line
from erasing import AVA, contents, erase, full_fact, traces


def test_another_computer_takes_the_words_out_of_its_own_file_when_it_opens_the_class(full: Path) -> None:
    other = ClassBook(full, "d2")
    other.record(
        [Draft(Kind.NOTE, "ava", "u/halves", note="waxwing\nsong"), Draft(Kind.NOTE, "ben", "u/halves", note="fine")],
        other.assessors[0].id,
    )
    other.close()
    erase(full)
    assert {trace.split(":")[0] for trace in traces(full)} == {"ledger/d2.jsonl"}
    assert "another computer" in "\n".join(problems(full, "d1"))
    ClassBook(full, "d3").close()
    assert traces(full), "only the owner writes its file"
    again = ClassBook(full, "d2")
    assert traces(full) == []
    assert again.progress.row("ben")["u/halves"].facts[-1].note == "fine"


def test_copies_of_the_file_of_an_id_this_computer_has_given_up_are_cleaned_too(full: Path) -> None:
    other = ClassBook(full, "d2")
    other.record([Draft(Kind.NOTE, "ava", "u/halves", note="waxwing\nsong")], other.assessors[0].id)
    other.close()
    shutil.copy(full / "ledger" / "d2.jsonl", full / "ledger" / "d2-LAPTOP.jsonl")
    erase(full)
    assert {trace.split(":")[0] for trace in traces(full)} == {"ledger/d2.jsonl", "ledger/d2-LAPTOP.jsonl"}
    ClassBook(full, Device("d9", former=("d2",))).close()
    assert traces(full) == []


@pytest.mark.parametrize(
    "name",
    [
        "ledger/.~d1.jsonl.dropbox.partial",
        "backups/~class-000001.json~.tmp",
        ".syncthing.class.json.tmp",
        "backups 2/x",
    ],
)
def test_what_a_sync_program_left_behind_with_words_about_an_erased_child_is_named(full: Path, name: str) -> None:
    (full / name).parent.mkdir(exist_ok=True)
    (full / name).write_bytes((full / "class.json").read_bytes()[:-20])
    erase(full)
    said = [line for line in problems(full, "d1") if line.startswith(f"{name} holds words about an erased child.")]
    assert len(said) == 1
    ClassBook(full, "d1").close()
    assert not any("still here; close" in line for line in problems(full, "d1")), (
        "nothing that does not help is advised"
    )
    (full / name).unlink()
    assert not any("holds words" in line for line in problems(full, "d1"))


def test_a_board_that_is_open_meanwhile_marks_on_and_loses_nothing(full: Path) -> None:
    running, reader = ClassBook(full, "d1"), ClassBook(full, "d2")
    running.record([Draft(Kind.MASTERED, "ben", "u/thirds")], running.assessors[0].id)
    reader.news()
    erase(full)
    running.record([Draft(Kind.MASTERED, "ben", "u/fourths")], running.assessors[0].id)
    assert [student.id for student in running.students] == ["ben"]
    assert running.news().documents
    reader.news()
    for seen in (running, reader, ClassBook(full, "d1")):
        assert seen.progress.spot("ben", "u/thirds").status is Status.MASTERED
        assert seen.progress.spot("ben", "u/fourths").status is Status.MASTERED
        assert not seen.damaged
        assert len({fact.seq for fact in seen.facts}) == len(seen.facts)
    assert traces(full) == []


def test_words_a_running_board_still_writes_about_an_erased_child_are_not_kept(full: Path) -> None:
    running = ClassBook(full, "d1")
    erase(full)
    running.news()
    running.record([Draft(Kind.NOTE, "ava", "u/halves", note="waxwing\nsong")], running.assessors[0].id)
    assert traces(full) == []


def test_a_child_put_back_by_somebody_who_did_not_know_goes_again(full: Path) -> None:
    erase(full)
    documents = json.loads((full / "class.json").read_text())
    documents["students"]["ava"] = {"name": AVA.name, "alias": AVA.alias}
    (full / "class.json").write_text(json.dumps(documents))
    assert [student.id for student in ClassBook(full, "d2").everyone] == ["ben"]
    assert traces(full) == []


def test_two_erasures_in_a_row_leave_readers_with_whole_facts(full: Path) -> None:
    """The second new file may get the inode of the first old one, and be longer."""
    reader = ClassBook(full, "d2")
    known = len(reader.facts)
    ledger = full / "ledger" / "d1.jsonl"
    lines = ledger.read_bytes()
    fresh = b"".join(fact_line(full_fact(f"n{number}", "ben", "n" * 90, seq=20 + number)) for number in range(9))
    ledger.write_bytes(fresh + lines)  # the same inode, and longer
    news = reader.news().facts
    assert [fact.id for fact in news] == [f"n{number}" for number in range(9)]
    assert len(reader.facts) == known + 9


def test_erasing_a_joined_double_elsewhere_does_not_take_the_child_it_was_joined_with(
    book: ClassBook, folder: Path
) -> None:
    book.edit(STUDENTS, lambda _: (Student("ava", "Ava B.", also=("ben",)),))
    book.record([Draft(Kind.ERASED, "ben")], book.assessors[0].id)
    for now in (book, ClassBook(folder, "d2")):
        assert [student.id for student in now.everyone] == ["ava"]


def test_a_picture_another_child_is_on_too_stays(full: Path) -> None:
    book = ClassBook(full, "d1")
    book.keep([full_fact("k9", "ben", "together")._replace(evidence=("pic1",))])
    book.close()
    erase(full)
    assert (full / "evidence" / "pic1.png").exists()


def test_a_zip_made_later_holds_no_words_another_computer_still_keeps(full: Path, tmp_path: Path) -> None:
    other = ClassBook(full, "d2")
    other.record([Draft(Kind.NOTE, "ava", "u/halves", note="waxwing\nsong")], other.assessors[0].id)
    other.close()
    erase(full)
    book = ClassBook(full, "d1")
    pack(full, tmp_path / "class.zip", book.progress.erased)
    shutil.unpack_archive(tmp_path / "class.zip", tmp_path / "unpacked")
    assert traces(tmp_path / "unpacked") == []
    assert traces(full)


def test_looking_at_a_class_strips_nothing(full: Path) -> None:
    other = ClassBook(full, "d1")
    other.record([Draft(Kind.ERASED, "ava")], other.assessors[0].id)
    other.close()
    before = contents(full)
    ClassBook(full, "d1", only_look=True).close()
    assert "still here" in "\n".join(problems(full, "d1"))
    assert contents(full) == before


def test_a_file_that_is_not_kept_open_between_marks_as_on_windows_is_written_just_the_same(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.store.ledger.own_file.KEEPS_OPEN", False)
    running = ClassBook(full, "d1")
    running.record([Draft(Kind.MASTERED, "ben", "u/thirds")], running.assessors[0].id)
    erase(full)
    running.record([Draft(Kind.MASTERED, "ben", "u/fourths")], running.assessors[0].id)
    running.record([Draft(Kind.MASTERED, "ben", "u/pizza")], running.assessors[0].id)
    again = ClassBook(full, "d1")
    assert all(
        again.progress.spot("ben", step).status is Status.MASTERED for step in ("u/thirds", "u/fourths", "u/pizza")
    )
    assert not again.damaged
    assert traces(full) == []


def test_a_copy_of_this_computers_file_under_any_name_is_cleaned(full: Path) -> None:
    (full / "ledger" / "brought back.jsonl").write_bytes((full / "ledger" / "d1.jsonl").read_bytes())
    erase(full)
    ClassBook(full, "d1").close()
    assert [found for found in traces(full) if "brought back" in found] == []


def test_a_memory_that_can_not_be_read_keeps_no_name_in_the_class(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(path: Path, most: int) -> bytes:
        raise PermissionError(13, "Permission denied")

    book = ClassBook(full, Device("d1", tmp_path / "memory"))
    monkeypatch.setattr("board.store.erasing.memories.read_plain", shut)
    with pytest.raises(NotSaved):
        book.erase(next(one for one in book.everyone if one.id == "ava"), book.assessors[0].id)
    book.close()
    assert b"Quill" not in (full / "class.json").read_bytes()


@pytest.mark.parametrize("place", ["art", "evidence"])
def test_a_picture_whose_deletion_did_not_arrive_by_sync_is_named_with_what_to_do(full: Path, place: str) -> None:
    """No fact names it any more where the erasure has arrived, so no computer can know whose it was."""
    content = "a" * 32
    other = ClassBook(full, "d2")
    other.record([Draft(Kind.KEEP_WORKING, "ava", "u/halves", evidence=(content,))], other.assessors[0].id)
    other.close()
    erase(full)
    ClassBook(full, "d2").close()
    (full / place / f"{content}.png").write_bytes(b"a photo of a waxwing")
    ClassBook(full, "d2").close()
    told = "\n".join(problems(full, "d1"))
    assert f"No mark here speaks of {place}/{content}.png yet" in told
    assert "a picture of a child you erased: look at it, and delete it only if you know" in told
