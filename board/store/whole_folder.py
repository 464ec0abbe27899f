"""A class folder that is made whole: it appears under its name when everything is in it, or not at all."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from board.disk import NotSaved, made_folder, reason
from board.disk.links import is_plain_folder, real_folder
from board.disk.modes import made_folders, take_after
from board.errors import Refusal


def made_whole(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a class folder under another name beside its place, and give it its name once it is filled.

    Args:
        folder: A new or empty folder.
        fill: Makes the class in the folder it is given, which is empty, and lets go of its files.

    Raises:
        Refusal: The folder is in use, or can't be made; a class that is only half made is never left.
    """
    folder = real_folder(folder)
    unfinished = folder.with_name(f".{folder.name}.new")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refusal(f"{folder} is not empty; choose a new folder for the class.")
        _clear(unfinished)
        made_folders(unfinished.parent)
        made_folder(unfinished)
        fill(unfinished)
        if folder.exists():
            take_after(unfinished, folder.stat())
            folder.rmdir()
        unfinished.rename(folder)
    except NotSaved as refusal:
        raise NotSaved(str(refusal).replace(str(unfinished), str(folder))) from refusal
    except OSError as error:
        raise NotSaved(f"{folder} can't be made ({reason(error)}).") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _clear(unfinished: Path) -> None:
    """Take away what a killed program left; a link there is taken away, too, and what it leads to stays."""
    if is_plain_folder(unfinished):
        shutil.rmtree(unfinished, ignore_errors=True)
    elif os.path.lexists(unfinished):
        unfinished.unlink()
