"""What a terminal reports: the mouse, its size, its abilities, and keys in longer words."""

import pytest
from textual import messages

from board.terminal.reader import Reader
from terminal_reading import pressed, read, told


@pytest.mark.parametrize(
    "report", ["\x1b[<32;NaN;NaNM", "\x1b[<0;NaN;5M", "\x1b[32;NaN;NaNM", "\x1b[<0;-3;2M", "\x1b[<0;Infinity;1m"]
)
def test_mouse_reports_with_no_numbers_are_nothing(report: str) -> None:
    assert read(report.encode() + b"t") == [("key", "t", "t")]


def test_a_side_button_is_no_left_button() -> None:
    assert read(b"\x1b[<128;5;5M\x1b[<128;5;5m\x1b[<129;5;5M") == []


def test_the_mouse_outside_the_window_is_nowhere() -> None:
    reader = Reader()
    reader.resize(80, 24)
    assert reader.feed(b"\x1b[<0;81;5M\x1b[<0;5;25M\x1b[<0;65000;5M\x1b[<0;0;5M", 0.0) == []
    assert [told(message) for message in reader.feed(b"\x1b[<0;80;24M", 0.0)] == [("MouseDown", 79, 23, 1)]


def test_old_mouse_reports_reach_beyond_column_200() -> None:
    column = 210
    at = bytes([32, 32 + column, 33 + 4])
    assert read(b"\x1b[M" + at + b"\x1b[M" + bytes([35]) + at[1:]) == [
        ("MouseDown", column - 1, 4, 1),
        ("MouseUp", column - 1, 4, 1),
    ]
    assert read(b"\x1b[M" + bytes([32, 0, 40])) == [], "a column it can't say is no column"
    assert read(b"\x1b[32;301;5M") == [("MouseDown", 300, 4, 1)]


def test_the_wheel_turns() -> None:
    assert read(b"\x1b[<64;5;5M\x1b[<65;5;5M") == [("MouseScrollUp", 4, 4, 0), ("MouseScrollDown", 4, 4, 0)]


def test_a_window_of_an_impossible_size_is_not_believed() -> None:
    assert read(b"\x1b[48;0;0;0;0t\x1b[48;99999;99999;1;1t\x1b[48;50;5000;1;1t") == []
    assert read(b"\x1b[48;24;80;480;800t") == [("resize", (80, 24))]


def test_the_place_of_the_cursor_is_told_and_f3_is_a_key() -> None:
    assert read(b"\x1b[24;7R") == [("cursor", 6, 23)]
    assert read(b"\x1b[1;2R") == [("key", "shift+f3", None)]
    assert read(b"\x1b[1;40R") == [("cursor", 39, 0)]


def test_what_the_terminal_can_do_is_heard() -> None:
    assert read(b"\x1b[?2026;2$y\x1b[?2048;2$y\x1b[I\x1b[O") == [
        ("TerminalSupportsSynchronizedOutput",),
        ("InBandWindowResize",),
        ("AppFocus",),
        ("AppBlur",),
    ]
    assert read(b"\x1b[?2026;0$y\x1b[?2026;4$y") == []
    assert messages.TerminalSupportsSynchronizedOutput.__name__ == "TerminalSupportsSynchronizedOutput"


def test_keys_that_are_let_go_are_no_keys_and_repeats_are() -> None:
    assert pressed(b"\x1b[97;1:1u\x1b[97;1:2u\x1b[97;1:3u\x1b[1;1:3A\x1b[3;1:3~") == ["a", "a"]


def test_the_numpad_is_its_characters() -> None:
    assert read(b"\x1b[57400u\x1b[57409u\x1b[57414u\x1b[57424;1u\x1b[57401;129;50u") == [
        ("key", "1", "1"),
        ("key", "full_stop", "."),
        ("key", "enter", "\r"),
        ("key", "end", None),
        ("key", "2", "2"),
    ]


def test_keys_beyond_all_letters_are_nothing() -> None:
    assert pressed(b"\x1b[1114112u\x1b[55296u\x1b[0u\x1b[99999999999999u\x1b[97;;1114112u\x1b[63743u") == ["a"]


def test_a_letter_with_alt_is_not_the_letter() -> None:
    assert pressed(b"\x1bt\x1b \x1b.\x1b\r\x1bT") == ["alt+t", "alt+space", "alt+full_stop", "alt+enter", "alt+shift+t"]


def test_f18_is_no_mark() -> None:
    assert pressed(b"\x1b[32~") == ["f18"]
