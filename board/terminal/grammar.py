"""The pieces of what a terminal sends, after ECMA-48: where one begins, what it is and where it ends."""

import re
import unicodedata
from typing import NamedTuple

_WORDS = ("NaN", "Infinity")
"""What terminals written in JavaScript send where a number belongs (T#6573)."""

_WORD_ENDS = "|".join(word[:at] for word in _WORDS for at in range(1, len(word)))
_CSI_BODY = rb"\x1b\[(?:(?<=[;<\-])(?:%s)|[\x20-\x3f])*+" % "|".join(_WORDS).encode()
_CSI_TORN = re.compile(_CSI_BODY + rb"(?:(?<=[;<\-])(?:%s))?\Z" % _WORD_ENDS.encode())
_CSI_BEGUN = re.compile(_CSI_BODY)
_CSI = re.compile(_CSI_BODY + rb"[\x40-\x7e]")
_SS3_BEGUN = re.compile(rb"\x1bO[0-9;]*+")
_SS3 = re.compile(rb"\x1bO[0-9;]*+[\x40-\x7e]")
_RXVT = re.compile(rb"\x1b\[(?:3|7|8|23|24)\$")
"""Shift and a key as rxvt says it: these end where all others still go on."""

_CONSOLE_KEY, _X10 = b"\x1b[[", b"\x1b[M"
"""The function keys of the Linux console go on for one more byte, old mouse reports for three."""

_STRINGS = b"P]X^_"
"""What follows ESC where a string begins: DCS, OSC, SOS, PM, APC."""

_ONE_BYTE = {0x9B: b"\x1b[", 0x9D: b"\x1b]", 0x90: b"\x1bP"}
"""CSI, OSC and DCS as one byte: with figures behind it an answer, without them a stray byte."""

_FIGURES = b"0123456789;<=>?"
_ESCAPE = b"\x1b"
_CONTROLS, _PRINTABLE, _ASCII = range(0x20), range(0x20, 0x7F), range(0x80)
_X10_CODES, _STRING_END = 3, ord("\\")


class Letter(NamedTuple):
    """One character, control characters too."""

    character: str


class Sequence(NamedTuple):
    """One escape sequence, or ESC alone."""

    text: str


class Press(NamedTuple):
    """A mouse report of the oldest kind: button, column and line, each as a byte that is 32 too high."""

    codes: bytes


class Opening(NamedTuple):
    """The beginning of a string."""


class Pasted(NamedTuple):
    """What stood between the marks of a paste."""

    data: bytes


Piece = Letter | Sequence | Press | Opening | Pasted


class Cut(NamedTuple):
    """One step through the bytes.

    Attributes:
        piece: What stood there, None where it means nothing.
        end: Where it ends; where it began, when it goes on with what has not come yet.
    """

    piece: Piece | None
    end: int


def cut(data: bytes, at: int) -> Cut:
    """Cut one piece off.

    Args:
        data: What came.
        at: Where the piece begins.

    Returns:
        The piece, and where it ends.
    """
    first = data[at]
    if first == _ESCAPE[0]:
        return _escape(data, at)
    if first in _ONE_BYTE:
        return _one_byte(data, at)
    return _letter(data, at)


def _letter(data: bytes, at: int) -> Cut:
    """Cut one character off; bytes that are none, and control characters beyond ASCII, vanish."""
    if data[at] in _ASCII:
        return Cut(Letter(chr(data[at])), at + 1)
    try:
        character = data[at : at + 4].decode()[0]
    except UnicodeDecodeError as error:
        if error.start > 0:
            character = data[at : at + error.start].decode()[0]
        elif error.reason == "unexpected end of data" and at + error.end >= len(data):
            return Cut(None, at)
        else:
            return Cut(None, at + error.end)
    known = unicodedata.category(character) != "Cc"
    return Cut(Letter(character) if known else None, at + len(character.encode()))


def _one_byte(data: bytes, at: int) -> Cut:
    if at + 1 == len(data):
        return Cut(None, at)
    if data[at + 1] not in _FIGURES:
        return Cut(None, at + 1)
    piece, end = _escape(_ONE_BYTE[data[at]] + data[at + 1 :], 0)
    return Cut(piece, max(at, at + end - 1))


def _escape(data: bytes, at: int) -> Cut:
    """Cut off what ESC begins; a second ESC ends the first, which was the key."""
    if at + 1 == len(data):
        return Cut(None, at)
    second = data[at + 1]
    if second == ord("["):
        return _csi(data, at)
    if second == ord("O"):
        return _begun(data, at, _SS3, _SS3_BEGUN)
    if second in _STRINGS:
        return Cut(Opening(), at + 2)
    return Cut(Sequence("\x1b"), at + 1) if second == _ESCAPE[0] else _with_alt(data, at)


def _with_alt(data: bytes, at: int) -> Cut:
    """Cut off a key that was pressed with alt; the end of a string whose beginning was given up vanishes."""
    if data[at + 1] == _STRING_END:
        return Cut(None, at + 2)
    letter, end = _letter(data, at + 1)
    if isinstance(letter, Letter):
        return Cut(Sequence("\x1b" + letter.character), end)
    return Cut(None, at if end == at + 1 else end)


def _csi(data: bytes, at: int) -> Cut:
    if short := _RXVT.match(data, at):
        return Cut(Sequence(short[0].decode()), short.end())
    if _CSI_TORN.match(data, at):
        return Cut(None, at)
    piece, end = _begun(data, at, _CSI, _CSI_BEGUN)
    if data.startswith(_CONSOLE_KEY, at):
        return _console_key(data, at)
    if data.startswith(_X10, at):
        return _x10(data, at)
    return Cut(piece, end)


def _begun(data: bytes, at: int, whole: re.Pattern[bytes], begun: re.Pattern[bytes]) -> Cut:
    """Cut off a sequence; one that is broken by a byte that can't stand in it vanishes up to that byte."""
    if found := whole.match(data, at):
        return Cut(Sequence(found[0].decode()), found.end())
    so_far = begun.match(data, at)
    end = so_far.end() if so_far else at + 2
    return Cut(None, at if end == len(data) else end)


def _console_key(data: bytes, at: int) -> Cut:
    end = at + len(_CONSOLE_KEY)
    if end == len(data):
        return Cut(None, at)
    if data[end] in _PRINTABLE:
        return Cut(Sequence(data[at : end + 1].decode()), end + 1)
    return Cut(None, end)


def _x10(data: bytes, at: int) -> Cut:
    """Cut off an old mouse report; its bytes are no UTF-8, and 0 stands for a place it can't say."""
    begin = at + len(_X10)
    codes = data[begin : begin + _X10_CODES]
    for number, code in enumerate(codes):
        if code and code in _CONTROLS:
            return Cut(None, begin + number)
    if len(codes) < _X10_CODES:
        return Cut(None, at)
    return Cut(Press(codes), begin + _X10_CODES)
