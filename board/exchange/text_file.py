"""Text as files bring it: which letters the bytes mean, also when the file breaks off or carries no mark."""

import codecs
import re
import unicodedata
from typing import NamedTuple

from board.counting import counted
from board.exchange.old_letters import old_letters

_MOST_CONTROLS = 0.1
"""Share of the characters that may be control characters; a file with more is a program, a picture or a zip."""

_ODD_ONE = "Line {first} holds signs that are no letters; look whether it was read as it is meant."
_ODD_MANY = (
    "{count} lines hold signs that are no letters, line {first} first; look whether they were read as they are meant."
)


class Decoded(NamedTuple):
    """The text of a file, and what is to be said of its letters.

    Attributes:
        text: The text; empty where the letters are not clear.
        broken_off: Whether the file breaks off in the middle of a letter.
        assumed: What the letters are called that were assumed; empty where the file or its words leave no doubt.
        is_unclear: Whether it is a text, but nothing tells in which letters.
    """

    text: str
    broken_off: bool = False
    assumed: str = ""
    is_unclear: bool = False


def decoded(data: bytes) -> Decoded | None:
    """Give the text bytes stand for, None when they are no text.

    Args:
        data: A file in UTF-8, UTF-16 or an old code page, with or without a mark.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _read(data, "utf-16")
    text = _of_utf_8(data)
    if text is not None and (b"\0" not in data or _is_text(text)):  # a few NULs in a text make it no UTF-16
        return Decoded(text)
    if b"\0" in data:
        kind = _utf_16_kind(data)
        return None if kind is None else _read(data, kind)
    return _of_old_bytes(data)


def odd_lines(text: str) -> tuple[str, ...]:
    """Name the lines in which there are characters no list is written with, in one sentence; nothing where there are none.

    Args:
        text: A list as it was read or pasted, before it was cleaned.
    """
    odd = [number for number, line in enumerate(_lines(text), 1) if any(map(_is_odd, line))]
    return (counted(_ODD_ONE, _ODD_MANY, len(odd), first=odd[0]),) if odd else ()


def _lines(text: str) -> list[str]:
    return re.split("\r\n|\r|\n", text)


def _is_odd(char: str) -> bool:
    return char == "\ufffd" or (unicodedata.category(char) in ("Cc", "Cs") and not char.isspace())


def _is_text(text: str) -> bool:
    return sum(map(_is_odd, text)) <= _MOST_CONTROLS * len(text)


def _of_old_bytes(data: bytes) -> Decoded | None:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        known = not data[: error.start].removeprefix(codecs.BOM_UTF8).isascii() or len(data) - error.start > 1
        if known and error.reason == "unexpected end of data":  # one odd byte at an end in ASCII is an old é
            return _read(data, "utf-8-sig")
    guess = old_letters(data)
    if guess.code_page:
        return Decoded(data.decode(guess.code_page, "replace"), assumed=guess.called)
    steering = len(data.translate(None, bytes(range(32, 256)) + b"\t\n\x0b\x0c\r"))
    return None if steering > _MOST_CONTROLS * len(data) / 4 else Decoded("", is_unclear=True)


def _of_utf_8(data: bytes) -> str | None:
    """Give the text of UTF-8; of the surrogates some programs write into it, two that belong together are one letter."""
    try:
        text = data.decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


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
