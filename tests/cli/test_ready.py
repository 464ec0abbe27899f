"""Who is ready to show something, from the command line."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from board.mastery.facts import Kind
from board.mastery.people import Assessor
from board.mastery.progress import Status
from board.mastery.revision import with_changed_step
from board.store import class_book
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, ASSESSORS, UNITS, put
from board.store.draft import Draft
from builders import UNIT
from cli_driver import run
from kiosk_said import at_the_kiosk


def spot_status(book: ClassBook, student: str = "ava", step: str = "u/halves") -> Status:
    book.news()
    return book.progress.spot(student, step).status


def test_a_child_asks_in_a_way_and_takes_it_back(book: ClassBook) -> None:
    told = run("ready", "Ava B.", "halves", "--way", "Build  it", "-c", book.folder)
    assert (told.exit_code, told.stdout, told.stderr) == (0, "Ava B. · Halves: Ready to show: Build it\n", "")
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


def test_a_way_that_is_none_of_the_steps_is_kept_and_said_and_capitals_do_not_matter(book: ClassBook) -> None:
    book.edit(UNITS, put(with_changed_step(UNIT, replace(UNIT.spots[0], ways=("Build it", "Draw it")))))
    told = run("ready", "ava", "halves", "--way", "Bild it", "-c", book.folder)
    assert (told.exit_code, told.stdout) == (0, "Ava B. · Halves: Ready to show: Bild it\n")
    assert told.stderr == "Bild it is none of the ways of this step: Build it; Draw it. It is kept all the same.\n"
    told = run("ready", "ava", "halves", "--way", " build IT", "-c", book.folder)
    assert (told.stdout, told.stderr) == ("Ava B. · Halves: Ready to show: Build it\n", "")
    assert run("ready", "ava", "halves", "-c", book.folder).stdout == "Ava B. · Halves: already Ready to show.\n"


def test_who_is_listed_for_a_second_adult_is_told_so_and_stays_there(book: ClassBook) -> None:
    book.edit(UNITS, put(replace(UNIT, two_adults=True)))
    book.edit(ASSESSORS, put(Assessor("bo", "Mr. Bo")))
    run("verdict", "pizza", "got_it", "ava", "-c", book.folder)
    listed = run("ready", "--list", "-c", book.folder).stdout
    assert listed == "Ava B.: Pizza, one adult has seen it, another one gets to see it too\n"
    run("verdict", "pizza", "keep_working", "ava", "--by", "Mr. Bo", "-c", book.folder)
    listed = run("ready", "--list", "-c", book.folder).stdout
    assert listed == "Ava B.: Pizza, two adults saw it differently and look at it together\n"
    (one,) = json.loads(run("ready", "--list", "--json", "-c", book.folder).stdout)
    assert one["second"] == "together"
    told = run("ready", "ava", "pizza", "--take-back", "-c", book.folder)
    assert "nothing was changed" in told.stdout


def test_taking_back_what_nobody_asked_for_says_so_and_keeps_nothing(book: ClassBook) -> None:
    for status in ("practising", "mastered"):
        run("mark", "halves", status, "ava", "-c", book.folder)
        told = run("ready", "ava", "halves", "--take-back", "-c", book.folder)
        said = "Ava B. · Halves: nobody asked to show this, so nothing was changed.\n"
        assert (told.exit_code, told.stdout) == (0, said)
    assert len(ClassBook(Path(book.folder), "d1").facts) == 2


def test_said_again_by_an_adult_without_a_way_the_way_of_the_child_stays(book: ClassBook) -> None:
    run("ready", "Ava B.", "halves", "--way", "Build it", "-c", book.folder)
    told = run("ready", "Ava B.", "halves", "-c", book.folder)
    assert (told.exit_code, told.stdout) == (0, "Ava B. · Halves: already Ready to show.\n")
    assert run("ready", "--list", "-c", book.folder).stdout == "Ava B.: Halves, way: Build it\n"


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


def test_what_somebody_said_at_the_kiosk_is_named_as_such_and_answered(book: ClassBook) -> None:
    run("ready", "Ava B.", "thirds", "-c", book.folder)
    at_the_kiosk(book, Kind.MAYBE_READY, way="fold it")
    at_the_kiosk(book, Kind.HELP_WANTED)
    at_the_kiosk(book, Kind.CARD_WANTED)
    told = run("ready", "--list", "-c", book.folder)
    assert told.stdout == (
        "Ava B.: Thirds\nBen C.: Halves, way: fold it, somebody at the kiosk says so, and it waits for a yes\n"
    )
    ava, ben = json.loads(run("ready", "--list", "--json", "-c", book.folder).stdout)
    assert set(ava) == {"student", "step", "way", "since", "second"}, "as it always was"
    assert (ben["student"], ben["step"], ben["way"], ben["maybe"]) == ("ben", "u/halves", "fold it", True)
    assert spot_status(book, "ben") is Status.OPEN
    yes = run("ready", "Ben C.", "halves", "-c", book.folder)
    assert yes.stdout == "Ben C. · Halves: Ready to show: fold it\n"
    assert spot_status(book, "ben") is Status.READY
    assert not any("maybe" in one for one in json.loads(run("ready", "--list", "--json", "-c", book.folder).stdout))


def test_what_somebody_said_is_not_so_with_take_back(book: ClassBook) -> None:
    at_the_kiosk(book, Kind.MAYBE_READY)
    no = run("ready", "Ben C.", "halves", "--take-back", "-c", book.folder)
    assert no.stdout == "Ben C. · Halves: not ready to show; everything is as before\n"
    assert spot_status(book, "ben") is Status.OPEN
    assert run("ready", "--list", "-c", book.folder).stdout == "Nobody waits to be seen.\n"


def test_the_text_report_and_the_check_know_what_the_kiosk_says(book: ClassBook) -> None:
    run("mark", "thirds", "got-it", "Ben C.", "-c", book.folder)
    for kind in (Kind.MAYBE_READY, Kind.HELP_WANTED, Kind.CARD_WANTED):
        at_the_kiosk(book, kind)
    at_the_kiosk(book, Kind.COVERED, step="u/thirds")
    report = run("show", "--student", "Ben C.", "-c", book.folder).stdout
    assert "Halves: Open · somebody at the kiosk says that it is ready to show · would like a helper" in report
    assert "the child has covered it" in report
    assert "card" not in report.lower()
    assert "card" not in run("show", "--json", "-c", book.folder).stdout.lower()
    told = run("check", book.folder)
    assert (told.exit_code, told.stderr) == (0, "")
