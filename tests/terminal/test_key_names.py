"""Keys are called what Textual calls them, so that a binding means the same with our reader; what is meant to differ is listed."""

import re

import pytest
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser

from board.terminal.reader import Reader

LATER = 60.0
LEGACY = sorted(ANSI_SEQUENCES_KEYS)
MODIFIERS = ("", ";1", ";2", ";3", ";5", ";6", ";7", ";9", ";65", ";129")
FUNCTIONAL = [f"\x1b[{code[:-1]}{modifier}{code[-1]}" for code in FUNCTIONAL_KEYS for modifier in MODIFIERS]
LETTERS = [
    f"\x1b[{code};{modifier}{text}u"
    for code in (97, 46, 32, 1089, 13, 9, 27, 127)
    for modifier in ("", 1, 2, 3, 5, 65)
    for text in ("", ";97", ";46", ";1089")
]
CHARACTERS = [chr(code) for code in (*range(1, 0x1B), *range(0x1C, 0x7F), 0xE9, 0x3B1, 0x6F22, 0x1F41F)]

WANTED = {
    "Escape needs its delay, and is told twice where it came twice": r"\x1b\x1b?",
    "ESC and a key is that key with alt, never the Escape that closes a screen": r"\x1b\[1;[78][p-y]",
    "F13 to F20 and ctrl with arrows in old terminals are no letters, among them the space that marks": (
        r"\x1b\[(?:2[5689]|3[1-4]|6[23])~|\x1b\[5[A-D]"
    ),
    "F3 with a modifier is a key, and no place of the cursor": r"\x1b\[1;\d+R",
    "a control code of eight bits is no key": r"\x9b",
    "keys that only change others do nothing alone": r"\x1b\[57(?:35[89]|360|44[1-9]|45[0-4])(?:;\d+)?u",
    "signs of the numpad are those signs": r"\x1b\[57(?:409|41[012356])(?:;\d+)?u",
}
"""Where ours differs, and why."""


def named(keys: list[object]) -> list[tuple[str, str | None]]:
    return [(key.key, key.character) for key in keys if isinstance(key, events.Key)]


def ours(text: str) -> list[tuple[str, str | None]]:
    reader = Reader()
    return named([*reader.feed(text.encode(), 0.0), *reader.tick(LATER)])


def textuals(text: str) -> list[tuple[str, str | None]]:
    return named(list(XTermParser().feed(text)))


@pytest.mark.parametrize(
    "texts", [LEGACY, FUNCTIONAL, LETTERS, CHARACTERS], ids=["legacy", "functional", "letters", "characters"]
)
def test_keys_are_called_what_textual_calls_them_but_where_it_is_wanted(texts: list[str]) -> None:
    different = {text: (textuals(text), ours(text)) for text in texts if ours(text) != textuals(text)}
    unwanted = {
        text: how for text, how in different.items() if not any(re.fullmatch(why, text) for why in WANTED.values())
    }
    assert unwanted == {}


@pytest.mark.parametrize("why", WANTED)
def test_no_difference_is_listed_that_is_none(why: str) -> None:
    texts = [text for text in LEGACY + FUNCTIONAL if re.fullmatch(WANTED[why], text)]
    assert texts
    assert any(ours(text) != textuals(text) for text in texts)
