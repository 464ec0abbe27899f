"""What another program marks is shown on every screen, whatever lies below or above it; nothing that was begun is lost."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from alone_or_above import OVER_THE_BOARD, Alone, app_with
from board.app import BoardApp
from board.cli.context import seat_here
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.screens.board.student import StudentScreen
from board.screens.lock.watching import BEGINS
from board.screens.parts.live import LiveScreen
from board.screens.parts.note import NoteScreen
from board.screens.pictures.pictures import PicturesScreen
from board.store.class_book import ClassBook
from board.widgets.choice_rows import ChoiceRows
from board.widgets.one_line import OneLine
from board.widgets.quilt import Quilt
from board.widgets.student_path import StudentPath
from elsewhere import Elsewhere
from every_screen import screens
from lone_app import SHELF
from made_screens import MADE
from news_walked import WALKED
from screen_driver import row_of, seen, until
from screen_place import left_half, page_of, place

SIZE = (120, 40)

Condition = Callable[[BoardApp], bool]

BEFORE: dict[str, Condition] = {
    "board": lambda app: "Ava B." in seen(app) and "●" not in row_of(app, "Ava B."),
    "student": lambda app: "Open." in seen(app),
    "center": lambda app: "Ava B." in seen(app) and "●" not in seen(app),
    "waiting": lambda app: "Thirds" not in seen(app) and "Halves" in seen(app),
    "pictures": lambda app: "It waits until you have shown this step" in seen(app),
    "showing": lambda app: "seen as a whole" in seen(app) and "It has its sticker" not in seen(app),
    "quilt": lambda app: BEGINS in seen(app),
    "print": lambda app: page_of(app) is not None,
}
"""What is on each screen before Ava has shown the first step."""

AFTER: dict[str, Condition] = {
    "board": lambda app: "●" in row_of(app, "Ava B."),
    "student": lambda app: "Got it (" in seen(app),
    "center": lambda app: "●" in seen(app),
    "waiting": lambda app: "Thirds" in seen(app),
    "pictures": lambda app: "until your teacher has looked" in seen(app),
    "showing": lambda app: "It has its sticker" in seen(app),
    "quilt": lambda app: bool(app.screen.query(Quilt)) and "any key goes back" in seen(app),
    "print": lambda app: page_of(app) is not None,
}
"""What is on it once she has."""


@pytest.mark.parametrize("alone", [False, True], ids=["over the board", "with no board below"])
@pytest.mark.parametrize("name", ["board", *OVER_THE_BOARD])
async def test_what_another_program_marks_is_shown_and_nobody_loses_the_place(
    shown_class: tuple[ClassBook, Elsewhere], name: str, alone: bool
) -> None:
    book, other = shown_class
    app = app_with(book, name, alone=alone)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: BEFORE[name](app))
        was, page = place(app), page_of(app)
        other.mark(
            Kind.READY if name == "waiting" else Kind.MASTERED, "ava", "u/thirds" if name == "waiting" else "u/halves"
        )
        await until(pilot, lambda: AFTER[name](app) and (name != "print" or page_of(app) != page))
        assert place(app) == was


async def test_the_page_and_the_choices_stay_while_the_preview_shows_the_new_sticker(
    shown_class: tuple[ClassBook, Elsewhere],
) -> None:
    book, other = shown_class
    app = app_with(book, "print", alone=True)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: page_of(app) is not None)
        await pilot.press("tab", "down", "right")
        rows = app.screen.query_one(ChoiceRows)
        await until(pilot, lambda: rows.has_focus)
        await pilot.wait_for_scheduled_animations()
        was, chosen = place(app), left_half(app)
        page = page_of(app)
        other.mark(Kind.MASTERED, "ben", "u/halves")
        await until(pilot, lambda: page_of(app) not in (page, None))
        assert place(app) == was
        assert left_half(app) == chosen


async def test_what_is_typed_stays_and_what_lies_below_is_new_at_once(shown_class: tuple[ClassBook, Elsewhere]) -> None:
    book, other = shown_class
    app = app_with(book, "board", alone=False)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: BEFORE["board"](app))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press(*"shy today")
        other.mark(Kind.MASTERED, "ben", "u/halves")
        below = app.screen_stack[0]
        await until(pilot, lambda: any("●" in line for line in _lines(below, app) if "Ben C." in line))
        await until(pilot, lambda: any("●" in line for line in seen(app).splitlines() if "Ben C." in line))
        assert app.screen.query_one(OneLine).value == "shy today"
        await pilot.press("escape")
        await until(pilot, lambda: "●" in row_of(app, "Ben C."))


_WALKED_ABOVE = {
    *("BoardScreen", "StudentScreen", "CenterScreen", "WaitingScreen", "PicturesScreen"),
    *("HowDidItGo", "WatchingScreen", "PrintScreen"),
}
"""The screens of `OVER_THE_BOARD`, and the board."""

_WALKED_ELSEWHERE = {"PictureWord"}
"""Its news are pictures without a word, or a child that is gone: tests of its own walk it."""


def test_what_is_walked_by_its_name_is_the_screen_it_says(book: ClassBook) -> None:
    made = {type(make(book)).__name__ for make in OVER_THE_BOARD.values()}
    assert {*made, "BoardScreen"} == _WALKED_ABOVE


def _lines(screen: Screen[Any], app: BoardApp) -> list[str]:
    return [line.text for line in screen._compositor.render_strips(app.size)]


async def test_a_screen_that_lay_below_another_is_new_when_it_comes_back(
    shown_class: tuple[ClassBook, Elsewhere],
) -> None:
    book, other = shown_class
    app = app_with(book, "student", alone=True)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: BEFORE["student"](app))
        app.screen.query_one(StudentPath).go_to("u/thirds")
        await app.push_screen(PicturesScreen(seat_here(), Sitting(book, usual_adult(book)), SHELF, ("ava", "u/halves")))
        other.mark(Kind.MASTERED, "ava", "u/thirds")
        await until(pilot, lambda: book.progress.spot("ava", "u/thirds").status is Status.MASTERED)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, StudentScreen) and AFTER["student"](app))
        assert app.screen.query_one(StudentPath).here == "u/thirds"


@pytest.mark.parametrize("name", WALKED)
async def test_what_another_program_changes_is_shown_on_every_screen_of_a_class(
    book: ClassBook, folder: Path, name: str
) -> None:
    news = WALKED[name]
    news.ready(book)
    app = Alone(book, MADE[name](book))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: bool(seen(app).strip()) and news.before in seen(app))
        await pilot.press(*news.press)
        await pilot.pause()
        assert news.told not in seen(app)
        with closing(ClassBook(folder, "elsewhere")) as other:
            news.change(other)
        await until(pilot, lambda: news.told in seen(app) and (not news.before or news.before not in seen(app)))


def test_every_screen_of_a_class_is_walked_with_news() -> None:
    live = {name for name, thing in screens().items() if issubclass(thing, LiveScreen)}
    assert live == {*WALKED, *_WALKED_ABOVE, *_WALKED_ELSEWHERE}


_ONE_LINE = "a line is typed on it, and what lies below it is live"
_FORM = "a form that is filled in: what is typed stays, and what is kept is looked at anew then"
_READS = "is read and left; nothing on it is about how anybody stands"
_ONE_PICTURE = "one picture that was chosen; its pixels never change"
_NO_CLASS = "no class is open yet"
_STILL: dict[str, str] = {
    "AdultMenu": _READS,
    "AdultsScreen": _FORM,
    "Away": _READS,
    "BringScreen": "files of this computer",
    "CaptionScreen": _ONE_LINE,
    "ChooseClassScreen": "files of a school",
    "ColumnsScreen": "a list that is in nobody's class yet",
    "CropScreen": _ONE_PICTURE,
    "DrawScreen": "a drawing nobody else has",
    "ExtraStep": _FORM,
    "EvidencePhoto": "photos that are kept nowhere yet",
    "EvidenceShown": _ONE_PICTURE,
    "FindScreen": _ONE_LINE,
    "GoodBye": _READS,
    "GuideForm": _FORM,
    "HandOver": _READS,
    "HelpScreen": _READS,
    "JoinScreen": _FORM,
    "LargePage": "a page looked at closely, as it was when it was opened; the preview below it is live",
    "LargePicture": _ONE_PICTURE,
    "MoreSteps": "the steps as they stood when it was opened; the showing below it is live",
    "NewClassScreen": _NO_CLASS,
    "NewLinkScreen": _FORM,
    "NewPinScreen": "digits that nobody else types",
    "NoteScreen": _ONE_LINE,
    "NoWay": _READS,
    "Notice": _READS,
    "OpenClassScreen": _NO_CLASS,
    "Palette": "doors, found anew at each letter",
    "PasteNamesScreen": _FORM,
    "PasteStepsScreen": _FORM,
    "PinScreen": "asks for digits and shows nothing of the class",
    "PrinterScreen": "about a printer",
    "QuestionsScreen": _FORM,
    "SeveralLines": _FORM,
    "StarterChoice": "pictures that come with the board",
    "StudioTiles": "tools",
    "TrustScreen": _READS,
    "TrayScreen": "photos that wait in a folder, which is looked at and not the class",
    "PickPicture": "pictures that wait in a folder, which is looked at and not the class",
    "StartScreen": _NO_CLASS,
    "StepForm": _FORM,
    "StillHere": _READS,
    "StudentForm": _FORM,
    "TitleForm": _FORM,
    "VersionsScreen": _FORM,
}
"""The screens that hear no news, and why they need not."""


def test_every_screen_hears_news_or_it_is_said_why_it_need_not() -> None:
    deaf = {name for name, thing in screens().items() if not issubclass(thing, LiveScreen)}
    assert deaf == set(_STILL)


def test_a_screen_that_hears_news_shows_them() -> None:
    for name, thing in screens().items():
        if issubclass(thing, LiveScreen):
            assert thing.show_class is not LiveScreen.show_class, f"{name} shows nothing new"
