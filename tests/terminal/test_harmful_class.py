"""A class folder full of harmful text on a real terminal: what reaches it from the class steers nothing."""

import random
import re
import signal
import sys
from itertools import chain, cycle
from pathlib import Path

import pytest

from scripts.mutations.small_class import make
from scripts.text_fuzz import poison, steering, texts
from watched_terminal import WatchedTerminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pty is Unix")

_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[]P^_X][^\x07\x1b]*(?:\x07|\x1b\\)|.)", re.DOTALL)
_PAINTING = re.compile(r"\x1b\[(?:\d+;\d+H|[\d;]*[34]8;2;[\d;]+m)")
"""Where and in what colours the board paints: of these there are hundreds."""

_MARK = "47;11"
"""Numbers in harmful sequences, so that those which look like ours are told apart; the board has no such place, no such colour."""

_HARMFUL = (
    f"\x1b[{_MARK}H",
    f"\x1b[38;2;{_MARK};47m",
    f"\x1b[{_MARK}r",
    "\x1b[31m",
    "\x1b[2J",
    "\x1b[5n",
    "\x1b[8mhidden",
    "\x1bc",
    "\x1b]0;title\x07",
    f"\x1b]8;;http://example.org/{_MARK}\x1b\\",
    "\x1b]52;c;eA==\x07",
    f"\x1bP{_MARK}\x1b\\",
    f"\x9b{_MARK}H",
    "\x9d0;title\x9c",
)


def said_of(folder: Path) -> str:
    """Open a class, go through its screens, and give all that the terminal got."""
    with WatchedTerminal([sys.executable, "-m", "board", "open", str(folder)], columns=120, rows=40) as terminal:
        terminal.wait_for("Help")
        for key in (b"z", b"\r", b"\x1b", b"s", b"\x1b", b"g", b"\x1b", b"i", b"\x1b", b"\x10", b"\x1b"):
            terminal.settle(0.1)
            terminal.write(key)
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_end()
        assert terminal.exit_status() == 128 + signal.SIGTERM
    return bytes(terminal.said).decode()


def test_a_class_full_of_harmful_text_steers_no_terminal(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Room.class"
    make(folder)
    usual = set(_SEQUENCE.findall(said_of(folder)))
    assert any(_PAINTING.fullmatch(sequence) for sequence in usual)
    marked = (f"Ava{sequence}gone" for sequence in cycle(_HARMFUL))
    poison(folder, list(chain.from_iterable(zip(marked, texts(random.Random(3)), strict=False))), with_ids=False)
    said = said_of(folder)
    assert "gone" in said
    sequences = set(_SEQUENCE.findall(said))
    assert not {one for one in sequences - usual if not _PAINTING.fullmatch(one) or _MARK in one}
    assert not steering(_SEQUENCE.sub("", said).replace("\r", ""))
