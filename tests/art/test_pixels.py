from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from board.art.pixels import (
    COARSE,
    FINE,
    NOTHING,
    PALETTE,
    Drawing,
    Point,
    as_text,
    circle,
    empty,
    from_text,
    line,
    traced,
)
from board.art.strokes import History, Pen, Stroke, Tool
from hostile import HOSTILE

NUMBERS = st.integers(NOTHING, len(PALETTE))
SIDES = st.sampled_from([COARSE, FINE])
POINTS = st.builds(Point, st.integers(-3, 26), st.integers(-3, 26))
INSIDE = st.builds(Point, st.integers(0, COARSE - 1), st.integers(0, COARSE - 1))
PENS = st.builds(Pen, st.sampled_from(Tool), st.integers(1, len(PALETTE)), st.booleans())


@st.composite
def drawings(draw: st.DrawFn, sides: st.SearchStrategy[int] = SIDES) -> Drawing:
    """Patches of few colours, so that there is something to fill, and single pixels."""
    drawing = empty(draw(sides))
    for number in draw(st.lists(NUMBERS, max_size=4)):
        drawing = drawing.painted(circle(draw(POINTS), draw(POINTS)), number)
    return drawing.painted(draw(st.lists(POINTS, max_size=9)), draw(NUMBERS))


def drawn(pen: Pen, drawing: Drawing, path: list[Point]) -> Stroke:
    stroke = pen.put_down(drawing, path[0])
    for point in path[1:]:
        stroke = stroke.to(point)
    return stroke


def neighbours(one: Point, other: Point) -> bool:
    return max(abs(one.x - other.x), abs(one.y - other.y)) == 1


@given(drawings())
def test_a_kept_drawing_is_the_same_when_it_comes_back(drawing: Drawing) -> None:
    text = as_text(drawing)
    assert text.isascii()
    assert len(text.splitlines()) == 1
    assert from_text(text) == drawing


@given(st.text() | st.sampled_from(HOSTILE) | st.from_regex(r"(12|24) [.a-m]{143,145}"))
def test_any_text_gives_a_drawing_or_none_and_never_an_error(text: str) -> None:
    drawing = from_text(text)
    assert drawing is None or as_text(drawing) == text


@given(POINTS, POINTS)
def test_a_line_has_no_gap_and_both_its_ends(start: Point, end: Point) -> None:
    points = list(line(start, end))
    assert (points[0], points[-1]) == (start, end)
    assert all(neighbours(*pair) for pair in pairwise(points))


@given(st.lists(INSIDE, min_size=2, max_size=8), st.sampled_from([Tool.PENCIL, Tool.RUBBER]), drawings(st.just(COARSE)))
def test_a_pencil_moved_in_jumps_leaves_one_trace_that_hangs_together(
    path: list[Point], tool: Tool, drawing: Drawing
) -> None:
    stroke = drawn(Pen(tool, 3), drawing, path)
    colour = NOTHING if tool is Tool.RUBBER else 3
    assert {stroke.drawing.at(point) for jump in pairwise(path) for point in line(*jump)} == {colour}


@given(INSIDE, INSIDE)
def test_a_circle_lies_between_its_corners_and_is_the_same_from_each(corner: Point, opposite: Point) -> None:
    points = set(circle(corner, opposite))
    assert (
        points == set(circle(opposite, corner)) == set(circle(Point(corner.x, opposite.y), Point(opposite.x, corner.y)))
    )
    left, right = sorted((corner.x, opposite.x))
    top, bottom = sorted((corner.y, opposite.y))
    assert points == {Point(left + right - x, top + bottom - y) for x, y in points}
    assert all(left <= x <= right and top <= y <= bottom for x, y in points)
    if right - left > 1 and bottom - top > 1:
        assert {left, right} <= {x for x, _ in points}
        assert {top, bottom} <= {y for _, y in points}


@given(INSIDE, INSIDE, NUMBERS)
def test_paint_poured_into_a_circle_stays_inside(corner: Point, opposite: Point, number: int) -> None:
    drawing = empty().painted(circle(corner, opposite), 1)
    middle = Point((corner.x + opposite.x) // 2, (corner.y + opposite.y) // 2)
    filled = drawing.filled(middle, 2)
    left, right = sorted((corner.x, opposite.x))
    top, bottom = sorted((corner.y, opposite.y))
    for y in range(COARSE):
        for x in range(COARSE):
            assert filled.at(Point(x, y)) != 2 or (left <= x <= right and top <= y <= bottom)


@given(drawings(), INSIDE, st.integers(1, len(PALETTE)))
def test_fill_paints_its_patch_and_nothing_else(drawing: Drawing, point: Point, number: int) -> None:
    filled = drawing.filled(point, number)
    assert filled.at(point) == number
    changed = {before for before, after in zip(drawing.pixels, filled.pixels, strict=True) if before != after}
    assert changed <= {drawing.at(point)}
    for y in range(drawing.side):
        for x in range(drawing.side - 1):
            one, other = Point(x, y), Point(x + 1, y)
            if drawing.at(one) == drawing.at(other):
                assert filled.at(one) == filled.at(other), "what hangs together is filled together"


@given(PENS, st.lists(INSIDE, min_size=1, max_size=6))
def test_with_the_mirror_a_drawing_is_the_same_from_both_sides(pen: Pen, path: list[Point]) -> None:
    stroke = drawn(Pen(pen.tool, pen.colour, mirrored=True), empty(), path)
    rows = [stroke.drawing.pixels[at : at + COARSE] for at in range(0, COARSE * COARSE, COARSE)]
    assert rows == [row[::-1] for row in rows]


@given(drawings(), PENS, st.lists(POINTS, max_size=6))
def test_a_pen_moved_over_the_edge_draws_only_on_the_paper(drawing: Drawing, pen: Pen, path: list[Point]) -> None:
    stroke = drawn(pen, drawing, [Point(5, 5), *path])
    assert len(stroke.drawing.pixels) == drawing.side**2
    assert max(stroke.drawing.pixels) <= len(PALETTE)


@given(drawings(), INSIDE, INSIDE, INSIDE, st.sampled_from([Tool.LINE, Tool.CIRCLE]))
def test_a_line_or_circle_remembers_only_where_it_began_and_where_it_is(
    drawing: Drawing, start: Point, by_the_way: Point, end: Point, tool: Tool
) -> None:
    pen = Pen(tool)
    assert drawn(pen, drawing, [start, by_the_way, end]).drawing == drawn(pen, drawing, [start, end]).drawing


@given(st.lists(drawings() | st.sampled_from(["undo", "redo"]), max_size=12))
def test_undo_gives_back_every_drawing_there_was_and_redo_every_one_taken_back(acts: list[Drawing | str]) -> None:
    history, were, gone = History(empty()), [empty()], list[Drawing]()
    for act in acts:
        if act == "undo":
            history = history.undone()
            if len(were) > 1:
                gone.append(were.pop())
        elif act == "redo":
            history = history.redone()
            if gone:
                were.append(gone.pop())
        elif isinstance(act, Drawing):
            history = history.after(act)
            if act != were[-1]:
                were.append(act)
                gone.clear()
        assert history.now == were[-1]
    for drawing in reversed(were):
        assert history.now == drawing
        history = history.undone()
    assert history.now == were[0]


@given(drawings(st.just(COARSE)))
def test_finer_pixels_change_nothing_one_sees_and_back_again_nothing_at_all(drawing: Drawing) -> None:
    fine = drawing.resized(FINE)
    assert all(fine.at(Point(x, y)) == drawing.at(Point(x // 2, y // 2)) for x in range(FINE) for y in range(FINE))
    assert fine.resized(COARSE) == drawing
    assert fine.sticker() == drawing.sticker()


@given(drawings(st.just(FINE)))
def test_a_coarse_pixel_is_what_most_of_its_four_are(drawing: Drawing) -> None:
    coarse = drawing.resized(COARSE)
    for y in range(COARSE):
        for x in range(COARSE):
            four = [drawing.at(Point(2 * x + right, 2 * y + down)) for right in (0, 1) for down in (0, 1)]
            assert four.count(coarse.at(Point(x, y))) == max(map(four.count, four))


@given(drawings())
def test_what_is_drawn_can_be_drawn_after_without_a_change(drawing: Drawing) -> None:
    raw = drawing.rgba()
    assert len(raw) == drawing.side**2 * 4
    pixels = [(raw[at], raw[at + 1], raw[at + 2], raw[at + 3]) for at in range(0, len(raw), 4)]
    rows = tuple(tuple(pixels[at : at + drawing.side]) for at in range(0, len(pixels), drawing.side))
    assert traced(rows, drawing.side) == drawing


def test_what_is_hardly_there_is_left_out_and_a_shade_becomes_its_colour() -> None:
    names = [chip.name for chip in PALETTE]
    picture = (((200, 40, 40, 255), (200, 40, 40, 90)), ((250, 250, 245, 255), (40, 40, 40, 200)))
    assert traced(picture, 2).pixels == bytes(
        (1 + names.index("red"), NOTHING, 1 + names.index("white"), 1 + names.index("black"))
    )


def test_every_colour_has_a_name_and_a_sign_of_its_own() -> None:
    assert len({chip.name for chip in PALETTE}) == len({chip.sign for chip in PALETTE}) == len(PALETTE) == 12
    assert all(len(chip.sign) == 1 for chip in PALETTE)
