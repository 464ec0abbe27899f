"""Whoever types, moves, chooses or judges on a screen loses nothing when a mark comes from elsewhere."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from alone_or_above import Alone, app_with
from board.app import BoardApp
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.screens.parts.live import LiveScreen
from board.screens.roster.students import StudentsScreen
from board.screens.units.steps import StepsScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.widgets.key_bar import KeyBar
from board.widgets.verdict_rows import VerdictRows
from board.widgets.waiting_wall import WaitingWall
from elsewhere import Elsewhere
from every_screen import screens
from lone_app import SHELF
from news_walked import WALKED
from screen_driver import seen, until
from screen_place import left_half, page_of, place
from waiting_pictures import bring


def lines_of_others(app: BoardApp) -> list[str]:
    """The lines of the screen that do not tell of the child who is marked."""
    return [line for line in seen(app).splitlines() if "Kid 3 " not in line]


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
    "waiting": Hands(("right",), thing_here),
    "pictures": Hands(("left",), title, ("ava", "u/halves")),
    "print": Hands(("tab", "down", "right", "down"), left_half),
    "students": Hands(("down",) * 25),
    "steps": Hands(("down",) * 9),
}
"""Every screen with a place to lose; the quilt has none."""


def busy_app(book: ClassBook, name: str) -> BoardApp:
    if name in ("students", "steps"):
        sitting, cells = Sitting(book, usual_adult(book)), SHELF.cells
        return Alone(book, StudentsScreen(sitting, cells) if name == "students" else StepsScreen(sitting, "u", cells))
    return app_with(book, name, alone=True)


def test_every_screen_that_hears_news_has_somebody_busy_on_it() -> None:
    hearing = {name for name, thing in screens().items() if issubclass(thing, LiveScreen)}
    busy = {f"{name.capitalize()}Screen" for name in BUSY}
    assert hearing == busy | {"WatchingScreen", "HowDidItGo", "PictureWord"} | (set(WALKED) - busy), (
        "a screen that neither this test nor that of news walks"
    )


@pytest.mark.parametrize("name", BUSY)
async def test_whoever_is_busy_keeps_place_choices_and_verdicts_when_others_mark(
    shown_class: tuple[ClassBook, Elsewhere], name: str
) -> None:
    book, other = shown_class
    book.edit(STUDENTS, lambda now: (*now, *(Student(f"more{at}", f"More {at}") for at in range(30))))
    for child, step, colour in (("ava", "u/thirds", "blue"), ("ava", "u/add", "green"), ("ben", "u/halves", "gold")):
        bring(book, child, step, colour)
    for child in ("kid0", "kid1", "kid2") if name == "waiting" else ():
        other.mark(Kind.READY, child, "u/thirds")
    book.news()
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
    app = app_with(book, "center", alone=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        await pilot.press("g", "2", "4", "4", "pagedown", "3")
        other.mark(Kind.MASTERED, "kid0", "u/halves")
        await until(pilot, lambda: book.progress.spot("kid0", "u/halves").status is Status.MASTERED)
        await pilot.press("pageup")
        verdicts = [row.verdict for row in app.screen.query_one(VerdictRows).rows]
        assert verdicts[:4] == [None, Kind.MASTERED, None, Kind.PRACTISING]
        assert "2 got it, 1 trying" in seen(app)
