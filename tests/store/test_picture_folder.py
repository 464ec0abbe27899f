import json
import os
from pathlib import Path

import pytest

from board.disk import Disk, NotSaved
from board.store.class_book import ClassBook
from board.store.keeping.archive import pack, unpack
from board.store.keeping.check import problems
from board.store.pictures.picture_folder import PictureFolder, Unfinished
from killed import killed_at_every_moment

CONTENT = "0123456789abcdef" * 2
DRAWING = Unfinished("12:000", 'a fish, "[/]"')


@pytest.fixture
def pictures(book: ClassBook) -> PictureFolder:
    return book.pictures


@pytest.mark.parametrize("content", ["../../etc/passwd", "", "a/b", "A" * 32, "class"])
def test_an_id_that_is_none_leads_nowhere(pictures: PictureFolder, content: str) -> None:
    assert pictures.path(content).name == "none.png"
    assert not pictures.path(content).exists()
    assert pictures.size(content) == (0, 0)


def test_a_picture_tells_its_size_from_its_head(pictures: PictureFolder) -> None:
    head = b"\x89PNG\r\n\x1a\n" + bytes((0, 0, 0, 13)) + b"IHDR"
    for start, size in (
        (head + bytes((0, 0, 1, 2, 0, 0, 4, 0)) + b"more", (0x0102, 0x0400)),
        (head + bytes((0, 0, 1, 2, 0, 0, 4, 1)) + b"more", (0, 0)),
        (b"JPEG" + head, (0, 0)),
        (head, (0, 0)),
        (b"", (0, 0)),
    ):
        pictures.path(CONTENT).write_bytes(start)
        assert pictures.size(CONTENT) == size


@pytest.mark.parametrize(
    "kept", ["{}", "[]", "{", '{"drawing": 1, "caption": ""}', '{"drawing": "", "caption": 1}', '{"drawing": ""}']
)
def test_a_drawing_that_can_not_be_read_is_none(pictures: PictureFolder, folder: Path, kept: str) -> None:
    pictures.keep_unfinished("ava", "u/halves", DRAWING)
    (path,) = (folder / "drafts").iterdir()
    assert path.name == "ava-ffb835bb20d7.json", "an older board finds it, too"
    assert json.loads(path.read_text()) == {"step": "u/halves", "drawing": DRAWING.drawing, "caption": DRAWING.caption}
    path.write_text(kept)
    assert pictures.unfinished("ava", "u/halves") is None


def test_a_folder_that_can_not_be_used_is_said(pictures: PictureFolder, folder: Path) -> None:
    (folder / "art").rmdir()
    for name in ("art", "drafts", "drop pictures here"):
        (folder / name).write_bytes(b"no folder")
    with pytest.raises(NotSaved, match=r"art can't be written \("):
        pictures.keep(CONTENT, b"picture")
    with pytest.raises(NotSaved, match=r"drafts can't be made \("):
        pictures.keep_unfinished("ava", "u/halves", DRAWING)
    pictures.drop_unfinished("ava", "u/halves")


def test_an_unfinished_drawing_waits_for_its_child_and_step(pictures: PictureFolder, folder: Path) -> None:
    pictures.keep_unfinished("ava", "u/halves", DRAWING)
    assert pictures.unfinished("ava", "u/halves") == DRAWING
    assert pictures.unfinished("ava", "u/thirds") is None
    assert pictures.unfinished("ben", "u/halves") is None
    (path,) = (folder / "drafts").iterdir()
    path.write_bytes(path.read_bytes()[:-5])
    assert pictures.unfinished("ava", "u/halves") is None
    pictures.drop_unfinished("ava", "u/halves")
    pictures.drop_unfinished("ava", "u/halves")
    assert not list((folder / "drafts").iterdir())


class Full(Disk):
    """A disk with no room left."""

    def write(self, handle: int, data: bytes) -> None:
        raise OSError(28, "No space left on device")


def test_what_cannot_be_kept_is_said_and_leaves_nothing_half(book: ClassBook, folder: Path) -> None:
    book.pictures.keep_unfinished("ava", "u/halves", DRAWING)
    full = PictureFolder(folder, Full())
    with pytest.raises(NotSaved, match="no space left"):
        full.keep(CONTENT, b"picture")
    with pytest.raises(NotSaved, match="no space left"):
        full.keep_unfinished("ava", "u/halves", Unfinished("12:111", ""))
    assert book.pictures.unfinished("ava", "u/halves") == DRAWING
    assert not list((folder / "art").iterdir())


def test_unfinished_drawings_travel_in_a_backup(book: ClassBook, folder: Path, tmp_path: Path) -> None:
    book.pictures.keep_unfinished("ava", "u/halves", DRAWING)
    pack(folder, tmp_path / "class.zip", ())
    again = tmp_path / "Again.class"
    again.mkdir()
    unpack(tmp_path / "class.zip", again)
    assert PictureFolder(again).unfinished("ava", "u/halves") == DRAWING


def test_what_was_brought_in_is_put_aside_under_no_childs_name(book: ClassBook, folder: Path, tmp_path: Path) -> None:
    dropped = book.outputs.drop / "Ava Brown.JPG"
    elsewhere = tmp_path / "Ava Brown.JPG"
    for file in (dropped, elsewhere):
        file.write_bytes(b"photo")
        book.pictures.put_aside(file, CONTENT)
    assert not dropped.exists()
    assert elsewhere.exists()
    assert (folder / "drop pictures here" / "taken in" / f"{CONTENT}.jpg").read_bytes() == b"photo"
    assert problems(folder, "d1") == []


def test_a_picture_brought_in_is_there_whole_or_not_at_all_whenever_the_program_is_killed(
    book: ClassBook, folder: Path
) -> None:
    book.close()
    copies = killed_at_every_moment(folder, "bring")
    assert len(copies) > 10
    found = []
    for copy in copies:
        again = ClassBook(copy, "d1")
        again.close()
        shelf = again.progress.shelf("ava")
        found.append(len(shelf))
        for art in shelf.values():
            assert again.pictures.path(art.content).read_bytes() == b"pixels"
            assert again.progress.picture("ava", "u/halves") == art
    assert found[-1] == 1
    assert set(found) == {0, 1}


def test_a_kill_loses_at_most_the_last_stroke(book: ClassBook, folder: Path) -> None:
    book.pictures.keep_unfinished("ava", "u/halves", Unfinished("before", ""))
    book.close()
    drawings = [PictureFolder(copy).unfinished("ava", "u/halves") for copy in killed_at_every_moment(folder, "draw on")]
    assert set(drawings) == {Unfinished("before", ""), Unfinished("after", "a fish")}
    assert drawings[-1] == Unfinished("after", "a fish")


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[" * 50_000,
        b'{"x": ' * 9_000,
        b"7",
        b"\xff",
        b'{"drawing": 7, "caption": ""}',
        b'{"drawing": "", "caption": null}',
        b'{"drawing": "", "caption": "' + b"x" * 200_000 + b'"}',
    ],
)
def test_an_unfinished_drawing_that_can_not_be_read_is_none(tmp_path: Path, damage: bytes) -> None:
    pictures = PictureFolder(tmp_path)
    pictures.keep_unfinished("ava", "u/halves", Unfinished("24 a", "My fish"))
    (draft,) = (tmp_path / "drafts").iterdir()
    draft.write_bytes(damage)
    assert pictures.unfinished("ava", "u/halves") is None
    draft.unlink()
    os.mkfifo(draft)
    assert pictures.unfinished("ava", "u/halves") is None


def test_what_a_child_says_about_an_unfinished_drawing_is_clean_and_short(tmp_path: Path) -> None:
    pictures = PictureFolder(tmp_path)
    pictures.keep_unfinished("ava", "u/halves", Unfinished("24 a", "My \x1b[2Jfish\ud800 " + "x" * 5000))
    kept = pictures.unfinished("ava", "u/halves")
    assert kept is not None
    assert kept.caption.startswith("My [2Jfish x")
    assert len(kept.caption) == 300
