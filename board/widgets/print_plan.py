"""Where the list of pages, what may be chosen, and the page itself stand on the Print screen. Pure; sizes in cells."""

from board.widgets.box import Box

_WIDE, _BROAD = 110, 150
"""Columns from which the page has more room."""

_UPRIGHT = 100
"""Columns below which the page stands beside the list, and what may be chosen below both, where fingers need large lines."""

_HIGH = 30
"""Lines from which there is room for that."""

_PAGE = 24
"""Lines of the page at the most where something stands below it."""


def print_places(width: int, height: int, *, by_hand: bool) -> dict[str, Box]:
    """Give where everything stands.

    Args:
        width: Cells across of the room.
        height: Lines of the room.
        by_hand: Whether fingers touch it.
    """
    if by_hand and width < _UPRIGHT and height >= _HIGH:
        pages, top = max(22, 3 * width // 8), min(_PAGE, height // 2 - 1)
        return {
            "catalogue": Box(0, 0, pages, top),
            "page": Box(pages, 0, max(1, width - pages), top),
            "chosen": Box(0, top + 1, width, height - top - 1),
        }
    pages, page = (20, 24) if width < _WIDE else (22, 44) if width < _BROAD else (22, 60)
    if by_hand and width < _WIDE:
        pages, page = 24, width // 3
    return {
        "catalogue": Box(0, 0, pages, height),
        "chosen": Box(pages, 0, max(1, width - pages - page), height),
        "page": Box(width - page, 0, page, height),
    }
