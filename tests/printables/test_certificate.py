import itertools
import math
from collections.abc import Sequence

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.audience import Earned
from board.mastery.awards import Award, awards_of
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.reasons import Finished
from board.words.reasons import finished_reason
from page_builders import MADE, PICTURES, earned_by, students_of, unit_of
from paper_reading import (
    darkest_in_the_dead_border,
    ink_of,
    letters_in_the_dead_border,
    letters_on,
    overlapping_letters,
    pages_of,
    pictures_on,
    text_of,
)
from printables.certificate.pages import KIND, SHOW_TO, TITLE, certificates
from printables.certificate.wreath import wreath_of
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture

ADULTS = {"t": "Ms. Rivera"}
CONTENT = "0123456789abcdef" * 2
LETTERS = (USUAL, letters_of(larger=True), letters_of(early=True, larger=True))


def draw(
    unit: Unit,
    awards: Sequence[Award],
    *,
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
    class_name: str = "Room 12",
) -> bytes:
    style = Style(Surface(paper), MADE, ink, letters)
    reasons = [finished_reason(award.why) for award in awards]
    return certificates(unit, awards, reasons, PICTURES, class_name=class_name, style=style).pdf


@pytest.fixture
def awards() -> tuple[Unit, tuple[Award, ...]]:
    """Two children who finished two levels each."""
    unit, students = unit_of(), students_of(2)
    progress = earned_by(students, unit.spots[:10])
    return unit, awards_of(unit, students, progress, ADULTS)


def hostile_awards() -> tuple[Unit, tuple[Award, ...]]:
    """Names, titles and sentences as long as can be, few stickers and many, none of whose pictures is there."""
    levels, made = [], []
    names = ("W" * 60, "Maximiliana-Alexandra von Hohenstein-Württemberg de la Cruz", "<b>Zoë</b> & 😀 שלום", "", "Li")
    for at, (name, count) in enumerate(zip(names, (31, 9, 3, 1, 0), strict=True)):
        steps = tuple(Step(f"u/{at}-{one}", "W" * 60, f"I can {'W' * 200} {one}.") for one in range(count))
        boss = (
            None if at == 3 else Step(f"u/{at}-boss", "A very long title " * 4, "I can " + "do many things and " * 20)
        )
        level = Level(f"u/{at}", "W" * 60 if at % 2 else "Count", steps, boss=boss)
        levels.append(level)
        *others, hero = map(Earned, level.spots)
        made.append(
            Award(
                Student("s", name),
                level,
                hero,
                tuple(others),
                "W" * 200,
                tuple(step.i_can for step in level.spots),
                Finished(level, Step("u/last", "W" * 60, "")),
                tuple(f"Ms. {'Longname ' * 5}{one}" for one in range(at * 2)),
            )
        )
    return Unit("u", "W" * 60, tuple(levels)), tuple(made)


def test_each_award_has_a_lying_page_with_its_words(awards: tuple[Unit, tuple[Award, ...]]) -> None:
    unit, given_out = awards
    given_out = tuple(award._replace(checked_by=("Ms. Rivera", "Mr. Okafor", "Ms. Lee")) for award in given_out)
    pdf = draw(unit, given_out)
    pages = pages_of(pdf)
    assert len(pages) == len(given_out) == 4
    for page, award in zip(pages, given_out, strict=True):
        assert page.get_width() > page.get_height()
        text = " ".join(page.get_textpage().get_text_bounded().split())
        for words in (
            TITLE,
            KIND,
            award.student.name,
            award.level.title,
            finished_reason(award.why),
            *award.shown,
            award.hero.step.title,
        ):
            assert words in text
        assert "Checked by Ms. Rivera, Mr. Okafor and Ms. Lee" in text
        assert SHOW_TO in text
        assert "Room 12 · Number Explorers" in text
        assert "22 November 2026" in text


def test_whoever_judged_without_a_name_leaves_a_line_to_sign(awards: tuple[Unit, tuple[Award, ...]]) -> None:
    unit, given_out = awards
    text = text_of(draw(unit, [given_out[0]._replace(checked_by=())]))
    assert "Checked by" not in text
    assert "My teacher" in text


def test_the_boss_in_the_childs_own_picture_is_the_largest_and_all_others_lie_around_it() -> None:
    unit, (ava,) = unit_of(1, 5), students_of(1)
    boss = unit.levels[0].boss
    assert boss is not None
    at = ("tablet", "2026-09-01T09:00:00+00:00", "")
    added = Fact("art", 900, *at, Kind.PICTURE_ADDED, ava.id, note="a <train> & 12 wagons", evidence=(CONTENT,))
    placed = Fact("put", 901, *at, Kind.PICTURE_PLACED, ava.id, boss.id, of="art")
    progress = earned_by((ava,), unit.spots).after([added, placed])
    (award,) = awards_of(unit, (ava,), progress, ADULTS)
    own = Picture(Face(CONTENT).name, PICTURES["badge-19"].jpeg)
    style = Style(Surface(Paper.A4), MADE)
    pdf = certificates(
        unit, [award], ["It is finished."], {**PICTURES, own.name: own}, class_name="Room 12", style=style
    ).pdf
    assert own.jpeg in pdf
    assert PICTURES[boss.badge].jpeg not in pdf
    assert "My picture shows a <train> & 12 wagons" in text_of(pdf)
    found = sorted(pictures_on(pages_of(pdf)[0]), key=lambda box: box.width)
    assert len(found) == 5
    assert found[-1].width > 1.5 * found[-2].width
    assert all(found[-1].shared(other) == 0 for other in found[:-1])


def test_a_blank_one_leaves_room_for_real_stickers_and_for_words(awards: tuple[Unit, tuple[Award, ...]]) -> None:
    unit, given_out = awards
    blank = draw(unit, [given_out[0]._replace(caption="a fish")], ink=Ink.BLANK)
    assert pictures_on(pages_of(blank)[0]) == []
    assert "My picture shows" in text_of(blank)
    assert "a fish" not in text_of(blank)


def test_each_saving_takes_less_ink(awards: tuple[Unit, tuple[Award, ...]]) -> None:
    unit, given_out = awards
    colour, saver, blank = (ink_of(pages_of(draw(unit, given_out[:1], ink=ink))[0]) for ink in Ink)
    assert blank < saver < colour


def test_larger_type_is_larger(awards: tuple[Unit, tuple[Award, ...]]) -> None:
    unit, given_out = awards

    def height(letters: Letters) -> float:
        page = pages_of(draw(unit, given_out[:1], letters=letters))[0]
        return max(letter.box.height for letter in letters_on(page) if letter.char == "c")  # of "I can"

    assert height(letters_of(larger=True)) > 1.15 * height(USUAL)


@pytest.mark.parametrize(
    ("paper", "ink", "letters"),
    [
        *((Paper.A4, ink, letters) for ink, letters in zip(Ink, LETTERS, strict=True)),
        *zip((Paper.LETTER, Paper.A3, Paper.TABLOID), Ink, reversed(LETTERS), strict=True),
    ],
)
def test_names_and_titles_of_any_length_stay_clear_of_each_other_and_of_the_edge(
    paper: Paper, ink: Ink, letters: Letters
) -> None:
    unit, given_out = hostile_awards()
    pages = pages_of(draw(unit, given_out, paper=paper, ink=ink, letters=letters, class_name="W" * 90))
    assert len(pages) == len(given_out)
    for page in pages:
        assert overlapping_letters(page) == []
        assert letters_in_the_dead_border(page) == ""
    assert darkest_in_the_dead_border(pages[0]) > 250


def test_where_sentences_are_too_many_the_steps_are_named() -> None:
    unit, students = unit_of(1, 40), students_of(1)
    given_out = awards_of(unit, students, earned_by(students, unit.spots), ADULTS)
    text = text_of(draw(unit, given_out))
    assert all(step.title in text for step in unit.spots)


@given(st.integers(0, 60))
def test_stickers_lie_around_the_hero_and_touch_nothing(count: int) -> None:
    wreath = wreath_of(count, 160)
    assert len(wreath.angles) == count
    assert wreath.hero <= 320
    places = [(wreath.radius * math.cos(angle), wreath.radius * math.sin(angle)) for angle in wreath.angles]
    for x, y in places:
        assert math.hypot(x, y) + wreath.across / 2 <= 160.01
        assert math.hypot(x, y) - wreath.across / 2 >= wreath.hero / 2
    for (x, y), (other_x, other_y) in itertools.pairwise(places):
        assert math.hypot(x - other_x, y - other_y) >= wreath.across


def test_the_file_says_what_it_is_and_names_nobody(awards: tuple[Unit, tuple[Award, ...]]) -> None:
    unit, given_out = awards
    pdf = draw(unit, given_out)
    told = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert told["Title"] == "Certificates for Number Explorers"
    assert told["Author"] == "Competency board"
    assert "Zoë" not in str(told)
    assert b"/Lang (en)" in pdf
    assert b"/PrintScaling" not in pdf


def test_it_tells_the_day_it_was_made_and_no_day_of_a_mark(awards: tuple[Unit, tuple[Award, ...]]) -> None:
    unit, given_out = awards
    text = text_of(draw(unit, given_out))
    assert "September" not in text
    assert "2026-09" not in text


def test_the_same_certificates_are_the_same_file(awards: tuple[Unit, tuple[Award, ...]]) -> None:
    assert draw(*awards) == draw(*awards)


def test_that_nobody_has_finished_a_level_is_said() -> None:
    with pytest.raises(ValueError, match=r"Nobody has finished a level of Number Explorers yet"):
        draw(unit_of(), ())
