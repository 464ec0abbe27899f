"""The screen of a child's pictures: photos to bring, and what then stands there."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from textual.pilot import Pilot

from board.art.intake import take_in
from board.cli.context import seat_here
from board.deeds.pictures import Gallery, stickers_of
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.pictures import Art, Origin, Shape
from board.screens.pictures.pictures import PicturesScreen
from board.store.class_book import ClassBook
from board.widgets.before_after import BeforeAfter
from lone_app import LoneApp
from screen_driver import seen, until

STEP = "u/halves"


def pictures(book: ClassBook, sitting: Sitting | None = None) -> LoneApp:
    return LoneApp(
        PicturesScreen(
            seat_here(),
            sitting or Sitting(book, usual_adult(book)),
            stickers_of(book, seat_here().cache),
            ("ava", STEP),
        )
    )


def photo(path: Path) -> Path:
    """A fish on paper, well inside the frame."""
    picture = Image.new("RGB", (320, 240), (232, 228, 220))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((60, 60, 220, 180), fill=(40, 90, 210), outline=(20, 20, 40), width=6)
    pen.polygon([(210, 120), (270, 70), (270, 170)], fill=(230, 60, 40), outline=(20, 20, 40))
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path)
    return path


def add(book: ClassBook, file: Path, caption: str = "", student: str = "ava", step: str | None = STEP) -> None:
    taken = take_in(file)
    picture = (taken.content, taken.png)
    Gallery(Sitting(book, usual_adult(book))).bring(student, step, picture, origin=Origin.FILE, caption=caption)


def on_spot(book: ClassBook) -> Art | None:
    return book.progress.picture("ava", STEP)


def colours(app: LoneApp) -> Counter[str]:
    """The colours on the sticker's side of before and after, each with how many cells it is in."""
    pair = app.screen.query_one(BeforeAfter)
    strips = [pair.render_line(y) for y in range(1, pair.px // 2 + 1)]
    found: Counter[str] = Counter()
    for strip in strips:
        for text, look, _ in strip.crop(pair.px + 3, pair.width_at(pair.px)):
            for colour in (look.color, look.bgcolor) if look else ():
                found[colour.get_truecolor().hex if colour else ""] += len(text)
    return found


async def says(pilot: Pilot[Any], *texts: str) -> None:
    for text in texts:
        await until(pilot, lambda text=text: text in seen(pilot.app))  # type: ignore[misc]


async def opens(pilot: Pilot[Any], screen: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, screen) and pilot.app.screen.is_running)
    await pilot.pause()


def cut_here(book: ClassBook) -> Callable[[Shape], bool]:
    return lambda shape: (art := on_spot(book)) is not None and art.cut.shape is shape
