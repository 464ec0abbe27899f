"""One bad line shuts nothing: it is kept, told by file and line, and everything else goes on."""

import itertools
import json
import os
from contextlib import closing
from pathlib import Path

import pytest

from board.errors import Refusal
from board.mastery.facts import Fact, Kind
from board.mastery.progress import progress_of
from board.store.arriving import empty_ledgers, on_the_way
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.erasure import stripped_lines
from board.store.keeping.archive import pack
from board.store.keeping.restore import restore_zip
from board.store.ledger.damage import told
from board.store.lines import WORDS_LIMIT, BadLine, NewerLine, fact_line, fact_of
from erasing import full_fact
from one_mark import mark

FACT = Fact("f1", 1, "d9", "2026-01-05T09:00:00+00:00", "t", Kind.NOTE, "ava", "u/halves", note="words")
LINE = fact_line(FACT)


def said(**more: object) -> bytes:
    return json.dumps({**json.loads(LINE), **more}, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def other(folder: Path) -> Path:
    return folder / "ledger" / "d9.jsonl"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_way_to_end_a_line_counts_and_the_last_may_have_none(book: ClassBook, folder: Path, end: bytes) -> None:
    lines = [said(id="a"), b"rubbish", b"", said(id="b"), b"{", said(id="c")]
    other(folder).write_bytes(end.join(line.strip() for line in lines))
    with closing(ClassBook(folder, "d2")) as read:
        assert [fact.id for fact in read.facts] == ["a", "b", "c"]
        assert [damage.line for damage in read.damaged] == [2, 5]
        with other(folder).open("ab") as file:
            file.write(end + b"more rubbish" + end + said(id="d").strip() + end)
        assert [fact.id for fact in read.news().facts] == ["d"]
        assert [damage.line for damage in read.damaged] == [2, 5, 7]


def test_a_carriage_return_that_comes_before_its_line_feed_counts_as_one_end(book: ClassBook, folder: Path) -> None:
    other(folder).write_bytes(LINE.strip() + b"\r")
    book.news()
    with other(folder).open("ab") as file:
        file.write(b"\nrubbish\n")
    book.news()
    assert [damage.line for damage in book.damaged] == [2]


def test_a_whole_last_line_of_ones_own_is_ended_and_not_cut_and_a_half_one_is_cut(
    book: ClassBook, folder: Path
) -> None:
    mark(book)
    own = folder / "ledger" / "d1.jsonl"
    book.close()
    own.write_bytes(own.read_bytes()[:-1])
    with closing(ClassBook(folder, "d1")) as again:
        mark(again, "ben")
        assert [json.loads(line)["student"] for line in own.read_bytes().splitlines()] == ["ava", "ben"]
        with own.open("ab") as file:
            file.write(b'{"id":"half')
        mark(again, "cam")
        assert b"half" not in own.read_bytes()
        assert not again.damaged
    with closing(ClassBook(folder, "d1")) as last:
        assert len(last.facts) == 3


def test_a_newer_versions_line_is_kept_numbers_go_on_behind_it_and_marking_does(book: ClassBook, folder: Path) -> None:
    other(folder).write_bytes(said(id="new", kind="dreamt", seq=70))
    book.news()
    mark(book)
    assert book.facts[-1].seq == 71
    book.edit(STUDENTS, lambda now: now[:1])


@pytest.mark.parametrize("how", ["before", "meanwhile"])
def test_what_must_be_understood_lets_nobody_write_and_everybody_look(book: ClassBook, folder: Path, how: str) -> None:
    mark(book)
    other(folder).write_bytes(said(id="new", kind="dreamt", must=True))
    if how == "before":
        book = ClassBook(folder, "d1")
    book.news()
    before = {path: path.read_bytes() for path in folder.rglob("*.json*")}
    for deed in (
        lambda: mark(book, "ben"),
        lambda: book.edit(STUDENTS, lambda now: now[:1]),
        lambda: book.erase(book.students[0], "t"),
    ):
        with pytest.raises(Refusal, match="update the board to mark or change anything"):
            deed()
    assert book.progress.spot("ava", "u/halves").facts
    assert {path: path.read_bytes() for path in folder.rglob("*.json*")} == before
    other(folder).write_bytes(LINE)
    book.news()
    mark(book, "ben")
    assert book.progress.spot("ben", "u/halves").facts


@pytest.mark.parametrize("word", [False, None, "true", 1])
def test_only_true_is_must(word: object) -> None:
    with pytest.raises(NewerLine) as caught:
        fact_of(said(kind="dreamt", must=word))
    assert not caught.value.must


@pytest.mark.parametrize("kind", Kind)
def test_a_line_that_does_not_say_what_it_is_about_is_told_of_and_not_lost_without_a_word(kind: Kind) -> None:
    alone = kind in ("away", "erased", "photo_removed", "card_wanted", "card_seen") or (
        kind.startswith("picture_") and kind is not Kind.PICTURE_PLACED
    )
    steers = kind in ("withdrawn", "restored")
    speaks = steers or (
        alone and kind not in ("away", "erased", "picture_added", "photo_removed", "card_wanted", "card_seen")
    )
    for step, of in itertools.product((None, "", "u/halves"), (None, "", "f0")):
        if (step or alone or steers) and (of or not speaks):
            assert fact_of(said(kind=kind, step=step, of=of)).kind is kind
        else:
            with pytest.raises(BadLine):
                fact_of(said(kind=kind, step=step, of=of))


@pytest.mark.parametrize(
    "kind", [Kind.AWAY, Kind.CARD_WANTED, Kind.CARD_SEEN, Kind.ERASED, Kind.PICTURE_ADDED, Kind.PHOTO_REMOVED]
)
def test_what_is_about_a_student_alone_counts_whatever_step_stands_there(kind: Kind) -> None:
    fact = FACT._replace(kind=kind, evidence=("0" * 32,))
    assert progress_of([fact]).about == {"ava": (fact,)}
    assert not progress_of([fact]).rows


def test_an_erasure_keeps_lines_of_newer_versions_but_for_those_about_the_child() -> None:
    theirs, others = said(kind="dreamt"), said(kind="dreamt", student="ben", id="f2")
    assert stripped_lines(theirs + others, {"ava"}) == others


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b""])
def test_an_erasure_loses_no_line_of_others_however_it_ends(end: bytes) -> None:
    theirs, others = LINE.strip(), said(student="ben", id="f2").strip()
    stripped = stripped_lines((end or b"\n").join([theirs, others]) + end, {"ava"}, ["words"])
    assert [fact_of(line).id for line in stripped.splitlines()] == ["f1", "f2"]
    assert others in stripped
    assert stripped.count(b"words") == 1


BAD = [
    {"seq": -1},
    {"seq": 10**12},
    {"seq": 1.0},
    {"seq": 10**400},
    {"id": ""},
    {"id": "x" * 129},
    {"id": "a\x1b[2J"},
    {"id": "a\u202eb"},
    {"student": "\x07"},
    {"step": "x" * 513},
    {"of": "\x9b31m"},
    {"tries": "3"},
    {"step_version": None},
    {"evidence": ["../../etc"]},
    {"evidence": ["p1\n"]},
    {"evidence": "p1"},
    {"note": 3},
    {"note": {"a": 1}},
    {"at": ["2026"]},
]


@pytest.mark.parametrize("fields", BAD, ids=lambda fields: str(fields)[:30])
def test_a_line_with_a_field_that_can_not_be_is_none(fields: dict[str, object]) -> None:
    with pytest.raises(BadLine):
        fact_of(said(**fields))


def test_words_are_clean_and_bounded_and_a_cut_is_told(book: ClassBook, folder: Path) -> None:
    other(folder).write_bytes(
        said(id="a", note="a\x1b]0;title\x07b\u202ec\x9b\td\ne")
        + said(id="b", note="é" * 2_000_000)
        + said(id="c", way="\x7fdel")
    )
    book.news()
    first, second, third = book.facts
    assert (first.note, third.way) == ("a]0;titlebc d\ne", "del")
    assert second.note == "é" * (WORDS_LIMIT - 1) + "…"
    assert told(book.damaged) == [
        "ledger/d9.jsonl has a line with a text that is too long: line 2. It is kept, and its beginning is shown."
    ]


def test_what_is_written_is_what_everybody_reads(book: ClassBook, folder: Path) -> None:
    (kept,) = book.keep([full_fact("k1", "ava", "a\x1bb" + "x" * 30_000)])
    with closing(ClassBook(folder, "d2")) as read:
        assert list(read.facts) == [kept]
    with pytest.raises(Refusal, match="too long for a class, or missing"):
        book.keep([full_fact("k" * 200, "ava", "")])
    assert len(book.facts) == 1


def test_a_file_that_an_editor_has_marked_as_utf_8_is_read(book: ClassBook, folder: Path) -> None:
    other(folder).write_bytes(b"\xef\xbb\xbf" + LINE)
    assert book.news().facts == (FACT,)


def test_a_hundred_thousand_broken_lines_are_one_sentence(book: ClassBook, folder: Path) -> None:
    other(folder).write_bytes(b"rubbish\n" * 100_000 + LINE)
    with closing(ClassBook(folder, "d2")) as read:
        assert read.said == (
            "ledger/d9.jsonl has 100000 lines that hold no mark: line 1 is the first. They are kept and passed over.",
        )
        assert len(read.facts) == 1


def test_a_file_with_a_hostile_name_is_told_cleanly(book: ClassBook, folder: Path) -> None:
    (folder / "ledger" / ("\x1b[2J[red]x\n" + "y" * 200 + ".jsonl")).write_bytes(b"rubbish\n")
    book.news()
    (sentence,) = told(book.damaged)
    assert sentence.isprintable()
    assert len(sentence) < 200


def test_links_pipes_hidden_files_and_folders_are_no_ledger_files(
    book: ClassBook, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere.jsonl").write_bytes(LINE)
    (folder / "ledger" / "link.jsonl").symlink_to(tmp_path / "elsewhere.jsonl")
    (folder / "ledger" / "folder.jsonl").mkdir()
    (folder / "ledger" / "._d1.jsonl").write_bytes(b"\x00\x05\x16\x07")
    os.mkfifo(folder / "ledger" / "pipe.jsonl")
    assert not book.news()
    assert not book.damaged


def test_what_a_sync_program_has_only_announced_is_named(book: ClassBook, folder: Path) -> None:
    mark(book)
    (folder / "ledger" / ".d8.jsonl.icloud").write_bytes(b"placeholder")
    (folder / "ledger" / "d7.jsonl").write_bytes(b"")
    assert not book.news().facts
    assert not book.damaged
    assert on_the_way(folder) == ["ledger/d8.jsonl"]
    assert empty_ledgers(folder) == ["ledger/d7.jsonl"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_backup_holds_what_the_board_shows_however_lines_end(
    book: ClassBook, folder: Path, tmp_path: Path, end: bytes
) -> None:
    other(folder).write_bytes(end.join(said(id=id_).strip() for id_ in "abc"))
    pack(folder, tmp_path / "class.zip", ())
    restore_zip(tmp_path / "class.zip", tmp_path / "Again.class", "d1")
    with closing(ClassBook(folder, "d2")) as here, closing(ClassBook(tmp_path / "Again.class", "d2")) as again:
        assert [fact.id for fact in again.facts] == [fact.id for fact in here.facts] == ["a", "b", "c"]


def test_a_class_that_must_not_be_changed_is_not_changed_by_opening_it(book: ClassBook, folder: Path) -> None:
    other(folder).write_bytes(said(id="n", kind="unheard", must=True))
    copied = json.loads((folder / "class.json").read_text())
    copied["students"]["zoe"] = {"name": "Zoe"}
    (folder / "class (conflicted copy).json").write_text(json.dumps(copied))
    (folder / "ledger (1)").mkdir()
    (folder / "ledger (1)" / "d8.jsonl").write_bytes(said(id="q", device="d8"))
    book.close()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with closing(ClassBook(folder, "d1")) as read:
        read.news()
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
