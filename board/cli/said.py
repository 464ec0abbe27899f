"""The way out of the command line: whatever is said passes here, so that nothing in it steers the terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from board.mastery.harmless import harmless


class HarmlessStream:
    """A stream of text that lets pass what can be read.

    Args:
        bare: The stream behind it, for what is meant to steer the terminal.
    """

    def __init__(self, bare: TextIO) -> None:
        self.bare = bare

    def write(self, text: str) -> int:
        """Write a text without what steers a terminal; give how many characters were taken."""
        self.bare.write(harmless(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        if name == "buffer":  # bytes would go past
            raise AttributeError(name)
        return getattr(self.bare, name)


@contextmanager
def harmless_streams() -> Iterator[None]:
    """Let everything that is said meanwhile pass through streams that nothing in it can steer."""
    out, err = sys.stdout, sys.stderr
    ours = sys.stdout, sys.stderr = _harmless(out), _harmless(err)
    try:
        yield
    finally:  # what click puts in their place when nobody reads any more stays there
        sys.stdout, sys.stderr = (
            out if sys.stdout is ours[0] else sys.stdout,
            err if sys.stderr is ours[1] else sys.stderr,
        )


def bare(stream: TextIO) -> TextIO:
    """Give the stream behind one that lets pass only what can be read.

    Args:
        stream: Standard output, or what stands for it.
    """
    return stream.bare if isinstance(stream, HarmlessStream) else stream


def _harmless(stream: TextIO | None) -> Any:
    """Give a stream that lets pass what can be read; one that was closed before the board began stays none."""
    return None if stream is None else HarmlessStream(stream)
