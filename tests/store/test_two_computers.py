"""Two computers and a sync program between them: both see the same at last, whatever came when, and no clock is asked."""

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain, count
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.mastery.facts import Fact, Kind, order
from board.mastery.progress import Progress
from board.store.class_book import ClassBook
from board.store.keeping.check import problems
from faults.computers import Act, Bring, ClassCopy, Computer, Desk, Edit, Manner, Mark, Reopen, TakeBack, tell
from faults.verdict import Tally, note

YEAR = timedelta(days=365)

who = st.integers(0, 1)
marks = st.builds(
    Mark,
    who,
    st.sampled_from(["ava", "ben"]),
    st.sampled_from(["u/halves", "u/thirds"]),
    st.sampled_from([Kind.MASTERED, Kind.KEEP_WORKING, Kind.PRACTISING, Kind.READY, Kind.CHECK_AGAIN, Kind.NOTE]),
)
brought = st.builds(Bring, who, st.sampled_from(Manner), st.integers(0, 1000), st.booleans())
acts = st.one_of(
    marks,
    marks,
    brought,
    brought,
    st.builds(TakeBack, who, st.integers(0, 50), st.sampled_from([Kind.WITHDRAWN, Kind.RESTORED])),
    st.builds(Edit, st.sampled_from(["Ben C.", "Benny", "Zoë 🦊"]), who),
    st.builds(ClassCopy, who),
    st.builds(Reopen, who),
)


def set_back(who: int, lines: int, marked: Sequence[Mark]) -> list[Act]:
    """A computer whose marks the other has seen is set back by some lines, and writes others in their place."""
    before = Bring(who, Manner.WHOLE, 0, noticed=True)
    return [before, Bring(who, Manner.BACK, lines, noticed=True), *(replace(mark, who=who) for mark in marked)]


set_backs = st.builds(set_back, who, st.integers(1, 4), st.lists(marks, min_size=1, max_size=5))
parts = st.lists(acts.map(lambda act: [act]) | set_backs, min_size=10, max_size=24)
stories = parts.map(lambda several: list(chain.from_iterable(several)))


@pytest.fixture
def base(book: ClassBook, folder: Path) -> Path:
    book.close()
    return folder


@contextmanager
def after(base: Path, story: Sequence[Act], before: Callable[[Act], object] = lambda _: None) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory(dir=base.parent) as room, closing(tell(base, Path(room), story, before)) as desk:
        yield desk


def test_two_computers_see_the_same_at_last_whatever_a_sync_program_did(
    base: Path, request: pytest.FixtureRequest
) -> None:
    tallies = []

    @settings(max_examples=80)
    @given(stories)
    def always(story: list[Act]) -> None:
        with after(base, story) as desk:
            tallies.append(judged(desk))
            assert tallies[-1].harm == (0, 0, 0)
            first, second = desk.computers
            assert first.book.students == second.book.students
            assert_all_edits_are_there(story, first.book)
            for computer in desk.computers:
                with closing(ClassBook(computer.folder, "reader")) as fresh:
                    assert fresh.progress == computer.book.progress == first.book.progress
                    assert fresh.students == computer.book.students
                assert_only_copies_are_told(computer)

    always()
    note(request, "board", Tally.of(tallies))


def judged(desk: Desk) -> Tally:
    """Look on both computers for every acknowledged fact, and in each file for one that is there twice."""
    faults = desk.copied + desk.brought
    tallies = [Tally(faults, len(desk.acknowledged), torn=desk.torn)]
    for computer in desk.computers:
        found = [fact.id for fact in computer.book.facts]
        written = (
            [json.loads(line)["id"] for line in computer.own.read_bytes().splitlines()] if computer.own.exists() else []
        )
        tallies.append(
            Tally(
                lost=len(set(desk.acknowledged) - set(found)),
                torn=len(computer.book.damaged),
                doubled=sum(len(ids) - len(set(ids)) for ids in (found, written)),
            )
        )
    return Tally.of(tallies)


def assert_all_edits_are_there(story: Sequence[Act], book: ClassBook) -> None:
    edits = {act.who: act.name for act in story if isinstance(act, Edit)}
    ava, ben = book.students
    assert (ben.name, ava.alias) == (edits.get(0, "Ben C."), edits.get(1, ""))
    assert (ava.name, book.choices) == ("Ava B.", ())


def assert_only_copies_are_told(computer: Computer) -> None:
    """Every conflict copy of class.json that still lies there is named, and nothing else is wrong."""
    said = problems(computer.folder, "reader")
    copies = {path.name for path in computer.folder.glob("class*.json")} - {"class.json"}
    assert {name for name in copies if any(line.startswith(f"{name} is a copy") for line in said)} == copies
    assert all(" a copy " in line for line in said)


@pytest.mark.parametrize("wrong", [-YEAR, YEAR], ids=["a year behind", "a year ahead"])
def test_a_clock_that_is_one_year_wrong_changes_neither_the_order_nor_anybodys_progress(
    base: Path, wrong: timedelta, request: pytest.FixtureRequest
) -> None:
    tallies = []

    @settings(max_examples=30)
    @given(stories)
    def always(story: list[Act]) -> None:
        right, with_years_right = with_clocks(base, story, [timedelta(), timedelta()])
        odd, with_years_odd = with_clocks(base, story, [timedelta(), wrong])
        assert odd == right
        tallies.append(Tally(1, len(right[0])))
        by_second = [index for index, fact in enumerate(right[0]) if fact.device == "d2"]
        assert all(with_years_odd[index] - with_years_right[index] == wrong.days // 365 for index in by_second)

    always()
    note(request, "board", Tally.of(tallies))


View = tuple[list[Fact], list[list[object]]]
"""The facts in order and what both computers show, all without times."""


def with_clocks(base: Path, story: Sequence[Act], wrong: Sequence[timedelta]) -> tuple[View, list[int]]:
    """Tell a story with clocks that are wrong by so much; give what was seen, and the year in each fact."""
    now, ids = datetime(2026, 6, 15, 9).astimezone(), count(1)
    clock, minutes = SimpleNamespace(now=lambda: now), count(1)

    def before(act: Act) -> None:
        moment = now + timedelta(minutes=next(minutes)) + wrong[act.who]
        clock.now = lambda: moment

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("board.store.class_book.datetime", clock)
        patch.setattr("board.store.class_book.new_id", lambda: f"f{next(ids)}")
        with after(base, story, before) as desk:
            facts = sorted(desk.computers[0].book.facts, key=order)
            shown = [timeless(computer.book.progress) for computer in desk.computers]
    return ([fact._replace(at="") for fact in facts], shown), [int(fact.at[:4]) for fact in facts]


def timeless(progress: Progress) -> list[object]:
    return [
        (student, step, spot.status, spot.check_again, spot.mark and spot.mark.id, [fact.id for fact in spot.facts])
        for student, row in sorted(progress.rows.items())
        for step, spot in sorted(row.items())
    ]
