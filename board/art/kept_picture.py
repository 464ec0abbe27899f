"""Opening a picture that is kept."""

import io

from PIL import Image


def picture_of(png: bytes) -> Image.Image:
    """Give the pixels of a kept picture.

    Args:
        png: Its bytes.

    Raises:
        OSError: They are damaged.
    """
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as picture:
            return picture.convert("RGBA")
    except (SyntaxError, ValueError) as error:  # what Pillow raises for broken parts of a PNG
        raise OSError(str(error)) from error
