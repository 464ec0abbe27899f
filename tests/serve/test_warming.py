"""What every page needs is ready before somebody asks for it, and a server that ends at once is none the worse."""

import subprocess
import sys
from pathlib import Path

from board.art.cells import StickerCells
from board.art.shelf import SIZES
from board.art.starter import emblems, step_badges
from board.seat.workshop import Workshop
from board.serve.warming import warm
from seats import seat_at

_LOADED = """
import sys
from pathlib import Path
from board.serve.warming import warm
from seats import seat_at
warm(seat_at(Path(sys.argv[1])))
print(*sorted(sys.modules))
"""


def test_every_screen_is_loaded_and_nothing_heavy(tmp_path: Path) -> None:
    from elsewhere import as_here  # noqa: PLC0415 - only here

    words = [sys.executable, "-c", _LOADED, str(tmp_path)]
    told = subprocess.run(words, capture_output=True, text=True, check=True, env=as_here()).stdout.split()
    assert {"board.screens.judging.center", "board.screens.files.tray", "board.screens.path.my_path"} <= set(told)
    assert not {"cv2", "reportlab", "numpy", "pypdfium2"} & {name.partition(".")[0] for name in told}


def test_starter_art_is_read_and_not_made(tmp_path: Path) -> None:
    seat = seat_at(tmp_path)
    warm(seat)
    kept = {path.name for path in (seat.cache / "cells").iterdir()}
    cells = StickerCells(seat.cache / "cells")
    for picture in (*step_badges().values(), *emblems().values()):
        for side in SIZES:
            cells.pixels(picture, side)
    assert {path.name for path in (seat.cache / "cells").iterdir()} == kept


def test_a_server_that_ends_at_once_is_none_the_worse(tmp_path: Path) -> None:
    shop = Workshop(1)
    shop.close()
    warm(seat_at(tmp_path)._replace(elsewhere=shop))
