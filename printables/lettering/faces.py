"""Faces: fonts that know what they can write, and that can draw single glyphs which a reader of the PDF still reads."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from printables.lettering.scripts import is_joiner, is_mark, script_of

FOLDER = Path(__file__).parent.parent / "fonts"

_GLYPHS = 0xF0000
"""Glyphs without a character of their own are drawn by private ones from here on."""

_TURNED = ("R", "AL", "AN")

_MOST_AT_ONCE = 100
"""Rows of one list in a table of meanings, by the PDF reference."""


class Face(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font registered with reportlab.

    Attributes:
        path: Its file.
        index: Its place in the file, where that holds several.
        letters: The characters it has.
        plain: Those of them that stand as they are, whatever stands beside them; the others have to be shaped.
    """

    def __init__(self, name: str, path: Path, index: int = 0) -> None:
        """Open a font and register it.

        Args:
            name: What reportlab is to know it by.
            path: Its file.
            index: Its place in the file, where that holds several.

        Raises:
            Exception: Whatever a file that is no TrueType font makes reportlab raise.
        """
        super().__init__(name, str(path), subfontIndex=index)
        self.path, self.index = path, index
        self.letters = frozenset(map(chr, self.face.charToGlyph))
        self.plain = frozenset(char for char in self.letters if _stands_alone(char))
        self._codes = count(_GLYPHS)
        self._glyphs: dict[tuple[int, str], str] = {}
        self._meanings: dict[int, str] = {}
        pdfmetrics.registerFont(self)

    @property
    def name(self) -> str:
        """What reportlab knows it by."""
        return str(self.fontName)

    def glyph(self, number: int, meaning: str, width: float) -> str:
        """Give the character that draws a glyph.

        Args:
            number: Number of the glyph in the font.
            meaning: What a reader of the PDF is to take it for, in the order of the page from left to right; may be empty.
            width: How far the font moves on after it, in ems.
        """
        known = self._glyphs.get((number, meaning))
        if known is not None:
            return known
        code = next(self._codes)
        self.face.charToGlyph[code] = number
        self.face.charWidths[code] = width * 1000
        self._meanings[code] = meaning
        return self._glyphs.setdefault((number, meaning), chr(code))

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab calls it so
        """Add the font to a document, as reportlab does, and say what each of its glyphs means."""
        state = self.state[doc]
        subsets, name = [tuple(subset) for subset in state.subsets], state.internalName
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(subsets):
            if any(code in self._meanings for code in subset):
                table = doc.idToObject[fonts[f"{name}+{number}"].ToUnicode.name]
                table.content = _table([self._meaning(code) for code in subset])

    def _meaning(self, code: int) -> str:
        return self._meanings.get(code, chr(code) if code else "")


def _stands_alone(char: str) -> bool:
    if is_mark(char) or is_joiner(char) or unicodedata.bidirectional(char) in _TURNED:
        return False
    script = script_of(char)
    return script is None or not script.shaped


def _table(meanings: Sequence[str]) -> str:
    """Write the table of a PDF that says what each code of a font means."""
    rows = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in enumerate(meanings) if text]
    lists = [rows[at : at + _MOST_AT_ONCE] for at in range(0, len(rows), _MOST_AT_ONCE)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for each in lists for line in (f"{len(each)} beginbfchar", *each, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


@cache
def face(name: str) -> Face:
    """Give one of our own fonts by the name of its file."""
    return Face(name, FOLDER / f"{name}.ttf")


def known_face(name: str) -> Face:
    """Give a font that was opened before, one of our own or of this computer, by its name."""
    opened = pdfmetrics.getFont(name)
    assert isinstance(opened, Face)
    return opened


def faces(names: Iterable[str]) -> tuple[Face, ...]:
    """Give some of our own fonts by the names of their files."""
    return tuple(map(face, names))
