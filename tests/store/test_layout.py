"""A new place in the class folder is one row: it is made, packed, brought back, checked and erased as the row says."""

import re
import zipfile
from pathlib import Path

import pytest

from board.errors import Refusal
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.store import layout
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from board.store.erasure import Going
from board.store.keeping.archive import fits, pack
from board.store.keeping.check import problems
from board.store.keeping.restore import restore_zip
from board.store.keeping.traces import foreign_files, held_about, kept_for
from board.store.layout import Erased, Holding, Writer

PLACE = "plans"
AT = "2026-01-05T09:00:00+00:00"


def add(
    monkeypatch: pytest.MonkeyPatch,
    *,
    packed: bool = True,
    erased: Erased = Erased.BY_STUDENT,
    is_made: bool = False,
) -> None:
    """Add a row to the table."""
    row = Holding(PLACE, re.compile(r"[0-9a-z-]+\.(txt|png|pdf)"), packed, erased, Writer.BOARD, is_made)
    others = (other for other in layout.LAYOUT if other.place != PLACE)
    monkeypatch.setattr(layout, "LAYOUT", layout.table(row, *others))


def written(folder: Path, *names: str) -> Path:
    (folder / PLACE).mkdir(exist_ok=True)
    for name in names:
        (folder / PLACE / name).write_bytes(b"plan")
    return folder / PLACE


def names_in(zipped: Path) -> list[str]:
    with zipfile.ZipFile(zipped) as packed:
        return packed.namelist()


def test_it_is_packed_and_brought_back(
    monkeypatch: pytest.MonkeyPatch, book: ClassBook, folder: Path, tmp_path: Path
) -> None:
    add(monkeypatch)
    written(folder, "ava.txt", "Holiday (1).txt")
    pack(folder, tmp_path / "class.zip", ())
    assert names_in(tmp_path / "class.zip") == [f"{PLACE}/ava.txt", "ledger/d1.jsonl", "class.json"]
    restore_zip(tmp_path / "class.zip", tmp_path / "Again.class", "d1")
    assert [path.name for path in (tmp_path / "Again.class" / PLACE).iterdir()] == ["ava.txt"]


def test_it_is_left_out_when_the_row_says_so_and_no_zip_may_hold_it_then(
    monkeypatch: pytest.MonkeyPatch, book: ClassBook, folder: Path, tmp_path: Path
) -> None:
    add(monkeypatch)
    written(folder, "ava.txt")
    pack(folder, tmp_path / "other.zip", ())
    add(monkeypatch, packed=False)
    pack(folder, tmp_path / "class.zip", ())
    assert names_in(tmp_path / "class.zip") == ["ledger/d1.jsonl", "class.json"]
    with pytest.raises(Refusal, match="a name that no class has"):
        restore_zip(tmp_path / "other.zip", tmp_path / "Again.class", "d1")


@pytest.mark.parametrize("is_made", [True, False])
def test_a_new_class_has_it_when_the_row_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, is_made: bool
) -> None:
    add(monkeypatch, is_made=is_made)
    ClassBook.create(tmp_path / "New.class", "Room 14", "d1").close()
    assert (tmp_path / "New.class" / PLACE).is_dir() == is_made


def test_files_in_it_that_the_board_did_not_make_are_named(
    monkeypatch: pytest.MonkeyPatch, book: ClassBook, folder: Path
) -> None:
    assert foreign_files(folder) == []
    written(folder, "ava.txt", "Holiday (1).txt")
    assert foreign_files(folder) == [PLACE], "an unknown folder is foreign as a whole"
    assert problems(folder, "d1") == []
    add(monkeypatch)
    assert foreign_files(folder) == [f"{PLACE}/Holiday (1).txt"]
    (told,) = problems(folder, "d1")
    assert told.startswith(f"{PLACE}/Holiday (1).txt was not made by the board, so no backup will hold it")


WAYS_TO_GO = [
    (Erased.BY_STUDENT, ["ben-0123456789ab.txt", "ben.txt", "pic1.png", "pic2.png", "quilt.pdf", "wall.pdf"]),
    (
        Erased.BY_PICTURE,
        [
            "ava-0123456789ab.txt",
            "ava.txt",
            "ben-0123456789ab.txt",
            "ben.txt",
            "pic2.png",
            "quilt.pdf",
            "wall.pdf",
        ],
    ),
    (Erased.BY_NAMES, ["quilt.pdf"]),
    (
        Erased.BY_HAND,
        [
            "ava-0123456789ab.txt",
            "ava.txt",
            "ben-0123456789ab.txt",
            "ben.txt",
            "pic1.png",
            "pic2.png",
            "quilt.pdf",
            "wall.pdf",
        ],
    ),
]
"""How what a place holds goes, and what of its files is left then."""


@pytest.mark.parametrize(("erased", "left"), WAYS_TO_GO)
def test_what_it_holds_of_an_erased_child_goes_as_the_row_says(
    monkeypatch: pytest.MonkeyPatch, book: ClassBook, folder: Path, erased: Erased, left: list[str]
) -> None:
    add(monkeypatch, erased=erased)
    place = written(folder, "ava.txt", "ava-0123456789ab.txt", "ben.txt", "ben-0123456789ab.txt")
    written(folder, "pic1.png", "pic2.png", "quilt.pdf", "wall.pdf")
    for id_, student, picture in (("k1", "ava", "pic1"), ("k2", "ben", "pic2")):
        book.keep([Fact(id_, 0, "", AT, "t", Kind.NOTE, student, "u/halves", evidence=(picture,))])
    held = held_about(book.students[0], folder, book.facts)
    told = {Erased.BY_STUDENT: (2, 0), Erased.BY_PICTURE: (1, 0), Erased.BY_NAMES: (0, 7), Erased.BY_HAND: (0, 0)}
    assert (held.pictures, held.charts) == told[erased]
    book.erase(book.students[0], book.assessors[0].id)
    assert sorted(path.name for path in place.iterdir()) == left
    by_hand = [f"{PLACE}/{name}" for name in left] if erased is Erased.BY_HAND else []
    assert foreign_files(folder) == by_hand, "what stays because nobody can look into it is told"


def test_a_place_that_nobody_rewrites_is_refused_before_a_name_stays_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="Nobody rewrites what lies in 'plans'"):
        add(monkeypatch, erased=Erased.REWRITTEN)


@pytest.mark.parametrize("row", layout.REWRITTEN, ids=lambda row: row.place or "the class folder")
def test_whatever_is_said_to_be_rewritten_is(book: ClassBook, folder: Path, row: Holding) -> None:
    book.record([Draft(Kind.NOTE, "ava", "u/halves", note="Ava B. built a nest")], book.assessors[0].id)
    book.edit(STUDENTS, lambda now: (*now, Student("dee", "Dee E.")))
    texts = [path.read_bytes() for path in files_in(folder, row)]
    assert any(b"Ava B." in text for text in texts)
    book.erase(book.students[0], book.assessors[0].id)
    left = [path.read_bytes() for path in files_in(folder, row)]
    assert left
    assert not any(b"Ava B." in text for text in left)


def files_in(folder: Path, row: Holding) -> list[Path]:
    return [path for path in sorted(row.within(folder).iterdir()) if row.fits(path.name)]


def test_the_family_gets_what_it_holds_of_their_child(
    monkeypatch: pytest.MonkeyPatch, book: ClassBook, folder: Path
) -> None:
    add(monkeypatch)
    written(folder, "ava.txt", "ben.txt")
    assert [path.name for path in kept_for(folder, Going(("ava",)), Erased.BY_STUDENT)] == ["ava.txt"]


@pytest.mark.parametrize("row", layout.LAYOUT, ids=lambda row: row.place or "the class folder")
def test_only_what_the_table_says_is_packed_fits_into_a_zip(row: Holding) -> None:
    leaf = next(one for one in ("class.json", "a1b2.png", "d1.jsonl", "a.pdf", "tries.json") if row.fits(one))
    assert fits(row.name_of(leaf)) == row.packed


SYNCED = (
    "{}.{}",
    ".{}.{}.4711.new",
    "{} (Zoë's conflicted copy 2026-11-24).{}",
    "{}.sync-conflict-20261124-101010-ABCDEF.{}",
    "{} 2.{}",
    "{} (1).{}",
    "{}-LAPTOP-7.{}",
    "{}_conflict-20151109-101010.{}",
    "{}-laptop-safeBackup-0001.{}",
    "{}~laptop.{}",
)
"""Names under which a program that was killed, or one that syncs, leaves another copy of a file."""


@pytest.mark.parametrize("name", SYNCED)
def test_copies_a_sync_program_made_go_too_and_those_of_others_stay(book: ClassBook, folder: Path, name: str) -> None:
    mine, other = "0123456789abcdef" * 2, "fedcba9876543210" * 2
    for id_, student, picture in (("k1", "ava", mine), ("k2", "ben", other)):
        book.keep([Fact(id_, 0, "", AT, "t", Kind.NOTE, student, "u/halves", evidence=(picture,))])
    drafts = layout.DRAFTS.within(folder)
    drafts.mkdir()
    for place, stem, ending in (
        (layout.ART.within(folder), mine, "png"),
        (layout.ART.within(folder), other, "png"),
        (drafts, "ava-0123456789ab", "json"),
        (drafts, "ben-0123456789ab", "json"),
        (drafts, "ava2-0123456789ab", "json"),
    ):
        (place / name.format(stem, ending)).write_bytes(b"x")
    book.erase(book.students[0], book.assessors[0].id)
    assert [path.name for path in layout.ART.within(folder).iterdir()] == [name.format(other, "png")]
    left = [name.format(stem, "json") for stem in ("ava2-0123456789ab", "ben-0123456789ab")]
    assert sorted(path.name for path in drafts.iterdir()) == sorted(left)


def test_every_way_to_go_is_tried_here() -> None:
    tried = {case[0] for case in WAYS_TO_GO}
    assert tried | {Erased.REWRITTEN} == set(Erased)


def test_the_class_folder_is_laid_out_as_older_boards_and_backups_know_it() -> None:
    rows = [(row.place, row.packed, row.erased, row.writer, row.is_made) for row in layout.LAYOUT]
    assert rows == [
        ("ledger", True, Erased.REWRITTEN, Writer.OWNER, True),
        ("art", True, Erased.BY_PICTURE, Writer.BOARD, True),
        ("evidence", True, Erased.BY_PICTURE, Writer.BOARD, True),
        ("drafts", True, Erased.BY_STUDENT, Writer.BOARD, False),
        ("backups", False, Erased.REWRITTEN, Writer.BOARD, True),
        ("prints", False, Erased.BY_NAMES, Writer.BOARD, False),
        ("drop pictures here", False, Erased.BY_HAND, Writer.PEOPLE, False),
        ("drop pictures here/taken in", False, Erased.BY_PICTURE, Writer.BOARD, False),
        ("kiosk", False, Erased.BY_STUDENT, Writer.BOARD, False),
        ("", True, Erased.REWRITTEN, Writer.BOARD, False),
    ]
    assert [row.place for row in layout.packed()] == ["ledger", "art", "evidence", "drafts", ""]
    assert [row.place for row in layout.folders()] == ["ledger", "art", "evidence", "drafts", "backups"]
    assert [row.place for row in layout.erased(Erased.BY_HAND, Erased.BY_NAMES)] == ["prints", "drop pictures here"]


@pytest.mark.parametrize(
    ("row", "fitting", "odd"),
    [
        (layout.LEDGER, ["d1.jsonl", "d1 (Zoë's copy).jsonl"], [".d1.jsonl", " d1.jsonl", "a:b.jsonl", "d1.json"]),
        (layout.ART, ["a1.png", "a1.small.webp", "A-_.jpeg", "a.jpg"], ["-a.png", ".a.png", "a.gif", "a.b.c.png"]),
        (layout.EVIDENCE, ["a1.png"], ["a b.png"]),
        (layout.DRAFTS, ["ava-0123456789ab.json"], ["ava b.json", ".ava.json", "ava.txt"]),
        (layout.BACKUPS, ["class-000001.json", "x.json"], ["x.jsonl"]),
        (layout.PRINTS, ["wall.pdf"], ["wall.png"]),
        (layout.DROP, ["anything"], []),
        (layout.TAKEN_IN, ["anything"], []),
        (layout.TRIES, ["tries.json", "tries (1).json"], ["try.json", "tries.txt"]),
        (layout.DOCUMENTS, ["class.json"], ["classxjson", "class.json2"]),
    ],
    ids=lambda value: getattr(value, "place", None),
)
def test_what_belongs_in_a_place_is_known_by_its_name(row: Holding, fitting: list[str], odd: list[str]) -> None:
    assert [row.fits(name) for name in (*fitting, *odd)] == [True] * len(fitting) + [False] * len(odd)


def test_names_are_seen_from_the_class_folder_without_locks_and_places_of_the_table(folder: Path) -> None:
    assert layout.ART.name_of("a.png") == "art/a.png"
    assert layout.DOCUMENTS.name_of("class.json") == "class.json"
    assert layout.ART.within(folder) == folder / "art"
    assert layout.lying(folder, layout.ART) == []
    for name in ("art", "drop pictures here/taken in", "plans"):
        (folder / name).mkdir(parents=True)
    for name in ("class.json", "class.lock", ".hidden", "art/b.txt", "art/a.png", "drop pictures here/x.png"):
        (folder / name).write_bytes(b"")
    assert layout.lying(folder, layout.ART) == ["art/a.png", "art/b.txt"]
    assert layout.lying(folder, layout.DOCUMENTS) == ["class.json", "plans"]
    assert layout.foreign(folder, layout.ART) == ["art/b.txt"]
    assert layout.foreign(folder, layout.DROP) == ["drop pictures here/x.png"]
    assert layout.foreign(folder, layout.TAKEN_IN) == []


@pytest.mark.parametrize(("link", "row"), [("art", layout.ART), ("drop pictures here", layout.TAKEN_IN)])
def test_a_place_that_leads_elsewhere_holds_nothing_and_takes_nothing(
    folder: Path, tmp_path: Path, link: str, row: Holding
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / Path(row.place).relative_to(link)).mkdir(parents=True)
    folder.mkdir()
    (folder / layout.CLASS_FILE).touch()
    (folder / link).symlink_to(elsewhere, target_is_directory=True)
    (elsewhere / Path(row.place).relative_to(link) / "a.png").touch()
    assert row.files_in(folder) == []
    assert layout.lying(folder, row) == []
    with pytest.raises(NotADirectoryError):
        (row.within(folder) / "new.png").write_bytes(b"")


def test_folders_that_stand_for_files_are_odd_and_those_of_people_are_theirs(book: ClassBook, folder: Path) -> None:
    assert layout.odd(folder) == []
    for name in ("class.json.lock", "ledger/d7.jsonl", "art/more", "drop pictures here/holiday", "our own things"):
        (folder / name).mkdir(parents=True)
    assert layout.odd(folder) == ["art/more", "class.json.lock", "ledger/d7.jsonl"]
