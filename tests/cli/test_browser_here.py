"""Opening the browser of this computer: only one that somebody can see, and nothing it says reaches the terminal."""

import os
import sys
import webbrowser
from pathlib import Path
from typing import Any

import pytest

from board.cli.browser_here import open_browser

LINK = "http://127.0.0.1:8642/in/k7qm3fhx9wpdtr2c"
SAYS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME")


@pytest.fixture(autouse=True)
def nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SAYS:
        monkeypatch.delenv(name, raising=False)


def browser(monkeypatch: pytest.MonkeyPatch, one: webbrowser.BaseBrowser) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: one)


class Seen(webbrowser.BaseBrowser):
    """A browser that remembers what it was asked to open, and talks."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.opened: list[str] = []

    def open(self, url: str, *_: Any) -> bool:
        self.opened.append(url)
        os.write(1, b"I say a lot\n")
        os.write(2, b"and complain\n")
        return True


@pytest.mark.parametrize("variable", SAYS)
def test_where_a_window_can_be_seen_the_browser_opens_it(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    seen = Seen("xdg-open")
    browser(monkeypatch, seen)
    monkeypatch.setenv(variable, ":0")
    assert open_browser(LINK)
    assert seen.opened == [LINK]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there a window can always be seen")
def test_on_a_server_or_over_ssh_none_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Seen("xdg-open")
    browser(monkeypatch, seen)
    assert not open_browser(LINK)
    assert not seen.opened


@pytest.mark.parametrize("name", ["w3m", "/usr/bin/lynx", "www-browser", "links"])
def test_a_browser_that_would_take_the_terminal_is_left_alone(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    seen = Seen(name)
    browser(monkeypatch, seen)
    monkeypatch.setenv("DISPLAY", ":0")
    assert not open_browser(LINK)
    assert not seen.opened


def test_what_a_browser_says_reaches_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    browser(monkeypatch, Seen("firefox"))
    monkeypatch.setenv("DISPLAY", ":0")
    open_browser(LINK)
    os.write(1, b"afterwards\n")
    said = capfd.readouterr()
    assert (said.out, said.err) == ("afterwards\n", "")


def test_where_there_is_none_that_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> webbrowser.BaseBrowser:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)
    monkeypatch.setenv("DISPLAY", ":0")
    assert not open_browser(LINK)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the Linux within Windows")
def test_within_windows_the_browser_of_windows_opens_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "wslview"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/got\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("WSL_DISTRO_NAME", "Debian")
    assert open_browser(LINK)
    assert (tmp_path / "got").read_text() == f"{LINK}\n"


def test_the_link_is_a_word_of_its_own_for_whatever_opens_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A browser named by a variable gets the address as it is."""
    program = tmp_path / "my-browser"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/got\n')
    program.chmod(0o755)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("BROWSER", f"{program} %s")
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})
    assert open_browser(LINK)
    assert (tmp_path / "got").read_text() == f"{LINK}\n"
