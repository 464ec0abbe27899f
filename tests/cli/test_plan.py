"""The plan of one child from the command line: told in words and for scripts, settled, and in the child's record."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.mastery.people import AdultRole, Assessor
from board.mastery.plan import USUAL_PLAN, Freedom, Plan
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, put
from cli_driver import run


def told(book: ClassBook, *words: str) -> Any:
    return json.loads(run("plan", "Ava B.", *words, "--json", "-c", book.folder).stdout)


def plan_of(book: ClassBook, id_: str = "ava") -> Plan:
    return next(one.plan for one in ClassBook(book.folder, "d9").everyone if one.id == id_)


def test_the_plan_of_a_usual_child_says_what_comes_next_and_why(book: ClassBook) -> None:
    came = run("plan", "Ava B.", "-c", book.folder)
    assert (came.exit_code, came.stderr) == (0, "")
    assert came.stdout == (
        "Ava B.\n======\n\nThe child chooses among the few that come next.\n\nNext\n"
        "  Halves (u/halves): This comes next on the path.\n"
        "  Thirds (u/thirds): This comes next on the path.\n"
        "  Fourths (u/fourths): This comes next on the path.\n"
    )
    assert told(book) == {
        "student": "ava",
        "next": [
            {"step": f"u/{step}", "reason": "This comes next on the path."} for step in ("halves", "thirds", "fourths")
        ],
        "own_versions": [],
        "excused": [],
        "wanted": None,
        "freedom": "guided",
        "order": [],
        "extra": [],
        "shows_best": [],
        "supports": [],
    }


def test_everything_that_makes_a_plan_is_told(book: ClassBook) -> None:
    marks = Marks(Sitting(book, usual_adult(book)))
    marks.mark(Kind.OWN_VERSION, [("ava", "u/halves")], note="with cubes\nsays it")
    marks.mark(Kind.EXCUSED, [("ava", "u/thirds")])
    marks.mark(Kind.PRACTISING, [("ava", "u/fourths")])
    said = run(
        *("plan", "Ava B.", "-c", book.folder, "--freedom", "free", "--first", "fourths", "--first", "halves"),
        *("--extra", "tens", "--shows-best", "build it", "--supports", "number line", "--supports", "more  time"),
    )
    assert (said.exit_code, said.stdout) == (
        0,
        (
            "Who chooses now: Ava B., among everything that is open. Ava B.: Fourths and Halves come first now. Ava B. shows things best so: "
            "build it. Ava B. has these supports all year: number line; more time.\nAva B.: the extra step is Tens.\n"
        ),
    )
    assert plan_of(book) == Plan(
        Freedom.FREE, ("u/fourths", "u/halves"), ("u/tens",), ("build it",), ("number line", "more time")
    )
    assert plan_of(book, "ben") == USUAL_PLAN
    text = run("plan", "Ava B.", "-c", book.folder).stdout
    assert "The child chooses among everything that is open.\n" in text
    assert "  Fourths (u/fourths): The child is trying this.\n" in text
    assert "First\n  Fourths\n  Halves\n" in text
    assert "Extra steps\n  Tens\n" in text
    assert "Shows things best\n  build it\n" in text
    assert "Supports all year\n  number line\n  more time\n" in text
    assert "Own versions\n  Halves: with cubes; says it\n" in text
    assert "Not in the plan\n  Thirds\n" in text
    came = told(book)
    assert came["own_versions"] == [{"step": "u/halves", "criteria": ["with cubes", "says it"]}]
    assert came["excused"] == ["u/thirds"]
    assert [one["step"] for one in came["next"]] == ["u/fourths", "u/halves"]


def test_what_is_not_spoken_of_stays_and_what_is_empty_goes(book: ClassBook) -> None:
    told(book, "--supports", "chart", "--extra", "tens", "--first", "thirds", "--freedom", "chosen")
    came = told(book, "--supports", "", "--without-extra", "tens")
    assert (came["freedom"], came["order"], came["extra"], came["supports"]) == ("chosen", ["u/thirds"], [], [])
    assert came["next"] == [{"step": "u/thirds", "reason": "The teacher chose this step."}]
    assert told(book, "--usual-order")["order"] == []
    assert run("plan", "Ava B.", "--freedom", "chosen", "-c", book.folder).stdout == "Nothing to change here.\n"


def test_an_extra_step_no_unit_has_any_more_can_be_taken_out(book: ClassBook) -> None:
    book.edit(
        STUDENTS,
        lambda now: tuple(
            one.__class__(one.id, one.name, plan=Plan(extra=("gone/step",))) if one.id == "ava" else one for one in now
        ),
    )
    assert told(book)["extra"] == ["gone/step"]
    assert told(book, "--without-extra", "gone/step")["extra"] == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("Nobody",), 'No student fits "Nobody"'),
        (("Ava B.", "--first", "halves", "--extra", "nowhere"), 'No step fits "nowhere"'),
        (("Ava B.", "--without-extra", "nowhere"), 'No step fits "nowhere"'),
        (("Ava B.", "--freedom", "any"), "'any' is not one of 'free', 'guided', 'chosen'"),
    ],
)
def test_a_bad_call_is_told_in_a_sentence_and_settles_nothing(
    book: ClassBook, words: tuple[str, ...], sentence: str
) -> None:
    came = run("plan", *words, "-c", book.folder)
    assert came.exit_code == 2
    assert sentence in came.stderr
    assert plan_of(book) == USUAL_PLAN


def test_an_aide_reads_a_plan_and_settles_none(book: ClassBook) -> None:
    book.edit(ASSESSORS, put(Assessor("o", "Mr. Okafor", AdultRole.AIDE)))
    came = run("plan", "Ava B.", "--by", "Mr. Okafor", "--freedom", "free", "-c", book.folder)
    assert came.exit_code == 2
    assert came.stderr.startswith("A child's plan is for its teacher or a specialist to settle")
    assert plan_of(book) == USUAL_PLAN


def test_the_record_holds_the_plan_and_names_no_other_child_in_it(book: ClassBook, tmp_path: Path) -> None:
    told(book, "--freedom", "free", "--supports", "sits beside Ben C.", "--shows-best", "build it", "--first", "thirds")
    target = tmp_path / "ava.zip"
    assert run("record", "Ava B.", "-o", target, "-c", book.folder).exit_code == 0
    with zipfile.ZipFile(target) as packed:
        files = {name: packed.read(name).decode("utf-8-sig", "replace") for name in packed.namelist()}
    whole = next(text for name, text in files.items() if name.endswith(".json"))
    assert json.loads(whole)["student"]["plan"]["shows_best"] == ["build it"]
    text = next(text for name, text in files.items() if name.endswith(".txt") and "build it" in text)
    assert "\nThe child chooses among everything that is open.\n" in text
    assert "First: Thirds" in text
    assert "Supports all year: sits beside" in text
    assert not any("Ben" in one for one in files.values())
