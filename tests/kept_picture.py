"""Pictures as a class keeps them, and all that can become of their files in the life of a folder."""

from PIL import Image

from board.art.intake import Taken, kept


def picture(colour: str = "red", size: tuple[int, int] = (30, 20)) -> Taken:
    """A small picture of one colour with a dark corner."""
    image = Image.new("RGB", size, colour)
    image.paste("black", (0, 0, size[0] // 3, size[1] // 3))
    return kept(image)
