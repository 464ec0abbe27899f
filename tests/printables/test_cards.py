import itertools
from typing import Any

import pypdfium2.raw as pdfium
import pytest

import paper_reading as paper
from board.mastery.curriculum import Level, Step, Unit
from hostile import HOSTILE
from page_builders import MADE, PICTURES, unit_of
from printables.cards.plan import LOOKS_LIKE, WAYS
from printables.cards.sheets import BOSS, i_can_cards
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import MM, Paper, Surface

BOTH = (Paper.A4, Paper.LETTER)
AIR = 6 * MM


def step(name: str, *, criteria: int = 3, ways: int = 4, letters: int = 40) -> Step:
    """A step with so many criteria and ways of so many letters, each of them told from all others by its first word."""
    filled = ("with some more words " * 12)[:letters]
    return Step(
        f"maths/{name}",
        f"Title{name}",
        f"I can do {name} with my friends.",
        criteria=tuple(f"Look{name}{at} {filled}".rstrip() for at in range(criteria)),
        ways=tuple(f"Way{name}{at} {filled}".rstrip() for at in range(ways)),
        badge="badge-1",
    )


def unit(*steps: Step, boss: Step | None = None) -> Unit:
    return Unit("maths", "Number Explorers", (Level("maths/l", "Count", steps, boss=boss),))


def draw(
    unit: Unit, *, paper: Paper = Paper.A4, ink: Ink = Ink.COLOUR, letters: Letters = USUAL, sheets: int = 1
) -> bytes:
    return i_can_cards(unit, unit.spots, PICTURES, style=Style(Surface(paper, sheets), MADE, ink, letters)).pdf


def cards_on(page: Any, air: float) -> list[paper.Box]:
    """The cards of a sheet without the air at their edges, row by row: four where it stands, two where it lies."""
    width, height = page.get_size()
    wide, high = width / 2, height / 2 if height > width else height
    return [
        paper.Box(left + air, bottom + air, left + wide - air, bottom + high - air)
        for bottom in ((high, 0) if height > width else (0,))
        for left in (0, wide)
    ]


def cut_lines(page: Any) -> list[paper.Box]:
    return [box for box in paper.shapes_on(page) if min(box.width, box.height) < 2 and max(box.width, box.height) > 300]


def words_of(page: Any, card: paper.Box) -> str:
    return " ".join(page.get_textpage().get_text_bounded(*card).split())


def type_sizes(page: Any) -> set[float]:
    text = page.get_textpage()
    return {round(pdfium.FPDFText_GetFontSize(text, at), 1) for at in range(text.count_chars())} - {0, 1}


def test_each_card_says_its_step_what_it_looks_like_and_ways_to_show_it() -> None:
    made = unit(step("A"), step("B"), step("C"), boss=step("D"))
    (page,) = paper.pages_of(draw(made))
    for each, card in zip(made.spots, cards_on(page, 0), strict=True):
        words = words_of(page, card)
        for said in (each.title, each.i_can, LOOKS_LIKE, *each.criteria, WAYS, *each.ways, "1", "Count"):
            assert said in words


def test_only_the_boss_is_called_so_and_has_more_around_its_picture() -> None:
    (page,) = paper.pages_of(draw(unit(step("A"), boss=step("B"))))
    cards = cards_on(page, 0)
    assert [BOSS in words_of(page, card) for card in cards[:2]] == [False, True]
    shapes = [sum(box.within(card) for box in paper.shapes_on(page)) for card in cards[:2]]
    assert shapes[1] > shapes[0] + 16


def test_each_card_has_the_number_of_its_level() -> None:
    pages = paper.pages_of(draw(unit_of(12, 1, bosses=False)))
    assert len(pages) == 3
    assert "12 Level 12" in words_of(pages[2], cards_on(pages[2], 0)[3])


@pytest.mark.parametrize("where", BOTH)
@pytest.mark.parametrize("ink", list(Ink))
@pytest.mark.parametrize("letters", [USUAL, letters_of(early=True, larger=True)], ids=["usual", "early and larger"])
def test_everything_stays_inside_its_card_with_air_to_the_cut(where: Paper, ink: Ink, letters: Letters) -> None:
    made = unit(step("A", letters=0), step("B"), step("C", criteria=6, letters=90), boss=step("D"))
    for page in paper.pages_of(draw(made, paper=where, ink=ink, letters=letters)):
        assert paper.overlapping_letters(page) == []
        assert paper.letters_in_the_dead_border(page) == ""
        assert paper.darkest_in_the_dead_border(page) > 250
        cards, cuts = cards_on(page, AIR), cut_lines(page)
        drawn = [*(letter.box for letter in paper.letters_on(page)), *paper.pictures_on(page)]
        drawn += [box for box in paper.shapes_on(page) if box not in cuts]
        assert drawn
        assert all(any(box.within(card) for card in cards) for box in drawn)


@pytest.mark.parametrize("where", list(Paper))
def test_the_sheet_is_cut_exactly_in_its_middles(where: Paper) -> None:
    (page,) = paper.pages_of(draw(unit(step("A")), paper=where))
    upright, level = sorted(cut_lines(page), key=lambda box: box.width)
    width, height = page.get_size()
    assert upright.middle == pytest.approx((width / 2, height / 2), abs=0.01)
    assert level.middle == pytest.approx((width / 2, height / 2), abs=0.01)


@pytest.mark.parametrize("where", BOTH)
def test_a_ring_goes_through_the_upper_left_corner_of_each_card(where: Paper) -> None:
    (page,) = paper.pages_of(draw(unit(step("A"), step("B"), step("C"), step("D")), paper=where))
    for card in cards_on(page, 0):
        hole = paper.Box(card.left + 10 * MM, card.top - 16 * MM, card.left + 16 * MM, card.top - 10 * MM)
        assert any(box == pytest.approx(hole, abs=1) for box in paper.shapes_on(page))
        assert not any(box.shared(hole) for box in paper.pictures_on(page))
        assert not any(letter.box.shared(hole) for letter in paper.letters_on(page))


def test_cards_are_alike_where_no_step_has_more_to_say() -> None:
    (page,) = paper.pages_of(draw(unit(step("A"), step("B", ways=2), step("C"), step("D", criteria=1))))
    widths = {round(box.width, 1) for box in paper.pictures_on(page)}
    assert len(widths) == 1
    assert widths.pop() > 40 * MM


@pytest.mark.parametrize("where", BOTH)
@pytest.mark.parametrize("early", [False, True])
def test_in_larger_type_there_are_two_cards_on_a_sheet_and_all_they_say_is_much_larger(
    where: Paper, early: bool
) -> None:
    made = unit(step("A"), step("B"), boss=step("D", criteria=4))
    usual = paper.pages_of(draw(made, paper=where, letters=letters_of(early=early)))
    larger = paper.pages_of(draw(made, paper=where, letters=letters_of(early=early, larger=True)))
    assert [len(usual), len(larger)] == [1, 2]
    assert all(page.get_width() > page.get_height() for page in larger)
    for at in range(3):
        page = larger[at // 2]
        small, large = sizes_of(usual[0], cards_on(usual[0], 0)[at]), sizes_of(page, cards_on(page, 0)[at % 2])
        assert all(big >= 1.35 * little for little, big in zip(small, large, strict=True))


def sizes_of(page: Any, card: paper.Box) -> list[float]:
    """Type sizes of a card's sentence and of what stands under it, by the heights of their letters."""
    heights: dict[str, float] = {}
    for letter in paper.letters_on(page, card):
        if letter.char in "IL":
            heights[letter.char] = max(heights.get(letter.char, 0.0), letter.box.height)
    return [heights["I"], heights["L"]]


@pytest.mark.parametrize("criteria", [1, 3, 5])
def test_letters_for_early_readers_are_no_smaller_than_usual_ones(criteria: int) -> None:
    made = unit(step("A", criteria=criteria), step("B", criteria=criteria, letters=70))
    usual, early = (paper.pages_of(draw(made, letters=letters_of(early=early)))[0] for early in (False, True))
    for card in cards_on(usual, 0)[:2]:
        small, large = text_sizes(usual, card), text_sizes(early, card)
        assert large == pytest.approx(small, abs=0.05)


def text_sizes(page: Any, card: paper.Box) -> list[float]:
    """The type sizes of a card, smallest first."""
    text = page.get_textpage()
    places = range(text.count_chars())
    inside = [at for at in places if paper.Box(*text.get_charbox(at)).shared(card) > 0]
    return sorted({round(pdfium.FPDFText_GetFontSize(text, at), 2) for at in inside} - {0, 1})


def test_no_card_is_begun_for_a_line_or_two() -> None:
    begun = 0
    for letters in range(60, 160, 10):
        made = unit(step("Much", criteria=6, ways=4, letters=letters))
        (page,) = paper.pages_of(draw(made))
        for card in cards_on(page, 0)[1:]:
            words = words_of(page, card)
            begun += bool(words)
            assert not words or words.count("Way") + words.count("Look") > 2 + words.count(WAYS) + words.count(
                LOOKS_LIKE
            )
    assert begun


def test_a_step_with_too_much_to_say_goes_on_on_further_cards_and_loses_nothing() -> None:
    much = step("Much", criteria=10, ways=6, letters=200)
    pages = paper.pages_of(draw(unit(much, step("Next"))))
    cards = [words_of(page, card) for page in pages for card in cards_on(page, 0)]
    told = [words for words in cards if much.i_can in words]
    assert len(told) > 1
    for part, words in enumerate(told[1:], start=2):
        assert f"{much.title} ({part})" in words
    assert "TitleNext" in cards[len(told)]
    for said in (*much.criteria, *much.ways):
        assert any(said in words for words in told)
    assert all(LOOKS_LIKE in words or WAYS in words for words in told)
    assert min(size for page in pages for size in type_sizes(page)) >= 6.2
    body = [size for size in type_sizes(pages[0]) if size > 7]
    assert min(body) >= 7.5


def test_one_step_with_much_to_say_does_not_make_the_others_small() -> None:
    few = [step(name, criteria=1, ways=1) for name in "ABCDEFG"]
    alone = paper.pictures_on(paper.pages_of(draw(unit(*few)))[0])[0]
    beside = paper.pictures_on(paper.pages_of(draw(unit(*few, step("Much", criteria=10, letters=200))))[0])[0]
    assert beside.width == pytest.approx(alone.width, abs=0.1)


@pytest.mark.parametrize(("text", "where"), list(zip(HOSTILE, itertools.cycle(BOTH), strict=False)))
def test_hostile_texts_stay_on_their_card(where: Paper, text: str) -> None:
    meant = Step("maths/h", text, text, criteria=(text, "Fine"), ways=(text,))
    made = Unit("maths", text, (Level("maths/l", text, (meant,), boss=Step("maths/b", text, "")),))
    for page in paper.pages_of(draw(made, paper=where))[:3]:
        cards = cards_on(page, AIR)
        assert all(any(letter.box.within(card) for card in cards) for letter in paper.letters_on(page))


def test_with_blank_ink_children_draw_their_own_badge() -> None:
    made = unit(step("A"), boss=step("B"))
    blank, saver = draw(made, ink=Ink.BLANK), draw(made, ink=Ink.SAVER)
    (page,) = paper.pages_of(blank)
    assert paper.pictures_on(page) == []
    assert paper.text_of(blank).count("draw your own badge here") == 2
    assert "draw your own" not in paper.text_of(saver)


def test_saving_ink_takes_less_of_it() -> None:
    made = unit(step("A"), step("B"), step("C"), boss=step("D"))
    colour, saver, blank = (paper.ink_of(paper.pages_of(draw(made, ink=ink))[0]) for ink in Ink)
    assert blank < saver < colour


def test_larger_type_is_larger() -> None:
    made = unit(step("A", letters=0))
    usual, larger = (paper.pages_of(draw(made, letters=letters_of(larger=larger)))[0] for larger in (False, True))
    assert max(type_sizes(larger)) > 1.15 * max(type_sizes(usual))
    assert min(type_sizes(larger)) >= min(type_sizes(usual))


def test_the_file_says_what_it_is_and_comes_out_the_same_twice() -> None:
    made = unit(step("A"))
    pdf = draw(made)
    assert pdf == draw(made)
    assert b"/Lang (en)" in pdf
    assert b"/PrintScaling" not in pdf
    document = paper.pages_of(pdf)[0].pdf
    assert document.get_metadata_value("Title") == "I can cards · Number Explorers"


def test_without_steps_there_are_no_cards() -> None:
    with pytest.raises(ValueError, match="Number Explorers has no steps"):
        draw(unit())


def test_cards_can_be_as_large_as_a_poster() -> None:
    assert len(paper.pages_of(draw(unit(step("A")), sheets=2))) == 4
