"""Opening the browser of this computer, where there is one that somebody can see."""

import os
import shutil
import sys
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

_IN_TERMINALS = ("www-browser", "links", "elinks", "lynx", "w3m", "browsh", "carbonyl")
"""Browsers that would take the terminal for themselves."""

_OF_WINDOWS = "wslview"
"""What opens the browser of Windows from the Linux that runs within it."""


def open_browser(address: str) -> bool:
    """Open an address in the browser of this computer; tell whether one was asked to.

    What it says of itself is thrown away: the terminal may be in use.

    Args:
        address: The address.
    """
    if not _may_show(os.environ, sys.platform):
        return False
    with _silence(), suppress(webbrowser.Error, OSError):
        browser = _browser()
        return not _is_in_terminal(browser) and browser.open(address)
    return False


def _browser() -> webbrowser.BaseBrowser:
    """Give the browser of this computer.

    Raises:
        webbrowser.Error: There is none.
    """
    is_windows_beside = "WSL_DISTRO_NAME" in os.environ and "BROWSER" not in os.environ
    if is_windows_beside and shutil.which(_OF_WINDOWS):  # which Python does not look for by itself
        return webbrowser.get(f"{_OF_WINDOWS} %s")
    return webbrowser.get()


def _may_show(variables: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window could be seen; elsewhere only a browser that lives in terminals would come up."""
    if platform in ("win32", "darwin"):
        return True
    return any(map(variables.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME")))


def _is_in_terminal(browser: webbrowser.BaseBrowser) -> bool:
    return os.path.basename(str(getattr(browser, "name", ""))) in _IN_TERMINALS  # noqa: PTH119 - a name, no path


@contextmanager
def _silence() -> Iterator[None]:
    """Let nothing reach the terminal from programs that are begun meanwhile."""
    kept = {number: os.dup(number) for number in (1, 2) if _is_open(number)}
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        for number in kept:
            os.dup2(nowhere, number)
        yield
    finally:
        for number, copy in kept.items():
            os.dup2(copy, number)
            os.close(copy)
        os.close(nowhere)


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
