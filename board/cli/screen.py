"""Whether the board can be on a screen here: where it would be seen by nobody, or hear nobody, it says so and stays away."""

import codecs
import os
import sys
from typing import TextIO

from board.errors import Refusal

_NO_SCREENS = ("", "dumb", "unknown")
_AS_TEXT = "the class as text is told by: board show"


def has_screen() -> bool:
    """Tell whether somebody sits in front of a screen that can show the board.

    Returns:
        False where what is said goes to a file or another program.

    Raises:
        Refusal: There is a terminal, but nobody could see the board on it or press its keys.
    """
    if not is_terminal(sys.stdout):
        return False
    if not is_terminal(sys.stdin):
        raise Refusal(f"The board would hear no key here, since its input is no terminal; {_AS_TEXT}")
    if sys.platform != "win32" and os.environ.get("TERM", "") in _NO_SCREENS:
        raise Refusal(f"This terminal can't show the board, says the variable TERM; {_AS_TEXT}")
    if codecs.lookup(sys.stdout.encoding).name != "utf-8":
        needs = f"The board needs a terminal for UTF-8, and this one is set to {sys.stdout.encoding}"
        if "PYTHONIOENCODING" in os.environ:
            raise Refusal(f"{needs}; try it without PYTHONIOENCODING; {_AS_TEXT}")
        raise Refusal(f"{needs}; try it with LC_ALL=C.UTF-8 in front of it; {_AS_TEXT}")
    return True


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is a terminal; one that is closed is none.

    Args:
        stream: Standard input or output.
    """
    return stream is not None and not stream.closed and stream.isatty()


def stands_somewhere() -> None:
    """Refuse to begin in a folder that is gone: no name of a file would be found from there.

    Raises:
        Refusal: The folder was deleted.
    """
    try:
        os.getcwd()  # noqa: PTH109 - asked for its answer, not for a path
    except OSError as error:
        raise Refusal("The folder you are in was deleted; go to another one first, such as with: cd") from error
