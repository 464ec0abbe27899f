import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date

import pypdfium2
import pytest

from board.mastery.audience import Audience
from board.mastery.curriculum import Level, Path, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.progress import Progress, progress_of
from board.mastery.seen import seen_path
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
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Document, Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture
from printables.takehome import takehome_pages
from printables.takehome.content import can_do, growing
from printables.takehome.plan import choose
from printables.takehome.words import ENGLISH, SPANISH, WORDS, Words

Draw = Callable[..., bytes]
UnitOf = Callable[..., Unit]
StudentsOf = Callable[[int], tuple[Student, ...]]
EarnedBy = Callable[..., Progress]

CONTENT = "0123456789abcdef" * 2
LETTERS = (USUAL, letters_of(larger=True), letters_of(early=True, larger=True))
AVA = Student("ava", "Ava <B> & Co.", emblem="emblem-3")


@pytest.fixture
def draw(pictures: Mapping[str, Picture], made: date) -> Draw:
    def pdf(
        unit: Unit,
        progress: Progress | None = None,
        students: tuple[Student, ...] = (AVA,),
        *,
        paper: Paper = Paper.A4,
        ink: Ink = Ink.COLOUR,
        letters: Letters = USUAL,
        language: str = "en",
        more: Iterable[Picture] = (),
    ) -> bytes:
        ready = {**pictures, **{picture.name: picture for picture in more}}
        style = Style(Surface(paper), made, ink, letters)
        paths = [seen_path(unit, one, progress or Progress(), Audience.STUDENT) for one in students]
        return takehome_pages(unit, paths, ready, style=style, language=language).pdf

    return pdf


@pytest.fixture
def rich(unit_of: UnitOf) -> Unit:
    """A unit whose steps say how they look and how they may be shown, in words no other step has."""
    unit = unit_of()
    return replace(unit, levels=tuple(_rich(level) for level in unit.levels))


def _rich(level: Level) -> Level:
    return replace(level, steps=tuple(map(_richer, level.steps)), boss=level.boss and _richer(level.boss))


def _richer(step: Step) -> Step:
    number = step.id.removeprefix("maths/s")
    return replace(step, criteria=(f"Seen {number}a", f"Seen {number}b"), ways=(f"Way {number}a", f"Way {number}b"))


def facts_of(*marks: tuple[Kind, Step, str]) -> Progress:
    return progress_of(
        Fact(f"f{at}", at, "d", "2026-09-01T09:00:00+00:00", "t", kind, AVA.id, step.id, note=note or None)
        for at, (kind, step, note) in enumerate(marks, 1)
    )


def mastered(steps: Iterable[Step]) -> list[tuple[Kind, Step, str]]:
    return [(Kind.MASTERED, step, "") for step in steps]


def test_each_child_has_one_standing_page_of_its_own(
    draw: Draw, rich: Unit, students_of: StudentsOf, earned_by: EarnedBy
) -> None:
    students = students_of(3)
    pdf = draw(rich, earned_by(students, rich.spots[:7]), students)
    pages = pages_of(pdf)
    assert len(pages) == 3
    for page, student in zip(pages, students, strict=True):
        assert page.get_height() > page.get_width()
        text = page.get_textpage().get_text_bounded()
        assert student.name in text
        assert all(other.name not in text for other in students if other is not student)


@pytest.mark.parametrize("words", WORDS.values())
def test_every_part_is_there_in_the_language_of_the_family(draw: Draw, rich: Unit, words: Words) -> None:
    tip = (Kind.KEEP_WORKING, rich.spots[1], "use the <cubes> & go slowly")
    text = text_of(draw(rich, facts_of(*mastered(rich.spots[:1]), tip), language=words.language))
    for part in (words.can, words.growing, words.home, words.ways, words.looks, words.tried, words.noticed, words.back):
        assert part in text
    assert words.tip.format("use the <cubes> & go slowly") in text
    assert "I can do 0" in text  # the unit speaks as its teacher wrote it
    assert AVA.name in text


def test_a_spanish_page_is_dated_and_marked_as_spanish(draw: Draw, rich: Unit) -> None:
    pdf = draw(rich, language="es")
    assert "22 de noviembre de 2026" in text_of(pdf)
    assert b"/Lang (es)" in pdf
    english = draw(rich)
    assert "22 November 2026" in text_of(english)
    assert b"/Lang (en)" in english


def test_no_language_lacks_words_or_borrows_those_of_another() -> None:
    for part in fields(Words):
        english, spanish = getattr(ENGLISH, part.name), getattr(SPANISH, part.name)
        assert english != spanish
        assert english.count("{}") == spanish.count("{}")
        assert spanish.count("¡") == spanish.count("!")
        assert spanish.count("¿") == spanish.count("?")


def test_the_newest_stickers_come_first_and_that_there_are_more_is_said_without_a_count(draw: Draw, rich: Unit) -> None:
    marks = mastered(rich.spots[:9])
    text = text_of(draw(rich, facts_of(*marks)))
    shown = [f"I can do {number}" for number in (8, 7, 6, 5, 4, 3, 2, 1)]
    assert sorted(shown, key=text.index) == shown
    assert "I can do 0" not in text
    assert ENGLISH.newest in text
    assert ENGLISH.newest not in text_of(draw(rich, facts_of(*marks[:8])))


def test_the_childs_own_picture_is_on_its_page_with_its_words(
    draw: Draw, rich: Unit, pictures: Mapping[str, Picture]
) -> None:
    step = rich.spots[0]
    at = ("d", "2026-09-01T09:00:00+00:00", "")
    added = Fact("art", 900, *at, Kind.PICTURE_ADDED, AVA.id, note="a [fish]", evidence=(CONTENT,))
    placed = Fact("put", 901, *at, Kind.PICTURE_PLACED, AVA.id, step.id, of="art")
    progress = facts_of(*mastered([step])).after([added, placed])
    own = Picture(Face(CONTENT).name, pictures["badge-19"].jpeg)
    pdf = draw(rich, progress, more=[own])
    assert own.jpeg in pdf
    assert "My picture shows a [fish]" in text_of(pdf)
    assert "Mi dibujo muestra a [fish]" in text_of(draw(rich, progress, more=[own], language="es"))


def test_what_the_child_is_at_grows_before_what_it_may_begin(draw: Draw, rich: Unit) -> None:
    steps = rich.levels[0].steps
    text = text_of(draw(rich, facts_of((Kind.READY, steps[3], ""), (Kind.PRACTISING, steps[2], ""))))
    grown = ["I can do 2", "I can do 3", "I can do 0"]
    assert sorted(grown, key=text.index) == grown
    assert "I can do 1" not in text
    assert "Seen 3a" in text
    assert "Way 3b" in text


def test_an_own_version_shows_its_own_criteria_before_and_after_it_is_mastered(draw: Draw, rich: Unit) -> None:
    step, own = rich.spots[0], "counts five bears with a friend"
    working = text_of(draw(rich, facts_of((Kind.OWN_VERSION, step, own))))
    assert own in working
    assert "Seen 0a" not in working
    assert f"My own version: {own}" in text_of(draw(rich, facts_of((Kind.OWN_VERSION, step, own), *mastered([step]))))


def test_the_last_tip_is_told_until_the_step_is_mastered(draw: Draw, rich: Unit) -> None:
    step = rich.spots[0]
    marks = [
        (Kind.KEEP_WORKING, step, "an older tip"),
        (Kind.KEEP_WORKING, step, "the newest tip"),
        (Kind.READY, step, ""),
    ]
    text = text_of(draw(rich, facts_of(*marks)))
    assert "A tip for me: the newest tip" in text
    assert "older" not in text
    assert "tip for me" not in text_of(draw(rich, facts_of(*marks, *mastered([step]))))


def test_what_is_not_in_the_plan_or_opens_later_is_not_on_the_page(draw: Draw, rich: Unit) -> None:
    text = text_of(
        draw(rich, facts_of((Kind.EXCUSED, rich.spots[0], ""), (Kind.KEEP_WORKING, rich.spots[1], "slowly")))
    )
    assert "I can do 0" not in text
    assert "Seen 0a" not in text
    boss, later = rich.levels[0].boss, rich.levels[1].steps[0]
    assert boss is not None
    assert boss.i_can not in text
    assert later.i_can not in text


def test_a_child_without_a_sticker_reads_something_warm_and_no_empty_list(draw: Draw, rich: Unit) -> None:
    for words in WORDS.values():
        text = text_of(draw(rich, language=words.language))
        assert words.first in text
        assert words.newest not in text
        assert "I can do 0" in text


def test_a_child_who_has_shown_everything_is_celebrated_and_asked_to_show_it_to_somebody(
    draw: Draw, rich: Unit
) -> None:
    marks = mastered(rich.spots[:-1])
    for words in WORDS.values():
        text = text_of(draw(rich, facts_of(*marks, (Kind.EXCUSED, rich.spots[-1], "")), language=words.language))
        assert words.done in text
        assert words.show_to in text
        assert words.home not in text
        assert words.done not in text_of(draw(rich, facts_of(*marks), language=words.language))


def test_where_all_that_is_left_opens_later_nothing_is_claimed(draw: Draw) -> None:
    shut = Step("u/b", "B", "I can b.", needs=("u/gone",))
    unit = Unit("u", "Shut", (Level("u/l", "L", (Step("u/a", "A", "I can a."), shut)),))
    text = text_of(draw(unit, facts_of(*mastered(unit.spots[:1]))))
    assert ENGLISH.soon in text
    assert ENGLISH.done not in text


def test_a_step_that_says_nothing_about_itself_still_says_what_to_do(draw: Draw, unit_of: UnitOf) -> None:
    for words in WORDS.values():
        assert words.ask in text_of(draw(unit_of(), language=words.language))


def test_nothing_about_the_class_and_no_count_is_on_the_page(
    draw: Draw, rich: Unit, students_of: StudentsOf, earned_by: EarnedBy
) -> None:
    ava, *others = students_of(5)
    alone = earned_by((ava,), rich.spots[:6])
    together = alone.after(
        Fact(f"x{at}", 500 + at, "d", "2026-09-02T09:00:00+00:00", "", Kind.MASTERED, other.id, step.id)
        for at, (other, step) in enumerate(itertools.product(others, rich.spots))
    )
    assert draw(rich, alone, (ava,)) == draw(rich, together, (ava,))
    text = text_of(draw(rich, alone, (ava,)))
    for forbidden in ("%", " of ", "stickers so far", "late", "missing", "behind", "September", "2026-09"):
        assert forbidden not in text.replace(ENGLISH.soon, "")


def hostile() -> tuple[Unit, Progress]:
    """Texts as long as can be: words without spaces, and spaces without end."""
    steps = [
        Step(
            f"h/{at}",
            "W" * 60,
            "I can " + ("W" * 300 if at % 2 else "words " * 80),
            criteria=("W" * 200, "seen " * 60) * 3,
            ways=("W" * 200, "way " * 60) * 3,
        )
        for at in range(18)
    ]
    levels = tuple(Level(f"h/l{at}", "W" * 60, tuple(steps[at : at + 6])) for at in (0, 6, 12))
    marks = [(Kind.OWN_VERSION, step, "own " * 90) for step in steps[:2]]
    marks += mastered(steps[:9])
    marks += [(Kind.KEEP_WORKING, step, "tip " * 200) for step in steps[9:]]
    return Unit("h", "W" * 90, levels, path=Path.OPEN), facts_of(*marks)


@pytest.mark.parametrize(
    ("paper", "ink", "letters"),
    [
        (Paper.A4, Ink.COLOUR, USUAL),
        (Paper.A4, Ink.SAVER, LETTERS[1]),
        (Paper.LETTER, Ink.BLANK, LETTERS[2]),
        (Paper.LETTER, Ink.COLOUR, USUAL),
    ],
)
def test_texts_of_any_length_stay_clear_of_each_other_on_one_page_or_two_in_larger_type(
    draw: Draw, paper: Paper, ink: Ink, letters: Letters
) -> None:
    unit, progress = hostile()
    children = tuple(replace(AVA, name=name) for name in ("W" * 60, "<i>Zoë</i> שלום 😀", ""))
    pages = pages_of(draw(unit, progress, children, paper=paper, ink=ink, letters=letters, language="es"))
    assert len(pages) == (6 if letters.size > 1 else 3)
    for page in pages:
        assert overlapping_letters(page) == []
        assert letters_in_the_dead_border(page) == ""
        assert darkest_in_the_dead_border(page) > 250


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("language", sorted(WORDS))
def test_larger_type_tells_as_much_as_usual_on_a_second_page_where_it_needs_one(
    draw: Draw, rich: Unit, paper: Paper, language: str
) -> None:
    talkative = replace(rich, levels=tuple(_talkative(level) for level in rich.levels))
    progress = facts_of(*mastered(rich.spots[:11]))
    pdf = draw(talkative, progress, paper=paper, letters=letters_of(larger=True), language=language)
    text, words = text_of(pdf), WORDS[language]
    assert len(pages_of(pdf)) == 2
    for number, page in enumerate(pages_of(pdf), 1):
        assert words.page.format(number, 2) in page.get_textpage().get_text_bounded()
    for part in (words.newest, words.pick, words.back):
        assert part in text
    for number in range(3, 11):
        assert f"I can do {number}" in text
    grown = growing(seen_path(talkative, AVA, progress, Audience.STUDENT))[:3]
    assert grown
    for said in (point for each in grown for point in (*each.ways[:3], *each.looks)):
        assert said in text
    assert len(pages_of(draw(rich, letters=letters_of(larger=True)))) == 1


def _talkative(level: Level) -> Level:
    def more(step: Step) -> Step:
        said = "with a friend and then with things from the kitchen"
        ways = tuple(f"{way} {said}" for way in (*step.ways, f"Way {step.id[7:]}c"))
        return replace(step, ways=ways, criteria=tuple(f"{seen} {said}" for seen in step.criteria))

    return replace(level, steps=tuple(map(more, level.steps)), boss=level.boss and more(level.boss))


def test_lists_grow_shorter_before_type_grows_small_and_type_is_never_under_nine_points(made: date, rich: Unit) -> None:
    page = Document(Style(Surface(Paper.LETTER), made), title="", subject="")
    long, progress = hostile()
    path = seen_path(long, AVA, progress, Audience.STUDENT)
    cans, grown = can_do(path, ENGLISH), growing(path)
    plan = choose(page, cans, grown, ENGLISH, 440)
    assert plan.size == page.type(11)
    assert len(plan.entries) < 8
    assert len(plan.panels) < 3
    assert choose(page, cans, grown, ENGLISH, 10).size >= 9
    few = choose(page, (), growing(seen_path(rich, AVA, Progress(), Audience.STUDENT)), ENGLISH, 440)
    assert few.size == page.type(13)


def test_larger_type_is_larger(draw: Draw, rich: Unit) -> None:
    def height(letters: Letters) -> float:
        page = pages_of(draw(rich, letters=letters))[0]
        return max(letter.box.height for letter in letters_on(page) if letter.char == "y")

    assert height(letters_of(larger=True)) > 1.1 * height(USUAL)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_each_saving_takes_less_ink_and_a_blank_page_leaves_room_for_real_stickers(
    draw: Draw, rich: Unit, paper: Paper
) -> None:
    progress = facts_of(*mastered(rich.spots[:6]))
    pages = [pages_of(draw(rich, progress, paper=paper, ink=ink))[0] for ink in Ink]
    colour, saver, blank = map(ink_of, pages)
    assert blank < saver < colour
    assert [len(pictures_on(page)) for page in pages] == [7, 7, 1]  # the child's sign is always there


def test_the_file_says_what_it_is_and_names_nobody(draw: Draw, rich: Unit) -> None:
    pdf = draw(rich, language="es")
    told = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert told["Title"] == "Mi página para la casa: Number Explorers"
    assert told["Subject"] == SPANISH.subject
    assert "Ava" not in str(told)
    assert b"/PrintScaling" not in pdf


def test_the_same_page_is_the_same_file(draw: Draw, rich: Unit) -> None:
    progress = facts_of(*mastered(rich.spots[:1]))
    assert draw(rich, progress) == draw(rich, progress)


def test_what_cannot_be_printed_is_said(draw: Draw, rich: Unit) -> None:
    with pytest.raises(ValueError, match="en or es; choose one of them instead of xx"):
        draw(rich, language="xx")
    with pytest.raises(ValueError, match="nobody to print for"):
        draw(rich, students=())
    with pytest.raises(ValueError, match="no steps yet"):
        draw(Unit("u", "Empty", ()))
