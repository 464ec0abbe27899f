"""What the class is asked about from the command line: one step, one status; in words first."""

import json
from typing import Any

import pytest

from board import words
from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.store.class_book import ClassBook
from board.store.draft import Draft
from cli_driver import run

SIGNS = {*words.GLYPHS.values(), *words.BOSS_GLYPHS.values()} - {"·", "\N{EN DASH}"}


@pytest.fixture
def worked(book: ClassBook) -> ClassBook:
    book.record(
        [Draft(Kind.MASTERED, "ava", "u/halves"), Draft(Kind.KEEP_WORKING, "ben", "u/halves", note="fold once")],
        book.assessors[0].id,
    )
    book.record([Draft(Kind.READY, "ava", "u/thirds")], book.assessors[0].id)
    return book


@pytest.fixture
def varied(worked: ClassBook) -> ClassBook:
    """A class in which some spot stands in every way a spot can stand."""
    worked.record(
        [Draft(Kind.PRACTISING, "ben", "u/thirds"), Draft(Kind.EXCUSED, "ben", "u/fourths")], worked.assessors[0].id
    )
    return worked


def told(book: ClassBook, *asked: str) -> str:
    answer = run("show", "-c", book.folder, *asked)
    assert (answer.exit_code, answer.stderr) == (0, "")
    return answer.stdout


def as_json(book: ClassBook, *asked: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(told(book, "--json", *asked))
    return answer


def test_a_step_tells_who_needs_it_and_who_has_it(worked: ClassBook) -> None:
    day = words.day(worked.facts[0].at)
    assert told(worked, "--step", "halves").splitlines() == [
        "Halves",
        "======",
        "",
        "Keep working: 1",
        f"  Ben C.: Keep working ({day}, checked by Ms. Rivera): fold once  ↻",
        "",
        "Got it: 1",
        f"  Ava B.: Got it ({day}, checked by Ms. Rivera)  ●",
    ]


def test_a_status_tells_who_stands_so_step_by_step(worked: ClassBook) -> None:
    lines = told(worked, "--status", "ready").splitlines()
    assert lines[0] == "Ready to show"
    assert lines[-1] == "  Thirds: Ava B."
    assert told(worked, "--status", "practising").splitlines()[-1] == "Nobody."


def test_step_and_status_and_student_go_together(worked: ClassBook) -> None:
    assert "Ava" not in told(worked, "--step", "halves", "--status", "keep-working")
    assert told(worked, "--step", "halves", "--status", "ready").splitlines()[-1] == "Ready to show: nobody"
    assert "Ben" not in told(worked, "--step", "halves", "--student", "ava")
    assert told(worked, "--status", "got-it", "--student", "ben").splitlines()[-1] == "Nobody."


@pytest.mark.parametrize("status", Status)
def test_every_status_a_spot_can_have_can_be_asked_for(varied: ClassBook, status: Status) -> None:
    whole = as_json(varied)["progress"]
    wanted = {
        (student, step) for student, row in whole.items() for step, spot in row.items() if spot["status"] == status
    }
    assert wanted
    answer = as_json(varied, "--status", status.value)
    assert {(student, step) for student, row in answer["progress"].items() for step in row} == wanted
    assert {one["id"] for one in answer["students"]} == {student for student, _ in wanted} == set(answer["levels"])
    text = told(varied, "--status", status.value)
    names = {one["id"]: one["name"] for one in as_json(varied)["students"]}
    assert {student for student, name in names.items() if name in text} == {student for student, _ in wanted}


def test_scripts_get_the_same_shape_whatever_is_asked(worked: ClassBook) -> None:
    whole, asked = as_json(worked), as_json(worked, "--step", "halves", "--status", "mastered")
    assert list(asked) == list(whole)
    assert asked["units"] == whole["units"]
    assert asked["progress"] == {"ava": {"u/halves": whole["progress"]["ava"]["u/halves"]}}
    everybody = as_json(worked, "--step", "halves")
    assert set(everybody["progress"]) == {"ava", "ben"}
    assert all(list(row) == ["u/halves"] for row in everybody["progress"].values())


@pytest.mark.parametrize("asked", [("--student", "ava"), ("--step", "halves")])
def test_words_come_before_signs_on_every_line(worked: ClassBook, asked: tuple[str, ...]) -> None:
    lines = [line for line in told(worked, *asked).splitlines() if not SIGNS.isdisjoint(line)]
    assert lines
    for line in lines:
        signs = [at for at, char in enumerate(line) if char in SIGNS]
        assert line[: signs[0]].strip(" ·")
        assert signs == [len(line) - 1]


@pytest.mark.parametrize(
    ("option", "value"), [("--step", "nope"), ("--step", ""), ("--status", "nope"), ("--status", "")]
)
def test_what_can_not_be_asked_is_a_bad_call(book: ClassBook, option: str, value: str) -> None:
    answer = run("show", option, value, "-c", book.folder)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr
