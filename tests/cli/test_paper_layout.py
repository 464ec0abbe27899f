"""board print KIND --layout-json: what stands where, beside the page and never over anything else."""

import errno
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from board.demo.demo_class import make_demo
from board.disk import Disk
from board.paper.catalogue import kind_called
from board.paper.layout import layout_of
from cli_driver import run
from hostile import HOSTILE
from printables.page.drawn import Drawn, Field


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo class, which is only looked at."""
    folder = tmp_path_factory.mktemp("demo") / "Demo.class"
    make_demo(folder, "d1", datetime(2026, 3, 3, 12, tzinfo=UTC)).close()
    return folder


@pytest.mark.parametrize("key", HOSTILE)
def test_places_go_to_their_page_in_mm_whatever_they_are_called(key: str) -> None:
    drawn = Drawn(b"", (210.0, 297.0), 3, (Field(2, key, 10.00049, 20.0, 30.0, 40.0), Field(0, "b", 1, 2, 3, 4)))
    written = json.loads(layout_of(kind_called("wall"), drawn).encode())
    assert written["page_mm"] == [210.0, 297.0]
    assert [len(page["fields"]) for page in written["pages"]] == [1, 0, 1]
    assert written["pages"][2]["fields"] == [{"key": key, "x": 10.0, "y": 20.0, "width": 30.0, "height": 40.0}]


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ("notes.json", "is something else than the layout of a page and is kept"),
        ("list.json", "is something else than the layout of a page and is kept"),
        ("deep.json", "is something else than the layout of a page and is kept"),
        ("bytes.json", "is something else than the layout of a page and is kept"),
        ("folder.json", "is a directory"),
        ("notes.json/layout.json", "notes.json can't be written to: it is a file, not a folder"),
        ("cards.pdf", "The layout needs a file of its own"),
    ],
)
def test_a_layout_never_replaces_anything_but_a_layout(demo: Path, tmp_path: Path, layout: str, said: str) -> None:
    (tmp_path / "notes.json").write_text('{"pages": []}')
    (tmp_path / "list.json").write_text('["page_mm", "pages"]')
    (tmp_path / "deep.json").write_text("[" * 100_000)
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder.json").mkdir()
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    told = run("print", "cards", "-c", demo, "-o", tmp_path / "cards.pdf", "--layout-json", tmp_path / layout)
    assert (told.exit_code, told.stdout) == (2, "")
    assert said in told.stderr
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_layout_takes_the_place_of_the_one_before(demo: Path, tmp_path: Path) -> None:
    out, layout = tmp_path / "cards.pdf", tmp_path / "layout"
    for paper, across in (("letter", 215.9), ("a4", 210.0)):
        told = run("print", "cards", "-c", demo, "-o", out, "--paper", paper, "--layout-json", layout)
        assert told.exit_code == 0
        assert json.loads(layout.read_text())["page_mm"][0] == pytest.approx(across, abs=0.01)


def test_a_list_and_a_layout_do_not_share_a_file(demo: Path, tmp_path: Path) -> None:
    words = ("print", "stickers", "-c", demo, "-o", tmp_path / "labels.pdf", "--list", tmp_path / "list.pdf")
    told = run(*words, "--layout-json", tmp_path / "list.pdf")
    assert (told.exit_code, told.stdout) == (2, "")
    assert "The layout needs a file of its own" in told.stderr
    assert [path for path in tmp_path.iterdir() if path.suffix == ".pdf"] == []


@pytest.mark.parametrize("spelled", ["sub/../page.pdf", "here/page.pdf", "./page.pdf"])
@pytest.mark.parametrize("option", ["--layout-json", "--list"])
def test_one_file_is_one_file_however_it_is_spelled(demo: Path, tmp_path: Path, option: str, spelled: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "here").symlink_to(tmp_path, target_is_directory=True)
    kind = "stickers" if option == "--list" else "cards"
    told = run("print", kind, "-c", demo, "-o", tmp_path / "page.pdf", option, tmp_path / spelled)
    assert (told.exit_code, told.stdout) == (2, "")
    assert "needs a file of its own" in told.stderr
    assert not (tmp_path / "page.pdf").exists()


def test_the_page_its_list_and_its_layout_are_written_together_or_not_at_all(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, listed, layout = tmp_path / "page.pdf", tmp_path / "list.pdf", tmp_path / "page.json"
    words = ("print", "stickers", "-c", demo, "-o", out, "--list", listed, "--layout-json", layout)
    assert run(*words, "--label", "ol5275").exit_code == 0
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for full in (out, listed, layout):
        write = Disk.write
        too_much = full.name

        def fails(disk: Disk, handle: int, data: bytes, write: Any = write, name: str = too_much) -> None:
            if name in Path(f"/proc/self/fd/{handle}").readlink().name:
                raise OSError(errno.ENOSPC, "No space left on device")
            write(disk, handle, data)

        with monkeypatch.context() as patched:
            patched.setattr(Disk, "write", fails)
            told = run(*words, "--label", "avery-5160", "--again")
        assert (told.exit_code, told.stdout) == (2, "")
        assert f"{full.name} could not be saved" in told.stderr
        assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("place", ["ledger/x.json", "class2.json", "prints/x.json", "new/x.json", "class.json"])
def test_nothing_is_written_among_the_files_of_a_class(demo: Path, tmp_path: Path, place: str) -> None:
    before = {path: path.read_bytes() for path in demo.rglob("*") if path.is_file()}
    told = run("print", "cards", "-c", demo, "-o", tmp_path / "cards.pdf", "--layout-json", demo / place)
    assert (told.exit_code, told.stdout) == (2, "")
    assert "lies inside the class folder Demo.class" in told.stderr
    assert {path: path.read_bytes() for path in demo.rglob("*") if path.is_file()} == before


def test_a_page_goes_among_the_prints_of_a_class_and_nowhere_else_in_it(demo: Path) -> None:
    assert run("print", "cards", "-c", demo, "-o", demo / "prints" / "mine.pdf").exit_code == 0
    (demo / "prints" / "mine.pdf").unlink()
    told = run("print", "cards", "-c", demo, "-o", demo / "ledger" / "mine.pdf")
    assert told.exit_code == 2
    assert not (demo / "ledger" / "mine.pdf").exists()


@pytest.mark.parametrize("name", ["", "-"])
def test_a_layout_without_a_name_is_asked_for_one(demo: Path, tmp_path: Path, name: str) -> None:
    told = run("print", "cards", "-c", demo, "-o", tmp_path / "cards.pdf", "--layout-json", name)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr == "Name the file to write: --layout-json places.json\n"
