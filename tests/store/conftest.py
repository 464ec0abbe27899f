"""A class on two devices, and one that is full of one child."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from board.errors import Refusal
from board.mastery.facts import Kind
from board.store.archive import pack
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.lines import fact_line
from board.store.tables import STUDENTS
from erasing import AVA, BEN, DOUBLE, PICTURE, full_fact


@pytest.fixture(autouse=True)
def refusals_say_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever is refused in a test, also where nobody reads it, is a sentence."""
    said: list[str] = []

    def told(refusal: Refusal, *words: str) -> None:
        Exception.__init__(refusal, *words)
        said.append(str(refusal))

    monkeypatch.setattr(Refusal, "__init__", told)
    yield
    assert all(len(words.split()) > 3 for words in said), said


@pytest.fixture
def other(book: ClassBook, folder: Path) -> Iterator[ClassBook]:
    """The same class, opened by another device."""
    with closing(ClassBook(folder, "d2")) as opened:
        yield opened


@pytest.fixture
def full(book: ClassBook, folder: Path) -> Path:
    """A class whose child to erase has left traces everywhere a folder can hold them."""
    book.edit(STUDENTS, lambda _: (AVA, BEN, DOUBLE))
    book.keep(
        [
            full_fact("k1", "ava", "waxwing\nsong"),
            full_fact("k2", "ben", "Ben's own"),
            full_fact("k3", "zoe2", "double trouble"),
        ]
    )
    book.record(
        [Draft(Kind.MASTERED, "ava", "u/thirds"), Draft(Kind.AWAY, "ava", note="double trouble")], book.assessors[0].id
    )
    book.edit(STUDENTS, lambda _: (replace(AVA, also=("zoe2",)), BEN))
    (folder / "evidence" / "pic1.png").write_bytes(PICTURE)
    (folder / "evidence" / "pic2.png").write_bytes(b"Ben's picture")
    (folder / "art" / "pic1.png").write_bytes(PICTURE)
    (folder / "drafts").mkdir()
    for name in ("ava-0123456789ab.json", ".zoe2-0123456789ab.json.4711.new", "ben-0123456789ab.json"):
        (folder / "drafts" / name).write_text("Ben's own" if name.startswith("ben") else "built a nest waxwing\nsong")
    aside = folder / "drop pictures here" / "taken in"
    aside.mkdir(parents=True)
    (aside / "pic1.jpg").write_bytes(PICTURE)
    (folder / "prints").mkdir()
    for chart in ("wall-u-letter-2026-01-05.pdf", "quilt-u-letter-2026-01-05.pdf"):
        (folder / "prints" / chart).write_bytes(
            b"%PDF " + (b"quilt" if chart.startswith("quilt") else AVA.name.encode())
        )
    documents, ledger = (folder / "class.json").read_bytes(), (folder / "ledger" / "d1.jsonl").read_bytes()
    (folder / "class (conflicted copy).json").write_bytes(documents)
    (folder / "backups" / "class-000001 (conflicted copy).json").write_bytes(json.dumps(json.loads(documents)).encode())
    (folder / "backups" / "class-000099.json").write_bytes(documents[: len(documents) // 2])
    for leftover in (".class.json.4711.new", "backups/.class-000007.json.4711.new"):
        (folder / leftover).write_bytes(documents[:-9])
    (folder / "ledger" / ".d1.jsonl.4711.new").write_bytes(ledger)
    for double in ("d1 (conflicted copy).jsonl", "d1~laptop.jsonl"):
        (folder / "ledger" / double).write_bytes(ledger)
    escaped = json.dumps(json.loads(fact_line(full_fact("k4", "ava", "waxwing\nsong"))) | {"seq": "x"}).encode() + b"\n"
    torn = fact_line(full_fact("k5", "ava", "waxwing\nsong"))[:-9]
    (folder / "ledger" / "d1.jsonl").write_bytes(ledger + escaped + b'"note":"' + AVA.name.encode() + b'"}\n' + torn)
    book.close()
    return folder


@pytest.fixture
def zipped(book: ClassBook, folder: Path, tmp_path: Path) -> Path:
    """A class with marks and a picture, and its zip."""
    book.record(
        [Draft(Kind.KEEP_WORKING, "ava", "u/halves", note="count again"), Draft(Kind.MASTERED, "ben", "u/halves")],
        book.assessors[0].id,
    )
    (folder / "evidence" / "pic1.png").write_bytes(b"\x89PNG picture")
    (folder / "prints").mkdir()
    (folder / "prints" / "wall-u.pdf").write_bytes(b"%PDF")
    pack(folder, tmp_path / "class.zip", ())
    return tmp_path / "class.zip"
