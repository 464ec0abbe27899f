"""What a teacher is told about an order before it is printed."""

from dataclasses import replace
from typing import Any

from board.mastery.facts import Fact, Kind
from board.paper.catalogue import kind_called
from board.paper.order import Order
from board.store.class_book import ClassBook
from demo_orders import ordered
from printables.stock import stock


def order(book: ClassBook, kind: str, **changes: Any) -> Order:
    return replace(ordered(book, kind, "a4"), **{"students": book.students, "named": False, **changes})


def notes_on(asked: Order) -> tuple[str, ...]:
    return tuple(kind_called(asked.kind).notes(asked))


def test_who_gets_no_certificate_is_named_so_that_nobody_goes_without_a_word(demo_class: ClassBook) -> None:
    (note,) = notes_on(order(demo_class, "certificate"))
    assert note.startswith("None yet for ")
    assert "Liam K." in note
    assert "Amara O." not in note


def test_who_has_not_chosen_for_the_wall_is_told(demo_class: ClassBook) -> None:
    asked = order(demo_class, "proud")
    assert notes_on(asked)[0].startswith("24 children chose no picture")
    amara = demo_class.students[0]
    art = next(iter(demo_class.progress.shelf(amara.id)))
    fact = Fact("new", 9000, "d1", "2026-03-03T12:00:00+00:00", "", Kind.PICTURE_CHOSEN, amara.id, of=art)
    assert notes_on(replace(asked, progress=asked.progress.after([fact])))[0].startswith("23 children")


def test_a_sheet_tells_its_stickers_and_what_is_unsure(demo_class: ClassBook) -> None:
    sure, unsure = stock("8293"), stock("22807")
    told = notes_on(order(demo_class, "stickers", label=sure, units=demo_class.units[:1], start=3))
    assert len(told) == 1
    assert told[0].endswith(f"sheets of {sure.name}, from label 3.")
    assert "not sure" in notes_on(order(demo_class, "stickers", label=unsure))[1]
    assert notes_on(order(demo_class, "stickers", label=unsure, students=())) == ()


def test_a_page_in_spanish_says_which_words_stay(demo_class: ClassBook) -> None:
    assert notes_on(order(demo_class, "takehome")) == ()
    assert "stay in the language" in notes_on(order(demo_class, "takehome", language="es"))[0]


def test_a_page_without_doubts_has_no_note(demo_class: ClassBook) -> None:
    assert notes_on(order(demo_class, "quilt")) == ()
