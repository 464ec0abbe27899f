"""For widgets that give their lines themselves, past Textual's cache of styled lines."""

from collections.abc import Iterable

from textual.filter import ANSIToTruecolor
from textual.strip import Strip
from textual.widget import Widget


def as_shown(lines: Iterable[Strip], widget: Widget) -> list[Strip]:
    """Give lines painted in true colours as the terminal can show them: without colour, in few colours, in plain signs.

    Textual does this for lines that go through its cache, and leaves out those that don't (T839).

    Args:
        lines: The lines.
        widget: What they belong to.
    """
    filters = [one for one in widget.get_line_filters() if not isinstance(one, ANSIToTruecolor)]
    shown = list(lines)
    for one in filters:
        ground = widget.background_colors[1]
        shown = [line.apply_filter(one, ground) for line in shown]
    return shown
