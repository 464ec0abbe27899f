"""Only a person's key is a key: whatever else a terminal sends, in whatever parts, means nothing or what it says."""

import gc
import weakref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.terminal.reader import Delays, Reader, delays
from terminal_bytes import anything, garbage, keys, late, torn
from terminal_reading import LONG, pressed, read, told


def in_letters(meant: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """The same with every text as its letters: whether letters were pasted depends on how many come at once."""
    letters: list[tuple[object, ...]] = []
    for what in meant:
        text = what[1] if what[0] == "paste" else what[2] if what[0] == "key" else None
        letters += [("letter", letter) for letter in text] if isinstance(text, str) else [what]
    return letters


@given(anything, st.lists(st.integers(0, 400), max_size=12))
@settings(max_examples=200)
def test_any_bytes_torn_anywhere_mean_what_they_mean_whole(data: bytes, places: list[int]) -> None:
    assert in_letters(read(*torn(data, places))) == in_letters(read(data))


@given(anything)
@settings(max_examples=200)
def test_any_bytes_one_by_one_mean_what_they_mean_whole(data: bytes) -> None:
    assert in_letters(read(*[bytes([byte]) for byte in data])) == in_letters(read(data))


@given(st.binary(max_size=200), st.lists(st.floats(0, 3), max_size=40))
@settings(max_examples=150)
def test_no_bytes_at_any_pace_are_an_error(data: bytes, pauses: list[float]) -> None:
    reader, now = Reader(), 0.0
    for at, pause in enumerate([*pauses, LONG]):
        reader.feed(data[at * 5 : at * 5 + 5], now)
        now += pause
        reader.tick(now)
    reader.tick(now + LONG)
    assert reader.due is None or reader.due > now


@given(st.lists(garbage, max_size=8).map(b"".join), st.lists(st.integers(0, 400), max_size=6))
@settings(max_examples=200)
def test_what_was_not_typed_is_no_key_and_no_paste(data: bytes, places: list[int]) -> None:
    assert [what for what in read(*torn(data, places)) if what[0] in ("key", "paste")] == []


@given(st.lists(garbage, max_size=5).map(b"".join), keys)
@settings(max_examples=200)
def test_a_key_survives_whatever_stands_before_it(before: bytes, key: bytes) -> None:
    assert pressed(before + key) == pressed(key)
    assert pressed(key)


@given(late, st.data(), st.sampled_from([0.05, 0.15, 0.5, 0.9]))
@settings(max_examples=250)
def test_an_answer_torn_by_any_pause_is_no_key_but_escape(data: bytes, drawn: st.DataObject, pause: float) -> None:
    at = drawn.draw(st.integers(1, len(data) - 1))
    reader = Reader()
    meant = [*reader.feed(data[:at], 0.0), *reader.tick(pause), *reader.feed(data[at:], pause), *reader.tick(LONG)]
    names = [what[1] for what in map(told, meant) if what[0] in ("key", "paste")]
    assert names in ([], ["escape"])


@pytest.mark.parametrize(
    "sequence", [b"\x1b[A", b"\x1bOA", b"\x1b[1;5D", b"\x1b[<0;10;10M", b"\x1b[24;80R", b"\x1b[?62;4c"]
)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_sequence_torn_by_a_tenth_of_a_second_or_more_never_becomes_letters(sequence: bytes, at: int) -> None:
    for pause in (0.05, 0.15, 0.5, 0.9):
        reader, now = Reader(), 0.0
        meant = reader.feed(sequence[:at], now)
        meant += reader.tick(now + pause)
        meant += reader.feed(sequence[at:], now + pause)
        meant += reader.tick(LONG)
        names = [what[1] for what in map(told, meant) if what[0] == "key"]
        assert set(names) <= {"escape", "up", "ctrl+left"}, (pause, names)
        assert len(names) <= 1


def test_a_sequence_torn_into_single_bytes_by_an_escape_never_becomes_letters() -> None:
    reader = Reader()
    meant = reader.feed(b"\x1b", 0.0) + reader.tick(0.1) + reader.feed(b"[", 0.15) + reader.tick(0.2)
    meant += reader.feed(b"A", 0.22) + reader.tick(LONG)
    assert [told(message)[1] for message in meant] == ["escape"]


def test_a_colour_that_is_told_late_and_torn_never_becomes_letters() -> None:
    reader = Reader()
    meant = reader.feed(b"\x1b", 0.0) + reader.tick(0.1) + reader.feed(b"]11;rgb:1111/2222/3333", 0.2)
    meant += reader.feed(b"/4\x1b", 0.3) + reader.tick(0.35) + reader.feed(b"\\", 0.4) + reader.tick(LONG)
    assert [told(message)[1] for message in meant] == ["escape"]


def test_a_bracket_typed_soon_after_escape_is_that_key() -> None:
    reader = Reader()
    meant = reader.feed(b"\x1b", 0.0) + reader.tick(0.1) + reader.feed(b"[", 0.3) + reader.tick(0.41)
    assert [told(message)[1] for message in meant] == ["escape", "left_square_bracket"]


def test_escape_alone_is_the_key_after_its_delay_and_not_before() -> None:
    reader = Reader(Delays(0.4, 2.0))
    assert reader.feed(b"\x1b", 5.0) == []
    assert reader.due == 5.4
    assert reader.tick(5.39) == []
    assert [told(message) for message in reader.tick(5.4)] == [("key", "escape", "\x1b")]


def test_a_terminal_that_tells_escape_by_itself_may_tear_keys_for_long() -> None:
    reader = Reader()
    reader.feed(b"\x1b[?25u", 0.0)
    meant = reader.feed(b"\x1b", 1.0) + reader.tick(1.5) + reader.feed(b"[A", 1.6)
    assert [told(message)[1] for message in meant] == ["up"]
    assert [told(message)[1] for message in reader.feed(b"\x1b[27u", 3.0)] == ["escape"]


def test_delays_are_longer_over_a_network_and_escdelay_is_heard_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert delays({}) == Delays(0.1, 1.0)
    assert delays({"SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}) == Delays(0.4, 2.0)
    assert delays({"SSH_TTY": "/dev/pts/1"}) == Delays(0.4, 2.0)
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0.025)
    assert delays({"SSH_TTY": "/dev/pts/1", "ESCDELAY": "25"}).escape == 0.025


@pytest.mark.parametrize(
    "opener",
    [b"\x1b]11;rgb:", b"\x1bP1$r", b"\x1b_G", b"\x1b^", b"\x1bX", b"\x1b[", b"\x1bO", b"\x1b[200~", b"\xe2\x82"],
)
def test_what_never_ends_does_not_keep_the_keyboard(opener: bytes) -> None:
    reader = Reader()
    reader.feed(opener, 0.0)
    reader.tick(1.0)
    assert [told(message)[1] for message in reader.feed(b"t", 1.1)] == ["t"]


def test_a_string_that_goes_on_for_megabytes_is_given_up() -> None:
    reader = Reader()
    for at in range(300):
        reader.feed(b"\x1b]52;c;" * (at == 0) + b"A" * 4096, at / 100)
    assert [told(message)[1] for message in reader.feed(b"t", 4.0)] == ["t"]


def test_a_sequence_that_goes_on_for_ever_holds_little_and_ends() -> None:
    reader = Reader()
    for at in range(200):
        reader.feed(b"\x1b[" * (at == 0) + b"1;" * 2000, 0.0)
    assert len(reader._cutter._held) < 8192
    assert [told(message)[1] for message in reader.feed(b"ut", 0.0)] == ["t"]


@pytest.mark.parametrize(
    "data",
    [
        b"\x9b24;80R",
        b"\x9b?62;4c",
        b"\x9d11;rgb:1/2/3\x07",
        b"\x90" + b"1$r0m\x1b\\",
        b"\xc2\x9b",
        b"\x9b",
        b"\xed\xa0\x80",
    ],
)
def test_control_codes_of_eight_bits_are_no_keys(data: bytes) -> None:
    assert pressed(data) == []
    assert pressed(b"\x9bt\x9d \xfft\x80\xc0t") == ["t", "space", "t", "t"]


def test_a_paste_is_its_text() -> None:
    assert read(b"\x1b[200~Ava B.\rBen\x00 C.\x1b[201~t") == [("paste", "Ava B.\rBen C."), ("key", "t", "t")]
    assert read(b"\x1b[200~\x1b[31mAva\x1b[0m\x1b]0;x\x07 B.\x9b\x1b[201~") == [("paste", "Ava B.�")]
    assert read(b"\x1b[200~", b"Liam", b" K.\x1b[20", b"1~") == [("paste", "Liam K.")]
    assert read(b"\x1b[200~\x1b[201~") == []


def test_a_paste_that_never_ended_is_what_came_of_it() -> None:
    reader = Reader()
    reader.feed(b"\x1b[200~Ava B.\rBe", 0.0)
    assert [told(message) for message in reader.tick(1.0)] == [("paste", "Ava B.\rBe")]
    late = reader.feed(b"n C.\rMia D.\rNoah E.", 1.5) + reader.tick(1.7) + reader.feed(b"\x1b[201~", 1.8)
    assert [told(message) for message in late] == [("paste", "n C.\rMia D.\rNoah E.")], "the rest is no key either"


def test_letters_that_came_all_at_once_were_pasted() -> None:
    assert read(b"Ava B., Ben C.") == [("paste", "Ava B., Ben C.")]
    assert read(b"Ava\rBen") == [("paste", "Ava\rBen")]
    assert read(b"Ava B., Ben C", b".") == [("paste", "Ava B., Ben C.")]
    assert read(b"Ava B.\rB") == [("paste", "Ava B.\rB")]
    assert read(b"Ava B", b"., Ben C.") == [("paste", "Ava B., Ben C.")]


def test_the_late_rest_of_a_burst_is_no_keys() -> None:
    reader = Reader()
    reader.feed(b"Ava B., Ben C", 0.0)
    meant = [*reader.tick(0.1), *reader.feed(b"., No", 0.4), *reader.tick(0.5), *reader.feed(b"t", 0.8)]
    assert [told(message)[1] for message in meant] == ["Ava B., Ben C", "., No", "t"]


def test_some_letters_at_once_are_keys_a_moment_later() -> None:
    reader = Reader()
    assert reader.feed(b"c12", 1.0) == []
    assert reader.due == 1.02
    assert [told(message)[1] for message in reader.tick(1.02)] == ["c", "1", "2"]
    assert [told(message)[1] for message in reader.feed(b"c1\x1b[A", 2.0)] == ["c", "1", "up"]


def test_an_answer_that_lost_its_escape_on_the_way_is_no_key() -> None:
    assert pressed(b"[?61;4;6;7;14;21;22;23;24;28;32;42;52c") == []


def test_what_is_typed_behind_a_burst_is_typed() -> None:
    reader = Reader()
    reader.feed(b"Ava B., Ben C.", 0.0)
    assert [told(message) for message in reader.tick(0.1)] == [("paste", "Ava B., Ben C.")]
    assert [told(message) for message in reader.feed(b"t", 0.2)] == [("key", "t", "t")]


@pytest.mark.parametrize(
    "typed",
    [
        b"c12",
        b"2\r",
        b"c122\r",
        b"x" * 40,
        b"123456789012345\r",
        b"cg345",
        b"c12\rc34\r",
        b"\x1b[C".join([b"t"] * 30),
        b"\x7f" * 40,
    ],
)
def test_what_hands_do_at_once_stays_keys(typed: bytes) -> None:
    assert {what[0] for what in read(typed)} == {"key"}


def test_nothing_keeps_a_reader_that_nobody_needs() -> None:
    reader = Reader()
    reader.feed(b"\x1b[97;5ut\x1b[A", 0.0)
    gone = weakref.ref(reader)
    del reader
    gc.collect()
    assert gone() is None
