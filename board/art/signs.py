"""The signs of spots without a sticker, drawn pixel by pixel: told apart by shape, coloured by the screen."""

from functools import cache

from board.art.cells import AIR, Colour, Pixels, mixed
from board.mastery.progress import Status

_ORDER = (
    Status.OPEN,
    Status.LOCKED,
    Status.PRACTISING,
    Status.READY,
    Status.KEEP_WORKING,
    Status.EXCUSED,
    None,
)
"""What each sheet shows from left to right; the last one is a Boss that is open or locked."""

_SHEETS = {
    7: (
        "--ooo--|-------|--ooo--|---#---|--###-#|-------|---o---",
        "-o...o-|-------|-o.##o-|---#---|-#---##|-------|---o---",
        "o.....o|--ooo--|o..###o|--###--|#---###|-------|ooooooo",
        "o.....o|--ooo--|o..###o|--###--|#------|-ooooo-|-ooooo-",
        "o.....o|--ooo--|o.....o|-#####-|#-----#|-------|--ooo--",
        "-o...o-|-------|-o...o-|-#####-|-#---#-|-------|-oo-oo-",
        "--ooo--|-------|--ooo--|#######|--###--|-------|oo---oo",
    ),
    9: (
        "--ooooo--|---------|--ooooo--|----#----|--#####-#|---------|----o----",
        "-o.....o-|---------|-o..###o-|----#----|-##---###|---------|----o----",
        "o.......o|---------|o...####o|---###---|##---####|---------|---ooo---",
        "o.......o|---ooo---|o...####o|---###---|##-------|---------|ooooooooo",
        "o.......o|---ooo---|o...####o|--#####--|##-------|-ooooooo-|-ooooooo-",
        "o.......o|---ooo---|o.......o|--#####--|##-----##|---------|--ooooo--",
        "o.......o|---------|o.......o|-#######-|##-----##|---------|--ooooo--",
        "-o.....o-|---------|-o.....o-|-#######-|-##---##-|---------|-ooo-ooo-",
        "--ooooo--|---------|--ooooo--|#########|--#####--|---------|-o-----o-",
    ),
    11: (
        "---ooooo---|-----------|---ooooo---|-----#-----|---#####-#-|-----------|-----o-----",
        "-oo.....oo-|-----------|-oo..###oo-|-----#-----|--##---###-|-----------|-----o-----",
        "-o.......o-|-----------|-o...####o-|----###----|-##---####-|-----------|----ooo----",
        "o.........o|----ooo----|o....#####o|----###----|##---------|-----------|----ooo----",
        "o.........o|---ooooo---|o....#####o|---#####---|##---------|-----------|ooooooooooo",
        "o.........o|---ooooo---|o....#####o|---#####---|##---------|--ooooooo--|-ooooooooo-",
        "o.........o|---ooooo---|o.........o|--#######--|##-------##|-----------|--ooooooo--",
        "o.........o|----ooo----|o.........o|--#######--|##-------##|-----------|---ooooo---",
        "-o.......o-|-----------|-o.......o-|-#########-|-##-----##-|-----------|--ooooooo--",
        "-oo.....oo-|-----------|-oo.....oo-|-#########-|--##---##--|-----------|--ooo-ooo--",
        "---ooooo---|-----------|---ooooo---|###########|---#####---|-----------|-oo-----oo-",
    ),
}
"""Signs by their side in pixels: - is the ground, o the outline, . the hole, # the sign."""


@cache
def sign(
    status: Status, size: int, *, boss: bool, hue: Colour, hole: Colour, ground: Colour, thinned: float = 1
) -> Pixels:
    """Draw the sign of a spot that has no sticker.

    Args:
        status: Its status.
        size: Side in pixels: 8, 10 or 12, a pixel of air included.
        boss: Whether it is a Boss: a star instead of a round hole.
        hue: Colour of the sign and, thinned, of the outline.
        hole: Colour of the spot itself.
        ground: Colour around the spot.
        thinned: How much of the usual thinning there is, 0 to 1.
    """
    full = status is Status.MASTERED  # a sticker whose picture is missing
    shape = None if boss and status in (Status.OPEN, Status.LOCKED) else Status.OPEN if full else status
    outline = mixed(hue, ground, (0.7 if status is Status.LOCKED else 0.45) * thinned)
    colours = {"-": ground, "o": outline, ".": hue if full else hole, "#": hue}
    place = _ORDER.index(shape)
    rows = [line.split("|")[place] + "-" * AIR for line in _SHEETS[size - AIR]] + ["-" * size] * AIR
    return tuple(tuple((*colours[char], 255) for char in row) for row in rows)
