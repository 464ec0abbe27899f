"""Draws all badges, and on request a contact sheet of them."""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.draw_badges.gallery import GALLERY
from scripts.draw_badges.sheet import save_sheet
from scripts.draw_badges.sticker import png

HOME = Path(__file__).resolve().parents[2] / "assets" / "badges"


def main() -> None:
    """Write every badge, drop those no longer drawn, and save the sheet if one is asked for."""
    parser = argparse.ArgumentParser(prog="python -m scripts.draw_badges", description=__doc__)
    parser.add_argument("--sheet", type=Path, metavar="FILE.png", help="also save a contact sheet")
    parser.add_argument("--out", type=Path, default=HOME, help="folder to write to")
    options = parser.parse_args()
    for folder, drawings in GALLERY.items():
        target = options.out / folder
        target.mkdir(parents=True, exist_ok=True)
        for old in target.glob("*.png"):
            if old.stem not in drawings:
                old.unlink()
        for name, drawing in drawings.items():
            (target / f"{name}.png").write_bytes(png(drawing))
    if options.sheet:
        save_sheet(options.out, options.sheet)


if __name__ == "__main__":
    main()
