"""The panel in the terminal that serves: it ends with a key or a signal, and a fault of its own ends no page."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from board.cli.context import seat_here
from board.cli.serving import NewLink, Wish, serve_class
from board.seat.links import LinkRole, Links
from board.serve.hosts import hosts
from board.serve.options import ServeOptions
from board.store.class_book import ClassBook
from pty_terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals")


def panel_on(folder: Path, *call: str) -> Terminal:
    return Terminal(
        [sys.executable, "-m", "board", "serve", "-c", str(folder), "--port", "0", *call], columns=80, rows=24
    )


def test_the_panel_comes_up_makes_a_link_and_ends_with_q(book: ClassBook, folder: Path) -> None:
    with panel_on(folder) as terminal:
        terminal.wait_for("Nobody can come in yet")
        terminal.write(b"n")
        terminal.wait_for("Who shall come in?")
        terminal.write(b"1")
        terminal.wait_for("/in/")
        terminal.write(b"q")
        terminal.wait_for_end()
        assert terminal.exit_status() == 0
    (link,) = Links(seat_here().home, book.key).all()
    assert link.role is LinkRole.KIOSK


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_panel_and_what_it_serves(book: ClassBook, folder: Path, number: signal.Signals) -> None:
    with panel_on(folder) as terminal:
        terminal.wait_for("Nobody can come in yet")
        terminal.signal(number)
        terminal.wait_for_end()
        assert terminal.exit_status() == 128 + number


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A class that is served, and has nobody to wait for."""
    stands = SimpleNamespace(hosts=hosts(8642), shown=[], up=False)

    @asynccontextmanager
    async def serving(*_: object) -> AsyncIterator[SimpleNamespace]:
        stands.ended = asyncio.Event()
        stands.ended.set()
        stands.up = True
        yield stands
        stands.up = False

    monkeypatch.setattr("board.cli.serving.serving", serving)
    return stands


def panel_that_ends_with(monkeypatch: pytest.MonkeyPatch, served: SimpleNamespace, number: int) -> None:
    class Panel:
        return_code = number

        def __init__(self, *told: Any) -> None:
            served.shown.append(told)

        async def run_async(self) -> None:
            assert served.up

    monkeypatch.setattr("board.serve.panel.PanelApp", Panel)


def test_a_fault_of_the_panel_ends_no_page(
    book: ClassBook,
    folder: Path,
    served: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    panel_that_ends_with(monkeypatch, served, 1)
    wish = Wish(NewLink(LinkRole.LOOK, is_standing=True), opens=False, has_panel=True)
    serve_class(seat_here(), ServeOptions(folder, seat_here), wish, None)
    assert len(served.shown) == 1
    said = capsys.readouterr().out
    assert "Room 12 is served at http://127.0.0.1:8642" in said
    assert "Projector: http://127.0.0.1:8642/in/" in said


def test_a_panel_that_was_left_says_nothing_more(
    book: ClassBook,
    folder: Path,
    served: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    panel_that_ends_with(monkeypatch, served, 0)
    serve_class(seat_here(), ServeOptions(folder, seat_here), Wish(None, opens=False, has_panel=True), None)
    assert capsys.readouterr().out == ""
