from collections.abc import Iterable
from itertools import combinations, product

import pytest
from textual.color import Color
from textual.strip import Strip
from textual.theme import Theme

from board.art.cells import Pixels
from board.mastery.curriculum import Step
from board.mastery.pictures import Face
from board.mastery.progress import Status
from board.terminal.colours import Colours
from board.terminal.look import TerminalLook
from board.terminal.signs import DOUBTFUL, Signs, signs_for
from board.terminal.themes import THEMES
from board.widgets.grid_colours import grid_colours
from board.widgets.grid_lines import GridLines, RowState, Sight
from board.widgets.grid_plan import ZOOMS, Zoom, plan_grid
from board.widgets.spot_painter import Look, SpotPainter
from builders import UNIT

STEP = UNIT.levels[0].spots[0]
STATES = [(cursor, chosen) for cursor in (False, True) for chosen in (False, True)]


def a_red_square(step: Step, face: Face | None, size: int) -> Pixels:
    return tuple(tuple((200, 30, 30, 255) for _ in range(size)) for _ in range(size))


def without_colour(strips: Iterable[Strip]) -> list[tuple[str, bool, bool, bool]]:
    """What is left of some lines on a screen that shows no colour: each sign, and whether it is thick, turned over, underlined."""
    told = []
    for text, look, _ in (segment for strip in strips for segment in strip):
        assert look is not None
        told += [(sign, bool(look.bold), bool(look.reverse), bool(look.underline)) for sign in text]
    return told


def lesser(strips: Iterable[Strip], colours: Colours, signs: Signs) -> list[Strip]:
    return [strip.apply_filter(TerminalLook(colours, signs), Color(0, 0, 0)) for strip in strips]


def differ(looks: list[list[tuple[str, bool, bool, bool]]]) -> bool:
    return all(one != other for one, other in combinations(looks, 2))


@pytest.mark.parametrize(
    ("colours", "signs"),
    [
        (Colours.TRUE, Signs()),
        (Colours.FEW, Signs()),
        (Colours.CONSOLE, signs_for("", "linux")),
        (Colours.MANY, signs_for("", "xterm", DOUBTFUL)),
    ],
    ids=["pretty", "sixteen colours", "console", "wide signs"],
)
@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_chosen_cursor_both_and_neither_are_told_apart_without_colour(
    theme: Theme, zoom: Zoom, colours: Colours, signs: Signs
) -> None:
    painter = SpotPainter(zoom, grid_colours(theme.variables | dict(theme.to_color_system().generate())), a_red_square)
    for status, boss in product(Status, (False, True)):
        looks = [
            without_colour(
                lesser(
                    painter.spot(Look(status, STEP, 0, boss, cursor=cursor, chosen=chosen, odd=False)), colours, signs
                )
            )
            for cursor, chosen in STATES
        ]
        assert differ(looks), f"{status}, boss: {boss}"


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("away", [False, True])
def test_the_names_of_chosen_cursor_both_and_neither_are_told_apart_without_colour(zoom: Zoom, *, away: bool) -> None:
    theme = THEMES[0]
    colours = grid_colours(theme.variables | dict(theme.to_color_system().generate()))
    painter = SpotPainter(zoom, colours, a_red_square)
    for name in ("Ava B.", "Maximiliana Aurelia Featherstonehaugh"):
        lines = GridLines(plan_grid(UNIT, (name,), zoom), ("Level",), painter)
        middle = (zoom.height - 1) // 2
        sight = Sight(0, lines.plan.names_width, 0)
        seen = [
            without_colour([lines.spots(name, (), 0, sight, RowState(here, chosen, away))[middle]])
            for here, chosen in STATES
        ]
        assert differ(seen)


def test_a_boss_under_the_cursor_keeps_its_star() -> None:
    theme = THEMES[0]
    colours = grid_colours(theme.variables | dict(theme.to_color_system().generate()))
    painter = SpotPainter(ZOOMS[1], colours, a_red_square)
    boss = Look(Status.MASTERED, STEP, 0, boss=True, cursor=True, chosen=True, odd=False)
    top, *_, bottom = (strip.text for strip in painter.spot(boss))
    assert (top[0], top[-2:], bottom[0], bottom[-1]) == ("┏", "★┓", "┗", "✓")
