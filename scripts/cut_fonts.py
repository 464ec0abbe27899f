"""Cuts the printing fonts: one still weight out of each variable font, committed with its licence."""

import io
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import fontpkg_fredoka
import fontpkg_nunito
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER = Path(__file__).parent.parent / "printables" / "fonts"

_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT, _LONG_FAMILY, _LONG_STYLE = 1, 2, 3, 4, 6, 16, 17
_NAMES_OF_THE_VARIABLE_FONT = (21, 22, 25)


class Cut(NamedTuple):
    """One weight to cut.

    Attributes:
        family: Name of the family, as its licence calls it.
        style: Name of the weight in words.
        root: Folder of the package that brings the variable font.
        source: File name of the variable font.
        at: The place on each axis, in the units of the font's own design space.
    """

    family: str
    style: str
    root: Path
    source: str
    at: dict[str, float]

    @property
    def file_name(self) -> str:
        """The name of the file it becomes."""
        return f"{self.family}-{self.style}.ttf"


CUTS = (
    Cut("Nunito", "Regular", fontpkg_nunito.ROOT, "Nunito[wght].ttf", {"wght": 460}),
    Cut("Nunito", "SemiBold", fontpkg_nunito.ROOT, "Nunito[wght].ttf", {"wght": 680}),
    Cut("Fredoka", "SemiBold", fontpkg_fredoka.ROOT, "Fredoka[wdth,wght].ttf", {"wght": 600, "wdth": 100}),
)


def cut(wanted: Cut) -> bytes:
    """Give the still font as a file; the same bytes for the same source."""
    source = TTFont(wanted.root / "files" / wanted.source, recalcTimestamp=False)
    font = instancer.instantiateVariableFont(source, wanted.at, inplace=True)
    _rename(font, wanted)
    font["OS/2"].usWeightClass = int(wanted.at["wght"])
    file = io.BytesIO()
    font.save(file, reorderTables=True)
    return file.getvalue()


def _rename(font: Any, wanted: Cut) -> None:
    names = font["name"]
    for number in _NAMES_OF_THE_VARIABLE_FONT:
        names.removeNames(nameID=number)
    full = f"{wanted.family} {wanted.style}"
    for number, text in {
        _FAMILY: full,
        _STYLE: "Regular",
        _UNIQUE: f"{full} for the competency board",
        _FULL: full,
        _POSTSCRIPT: f"{wanted.family}-{wanted.style}",
        _LONG_FAMILY: wanted.family,
        _LONG_STYLE: wanted.style,
    }.items():
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)


def main() -> None:
    """Write every cut and the licences it came under."""
    FOLDER.mkdir(exist_ok=True)
    for wanted in CUTS:
        data = cut(wanted)
        (FOLDER / wanted.file_name).write_bytes(data)
        shutil.copyfile(wanted.root / "LICENSE", FOLDER / f"{wanted.family}-OFL.txt")
        print(f"{wanted.file_name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
