"""Keeping a class safe, and a child's data in the family's hands: backup, restore, record, erase, new year."""

import csv
import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from cli_driver import run
from kept_picture import picture
from work_photos import photo

FISH = picture()
AT = "2026-01-05T09:00:00+00:00"


@pytest.fixture
def marked(book: ClassBook, folder: Path) -> Path:
    """A class with notes about two children."""
    book.edit(
        STUDENTS, lambda now: (*now, Student("grace", "Grace", alias="=2+3"), Student("cam", "Cam D.", left=True))
    )
    book.record(
        [Draft(Kind.KEEP_WORKING, "ava", "u/halves", note="=1+1 with Ben C. and Comet, Grace too, gracefully")],
        book.assessors[0].id,
    )
    book.record(
        [Draft(Kind.MASTERED, "ava", "u/halves"), Draft(Kind.NOTE, "ben", "u/halves", note="sits by Ava now")],
        book.assessors[0].id,
    )
    (mistake,) = book.record([Draft(Kind.MASTERED, "ava", "u/thirds")], book.assessors[0].id)
    book.record([Draft(Kind.WITHDRAWN, "ava", "u/thirds", of=mistake.id)], book.assessors[0].id)
    book.keep([Fact("k1", 0, "", AT, "t", Kind.NOTE, "ava", "gone/step", note="+\tx", evidence=(FISH.content, "pic9"))])
    book.evidence.keep(FISH.content, FISH.png)
    book.close()
    return folder


def files_of(zipped: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(zipped) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_class_goes_into_a_zip_and_comes_back(marked: Path, tmp_path: Path) -> None:
    packed = run("backup", marked, "-o", tmp_path / "class.zip")
    assert packed.exit_code == 0, packed.output
    assert "4 students, 6 marks, 3 files" in packed.stdout
    back = run("restore", tmp_path / "class.zip", tmp_path / "Again.class")
    assert back.exit_code == 0, back.output
    assert "Restored Room 12" in back.stdout
    assert run("show", "-c", tmp_path / "Again.class").stdout == run("show", "-c", marked).stdout
    again = run("restore", tmp_path / "class.zip", tmp_path / "Again.class")
    assert again.exit_code == 2
    assert "not empty" in again.stderr


def test_without_names_zip_and_folder_get_their_own(
    marked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(marked / "ledger")
    for _ in range(2):
        assert run("backup").exit_code == 0
    first, second = sorted(tmp_path.glob("*.zip"), key=lambda path: len(path.name))
    assert first.name.startswith("Room 12 20")
    assert second.name.endswith(" (2).zip")
    (tmp_path / "there").mkdir()
    monkeypatch.chdir(tmp_path / "there")
    assert run("restore", first).exit_code == 0
    assert [path.name for path in Path().iterdir()] == ["Room 12.class"]
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert run("restore", first, ".").exit_code == 0
    assert (tmp_path / "empty" / "class.json").exists()


def test_earlier_states_are_listed_and_one_is_put_back(marked: Path) -> None:
    listed = run("restore", marked).stdout.splitlines()
    assert len(listed) == 5
    assert "4 students, 1 unit " in listed[1]
    command = listed[2].split("board ", 1)[1].replace('"', "")
    words = command.split(" ", 1)
    asked = run(*words)
    assert asked.exit_code == 1
    assert "student goes, marks stay: Grace" in asked.stdout
    assert len(ClassBook(marked, "d1").everyone) == 4
    assert run(*words, "--yes").exit_code == 0
    assert len(ClassBook(marked, "d1").everyone) == 2
    assert "Nothing changes" in run(*words, "--yes").stdout


@pytest.mark.parametrize("harm", ["gone", "damaged"])
def test_the_refusal_of_a_damaged_class_names_the_command_that_helps(marked: Path, harm: str) -> None:
    path = marked / "class.json"
    path.unlink() if harm == "gone" else path.write_text("{")
    refused = run("show", "-c", marked)
    assert refused.exit_code == 2
    copy = refused.stderr.split('board restore "')[1].split('"')[0]
    restored = run("restore", copy, "--yes")
    assert restored.exit_code == 0, restored.output
    assert "not here or can't be read" in restored.stdout
    assert run("show", "-c", marked).exit_code == 0


def test_a_record_holds_all_about_one_child_and_nothing_of_another(marked: Path, tmp_path: Path) -> None:
    done = run("record", "Ava", "-o", tmp_path / "record.zip", "-c", marked)
    assert done.exit_code == 1, done.output
    assert "1 picture is not in it" in done.stderr, "that of the last note is nowhere"
    assert "taken out of 1 note" in done.stdout
    files = files_of(tmp_path / "record.zip")
    assert sorted(files) == ["history.csv", "pictures/picture-001.png", "record.json", "record.txt"]
    everything = b"\n".join(files.values()).decode("utf-8", "ignore")
    for word in ("Ben", "Comet", "Grace", "Cam", "ben", "sits by"):
        assert word not in everything
    text = files["record.txt"].decode()
    assert "  Halves: Got it" in text
    assert "1 picture is not in this zip: it was damaged, or not on the computer the zip was made on." in text
    assert "gracefully" in text
    assert "checked by Ms. Rivera" in text
    assert "taken back later" in text


def test_the_table_of_a_record_is_whole_and_holds_no_formula(marked: Path, tmp_path: Path) -> None:
    run("record", "Ava", "-o", tmp_path / "record.zip", "-c", marked)
    table = files_of(tmp_path / "record.zip")["history.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [row["what"] for row in rows] == ["Keep working", "Got it", "Got it", "Taken back", "Note"]
    assert rows[0]["note"].startswith("'=1+1 with (another child)")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row.values())
    assert rows[-1]["step"] == "gone/step"
    facts = json.loads(files_of(tmp_path / "record.zip")["record.json"])["facts"]
    assert [fact["title"] for fact in facts] == ["Halves", "Halves", "Thirds", "Thirds", None]


def test_a_record_tells_what_came_out_of_the_printer_and_an_erasure_leaves_it_without_a_name(
    book: ClassBook, folder: Path, tmp_path: Path
) -> None:
    (fish,) = book.record([Draft(Kind.PICTURE_ADDED, "ava", evidence=(FISH.content,))], book.assessors[0].id)
    book.record([Draft(Kind.MASTERED, "ava", "u/halves"), Draft(Kind.PRINTED, "ava", "u/halves")], book.assessors[0].id)
    book.record(
        [Draft(Kind.PICTURE_CHOSEN, "ava", of=fish.id), Draft(Kind.PICTURE_UNCHOSEN, "ava", of=fish.id)],
        book.assessors[0].id,
    )
    book.close()
    book.pictures.keep(FISH.content, FISH.png)
    assert run("record", "Ava", "-o", tmp_path / "record.zip", "-c", folder).exit_code == 0
    text = files_of(tmp_path / "record.zip")["record.txt"].decode()
    assert "Halves: Sticker printed, noted by Ms. Rivera" in text
    assert "about the child: Picture for the proud wall" in text
    assert "about the child: Picture off the proud wall" in text
    assert run("erase", "Ava", "-c", folder, "--yes").exit_code == 0
    left = ClassBook(folder, "d1", only_look=True)
    assert sum(fact.kind is Kind.PRINTED for fact in left.facts) == 1
    assert "Ava" not in run("show", "-c", folder).stdout
    left.close()


def test_a_record_of_a_child_who_left_and_of_joined_doubles(marked: Path, tmp_path: Path) -> None:
    book = ClassBook(marked, "d1")
    book.edit(STUDENTS, lambda _: (Student("cam", "Cam D.", left=True, also=("ava",)),))
    assert "Wrote" in run("record", "Cam", "-o", tmp_path / "record.zip", "-c", marked).stdout
    files = files_of(tmp_path / "record.zip")
    assert len(json.loads(files["record.json"])["facts"]) == 5
    assert b'"ava"' not in b"".join(files.values())


def test_an_erasure_says_what_goes_asks_and_says_what_is_left(marked: Path) -> None:
    (marked / "names.csv").write_text("Ava Brown\n")
    other = ClassBook(marked, "d2")
    other.record([Draft(Kind.NOTE, "ava", "u/halves", note="from elsewhere")], other.assessors[0].id)
    other.close()
    asked = run("erase", "Ava", "-c", marked)
    assert asked.exit_code == 1
    assert "the words in 3 of 6 marks" in asked.stdout
    assert "1 picture" in asked.stdout
    assert "board record ava" in asked.stdout
    assert (marked / "evidence" / f"{FISH.content}.png").exists()
    done = run("erase", "Ava", "-c", marked, "--yes")
    assert done.exit_code == 0, done.output
    assert "Erased from Room 12: Ava B." in done.stdout
    assert "2 other computers" in done.stdout
    assert "names.csv" in done.stdout
    assert "1 note about other children" in done.stdout
    assert "Ben C. · Halves" in done.stdout
    assert "Ava B." not in (marked / "class.json").read_text()
    assert run("show", "-c", marked, "--student", "Ava").exit_code == 2


def test_an_erasure_that_can_not_finish_exits_with_one(marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("board.disk.Disk.remove", refuse)
    done = run("erase", "Ava", "-c", marked, "--yes")
    assert done.exit_code == 1
    assert "off the board" in done.stderr
    assert "Traceback" not in done.output
    monkeypatch.undo()
    ClassBook(marked, "d1").close()
    assert b"Ava B." not in (marked / "class.json").read_bytes()


def test_a_new_year_starts_from_the_old_class(marked: Path, tmp_path: Path) -> None:
    made = run("new", tmp_path / "Next.class", "--name", "Room 14", "--from", marked)
    assert made.exit_code == 0, made.output
    assert "From Room 12: 3 students, 1 unit, no marks." in made.stdout
    new = ClassBook(tmp_path / "Next.class", "d1")
    assert [student.name for student in new.everyone] == ["Ava B.", "Ben C.", "Grace"]
    assert [adult.name for adult in new.assessors] == ["Ms. Rivera"]
    run("new", tmp_path / "Units.class", "--name", "Room 15", "--from", marked, "--no-students", "--teacher", "Mr. Lee")
    units = ClassBook(tmp_path / "Units.class", "d1")
    assert (len(units.everyone), len(units.units)) == (0, 1)
    assert [adult.name for adult in units.assessors] == ["Mr. Lee", "Ms. Rivera"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("backup", "nowhere"), "not a class folder"),
        (("backup", "ROOM", "-o", "ROOM/x.zip"), "in the class folder itself"),
        (("backup", "ROOM", "-o", "thesis.zip"), "something else"),
        (("backup", "ROOM", "-o", "none/x.zip"), "no folder"),
        (("restore", "none.zip"), "no zip of a class"),
        (("restore", "none.zip", "New.class"), "can't be read"),
        (("restore", "thesis.zip", "New.class"), "no zip"),
        (("restore", "."), "no earlier states"),
        (("restore", "none.json", "ROOM"), "can't be read"),
        (("restore", "ROOM/class.json", "elsewhere"), "no class folder"),
        (("record", "Nobody", "-o", "x.zip", "-c", "ROOM"), 'No student fits "Nobody"'),
        (("record", "Ava", "-o", "thesis.zip", "-c", "ROOM"), "something else"),
        (("erase", "Nobody", "-c", "ROOM", "--yes"), 'No student fits "Nobody"'),
        (("new", "New.class", "--name", "X", "--from", "nowhere"), "not a class folder"),
        (("new", "ROOM", "--name", "X", "--from", "ROOM"), "not empty"),
    ],
)
def test_a_bad_call_gets_one_sentence_and_changes_nothing(
    marked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thesis.zip").write_text("mine")
    shutil.copytree(marked, tmp_path / "before")
    result = run(*(word.replace("ROOM", str(marked)) for word in words))
    assert result.exit_code == 2, result.output
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert (tmp_path / "thesis.zip").read_text() == "mine"
    assert not (tmp_path / "New.class").exists()
    assert ClassBook(marked, "d1").everyone == ClassBook(tmp_path / "before", "d1").everyone


def test_a_device_is_no_place_for_a_backup(marked: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "endless.zip"
    os.mkfifo(pipe)
    told = run("backup", marked, "-o", pipe)
    assert told.exit_code == 2
    assert "no file that could be replaced" in told.stderr


def test_a_check_shows_on_a_terminal_how_far_it_is(marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Looking" not in run("check", marked).stdout
    monkeypatch.setattr("board.cli.upkeep.has_terminal", lambda: True)
    assert "Looking" in run("check", marked).stdout


def test_a_record_holds_the_photos_of_the_work_with_the_childs_words_and_no_others(
    book: ClassBook, folder: Path, tmp_path: Path
) -> None:
    one, gone = photo(1), photo(2)
    for taken in (one, gone):
        book.evidence.keep(taken.content, taken.png)
    both = (one.content, gone.content)
    book.record(
        [
            Draft(Kind.MASTERED, "ava", "u/halves", evidence=both, caption="Ben C. and I cut it"),
            Draft(Kind.MASTERED, "ben", "u/halves", evidence=both, caption="my half"),
        ],
        book.assessors[0].id,
    )
    book.record([Draft(Kind.PHOTO_REMOVED, "ava", evidence=(gone.content,))], book.assessors[0].id)
    book.close()
    assert run("record", "Ava", "-o", tmp_path / "record.zip", "-c", folder).exit_code == 0
    files = files_of(tmp_path / "record.zip")
    assert [name for name in files if name.startswith("pictures/")] == ["pictures/picture-001.png"]
    assert files["pictures/picture-001.png"] == one.png
    text = files["record.txt"].decode()
    (line,) = [line for line in text.splitlines() if line.startswith("pictures/")]
    assert line.endswith("Halves: Got it: (another child) and I cut it")
    assert json.loads(files["record.json"])["pictures"] == {one.content: "pictures/picture-001.png"}
    assert json.loads(files["record.json"])["student"]["photos"] is False
    assert "about the child: Photo taken away" in text
    assert not any(word in "".join(map(str, files.values())) for word in ("my half", "Ben C."))
    assert run("erase", "Ava", "-c", folder, "--yes").exit_code == 0
    assert run("record", "Ben", "-o", tmp_path / "ben.zip", "-c", folder).exit_code == 0
    assert len([name for name in files_of(tmp_path / "ben.zip") if name.startswith("pictures/")]) == 2
