"""A lookout for what other programs and devices change in a class, in a thread of its own."""

import threading
from collections.abc import Callable
from typing import NamedTuple

from board.errors import Refusal
from board.store.looking import Looked, Pace


class Found(NamedTuple):
    """What the lookout has to tell.

    Attributes:
        looked: What a look brought, for `ClassBook.take`; None where it brought nothing.
        refusal: Why the folder can't be read, told once; None where it can.
        is_slow: Whether the folder is slow, so that it is looked at less often.
    """

    looked: Looked | None = None
    refusal: Refusal | None = None
    is_slow: bool = False


class Lookout:
    """Looks at a class folder now and then, and tells when there is anything to tell.

    A folder on a share that hangs keeps only this thread waiting, and a loop that has nothing to do is not woken.

    Args:
        look: Looks once, as `ClassBook.look` does.
        tell: Called in the lookout's thread; hands over to whoever draws.
    """

    def __init__(self, look: Callable[[], Looked], tell: Callable[[Found], object]) -> None:
        self._look, self._tell = look, tell
        self._pace = Pace()
        self._ended = threading.Event()
        self._stirred = False
        self._state = ("", False)
        self._thread = threading.Thread(target=self._run, name="lookout", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stir(self) -> None:
        """Say that something happens here, such as a key or a tap: what others do is wanted soon again."""
        self._stirred = True

    def stop(self, patience: float = 1.0) -> None:
        """Look no more, and tell nothing any more.

        Args:
            patience: Seconds to wait for a look that is under way; one that hangs ends with the program.
        """
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(patience)

    def _run(self) -> None:
        wait = self._pace.wait(0.0, happened=True)
        while not self._ended.wait(wait):
            wait = self._looked_once()

    def _looked_once(self) -> float:
        """Look, tell what there is to tell, and give the seconds until the next look."""
        stirred, self._stirred = self._stirred, False
        looked, refusal = None, None
        try:
            looked = self._look()
        except Refusal as why:
            refusal = why
        seconds = 0.0 if looked is None else looked.seconds
        wait = self._pace.wait(seconds, happened=stirred or bool(looked))
        state = (str(refusal or ""), self._pace.is_slow)
        if (looked or state != self._state) and not self._ended.is_set():
            self._state = state
            self._tell(Found(looked or None, refusal, self._pace.is_slow))
        return wait
