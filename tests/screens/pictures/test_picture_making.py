"""A child's pictures: drawn, brought, dropped on the window."""

import shlex
from pathlib import Path

from PIL import Image
from textual import events
from textual.widgets import Input

from board.art.pixels import Drawing, from_text
from board.mastery.pictures import Origin, Shape
from board.screens.board.board import BoardScreen
from board.screens.drawing.draw import DrawScreen
from board.screens.pictures.bring import BringScreen
from board.screens.pictures.caption import CaptionScreen
from board.screens.pictures.crop import CropScreen
from board.screens.pictures.pictures import PicturesScreen
from board.store.class_book import ClassBook
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.studio_tiles import Tiles
from picture_screen import STEP, add, colours, cut_here, on_spot, opens, photo, pictures, says
from screen_driver import board_on, seen, until


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
        await says(pilot, "Your picture waits here.", "You have begun a drawing. d goes on with it.", "d Go on")
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
    photo(book.outputs.drop / "fish.png")
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("b")
        await opens(pilot, BringScreen)
        await says(pilot, "fish.png")
        await pilot.press("enter")
        await opens(pilot, CaptionScreen)
        await pilot.press(*"a fish", "enter")
        await says(pilot, "That's your picture!", "My picture shows a fish")
        assert not list(book.outputs.drop.glob("*.png"))
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
        await says(pilot, "My picture shows red", "You have begun a", "Go on")
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


async def test_leaving_an_empty_sheet_says_nothing_waits(book: ClassBook) -> None:
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await opens(pilot, DrawScreen)
        await pilot.press("escape")
        await opens(pilot, PicturesScreen)
        await says(pilot, "d Draw")
        assert not [words for words in ("waits here", "You have begun") if words in seen(app)]


async def test_a_file_dropped_beside_the_pictures_is_taken_in_at_once(book: ClassBook, tmp_path: Path) -> None:
    file = photo(tmp_path / "my fish.png")
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Make a picture of your own!")
        app.post_message(events.Paste("[b]what a day[/]"))
        await says(pilot, "Drop a picture here, or press b and look for one.")
        app.post_message(events.Paste(shlex.quote(str(file))))
        await opens(pilot, CaptionScreen)
        await pilot.press("escape")
        await opens(pilot, BringScreen)
        await says(pilot, "Bring a picture · Ava B. · Halves")
        await pilot.press("escape")
        await opens(pilot, PicturesScreen)
        app.post_message(events.Paste(str(tmp_path)))
        await opens(pilot, BringScreen)
        await says(pilot, "my fish.png")
        app.post_message(events.Paste(file.as_uri()))
        await opens(pilot, CaptionScreen)
        await pilot.press(*"a fish", "enter")
        await says(pilot, "That's your picture!", "My picture shows a fish")


async def test_a_file_dropped_on_the_board_is_for_the_spot_under_the_cursor(book: ClassBook, tmp_path: Path) -> None:
    file = photo(tmp_path / "fish.png")
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Ava B.")
        await pilot.press("down", "right")
        for text in ("what a day", str(tmp_path), str(file) + "x"):
            app.post_message(events.Paste(text))
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        app.post_message(events.Paste(str(file)))
        await opens(pilot, CaptionScreen)
        await pilot.press("enter")
        await opens(pilot, PicturesScreen)
        await says(pilot, "Ben C. · Thirds", "That's your picture!")
        assert book.progress.picture("ben", "u/thirds") is not None


async def test_an_empty_board_has_no_spot_for_a_picture(folder: Path, tmp_path: Path) -> None:
    app = board_on(ClassBook.create(folder, "Room 12", "d1", "Ms. Rivera"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste(str(photo(tmp_path / "fish.png"))))
        await says(pilot, "This class is new.")
        await pilot.press("b")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
