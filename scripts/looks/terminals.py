"""How the board looks on terminals that can do less: what it really writes to each, drawn on one sheet."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pyte
from PIL import Image, ImageDraw
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from board.cli.context import seat_here
from board.seat.settings import Place
from board.terminal.colours import SIXTEEN
from board.terminal.signs import DOUBTFUL
from pty_terminal import Terminal
from scripts.looks.terminal_picture import caption_font, terminal_picture


class Kind(NamedTuple):
    """One kind of terminal: its words on the sheet, its variables, and the signs it draws two cells wide."""

    words: str
    env: Mapping[str, str]
    wide: str = ""


class Shot(NamedTuple):
    """One screen: the terminal's size in cells, the look, the zoom, the keys that open it, and a word the last one brings."""

    size: tuple[int, int]
    theme: str
    zoom: int
    keys: Sequence[bytes]
    word: str


KINDS = (
    Kind("256 colours", {"COLORTERM": ""}),
    Kind("16 colours", {"COLORTERM": "", "TERM": "xterm"}),
    Kind("the console of Linux: 16 colours, 8 behind them, plain signs", {"COLORTERM": "", "TERM": "linux"}),
    Kind("NO_COLOR", {"NO_COLOR": "1"}),
    Kind("plain signs, where a terminal draws the pretty ones two cells wide", {}, DOUBTFUL),
)
_RIGHT, _DOWN = b"\x1b[C", b"\x1b[B"
_TO_LIAM = (*[_DOWN] * 4, _RIGHT)
_BIG, _SMALL = (120, 40), (80, 24)
SHOTS = (
    Shot(_BIG, "board-dark", 1, (*_TO_LIAM, b"x", _DOWN, _DOWN, b"x"), "2 chosen"),
    Shot(_BIG, "board-dark", 1, (*_TO_LIAM, b"\r"), "Looks like"),
    Shot(_BIG, "board-light", 1, (_RIGHT, b"b", b"p"), "Press and"),
    Shot(_SMALL, "board-light", 0, (*_TO_LIAM, b"x", _DOWN, _DOWN, b"x"), "2 chosen"),
    Shot(_SMALL, "board-dark", 0, (*[_RIGHT] * 12, b"c", b"3", b"5", b"5", b"7", b"8", _DOWN, b"a"), "Away today"),
)
"""The board, a student, the studio; the overview and the center, which stand one above the other."""

_SCALE, _SMALLER, _GAP, _CAPTION = 0.42, 0.34, 8, 28
_ASKED = re.compile(rb"\x1b\[2;(\d+)H([^\x1b]+)\x1b\[6n")
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*[$a-zA-Z]+|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")


class _Kept(Terminal):
    """A terminal that keeps all that was written to it, and tells how wide it draws each sign it is asked about."""

    def __init__(self, command: Sequence[str], kind: Kind, size: tuple[int, int]) -> None:
        self._wide, self.written = kind.wide, b""
        super().__init__(command, columns=size[0], rows=size[1], env=kind.env)

    def _read(self, patience: float) -> bytes:
        came = super()._read(patience)
        self.written += came
        for column, sign in _ASKED.findall(came):
            self.write(b"\x1b[2;%dR" % (int(column) + (2 if sign.decode() in self._wide else 1)))
        return came


def terminal_sheet(folder: Path) -> Image.Image:
    """Draw every screen on every kind of terminal.

    Args:
        folder: The class.
    """
    rows = [_row(folder, kind) for kind in KINDS]
    sheet = Image.new("RGB", (max(row.width for row in rows), sum(row.height for row in rows)), "#303840")
    top = 0
    for row in rows:
        sheet.paste(row, (0, top))
        top += row.height
    return sheet


def _row(folder: Path, kind: Kind) -> Image.Image:
    *big, above, below = (_shot(folder, kind, shot) for shot in SHOTS)
    width = sum(picture.width + _GAP for picture in big) + above.width + _GAP
    row = Image.new("RGB", (width, _CAPTION + max(big[0].height, above.height + below.height + _GAP) + _GAP), "#303840")
    ImageDraw.Draw(row).text((_GAP, 6), kind.words, font=caption_font(), fill="#FFFFFF")
    left = _GAP // 2
    for picture in big:
        row.paste(picture, (left, _CAPTION))
        left += picture.width + _GAP
    row.paste(above, (left, _CAPTION))
    row.paste(below, (left, _CAPTION + above.height + _GAP))
    return row


def _shot(folder: Path, kind: Kind, shot: Shot) -> Image.Image:
    seat_here().settings.remember(str(folder.resolve()), Place(zoom=shot.zoom), shot.theme)
    with _Kept([sys.executable, "-m", "board", "open", str(folder)], kind, shot.size) as terminal:
        terminal.wait_for("Room 12")
        terminal.settle(1.0)
        *keys, last = shot.keys
        for key in keys:
            terminal.write(key)
            terminal.settle(0.3)
        terminal.write(last)
        terminal.wait_for(shot.word)
        terminal.settle(4.5 if kind.wide else 1.0)  # what was said about wide signs goes by itself
        picture = terminal_picture(list(_strips(terminal.written, shot.size)), "#000000")
    scale = _SCALE if shot.size == _BIG else _SMALLER
    size = (round(picture.width * scale), round(picture.height * scale))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _strips(written: bytes, size: tuple[int, int]) -> Iterator[Strip]:
    """Give the lines a terminal shows after what was written to it."""
    screen = pyte.Screen(*size)
    pyte.ByteStream(screen).feed(_NOT_FOR_PYTE.sub(b"", written))
    for y in range(size[1]):
        cells = [screen.buffer[y][x] for x in range(size[0])]
        runs = groupby(cells, lambda cell: (cell.fg, cell.bg, cell.bold, cell.reverse))
        yield Strip([Segment("".join(cell.data for cell in run), _style(*look)) for look, run in runs], size[0])


def _style(front: str, ground: str, bold: bool, reverse: bool) -> Style:
    return Style(color=_colour(front, "white"), bgcolor=_colour(ground, "black"), bold=bold, reverse=reverse)


def _colour(name: str, usual: str) -> Color:
    """Give the colour of one of pyte's names ("brown", "brightred", once misspelt there) or of six hex digits."""
    plain = usual if name == "default" else name.rsplit("ight", maxsplit=1)[-1]
    if plain not in _NAMES:
        return Color.parse(f"#{name}")
    return Color.from_rgb(*SIXTEEN[_NAMES.index(plain) + (8 if "ight" in name else 0)])
