from dataclasses import replace

import pytest

from board.mastery.audience import Audience
from board.mastery.curriculum import Level, Path, Step, Unit
from board.mastery.facts import Kind
from board.mastery.progress import Progress
from board.mastery.seen import seen_path
from page_builders import MADE
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
from printables.takehome.content import can_do, growing
from printables.takehome.plan import choose
from printables.takehome.words import ENGLISH, WORDS
from takehome_pages import AVA, LETTERS, RICH, draw, facts_of, mastered


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
    paper: Paper, ink: Ink, letters: Letters
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
def test_larger_type_tells_as_much_as_usual_on_a_second_page_where_it_needs_one(paper: Paper, language: str) -> None:
    talkative = replace(RICH, levels=tuple(_talkative(level) for level in RICH.levels))
    progress = facts_of(*mastered(RICH.spots[:11]))
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
    assert len(pages_of(draw(RICH, letters=letters_of(larger=True)))) == 1


def _talkative(level: Level) -> Level:
    def more(step: Step) -> Step:
        said = "with a friend and then with things from the kitchen"
        ways = tuple(f"{way} {said}" for way in (*step.ways, f"Way {step.id[7:]}c"))
        return replace(step, ways=ways, criteria=tuple(f"{seen} {said}" for seen in step.criteria))

    return replace(level, steps=tuple(map(more, level.steps)), boss=level.boss and more(level.boss))


def test_lists_grow_shorter_before_type_grows_small_and_type_is_never_under_nine_points() -> None:
    page = Document(Style(Surface(Paper.LETTER), MADE), title="", subject="")
    long, progress = hostile()
    path = seen_path(long, AVA, progress, Audience.STUDENT)
    cans, grown = can_do(path, ENGLISH), growing(path)
    plan = choose(page, cans, grown, ENGLISH, 440)
    assert plan.size == page.type(11)
    assert len(plan.entries) < 8
    assert len(plan.panels) < 3
    assert choose(page, cans, grown, ENGLISH, 10).size >= 9
    few = choose(page, (), growing(seen_path(RICH, AVA, Progress(), Audience.STUDENT)), ENGLISH, 440)
    assert few.size == page.type(13)


def test_larger_type_is_larger() -> None:
    def height(letters: Letters) -> float:
        page = pages_of(draw(RICH, letters=letters))[0]
        return max(letter.box.height for letter in letters_on(page) if letter.char == "y")

    assert height(letters_of(larger=True)) > 1.1 * height(USUAL)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_each_saving_takes_less_ink_and_a_blank_page_leaves_room_for_real_stickers(paper: Paper) -> None:
    progress = facts_of(*mastered(RICH.spots[:6]))
    pages = [pages_of(draw(RICH, progress, paper=paper, ink=ink))[0] for ink in Ink]
    colour, saver, blank = map(ink_of, pages)
    assert blank < saver < colour
    assert [len(pictures_on(page)) for page in pages] == [7, 7, 1]  # the child's sign is always there
