"""Cuts the letters of the screen: DejaVu Sans Mono, regular and bold, with every sign the board draws, as woff2."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

_SOURCE = "rinoh_typeface_dejavusansmono"
"""Asked for only when letters are cut: what is tried of the rest of this script needs no such font."""

_CUTS = {"DejaVuSansMono.ttf": "letters.woff2", "DejaVuSansMono-Bold.ttf": "letters-bold.woff2"}

_BLOCKS = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),  # Latin of Europe, of pinyin, of Azerbaijan
    (0x0259, 0x0259),
    (0x02BB, 0x02BD),  # the sign in Hawaiian and Arabic names
    (0x02C6, 0x02DD),
    (0x0300, 0x0331),  # accents to put together
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic of Europe
    (0x0490, 0x04B1),
    (0x04D8, 0x04E9),
    (0x1E80, 0x1E85),
    (0x1EA0, 0x1EF9),  # Vietnamese, as far as this font has it
    (0x2010, 0x2026),
    (0x2030, 0x203A),
    (0x2070, 0x209C),
    (0x20AC, 0x20AC),
    (0x2116, 0x2122),
    (0x2150, 0x215F),
    (0x2190, 0x2199),
    (0x21A9, 0x21BB),
    (0x21E7, 0x21E7),
    (0x2212, 0x221E),
    (0x2248, 0x2265),
    (0x2302, 0x2302),
    (0x2500, 0x259F),  # lines and blocks; xterm.js draws them itself where it has WebGL
    (0x25A0, 0x25EF),
    (0x2605, 0x2606),
    (0x263A, 0x263B),
    (0x2660, 0x2667),
    (0x2713, 0x2718),
    (0x27A4, 0x27A4),
    (0x2800, 0x28FF),
    (0xFFFD, 0xFFFD),
)


def letters() -> frozenset[int]:
    """Give the characters that are kept where the font has them."""
    return frozenset(code for first, last in _BLOCKS for code in range(first, last + 1))


def cut_letters(target: Path) -> Iterator[Path]:
    """Write both weights.

    Args:
        target: The folder they are written to.

    Returns:
        The files, each once it is written.
    """
    target.mkdir(parents=True, exist_ok=True)
    for source, name in _CUTS.items():
        font = TTFont(Path(str(files(_SOURCE))) / source, recalcTimestamp=False)
        subsetter = Subsetter(_options())
        subsetter.populate(unicodes=letters())
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(target / name)
        yield target / name


def licence() -> str:
    """Give the licence of the font."""
    return (Path(str(files(_SOURCE))) / "LICENSE").read_text(encoding="utf-8", errors="replace")


def _options() -> Options:
    options = Options()
    options.layout_features = ["ccmp", "mark", "mkmk"]
    options.drop_tables += ["FFTM"]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    return options
