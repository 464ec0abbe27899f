"""Keys with what is said, as tiles for fingers: the sign of the key small, its words, and what is said so far."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from board.widgets.box import Box
from board.widgets.command import Command, key_sign
from board.widgets.tiles import CHOSEN, GAP, HIGH, NARROWEST, PRESSED, REST, Tile, boxes

_ROOM_TO_SAY = 22
"""Cells of a tile on which words of somebody have a line of their own."""

_FEWEST = 10
"""Cells of a tile whose words may take two lines."""


def tile_boxes(commands: Sequence[Command], room: int, *, has_words: bool, title: bool) -> list[Box]:
    """Lay out a tile for each key.

    Args:
        commands: What the keys do.
        room: Cells across.
        has_words: Whether words of somebody may stand on them, which take a line of their own.
        title: Whether a line stands before all of them.
    """
    widest = max(cell_len(word) for command in commands for word in command.words.split())
    wanted = _ROOM_TO_SAY if has_words else max(NARROWEST, _FEWEST, widest)
    across = max(1, min(len(commands), (room + GAP) // (wanted + GAP)))
    rows = -(-len(commands) // across)
    return boxes(len(commands), -(-len(commands) // rows), room, top=int(title), high=HIGH)


def key_tiles(
    commands: Sequence[Command],
    placed: Sequence[Box],
    said: Mapping[str, str],
    pressed: Command | None,
    *,
    has_words: bool,
) -> list[Tile]:
    """Draw the tiles.

    Args:
        commands: What the keys do.
        placed: Where each lies.
        said: What is said, by action.
        pressed: Under which a finger is.
        has_words: Whether what is said has a line of its own.
    """
    tiles = []
    for command, box in zip(commands, placed, strict=True):
        word = said.get(command.action, "")
        ink = "" if command is pressed else "$accent 80%"
        sign = Content.styled(key_sign(command), ink)
        lines: tuple[Content, ...]
        if has_words:
            lines = (sign, Content.styled(command.words, "bold"), Content(word))
        else:
            beside = f" {word}" if word else ""
            wrapped = Content(command.words).wrap(box.wide)
            lines = (sign + Content(beside), *(line.stylize("bold") for line in wrapped))
        look = PRESSED if command is pressed else CHOSEN if word else REST
        tiles.append(Tile(box, lines, look))
    return tiles
