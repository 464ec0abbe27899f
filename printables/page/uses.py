"""What a page uses: its list of stickers and pictures, written into the file in one go."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFObject

_written = lru_cache(maxsize=4096)(PDFName)


class Uses(PDFObject):  # type: ignore[misc]
    """Names of drawings kept in a document, each with where it is found.

    reportlab's own dictionary writes the same letter by letter, which took half the time of a thousand charts. Every page
    keeps a list of its own: a page cut out of the file takes no other child's pictures along.

    Args:
        names: As the document calls them; some more than once.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(names))

    def format(self, document: Any) -> bytes:
        """Give it as it is written; reportlab asks when all numbers are known."""
        numbers = document.idToObjectNumberAndVersion
        return " ".join(["<<", *[f"{_written(name)} {numbers[name][0]} 0 R" for name in self._names], ">>"]).encode(
            "ascii"
        )


def list_quickly(document: Any) -> None:
    """Let a reportlab document list what each page uses in this way."""
    document.xobjDict = lambda names: Uses(map(document.getXObjectName, names))
