"""What is loaded and when: heavy libraries only by the command that needs them, so that the board is up at once."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import board
from board.cli.context import seat_here
from board.seat.settings import Place
from pty_terminal import PATIENCE, Terminal

CALLED = """
import sys
from board.cli import cli
cli(sys.argv[1:], standalone_mode=False)
print(*sorted(sys.modules))
"""
"""Calls the command line and tells what it has loaded."""

WATCHED = """
import signal, sys
from pathlib import Path
told = Path(sys.argv.pop(1))

def tell(*_):
    names = " ".join(sorted(sys.modules))
    told.with_suffix(".new").write_text(names)
    told.with_suffix(".new").replace(told)

signal.signal(signal.SIGUSR1, tell)
from board.cli import main
main()
"""
"""The command line, which tells what it has loaded when it gets a signal."""

BOARD = Path(board.__file__).parent
PAPER = ("reportlab", "printables", "PIL", "cv2", "numpy")


def loaded(script: str, *arguments: str | Path) -> set[str]:
    """The names of all modules a script of its own process says it has loaded."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout
    return set(told.splitlines()[-1].split())


def imported(*modules: str) -> set[str]:
    """The names of all modules that importing these loads."""
    return loaded(f"import sys, {', '.join(modules)}; print(*sys.modules)")


def of(names: set[str], *packages: str) -> list[str]:
    """Those of these packages that are among the names."""
    return [package for package in packages if package in {name.partition(".")[0] for name in names}]


def painted(folder: Path) -> set[str]:
    """What the board has loaded when it has just been painted for the first time."""
    told = folder.with_name("modules")
    told.unlink(missing_ok=True)
    with Terminal([sys.executable, "-c", WATCHED, str(told), "open", str(folder)]) as screen:
        screen.wait_for("Amara O.")
        screen.signal(signal.SIGUSR1)
        deadline = time.monotonic() + PATIENCE
        while not told.exists():
            assert time.monotonic() < deadline
            time.sleep(0.01)
    return set(told.read_text().split())


def test_printing_loads_no_textual(demo: Path, tmp_path: Path) -> None:
    child = ("--student", "demo-00")  # whose chart holds pictures of its own
    names = loaded(CALLED, "print", "personal", *child, "-c", demo, "-o", tmp_path / "chart.pdf")
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF")
    assert of(names, "reportlab", "textual", "rich") == ["reportlab"]


@pytest.mark.parametrize("command", [["show"], ["mark", "number-explorers/count-to-20", "ready", "demo-00"], ["check"]])
def test_commands_for_text_load_neither_a_screen_nor_paper(demo: Path, command: list[str]) -> None:
    names = loaded(CALLED, *command, *([] if command == ["check"] else ["-c"]), demo)
    assert of(names, "textual", *PAPER) == (["PIL"] if command == ["check"] else []), "check reads every picture"


def test_links_are_told_and_taken_back_without_what_serves_them(demo: Path) -> None:
    names = loaded(CALLED, "serve", "--links", "-c", demo)
    assert of(names, "textual", "aiohttp", "segno", "cryptography", *PAPER) == []


def test_the_board_loads_nothing_of_what_serves_it_before_it_is_painted(demo: Path) -> None:
    assert of(painted(demo), "aiohttp", "segno", "cryptography") == []


def test_the_board_loads_nothing_for_paper_before_it_is_painted(demo: Path) -> None:
    assert of(painted(demo), "textual", *PAPER) == ["textual", "PIL"], "stickers it has never seen are made with PIL"
    assert of(painted(demo), "textual", *PAPER) == ["textual"]


def test_the_overview_needs_no_pictures(demo: Path) -> None:
    seat_here().settings.remember(str(demo.resolve()), Place(zoom=0))
    assert of(painted(demo), "textual", *PAPER) == ["textual"]


def test_the_rules_of_mastery_need_only_the_standard_library() -> None:
    modules = [f"board.mastery.{path.stem}" for path in sorted((BOARD / "mastery").glob("[!_]*.py"))]
    assert len(modules) > 5
    told = loaded(
        f"import sys; before = set(sys.modules); import {', '.join(modules)}; print(*set(sys.modules) - before)"
    )
    packages = {name.partition(".")[0] for name in told} - sys.stdlib_module_names
    assert packages == {"board"}
    assert {name for name in told if name.startswith("board.")} == {"board.mastery", *modules}


def test_paper_knows_neither_screen_nor_store() -> None:
    paper = BOARD.parent / "printables"
    files = sorted(paper.rglob("[!_]*.py"))
    modules = [".".join(("printables", *path.relative_to(paper).with_suffix("").parts)) for path in files]
    assert len(modules) > 10
    names = imported(*modules)
    assert of(names, "reportlab", "textual", "rich", "tinydb", "click") == ["reportlab"]
    assert not {name for name in names if name.startswith(("board.store", "board.art", "board.exchange"))}


def test_only_the_command_that_is_called_is_loaded() -> None:
    names = imported("board.cli")
    assert {name for name in names if name.startswith("board.")} == {
        "board.cli",
        "board.cli.said",
        "board.cli.screen",
        "board.errors",
        "board.mastery",
        "board.mastery.harmless",
        "board.mastery.people",
        "board.mastery.plan",
    }
    assert not of(names, "textual", "tinydb", *PAPER)
