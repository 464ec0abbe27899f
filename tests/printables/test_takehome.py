import itertools
from dataclasses import fields

import pypdfium2
import pytest

from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.pictures import Face
from page_builders import PICTURES, earned_by, students_of, unit_of
from paper_reading import (
    pages_of,
    text_of,
)
from printables.page.pictures import Picture
from printables.takehome.words import ENGLISH, SPANISH, WORDS, Words
from takehome_pages import AVA, RICH, draw, facts_of, mastered

CONTENT = "0123456789abcdef" * 2


def test_each_child_has_one_standing_page_of_its_own() -> None:
    students = students_of(3)
    pdf = draw(RICH, earned_by(students, RICH.spots[:7]), students)
    pages = pages_of(pdf)
    assert len(pages) == 3
    for page, student in zip(pages, students, strict=True):
        assert page.get_height() > page.get_width()
        text = page.get_textpage().get_text_bounded()
        assert student.name in text
        assert all(other.name not in text for other in students if other is not student)


@pytest.mark.parametrize("words", WORDS.values())
def test_every_part_is_there_in_the_language_of_the_family(words: Words) -> None:
    tip = (Kind.KEEP_WORKING, RICH.spots[1], "use the <cubes> & go slowly")
    text = text_of(draw(RICH, facts_of(*mastered(RICH.spots[:1]), tip), language=words.language))
    for part in (words.can, words.growing, words.home, words.ways, words.looks, words.tried, words.noticed, words.back):
        assert part in text
    assert words.tip.format("use the <cubes> & go slowly") in text
    assert "I can do 0" in text  # the unit speaks as its teacher wrote it
    assert AVA.name in text


def test_a_spanish_page_is_dated_and_marked_as_spanish() -> None:
    pdf = draw(RICH, language="es")
    assert "22 de noviembre de 2026" in text_of(pdf)
    assert b"/Lang (es)" in pdf
    english = draw(RICH)
    assert "22 November 2026" in text_of(english)
    assert b"/Lang (en)" in english


def test_no_language_lacks_words_or_borrows_those_of_another() -> None:
    for part in fields(Words):
        english, spanish = getattr(ENGLISH, part.name), getattr(SPANISH, part.name)
        assert english != spanish
        assert english.count("{}") == spanish.count("{}")
        assert spanish.count("¡") == spanish.count("!")
        assert spanish.count("¿") == spanish.count("?")


def test_the_newest_stickers_come_first_and_that_there_are_more_is_said_without_a_count() -> None:
    marks = mastered(RICH.spots[:9])
    text = text_of(draw(RICH, facts_of(*marks)))
    shown = [f"I can do {number}" for number in (8, 7, 6, 5, 4, 3, 2, 1)]
    assert sorted(shown, key=text.index) == shown
    assert "I can do 0" not in text
    assert ENGLISH.newest in text
    assert ENGLISH.newest not in text_of(draw(RICH, facts_of(*marks[:8])))


def test_the_childs_own_picture_is_on_its_page_with_its_words() -> None:
    step = RICH.spots[0]
    at = ("d", "2026-09-01T09:00:00+00:00", "")
    added = Fact("art", 900, *at, Kind.PICTURE_ADDED, AVA.id, note="a [fish]", evidence=(CONTENT,))
    placed = Fact("put", 901, *at, Kind.PICTURE_PLACED, AVA.id, step.id, of="art")
    progress = facts_of(*mastered([step])).after([added, placed])
    own = Picture(Face(CONTENT).name, PICTURES["badge-19"].jpeg)
    pdf = draw(RICH, progress, more=[own])
    assert own.jpeg in pdf
    assert "My picture shows a [fish]" in text_of(pdf)
    assert "Mi dibujo muestra a [fish]" in text_of(draw(RICH, progress, more=[own], language="es"))


def test_what_the_child_is_at_grows_before_what_it_may_begin() -> None:
    steps = RICH.levels[0].steps
    text = text_of(draw(RICH, facts_of((Kind.READY, steps[3], ""), (Kind.PRACTISING, steps[2], ""))))
    grown = ["I can do 2", "I can do 3", "I can do 0"]
    assert sorted(grown, key=text.index) == grown
    assert "I can do 1" not in text
    assert "Seen 3a" in text
    assert "Way 3b" in text


def test_an_own_version_shows_its_own_criteria_before_and_after_it_is_mastered() -> None:
    step, own = RICH.spots[0], "counts five bears with a friend"
    working = text_of(draw(RICH, facts_of((Kind.OWN_VERSION, step, own))))
    assert own in working
    assert "Seen 0a" not in working
    assert f"My own version: {own}" in text_of(draw(RICH, facts_of((Kind.OWN_VERSION, step, own), *mastered([step]))))


def test_the_last_tip_is_told_until_the_step_is_mastered() -> None:
    step = RICH.spots[0]
    marks = [
        (Kind.KEEP_WORKING, step, "an older tip"),
        (Kind.KEEP_WORKING, step, "the newest tip"),
        (Kind.READY, step, ""),
    ]
    text = text_of(draw(RICH, facts_of(*marks)))
    assert "A tip for me: the newest tip" in text
    assert "older" not in text
    assert "tip for me" not in text_of(draw(RICH, facts_of(*marks, *mastered([step]))))


def test_what_is_not_in_the_plan_or_opens_later_is_not_on_the_page() -> None:
    text = text_of(
        draw(RICH, facts_of((Kind.EXCUSED, RICH.spots[0], ""), (Kind.KEEP_WORKING, RICH.spots[1], "slowly")))
    )
    assert "I can do 0" not in text
    assert "Seen 0a" not in text
    boss, later = RICH.levels[0].boss, RICH.levels[1].steps[0]
    assert boss is not None
    assert boss.i_can not in text
    assert later.i_can not in text


def test_a_child_without_a_sticker_reads_something_warm_and_no_empty_list() -> None:
    for words in WORDS.values():
        text = text_of(draw(RICH, language=words.language))
        assert words.first in text
        assert words.newest not in text
        assert "I can do 0" in text


def test_a_child_who_has_shown_everything_is_celebrated_and_asked_to_show_it_to_somebody() -> None:
    marks = mastered(RICH.spots[:-1])
    for words in WORDS.values():
        text = text_of(draw(RICH, facts_of(*marks, (Kind.EXCUSED, RICH.spots[-1], "")), language=words.language))
        assert words.done in text
        assert words.show_to in text
        assert words.home not in text
        assert words.done not in text_of(draw(RICH, facts_of(*marks), language=words.language))


def test_where_all_that_is_left_opens_later_nothing_is_claimed() -> None:
    shut = Step("u/b", "B", "I can b.", needs=("u/gone",))
    unit = Unit("u", "Shut", (Level("u/l", "L", (Step("u/a", "A", "I can a."), shut)),))
    text = text_of(draw(unit, facts_of(*mastered(unit.spots[:1]))))
    assert ENGLISH.soon in text
    assert ENGLISH.done not in text


def test_a_step_that_says_nothing_about_itself_still_says_what_to_do() -> None:
    for words in WORDS.values():
        assert words.ask in text_of(draw(unit_of(), language=words.language))


def test_nothing_about_the_class_and_no_count_is_on_the_page() -> None:
    ava, *others = students_of(5)
    alone = earned_by((ava,), RICH.spots[:6])
    together = alone.after(
        Fact(f"x{at}", 500 + at, "d", "2026-09-02T09:00:00+00:00", "", Kind.MASTERED, other.id, step.id)
        for at, (other, step) in enumerate(itertools.product(others, RICH.spots))
    )
    assert draw(RICH, alone, (ava,)) == draw(RICH, together, (ava,))
    text = text_of(draw(RICH, alone, (ava,)))
    for forbidden in ("%", " of ", "stickers so far", "late", "missing", "behind", "September", "2026-09"):
        assert forbidden not in text.replace(ENGLISH.soon, "")


def test_the_file_says_what_it_is_and_names_nobody() -> None:
    pdf = draw(RICH, language="es")
    told = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert told["Title"] == "Mi página para la casa: Number Explorers"
    assert told["Subject"] == SPANISH.subject
    assert "Ava" not in str(told)
    assert b"/PrintScaling" not in pdf


def test_the_same_page_is_the_same_file() -> None:
    progress = facts_of(*mastered(RICH.spots[:1]))
    assert draw(RICH, progress) == draw(RICH, progress)


def test_what_cannot_be_printed_is_said() -> None:
    with pytest.raises(ValueError, match="en or es; choose one of them instead of xx"):
        draw(RICH, language="xx")
    with pytest.raises(ValueError, match="nobody to print for"):
        draw(RICH, students=())
    with pytest.raises(ValueError, match="no steps yet"):
        draw(Unit("u", "Empty", ()))
