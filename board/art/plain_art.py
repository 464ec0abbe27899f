"""Pictures as plain shapes in one ink, as older children like them: filled, with the lines inside left open; for paper."""

from PIL import Image, ImageChops, ImageFilter

INK = (0x20, 0x30, 0x3F)
"""The one ink: that of all words on paper."""

_SOLID = 100
"""Alpha from which on a pixel belongs to the shape."""

_AROUND = 0.012
"""How far around a pixel it is looked, in parts of the picture's side: as wide as the lines of the starter art."""

_DARKER = 7
"""How much darker than what is around it a pixel is where a line runs, of 255."""

_EDGE = 0.02
"""How wide the outline is that stays whole, in parts of the picture's side."""

_GRAIN = 5
"""Pixels across what is too small for a line."""


def plain_art(art: Image.Image) -> Image.Image:
    """Give a picture as a plain shape on nothing; it tells pictures apart by outline and lines alone.

    Args:
        art: An RGBA picture.
    """
    side = max(art.size)
    solid = art.getchannel("A").point(lambda alpha: 255 if alpha > _SOLID else 0)
    on_white = Image.new("RGBA", art.size, "white")
    on_white.alpha_composite(art)
    light = on_white.convert("L")
    around = light.filter(ImageFilter.GaussianBlur(_AROUND * side))
    darker = ImageChops.subtract(around, light).point(lambda by: 255 if by > _DARKER else 0)
    inside = solid.filter(ImageFilter.MinFilter(2 * int(_EDGE * side) + 1))
    lines = ImageChops.multiply(darker, inside).filter(ImageFilter.MedianFilter(_GRAIN))
    plain = Image.new("RGBA", art.size, (255, 255, 255, 0))
    plain.paste(Image.new("RGBA", art.size, (*INK, 255)), (0, 0), ImageChops.subtract(solid, lines))
    return plain
