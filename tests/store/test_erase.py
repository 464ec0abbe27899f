"""An erased child: no file of the folder holds name, alias, note or picture, whatever happened before or in the middle."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from board.disk import Disk, NotSaved
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.store.archive import pack
from board.store.check import problems
from board.store.class_book import ClassBook, Draft
from board.store.codec import fact_line
from builders import UNIT
from killed import killed_at_every_moment

AVA = Student("ava", "Zöe \\ Quill", alias="Comét 🦊", emblem="fox", grade="3x", number="N-4711")
BEN = Student("ben", "Ben C.", alias="Rocket")
DOUBLE = Student("zoe2", "Zoë Quillfeather")
WORDS = (
    "Zöe \\ Quill",
    "Comét 🦊",
    "N-4711",
    "Zoë Quillfeather",
    "waxwing\nsong",
    "built a nest",
    "with a helper",
    "double trouble",
)
PICTURE = b"\x89PNG the picture of the nest"
AT = "2026-01-05T09:00:00+00:00"


def full_fact(id_: str, student: str, note: str, *, device: str = "d1", seq: int = 1) -> Fact:
    return Fact(
        id_,
        seq,
        device,
        AT,
        "t",
        Kind.KEEP_WORKING,
        student,
        "u/halves",
        way="built a nest",
        level_of_support="with a helper",
        note=note,
        evidence=("pic1",) if student == "ava" else ("pic2",),
    )


@pytest.fixture
def full(book: ClassBook, folder: Path) -> Path:
    """A class whose child to erase has left traces everywhere a folder can hold them."""
    book.edit_students(lambda _: (AVA, BEN, DOUBLE))
    book.keep(
        [
            full_fact("k1", "ava", "waxwing\nsong"),
            full_fact("k2", "ben", "Ben's own"),
            full_fact("k3", "zoe2", "double trouble"),
        ]
    )
    book.record([Draft(Kind.MASTERED, "ava", "u/thirds"), Draft(Kind.AWAY, "ava", note="double trouble")])
    book.edit_students(lambda _: (replace(AVA, also=("zoe2",)), BEN))
    (folder / "evidence" / "pic1.png").write_bytes(PICTURE)
    (folder / "evidence" / "pic2.png").write_bytes(b"Ben's picture")
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


def forms(text: str) -> Iterator[bytes]:
    """A text as it may stand in a file, in any encoding a program of this century writes."""
    for form in (text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]):
        yield from (form.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be"))
        yield form.upper().encode()


def traces(folder: Path) -> list[str]:
    """Which files hold which words of the child."""
    found = []
    for path in sorted(folder.rglob("*")):
        data = (path.read_bytes() if path.is_file() else b"") + str(path.relative_to(folder)).encode()
        found += [
            f"{path.relative_to(folder)}: {word}"
            for word in WORDS
            for form in forms(word)
            if form in data and not _is_bens(word, data)
        ]
        found += [f"{path.relative_to(folder)}: picture"] if PICTURE in data else []
    return found


def _is_bens(word: str, data: bytes) -> bool:
    """Ben's fact has the same way and support: these may stand in his line, and in no other."""
    if word not in ("built a nest", "with a helper"):
        return False
    return all(b'"student":"ben"' in line for line in data.splitlines() if word.encode() in line)


def erase(folder: Path, device: str = "d1", disk: Disk | None = None) -> tuple[str, ...]:
    book = ClassBook(folder, device, disk or Disk())
    try:
        return book.erase(next(student for student in book.everyone if student.id == "ava"))
    finally:
        book.close()


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def test_the_traces_are_there_before(full: Path) -> None:
    found = "\n".join(traces(full))
    for word in (*WORDS, "picture"):
        assert word in found
    for place in (
        "class.json",
        "conflicted copy).json",
        "backups",
        ".new",
        "d1.jsonl",
        "d1 (con",
        "d1~lap",
        "prints",
        "evidence",
    ):
        assert place in found


def test_after_an_erasure_no_file_of_the_folder_holds_the_child(full: Path) -> None:
    assert erase(full) == ("class-000099.json",)
    assert traces(full) == []
    assert [student.id for student in ClassBook(full, "d1").everyone] == ["ben"]
    assert not problems(full, "d1") or all("copy" in told for told in problems(full, "d1"))


def test_everybody_elses_words_marks_pictures_and_charts_stay(full: Path) -> None:
    before = ClassBook(full, "d1").progress.rows["ben"]
    erase(full)
    after = ClassBook(full, "d1")
    assert after.progress.rows["ben"] == before
    assert before["u/halves"].facts[0].note == "Ben's own"
    assert (full / "evidence" / "pic2.png").exists()
    assert [path.name for path in (full / "prints").iterdir()] == ["quilt-u-letter-2026-01-05.pdf"]
    assert after.students == (BEN,)
    assert after.units == (UNIT,)


def test_numbers_kinds_steps_and_times_of_the_childs_facts_stay(full: Path) -> None:
    before = [fact for fact in ClassBook(full, "d1").facts if fact.student in ("ava", "zoe2")]
    erase(full)
    after = [
        fact for fact in ClassBook(full, "d1").facts if fact.student in ("ava", "zoe2") and fact.kind is not Kind.ERASED
    ]
    assert [(fact.id, fact.seq, fact.device, fact.at, fact.kind, fact.step) for fact in before] == [
        (fact.id, fact.seq, fact.device, fact.at, fact.kind, fact.step) for fact in after
    ]
    assert not any(fact.note or fact.way or fact.level_of_support or fact.evidence for fact in after)
    assert not ClassBook(full, "d1").damaged


def test_once_erased_opening_the_class_changes_nothing_any_more(full: Path) -> None:
    erase(full)
    before = contents(full)
    for device in ("d1", "d2", "d1"):
        ClassBook(full, device).close()
    assert contents(full) == before


def test_the_copies_keep_their_times(full: Path) -> None:
    times = {path.name: path.stat().st_mtime_ns for path in (full / "backups").glob("class-00000*.json")}
    erase(full)
    assert all((full / "backups" / name).stat().st_mtime_ns == time for name, time in times.items())


def test_an_erasure_killed_at_any_moment_goes_on_at_the_next_opening(full: Path) -> None:
    copies = killed_at_every_moment(full, "erase")
    assert len(copies) > 60
    finished = 0
    for copy in copies:
        book = ClassBook(copy, "d1")
        book.close()
        if "ava" in book.progress.erased:
            assert traces(copy) == [], copy.name
            finished += 1
        else:
            assert [student.id for student in book.everyone] == ["ava", "ben"], "it had not begun"
        assert book.progress.row("ben")["u/halves"].facts[0].note == "Ben's own"
        shutil.rmtree(copy)
    assert finished > 50


class Stubborn(Disk):
    """A disk that fails from one of its moments on."""

    def __init__(self, moments: int) -> None:
        self.moments = moments

    def _fail(self) -> None:
        self.moments -= 1
        if self.moments <= 0:
            raise OSError(28, "No space left on device")

    def write(self, handle: int, data: bytes) -> None:
        self._fail()
        super().write(handle, data)

    def sync(self, handle: int) -> None:
        self._fail()
        super().sync(handle)

    def replace(self, new: Path, old: Path) -> None:
        self._fail()
        super().replace(new, old)

    def remove(self, path: Path) -> None:
        self._fail()
        super().remove(path)


def test_an_erasure_that_fails_at_any_moment_says_so_and_goes_on_later(full: Path, tmp_path: Path) -> None:
    said = set()
    for moment in range(1, 200):
        copy = tmp_path / f"copy-{moment}"
        shutil.copytree(full, copy)
        try:
            erase(copy, disk=Stubborn(moment))
        except NotSaved as refusal:
            said.add("off the board" in str(refusal))
        else:
            break
        if "ava" in ClassBook(copy, "d1").progress.erased:
            assert traces(copy) == []
        shutil.rmtree(copy)
    assert said == {True, False}
    assert traces(copy) == []


def test_another_computer_takes_the_words_out_of_its_own_file_when_it_opens_the_class(full: Path) -> None:
    other = ClassBook(full, "d2")
    other.record(
        [Draft(Kind.NOTE, "ava", "u/halves", note="waxwing\nsong"), Draft(Kind.NOTE, "ben", "u/halves", note="fine")]
    )
    other.close()
    erase(full)
    assert {trace.split(":")[0] for trace in traces(full)} == {"ledger/d2.jsonl"}
    assert "another computer" in "\n".join(problems(full, "d1"))
    ClassBook(full, "d3").close()
    assert traces(full), "only the owner writes its file"
    again = ClassBook(full, "d2")
    assert traces(full) == []
    assert again.progress.row("ben")["u/halves"].facts[-1].note == "fine"


def test_a_board_that_is_open_meanwhile_marks_on_and_loses_nothing(full: Path) -> None:
    running, reader = ClassBook(full, "d1"), ClassBook(full, "d2")
    running.record([Draft(Kind.MASTERED, "ben", "u/thirds")])
    reader.news()
    erase(full)
    running.record([Draft(Kind.MASTERED, "ben", "u/fourths")])
    assert [student.id for student in running.students] == ["ben"]
    assert running.news().documents
    reader.news()
    for seen in (running, reader, ClassBook(full, "d1")):
        assert seen.progress.spot("ben", "u/thirds").status is Status.MASTERED
        assert seen.progress.spot("ben", "u/fourths").status is Status.MASTERED
        assert not seen.damaged
        assert len({fact.seq for fact in seen.facts}) == len(seen.facts)
    assert traces(full) == []


def test_words_a_running_board_still_writes_about_an_erased_child_are_not_kept(full: Path) -> None:
    running = ClassBook(full, "d1")
    erase(full)
    running.news()
    running.record([Draft(Kind.NOTE, "ava", "u/halves", note="waxwing\nsong")])
    assert traces(full) == []


def test_a_child_put_back_by_somebody_who_did_not_know_goes_again(full: Path) -> None:
    erase(full)
    documents = json.loads((full / "class.json").read_text())
    documents["students"]["ava"] = {"name": AVA.name, "alias": AVA.alias}
    (full / "class.json").write_text(json.dumps(documents))
    assert [student.id for student in ClassBook(full, "d2").everyone] == ["ben"]
    assert traces(full) == []


def test_two_erasures_in_a_row_leave_readers_with_whole_facts(full: Path) -> None:
    """The second new file may get the inode of the first old one, and be longer."""
    reader = ClassBook(full, "d2")
    known = len(reader.facts)
    ledger = full / "ledger" / "d1.jsonl"
    lines = ledger.read_bytes()
    fresh = b"".join(fact_line(full_fact(f"n{number}", "ben", "n" * 90, seq=20 + number)) for number in range(9))
    ledger.write_bytes(fresh + lines)  # the same inode, and longer
    news = reader.news().facts
    assert [fact.id for fact in news] == [f"n{number}" for number in range(9)]
    assert len(reader.facts) == known + 9


def test_erasing_a_joined_double_elsewhere_does_not_take_the_child_it_was_joined_with(
    book: ClassBook, folder: Path
) -> None:
    book.edit_students(lambda _: (Student("ava", "Ava B.", also=("ben",)),))
    book.record([Draft(Kind.ERASED, "ben")])
    for now in (book, ClassBook(folder, "d2")):
        assert [student.id for student in now.everyone] == ["ava"]


def test_a_picture_another_child_is_on_too_stays(full: Path) -> None:
    book = ClassBook(full, "d1")
    book.keep([full_fact("k9", "ben", "together")._replace(evidence=("pic1",))])
    book.close()
    erase(full)
    assert (full / "evidence" / "pic1.png").exists()


def test_a_zip_made_later_holds_no_words_another_computer_still_keeps(full: Path, tmp_path: Path) -> None:
    other = ClassBook(full, "d2")
    other.record([Draft(Kind.NOTE, "ava", "u/halves", note="waxwing\nsong")])
    other.close()
    erase(full)
    book = ClassBook(full, "d1")
    pack(full, tmp_path / "class.zip", book.progress.erased)
    shutil.unpack_archive(tmp_path / "class.zip", tmp_path / "unpacked")
    assert traces(tmp_path / "unpacked") == []
    assert traces(full)


def test_looking_at_a_class_strips_nothing(full: Path) -> None:
    other = ClassBook(full, "d1")
    other.record([Draft(Kind.ERASED, "ava")])
    other.close()
    before = contents(full)
    ClassBook(full, "d1", only_look=True).close()
    assert "still here" in "\n".join(problems(full, "d1"))
    assert contents(full) == before


def test_a_file_that_is_not_kept_open_between_marks_as_on_windows_is_written_just_the_same(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.store.ledger._KEEPS_OPEN", False)
    running = ClassBook(full, "d1")
    running.record([Draft(Kind.MASTERED, "ben", "u/thirds")])
    erase(full)
    running.record([Draft(Kind.MASTERED, "ben", "u/fourths")])
    running.record([Draft(Kind.MASTERED, "ben", "u/pizza")])
    again = ClassBook(full, "d1")
    assert all(
        again.progress.spot("ben", step).status is Status.MASTERED for step in ("u/thirds", "u/fourths", "u/pizza")
    )
    assert not again.damaged
    assert traces(full) == []
