"""Keeping what was drawn: a file is written whole, and never over something else."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from board.disk import NotSaved, put_files, reason
from board.disk.modes import made_folders
from board.errors import Refusal
from board.store.library import link_out_of_class


def check_place(path: Path) -> None:
    """Refuse a place no page can be kept at, before it is drawn.

    Raises:
        Refusal: The name is not a PDF's, another kind of file has it, or a file stands where its folder should be.
        NotSaved: It can't be looked at.
    """
    if path.suffix.lower() != ".pdf":
        raise Refusal(f"{path} does not end in .pdf; a page to print is a PDF, so give it such a name.")
    _check(path, _is_pdf, f"{path} is something else than a PDF and is kept; choose another name.")


def check_layout_place(path: Path) -> None:
    """Refuse a place no layout can be kept at, before it is drawn.

    Raises:
        Refusal: Another kind of file has the name, or a file stands where its folder should be.
        NotSaved: It can't be looked at.
    """
    _check(path, _is_layout, f"{path} is something else than the layout of a page and is kept; choose another name.")


def keep_pdfs(files: Mapping[Path, bytes]) -> None:
    """Write PDFs that belong together, all of them or none, making their folders when missing.

    Args:
        files: The PDFs by their places.

    Raises:
        Refusal: A name is not a PDF's, or another kind of file has it.
        NotSaved: One can't be written there; nothing half-written is left.
    """
    for path in files:
        check_place(path)
    keep_together(files)


def keep_together(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together, all of them or none, making their folders when missing.

    Args:
        files: What each holds, by its place; it was checked before.

    Raises:
        NotSaved: One can't be written there; all is as it was.
    """
    for path in files:
        try:
            made_folders(path.parent)
        except OSError as error:
            raise _not_saved(path, error) from error
    put_files(files)


def _check(path: Path, is_ours: Callable[[bytes], bool], otherwise: str) -> None:
    try:
        out_of_class = link_out_of_class(path)
        if out_of_class is not None:
            raise Refusal(f"{out_of_class} is a link, and no link in a class folder is followed; choose another place.")
        nearest = next(place for place in path.absolute().parents if place.exists())
        if not nearest.is_dir():
            raise Refusal(f"{nearest} can't be written to: it is a file, not a folder; choose another place.")
        if path.exists() and not (path.is_file() and is_ours(path.read_bytes())):
            raise Refusal(otherwise)
    except OSError as error:
        raise _not_saved(path, error) from error


def _is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF")


def _is_layout(content: bytes) -> bool:
    try:
        held = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(held, dict) and {"page_mm", "pages"} <= set(held)


def _not_saved(path: Path, error: OSError) -> NotSaved:
    return NotSaved(f"{path.parent} can't be written ({reason(error)}); choose another place.")
