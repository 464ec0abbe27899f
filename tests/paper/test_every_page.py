"""Every kind of page on every paper and in every ink: legible, within reach of the printer, the same every time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from board.art.shelf import StickerShelf
from board.mastery.pictures import Face
from board.paper.catalogue import kind_called, kinds
from board.paper.drawing import drawn, list_of, unprintable
from board.paper.papers import POSTERS
from board.store.class_book import ClassBook
from demo_orders import KINDS, ordered
from paper_reading import (
    Box,
    darkest_in_the_dead_border,
    ink_of,
    letters_in_the_dead_border,
    overlapping_letters,
    pages_of,
    text_of,
    unmapped_letters,
    whole,
)
from printables.page.paper import POSTER_EDGE, POSTER_STRIP

TRUE_SIZE = ("stickers", "glue", "calibration")
OVER_THE_EDGE = ("stickers", "calibration")
"""Kinds that go into the border no printer reaches, by purpose."""

SAYS = {
    "quilt": ("Look what we can do!", "Number Explorers", "Count"),
    "proud": ("Room 12",),
    "personal": ("Amara O.", "Next I want to:", "Count to 20", "Pizza Party"),
    "certificate": ("Amara O.", "Checked by"),
    "stickers": (),
    "glue": ("Amara O.",),
    "cards": ("I can", "Count to 20", "Pizza Party"),
    "login": ("Amara O.", "Ana-Lucía V."),
    "takehome": ("Amara O.", "What I can do"),
    "wall": ("Amara O.", "Ana-Lucía V.", "Count to 20", "Boss"),
    "register": ("Amara O.", "Ana-Lucía V.", "Number Explorers", "Germ Detectives"),
    "group": ("Take Away",),
    "next-teacher": ("Amara O.", "Count to 20"),
    "calibration": ("100 mm",),
}
"""Words a reader looks for on a page."""


def combinations() -> Iterator[Any]:
    for page in kinds():
        for paper in page.papers:
            for ink in page.inks:
                yield pytest.param(page.name, paper, ink, id=f"{page.name}-{paper}-{ink}")


@pytest.fixture(scope="session")
def own(demo_class: ClassBook, prints: Path) -> Any:
    shelf = StickerShelf(demo_class.pictures, prints, lambda _path, _size: ())  # type: ignore[arg-type]

    def sticker(face: Face, _px: int) -> bytes | None:
        return shelf.paper(face, 64)  # a small picture is as good for where it lies

    return sticker


def window_of(page: Any, paper: str) -> Box:
    """The part of a sheet that is looked at; of a poster's sheet the art."""
    box = whole(page)
    if paper not in POSTERS:
        return box
    edge = POSTER_EDGE + POSTER_STRIP
    return Box(box.left + edge, box.bottom + edge, box.right - edge, box.top - edge)


def whole_text_of(page: Any) -> str:
    """All text of a poster, of which a sheet shows a part."""
    return " ".join(page.get_textpage().get_text_range().split())


@pytest.mark.parametrize(("kind", "paper", "ink"), [*combinations()])
def test_a_page_is_legible_and_within_the_printers_reach(
    *, demo_class: ClassBook, prints: Path, own: Any, kind: str, paper: str, ink: str
) -> None:
    pdf = drawn(ordered(demo_class, kind, paper, ink), prints, own).pdf
    pages = pages_of(pdf)
    text = text_of(pdf) if paper not in POSTERS else whole_text_of(pages[0])
    if ink != "blank" or kind == "stickers":
        assert not [words for words in SAYS[kind] if words not in text]
    assert len(pages) % POSTERS.get(paper, 1) ** 2 == 0
    for page in pages[:12]:
        assert overlapping_letters(page, window_of(page, paper)) == []
        assert unmapped_letters(page) == 0
        if kind not in OVER_THE_EDGE:
            assert darkest_in_the_dead_border(page) > 250
            assert paper in POSTERS or letters_in_the_dead_border(page) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_says_what_it_is_and_how_it_is_printed(demo_class: ClassBook, prints: Path, own: Any, kind: str) -> None:
    order = ordered(demo_class, kind, kind_called(kind).papers[0])
    pdf = drawn(order, prints, own).pdf
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title")
    assert document.get_metadata_value("Author") == "Competency board"
    assert b"/Lang (en)" in pdf
    assert (b"/PrintScaling /None" in pdf) == (kind in TRUE_SIZE)
    assert (b"/Duplex /Simplex" in pdf) == kind_called(kind).one_sided
    assert pdf == drawn(order, prints, own).pdf


def test_only_a_teachers_own_lists_may_use_both_sides(demo_class: ClassBook) -> None:
    assert {page.name for page in kinds() if not page.one_sided} == {"register", "group"}
    listed = list_of(ordered(demo_class, "stickers", "letter"))
    assert listed is not None
    assert b"/Duplex" not in listed.pdf


@pytest.mark.parametrize("ink", kind_called("stickers").inks)
def test_labels_are_never_printed_on_their_backs(demo_class: ClassBook, prints: Path, own: Any, ink: str) -> None:
    assert b"/Duplex /Simplex" in drawn(ordered(demo_class, "stickers", "a4", ink), prints, own).pdf


@pytest.mark.parametrize("kind", [page.name for page in kinds() if set(POSTERS) & set(page.papers)])
def test_sheets_of_a_poster_have_empty_backs(demo_class: ClassBook, prints: Path, own: Any, kind: str) -> None:
    assert b"/Duplex /Simplex" in drawn(ordered(demo_class, kind, "poster2x2"), prints, own).pdf


@pytest.mark.parametrize("kind", [page.name for page in kinds() if "saver" in page.inks])
def test_the_ink_saver_saves_ink(demo_class: ClassBook, prints: Path, own: Any, kind: str) -> None:
    def ink(name: str) -> float:
        order = ordered(demo_class, kind, kind_called(kind).papers[0], name)
        return ink_of(pages_of(drawn(order, prints, own).pdf)[0])

    plain = ("register", "next-teacher")  # black on white as they are
    assert ink("saver") < ink("colour") or (kind in plain and ink("saver") <= ink("colour"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_dignity_of_children_is_kept_in_what_everybody_sees(
    demo_class: ClassBook, prints: Path, own: Any, kind: str
) -> None:
    if kind not in ("quilt", "proud", "cards"):
        return
    names = [student.name for student in demo_class.students]
    for paper in ("a4", "poster2x2") if kind == "cards" else ("a4",):
        text = whole_text_of(pages_of(drawn(ordered(demo_class, kind, paper), prints, own).pdf)[0])
        assert not [name for name in names if name in text]


def test_everything_in_the_demo_class_can_be_printed(demo_class: ClassBook) -> None:
    for kind in KINDS:
        assert unprintable(ordered(demo_class, kind, kind_called(kind).papers[0])) == ()


def test_what_can_not_be_printed_is_listed_with_the_reason(demo_class: ClassBook) -> None:
    order = ordered(demo_class, "wall", "a4")
    fox = replace(order.students[0], name="🦊 Fox")
    found = unprintable(replace(order, students=(fox, *order.students[1:])))
    assert [text for text, _ in found] == ["🦊 Fox"]
    assert found[0].why
