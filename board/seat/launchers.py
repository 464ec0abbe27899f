"""Files that start the board or the kiosk: what stands in them, by the rules of each system."""

import shlex
from collections.abc import Callable, Sequence
from typing import NamedTuple

MARK = "Written by the competency board"
"""Stands in each file of ours: one of that name without it is somebody else's."""

_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")
_VALUE = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class TerminalProgram(NamedTuple):
    """A program that shows a terminal in a window.

    Attributes:
        name: The name it is called by.
        words: Gives the call that runs a command in it, over the whole screen where it can.
        is_full: Whether it covers the whole screen by itself.
    """

    name: str
    words: Callable[[Sequence[str]], list[str]]
    is_full: bool = True


TERMINALS = (
    TerminalProgram("foot", lambda words: ["foot", "--fullscreen", *words]),
    TerminalProgram("kitty", lambda words: ["kitty", "--start-as=fullscreen", *words]),
    TerminalProgram("xterm", lambda words: ["xterm", "-fullscreen", "-e", *words]),
    TerminalProgram("konsole", lambda words: ["konsole", "--fullscreen", "-e", *words]),
    TerminalProgram(
        "xfce4-terminal",
        lambda words: ["xfce4-terminal", "--disable-server", "--fullscreen", "--hide-menubar", "-x", *words],
    ),
    TerminalProgram("gnome-terminal", lambda words: ["gnome-terminal", "--full-screen", "--", *words]),
    TerminalProgram("mate-terminal", lambda words: ["mate-terminal", "--full-screen", "-x", *words]),
    TerminalProgram("lxterminal", lambda words: ["lxterminal", "--no-remote", f"--command={shlex.join(words)}"], False),
)
"""The ones that cover the screen come first."""


def terminal_here(is_here: Callable[[str], bool]) -> TerminalProgram | None:
    """Give the best terminal that is installed, None where none is.

    Args:
        is_here: Tells whether a program of a name is.
    """
    return next((one for one in TERMINALS if is_here(one.name)), None)


def exec_value(words: Sequence[str]) -> str:
    """Write a call as the value of `Exec` in a desktop entry: quoted, then escaped as every string there.

    Args:
        words: The program with its arguments.
    """
    return _string_value(" ".join(map(_exec_word, words)))


def _string_value(text: str) -> str:
    """Write a text as every string stands in a desktop entry."""
    return "".join(_VALUE.get(sign, sign) for sign in text)


def _exec_word(word: str) -> str:
    word = word.replace("%", "%%")
    if word and not _RESERVED & set(word):
        return word
    for sign in '\\"`$':
        word = word.replace(sign, f"\\{sign}")
    return f'"{word}"'


def desktop_entry(name: str, comment: str, words: Sequence[str], *, in_terminal: bool, icon: str = "") -> str:
    """Write a desktop entry.

    Args:
        name: What it is called in a menu.
        comment: What it does, in one sentence.
        words: The program with its arguments.
        in_terminal: Whether the desktop opens a terminal for it.
        icon: The whole path of its picture, empty for the usual one of the desktop.
    """
    picture = f"Icon={_string_value(icon)}\n" if icon else ""
    terminal = str(in_terminal).casefold()  # a word of the specification, true or false
    return (
        f"# {MARK}\n[Desktop Entry]\nType=Application\nVersion=1.0\nName={name}\nComment={comment}\n"
        f"Exec={exec_value(words)}\nTerminal={terminal}\n{picture}Categories=Education;\n"
    )


def unit_value(words: Sequence[str]) -> str:
    """Write a call as the value of `ExecStart` in a unit of systemd; the colon keeps it from looking for variables in it.

    Args:
        words: The program with its arguments.
    """
    return ":" + " ".join(map(_unit_word, words))


def _unit_word(word: str) -> str:
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("\n", "\\n"), ("\t", "\\t")):
        word = word.replace(sign, written)
    return f'"{word}"'


def console_unit(words: Sequence[str], user: str) -> str:
    """Write a unit of systemd that shows the kiosk on the first console, where there is no desktop.

    Args:
        words: The program with its arguments.
        user: Whose name it runs under.
    """
    return (
        f"# {MARK}\n[Unit]\nDescription=The kiosk of the competency board on the first console\n"
        "Conflicts=getty@tty1.service\nAfter=getty@tty1.service systemd-user-sessions.service plymouth-quit-wait.service\n"
        "# Left with the PIN, the usual login comes up.\nOnSuccess=getty@tty1.service\n\n"
        f"[Service]\nUser={user}\nPAMName=login\nExecStart={unit_value(words)}\nRestart=on-failure\nRestartSec=2\n"
        "# Told to end by kill, it stays ended.\nSuccessExitStatus=143\n"
        "TTYPath=/dev/tty1\nTTYReset=yes\nTTYVHangup=yes\nStandardInput=tty-force\nStandardOutput=tty\n"
        "StandardError=journal\nEnvironment=TERM=linux LANG=C.UTF-8\n\n[Install]\nWantedBy=multi-user.target\n"
    )


def windows_file(words: Sequence[str]) -> str:
    """Write a batch file for Windows.

    Args:
        words: The program with its arguments.
    """
    quoted = " ".join('"' + word.replace("%", "%%") + '"' for word in words)
    return f"@rem {MARK}\r\n@echo off\r\nchcp 65001 >nul\r\n{quoted}\r\n"


def mac_file(words: Sequence[str]) -> str:
    """Write a file that macOS opens in its terminal.

    Args:
        words: The program with its arguments.
    """
    return f"#!/bin/sh\n# {MARK}\nclear\nexec {shlex.join(words)}\n"
