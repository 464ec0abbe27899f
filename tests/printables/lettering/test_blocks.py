import io
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from hostile import HOSTILE
from lettered import SIZE, TOP, page_with
from printables.lettering.lines import ELLIPSIS, LINE_SPACING, fit, halves, line, paragraph, write_block, write_down
from printables.lettering.voices import EARLY, USUAL, Voice

VOICES = [USUAL.title, USUAL.plain, EARLY.strong]
WRAPPED = ["many words " * 20, "محمد الأمين نور " * 9, "प्रिया कृष्णन " * 9, "Ava محمد and प्रिया " * 8, "กิ่งแก้วน้ำฝน" * 9]

letters_of_many_scripts = st.text(
    st.one_of(
        st.characters(), st.sampled_from("ab ΩЖ محمدڈ\u200c\u0651עמ\u05b8 प्रिक्षण\u094d\u200d กิ่้ำ ශ්‍රී 한李か🦊…()12-")
    ),
    max_size=60,
)


def test_text_that_fits_keeps_its_size() -> None:
    block = fit(line("Ava", USUAL.strong), 100, 12, 6)
    assert (block.size, block.whole, len(block.lines)) == (12, True, 1)


def test_text_wraps_before_it_shrinks() -> None:
    text = line("Compare numbers", USUAL.plain)
    room = text.width(10) * 0.7
    assert fit(text, room, 10, 5, lines=2).size == 10
    assert len(fit(text, room, 10, 5, lines=2).lines) == 2
    assert fit(text, room, 10, 5).size < 10


@pytest.mark.parametrize("words", ["W" * 200, "many words " * 20, "W", "", "a " + "b" * 100, *WRAPPED])
@pytest.mark.parametrize("lines", [1, 2])
@pytest.mark.parametrize("room", [8.0, 40.0, 200.0])
def test_whatever_is_fitted_stays_in_its_room(words: str, lines: int, room: float) -> None:
    block = fit(line(words, USUAL.plain), room, 12, 6, lines=lines)
    assert block.width <= room + 0.01
    assert len(block.lines) <= lines
    assert block.whole or block.lines[-1].text.endswith(ELLIPSIS)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Add within 20", ["Add", "within 20"]),
        ("I can count on", ["I can", "count on"]),
        ("a b c d extraordinarily", ["a b c d", "extraordinarily"]),
        ("whole", ["whole"]),
        ("محمد الأمين", ["محمد", "الأمين"]),
    ],
)
def test_halves_are_as_even_as_can_be(title: str, expected: list[str]) -> None:
    assert [half.text for half in halves(line(title, USUAL.plain))] == expected


@pytest.mark.parametrize("text", WRAPPED)
@pytest.mark.parametrize("voice", VOICES)
def test_a_paragraph_holds_every_word_in_lines_of_the_same_fonts(text: str, voice: Voice) -> None:
    whole = line(text, voice)
    block = paragraph(whole, 90, SIZE)
    assert block.whole
    assert block.width <= 90.01
    assert "".join(each.text for each in block.lines).replace(" ", "") == whole.text.replace(" ", "")
    assert {font for each in block.lines for font in each.fonts} == set(whole.fonts)
    assert {each.from_right for each in block.lines} == {whole.from_right}


def test_a_paragraph_breaks_at_spaces_and_cuts_only_a_word_that_is_too_wide() -> None:
    room = line("many words", USUAL.plain).width(SIZE)
    rows = [each.text for each in paragraph(line(f"many words {'W' * 12} many a word", USUAL.plain), room, SIZE).lines]
    assert (rows[0], rows[-1]) == ("many words", "a word")
    assert set(rows[1]) == {"W"}
    assert "".join(rows[1:-1]) == "W" * 12 + " many"


def test_an_empty_text_is_a_paragraph_of_one_empty_line() -> None:
    assert [each.text for each in paragraph(line("", USUAL.plain), 50, SIZE).lines] == [""]


@pytest.mark.parametrize("text", ["प्रियाकृष्णन" * 5, "กิ่งแก้วน้ำฝน" * 5, "Zoe\u0338ra\u0338" * 9, "ශ්\u200dරීමාලි" * 5])
def test_no_line_begins_within_a_letter(text: str) -> None:
    for room in range(30, 70, 3):
        rows = paragraph(line(text, USUAL.plain), room, SIZE).lines
        assert len(rows) > 3
        for before, after in pairwise(rows):
            assert unicodedata.category(after.text[0])[0] != "M"
            assert after.text[0] not in "\u0e33\u200d"
            assert before.text[-1] not in "\u094d\u0dca\u200d"


@pytest.mark.parametrize("text", WRAPPED)
def test_a_paragraph_of_too_few_lines_ends_in_an_ellipsis(text: str) -> None:
    block = paragraph(line(text, USUAL.plain), 90, SIZE, most=2)
    assert (len(block.lines), block.whole) == (2, False)
    assert block.lines[-1].text.endswith(ELLIPSIS)
    assert block.width <= 90.01


def test_a_line_that_begins_with_latin_still_runs_from_the_right_in_an_arabic_text() -> None:
    rows = paragraph(line("نور Ava محمد", USUAL.plain), line("نور Ava", USUAL.plain).width(SIZE), SIZE).lines
    assert [each.text for each in rows] == ["نور Ava", "محمد"]
    second = paragraph(line("محمد Ava نور", USUAL.plain), line("Ava نور", USUAL.plain).width(SIZE), SIZE).lines[1]
    assert [run.text.strip() for run in second.runs if run.text.strip()] == ["نور", "Ava"]


def test_a_block_is_written_downwards_within_its_height() -> None:
    block = paragraph(line("Égypt jumps " * 9, USUAL.plain), 120, SIZE)
    page, under = page_with(block)
    assert block.height == pytest.approx(LINE_SPACING * SIZE * len(block.lines))
    assert under == pytest.approx(TOP - block.height)
    inked = [box for char, box in zip(page.text, page.boxes, strict=True) if char != " "]
    assert max(top for *_, top in inked) <= TOP
    assert min(bottom for _, bottom, *_ in inked) >= under
    assert len(
        {round(bottom) for char, (_, bottom, *_) in zip(page.text, page.boxes, strict=True) if char == "m"}
    ) == len(block.lines)


def _check(text: str, room: float) -> None:
    canvas = Canvas(io.BytesIO())
    for voice in VOICES:
        whole = line(text, voice)
        for block in (fit(whole, room, 12, 6), fit(whole, room, 12, 6, lines=2), paragraph(whole, room, 12, most=4)):
            assert block.width <= max(room, 12) + 0.01
            write_block(canvas, block, 50, 500)
            write_down(canvas, block, 50, 500)
    canvas.save()


@given(letters_of_many_scripts, st.floats(20, 300))
@settings(max_examples=150)
def test_any_text_can_be_written_and_stays_in_its_room(text: str, room: float) -> None:
    _check(text, room)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_written_like_any_other(text: str) -> None:
    _check(text, 60)
