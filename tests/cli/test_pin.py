"""board pin: set without the old one, asked for twice, taken away, and wrong calls in one sentence."""

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from board.cli import cli
from board.deeds.pin import Pins
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT
from board.words import pin as words
from cli_driver import run


def fed(given: str, *options: str, folder: Path) -> Result:
    return CliRunner().invoke(cli, ["pin", *options, "-c", str(folder)], input=given)


def is_pin(folder: Path, pin: str) -> bool:
    with closing(ClassBook(folder, "d9")) as book:
        return Pins(book).tried(pin)


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.cli.pin.has_terminal", lambda: True)


@pytest.mark.usefixtures("at_terminal")
def test_it_is_asked_for_twice_and_never_shown(demo: Path) -> None:
    told = fed("4716\n4716\n", folder=demo)
    assert told.exit_code == 0
    assert words.SET in told.stdout
    assert "4716" not in told.output
    assert is_pin(demo, "4716")


@pytest.mark.usefixtures("at_terminal")
def test_two_that_are_not_the_same_change_nothing_and_it_is_asked_for_again(demo: Path) -> None:
    assert fed("4716\n4716\n", folder=demo).exit_code == 0
    told = fed("9031\n9032\n", folder=demo)
    assert (told.exit_code, words.TYPE_ANEW in told.stderr) == (2, True)
    assert is_pin(demo, "4716")
    assert fed("9031\n9032\n٩٠٣١\n9031\n", folder=demo).exit_code == 0
    assert is_pin(demo, "9031")


@pytest.mark.usefixtures("at_terminal")
def test_one_that_is_refused_is_asked_for_anew_as_often_as_it_takes(demo: Path) -> None:
    told = fed("1234\n12\nabcd\n4716\n4716\n", folder=demo)
    assert told.exit_code == 0
    assert "choose others" in told.stderr
    assert told.output.count(words.AGAIN) == 1
    assert is_pin(demo, "4716")


@pytest.mark.usefixtures("at_terminal")
@pytest.mark.parametrize("given", ["", "\n", "1234\n\n", "4716\n", "4716\n\n"])
def test_who_types_nothing_changes_nothing(demo: Path, given: str) -> None:
    told = fed(given, folder=demo)
    assert (told.exit_code, words.NOT_TYPED in told.stderr) == (2, True)
    assert not is_pin(demo, "4716")


def test_with_nobody_there_it_is_not_asked_for(demo: Path) -> None:
    told = fed("4716\n4716\n", folder=demo)
    assert (told.exit_code, told.stderr) == (2, words.NOBODY + "\n")


@pytest.mark.parametrize("given", ["4716", "4716\n", "4716\r\n", "4716\nand more\n", "47 16\n", "٤٧١٦\n"])
def test_a_script_pipes_it_in(demo: Path, given: str) -> None:
    assert fed(given, "--from-stdin", folder=demo).exit_code == 0
    assert is_pin(demo, "4716")


@pytest.mark.parametrize("given", ["", "\n", "12", "abcd", "1111", "9" * 5000, "\x1b[31m4716", "4716\x00", "\udcff"])
def test_what_is_no_pin_is_one_sentence(demo: Path, given: str) -> None:
    told = CliRunner().invoke(
        cli, ["pin", "--from-stdin", "-c", str(demo)], input=given.encode("utf-8", "surrogateescape")
    )
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
    assert not is_pin(demo, "4716")


def test_a_forgotten_one_is_set_anew_and_the_next_try_counts_at_once(demo: Path) -> None:
    fed("4716", "--from-stdin", folder=demo)
    with closing(ClassBook(demo, "d9")) as book:
        while book.tries.count():
            pass
    assert not is_pin(demo, "4716")
    assert fed("9031", "--from-stdin", folder=demo).exit_code == 0
    assert is_pin(demo, "9031")


def test_one_that_is_damaged_is_mended(demo: Path) -> None:
    with closing(ClassBook(demo, "d9")) as book:
        book.edit(ABOUT, lambda now: now._replace(kiosk=now.kiosk._replace(pin="damaged")))
    assert not is_pin(demo, "damaged")
    fed("9031", "--from-stdin", folder=demo)
    assert is_pin(demo, "9031")


def test_it_is_taken_away(demo: Path) -> None:
    fed("4716", "--from-stdin", folder=demo)
    assert run("pin", "--off", "-c", demo).stdout == words.TAKEN_AWAY + "\n"
    assert run("pin", "--off", "-c", demo).stdout == words.NONE_SET + "\n"
    assert not is_pin(demo, "4716")
