"""Verdicts from the command line: what was seen, how, by whom; and what adults are to a class."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from board.cli.verdict import numbers_in, ticked, trials_in
from board.errors import Refusal
from board.mastery.agreement import Second
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import AdultRole, Assessor
from board.mastery.progress import Status
from board.mastery.revision import with_changed_step
from board.mastery.showing import Criteria
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, changed, put
from builders import UNIT
from cli_driver import run

LINES = ("Folds it", "Names both [halves]", "Says why; it is fair")


@pytest.fixture
def room(book: ClassBook) -> ClassBook:
    """The small class whose first step has three criteria, and whose Bosses two adults see."""
    first = replace(UNIT.spots[0], criteria=LINES, version=4)
    book.edit(UNITS, put(replace(with_changed_step(UNIT, first), two_adults=True)))
    return book


def facts(book: ClassBook) -> list[Fact]:
    book.news()
    return list(book.facts)


def photos(book: ClassBook) -> list[str]:
    folder = book.folder / "evidence"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_everything_that_is_said_of_a_showing_is_kept_with_it(room: ClassBook) -> None:
    told = run(
        "verdict", "halves", "got_it", "Ava B.", "--criteria", "3, 1", "--support", "tools", "--tries", "3/4", "--way",
        "Build it", "--beyond", "home", "--beyond", "taught_a_friend", "--witness", "Ben C.", "--note", "proud", "-c",
        room.folder,
    )  # fmt: skip
    assert (told.exit_code, told.stdout, told.stderr) == (0, "Ava B. · Halves: Got it\n", "")
    (fact,) = facts(room)
    assert (fact.kind, fact.seen, fact.step_version) == (Kind.MASTERED, (LINES[0], LINES[2]), 4)
    assert (fact.level_of_support, fact.trials, fact.way, fact.witness) == ("tools", "3/4", "Build it", "ben")
    assert (fact.beyond, fact.note) == (("taught_a_friend", "home"), "proud")


def test_several_children_are_one_showing_and_keep_working_waits_until_it_was_told(room: ClassBook) -> None:
    told = run(
        "verdict", "halves", "keep-working", "ava", "ben", "ava", "--tip", "fold once", "--json", "-c", room.folder
    )
    assert told.exit_code == 0
    assert len(json.loads(told.stdout)["facts"]) == 2
    assert len({fact.showing for fact in facts(room)}) == 1
    spot = room.progress.spot("ava", "u/halves")
    assert (spot.status, spot.heard.status) == (Status.KEEP_WORKING, Status.OPEN)
    assert run("told", "halves", "ava", "-c", room.folder).stdout == "Ava B. · Halves: has heard it\n"
    room.news()
    assert room.progress.spot("ava", "u/halves").heard.status is Status.KEEP_WORKING
    assert room.progress.spot("ben", "u/halves").heard.status is Status.OPEN
    said = run("told", "halves", "ava", "-c", room.folder).stdout
    assert said == "Ava B. · Halves: nothing waits to be told here.\n"
    again = run("verdict", "halves", "keep-working", "ava", "ben", "--tip", "fold", "--json", "-c", room.folder)
    told = run("verdict", "halves", "keep-working", "ava", "ben", "--tip", "fold", "-c", room.folder)
    assert (again.exit_code, told.exit_code, told.stdout) == (0, 0, "2 students · Halves: already Keep working.\n")


def test_a_boss_is_finished_by_the_second_adult_or_by_the_teacher_alone(room: ClassBook) -> None:
    room.edit(ASSESSORS, put(Assessor("lee", "Mr. Lee", AdultRole.REVIEWER)))
    assert run("verdict", "pizza", "got_it", "ava", "ben", "-c", room.folder).exit_code == 0
    room.news()
    assert room.progress.spot("ava", "u/pizza").second is Second.ANOTHER
    once_more = run("verdict", "pizza", "got_it", "ava", "-c", room.folder)
    assert (once_more.exit_code, "another adult gets to see it too" in once_more.stdout) == (1, True)
    assert run("verdict", "pizza", "got_it", "ava", "--by", "Mr. Lee", "-c", room.folder).exit_code == 0
    alone = run("verdict", "pizza", "got_it", "ben", "--alone", "--by", "Mr. Lee", "-c", room.folder)
    assert (alone.exit_code, alone.stdout) == (2, "")
    assert alone.stderr.startswith("That is for the teacher of this class;")
    assert run("verdict", "pizza", "got_it", "ben", "--alone", "-c", room.folder).exit_code == 0
    room.news()
    ava, ben = (room.progress.spot(child, "u/pizza") for child in ("ava", "ben"))
    assert ava.judges == (room.assessors[0].id, "lee")
    assert ben.mark is not None
    assert ben.mark.how is How.FINISHED_ALONE
    shown = json.loads(run("show", "--json", "-c", room.folder).stdout)
    assert shown["progress"]["ava"]["u/pizza"]["by"] == "Ms. Rivera and Mr. Lee"
    assert "checked by Ms. Rivera and Mr. Lee" in run("show", "--student", "ava", "-c", room.folder).stdout


def test_evidence_is_kept_only_of_children_whose_photos_may_be(room: ClassBook, tmp_path: Path) -> None:
    photo = tmp_path / "[work].png"
    Image.new("RGB", (40, 30), "teal").save(photo)
    call = (
        "verdict",
        "halves",
        "got_it",
        "ava",
        "ben",
        "--evidence",
        photo,
        "--caption",
        "I folded",
        "-c",
        room.folder,
    )
    room.edit(STUDENTS, changed("ava", lambda one: replace(one, photos=True)))
    told = run(*call)
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    assert told.stderr.startswith(
        "Ben C.: no photo of this child's work is kept, for its family has not allowed it yet."
    )
    assert (facts(room), photos(room)) == ([], [])
    room.edit(STUDENTS, changed("ben", lambda one: replace(one, photos=True)))
    assert run(*call).exit_code == 0
    assert {(fact.evidence, fact.caption) for fact in facts(room)} == {
        ((fact.evidence[0],), "I folded") for fact in room.facts
    }
    assert photos(room) == [f"{room.facts[0].evidence[0]}.png"]
    assert not list((room.folder / "art").glob("*.png"))


@pytest.mark.parametrize(
    "more", [("--alone", "--by", "Mr. Lee"), ("--witness", "ava"), ("--by", "Mr. Lee", "--alone", "--note", "x")]
)
def test_of_a_verdict_that_is_refused_no_photo_stays(room: ClassBook, tmp_path: Path, more: tuple[str, ...]) -> None:
    room.edit(ASSESSORS, put(Assessor("lee", "Mr. Lee", AdultRole.AIDE)))
    room.edit(STUDENTS, changed("ava", lambda one: replace(one, photos=True)))
    Image.new("RGB", (40, 30), "teal").save(tmp_path / "work.png")
    told = run("verdict", "pizza", "got_it", "ava", "--evidence", tmp_path / "work.png", *more, "-c", room.folder)
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    assert (facts(room), photos(room)) == ([], [])


def test_what_changes_nothing_keeps_no_photo(room: ClassBook, tmp_path: Path) -> None:
    room.edit(STUDENTS, changed("ava", lambda one: replace(one, photos=True)))
    Image.new("RGB", (40, 30), "teal").save(tmp_path / "work.png")
    run("verdict", "halves", "got_it", "ava", "-c", room.folder)
    told = run("verdict", "halves", "keep_working", "ava", "--evidence", tmp_path / "work.png", "-c", room.folder)
    assert told.exit_code == 0
    assert len(facts(room)) == 1
    assert photos(room) == []


def test_a_file_that_is_no_picture_keeps_nothing(room: ClassBook, tmp_path: Path) -> None:
    room.edit(STUDENTS, changed("ava", lambda one: replace(one, photos=True)))
    (tmp_path / "work.jpg").write_bytes(b"no picture")
    told = run("verdict", "halves", "got_it", "ava", "--evidence", tmp_path / "work.jpg", "-c", room.folder)
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    assert facts(room) == []


@pytest.mark.parametrize("call", [("--evidence", "work.jpg"), ("--evidence", "work.png"), ("--witness", "ava")])
def test_what_is_refused_adds_no_adult_either(
    room: ClassBook, tmp_path: Path, call: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "work.jpg").write_bytes(b"no picture")
    Image.new("RGB", (40, 30), "teal").save(tmp_path / "work.png")
    room.edit(STUDENTS, changed("ava", lambda one: replace(one, photos=call[1] == "work.jpg")))
    told = run("verdict", "halves", "got_it", "ava", *call, "--by", "Mx. New", "--yes", "-c", room.folder)
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    room.news()
    assert [one.name for one in room.assessors] == ["Ms. Rivera"]
    assert (facts(room), photos(room)) == ([], [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("halves", "got_it", "ava", "--criteria", "4"), "Halves has these criteria for Ava B., and 4 is none of them: 1 Folds"),
        (("halves", "got_it", "ava", "--criteria", "0"), "Halves has these criteria for Ava B., and 0 is none of them"),
        (("halves", "got_it", "ava", "--criteria", "one"), "Write the criteria as their numbers with commas"),
        (("thirds", "got_it", "ava", "--criteria", "1"), "Thirds has no criteria to tick for Ava B.; leave --criteria out."),
        (("halves", "got_it", "ava", "--tries", "5/4"), "Write --tries as how many trials went well of how many"),
        (("halves", "got_it", "ava", "--tip", "x"), "--tip is for keep_working; write it as --note."),
        (("halves", "keep_working", "ava", "--note", "x"), "A child that keeps working gets a tip; write it as --tip."),
        (("halves", "keep_working", "ava", "--alone"), "--alone finishes what two adults would see;"),
        (("halves", "got_it", "ava", "--witness", "ava"), "Only another child of the class can have seen it too."),
        (("halves", "got_it", "ava", "--witness", "Nobody"), 'No student fits "Nobody";'),
        (("halves", "got_it", "ava", "Nobody"), 'No student fits "Nobody";'),
    ],
)  # fmt: skip
def test_a_bad_call_gets_one_sentence_and_keeps_nothing(room: ClassBook, words: tuple[str, ...], said: str) -> None:
    told = run("verdict", *words, "-c", room.folder)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith(said)
    assert told.stderr.count("\n") == 1
    assert facts(room) == []


def test_no_other_command_finishes_alone_what_two_adults_see(room: ClassBook) -> None:
    assert run("mark", "pizza", "mastered", "ava", "--how", "finished_alone", "-c", room.folder).exit_code == 2


_CRITERIA = st.lists(st.text(min_size=1), max_size=5, unique=True).map(
    lambda lines: Criteria(tuple(lines), frozenset(), 1, None)
)


@given(st.text() | st.from_regex(r"[ 0-9,٣²-]*", fullmatch=True), _CRITERIA)
def test_ticks_are_criteria_of_the_child_or_refused_in_one_sentence(said: str, criteria: Criteria) -> None:
    try:
        numbers = numbers_in(said)
        seen = ticked(numbers, criteria, name="Ava", step="Halves")
    except Refusal:
        return
    assert [criteria.lines.index(line) + 1 for line in seen] == sorted(numbers)
    assert {int(number) for number in re.findall(r"\d+", said)} == set(numbers)


@given(st.text() | st.from_regex(r" ?[0-9٣²]{0,3}[/⁄][0-9]{0,3}\n?", fullmatch=True))
def test_trials_are_some_of_all_or_refused(said: str) -> None:
    try:
        trials = trials_in(said)
    except Refusal:
        return
    assert (trials is None) == (not said)
    if trials is not None:
        assert 0 <= trials.right <= trials.of
        assert str(trials) == "/".join(str(int(part)) for part in said.split("/"))


def test_adults_are_listed_added_and_given_another_role(book: ClassBook) -> None:
    assert (
        run("adult", "add", "Mr. Lee", "--role", "aide", "-c", book.folder).stdout
        == "Mr. Lee marks in this class, too.\n"
    )
    again = run("adult", "add", "mr. lee", "-c", book.folder)
    assert (again.exit_code, again.stderr) == (1, "Mr. Lee marks in this class already: aide.\n")
    assert (
        run("adult", "role", "mr. lee", "specialist", "-c", book.folder).stdout
        == "Mr. Lee is a specialist in this class now.\n"
    )
    assert run("adult", "list", "-c", book.folder).stdout == "Ms. Rivera: teacher\nMr. Lee: specialist\n"
    told = json.loads(run("adult", "list", "--json", "-c", book.folder).stdout)
    assert [(one["name"], one["role"]) for one in told] == [("Ms. Rivera", "teacher"), ("Mr. Lee", "specialist")]
    last = run("adult", "role", "Ms. Rivera", "aide", "-c", book.folder)
    assert (last.exit_code, last.stderr.count("\n")) == (2, 1)
    assert run("adult", "role", "Nobody", "aide", "-c", book.folder).exit_code == 2


def test_an_adult_named_by_acts_in_the_own_role(book: ClassBook) -> None:
    run("adult", "add", "Mr. Lee", "--role", "reviewer", "-c", book.folder)
    told = run("mark", "halves", "excused", "ava", "--by", "Mr. Lee", "-c", book.folder)
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    assert told.stderr.startswith("That is for the teacher of this class")
    assert run("mark", "halves", "mastered", "ava", "--by", "Mr. Lee", "-c", book.folder).exit_code == 0


def test_criteria_in_a_refusal_are_cut_between_words(room: ClassBook) -> None:
    long = "Shows with blocks or a drawing that the whole is shared fairly between everybody who sits there"
    first = replace(room.units[0].spots[0], criteria=(long, "x" * 90), version=5)
    room.edit(UNITS, put(with_changed_step(room.units[0], first)))
    told = run("verdict", "halves", "got_it", "ava", "--criteria", "7", "-c", room.folder)
    assert "1 Shows with blocks or a drawing that the whole is shared …; 2 " in told.stderr
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
