import numpy as np
import pytest

from board.art.motif import motif_of
from board.mastery.pictures import Box, Cut, Shape
from photos import photo


@pytest.mark.parametrize(
    ("name", "box"),
    [
        ("fish on lined paper", (0.3, 0.3, 0.7, 0.7)),
        ("rainbow in a small file", (0.3, 0.2, 0.6, 0.8)),
        ("letters on creased paper", (0.2, 0.3, 0.45, 0.7)),
    ],
)
def test_a_part_that_goes_through_the_drawing_keeps_all_its_ink(name: str, box: Box) -> None:
    taken = photo(name)
    left, top, right, bottom = (
        round(share * side) for share, side in zip(box, (*taken.picture.size, *taken.picture.size), strict=True)
    )
    ink = taken.ink[top:bottom, left:right]
    motif = motif_of(taken.picture, Cut(Shape.DRAWING, box))
    assert motif.shape is Shape.DRAWING
    rows, columns = np.nonzero(ink)
    high, wide = np.ptp(rows) + 1, np.ptp(columns) + 1
    assert motif.image.height >= 0.97 * high
    assert motif.image.width >= 0.97 * wide
    opaque = (np.asarray(motif.image.getchannel("A")) > 128).sum()
    assert opaque >= ink.sum()
