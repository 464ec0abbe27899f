"""Text as files bring it: which letters the bytes mean, also when the file breaks off or carries no mark."""

import codecs
import unicodedata
from typing import NamedTuple


class Decoded(NamedTuple):
    """The text of a file, and whether the file breaks off in the middle of a letter."""

    text: str
    broken_off: bool = False


def decoded(data: bytes) -> Decoded | None:
    """Give the text bytes stand for, None when they are no text.

    Args:
        data: A file in UTF-8, UTF-16 or the old Windows code page, with or without a mark.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _read(data, "utf-16")
    if b"\0" in data:
        kind = _utf_16_kind(data)
        return None if kind is None else _read(data, kind)
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        known = not data[: error.start].removeprefix(codecs.BOM_UTF8).isascii() or len(data) - error.start > 1
        if known and error.reason == "unexpected end of data":  # one odd byte at an end in ASCII is an old é
            return _read(data, "utf-8-sig")
    try:
        return Decoded(data.decode("cp1252"))
    except UnicodeDecodeError:
        return None


def _read(data: bytes, encoding: str) -> Decoded:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    text = decoder.decode(data)
    return Decoded(text, bool(decoder.getstate()[0]))


def _utf_16_kind(data: bytes) -> str | None:
    """Find the UTF-16 in which bytes with NULs among them are a text: spaces and line ends tell which of the two."""
    kinds: dict[str, int] = {}
    for kind in ("utf-16-le", "utf-16-be"):
        text = _read(data, kind).text
        plain = sum(char.isascii() for char in text)
        if plain and not any(
            unicodedata.category(char) in ("Cc", "Cn", "Co") and char not in "\t\r\n" for char in text
        ):
            kinds[kind] = plain
    return max(kinds, key=lambda kind: kinds[kind], default=None)
