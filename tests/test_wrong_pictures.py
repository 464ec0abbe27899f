"""Whatever becomes of the file of a child's picture is found on every way to it, said, and put right where it can be."""

import subprocess
import sys
import zipfile
from contextlib import closing, suppress
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from board.art.intake import Taken, take_in
from board.cli.context import seat_here
from board.deeds.marks import Marks
from board.deeds.mending import Mended, mend
from board.deeds.pictures import Gallery, stickers_of
from board.deeds.sitting import Sitting, usual_adult
from board.disk import NotSaved
from board.mastery.facts import Kind
from board.mastery.pictures import Face, Origin
from board.screens.board.board import BoardScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.picture_folder import PictureFolder
from board.store.picture_proof import Seen, Wrong, WrongPicture, seen_in, wrong_pictures
from cli_driver import run
from kept_picture import HARMS, picture
from screen_driver import board_on, seen, until

STEP = "u/halves"
FISH = picture("red")
BOAT = picture("green")
harmed = pytest.mark.parametrize("harm", HARMS)


@pytest.fixture
def shown(book: ClassBook) -> ClassBook:
    """Ava's fish stands on a spot she has mastered."""
    sitting = Sitting(book, usual_adult(book))
    gallery = Gallery(sitting)
    gallery.bring("ava", STEP, (FISH.content, FISH.png), origin=Origin.STUDIO)
    gallery.accept(gallery.waiting())
    Marks(sitting).mark(Kind.MASTERED, [("ava", STEP)])
    return book


def file_of(book: ClassBook, taken: Taken = FISH) -> Path:
    return book.pictures.path(taken.content)


@harmed
def test_it_is_found_whenever_it_is_read_and_said_what_it_is(shown: ClassBook, harm: str) -> None:
    do, wrong = HARMS[harm]
    do(file_of(shown))
    for ask in (shown.pictures.read, shown.pictures.to_view, Mended(shown.pictures).read):
        with pytest.raises(WrongPicture) as found:
            ask(FISH.content)
        assert found.value.wrong is wrong
        assert str(found.value) == wrong.told(f"art/{FISH.content}.png")
    assert not shown.pictures.has(FISH.content)
    told: list[float] = []
    assert list(wrong_pictures(shown.folder, [FISH.content, BOAT.content], told.append)) == [
        (f"art/{FISH.content}.png", wrong)
    ]
    assert told == [0.5, 1.0]


@harmed
def test_neither_screen_nor_paper_shows_it_and_the_shelf_knows_why(shown: ClassBook, harm: str) -> None:
    HARMS[harm][0](file_of(shown))
    shelf = stickers_of(shown, seat_here().cache)
    face = Face(FISH.content)
    assert shelf(shown.units[0].spots[0], face, 8) is None
    shelf.prepare()
    assert shelf(shown.units[0].spots[0], face, 8) is None
    assert shelf.paper(face, 128) is None
    assert set(shelf.lacking) == {FISH.content}
    shelf.look_again()
    assert not shelf.is_waiting, "it is not cut over and over again"


@harmed
def test_bringing_it_again_puts_it_right(shown: ClassBook, harm: str) -> None:
    HARMS[harm][0](file_of(shown))
    if harm == "a folder":
        with pytest.raises(NotSaved):
            shown.pictures.keep(FISH.content, FISH.png)
        return
    shown.pictures.keep(FISH.content, FISH.png)
    assert file_of(shown).read_bytes() == FISH.png
    assert not file_of(shown).is_symlink()
    assert shown.pictures.has(FISH.content)


@harmed
@pytest.mark.parametrize("copy", ["{id} (1).png", "{id}-conflict-20261129.png", ".{id}.png.4711.new", "{id}.png.bak"])
def test_a_copy_by_a_sync_program_puts_it_right(shown: ClassBook, harm: str, copy: str) -> None:
    (file_of(shown).parent / copy.format(id=FISH.content)).write_bytes(FISH.png)
    HARMS[harm][0](file_of(shown))
    if harm != "a folder":
        assert shown.pictures.read(FISH.content) == FISH.png
        assert file_of(shown).read_bytes() == FISH.png
    elif not list(file_of(shown).iterdir()):
        with pytest.raises(WrongPicture):
            shown.pictures.read(FISH.content)


@harmed
def test_what_it_was_made_of_puts_it_right(book: ClassBook, harm: str, tmp_path: Path) -> None:
    Image.new("RGB", (300, 200), "red").save(tmp_path / "Ava.jpg")
    dropped = (tmp_path / "Ava.jpg").rename(book.outputs.drop / "Ava.jpg")
    taken = take_in(dropped)
    Gallery(Sitting(book, usual_adult(book))).bring("ava", STEP, (taken.content, taken.png), origin=Origin.FILE)
    book.pictures.put_aside(dropped, taken.content)
    HARMS[harm][0](file_of(book, taken))
    lacking = mend(book, every=True)
    if harm != "a folder":
        assert lacking == {}
        assert book.pictures.read(taken.content) == taken.png


def test_a_picture_that_is_gone_is_made_again_but_none_that_nobody_refers_to(shown: ClassBook) -> None:
    art = file_of(shown).parent
    file_of(shown).rename(art / f"{FISH.content} (1).png")
    (art / f"{BOAT.content} (1).png").write_bytes(BOAT.png)
    assert shown.pictures.read(FISH.content) == FISH.png
    with pytest.raises(FileNotFoundError):
        shown.pictures.read(BOAT.content)
    assert not file_of(shown, BOAT).exists()


def test_two_that_changed_places_change_back(shown: ClassBook) -> None:
    Gallery(Sitting(shown, usual_adult(shown))).bring("ben", STEP, (BOAT.content, BOAT.png), origin=Origin.STUDIO)
    file_of(shown).write_bytes(BOAT.png)
    file_of(shown, BOAT).write_bytes(FISH.png)
    assert shown.pictures.read(FISH.content) == FISH.png
    assert file_of(shown, BOAT).read_bytes() == BOAT.png


def test_one_that_lies_only_in_anothers_place_is_not_lost_when_that_is_put_right(shown: ClassBook) -> None:
    Gallery(Sitting(shown, usual_adult(shown))).bring("ben", STEP, (BOAT.content, BOAT.png), origin=Origin.STUDIO)
    file_of(shown, BOAT).replace(file_of(shown))
    shown.pictures.keep(FISH.content, FISH.png)
    assert shown.pictures.read(BOAT.content) == BOAT.png
    assert shown.pictures.read(FISH.content) == FISH.png


def test_whoever_only_looks_puts_nothing_right(shown: ClassBook) -> None:
    (file_of(shown).parent / f"{FISH.content} (1).png").write_bytes(FISH.png)
    file_of(shown).write_bytes(b"")
    with closing(ClassBook(shown.folder, "d9", only_look=True)) as looking, pytest.raises(WrongPicture):
        looking.pictures.read(FISH.content)
    assert file_of(shown).read_bytes() == b""


def test_what_others_wrote_into_a_picture_is_not_handed_on(shown: ClassBook) -> None:
    said = b"\0\0\0\x05tEXtA\0Ava" + b"\0\0\0\0"
    file_of(shown).write_bytes(FISH.png[:33] + said + FISH.png[33:] + b"behind its end")
    assert shown.pictures.read(FISH.content) == FISH.png


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_bytes_changed_anywhere_give_the_same_pixels_or_none(data: st.DataObject) -> None:
    spoilt = bytearray(FISH.png)
    for _ in range(data.draw(st.integers(1, 4))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    found = seen_in(bytes(spoilt))
    assert isinstance(found, Wrong) or found.content != FISH.content or take_in(found.png).png == FISH.png


def test_a_picture_that_ends_anywhere_else_is_none() -> None:
    for length in range(len(FISH.png)):
        assert seen_in(FISH.png[:length]) in (Wrong.EMPTY, Wrong.CUT_OFF), length
    assert seen_in(FISH.png) == Seen(FISH.content, FISH.png)


async def test_the_board_says_once_that_a_picture_is_damaged(shown: ClassBook) -> None:
    file_of(shown).write_bytes(b"")
    app = board_on(shown, Place(zoom=3))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "1 picture of this class is damaged" in seen(app))
        board = app.screen
        assert isinstance(board, BoardScreen)
        await until(pilot, lambda: bool(board.resting._shelf.lacking))
        board.resting._see_to_it()
        await pilot.pause()
        assert len(app._notifications) == 1


async def test_the_board_puts_right_what_it_can_and_says_nothing(shown: ClassBook) -> None:
    (file_of(shown).parent / f"{FISH.content} (1).png").write_bytes(FISH.png)
    file_of(shown).write_bytes(b"")
    app = board_on(shown)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: file_of(shown).read_bytes() == FISH.png)
        await app.workers.wait_for_complete()
        assert not app._notifications


async def test_a_board_whose_stickers_are_ready_reads_no_picture(
    shown: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = stickers_of(shown, seat_here().cache)
    shelf(shown.units[0].spots[0], Face(FISH.content), 8)
    shelf.prepare()
    read: list[str] = []
    monkeypatch.setattr(PictureFolder, "read", lambda _, content: read.append(content))
    app = board_on(shown)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        await pilot.pause(0.5)
        await app.workers.wait_for_complete()
    assert read == []


@pytest.mark.parametrize("harm", ["emptied", "half there", "another picture", "goes on for a gigabyte", "a link"])
def test_print_record_backup_and_restore_say_it_and_go_on(shown: ClassBook, harm: str, tmp_path: Path) -> None:
    do, wrong = HARMS[harm]
    do(file_of(shown))
    folder = shown.folder
    shown.close()
    sentence = wrong.told(f"art/{FISH.content}.png")
    printed = run("print", "wall", "-c", folder, "-o", tmp_path / "wall.pdf")
    assert printed.exit_code == 0, printed.output
    assert "Starter art stands in for 1 picture" in printed.output
    recorded = run("record", "ava", "-c", folder, "-o", tmp_path / "record.zip")
    assert recorded.exit_code == 1
    assert "1 picture is not in it" in recorded.stderr
    with zipfile.ZipFile(tmp_path / "record.zip") as record:
        assert not [name for name in record.namelist() if name.startswith("pictures/")]
    kept = run("backup", folder, "-o", tmp_path / "class.zip")
    assert kept.exit_code == 1
    assert sentence in kept.stderr
    assert "Wrote" in kept.stdout
    restored = run("restore", tmp_path / "class.zip", tmp_path / "Again.class")
    assert "Restored" in restored.stdout
    assert restored.exit_code == 1
    if harm in ("goes on for a gigabyte", "a link"):
        assert "1 picture of this class is not here" in restored.stderr
        assert not (tmp_path / "Again.class" / "art" / f"{FISH.content}.png").exists()
    else:
        assert sentence in restored.stderr


def test_a_backup_puts_right_what_it_can(shown: ClassBook, tmp_path: Path) -> None:
    (file_of(shown).parent / f"{FISH.content} (1).png").write_bytes(FISH.png)
    file_of(shown).write_bytes(b"")
    shown.close()
    assert run("backup", shown.folder, "-o", tmp_path / "class.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "class.zip") as packed:
        assert packed.read(f"art/{FISH.content}.png") == FISH.png


def test_a_zip_with_an_outsized_picture_gives_the_class_back_without_it(shown: ClassBook, tmp_path: Path) -> None:
    shown.close()
    assert run("backup", shown.folder, "-o", tmp_path / "class.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "class.zip", "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"art/{BOAT.content}.png", bytes(1 << 26))
    restored = run("restore", tmp_path / "class.zip", tmp_path / "Again.class")
    assert restored.exit_code == 0, restored.output
    assert [path.name for path in (tmp_path / "Again.class" / "art").iterdir()] == [f"{FISH.content}.png"]


_CALLED = """
import sys
from pathlib import Path
from board.cli import cli
try:
    cli(sys.argv[1:], standalone_mode=False)
except SystemExit:
    pass
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak.split()[1]) * 1024)
"""


def test_no_command_needs_much_memory_for_a_class_of_bombs(book: ClassBook, tmp_path: Path) -> None:
    gallery = Gallery(Sitting(book, usual_adult(book)))
    steps = [step.id for step in book.units[0].spots]
    targets = [(student.id, step) for student in book.students for step in steps]
    for (student, step), (number, (do, _)) in zip(cycle(targets), enumerate(HARMS.values()), strict=False):
        taken = picture("red", (40 + number, 20))
        gallery.bring(student, step, (taken.content, taken.png), origin=Origin.STUDIO)
        with suppress(FileExistsError):  # only the first can be linked elsewhere
            do(file_of(book, taken))
    gallery.accept(gallery.waiting())
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, targets)
    book.close()
    zipped, again = tmp_path / "class.zip", tmp_path / "Again.class"
    for words in (
        ["print", "wall", "-c", book.folder, "-o", tmp_path / "wall.pdf"],
        ["record", "ava", "-c", book.folder, "-o", tmp_path / "record.zip"],
        ["backup", book.folder, "-o", zipped],
        ["restore", zipped, again],
        ["print", "wall", "-c", again, "-o", tmp_path / "wall again.pdf"],
    ):
        command = [sys.executable, "-c", _CALLED, *map(str, words)]
        run_alone = subprocess.run(command, capture_output=True, text=True, check=True)
        peak = int(run_alone.stdout.split()[-1])
        print(f"{words[0]:10}{peak / 1e6:5.0f} MB")  # noqa: T201 - the figures, with pytest -s
        assert peak < 250_000_000, words
    assert (tmp_path / "wall again.pdf").read_bytes().startswith(b"%PDF")
