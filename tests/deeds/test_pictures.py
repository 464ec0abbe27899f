import io
from pathlib import Path

import pytest
from PIL import Image

from board.art.intake import take_in
from board.cli.context import seat_here
from board.deeds.marks import Marks
from board.deeds.pictures import CAPTION_LIMIT, Gallery, stickers_of
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.audience import Audience, seen_face, state_of
from board.mastery.facts import Kind
from board.mastery.pictures import Art, Cut, Origin, Shape, State
from board.mastery.progress import Status
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS
from board.store.keeping.check import problems
from board.words.outcomes.to_child import WALL_IS_FULL

STEP = "u/halves"


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


@pytest.fixture
def gallery(book: ClassBook, sitting: Sitting) -> Gallery:
    return Gallery(sitting)


def bring(gallery: Gallery, student: str = "ava", step: str | None = STEP, colour: str = "red") -> None:
    file = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(file, "PNG")
    taken = take_in(file.getvalue())
    gallery.bring(student, step, (taken.content, taken.png), origin=Origin.FILE, caption=f"  a {colour} \n fish ")


def only(book: ClassBook, student: str = "ava") -> Art:
    (art,) = book.progress.shelf(student).values()
    return art


def test_a_picture_is_on_the_disk_and_on_its_spot_and_waits_for_an_adult(book: ClassBook, gallery: Gallery) -> None:
    bring(gallery)
    art = only(book)
    assert art.caption == "a red fish"
    assert book.pictures.size(art.content) == (30, 20)
    assert gallery.waiting() == (art,)
    assert gallery.stands_for(art) == STEP
    assert state_of(art, book.progress) is State.DRAFT
    assert problems(book.folder, "d1") == []


def test_many_are_accepted_in_one_deed_and_one_undo_takes_all_back(
    book: ClassBook, sitting: Sitting, gallery: Gallery
) -> None:
    bring(gallery)
    bring(gallery, "ben")
    said = gallery.accept(gallery.waiting()).said
    assert said == "2 students: others may see 2 pictures now"
    assert gallery.waiting() == ()
    sitting.undo()
    assert len(gallery.waiting()) == 2
    sitting.redo()
    assert gallery.waiting() == ()


def test_a_hidden_picture_waits_for_nobody_and_starter_art_stands_in(
    book: ClassBook, sitting: Sitting, gallery: Gallery
) -> None:
    bring(gallery)
    Marks(sitting).mark(Kind.MASTERED, [("ava", STEP)])
    gallery.accept(gallery.waiting())
    gallery.hide([only(book)])
    assert gallery.waiting() == ()
    assert seen_face(book.progress, "ava", STEP, Audience.EVERYBODY) is None
    assert seen_face(book.progress, "ava", STEP, Audience.STUDENT) is not None
    assert book.progress.spot("ava", STEP).status is Status.MASTERED
    assert gallery.hide([only(book)]).facts == ()


def test_where_nobody_looks_first_others_see_it_at_once(book: ClassBook, gallery: Gallery) -> None:
    bring(gallery, "ben")
    book.edit(ABOUT, lambda about: about._replace(looks_first=False))
    bring(gallery)
    assert only(book).is_seen
    assert [art.student for art in gallery.waiting()] == ["ben"]
    again = ClassBook(book.folder, "d2")
    assert not again.about.looks_first
    again.close()


def test_a_child_chooses_among_its_pictures_and_starter_art(
    book: ClassBook, sitting: Sitting, gallery: Gallery
) -> None:
    bring(gallery)
    bring(gallery, step=None, colour="blue")
    red, blue = book.progress.shelf("ava").values()
    gallery.place("ava", STEP, blue)
    assert book.progress.picture("ava", STEP) == blue
    assert gallery.place("ava", STEP, blue).facts == ()
    gallery.place("ava", STEP, None)
    assert book.progress.picture("ava", STEP) is None
    sitting.undo()
    sitting.undo()
    assert book.progress.picture("ava", STEP) == red


def test_only_what_stands_for_a_step_waits(book: ClassBook, gallery: Gallery) -> None:
    bring(gallery)
    bring(gallery, colour="blue")
    bring(gallery, step=None, colour="green")
    red, blue, green = book.progress.shelf("ava").values()
    assert gallery.waiting() == (blue,)
    assert [gallery.made_for(art) for art in (red, blue, green)] == [STEP, STEP, None]
    gallery.place("ava", STEP, red)
    assert gallery.waiting() == (red,)


def test_a_picture_cut_anew_waits_again_unless_nobody_looks_first(book: ClassBook, gallery: Gallery) -> None:
    bring(gallery)
    gallery.accept(gallery.waiting())
    gallery.cut(only(book), Cut(Shape.ROUND))
    assert gallery.waiting() == (only(book),)
    gallery.accept(gallery.waiting())
    book.edit(ABOUT, lambda about: about._replace(looks_first=False))
    gallery.cut(only(book), Cut(Shape.SQUARE))
    assert gallery.waiting() == ()


def test_nobody_brings_a_picture_for_a_child_who_is_gone(book: ClassBook, gallery: Gallery, folder: Path) -> None:
    book.erase(book.students[0], book.assessors[0].id)
    with pytest.raises(Refusal, match="not in the class any more"):
        bring(gallery)
    assert not list((folder / "art").iterdir())


def test_words_and_cut_change_and_the_picture_stays(book: ClassBook, gallery: Gallery) -> None:
    bring(gallery)
    before = only(book)
    gallery.say(before, "[/] my whale" + "!" * 500)
    gallery.cut(only(book), Cut(Shape.ROUND))
    after = only(book)
    assert after.caption.startswith("[/] my whale!")
    assert len(after.caption) == CAPTION_LIMIT
    assert (after.cut, after.content, after.id) == (Cut(Shape.ROUND), before.content, before.id)
    assert gallery.say(after, after.caption).facts == ()


def test_a_picture_may_count_as_evidence_once_an_adult_says_so(
    book: ClassBook, sitting: Sitting, gallery: Gallery
) -> None:
    bring(gallery)
    assert book.progress.spot("ava", STEP).status is Status.OPEN
    gallery.count(only(book), STEP)
    spot = book.progress.spot("ava", STEP)
    assert spot.status is Status.MASTERED
    assert spot.mark is not None
    assert (spot.mark.evidence, spot.mark.note) == ((only(book).content,), "My picture shows a red fish")
    assert gallery.counts(only(book), STEP)
    assert gallery.count(only(book), STEP).facts == ()
    sitting.undo()
    assert book.progress.spot("ava", STEP).status is Status.OPEN
    Marks(sitting).mark(Kind.MASTERED, [("ava", STEP)])
    gallery.count(only(book), STEP)
    assert [fact.kind for fact in book.progress.spot("ava", STEP).standing][-2:] == [Kind.MASTERED, Kind.NOTE]


def test_three_pictures_of_a_child_are_for_the_wall_and_a_fourth_waits_until_one_is_taken_off(
    book: ClassBook, sitting: Sitting, gallery: Gallery
) -> None:
    for colour in ("red", "blue", "green", "black"):
        bring(gallery, colour=colour)
    bring(gallery, "ben")

    def arts() -> list[Art]:
        return list(book.progress.shelf("ava").values())

    def chosen() -> list[str]:
        return [art.caption for art in arts() if art.chosen]

    known = len(book.facts)
    with pytest.raises(Refusal, match=WALL_IS_FULL):
        gallery.choose(arts())
    assert (chosen(), len(book.facts)) == ([], known)
    assert gallery.choose([*arts()[:3], only(book, "ben")]).said == "2 students: 4 pictures chosen for the proud wall"
    with pytest.raises(Refusal, match=WALL_IS_FULL):
        gallery.choose([arts()[3]])
    assert gallery.choose([arts()[0]]).facts == ()
    assert gallery.unchoose([arts()[1]]).said == "Ava B.: the picture taken off the proud wall"
    assert gallery.unchoose([arts()[1]]).facts == ()
    gallery.choose([arts()[3]])
    assert chosen() == ["a red fish", "a green fish", "a black fish"]
    sitting.undo()
    assert chosen() == ["a red fish", "a green fish"]
    sitting.undo()
    sitting.undo()
    assert chosen() == []
    assert not only(book, "ben").chosen


def test_two_entries_of_one_child_share_their_pictures(book: ClassBook, gallery: Gallery) -> None:
    bring(gallery, "ben")
    book.edit(STUDENTS, lambda now: tuple(one for one in now if one.id == "ava"))
    book.edit(STUDENTS, lambda now: tuple(type(one)(one.id, one.name, also=("ben",)) for one in now))
    assert only(book).caption == "a red fish"


def test_what_was_prepared_of_an_erased_childs_pictures_goes_too(book: ClassBook, gallery: Gallery) -> None:
    bring(gallery)
    bring(gallery, "ben", colour="blue")
    shelf = stickers_of(book, seat_here().cache)
    for student in ("ava", "ben"):
        assert shelf.paper(only(book, student).face, 64)
        shelf(book.units[0].spots[0], only(book, student).face, 8)
    shelf.prepare()
    prepared = list((seat_here().cache / "own").rglob("*.*"))
    assert len(prepared) == 4
    book.erase(book.students[0], book.assessors[0].id)
    stickers_of(book, seat_here().cache)
    left = list((seat_here().cache / "own").rglob("*.*"))
    assert len(left) == 2
    assert all(path.name.startswith(only(book, "ben").content) for path in left)


def test_an_erased_childs_pictures_are_gone(book: ClassBook, gallery: Gallery, folder: Path) -> None:
    bring(gallery)
    bring(gallery, "ben", colour="blue")
    book.erase(book.students[0], book.assessors[0].id)
    assert [path.stem for path in (folder / "art").iterdir()] == [only(book, "ben").content]
    again = ClassBook(folder, "d1")
    assert not again.progress.shelf("ava")
    again.close()
    assert b"red fish" not in (folder / "ledger" / "d1.jsonl").read_bytes()
