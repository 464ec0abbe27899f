"""A child's pictures: chosen, cut, seen by others, put into words, counted."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from textual.widgets import Input

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.audience import Audience, seen_face
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.pictures import Shape
from board.mastery.progress import Status
from board.screens.pictures.caption import CaptionScreen
from board.screens.pictures.pictures import PicturesScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.widgets.picture_row import PictureRow
from picture_screen import STEP, add, colours, cut_here, on_spot, opens, photo, pictures, says
from screen_driver import seen, until


async def test_a_hidden_picture_stays_with_its_maker_and_comes_back(book: ClassBook, tmp_path: Path) -> None:
    sitting = Sitting(book, usual_adult(book))
    add(book, photo(tmp_path / "fish.png"))
    Marks(sitting).mark(Kind.MASTERED, [("ava", STEP)])
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
        await pilot.press("r")
        await says(pilot, "Others see it as it was", "cut before, until your", "teacher has looked.")
        await pilot.press("a")
        await says(pilot, "Everybody sees it on")


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
        await says(pilot, "e again counts")
        assert book.progress.spot("ava", STEP).status is Status.OPEN, "a child alone gives itself no step with one key"
        await pilot.press("e")
        await says(pilot, "It counts: your picture shows what you can do.")
        assert book.progress.spot("ava", STEP).status is Status.MASTERED
        await says(pilot, "Your teacher counts it:", "this picture shows it.")
        await pilot.press("e")
        await says(pilot, "It counts already.")
        await pilot.press("u")
        await until(pilot, lambda: "Your teacher counts it:" not in seen(app))
        await until(pilot, lambda: book.progress.spot("ava", STEP).status is Status.OPEN)


async def test_a_child_chooses_three_pictures_for_the_wall_and_may_change_its_mind(
    book: ClassBook, tmp_path: Path
) -> None:
    fish = photo(tmp_path / "fish.png")
    for caption in ("first", "second", "third", "fourth"):
        add(book, fish, caption)
    app = pictures(book)

    def chosen() -> list[str]:
        return [art.caption for art in book.progress.shelf("ava").values() if art.chosen]

    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "My picture shows fourth", "● on it")
        await pilot.press("f")
        await says(pilot, "It is for our wall now.", "You chose it for our wall.", "▣● on it")
        await pilot.press("right", "f")
        await says(pilot, "▣ wall", "My picture shows third")
        await pilot.press("right", "f", "right", "f")
        await says(pilot, "Our wall has room for three: take one off first.", "My picture shows first")
        assert chosen() == ["second", "third", "fourth"]
        assert "You chose it" not in seen(app)
        line = next(at for at, text in enumerate(seen(app).splitlines()) if "f Wall" in text)
        await pilot.press("left")
        await says(pilot, "You chose it for our wall.")
        await pilot.click(offset=(seen(app).splitlines()[line].index("f Wall"), line))
        await says(pilot, "It stays yours, and is not for our wall now.")
        assert chosen() == ["third", "fourth"]
        await pilot.press("u")
        await says(pilot, "Taken back: It stays yours", "You chose it for our wall.")
        await pilot.press("left", "left", "left", "f")
        await says(pilot, "This is the starter picture. Draw or bring one of your own.")
        assert chosen() == ["second", "third", "fourth"]


@pytest.mark.parametrize(("size", "lines"), [((80, 24), [4]), ((120, 40), []), ((40, 20), [1])])
async def test_long_words_end_with_an_ellipsis_where_there_is_no_room_for_all(
    book: ClassBook, tmp_path: Path, size: tuple[int, int], lines: list[int]
) -> None:
    add(book, photo(tmp_path / "fish.png"), f"a fish that {'swims and ' * 15} the end")
    app = pictures(book)
    async with app.run_test(size=size) as pilot:
        await says(pilot, "My picture shows a", "It waits until you have")
        told = [line.rstrip() for line in seen(app).splitlines()]
        start = next(at for at, line in enumerate(told) if "My picture shows a" in line)
        assert [at - start + 1 for at, line in enumerate(told) if line.endswith("…")] == lines
        assert ("the end" in seen(app)) == (not lines)


async def test_an_arrow_says_on_which_side_there_are_more_pictures(book: ClassBook, tmp_path: Path) -> None:
    fish = photo(tmp_path / "fish.png")
    for _ in range(9):
        add(book, fish)
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "▸" in seen(app) and "◂" not in seen(app))
        await pilot.press(*["right"] * 4)
        await until(pilot, lambda: "▸" in seen(app) and "◂" in seen(app))
        await pilot.press(*["right"] * 5)
        await until(pilot, lambda: "▸" not in seen(app) and "◂" in seen(app))


async def test_what_was_done_elsewhere_is_neither_told_nor_taken_back(book: ClassBook, tmp_path: Path) -> None:
    sitting = Sitting(book, usual_adult(book))
    add(book, photo(tmp_path / "fish.png"))
    Marks(sitting).mark(Kind.MASTERED, [("ben", STEP)])
    app = pictures(book, sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await says(pilot, "There is nothing to take back.")
        assert book.progress.spot("ben", STEP).status is Status.MASTERED
        assert "Ben" not in seen(app)
        assert book.facts[0].at[:4] not in seen(app)


async def test_a_drawing_that_would_be_cut_apart_is_said_to_be_round(book: ClassBook, tmp_path: Path) -> None:
    picture = Image.new("RGB", (320, 240), "white")
    ImageDraw.Draw(picture).line((0, 0, 319, 239), fill="navy", width=12)
    picture.save(tmp_path / "line.png")
    add(book, tmp_path / "line.png")
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Cut round, so that nothing of your drawing is lost.")
        await pilot.press("o")
        await says(pilot, "Cutting it out would lose some of the drawing, so it stays round.")
        assert "It is like this already." not in seen(app)
        await pilot.press("r", "r")
        await says(pilot, "It is like this already.")


async def test_a_picture_that_has_not_arrived_is_said_to_be_missing(book: ClassBook, tmp_path: Path) -> None:
    add(book, photo(tmp_path / "fish.png"))
    art = on_spot(book)
    assert art is not None
    book.pictures.path(art.content).unlink()
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "This picture is not here yet, or it is damaged; ask your teacher.")
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
        await says(pilot, "o Cutout", "r Round", "s Square", "c Part", "← Before", "→ Next", "enter Use it")
        await says(pilot, "p Change", "d Draw", "b Bring", "w Words", "e Evidence", "a Accept", "h Hide", "u Undo")
        await says(pilot, "f Wall")
        await says(pilot, "U Redo", "esc Back", "? Help", "My picture shows", "It waits until")
        line = next(at for at, text in enumerate(seen(app).splitlines()) if "r Round" in text)
        await pilot.click(offset=(seen(app).splitlines()[line].index("r Round"), line))
        await until(pilot, lambda: cut_here(book)(Shape.ROUND))


@pytest.mark.parametrize("name", ["[/", "[@click=app.quit]x", "日本 太郎", "a" * 60])
async def test_a_name_that_looks_like_code_is_just_a_name(book: ClassBook, name: str) -> None:
    book.edit(STUDENTS, lambda now: (Student("ava", name), *now[1:]))
    app = pictures(book)
    async with app.run_test(size=(120, 24)) as pilot:
        await says(pilot, f"{name} · Halves")
