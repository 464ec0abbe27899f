from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paper_reading import letters_on, overlapping_letters, pages_of, shapes_on, text_of
from printables.page.columns import columns_of
from printables.page.document import Document, Style
from printables.page.hues import Ink
from printables.page.paper import MARGIN, Paper, Surface
from printables.page.parts import page_of
from printables.page.table import Piece, Table, draw_pieces, flow, flow_evenly, gap

MADE = date(2026, 11, 20)
SIZE = 9.0
STEPS = [f"step{number}" for number in range(60)]


def begun(ink: Ink = Ink.COLOUR) -> tuple[Document, Table]:
    page = Document(Style(Surface(Paper.A4), MADE, ink), title="Table", subject="A table.")
    return page, Table(page, columns_of(page, SIZE, {"Standard": ("K.CC.A.1",), "Step": 0.4, "Note": 0.6}), SIZE)


def drawn(page: Document, pieces: list[Piece]) -> bytes:
    height = page.top - page.bottom
    for number, each in enumerate(flow(pieces, height, height)):
        if number:
            page.next_page()
        draw_pieces(each, page.top)
    return page.finish().pdf


@given(st.lists(st.floats(1, 40), min_size=1, max_size=40), st.floats(0, 100), st.floats(40, 100))
def test_every_piece_comes_once_in_order_and_no_page_is_too_full(
    heights: list[float], first: float, further: float
) -> None:
    pieces = [gap(height) for height in heights]
    pages = flow(pieces, first, further)
    assert [piece for page in pages for piece in page] == pieces
    for number, page in enumerate(pages):
        assert sum(piece.height for piece in page) <= max(first if number == 0 else further, 40.0) + 0.001
    assert all(pages[1:])


@given(st.lists(st.floats(1, 40), min_size=1, max_size=40), st.floats(40, 100))
def test_pages_that_share_evenly_are_no_more_and_none_is_too_full(heights: list[float], room: float) -> None:
    pieces = [gap(height) for height in heights]
    pages = flow_evenly(pieces, room)
    assert [piece for page in pages for piece in page] == pieces
    assert len(pages) == len(flow(pieces, room, room))
    assert all(sum(piece.height for piece in page) <= room + 0.001 for page in pages)


def test_eleven_rows_of_one_height_are_shared_as_six_and_five() -> None:
    assert [len(page) for page in flow_evenly([gap(10)] * 11, 100)] == [6, 5]


def test_a_heading_never_ends_a_page() -> None:
    heading = Piece(10, lambda _top: None, with_next=True)
    pages = flow([gap(85), heading, gap(10)], 100, 100)
    assert [len(page) for page in pages] == [1, 2]


def test_a_head_comes_again_on_each_page_and_not_twice_on_one() -> None:
    page, table = begun()
    head = table.head()
    rows = [row for step in STEPS for row in table.rows([[], [table.text(step)], []], (head,))]
    pdf = drawn(page, [head, *rows])
    texts = [each.get_textpage().get_text_bounded() for each in pages_of(pdf)]
    assert len(texts) == 2
    assert all(text.count("Standard") == 1 for text in texts)
    assert [word for word in text_of(pdf).split() if word.startswith("step")] == STEPS


def test_what_rows_share_is_written_once_and_again_on_the_next_page() -> None:
    page, table = begun()
    rows = {step: [[table.text(step)], [table.text("seen")]] for step in STEPS}
    pdf = drawn(page, table.group([table.text("K.CC.A.1")], rows))
    texts = [each.get_textpage().get_text_bounded() for each in pages_of(pdf)]
    assert [text.count("K.CC.A.1") for text in texts] == [1, 1]
    assert text_of(pdf).count("seen") == len(STEPS)


def test_a_note_longer_than_a_page_loses_no_word() -> None:
    page, table = begun()
    note = " ".join(f"word{number}" for number in range(1200))
    pdf = drawn(page, table.rows([[], [table.text("Step")], [table.text(note)]]))
    assert len(pages_of(pdf)) > 1
    assert set(note.split()) <= set(text_of(pdf).split())
    for each in pages_of(pdf):
        assert overlapping_letters(each) == []
        assert all(letter.box.bottom >= MARGIN for letter in letters_on(each))


@pytest.mark.parametrize("words", range(320, 370, 12))
def test_a_name_of_many_lines_has_its_room_wherever_a_page_begins(words: int) -> None:
    page, table = begun()
    long = {"long": [[table.text("step")], [table.text("word " * words)]]}
    short = {"short": [[table.text("step")], [table.text("seen")]]}
    cut = table.group([table.text("Wilhelmina " * 6)], long)
    next_to_nothing_left = gap(page.top - page.bottom - cut[1].height - 2)
    for each in pages_of(drawn(page, [next_to_nothing_left, *cut, *table.group([table.text("Ava")], short)])):
        assert overlapping_letters(each) == []


def test_words_never_leave_their_column() -> None:
    page, table = begun()
    pdf = drawn(page, table.rows([[table.text("W" * 90)], [table.text("W" * 90)], [table.text("i" * 300)]]))
    (only,) = pages_of(pdf)
    ends, end = [], page.left
    for column in table.columns:
        end += column.width
        ends.append(end)
    for letter in letters_on(only):
        assert letter.box.right <= next(end for end in ends if letter.box.left < end)
    assert ends[-1] == pytest.approx(page.right)


def test_words_that_should_not_wrap_get_their_room_and_the_rest_is_shared() -> None:
    page, table = begun()
    narrow, step, note = table.columns
    assert narrow.width < step.width < note.width
    (only,) = pages_of(drawn(page, table.rows([[table.text("K.CC.A.1")], [], []])))
    feet = [letter.box.bottom for letter in letters_on(only)]
    assert max(feet) - min(feet) < SIZE / 3


def test_the_ground_of_a_head_is_left_out_where_ink_is_saved() -> None:
    grounds = []
    for ink in (Ink.COLOUR, Ink.SAVER):
        page, table = begun(ink)
        (only,) = pages_of(drawn(page, [table.head(), *table.rows([[], [], []])]))
        grounds.append(sum(shape.height > 5 for shape in shapes_on(only)))
    assert grounds == [1, 0]


def test_one_page_alone_has_no_number() -> None:
    assert page_of(2, 3) == "page 2 of 3"
    assert page_of(1, 1) == ""
