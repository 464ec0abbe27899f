"""What children, older brothers and broken keyboards try in order to leave a kiosk: one row each."""

import random
import signal
from collections.abc import Mapping
from typing import NamedTuple


class Typed(NamedTuple):
    """Bytes that reach the kiosk's terminal.

    Attributes:
        name: What is tried.
        sent: The bytes, in the pieces in which they come.
    """

    name: str
    sent: tuple[bytes, ...]


class Told(NamedTuple):
    """A signal to a process of the kiosk.

    Attributes:
        name: Name of the signal.
        goes_on: Whether the very same process goes on; otherwise another one comes up.
        to_all: Whether the one that watches gets it, too.
    """

    name: str
    goes_on: bool
    to_all: bool = True


class Hooked(NamedTuple):
    """Variables that stood in the environment when the kiosk was started.

    Attributes:
        name: What is tried.
        variables: They; MARK is a program that leaves a mark, and LOG a file that should never be.
        then: What is typed afterwards.
        kill: A signal to the process afterwards, 0 for none.
    """

    name: str
    variables: Mapping[str, str]
    then: bytes = b""
    kill: int = 0


def _control_keys() -> list[Typed]:
    return [Typed(f"ctrl+{chr(letter + 96)}", (bytes([letter]),)) for letter in range(1, 27)]


def _chords() -> list[Typed]:
    """Keys with alt, ctrl, super and shift, in the old way and as kitty says them."""
    old = [
        Typed(f"alt+{letters}", tuple(b"\x1b" + letter.encode() for letter in letters))
        for letters in ("abcdef", "ghijklm", "nopqrs", "tuvwxyz", ":!|`")
    ]
    kitty = [
        Typed(
            f"{letter} with alt, ctrl, both, super, as kitty says it",
            tuple(f"\x1b[{ord(letter)};{held}u".encode() for held in (3, 5, 6, 7, 9, 13)),
        )
        for letter in "cdklnpqrtwxz"
    ]
    functions = [f"\x1b[{number}~" for number in (11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24)]
    held = [f"\x1b[1;{mask}{letter}" for mask in (3, 5, 7) for letter in "PQRSABCDHF"]
    return [
        *old,
        *kitty,
        Typed("F1 to F12", tuple(key.encode() for key in (*functions, "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"))),
        Typed("alt+F4", (b"\x1b[1;3S", b"\x1b[14;3~")),
        Typed("ctrl+alt+F2", (b"\x1b[12;7~", b"\x1b[1;7Q")),
        Typed("ctrl+alt+delete", (b"\x1b[3;7~",)),
        Typed("arrows and F-keys held with alt, ctrl and both", tuple(key.encode() for key in held)),
        Typed("super+c, print screen, menu, sleep as kitty says them", (b"\x1b[99;9u", b"\x1b[57361u", b"\x1b[57363u")),
        Typed("keys that are let go of and were never pressed", (b"\x1b[113;5:3u", b"\x1b[99;5:3u")),
        Typed("ctrl+\\ ctrl+] ctrl+^ ctrl+_", (b"\x1c", b"\x1d", b"\x1e", b"\x1f")),
        Typed("ctrl+@ and delete", (b"\x00", b"\x7f")),
        Typed("escape again and again", (b"\x1b",) * 12),
        Typed("tab and shift+tab round the screen", (b"\t",) * 8 + (b"\x1b[Z",) * 8),
        Typed("everything held down at once", (bytes(range(1, 27)) * 4,)),
    ]


def _mouse() -> list[Typed]:
    drag = [
        b"\x1b[<0;2;2M",
        *(f"\x1b[<32;{x};{y}M".encode() for x, y in zip(range(2, 98, 4), range(2, 26), strict=False)),
    ]
    buttons = tuple(f"\x1b[<{button};50;12{end}".encode() for button in (1, 2, 8, 9, 10, 11) for end in "Mm")
    held = tuple(f"\x1b[<{mask};50;12{end}".encode() for mask in (4, 8, 16, 20, 24, 28) for end in "Mm")
    return [
        Typed("a drag over the whole screen, and ctrl+c", (*drag, b"\x1b[<0;98;28m", b"\x03")),
        Typed("a drag that never ends", tuple(drag)),
        Typed("three clicks to select a line, and ctrl+c", (b"\x1b[<0;50;12M\x1b[<0;50;12m" * 3, b"\x03")),
        Typed("middle and right button, back and forward", buttons),
        Typed("clicks with shift, alt and ctrl", held),
        Typed(
            "the wheel, up, down and across", tuple(f"\x1b[<{wheel};50;12M".encode() for wheel in (64, 65, 66, 67) * 9)
        ),
        Typed("clicks outside the window", (b"\x1b[<0;999;999M\x1b[<0;999;999m", b"\x1b[<0;0;0M\x1b[<0;0;0m")),
        Typed("mouse reports of three old kinds", (b"\x1b[M !!", b"\x1b[M#!!", b"\x1b[32;50;12M", b"\x1b[<0;NaN;1M")),
        Typed(
            "clicks in every corner",
            tuple(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m".encode() for x in (1, 100) for y in (1, 30)),
        ),
    ]


def _pasted(text: bytes) -> tuple[bytes, ...]:
    return (b"\x1b[200~" + text + b"\x1b[201~",)


def _pastes() -> list[Typed]:
    return [
        Typed("a command pasted", _pasted(b"sh\nexit\nq\n:q!\n")),
        Typed("a path pasted, as a dropped file is", _pasted(b"'/etc/passwd'")),
        Typed("a paste that ends itself and types on", _pasted(b"x\x1b[201~\x03\x1a\x1cq\rexit\r")),
        Typed("a paste that never ends, and keys behind it", (b"\x1b[200~rm -rf /\n", b"\x03\x1a", b"\x1b[201~")),
        Typed("escape sequences pasted", _pasted(b"\x1b[?1049l\x1b[31mx\x1bc\x1b]0;x\x07")),
        Typed("a megabyte pasted", _pasted(b"q:!sh\n" * 20000)),
        Typed("a mouse's middle button pastes without marks", (b"exit\nlogout\nboard open\n",)),
    ]


def _answers() -> list[Typed]:
    """What terminals answer and say by themselves, right and wrong."""
    noise = random.Random(17).randbytes(100_000)
    return [
        Typed("OSC 52 puts a command on the clipboard", (b"\x1b]52;c;ZXhpdAo=\x07", b"\x1b]52;c;?\x1b\\")),
        Typed("DECRQSS answered with keys in it", (b'\x1bP1$r0"p\x1b\\', b"\x1bP1$r\x03q\r\x1b\\", b"\x1bP0$r\x1b\\")),
        Typed("device reports", (b"\x1b[?62;4;22c", b"\x1b[>41;354;0c", b"\x1b[0n", b"\x1b[?1;2c", b"\x1b[=1u")),
        Typed(
            "a title that is a command is reported back", (b"\x1b]lexit\r\x1b\\", b"\x1b]Lsh\x1b\\", b"\x1b]2;q\x07")
        ),
        Typed("colours answered late and in halves", (b"\x1b]11;rgb:00", b"00/0000/0000\x1b", b"\\", b"\x1b]4;1;rgb:")),
        Typed("places of the cursor that nobody asked for", (b"\x1b[1;1R", b"\x1b[2;999R", b"\x1b[99999;99999R")),
        Typed("the window loses the focus and gets it", (b"\x1b[O", b"\x1b[I") * 10),
        Typed(
            "the window says it has no size",
            (b"\x1b[48;0;0;0;0t", b"\x1b[8;1;1t", b"\x1b[48;1;1;1;1t", b"\x1b[48;30;100;600;1000t"),
        ),
        Typed(
            "half sequences and nothing behind them", (b"\x1b[", b"\x1b]", b"\x1bP", b"\x1b[<0;", b"\x1b[200", b"\x1bO")
        ),
        Typed("strings that never end", (b"\x1b]0;" + b"x" * 5000, b"\x1bP" + b"y" * 5000, b"\x18")),
        Typed("numbers without end", (b"\x1b[" + b"9" * 3000 + b"u", b"\x1b[1;" + b"5" * 3000 + b"A")),
        Typed("100 kB of noise", tuple(noise[at : at + 4096] for at in range(0, len(noise), 4096))),
        Typed("5 kB of escapes", (b"\x1b" * 5_000,)),
        Typed("letters that are no UTF-8", (b"\xff\xfe\xc3\x28\xed\xa0\x80\xf4\x90\x80\x80",)),
        Typed("letters of many scripts", ("قلمשלוםनमस्ते字\u202e\u200b\ufeff".encode(),)),
    ]


def _words() -> list[Typed]:
    said = (
        "q",
        ":q",
        ":q!",
        ":wq",
        "exit",
        "quit",
        "logout",
        "board",
        "board open",
        "sh",
        "!sh",
        "bye",
        "?",
        "help",
        "/",
        "\\",
        ".",
        "~.",
        "p",
        "w",
        "s",
        "u",
        "U",
        "c",
        "n",
    )
    return [Typed(f"{word} and Enter", (word.encode() + b"\r",)) for word in said]


def _corner() -> list[Typed]:
    return [
        Typed("ctrl+q and ctrl+c", (b"\x11", b"\x03", b"\x1b")),
        Typed("ctrl+q three times, and z", (b"\x11\x11\x11", b"\x1a", b"\x1b")),
        Typed("the PIN screen and easy digits", (b"\x11", b"1234\r", b"\x1b")),
        Typed("the PIN screen and Enter", (b"\x11", b"\r\r\r\r", b"\x1b")),
        Typed("a PIN pasted", (b"\x11", *_pasted(b"83619274\r"), b"\x1b")),
        Typed("digits for the menu behind the PIN", (b"\x11", b"\x1b", b"2", b"\x1b")),
    ]


WORDS = tuple(_words())
TYPED = (*_control_keys(), *_chords(), *WORDS, *_mouse(), *_pastes(), *_answers(), *_corner())
"""In this order, since words that come soon after a paste would be the rest of it."""

TOLD = (
    *(
        Told(name, goes_on=True)
        for name in (
            "INT",
            "QUIT",
            "TSTP",
            "TTIN",
            "TTOU",
            "USR1",
            "USR2",
            "ALRM",
            "VTALRM",
            "PROF",
            "IO",
            "WINCH",
            "CONT",
        )
    ),
    Told("STOP", goes_on=True, to_all=False),
    *(Told(name, goes_on=False, to_all=False) for name in ("TERM", "HUP", "KILL", "SEGV", "ABRT", "PWR")),
)

SIZES = ((20, 5), (1, 1), (3, 40), (300, 2), (40, 20), (100, 30))
"""Columns and lines the window is made, one after the other; the last one is the usual one again."""

HOOKED = (
    Hooked(
        "Textual's tools for those who write programs",
        {"TEXTUAL": "debug,devtools", "TEXTUAL_DEBUG": "1", "TEXTUAL_LOG": "LOG"},
    ),
    Hooked("Textual presses keys", {"TEXTUAL_PRESS": "ctrl+q,2,wait:100,2", "TEXTUAL_SHOW_RETURN": "1"}),
    Hooked(
        "Textual takes a screenshot and ends",
        {"TEXTUAL_SCREENSHOT": "0", "TEXTUAL_SCREENSHOT_LOCATION": "LOG", "TEXTUAL_SCREENSHOT_FILENAME": "x.svg"},
    ),
    Hooked("the terminal may send signals", {"TEXTUAL_ALLOW_SIGNALS": "1"}, then=b"\x03\x1c\x1a\x03"),
    Hooked(
        "no colours, no keys of kitty",
        {"TEXTUAL_COLOR_SYSTEM": "none", "TEXTUAL_DISABLE_KITTY_KEY": "1", "TEXTUAL_FPS": "0", "TEXTUAL_THEME": "nope"},
    ),
    Hooked("Python asks what to do at the end", {"PYTHONINSPECT": "1", "PYTHONSTARTUP": "MARK"}, kill=signal.SIGKILL),
    Hooked("Python shows where it crashed", {"PYTHONFAULTHANDLER": "1", "PYTHONDEVMODE": "1"}, kill=signal.SIGSEGV),
    Hooked(
        "Python stops for who looks for a fault",
        {"PYTHONBREAKPOINT": "pdb.set_trace", "PYTHONASYNCIODEBUG": "1", "PYTHONWARNINGS": "always"},
    ),
    Hooked(
        "editor, pager and browser are programs of somebody else",
        {"EDITOR": "MARK", "VISUAL": "MARK", "PAGER": "MARK", "BROWSER": "MARK", "LESSOPEN": "MARK %s", "PRINTER": "x"},
        then=b"vpeo\r",
    ),
    Hooked("sizes that are none", {"COLUMNS": "0", "LINES": "-3"}),
    Hooked("a window of millions of columns", {"COLUMNS": "9999999", "LINES": "9999999"}),
)
