"""Photos of work: only where the family allows it, by no other way either, and taken away for good."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from board.art.intake import take_in
from board.deeds.all_pictures import AllPictures
from board.deeds.evidence import Evidence
from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting, usual_adult
from board.disk import Disk, NotSaved
from board.errors import Refusal
from board.mastery.content_id import LONG_SIDE
from board.mastery.facts import Kind
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor
from board.mastery.pictures import Origin
from board.mastery.progress import Status
from board.mastery.showing import Verdict
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS
from board.store.draft import Draft
from board.words.outcomes.told import Steered
from board.words.outcomes.whose import Whose
from cli_driver import run
from heic_files import heic
from work_photos import SECRET, allow, photo, photo_file

AVA, BEN = ("ava", "u/halves"), ("ben", "u/halves")
ONE, TWO = photo(1), photo(2)
TOLD = Steered(Whose(["Ava B."]), Kind.NOTE, stands=True)


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


@pytest.fixture
def allowed(book: ClassBook) -> ClassBook:
    """A class in which both families allow photos."""
    allow(book, ["ava", "ben"])
    return book


def lying(book: ClassBook, place: str = "evidence") -> set[str]:
    return {path.stem for path in (book.folder / place).iterdir()}


def shown(sitting: Sitting, *targets: tuple[str, str], contents: tuple[str, ...]) -> None:
    Judging(sitting).judge([Verdict(*target, got_it=True, evidence=contents) for target in targets])


def kept(sitting: Sitting, target: tuple[str, str], *photos: tuple[str, bytes]) -> tuple[str, ...]:
    return Evidence(sitting).keep([target], photos)


def test_a_photo_is_on_the_disk_before_a_verdict_names_it(allowed: ClassBook, sitting: Sitting) -> None:
    contents = kept(sitting, AVA, (ONE.content, ONE.png), (ONE.content, ONE.png))
    assert contents == (ONE.content,)
    assert lying(allowed) == {ONE.content}
    assert lying(allowed, "art") == set()
    assert not allowed.facts
    shown(sitting, AVA, contents=contents)
    (found,) = Evidence(sitting).photos(AVA)
    assert (found.content, found.is_kept, found.stands) == (ONE.content, True, True)
    assert AllPictures(allowed).read(ONE.content) == ONE.png


def test_without_the_family_no_photo_is_kept(book: ClassBook, sitting: Sitting) -> None:
    with pytest.raises(Refusal, match=r"Ava B\.: no photo of this child's work is kept"):
        kept(sitting, AVA, (ONE.content, ONE.png))
    assert lying(book) == set()


@pytest.mark.parametrize("kind", [Kind.NOTE, Kind.MASTERED, Kind.KEEP_WORKING, Kind.ONE_OF_TWO])
def test_without_the_family_no_fact_of_any_kind_names_a_photo(book: ClassBook, sitting: Sitting, kind: Kind) -> None:
    allow(book, ["ben"])
    with pytest.raises(Refusal, match=r"Ava B\."):
        sitting.keep([Draft(kind, *BEN, evidence=(ONE.content,)), Draft(kind, *AVA, evidence=(ONE.content,))], TOLD)
    assert not book.facts


def test_a_verdict_on_several_says_whose_families_have_not_allowed_it_and_keeps_nothing(
    book: ClassBook, sitting: Sitting
) -> None:
    with pytest.raises(Refusal, match=r"Ava B\. and Ben C\.: no photos of these children's work"):
        shown(sitting, AVA, BEN, contents=(ONE.content,))
    assert not book.facts


def test_a_childs_own_picture_counts_whatever_the_family_says_of_photos(book: ClassBook, sitting: Sitting) -> None:
    gallery = Gallery(sitting)
    gallery.bring(*AVA, (ONE.content, ONE.png), origin=Origin.STUDIO)
    (art,) = book.progress.shelf("ava").values()
    gallery.count(art, AVA[1])
    assert book.progress.spot(*AVA).status is Status.MASTERED
    assert lying(book) == set()
    with pytest.raises(Refusal, match="own picture and no photo"):
        Evidence(sitting).remove("ava", ONE.content)
    with pytest.raises(Refusal):  # Ava's picture is no evidence of Ben's
        sitting.keep([Draft(Kind.NOTE, *BEN, evidence=(ONE.content,))], TOLD)


def test_a_double_that_was_joined_has_what_the_family_of_the_child_said(allowed: ClassBook, sitting: Sitting) -> None:
    allow(allowed, ["ava"])
    roll = ClassList(sitting)
    ava, ben = allowed.students
    roll.join(ava, ben)
    assert kept(sitting, BEN, (ONE.content, ONE.png)) == (ONE.content,)
    sitting.undo()
    with pytest.raises(Refusal, match=r"Ben C\."):
        kept(sitting, BEN, (TWO.content, TWO.png))


def test_photos_of_a_joined_double_are_taken_away_with_the_childs(allowed: ClassBook, sitting: Sitting) -> None:
    shown(sitting, BEN, contents=kept(sitting, BEN, (ONE.content, ONE.png)))
    ClassList(sitting).join(*allowed.students)
    (child,) = allowed.students
    assert Evidence(sitting).all_photos(child) == (ONE.content,)
    assert Evidence(sitting).remove("ava", ONE.content).changed
    assert lying(allowed) == set()
    assert Evidence(sitting).all_photos(child) == ()
    ClassList(sitting).part(child)
    assert not any(one.is_kept for one in Evidence(sitting).photos(BEN))


def test_the_consent_is_changed_in_the_list_and_undone(book: ClassBook, sitting: Sitting) -> None:
    roll = ClassList(sitting)
    roll.edit(book.students[0], {"photos": True})
    assert [one.photos for one in ClassBook(book.folder, "d9").students] == [True, False]
    sitting.undo()
    assert [one.photos for one in ClassBook(book.folder, "d9").students] == [False, False]
    sitting.redo()
    assert [one.photos for one in book.students] == [True, False]


def test_photos_stay_when_a_family_says_no_later_and_no_new_one_comes(allowed: ClassBook, sitting: Sitting) -> None:
    shown(sitting, AVA, contents=kept(sitting, AVA, (ONE.content, ONE.png)))
    allow(allowed, [])
    assert [one.is_kept for one in Evidence(sitting).photos(AVA)] == [True]
    assert lying(allowed) == {ONE.content}
    with pytest.raises(Refusal):
        kept(sitting, AVA, (TWO.content, TWO.png))


def test_a_photo_that_is_taken_away_is_gone_and_the_mark_stays(allowed: ClassBook, sitting: Sitting) -> None:
    shown(sitting, AVA, contents=kept(sitting, AVA, (ONE.content, ONE.png), (TWO.content, TWO.png)))
    outcome = Evidence(sitting).remove("ava", ONE.content)
    assert outcome.said == "Ava B.: the photo is taken away for good; what was marked stays."
    assert lying(allowed) == {TWO.content}
    again = ClassBook(allowed.folder, "d9")
    assert again.progress.spot(*AVA).status is Status.MASTERED
    assert {one.content: one.is_kept for one in Evidence(Sitting(again, usual_adult(again))).photos(AVA)} == {
        ONE.content: False,
        TWO.content: True,
    }
    with pytest.raises(Refusal, match="not kept any more"):
        Evidence(sitting).remove("ava", ONE.content)


def test_a_photo_of_two_children_is_taken_away_for_one_and_stays_for_the_other(
    allowed: ClassBook, sitting: Sitting
) -> None:
    shown(sitting, AVA, BEN, contents=kept(sitting, AVA, (ONE.content, ONE.png)))
    Evidence(sitting).remove("ava", ONE.content)
    assert lying(allowed) == {ONE.content}
    assert [[one.is_kept for one in Evidence(sitting).photos(spot)] for spot in (AVA, BEN)] == [[False], [True]]
    Evidence(sitting).remove("ben", ONE.content)
    assert lying(allowed) == set()


def test_what_was_taken_away_is_not_said_to_be_back(allowed: ClassBook, sitting: Sitting) -> None:
    shown(sitting, AVA, contents=kept(sitting, AVA, (ONE.content, ONE.png)))
    (removed,) = Evidence(sitting).remove("ava", ONE.content).facts
    with pytest.raises(Refusal, match="gone for good"):
        Marks(sitting).steer(removed, Kind.WITHDRAWN)
    told = run("undo", removed.id, "-c", allowed.folder)
    assert (told.exit_code, "gone for good" in told.stderr) == (2, True)
    assert removed.id not in run("undo", "--list", "-c", allowed.folder).stdout
    sitting.undo()  # the verdict, which is what was done last and can be taken back
    assert not any(one.is_kept for one in Evidence(sitting).photos(AVA))


def test_the_same_photo_may_be_kept_again(allowed: ClassBook, sitting: Sitting) -> None:
    for _ in range(2):
        contents = kept(sitting, AVA, (ONE.content, ONE.png))
        sitting.keep([Draft(Kind.NOTE, *AVA, evidence=contents)], TOLD)
        assert [one.is_kept for one in Evidence(sitting).photos(AVA)] == [True]
        Evidence(sitting).remove("ava", ONE.content)
        assert lying(allowed) == set()


def test_photos_whose_verdict_was_not_given_are_let_go_and_no_others(allowed: ClassBook, sitting: Sitting) -> None:
    shown(sitting, AVA, contents=kept(sitting, AVA, (ONE.content, ONE.png)))
    Evidence(sitting).let_go(kept(sitting, BEN, (ONE.content, ONE.png), (TWO.content, TWO.png)))
    assert lying(allowed) == {ONE.content}


def test_a_photo_that_another_computer_names_meanwhile_is_not_let_go(allowed: ClassBook, sitting: Sitting) -> None:
    contents = kept(sitting, AVA, (ONE.content, ONE.png))
    other = ClassBook(allowed.folder, "d2")
    shown(
        Sitting(other, usual_adult(other)),
        BEN,
        contents=kept(Sitting(other, usual_adult(other)), BEN, (ONE.content, ONE.png)),
    )
    other.close()
    Evidence(sitting).let_go(contents)
    assert lying(allowed) == {ONE.content}


def test_a_file_from_the_drop_folder_waits_there_again_once_its_photo_is_let_go(
    allowed: ClassBook, sitting: Sitting
) -> None:
    file = photo_file(allowed.outputs.drop / "wall.jpg")
    taken = take_in(file)
    contents = kept(sitting, AVA, (taken.content, taken.png))
    allowed.pictures.put_aside(file, taken.content)
    assert not file.exists()
    Evidence(sitting).let_go(contents)
    assert lying(allowed) == set()
    (back,) = (path for path in allowed.outputs.drop.iterdir() if path.is_file())
    assert take_in(back).content == taken.content


def test_a_verdict_that_is_taken_back_keeps_its_photo_to_be_put_back(allowed: ClassBook, sitting: Sitting) -> None:
    shown(sitting, AVA, contents=kept(sitting, AVA, (ONE.content, ONE.png)))
    sitting.undo()
    assert [one.stands for one in Evidence(sitting).photos(AVA)] == [False]
    assert lying(allowed) == {ONE.content}
    allow(allowed, [])
    assert sitting.redo().changed


@pytest.mark.parametrize("role", [AdultRole.AIDE, AdultRole.REVIEWER, AdultRole.STUDENT_TEACHER])
def test_only_a_teacher_takes_photos_away(allowed: ClassBook, sitting: Sitting, role: AdultRole) -> None:
    shown(sitting, AVA, contents=kept(sitting, AVA, (ONE.content, ONE.png)))
    allowed.edit(ASSESSORS, lambda now: (*now, Assessor("other", "Mr. O", role)))
    for actor in (Actor.adult("other"), Actor.child("ava"), Actor.helper("ben")):
        with pytest.raises(Refusal):
            Evidence(Sitting(allowed, actor)).remove("ava", ONE.content)
    assert lying(allowed) == {ONE.content}
    assert kept(Sitting(allowed, Actor.adult("other")), AVA, (TWO.content, TWO.png))


@pytest.mark.parametrize("actor", [Actor.child("ava"), Actor.helper("ava"), Actor.child("ben")])
def test_no_child_keeps_a_photo(allowed: ClassBook, actor: Actor) -> None:
    with pytest.raises(Refusal, match="for an adult"):
        kept(Sitting(allowed, actor), AVA, (ONE.content, ONE.png))
    assert lying(allowed) == set()


def test_a_full_disk_leaves_no_photo_and_no_fact(
    allowed: ClassBook, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []

    def write(_self: Disk, *words: object) -> None:
        written.append(b"")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Disk, "write", write)
    with pytest.raises(NotSaved):
        kept(sitting, AVA, (ONE.content, ONE.png), (TWO.content, TWO.png))
    assert written
    assert {name for name in lying(allowed) if not name.startswith(".")} == set()


def test_a_child_that_was_erased_meanwhile_gets_no_photo(allowed: ClassBook, sitting: Sitting) -> None:
    allowed.erase(allowed.students[0], "t")
    with pytest.raises(Refusal, match="not in the class any more"):
        kept(sitting, AVA, (ONE.content, ONE.png))
    assert lying(allowed) == set()


def test_a_file_that_came_back_after_it_was_taken_away_goes_at_the_next_opening(
    allowed: ClassBook, sitting: Sitting
) -> None:
    shown(sitting, AVA, contents=kept(sitting, AVA, (ONE.content, ONE.png)))
    Evidence(sitting).remove("ava", ONE.content)
    place: Path = allowed.folder / "evidence" / f"{ONE.content}.png"
    place.write_bytes(ONE.png)
    ClassBook(allowed.folder, "d9", only_look=True)
    assert place.exists()
    ClassBook(allowed.folder, "d9")
    assert not place.exists()


@pytest.mark.parametrize("kind", ["jpeg", "heic", "huge"])
def test_no_byte_of_what_a_phone_writes_beside_the_pixels_comes_into_the_class(
    allowed: ClassBook, sitting: Sitting, tmp_path: Path, kind: str
) -> None:
    file = photo_file(tmp_path / "photo.jpg", size=(6000, 4000) if kind == "huge" else (80, 40))
    if kind == "heic":
        exif = Image.Exif()
        exif[0x010E] = SECRET
        file.write_bytes(heic(exif=exif.tobytes()))
    assert SECRET.encode() in file.read_bytes()
    taken = take_in(file)
    assert max(taken.width, taken.height) <= LONG_SIDE
    shown(sitting, AVA, contents=kept(sitting, AVA, (taken.content, taken.png)))
    whole = b"".join(path.read_bytes() for path in allowed.folder.rglob("*") if path.is_file())
    assert taken.png in whole
    for secret in (SECRET.encode(), b"Exif", b"eXIf", b"iTXt", b"tEXt", b"iCCP", b"GPS"):
        assert secret not in whole


def test_every_child_of_a_new_class_has_said_nothing_yet(book: ClassBook) -> None:
    assert not any(one.photos for one in book.everyone)
    book.edit(STUDENTS, lambda now: tuple(replace(one, alias="Star") for one in now))
    assert not any(one.photos for one in ClassBook(book.folder, "d9").everyone)


def test_a_photo_of_work_and_a_picture_of_the_child_are_found_alike(allowed: ClassBook, sitting: Sitting) -> None:
    """Whoever shows what a fact names asks one place, wherever it lies."""
    kept(sitting, AVA, (ONE.content, ONE.png))
    allowed.pictures.keep(TWO.content, TWO.png)
    every = AllPictures(allowed)
    for taken in (ONE, TWO):
        assert every.has(taken.content)
        assert every.size(taken.content) == Image.open(BytesIO(taken.png)).size
        assert every.to_view(taken.content).read_bytes() == every.read(taken.content) == taken.png
    assert every.size("0" * 32) == (0, 0)
