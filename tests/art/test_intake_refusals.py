import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from board.art.formats.limits import BROKEN, EMPTY, NO_PICTURE, NOT_READ, TOO_LARGE, TOO_LONG
from board.art.intake import Taken, take_in
from board.errors import Refusal
from heic_files import heic
from picture_corpus import RIGHT, fields, flat_jpeg, flat_webp, png, saved, tiff


def refused(source: Path | bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        take_in(source)
    return str(refusal.value)


def _noise(kind: str, **options: object) -> bytes:
    return saved(Image.effect_noise((300, 200), 80).convert("RGB"), kind, **options)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize(
    "file",
    [
        pytest.param(_noise("JPEG"), id="jpeg"),
        pytest.param(_noise("JPEG", progressive=True), id="progressive jpeg"),
        pytest.param(_noise("PNG"), id="png"),
        pytest.param(_noise("GIF"), id="gif"),
        pytest.param(_noise("WEBP"), id="webp"),
        pytest.param(_noise("BMP"), id="bmp"),
        pytest.param(_noise("TIFF"), id="tiff"),
        pytest.param(heic(), id="heic"),
    ],
)
def test_half_a_picture_is_none(file: bytes, share: float) -> None:
    assert refused(file[: int(len(file) * share)]) == BROKEN


@pytest.mark.parametrize(
    "file",
    [
        b"my fish, called fish.png",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"8BPS\0\1" + bytes(20),
        b"%PDF-1.7\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\0\0\0\x1cftypavif",
        bytes(100),
    ],
)
def test_what_is_no_picture_is_said_to_be_none(file: bytes, tmp_path: Path) -> None:
    (tmp_path / "fish.png").write_bytes(file)
    assert refused(tmp_path / "fish.png") == NO_PICTURE


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "fish.png").touch()
    assert refused(tmp_path / "fish.png") == EMPTY


def test_what_can_not_be_opened_is_said_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    for path in (tmp_path, tmp_path / "gone.png", tmp_path / "pipe.png", tmp_path / "a\0b.png"):
        assert refused(path) == NOT_READ


def _no_row(_: int) -> bytes:
    return b""


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(flat_jpeg((12001, 9001)), id="jpeg over 108 megapixels"),
        pytest.param(flat_jpeg((8001, 6251), progressive=True), id="progressive jpeg over 50"),
        pytest.param(flat_jpeg((8001, 6251), scans=3), id="jpeg over 50 that comes colour by colour"),
        pytest.param(flat_jpeg((8000, 6000), 4, progressive=True), id="progressive jpeg of four colours over 42"),
        pytest.param(flat_webp((7201, 5001)), id="webp over 36"),
        pytest.param(heic((8001, 5001)), id="heic over 40"),
        pytest.param(png((30_000, 30_000), 8, 2, _no_row), id="png of 30,000 x 30,000 without pixels"),
        pytest.param(png((65_536, 1), 8, 2, _no_row), id="png that is one long row"),
        pytest.param(tiff((8001, 5001), 8, 3, 2, b""), id="tiff over 40"),
    ],
)
def test_a_picture_that_is_too_large_is_known_by_its_header(file: bytes) -> None:
    assert refused(file) == TOO_LARGE


def test_a_file_that_is_too_heavy_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "fish.png").open("wb") as file:
        file.write(saved(fields(), "PNG"))
        file.truncate(331_000_000)
    assert refused(tmp_path / "fish.png") == TOO_LARGE


def test_sentences_tell_children_what_and_what_to_try() -> None:
    sentences = {EMPTY, NO_PICTURE, BROKEN, TOO_LARGE, TOO_LONG, NOT_READ}
    assert len(sentences) == 6
    for sentence in sentences:
        assert sentence.endswith(".")
        assert sentence.count(".") == 1
        assert ";" in sentence


def _starts() -> st.SearchStrategy[bytes]:
    whole = st.sampled_from([file for file, _ in RIGHT.values()])
    return st.builds(lambda file, share: file[: int(len(file) * share)], whole, st.floats(0, 1))


def _spoilt(file: bytes, places: list[tuple[float, int]]) -> bytes:
    data = bytearray(file)
    for share, byte in places:
        data[int(share * (len(data) - 1))] = byte
    return bytes(data)


_BYTES: list[st.SearchStrategy[bytes]] = [
    st.binary(max_size=200),
    st.builds(bytes.__add__, _starts(), st.binary(max_size=200)),
    st.builds(
        _spoilt,
        st.sampled_from([file for file, _ in RIGHT.values()]),
        st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6),
    ),
]


def _outcome(file: bytes) -> Taken | str:
    try:
        return take_in(file)
    except Refusal as refusal:
        return str(refusal)


@settings(max_examples=300)
@given(st.one_of(_BYTES))
def test_any_bytes_are_a_picture_or_refused_with_a_sentence(file: bytes) -> None:
    outcome = _outcome(file)
    if isinstance(outcome, Taken):
        assert max(outcome.width, outcome.height) <= 1024
        assert Image.open(io.BytesIO(outcome.png)).mode in {"RGB", "RGBA"}
    else:
        assert outcome in {EMPTY, NO_PICTURE, BROKEN, TOO_LARGE, TOO_LONG}
