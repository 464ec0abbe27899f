"""What another program marks is shown on every screen, whatever lies below or above it; nothing that was begun is lost."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from textual.screen import Screen

import board.screens
from board.app import BoardApp
from board.cli.context import seat_here
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.screens.live import LiveScreen
from board.screens.note import NoteScreen
from board.screens.pictures import PicturesScreen
from board.screens.steps import StepsScreen
from board.screens.student import StudentScreen
from board.screens.students import StudentsScreen
from board.screens.watching import BEGINS
from board.store.class_book import ClassBook
from board.store.tables import STUDENTS
from board.widgets.choice_rows import ChoiceRows
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import OneLine
from board.widgets.pixel_picture import PixelPicture
from board.widgets.quilt import Quilt
from board.widgets.student_path import StudentPath
from board.widgets.verdict_rows import VerdictRows
from board.widgets.waiting_wall import WaitingWall
from elsewhere import Elsewhere
from kiosk import OVER_THE_BOARD, Kiosk, app_with
from lone_app import SHELF
from screen_driver import row_of, seen, until
from waiting_pictures import bring

SIZE = (120, 40)

Condition = Callable[[BoardApp], bool]

BEFORE: dict[str, Condition] = {
    "board": lambda app: "Ava B." in seen(app) and "●" not in row_of(app, "Ava B."),
    "student": lambda app: "Open." in seen(app),
    "center": lambda app: "Ava B." in seen(app) and "●" not in seen(app),
    "waiting": lambda app: "Thirds" not in seen(app) and "Halves" in seen(app),
    "pictures": lambda app: "It waits until you have shown this step" in seen(app),
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
    "quilt": lambda app: bool(app.screen.query(Quilt)) and "any key goes back" in seen(app),
    "print": lambda app: page_of(app) is not None,
}
"""What is on it once she has."""


def page_of(app: BoardApp) -> Any:
    """The page that is shown small, None where there is none yet."""
    return next((picture.pixels for picture in app.screen.query(PixelPicture)), None)


@pytest.fixture
def shown_class(book: ClassBook, folder: Path) -> Iterator[tuple[ClassBook, Elsewhere]]:
    """A class large enough for a quilt, with a picture that waits for its step, which another program has open too."""
    more = tuple(Student(f"kid{at}", f"Kid {at}") for at in range(5))
    book.edit(STUDENTS, lambda now: (*now, *more))
    bring(book, "ava", "u/halves", "red", "a fish")
    with Elsewhere(folder) as other:
        yield book, other


def place(app: BoardApp) -> object:
    """Where somebody is on a screen: what has the focus, how far everything is scrolled, and where each cursor stands."""
    cursors = [[getattr(widget, name, None) for name in _PLACES] for widget in app.screen.query("*")]
    return app.screen.focused, [widget.scroll_offset for widget in app.screen.query("*")], cursors


_PLACES = ("here", "at", "cursor", "chosen", "zoom", "highlighted", "value")
"""What widgets call the place of their cursor, what was chosen, and what was typed."""


@pytest.mark.parametrize("kiosk", [False, True], ids=["over the board", "with no board below"])
@pytest.mark.parametrize("name", ["board", *OVER_THE_BOARD])
async def test_what_another_program_marks_is_shown_and_nobody_loses_the_place(
    shown_class: tuple[ClassBook, Elsewhere], name: str, kiosk: bool
) -> None:
    book, other = shown_class
    app = app_with(book, name, kiosk=kiosk)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: BEFORE[name](app))
        was, page = place(app), page_of(app)
        other.mark(
            Kind.READY if name == "waiting" else Kind.MASTERED, "ava", "u/thirds" if name == "waiting" else "u/halves"
        )
        await until(pilot, lambda: AFTER[name](app) and (name != "print" or page_of(app) != page))
        assert place(app) == was


def lines_of_others(app: BoardApp) -> list[str]:
    """The lines of the screen that do not tell of the child who is marked."""
    return [line for line in seen(app).splitlines() if "Kid 3 " not in line]


def left_half(app: BoardApp) -> list[str]:
    """The part of the screen where a page and how it shall be are chosen."""
    return [line[: app.size.width // 2] for line in seen(app).splitlines()]


def thing_here(app: BoardApp) -> object:
    """What waits under the cursor."""
    return app.screen.query_one(WaitingWall).here


def title(app: BoardApp) -> str:
    return seen(app).splitlines()[0]


class Hands(NamedTuple):
    """What somebody is about on a screen when a mark from elsewhere comes.

    Attributes:
        keys: What they pressed: moved, chosen, judged, scrolled.
        still: Gives what may not change then, beside the place.
        about: The spot that is marked.
    """

    keys: tuple[str, ...]
    still: Callable[[BoardApp], object] = lines_of_others
    about: tuple[str, str] = ("kid3", "u/thirds")


BUSY: dict[str, Hands] = {
    "board": Hands((*["down"] * 28, "right", "right", "x", "down", "x", "down")),
    "student": Hands(("end", "left", "tab", "down", "down"), title, ("ava", "u/add")),
    "center": Hands(("g", "2", "4", "4", "5", "pagedown", "3", "6", "6", "a", "down")),
    "waiting": Hands(("right", "right", "down", "right"), thing_here),
    "pictures": Hands(("left",), title, ("ava", "u/halves")),
    "print": Hands(("tab", "down", "right", "down"), left_half),
    "students": Hands(("down",) * 25),
    "steps": Hands(("down",) * 9),
}
"""Every screen with a place to lose; the quilt has none."""


def busy_app(book: ClassBook, name: str) -> BoardApp:
    if name in ("students", "steps"):
        sitting, cells = Sitting(book, usual_adult(book)), SHELF.cells
        return Kiosk(book, StudentsScreen(sitting, cells) if name == "students" else StepsScreen(sitting, "u", cells))
    return app_with(book, name, kiosk=True)


def test_every_screen_that_hears_news_has_somebody_busy_on_it() -> None:
    hearing = {name for name, thing in screens().items() if issubclass(thing, LiveScreen)}
    assert hearing == {f"{name.capitalize()}Screen" for name in BUSY} | {"WatchingScreen"}


@pytest.mark.parametrize("name", BUSY)
async def test_whoever_is_busy_keeps_place_choices_and_verdicts_when_others_mark(
    shown_class: tuple[ClassBook, Elsewhere], name: str
) -> None:
    book, other = shown_class
    book.edit(STUDENTS, lambda now: (*now, *(Student(f"more{at}", f"More {at}") for at in range(30))))
    for child, step, colour in (("ava", "u/thirds", "blue"), ("ava", "u/add", "green"), ("ben", "u/halves", "gold")):
        bring(book, child, step, colour)
    app, hands = busy_app(book, name), BUSY[name]
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: _is_up(app, name))
        begun = place(app)
        await pilot.press(*hands.keys)
        await until(pilot, lambda: place(app) != begun)
        was, still = place(app), hands.still(app)
        kind, status = (Kind.READY, Status.READY) if name == "waiting" else (Kind.MASTERED, Status.MASTERED)
        other.mark(kind, *hands.about)
        screen = app.screen
        assert isinstance(screen, LiveScreen)
        await until(
            pilot, lambda: book.progress.spot(*hands.about).status is status and screen._stand_shown == screen._stand
        )
        await pilot.pause()
        assert place(app) == was
        assert hands.still(app) == still


def _is_up(app: BoardApp, name: str) -> bool:
    return page_of(app) is not None if name == "print" else bool(app.screen.query(KeyBar))


async def test_verdicts_on_another_page_of_a_center_stay_when_others_mark(
    shown_class: tuple[ClassBook, Elsewhere],
) -> None:
    book, other = shown_class
    book.edit(STUDENTS, lambda now: (*now, *(Student(f"more{at}", f"More {at}") for at in range(30))))
    app = app_with(book, "center", kiosk=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        await pilot.press("g", "2", "4", "4", "pagedown", "3")
        other.mark(Kind.MASTERED, "kid0", "u/halves")
        await until(pilot, lambda: book.progress.spot("kid0", "u/halves").status is Status.MASTERED)
        await pilot.press("pageup")
        verdicts = [row.verdict for row in app.screen.query_one(VerdictRows).rows]
        assert verdicts[:4] == [None, Kind.MASTERED, None, Kind.PRACTISING]
        assert "2 got it, 1 trying" in seen(app)


async def test_the_page_and_the_choices_stay_while_the_preview_shows_the_new_sticker(
    shown_class: tuple[ClassBook, Elsewhere],
) -> None:
    book, other = shown_class
    app = app_with(book, "print", kiosk=True)
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
    app = app_with(book, "board", kiosk=False)
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


def _lines(screen: Screen[Any], app: BoardApp) -> list[str]:
    return [line.text for line in screen._compositor.render_strips(app.size)]


async def test_a_screen_that_lay_below_another_is_new_when_it_comes_back(
    shown_class: tuple[ClassBook, Elsewhere],
) -> None:
    book, other = shown_class
    app = app_with(book, "student", kiosk=True)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: BEFORE["student"](app))
        app.screen.query_one(StudentPath).go_to("u/thirds")
        await app.push_screen(
            PicturesScreen(seat_here(), book, Sitting(book, usual_adult(book)), SHELF, ("ava", "u/halves"))
        )
        other.mark(Kind.MASTERED, "ava", "u/thirds")
        await until(pilot, lambda: book.progress.spot("ava", "u/thirds").status is Status.MASTERED)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, StudentScreen) and AFTER["student"](app))
        assert app.screen.query_one(StudentPath).here == "u/thirds"


_ONE_LINE = "a line is typed on it, and what lies below it is live"
_FORM = "a form that is filled in: what is typed stays, and what is kept is looked at anew then"
_READS = "is read and left; nothing on it is about how anybody stands"
_ONE_PICTURE = "one picture that was chosen; its pixels never change"
_NO_CLASS = "no class is open yet"
_STILL: dict[str, str] = {
    "AdultsScreen": _FORM,
    "BringScreen": "files of this computer",
    "CaptionScreen": _ONE_LINE,
    "CropScreen": _ONE_PICTURE,
    "DrawHelp": _READS,
    "DrawScreen": "a drawing nobody else has",
    "FindScreen": _ONE_LINE,
    "HelpScreen": _READS,
    "JoinScreen": _FORM,
    "LargePage": "a page looked at closely, as it was when it was opened; the preview below it is live",
    "LargePicture": _ONE_PICTURE,
    "NewClassScreen": _NO_CLASS,
    "NoteScreen": _ONE_LINE,
    "Notice": _READS,
    "OpenClassScreen": _NO_CLASS,
    "Palette": "doors, found anew at each letter",
    "PasteNamesScreen": _FORM,
    "PasteStepsScreen": _FORM,
    "PrinterScreen": "about a printer",
    "ShortHelp": _READS,
    "StarterChoice": "pictures that come with the board",
    "StartScreen": _NO_CLASS,
    "StepForm": _FORM,
    "StudentForm": _FORM,
    "TitleForm": _FORM,
}
"""The screens that hear no news, and why they need not."""

_BASES = (
    "Calm",
    "CalmDialog",
    "LiveScreen",
    "PageScreen",
    "MarkingScreen",
    "BoardDoors",
    "PictureDoors",
    "OutlineScreen",
    "SheetAnswers",
)
"""What screens are made of; none of them is ever shown."""


def screens() -> dict[str, type[Screen[Any]]]:
    """Every screen of the house, by the name of its class."""
    modules = [
        importlib.import_module(f"board.screens.{one.name}") for one in pkgutil.iter_modules(board.screens.__path__)
    ]
    return {
        name: thing
        for module in modules
        for name, thing in vars(module).items()
        if isinstance(thing, type) and issubclass(thing, Screen) and thing.__module__.startswith("board.screens")
        if name not in _BASES
    }


def test_every_screen_hears_news_or_it_is_said_why_it_need_not() -> None:
    deaf = {name for name, thing in screens().items() if not issubclass(thing, LiveScreen)}
    assert deaf == set(_STILL)


def test_a_screen_that_hears_news_shows_them() -> None:
    for name, thing in screens().items():
        if issubclass(thing, LiveScreen):
            assert thing.show_class is not LiveScreen.show_class, f"{name} shows nothing new"
