"""Takes pictures in: from any file a camera, scanner or child hands over to upright pixels, and nothing but pixels."""

import contextlib
import io
import os
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageCms

from board.art.formats.kinds import ending_of, open_picture
from board.art.formats.limits import BROKEN, EMPTY, HEAVIEST, NOT_READ, TOO_LARGE, TOO_LONG, TooLong
from board.art.formats.opened import Hurried, Opened, Source, opened
from board.art.kept_picture import picture_of
from board.disk import open_plain
from board.errors import Refusal
from board.mastery.content_id import LONG_SIDE, content_id
from board.mastery.pictures import Box

_PIXEL_ART = 64
"""Pixels up to which every pixel is meant as it is."""

_STRIP = 1_000_000
"""Pixels that are looked at in one go."""

_PACKING = 2
"""How hard a PNG is packed: 6 would make it an eighth smaller in three times the time."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by EXIF orientation."""

_MEANT = {"RGB": ("RGB", {"L", "LA", "RGB", "RGBA"}), "GRAY": ("L", {"L", "LA"}), "CMYK": ("CMYK", {"CMYK"})}
"""The mode a profile's colours have, and the modes of pictures it can be about."""

_ONE_AT_A_TIME = threading.Lock()
"""Two large pictures at once would need the memory twice."""


class Taken(NamedTuple):
    """A picture made ready to be kept.

    Attributes:
        content: Content id, 32 lowercase hex digits; equal pictures share it.
        png: The pixels as a PNG that holds nothing else.
        width: In px.
        height: In px.
    """

    content: str
    png: bytes
    width: int
    height: int


def take_in(source: Path | bytes) -> Taken:
    """Make a picture file upright, small and clean of everything but its pixels.

    Args:
        source: A file, or what is in it: JPEG, PNG, WebP, GIF, TIFF, BMP or HEIC, whatever its name says.

    Raises:
        Refusal: It is no picture, broken, too large, empty or can't be read; in words for a child.
    """
    with _ONE_AT_A_TIME, _reading(source) as given, _in_words():
        return _taken(open_picture(given))


@contextlib.contextmanager
def _in_words() -> Iterator[None]:
    """Say in words why something can't be read, whatever a decoder stumbles over."""
    with warnings.catch_warnings():
        # What Pillow warns of is settled here: the size has limits of its own, odd metadata is dropped.
        warnings.simplefilter("ignore")
        try:
            yield
        except Refusal:
            raise
        except TooLong as error:
            raise Refusal(TOO_LONG) from error
        except (Image.DecompressionBombError, MemoryError) as error:
            raise Refusal(TOO_LARGE) from error
        except OSError as error:  # with a number when it comes from the disk, without one from a decoder
            raise Refusal(NOT_READ if error.errno else BROKEN) from error
        except Exception as error:  # a decoder may stumble over broken bytes in any way
            raise Refusal(BROKEN) from error


def ending_in(source: Path) -> str:
    """Tell how the name of a picture file should end; looked at is how it begins, and whether what follows can be opened.

    Args:
        source: The file, whatever it is called.

    Raises:
        Refusal: It is no picture, broken, too large, empty or can't be read; in words for a child.
    """
    with _ONE_AT_A_TIME, _reading(source) as given, _in_words():
        start = given.file.read(16)
        given.file.seek(0)
        open_picture(given)
        return ending_of(start)


def kept(picture: Image.Image) -> Taken:
    """Make an image ready that is in memory and upright, such as one drawn on the board."""
    return _taken(opened(picture))


def part_of(taken: Taken, box: Box) -> Taken:
    """Give a part of a picture as one of its own; nothing of the rest is in it.

    Args:
        taken: The whole picture.
        box: The part, in shares of the picture.
    """
    left, top, right, bottom = box
    width, height = taken.width, taken.height
    first, above = min(round(left * width), width - 1), min(round(top * height), height - 1)
    used = (first, above, max(first + 1, round(right * width)), max(above + 1, round(bottom * height)))
    return kept(picture_of(taken.png).crop(used))


@contextlib.contextmanager
def _reading(source: Path | bytes) -> Iterator[Source]:
    """Open what was handed over, unless it is empty, endless or out of reach."""
    with contextlib.ExitStack() as opening:
        if isinstance(source, bytes):
            given = Source(Hurried(io.BytesIO(source)), len(source), len(source))
        else:
            try:
                file = opening.enter_context(Hurried(io.FileIO(open_plain(Path(os.path.realpath(source))))))
                given = Source(file, os.fstat(file.fileno()).st_size)
            except (OSError, ValueError) as error:  # ValueError is for names that can't be any file's
                raise Refusal(NOT_READ) from error
        if given.weight == 0:
            raise Refusal(EMPTY)
        if given.weight > HEAVIEST:
            raise Refusal(TOO_LARGE)
        yield given


def _taken(picture: Opened) -> Taken:
    """Give a picture as it is kept."""
    small = _in_srgb(_bounded(picture), picture.profile)
    if picture.turn in _TURNS:
        small = small.transpose(_TURNS[picture.turn])
    rgba = small.convert("RGBA")
    is_opaque = rgba.getchannel("A").getextrema() == (255, 255)
    plain = rgba.convert("RGB") if is_opaque else rgba
    plain.info = {}
    png = io.BytesIO()
    plain.save(png, "PNG", compress_level=_PACKING)
    return Taken(content_id(*rgba.size, rgba.tobytes()), png.getvalue(), *plain.size)


def _bounded(picture: Opened) -> Image.Image:
    """Give the pixels in 8 bits, small enough to be kept: strip by strip, since a large picture fits in memory only once."""
    width, height = picture.width, picture.height
    long = max(width, height)
    factor = max(1, long // (2 * LONG_SIDE))
    step = factor * max(1, _STRIP // (width * factor))
    whole: Image.Image | None = None
    for top in range(0, height, step):
        strip = _plain(picture.rows(top, min(height, top + step)), picture)
        if long > LONG_SIDE:
            strip = _premultiplied(strip).reduce(factor)
        if whole is None:
            whole = Image.new(strip.mode, (-(-width // factor), -(-height // factor)))
        whole.paste(strip, (0, top // factor))
    assert whole is not None
    if long <= LONG_SIDE:
        return whole
    size = (max(1, round(width * LONG_SIDE / long)), max(1, round(height * LONG_SIDE / long)))
    # Sharp, and without the pale seams along strokes that sharper ways give a drawing.
    small = whole.resize(size, Image.Resampling.HAMMING, box=(0, 0, width / factor, height / factor))
    return small.convert({"La": "LA", "RGBa": "RGBA"}.get(small.mode, small.mode))


def _premultiplied(strip: Image.Image) -> Image.Image:
    """Let clear pixels weigh nothing, so that their colour doesn't bleed into others."""
    return strip.convert({"LA": "La", "RGBA": "RGBa"}.get(strip.mode, strip.mode))


def _plain(strip: Image.Image, picture: Opened) -> Image.Image:
    """Give a strip as grey, colours or printing colours of 8 bits, with alpha if it has any."""
    mode = strip.mode
    if mode.startswith("I;16") or mode in {"I", "F"}:
        return _grey(strip, picture.black, picture.white)
    if mode in {"CMYK", "LA", "RGBA"}:
        return strip
    if mode in {"La", "RGBa"}:
        return strip.convert(mode.upper())
    if strip.has_transparency_data:
        return strip.convert("LA" if mode in {"1", "L"} else "RGBA")
    return strip.convert("L" if mode in {"1", "L"} else "RGB")


def _grey(strip: Image.Image, black: float, white: float) -> Image.Image:
    """Bring finer greys to 8 bits: Pillow's own way cuts off all that is lighter than 255."""
    fine = strip if strip.mode in {"I", "F"} else strip.convert("I")
    scale = 255 / (white - black)
    grey = fine.convert("F").point(lambda value: value * scale + (0.5 - black * scale)).convert("L")
    clear = strip.info.get("transparency")
    if not isinstance(clear, int):
        return grey
    above, below = (fine.point(lambda value: value * 1 - clear), fine.point(lambda value: value * -1 + clear))
    differs = ImageChops.lighter(above.convert("L"), below.convert("L"))
    grey.putalpha(differs.point(lambda value: 255 if value else 0))
    grey.info = {}
    return grey


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Give the colours a file means; a profile that can't be followed costs no picture."""
    if profile is None or max(picture.size) <= _PIXEL_ART:
        return picture
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in (meant.profile.profile_description or ""):
            return picture
        alpha = picture.getchannel("A") if picture.mode in {"LA", "RGBA"} else None
        mode, of = _MEANT[meant.profile.xcolor_space.strip()]
        if picture.mode not in of:
            return picture
        colours = picture.convert(mode)
        shown = ImageCms.profileToProfile(colours, meant, ImageCms.createProfile("sRGB"), outputMode="RGB")
        if shown is None:
            return picture
        if alpha is not None:
            shown.putalpha(alpha)
    except Exception:  # noqa: BLE001 - profiles are as often broken as they are wrong for their picture
        return picture
    return shown
