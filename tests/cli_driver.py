"""Calling the command line in tests."""

from pathlib import Path

from click.testing import CliRunner, Result

from board.cli import cli

UNIT = Path(__file__).parents[1] / "board" / "demo" / "number-explorers.toml"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])
