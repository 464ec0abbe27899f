"""How wide a terminal draws the doubtful signs: it is asked where its cursor stands after each of them. Pure.

Terminals disagree about signs of ambiguous width (Unicode, UAX 11), and no setting tells a program which way it is.
"""

from board.terminal.signs import DOUBTFUL

_LINE = 2
"""Line of the screen the signs are drawn on: an answer about line 1 looks like shift+F3."""

_ROOM = 3
"""Columns for each sign, so that its answer can't be taken for another's."""

COLUMNS = _ROOM * len(DOUBTFUL)
"""Columns a terminal must have to be asked."""


def question() -> str:
    """Give what asks the terminal: it draws each sign, tells where the cursor stands then, and wipes them off again.

    All of it stands in one write, and the line is painted over: nobody sees it, and no answer is waited for.
    """
    asked = "".join(f"\x1b[{_LINE};{at * _ROOM + 1}H{sign}\x1b[6n" for at, sign in enumerate(DOUBTFUL))
    return f"\x1b[0m{asked}\x1b[{_LINE};1H\x1b[2K"


def is_wide(x: int, y: int) -> str:
    """Give the sign that an answer says is two cells wide; empty for all other answers, foreign ones too.

    Args:
        x: Column of the cursor, from 0.
        y: Line of the cursor, from 0.
    """
    at, width = divmod(x, _ROOM)
    return DOUBTFUL[at] if y == _LINE - 1 and at < len(DOUBTFUL) and width > 1 else ""
