"""To leave twice is to leave once: chattering keys, double clicks, and keys that piled up while the app was busy."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from textual import events
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.screens.board.board import BoardScreen
from board.screens.judging.center import CenterScreen
from board.screens.roster.join import JoinScreen
from board.screens.roster.students import StudentsScreen
from board.screens.waiting.waiting import WaitingScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.widgets import aim, glance
from screen_driver import board_on, seen, until
from waiting_pictures import bring

WORN = aim.CHATTER

DOORS: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "watching": (["w"], ["space", "enter", "escape"]),
    "note": (["n"], ["escape", "enter"]),
    "keep working": (["k"], ["escape", "enter"]),
    "take back": (["X", "space", "backspace"], ["escape", "enter"]),
    "own version": (["v"], ["escape", "enter"]),
    "marker": (["i"], ["escape", "enter"]),
    "palette": (["ctrl+p"], ["escape"]),
    "rename": (["ctrl+n"], ["escape", "enter"]),
    "plan": (["P"], ["escape", "q"]),
    "plan of a student": (["enter", "P"], ["escape", "q"]),
    "what a child knows": (["P", "w"], ["escape", "q"]),
    "own criteria": (["P", "v"], ["escape", "ctrl+s"]),
    "find": (["slash"], ["escape", "enter"]),
    "help": (["question_mark"], ["escape", "q"]),
    "center": (["c"], ["escape", "enter"]),
    "student": (["enter"], ["escape", "q"]),
    "waiting": (["y"], ["escape", "q"]),
    "pictures": (["b"], ["escape"]),
    "print": (["p"], ["escape", "q"]),
    "students": (["s"], ["escape", "q"]),
    "student form": (["s", "enter"], ["escape", "enter"]),
    "names": (["s", "a"], ["escape"]),
    "join": (["s", "m"], ["escape"]),
    "steps": (["g"], ["escape", "q"]),
    "step form": (["g", "down", "enter"], ["escape", "ctrl+s"]),
    "title form": (["g", "t"], ["escape", "enter"]),
    "unit": (["g", "n"], ["escape"]),
    "large page": (["p", "v"], ["escape", "x"]),
    "draw": (["b", "d"], ["escape"]),
    "draw help": (["b", "d", "question_mark"], ["escape"]),
    "bring": (["b", "b"], ["escape"]),
}


@pytest.fixture(autouse=True)
def worn_keys(quick_hands: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key may send a second press by itself."""
    monkeypatch.setattr(aim, "CHATTER", WORN)


def hit(pilot: Pilot[None], keys: Sequence[str]) -> None:
    """Press keys without waiting: they all come while the app is busy with the first."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else " " if key == "space" else None))


def tap(pilot: Pilot[None], x: int, y: int, button: int = 1) -> None:
    """Press the mouse and let it go, as a terminal tells it."""
    for kind in (events.MouseDown, events.MouseUp):
        pilot.app.post_message(kind(None, x, y, 0, 0, button, False, False, False, x, y))


async def shows(pilot: Pilot[None], screen: type[Screen[Any]]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, screen) and pilot.app.screen.is_mounted)
    await pilot.pause()


@pytest.mark.parametrize("door", DOORS)
async def test_a_key_that_closes_counts_once_however_often_it_comes(book: ClassBook, door: str) -> None:
    there, back = DOORS[door]
    deep = len(there) - sum(step in ("X", "space", "down") for step in there)
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        for key in back:
            await pilot.press("escape")
            for step in there:
                await pilot.press(step)
                await pilot.pause(aim.CHATTER if step == there[-1] else 0)  # a hand, and no worn key
            await until(pilot, lambda: len(app.screen_stack) > deep)
            await pilot.pause()
            left, known = app.screen, len(book.facts)
            hit(pilot, [key] * 3)
            await until(pilot, lambda left=left: app.screen is not left)  # type: ignore[misc]
            await pilot.pause()
            assert app.is_running
            assert len(app.screen_stack) >= deep
            assert all(fact.kind is not Kind.MASTERED for fact in book.facts[known:])
            while len(app.screen_stack) > 1:
                top = app.screen
                top.dismiss(None)
                await until(pilot, lambda top=top: app.screen is not top)  # type: ignore[misc]


@pytest.mark.parametrize("door", DOORS)
async def test_a_key_that_opens_opens_once(book: ClassBook, door: str) -> None:
    there, _ = DOORS[door]
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        for step in there[:-1]:
            await pilot.press(step)
        await pilot.pause()
        before = list(app.screen_stack)
        hit(pilot, [there[-1]] * 3)
        await until(pilot, lambda: len(app.screen_stack) > len(before))
        await pilot.pause()
        assert len(app.screen_stack) == len(before) + 1


async def test_what_is_typed_ahead_is_meant_for_the_screen_that_comes_up(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        hit(pilot, ["k", *"try", "enter"])
        await until(pilot, lambda: len(book.facts) == 1 and isinstance(app.screen, BoardScreen))
        assert [(fact.kind, fact.note) for fact in book.facts] == [(Kind.KEEP_WORKING, "try")]
        await pilot.pause(aim.CHATTER)
        hit(pilot, ["down", "c", "1", "enter"])
        await until(pilot, lambda: len(book.facts) == 2)
        assert book.facts[1].kind is Kind.MASTERED


async def test_a_double_that_is_joined_twice_is_joined_once(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda now: (*now, Student("cleo", "Cleo D.")))
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s", "m")
        await shows(pilot, JoinScreen)
        hit(pilot, ["enter", "enter", "enter"])
        await shows(pilot, StudentsScreen)
        assert sorted(len(one.also) for one in book.everyone) == [0, 1]


async def test_a_new_adult_is_added_once(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i", *"Max")
        hit(pilot, ["enter", "enter", "enter"])
        await until(pilot, lambda: isinstance(app.screen, BoardScreen) or len(book.assessors) > 1)
        await pilot.pause()
        assert [one.name for one in book.assessors] == ["Ms. Rivera", "Max"]


async def test_the_second_click_of_a_double_click_means_nothing_on_the_screen_below(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w")
        await until(pilot, lambda: "any key goes back" in seen(app))
        monkeypatch.setattr(glance, "SEEN_AFTER", 30.0)
        app._aim._since = float("-inf")  # the quilt has been looked at for long
        tap(pilot, 15, 3)
        await shows(pilot, BoardScreen)
        tap(pilot, 15, 3)
        tap(pilot, 15, 3)
        await pilot.pause()
        assert not book.facts


async def test_a_double_click_on_a_picture_never_accepts_the_next_one(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for student in ("ava", "ben"):
        bring(book, student, "u/halves", "red" if student == "ava" else "blue")
    now = 100.0
    monkeypatch.setattr("board.screens.waiting.waiting.Glance", lambda: glance.Glance(lambda: now))
    monkeypatch.setattr(glance, "SEEN_AFTER", 0.4)
    app = board_on(book)

    def accepted() -> int:
        return sum(art.accepted for one in book.students for art in book.progress.shelf(one.id).values())

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("y")
        await shows(pilot, WaitingScreen)
        for key in ("space", "a", "h", "A", "e"):
            await pilot.press(key)
            await until(pilot, lambda: "look at it first" in seen(app))
        now += 0.39
        await pilot.press("space")
        assert accepted() == 0
        now += 0.02
        hit(pilot, ["space", "space", "space"])
        await until(pilot, lambda: accepted() > 0)
        await pilot.pause()
        assert accepted() == 1
        now += 0.41
        await pilot.press("space")
        await until(pilot, lambda: accepted() == 2)


async def test_keys_that_were_meant_for_a_child_who_is_gone_mark_nobody_else(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("board.screens.board.board.Glance", lambda: glance.Glance(lambda: now))
    monkeypatch.setattr(glance, "SEEN_AFTER", 0.4)
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        book.edit(STUDENTS, lambda everyone: everyone[1:])
        app.show_what_is()
        await until(pilot, lambda: "Ava B." not in seen(app))
        await pilot.press("space", "t", "r")
        assert not book.facts
        now += 0.5
        await pilot.press("t")
        await until(pilot, lambda: len(book.facts) == 1)
        assert book.facts[0].student == "ben"


async def test_a_chattering_key_is_no_answer_to_a_question(book: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(book, "ava", "u/halves", "red")
    now = 100.0
    monkeypatch.setattr("board.screens.parts.question.Glance", lambda: glance.Glance(lambda: now))
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("y")
        await shows(pilot, WaitingScreen)
        monkeypatch.setattr(glance, "SEEN_AFTER", 0.4)
        app.screen._glance._since = float("-inf")  # type: ignore[attr-defined]
        known = len(book.facts)
        hit(pilot, ["e", "e", "e"])
        await until(pilot, lambda: "e again counts" in seen(app))
        await pilot.pause()
        assert len(book.facts) == known
        now += 0.5
        await pilot.press("e")
        await until(pilot, lambda: any(fact.kind is Kind.MASTERED for fact in book.facts))


async def test_a_screen_that_is_covered_leaves_when_it_is_on_top_again(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "m Page" in seen(app))
        student = app.screen
        await pilot.press("question_mark")
        await until(pilot, lambda: "Keys of this screen" in seen(app))
        student.dismiss(None)
        await pilot.pause()
        assert "Keys of this screen" in seen(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))


async def test_a_palette_that_is_left_twice_is_left_once(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        palette = app.screen
        palette.dismiss(None)
        palette.dismiss(None)
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        assert app.is_running


async def test_a_center_is_recorded_once(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await shows(pilot, CenterScreen)
        hit(pilot, ["1", "2", "enter", "enter", "enter"])
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        await pilot.pause()
        assert [fact.kind for fact in book.facts] == [Kind.MASTERED] * 2
        Marks(Sitting(book, usual_adult(book))).mark(Kind.NOTE, [("ava", "u/halves")], note="x")


@pytest.mark.parametrize("button", [2, 3])
async def test_a_button_that_pastes_elsewhere_is_no_tap(book: ClassBook, button: int) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Ben C." in seen(app))
        line = next(at for at, text in enumerate(seen(app).splitlines()) if "Ben C." in text)
        board = seen(app)
        for y in (line, line, *range(24)):
            tap(pilot, 14, y, button)
        await pilot.pause()
        assert (seen(app), list(book.facts)) == (board, [])
        for _ in range(2):
            tap(pilot, 14, line)
        await until(pilot, lambda: [fact.student for fact in book.facts] == ["ben"])


@pytest.mark.parametrize("ticks", range(4))
@pytest.mark.parametrize("name", ["student", "center", "students", "steps", "help"])
async def test_what_a_screen_would_do_once_all_is_painted_is_not_done_when_it_is_left_meanwhile(
    book: ClassBook, name: str, ticks: int
) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        below = app.screen
        await pilot.press(*DOORS[name][0])
        await until(pilot, lambda: app.screen is not below and bool(seen(app).strip()))
        left = app.screen
        left.dismiss(None)
        for _ in range(ticks):
            await asyncio.sleep(0)  # how far it is taken down
        left.post_message(events.Resize(app.size, app.size))
        await until(pilot, lambda: app.screen is below and not left.is_attached)
        await pilot.pause()
