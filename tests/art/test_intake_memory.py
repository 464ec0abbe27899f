"""The largest pictures of each kind, each in a process of its own whose peak is read."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from board.art.formats.limits import TOO_LARGE
from heic_files import heic
from picture_corpus import flat_bmp, flat_jpeg, flat_webp, png, saved, tiff

LARGE = (7300, 5470)
"""Just below 40 megapixels."""
MOST = 400_000_000

_PROGRAM = """
import sys
from pathlib import Path
from board.art.intake import take_in
from board.errors import Refusal
try:
    taken = take_in(Path(sys.argv[1]))
    print(taken.width, taken.height)
except Refusal as refusal:
    print(refusal)
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak.split()[1]) * 1024)
"""


def _bytes(content: Callable[[], bytes]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content())

    return write


def _with_hole(content: Callable[[], bytes], length: int) -> Callable[[Path], None]:
    """A file that goes on as zeros, up to a length in bytes."""

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(content())
            file.truncate(length)

    return write


_PIXELS = LARGE[0] * LARGE[1]

TAKEN: dict[str, Callable[[Path], None]] = {
    "jpeg, 108 megapixels": _bytes(lambda: flat_jpeg((12000, 9000))),
    "progressive jpeg, 50": _bytes(lambda: flat_jpeg((8160, 6125), progressive=True)),
    "jpeg colour by colour, 50": _bytes(lambda: flat_jpeg((8160, 6125), scans=3)),
    "png of 16 bits and alpha, 40": _bytes(lambda: png(LARGE, 16, 6, lambda _: bytes(8 * LARGE[0]))),
    "webp with alpha, 36": _bytes(lambda: flat_webp((7200, 5000))),
    "gif, 40": _bytes(lambda: saved(Image.new("P", LARGE), "GIF")),
    "tiff of printing colours in one strip, 40": _bytes(lambda: tiff(LARGE, 8, 4, 5, bytes(4 * _PIXELS))),
    "tiff of printing colours, not packed, 40": _with_hole(
        lambda: tiff(LARGE, 8, 4, 5, b"", packed=False), 200 + 4 * _PIXELS
    ),
    "bmp, 40": lambda path: flat_bmp(path, LARGE),
    "png as long as can be, 40": _bytes(lambda: png((65_535, 610), 8, 6, lambda _: bytes(4 * 65_535))),
    "heic, 40": _bytes(lambda: heic(LARGE, quarters=1)),
}

REFUSED: dict[str, Callable[[Path], None]] = {
    "png of 30,000 x 30,000": _bytes(lambda: png((30_000, 30_000), 1, 0, lambda _: bytes(3750))),
    "tiff of 16 bits in one strip, 40": _bytes(lambda: tiff(LARGE, 16, 4, 2, b"")),
    "progressive jpeg of printing colours, 50": _bytes(lambda: flat_jpeg((8160, 6125), 4, progressive=True)),
}


def _measured(path: Path) -> tuple[str, int]:
    run = subprocess.run([sys.executable, "-c", _PROGRAM, path], capture_output=True, text=True, check=True)
    said, peak = run.stdout.splitlines()
    print(f"{path.name:45}{int(peak) / 1e6:5.0f} MB  {said}")  # noqa: T201 - the figures, with pytest -s
    return said, int(peak)


@pytest.mark.parametrize("name", TAKEN)
def test_the_largest_picture_of_its_kind_fits_in_memory(name: str, tmp_path: Path) -> None:
    TAKEN[name](tmp_path / name)
    said, peak = _measured(tmp_path / name)
    assert "1024" in said.split()
    assert peak < MOST


@pytest.mark.parametrize("name", REFUSED)
def test_a_picture_that_would_not_fit_is_refused_before_it_is_unpacked(name: str, tmp_path: Path) -> None:
    REFUSED[name](tmp_path / name)
    said, peak = _measured(tmp_path / name)
    assert said == TOO_LARGE
    assert peak < MOST / 4
