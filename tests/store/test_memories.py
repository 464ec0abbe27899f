"""What this computer remembers of an erased child outside of the class, wherever the class lay."""

import json
from pathlib import Path

from board.mastery.facts import Fact, Kind, bare
from board.store.class_book import ClassBook
from board.store.device import Device
from board.store.erasing.memories import strip_memories
from board.store.lines import fact_line


def note(id_: str, student: str, text: str) -> Fact:
    return Fact(id_, 1, "d1", "2026-01-05T09:00:00+00:00", "t", Kind.NOTE, student, "u/halves", note=text)


def test_every_memory_loses_the_child_and_keeps_all_else(tmp_path: Path) -> None:
    mine, others = note("k1", "ava", "waxwing"), note("k2", "ben", "fine")
    for place in ("old", "new"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "2026-11-29.jsonl").write_bytes(fact_line(mine) + fact_line(others))
        (tmp_path / place / "class.json").write_text(json.dumps({"students": {"ava": {"name": "Ava"}, "ben": {}}}))
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "class.json").write_bytes(b'{"students": {"ava": {"name": "Ava')
    (tmp_path / "other class").mkdir()
    (tmp_path / "other class" / "class.json").write_bytes(b'{"students": {}}')
    strip_memories(tmp_path, {"ava"}, ("waxwing",))
    for place in ("old", "new"):
        assert (tmp_path / place / "2026-11-29.jsonl").read_bytes() == fact_line(bare(mine)) + fact_line(others)
        assert json.loads((tmp_path / place / "class.json").read_bytes()) == {"students": {"ben": {}}}
    assert not (tmp_path / "odd" / "class.json").exists()
    assert (tmp_path / "other class" / "class.json").read_bytes() == b'{"students": {}}'


def test_where_nothing_is_remembered_nothing_is_done(tmp_path: Path) -> None:
    strip_memories(None, {"ava"})
    strip_memories(tmp_path / "none", {"ava"})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "class.json").write_text('{"students": {"ava": {}}}')
    (tmp_path / "memory").mkdir()
    (tmp_path / "memory" / "link").symlink_to(outside)
    strip_memories(tmp_path / "memory", {"ava"})
    assert "ava" in (outside / "class.json").read_text()


def test_an_erasure_reaches_what_is_remembered_of_the_place_a_class_lay_in_before(
    book: ClassBook, folder: Path, tmp_path: Path
) -> None:
    book.close()
    old = tmp_path / "memory" / "old place"
    old.mkdir(parents=True)
    (old / "2026-11-29.jsonl").write_bytes(fact_line(note("k1", "ava", "waxwing")))
    (old / "class.json").write_text(json.dumps({"students": {"ava": {"name": "Ava B."}, "ben": {}}}))
    here = ClassBook(folder, Device("d1", tmp_path / "memory"))
    here.erase(next(one for one in here.everyone if one.id == "ava"), here.assessors[0].id)
    left = b"".join(path.read_bytes() for path in sorted((tmp_path / "memory").rglob("*")) if path.is_file())
    assert b"waxwing" not in left
    assert b"Ava" not in left
    assert b"ben" in left
