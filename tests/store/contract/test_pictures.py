"""The children's pictures, by the id of their content alone, and drawings that are not finished."""

import pytest

from board.store.book import Book, Pictures
from board.store.pictures.picture_folder import Unfinished
from kept_classes import Kept
from kept_picture import picture

CONTENT = "0123456789abcdef" * 2
FISH = picture("red", (12, 8))
DRAWING = Unfinished("12:000", 'a fish, "[/]"')


@pytest.fixture
def pictures(book: Book) -> Pictures:
    return book.pictures


def test_a_picture_is_kept_once_and_never_written_again(pictures: Pictures, kept: Kept) -> None:
    assert not pictures.has(FISH.content)
    pictures.keep(FISH.content, FISH.png)
    pictures.keep(FISH.content, b"second")
    for seen in (pictures, kept.open("d2").pictures):
        assert seen.has(FISH.content)
        assert seen.read(FISH.content) == FISH.png
        assert seen.size(FISH.content) == (12, 8)
        assert seen.to_view(FISH.content).read_bytes() == FISH.png


def test_a_photo_of_work_lies_apart_and_goes_alone(book: Book, kept: Kept) -> None:
    book.evidence.keep(FISH.content, FISH.png)
    assert kept.open("d2").evidence.read(FISH.content) == FISH.png
    assert not book.pictures.has(FISH.content)
    book.pictures.keep(FISH.content, FISH.png)
    book.evidence.drop(FISH.content)
    book.evidence.drop(FISH.content)
    book.evidence.drop("../../etc/passwd")
    assert not kept.open("d2").evidence.has(FISH.content)
    assert book.pictures.read(FISH.content) == FISH.png


def test_what_has_other_pixels_than_its_id_says_is_never_handed_out(pictures: Pictures) -> None:
    pictures.keep(CONTENT, FISH.png)
    for ask in (pictures.read, pictures.to_view):
        with pytest.raises(OSError, match="shows another picture than its name says"):
            ask(CONTENT)
    assert not pictures.has(CONTENT)


@pytest.mark.parametrize("content", [CONTENT, "../../etc/passwd", "", "a/b", "A" * 32, "class", "class.json", "\0"])
def test_one_that_is_not_here_is_an_error_of_the_disk(pictures: Pictures, content: str) -> None:
    assert not pictures.has(content)
    assert pictures.size(content) == (0, 0)
    for ask in (pictures.read, pictures.to_view):
        with pytest.raises(OSError, match="No such file"):
            ask(content)


def test_an_unfinished_drawing_waits_for_its_child_and_step(pictures: Pictures, kept: Kept) -> None:
    pictures.keep_unfinished("ava", "u/halves", DRAWING)
    assert kept.open("d1").pictures.unfinished("ava", "u/halves") == DRAWING
    assert pictures.unfinished("ava", "u/thirds") is None
    assert pictures.unfinished("ben", "u/halves") is None
    for _ in range(2):
        pictures.drop_unfinished("ava", "u/halves")
    assert pictures.unfinished("ava", "u/halves") is None


def test_what_people_dropped_is_put_aside_under_no_childs_name(book: Book) -> None:
    dropped = book.outputs.drop / "Ava Brown.JPG"
    elsewhere = book.outputs.drop.parent / "Ava Brown.JPG"
    for file in (dropped, elsewhere):
        file.write_bytes(b"photo")
        book.pictures.put_aside(file, CONTENT)
    assert (dropped.exists(), elsewhere.exists()) == (False, True)
    left = [path.name for path in book.outputs.drop.rglob("*") if path.is_file()]
    assert not any("Ava" in name for name in left)
