"""Cuts the printing fonts: one still weight of each, with the letters we need, committed with its licence."""

import io
import shutil
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import fontpkg_abeezee
import fontpkg_fredoka
import fontpkg_nunito
import fontpkg_quicksand
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from printables.lettering.scripts import OWN, Script
from scripts.thicken_font import thicken

FOLDER = Path(__file__).parent.parent / "printables" / "fonts"

_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT, _LONG_FAMILY, _LONG_STYLE = 1, 2, 3, 4, 6, 16, 17
_KEPT_NAMES = (0, _FAMILY, _STYLE, _UNIQUE, _FULL, 5, _POSTSCRIPT, 13, 14, _LONG_FAMILY, _LONG_STYLE)
_NOT_FOR_PAPER = ("STAT", "gasp", "DSIG")

_PLAIN_FEATURES = ("ccmp", "locl", "mark", "mkmk")
"""What letters that stand side by side need: accents put together and put in their places."""

_UNUSED_FEATURES = {"kern", "vkrn", "frac", "numr", "dnom", "vert", "vrt2"}
_SHAPING_FEATURES = tuple(feature for feature in Options().layout_features if feature not in _UNUSED_FEATURES)

_SPACE, _NON_JOINER, _JOINER, _DOTTED_CIRCLE = 0x20, 0x200C, 0x200D, 0x25CC
_WITH_EVERY_SCRIPT = {_SPACE, _NON_JOINER, _JOINER, _DOTTED_CIRCLE}

_LATIN = ((0x0020, 0x024F), (0x02C6, 0x02DD), (0x0300, 0x0338), (0x1E00, 0x1EFF), (0x2010, 0x205F), (0x20A0, 0x20BF))

_REST = (
    (0x0020, 0x024F),  # Latin of Europe, of pinyin, of Azerbaijan
    (0x0253, 0x0259),  # letters of West African names
    (0x025B, 0x025B),
    (0x0263, 0x0272),
    (0x0289, 0x028B),
    (0x0292, 0x0292),
    (0x02B9, 0x02DD),
    (0x0300, 0x0338),  # accents to put together
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic, so that a name with one rare letter is of one font
    (0x0490, 0x0503),
    (0x1E00, 0x1EFF),  # Latin of Vietnam and of transliteration
    (0x2010, 0x205F),  # signs
    (0x2070, 0x20BF),
    (0x2100, 0x218B),
)


class Cut(NamedTuple):
    """One font to cut.

    Attributes:
        family: Name of the family: its own, unless its licence reserves that name to the unchanged font.
        style: Name of the weight or of the script in words.
        source: The font it is cut out of.
        licence: Its licence.
        at: The place on each axis, in the units of the font's own design space; empty for a still font.
        letters: The characters to keep, None for all.
        features: The layout features to keep.
        thicker: How much its strokes are thickened, in parts of the type size.
    """

    family: str
    style: str
    source: Path
    licence: Path
    at: dict[str, float]
    letters: frozenset[int] | None = None
    features: tuple[str, ...] = _PLAIN_FEATURES
    thicker: float = 0.0

    @property
    def file_name(self) -> str:
        """The name of the file it becomes."""
        return f"{self.family}-{self.style}.ttf"


def _from(package: Any, file: str, family: str, style: str, at: dict[str, float]) -> Cut:
    return Cut(family, style, package.ROOT / "files" / file, package.ROOT / "LICENSE", at)


def _within(blocks: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(code for first, last in blocks for code in range(first, last + 1))


_NOTO = Path(str(files("manimgx_fonts")))
_NOTO_LICENCE = next(_NOTO.parent.glob("manimgx_fonts-*.dist-info/licenses/LICENSE"))
_NOTO_WEIGHT = {"wght": 510.0}
"""Between Nunito's two weights, so that one file serves for plain and strong."""


def _noto(style: str, letters: frozenset[int], features: tuple[str, ...], script: str = "") -> Cut:
    return Cut("NotoSans", style, _NOTO / f"NotoSans{script}[wght].ttf", _NOTO_LICENCE, _NOTO_WEIGHT, letters, features)


def _of(script: Script) -> Cut:
    style = script.font.removeprefix("NotoSans-")
    features = _SHAPING_FEATURES if script.shaped else _PLAIN_FEATURES
    return _noto(style, _within(script.blocks) | _WITH_EVERY_SCRIPT, features, style)


def _early_accents(style: str, weight: float) -> Cut:
    """Cut the letters ABeeZee lacks, with the same a and g; their own name is reserved."""
    cut = _from(fontpkg_quicksand, "Quicksand[wght].ttf", "EarlyAccents", style, {"wght": weight})
    return cut._replace(letters=_within(_LATIN))


CUTS = (
    _from(fontpkg_nunito, "Nunito[wght].ttf", "Nunito", "Regular", {"wght": 460}),
    _from(fontpkg_nunito, "Nunito[wght].ttf", "Nunito", "SemiBold", {"wght": 680}),
    _from(fontpkg_fredoka, "Fredoka[wdth,wght].ttf", "Fredoka", "SemiBold", {"wght": 600, "wdth": 100}),
    _early_accents("Regular", 560),
    _early_accents("SemiBold", 700),
    _from(fontpkg_abeezee, "ABeeZee-Regular.ttf", "EarlyReader", "SemiBold", {})._replace(thicker=0.036),
    _noto("Regular", _within(_REST), _PLAIN_FEATURES),
    *(_of(script) for script in OWN if script.font),
)


def cut(wanted: Cut) -> bytes:
    """Give the still font as a file; the same bytes for the same source."""
    source = TTFont(wanted.source, recalcTimestamp=False)
    font = instancer.instantiateVariableFont(source, wanted.at, inplace=True) if wanted.at else source
    subsetter = Subsetter(_options(wanted))
    subsetter.populate(unicodes=wanted.letters or font.getBestCmap())
    subsetter.subset(font)
    _rename(font, wanted)
    if wanted.thicker:
        thicken(font, wanted.thicker * font["head"].unitsPerEm)
    font["OS/2"].usWeightClass = int(wanted.at.get("wght", 600))
    file = io.BytesIO()
    font.save(file, reorderTables=True)
    return file.getvalue()


def _options(wanted: Cut) -> Options:
    options = Options()
    options.layout_features = list(wanted.features)
    options.name_IDs = list(_KEPT_NAMES)
    options.drop_tables += _NOT_FOR_PAPER
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    return options


def _rename(font: Any, wanted: Cut) -> None:
    names = font["name"]
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
        shutil.copyfile(wanted.licence, FOLDER / f"{wanted.family}-OFL.txt")
        print(f"{wanted.file_name}: {len(data):,} bytes")
    _copy_abeezee()
    _write_noto_licence()


def _copy_abeezee() -> None:
    """Copy it as it is: its name is reserved, so no changed font may carry it."""
    shutil.copyfile(fontpkg_abeezee.ROOT / "files" / "ABeeZee-Regular.ttf", FOLDER / "ABeeZee-Regular.ttf")
    shutil.copyfile(fontpkg_abeezee.ROOT / "LICENSE", FOLDER / "ABeeZee-OFL.txt")


def _write_noto_licence() -> None:
    """Write it with the notices of the fonts we cut instead of those of the package they came in."""
    cuts = [TTFont(FOLDER / wanted.file_name) for wanted in CUTS if wanted.family == "NotoSans"]
    notices = sorted({font["name"].getDebugName(0) for font in cuts})
    licence = _NOTO_LICENCE.read_text(encoding="utf-8")
    (FOLDER / "NotoSans-OFL.txt").write_text(
        "\n".join(notices) + "\n\n" + licence[licence.index("This Font Software") :], encoding="utf-8"
    )


if __name__ == "__main__":
    main()
