"""The login list: one line a child with what opens its page; a teacher's copy, told apart in grey."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

import paper_reading as paper
from board.mastery.people import Student
from board.mastery.picture_word import PICTURES as WORDS
from board.mastery.picture_word import in_a_word, picture_word
from hostile import HOSTILE
from page_builders import EMBLEMS, MADE, PICTURES, everything_in, students_of
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.login_list import COPY, WARNS, login_list_pages
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture

WITH_WORDS = {
    **PICTURES,
    **{in_a_word(name): Picture(in_a_word(name), PICTURES[f"badge-{at}"].jpeg) for at, name in enumerate(WORDS)},
}


def draw(
    students: Sequence[Student],
    *,
    where: Paper = Paper.A4,
    letters: Letters = USUAL,
    pictures: Mapping[str, Picture] = WITH_WORDS,
    class_name: str = "Room 12",
) -> bytes:
    style = Style(Surface(where), MADE, Ink.COLOUR, letters)
    return login_list_pages(students, pictures, class_name=class_name, style=style).pdf


def rows_of(students: Sequence[Student], where: Paper = Paper.A4) -> list[str]:
    """The words of each child's line."""
    style = Style(Surface(where), MADE)
    made = login_list_pages(students, WITH_WORDS, class_name="Room 12", style=style)
    pages = paper.pages_of(made.pdf)
    pt = 72 / 25.4
    return [
        " ".join(
            pages[field.page]
            .get_textpage()
            .get_text_bounded(
                (field.x - field.width / 2) * pt,
                pages[field.page].get_height() - (field.y + field.height / 2) * pt,
                (field.x + field.width / 2) * pt,
                pages[field.page].get_height() - (field.y - field.height / 2) * pt,
            )
            .split()
        )
        for field in made.fields
    ]


def sized(page: Any) -> float:
    return min(box.height for box in paper.pictures_on(page)) * 25.4 / 72


@pytest.mark.parametrize("where", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (24, 1), (31, 1), (70, 3)])
def test_each_child_has_a_line_with_its_pictures_as_pictures_and_in_words(
    count: int, sheets: int, where: Paper
) -> None:
    students = [
        replace(one, emblem=f"emblem-{at}" if at < EMBLEMS else "") for at, one in enumerate(students_of(count))
    ]
    pages = paper.pages_of(draw(students, where=where))
    assert len(pages) <= sheets
    for student, words in zip(students, rows_of(students, where), strict=True):
        assert student.name in words
        places = [words.index(name.replace("-", " ")) for name in picture_word(student.id)]
        assert places == sorted(places), "from left to right"
    signs = min(count, EMBLEMS)
    assert sum(len(paper.pictures_on(page)) for page in pages) == 3 * count + signs
    assert all(sized(page) > 5 for page in pages), "told apart at arm's length"


def test_every_sheet_says_whose_copy_it_is() -> None:
    for page in paper.pages_of(draw(students_of(70))):
        text = " ".join(page.get_textpage().get_text_range().split())
        assert COPY in text
        assert WARNS in text


def test_children_who_share_a_sign_are_told() -> None:
    kids = [Student("a", "Ava", emblem="fox"), Student("b", "Ben", emblem="bee"), Student("c", "Cleo", emblem="fox")]
    ava, ben, cleo = rows_of([*kids])
    assert "Cleo has this sign, too." in ava
    assert "Ava has this sign, too." in cleo
    assert "sign" not in ben
    assert "Cleo and Dee have this sign, too." in rows_of([*kids, Student("d", "Dee", emblem="fox")])[0]
    assert not any("sign" in row for row in rows_of([Student("a", "Ava"), Student("b", "Ben")])), "none has none alike"


def test_a_card_made_anew_shows_its_new_word() -> None:
    (row,) = rows_of([Student("a", "Ava", card=3)])
    assert all(name.replace("-", " ") in row for name in picture_word("a", 3))


def test_no_id_and_no_alias_is_in_the_file() -> None:
    students = students_of(10)
    pdf = draw(students)
    held, text = everything_in(pdf), paper.text_of(pdf)
    for student in students:
        for secret in (student.id, student.alias):
            assert secret.encode() not in held
            assert secret not in text


@pytest.mark.parametrize("letters", [USUAL, letters_of(early=True, larger=True)], ids=["usual", "early and larger"])
@pytest.mark.parametrize("count", [2, 31])
def test_nothing_stands_over_something_else(letters: Letters, count: int) -> None:
    long = [Student(f"long{at}", name, emblem="x") for at, name in enumerate(("W" * 60, "Max " * 9, "", "Nguyễn Thị"))]
    for page in paper.pages_of(draw([*students_of(count), *long], letters=letters)):
        assert paper.overlapping_letters(page) == []
        assert paper.letters_in_the_dead_border(page) == ""
        assert paper.darkest_in_the_dead_border(page) > 250


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_in_their_line(text: str) -> None:
    for page in paper.pages_of(draw([Student(text, text, emblem=text), Student("b", "Ben")], class_name=text)):
        assert paper.letters_in_the_dead_border(page) == ""


def test_it_is_the_same_twice_and_nothing_without_children() -> None:
    assert draw(students_of(3)) == draw(students_of(3))
    with pytest.raises(ValueError, match="nobody to list"):
        draw([])
