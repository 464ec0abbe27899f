"""Makes HEIC files of any size and turn out of one tile, since no free library writes them."""

import base64
import struct

HEIC_SIZE = (512, 384)

# Made once of four fields that meet at (256, 192), 512 px square: heif-enc -q 5 fields.png (libheif 1.15 with x265).
_SETUP = base64.b64decode(
    "AQNwAAAAAAAAAAAAWvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAWroCQCEAAQAsQgEBA3AAAAMAkAAAAwAAAwBaoAQCAIBZbqSSmu"
    "bgQEDAgAAAAwCAAAADAIQiAAEAB0QBwXKwYkA="
)
_TILE = base64.b64decode(
    "AAAAkSgBrwSRBpCyZyCB4PzM5vZ/+qTnze5bwZ1HYoGbw5B8g0eYrrUEEfznEfG5IhQAYUCnSL4FwNHbNMAAF5CTDTPwTuCwABBQBdHmPj5X/3Zrcu"
    "WfpzGBdocAvYE2v4Tk+T3IHnfN9BMSke6XsAAjYIcAACKqHAA3IAAAAwFr26AEnAAABkOygB5QAAAMob4ASUA="
)
_TILE_SIDE = 512
_WHOLE, _EXIF = 1, 2
_FIRST_TILE = 3


def _box(kind: bytes, *content: bytes) -> bytes:
    whole = b"".join(content)
    return struct.pack(">I", 8 + len(whole)) + kind + whole


def _full(kind: bytes, version: int, *content: bytes, flags: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", version << 24 | flags), *content)


def heic(size: tuple[int, int] = HEIC_SIZE, *, quarters: int = 0, exif: bytes = b"") -> bytes:
    """A HEIC that shows the tile again and again, as phones lay them.

    Args:
        size: Width and height in px before it is turned.
        quarters: How many quarters of a turn, anticlockwise, a reader has to give it.
        exif: EXIF to carry along, from its TIFF header on.
    """
    across, down = (-(-side // _TILE_SIDE) for side in size)
    tiles = range(_FIRST_TILE, _FIRST_TILE + across * down)
    grid = struct.pack(">BBBBHH", 0, 0, down - 1, across - 1, *size)
    said = struct.pack(">I", 0) + exif
    head = _box(b"ftyp", b"heic\0\0\0\0mif1heic")
    where = {_WHOLE: (0, len(grid)), _EXIF: (len(grid), len(said))}
    where |= dict.fromkeys(tiles, (len(grid) + len(said), len(_TILE)))
    start = len(head) + len(_meta(size, tiles, quarters, where, 0)) + 8
    return head + _meta(size, tiles, quarters, where, start) + _box(b"mdat", grid, said, _TILE)


def _meta(size: tuple[int, int], tiles: range, quarters: int, where: dict[int, tuple[int, int]], start: int) -> bytes:
    kinds = {_WHOLE: b"grid", _EXIF: b"Exif"} | dict.fromkeys(tiles, b"hvc1")
    items = [
        _full(b"infe", 2, struct.pack(">HH", item, 0), kind, b"\0", flags=item != _WHOLE)
        for item, kind in kinds.items()
    ]
    places = [struct.pack(">HHHII", item, 0, 1, start + at, length) for item, (at, length) in where.items()]
    made_of = struct.pack(f">HH{len(tiles)}H", _WHOLE, len(tiles), *tiles)
    properties = _box(
        b"ipco",
        _box(b"hvcC", _SETUP),
        _full(b"ispe", 0, struct.pack(">II", _TILE_SIDE, _TILE_SIDE)),
        _full(b"ispe", 0, struct.pack(">II", *size)),
        _box(b"irot", bytes([quarters])),
    )
    belong = [struct.pack(">HBBB", _WHOLE, 2, 0x03, 0x84)]
    belong += [struct.pack(">HBBB", tile, 2, 0x81, 0x02) for tile in tiles]
    return _full(
        b"meta",
        0,
        _full(b"hdlr", 0, bytes(4), b"pict", bytes(13)),
        _full(b"pitm", 0, struct.pack(">H", _WHOLE)),
        _full(b"iloc", 0, b"\x44\0", struct.pack(">H", len(places)), *places),
        _full(b"iinf", 0, struct.pack(">H", len(items)), *items),
        _full(b"iref", 0, _box(b"dimg", made_of), _box(b"cdsc", struct.pack(">HHH", _EXIF, 1, _WHOLE))),
        _box(b"iprp", properties, _full(b"ipma", 0, struct.pack(">I", len(belong)), *belong)),
    )
