from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.theme import Theme

from board.art.cells import Colour, mixed
from board.terminal.colours import (
    Colours,
    Lab,
    colours_of,
    contrast,
    is_lost_in_bold,
    nearest,
    nearest_read,
    oklab,
    rgb_of,
)
from board.terminal.themes import LEVEL_HUES, THEMES, in_few_colours

colours = st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
SOME = st.sampled_from([Colours.MANY, Colours.FEW, Colours.CONSOLE])


def parsed(code: str | None) -> Colour:
    assert code is not None
    return (int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16))


def apart(one: Lab, other: Lab) -> float:
    return dist(one, other)


@given(colours)
def test_of_256_colours_the_chosen_one_looks_at_least_as_near_as_the_one_rich_takes(colour: Colour) -> None:
    rich = RichColor.from_rgb(*colour).downgrade(ColorSystem.EIGHT_BIT).number
    assert rich is not None
    meant = oklab(colour)
    assert apart(oklab(rgb_of(nearest(colour, Colours.MANY))), meant) <= apart(oklab(rgb_of(rich)), meant) + 1e-9


@given(st.integers(16, 255))
def test_a_colour_the_terminal_has_is_shown_as_it_is(number: int) -> None:
    assert rgb_of(nearest(rgb_of(number), Colours.MANY)) == rgb_of(number)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_quiet_grounds_stay_quiet_in_256_colours(theme: Theme) -> None:
    grounds = [theme.background, theme.surface, theme.panel]
    grounds += [theme.variables[f"level-{n}{kind}"] for n in range(1, LEVEL_HUES + 1) for kind in ("-panel", "-boss")]
    for ground in grounds:
        meant, shown = oklab(parsed(ground)), oklab(rgb_of(nearest(parsed(ground), Colours.MANY, is_ground=True)))
        assert apart(meant, shown) < 0.08, f"{ground} is shown as another colour"


@pytest.mark.parametrize("many", [Colours.FEW, Colours.CONSOLE])
@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme.dark], ids=lambda theme: theme.name)
def test_in_sixteen_colours_panels_are_ground_and_levels_and_outlines_are_seen_on_it(
    theme: Theme, many: Colours
) -> None:
    few = in_few_colours(theme)
    assert few.variables.keys() == theme.variables.keys()
    ground = nearest(parsed(few.background), many, is_ground=True)
    assert {few.surface, few.panel} == {few.background}
    hues = [parsed(few.variables[f"level-{n}"]) for n in range(1, LEVEL_HUES + 1)]
    assert len({nearest(hue, many, is_ground=True) for hue in hues}) == LEVEL_HUES
    for hue in hues:
        locked = mixed(hue, parsed(few.background), 0.7 * float(few.variables["thinned"]))
        assert ground not in (nearest(hue, many, is_ground=True), nearest(locked, many, is_ground=True))


def test_a_chosen_line_is_a_bar_where_there_are_only_dark_grounds() -> None:
    for theme in (one for one in THEMES if one.dark):
        ground = parsed(theme.background)
        bar = nearest(mixed(ground, parsed(theme.accent), 0.3), Colours.CONSOLE, is_ground=True)
        assert bar != nearest(ground, Colours.CONSOLE, is_ground=True)


@given(colours, colours, SOME)
def test_what_is_read_keeps_its_contrast(front: Colour, ground: Colour, many: Colours) -> None:
    shown = nearest(ground, many, is_ground=True)
    sign = nearest_read(front, ground, shown, many)
    assert contrast(rgb_of(sign), rgb_of(shown)) >= min(contrast(front, ground), 3.0)


@given(colours)
def test_a_grey_stays_grey_however_few_colours_there_are(colour: Colour) -> None:
    grey = (colour[0],) * 3
    for many in (Colours.MANY, Colours.FEW, Colours.CONSOLE):
        assert len(set(rgb_of(nearest(grey, many)))) == 1


def test_bold_is_left_out_where_a_terminal_would_show_it_as_a_colour_one_cannot_read() -> None:
    black, brown, white = 0, 3, 15
    assert is_lost_in_bold(black, brown, Colours.FEW)
    assert is_lost_in_bold(brown, white, Colours.CONSOLE)
    assert not is_lost_in_bold(brown, black, Colours.FEW)
    assert not is_lost_in_bold(black, brown, Colours.MANY)


@pytest.mark.parametrize(
    ("system", "term", "many"),
    [
        ("truecolor", "xterm-256color", Colours.TRUE),
        ("256", "xterm-256color", Colours.MANY),
        ("standard", "xterm", Colours.FEW),
        ("windows", "", Colours.FEW),
        ("standard", "linux", Colours.CONSOLE),
        ("256", "linux-256color", Colours.CONSOLE),
        ("standard", "screen.linux", Colours.CONSOLE),
        (None, "", Colours.TRUE),
    ],
)
def test_how_many_colours_a_terminal_has(system: str | None, term: str, many: Colours) -> None:
    assert colours_of(system, term) is many
