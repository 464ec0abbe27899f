"""What of a child stands in texts, lines, tables and names of files, and what of it an erasure takes."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.facts import Fact, Kind, bare
from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.erasure import (
    Going,
    as_written,
    files_of,
    holds,
    pictures_of,
    remove_files,
    stripped_lines,
    without_students,
)
from board.store.keeping.traces import foreign_files, held_about, mentions, other_devices
from board.store.layout import ART, DRAFTS, DROP, LAYOUT, PRINTS
from board.store.lines import fact_line

AT = "2026-01-05T09:00:00+00:00"


def note(student: str, text: str | None, *, device: str = "d1", pictures: tuple[str, ...] = ()) -> Fact:
    return Fact(f"{student}-{text}", 1, device, AT, "t", Kind.NOTE, student, "u/halves", note=text, evidence=pictures)


def test_a_text_is_looked_for_in_every_form_json_gives_it() -> None:
    assert set(as_written(["", 'Zoë "Z"\n', "Ava"])) == {
        b"Ava",
        'Zoë "Z"\n'.encode(),
        b'Zo\\u00eb \\"Z\\"\\n',
        'Zoë \\"Z\\"\\n'.encode(),
    }
    assert set(as_written(["\ud800"])) == {b"?", b"\\ud800"}
    assert holds(b"with Ava", as_written(["Ava", "Ben"]))
    assert not holds(b"with Eva", as_written(["Ava", "Ben"]))
    assert not holds(b"", as_written([""]))


TEXTS = [None, "ava", "Ben's", "waxwing", "bird"]
lines = st.one_of(
    st.builds(
        lambda student, text: fact_line(note(student, text)),
        st.sampled_from(["ava", "ben", "cleo"]),
        st.sampled_from(TEXTS),
    ),
    st.sampled_from([b"rubbish with waxwing\n", b"rubbish\n", b"ava {\n", b"\n", b"waxwing\r\n"]),
)
rests = st.sampled_from([b"", b'{"student":"ava', b'{"student":"ben', b"waxwing"])


@given(st.lists(lines, max_size=8), rests, st.booleans())
def test_lines_about_an_erased_child_lose_their_words_and_all_others_stay_byte_for_byte(
    many: list[bytes], rest: bytes, now: bool
) -> None:
    words = ("waxwing",) if now else ()
    expected = b""
    for line in many:
        if b'"student":"ava"' in line:
            fact = next(one for one in (note("ava", text) for text in TEXTS) if fact_line(one) == line)
            expected += fact_line(bare(fact))
        elif not line.startswith(b'{"id"') and (b"ava" in line or (now and b"waxwing" in line)):
            continue
        else:
            expected += line
    goes = now or b"ava" in rest
    assert stripped_lines(b"".join(many) + rest, {"ava"}, words) == expected + (b"" if goes else rest)


def test_nothing_is_stripped_where_nobody_was_erased() -> None:
    data = fact_line(note("ava", "bird")) + b"rubbish\n" + b"unfinished"
    assert stripped_lines(data, ()) == data
    assert stripped_lines(b"", {"ava"}) == b""


def test_students_go_from_the_tables_and_everything_else_stays() -> None:
    tables: dict[str, dict[str, Any]] = {"students": {"ava": {}, "ben": {}}, "units": {"ava": {}}}
    assert without_students(tables, {"ava"}) == {"students": {"ben": {}}, "units": {"ava": {}}}
    assert without_students({"units": {}}, {"ava"}) == {"units": {}}
    assert without_students({"students": 3}, {"ava"}) is None
    assert without_students([], {"ava"}) is None
    assert without_students(None, {"ava"}) is None


def test_a_picture_is_a_childs_alone_when_no_fact_of_another_refers_to_it() -> None:
    facts = [note("ava", None, pictures=("a", "both")), note("ben", None, pictures=("b", "both"))]
    assert pictures_of({"ava"}, facts) == {"a"}
    assert pictures_of({"ava", "ben"}, facts) == {"a", "b", "both"}
    assert pictures_of({"cleo"}, facts) == frozenset()


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("wall-u.pdf", True),
        (".wall-u.pdf.4711.new", True),
        ("wall-u.pdf~", True),
        ("wall-u.pdfx", False),
        ("quilt-u.pdf", False),
        (".quilt-u.pdf.4711.new", False),
        ("cards-u.pdf", False),
        ("calibration.pdf", False),
        ("notes.txt", False),
    ],
)
def test_pages_that_may_show_a_name_go(folder: Path, name: str, *, goes: bool) -> None:
    page = folder / "prints" / name
    page.parent.mkdir(parents=True)
    page.write_bytes(b"%PDF")
    assert list(files_of(folder, Going(("ava",)), [PRINTS])) == ([page] if goes else [])


@pytest.mark.parametrize(("seconds", "goes"), [(-3600, True), (0, True), (60, True), (61, False), (3600, False)])
def test_later_only_pages_made_before_the_erasure_go(folder: Path, seconds: int, *, goes: bool) -> None:
    page = folder / "prints" / "wall-u.pdf"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"%PDF")
    moment = 1_767_603_600  # seconds at AT
    os.utime(page, (moment + seconds, moment + seconds))
    odd = [Fact("e0", 1, "d1", at, "t", Kind.ERASED, "ava") for at in ("no time", "0001-01-01T00:00:00+23:00")]
    facts = [
        Fact("e1", 1, "d1", AT, "t", Kind.ERASED, "ava"),
        note("ben", None)._replace(at="2099-01-01T00:00:00+00:00"),
    ]
    remove_files(folder, {"ava"}, [*odd, *facts], now=False)
    assert page.exists() is not goes


def test_at_the_erasure_itself_every_page_goes_and_without_a_time_none_later(folder: Path) -> None:
    page = folder / "prints" / "wall-u.pdf"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"%PDF")
    remove_files(folder, {"ava"}, [], now=False)
    assert page.exists()
    remove_files(folder, {"ava"}, [], now=True)
    assert not page.exists()


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("ava.json", True),
        (".ava.json.4711.new", True),
        ("ava", True),
        ("ava-0123456789ab.json", True),
        ("ava-0123456789ab (2).json", True),
        ("ava-0123456789abc.json", False),
        ("ava-0123456789ab-0123456789ab.json", False),
        ("ava-0123.json", False),
        ("ava_b.json", False),
        ("avas.json", False),
        ("xava.json", False),
        ("a+b.json", True),
        ("aab.json", False),
    ],
)
def test_files_named_after_a_child_are_told_from_those_of_others(folder: Path, name: str, *, goes: bool) -> None:
    path = folder / "drafts" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"{}")
    assert list(files_of(folder, Going(("", "ava", "a+b")), [DRAFTS])) == ([path] if goes else [])
    assert list(files_of(folder, Going(("",)), [DRAFTS])) == []


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("abc.png", True),
        (".abc.png.3.new", True),
        ("abc-1.png", True),
        ("abcd.png", False),
        ("xabc.png", False),
        ("abc", False),
    ],
)
def test_files_named_after_a_picture_go_with_it(folder: Path, name: str, *, goes: bool) -> None:
    path = folder / "art" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"")
    going = Going((), frozenset(("abc",)))
    assert list(files_of(folder, going, [ART])) == ([path] if goes else [])
    assert list(files_of(folder, going, [DROP])) == []


def test_what_is_held_about_a_child_is_counted_with_its_doubles(book: ClassBook, folder: Path) -> None:
    ava = Student("ava", "Ava B.", also=("zoe",))
    facts = [
        note("ava", "bird", pictures=("a",)),
        note("ava", None),
        note("zoe", "fox", device="d2"),
        note("ben", "Ava", device="d3"),
        note("ava", None, device="d4"),
    ]
    for place, name in (("art", "a.png"), ("drafts", "ava.json"), ("drafts", "ben.json"), ("prints", "wall.pdf")):
        (folder / place).mkdir(exist_ok=True)
        (folder / place / name).write_bytes(b"")
    assert held_about(ava, folder, facts) == (4, 2, 2, 1)
    assert other_devices(ava, facts, "d1") == 1
    assert other_devices(ava, facts, "d2") == 1
    assert other_devices(ava, facts, "d9") == 2
    assert list(files_of(folder, Going(()), LAYOUT)) == [folder / "prints" / "wall.pdf"]


@pytest.mark.parametrize(
    ("name", "alias", "text", "is_told"),
    [
        ("Ava B.", "", "with ava", True),
        ("Ava B.", "", "with AVA B. today", True),
        ("Ava B.", "", "with Avas", False),
        ("Ava B.", "", "lava", False),
        ("Ava B.", "Comet", "a comet!", True),
        ("Ava B.", "", "b.", False),
        ("A B", "", "a", False),
        ("A B", "", "a b", True),
        ("Al", "", "al", True),
        ("A", "", "a", False),
        ("A+ B", "", "a+ b", True),
    ],
)
def test_words_about_others_that_mention_a_child_are_found(name: str, alias: str, text: str, *, is_told: bool) -> None:
    child = Student("ava", name, alias, also=("zoe",))
    told = note("ben", text)
    others = [note("ava", text), note("zoe", text), note("ben", None)]
    assert mentions(child, [told, *others]) == ((told,) if is_told else ())


def test_what_no_erasure_touches_is_named(book: ClassBook, folder: Path) -> None:
    for name in ("notes.txt", "art/Holiday (1).png", "art/a1.png", "class (copy).json", "x.lock", ".hidden"):
        (folder / name).write_bytes(b"{}")
    dropped = book.outputs.drop
    (dropped / "photo.jpg").write_bytes(b"")
    assert foreign_files(folder) == ["art/Holiday (1).png", "drop pictures here/photo.jpg", "notes.txt"]


def test_a_file_of_another_computer_is_not_touched_though_its_name_holds_ours(book: ClassBook, folder: Path) -> None:
    other = ClassBook(folder, "d10")
    other.record([Draft(Kind.NOTE, "ava", "u/halves", note="bird")], other.assessors[0].id)
    other.close()
    path = folder / "ledger" / "d10.jsonl"
    before = path.read_bytes()
    book.news()
    book.erase(book.students[0], book.assessors[0].id)
    assert path.read_bytes() == before
    assert json.loads(before)["note"] == "bird"
