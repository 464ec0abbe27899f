"""A sticker that grows out of its spot: whole at the end, nothing of it lost on the way, and no moment of another size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.art.cells import Pixel, Pixels, StickerCells
from board.art.covering import (
    RIBBON_HIGH,
    SHEET,
    STAGES,
    _covered,
    aired,
    grown,
    on_its_sheet,
    ribbon,
    stage_of,
)
from board.art.signs import sign
from board.art.starter import step_badges
from board.mastery.progress import Status

GLOW, GROUND, HOLE = (240, 190, 60), (24, 28, 38), (40, 46, 60)
SPOT: Pixel = (1, 2, 3, 255)
SHARES = st.floats(0, 1)

pixels = st.tuples(*[st.integers(4, 255)] * 3, st.sampled_from((0, 0, 60, 127, 128, 200, 255)))


@st.composite
def pictures(draw: st.DrawFn) -> Pixels:
    """Any sticker of a size there is; the spot's own colour is none of it."""
    side = draw(st.sampled_from((8, 10, 12)))
    return tuple(tuple(draw(pixels) for _ in range(side)) for _ in range(side))


def spot_of(picture: Pixels) -> Pixels:
    return tuple((SPOT,) * len(row) for row in picture)


@given(pictures(), SHARES)
def test_it_begins_as_the_spot_and_ends_as_the_sticker_and_never_changes_its_size(
    picture: Pixels, share: float
) -> None:
    spot = spot_of(picture)
    assert grown(spot, picture, 0, GLOW) == spot
    assert grown(spot, picture, 1, GLOW) == picture
    between = grown(spot, picture, share, GLOW)
    assert [len(row) for row in between] == [len(row) for row in picture]
    assert all(0 <= part <= 255 for row in between for pixel in row for part in pixel)


@given(pictures())
def test_what_the_sticker_has_covered_once_is_never_the_spot_again(picture: Pixels) -> None:
    spot = spot_of(picture)
    before: set[tuple[int, int]] = set()
    for stage in range(STAGES + 1):
        shown = grown(spot, picture, stage / STAGES, GLOW)
        covered = {(x, y) for y, row in enumerate(_covered(picture, stage)) for x, is_one in enumerate(row) if is_one}
        assert before <= covered
        assert not [at for at in covered if shown[at[1]][at[0]] == SPOT]
        before = covered
    whole = {(x, y) for y, row in enumerate(picture) for x, pixel in enumerate(row) if pixel[3] >= 128}
    assert whole <= before


@pytest.mark.parametrize("size", [8, 10, 12])
@pytest.mark.parametrize("boss", [False, True])
def test_the_first_picture_after_the_key_shows_the_sticker_already(size: int, boss: bool) -> None:
    spot = sign(Status.OPEN, size, boss=boss, hue=(96, 170, 240), hole=HOLE, ground=GROUND)
    cells = StickerCells(None)
    for picture in list(step_badges().values())[:40]:
        sticker = cells.pixels(picture, size)
        assert grown(spot, sticker, 1 / STAGES, GLOW) != spot
        assert any(one for row in _covered(sticker, 3) for one in row)


@given(st.floats(-3, 3))
def test_a_clock_that_jumps_shows_one_of_its_pictures(share: float) -> None:
    assert 0 <= stage_of(share) <= STAGES
    assert stage_of(0) == 0
    assert stage_of(1) == STAGES
    assert stage_of(0.001) == 1


@given(st.integers(12, 40), st.lists(SHARES, min_size=2, max_size=5))
def test_a_ribbon_only_grows(wide: int, shares: list[float]) -> None:
    before: set[int] = set()
    for share in (0.0, *sorted(shares), 1.0):
        rows = ribbon(wide, share, (200, 160, 20), (120, 90, 10))
        assert [len(row) for row in rows] == [wide] * RIBBON_HIGH
        unrolled = {x for row in rows for x, pixel in enumerate(row) if pixel[3]}
        assert before <= unrolled
        assert share or not unrolled
        before = unrolled
    assert before == set(range(wide))


@given(pictures(), st.integers(0, 6))
def test_air_and_a_sheet_lie_around_it(picture: Pixels, air: int) -> None:
    wider = aired(picture, air)
    assert {len(wider), *map(len, wider)} == {len(picture) + 2 * air}
    assert tuple(row[air : len(row) - air] for row in wider[air : len(wider) - air]) == picture
    full, left = on_its_sheet(picture, peeled=False), on_its_sheet(picture, peeled=True)
    assert {len(full), *map(len, full), len(left), *map(len, left)} == {len(picture) + 2 * SHEET}
    assert {pixel[3] for row in left for pixel in row} == {0, 255}
