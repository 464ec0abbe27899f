"""Driving the Print screen in tests: to a kind of page, to a choice, and what stands in a part of it."""

from pathlib import Path

import pypdfium2
from textual.pilot import Pilot

from board.app import BoardApp
from board.paper.catalogue import kind_called, kinds
from screen_driver import seen, until

SIZE = (120, 40)


def text_of(path: Path) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def part(app: BoardApp, selector: str) -> str:
    """What stands in one part of the screen, all white space made one space."""
    return " ".join(" ".join(lines_of(app, selector)).split())


def lines_of(app: BoardApp, selector: str) -> list[str]:
    """The lines of one part of the screen."""
    region = app.screen.query_one(selector).region
    return [line[region.x : region.right] for line in seen(app).splitlines()[region.y : region.bottom]]


async def go_to(pilot: Pilot[None], kind: str) -> None:
    """Open the Print screen and go to a kind of page."""
    await pilot.press("p", "home")
    await pilot.press(*["down"] * [kind.name for kind in kinds()].index(kind))
    title = kind_called(kind).title
    await until(pilot, lambda: seen(pilot.app).count(title) > 1)


async def go_to_choice(pilot: Pilot[None], label: str) -> None:
    """Go from the list of kinds to a line of choices."""
    app = pilot.app
    assert isinstance(app, BoardApp)
    await pilot.press("right")
    await until(pilot, lambda: "◂" in chosen_line(app))
    for key in (*["up"] * 5, *["down"] * 12):
        if chosen_line(app).startswith(label):
            return
        if key == "down" or not chosen_line(app).startswith(lines_of(app, "ChoiceRows")[0][:8]):
            await pilot.press(key)
    raise AssertionError(f"there is no {label}:\n{seen(app)}")


def chosen_line(app: BoardApp) -> str:
    """The line of choices the cursor is on."""
    return next((line for line in lines_of(app, "ChoiceRows") if "◂" in line), "")


async def turn(pilot: Pilot[None], label: str, words: str) -> None:
    """Go to a line of choices and turn it until it says these words."""
    await go_to_choice(pilot, label)
    app = pilot.app
    assert isinstance(app, BoardApp)
    for _ in range(120):
        if words in chosen_line(app):
            return
        await pilot.press("right")
    raise AssertionError(f"{label} never said {words}:\n{seen(app)}")
