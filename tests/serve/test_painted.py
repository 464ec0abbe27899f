"""The eyes of the tests of pages: text is found where it stands, and what paints nothing is no text."""

from serve.painted import Cell, Painted


def test_words_are_found_in_their_middle() -> None:
    screen = Painted(20, 4)
    screen.feed(b"\x1b[?2026h\x1b[2;3H\x1b[38;2;1;2;3;1mGot it\x1b[0m\x1b[?2026l")
    assert screen.places("Got it") == [Cell(5, 1)]
    assert "Got it" in screen.text


def test_a_wide_sign_moves_no_place() -> None:
    screen = Painted(20, 2)
    screen.feed("\x1b[1;1H日本 Ava".encode())
    assert screen.places("Ava") == [Cell(6, 0)]


def test_questions_and_modes_leave_nothing_behind() -> None:
    screen = Painted(40, 2)
    screen.feed(b"\x1b[>25u\x1b[?2048$p\x1b[?u\x1b[<u\x1b[?1004h\x1b[2 q\x1b[1;1Ha")
    assert screen.text.strip() == "a"


def test_bytes_that_come_torn_are_put_together() -> None:
    screen = Painted(20, 1)
    for one in "é★".encode():
        screen.feed(bytes([one]))
    assert screen.text.startswith("é★")
