"""Fonts of this computer for Chinese, Japanese and Korean: ours would be larger than all the rest of the board."""

import os
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from printables.lettering.faces import Face
from printables.lettering.scripts import language

VARIABLE = "BOARD_FONTS"
"""Environment variable: folders to look in instead of the computer's own, with the system's mark between them."""

_KNOWN = {
    "Chinese": (
        "msyh.ttc",  # Windows: Microsoft YaHei
        "deng.ttf",
        "simhei.ttf",
        "msjh.ttc",
        "simsun.ttc",
        "stheiti medium.ttc",  # macOS
        "stheiti light.ttc",
        "arial unicode.ttf",
        "wqy-microhei.ttc",  # Linux
        "wqy-zenhei.ttc",
        "notosanssc-regular.ttf",
        "notosanstc-regular.ttf",
        "droidsansfallbackfull.ttf",
        "droidsansfallback.ttf",
        "uming.ttc",
        "ukai.ttc",
    ),
    "Japanese": (
        "uddigikyokashon-r.ttc",  # Windows: letterforms of Japanese schoolbooks
        "biz-udgothicr.ttc",
        "meiryo.ttc",
        "yugothm.ttc",
        "msgothic.ttc",
        "notosansjp-regular.ttf",
        "ipaexg.ttf",
        "ipagp.ttf",
        "ipag.ttf",
        "takaopgothic.ttf",
        "takaogothic.ttf",
        "vl-pgothic-regular.ttf",
        "vl-gothic-regular.ttf",
    ),
    "Korean": (
        "malgun.ttf",  # Windows
        "gulim.ttc",
        "applegothic.ttf",  # macOS
        "nanumgothic.ttf",
        "nanumbarungothic.ttf",
        "notosanskr-regular.ttf",
        "undotum.ttf",
    ),
}
"""Files of each language's TrueType fonts, the best first; fonts with PostScript outlines can't be put into our PDFs."""


def files() -> tuple[Path, ...]:
    """Give the files of this computer that may write Chinese, Japanese or Korean, as they were when last looked for."""
    return tuple(_found(folders()).values())


def look_again() -> None:
    """Forget which files were found, so that a font installed since is found."""
    _found.cache_clear()


def east_asian_faces(text: str) -> Iterator[Face]:
    """Give the computer's fonts for a text of Chinese, Japanese or Korean, opened one by one, the best first.

    A file that is no TrueType font, or is broken, is passed over.
    """
    wanted = language(text)
    found = _found(folders())
    for name in (*_KNOWN[wanted], *(name for other, names in _KNOWN.items() if other != wanted for name in names)):
        opened = _opened(found[name]) if name in found else None
        if opened is not None and _can_be_cut(opened, text):
            yield opened


def folders() -> tuple[Path, ...]:
    """Give the folders that are looked in, with all that is inside them."""
    told = os.environ.get(VARIABLE)
    if told is not None:
        return tuple(Path(folder) for folder in told.split(os.pathsep) if folder)
    home = Path.home()
    if sys.platform == "win32":
        local, windows = os.environ.get("LOCALAPPDATA", str(home)), os.environ.get("WINDIR", r"C:\Windows")
        return (Path(windows) / "Fonts", Path(local) / "Microsoft" / "Windows" / "Fonts")
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    shared = os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path(shared) / "fonts", home / ".fonts")


@lru_cache(maxsize=4)
def _found(folders: tuple[Path, ...]) -> dict[str, Path]:
    known = {name for names in _KNOWN.values() for name in names}
    found: dict[str, Path] = {}
    for folder in folders:
        for inside, _, names in os.walk(folder):
            for name in sorted(names):
                if name.lower() in known:
                    found.setdefault(name.lower(), Path(inside) / name)
    return found


@cache
def _opened(path: Path) -> Face | None:
    try:
        return Face(str(path), path)
    except Exception:  # noqa: BLE001 - any file can lie there, and reportlab's reader fails on it in any way
        return None


def _can_be_cut(opened: Face, text: str) -> bool:
    """Try what saving the PDF will do, so that a file with broken outlines spoils no print."""
    try:
        opened.face.makeSubset([0, *sorted({ord(char) for char in text if char in opened.letters})])
    except Exception:  # noqa: BLE001 - as above
        return False
    return True
