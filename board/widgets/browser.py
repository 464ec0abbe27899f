"""What an app can do where it is shown in a page of a browser: bring pictures in, and hand files out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from textual.app import App

TOUCH_CLASS = "-touch"
"""The class an app has where fingers touch it: looks ask for it as `App.-touch`."""


class Offer(Protocol):
    """A way in for pictures, open until it is withdrawn, was used, or some minutes have gone by."""

    @property
    def link(self) -> str:
        """The address under which another device brings its pictures, once; empty where no other device can."""
        ...

    def withdraw(self) -> None:
        """Close it: nothing more is brought this way."""
        ...


class Browser(Protocol):
    """The page of a browser an app is shown in."""

    @property
    def has_touch(self) -> bool:
        """Whether fingers touch it, so that what is tapped has to be large."""
        ...

    def offer_upload(self, words: str, take: Callable[[Sequence[Path]], object], *, many: bool) -> Offer:
        """Show a button with which pictures are taken or chosen there; one offer counts at a time.

        Args:
            words: What stands on the button.
            take: Called on the loop with the files that came; they are the taker's, who deletes them.
            many: Whether several pictures may come at once, and again and again until it is withdrawn.
        """
        ...

    def show_file(self, file: Path, name: str) -> None:
        """Show a file there, from where it can be kept or printed.

        Args:
            file: A PDF or a picture; it must not be gone within the next minutes.
            name: What it is called there; names of children are no part of it.
        """
        ...


@runtime_checkable
class _InBrowser(Protocol):
    browser: Browser | None


def browser_of(app: App[Any]) -> Browser | None:
    """Give the page of a browser an app is shown in, None on a terminal.

    Args:
        app: Any app, such as `self.app` of a screen.
    """
    return app.browser if isinstance(app, _InBrowser) else None
