"""Lines that repeat one sign for ever are read at once: what reads on each key must not stop for them."""

import subprocess
import sys

import pytest

import every_pattern
from elsewhere import as_here

_PATIENCE = 200
"""Seconds for what takes less than two here, and took minutes, hours or years."""

_READ_NAMES = "import sys; from board.exchange.rosters import read_pasted; read_pasted(sys.stdin.read())"
_READ = "import sys; from board.exchange.steps.reading import read_lines; read_lines(sys.stdin.read())"


def test_no_regular_expression_grows_without_end_on_what_repeats_itself() -> None:
    command = [sys.executable, every_pattern.__file__]
    try:
        told = subprocess.run(command, env=as_here(), capture_output=True, text=True, timeout=_PATIENCE, check=True)
    except subprocess.TimeoutExpired as error:
        tried = (error.stdout or b"").decode().splitlines()
        pytest.fail(f"no end was found by {tried[-1] if tried else 'the first'}")
    assert len(told.stdout.splitlines()) > 100


@pytest.mark.parametrize(
    "line",
    [
        f"I can write {'_' * 40} by myself",
        f"I can write {'.' * 60}, {'…' * 60}, and then stop",
        f"I can count by {'2.NBT.A.1,  ' * 40} and then stop",
        f"I can tell {'K.1A and ' * 60}then stop",
        f"I can name AA{'-AA' * 60} and stop",
        f"1.AB{'A1B2' * 40}! I can stop",
        f"({'2.NBT.A.1, ' * 40} I can stop",
        f"{'[ ] ' * 200}I can stop",
        "I can stop " + "\t" * 3000 + "!",
    ],
)
def test_a_line_that_repeats_itself_is_read_at_once(line: str) -> None:
    command = [sys.executable, "-c", _READ]
    subprocess.run(command, env=as_here(), input=line, text=True, timeout=_PATIENCE, check=True)


@pytest.mark.parametrize(
    "again", ["boys 1 ", "28 children, ", "Girls: 2 ", "total 3 and ", "Ava B. ", "12 ", "(a) ", "Class 4B: "]
)
def test_a_line_of_a_list_that_repeats_itself_is_read_at_once(again: str) -> None:
    command = [sys.executable, "-c", _READ_NAMES]
    text = f"Ava Brown\nLiam Lopez\n{again * 100}x"
    subprocess.run(command, env=as_here(), input=text, text=True, timeout=_PATIENCE, check=True)
