import os
import shlex
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.widgets import DirectoryTree, OptionList, Static

from board.art.intake import Taken
from board.mastery.people import clean_line
from board.screens.parts.help import HelpScreen
from board.screens.pictures.bring import BringScreen
from board.screens.pictures.bring_places import in_short, usual_folder
from board.screens.pictures.caption import CaptionScreen
from board.widgets.one_line import OneLine
from board.widgets.pixel_picture import PixelPicture
from lone_app import LoneApp
from screen_driver import seen, until
from seats import seat_at

Brought = list[tuple[Path, str]]
"""What was handed on: the file each picture came from, and the words about it."""


def picture(path: Path, colour: str = "red", seconds: int = 0) -> Path:
    """A picture that was written so many seconds after the first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (60, 40), colour).save(path)
    os.utime(path, (1_700_000_000 + seconds, 1_700_000_000 + seconds))
    return path


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    folder = tmp_path / "drop pictures here"
    folder.mkdir()
    return folder


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


@pytest.fixture
def brought() -> Brought:
    return []


@pytest.fixture
def app(mine: Path, drop: Path, brought: Brought) -> LoneApp:
    def bring(kept: Taken, file: Path, caption: str) -> bool:
        assert kept.png.startswith(b"\x89PNG")
        brought.append((file, caption))
        return caption != "no"

    return LoneApp(BringScreen("Ava B. · Count to 20", seat_at(mine), drop, bring))


async def says(pilot: Pilot[Any], *texts: str) -> None:
    for text in texts:
        await until(pilot, lambda text=text: text in seen(pilot.app))  # type: ignore[misc]


def said(app: LoneApp) -> str:
    return str(app.screen.query_one("#said", Static).content)


async def asks_for_words(pilot: Pilot[Any]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, CaptionScreen) and pilot.app.screen.is_running)
    await pilot.pause()


async def test_what_waits_comes_newest_first_is_shown_and_brought_with_its_words(
    app: LoneApp, drop: Path, brought: Brought
) -> None:
    picture(drop / "old.png", "blue")
    new = picture(drop / "new [b]one[-b].jpg", "red", seconds=9)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "new [b]one[-b].jpg", "old.png")
        assert seen(app).index("new [b]") < seen(app).index("old.png")
        await until(pilot, lambda: bool(app.screen.query_one(PixelPicture).pixels))
        await pilot.press("enter")
        await asks_for_words(pilot)
        await says(pilot, "My picture shows ...")
        await pilot.press(*"my fish", "enter")
        await until(pilot, lambda: app.left == [True])
        assert brought == [(new, "my fish")]


async def test_a_picture_that_arrives_meanwhile_appears_by_itself(app: LoneApp, drop: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "they come up here")
        picture(drop / "late.png")
        await says(pilot, "late.png")
        await until(pilot, lambda: app.screen.query_one(OptionList).highlighted == 0)


@pytest.mark.parametrize("at", [0, 1])
async def test_the_cursor_stays_on_its_picture_when_another_arrives(app: LoneApp, drop: Path, at: int) -> None:
    picture(drop / "a.png", seconds=2)
    picture(drop / "b.png", seconds=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "b.png")
        await pilot.press(*["down"] * at)
        picture(drop / "c.png", seconds=3)
        await says(pilot, "c.png")
        assert app.screen.query_one(OptionList).highlighted == at + 1


async def test_it_says_for_whom_and_where_the_pictures_lie(app: LoneApp, mine: Path, drop: Path) -> None:
    picture(drop / "fish.png")
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Bring a picture · Ava B. · Count to 20", "/drop pictures here", "On this computer:", "/mine")
        await pilot.resize_terminal(300, 24)
        await says(pilot, f"In the folder {drop}", f"On this computer: {mine}")


@given(st.lists(st.text("ab é日", min_size=1, max_size=9), min_size=1, max_size=6), st.integers(1, 30))
def test_a_long_path_keeps_its_end(parts: list[str], width: int) -> None:
    path = Path("/", *parts)
    whole, short = clean_line(str(path)), in_short(path, width)
    assert cell_len(short) <= width
    assert short == whole or (short.startswith("…") and whole.endswith(short[1:]))


async def test_folders_show_folders_and_pictures_and_nothing_else(app: LoneApp, mine: Path, brought: Brought) -> None:
    fish = picture(mine / "Holiday" / "fish.png")
    picture(mine / ".hidden.png")
    (mine / "letter.txt").write_text("x", encoding="utf-8")
    (mine / "[b] odd").mkdir()
    picture(mine / "Room 12.class" / "art" / "bens.png")
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Holiday", "[b] odd")
        assert not [name for name in ("hidden", "letter", "Room 12") if name in seen(app)]
        await until(pilot, lambda: isinstance(app.focused, DirectoryTree))
        await pilot.press("down", "down", "enter")
        await says(pilot, "fish.png")
        await pilot.press("down")
        await until(pilot, lambda: bool(app.screen.query_one(PixelPicture).pixels))
        await pilot.press("enter")
        await asks_for_words(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: brought == [(fish, "")])


@pytest.mark.parametrize("focus", ["#waiting", "PictureTree", "OneLine"])
async def test_a_file_may_be_dropped_wherever_one_is(app: LoneApp, mine: Path, brought: Brought, focus: str) -> None:
    file = picture(mine / "my fish's école.png")
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(focus).focus()
        await pilot.pause()
        app.post_message(events.Paste(shlex.quote(str(file))))
        await asks_for_words(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: brought == [(file, "")])


async def test_a_place_is_typed_and_a_folder_is_gone_to(app: LoneApp, mine: Path, tmp_path: Path) -> None:
    file = picture(tmp_path / "deep" / "down.png")
    async with app.run_test(size=(80, 24)) as pilot:
        line = app.screen.query_one(OneLine)
        for place in (f"{file.parent}", f"{file.parent}/", file.parent.as_uri(), "~/Documents"):
            line.focus()
            line.value = str(file) + "x"
            await pilot.press("enter")
            await says(pilot, "There is no picture at this place.")
            line.focus()
            line.value = place
            await pilot.press("enter")
            await until(pilot, lambda: not said(app) and isinstance(app.focused, DirectoryTree))
            await says(pilot, "▾ Documents" if "~" in place else "down.png")
        line.focus()
        line.value = str(file)
        await pilot.press("enter")
        await asks_for_words(pilot)


async def test_a_folder_may_be_dropped_and_is_looked_into(app: LoneApp, mine: Path, tmp_path: Path) -> None:
    picture(tmp_path / "stick" / "deep.png")
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "/mine")
        app.post_message(events.Paste(f"'{tmp_path / 'stick'}'\n"))
        await says(pilot, "deep.png", "/stick")
        assert mine.name not in seen(app)


async def test_a_refusal_is_said_no_longer_once_another_file_is_looked_at(app: LoneApp, drop: Path) -> None:
    (drop / "text.png").write_text("I am no picture", encoding="utf-8")
    picture(drop / "old.png")
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "text.png")
        await pilot.press("enter")
        await until(pilot, lambda: "can't see a picture" in said(app))
        picture(drop / "new.png", seconds=10**9)
        await says(pilot, "new.png")
        assert "can't see a picture" in said(app), "nobody went to another file"
        await pilot.press("down")
        await until(pilot, lambda: not said(app))


async def test_help_is_a_key_away_and_letters_belong_to_the_line(app: LoneApp, drop: Path) -> None:
    picture(drop / "fish.png")
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "fish.png", "? Help")
        for key in ("question_mark", "f1"):
            await pilot.press(key)
            await until(pilot, lambda: isinstance(app.screen, HelpScreen))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, BringScreen))
        app.screen.query_one(OneLine).focus()
        await pilot.press("question_mark")
        assert app.screen.query_one(OneLine).value == "?"


async def test_what_is_no_picture_is_refused_here_and_one_goes_on(app: LoneApp, drop: Path, brought: Brought) -> None:
    (drop / "text.png").write_text("I am no picture", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "text.png")
        await pilot.press("enter")
        await says(pilot, "The board can't see a picture in this file;")
        assert isinstance(app.screen, BringScreen)
        picture(drop / "good.png", seconds=10**9)
        await says(pilot, "good.png")
        await pilot.press("home", "enter")
        await asks_for_words(pilot)
        assert brought == []


async def test_what_cannot_be_kept_stays_to_be_tried_again(app: LoneApp, drop: Path, brought: Brought) -> None:
    picture(drop / "fish.png")
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "fish.png")
        await pilot.press("enter")
        await asks_for_words(pilot)
        await pilot.press(*"no", "enter")
        await until(pilot, lambda: len(brought) == 1)
        await until(pilot, lambda: isinstance(app.screen, BringScreen))
        assert app.left == []
        await pilot.press("escape")
        await until(pilot, lambda: app.left == [False])


async def test_leaving_the_words_brings_nothing(app: LoneApp, drop: Path, brought: Brought) -> None:
    picture(drop / "fish.png")
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "fish.png")
        await pilot.press("enter")
        await asks_for_words(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BringScreen))
        assert (brought, app.left) == ([], [])


async def test_other_places_of_this_computer_are_a_key_or_tap_away(app: LoneApp, mine: Path) -> None:
    for place in ("Pictures", "Downloads"):
        picture(mine / place / f"in-{place.lower()}.png")
    assert usual_folder(seat_at(mine)) == mine / "Pictures"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await says(pilot, "in-downloads.png")
        line = next(at for at, text in enumerate(seen(app).splitlines()) if "p Pictures" in text)
        await pilot.click(offset=(seen(app).splitlines()[line].index("p Pictures"), line))
        await says(pilot, "in-pictures.png")
        await pilot.press("h")
        await until(pilot, lambda: app.screen.query_one(DirectoryTree).path == Path(Path.home().anchor))
        await until(pilot, lambda: "▾ /" in seen(app) and "On this computer: / " in seen(app))


async def test_a_name_no_terminal_can_write_is_shown_somehow(app: LoneApp, drop: Path) -> None:
    fish = picture(drop / "fish.png")
    try:
        fish.rename(os.fsdecode(os.fsencode(drop) + b"/\xff\x1b[31mfish.png"))
    except OSError:
        fish.rename(drop / "[31mfish.png")  # this disk takes no such names
    async with app.run_test(size=(40, 20)) as pilot:
        await says(pilot, "[31mfish.png")


async def test_why_a_file_is_no_picture_is_said_to_its_end_on_a_small_screen(app: LoneApp, drop: Path) -> None:
    (drop / "a long name of a scan that went wrong.png").write_bytes(b"no picture")
    async with app.run_test(size=(80, 24)) as pilot:
        for words in ("The board can't see a", "picture in this file;", "photo of it."):
            await says(pilot, words)


async def test_what_comes_when_the_app_is_being_taken_down_goes_nowhere(app: LoneApp, drop: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, BringScreen))
        screen = app.screen
        assert isinstance(screen, BringScreen)
        app._running = False  # as the app is while its screens go one after the other
        screen.later.as_soon_as_seen(lambda: pytest.fail("it went on"))
        app._running = True
