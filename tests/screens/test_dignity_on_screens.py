"""What may not be seen changes nothing on a screen: two classes that are one to whoever looks give one and the same picture."""

import asyncio
import tempfile
from pathlib import Path

from hypothesis import Phase, given, settings
from rich.style import Style

from board.art.cells import Pixels
from board.cli.context import seat_here
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.visit import Visit
from board.mastery.audience import earned_by_level
from board.mastery.curriculum import Step
from board.mastery.facts import Fact
from board.mastery.kiosk import Known
from board.mastery.pictures import Face
from board.mastery.progress import progress_of
from board.screens.board.student import StudentScreen
from board.screens.lock.watching import BEGINS, WatchingScreen
from board.screens.path.my_path import MyPath
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from board.widgets.student_path import StudentPath
from builders import UNIT
from class_shown import class_shown
from lone_app import LoneApp
from screen_driver import seen, until
from who_looks import AVA, CLASS, Twins, readers, twins_to_ava, twins_to_everybody

Shown = list[list[tuple[object, ...]]]
"""Every piece of every line of a screen, with its colours."""

ALL_BUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""A whole app is up for each example, so none is made smaller."""

_ROOM = (110, 64)


class Pictures:
    """Pictures of one colour, another for each step and each own picture; remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def __call__(self, step: Step, face: Face | None, size: int) -> Pixels:
        self.asked.add(step.id)
        red, green = (hash(name) % 200 for name in (step.id, face.name if face else ""))
        return tuple(((red, green, 90, 255),) * size for _ in range(size))


def picture_of(app: LoneApp) -> Shown:
    lines = app.screen._compositor.render_strips(app.size)
    return [[(piece.text, *_colours(piece.style)) for piece in line] for line in lines]


def _colours(style: Style | None) -> tuple[object, ...]:
    """The very colours: the name of a sticker's colour is one for all of them."""
    colours = () if style is None else (style.color, style.bgcolor)
    return tuple(None if colour is None else colour.triplet for colour in colours)


async def watched(facts: list[Fact]) -> Shown:
    """Give what stands on the screen while the class is watching; nobody's private parts are read for it."""
    pictures, progress = Pictures(), progress_of(facts)
    with readers() as found:
        app = LoneApp(WatchingScreen(class_shown(progress, CLASS), UNIT, pictures))
        async with app.run_test(size=_ROOM) as pilot:
            await until(pilot, lambda: bool(pictures.asked) or BEGINS in seen(app))
            await pilot.pause()
            shown = picture_of(app)
    assert found == set()
    earned = earned_by_level(UNIT, CLASS, progress)
    assert pictures.asked == {one.step.id for _, level in earned for one in level}
    return shown


async def looked_along(facts: list[Fact], folder: Path) -> list[Shown]:
    """Give what a child that looks along sees at each of its spots; nobody's private parts are read for it."""
    book = ClassBook.create(folder, "Room 12", "d1")
    book.edit(STUDENTS, lambda _: CLASS)
    book.edit(UNITS, put(UNIT))
    book.keep(facts)
    screen = StudentScreen(seat_here(), Sitting(book, usual_adult(book)), UNIT.id, (AVA.id, ""), Pictures())  # type: ignore[arg-type]
    app, shown = LoneApp(screen), []
    async with app.run_test(size=_ROOM) as pilot:
        await pilot.press("w")
        await until(pilot, lambda: "looking together" in seen(app))
        with readers() as found:
            for step in UNIT.spots:
                screen.query_one(StudentPath).go_to(step.id)
                screen.show_class()
                await pilot.pause()
                shown.append(picture_of(app))
    book.close()
    assert found == set()
    return shown


@settings(max_examples=10, phases=ALL_BUT_SHRINKING)
@given(twins=twins_to_everybody())
def test_what_is_not_for_everybody_changes_nothing_while_the_class_is_watching(twins: Twins) -> None:
    first, second = (asyncio.run(watched(facts)) for facts in twins)
    assert first == second


@settings(max_examples=8, phases=ALL_BUT_SHRINKING)
@given(twins=twins_to_ava())
def test_notes_doubts_and_other_children_change_nothing_for_the_child_that_looks_along(twins: Twins) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = (
            asyncio.run(looked_along(facts, Path(folder, f"{at}.class"))) for at, facts in enumerate(twins)
        )
    assert first == second


async def on_its_own_page(facts: list[Fact], folder: Path) -> list[Shown]:
    """Give what a child sees of its own page: its road from end to end, and what it may press of the first step."""
    book = ClassBook.create(folder, "Room 12", "d1")
    book.edit(STUDENTS, lambda _: CLASS)
    book.edit(UNITS, put(UNIT))
    book.keep(facts)
    screen = MyPath(seat_here(), Visit(book, AVA.id, Known.BY_WORD), Pictures(), UNIT.id, at_kiosk=False)  # type: ignore[arg-type]
    app, shown = LoneApp(screen), []
    async with app.run_test(size=_ROOM) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        with readers() as found:
            for _ in UNIT.spots:
                screen.action_road(1)
                screen.show_class()
                await pilot.pause()
                shown.append(picture_of(app))
            screen.action_press(1)
            await pilot.pause()
            shown.append(picture_of(app))
    book.close()
    assert found == set()
    return shown


@settings(max_examples=6, phases=ALL_BUT_SHRINKING)
@given(twins=twins_to_ava())
def test_notes_doubts_and_other_children_change_nothing_on_a_childs_own_page(twins: Twins) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = (
            asyncio.run(on_its_own_page(facts, Path(folder, f"{at}.class"))) for at, facts in enumerate(twins)
        )
    assert first == second
