"""Every screen has an audience, and shows it nothing else: ranks, counts, dates, plans and doubts change nothing and stand nowhere."""

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from board.art.cells import Pixels
from board.cli.context import seat_here
from board.deeds.sitting import Sitting, usual_adult
from board.mastery import audience as rules
from board.mastery import progress, seen
from board.mastery.audience import Audience
from board.mastery.curriculum import Step
from board.mastery.pictures import Face
from board.screens.board.student import StudentScreen
from board.screens.lock.locked import LockScreen
from board.screens.lock.watching import WatchingScreen
from board.screens.wall.look import LookScreen, Sight
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS, UNITS, put
from board.words import child_path
from board.words.at_kiosk import WE_ARE_PROUD
from board.words.outcomes.to_child import ASKED_ENOUGH, NOT_NOW
from every_screen import screens
from leaks import RICH, Twin, told, twins
from lone_app import LoneApp
from made_screens import MADE
from who_looks import AVA

Shown = tuple[tuple[object, ...], ...]
"""Every piece of every line of a screen, with its colours."""

_ROOM = (110, 64)


class Walk(NamedTuple):
    """How a screen is looked at that is not for teachers alone.

    Attributes:
        audience: Who looks.
        make: Makes it for a class, as its door does for Ava.
        keys: What is pressed, one after the other; it is looked at after each.
        before: What is pressed until it is for them.
        but: Words on it that tell nothing of a child, such as which of the pictures one looks at.
    """

    audience: Audience
    make: Callable[[ClassBook], Screen[Any]]
    keys: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    but: tuple[str, ...] = ()


def _pictures(step: Step, face: Face | None, size: int) -> Pixels:
    """A picture of one colour, another for each step and each own picture."""
    red, green = (sum(name.encode()) % 200 for name in (step.id, face.name if face else ""))
    return tuple(((red, green, 90, 255),) * size for _ in range(size))


PICTURES: Any = _pictures


def _student(book: ClassBook) -> Screen[Any]:
    return StudentScreen(seat_here(), Sitting(book, usual_adult(book)), RICH.id, (AVA.id, ""), PICTURES)


def _made(name: str) -> Walk:
    def make(book: ClassBook) -> Screen[Any]:
        return MADE[name](book)

    return Walk(Audience.STUDENT, make)


def _looked_at(book: ClassBook, shown: Sight) -> Screen[Any]:
    """What a projector shows, at one thing there is to look at."""
    screen = MADE["LookScreen"](book)
    assert isinstance(screen, LookScreen)
    screen._now = shown
    return screen


def _everybody(name: str) -> Walk:
    return _made(name)._replace(audience=Audience.EVERYBODY)


NOT_FOR_TEACHERS_ALONE = {
    "WatchingScreen": Walk(Audience.EVERYBODY, lambda book: WatchingScreen(book, RICH, PICTURES)),
    "LockScreen": Walk(Audience.EVERYBODY, lambda book: LockScreen(book, RICH, PICTURES)),
    "PinScreen": Walk(Audience.EVERYBODY, MADE["PinScreen"], keys=("4", "7")),
    "StudentScreen": Walk(
        Audience.STUDENT, _student, keys=("home", *("right",) * 8), before=("w",), but=("Student before",)
    ),
    **{name: _made(name) for name in ("CaptionScreen", "CropScreen", "DrawScreen", "LargePicture")},
    "StarterChoice": _made("StarterChoice")._replace(keys=("9", "right")),
    "StudioTiles": _made("StudioTiles")._replace(keys=("9", "right")),
    "PickPicture": _made("PickPicture"),
    "CoverScreen": _made("CoverScreen")._replace(keys=("right", "1", "3", "2", "right")),
    "HandOver": _made("HandOver"),
    **{
        name: _everybody(name)
        for name in ("KioskQuilt", "OwnSign", "PictureWord", "GoodBye", "StillHere", "Away", "NoWay")
    },
    "LookScreen": Walk(Audience.EVERYBODY, lambda book: _looked_at(book, Sight("u"))),
    "UnitSigns": _made("UnitSigns"),
    "MyPath": _made("MyPath")._replace(keys=("enter", "escape", "right", "enter", "escape", "right", "right")),
}
"""How each screen is walked that a child or everybody sees. One that comes with a child's page is one more row here."""


def _my_path(**about: object) -> Callable[[ClassBook], Screen[Any]]:
    def make(book: ClassBook) -> Screen[Any]:
        book.edit(ABOUT, lambda now: now._replace(**about))
        return MADE["MyPath"](book)

    return make


PAGES = {
    "proud wall": (
        Walk(Audience.EVERYBODY, lambda book: _looked_at(book, Sight("", 0))),
        (WE_ARE_PROUD,),
    ),
    "ways": (
        Walk(Audience.STUDENT, _my_path(), keys=("1", "2", "right", "1", "1")),
        (child_path.ANY_WAY,),
    ),
    "asked": (
        Walk(Audience.STUDENT, _my_path(), keys=("3", "1", "3", "2", "1", "3")),
        (child_path.TAKE_BACK, child_path.NOT_THIS_NOW),
    ),
    "enough wait": (
        Walk(Audience.STUDENT, _my_path(most_asked=1), keys=("1", "2", "1", "1")),
        (ASKED_ENOUGH,),
    ),
    "asking rests": (
        Walk(Audience.STUDENT, _my_path(asking=False), keys=("1", "2", "1", "1")),
        (NOT_NOW,),
    ),
}
"""Further walks of a child's own page, and of what everybody looks at, and what must have been read on each."""

WALKS = {**NOT_FOR_TEACHERS_ALONE, **{name: walk for name, (walk, _) in PAGES.items()}}

FOR_TEACHERS = frozenset(
    (
        *("AdultsScreen", "BoardScreen", "BringScreen", "CenterScreen", "ChooseClassScreen", "ColumnsScreen"),
        *("FindScreen", "HelpScreen", "JoinScreen", "LargePage", "NewClassScreen", "NoteScreen", "Notice"),
        *("OpenClassScreen", "Palette", "PasteNamesScreen", "PasteStepsScreen", "PicturesScreen", "PrintScreen"),
        *("PrinterScreen", "QuestionsScreen", "StartScreen", "StepForm", "StepsScreen", "StudentForm"),
        *("StudentsScreen", "TitleForm", "VersionsScreen", "WaitingScreen", "HowDidItGo", "MoreSteps"),
        *("EvidencePhoto", "EvidenceShown", "ExamplesScreen", "ExtraStep", "GuideForm", "PlanScreen"),
        *("AdultMenu", "KioskSettings", "NewPinScreen", "TrayScreen", "LinksScreen", "NewLinkScreen", "TrustScreen"),
        *("PractiseScreen", "SeveralLines", "ShowWhatYouKnow", "WorkScreen"),
    )
)
"""Those that only a teacher opens, at a moment when no class looks along."""


WALKED = sorted({*NOT_FOR_TEACHERS_ALONE}.intersection(screens()))


def test_every_screen_says_for_whose_eyes_it_is() -> None:
    assert set(screens()) - {*NOT_FOR_TEACHERS_ALONE, *FOR_TEACHERS} == set()
    assert not FOR_TEACHERS.intersection(NOT_FOR_TEACHERS_ALONE)
    assert Audience.TEACHER not in {walk.audience for walk in NOT_FOR_TEACHERS_ALONE.values()}


async def _settled(pilot: Pilot[Any], app: LoneApp) -> Shown:
    """Give what stands on the screen once it stays."""
    before: list[Shown] = []
    while len(before) < 2 or len(set(before[-2:])) > 1:
        await pilot.pause()
        before.append(_picture_of(app))
    return before[-1]


def _picture_of(app: LoneApp) -> Shown:
    lines = app.screen._compositor.render_strips(app.size)
    return tuple(
        tuple((piece.text, piece.style and (piece.style.color, piece.style.bgcolor)) for piece in line)
        for line in lines
    )


async def _looked(name: str, twin: Twin, folder: Path) -> list[Shown]:
    walk = WALKS[name]
    book = ClassBook.create(folder, "Room 12", "d1")
    book.edit(STUDENTS, lambda _: twin.students)
    book.edit(UNITS, put(RICH))
    book.keep(twin.facts)
    app = LoneApp(walk.make(book))
    app.animation_level = "none"  # what is still growing when the next key comes depends on the computer
    async with app.run_test(size=_ROOM) as pilot:
        await _settled(pilot, app)
        for key in walk.before:
            await pilot.press(key)
        shown = [await _settled(pilot, app)]
        for key in walk.keys:
            await pilot.press(key)
            shown.append(await _settled(pilot, app))
    book.close()
    return shown


def looked(name: str) -> tuple[list[Shown], list[Shown]]:
    """Give what a screen shows of two classes that are one to whoever looks at it."""
    first, second = twins(WALKS[name].audience)
    with tempfile.TemporaryDirectory() as room:
        return (
            asyncio.run(_looked(name, first, Path(room, "1.class"))),
            asyncio.run(_looked(name, second, Path(room, "2.class"))),
        )


def text_of(shown: Shown) -> str:
    return "\n".join("".join(str(piece[0]) for piece in line) for line in shown)  # type: ignore[index]


def leaks(name: str) -> list[str]:
    """Give what a screen tells that its audience may not know."""
    first, second = looked(name)
    found = [
        f"{one!r} and {other!r}"
        for here, there in zip(first, second, strict=True)
        for one, other in zip(text_of(here).split("\n"), text_of(there).split("\n"), strict=True)
        if one != other
    ]
    if not found and first != second:
        found.append("other colours")
    words = [told(text_of(shown), WALKS[name].but) for shown in (*first, *second)]
    return found + [f"{what}: {text}" for said in words for what, text in said.items()]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_child_tells_nothing_it_may_not_know_and_each_is_read(name: str) -> None:
    read = " ".join(" ".join(text_of(shown).split()) for shown in looked(name)[0])
    assert [words for words in PAGES[name][1] if words not in read] == []
    assert leaks(name) == []


@pytest.mark.parametrize("name", WALKED)
def test_a_screen_tells_its_audience_nothing_it_may_not_know(name: str) -> None:
    assert leaks(name) == []


def test_what_is_looked_at_holds_something() -> None:
    for name in ("WatchingScreen", "StudentScreen"):
        first, _ = looked(name)
        assert any("alves" in text_of(shown) or "Unit" in text_of(shown) for shown in first), name
    assert any("fold it twice" in text_of(shown) for shown in looked("StudentScreen")[0]), "a tip that was told is read"


def _writes(screen: type[Screen[Any]], words: Callable[[ClassBook], str], patch: pytest.MonkeyPatch) -> None:
    """Let a screen write a line more."""
    made = screen.compose

    def compose(self: Any) -> Any:
        yield Static(words(self.book), markup=False)
        yield from made(self)

    patch.setattr(screen, "compose", compose)


def _earned(book: ClassBook) -> str:
    count = sum(spot.is_mastered for row in book.progress.rows.values() for spot in row.values())
    return f"{count} of 70 stickers"


def _first_day(book: ClassBook) -> str:
    return next(iter(book.facts)).at[:10]


def _rank(_book: ClassBook) -> str:
    return "You are 2nd"


def _supports(book: ClassBook) -> str:
    return " ".join(book.students[0].plan.supports)


def _own_version(book: ClassBook) -> str:
    row = book.progress.row(AVA.id)
    return "Own version" if any(spot.own_version for spot in row.values()) else ""


@pytest.mark.parametrize("screen", [StudentScreen, WatchingScreen])
@pytest.mark.parametrize("words", [_earned, _first_day, _rank, _supports, _own_version])
def test_a_screen_that_writes_what_it_may_not_is_found(
    screen: type[Screen[Any]], words: Callable[[ClassBook], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _writes(screen, words, monkeypatch)
    assert leaks(screen.__name__)


def _excused_is_seen(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rules, "_is_hidden", lambda *_: False)


def _tips_are_read_untold(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(progress, "untold_of", lambda _: ())


def _own_versions_look_other(patch: pytest.MonkeyPatch) -> None:
    made = vars(seen.SeenSpot)["looks_like"].fget
    patch.setattr(seen.SeenSpot, "looks_like", property(lambda spot: (*made(spot), "·") if spot.own else made(spot)))


@pytest.mark.parametrize("plant", [_excused_is_seen, _tips_are_read_untold, _own_versions_look_other])
def test_a_rule_that_lets_something_through_is_found(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    assert leaks("StudentScreen")
