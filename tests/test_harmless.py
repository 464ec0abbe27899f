"""The two doors to a terminal, the streams of the command line and what is painted, let nothing pass that steers it."""

import io
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from board.cli import cli
from board.cli.said import bare, harmless_streams
from board.mastery.harmless import harmless, harmless_json, harmless_line
from board.terminal.crash import told
from board.widgets.on_screen import OnScreen
from hostile import HOSTILE

_MAY_STAY = "\n\t\u200c\u200d\u200e\u200f"
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

anything = st.one_of(
    st.text(st.characters()), st.sampled_from(HOSTILE), st.text("\x00\x07\x1b\x7f\x9b\x9d\u202e\ud800\n\ta")
)


def steering(text: str) -> set[str]:
    """What a terminal would be steered or a reader deceived by."""
    return {
        char
        for char in text
        if (unicodedata.category(char) in ("Cc", "Cs") or char in _TURNING) and char not in _MAY_STAY
    }


@given(anything)
def test_whatever_is_said_steers_no_terminal_and_keeps_its_letters(text: str) -> None:
    said = harmless(text)
    assert not steering(said)
    assert [char for char in said if char.isalnum()] == [char for char in text if char.isalnum()]
    assert harmless(said) == said
    assert not {"\n", "\t"} & set(harmless_line(text))


@given(st.recursive(anything, lambda inner: st.lists(inner) | st.dictionaries(anything, inner)))
def test_a_script_gets_everything_and_a_terminal_nothing_that_steers_it(value: object) -> None:
    said = harmless_json(value)
    assert not steering(said)
    assert json.loads(said) == value


def test_every_stream_of_a_call_passes_the_door_and_is_itself_again_afterwards() -> None:
    before = sys.stdout, sys.stderr
    with harmless_streams():
        assert bare(sys.stdout) is before[0]
        assert not hasattr(sys.stdout, "buffer")
    assert (sys.stdout, sys.stderr) == before


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_what_click_says_of_a_bad_call_steers_no_terminal(text: str) -> None:
    for words in (
        [f"--{text}"],
        [text],
        ["show", f"--{text}"],
        ["show", "--status", text],
        ["check", "x", text],
        ["print", text],
    ):
        said = CliRunner().invoke(cli, words, color=True)
        assert said.exit_code in (0, 1, 2)
        assert not steering(said.output)


def test_a_fault_of_any_command_is_one_sentence_and_its_details_steer_no_terminal(home: Path) -> None:
    faulty = (
        "import board.cli.show, board.cli\n"
        "def broken(*_a, **_k): raise ValueError('Amara \\x1b[2J')\n"
        "board.cli.show.class_text = broken\n"
        "board.cli.main()\n"
    )
    env = {**os.environ, "BOARD_HOME": str(home)}
    called = [sys.executable, "-m", "board", "demo", str(home / "demo.class"), "--no-open"]
    assert subprocess.run(called, env=env, check=False, capture_output=True).returncode == 0
    call = [sys.executable, "-c", faulty, "show", "-c", str(home / "demo.class")]
    done = subprocess.run(call, env=env, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "Traceback" not in done.stderr
    [kept] = (home / "faults").iterdir()
    assert "Amara [2J" in kept.read_text()


def test_the_place_of_the_details_is_said_without_what_steers(tmp_path: Path) -> None:
    assert harmless(told(ValueError("x"), tmp_path / "a\x1b[2J")).count("\x1b") == 0


@given(st.lists(anything, min_size=1, max_size=4))
def test_what_is_painted_steers_no_terminal_and_everything_keeps_its_place(texts: list[str]) -> None:
    segments = [Segment(text) for text in texts]
    strip = Strip(segments)
    picture = LayoutUpdate([[strip]], Region(0, 0, strip.cell_length, 1))
    painted = OnScreen().news(picture, Console(file=io.StringIO(), force_terminal=True, color_system=None))
    assert painted is not None
    assert not steering(painted.replace("\x1b[1;1H", "", 1))
    assert "\n" not in painted
