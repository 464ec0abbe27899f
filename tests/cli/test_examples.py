"""The examples in the help about showing and judging do what they say in the demo class."""

import re
import shlex
from pathlib import Path

import pytest
from PIL import Image

from cli_driver import run

_COMMANDS = (
    ("ready",),
    ("verdict",),
    ("told",),
    ("plan",),
    ("adult", "list"),
    ("adult", "add"),
    ("adult", "role"),
    ("student", "photos"),
)


def examples(command: tuple[str, ...]) -> list[list[str]]:
    """Give the calls that stand in the help of a command, as words."""
    lines = re.findall(r"Example: board (.*)", run(*command, "--help").stdout)
    assert lines
    return [shlex.split(line) for line in lines]


@pytest.mark.parametrize("command", _COMMANDS, ids="-".join)
def test_every_example_works_in_the_demo_class(
    demo: Path, command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", (300, 200), "white").save("tower.jpg")
    run("student", "photos", "--all", "allow", "-c", demo)
    if command == ("adult", "role"):
        run("adult", "add", "Mr. Lee", "-c", demo)
    if command == ("told",):
        run("verdict", "how-many", "keep_working", "Liam K.", "-c", demo)
    for words in examples(command):
        told = run(*words, "-c", demo)
        assert (told.exit_code, told.stderr) == (0, ""), words
        assert told.stdout
        if command == ("told",):
            assert "has heard it" in told.stdout
