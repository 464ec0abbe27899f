"""Where nobody could see the board or press its keys, one sentence says so and names the way out; else it is on the terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from watched_terminal import WatchedTerminal

CHECKOUT = Path(__file__).parents[2]


def opened(demo: Path, around: str = "{board}", **env: str) -> WatchedTerminal:
    """The board called from a shell: {board} stands for the call."""
    call = f"PYTHONPATH='{CHECKOUT}' '{sys.executable}' -m board open '{demo}'"
    return WatchedTerminal(["sh", "-c", around.replace("{board}", call)], columns=100, rows=30, env=env)


@pytest.mark.parametrize("around", ["{board} 2>err.txt", "{board} 2>&-", "{board} 2>/dev/full", "{board} 2>&1"])
def test_the_board_is_on_the_terminal_whatever_hears_its_faults(
    demo: Path, around: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(demo.parent)
    with opened(demo, around) as terminal:
        terminal.wait_for("Amara O.")
        terminal.write(b"q")
        terminal.wait_for_end()
        assert terminal.exit_status() == 0
        assert terminal.left_on == []


@pytest.mark.parametrize(
    ("around", "env", "why"),
    [
        ("{board}", {"TERM": "dumb"}, "TERM"),
        ("unset TERM; {board}", {}, "TERM"),
        ("{board}", {"TERM": ""}, "TERM"),
        ("{board}", {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "UTF-8"),
        ("{board}", {"PYTHONIOENCODING": "latin-1"}, "PYTHONIOENCODING"),
        ("{board} </dev/null", {}, "hear no key"),
        ("{board} <&-", {}, "hear no key"),
    ],
)
def test_a_terminal_that_can_not_show_or_hear_the_board_is_told_so(
    demo: Path, around: str, env: dict[str, str], why: str
) -> None:
    with opened(demo, around, **env) as terminal:
        terminal.wait_for_end()
        assert terminal.exit_status() == 2
        said = terminal.said.decode()
    assert why in said
    assert "board show" in said
    assert said.count("\n") == 1
    assert "\x1b" not in said


def test_a_folder_that_was_deleted_under_the_board_is_told(demo: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with opened(demo, f"mkdir '{gone}'; cd '{gone}'; rmdir '{gone}'; {{board}}") as terminal:
        terminal.wait_for_end()
        assert terminal.exit_status() == 2
        assert (
            terminal.said.decode() == "The folder you are in was deleted; go to another one first, such as with: cd\r\n"
        )


@pytest.mark.parametrize("command", [["open"], ["show", "-c"]])
def test_a_full_disk_behind_what_is_said_is_told(demo: Path, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        call = [sys.executable, "-m", "board", *command, str(demo)]
        done = subprocess.run(
            call, stdout=full, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, check=False
        )
    assert done.returncode == 2
    assert (
        done.stderr == "What the board says can't be written there (No space left on device); send it somewhere else.\n"
    )


def test_a_pipe_gets_the_class_as_text(demo: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "board", "open", str(demo)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "Amara O." in done.stdout
    assert "\x1b" not in done.stdout
