"""Looking for what others changed: cheap, beside marks and edits, and nothing is missed or told twice."""

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.disk import Disk, NotSaved
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.looking import Looked
from one_mark import mark


def test_taking_what_was_looked_at_reads_nothing_more(
    book: ClassBook, other: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.edit(STUDENTS, lambda now: (*now, Student("cam", "Cam D.")))
    looked = book.look()

    def refuse(path: Path) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert book.take(looked).documents


@pytest.mark.parametrize("content", ["", "{", '{"class": 3}', '{"class": {"about": {"format": 1}}}', None])
def test_a_class_file_that_is_damaged_is_said_by_the_look_and_changes_nothing(
    book: ClassBook, folder: Path, content: str | None
) -> None:
    path, names = folder / "class.json", book.students
    whole = path.read_bytes()
    if content is None:
        path.unlink()
    else:
        path.write_text(content)
    for _ in range(2):
        with pytest.raises(Refusal, match=r"class\.json is damaged"):
            book.look()
    assert book.students == names
    path.write_bytes(whole)
    book.take(book.look())
    assert book.students == names


class Doubtful(Disk):
    """A disk on which somebody looks before a write is safe, and then it fails."""

    def __init__(self) -> None:
        self.look: Callable[[], object] = tuple

    def sync(self, handle: int) -> None:
        self.look()
        raise OSError(5, "Input/output error")


def test_a_mark_seen_on_its_way_to_the_disk_does_not_count_when_it_fails(book: ClassBook, folder: Path) -> None:
    disk, looks = Doubtful(), list[Looked]()
    mark(book)
    with closing(ClassBook(folder, "d1", disk)) as failing:
        disk.look = lambda: looks.append(failing.look())
        with pytest.raises(NotSaved):
            mark(failing, "ben")
        assert looks[0].ledger[0].facts[0].student == "ben", "it was in the file for a moment"
        assert not failing.take(looks[0])
        assert failing.progress == book.progress


Act = tuple[str, int]
acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["look", "look", "take", "mark here", "mark there", "edit here", "edit there", "copy", "set back"]
        ),
        st.integers(0, 3),
    ),
    min_size=5,
    max_size=30,
)


def test_looks_may_be_taken_late_or_never_while_both_sides_mark_and_edit(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    @settings(max_examples=60)
    @given(acts)
    def always(story: list[Act]) -> None:
        folder = tmp_path_factory.mktemp("classes") / "Room 12.class"
        with (
            closing(ClassBook.create(folder, "Room 12", "d1", "Ms. Rivera")) as here,
            closing(ClassBook(folder, "d2")) as there,
        ):
            told = happened(story, here, there, folder)
            told += [fact.id for fact in here.news().facts]
            assert len(told) == len(set(told)), "nothing is told twice"
            assert len({fact.id for fact in here.facts}) == len(here.facts)
            there.news()
            with closing(ClassBook(folder, "reader")) as fresh:
                assert fresh.progress == here.progress == there.progress
                assert fresh.students == here.students == there.students

    always()


def added(id_: str, now: tuple[Student, ...]) -> tuple[Student, ...]:
    return (*now, Student(id_, f"Name of {id_}"))


def happened(story: Sequence[Act], here: ClassBook, there: ClassBook, folder: Path) -> list[str]:
    """Let a story happen, and give the ids of the facts that were told here."""
    looks: list[Looked] = []
    told: list[str] = []
    for number, (act, which) in enumerate(story):
        book = here if act.endswith("here") else there
        match act.split()[0]:
            case "look":
                looks.append(here.look())
            case "take" if looks:
                told += [fact.id for fact in here.take(looks.pop(which % len(looks))).facts]
            case "mark":
                mark(book, f"s{which}", Kind.PRACTISING)
            case "edit":
                book.edit(STUDENTS, partial(added, f"n{number}"))
            case "copy" if (ledger := folder / "ledger" / "d2.jsonl").exists():
                ledger.with_name(f"d2 (copy {which}).jsonl").write_bytes(ledger.read_bytes())
            case "set" if (ledger := folder / "ledger" / "d2 (copy 0).jsonl").exists():
                ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:which]))
    return told


def test_a_class_file_that_does_not_answer_is_said(book: ClassBook, folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("a share that went away")
    with pytest.raises(Refusal, match=r"class\.json can't be read"):
        book._file.look()
    with pytest.raises(Refusal):
        book.look()
