"""A class folder full of harmful text on a real terminal: what reaches it from the class steers nothing."""

import random
import re
import signal
import sys
from pathlib import Path

import pytest

from scripts.mutations.small_class import make
from scripts.text_fuzz import poison, steering, texts
from watched_terminal import WatchedTerminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pty is Unix")

_OURS = re.compile(r"\x1b(\[[0-9;:?<>=]*[ -/]*[@-~]|[=>78c]|P[^\x1b]*\x1b\\|\](?![0128];)[^\x07\x1b]*(\x07|\x1b\\))")
"""What the board itself asks of a terminal; a title is nothing it ever sets."""

WANTED = ("gone", "mred")
"""What stands behind an escape sequence in our harmful texts: it is painted as letters, so it must stand behind none."""


def test_a_class_full_of_harmful_text_steers_no_terminal(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Room.class"
    make(folder)
    poison(folder, texts(random.Random(3)), with_ids=False)
    with WatchedTerminal([sys.executable, "-m", "board", "open", str(folder)], columns=120, rows=40) as terminal:
        terminal.wait_for("Help")
        for key in (b"z", b"\r", b"\x1b", b"s", b"\x1b", b"g", b"\x1b", b"i", b"\x1b", b"\x10", b"\x1b"):
            terminal.settle(0.1)
            terminal.write(key)
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_end()
        assert terminal.exit_status() == 128 + signal.SIGTERM
    said = bytes(terminal.said).decode()
    assert not steering(_OURS.sub("", said).replace("\r", ""))
    assert not re.search(r"\x1b\[2J(" + "|".join(WANTED) + ")", said)
