"""Whatever stands where files and folders of a class lie: nothing outside is read or written, nothing waits, check says it."""

import json
import shutil
import signal
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from board.art.picture_files import pictures_in
from board.errors import Refusal
from board.mastery.facts import Fact, Kind
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.lines import fact_line
from board.store.pictures.picture_folder import Unfinished
from cli_driver import UNIT, run
from kept_picture import picture
from odd_places import Odd, every_odd

CANARY = "canary-4711"
"""Stands in every file outside; it may be read nowhere else."""

MOST_SECONDS = 20

LINE = fact_line(Fact("c1", 1, "d9", "2026-01-05T09:00:00+00:00", "t", Kind.NOTE, "ava", "u/s", note=CANARY))
"""What any reader of a ledger would take."""

OUTSIDE = ("file", "x.jsonl", "class-000003.json", "class.json", "fish.png", "wall-u.pdf", "ava-0123456789ab.json")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class with marks of two computers, a picture, a drawing and a chart, and the settings of who made it."""
    place = tmp_path_factory.mktemp("made")
    folder = place / "Room 12.class"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOARD_HOME", str(place / "home"))
        (place / "fish.png").write_bytes(picture().png)
        for words in (
            ("new", folder, "--name", "Room 12", "--teacher", "Ms. Rivera"),
            ("student", "add", "Ava B.", "Ben C.", "-c", folder),
            ("unit", UNIT, "-c", folder, "--yes"),
            ("art", "Ava B.", "count-to-20", place / "fish.png", "-c", folder),
        ):
            assert run(*words).exit_code == 0, words
    book = ClassBook(folder, "d2")
    book.record(
        [Draft(Kind.NOTE, book.students[0].id, book.units[0].spots[0].id, note="from the other one")],
        book.assessors[0].id,
    )
    book.pictures.keep_unfinished(book.students[0].id, "u/s", Unfinished("drawing", "mine"))
    book.outputs.drop.joinpath("taken in").mkdir()
    book.tries.count()
    book.close()
    (folder / "prints").mkdir()
    (folder / "prints" / "wall-u-letter-2026-01-05.pdf").write_bytes(b"%PDF Ava B.")
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path, home: Path) -> Path:
    """A copy of the class at the seat it was made at, and a folder outside beside it."""
    shutil.copytree(made / "home", home, dirs_exist_ok=True)
    shutil.copytree(made / "Room 12.class", tmp_path / "Room 12.class")
    (tmp_path / "outside").mkdir()
    for name in OUTSIDE:
        (tmp_path / "outside" / name).write_bytes(LINE)
    return tmp_path


def names_in(folder: Path, home: Path) -> Mapping[str, str]:
    """Give the ids of which the names of files are made."""
    return {
        "device": json.loads((home / "settings.json").read_bytes())["device"],
        "picture": next((folder / "art").glob("*.png")).stem,
        "other": "0" * 32,
        "student": next(iter(json.loads((folder / "class.json").read_bytes())["students"])),
    }


def planted(odd: Odd, place: Path, home: Path) -> str:
    """Put something odd in its place; give its name as seen from the class folder."""
    folder = place / "Room 12.class"
    name = odd.row.name_of(odd.leaf.format_map(names_in(folder, home))).rstrip("/")
    path = folder / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    odd.plant(path, place / "outside")
    return name


@contextmanager
def in_time() -> Iterator[None]:
    """End what waits."""

    def late(*_: object) -> None:
        raise TimeoutError(f"It has waited for {MOST_SECONDS} seconds.")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(MOST_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def tree(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Give all that can be known of a folder."""
    return {
        path.relative_to(folder).as_posix(): (
            path.lstat().st_mode,
            path.lstat().st_mtime_ns,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in (folder, *folder.rglob("*"))
    }


def said(*words: str | Path) -> str:
    """Run a command that may refuse, and give what it says."""
    with in_time():
        result = run(*words)
    assert result.exception is None or isinstance(result.exception, SystemExit), (words, result.exception)
    assert result.exit_code in (0, 1, 2), (words, result.output)
    assert CANARY not in result.output, (words, result.output)
    return result.output


def looked_into(folder: Path) -> str:
    """Open a class as the board does and give all that it shows."""
    with in_time():
        try:
            book = ClassBook(folder, "d1")
        except Refusal as refusal:
            return str(refusal)
        shown = [repr(fact) for fact in book.facts] + [student.name for student in book.everyone]
        shown.append(repr((book.tries.count(), book.tries.wait)))
        shown += [repr(lying) for lying in pictures_in(book.outputs.drop)]
        for art in book.progress.rows:
            shown.append(repr(art))
        for student in book.students:
            shown.append(repr(book.pictures.unfinished(student.id, "u/s")))
            try:
                book.pictures.keep_unfinished(student.id, "u/s", Unfinished("drawing", "again"))
            except Refusal as refusal:
                shown.append(str(refusal))
        book.close()
    return "\n".join(shown)


def packed_in(zipped: Path) -> bytes:
    if not zipped.exists():
        return b""
    with zipfile.ZipFile(zipped) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize("odd", every_odd(), ids=str)
def test_nothing_outside_is_read_or_written_and_check_says_it(odd: Odd, place: Path, home: Path) -> None:
    folder, outside = place / "Room 12.class", place / "outside"
    name = planted(odd, place, home)
    before = tree(outside)
    assert name in said("check", folder)
    said("show", "-c", folder)
    said("show", "-c", folder, "--json")
    said("mark", "count-to-20", "mastered", "Ben C.", "-c", folder)
    said("note", "Ben C.", "count-to-20", "counts on", "-c", folder)
    said("student", "rename", "Ben C.", "Ben D.", "-c", folder)
    said("restore", folder)
    assert CANARY not in looked_into(folder)
    fish = folder / "drop pictures here" / "fish.png"
    said("art", "Ben C.", "count-to-20", fish if fish.exists() else outside.parent / "none.png", "-c", folder)
    said("print", "quilt", "-c", folder, "-o", folder / "prints" / "page.pdf")
    said("backup", folder, "-o", place / "class.zip")
    said("record", "Ava B.", "-o", place / "record.zip", "-c", folder)
    said("restore", place / "class.zip", place / "Again.class")
    said("erase", "Ava B.", "--yes", "-c", folder)
    said("check", folder)
    assert tree(outside) == before
    for zipped in (place / "class.zip", place / "record.zip"):
        assert CANARY.encode() not in packed_in(zipped)
    copied = [path for path in (*folder.rglob("*"), *home.rglob("*")) if path.is_file() and not path.is_symlink()]
    assert not [path for path in copied if CANARY.encode() in path.read_bytes()]


def test_the_class_folder_itself_may_be_a_link(place: Path, home: Path) -> None:
    folder = place / "Room 12.class"
    folder.rename(place / "elsewhere")
    folder.symlink_to(place / "elsewhere")
    assert said("check", folder) == "Everything is in order.\n"
    said("student", "rename", "Ben C.", "Ben D.", "-c", folder)
    said("mark", "count-to-20", "mastered", "Ben D.", "-c", folder)
    said("print", "quilt", "-c", folder, "-o", folder / "prints" / "page.pdf")
    assert "Wrote" in said("backup", folder, "-o", place / "class.zip")
    newest = max((folder / "backups").glob("class-*.json"))
    assert "Ben D." in said("show", "-c", folder)
    assert "Nothing changes" in said("restore", newest, folder)
    assert "is as it was" in said("restore", newest.with_name("class-000003.json"), folder, "--yes")
    assert "Erased from Room 12: Ava B." in said("erase", "Ava B.", "--yes", "-c", folder)
    assert said("check", folder).startswith("Words about an erased child are still in the file of another computer")
    (place / "empty").mkdir()
    (place / "New.class").symlink_to(place / "empty")
    said("new", place / "New.class", "--name", "Room 13")
    assert (place / "empty" / "class.json").exists()
    assert (place / "New.class").is_symlink()
    said("restore", place / "class.zip", place / "New.class")
