"""What stands on the screen is not written once more, and what is not there is always written."""

import re
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, InlineUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from board.widgets.grid_colours import style
from board.widgets.on_screen import OnScreen
from board.widgets.pieced_line import PiecedLine

CONSOLE = Console(force_terminal=True, color_system="truecolor", legacy_windows=False)
HEIGHT = 3
WIDTHS = (4, 3, 6, 1)
"""Cells of the pieces of a line; the last one is another widget, such as a scrollbar."""

WIDTH = sum(WIDTHS)
STARTS = [0, *accumulate(WIDTHS)][:-1]

Cell = tuple[str, str]
Look = tuple[str, int]
Wall = list[list[Look]]
"""What each cell of each line shows: a letter, and how red it is."""

looks = st.tuples(st.sampled_from("ab▀"), st.sampled_from([0, 1]))
changes = st.dictionaries(st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1)), looks, max_size=4)
extra = st.lists(st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1), st.integers(1, WIDTH)), max_size=3)
steps = st.lists(st.tuples(st.sampled_from(["whole", "patches", "patches", "forget"]), changes, extra), max_size=12)


class Glass:
    """The smallest terminal there can be: it shows letters in colours where it is told to."""

    def __init__(self) -> None:
        self.cells: list[list[Cell]] = [[("?", "")] * WIDTH for _ in range(HEIGHT)]

    def write(self, text: str) -> None:
        y = x = 0
        colours = ""
        for row, column, codes, letters in re.findall(r"\x1b\[(?:(\d+);(\d+)H|([0-9;]*)m)([^\x1b]*)", text):
            if row:
                y, x = int(row) - 1, int(column) - 1
            else:
                colours = "" if codes == "0" else f"{colours};{codes}"
            for letter in letters:
                self.cells[y][x] = (letter, colours)
                x += 1


def strip(looks: list[Look]) -> Strip:
    return Strip([Segment(letter, style((red, 0, 0), (0, 0, 0))) for letter, red in looks], len(looks))


def wall_of(*looks: Look) -> Wall:
    """A wall whose lines are alike, each piece in one look."""
    line = [look for width, look in zip(WIDTHS, looks, strict=True) for _ in range(width)]
    return [list(line) for _ in range(HEIGHT)]


def chops(wall: Wall) -> list[dict[int, Strip]]:
    """The lines as a compositor has them: the pieces of one widget, and another one beside it."""
    lines = []
    for line in wall:
        pieces = [strip(line[start : start + width]) for start, width in zip(STARTS, WIDTHS, strict=True)]
        nested = PiecedLine([PiecedLine(pieces[:2], sum(WIDTHS[:2])), pieces[2]], WIDTH - WIDTHS[-1])
        lines.append({0: nested, WIDTH - WIDTHS[-1]: pieces[-1]})
    return lines


def whole(wall: Wall) -> LayoutUpdate:
    return LayoutUpdate([line.values() for line in chops(wall)], Region(0, 0, WIDTH, HEIGHT))


def patches(wall: Wall, spans: list[tuple[int, int, int]]) -> ChopsUpdate:
    ends = [[WIDTH - WIDTHS[-1], WIDTH]] * HEIGHT
    return ChopsUpdate(chops(wall), sorted(spans), ends)


def shown(picture: CompositorUpdate) -> list[list[Cell]]:
    """What a picture looks like that is written from its first cell to its last."""
    glass = Glass()
    glass.write(OnScreen().news(picture, CONSOLE) or "")
    return glass.cells


@given(steps)
def test_the_screen_shows_every_picture_though_only_what_is_new_is_written(
    story: list[tuple[str, dict[tuple[int, int], Look], list[tuple[int, int, int]]]],
) -> None:
    wall = wall_of(("a", 0), ("a", 0), ("a", 0), ("a", 0))
    glass, known = Glass(), OnScreen()
    glass.write(known.news(whole(wall), CONSOLE) or "")
    for act, change, more in story:
        for (y, at), look in change.items():
            wall[y][at] = look
        if act == "forget":  # and everything is painted after it, as Textual does
            known.forget()
            glass = Glass()
        spans = [(y, at, at + 1) for y, at in change]
        spans += [(y, start, min(WIDTH, start + width)) for y, start, width in more]
        update = patches(wall, spans) if act == "patches" else whole(wall)
        glass.write(known.news(update, CONSOLE) or "")
        assert glass.cells == shown(whole(wall))


def test_a_picture_that_stands_there_already_writes_nothing() -> None:
    wall = wall_of(("a", 0), ("b", 1), ("▀", 1), ("a", 0))
    known = OnScreen()
    assert known.news(whole(wall), CONSOLE)
    assert known.news(whole(wall), CONSOLE) == ""
    assert known.news(patches(wall, [(1, 0, 13)]), CONSOLE) == ""
    wall[1][STARTS[1]] = ("a", 1)
    changed = known.news(whole(wall), CONSOLE) or ""
    assert re.findall(r"\x1b\[\d+;\d+H", changed) == ["\x1b[2;5H"], "one spot, from its own first cell"
    assert known.news(whole(wall), CONSOLE) == ""


def test_a_screen_of_another_size_is_written_whole() -> None:
    wall = wall_of(("a", 0), ("a", 0), ("a", 0), ("a", 0))
    known = OnScreen()
    first = known.news(whole(wall), CONSOLE)
    lower = LayoutUpdate([line.values() for line in chops(wall[:2])], Region(0, 0, WIDTH, 2))
    assert known.news(lower, CONSOLE)
    assert known.news(whole(wall), CONSOLE) == first


def test_a_kind_of_picture_that_is_not_known_is_left_as_it_is_and_nothing_is_trusted_after_it() -> None:
    wall = wall_of(("a", 0), ("a", 0), ("a", 0), ("a", 0))
    known = OnScreen()
    first = known.news(whole(wall), CONSOLE)
    assert known.news(InlineUpdate([]), CONSOLE) is None
    assert known.news(whole(wall), CONSOLE) == first
