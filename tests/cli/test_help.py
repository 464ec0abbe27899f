"""Every command says how it is called, with examples that are calls of it."""

from collections.abc import Iterator

import click
import pytest

from board.cli import cli
from cli_driver import run

HERE = click.Context(cli)


def calls(command: click.Command | None, *words: str) -> Iterator[tuple[str, ...]]:
    """Give the words of a command, and of those inside it."""
    yield words
    if isinstance(command, click.Group):
        for name in command.list_commands(HERE):
            yield from calls(command.get_command(HERE, name), *words, name)


def test_alone_it_shows_how_to_begin() -> None:
    told = run("--help")
    assert told.exit_code == 0
    assert 'board new "Room 12.class" --name "Room 12"' in map(str.strip, told.stdout.splitlines())


def test_commands_inside_others_are_found() -> None:
    assert [*calls(cli.get_command(HERE, "student"), "student")][1] == ("student", "add")


@pytest.mark.parametrize("name", cli.list_commands(HERE))
def test_every_command_has_an_example_that_is_a_call_of_it(name: str) -> None:
    for words in calls(cli.get_command(HERE, name), name):
        told = run(*words, "--help")
        assert told.exit_code == 0
        assert f"Example: board {' '.join(words)} " in told.stdout
