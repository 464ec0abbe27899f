import subprocess
import sys
from dataclasses import replace

import pytest

from lettered import SIZE, page_of
from printables.lettering.lines import MISSING, clean, line
from printables.lettering.voices import EARLY, USUAL, Voice, letters_of

LATIN = ("Zoë N.", "Łukasz", "Nguyễn Thị", "Şükrü", "Ōtā", "Seo-yeon H.", "ʻOkina", "Иван П.", "=1+1", "[/", "<b>x</b>")
VOICES = [USUAL.title, USUAL.strong, USUAL.plain, EARLY.title, EARLY.strong, EARLY.plain]
WIDE = replace(USUAL.plain, between_letters=0.1, between_words=0.4)


@pytest.mark.parametrize("name", LATIN)
@pytest.mark.parametrize("voice", VOICES)
def test_names_of_many_languages_are_written_whole_and_in_one_font(name: str, voice: Voice) -> None:
    written = line(name, voice)
    assert written.text == name
    assert len(set(written.fonts)) == 1


@pytest.mark.parametrize("name", ["李明", "🦊 Fox", "ᏣᎳᎩ", "→"])
def test_what_no_font_writes_is_left_out_visibly(name: str) -> None:
    assert MISSING in line(name, USUAL.strong).text


def test_a_run_of_unknown_characters_leaves_one_mark() -> None:
    assert line("李明 B.", USUAL.strong).text == "· B."
    assert line("👩\u200d🚀 Fox", USUAL.strong).text == "· Fox"


def test_a_title_falls_back_to_a_font_that_has_its_letters() -> None:
    assert set(line("Fractions", USUAL.title).fonts) == {"Fredoka-SemiBold"}
    assert set(line("Ōtā", USUAL.title).fonts) == {"Nunito-SemiBold"}


def test_one_rare_sign_leaves_the_letters_in_their_font() -> None:
    written = line("Find ⅓ of 12", USUAL.title)
    assert written.text == "Find ⅓ of 12"
    assert {font for char, font in zip(written.text, written.fonts, strict=True) if char != "⅓"} == {"Fredoka-SemiBold"}


def test_text_is_composed_and_stripped_of_what_is_invisible() -> None:
    assert clean("Zoe\u0308\u202e\u0000  N.\n") == "Zoë N."


@pytest.mark.parametrize("name", ["علی\u200cرضا", "ශ්\u200dරීමාලි"])
def test_joiners_stay_where_a_script_needs_them(name: str) -> None:
    assert clean(f"\u200d{name}\u200c A\u200db") == f"{name} Ab"


def test_letters_set_apart_widen_letters_and_words() -> None:
    widened = line("Ava B.", WIDE).width(10) - line("Ava B.", USUAL.plain).width(10)
    assert widened == pytest.approx(10 * (5 * 0.1 + 0.4))  # no gap is counted after the last letter


@pytest.mark.parametrize("name", ["Ava Bek", "עמית לוי", "Ωμέγα", "ბექა", "Ava עמית B."])
def test_letters_stand_on_the_page_as_far_apart_as_the_voice_says(name: str) -> None:
    close, wide = (page_of(name, voice).lefts for voice in (USUAL.plain, WIDE))
    widened = (max(wide) - min(wide)) - (max(close) - min(close))
    assert widened == pytest.approx(SIZE * ((len(name) - 1) * 0.1 + name.count(" ") * 0.4), abs=0.1)


def test_letters_that_hang_together_are_not_torn() -> None:
    for name in ("محمد", "प्रिया"):
        assert line(name, WIDE).width(10) == line(name, USUAL.plain).width(10)
    assert line("محمد علي", WIDE).width(10) == pytest.approx(line("محمد علي", USUAL.plain).width(10) + 4)


def test_early_readers_get_letters_as_they_write_them_and_words_set_apart_more_than_letters() -> None:
    early = letters_of(early=True)
    assert set(line("a goat again", early.plain).fonts) == {"ABeeZee-Regular"}
    assert set(line("a goat again", early.strong).fonts) == {"EarlyReader-SemiBold"}
    for voice in (early.title, early.strong, early.plain):
        assert 0.02 <= voice.between_letters <= 0.04
        assert voice.between_words == pytest.approx(3.5 * voice.between_letters)
    assert letters_of() == USUAL


def test_larger_type_is_a_size_of_the_same_voices() -> None:
    assert letters_of(larger=True) == USUAL._replace(size=1.2)
    assert letters_of(early=True, larger=True).size == 1.2


@pytest.mark.parametrize("text", ["''", "'Zoë N.'"])
def test_a_plain_text_can_be_the_first_that_is_written_and_loads_no_shaping(text: str) -> None:
    program = f"""
import io, sys
from reportlab.pdfgen.canvas import Canvas
from printables.lettering.lines import fit, line, write_block
from printables.lettering.voices import USUAL
write_block(Canvas(io.BytesIO()), fit(line({text}, USUAL.strong), 50, 12, 6), 0, 0)
print([name for name in sys.modules if name.startswith("bidi") or name.endswith("lettering.shaping")])
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
