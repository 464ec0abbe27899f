"""PlainPages with places to be filled, written by whoever draws them: `{{words}}` stands for a text, and stays one."""

import html
import re
from pathlib import Path
from typing import NamedTuple

_PLACE = re.compile(r"\{\{([a-z]+)\}\}")


class PlainPages(NamedTuple):
    """The few pages that are no board.

    Attributes:
        entrance: Behind a link: a form that sends `visit` to where it stands; has a place for `visit`.
        refused: Says why somebody is not let in, and offers to open `/` again; has a place for `words`.
        bringing: For pictures from another device, sent to where it stands.
    """

    entrance: str
    refused: str
    bringing: str


def read_pages(folder: Path) -> PlainPages:
    """Read the pages, `in.html`, `refused.html` and `bring.html`.

    Args:
        folder: Where they lie.

    Raises:
        OSError: They are missing.
    """
    texts = [(folder / f"{name}.html").read_text(encoding="utf-8") for name in ("in", "refused", "bring")]
    return PlainPages(*texts)


def filled(page: str, **texts: str) -> str:
    """Fill the places of a page.

    Args:
        page: As it was written.
        texts: What stands in each place; nothing in it counts as HTML.

    Raises:
        KeyError: A place is left empty.
    """
    return _PLACE.sub(lambda place: html.escape(texts[place[1]], quote=True), page)
