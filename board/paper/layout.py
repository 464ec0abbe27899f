"""Where on its pages things were drawn, as JSON for other programs."""

import json

from board.paper.kind import PageKind
from printables.page.drawn import Drawn

_DIGITS = 3
"""Places of a measure in mm: a thousandth is less than any printer shows."""


def layout_of(kind: PageKind, drawn: Drawn) -> str:
    """Give the places of pages that have names, in mm from the upper left corner of their page to their middle.

    Args:
        kind: What was drawn.
        drawn: What came of it.
    """
    pages = [
        {"kind": kind.name, "fields": [_field(*field[1:]) for field in drawn.fields if field.page == page]}
        for page in range(drawn.pages)
    ]
    layout = {"page_mm": [round(side, _DIGITS) for side in drawn.page_mm], "pages": pages}
    return f"{json.dumps(layout)}\n"


def _field(key: str, *measures: float) -> dict[str, str | float]:
    names = ("x", "y", "width", "height")
    return {"key": key} | {name: round(mm, _DIGITS) for name, mm in zip(names, measures, strict=True)}
