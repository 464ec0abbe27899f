from hypothesis import given
from hypothesis import strategies as st

from board.art.frame import SMALLEST, Frame, Spot, framed, whole
from board.mastery.pictures import Cut, cut_of

sides = st.integers(1, 60)
far = st.integers(-100, 100)
shares = st.tuples(st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0.02, 1), st.floats(0.02, 1)).map(
    lambda four: (four[0], four[1], min(1.0, four[0] + four[2]), min(1.0, four[1] + four[3]))
)


def is_sound(frame: Frame) -> bool:
    return (
        0 <= frame.left <= frame.right - min(SMALLEST, frame.width)
        and 0 <= frame.top <= frame.bottom - min(SMALLEST, frame.height)
        and frame.right <= frame.width
        and frame.bottom <= frame.height
    )


@given(
    sides, sides, shares, st.lists(st.tuples(st.sampled_from(["move", "grow", "draw", "around"]), far, far, far, far))
)
def test_whatever_is_done_a_frame_stays_inside_and_can_be_seen(
    width: int, height: int, box: tuple[float, float, float, float], acts: list[tuple[str, int, int, int, int]]
) -> None:
    frame = framed(box, width, height)
    assert is_sound(frame)
    for act, a, b, c, d in acts:
        match act:
            case "move":
                frame = frame.moved(a, b)
            case "grow":
                frame = frame.grown(a, b)
            case "draw":
                frame = frame.drawn(Spot(a, b), Spot(c, d))
            case _:
                frame = frame.around(Spot(a, b))
        assert is_sound(frame)


@given(sides, sides, far, far)
def test_moving_keeps_the_size(width: int, height: int, right: int, down: int) -> None:
    frame = whole(width, height).grown(-width // 2, -height // 2)
    moved = frame.moved(right, down)
    assert (moved.right - moved.left, moved.bottom - moved.top) == (frame.right - frame.left, frame.bottom - frame.top)


@given(st.integers(16, 48), st.integers(16, 48), st.builds(Spot, far, far), st.builds(Spot, far, far))
def test_a_part_is_kept_as_it_was_framed(width: int, height: int, start: Spot, end: Spot) -> None:
    frame = whole(width, height).drawn(start, end)
    cut = Cut(box=frame.box)
    assert cut_of(str(cut)) == cut
    assert framed(cut.box, width, height) == frame
