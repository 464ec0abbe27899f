from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from board.art.intake import take_in
from board.art.pixels import Drawing, from_text
from board.gallery import Gallery, stickers_of
from board.mastery.audience import Audience, seen_face
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.pictures import Art, Origin, Shape
from board.mastery.progress import Status
from board.screens.bring import BringScreen
from board.screens.caption import CaptionScreen
from board.screens.crop import CropScreen
from board.screens.draw import DrawScreen
from board.screens.pictures import PicturesScreen
from board.sitting import Sitting
from board.store.class_book import ClassBook
from board.widgets.before_after import BeforeAfter
from board.widgets.picture_row import PictureRow
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.studio_tiles import Tiles
from lone_app import LoneApp
from screen_driver import seen, until

STEP = "u/halves"


def pictures(book: ClassBook, sitting: Sitting | None = None) -> LoneApp:
    return LoneApp(PicturesScreen(book, sitting or Sitting(book), stickers_of(book), "ava", STEP))


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
    Gallery(book, Sitting(book)).bring(student, step, picture, origin=Origin.FILE, caption=caption)


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


async def test_a_child_draws_says_what_it_is_saves_and_sees_it_on_the_spot(book: ClassBook) -> None:
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Ava B. · Halves: I can halves.", "Make a picture of your own!", "d Draw", "b Bring")
        await pilot.press("d")
        await opens(pilot, DrawScreen)
        await pilot.press("1", "space", "right", "right", "down", "space", "w", *"my cat", "ctrl+s")
        await says(pilot, "That's your picture!", "My picture shows my cat", "my sticker", "● on it")
        await until(pilot, lambda: "#e23a2e" in colours(app))
        await says(pilot, "It waits until you have")
        art = on_spot(book)
        assert art is not None
        assert (art.origin, art.caption, book.pictures.size(art.content)) == (Origin.STUDIO, "my cat", (12, 12))
        assert book.pictures.unfinished("ava", STEP) is None
        await pilot.press("u")
        await says(pilot, "Taken back: That's your picture!", "Make a picture of your own!")
        await pilot.press("U")
        await says(pilot, "Put back: That's your picture!", "My picture shows my cat")
        assert on_spot(book) == art
        await pilot.press("escape")
        await until(pilot, lambda: app.left == [None])


async def test_a_drawing_that_is_left_waits_and_is_gone_on_with(book: ClassBook) -> None:
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await opens(pilot, DrawScreen)
        await pilot.press("space", "right", "space", "escape")
        await says(pilot, "d Go on")
        kept = book.pictures.unfinished("ava", STEP)
        assert kept is not None
        assert on_spot(book) is None
        await pilot.click(Tiles, offset=(4, 2))
        await opens(pilot, DrawScreen)
        assert app.screen.query_one(PixelCanvas).shown == from_text(kept.drawing)


async def test_starter_art_left_as_it_is_is_no_drawing_of_the_childs(book: ClassBook) -> None:
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        for own, origin in (((), Origin.STARTER), (("space", "right", "space"), Origin.STUDIO)):
            await pilot.press("d")
            await opens(pilot, DrawScreen)
            await pilot.press("s", "right", "enter")
            await opens(pilot, DrawScreen)
            await pilot.press(*own, "ctrl+s")
            await opens(pilot, PicturesScreen)
            art = on_spot(book)
            assert art is not None
            assert art.origin is origin


async def test_a_drawing_that_cannot_be_saved_stays_and_nothing_is_lost(book: ClassBook, folder: Path) -> None:
    (folder / "art").rmdir()
    (folder / "art").write_text("in the way", encoding="utf-8")
    app = pictures(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("d")
        await opens(pilot, DrawScreen)
        await pilot.press("space", "right", "space", "ctrl+s")
        await says(pilot, "can't be written")
        assert isinstance(app.screen, DrawScreen)
        (folder / "art").unlink()
        await pilot.press("ctrl+s")
        await opens(pilot, PicturesScreen)
        assert on_spot(book) is not None


async def test_a_photo_is_brought_cut_round_its_part_chosen_and_each_taken_back(book: ClassBook) -> None:
    photo(book.pictures.drop_folder / "fish.png")
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("b")
        await opens(pilot, BringScreen)
        await says(pilot, "fish.png")
        await pilot.press("enter")
        await opens(pilot, CaptionScreen)
        await pilot.press(*"a fish", "enter")
        await says(pilot, "That's your picture!", "My picture shows a fish")
        assert not list(book.pictures.drop_folder.glob("*.png"))
        assert cut_here(book)(Shape.DRAWING)
        await until(pilot, lambda: bool(colours(app)))
        edge = colours(app)["#ffffff"]
        await pilot.press("r")
        await says(pilot, "Cut round.")
        await until(pilot, lambda: colours(app)["#ffffff"] > 2 * edge)
        await pilot.press("c")
        await opens(pilot, CropScreen)
        await pilot.press("minus", "minus", "right", "enter")
        await says(pilot, "This part is for the sticker now.")
        art = on_spot(book)
        assert art is not None
        assert art.cut.box[0] > 0
        assert art.cut.shape is Shape.ROUND
        await pilot.press("u")
        await until(pilot, lambda: (now := on_spot(book)) is not None and now.cut.box == (0, 0, 1, 1))
        await pilot.press("u")
        await until(pilot, lambda: cut_here(book)(Shape.DRAWING))
        await pilot.press("u")
        await until(pilot, lambda: on_spot(book) is None)
        await pilot.press("u")
        await says(pilot, "There is nothing to take back.")
        await pilot.press("U", "U", "U")
        await until(pilot, lambda: on_spot(book) == art)


async def test_a_hidden_picture_stays_with_its_maker_and_comes_back(book: ClassBook, tmp_path: Path) -> None:
    sitting = Sitting(book)
    add(book, photo(tmp_path / "fish.png"))
    sitting.mark(Kind.MASTERED, [("ava", STEP)])
    app = pictures(book, sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "see it until", "teacher has looked.")
        await pilot.press("a")
        await says(pilot, "Others may see it now.", "Everybody sees it on")
        assert seen_face(book.progress, "ava", STEP, Audience.EVERYBODY) is not None
        await pilot.press("h")
        await says(pilot, "Only you and your teacher see it now.")
        assert seen_face(book.progress, "ava", STEP, Audience.EVERYBODY) is None
        await until(pilot, lambda: bool(colours(app)))
        await pilot.press("u")
        await says(pilot, "Taken back", "Everybody sees it on")
        await pilot.press("a")
        await says(pilot, "It is like this already.")


async def test_a_child_chooses_among_its_own_pictures_and_the_starter_art(book: ClassBook, tmp_path: Path) -> None:
    add(book, photo(tmp_path / "fish.png"), "first")
    Image.new("RGB", (40, 30), (250, 200, 50)).save(tmp_path / "sun.png")
    add(book, tmp_path / "sun.png", "second", step="u/thirds")
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "My picture shows first")
        await pilot.press("left")
        await says(pilot, "My picture shows second", "You can use it for")
        await pilot.press("enter")
        await says(pilot, "That is your sticker now.")
        assert on_spot(book) == book.progress.picture("ava", "u/thirds")
        await pilot.press("left")
        await says(pilot, "This is the starter", "Your own picture is on")
        await pilot.press("left", "enter")
        await says(pilot, "The starter picture is back.")
        assert on_spot(book) is None
        await pilot.press("r")
        await says(pilot, "This is the starter picture. Draw or bring one of your own.")
        await pilot.click(PictureRow, offset=(24, 1))
        await says(pilot, "My picture shows first")
        await pilot.click(PictureRow, offset=(24, 1))
        await until(pilot, lambda: (art := on_spot(book)) is not None and art.caption == "first")
        await pilot.press("u", "u")
        await until(pilot, lambda: (art := on_spot(book)) is not None and art.caption == "second")


async def test_words_are_changed_and_may_be_anything(book: ClassBook, tmp_path: Path) -> None:
    add(book, photo(tmp_path / "fish.png"), "a fish")
    app = pictures(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "My picture shows a fish")
        await pilot.press("w")
        await opens(pilot, CaptionScreen)
        line = app.screen.query_one(Input)
        assert line.value == "a fish"
        line.value = "[/] [@click=app.quit]x[/] $a"
        await pilot.press("enter")
        await says(pilot, "Your words are kept.", "My picture shows [/] [@click=app.quit]x[/] $a")
        await pilot.press("w")
        await opens(pilot, CaptionScreen)
        await pilot.press("x", "escape")
        await opens(pilot, PicturesScreen)
        await pilot.press("u")
        await says(pilot, "Taken back: Your words are kept.", "My picture shows a fish")


async def test_a_picture_counts_once_an_adult_says_so(book: ClassBook, tmp_path: Path) -> None:
    add(book, photo(tmp_path / "fish.png"), "a fish")
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "It waits until")
        await pilot.press("e")
        await says(pilot, "It counts: your picture shows what you can do.")
        assert book.progress.spot("ava", STEP).status is Status.MASTERED
        await pilot.press("u")
        await until(pilot, lambda: book.progress.spot("ava", STEP).status is Status.OPEN)


async def test_what_was_done_elsewhere_is_neither_told_nor_taken_back(book: ClassBook, tmp_path: Path) -> None:
    sitting = Sitting(book)
    add(book, photo(tmp_path / "fish.png"))
    sitting.mark(Kind.MASTERED, [("ben", STEP)])
    app = pictures(book, sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await says(pilot, "There is nothing to take back.")
        assert book.progress.spot("ben", STEP).status is Status.MASTERED
        assert "Ben" not in seen(app)
        assert book.facts[0].at[:4] not in seen(app)


async def test_a_small_picture_is_drawn_on_and_stays_itself(book: ClassBook, tmp_path: Path) -> None:
    Image.new("RGB", (12, 12), (226, 58, 46)).save(tmp_path / "red.png")
    add(book, tmp_path / "red.png", "red")
    before = on_spot(book)
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "My picture shows red")
        await pilot.press("p")
        await opens(pilot, DrawScreen)
        assert app.screen.query_one(PixelCanvas).shown == Drawing(12, bytes([1] * 144))
        assert app.screen.query_one(Input).value == "red"
        await pilot.press("5", "space", "right", "space", "escape")
        await says(pilot, "Go on")
        await pilot.press("p")
        await says(pilot, "You have begun another drawing")
        await pilot.press("d")
        await opens(pilot, DrawScreen)
        await pilot.press("ctrl+s")
        await opens(pilot, PicturesScreen)
        first, second = book.progress.shelf("ava").values()
        assert (first, on_spot(book)) == (before, second)


async def test_a_photo_cannot_be_drawn_on(book: ClassBook, tmp_path: Path) -> None:
    add(book, photo(tmp_path / "fish.png"))
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await says(pilot, "Only a picture that was drawn here can be changed.")


async def test_a_drawing_that_would_be_cut_apart_is_said_to_be_round(book: ClassBook, tmp_path: Path) -> None:
    picture = Image.new("RGB", (320, 240), "white")
    ImageDraw.Draw(picture).line((0, 0, 319, 239), fill="navy", width=12)
    picture.save(tmp_path / "line.png")
    add(book, tmp_path / "line.png")
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Cut round, so that nothing of your drawing is lost.")


async def test_a_picture_that_has_not_arrived_is_said_to_be_missing(book: ClassBook, tmp_path: Path) -> None:
    add(book, photo(tmp_path / "fish.png"))
    art = on_spot(book)
    assert art is not None
    book.pictures.path(art.content).unlink()
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "This picture is not on this computer yet.")
        for key in ("c", "p"):
            await pilot.press(key)
        assert isinstance(app.screen, PicturesScreen)


async def test_what_another_computer_does_appears_by_itself(book: ClassBook, tmp_path: Path) -> None:
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Make a picture of your own!")
        add(book, photo(tmp_path / "fish.png"), "a fish")
        await until(pilot, lambda: len(app.screen.query_one(PictureRow).neighbours) == 2 and "starter" in seen(app))
        await pilot.press("right")
        await says(pilot, "My picture shows a fish")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 20)])
async def test_every_key_is_there_and_can_be_tapped(book: ClassBook, tmp_path: Path, size: tuple[int, int]) -> None:
    add(book, photo(tmp_path / "fish.png"), "a fish")
    app = pictures(book)
    async with app.run_test(size=size) as pilot:
        await says(pilot, "o Cut out", "r Round", "s Square", "c Part", "← Before", "→ Next", "enter Use it")
        await says(pilot, "p Change", "d Draw", "b Bring", "w Words", "e Counts", "a Show", "h Hide", "u Undo")
        await says(pilot, "U Redo", "esc Back", "My picture shows", "It waits until")
        line = next(at for at, text in enumerate(seen(app).splitlines()) if "r Round" in text)
        await pilot.click(offset=(seen(app).splitlines()[line].index("r Round"), line))
        await until(pilot, lambda: cut_here(book)(Shape.ROUND))


@pytest.mark.parametrize("name", ["[/", "[@click=app.quit]x", "日本 太郎", "a" * 60])
async def test_a_name_that_looks_like_code_is_just_a_name(book: ClassBook, name: str) -> None:
    book.edit_students(lambda now: (Student("ava", name), *now[1:]))
    app = pictures(book)
    async with app.run_test(size=(120, 24)) as pilot:
        await says(pilot, f"{name} · Halves")


async def test_a_file_dropped_on_the_window_is_brought_and_stays_where_it_is(book: ClassBook, tmp_path: Path) -> None:
    file = photo(tmp_path / "my fish's [/] école.png")
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(Tiles, offset=(30, 2))
        await opens(pilot, BringScreen)
        app.post_message(events.Paste(f'"{file}"\n'))
        await opens(pilot, CaptionScreen)
        await pilot.press("enter")
        await opens(pilot, PicturesScreen)
        await until(pilot, lambda: on_spot(book) is not None)
        assert file.exists()
