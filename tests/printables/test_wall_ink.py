import io
from collections.abc import Callable

import pytest
from PIL import Image

import paper_reading as paper
from board.mastery.audience import Earned
from board.mastery.curriculum import Step
from page_builders import MADE, earned_by, students_of, unit_of, wall
from printables.page.document import Document, Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.stickers import draw_beaten, draw_earned


def test_in_blank_ink_nothing_says_what_is_earned() -> None:
    unit, students = unit_of(), students_of(8)
    progress = earned_by(students, unit.spots[:13])
    blank = wall(unit, students, progress, ink=Ink.BLANK)
    assert blank == wall(unit, students, ink=Ink.BLANK)
    page = paper.pages_of(blank)[0]
    assert len(paper.pictures_on(page)) == len(unit.spots) + len(students)
    text = paper.text_of(blank)
    assert "a sticker goes here" in text
    assert "still growing" not in text
    assert [student.name for student in students if student.name not in text] == []


def test_less_ink_is_less_ink() -> None:
    unit, students = unit_of(), students_of(20)
    progress = earned_by(students, unit.spots[:10])
    colour, saver, blank = (paper.ink_of(paper.pages_of(wall(unit, students, progress, ink=ink))[0]) for ink in Ink)
    assert blank < 0.8 * saver
    assert saver < 0.8 * colour


@pytest.mark.parametrize("draw", [draw_earned, draw_beaten])
def test_rims_of_the_saver_take_less_ink(draw: Callable[..., None]) -> None:
    file = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(file, "JPEG")
    white = {"fish": Picture("fish", file.getvalue())}
    inks = {}
    for ink in Ink:
        page = Document(Style(Surface(Paper.A4), MADE, ink), title="", subject="")
        draw(
            Stamps(page, white), Earned(Step("u/s", "Step", "I can", badge="fish")), page.hue(0), Circle(300, 400, 200)
        )
        inks[ink] = paper.ink_of(paper.pages_of(page.finish().pdf)[0])
    assert 0 < inks[Ink.SAVER] < 0.8 * inks[Ink.COLOUR]
    assert inks[Ink.BLANK] == inks[Ink.SAVER]
