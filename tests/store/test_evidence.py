"""Photos of work in the class folder: each once by its pixels, gone with its child alone, and nothing else is taken for one."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.art.intake import Taken
from board.mastery.evidence import pictures_kept
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from board.store.erasure import pictures_of, pictures_wanted
from board.store.keeping.archive import pack
from board.store.keeping.check import problems
from board.store.keeping.restore import restore_zip
from board.store.pictures.picture_proof import Wrong, WrongPicture
from work_photos import photo

CHILDREN = ("ava", "ben", "cam")
PHOTOS = tuple(photo(number) for number in range(5))


class Named(NamedTuple):
    """A mark that names a photo of one or several children, or the word that it was taken away from them."""

    children: frozenset[str]
    photo: int
    is_removed: bool = False


def _named() -> st.SearchStrategy[list[Named]]:
    some = st.frozensets(st.sampled_from(CHILDREN), min_size=1)
    one = st.builds(Named, some, st.integers(0, len(PHOTOS) - 1), st.booleans() | st.just(value=False))
    return st.lists(one, max_size=12)


def wanted_by(named: Sequence[Named]) -> dict[str, set[str]]:
    """Which photos each child's marks name in the end, worked out the plain way."""
    wanted: dict[str, set[str]] = {child: set() for child in CHILDREN}
    for one in named:
        for child in one.children:
            (wanted[child].discard if one.is_removed else wanted[child].add)(PHOTOS[one.photo].content)
    return wanted


def make(folder: Path, named: Sequence[Named]) -> ClassBook:
    book = ClassBook.create(folder, "Room 12", "d1")
    book.edit(STUDENTS, lambda _: tuple(Student(child, child.title()) for child in CHILDREN))
    for one in named:
        kind = Kind.PHOTO_REMOVED if one.is_removed else Kind.NOTE
        step = None if one.is_removed else "u/halves"
        book.evidence.keep(PHOTOS[one.photo].content, PHOTOS[one.photo].png)
        drafts = [Draft(kind, child, step, evidence=(PHOTOS[one.photo].content,)) for child in sorted(one.children)]
        book.record(drafts, "t", "showing")
    return book


def lying(folder: Path) -> set[str]:
    return {path.name.removesuffix(".png") for path in (folder / "evidence").iterdir()}


def about_photos(folder: Path) -> list[str]:
    """What is said of a class folder's photos."""
    return [said for said in problems(folder, "d1") if "photo" in said or "picture" in said or "evidence" in said]


@given(_named(), st.sampled_from(CHILDREN))
def test_with_a_child_go_its_photos_and_those_of_no_other(named: list[Named], goes: str) -> None:
    home = Path(tempfile.mkdtemp())
    try:
        folder = home / "Room 12.class"
        book = make(folder, named)
        before, wanted = lying(folder), wanted_by(named)
        assert pictures_wanted(book.facts, ()) == set().union(*wanted.values())
        theirs = {PHOTOS[one.photo].content for one in named if goes in one.children}
        stay = set().union(*(contents for child, contents in wanted.items() if child != goes))
        assert pictures_of((goes,), book.facts) == theirs - stay
        book.erase(next(one for one in book.everyone if one.id == goes), "t")
        book.close()
        again = ClassBook(folder, "d1")
        assert not lying(folder) & (theirs - stay)
        assert stay <= lying(folder) <= before
        for content in stay:
            assert again.evidence.read(content)
        assert all(not fact.evidence for fact in again.facts if fact.student == goes)
        again.close()
    finally:
        shutil.rmtree(home)


@given(st.permutations(range(12)), _named())
def test_the_order_in_which_facts_arrive_changes_nothing_about_which_photos_are_kept(
    places: list[int], named: list[Named]
) -> None:
    facts = []
    for seq, one in enumerate(named, 1):
        kind = Kind.PHOTO_REMOVED if one.is_removed else Kind.NOTE
        facts += [
            Fact(f"{child}{seq}", seq, "d1", "", "", kind, child, evidence=(PHOTOS[one.photo].content,))
            for child in sorted(one.children)
        ]
    shuffled = sorted(facts, key=lambda fact: (places[fact.seq % len(places)], fact.id))
    assert set(pictures_kept(shuffled)) == {
        (child, content) for child, contents in wanted_by(named).items() for content in contents
    }
    assert set(pictures_kept([*shuffled, *facts])) == set(pictures_kept(facts))


@pytest.fixture
def with_photo(folder: Path) -> ClassBook:
    """A class with one photo of Ava's work."""
    return make(folder, [Named(frozenset(("ava",)), 0)])


def _hostile(place: Path, kind: str) -> None:
    place.unlink()
    match kind:
        case "text":
            place.write_bytes(b"not a picture at all")
        case "empty":
            place.write_bytes(b"")
        case "cut":
            place.write_bytes(PHOTOS[0].png[:-20])
        case "another":
            place.write_bytes(PHOTOS[1].png)
        case "folder":
            place.mkdir()
        case "link":
            elsewhere = place.parents[2] / "elsewhere.png"
            elsewhere.write_bytes(PHOTOS[0].png)
            place.symlink_to(elsewhere)


_SAYS: Mapping[str, Wrong] = {
    "text": Wrong.NO_PICTURE,
    "empty": Wrong.EMPTY,
    "cut": Wrong.CUT_OFF,
    "another": Wrong.ANOTHER,
    "folder": Wrong.NO_FILE,
    "link": Wrong.NO_FILE,
}


@pytest.mark.parametrize("kind", list(_SAYS))
def test_what_is_no_photo_is_never_handed_out_and_check_says_so_in_a_sentence(
    with_photo: ClassBook, folder: Path, kind: str
) -> None:
    place = folder / "evidence" / f"{PHOTOS[0].content}.png"
    _hostile(place, kind)
    reader = ClassBook(folder, "d9", only_look=True)
    with pytest.raises(WrongPicture) as refused:
        reader.evidence.read(PHOTOS[0].content)
    assert refused.value.wrong is _SAYS[kind]
    assert str(refused.value).startswith(f"evidence/{PHOTOS[0].content}.png ")
    assert any(f"evidence/{PHOTOS[0].content}.png" in said for said in problems(folder, "d9"))
    with_photo.close()


def test_a_photo_that_is_wrong_is_put_right_from_a_copy_of_a_sync_program(with_photo: ClassBook, folder: Path) -> None:
    place = folder / "evidence" / f"{PHOTOS[0].content}.png"
    (folder / "evidence" / f"{PHOTOS[0].content} (1).png").write_bytes(PHOTOS[0].png)
    place.write_bytes(b"")
    assert with_photo.evidence.read(PHOTOS[0].content) == PHOTOS[0].png
    assert place.read_bytes() == PHOTOS[0].png


def test_check_says_that_a_photo_is_not_here_and_nothing_of_one_that_was_taken_away(
    with_photo: ClassBook, folder: Path
) -> None:
    (folder / "evidence" / f"{PHOTOS[0].content}.png").unlink()
    (said,) = about_photos(folder)
    assert said.startswith(f"The photo {PHOTOS[0].content} is not here, though a mark names it as evidence")
    with_photo.record([Draft(Kind.PHOTO_REMOVED, "ava", evidence=(PHOTOS[0].content,))], "t")
    assert about_photos(folder) == []


def test_a_photo_whose_mark_was_never_kept_is_told_of(with_photo: ClassBook, folder: Path) -> None:
    with_photo.evidence.keep(PHOTOS[1].content, PHOTOS[1].png)
    (spare,) = about_photos(folder)
    assert spare.startswith(f"No mark here speaks of evidence/{PHOTOS[1].content}.png yet.")
    assert "a board was stopped before it was kept: look at the photo" in spare


def test_photos_go_into_a_backup_and_come_back(with_photo: ClassBook, folder: Path, tmp_path: Path) -> None:
    with_photo.close()
    pack(folder, tmp_path / "class.zip", ())
    restore_zip(tmp_path / "class.zip", tmp_path / "Again.class", "d2")
    again = ClassBook(tmp_path / "Again.class", "d2")
    assert again.evidence.read(PHOTOS[0].content) == PHOTOS[0].png


def test_the_same_photo_twice_is_one_file_and_a_picture_of_the_child_is_another(
    with_photo: ClassBook, folder: Path
) -> None:
    taken: Taken = PHOTOS[0]
    with_photo.evidence.keep(taken.content, taken.png)
    with_photo.pictures.keep(taken.content, taken.png)
    assert lying(folder) == {taken.content}
    with_photo.evidence.drop(taken.content)
    assert lying(folder) == set()
    assert with_photo.pictures.read(taken.content) == taken.png
