"""Keeping what was drawn: a PDF is written whole, and never over something else."""

from pathlib import Path

from board.disk import NotSaved, put_file, reason
from board.errors import Refusal


def keep_pdf(pdf: bytes, path: Path) -> None:
    """Write a PDF whole, making its folder when missing.

    Raises:
        Refusal: The name is not a PDF's, or another kind of file has it.
        NotSaved: It can't be written there; nothing half-written is left.
    """
    if path.suffix.lower() != ".pdf":
        raise Refusal(f"{path} does not end in .pdf; a page to print is a PDF, so give it such a name.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not (path.is_file() and path.read_bytes().startswith(b"%PDF")):
            raise Refusal(f"{path} is something else than a PDF and is kept; choose another name.")
    except OSError as error:
        raise NotSaved(f"{path.parent} can't be written ({reason(error)}); choose another place.") from error
    put_file(path, pdf)
