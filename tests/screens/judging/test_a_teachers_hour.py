"""An hour of a teacher with the board: who showed what, and how many keys that took; docs/showing.md has the same numbers."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from board.deeds.asking import Asking
from board.deeds.judging import Judging
from board.mastery.agreement import Second
from board.mastery.facts import Kind
from board.mastery.people import Assessor, Student
from board.mastery.progress import Status
from board.mastery.showing import Verdict
from board.screens.board.board import BoardScreen
from board.screens.board.student import StudentScreen
from board.screens.evidence.photo import EvidencePhoto
from board.screens.judging.center import CenterScreen
from board.screens.judging.how_did_it_go import HowDidItGo
from board.screens.judging.more_steps import MoreSteps
from board.screens.parts.note import NoteScreen
from board.screens.pictures.bring import BringScreen
from board.screens.roster.adults import AdultsScreen
from board.screens.waiting.waiting import WaitingScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, put
from board.widgets.criteria_list import CriteriaList
from screen_driver import board_on, until
from showings import CRITERIA, WAYS, change_step, sitting_of
from work_photos import allow, photo_file

KIDS = tuple(f"kid{number}" for number in range(10))
DOCS = Path(__file__).parents[3] / "docs" / "showing.md"
LARGE = (120, 40)


@pytest.fixture
def room(book: ClassBook) -> ClassBook:
    """A class of twelve whose first ten are ready to show, each in a way of its own; two adults see each Boss."""
    change_step(book, "u/halves", criteria=CRITERIA[:3], ways=WAYS, standards=("2.G.A.3",))
    change_step(book, "u/thirds", standards=("2.G.A.3",))
    change_step(book, "u/fourths", standards=("2.G.A.3",))
    book.edit(UNITS, put(replace(book.units[0], two_adults=True)))
    book.edit(STUDENTS, lambda now: (*now, *(Student(kid, f"Kid {kid[3:]}") for kid in KIDS)))
    book.edit(ASSESSORS, lambda now: (*now, Assessor("lee", "Ms. Lee")))
    for number, kid in enumerate(KIDS):
        Asking(sitting_of(book)).ask(kid, "u/halves", WAYS[number % 2])
    judging = Judging(sitting_of(book))
    judging.judge([Verdict("ben", "u/thirds", got_it=False, tip="fold it first")])
    judging.tell([("ben", "u/thirds")])
    return book


class Hands:
    """Somebody at the keys, who looks before each key whether the screen is there that it is meant for."""

    def __init__(self, pilot: Pilot[None], app: App[None]) -> None:
        self.pilot, self.app, self.count = pilot, app, 0

    async def on(self, kind: type[Screen[Any]]) -> None:
        await until(self.pilot, lambda: isinstance(self.app.screen, kind) and self.app.screen.is_running)
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()
            self.count += 1

    def counted(self) -> int:
        """Give how many keys were pressed since this was asked last."""
        count, self.count = self.count, 0
        return count


def board_at(book: ClassBook, student: str, step: str = "u/halves") -> App[None]:
    return board_on(book, Place(student=student, unit="u", step=step, zoom=0))


def promised(what: str) -> int:
    """Give the number of keys the page for teachers names."""
    found = re.search(rf"^\| {re.escape(what)} \|.*\| (\d+) \|$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert found is not None, what
    return int(found[1])


async def test_ten_who_wait_are_judged_in_two_keys_each_and_one_keeps_working(room: ClassBook) -> None:
    app = board_at(room, "ava")
    async with app.run_test(size=LARGE) as pilot:
        hands = Hands(pilot, app)
        await hands.on(BoardScreen)
        await hands.press("y")
        await hands.on(WaitingScreen)
        hands.counted()
        for number, kid in enumerate(KIDS[:9]):
            await hands.press("enter")
            await hands.on(HowDidItGo)
            await hands.press("space")
            await hands.on(WaitingScreen)
            assert room.progress.spot(kid, "u/halves").is_mastered, kid
            assert room.facts[-1].way == WAYS[number % 2], "the way the child chose is the way it was shown"
            assert hands.counted() == promised("From the queue to *got it* and back") <= 3
        await hands.press("enter")
        await hands.on(HowDidItGo)
        await hands.press("k")
        await hands.on(NoteScreen)
        await hands.press("down", "enter")
        await hands.on(WaitingScreen)
        spot = room.progress.spot(KIDS[9], "u/halves")
        assert (spot.status, spot.mark.note if spot.mark else "") == (Status.KEEP_WORKING, "fold it first")
        assert hands.counted() == promised("*Keep working* with a recent tip") <= 4
        await hands.press("K")
        await until(pilot, lambda: not room.progress.spot(KIDS[9], "u/halves").untold)


async def test_two_adults_see_a_boss(room: ClassBook) -> None:
    app = board_at(room, "ava", "u/pizza")
    async with app.run_test(size=LARGE) as pilot:
        hands = Hands(pilot, app)
        await hands.on(BoardScreen)
        await hands.press("space")
        await until(pilot, lambda: room.progress.spot("ava", "u/pizza").second is Second.ANOTHER)
        await hands.press("i")
        await hands.on(AdultsScreen)
        await hands.press("down", "enter")
        await hands.on(BoardScreen)
        await hands.press("enter", "enter")
        await hands.on(HowDidItGo)
        await hands.press("space")
        await until(pilot, lambda: room.progress.spot("ava", "u/pizza").is_mastered)
        assert room.progress.spot("ava", "u/pizza").judges == (room.assessors[0].id, "lee")


async def test_an_own_version_is_judged_by_its_own_criteria(room: ClassBook) -> None:
    app = board_at(room, "ava")
    async with app.run_test(size=LARGE) as pilot:
        hands = Hands(pilot, app)
        await hands.on(BoardScreen)
        await hands.press("v")
        await until(pilot, lambda: app.screen is not None and not isinstance(app.screen, BoardScreen))
        await pilot.press(*"points")
        hands.counted()
        await hands.press("enter")
        await hands.on(BoardScreen)
        await hands.press("enter")
        await hands.on(StudentScreen)
        await hands.press("enter")
        await hands.on(HowDidItGo)
        await until(pilot, lambda: app.screen.query_one(CriteriaList).is_mounted)
        await hands.press("1", "space")
        await until(pilot, lambda: room.progress.spot("ava", "u/halves").is_mastered)
        mark = room.progress.spot("ava", "u/halves").mark
        assert mark is not None
        assert mark.seen == ("points",)
        assert mark.own_version == next(fact.id for fact in room.facts if fact.kind is Kind.OWN_VERSION)


async def test_a_photo_is_evidence(room: ClassBook) -> None:
    allow(room, ["ava"])
    photo_file(room.folder / "drop pictures here" / "work.jpg")
    app = board_at(room, "ava")
    async with app.run_test(size=LARGE) as pilot:
        hands = Hands(pilot, app)
        await hands.on(BoardScreen)
        await hands.press("enter")
        await hands.on(StudentScreen)
        await hands.press("enter")
        await hands.on(HowDidItGo)
        hands.counted()
        await hands.press("p")
        await hands.on(BringScreen)
        await hands.press("enter")
        await hands.on(EvidencePhoto)
        await hands.press("enter")
        await hands.on(HowDidItGo)
        await hands.press("space")
        await until(pilot, lambda: room.progress.spot("ava", "u/halves").is_mastered)
        mark = room.progress.spot("ava", "u/halves").mark
        assert mark is not None
        assert len(mark.evidence) == 1
        assert hands.counted() == promised("A photo from the drop folder, and *got it*")


async def test_three_steps_are_got_by_one_showing(room: ClassBook) -> None:
    app = board_at(room, "ava")
    async with app.run_test(size=LARGE) as pilot:
        hands = Hands(pilot, app)
        await hands.on(BoardScreen)
        await hands.press("enter")
        await hands.on(StudentScreen)
        await hands.press("enter")
        await hands.on(HowDidItGo)
        hands.counted()
        await hands.press("m")
        await hands.on(MoreSteps)
        await hands.press("space", "down", "space", "enter")
        await hands.on(HowDidItGo)
        await hands.press("space", "space", "space")
        await hands.on(StudentScreen)
        got = [fact for fact in room.facts if fact.kind is Kind.MASTERED and fact.student == "ava"]
        assert {fact.step for fact in got} == {"u/halves", "u/thirds", "u/fourths"}
        assert len({fact.showing for fact in got}) == 1
        assert hands.counted() == promised("Three steps by one showing")
        await hands.press("u")
        await until(pilot, lambda: not any(spot.is_mastered for spot in room.progress.row("ava").values()))


async def test_six_of_a_center_are_judged_with_ticks(room: ClassBook) -> None:
    app = board_at(room, KIDS[0])
    async with app.run_test(size=LARGE) as pilot:
        hands = Hands(pilot, app)
        await hands.on(BoardScreen)
        await hands.press("c")
        await hands.on(CenterScreen)
        await hands.press("1", "2", "3", "4", "5", "6", "tab", "1", "2", "3", "enter")
        await hands.on(BoardScreen)
        got = [fact for fact in room.facts if fact.kind is Kind.MASTERED]
        assert [fact.seen for fact in got] == [CRITERIA[:3]] * 6
        assert hands.counted() == promised("Six children of a center, three criteria ticked for all") <= 14
        await hands.press("u")
        await until(pilot, lambda: not any(room.progress.spot(fact.student, "u/halves").is_mastered for fact in got))
