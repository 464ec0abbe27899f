import io
import struct

import pytest
from PIL import Image, ImageCms

from board.art.intake import Taken, kept, take_in
from heic_files import HEIC_SIZE, heic
from picture_corpus import (
    CANARY,
    FIELDS,
    RIGHT,
    SIZE,
    chatty_png,
    exif,
    fields,
    polyglot,
    saved,
    turned,
)


def seen(taken: Taken) -> Image.Image:
    image = Image.open(io.BytesIO(taken.png))
    assert image.size == (taken.width, taken.height)
    return image


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours in the middle of the four fields."""
    wide, high = image.size
    return [
        tuple(image.getpixel((x, y)))  # type: ignore[arg-type]
        for y in (high // 4, high * 3 // 4)
        for x in (wide // 4, wide * 3 // 4)
    ]


def assert_shows(taken: Taken, colours: tuple[tuple[int, ...], ...], near: int = 4) -> None:
    for found, meant in zip(corners(seen(taken)), colours, strict=True):
        assert len(found) == len(meant)
        assert all(abs(one - other) <= near for one, other in zip(found, meant, strict=True)), (found, meant)


@pytest.mark.parametrize("name", RIGHT)
def test_every_kind_of_picture_shows_its_colours(name: str) -> None:
    file, colours = RIGHT[name]
    taken = take_in(file)
    assert_shows(taken, colours)
    assert (taken.width, taken.height) == (HEIC_SIZE if name == "heic" else SIZE)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize(
    ("kind", "options"), [("JPEG", {"quality": 95}), ("PNG", {}), ("WEBP", {"lossless": True}), ("TIFF", {})]
)
def test_a_picture_is_upright_however_the_camera_was_held(kind: str, options: dict[str, object], turn: int) -> None:
    taken = take_in(turned(kind, turn, **options))
    assert (taken.width, taken.height) == SIZE
    assert_shows(taken, FIELDS)


@pytest.mark.parametrize("quarters", range(4))
def test_a_heic_is_turned_once_though_it_says_so_twice(quarters: int) -> None:
    taken = take_in(heic(quarters=quarters, exif=exif(6)[6:]))
    red, green, blue, yellow = FIELDS
    order = (
        (red, green, blue, yellow),
        (green, yellow, red, blue),
        (yellow, blue, green, red),
        (blue, red, yellow, green),
    )
    assert_shows(taken, order[quarters])
    assert (taken.width, taken.height) == (HEIC_SIZE if quarters % 2 == 0 else HEIC_SIZE[::-1])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF"])
def test_what_hangs_on_a_picture_is_gone(kind: str) -> None:
    options: dict[str, object] = {"exif": exif(1)} if kind in {"JPEG", "PNG", "WEBP"} else {}
    options |= {"quality": 95} if kind == "JPEG" else {"lossless": True} if kind == "WEBP" else {}
    if kind in {"JPEG", "PNG", "TIFF"}:
        options["icc_profile"] = CANARY * 4
    if kind in {"JPEG", "WEBP"}:
        options["xmp"] = CANARY * 4
    if kind in {"JPEG", "GIF"}:
        options["comment"] = CANARY
    file = polyglot(saved(fields(), kind, **options))
    assert CANARY in file
    taken = take_in(file)
    assert_shows(taken, FIELDS)
    assert_holds_pixels_only(taken)


@pytest.mark.parametrize("file", [chatty_png(fields()), heic(exif=exif(1)[6:]), polyglot(heic(exif=exif(1)[6:]))])
def test_no_place_and_no_name_is_kept(file: bytes) -> None:
    assert CANARY in file
    assert_holds_pixels_only(take_in(file))


def assert_holds_pixels_only(taken: Taken) -> None:
    names, at = [], 8
    while at < len(taken.png):
        length, name = struct.unpack(">I4s", taken.png[at : at + 8])
        names.append(name)
        at += 12 + length
    assert names[0] == b"IHDR"
    assert names[-1] == b"IEND"
    assert set(names[1:-1]) == {b"IDAT"}
    assert CANARY not in taken.png
    assert b"Exif" not in taken.png


@pytest.mark.parametrize("size", [(1500, 1000), (1024, 20), (3, 5000), (5000, 1), (4100, 4099), (2049, 2047)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_picture_is_bounded_and_not_stretched(size: tuple[int, int], kind: str) -> None:
    taken = take_in(saved(fields(size=size), kind, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {})))
    share = min(1, 1024 / max(size))
    assert max(taken.width, taken.height) == min(1024, max(size))
    assert abs(taken.width - size[0] * share) <= 1
    assert abs(taken.height - size[1] * share) <= 1
    if min(taken.width, taken.height) > 8:
        assert_shows(taken, FIELDS)


@pytest.mark.parametrize("side", [1, 12, 24, 64, 1024])
def test_a_small_picture_keeps_every_pixel(side: int) -> None:
    noise = Image.frombytes("RGBA", (side, side), bytes(range(256)) * (side * side * 4 // 256 + 1))
    art = noise.crop((0, 0, side, side))
    for taken in (take_in(saved(art, "PNG")), take_in(saved(art, "WEBP", lossless=True, exact=True)), kept(art)):
        assert seen(taken).convert("RGBA").tobytes() == art.tobytes()


def test_clear_pixels_bleed_no_colour_when_a_picture_shrinks() -> None:
    art = Image.new("RGBA", (2100, 1400), (0, 255, 0, 0))
    art.paste((200, 0, 0, 255), (701, 0, 1401, 1400))
    raw = seen(take_in(saved(art, "PNG"))).tobytes()
    greens = [green for green, alpha in zip(raw[1::4], raw[3::4], strict=True) if alpha > 8]
    assert greens
    assert max(greens) <= 2


def test_equal_pictures_share_an_id_whatever_their_file() -> None:
    ids = {
        take_in(saved(fields(), "PNG")).content,
        take_in(saved(fields(), "BMP")).content,
        kept(fields("RGBA")).content,
    }
    assert len(ids) == 1
    (content,) = ids
    assert len(content) == 32
    assert int(content, 16)
    assert content == content.lower()
    assert content != kept(fields(size=(32, 48))).content
    assert kept(Image.new("L", (6, 4))).content != kept(Image.new("L", (4, 6))).content


def test_the_colours_are_those_the_file_means() -> None:
    """A profile whose red and green are exchanged turns a red picture green."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = profile.replace(b"rXYZ", b"????", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"????", b"gXYZ", 1)
    exchanged = exchanged.replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be"))
    picture = Image.new("RGB", (100, 70), (255, 0, 0))
    for kind in ("PNG", "JPEG", "WEBP", "TIFF"):
        red, green, blue = corners(seen(take_in(saved(picture, kind, icc_profile=exchanged))))[0]
        assert green > 240, kind
        assert red < 60, kind
        assert blue < 60, kind


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_a_profile_that_makes_no_sense_costs_no_picture(profile: bytes) -> None:
    picture = fields(size=(200, 100))
    assert take_in(saved(picture, "PNG", icc_profile=profile)).content == kept(picture).content


def test_a_heic_whose_descriptions_are_broken_costs_no_picture() -> None:
    assert_shows(take_in(heic(exif=exif(1)[6:]).replace(b"Exif", b"E\xffif", 1)), FIELDS)


def test_broken_exif_costs_no_picture() -> None:
    for broken in (
        b"Exif\0\0",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff",
        exif(6)[:30],
        b"?",
    ):
        assert_shows(take_in(saved(fields(), "JPEG", quality=95, exif=broken)), FIELDS)
