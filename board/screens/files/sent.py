"""A picture that is sent to a screen: by the camera of the page it is shown in, or by another device that reads its code."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from board.errors import Refusal
from board.screens.files.way_in import WayIn, gone
from board.screens.parts.calm import Calm
from board.widgets.slowly import slowly

_Made = TypeVar("_Made")


class Sent(Generic[_Made]):
    """The way in for one picture after the other, open from `offer` until one comes, and never once the screen has left.

    The file is gone as soon as it is taken in, whatever came of it. What is on its way when the screen leaves is taken in
    all the same, and goes where the screen says.

    Args:
        screen: Where it is shown.
        words: What stands on the button of the page.
        take: Makes of the file what is shown, in a thread.
        show: Shows it, or says why there is none; called as soon as the screen is on top.
        late: What is done with it where the screen has left meanwhile.
        coming: Called when a picture has come and is being taken in.
        renewed: Called when the link has become another one.
    """

    def __init__(
        self,
        screen: Calm[Any],
        words: str,
        take: Callable[[Path], _Made],
        show: Callable[[_Made | Refusal], object],
        *,
        late: Callable[[_Made], object] = lambda _: None,
        coming: Callable[[], object] = lambda: None,
        renewed: Callable[[], object] = lambda: None,
    ) -> None:
        self._screen, self._take, self._show, self._late, self._coming = screen, take, show, late, coming
        self._way = WayIn(screen, words, self._came, many=False, renewed=renewed)
        self._in_hand: _Made | None = None
        self._is_over = False

    @property
    def link(self) -> str:
        """The address by which another device sends one, empty where none can."""
        return self._way.link

    @property
    def is_open(self) -> bool:
        """Whether a picture can come this way."""
        return self._way.is_open

    def offer(self) -> None:
        """Let a picture come; nothing happens on a terminal, and where the way is open already."""
        if not self._is_over:
            self._way.open()

    def settle(self) -> None:
        """Let go of the picture that is looked at: it was taken, or it was not the right one."""
        self._in_hand = None

    def end(self) -> None:
        """The screen leaves."""
        self._is_over = True
        self._way.close()
        made, self._in_hand = self._in_hand, None
        if made is not None:
            self._late(made)

    def _came(self, files: Sequence[Path]) -> None:
        """Take the first in, as the app: it outlives the screen."""
        self._way.close()
        for file in files[1:]:
            gone(file)
        if files:
            if not self._is_over:
                self._coming()
            self._screen.app.run_worker(partial(self._taking, files[0]), exit_on_error=False, group="sent")  # type: ignore[arg-type] # Textual's own type of it fits no async function

    async def _taking(self, file: Path) -> None:
        made = await slowly(self._screen.app, partial(self._taken, file))
        if isinstance(made, Refusal):
            self._screen.later.as_soon_as_seen(lambda: self._show(made))
        elif self._is_over:
            self._late(made)
        else:
            self._in_hand = made
            self._screen.later.as_soon_as_seen(lambda: self._show(made))

    def _taken(self, file: Path) -> _Made | Refusal:
        try:
            return self._take(file)
        except Refusal as refusal:
            return refusal
        except OSError as error:
            return Refusal(str(error))
        finally:
            gone(file)
