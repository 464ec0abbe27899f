"""A field that a later version adds to facts: unless it is declared to hold something else, it is guarded as words are."""

import json
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest

from board.exchange.record import record_of
from board.mastery.facts import Fact, Kind, Sort, has_words, sort_of, words_in
from board.mastery.others import SOMEBODY, for_families
from board.store import lines
from board.store.class_book import ClassBook
from board.store.erasure import stripped_lines
from board.store.keeping.traces import held_about, mentions
from board.store.lines import fact_line

_made: Any = namedtuple  # noqa: PYI024 - its fields are those of a fact and one more, whatever these are
Later = _made("Later", (*Fact._fields, "remark"), defaults=(*Fact._field_defaults.values(), None))
REMARK = "built a waxwing with Ben"
AT = "2026-01-05T09:00:00+00:00"


@pytest.fixture
def later(book: ClassBook, monkeypatch: pytest.MonkeyPatch) -> ClassBook:
    """A class kept by a board whose facts have one more text."""
    monkeypatch.setattr(lines, "_SHAPE", Later)
    monkeypatch.setattr(lines, "_DECODER", lines.decoder_of(Later))
    return book


def keep(book: ClassBook, student: str, **fields: Any) -> Any:
    fact = Later(f"f-{student}-{len(book.facts)}", 0, "", AT, "t", Kind.KEEP_WORKING, student, "u/halves", **fields)
    return book.keep([fact])[0]


def test_it_is_kept_and_read_again(later: ClassBook, folder: Path) -> None:
    keep(later, "ava", remark=REMARK)
    read: Any = ClassBook(folder, "d2").facts[0]
    assert (read.remark, read.note) == (REMARK, None)


@pytest.mark.parametrize("remark", [3, ["with Ben"], {"a": 1}, True])
def test_anything_but_a_text_in_it_makes_no_fact(later: ClassBook, folder: Path, remark: object) -> None:
    fact = Later("f1", 1, "d1", AT, "t", Kind.KEEP_WORKING, "ava", "u/halves", remark=remark)
    (folder / "ledger" / "d1.jsonl").write_bytes(fact_line(fact))
    again = ClassBook(folder, "d2")
    assert (len(again.facts), len(again.damaged)) == (0, 1)


def test_it_does_not_survive_an_erasure(later: ClassBook, folder: Path) -> None:
    keep(later, "ava", remark=REMARK)
    keep(later, "ben", remark="Ben's own remark")
    held = held_about(later.students[0], folder, later.facts)
    assert (held.facts, held.notes) == (1, 1)
    later.erase(later.students[0], later.assessors[0].id)
    ledger = (folder / "ledger" / "d1.jsonl").read_text()
    assert "waxwing" not in ledger
    assert "Ben's own remark" in ledger
    keep(later, "ava", remark=REMARK)
    assert "waxwing" not in (folder / "ledger" / "d1.jsonl").read_text(), "nor when it comes afterwards"


def test_a_family_does_not_read_another_childs_name_in_it(later: ClassBook) -> None:
    keep(later, "ava", remark=REMARK)
    ava = later.students[0]
    record = record_of(
        ava, later.everyone, later.facts, class_name="Room 12", units=later.units, assessors=later.assessors
    )
    told: Any = record.facts[0]
    assert told.remark == f"built a waxwing with {SOMEBODY}"
    assert record.cleaned == 1
    page: Any = for_families(later.progress, [ava], later.everyone).spot("ava", "u/halves").facts[0]
    assert page.remark == told.remark


def test_where_it_names_an_erased_child_is_told(later: ClassBook) -> None:
    fact = keep(later, "ava", remark=REMARK)
    assert mentions(later.students[1], later.facts) == (fact,)
    assert words_in(fact) == (REMARK,)
    assert has_words(fact)


STAY = {
    "id",
    "device",
    "at",
    "by",
    "step",
    "of",
    "showing",
    "origin",
    "cut",
    "own_version",
    "trials",
    "witness",
    "beyond",
    "agrees",
}
"""The fields in which a text is the board's own, written down here a second time."""


@pytest.mark.parametrize("field", [field for field in Fact._fields if field not in ("student", "kind")])
def test_a_text_in_any_field_goes_with_the_child_unless_it_is_the_boards_own(field: str) -> None:
    fact = Fact("f1", 1, "d1", AT, "t", Kind.KEEP_WORKING, "ava", "u/halves")
    told = "waxwing" if sort_of(field) not in (Sort.PICTURES, Sort.IDS, Sort.LINES) else ["waxwing"]
    line = json.dumps(json.loads(fact_line(fact)) | {field: told}).encode() + b"\n"
    assert (b"waxwing" in stripped_lines(line, {"ava"})) == (field in STAY)
    assert stripped_lines(line, {"ben"}) == line


def test_a_text_of_a_version_that_is_not_known_yet_goes_too() -> None:
    fact = Fact("f1", 1, "d1", AT, "t", Kind.KEEP_WORKING, "ava", "u/halves")
    line = json.dumps(json.loads(fact_line(fact)) | {"said": {"by": ["waxwing"]}}).encode() + b"\n"
    assert b"waxwing" not in stripped_lines(line, {"ava"})
