"""An erased child: no file of the folder holds name, alias, note or picture, whatever happened before or in the middle."""

import shutil
from pathlib import Path

from board.disk import Disk, NotSaved
from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.keeping.check import problems
from builders import UNIT
from erasing import BEN, WORDS, contents, erase, traces
from killed import killed_at_every_moment


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
        "art/",
        "drafts/",
        "taken in",
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
    assert [path.name for path in (full / "drafts").iterdir()] == ["ben-0123456789ab.json"]
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
    assert finished > 25


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


def test_what_a_newer_version_wrote_about_others_stays_and_what_it_wrote_about_the_child_goes(full: Path) -> None:
    ledger = full / "ledger" / "d1.jsonl"
    about_ben = b'{"id":"n1","seq":900,"device":"d1","at":"","kind":"juggled","student":"ben","witness":"ava"}\n'
    about_ava = b'{"id":"n2","seq":901,"device":"d1","at":"","kind":"juggled","student":"ava","cheer":"hooray"}\n'
    ledger.write_bytes(ledger.read_bytes() + b"\n" + about_ben + about_ava)
    erase(full)
    assert about_ben in ledger.read_bytes()
    assert b"hooray" not in ledger.read_bytes()
