import pytest

import paper_reading as paper
from board.mastery.curriculum import Step
from hostile import HOSTILE
from label_sheets import die, draw, stickers
from page_builders import everything_in, unit_of
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.stickers.sheet import Sticker
from printables.stock import stock

LONG = ["", "W" * 200, "Maximiliana-Alexandrina von und zu Hohenstein-Wolkenburg"]


def test_a_wide_label_says_whose_it_is_and_what_it_stands_for_and_a_round_one_shows_the_picture_alone() -> None:
    (sticker,) = stickers(1)
    wide, round_one = (paper.text_of(draw(stock(ident), [sticker])) for ident in ("avery-5160", "avery-5293"))
    for words in (sticker.whose, sticker.step.i_can):
        assert words in wide
        assert words not in round_one


@pytest.mark.parametrize("letters", [USUAL, letters_of(early=True, larger=True)], ids=["usual", "early-larger"])
@pytest.mark.parametrize("ident", ["avery-5167", "avery-l7160"])
def test_hostile_names_stay_on_their_label(ident: str, letters: Letters) -> None:
    sheet = stock(ident)
    texts = HOSTILE + LONG
    steps = [Step(f"maths/h{at}", text, text, badge="badge-1") for at, text in enumerate(texts)]
    pdf = draw(sheet, [Sticker(step, None, text) for step, text in zip(steps, texts, strict=True)], letters=letters)
    written = [
        (letter, number)
        for page in paper.pages_of(pdf)
        for number in range(1, sheet.count + 1)
        for letter in paper.letters_on(page, die(sheet, number, inset=0.1))
    ]
    assert len(written) > len(texts)
    for letter, number in written:
        assert letter.box.within(die(sheet, number, inset=0.5)), letter


def test_long_names_and_titles_are_wrapped_and_shortened_without_lying_on_one_another() -> None:
    sheet, badge = stock("avery-l7651"), unit_of().spots[0].badge
    stickers = [Sticker(Step("maths/x", text, f"I can {text}", badge=badge), None, text) for text in LONG]
    (page,) = paper.pages_of(draw(sheet, stickers))
    assert paper.overlapping_letters(page) == []


def test_larger_type_is_larger_on_wide_labels() -> None:
    sheet = stock("avery-5163")
    usual, larger = (
        max(letter.box.height for letter in paper.letters_on(paper.pages_of(pdf)[0], die(sheet, 1)))
        for pdf in (draw(sheet, stickers(1)), draw(sheet, stickers(1), letters=letters_of(larger=True)))
    )
    assert larger > 1.1 * usual


def test_the_files_own_words_name_nobody() -> None:
    held = everything_in(draw(stock("avery-5293"), stickers(3)))
    assert b"Ava" not in held
    assert b"/Title (Stickers)" in held
    assert b"/Lang (en)" in held
