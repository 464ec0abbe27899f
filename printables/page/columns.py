"""Columns of a table, and the words in its cells."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportlab.lib.colors import Color

from printables.lettering.lines import Align, line
from printables.lettering.voices import Voice
from printables.page.document import Document
from printables.page.hues import INK

PAD = 0.4
"""White around the words of a cell, in parts of the type size."""

_WIDEST = 0.17
"""Share of the page's width a column gets for words that stay on one line, at most."""


class Column(NamedTuple):
    """A column of words.

    Attributes:
        title: Stands over it.
        width: In pt, the white beside it included.
        align: Where its words stand.
    """

    title: str
    width: float
    align: Align = Align.LEFT


def columns_of(page: Document, size: float, wanted: Mapping[str, float | Iterable[str]]) -> list[Column]:
    """Give columns that fill the page's width: some just wide enough for their words, the rest by their shares.

    Args:
        page: The page.
        size: Type size of the table in pt.
        wanted: By their titles: the words that should stay on one line, or a share of what the other columns leave.
    """
    voice = page.letters.strong
    close = {
        title: min(
            max(line(text, voice).width(size) for text in (title, *texts)) + 2.2 * PAD * size, _WIDEST * page.width
        )
        for title, texts in wanted.items()
        if not isinstance(texts, float)
    }
    rest = page.width - sum(close.values())
    return [
        Column(title, rest * share if isinstance(share, float) else close[title]) for title, share in wanted.items()
    ]


class Text(NamedTuple):
    """Words in a cell, on as many lines as they need.

    Attributes:
        words: What is written; nothing takes no room.
        voice: How it speaks.
        size: Type size in pt.
        colour: Its colour.
        most: How many lines there may be; as many as it needs where None.
    """

    words: str
    voice: Voice
    size: float
    colour: Color = INK
    most: int | None = None


Cell = Sequence[Text]
"""Texts one below the other."""
