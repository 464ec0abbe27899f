"""What is tried of every kind of page: legible, within reach of the printer, and saying what a reader looks for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from board.paper.catalogue import kinds
from board.paper.drawing import drawn
from board.paper.papers import POSTERS
from board.paper.pictures import Own
from board.store.class_book import ClassBook
from demo_orders import ordered
from paper_reading import (
    Box,
    darkest_in_the_dead_border,
    letters_in_the_dead_border,
    overlapping_letters,
    pages_of,
    text_of,
    unmapped_letters,
    whole,
)
from printables.page.paper import POSTER_EDGE, POSTER_STRIP

OVER_THE_EDGE = ("stickers", "calibration")
"""Kinds that go into the border no printer reaches, by purpose."""

SAYS = {
    "quilt": ("Look what we can do!", "Number Explorers", "Count"),
    "proud": ("Room 12",),
    "personal": ("Amara O.", "Next I want to:", "Make Ten", "Pizza Party"),
    "certificate": ("Amara O.", "Checked by"),
    "stickers": (),
    "glue": ("Amara O.",),
    "cards": ("I can", "Count to 20", "Pizza Party"),
    "login": ("Amara O.", "Ana-Lucía V."),
    "takehome": ("Amara O.", "What I can do"),
    "wall": ("Amara O.", "Ana-Lucía V.", "Count to 20", "Boss"),
    "register": ("Amara O.", "Ana-Lucía V.", "Number Explorers", "Germ Detectives"),
    "group": ("Take Away",),
    "login-list": ("Amara O.", "Ana-Lucía V.", "Teacher's copy, not for the wall"),
    "next-teacher": ("Amara O.", "Count to 20"),
    "calibration": ("100 mm",),
}
"""Words a reader looks for on a page."""


def combinations() -> Iterator[tuple[str, str, str]]:
    """Every kind on each of its papers in colour, and in its other inks on the first and the last of them."""
    for kind in kinds():
        for paper in kind.papers:
            for ink in kind.inks:
                if ink == kind.inks[0] or paper in (kind.papers[0], kind.papers[-1]):
                    yield kind.name, paper, ink


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


def assert_legible(book: ClassBook, prints: Path, own: Own, what: tuple[str, str, str]) -> None:
    """Check a kind of page on a paper in an ink."""
    kind, paper, ink = what
    pdf = drawn(ordered(book, kind, paper, ink), prints, own).pdf
    pages = pages_of(pdf)
    text = text_of(pdf) if paper not in POSTERS else whole_text_of(pages[0])
    if ink != "blank" or kind != "stickers":
        assert not [words for words in SAYS[kind] if words not in text]
    assert len(pages) % POSTERS.get(paper, 1) ** 2 == 0
    assert pages
    for page in [*pages[:4], *pages[4:][-2:]]:
        assert overlapping_letters(page, window_of(page, paper)) == []
        assert unmapped_letters(page) == 0
        if kind not in OVER_THE_EDGE:
            assert darkest_in_the_dead_border(page) > 250
            assert paper in POSTERS or letters_in_the_dead_border(page) == ""
