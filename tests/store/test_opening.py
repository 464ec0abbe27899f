"""A class is made, opened, looked at; its lines are read as far as they are whole, and read again where they changed."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from board.disk import Disk, NotSaved
from board.errors import Refusal
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from board.store.ledger.damage import Damage, told
from board.store.ledger.ledger_files import LAST_BYTES, LedgerFiles, Seen
from board.store.lines import Odd, Why, fact_line
from board.store.looking import Looked, News
from board.store.outputs import Outputs
from board.store.whole_folder import made_whole


def note(number: int, text: str = "") -> Fact:
    return Fact(f"n{number}", number, "d9", "2026", "t", Kind.NOTE, "ava", "u/halves", note=text or None)


def test_a_new_class_has_its_places_its_name_and_one_adult(tmp_path: Path) -> None:
    folder = tmp_path / "Room.class"
    with closing(ClassBook.create(folder, "Room", "d1")) as book:
        assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == [
            "art",
            "backups",
            "evidence",
            "ledger",
        ]
        assert (book.name, book.about.looks_first, book.students, book.units) == ("Room", True, (), ())
        assert [adult.name for adult in book.assessors] == ["Teacher"]
        assert len(book.assessors[0].id) == 12
        assert list(book.facts) == []
        assert (book.folder, book.key) == (folder, str(folder.resolve()))
        assert book.outputs.prints == folder / "prints"
        assert book.outputs.drop == folder / "drop pictures here"
        assert book.outputs.drop.is_dir()
        assert not book.outputs.prints.exists()
    assert '"format": 2' in (folder / "class.json").read_text()


def test_marks_of_one_showing_say_when_they_were_made_and_share_their_id(book: ClassBook) -> None:
    drafts = [Draft(Kind.MASTERED, "ava", "u/halves"), Draft(Kind.MASTERED, "ben", "u/halves", id="own", by="lee")]
    one, other = book.record(drafts, "t", "s1")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", one.at)
    assert (one.seq, other.seq, one.device, one.showing, other.showing) == (1, 2, "d1", "s1", "s1")
    assert (one.by, other.by, other.id) == ("t", "lee", "own")
    assert book.record([], "t") == ()


def test_looking_only_makes_no_place_and_reads_all_the_same(book: ClassBook, folder: Path) -> None:
    (mark,) = book.record([Draft(Kind.MASTERED, "ava", "u/halves")], "t")
    with closing(ClassBook(folder, "d2", only_look=True)) as seen:
        assert list(seen.facts) == [mark]
    book.close()
    for path in (folder / "ledger").iterdir():
        path.unlink()
    (folder / "ledger").rmdir()
    with pytest.raises(Refusal):
        ClassBook(folder, "d2", only_look=True)
    assert not (folder / "ledger").exists()
    with pytest.raises(Refusal, match=r"The folder ledger, with every mark, is not in .+ It may still be on its way"):
        ClassBook(folder, "d2")
    assert not (folder / "ledger").exists()
    (folder / "ledger").mkdir()
    ClassBook(folder, "d2").close()


def test_news_is_something_when_there_are_marks_or_edits(book: ClassBook, other: ClassBook) -> None:
    assert not book.look()
    assert not News((), documents=False)
    other.record([Draft(Kind.MASTERED, "ava", "u/halves")], "t")
    looked = book.look()
    assert looked
    assert 0 < looked.seconds < 10
    news = book.take(looked)
    assert news
    assert (len(news.facts), news.documents, news.said) == (1, False, ())
    assert book.take(looked) == News((), documents=False), "what was read counts once"
    other.edit(STUDENTS, lambda now: now[:1])
    looked = book.look()
    assert looked
    assert book.take(looked) == News((), documents=True)
    assert book.students == (Student("ava", "Ava B."),)
    assert not Looked((), book.look().documents, 0.0)


def test_lines_are_read_as_far_as_they_are_whole_and_then_on(tmp_path: Path) -> None:
    path = tmp_path / "d9.jsonl"
    lines = [fact_line(note(number)) for number in range(1, 4)]
    path.write_bytes(lines[0] + b"rubbish\n\n" + lines[1] + lines[2][:20])
    files = LedgerFiles(tmp_path)
    (first,) = files.look({})
    assert (first.name, first.before, first.anew) == ("d9.jsonl", None, True)
    assert first.facts == (note(1), note(2))
    assert first.odd == (Odd(2, Why.NO_FACT),)
    assert first.now is not None
    assert first.now.read_to == len(lines[0]) + 9 + len(lines[1])
    assert files.look({"d9.jsonl": first.now}) == ()
    with path.open("ab") as file:
        file.write(lines[2][20:] + b"more rubbish\n")
    (second,) = files.look({"d9.jsonl": first.now})
    assert (second.before, second.anew, second.facts) == (first.now, False, (note(3),))
    assert second.odd == (Odd(6, Why.NO_FACT),)
    assert second.now is not None
    assert second.now.read_to == path.stat().st_size
    assert second.now.last == path.read_bytes()[-LAST_BYTES:]
    assert LAST_BYTES == 256


@pytest.mark.parametrize("again", ["shorter", "other", "moved", "same"])
def test_a_file_that_has_become_another_is_read_from_its_start(tmp_path: Path, again: str) -> None:
    path = tmp_path / "d9.jsonl"
    path.write_bytes(b"".join(fact_line(note(number)) for number in range(1, 4)))
    files = LedgerFiles(tmp_path)
    (before,) = files.look({})
    whole = path.read_bytes()
    if again == "moved":
        path.with_name("new").write_bytes(whole + fact_line(note(4)))
        path.with_name("new").replace(path)
    else:
        shorter, other = fact_line(note(1)), fact_line(note(7, "x" * 300))
        path.write_bytes({"shorter": shorter, "other": other + whole, "same": whole + fact_line(note(4))}[again])
    (now,) = files.look({"d9.jsonl": before.now} if before.now else {})
    assert now.anew is (again != "same")
    expected = {"shorter": [1], "other": [7, 1, 2, 3], "moved": [1, 2, 3, 4], "same": [4]}
    assert [fact.seq for fact in now.facts] == expected[again]


def test_a_folder_of_ledgers_that_is_gone_is_said_and_other_files_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(fact_line(note(1)))
    (tmp_path / "d9.jsonl").write_bytes(b"")
    assert [(one.name, one.now) for one in LedgerFiles(tmp_path).look({})] == [
        ("d9.jsonl", Seen(*seen_of(tmp_path / "d9.jsonl"), 0, b""))
    ]
    with pytest.raises(Refusal, match=r"none can't be read \(.+\); is the class folder still there\?"):
        LedgerFiles(tmp_path / "none").look({})


def seen_of(path: Path) -> tuple[int, int, int]:
    stat = path.stat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def test_damage_is_told_once_and_where_it_lies(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], "t")
    path = folder / "ledger" / "d1.jsonl"
    line = path.read_bytes()
    path.write_bytes(line + b"rubbish\n")
    assert book.news().said == tuple(told(book.damaged))
    assert book.damaged == [Damage("d1.jsonl", 2)]
    assert told(book.damaged) == ["ledger/d1.jsonl has a line that holds no mark: line 2. It is kept and passed over."]
    path.write_bytes(b"rubbish\n" + line)
    book.news()
    assert book.damaged == [Damage("d1.jsonl", 1)], "as it lies now"


def test_a_folder_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "New.class"

    def fill(unfinished: Path) -> None:
        (unfinished / "file").write_bytes(b"")

    def full(unfinished: Path) -> None:
        fill(unfinished)
        raise NotSaved(f"{unfinished} is full, says this test.")

    def broken(unfinished: Path) -> None:
        fill(unfinished)
        raise OSError(5, "Input/output error")

    with pytest.raises(NotSaved, match=rf"^{re.escape(str(place))} is full, says this test"):
        made_whole(place, full)
    with pytest.raises(NotSaved, match=rf"^{re.escape(str(place))} can't be made \(.+\)\.$"):
        made_whole(place, broken)
    assert list(tmp_path.iterdir()) == []
    place.mkdir()
    (tmp_path / ".New.class.new").mkdir()
    made_whole(place, fill)
    assert [path.name for path in tmp_path.iterdir()] == ["New.class"]
    for taken in (place, place / "file"):
        with pytest.raises(Refusal, match="is not empty; choose a new folder for the class"):
            made_whole(taken, fill)


def test_a_folder_to_drop_pictures_into_is_given_even_where_it_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert Outputs(tmp_path, tmp_path / "file").drop == tmp_path / "file"
    assert Outputs(tmp_path, tmp_path / "file" / "in").drop == tmp_path / "file" / "in"
    for _ in range(2):
        assert Outputs(tmp_path, tmp_path / "in").drop.is_dir()


class Stuck(Disk):
    """A disk that removes nothing."""

    def remove(self, path: Path) -> None:
        raise OSError(5, "Input/output error")


def test_what_an_erasure_can_not_do_is_said(book: ClassBook, folder: Path) -> None:
    (folder / "prints").mkdir()
    (folder / "prints" / "wall.pdf").write_bytes(b"")
    stuck = ClassBook(folder, "d1", Stuck())
    said = r"The child is off the board, but not everything is taken out yet: .*wall\.pdf could not be removed \(.+\); "
    with pytest.raises(NotSaved, match=said + "close the program that shows it. Then open the class"):
        stuck.erase(stuck.students[0], "t")
    assert [student.id for student in stuck.students] == ["ben"]
