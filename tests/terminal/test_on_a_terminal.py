"""What a terminal says about its signs while the board runs on it, and the key that paints everything anew."""

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from board.terminal.signs import DOUBTFUL
from pty_terminal import FRAME_END, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pty is Unix")
_ASKED = re.compile(rb"\x1b\[2;(\d+)H([^\x1b]+)\x1b\[6n")


class Answering(Terminal):
    """A terminal that tells how wide it draws each sign it is asked about."""

    def __init__(self, command: Sequence[str], wide: str, env: Mapping[str, str] | None = None) -> None:
        self.wide, self.asked = wide, 0
        self.came = b""
        super().__init__(command, columns=80, rows=24, env=env)

    def _read(self, patience: float) -> bytes:
        came = super()._read(patience)
        self.came += came
        for column, sign in _ASKED.findall(came):
            self.asked += 1
            width = 2 if sign.decode() in self.wide else 1
            self.write(b"\x1b[2;%dR" % (int(column) + width))
        return came


@pytest.fixture
def command(demo_made: Path) -> list[str]:
    return [sys.executable, "-m", "board", "open", str(demo_made)]


def test_a_terminal_that_draws_signs_wide_gets_plain_ones_and_the_board_says_why(command: list[str]) -> None:
    with Answering(command, wide=DOUBTFUL) as terminal:
        terminal.wait_for("Plain signs: this terminal draws", "two cells wide.")
        terminal.settle()
        terminal.came = b""
        terminal.write(b"\x0c")
        terminal.wait_for("Amara O.", "Kwame M.")
        terminal.settle()
        painted = _ASKED.sub(b"", terminal.came)
        assert terminal.asked == 2 * len(DOUBTFUL), "asked at the start and once more by the redraw key"
        assert b"Chloe D." in painted
        assert painted.isascii()


def test_a_terminal_that_draws_them_in_one_cell_keeps_the_pretty_ones(command: list[str]) -> None:
    with Answering(command, wide="") as terminal:
        terminal.wait_for("Amara O.", "Kwame M.")
        terminal.settle()
        assert terminal.asked == len(DOUBTFUL)
        assert terminal.came.index(b"\x1b[6n") < terminal.came.index(b"Amara O."), "it wipes a line, so it comes first"
        terminal.came = b""
        terminal.write(b"\x0c")
        terminal.wait_for("Amara O.", "Kwame M.")
        terminal.settle()
        assert "●".encode() in terminal.came
        assert b"Plain signs" not in terminal.came


def test_the_question_comes_before_the_first_picture_and_no_answer_is_waited_for(command: list[str]) -> None:
    with Terminal(command, columns=80, rows=24) as terminal:
        terminal.wait_for("Amara O.", "Kwame M.")
        terminal.settle()
        terminal.write(b"\x1b[2;3R" + b"\x1b[2;999R" + b"\x1b[1;2R")  # late: the first sign is two wide; and nonsense
        terminal.wait_for("Plain signs")


def test_the_redraw_key_wipes_what_others_wrote_and_paints_everything_in_text_fields_too(command: list[str]) -> None:
    with Answering(command, wide="") as terminal:
        terminal.wait_for("Amara O.", "Kwame M.")
        terminal.settle()
        terminal.write(b"/")
        terminal.wait_for("Enter stays")
        terminal.settle()
        terminal.came = b""
        terminal.write(b"\x0c")
        terminal.wait_for("Amara O.", "Enter stays")
        assert terminal.came.index(b"\x1b[2J") < terminal.came.index(b"Amara O.")
        assert terminal.came.count(FRAME_END) <= 2


def test_nothing_is_asked_of_a_terminal_too_narrow_for_the_question(command: list[str]) -> None:
    with Terminal(command, columns=40, rows=20) as terminal:
        terminal.wait_for("Amara O.")
        terminal.settle()


@pytest.mark.parametrize(
    ("env", "codes"),
    [
        ({"COLORTERM": "truecolor"}, rb"[34]8;2;"),
        ({"COLORTERM": ""}, rb"[34]8;5;"),
        ({"COLORTERM": "", "TERM": "xterm"}, rb"(3|4|9|10)[0-7]"),
        ({"COLORTERM": "", "TERM": "linux"}, rb"(3|4|9)[0-7]"),
    ],
)
def test_each_terminal_gets_the_colours_it_has_and_no_others(
    command: list[str], env: dict[str, str], codes: bytes
) -> None:
    with Answering(command, wide="", env=env) as terminal:
        terminal.wait_for("Amara O.", "Kwame M.")
        terminal.settle()
    plain = rb"0|1|2|3|4|7|9|22|23|24|27|39|49|"
    sent = re.findall(rb"\x1b\[([0-9;]*)m", terminal.came)
    assert any(re.search(codes, code) for code in sent)
    for code in sent:
        assert re.fullmatch(rb"((" + plain + codes + rb"[0-9;]*);?)*", code), code
