"""Plain signs for terminals that lack the pretty ones or draw them two cells wide. Pure.

The console of Linux has 256 or 512 letters: of the signs this board paints, the fonts of Debian, Ubuntu and Raspberry Pi OS
lack ◔ ↻ ☆ ★ ✓ ▣ ⇧, all eighths and most halves of a block, and in many of them ⌂ ○ and … too; the kernel's own font
(CP437) lacks ● ╌ … and every line that is not plain or double. Where East Asian widths are in use, most signs, all lines and
the letters é or ü may be two cells wide.
"""

import unicodedata
from functools import lru_cache

from rich.cells import cell_len

_SIGNS = dict(zip("◔▲↻●╌☆★⌂✓✔…▸▶◂◀▾▼○◉▣⇧", "o^~*:+#@vv.>><<vvo*#^", strict=True)) | dict(
    zip("–—‘’“”", "--''\"\"", strict=True)  # noqa: RUF001 - the ambiguous ones are meant
)
_SIGNS["🔎"] = "/ "
"""Signs in text: those that may stand in one place each their own, one cell, ASCII."""

_BARS = {
    **dict.fromkeys("▌▐▎▍▏▕", "|"),
    **dict.fromkeys("▊▋▉▅▆▇▖▗▘▙▛▜▝▟▚▞", "█"),
    **dict.fromkeys("▔▁▂▃▀▄", "─"),
}
"""Parts of a block in frames and bars; halves in pictures are spaces instead."""

_LINES = dict(zip("┏┓┗┛━┃╋┣┫┳┻╭╮╰╯┈┊╸╺╶╴╷╵", "╔╗╚╝═║╬╠╣╦╩┌┐└┘─│────││", strict=True))
"""Lines every console font has, for those that only some have: heavy ones are double."""

_LETTERS = dict(zip("·←→↑↓█÷ß─═│║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬", ".<>^v#/s-=||++++++++++++++++++", strict=True))
"""What every font has, but may be drawn two cells wide."""

_PICTURES = (range(0x2190, 0x2C00), range(0x1F000, 0x20000))
"""Arrows, lines, shapes and pictures of Unicode; what is among them and not named above is shown as a question mark."""


@lru_cache(4_096)
def plain(text: str, *, ascii_only: bool = True) -> str:
    """Give a text in plain signs, as wide as it was; letters stay, where they can.

    Args:
        text: The text.
        ascii_only: Whether nothing but ASCII fits one cell: letters then lose their accents.
    """
    if text.isascii():
        return text
    shown = "".join(_plain(char, ascii_only=ascii_only) for char in text)
    return shown if cell_len(shown) == cell_len(text) else text  # signs joined to one picture stay what they are


def _plain(char: str, *, ascii_only: bool) -> str:
    if char.isascii():
        return char
    shown = _SIGNS.get(char) or _BARS.get(char) or _LINES.get(char, char)
    if ascii_only:
        shown = _LETTERS.get(shown) or _without_accent(shown)
    is_unknown = shown == char and char not in _KNOWN and any(ord(char) in some for some in _PICTURES)
    return "?".ljust(cell_len(char)) if is_unknown and cell_len(char) else shown


_KNOWN = frozenset((*_LETTERS, *_LINES.values()))


def _without_accent(char: str) -> str:
    """Give the plain letter of one that may be two cells wide; other letters, and those of other scripts, as they are."""
    base = unicodedata.normalize("NFKD", char)[0]
    return base if base.isascii() and cell_len(char) == 1 else char
