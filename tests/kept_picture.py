"""Pictures as a class keeps them, and all that can become of their files in the life of a folder."""

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from board.art.intake import Taken, kept
from board.store.picture_proof import END, START, Wrong
from picture_corpus import chunk

Harm = Callable[[Path], None]
"""Does something to the file of a picture."""


def picture(colour: str = "red", size: tuple[int, int] = (30, 20)) -> Taken:
    """A small picture of one colour with a dark corner."""
    image = Image.new("RGB", size, colour)
    image.paste("black", (0, 0, size[0] // 3, size[1] // 3))
    return kept(image)


def _head(size: tuple[int, int], colours: bytes = b"\x08\x06") -> bytes:
    return chunk(b"IHDR", struct.pack(">II", *size) + colours + bytes(3))


def _packed(length: int) -> bytes:
    return chunk(b"IDAT", zlib.compress(bytes(length)))


def _put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _write(data: bytes) -> Harm:
    return lambda path: _put(path, data)


def _sparse(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(1 << 30)


def _linked(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


HARMS: dict[str, tuple[Harm, Wrong]] = {
    "emptied": (_write(b""), Wrong.EMPTY),
    "only begun": (lambda path: _put(path, path.read_bytes()[:5]), Wrong.CUT_OFF),
    "half there": (lambda path: _put(path, path.read_bytes()[:-20]), Wrong.CUT_OFF),
    "last byte missing": (lambda path: _put(path, path.read_bytes()[:-1]), Wrong.CUT_OFF),
    "zeros as long as the picture": (lambda path: _put(path, bytes(len(path.read_bytes()))), Wrong.NO_PICTURE),
    "zeros in its middle": (
        lambda path: _put(path, path.read_bytes()[:45] + bytes(30) + path.read_bytes()[75:]),
        Wrong.DAMAGED,
    ),
    "text": (_write(b"The file is not available offline.\n"), Wrong.NO_PICTURE),
    "pointer to a picture": (
        _write(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"),
        Wrong.NO_PICTURE,
    ),
    "a photo": (lambda path: Image.new("RGB", (30, 20), "red").save(path, "JPEG"), Wrong.NO_PICTURE),
    "another picture": (_write(picture("blue").png), Wrong.ANOTHER),
    "says 30,000 x 30,000": (_write(START + _head((30_000, 30_000)) + END), Wrong.TOO_LARGE),
    "says 30,000 x 30,000 behind another head": (
        _write(START + chunk(b"abcd", bytes(13)) + _head((30_000, 30_000)) + END),
        Wrong.TOO_LARGE,
    ),
    "has a second head of 12,000 x 12,000": (
        _write(START + _head((9, 9)) + _head((12_000, 12_000), b"\1\0") + _packed(12_000 * 1501) + END),
        Wrong.DAMAGED,
    ),
    "unpacks to a bomb": (
        _write(START + _head((1024, 1024)) + _packed(300_000_000) + END),
        Wrong.ANOTHER,
    ),
    "made of crumbs": (_write(START + _head((9, 9)) + chunk(b"IDAT", b"") * 500_000 + END), Wrong.DAMAGED),
    "goes on for a gigabyte": (_sparse, Wrong.TOO_LARGE),
    "a link": (_linked, Wrong.NO_FILE),
    "a pipe": (_pipe, Wrong.NO_FILE),
    "a folder": (_folder, Wrong.NO_FILE),
}
"""What can become of the file of a picture, and what is said to be wrong with it then."""
