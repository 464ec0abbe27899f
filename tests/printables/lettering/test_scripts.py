import io
import unicodedata
from collections.abc import Iterable

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from lettered import ink_of, page_of
from printables.lettering.direction import from_left_to_right, runs_from_right
from printables.lettering.faces import face, known_face
from printables.lettering.glyphs import Run
from printables.lettering.lines import Line, clean, line, unprintable, write
from printables.lettering.scripts import EAST_ASIAN, OWN, Script
from printables.lettering.voices import EARLY, USUAL, Voice
from scripts.looks.names import NAMES

VOICES = {"title": USUAL.title, "plain": USUAL.plain, "early": EARLY.strong}
COVERED = [
    (script, name) for script, *names in NAMES for name in names if script not in ("Chinese", "Japanese", "Korean")
]


def glyphs_of(written: Line) -> list[int]:
    """Give the numbers of the glyphs that are drawn, run by run from left to right."""
    return [number for run in written.runs for number in _numbers(run)]


def _numbers(run: Run) -> Iterable[int]:
    chars = "".join(glyph.char for part in run.parts for glyph in part.glyphs) or run.text
    return (known_face(run.font).face.charToGlyph[ord(char)] for char in chars)


def test_the_contact_sheet_shows_forty_names_in_more_than_twelve_scripts() -> None:
    assert sum(len(names) for _, *names in NAMES) >= 40
    assert len({script for script, *_ in NAMES}) > 12


@pytest.mark.parametrize(("script", "name"), COVERED)
@pytest.mark.parametrize("voice", VOICES.values(), ids=VOICES)
def test_a_reader_of_the_page_gets_each_name_back_letter_for_letter(script: str, name: str, voice: Voice) -> None:
    text = page_of(name, voice).text
    if name.endswith("Ali 12"):  # PDFium takes a number beside Latin letters in an Arabic line for part of the Arabic
        assert sorted(clean(text)) == sorted(clean(name))
    else:
        assert clean(text).replace("\u200c", "") == clean(name).replace("\u200c", "")


@pytest.mark.parametrize(("script", "name"), COVERED)
def test_no_box_stands_for_a_letter_of_a_name(script: str, name: str) -> None:
    assert unprintable([name]) == ()
    for voice in VOICES.values():
        written = line(name, voice)
        assert written.text == clean(name)
        assert 0 not in glyphs_of(written)


@pytest.mark.parametrize("script", [script for script in OWN if script.font], ids=lambda script: script.name)
def test_a_font_has_every_letter_of_its_script_and_can_shape_it(script: Script) -> None:
    known = face(script.font)
    block = [chr(code) for code in range(*script.blocks[0]) if unicodedata.category(chr(code)) in ("Lo", "Ll", "Lu")]
    letters = [char for char in block if clean(char) == char]
    assert len([char for char in letters if char in known.letters]) > 0.85 * len(letters)
    for char in known.letters:
        assert 0 not in glyphs_of(line(f"{char}{char}", USUAL.plain))


def test_arabic_letters_join() -> None:
    alone, joined = glyphs_of(line("ه", USUAL.plain)), glyphs_of(line("ههه", USUAL.plain))
    assert len(joined) == 3
    assert len(set(joined)) == 3
    assert not set(alone) & set(joined)


def test_the_width_of_a_shaped_text_is_the_width_of_what_is_drawn() -> None:
    written = line("محمد", USUAL.plain)
    (run,) = written.runs
    assert written.width(1) == pytest.approx(sum(glyph.width for part in run.parts for glyph in part.glyphs))
    assert abs(written.width(1) - sum(line(letter, USUAL.plain).width(1) for letter in "محمد")) > 0.1
    assert line("กิ่", USUAL.plain).width(1) == line("ก", USUAL.plain).width(1)
    assert line("שָׁ", USUAL.plain).width(1) == line("ש", USUAL.plain).width(1)


@pytest.mark.parametrize("name", ["محمد الأمين", "עמית לוי"])
def test_the_first_letter_of_arabic_and_hebrew_stands_at_the_right(name: str) -> None:
    lefts = page_of(name, USUAL.strong).lefts
    assert list(lefts) == sorted(lefts, reverse=True)


def test_a_mixed_name_runs_from_the_left_with_its_arabic_part_turned() -> None:
    page = page_of("Zia محد B.", USUAL.strong)
    assert page.left_of("Z") < page.left_of("د") < page.left_of("م") < page.left_of("B") < page.left_of(".")


def test_a_number_in_an_arabic_name_stands_at_its_left_and_is_not_turned() -> None:
    page = page_of("نور 24", USUAL.strong)
    assert page.left_of("2") < page.left_of("4") < page.left_of("ر") < page.left_of("ن")


def test_brackets_around_arabic_open_to_the_left() -> None:
    bracket = face("Nunito-Regular").face.charToGlyph
    runs = line("(نور)", USUAL.plain).runs
    assert [next(iter(_numbers(run))) for run in (runs[0], runs[-1])] == [bracket[ord("(")], bracket[ord(")")]]
    assert runs_from_right("(نور) Ava")


def test_brackets_come_back_as_they_were_typed() -> None:
    assert page_of("محمد (أحمد)", USUAL.plain).text == "محمد (أحمد)"


@pytest.mark.parametrize(("low", "high"), [("กิ", "กิ่"), ("ل", "لَ"), ("ɛ̃", "ɛ̃́"), ("क", "कै")])
def test_signs_above_a_letter_stand_on_each_other(low: str, high: str) -> None:
    (_, top_of_low, _, foot_of_low), (_, top_of_high, _, foot_of_high) = (
        ink_of(low, USUAL.plain),
        ink_of(high, USUAL.plain),
    )
    assert top_of_high < top_of_low - 4
    assert foot_of_high == pytest.approx(foot_of_low, abs=1)


def test_a_sign_below_hangs_lower_than_its_letter() -> None:
    assert ink_of("שָ", USUAL.plain)[3] > ink_of("ש", USUAL.plain)[3] + 4
    assert ink_of("कु", USUAL.plain)[3] > ink_of("क", USUAL.plain)[3] + 4


def test_a_text_of_signs_nobody_sees_leaves_the_page_empty() -> None:
    assert page_of("\u17b4\u17b5", USUAL.plain).text == ""


def test_a_vowel_sign_of_devanagari_stands_before_its_letter() -> None:
    letter, sign = (face("NotoSans-Devanagari").face.charToGlyph[ord(char)] for char in "कि")
    (run,) = line("कि", USUAL.plain).runs
    places = {number: glyph.x for number, glyph in zip(_numbers(run), run.parts[0].glyphs, strict=True)}
    assert places[letter] == max(places.values()) > 0
    assert sign not in places or places[sign] == 0


def test_levels_are_put_in_the_order_of_the_page() -> None:
    assert from_left_to_right([0, 1, 0]) == [0, 1, 2]
    assert from_left_to_right([1, 2, 1]) == [2, 1, 0]
    assert from_left_to_right([1, 2, 2, 1, 0]) == [3, 1, 2, 0, 4]


def test_the_same_names_give_the_same_bytes_whatever_was_written_before() -> None:
    def made() -> bytes:
        file = io.BytesIO()
        canvas = Canvas(file, invariant=1)
        for at, (_, name) in enumerate(COVERED):
            write(canvas, line(name, USUAL.title), 12, 40, 800 - 15 * at)
        canvas.save()
        return file.getvalue()

    first = made()
    for _, name in reversed(COVERED):
        write(Canvas(io.BytesIO()), line(name[::-1], USUAL.title), 12, 40, 40)
    assert made() == first


def test_a_long_page_of_one_script_keeps_every_glyph_readable() -> None:
    syllables = [f"{base}{sign}" for base in "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह" for sign in ("", "ा", "ि", "ी", "ु", "े")]
    file = io.BytesIO()
    canvas = Canvas(file)
    for at, start in enumerate(range(0, len(syllables), 12)):
        write(canvas, line(" ".join(syllables[start : start + 12]), USUAL.plain), 12, 40, 780 - 20 * at)
    canvas.save()
    with pypdfium2.PdfDocument(file.getvalue()) as document:
        assert document[0].get_textpage().get_text_range().split() == syllables


def test_east_asian_letters_are_one_script() -> None:
    assert [script for script in OWN if not script.font] == [EAST_ASIAN]


def test_what_follows_a_raised_sign_stands_on_its_own_line() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    write(canvas, line("Z" + "\u0301\u0316" * 3, USUAL.plain), 20, 50, 600)
    write(canvas, line("H", USUAL.plain), 20, 50, 500)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(file.getvalue()) as document:
        text = document[0].get_textpage()
        foot = next(text.get_charbox(at)[1] for at in range(text.count_chars()) if text.get_text_range(at, 1) == "H")
    assert foot == pytest.approx(500, abs=0.5)
