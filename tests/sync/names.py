"""What sync programs call the files they make: copies of what changed in two places, and what is only half here."""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import NamedTuple

CopyName = Callable[[str, str, int], str]
"""Gives the name of a conflict copy from stem, ending and number."""


class Program(NamedTuple):
    """A sync program.

    Attributes:
        name: What it is called here.
        copy: How it names conflict copies.
        half: How it names a file that is on its way; the name of the file goes in.
        keeps_ours: Whether what is here keeps its name in a conflict, and what comes gets the new one.
        stubs: Whether a file that is only elsewhere has a stub here, under the name of one on its way.
    """

    name: str
    copy: CopyName
    half: str
    keeps_ours: bool = False
    stubs: bool = False


def _numbered(number: int, form: str = " ({})") -> str:
    return form.format(number) if number > 1 else ""


PROGRAMS = (
    Program(
        "Dropbox",
        lambda stem, ending, number: f"{stem} (Ada's conflicted copy 2026-11-29{_numbered(number)}){ending}",
        ".~{}.dropbox.partial",
    ),
    Program("Dropbox, other case", lambda stem, ending, number: f"{stem} (Case Conflict {number}){ending}", ".~{}"),
    Program(
        "OneDrive",
        lambda stem, ending, number: f"{stem}-LAPTOP{_numbered(number, '-{}')}{ending}",
        "~{}.tmp",
        keeps_ours=True,
    ),
    Program(
        "Google Drive", lambda stem, ending, number: f"{stem} ({number}){ending}", "{}.crdownload", keeps_ours=True
    ),
    Program(
        "Syncthing",
        lambda stem, ending, number: f"{stem}.sync-conflict-20261129-12{number:04}-ABCDEFG{ending}",
        ".syncthing.{}.tmp",
    ),
    Program("iCloud", lambda stem, ending, number: f"{stem} {number + 1}{ending}", ".{}.icloud", stubs=True),
    Program(
        "Nextcloud",
        lambda stem, ending, number: f"{stem} (conflicted copy 2026-11-29 12{number:04}){ending}",
        ".{}.~3f7a",
    ),
    Program(
        "Synology", lambda stem, ending, number: f"{stem}_NAS_Nov-29-12{number:04}-2026_Conflict{ending}", "{}.part"
    ),
    Program("a hand", lambda stem, ending, number: f"Copy{_numbered(number)} of {stem}{ending}", "~{}"),
)


def copy_of(program: Program, path: str, number: int) -> str:
    """Give the path of a conflict copy of a file."""
    place = PurePosixPath(path)
    return str(place.with_name(program.copy(place.stem, place.suffix, number)))


def half_of(program: Program, path: str) -> str:
    """Give the path under which a file is on its way."""
    place = PurePosixPath(path)
    return str(place.with_name(program.half.format(place.name)))
