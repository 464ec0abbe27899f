"""Every kind of page on every paper and in every ink: legible, within reach of the printer, the same every time."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from board.mastery.audience import Audience
from board.paper.catalogue import kind_called, kinds
from board.paper.drawing import drawn, list_of, unprintable
from board.paper.kind import Purpose, Text
from board.paper.order import Order
from board.paper.papers import POSTERS
from board.paper.pictures import Own
from board.store.class_book import ClassBook
from board.store.erasure import NAMELESS as NAMES_NOBODY
from demo_orders import KINDS, ordered
from every_page import assert_legible, combinations, whole_text_of
from paper_reading import ink_of, pages_of
from places_measured import astray

TRUE_SIZE = ("stickers", "glue", "calibration")
NAMELESS = [
    (kind.name, paper)
    for kind in kinds()
    if Text.NAME not in kind.texts
    for paper in ("a4", "poster2x2")
    if paper in kind.papers
]
"""The kinds on which no child's name stands, each on a sheet and on a poster."""


def some(order: Order) -> Order:
    """The same for as many children as a page of the whole class needs to look like one."""
    return replace(order, students=order.students[:8])


@pytest.mark.parametrize("what", [*combinations()], ids="-".join)
def test_a_page_is_legible_and_within_the_printers_reach(
    demo_class: ClassBook, prints: Path, own: Own, what: tuple[str, str, str]
) -> None:
    assert_legible(demo_class, prints, own, what)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_says_what_it_is_and_how_it_is_printed(demo_class: ClassBook, prints: Path, own: Own, kind: str) -> None:
    order = some(ordered(demo_class, kind, kind_called(kind).papers[0]))
    pdf = drawn(order, prints, own).pdf
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title")
    assert document.get_metadata_value("Author") == "Competency board"
    assert b"/Lang (en)" in pdf
    assert (b"/PrintScaling /None" in pdf) == (kind in TRUE_SIZE)
    assert (b"/Duplex /Simplex" in pdf) == kind_called(kind).one_sided
    assert pdf == drawn(order, prints, own).pdf


def test_only_a_teachers_own_lists_may_use_both_sides(demo_class: ClassBook) -> None:
    both = [page for page in kinds() if not page.one_sided]
    assert both
    assert {(page.audience, page.purpose) for page in both} == {(Audience.TEACHER, Purpose.ME)}
    listed = list_of(ordered(demo_class, "stickers", "letter"))
    assert listed is not None
    assert b"/Duplex" not in listed.pdf


@pytest.mark.parametrize("ink", kind_called("stickers").inks)
def test_labels_are_never_printed_on_their_backs(demo_class: ClassBook, prints: Path, own: Own, ink: str) -> None:
    assert b"/Duplex /Simplex" in drawn(ordered(demo_class, "stickers", "a4", ink), prints, own).pdf


@pytest.mark.parametrize("kind", [page.name for page in kinds() if set(POSTERS) & set(page.papers)])
def test_sheets_of_a_poster_have_empty_backs(demo_class: ClassBook, prints: Path, own: Own, kind: str) -> None:
    assert b"/Duplex /Simplex" in drawn(ordered(demo_class, kind, "poster2x2"), prints, own).pdf


@pytest.mark.parametrize("kind", [page.name for page in kinds() if "saver" in page.inks])
def test_the_ink_saver_saves_ink(demo_class: ClassBook, prints: Path, own: Own, kind: str) -> None:
    def ink(name: str) -> float:
        order = some(ordered(demo_class, kind, kind_called(kind).papers[0], name))
        return ink_of(pages_of(drawn(order, prints, own).pdf)[0])

    plain = ("register", "next-teacher")  # black on white as they are
    assert ink("saver") < ink("colour") or (kind in plain and ink("saver") <= ink("colour"))


def names_on(book: ClassBook, order: Order, prints: Path, own: Own) -> list[str]:
    """The names of children of the class that stand on the first page."""
    text = whole_text_of(pages_of(drawn(order, prints, own).pdf)[0])
    assert text
    return [student.name for student in book.students if student.name in text]


@pytest.mark.parametrize(("kind", "paper"), NAMELESS)
def test_the_dignity_of_children_is_kept_in_what_everybody_sees(
    demo_class: ClassBook, prints: Path, own: Own, kind: str, paper: str
) -> None:
    assert names_on(demo_class, ordered(demo_class, kind, paper), prints, own) == []


def test_names_stand_only_where_a_kind_says_so_and_are_found_there(
    demo_class: ClassBook, prints: Path, own: Own
) -> None:
    wall = ordered(demo_class, "wall", "a3")
    assert names_on(demo_class, wall, prints, own) == [student.name for student in demo_class.students]
    assert names_on(demo_class, replace(wall, by_alias=True), prints, own) == []


def test_everything_in_the_demo_class_can_be_printed(demo_class: ClassBook) -> None:
    for kind in KINDS:
        assert unprintable(ordered(demo_class, kind, kind_called(kind).papers[0])) == ()


def test_what_can_not_be_printed_is_listed_with_the_reason(demo_class: ClassBook) -> None:
    order = ordered(demo_class, "wall", "a4")
    fox = replace(order.students[0], name="🦊 Fox")
    found = unprintable(replace(order, students=(fox, *order.students[1:])))
    assert [text for text, _ in found] == ["🦊 Fox"]
    assert found[0].why


@pytest.mark.parametrize("kind", KINDS)
def test_every_place_a_page_tells_of_is_where_its_thing_stands(
    demo_class: ClassBook, prints: Path, own: Own, kind: str
) -> None:
    pages = drawn(some(ordered(demo_class, kind, kind_called(kind).papers[0])), prints, own)
    assert pages.fields
    assert astray(kind, pages) == []


def test_pages_of_an_erased_child_go_by_the_kinds_on_which_nobody_is_named() -> None:
    assert {kind.name for kind in kinds() if not {Text.NAME, Text.ALIAS} & kind.texts} == set(NAMES_NOBODY)
    names = [kind.name for kind in kinds()]
    assert not [(one, other) for one in names for other in NAMES_NOBODY if one.startswith(f"{other}-")], (
        "told apart by no file"
    )
