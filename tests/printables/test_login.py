import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import pypdfium2.raw as pdfium
import pytest

import paper_reading as paper
from board.mastery.people import Student
from board.mastery.picture_word import PICTURES as WORDS
from board.mastery.picture_word import in_a_word, picture_word
from hostile import HOSTILE
from page_builders import MADE, PICTURES, everything_in, students_of
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.login import CUT, KEEP, READ, login_cards
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture

BOTH = (Paper.A4, Paper.LETTER)


WITH_WORDS = {
    **PICTURES,
    **{in_a_word(name): Picture(in_a_word(name), PICTURES[f"badge-{at}"].jpeg) for at, name in enumerate(WORDS)},
}
"""The pictures of the words besides the emblems."""


def draw(
    students: Sequence[Student],
    *,
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
    pictures: Mapping[str, Picture] = WITH_WORDS,
    class_name: str = "Room 12",
) -> bytes:
    style = Style(Surface(paper), MADE, ink, letters)
    return login_cards(students, pictures, class_name=class_name, style=style).pdf


def cards_on(page: Any) -> list[paper.Box]:
    """The cards of a page as its cut lines part them, row by row from the top."""
    lines = [
        box for box in paper.shapes_on(page) if min(box.width, box.height) < 2 and max(box.width, box.height) > 120
    ]
    upright = sorted(box.middle[0] for box in lines if box.height > box.width)
    level = sorted((box.middle[1] for box in lines if box.width > box.height), reverse=True)
    return [
        paper.Box(left, bottom, right, top)
        for top, bottom in itertools.pairwise(level)
        for left, right in itertools.pairwise(upright)
    ]


def words_of(page: Any, card: paper.Box) -> str:
    return " ".join(page.get_textpage().get_text_bounded(*card).split())


def test_each_child_has_a_card_with_sign_name_and_three_pictures() -> None:
    students = students_of(8)
    (page,) = paper.pages_of(draw(students))
    cards = cards_on(page)
    assert len(cards) == 8
    for student, card in zip(students, cards, strict=True):
        for words in (student.name, READ, KEEP, "Room 12"):
            assert words in words_of(page, card)
        inside = [box for box in paper.pictures_on(page) if box.within(card)]
        assert len(inside) == 4
        word = sorted(inside, key=lambda box: box.middle[1])[:3]
        assert len({round(box.middle[1]) for box in word}) == 1


def test_the_three_pictures_stand_from_left_to_right() -> None:
    (student,) = students_of(1)
    (page,) = paper.pages_of(draw([student], pictures={}))
    words = words_of(page, cards_on(page)[0])
    places = [words.index(name.replace("-", " ")) for name in picture_word(student.id)]
    assert places == sorted(places)


def test_the_word_is_that_of_the_child_and_not_of_its_name() -> None:
    texts = [paper.text_of(draw([Student(id_, "Ava")], pictures={})) for id_ in ("one", "other")]
    assert picture_word("one") != picture_word("other")
    assert texts[0] != texts[1]


def test_a_card_that_was_made_anew_shows_another_word() -> None:
    pages = [paper.text_of(draw([Student("one", "Ava", card=card)], pictures={})) for card in range(5)]
    for card, text in enumerate(pages):
        assert all(name.replace("-", " ") in text for name in picture_word("one", card))
    assert len(set(pages)) == len(pages)


def test_cards_that_were_printed_before_there_was_a_kiosk_keep_their_words() -> None:
    printed = {
        "ava": ("ladder", "kite", "lantern"),
        "ben": ("shield", "cupcake", "lantern"),
        "0f3a9c": ("shield", "castle", "fish"),
    }
    for id_, word in printed.items():
        text = paper.text_of(draw([Student(id_, "Ava")], pictures={}))
        places = [text.index(name.replace("-", " ")) for name in word]
        assert places == sorted(places)


def test_no_id_and_no_alias_is_in_the_file() -> None:
    students = students_of(10)
    pdf = draw(students)
    held, text = everything_in(pdf), paper.text_of(pdf)
    assert "Zoë1 Quill." in text
    for student in students:
        for secret in (student.id, student.alias, student.emblem, *picture_word(student.id)):
            assert secret.encode() not in held
            assert secret not in text
    metadata = paper.pages_of(pdf)[0].pdf.get_metadata_dict().values()
    assert not any("Quill" in value for value in metadata)


@pytest.mark.parametrize(
    ("count", "sheets"), [(1, [1]), (8, [8]), (10, [10]), (16, [8, 8]), (24, [8, 8, 8]), (30, [10, 10, 10])]
)
def test_cards_are_as_large_as_the_fewest_sheets_let_them(count: int, sheets: list[int]) -> None:
    pages = paper.pages_of(draw(students_of(count)))
    assert [sum(KEEP in words_of(page, card) for card in cards_on(page)) for page in pages] == sheets


def test_the_teacher_is_told_outside_of_the_cards_to_cut_them_out() -> None:
    pdf = draw(students_of(24))
    pages = paper.pages_of(pdf)
    for number, page in enumerate(pages, start=1):
        lowest = min(card.bottom for card in cards_on(page))
        foot = words_of(page, paper.Box(0, 0, page.get_width(), lowest))
        assert CUT in foot
        assert f"page {number} of 3" in foot
        assert "22 November 2026" in foot


@pytest.mark.parametrize("where", BOTH)
@pytest.mark.parametrize("ink", list(Ink))
@pytest.mark.parametrize("letters", [USUAL, letters_of(early=True, larger=True)], ids=["usual", "early and larger"])
def test_everything_stays_inside_its_card(*, where: Paper, ink: Ink, letters: Letters) -> None:
    long = [
        Student(f"long{at}", name) for at, name in enumerate(("W" * 60, "Maximiliana " * 5, "", "Nguyễn Thị Phương"))
    ]
    for page in paper.pages_of(draw([*students_of(6), *long], paper=where, ink=ink, letters=letters)):
        assert paper.overlapping_letters(page) == []
        assert paper.letters_in_the_dead_border(page) == ""
        assert paper.darkest_in_the_dead_border(page) > 250
        cards = cards_on(page)
        lowest = min(card.bottom for card in cards)
        drawn = [*(letter.box for letter in paper.letters_on(page)), *paper.pictures_on(page)]
        for box in drawn:
            assert box.top < lowest or any(box.within(card, -8) for card in cards)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_on_their_card(text: str) -> None:
    (page,) = paper.pages_of(draw([Student(text, text, emblem=text), Student("b", "Ben")], class_name=text))
    cards = cards_on(page)
    lowest = min(card.bottom for card in cards)
    assert paper.letters_in_the_dead_border(page) == ""
    assert all(
        letter.box.top < lowest or any(letter.box.within(card) for card in cards) for letter in paper.letters_on(page)
    )


def test_blank_ink_keeps_the_pictures_a_card_is_for() -> None:
    (page,) = paper.pages_of(draw(students_of(2), ink=Ink.BLANK))
    assert len(paper.pictures_on(page)) == 8


def test_saving_ink_takes_less_of_it() -> None:
    colour, saver = (paper.ink_of(paper.pages_of(draw(students_of(8), ink=ink))[0]) for ink in (Ink.COLOUR, Ink.SAVER))
    assert saver < colour


def test_larger_type_is_larger() -> None:
    sizes = []
    for letters in (USUAL, letters_of(larger=True)):
        text = paper.pages_of(draw(students_of(1), letters=letters))[0].get_textpage()
        sizes.append(max(pdfium.FPDFText_GetFontSize(text, at) for at in range(text.count_chars())))
    assert sizes[1] > 1.15 * sizes[0]


def test_the_file_says_what_it_is_and_comes_out_the_same_twice() -> None:
    pdf = draw(students_of(3))
    assert pdf == draw(students_of(3))
    assert b"/Lang (en)" in pdf
    assert b"/PrintScaling" not in pdf
    assert paper.pages_of(pdf)[0].pdf.get_metadata_value("Title") == "Login cards · Room 12"


def test_without_students_there_are_no_cards() -> None:
    with pytest.raises(ValueError, match="no students yet"):
        draw([])
