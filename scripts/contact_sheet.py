"""Lays photos of drawings beside the stickers made of them: `python -m scripts.contact_sheet`."""

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from board.art.motif import motif_of
from board.art.sticker import for_paper, for_screen
from board.mastery.pictures import WHOLE_DRAWING, Shape

CHECKOUT = Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT / "tests"))  # the photos that tests use too

from photos import SCENES, photo  # noqa: E402 - found only now

OUT = CHECKOUT / "docs" / "looks" / "photo-to-sticker.png"

_COLUMNS = 3
_PHOTO = (240, 180)
_STICKER = 180
_TINY, _TIMES = 12, 5
_GAP, _MARGIN = 16, 32
_LABEL = 30
_CARD = (_PHOTO[0] + _STICKER + _TINY * _TIMES + 4 * _GAP, _PHOTO[1] + _LABEL + 2 * _GAP)
_GROUND, _FELT, _WORDS, _DARK, _PALE = "#efe9dd", "#3c6e78", "#f6f2e8", "#16202a", "#f4f1ea"


def contact_sheet() -> Image.Image:
    """Draw a card for each photo: the photo, its sticker for paper, and its sticker for the screen on dark and light."""
    rows = -(-len(SCENES) // _COLUMNS)
    width = 2 * _MARGIN + _COLUMNS * _CARD[0] + (_COLUMNS - 1) * _GAP
    sheet = Image.new("RGB", (width, 2 * _MARGIN + rows * (_CARD[1] + _GAP) - _GAP), _GROUND)
    for i, name in enumerate(SCENES):
        row, column = divmod(i, _COLUMNS)
        sheet.paste(_card(name), (_MARGIN + column * (_CARD[0] + _GAP), _MARGIN + row * (_CARD[1] + _GAP)))
    return sheet


def _card(name: str) -> Image.Image:
    card = Image.new("RGB", _CARD, _GROUND)
    pen = ImageDraw.Draw(card)
    pen.rounded_rectangle((0, 0, _CARD[0] - 1, _CARD[1] - 1), 12, _FELT)
    picture = photo(name).picture
    motif = motif_of(picture, WHOLE_DRAWING)
    card.paste(picture.resize(_PHOTO, Image.Resampling.LANCZOS), (_GAP, _GAP))
    sticker = for_paper(motif, _STICKER)
    card.paste(sticker, (_PHOTO[0] + 2 * _GAP, _GAP), sticker)
    tiny = for_screen(motif, _TINY)
    for down, ground in ((_GAP, _DARK), (_GAP + _PHOTO[1] - _TINY * _TIMES, _PALE)):
        card.paste(_enlarged(tiny, ground), (_PHOTO[0] + _STICKER + 3 * _GAP, down))
    words = name if motif.shape is Shape.DRAWING else f"{name}: keeps its paper"
    font = ImageFont.truetype(CHECKOUT / "printables" / "fonts" / "Nunito-SemiBold.ttf", 19)
    pen.text((_GAP, _CARD[1] - _GAP), words, _WORDS, font, "ls")
    return card


def _enlarged(tiny: Image.Image, ground: str) -> Image.Image:
    laid = Image.new("RGBA", tiny.size, ground)
    laid.alpha_composite(tiny)
    return laid.convert("RGB").resize((_TINY * _TIMES, _TINY * _TIMES), Image.Resampling.NEAREST)


if __name__ == "__main__":
    few_colours = contact_sheet().quantize(255, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE)
    few_colours.save(OUT, optimize=True)
    print(OUT)
