"""Lays all badges out on one contact sheet, large, grey, as outlines and tiny."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

CELL = 128
GAP = 10
COLUMNS = 14
DARK = "#1c2530"
TINT = "#e6eff5"
PAPER = "#ffffff"

View = Callable[[Image.Image], Image.Image]


def save_sheet(folder: Path, target: Path) -> None:
    """Save a sheet of every badge below the folder, one block for each way of looking."""
    badges = [Image.open(file).convert("RGBA") for file in sorted(folder.rglob("*.png"))]
    views: list[View] = [
        lambda badge: on(badge, PAPER),
        lambda badge: on(badge, PAPER).convert("L").convert("RGB"),
        silhouette,
        lambda badge: tiny(badge, DARK),
        lambda badge: tiny(badge, TINT),
    ]
    blocks = [_block([view(badge) for badge in badges]) for view in views]
    sheet = Image.new("RGB", (blocks[0].width, sum(block.height for block in blocks)), PAPER)
    top = 0
    for block in blocks:
        sheet.paste(block, (0, top))
        top += block.height
    target.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(target)


def on(badge: Image.Image, colour: str) -> Image.Image:
    """Return a badge upon a plain background."""
    ground = Image.new("RGBA", badge.size, colour)
    ground.alpha_composite(badge)
    return ground.convert("RGB").resize((CELL, CELL), Image.Resampling.LANCZOS)


def silhouette(badge: Image.Image) -> Image.Image:
    """Return the outline of a badge, filled black."""
    alpha = badge.getchannel("A").resize((CELL, CELL), Image.Resampling.LANCZOS)
    return alpha.point(lambda a: 255 - a).convert("RGB")


def tiny(badge: Image.Image, colour: str, pixels: int = 12) -> Image.Image:
    """Return a badge averaged down to a few pixels and blown up again."""
    ground = Image.new("RGBA", badge.size, colour)
    ground.alpha_composite(badge)
    small = ground.convert("RGB").resize((pixels, pixels), Image.Resampling.BOX)
    side = CELL // pixels * pixels
    return small.resize((side, side), Image.Resampling.NEAREST)


def _block(pictures: list[Image.Image]) -> Image.Image:
    pitch = CELL + GAP
    rows = -(-len(pictures) // COLUMNS)
    block = Image.new("RGB", (COLUMNS * pitch, rows * pitch + 2 * GAP), PAPER)
    for i, picture in enumerate(pictures):
        block.paste(picture, (i % COLUMNS * pitch + GAP // 2, i // COLUMNS * pitch + GAP // 2))
    return block
