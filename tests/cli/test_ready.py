"""Who is ready to show something, from the command line."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.store import class_book
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT
from board.store.draft import Draft
from cli_driver import run


def spot_status(book: ClassBook, student: str = "ava", step: str = "u/halves") -> Status:
    book.news()
    return book.progress.spot(student, step).status


def test_a_child_asks_in_a_way_and_takes_it_back(book: ClassBook) -> None:
    told = run("ready", "Ava B.", "halves", "--way", "Build  it", "-c", book.folder)
    assert (told.exit_code, told.stdout, told.stderr) == (0, "Ava B. · Halves: Ready to show\n", "")
    assert spot_status(book) is Status.READY
    assert run("ready", "--list", "-c", book.folder).stdout == "Ava B.: Halves, way: Build it\n"
    again = run("ready", "ava", "halves", "--way", "Build it", "-c", book.folder)
    assert (again.exit_code, again.stdout) == (0, "Ava B. · Halves: already Ready to show.\n")
    assert run("ready", "ava", "halves", "--take-back", "-c", book.folder).exit_code == 0
    assert spot_status(book) is Status.PRACTISING
    assert run("ready", "--list", "-c", book.folder).stdout == "Nobody waits to be seen.\n"


def test_scripts_read_who_waits_longest_first(book: ClassBook) -> None:
    run("ready", "Ben C.", "thirds", "-c", book.folder)
    run("ready", "Ava B.", "halves", "--way", "Draw [it]", "-c", book.folder)
    told = json.loads(run("ready", "--list", "--json", "-c", book.folder).stdout)
    assert [(one["student"], one["step"], one["way"]) for one in told] == [
        ("ben", "u/thirds", ""),
        ("ava", "u/halves", "Draw [it]"),
    ]
    book.news()
    assert [one["since"] for one in told] == [fact.at for fact in book.facts if fact.kind is Kind.READY]


def test_who_is_away_rests_and_an_adult_asks_also_while_asking_is_paused(book: ClassBook) -> None:
    book.edit(ABOUT, lambda now: now._replace(asking=False))
    assert run("ready", "Ava B.", "halves", "-c", book.folder).exit_code == 0
    run("away", "Ava B.", "-c", book.folder)
    assert json.loads(run("ready", "--list", "--json", "-c", book.folder).stdout) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Write a student and a step: "),
        (("Ava B.",), "Write a student and a step: "),
        (("Ava B.", "halves", "thirds"), "Write a student and a step: "),
        (("Ava B.", "halves", "--list"), "--list tells everybody who waits; "),
        (("Ava B.", "halves", "--take-back", "--way", "x"), "--take-back needs no --way; "),
        (("Nobody", "halves"), 'No student fits "Nobody"; '),
        (("Ava B.", "nothing"), 'No step fits "nothing"; '),
    ],
)
def test_a_bad_call_gets_one_sentence_and_keeps_nothing(book: ClassBook, words: tuple[str, ...], said: str) -> None:
    told = run("ready", *words, "-c", book.folder)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith(said)
    assert told.stderr.count("\n") == 1
    assert not ClassBook(Path(book.folder), "d1").facts


def test_another_way_changes_nothing_of_since_when_a_child_waits(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hour, way in ((9, "Build it"), (11, "Draw it")):

        class Clock:
            @staticmethod
            def now(hour: int = hour) -> datetime:
                return datetime(2026, 1, 5, hour, tzinfo=UTC)

        monkeypatch.setattr(class_book, "datetime", Clock)
        book.record([Draft(Kind.READY, "ava", "u/halves", way=way)], "ava")
    (told,) = json.loads(run("ready", "--list", "--json", "-c", book.folder).stdout)
    assert (told["way"], told["since"]) == ("Draw it", book.facts[0].at)
    assert book.facts[0].at != book.facts[1].at
