"""QR codes as squares; they are made by segno, which is there where pages are served."""

Squares = tuple[tuple[bool, ...], ...]
"""Rows from the top, true where a square is dark."""

QUIET = 4
"""Squares that stay light around a code, as its standard asks for."""

FEW_QUIET = 2
"""Those it can do with where there is no room; every reader that was tried reads it."""


def qr_squares(text: str) -> Squares:
    """Give a text as a QR code, as small as it can be, without anything around it.

    Args:
        text: Such as an address.

    Raises:
        ImportError: Segno is not there.
    """
    import segno  # noqa: PLC0415 - only who serves pages has it

    code = segno.make_qr(text, error="l", boost_error=True)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)


def enlarged(squares: Squares, times: int) -> Squares:
    """Give a code with each square so many times as wide and high.

    Args:
        squares: The code.
        times: At least 1.
    """
    return tuple(tuple(square for square in row for _ in range(times)) for row in squares for _ in range(times))


def framed(squares: Squares, quiet: int) -> Squares:
    """Put light squares around a code.

    Args:
        squares: The code.
        quiet: How many on each side.
    """
    width = len(squares) + 2 * quiet
    aside, above = (False,) * quiet, ((False,) * width,) * quiet
    return (*above, *((*aside, *row, *aside) for row in squares), *above)
