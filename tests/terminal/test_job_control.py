"""The board in a real shell: ctrl+z gives the prompt back, bg changes nothing, fg brings the whole board back."""

import sys
from pathlib import Path

import pytest

from watched_terminal import WatchedTerminal

SHELL = """
import fcntl, os, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp("bash", ["bash", "--norc", "--noprofile", "--noediting", "-i"])
"""
"""A shell that has the terminal for its own, as in a window."""


@pytest.mark.parametrize(
    "through", ["", 'sh -c \'true; "$0" "$@"; true\' '], ids=["the shell itself", "another program"]
)
def test_a_shell_has_its_terminal_back_while_the_board_is_stopped(demo: Path, through: str) -> None:
    with WatchedTerminal([sys.executable, "-c", SHELL], columns=100, rows=30, env={"PS1": "ready> "}) as shell:
        shell.wait_for_text("ready> ")
        shell.write(f"{through}{sys.executable} -m board open '{demo}'\n".encode())
        shell.wait_for("Amara O.")
        shell.settle(0.2)
        for ask, answer in ((b"\x1a", "ready> "), (b"bg\n", "ready> ")):
            shell.write(ask)
            shell.wait_for_text(answer)
            shell.settle(0.3)
            assert shell.left_on == []
        shell.write(b"echo $((6 * 7)) here\n")
        shell.wait_for_text("\n42 here")
        shell.write(b"fg\n")
        shell.wait_for("Amara O.")
        shell.write(b"c")
        shell.wait_for("Record")
        shell.write(b"\x1b[27u")
        shell.settle(0.3)
        shell.write(b"q")
        shell.wait_for_text("ready> ")
        assert shell.left_on == []
        shell.write(b"exit\n")
        shell.wait_for_end()
