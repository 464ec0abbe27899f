"""The desk a page is chosen at: rows that make sense, choices that are remembered, orders that are complete."""

from datetime import date
from typing import Any

import pytest

from board.cli.context import seat_here
from board.cli.paper_order import wanted_by
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.paper.catalogue import kind_called
from board.paper.desk import PrintDesk
from board.paper.order import Order
from board.paper.rows import OWN_SHEET, Around, Row
from board.paper.wanted import order_of
from board.seat.settings import Settings
from board.store.class_book import ClassBook
from demo_orders import KINDS
from printables.page.printer import Printer
from seats import memory, printers

DAY = date(2026, 11, 25)
AROUND = Around("u", "ben", "u/halves", ("ava", "ben"))


@pytest.fixture
def desk(book: ClassBook) -> PrintDesk:
    return PrintDesk(book, seat_here().settings, AROUND, DAY)


def order(desk: PrintDesk) -> Order:
    """What is chosen, which can be printed so."""
    now = desk.now()
    assert now.order is not None, now.problem
    return now.order


def names(desk: PrintDesk) -> list[str]:
    return [row.name for row in desk.now().rows]


def row(desk: PrintDesk, name: str) -> Row:
    return next(each for each in desk.now().rows if each.name == name)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_an_order_as_it_is_chosen_first(desk: PrintDesk, kind: str) -> None:
    desk.kind = kind_called(kind)
    asked = order(desk)
    assert asked.kind == kind
    assert asked.made == DAY
    assert asked.look.ink in kind_called(kind).inks
    assert kind_called(kind).who_sees(asked)


def test_what_makes_no_sense_for_a_kind_can_not_be_chosen(desk: PrintDesk) -> None:
    desk.kind = kind_called("quilt")
    assert not {"students", "label", "printer", "alias", "language"} & set(names(desk))
    desk.kind = kind_called("stickers")
    assert {"label", "start", "again", "students"} <= set(names(desk))
    assert "paper" not in names(desk)


def test_a_poster_asks_for_its_sheets(desk: PrintDesk) -> None:
    desk.kind = kind_called("quilt")
    assert "sheet" not in names(desk)
    desk.choose("paper", "poster2x2")
    desk.choose("sheet", "a4")
    assert order(desk).look.sheets == 2
    assert order(desk).look.sheet == "a4"


def test_the_child_under_the_cursor_is_one_key_away(desk: PrintDesk) -> None:
    desk.kind = kind_called("personal")
    values = row(desk, "students").values
    assert values[0] == ("", "everybody")
    assert values[2] == ("ben", "Ben C.")
    desk.choose("students", "ben")
    assert [student.id for student in order(desk).students] == ["ben"]
    assert order(desk).named


def test_a_small_group_sheet_is_for_those_who_are_chosen_and_the_step_under_the_cursor(desk: PrintDesk) -> None:
    desk.kind = kind_called("group")
    assert [student.id for student in order(desk).students] == ["ava", "ben"]
    step = order(desk).step
    assert step is not None
    assert step.id == "u/halves"


def test_choices_are_remembered_but_not_whose_page_it_was(book: ClassBook, desk: PrintDesk) -> None:
    desk.kind = kind_called("takehome")
    desk.choose("language", "es")
    desk.choose("students", "ben")
    desk.keep()
    later = PrintDesk(book, seat_here().settings, AROUND, DAY)
    assert later.kind.name == "takehome"
    assert order(later).language == "es"
    assert not order(later).named


@pytest.mark.parametrize("kind", KINDS)
def test_another_paper_is_for_this_print_and_not_for_the_next(book: ClassBook, desk: PrintDesk, kind: str) -> None:
    desk.kind = kind_called(kind)
    desk.choose("paper", kind_called(kind).papers[-1])
    desk.choose("sheet", "a4")
    desk.keep()
    later = PrintDesk(book, seat_here().settings, AROUND, DAY)
    later.kind = kind_called(kind)
    assert (order(later).look.paper, order(later).look.sheet) == ("letter", "letter")


@pytest.mark.parametrize("kind", KINDS)
def test_the_usual_paper_is_that_of_every_kind_from_then_on(book: ClassBook, desk: PrintDesk, kind: str) -> None:
    desk.kind = kind_called("quilt")
    desk.choose("paper", "tabloid")
    desk.choose("usual_paper", "a4")
    assert order(desk).look.paper == "a4"
    desk.keep()
    later = PrintDesk(book, seat_here().settings, AROUND, DAY)
    later.kind = kind_called(kind)
    assert (order(later).look.paper, order(later).look.sheet) == ("a4", "a4")
    assert row(later, "usual_paper").chosen == "a4"


def test_the_usual_paper_that_another_board_set_is_not_overwritten(desk: PrintDesk) -> None:
    desk.choose("ink", "saver")
    memory().keep_usual_paper("a4")
    desk.keep()
    assert memory().usual_paper() == "a4"


def test_a_label_sheet_of_ones_own_keeps_its_paper(book: ClassBook, desk: PrintDesk) -> None:
    desk.kind = kind_called("stickers")
    desk.choose("label", OWN_SHEET)
    desk.choose("sheet_mm", "10 10 25 25 28 28")
    desk.choose("paper", "a4")
    desk.keep()
    assert order(PrintDesk(book, seat_here().settings, AROUND, DAY)).look.paper == "a4"


def test_a_remembered_value_that_is_gone_gives_way_to_the_usual_one(desk: PrintDesk) -> None:
    desk.kind = kind_called("wall")
    desk.choose("paper", "papyrus")
    desk.choose("printer", "gone")
    assert order(desk).look.paper == "letter"


def test_the_first_free_label_is_where_the_last_sheet_ended(desk: PrintDesk) -> None:
    memory().keep_next_label("ol5275", 17)
    desk.kind = kind_called("stickers")
    assert order(desk).start == 17
    desk.choose("label", "avery-l7651")
    assert order(desk).start == 1
    assert order(desk).look.paper == "a4"


def test_a_label_sheet_of_ones_own_is_typed(desk: PrintDesk) -> None:
    desk.kind = kind_called("stickers")
    desk.choose("label", OWN_SHEET)
    assert row(desk, "sheet_mm").is_typed
    assert desk.now().order is None
    assert "six" in desk.now().problem
    desk.choose("sheet_mm", "10 10 25 25 28 28")
    label = order(desk).label
    assert label is not None
    assert (label.columns, label.rows) == (7, 9)


def test_what_the_printer_needs_is_used_where_size_matters(desk: PrintDesk) -> None:
    printers().keep("Office", Printer(0.5, -1.0, 1.01))
    desk.kind = kind_called("stickers")
    assert order(desk).look.printer == (0.5, -1.0, 1.01)
    desk.kind = kind_called("quilt")
    assert order(desk).look.printer == (0.0, 0.0, 1.0)
    desk.kind = kind_called("calibration")
    assert order(desk).look.printer == (0.0, 0.0, 1.0)


def test_stickers_are_those_that_are_earned_and_were_not_printed(book: ClassBook, desk: PrintDesk) -> None:
    sitting = Sitting(book, usual_adult(book))
    spots = [(student.id, step.id) for student in book.students for step in book.units[0].spots[:2]]
    Marks(sitting).mark(Kind.MASTERED, spots)
    desk.kind = kind_called("stickers")
    assert [(student.id, step.id) for student, step in order(desk).stickers] == spots
    Marks(sitting).printed(spots[:3])
    assert [(student.id, step.id) for student, step in order(desk).stickers] == spots[3:]
    desk.choose("again", "again")
    assert len(order(desk).stickers) == 4


def test_files_are_named_by_ids_and_never_by_names(desk: PrintDesk) -> None:
    desk.kind = kind_called("personal")
    desk.choose("students", "ben")
    assert order(desk).file_name == "personal-u-ben-letter-2026-11-25.pdf"


class Counted:
    """Settings that count how often they are read."""

    def __init__(self) -> None:
        self.read = 0

    def load(self) -> Settings:
        """Read them once more."""
        self.read += 1
        return seat_here().settings.load()

    def keep_paper(self, *entries: tuple[str, str, Any]) -> None:
        """Keep something as everybody does."""
        seat_here().settings.keep_paper(*entries)


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_reads_what_is_remembered_once(book: ClassBook, kind: str) -> None:
    settings = Counted()
    desk = PrintDesk(book, settings, AROUND, DAY)
    desk.kind = kind_called(kind)
    desk.choose("ink", "saver")
    settings.read = 0
    desk.choose("letters", "larger")
    desk.now()
    assert settings.read == 1


def test_what_stands_as_the_first_label_is_the_first_one_printed_on(desk: PrintDesk) -> None:
    desk.kind = kind_called("stickers")
    desk.choose("label", "avery-5293")
    desk.choose("start", "9")
    assert (row(desk, "start").chosen, order(desk).start) == ("9", 9)
    desk.choose("start", "900")
    assert (row(desk, "start").chosen, order(desk).start) == ("1", 1)
    memory().keep_next_label("avery-5293", 4)
    assert (row(desk, "start").chosen, order(desk).start) == ("4", 4)


def test_what_is_chosen_at_the_desk_and_in_a_call_is_one_order(book: ClassBook, desk: PrintDesk) -> None:
    printers().keep("Office", Printer(0.5, -1.0, 1.01))
    desk.kind = kind_called("personal")
    for name, value in (("students", "ben"), ("spot", "ol5275"), ("ink", "saver"), ("letters", "early larger")):
        desk.choose(name, value)
    desk.choose("paper", "a4")
    given: dict[str, Any] = {
        "names": ("Ben C.",),
        "spot": "OL5275",
        "ink": "saver",
        "early": True,
        "larger": True,
        "paper": "a4",
        "made": DAY,
    }
    wanted = wanted_by(kind_called("personal"), seat_here().settings, book, given)
    assert order_of(wanted, book, seat_here().settings) == order(desk)


def test_an_unknown_kind_that_was_printed_last_gives_way_to_the_first(book: ClassBook) -> None:
    memory().keep_choices("banner", {"paper": "a3"})
    assert PrintDesk(book, seat_here().settings, AROUND, DAY).kind.name == "quilt"
