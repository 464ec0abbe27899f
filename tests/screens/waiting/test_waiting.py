"""Waiting for you: who is ready is answered, who has not heard is told, and pictures are let through one by one or all at once."""

import sys
from dataclasses import replace
from types import ModuleType
from typing import ClassVar

import pytest
from textual.binding import Binding, BindingType
from textual.pilot import Pilot

from board.art.shelf import StickerShelf
from board.deeds.asking import Asking as Asked
from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting, Target, usual_adult
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.may import Actor
from board.mastery.people import Assessor
from board.mastery.progress import Status
from board.mastery.queue import Part
from board.mastery.showing import Verdict
from board.screens.board.board import BoardScreen
from board.screens.judging.how_did_it_go import HowDidItGo
from board.screens.parts.live import LiveScreen
from board.screens.parts.note import NoteScreen
from board.screens.pictures.large_picture import LargePicture
from board.screens.waiting.things import what_waits
from board.screens.waiting.waiting import WaitingScreen
from board.seat.seat import Seat
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, UNITS, put
from board.widgets import glance
from board.widgets.waiting_rows import Waiting, next_place
from board.widgets.waiting_wall import WaitingWall
from builders import UNIT
from screen_driver import board_on, seen, until
from waiting_pictures import bring


@pytest.fixture
def waiting(book: ClassBook) -> ClassBook:
    """Three pictures wait, and one child is ready."""
    bring(book, "ava", "u/halves", "red", "[/] my pizza")
    bring(book, "ben", "u/halves", "blue")
    bring(book, "ben", "u/fourths", "green")
    Marks(Sitting(book, usual_adult(book))).mark(Kind.READY, [("ava", "u/thirds")])
    return book


async def opened(pilot: Pilot[None]) -> None:
    await pilot.press("y")
    await until(pilot, lambda: isinstance(pilot.app.screen, WaitingScreen))
    await until(pilot, lambda: "Waiting for you" in seen(pilot.app))


def states(book: ClassBook) -> list[tuple[bool, bool]]:
    arts = [art for one in book.students for art in book.progress.shelf(one.id).values()]
    return [(art.accepted, art.hidden) for art in arts]


async def test_the_board_says_that_something_waits(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        assert "4 wait for you: y" in seen(app)
        await pilot.press("r")
        await until(pilot, lambda: "5 wait for you" in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: "4 wait for you" in seen(app))


async def test_one_key_lets_others_see_a_picture_and_undo_takes_it_back(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "1 ready to show  ·  3 pictures" in seen(app)
        await pilot.press("right")
        await until(pilot, lambda: "My picture shows [/] my pizza" in seen(app))
        assert "is a name inside? A face?" in seen(app)
        await pilot.press("space")
        await until(pilot, lambda: "2 pictures" in seen(app))
        assert states(waiting) == [(True, False), (False, False), (False, False)]
        await pilot.press("u")
        await until(pilot, lambda: "3 pictures" in seen(app))
        assert not any(accepted for accepted, _ in states(waiting))


async def test_all_at_once_is_one_key_and_one_undo(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("A")
        await until(pilot, lambda: all(accepted for accepted, _ in states(waiting)))
        assert "1 ready to show" in seen(app)
        await pilot.press("u")
        await until(pilot, lambda: not any(accepted for accepted, _ in states(waiting)))


async def test_a_picture_can_be_hidden_or_count_as_evidence(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right", "e")
        await until(pilot, lambda: "e again counts" in seen(app))
        assert waiting.progress.spot("ava", "u/halves").status is Status.OPEN
        await pilot.press("e")
        await until(pilot, lambda: waiting.progress.spot("ava", "u/halves").status is Status.MASTERED)
        await pilot.press("right", "h")
        await until(pilot, lambda: states(waiting)[1] == (False, True))
        assert "starter art stands in" in seen(app)


async def test_who_is_ready_gets_an_answer_here(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "Ready to show: I can thirds." in seen(app))
        await pilot.press("k", *"slower", "enter")
        await until(pilot, lambda: waiting.progress.spot("ava", "u/thirds").status is Status.KEEP_WORKING)
        await pilot.press("u")
        await until(pilot, lambda: waiting.progress.spot("ava", "u/thirds").status is Status.READY)
        await pilot.press("left", "left", "space")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo))
        assert waiting.progress.spot("ava", "u/thirds").status is Status.READY, "space alone judges nobody"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, WaitingScreen))
        await pilot.press("m")
        await until(pilot, lambda: waiting.progress.spot("ava", "u/thirds").status is Status.MASTERED)


async def test_from_here_one_can_go_to_the_spot(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right", "right", "g")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        await until(pilot, lambda: "Ben C. · Halves" in seen(app))


async def test_a_teacher_may_let_pictures_through_at_once(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("l")
        await until(pilot, lambda: "l again shows" in seen(app))
        assert waiting.about.looks_first
        await pilot.press("l")
        await until(pilot, lambda: "new pictures don't wait" in seen(app))
        assert not waiting.about.looks_first
        await pilot.press("l")
        await until(pilot, lambda: "From now on new pictures wait" in seen(app))


async def test_where_nothing_waits_it_says_so(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "Nothing waits for you." in seen(app))
        await pilot.press("space", "A", "h", "e", "k", "enter", "g", "right", "down")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))


async def test_a_second_tap_says_yes(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.click("WaitingWall", offset=(18, 14))
        await until(pilot, lambda: "Ben C. · Halves" in seen(app))
        assert not any(accepted for accepted, _ in states(waiting))
        await pilot.click("WaitingWall", offset=(18, 14))
        await until(pilot, lambda: states(waiting)[1] == (True, False))


async def test_a_picture_can_be_looked_at_closely_before_others_see_it(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("right", "enter")
        await until(pilot, lambda: isinstance(app.screen, LargePicture))
        await until(pilot, lambda: seen(app).count("▀") + seen(app).count("▄") > 20 * 20)
        await pilot.press("space")
        await until(pilot, lambda: isinstance(app.screen, WaitingScreen))
        assert not any(accepted for accepted, _ in states(waiting)), "that key only went back"


async def test_a_picture_that_is_not_here_yet_is_said(waiting: ClassBook) -> None:
    for path in (waiting.folder / "art").iterdir():
        path.unlink()
    app = board_on(waiting)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("right", "enter")
        await until(pilot, lambda: "has not arrived on this computer yet" in seen(app))


async def test_the_board_says_that_the_childs_picture_still_waits(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "A picture is ready for it, and waits for you: y." in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: "The new picture waits for you: y." in seen(app))


async def test_the_cursor_stays_with_its_picture_when_somebody_comes_before_it(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right", "right")
        await until(pilot, lambda: "Ben C. · Halves" in seen(app))
        Marks(Sitting(waiting, usual_adult(waiting))).mark(Kind.READY, [("ben", "u/thirds")])
        app.screen.look_again()  # type: ignore[attr-defined]  # as news does
        await until(pilot, lambda: "2 ready to show" in seen(app))
        assert "Ben C. · Halves" in seen(app)
        assert "No words about it yet." in seen(app)


class Judged(LiveScreen[str | None]):
    """Stands in for *How did it go?*: g is got it, Esc leaves it open."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("g", "got_it"), Binding("escape", "leave")]

    def __init__(self, seat: Seat, sitting: Sitting, shelf: StickerShelf, target: Target) -> None:
        super().__init__(sitting.book)
        assert seat
        assert shelf
        self._sitting, self._target = sitting, target

    def action_got_it(self) -> None:
        """Keep a verdict, and give what is said of it."""
        verdict = Verdict(*self._target, got_it=True)
        self.dismiss(Judging(self._sitting).judge([verdict]).said)

    def action_leave(self) -> None:
        """Leave it open."""
        self.dismiss(None)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "board.screens.judging.how_did_it_go"
    stand_in = ModuleType(name)
    stand_in.HowDidItGo = Judged  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, name, stand_in)


def adult(book: ClassBook, id_: str = "") -> Sitting:
    return Sitting(book, Actor.adult(id_) if id_ else usual_adult(book))


@pytest.fixture
def long(book: ClassBook) -> ClassBook:
    """Ben waits longest, then Ava with two requests."""
    for student, step, way in (("ben", "u/halves", ""), ("ava", "u/thirds", "build it"), ("ava", "u/halves", "")):
        Asked(adult(book)).ask(student, step, way)
    return book


@pytest.mark.usefixtures("judged")
async def test_from_the_queue_to_the_verdict_and_back_are_three_keys_at_most_and_the_next_child_is_there(
    long: ClassBook,
) -> None:
    app = board_on(long)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "Ben C. · Halves" in seen(app))
        keys = ["enter", "g"]
        assert len(keys) <= 3
        await pilot.press(keys[0])
        await until(pilot, lambda: isinstance(app.screen, Judged))
        await pilot.press(keys[1])
        await until(pilot, lambda: isinstance(app.screen, WaitingScreen))
        await until(pilot, lambda: "Ava B. · Thirds · build it" in seen(app))
        assert long.progress.spot("ben", "u/halves").is_mastered
        await until(pilot, lambda: "Ben C. · Halves: Got it" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Judged))
        await pilot.press("escape")
        await until(pilot, lambda: "Ava B. · Thirds · build it" in seen(app))


@pytest.mark.usefixtures("judged")
async def test_a_second_tap_on_a_child_asks_how_it_went(long: ClassBook) -> None:
    app = board_on(long)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.click("WaitingWall", offset=(18, 3))
        await until(pilot, lambda: "Ava B. · Thirds" in seen(app))
        await pilot.click("WaitingWall", offset=(18, 3))
        await until(pilot, lambda: isinstance(app.screen, Judged))


async def test_a_child_who_is_away_rests_and_comes_back(long: ClassBook) -> None:
    app = board_on(long)
    Marks(adult(long)).toggle_away(["ben"])
    async with app.run_test(size=(80, 24)) as pilot:
        assert "2 wait for you" in seen(app)
        await opened(pilot)
        assert "Ben C." not in seen(app)
        Marks(adult(long)).toggle_away(["ben"])
        app.screen.look_again()  # type: ignore[attr-defined]  # as news does
        await until(pilot, lambda: "3 ready to show" in seen(app))
        first = seen(app).index("Ben C.")
        assert first < seen(app).index("Ava B."), "in the place it had"


async def test_what_a_child_has_not_heard_waits_with_its_tip_and_one_key_says_that_it_was_told(long: ClassBook) -> None:
    Marks(adult(long)).mark(Kind.KEEP_WORKING, [("ben", "u/halves")], note="fold it slowly")
    app = board_on(long)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "3 wait for you" in seen(app)
        await opened(pilot)
        assert "2 ready to show  ·  1 to talk about" in seen(app)
        assert "fold it slowly" not in seen(app), "nothing of earlier tries stands on the wall"
        await pilot.press("right", "right")
        await until(pilot, lambda: "Ben C. · Halves" in seen(app) and "Enter shows the tip" in seen(app))
        assert "fold it slowly" not in seen(app), "the class may look along"
        await pilot.press("enter")
        await until(pilot, lambda: "Keep working: fold it slowly" in seen(app))
        await pilot.press("left")
        await until(pilot, lambda: "fold it slowly" not in seen(app))
        await pilot.press("right", "enter")
        await until(pilot, lambda: "Keep working: fold it slowly" in seen(app))
        assert long.progress.spot("ben", "u/halves").heard.status is not Status.KEEP_WORKING
        await pilot.press("m")
        await until(pilot, lambda: "Talk with this child first" in seen(app))
        await pause(pilot)
        await pilot.press("K")
        await until(pilot, lambda: long.progress.spot("ben", "u/halves").heard.status is Status.KEEP_WORKING)
        await until(pilot, lambda: "to talk about" not in seen(app).splitlines()[0])
        await pilot.press("u")
        await until(pilot, lambda: "1 to talk about" in seen(app))


@pytest.fixture
def two(book: ClassBook) -> ClassBook:
    """A unit whose Bosses ask for two adults; Mr. Lee judges, too."""
    book.edit(UNITS, put(replace(UNIT, two_adults=True)))
    book.edit(ASSESSORS, put(Assessor("lee", "Mr. Lee")))
    return book


async def test_a_boss_for_two_says_nothing_of_what_the_first_adult_said(two: ClassBook) -> None:
    Judging(adult(two, "lee")).judge([Verdict("ava", "u/pizza", got_it=True, note="so proud", seen=("cuts it",))])
    Asked(adult(two)).ask("ben", "u/halves")
    app = board_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "A Boss for two adults" in seen(app))
        await pilot.press("right")
        await until(pilot, lambda: "Ava B. · Pizza" in seen(app))
        assert not [word for word in ("so proud", "cuts it", "said got it", "Mr. Lee") if word in seen(app)]
        await pause(pilot)
        await pilot.press("m")
        await until(pilot, lambda: two.progress.spot("ava", "u/pizza").is_mastered)


async def test_whoever_said_got_it_sees_the_boss_last_and_it_waits_for_nobody_here(two: ClassBook) -> None:
    Judging(adult(two)).judge([Verdict("ava", "u/pizza", got_it=True)])
    Asked(adult(two)).ask("ben", "u/halves")
    app = board_on(two)
    async with app.run_test(size=(80, 30)) as pilot:
        assert "1 waits for you" in seen(app)
        await opened(pilot)
        await pilot.press("right")
        await until(pilot, lambda: "You said got it: another adult gets to see it too." in seen(app))
        assert seen(app).index("Ready to show") < seen(app).index("Another adult gets to see it too")


async def test_what_two_adults_saw_differently_comes_first_and_is_told_to_nobody_yet(two: ClassBook) -> None:
    Asked(adult(two)).ask("ben", "u/halves")
    Judging(adult(two)).judge([Verdict("ava", "u/pizza", got_it=True)])
    Judging(adult(two, "lee")).judge([Verdict("ava", "u/pizza", got_it=False, tip="cut again")])
    app = board_on(two)
    async with app.run_test(size=(80, 30)) as pilot:
        assert "2 wait for you" in seen(app)
        await opened(pilot)
        await until(pilot, lambda: "look at it together" in seen(app))
        assert seen(app).index("Look at it together") < seen(app).index("Ready to show")
        assert "to talk about" not in seen(app)


async def test_one_key_lets_children_ask_later_and_again(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("p")
        await until(pilot, lambda: "children ask later" in seen(app).splitlines()[0])
        with pytest.raises(Refusal, match="Asking rests"):
            Asked(Sitting(book, Actor.child("ava"))).ask("ava", "u/halves")
        await pilot.press("p")
        await until(pilot, lambda: "children ask later" not in seen(app).splitlines()[0])
        await pilot.press("p", "u")
        await until(pilot, lambda: book.about.asking)
        await pilot.press("n", "n")
        await until(pilot, lambda: book.about.most_asked == 4)
        assert "4 requests of each child may wait at a time." in seen(app)
        await pilot.press("n", "n")
        await until(pilot, lambda: "One request of each child may wait at a time." in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: book.about.most_asked == 5)


async def test_down_goes_to_the_part_below_also_where_the_wall_is_longer_than_the_screen(long: ClassBook) -> None:
    bring(long, "ava", "u/fourths", "red")
    app = board_on(long)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("right", "down")
        await until(pilot, lambda: "Ava B. · Fourths" in seen(app))
        assert "New pictures" in seen(app)
        await pilot.press("up")
        await until(pilot, lambda: "Ben C. · Halves" in seen(app))
        assert "Ready to show" in seen(app).splitlines()[2]


async def test_a_picture_everybody_may_see_stands_for_its_child_and_one_that_waits_does_not(long: ClassBook) -> None:
    bring(long, "ben", "u/halves", "red")
    gallery = Gallery(adult(long))
    assert [one.face for one in what_waits(adult(long), gallery) if one.art is None] == [None] * 3
    gallery.accept(gallery.waiting())
    assert [bool(one.face) for one in what_waits(adult(long), gallery)] == [True, False, False]


async def pause(pilot: Pilot[None]) -> None:
    """Wait until what stands under the cursor has been in sight long enough to be judged."""
    screen = pilot.app.screen
    assert isinstance(screen, WaitingScreen)
    await until(pilot, lambda: screen._glance.is_seen)


_PRIVATE = ("fold it slowly", "Points at the half", "shy today")


async def test_nothing_of_an_earlier_try_or_an_own_version_stands_on_the_wall_or_below_it(two: ClassBook) -> None:
    """Whoever waits for what: a class that looks along reads what anybody may."""
    marks, pizza = Marks(adult(two)), ("ben", "u/pizza")
    for target in (("ava", "u/halves"), ("ben", "u/thirds"), ("ben", "u/fourths")):
        marks.mark(Kind.OWN_VERSION, [target], note="Points at the half")
        marks.mark(Kind.KEEP_WORKING, [target], note="fold it slowly")
        marks.mark(Kind.NOTE, [target], note="shy today")
    Judging(adult(two)).tell([("ava", "u/halves")])
    for target in (("ava", "u/halves"), ("ben", "u/thirds")):
        Asked(adult(two)).ask(*target)
    Judging(adult(two)).judge([Verdict(*pizza, got_it=True)])
    Judging(adult(two, "lee")).judge([Verdict(*pizza, got_it=False, tip="fold it slowly")])
    app = board_on(two)
    async with app.run_test(size=(120, 60)) as pilot:
        await opened(pilot)
        things = app.screen.query_one(WaitingWall).things
        assert {thing.part for thing in things} >= {Part.TOGETHER, Part.READY, Part.TELL}
        for thing in things:
            await until(pilot, lambda thing=thing: f"{thing.name} · {thing.step.title}" in seen(app))  # type: ignore[misc]
            assert not [words for words in _PRIVATE if words in seen(app)]
            await pilot.press("right")


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize("key", ["enter", "k", "m"])
async def test_after_a_verdict_the_cursor_goes_on_to_the_next_child_that_waits_and_after_the_last_to_the_first(
    long: ClassBook, key: str
) -> None:
    Marks(adult(long)).mark(Kind.KEEP_WORKING, [("ben", "u/thirds")], note="slowly")
    app = board_on(long)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("right", "right")
        await until(pilot, lambda: "Ava B. · Halves" in seen(app))
        await pause(pilot)
        await pilot.press(key)
        if key != "m":
            await until(pilot, lambda: isinstance(app.screen, Judged if key == "enter" else NoteScreen))
            await pilot.press("g" if key == "enter" else "enter")
        await until(pilot, lambda: "Ben C. · Halves" in seen(app) and "Ready to show: " in seen(app))


def _wall(*names: str) -> list[Waiting]:
    parts = {"r": Part.READY, "t": Part.TELL, "p": Part.PICTURE}
    return [Waiting(name[1:], name, None, part=parts[name[0]]) for name in names]


@pytest.mark.parametrize(
    ("before", "at", "now", "there"),
    [
        ("r1 r2 r3", 1, "r1 r2 r3", "r2"),
        ("r1 r2 r3", 1, "r0 r1 r2 r3", "r2"),
        ("r1 r2 r3", 1, "r1 r3 t2", "r3"),
        ("r1 r2 r3", 2, "r1 r2 t3", "r1"),
        ("r1 r2 r3 t4", 1, "t4", "t4"),
        ("r1 r2 r3", 1, "r1", "r1"),
        ("r1 t2 p3", 1, "r1 p3", "p3"),
        ("r1 t2", 1, "r1", "r1"),
        ("r1", 0, "t1", "t1"),
    ],
)
def test_the_next_place_is_of_the_same_part_as_long_as_something_of_it_waits(
    before: str, at: int, now: str, there: str
) -> None:
    things = _wall(*now.split())
    assert things[next_place(_wall(*before.split()), at, things)].name == there
    assert next_place(_wall(*before.split()), at, []) == 0
    assert next_place([], 0, things) == 0


async def test_a_double_space_opens_a_child_who_is_ready_and_judges_nobody(
    waiting: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glance, "SEEN_AFTER", 0.0)
    app = board_on(waiting)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        monkeypatch.setattr(glance, "SEEN_AFTER", 60.0)
        app.screen._glance._since -= 60  # type: ignore[attr-defined]  # it has been in sight for long
        await pilot.press("space")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo))
        await pilot.press("space")
        await until(pilot, lambda: "look at it first" in seen(app))
        assert waiting.progress.spot("ava", "u/thirds").status is Status.READY
        monkeypatch.setattr(glance, "SEEN_AFTER", 0.0)
        await pilot.press("space")
        await until(pilot, lambda: waiting.progress.spot("ava", "u/thirds").is_mastered)


async def test_the_foot_shows_only_keys_for_what_is_under_the_cursor_and_all_of_them(waiting: ClassBook) -> None:
    Marks(adult(waiting)).mark(Kind.KEEP_WORKING, [("ben", "u/thirds")], note="slower")
    app = board_on(waiting)
    feet = {
        "Ava B. · Thirds": (("How did it go?", "m Got it", "k Keep working"), ("Hide", "Told", "Evidence")),
        "Ben C. · Thirds": (("enter Tip", "K Told", "A Told all"), ("Hide", "Got it", "Keep working")),
        "my pizza": (("Closer", "space Accept", "h Hide", "e Evidence", "A All"), ("Got it", "Told", "Keep working")),
    }
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        for about, (there, absent) in feet.items():
            await until(pilot, lambda about=about: about in seen(app))  # type: ignore[misc]
            foot = " ".join("\n".join(seen(app).splitlines()[-2:]).split())
            for words in (*there, "g Go there", "u Undo", "esc Board", "p Ask later", "l Look first", "? Help"):
                assert words in foot, (about, foot)
            assert not [word for word in absent if word in foot], about
            await pilot.press("right")


async def test_all_children_are_told_at_once_after_it_was_asked(waiting: ClassBook) -> None:
    spots = [("ava", "u/fourths"), ("ben", "u/thirds")]
    Marks(adult(waiting)).mark(Kind.KEEP_WORKING, spots, note="slower")
    app = board_on(waiting)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("right", "enter")
        await until(pilot, lambda: "Talk with this child first" in seen(app))
        await pilot.press("A")
        await until(pilot, lambda: "you talked with all 2 children. A again says so" in seen(app))
        assert all(waiting.progress.spot(*spot).untold for spot in spots)
        await pilot.press("A")
        await until(pilot, lambda: not any(waiting.progress.spot(*spot).untold for spot in spots))
        assert not any(accepted for accepted, _ in states(waiting)), "no picture is let through by it"
        await pilot.press("u")
        await until(pilot, lambda: all(waiting.progress.spot(*spot).untold for spot in spots))
