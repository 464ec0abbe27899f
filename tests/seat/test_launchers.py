"""What is written to start the board says the same when it is read by the rules of each system."""

import shlex
import signal
import subprocess
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.seat.launchers import (
    MARK,
    TERMINALS,
    console_unit,
    desktop_entry,
    exec_value,
    mac_file,
    terminal_here,
    unit_value,
    windows_file,
)
from board.terminal.endings import exit_status

signs = st.one_of(
    st.sampled_from(list(" \t\"'\\$`%;&|<>~*?#()=:,€ü字🎉")), st.characters(exclude_categories=["Cs", "Cc"])
)
words = st.lists(st.text(signs, min_size=1, max_size=20), min_size=1, max_size=5)

UNESCAPED = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
RESERVED = " \t\n\"'\\><~|&;$*?#()`"


def entry_call(value: str) -> Iterator[str]:
    """Read the value of `Exec` as the Desktop Entry Specification says: as a string, then quotes, then field codes."""
    text, signs = "", iter(value)
    for sign in signs:
        text += UNESCAPED[next(signs)] if sign == "\\" else sign
    at = 0
    while at < len(text):
        word = ""
        if text[at] == '"':
            at += 1
            while text[at] != '"':
                at += text[at] == "\\"
                word += text[at]
                at += 1
            at += 1
            assert text[at : at + 1] in ("", " ")
        else:
            while at < len(text) and text[at] != " ":
                assert text[at] not in RESERVED
                word += text[at]
                at += 1
        at += 1
        yield without_codes(word)


def without_codes(word: str) -> str:
    """Read `%%` as one; any other code would be filled in by the desktop."""
    assert "%" not in word.replace("%%", "")
    return word.replace("%%", "%")


def unit_call(value: str) -> Iterator[str]:
    """Read the value of `ExecStart` as systemd does where a colon keeps it from looking for variables."""
    assert value.startswith(":")
    at = 1
    while at < len(value):
        assert value[at] == '"'
        at, word = at + 1, ""
        while value[at] != '"':
            if value[at] == "\\":
                at += 1
                word += {"n": "\n", "t": "\t"}.get(value[at], value[at])
            else:
                word += value[at]
            at += 1
        assert value[at + 1 : at + 2] in ("", " ")
        at += 2
        yield without_codes(word)


@given(words)
def test_a_desktop_entry_calls_what_was_meant(called: list[str]) -> None:
    entry = desktop_entry("Board", "Says something.", called, in_terminal=False)
    [line] = [line for line in entry.split("\n") if line.startswith("Exec=")]
    assert list(entry_call(line.removeprefix("Exec="))) == called


@given(words)
def test_a_unit_of_systemd_calls_what_was_meant(called: list[str]) -> None:
    [line] = [line for line in console_unit(called, "pi").split("\n") if line.startswith("ExecStart=")]
    assert list(unit_call(line.removeprefix("ExecStart="))) == called


@given(words)
def test_a_terminal_that_takes_one_line_gets_it_whole(called: list[str]) -> None:
    [terminal] = [one for one in TERMINALS if one.name == "lxterminal"]
    *_, command = terminal.words(called)
    assert shlex.split(command.removeprefix("--command=")) == called


@given(words)
def test_every_other_terminal_gets_the_words_as_they_are(called: list[str]) -> None:
    for terminal in TERMINALS:
        assert terminal.name == terminal.words(called)[0]
        assert terminal.name == "lxterminal" or terminal.words(called)[-len(called) :] == called


@pytest.mark.parametrize("hostile", ["a b", 'a"b', "a'b", "a$HOME`id`b", "a%fb", "a\\b", "; touch x #"])
def test_what_macos_runs_is_what_was_meant(hostile: str) -> None:
    text = mac_file(["printf", "%s", hostile]).replace("\nclear\n", "\n")
    assert subprocess.run(["sh", "-c", text], capture_output=True, text=True, check=True).stdout == hostile


def test_windows_takes_a_percent_for_a_percent() -> None:
    assert '"C:\\100%% Ünits\\py.exe" "-m"' in windows_file(["C:\\100% Ünits\\py.exe", "-m"])


def test_each_file_says_whose_it_is() -> None:
    made = (
        desktop_entry("a", "b", ["c"], in_terminal=True),
        console_unit(["c"], "pi"),
        mac_file(["c"]),
        windows_file(["c"]),
    )
    assert all(MARK in text for text in made)
    assert "Terminal=true" in made[0]


def test_a_unit_that_is_told_to_end_by_kill_stays_ended() -> None:
    assert f"\nSuccessExitStatus={exit_status(signal.SIGTERM)}\n" in console_unit(["c"], "pi")


def test_a_terminal_that_covers_the_screen_comes_first() -> None:
    assert terminal_here({"lxterminal", "xterm"}.__contains__) == next(one for one in TERMINALS if one.name == "xterm")
    only = terminal_here({"lxterminal"}.__contains__)
    assert only is not None
    assert not only.is_full
    assert terminal_here(lambda _: False) is None


def unescaped(called: list[str]) -> str:
    return " ".join(f'"{word}"' for word in called)


@pytest.mark.parametrize("word", ['a"b', "a%fb", "a\\b"])
def test_one_that_is_only_put_in_quotes_is_found_out(word: str) -> None:
    for read in (entry_call, lambda value: unit_call(f":{value}")):
        with pytest.raises((AssertionError, KeyError, StopIteration, RuntimeError, IndexError)):
            assert list(read(unescaped([word]))) == [word]
    assert list(entry_call(exec_value([word]))) == list(unit_call(unit_value([word]))) == [word]
