"""A list is understood on the screen before it is taken: its columns, what is asked, and the class of a school that is meant."""

import threading
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from board.app import BoardApp
from board.cli.context import seat_here
from board.exchange import kept_readings
from board.exchange.lists.change import NameList
from board.exchange.lists.reading import Reading
from board.exchange.rosters import read_pasted
from board.exchange.tables.column import Chosen
from board.screens.roster.choose_class import ChooseClassScreen
from board.screens.roster.list_columns import ColumnsScreen
from board.screens.roster.list_questions import QuestionsScreen
from board.screens.roster.paste_names import NamesForm, PasteNamesScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from lone_app import LoneApp
from screen_driver import board_on, seen, until

TABLE = "Nr\tZuname\tRufname [/]\tJg.\n1\tBrown\tAva\t2\n2\tLopez\tLiam\t2\n3\tYoung\tZoe\t3"
SIZES = [(80, 24), (120, 40)]


async def pasted(pilot: Pilot[None], text: str, stands_as: str = "") -> None:
    await until(pilot, lambda: isinstance(pilot.app.focused, TextArea))
    pilot.app.post_message(events.Paste(text))
    await until(pilot, lambda: pilot.app.screen.query_one(TextArea).text == (stands_as or text))


def given(app: LoneApp) -> NameList:
    (names,) = app.left
    assert isinstance(names, NameList)
    return names


@pytest.mark.parametrize("size", SIZES)
async def test_the_columns_of_a_table_are_a_key_away_and_what_is_said_there_is_taken(size: tuple[int, int]) -> None:
    app = LoneApp(PasteNamesScreen(()))
    async with app.run_test(size=size) as pilot:
        await pasted(pilot, TABLE)
        await until(pilot, lambda: "Columns  F2" in seen(app) and "3 students" in seen(app))
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, ColumnsScreen) and "Rufname [/]" in seen(app))
        await pilot.press("end", "x", "enter")
        await until(pilot, lambda: isinstance(app.screen, PasteNamesScreen))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.left))
    assert [(one.name.first, one.grade) for one in given(app).reading.people] == [
        ("Ava", ""),
        ("Liam", ""),
        ("Zoe", ""),
    ]


async def test_names_alone_have_no_columns_and_no_questions_to_look_at() -> None:
    app = LoneApp(PasteNamesScreen(()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, "Ava Brown\nLiam Lopez")
        await until(pilot, lambda: "2 students" in seen(app))
        assert "F2" not in seen(app)
        assert "F3" not in seen(app)
        assert "F4" not in seen(app)
        await pilot.press("f2", "f3", "f4", "ctrl+s")
        await until(pilot, lambda: bool(app.left))


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_asked_comes_first_and_what_stays_open_is_said_and_not_done(
    quick_hands: None, book: ClassBook, size: tuple[int, int]
) -> None:
    before = book.everyone
    app = board_on(book)
    async with app.run_test(size=size) as pilot:
        await pilot.press("s", "a")
        await pasted(pilot, "Ava Brown\nZoe Young")
        await until(pilot, lambda: "1 question  F3" in seen(app) and "1 question is open" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, QuestionsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PasteNamesScreen))
        await pilot.press("ctrl+s")
        await until(
            pilot, lambda: "nothing is done about it. ctrl+s again goes on without" in " ".join(seen(app).split())
        )
        assert book.everyone == before
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Zoe Y." in seen(app) and not isinstance(app.screen, PasteNamesScreen))
    assert [one.name for one in book.everyone if one not in before] == ["Zoe Y."]


async def test_an_answer_is_taken_with_the_list(book: ClassBook) -> None:
    before = book.everyone
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "a")
        await pasted(pilot, "Ava Brown\nZoe Young")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, QuestionsScreen) and "1 of 1 is open" in seen(app))
        await pilot.press("2", "enter")
        await until(pilot, lambda: isinstance(app.screen, PasteNamesScreen) and "1 question is answered" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(book.everyone) == len(before) + 2)
    assert book.everyone[: len(before)] == before, "another child called Ava Brown came, and Zoe"


WHOLE_SCHOOL = "Name,Class\n" + "\n".join(
    f"Child{at} Family{at},{'Room 1' if at % 2 else 'Room 2 [b]'}" for at in range(80)
)


async def test_a_whole_school_never_lands_in_a_class_unasked(
    quick_hands: None, book: ClassBook, tmp_path: Path
) -> None:
    place = tmp_path / "school.csv"
    place.write_text(WHOLE_SCHOOL, encoding="utf-8")
    before = len(book.everyone)
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s", "a")
        await pasted(pilot, str(place))
        await until(pilot, lambda: "Choose a class  F4" in seen(app))
        for _ in range(3):
            await pilot.press("ctrl+s")
            await until(pilot, lambda: isinstance(app.screen, ChooseClassScreen) and "2 classes of this" in seen(app))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, PasteNamesScreen))
        assert len(book.everyone) == before
        await pilot.press("f4", *"room", "space", "1")
        await until(pilot, lambda: "Room 1" in seen(app) and "Room 2" not in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "40 new students" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(book.everyone) == before + 40)


def set_in(folder: Path) -> Path:
    """A small OneRoster set with two classes."""
    place = folder / "set"
    place.mkdir()
    users = [f"u{at},active,student,o,Given{at},Family{at}" for at in range(30)]
    lists = {
        "orgs.csv": ["sourcedId,status,name,type", "o,active,School,school"],
        "users.csv": [
            "sourcedId,status,role,orgSourcedIds,givenName,familyName",
            *users,
            "t,active,teacher,o,Rosa,Rivera",
        ],
        "classes.csv": ["sourcedId,status,title,grades", "c1,active,Math [/],2", "c2,active,Art,3"],
        "enrollments.csv": [
            "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role",
            *(f"e{at},active,{'c1' if at < 23 else 'c2'},o,u{at},student" for at in range(30)),
            "e99,active,c1,o,t,teacher",
        ],
    }
    for name, lines in lists.items():
        (place / name).write_text("\n".join(lines), encoding="utf-8")
    return place


async def test_a_class_of_a_set_of_changes_is_taken_and_has_no_columns_to_change(tmp_path: Path) -> None:
    place = set_in(tmp_path)
    users = (place / "users.csv").read_text(encoding="utf-8")
    (place / "users.csv").write_text(users.replace("u3,active", "u3,tobedeleted"), encoding="utf-8")
    app = LoneApp(PasteNamesScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await pasted(pilot, str(place))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ChooseClassScreen) and "Math [/]" in seen(app))
        await pilot.press(*"math", "enter")
        await until(pilot, lambda: "22 students" in seen(app))
        assert "F2" not in seen(app)
        await pilot.press("f2", "ctrl+s")
        await until(pilot, lambda: bool(app.left))
    assert len(given(app).reading.people) == 23


async def test_the_same_list_once_more_says_that_nothing_is_new(quick_hands: None, book: ClassBook) -> None:
    app = LoneApp(PasteNamesScreen(book.everyone))
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, "\n".join(one.name for one in book.students))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Nothing is new: everyone of this list is in the class already." in seen(app))
        assert not app.left
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.left))


@pytest.mark.parametrize("soft", ["\v", "\f", "\u2028", "\x85"])
async def test_a_soft_break_in_a_pasted_name_makes_no_two_children(soft: str) -> None:
    app = LoneApp(PasteNamesScreen(()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, f"Ava{soft}Brown\nLiam Lopez", stands_as="Ava Brown\nLiam Lopez")
        await until(pilot, lambda: "2 students" in seen(app))


class Held:
    """Reads lists as ever, but not before it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_go_on, self.reads = threading.Event(), 0
        monkeypatch.setattr(kept_readings, "read_pasted", self._read)

    def _read(self, text: str, chosen: Chosen) -> Reading:
        self.reads += 1
        assert threading.current_thread() is not threading.main_thread(), "keys would wait for it"
        self.may_go_on.wait(timeout=20)
        return read_pasted(text, chosen)


async def test_a_large_file_is_read_while_keys_are_answered_and_taken_once_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "names.csv"
    place.write_text("first\tlast\nAva\tBrown\nLiam\tLopez\n" + "\n" * kept_readings.LARGE, encoding="utf-8")
    app = LoneApp(PasteNamesScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.focused, TextArea))
        held = Held(monkeypatch)
        await pasted(pilot, str(place))
        await until(pilot, lambda: "Reading names.csv" in seen(app))
        await pilot.press("ctrl+s", "ctrl+s")
        await until(pilot, lambda: "still being read" in seen(app))
        assert not app.left
        held.may_go_on.set()
        await until(pilot, lambda: "2 students" in seen(app))
        held.may_go_on.clear()
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, ColumnsScreen) and "Comes of it" in seen(app))
        await pilot.press("end", "x", "enter")
        await until(pilot, lambda: "Reading the list like this" in seen(app))
        assert isinstance(app.screen, ColumnsScreen)
        held.may_go_on.set()
        await until(pilot, lambda: "Comes of it" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PasteNamesScreen) and "2 students" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.left))
    assert [one.name.written for one in given(app).reading.people] == ["Ava", "Liam"]
    assert held.reads == 2, "once as the board understood it, and once as it was said"


@pytest.mark.parametrize("size", SIZES)
async def test_a_class_of_a_set_begins_a_new_class_from_the_start(
    documents: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    place = set_in(tmp_path)
    app = BoardApp(seat_here())
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Start my class" in seen(app))
        pilot.app.post_message(events.Paste(f"'{place}'"))
        await until(pilot, lambda: bool(app.screen.query(NamesForm)) and "What you pasted stands on page" in seen(app))
        await pilot.press(*"Room", "enter", *"Lee", "enter")
        await until(pilot, lambda: "Choose a class  F4" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ChooseClassScreen) and "Math [/]" in seen(app))
        await pilot.press(*"rivera")
        await until(pilot, lambda: "Art" not in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "23 students" in seen(app) and "2 of 4" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "3 of 4" in seen(app))


async def test_somebody_who_comes_to_the_class_meanwhile_is_not_added_twice(book: ClassBook) -> None:
    app = LoneApp(PasteNamesScreen(book.everyone))
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, "Zoe Young")
        await until(pilot, lambda: "1 new student" in seen(app))
        book.edit(STUDENTS, lambda now: now)
        app.screen.query_one(NamesForm).are_there(())
        await until(pilot, lambda: "1 student" in seen(app) and "new" not in seen(app))
