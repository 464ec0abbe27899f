"""Keys as the keyboard protocol of kitty says them: CSI code ; modifiers ; text u, and its older kin that end in ~ or a letter.

Names and characters of keys are Textual's. The rules are those of https://sw.kovidgoyal.net/kitty/keyboard-protocol/.
"""

import re
from typing import NamedTuple

from textual._keyboard_protocol import FUNCTIONAL_KEYS, MODIFIER_FUNCTIONAL_KEYS
from textual.events import Key
from textual.keys import _character_to_key

_KEY = re.compile(r"\x1b\[(\d*)(?:[:\d]*)(?:;(\d*)(?::(\d*))?[:\d]*)?(?:;([:\d]*))?([u~ABCDEFHPQRS])")
_SHIFT, _MODIFIERS = 1, ("alt", "ctrl", "super", "hyper", "meta")
_REAL_MODIFIERS = 0b111111
"""All but the locks."""

_RELEASED = "3"
_LIMIT, _DIGITS = 0x110000, 9
_SURROGATES = range(0xD800, 0xE000)
_PRIVATE = range(0xE000, 0xF900)
"""Codes of keys that are no characters; those without a name are keys we don't know."""

_CHARACTERS = {"enter": "\r", "tab": "\t", "backspace": "\x7f"}
_NUMPAD = {57399 + number: character for number, character in enumerate("0123456789./*-+")} | {57415: "=", 57416: ","}
_SILENT = MODIFIER_FUNCTIONAL_KEYS | {"caps_lock", "num_lock", "scroll_lock"}
"""Keys that change others; alone they do nothing, as in terminals without the protocol."""


class _Pressed(NamedTuple):
    code: int
    end: str
    modifiers: int
    text: tuple[str, ...]


def kitty_keys(sequence: str) -> list[Key] | None:
    """Read a key.

    Args:
        sequence: One whole escape sequence.

    Returns:
        The keys, none where a key was released or only changes others; None where it is not of this protocol.
    """
    found = _KEY.fullmatch(sequence)
    if found is None:
        return None
    code, modifiers, event, text, end = found.groups(default="")
    if event == _RELEASED:
        return []
    characters = _text(text)
    pressed = _Pressed(_number(code, 1), end, _number(modifiers, 0), characters)
    name = FUNCTIONAL_KEYS.get(f"{pressed.code}{end}")
    if name is None and end != "u":
        return None
    if name in _SILENT or (name is None and not characters and not _is_character(pressed.code)):
        return []
    return [_key(pressed, name, character) for character in characters or (None,)]


def _key(pressed: _Pressed, name: str | None, text: str | None) -> Key:
    numpad = _NUMPAD.get(pressed.code) if pressed.end == "u" else None
    bits = max(0, pressed.modifiers - 1)
    if numpad is not None and text is None and not bits & _REAL_MODIFIERS:
        text = numpad
    base = numpad or text or chr(pressed.code)
    key = _character_to_key(base) if name is None or numpad is not None else name
    tokens = ["shift"] if bits & _SHIFT and (text is None or text.isspace()) else []
    tokens += [
        modifier
        for bit, modifier in enumerate(_MODIFIERS, 1)
        if bits & (1 << bit) and not (modifier == "alt" and text is not None)
    ]
    character = text or (None if pressed.modifiers else _CHARACTERS.get(key))
    return Key("+".join([*sorted(tokens), key]), character)


def _text(codes: str) -> tuple[str, ...]:
    """Give the characters a key wrote; codes of no character, or of a control character, are left out."""
    numbers = [_number(code, 0) for code in codes.split(":")]
    return tuple(chr(number) for number in numbers if _is_character(number) and chr(number).isprintable())


def _is_character(code: int) -> bool:
    return 0 < code < _LIMIT and code not in _SURROGATES and code not in _PRIVATE


def _number(digits: str, otherwise: int) -> int:
    return int(digits[:_DIGITS]) if digits else otherwise
