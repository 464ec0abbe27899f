"""Names of deep and high letters at the head of a page: their ink stays clear of the quieter line under them."""

from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from board.mastery.audience import Audience
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress
from board.mastery.seen import SeenPath, seen_path
from board.paper.drawers.for_the_teacher import seen_how
from page_builders import MADE
from paper_reading import MM, darkest_in_the_dead_border, pages_of
from printables.lettering.lines import Seat, line, overhang, paragraph, reach_of, seat
from printables.lettering.voices import USUAL, letters_of
from printables.login import login_cards
from printables.next_teacher import next_teacher_pages
from printables.page.document import Style
from printables.page.hues import INK, QUIET
from printables.page.paper import Paper, Surface
from printables.personal.chart import personal_charts
from printables.takehome import takehome_pages

NAMES = ("مريم ح.", "ဇော်မင်းကြည်", "ភារម្យ ស្រីណាង", "ญี่ปุ่นกุฏิ์", "NGUYỄN Ễ", "Ångström", "प्रिया", "Peggy Jay")
UNIT = Unit("u", "Number Explorers", (Level("u/l", "Count", (Step("u/a", "Add", "I can add."),)),))
PX = 6
"""Pixels to a mm."""


def _paths(child: Student) -> list[SeenPath]:
    return [seen_path(UNIT, child, Progress(), Audience.STUDENT)]


HEADS: dict[str, tuple[Callable[[Student, Style], bytes], tuple[float, float, float, float]]] = {
    "next teacher": (
        lambda child, style: (
            next_teacher_pages(
                [UNIT], [child], Progress(), {}, seen_how=seen_how, class_name="Room 12", style=style
            ).pdf
        ),
        (10, 6, 200, 27),
    ),
    "login": (lambda child, style: login_cards([child], {}, class_name="Room 12", style=style).pdf, (42, 11, 100, 38)),
    "personal": (lambda child, style: personal_charts(UNIT, _paths(child), {}, style=style).pdf, (38, 6, 200, 37)),
    "take-home": (lambda child, style: takehome_pages(UNIT, _paths(child), {}, style=style).pdf, (33, 6, 200, 33)),
}
"""How a page with a head is drawn, and where name and quieter line stand on A4: left, top, right and bottom in mm."""


def rows_of(picture: Image.Image, colour: Any) -> list[int]:
    """The rows of a picture that hold a colour, from the top."""
    wanted = tuple(round(255 * part) for part in colour.rgb())
    wide, pixels = picture.width, list(picture.get_flattened_data())
    return [row for row in range(picture.height) if wanted in pixels[row * wide : (row + 1) * wide]]


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize("kind", HEADS)
def test_the_ink_of_a_name_reaches_neither_the_line_under_it_nor_the_edge(kind: str, larger: bool) -> None:
    draw, window = HEADS[kind]
    for name in NAMES:
        style = Style(Surface(Paper.A4), MADE, letters=letters_of(larger=larger))
        page = pages_of(draw(Student("s", name), style))[0]
        head = page.render(scale=PX / MM).to_pil().convert("RGB").crop(tuple(PX * side for side in window))
        written, under = rows_of(head, INK), rows_of(head, QUIET)
        assert written
        assert under
        assert max(written) < min(under), name
        assert darkest_in_the_dead_border(page) > 250


def test_plain_letters_stand_where_the_page_has_them_and_deep_ones_move_or_shrink() -> None:
    wanted = Seat(20, 100)
    assert seat(line("Peggy Jay", USUAL.title), wanted, 99, 101) == wanted
    deep = line("ဇော်မင်းကြည်", USUAL.title)
    above, below = reach_of(deep)
    assert below > 0.4
    moved = seat(deep, wanted, 100 - 20 * 0.3, 140)
    assert moved.size == 20
    assert moved.y - 20 * below == pytest.approx(94)
    shrunk = seat(deep, wanted, 95, 115)
    assert shrunk.size == pytest.approx(20 / (above + below))
    assert overhang(paragraph(line("Peggy", USUAL.title), 200, 20)) == (0, 0)
    assert overhang(paragraph(deep, 400, 20)).below > 2
