"""What costs too much is refused soon, with its sentence, and the pictures behind it come."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from board.art.formats.limits import TOO_LARGE, TOO_LONG
from board.art.intake import take_in
from board.art.picture_files import pictures_in
from board.errors import Refusal
from picture_attacks import ENDLESS, HARMLESS, LARGE
from picture_corpus import chunk, fields, saved, turned

SOON = 10.0
"""Seconds of the processor."""

_EACH = """
import sys
from pathlib import Path
from board.art.intake import take_in
from board.errors import Refusal
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        take_in(path)
    except Refusal as refusal:
        print(path.name, "|", refusal)
    else:
        print(path.name, "| taken")
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak.split()[1]) * 1024)
"""


def refused(source: Path | bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        take_in(source)
    return str(refusal.value)


@pytest.mark.parametrize("name", ENDLESS)
def test_what_takes_long_is_refused_soon(name: str) -> None:
    file = ENDLESS[name]()
    begun = time.thread_time()
    assert refused(file) == TOO_LONG
    assert time.thread_time() - begun < SOON


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_not_wanted_costs_nothing(name: str) -> None:
    file = HARMLESS[name]()
    begun = time.thread_time()
    assert max(take_in(file)[2:]) in {48, 1024}
    assert time.thread_time() - begun < SOON


def test_a_folder_of_bombs_costs_little_memory_and_the_pictures_behind_come(tmp_path: Path) -> None:
    for kinds in (ENDLESS, HARMLESS, LARGE):
        for name, file in kinds.items():
            (tmp_path / name).write_bytes(file())
    (tmp_path / "zzz fish").write_bytes(saved(fields(), "PNG"))
    run = subprocess.run([sys.executable, "-c", _EACH, tmp_path], capture_output=True, text=True, check=True)
    *told, peak = run.stdout.splitlines()
    said = dict(line.split(" | ") for line in told)
    assert said == (
        dict.fromkeys(ENDLESS, TOO_LONG)
        | dict.fromkeys(HARMLESS, "taken")
        | dict.fromkeys(LARGE, TOO_LARGE)
        | {"zzz fish": "taken"}
    )
    assert int(peak) < 250_000_000


def test_a_picture_that_takes_too_long_is_let_go_wherever_it_is_and_the_next_one_comes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "fish.jpg"
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"):
        file.write_bytes(saved(fields().convert("P" if kind == "GIF" else "RGB"), kind))
        with monkeypatch.context() as hurry:
            hurry.setattr("board.art.formats.opened.SECONDS", 0.0)
            assert refused(file) == TOO_LONG
        assert take_in(file).width == 48


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_png_lies_as_imagemagick_says_unless_exif_says_it(turn: int) -> None:
    upright = take_in(saved(fields(), "PNG"))
    exif_says = turned("PNG", turn)
    laid = exif_says[:33] + exif_says[exif_says.index(b"IDAT") - 4 :]
    assert b"eXIf" not in laid
    said = laid[:33] + chunk(b"orNT", bytes([turn])) + laid[33:]
    assert take_in(said).content == upright.content
    other = exif_says[:33] + chunk(b"orNT", bytes([1 + turn % 8])) + exif_says[33:]
    assert turn == 1 or take_in(other).content == upright.content


@pytest.mark.parametrize("said", [b"", b"\0", b"\x09", b"\6\0", b"\0\0\0\6", bytes(100_000)])
def test_what_imagemagick_would_not_say_turns_nothing(said: bytes) -> None:
    plain = saved(fields(), "PNG")
    file = plain[:33] + chunk(b"orNT", said) + plain[33:]
    assert take_in(file).content == take_in(plain).content


def test_a_link_among_the_pictures_that_wait_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "drop").mkdir()
    (tmp_path / "mine.png").write_bytes(saved(fields(), "PNG"))
    (tmp_path / "drop" / "fish.png").symlink_to(tmp_path / "mine.png")
    (tmp_path / "drop" / "boat.png").write_bytes(saved(fields(), "PNG"))
    assert [one.path.name for one in pictures_in(tmp_path / "drop")] == ["boat.png"]
