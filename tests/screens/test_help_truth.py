"""What the help page says is true where it says it."""

import pytest
from textual.widgets import Static

from alone_or_above import Above
from board.app import BoardApp
from board.screens.parts.help import HelpScreen
from board.screens.parts.note import NoteScreen
from board.screens.parts.question import Answers
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS
from board.widgets.command import sign_of
from help_pages import help_on, is_up, missing_and_foreign, shown_keys
from made_screens import MADE
from screen_driver import board_on, seen, until

_ANY_KEY_LEAVES = ("GoodBye", "KioskQuilt", "LargePage", "LargePicture", "StillHere", "WatchingScreen")


@pytest.mark.parametrize("name", _ANY_KEY_LEAVES)
@pytest.mark.parametrize("key", ["ctrl+t", "ctrl+g", "ctrl+l", "ctrl+c", "question_mark"])
async def test_a_key_that_help_names_works_also_where_any_other_leaves(book: ClassBook, name: str, key: str) -> None:
    screen = MADE[name](book)
    app = Above(book, screen)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await help_on(app, pilot, screen)
        assert sign_of(key) in shown_keys(page)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        look = app.theme
        await pilot.press(key)
        await pilot.pause()
        assert screen in app.screen_stack
        assert (app.theme != look) is (key == "ctrl+t")


async def test_the_colours_change_in_a_dialog_too(book: ClassBook) -> None:
    screen = MADE["StudentForm"](book)
    app = Above(book, screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await is_up(app, pilot, screen)
        look = app.theme
        await pilot.press("ctrl+t")
        await until(pilot, lambda: app.theme != look)
        assert app.screen is screen


async def page_of(book: ClassBook, name: str, *keys: str) -> tuple[str, set[str], set[str], set[str]]:
    """Give the help of a screen after some keys: its text, its keys, those it leaves out, those that are none there."""
    screen = MADE[name](book)
    app = Above(book, screen)
    async with app.run_test(size=(100, 40)) as pilot:
        await is_up(app, pilot, screen)
        await pilot.press(*keys)
        page = await help_on(app, pilot, screen)
        return (
            " ".join(str(page.query_one(Static).content).split()),
            shown_keys(page),
            *missing_and_foreign(screen, page),
        )


@pytest.mark.parametrize(
    ("name", "keys", "gone", "told"),
    [
        ("DrawScreen", ["w"], {"p", "u", "d", "space", "?"}, ({"ctrl+s", "Esc", "F1", "ctrl+v"}, "Go to the button")),
        ("DrawScreen", [], {"ctrl+v"}, ({"p", "u", "d", "?"}, "Press and drag")),
        ("BringScreen", ["tab"], {"p", "d", "h"}, ({"enter", "ctrl+v"}, "Drag a file or a folder")),
        (
            "BringScreen",
            [],
            {"ctrl+v"},
            ({"p", "d", "h", "enter", "space"}, "Open the folder under the cursor, or fold"),
        ),
        ("PrinterScreen", ["shift+tab"], {"p", "n", "del"}, ({"enter", "Esc"}, "Go on to the folds")),
        ("StudentForm", [], {"?"}, ({"enter", "ctrl+s", "F1"}, "Keep what was written.")),
        ("StudentForm", ["up"], {"ctrl+v"}, ({"?", "enter", "ctrl+s"}, "Choose the answer before.")),
        ("StudentForm", ["up", "up", "up"], {"ctrl+v"}, ({"?", "enter", "ctrl+s"}, "Choose the picture before.")),
        ("PasteNamesScreen", [], {"enter", "?"}, ({"ctrl+s", "Esc", "ctrl+v"}, "Enter begins a new line.")),
    ],
)
async def test_only_what_works_where_the_cursor_is_is_told(
    book: ClassBook, name: str, keys: list[str], gone: set[str], told: tuple[set[str], str]
) -> None:
    page, shown, missing, foreign = await page_of(book, name, *keys)
    assert (missing, foreign, shown & {sign_of(key) for key in gone}) == (set(), set(), set())
    assert told[0] <= shown
    assert told[1] in page


@pytest.mark.parametrize(
    ("name", "button", "back"),
    [
        ("PasteNamesScreen", "Add them Do what", "Leave; nothing"),
        ("PasteStepsScreen", "Add it Do what", "Leave; nothing"),
        ("OpenClassScreen", "Open it Do what", "Leave; nothing"),
        ("NewClassScreen", "Go on Do what", "Leave; nothing"),
    ],
)
async def test_a_page_tells_its_keys_in_the_words_of_its_button(
    book: ClassBook, name: str, button: str, back: str
) -> None:
    page, _, missing, foreign = await page_of(book, name)
    assert (missing, foreign) == (set(), set())
    assert button in page
    assert back in page
    assert "next page" not in page


@pytest.mark.parametrize("is_there", ["nobody", "no unit"])
async def test_an_empty_class_is_offered_only_what_works(book: ClassBook, is_there: str) -> None:
    if is_there == "nobody":
        book.edit(STUDENTS, lambda _: ())
    else:
        book.edit(UNITS, lambda _: ())
    app = board_on(book)
    async with app.run_test(size=(200, 24)) as pilot:
        await until(pilot, lambda: "s Students" in seen(app) or "Help" in seen(app))
        foot = seen(app).splitlines()[-1]
        assert "? Help" in foot
        for words in ("Got it", "Trying", "Ready", "Keep working", "Center", "Picture", "Print"):
            assert words not in foot
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        shown = {command.words for group in app.screen._here.groups for command in group.commands}  # type: ignore[attr-defined]
        assert "Students" in shown
        assert not shown & {"Got it", "Center", "Next unit", "Unit before"}


async def test_what_enter_does_on_the_print_screen_is_told_once_in_the_list_and_once_in_the_choices(
    book: ClassBook,
) -> None:
    in_list, *_ = await page_of(book, "PrintScreen")
    in_choices, *_ = await page_of(book, "PrintScreen", "right")
    assert "enter Open it Make the page under the cursor and open it." in in_list
    assert "Take it" not in in_list
    assert "enter Take Take the value that is typed here, or choose the next one." in in_choices
    assert "Enter does the same" not in in_list + in_choices
    assert "enter Open it" not in in_choices


@pytest.mark.parametrize(
    "name",
    ["BoardScreen", "CenterScreen", "WaitingScreen", "StudentsScreen", "StepsScreen", "PrintScreen", "StudentScreen"],
)
@pytest.mark.parametrize("width", [40, 80])
async def test_the_foot_says_how_to_get_help_also_where_room_is_short(book: ClassBook, name: str, width: int) -> None:
    screen = MADE[name](book)
    app = Above(book, screen)
    async with app.run_test(size=(width, 24)) as pilot:
        await is_up(app, pilot, screen)
        await until(pilot, lambda: "? Help" in seen(app))
        assert "escape" not in seen(app)
        assert "pagedown" not in seen(app)


@pytest.mark.parametrize(("recent", "is_told"), [((), False), (("fold it",), True)])
async def test_what_was_written_lately_is_told_only_where_there_is_something(
    book: ClassBook, recent: tuple[str, ...], is_told: bool
) -> None:
    screen = NoteScreen("Note", "", Answers("keeps it", "keeps none"), recent=recent)
    app = Above(book, screen)
    async with app.run_test(size=(100, 40)) as pilot:
        page = str((await help_on(app, pilot, screen)).query_one(Static).content)
        assert ("Lately" in page) is is_told
        assert "Drag a file" not in page


@pytest.mark.parametrize("name", _ANY_KEY_LEAVES)
@pytest.mark.parametrize("key", ["ctrl+p", "tab", "x", "f5"])
async def test_a_key_that_help_does_not_name_goes_back_there(book: ClassBook, name: str, key: str) -> None:
    screen = MADE[name](book)
    app = Above(book, screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen is screen and screen.is_mounted)
        await pilot.press(key)
        await until(pilot, lambda: app.screen is not screen or screen not in app.screen_stack)
        assert (screen in app.screen_stack) is (name == "KioskQuilt"), "the quilt stays, and the signs come up above it"


async def test_ctrl_z_is_told_only_where_a_shell_is_and_never_to_a_child(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {}
    for name, key, has_shell in (
        ("StudentScreen", "", False),
        ("StudentScreen", "", True),
        ("StudentScreen", "w", True),
        ("WatchingScreen", "", True),
    ):
        monkeypatch.setattr(BoardApp, "can_be_stopped", has_shell)
        screen = MADE[name](book)
        app = Above(book, screen)
        async with app.run_test(size=(100, 40)) as pilot:
            await is_up(app, pilot, screen)
            await pilot.press(*filter(None, [key]))
            told[name, key, has_shell] = sign_of("ctrl+z") in shown_keys(await help_on(app, pilot, screen))
    assert told == {
        ("StudentScreen", "", False): False,
        ("StudentScreen", "", True): True,
        ("StudentScreen", "w", True): False,
        ("WatchingScreen", "", True): False,
    }


async def test_the_keys_of_the_board_come_before_its_signs(book: ClassBook) -> None:
    screen = MADE["BoardScreen"](book)
    app = Above(book, screen)
    async with app.run_test(size=(100, 40)) as pilot:
        page = str((await help_on(app, pilot, screen)).query_one(Static).content)
        assert 0 < page.index("Got it") < page.index("Signs of the overview")
        assert "Esc goes back; so do q, Enter, ? and a tap." in page
