import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

import paper_reading as paper
from board.mastery.audience import Earned
from board.mastery.curriculum import Step
from board.mastery.pictures import WHOLE_DRAWING, Face
from board.mastery.proud import Proud
from hostile import HOSTILE
from page_builders import MADE, PICTURES, everything_in
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import MM, Paper, Surface
from printables.page.pictures import Picture
from printables.proud.plan import choose
from printables.proud.wall import TITLE, proud_wall

STEPS = [Step(f"maths/secret{at}x", f"Hush{at} title", f"I can {at}", badge=f"badge-{at}") for at in range(20)]
PILED_UP = "\u0316"
"""Marks upon marks are a matter of lettering, not of where a plate hangs."""


def child(number: int, stickers: int = 3, alias: str | None = None) -> Proud:
    chosen = tuple(Earned(STEPS[(number * 3 + at) % 20]) for at in range(stickers))
    return Proud(f"Comet{number}" if alias is None else alias, f"emblem-{number % 12}", chosen)


def class_of(count: int) -> list[Proud]:
    return [child(number, number % 4) for number in range(count)]


def draw(
    children: Sequence[Proud],
    *,
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
    sheets: int = 1,
    pictures: Mapping[str, Picture] = PICTURES,
    class_name: str = "Room 12",
) -> bytes:
    style = Style(Surface(paper, sheets), MADE, ink, letters)
    return proud_wall(children, pictures, class_name=class_name, style=style).pdf


def frames(page: Any) -> list[paper.Box]:
    """The outer frames of a page."""
    squares = [box for box in paper.shapes_on(page) if math.isclose(box.width, box.height, rel_tol=1e-3)]
    widest = max(box.width for box in squares)
    return [box for box in squares if box.width > 0.98 * widest]


def pictures_in(page: Any, frame: paper.Box) -> list[paper.Box]:
    return [box for box in paper.pictures_on(page) if box.within(frame)]


@pytest.mark.parametrize("sheets", [1, 2])
def test_the_file_holds_no_name_no_id_and_no_step(sheets: int) -> None:
    own = Face("0123456789abcdef" * 2, WHOLE_DRAWING)
    children = [*class_of(8), Proud("", "emblem-1", (Earned(STEPS[1], own),))]
    pdf = draw(children, sheets=sheets)
    held, text = everything_in(pdf), paper.text_of(pdf)
    assert b"Room 12" in held
    secrets = [each for step in STEPS for each in (step.id, step.title, step.title.split()[0], step.i_can, step.badge)]
    for secret in (*secrets, own.content, "emblem-1"):
        assert secret.encode() not in held
        assert secret.encode("utf-16-be") not in held
        assert secret not in text


def test_it_is_titled_and_holds_nothing_but_aliases() -> None:
    text = paper.text_of(draw(class_of(3)))
    for words in (TITLE, "Room 12", "22 November 2026", "Comet0", "Comet1", "Comet2"):
        assert words in text
    left = text
    for words in (TITLE, "Room 12 · our gallery", "22 November 2026", "Comet0", "Comet1", "Comet2"):
        left = left.replace(words, "")
    assert left.strip() == ""


@pytest.mark.parametrize("where", list(Paper))
def test_every_child_has_a_frame_of_the_same_size_with_pictures_in_it(where: Paper) -> None:
    (page,) = paper.pages_of(draw(class_of(24), paper=where))
    hung = frames(page)
    assert len(hung) == 24
    counts = sorted(len(pictures_in(page, frame)) for frame in hung)
    assert counts == sorted([1, 1, 2, 3] * 6)  # who has none shows the own sign
    assert not any(one.shared(other) for at, one in enumerate(hung) for other in hung[at + 1 :])


def test_one_two_and_three_pictures_fill_about_as_much_of_a_frame() -> None:
    (page,) = paper.pages_of(draw([child(0, 1), child(1, 2), child(2, 3)]))
    filled = {}
    for frame in frames(page):
        inside = pictures_in(page, frame)
        filled[len(inside)] = sum(box.area for box in inside) / frame.area
        for one, other in itertools.combinations(inside, 2):
            assert math.dist(one.middle, other.middle) > 0.99 * one.width
    assert sorted(filled) == [1, 2, 3]
    assert min(filled.values()) > 0.75 * max(filled.values())


def test_the_sign_of_each_child_hangs_under_its_frame() -> None:
    (page,) = paper.pages_of(draw(class_of(6)))
    hung = frames(page)
    outside = [box for box in paper.pictures_on(page) if not any(box.within(frame) for frame in hung)]
    assert len(outside) == 6
    for frame in hung:
        assert any(frame.left < sign.middle[0] < frame.right and sign.top < frame.bottom for sign in outside)


@pytest.mark.parametrize("where", list(Paper))
def test_the_sign_is_so_large_that_a_child_finds_it_from_afar(where: Paper) -> None:
    (page,) = paper.pages_of(draw([child(at, alias="") for at in range(24)], paper=where))
    hung = frames(page)
    signs = [box for box in paper.pictures_on(page) if not any(box.within(frame) for frame in hung)]
    assert len(signs) == 24
    assert all(sign.width > 0.26 * hung[0].width for sign in signs)  # drawn with a little air around it
    assert not any(sign.shared(frame) for sign in signs for frame in hung)


def test_the_order_of_the_children_leaves_no_trace() -> None:
    children = class_of(9)
    assert draw(children) == draw(children[::-1])


def test_a_changed_wall_comes_out_in_another_order() -> None:
    children = class_of(12)
    changed = [*children[:-1], children[-1]._replace(stickers=(Earned(STEPS[0]),))]
    orders = [
        [f"Comet{at}" for at in sorted(range(12), key=lambda at: _place(draw(wall), at))]
        for wall in (children, changed)
    ]
    assert sorted(orders[0]) == sorted(orders[1])
    assert orders[0] != orders[1]
    assert orders[0] != [child.alias for child in children]


def _place(pdf: bytes, number: int) -> int:
    return f"{paper.text_of(pdf)} ".index(f"Comet{number} ")


def test_with_blank_ink_the_frames_wait_for_the_real_drawings() -> None:
    (page,) = paper.pages_of(draw(class_of(6), ink=Ink.BLANK))
    hung = frames(page)
    assert len(hung) == 6
    assert not any(pictures_in(page, frame) for frame in hung)
    assert len(paper.pictures_on(page)) == 6


def test_saving_ink_takes_less_of_it() -> None:
    colour, saver, blank = (paper.ink_of(paper.pages_of(draw(class_of(12), ink=ink))[0]) for ink in Ink)
    assert blank < saver < colour


def test_a_child_with_neither_sign_nor_alias_is_greeted_with_a_smile() -> None:
    (page,) = paper.pages_of(draw([Proud("", "", ()), Proud("", "unknown", ())]))
    round_ones = [box for box in paper.shapes_on(page) if math.isclose(box.width, box.height, rel_tol=1e-2)]
    frame = frames(page)[0]
    assert any(0.5 * frame.width < box.width < 0.85 * frame.width for box in round_ones)
    assert draw([Proud("", "", ())]) != draw([Proud("", "emblem-1", ())])


@pytest.mark.parametrize("where", list(Paper))
@pytest.mark.parametrize("count", [1, 2, 7, 13, 30])
def test_a_class_hangs_on_one_page_inside_the_margins(where: Paper, count: int) -> None:
    letters = letters_of(early=count % 2 == 0, larger=count > 7)
    (page,) = paper.pages_of(draw(class_of(count), paper=where, letters=letters))
    assert paper.overlapping_letters(page) == []
    assert paper.letters_in_the_dead_border(page) == ""
    assert paper.darkest_in_the_dead_border(page) > 250


@pytest.mark.parametrize("sheets", [2, 3])
def test_a_poster_is_one_wall_however_many_children_there_are(sheets: int) -> None:
    pdf = draw(class_of(60), sheets=sheets)
    assert len(paper.pages_of(pdf)) == sheets**2
    assert b"/PrintScaling /None" in pdf


def test_more_children_than_are_legible_go_on_to_a_further_page() -> None:
    pdf = draw([child(at) for at in range(60)])
    pages = paper.pages_of(pdf)
    assert [len(frames(page)) for page in pages] == [30, 30]
    assert "page 2 of 2" in paper.text_of(pdf)
    assert all(f"Comet{at}" in paper.text_of(pdf) for at in range(60))
    assert {round(frame.width, 1) for page in pages for frame in frames(page)} == {round(frames(pages[0])[0].width, 1)}


def test_frames_are_never_too_small_to_see() -> None:
    for where, count in itertools.product(Paper, range(1, 41)):
        plan = choose(count, Surface(where))
        assert sum(plan.pages) == count
        assert plan.width >= 27 * MM


def test_hostile_aliases_stay_under_their_frame() -> None:
    aliases = [text for text in HOSTILE if PILED_UP not in text] + ["W" * 60]
    for at in range(0, len(aliases), 12):
        pdf = draw(
            [child(number, 3, alias) for number, alias in enumerate(aliases[at : at + 12])], class_name=aliases[at]
        )
        (page,) = paper.pages_of(pdf)
        hung = frames(page)
        title = max(frame.top for frame in hung)
        under = [letter.box.middle for letter in paper.letters_on(page) if 20 * MM < letter.box.middle[1] < title]
        assert under
        for x, y in under:
            assert any(frame.left - 1 < x < frame.right + 1 and y < frame.bottom for frame in hung)
        assert paper.letters_in_the_dead_border(page) == ""


def test_larger_type_makes_aliases_larger() -> None:
    heights = [
        max(
            letter.box.height
            for letter in paper.letters_on(paper.pages_of(draw([child(0)], letters=letters))[0])
            if letter.char == "C"
        )
        for letters in (USUAL, letters_of(larger=True))
    ]
    assert heights[1] > 1.15 * heights[0]


def test_the_file_says_what_it_is_and_comes_out_the_same_twice() -> None:
    pdf = draw(class_of(4))
    assert pdf == draw(class_of(4))
    assert b"/Lang (en)" in pdf
    assert b"/PrintScaling" not in pdf
    document = paper.pages_of(pdf)[0].pdf
    assert document.get_metadata_value("Title") == f"{TITLE} · Room 12"
    assert not any("Comet" in value for value in document.get_metadata_dict().values())


def test_without_children_there_is_no_wall() -> None:
    with pytest.raises(ValueError, match="no students yet"):
        draw([])
