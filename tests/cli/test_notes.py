"""Notes, absences and undoing from the command line, as a script or a screen reader's user would call them."""

import json
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

from board.cli.context import seat_here
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Fact, Kind, is_about_nothing, order
from board.mastery.people import Student
from board.mastery.progress import Status
from board.mastery.standing import last_words
from board.seat import settings as kept_settings
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from builders import ledgers
from cli_driver import run


def kinds(folder: Path) -> list[Kind]:
    return [fact.kind for fact in sorted(ClassBook(folder, "d1").facts, key=order)]


def id_of(told: str) -> str:
    (fact,) = json.loads(told)["facts"]
    assert isinstance(fact["id"], str)
    return fact["id"]


def test_a_note_is_kept_and_changes_no_mark(book: ClassBook) -> None:
    told = run("note", "Ava B.", "halves", "counts  on her\tfingers", "-c", book.folder)
    assert (told.exit_code, told.stdout, told.stderr) == (0, "Ava B. · Halves: Note\n", "")
    assert book.news()
    spot = book.progress.spot("ava", "u/halves")
    assert (spot.status, [fact.note for fact in spot.standing]) == (Status.OPEN, ["counts on her fingers"])
    assert "note, " in run("show", "--student", "ava", "-c", book.folder).stdout


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\n"])
def test_an_empty_note_is_refused_and_nothing_is_kept(book: ClassBook, text: str) -> None:
    told = run("note", "ava", "halves", text, "-c", book.folder)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr == "The note is empty; write a few words between the quotation marks.\n"
    assert kinds(book.folder) == []


def test_a_note_may_begin_with_a_hyphen(book: ClassBook) -> None:
    assert run("note", "-c", book.folder, "--", "ava", "halves", "-5 is hard").exit_code == 0
    assert run("note", "ava", "halves", "-5 is hard", "-c", book.folder).exit_code == 2
    assert [fact.note for fact in ClassBook(book.folder, "d1").facts] == ["-5 is hard"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("note", "Zoe", "halves", "x"), 'No student fits "Zoe"'),
        (("note", "ava", "nope", "x"), 'No step fits "nope"'),
        (("away", "ava", "Zoe"), 'No student fits "Zoe"'),
        (("away", ""), "A student's name is empty"),
        (("away",), "Missing argument 'STUDENT...'"),
        (("undo", "nope"), 'Nothing that happened in this class has the id "nope"'),
        (("undo",), "Name the one thing to take back"),
        (("undo", "x", "--list"), "Name the one thing to take back"),
    ],
)
def test_what_is_not_there_is_a_bad_call_and_keeps_nothing(book: ClassBook, words: tuple[str, ...], said: str) -> None:
    told = run(*words, "-c", book.folder)
    assert (told.exit_code, told.stdout, said in told.stderr) == (2, "", True)
    assert kinds(book.folder) == []


def test_a_name_that_fits_two_is_asked_back(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda now: (*now, Student("ava2", "Ava C.")))
    told = run("away", "Ava", "-c", book.folder)
    assert told.exit_code == 2
    assert '"Ava" fits more than one student: Ava B. (ava), Ava C. (ava2)' in told.stderr


def test_away_said_twice_is_away_once_and_back_is_back(book: ClassBook) -> None:
    said = [
        run("away", *words, "-c", book.folder).stdout.strip()
        for words in (
            ("ava",),
            ("ava",),
            ("ava", "ben"),
            ("ava", "ben"),
            ("ava", "--back"),
            ("ava", "--back"),
            ("ben", "ben", "--back"),
        )
    ]
    assert said == [
        "Ava B.: away today",
        "Ava B.: away today already.",
        "Ben C.: away today",
        "2 students: away today already.",
        "Ava B.: here today",
        "Ava B.: here today already.",
        "Ben C.: here today",
    ]
    again = ClassBook(book.folder, "d1")
    assert Sitting(again, usual_adult(again)).away_today() == {}


def test_a_fact_of_any_device_is_taken_back_by_its_id_and_put_back(book: ClassBook) -> None:
    other = ClassBook(book.folder, "d2")
    (mark,) = other.record([Draft(Kind.MASTERED, "ava", "u/halves")], other.assessors[0].id)
    other.close()
    taken = run("undo", mark.id, "-c", book.folder, "--json")
    assert taken.exit_code == 0
    said = "Taken back: Ava B. · Halves: Got it. Who has seen the sticker should hear why."
    assert json.loads(taken.stdout)["said"] == said
    withdrawal = id_of(taken.stdout)
    again = run("undo", mark.id, "-c", book.folder)
    assert (again.exit_code, again.stdout) == (0, "Ava B. · Halves: Got it was taken back already.\n")
    assert run("undo", withdrawal, "-c", book.folder).stdout == "Put back: Ava B. · Halves: Got it\n"
    assert run("undo", withdrawal, "-c", book.folder).stdout == "Ava B. · Halves: Got it stands already.\n"
    assert kinds(book.folder) == [Kind.MASTERED, Kind.WITHDRAWN, Kind.RESTORED]
    assert ClassBook(book.folder, "d1").progress.spot("ava", "u/halves").status is Status.MASTERED


def test_putting_back_can_be_undone_too(book: ClassBook) -> None:
    (note,) = book.record([Draft(Kind.NOTE, "ben", "u/halves", note="x")], book.assessors[0].id)
    id_ = note.id
    for stands in (False, True, False, True):
        id_ = id_of(run("undo", id_, "-c", book.folder, "--json").stdout)
        spot = ClassBook(book.folder, "d1").progress.spot("ben", "u/halves")
        assert bool(spot.standing) is stands


def test_every_kind_of_fact_is_taken_back_and_put_back_but_what_is_for_good(book: ClassBook) -> None:
    at = "2026-01-05T09:00:00+00:00"
    every = [kind for kind in Kind if kind not in (Kind.WITHDRAWN, Kind.RESTORED, Kind.ERASED, Kind.PHOTO_REMOVED)]
    book.keep([Fact(f"f-{kind}", 0, "", at, "t", kind, "ava", "u/halves", of="p") for kind in every])
    for kind in every:
        taken = run("undo", f"f-{kind}", "-c", book.folder, "--json")
        assert (taken.exit_code, taken.stderr) == (0, "")
        assert run("undo", id_of(taken.stdout), "-c", book.folder).stdout.startswith("Put back: Ava B. · Halves: ")


def test_who_did_it_is_kept(book: ClassBook) -> None:
    for words in (("note", "ava", "halves", "x"), ("away", "ben")):
        told = run(*words, "--by", "Mrs. New", "-c", book.folder)
        assert (told.exit_code, "has not marked in this class before" in told.stderr) == (1, True)
        id_ = id_of(run(*words, "--by", "Mr. Lee", "--yes", "--json", "-c", book.folder).stdout)
        assert run("undo", id_, "--by", "mr. lee", "-c", book.folder).exit_code == 0
    assert run("undo", "nope", "--by", "Mrs. New", "--yes", "-c", book.folder).exit_code == 2
    later = ClassBook(book.folder, "d1")
    names = {one.id: one.name for one in later.assessors}
    assert [names[fact.by] for fact in later.facts] == ["Mr. Lee"] * 4
    assert sorted(names.values()) == ["Mr. Lee", "Ms. Rivera"]


@settings(max_examples=40)
@given(ledgers())
def test_whatever_happened_undoing_it_turns_it_round_or_says_why_not(
    tmp_path_factory: pytest.TempPathFactory, facts: list[Fact]
) -> None:
    folder = tmp_path_factory.mktemp("room") / "Room.class"
    book = ClassBook.create(folder, "Room", "d3")
    book.keep([fact for fact in facts if not is_about_nothing(fact)])
    for fact in book.facts:
        before = last_words(sorted(ClassBook(folder, "d3").facts, key=order))
        told = run("undo", fact.id, "-c", folder)
        after = last_words(sorted(ClassBook(folder, "d3").facts, key=order))
        assert told.exit_code in (0, 2)
        assert told.stdout.count("\n") + told.stderr.count("\n") == 1
        meant = fact.of if fact.kind in (Kind.WITHDRAWN, Kind.RESTORED) else fact.id
        if told.exit_code == 0:
            assert after.pop(meant) is (Kind.RESTORED if fact.kind is Kind.WITHDRAWN else Kind.WITHDRAWN)
            before.pop(meant, None)
        assert after == before
    book.close()


def test_what_belongs_to_an_erased_child_stays_erased(book: ClassBook) -> None:
    (mark,) = book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    book.record([Draft(Kind.ERASED, "ava")], book.assessors[0].id)
    for fact in (mark, *ClassBook(book.folder, "d1").facts):
        told = run("undo", fact.id, "-c", book.folder)
        assert (told.exit_code, told.stdout) == (2, "")
        assert "An erasure is for good" in told.stderr


def test_the_double_of_a_child_is_told_by_the_childs_name(book: ClassBook) -> None:
    (mark,) = book.record([Draft(Kind.READY, "old", "u/halves")], book.assessors[0].id)
    book.edit(STUDENTS, lambda now: (Student("ava", "Ava B.", also=("old",)), *now[1:]))
    assert run("undo", mark.id, "-c", book.folder).stdout == "Taken back: Ava B. · Halves: Ready to show\n"
    assert ClassBook(book.folder, "d1").progress.spot("ava", "u/halves").status is Status.OPEN


def test_ids_are_told_in_words_and_to_scripts(book: ClassBook) -> None:
    assert run("undo", "--list", "-c", book.folder).stdout == "Nothing has happened in this class yet.\n"
    marked = json.loads(run("mark", "halves", "got-it", "ava", "ben", "-c", book.folder, "--json").stdout)
    assert marked["said"] == "2 students · Halves: Got it"
    assert [(fact["kind"], fact["student"], fact["step"]) for fact in marked["facts"]] == [
        ("mastered", "ava", "u/halves"),
        ("mastered", "ben", "u/halves"),
    ]
    first, second = (fact["id"] for fact in marked["facts"])
    shown = json.loads(run("show", "--json", "-c", book.folder).stdout)["progress"]
    assert (shown["ava"]["u/halves"]["fact"], shown["ben"]["u/halves"]["fact"]) == (first, second)
    assert shown["ava"]["u/thirds"]["fact"] is None
    run("undo", first, "-c", book.folder)
    listed = run("undo", "--list", "-c", book.folder).stdout.splitlines()
    assert listed[0].startswith("Taken back: Ava B. · Halves: Got it, ")
    assert listed[2] == f"  Ben C. · Halves: Got it: {second}"
    assert listed[3] == f"  Ava B. · Halves: Got it, taken back: {first}"
    told = json.loads(run("undo", "--list", "--json", "-c", book.folder).stdout)
    assert [(one["id"], one["stands"]) for one in told[1:]] == [(second, True), (first, False)]
    assert set(told[0]) == {"id", "said", "at", "stands"}


def test_marks_that_change_nothing_have_no_ids(book: ClassBook) -> None:
    run("mark", "halves", "got-it", "ava", "-c", book.folder)
    again = json.loads(run("mark", "halves", "got-it", "ava", "-c", book.folder, "--json").stdout)
    assert again == {"said": "Ava B. · Halves: already has this sticker; it stays.", "facts": []}


def on_a_full_disk(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Call the command line where the disk takes not one byte more than the ledger holds."""
    size = max(path.stat().st_size for path in (folder / "ledger").glob("*.jsonl"))
    return subprocess.run(
        [sys.executable, "-m", "board", *words, "-c", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )


@pytest.mark.parametrize(
    "words",
    [
        ("note", "ava", "halves", "x" * 9000),
        ("away", "ava"),
        ("undo", "FACT"),
        ("mark", "halves", "got-it", "ava"),
    ],
    ids=lambda words: words[0],
)
def test_on_a_full_disk_one_sentence_says_that_nothing_was_kept(
    book: ClassBook, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_settings, "new_id", lambda: "d1")
    seat_here().settings.load()
    (mark,) = book.record([Draft(Kind.READY, "ava", "u/halves", note="x" * 5000)], book.assessors[0].id)
    told = on_a_full_disk(book.folder, *(word.replace("FACT", mark.id) for word in words))
    assert (told.returncode, told.stdout) == (2, "")
    assert len(told.stderr.splitlines()) == 1
    assert "Traceback" not in told.stderr
    assert kinds(book.folder) == [Kind.READY]


@pytest.mark.parametrize("words", [["note", "Ava", "halves", "late"], ["away", "Ava B."], ["show", "--student", "ava"]])
def test_a_child_who_has_left_is_said_to_have_left(book: ClassBook, words: list[str]) -> None:
    run("student", "left", "Ava B.", "-c", book.folder)
    told = run(*words, "-c", book.folder)
    assert told.exit_code == 2
    assert told.stderr == 'Ava B. has left the class; bring that entry back with: board student left "Ava B." --back\n'
    assert not ClassBook(book.folder, "d1").facts


def test_a_showing_of_several_is_listed_together_with_an_id_for_each(book: ClassBook) -> None:
    run("mark", "thirds", "trying", "ava", "-c", book.folder)
    run("mark", "halves", "mastered", "ava", "ben", "-c", book.folder)
    first, *rest = run("undo", "--list", "-c", book.folder).stdout.splitlines()
    assert re.fullmatch(r"In one showing, \d+ \w+, 2 marks, each with its own id:", first)
    assert [line.rpartition(": ")[0] for line in rest[:2]] == ["  Ben C. · Halves: Got it", "  Ava B. · Halves: Got it"]
    assert rest[2].startswith("Ava B. · Thirds: Trying, ")
    assert run("undo", rest[0].rpartition(": ")[2], "-c", book.folder).exit_code == 0
