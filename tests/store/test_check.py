"""What board check finds, one sentence each; a class with any of it stays as it is to the last byte."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from board.mastery.facts import Fact, Kind
from board.mastery.people import Assessor, Student
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, put
from board.store.draft import Draft
from board.store.keeping.check import problems

AT = "2026-01-05T09:00:00+00:00"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _ledger(folder: Path) -> Path:
    return folder / "ledger" / "d1.jsonl"


def _torn(folder: Path) -> None:
    _ledger(folder).write_bytes(_ledger(folder).read_bytes() + b'{"id":"to')


def _damaged(folder: Path) -> None:
    _ledger(folder).write_bytes(b"nonsense\n" + _ledger(folder).read_bytes())


def _gap(folder: Path) -> None:
    first, _, *rest = _ledger(folder).read_bytes().splitlines(keepends=True)
    _ledger(folder).write_bytes(b"".join([first, *rest]))


def _future_kind(folder: Path) -> None:
    _ledger(folder).write_bytes(_ledger(folder).read_bytes().replace(b"mastered", b"dreamtof"))


def _future_class(folder: Path) -> None:
    text = (folder / "class.json").read_text()
    (folder / "class.json").write_text(text.replace('"format": 2', '"format": 3'))


def _copy_of_class(folder: Path) -> None:
    (folder / "class (conflicted copy).json").write_bytes((folder / "class.json").read_bytes())


def _copy_of_ledger(folder: Path) -> None:
    _ledger(folder).with_name("d1 (conflicted copy).jsonl").write_bytes(_ledger(folder).read_bytes())


def _unknown_picture(folder: Path) -> None:
    text = (folder / "class.json").read_text()
    (folder / "class.json").write_text(text.replace('"title": "Halves"', '"title": "Halves", "badge": "roket"'))


def _two_adults(folder: Path) -> None:
    ClassBook(folder, "d1").edit(ASSESSORS, put(Assessor("x", "MS. Rivera")))


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_torn, "unfinished line"),
        (_damaged, "holds no mark: line 1"),
        (_gap, "1 mark is not here"),
        (_future_kind, "newer version"),
        (_future_class, "newer version"),
        (_copy_of_class, "what is in the copy is taken in"),
        (_copy_of_ledger, "does no harm"),
        (lambda folder: (folder / "ledger (1)").mkdir(), "ledger (1) looks like a second folder ledger"),
        (_unknown_picture, '"roket"'),
        (_two_adults, "Two adults are called Ms. Rivera"),
        (
            lambda folder: (folder / "evidence" / "p9.png").write_bytes(b"x"),
            "No mark here speaks of evidence/p9.png yet",
        ),
        (
            lambda folder: (folder / "evidence" / "p1.png").unlink(),
            "The photo p1 is not here, though a mark names it as evidence; the mark counts all the same.",
        ),
        (
            lambda folder: (folder / "class.json").unlink(),
            "holds a class whose class.json is not here. It may still be on its way",
        ),
        (lambda folder: (folder / "ledger").rename(folder / "elsewhere"), "with every mark, is not in"),
        (
            lambda folder: (folder / "backups" / "class-000001.json").write_bytes(b"{"),
            "class-000001.json can't be read, or is not here whole yet",
        ),
        (lambda folder: (folder / ".class.json.12.new").write_bytes(b"{"), "was left by a program that was stopped"),
    ],
)
def test_each_trouble_is_found_and_explained_and_nothing_is_changed(
    book: ClassBook, folder: Path, harm: Callable[[Path], object], said: str
) -> None:
    (folder / "evidence" / "p1.png").write_bytes(b"x")
    book.keep([Fact("k1", 0, "", AT, "t", Kind.MASTERED, "ava", "u/halves", evidence=("p1",))])
    book.record(
        [Draft(Kind.MASTERED, "ben", "u/halves"), Draft(Kind.MASTERED, "ben", "u/thirds")], book.assessors[0].id
    )
    book.close()
    assert problems(folder, "d1", {"fish"}) == []
    harm(folder)
    before = bytes_of(folder)
    told = problems(folder, "d1", {"fish"})
    assert any(said in line for line in told), told
    assert len(told) == 1, told
    assert bytes_of(folder) == before


def test_marks_of_erased_children_and_joined_doubles_are_no_strangers(book: ClassBook, folder: Path) -> None:
    book.record(
        [Draft(Kind.MASTERED, "ava", "u/halves"), Draft(Kind.MASTERED, "double", "u/halves", note="words")],
        book.assessors[0].id,
    )
    assert "1 mark is about a student this class does not list" in "\n".join(problems(folder, "d1"))
    book.edit(STUDENTS, lambda now: tuple(replace(one, also=("double",)) if one.id == "ben" else one for one in now))
    book.erase(Student("ava", "Ava B."), book.assessors[0].id)
    assert problems(folder, "d1") == []


def test_marks_of_steps_that_are_gone_are_told(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/gone"), Draft(Kind.MASTERED, "ava", "u/gone")], book.assessors[0].id)
    assert "2 marks are about steps" in "\n".join(problems(folder, "d1"))


def test_a_sound_class_has_no_problems_whatever_its_badges_are_called(book: ClassBook, folder: Path) -> None:
    _unknown_picture(folder)
    assert problems(folder, "d1") == []
    assert problems(folder, "d1", {"roket"}) == []


def test_all_that_is_wrong_is_told_in_whole_sentences_and_counted(book: ClassBook, folder: Path) -> None:
    facts = [
        Fact(f"k{number}", 0, "", AT, "t", Kind.NOTE, student, step, evidence=(f"p{number}",))
        for number, (student, step) in enumerate([("zed", "u/halves"), ("zed", "u/gone"), ("ava", "u/thirds")] * 2)
    ]
    book.keep(facts)
    book.close()
    first, _, _, *rest = _ledger(folder).read_bytes().splitlines(keepends=True)
    _ledger(folder).write_bytes(b"".join([first, b"{}\n", *rest]))
    for number in range(7):
        (folder / "ledger" / f"odd-{number}.txt").write_bytes(b"")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "Ava Brown.json").write_bytes(b"{}")
    (folder / "evidence" / ".p1.png.4.new").write_bytes(b"")
    for name in ("p0.png", "spare.png"):
        (folder / "art" / name).write_bytes(b"picture")
    odd = ", ".join(f"ledger/odd-{number}.txt" for number in range(5))
    assert problems(folder, "d1") == [
        (
            "evidence/.p1.png.4.new was left by a program that was stopped while writing, or is just being written. It does "
            "no harm, and it may be deleted once the board is closed on every computer and the sync program has finished."
        ),
        f"{odd} and 3 more were not made by the board, so no backup will hold them; keep them in a folder of your own.",
        "ledger/d1.jsonl has a line that holds no mark: line 2. It is kept and passed over.",
        (
            "2 marks are not here: later ones were made by somebody who saw them. They may still be on their way from "
            "another computer: wait until the sync program has finished, here and there. If it stays so, look in your own "
            "copies of the class for a file of the folder ledger that is not here or is longer, and copy it into ledger "
            "under a new name; every mark counts once."
        ),
        (
            "3 marks are about students this class does not list. The list may still be on its way from another computer; "
            "the marks are kept, and count as soon as the students are listed."
        ),
        (
            "1 mark is about a step this class does not have. Its unit may still be on its way from another computer; the "
            "mark is kept, and is shown as soon as the step is there."
        ),
        (
            "The photos p3, p4, p5 are not here, though marks name them as evidence; the marks count all the same. They may "
            "still be on their way from another computer: wait until the sync program has finished. If it stays so, copy what "
            "is not here from the folder evidence of your own copy of the class."
        ),
        (
            "No mark here speaks of art/spare.png yet. Its mark may still be on its way from another computer, so leave it; "
            "it does no harm."
        ),
    ]


@pytest.mark.parametrize(("files", "rest"), [(1, ""), (5, ""), (6, " and 1 more")])
def test_five_names_are_told_and_the_rest_is_counted(book: ClassBook, folder: Path, files: int, rest: str) -> None:
    names = [f"ledger/odd-{number}.txt" for number in range(files)]
    for name in names:
        (folder / name).write_bytes(b"")
    (told,) = problems(folder, "d1")
    made = "was" if files == 1 else "were"
    assert told.startswith(", ".join(names[:5]) + rest + f" {made} not made by the board")


def test_words_of_an_erased_child_that_others_still_hold_are_counted_by_computer(book: ClassBook, folder: Path) -> None:
    for device in ("d2", "d3"):
        other = ClassBook(folder, device)
        other.record([Draft(Kind.NOTE, "ava", "u/halves", note="words")], other.assessors[0].id)
        other.close()
    book.news()
    book.erase(book.students[0], book.assessors[0].id)
    one = (
        "Words about an erased child are still in the file of another computer; they go when the class is opened there. If "
        f'that computer will never open it again, say so with: board erase --gone -c "{folder}"'
    )
    both = (
        "Words about an erased child are still in the files of 2 other computers; they go when the class is opened there. "
        f'If one of these will never open it again, say so with: board erase --gone -c "{folder}"'
    )
    here = "Words about an erased child are still here; close every board, then open this class once, and they go."
    assert problems(folder, "d1") == [both]
    assert problems(folder, "d2") == [here, one]
    ClassBook(folder, "d2").close()
    assert problems(folder, "d1") == [one]
    (folder / "class (copy).json").write_text('{"students": {"ava": {}}}')
    told = problems(folder, "d1")
    assert [here in told, one in told, len(told)] == [True, True, 3]


def test_two_adults_of_one_name_are_told_once(book: ClassBook, folder: Path) -> None:
    for id_, name in (("x", "MS. RIVERA"), ("y", "ms. rivera"), ("z", "Mr. Lee")):
        book.edit(ASSESSORS, put(Assessor(id_, name)))
    assert problems(folder, "d1") == [
        "Two adults are called Ms. Rivera, so nobody sees who checked what; give one another name."
    ]


def test_a_copy_of_a_ledger_is_told_from_a_file_of_its_own(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    data = _ledger(folder).read_bytes()
    (folder / "ledger" / "d2.jsonl").write_bytes(b"rubbish\n" + data)
    (folder / "ledger" / "empty.jsonl").write_bytes(b"")
    told = problems(folder, "d1")
    assert told == [
        "ledger/d2.jsonl has a line that holds no mark: line 1. It is kept and passed over.",
        (
            "ledger/d2.jsonl looks like a copy of ledger/d1.jsonl a sync program made; it does no harm: it is read too, "
            "every mark counts once, and it may stay."
        ),
    ]
    _ledger(folder).unlink()
    assert problems(folder, "d1") == told[:1]


def test_looking_makes_no_file_at_all(book: ClassBook, folder: Path) -> None:
    for lock in folder.rglob("*.lock"):
        lock.unlink()
    before = bytes_of(folder)
    assert problems(folder, "d7") == []
    assert bytes_of(folder) == before


def test_a_folder_that_may_not_be_written_is_said(
    book: ClassBook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert any("may not read and write in" in told for told in problems(folder, "d1"))
