"""What several commands need: the class that is meant, and asking before something changes."""

import errno
import os
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import platformdirs

from board.cli.screen import is_terminal
from board.disk.links import real_folder
from board.errors import Refusal
from board.mastery.people import clean_line
from board.seat.seat import OwnFolders, Seat
from board.store.class_book import ClassBook
from board.store.library import is_class

DONE_PARTLY = 1
"""Exit code when something was asked or refused, and not done."""

_MARKS = "\u200c\u200d\u200e\u200f"
"""Joiners and marks of direction: the hidden characters that names of files may well hold."""


class PlaceType(click.Path):
    """A file or folder named in a call; a name no disk or terminal should see is refused before anything is done."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the place that is named.

        Raises:
            Refusal: The name is too long, holds what can't be shown, or leads nowhere and back.
        """
        name = os.fspath(value)
        shown = shortened(clean_line(name))
        if any(unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in _MARKS for char in name):
            raise Refusal(f'The name "{shown}" holds hidden characters; give the file or folder a plain name first.')
        try:
            os.stat(name)  # noqa: PTH116 - a name, not a path yet
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise Refusal(f'"{shown}" is a link that leads in a circle; name the file or folder itself.') from error
            if error.errno == errno.ENAMETOOLONG:
                raise Refusal(f'The name "{shown}" is too long for a file or folder; choose a shorter one.') from error
        return super().convert(value, param, ctx)


def seat_here() -> Seat:
    """Give the seat of whoever calls: this computer, or the folder the variable BOARD_HOME names."""
    chosen = os.environ.get("BOARD_HOME")
    if chosen:
        home = real_folder(Path(chosen))
        cache = home / "cache"
    else:
        home = real_folder(Path(platformdirs.user_data_dir("competency-board", appauthor=False)))
        cache = Path(platformdirs.user_cache_dir("competency-board", appauthor=False))
    try:
        user = Path.home()
    except RuntimeError:  # nobody's home is known
        user = home
    return Seat(home, cache, user, lambda: _own_folders(user), os.environ)


def _own_folders(user: Path) -> OwnFolders:
    try:
        here = Path.cwd()
    except OSError:  # it was deleted meanwhile
        here = user
    return OwnFolders(
        Path(platformdirs.user_documents_dir()),
        Path(platformdirs.user_desktop_dir()),
        Path(platformdirs.user_pictures_dir()),
        Path(platformdirs.user_downloads_dir()),
        here,
    )


def shortened(text: str, longest: int = 60) -> str:
    """Give a text as a sentence may quote it."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def whole_words(text: str, longest: int = 60) -> str:
    """Give a text as a sentence may quote it, cut between two words."""
    return textwrap.shorten(text, longest, placeholder=" …") if " " in text[:longest] else shortened(text, longest)


FolderType = PlaceType(path_type=Path, file_okay=False)
FileType = PlaceType(path_type=Path, dir_okay=False)


def class_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option -c; it may be left out inside a class folder or once a class was opened."""
    return click.option(
        "-c",
        "--class",
        "folder",
        type=FolderType,
        help="The class folder; left out: the class of this folder, or the last one.",
    )(command)


def meant(folder: Path | None) -> Path:
    """Give the class folder a command is about.

    Raises:
        Refusal: None is known.
    """
    if folder is not None:
        return folder
    here = Path.cwd()
    for place in (here, *here.parents):
        if is_class(place):
            return place
    last = seat_here().settings.load().last_class
    if last and is_class(Path(last)):
        return Path(last)
    raise Refusal('No class is known yet; name one with -c FOLDER, or make one with: board new FOLDER --name "Room 12"')


@contextmanager
def opened(folder: Path | None) -> Iterator[ClassBook]:
    """Open the class a command is about, and close it afterwards.

    Raises:
        Refusal: There is none, or it can't be opened.
    """
    book = ClassBook(meant(folder), seat_here().device)
    try:
        for sentence in book.said:
            click.echo(sentence, err=True)
        yield book
    finally:
        book.close()


def has_terminal() -> bool:
    """Tell whether somebody sits in front of a screen."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def agreed(question: str, *, yes: bool) -> bool:
    """Ask before something changes; with nobody there to ask, the answer is no.

    Args:
        question: What is asked.
        yes: Whether the answer was given in advance.
    """
    if yes:
        return True
    if not has_terminal():
        click.echo(f"{question} Nobody is here to answer, so nothing was changed; --yes answers.", err=True)
        return False
    return click.confirm(question)
