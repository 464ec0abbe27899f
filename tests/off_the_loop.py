"""Watches which functions run in this process, and in which thread: what takes long is done elsewhere, or at least not on the loop."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any, NamedTuple

from board.art.brought import shown_small, taken_and_shown
from board.art.cutting import cells_in, jpeg_in
from board.art.intake import ending_in, part_of, take_in
from board.art.preview import picture_in
from board.art.preview import preview_of as before_and_after
from board.art.print_ready import print_ready
from board.deeds.pin import hidden
from board.paper.drawing import drawn_with, list_of, unprintable
from board.paper.preview import drawn_small, preview_of
from board.store.outputs import Outputs
from board.store.pictures.picture_proof import proved

ELSEWHERE: tuple[Callable[..., Any], ...] = (
    take_in,
    taken_and_shown,
    shown_small,
    ending_in,
    part_of,
    cells_in,
    jpeg_in,
    before_and_after,
    drawn_with,
    drawn_small,
    preview_of,
    list_of,
    unprintable,
)
"""What is never done in the process that serves: it decodes what strangers sent, or takes seconds."""

IN_THREADS: tuple[Callable[..., Any], ...] = (picture_in, print_ready, hidden, proved, Outputs.put_into_drop)
"""What is never done on the loop: it reads or writes large files, or takes a tenth of a second."""


class Seen(NamedTuple):
    """What was seen.

    Attributes:
        here: Names of functions that ran in this process and should not.
        on_loop: Those that ran on the loop and should not.
        ran: Everything that was watched and ran here, in whatever thread.
    """

    here: set[str]
    on_loop: set[str]
    ran: set[str]


@contextmanager
def watched() -> Iterator[Seen]:
    """Watch from here on, in this thread, which is the loop's, and in those that begin meanwhile."""
    names = {function.__code__: function.__qualname__ for function in (*ELSEWHERE, *IN_THREADS)}
    long: set[CodeType] = {function.__code__ for function in ELSEWHERE}
    seen, loop = Seen(set(), set(), set()), threading.get_ident()

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and (name := names.get(frame.f_code)) is not None:
            seen.ran.add(name)
            if frame.f_code in long:
                seen.here.add(name)
            if threading.get_ident() == loop:
                seen.on_loop.add(name)

    threading.setprofile(look)
    sys.setprofile(look)
    try:
        yield seen
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
