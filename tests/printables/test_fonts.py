import subprocess
import sys

import pytest

from printables.fonts import ELLIPSIS, FOLDER, Voice, clean, fit, halves, line, unprintable

LATIN = ("Zoë N.", "Łukasz", "Nguyễn Thị", "Şükrü", "Ōtā", "Seo-yeon H.", "ʻOkina", "Иван П.", "=1+1", "[/", "<b>x</b>")
BEYOND = ("李明", "محمد", "עמית", "🦊 Fox", "Αλέξης")


@pytest.mark.parametrize("name", LATIN)
@pytest.mark.parametrize("voice", list(Voice))
def test_names_of_many_languages_are_written_whole(name: str, voice: Voice) -> None:
    assert line(name, voice).text == name
    assert unprintable([name]) == ()


@pytest.mark.parametrize("name", BEYOND)
def test_what_no_font_writes_is_reported_and_left_out_visibly(name: str) -> None:
    assert unprintable(["Ava", name, name]) == (name,)
    assert "·" in line(name, Voice.STRONG).text


def test_a_run_of_unknown_characters_leaves_one_mark() -> None:
    assert line("李明 B.", Voice.STRONG).text == "· B."
    assert line("👩\u200d🚀 Fox", Voice.STRONG).text == "· Fox"


def test_a_title_falls_back_to_a_font_that_has_its_letters() -> None:
    assert line("Fractions", Voice.TITLE).font == "Fredoka-SemiBold"
    assert line("Ōtā", Voice.TITLE).font == "Nunito-SemiBold"


def test_text_is_composed_and_stripped_of_what_is_invisible() -> None:
    assert clean("Zoe\u0308\u202e\u0000  N.\n") == "Zoë N."


def test_text_that_fits_keeps_its_size() -> None:
    block = fit(line("Ava", Voice.STRONG), 100, 12, 6)
    assert (block.size, block.whole, len(block.lines)) == (12, True, 1)


def test_text_wraps_before_it_shrinks() -> None:
    text = line("Compare numbers", Voice.PLAIN)
    room = text.width(10) * 0.7
    assert fit(text, room, 10, 5, lines=2).size == 10
    assert len(fit(text, room, 10, 5, lines=2).lines) == 2
    assert fit(text, room, 10, 5).size < 10


@pytest.mark.parametrize("words", ["W" * 200, "many words " * 20, "W", "", "a " + "b" * 100])
@pytest.mark.parametrize("lines", [1, 2])
@pytest.mark.parametrize("room", [8.0, 40.0, 200.0])
def test_whatever_is_fitted_stays_in_its_room(words: str, lines: int, room: float) -> None:
    block = fit(line(words, Voice.PLAIN), room, 12, 6, lines=lines)
    assert block.width <= room + 0.01
    assert len(block.lines) <= lines
    assert block.whole or block.lines[-1].text.endswith(ELLIPSIS)


def test_halves_are_as_even_as_can_be() -> None:
    assert [half.text for half in halves(line("Add within 20", Voice.PLAIN))] == ["Add", "within 20"]


def test_fonts_come_with_their_licences() -> None:
    for font in FOLDER.glob("*.ttf"):
        assert "SIL Open Font License" in (FOLDER / f"{font.stem.split('-')[0]}-OFL.txt").read_text()


def test_a_text_without_a_letter_can_be_the_first_that_is_written() -> None:
    program = "from printables.fonts import Voice, line; print(line('', Voice.STRONG).width(10))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "0.0\n"
