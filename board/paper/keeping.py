"""Keeping what was drawn: a PDF is written whole, and never over something else."""

from pathlib import Path

from board.disk import NotSaved, put_file, reason
from board.errors import Refusal


def check_place(path: Path) -> None:
    """Refuse a place no page can be kept at, before it is drawn.

    Raises:
        Refusal: The name is not a PDF's, another kind of file has it, or a file stands where its folder should be.
        NotSaved: It can't be looked at.
    """
    if path.suffix.lower() != ".pdf":
        raise Refusal(f"{path} does not end in .pdf; a page to print is a PDF, so give it such a name.")
    try:
        nearest = next(place for place in path.absolute().parents if place.exists())
        if not nearest.is_dir():
            raise Refusal(f"{nearest} can't be written to: it is a file, not a folder; choose another place.")
        if path.exists() and not (path.is_file() and path.read_bytes().startswith(b"%PDF")):
            raise Refusal(f"{path} is something else than a PDF and is kept; choose another name.")
    except OSError as error:
        raise _not_saved(path, error) from error


def keep_pdf(pdf: bytes, path: Path) -> None:
    """Write a PDF whole, making its folder when missing.

    Raises:
        Refusal: The name is not a PDF's, or another kind of file has it.
        NotSaved: It can't be written there; nothing half-written is left.
    """
    check_place(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_saved(path, error) from error
    put_file(path, pdf)


def _not_saved(path: Path, error: OSError) -> NotSaved:
    return NotSaved(f"{path.parent} can't be written ({reason(error)}); choose another place.")
