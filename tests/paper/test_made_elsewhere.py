"""What is made in a process beside the server is the same, byte for byte, and nobody gets half of anything."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from board.art.brought import shown_small, taken_and_shown
from board.art.intake import ending_in, part_of, take_in
from board.art.shelf import SIZES
from board.cli.context import seat_here
from board.deeds.pictures import stickers_of
from board.elsewhere import IN_THIS_THREAD, Elsewhere, Stopped
from board.mastery.pictures import Face
from board.paper.drawing import drawn, list_of, unprintable
from board.paper.making import look_at, make
from board.seat.workshop import Workshop
from board.store.class_book import ClassBook
from demo_orders import KINDS, ordered
from long_work import killed, modules
from work_photos import photo_file

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are ended by signals")


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    shop = Workshop(1)
    yield shop
    shop.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_the_same(demo_class: ClassBook, kind: str, shop: Workshop, tmp_path: Path) -> None:
    order = ordered(demo_class, kind, "a4")

    def pages(elsewhere: Elsewhere, cache: str) -> bytes:
        shelf = stickers_of(demo_class, tmp_path / cache, elsewhere)
        return drawn(order, tmp_path / cache, shelf.paper, elsewhere=elsewhere).pdf

    assert pages(shop, "there") == pages(IN_THIS_THREAD, "here")


def test_what_goes_along_with_a_page_is_the_same(demo_class: ClassBook, shop: Workshop) -> None:
    order = ordered(demo_class, "stickers", "a4")
    there, here = shop.run(list_of, order), list_of(order)
    assert there is not None
    assert here is not None
    assert there.pdf == here.pdf
    assert shop.run(unprintable, order) == unprintable(order)


def test_a_page_that_is_looked_at_is_the_same(demo_class: ClassBook, shop: Workshop, tmp_path: Path) -> None:
    order = ordered(demo_class, "quilt", "a4")

    def looked(elsewhere: Elsewhere, cache: str) -> object:
        shelf = stickers_of(demo_class, tmp_path / cache, elsewhere)
        return look_at(order, 0, 40, 60, own=shelf.paper, cache=tmp_path / cache, elsewhere=elsewhere)

    assert looked(shop, "there") == looked(IN_THIS_THREAD, "here")


def test_stickers_are_the_same(demo_class: ClassBook, shop: Workshop, tmp_path: Path) -> None:
    faces = [art.face for arts in demo_class.progress.shelves.values() for art in arts.values()][:6]
    assert faces

    def cut(elsewhere: Elsewhere, cache: str) -> list[object]:
        shelf = stickers_of(demo_class, tmp_path / cache, elsewhere)
        step = demo_class.units[0].spots[0]
        for face in faces:
            shelf(step, face, SIZES[0])
        shelf.prepare()
        return [(shelf(step, face, SIZES[-1]), shelf.paper(face, 128)) for face in faces]

    assert cut(shop, "there") == cut(IN_THIS_THREAD, "here")


def test_pictures_are_taken_in_the_same(shop: Workshop, tmp_path: Path) -> None:
    photo = photo_file(tmp_path / "photo.jpg", size=(320, 200))
    assert shop.run(take_in, photo) == take_in(photo)
    assert shop.run(ending_in, photo) == ending_in(photo) == ".jpg"
    assert shop.run(taken_and_shown, photo, 48) == taken_and_shown(photo, 48)
    assert shop.run(shown_small, photo, (12, 24)) == shown_small(photo, (12, 24))
    box = (0.1, 0.2, 0.7, 0.9)
    assert shop.run(part_of, take_in(photo), box) == part_of(take_in(photo), box)


def test_even_then_it_has_loaded_no_screen(demo_class: ClassBook, shop: Workshop) -> None:
    shop.run(unprintable, ordered(demo_class, "wall", "a4"))
    loaded = shop.run(modules)
    assert "reportlab" in loaded
    assert not loaded & {"textual", "rich", "click", "tinydb", "aiohttp"}


class Killing:
    """A workshop whose process is killed over whatever is handed in."""

    threads: Executor | None = None

    def __init__(self) -> None:
        self.shop = Workshop(1)

    def run(self, work: Callable[_Given, _Made], *given: _Given.args, **named: _Given.kwargs) -> _Made:
        self.shop.run(killed)
        raise AssertionError


def test_after_a_kill_nothing_half_written_lies_there(book: ClassBook, tmp_path: Path) -> None:
    killing = Killing()
    seat = seat_here()._replace(elsewhere=killing, cache=tmp_path / "cache")
    order = ordered(book, "wall", "a4")
    try:
        with pytest.raises(Stopped):
            make(seat, book, order, stickers_of(book, tmp_path / "cache", killing).paper, lambda _: None)
    finally:
        killing.shop.close()
    assert not (book.outputs.prints / order.file_name).exists()
    assert not [path for path in book.folder.rglob("*") if path.name.endswith(".new")]
    made = make(seat_here(), book, order, stickers_of(book, tmp_path / "cache").paper, lambda _: None)
    assert made.path.read_bytes().startswith(b"%PDF")


def test_a_sticker_that_can_not_be_cut_is_starter_art_and_can_be_wanted_again(
    demo_class: ClassBook, tmp_path: Path
) -> None:
    face: Face = next(art.face for arts in demo_class.progress.shelves.values() for art in arts.values())
    killing = Killing()
    shelf = stickers_of(demo_class, tmp_path / "cache", killing)
    step = demo_class.units[0].spots[0]
    try:
        assert shelf(step, face, SIZES[0]) is None
        shelf.prepare()
        assert not shelf.is_waiting
        assert shelf(step, face, SIZES[0]) is None
        assert not shelf.lacking, "the picture is there and right"
        shelf.look_again()
        assert shelf.is_waiting
    finally:
        killing.shop.close()
