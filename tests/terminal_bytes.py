"""What terminals send, made up at random: keys, answers, mouse reports, pastes, and what was never meant to be anything."""

from itertools import pairwise

from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS, IgnoredSequence

numbers = st.integers(0, 99999).map(str)
printable = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=["Cc", "Cs"]), max_size=40)
endings = st.sampled_from(["\x07", "\x1b\\"])

strings = st.builds(lambda kind, text, end: f"\x1b{kind}{text}{end}", st.sampled_from("P]X^_"), printable, endings)
colours = st.builds(
    "\x1b]{};rgb:{:04x}/{:04x}/{:04x}{}".format,
    st.sampled_from(["4;1", "10", "11"]),
    *[st.integers(0, 65535)] * 3,
    endings,
)
clipboards = st.builds("\x1b]52;c;{}{}".format, st.binary(max_size=300).map(lambda data: data.hex()), endings)
private = st.builds(
    "\x1b[{}{}{}".format,
    st.sampled_from("?>=<"),
    st.lists(numbers, max_size=12).map(";".join),
    st.sampled_from(["c", "n", "x", "R", "S", "$y", "r", "s", "t"]),
)
sizes = st.builds("\x1b[{};{};{}t".format, st.sampled_from([4, 6, 8]), numbers, numbers)
releases = st.builds("\x1b[{};{}:3u".format, st.integers(32, 126), st.integers(1, 64))
no_places = st.sampled_from(["NaN", "-1", "Infinity", "", "1e+21", "99999", "-NaN", "1.5"])
broken_mouse = st.builds(
    "\x1b[<{};{};{}{}".format,
    st.sampled_from(["0", "32", "128", "129", "NaN", "65"]),
    no_places,
    no_places,
    st.sampled_from("Mm"),
).filter(lambda text: "1e" not in text)
broken_urxvt = st.builds(
    "\x1b[{};{};{}M".format, numbers, st.sampled_from(["NaN", "99999", "0"]), st.sampled_from(["NaN", "0"])
)
lone = st.sampled_from(
    [
        "\x1b[201~",
        "\x1b\\",
        "\x1b[999~",
        "\x1b[1;2;3;4;5Z",
        "\x1b[55;1~",
        "\x1b[?25u",
        "\x1b[9999999999u",
        "\x1b[1114112u",
        "\x1b[55555u",
        "\x1b[57441u",
    ]
)

answers = st.one_of(strings, colours, clipboards, private, sizes, releases, broken_mouse, broken_urxvt, lone).map(
    str.encode
)
"""Whole sequences that are no key."""

late = st.one_of(colours, clipboards, private, sizes, releases, broken_mouse).map(str.encode)
"""What terminals answer, and may answer so slowly that it comes in parts."""

x10 = st.binary(min_size=3, max_size=3).filter(lambda codes: min(codes) >= 32).map(lambda codes: b"\x1b[M" + codes)
stray = st.lists(st.integers(0x80, 0xFF).filter(lambda byte: byte not in (0x9B, 0x9D, 0x90)), max_size=6).map(bytes)
"""Bytes beyond ASCII; a few of them may happen to be letters."""

no_letters = st.lists(
    st.sampled_from([*range(0x80, 0x90), 0x91, *range(0x92, 0x9B), 0x9C, 0x9E, 0x9F, 0xC0, 0xC1, *range(0xF5, 0x100)]),
    max_size=6,
).map(bytes)
"""Bytes that are no part of any letter."""

garbage = st.one_of(answers, x10, no_letters)
"""What means no key."""

known = sorted(
    text
    for text, keys in ANSI_SEQUENCES_KEYS.items()
    if not isinstance(keys, IgnoredSequence) and text not in ("\x1b", "\x1b\x1b", "\x9b")
)
keys = st.one_of(
    st.sampled_from(known).map(str.encode),
    st.characters(min_codepoint=32, exclude_categories=["Cc", "Cs"]).map(str.encode),
    st.builds("\x1b[{};{}u".format, st.integers(33, 126), st.sampled_from([1, 2, 3, 5, 65, 129])).map(str.encode),
)
pastes = st.builds(
    lambda text: b"\x1b[200~" + text + b"\x1b[201~", st.one_of(printable.map(str.encode), st.binary(max_size=40))
)
anything = st.lists(st.one_of(garbage, keys, pastes, stray, st.binary(max_size=12)), max_size=12).map(b"".join)
"""All of it, in any order, also cut off."""


def torn(data: bytes, places: list[int]) -> list[bytes]:
    """Give bytes in parts, as they may be read one after another."""
    cuts = sorted({place % (len(data) + 1) for place in places} | {0, len(data)})
    return [data[start:end] for start, end in pairwise(cuts)]
