import re

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from textual.color import Color
from textual.filter import Monochrome
from textual.strip import Strip

from board.widgets.grid_colours import style
from board.widgets.pieced_line import PiecedLine, PixelStrip

CONSOLE = Console(force_terminal=True, color_system="truecolor", legacy_windows=False)
colours = st.sampled_from([(0, 0, 0), (255, 0, 0), (0, 255, 0), (20, 48, 43)])
cells = st.builds(
    lambda text, front, back, bold: Segment(text, style(front, back, bold=bold)),
    st.sampled_from([" ", "▀", "★", "▀▀", "  "]),
    colours,
    colours,
    st.booleans(),
)


def shown(text: str) -> list[tuple[str, str, str]]:
    """What a terminal shows for each cell: the colours of its upper and lower half, or its letter in its colours."""
    front = back = ""
    answer = []
    for codes, letters in re.findall(r"\x1b\[([0-9;]*)m([^\x1b]*)", text):
        if codes == "0":
            front = back = ""
        front = (re.findall(r"38;2;(\d+;\d+;\d+)", codes) or [front])[-1]
        back = (re.findall(r"48;2;(\d+;\d+;\d+)", codes) or [back])[-1]
        for letter in letters:
            halves = {" ": ("", back, back), "▀": ("", front, back), "▄": ("", back, front)}
            answer.append(halves.get(letter, (letter, front, back)))
    return answer


@given(st.lists(cells, min_size=1, max_size=12))
def test_a_strip_of_pixels_shows_what_a_plain_strip_shows(segments: list[Segment]) -> None:
    width = sum(len(segment.text) for segment in segments)
    plain, short = Strip(segments, width).render(CONSOLE), PixelStrip(segments, width).render(CONSOLE)
    assert shown(short) == shown(plain)
    assert len(short) <= len(plain) + len("\x1b[22m")


@given(st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=5), st.data())
def test_a_part_of_a_line_of_pieces_is_the_part_of_the_line(parts: list[list[Segment]], data: st.DataObject) -> None:
    pieces = [PixelStrip(part, sum(len(segment.text) for segment in part)) for part in parts]
    line = PiecedLine(pieces, sum(piece.cell_length for piece in pieces))
    start = data.draw(st.integers(0, line.cell_length))
    end = data.draw(st.integers(start, line.cell_length))
    part = line.crop(start, end)
    assert part.cell_length == end - start
    assert shown(part.render(CONSOLE)) == shown(line.render(CONSOLE))[start:end]
    assert part.text == line.text[start:end]


@given(st.lists(cells, min_size=1, max_size=12))
def test_a_filter_shows_a_line_of_pieces_as_it_shows_a_plain_one(segments: list[Segment]) -> None:
    width, ground, grey = sum(len(segment.text) for segment in segments), Color(0, 0, 0), Monochrome()
    line = PiecedLine([PixelStrip(segments, width)], width).apply_filter(grey, ground)
    assert shown(line.render(CONSOLE)) == shown(Strip(segments, width).apply_filter(grey, ground).render(CONSOLE))
    assert line.apply_filter(grey, ground).cell_length == width


def test_a_filtered_spot_is_painted_once() -> None:
    strip, grey = PixelStrip([Segment("▀", style((254, 1, 2), (3, 1, 2)))], 1), Monochrome()
    assert strip.apply_filter(grey, Color(0, 0, 0)) is strip.apply_filter(grey, Color(0, 0, 0))
