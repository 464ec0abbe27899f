"""Blocks of text: lines fitted into their room."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from printables.lettering.composing import Line, ems_between, part
from printables.lettering.runs import is_cut_between

ELLIPSIS = "…"

LINE_SPACING = 1.25
"""Distance of two lines of a paragraph, in parts of the type size."""

_A_GLANCE, _SURELY = 64, 2.0
"""So many characters that are too wide by so many ems only become wider."""


@dataclass(frozen=True, slots=True)
class Block:
    """A text fitted into its room.

    Attributes:
        lines: Its lines, top first.
        size: Type size in pt.
        whole: Whether all of the text is there; False where it ends in an ellipsis.
    """

    lines: tuple[Line, ...]
    size: float
    whole: bool = True

    @property
    def width(self) -> float:
        """The width of its longest line in pt."""
        return max(each.width(self.size) for each in self.lines)

    @property
    def height(self) -> float:
        """What `write_down` takes for it, from its upper end downwards, in pt."""
        return LINE_SPACING * self.size * len(self.lines)


def halves(text: Line) -> tuple[Line, ...]:
    """Cut a text between two words so that the longer part is as short as can be; one word stays whole."""
    spaces = [at for at, char in enumerate(text.text) if char == " "]
    tried: dict[int, tuple[Line, Line]] = {}

    def longer_start(at: int) -> float:
        tried[at] = (part(text, 0, at), _rest(text, at))
        return tried[at][0].ems - tried[at][1].ems

    bisect_left(spaces, 0.0, key=longer_start)  # passes by both places between which the longer part changes
    return min(tried.values(), key=lambda parts: max(half.ems for half in parts), default=(text,))


def _rest(text: Line, start: int) -> Line:
    return part(text, start, len(text.text))


def fit(text: Line, room: float, size: float, least: float, lines: int = 1) -> Block:
    """Fit a text into a width: wrapped before it shrinks, shrunk before it is shortened.

    Args:
        text: What to write.
        room: The width there is, in pt.
        size: Type size wanted, in pt.
        least: Smallest type size still legible there, in pt.
        lines: 1, or 2 where it may be wrapped.
    """
    if text.width(size) <= max(room, 0.0):  # a lone accent is as wide as nothing
        return Block((text,), size)
    parts = halves(text) if lines > 1 else (text,)
    shrunk = min(size, room / max(each.ems for each in parts))
    if shrunk >= least:
        return Block(parts, shrunk)
    return paragraph(text, room, least, most=lines)


def paragraph(text: Line, room: float, size: float, *, most: int | None = None) -> Block:
    """Wrap a text at its spaces into as many lines as it needs; a word wider than the room is cut.

    Args:
        text: What to write.
        room: The width there is, in pt.
        size: Type size in pt.
        most: How many lines there may be, at least 1; the last ends in an ellipsis where that is too few.
    """
    return _wrapped(text, room, size, most)


@lru_cache(maxsize=4096)
def _wrapped(text: Line, room: float, size: float, most: int | None) -> Block:
    ems, at, rows = max(room, 0.0) / size, 0, list[Line]()
    while at < len(text.text) or not rows:
        if most is not None and len(rows) == most - 1:
            last = _rest(text, at)
            whole = last.ems <= ems
            return Block((*rows, last if whole else _ended(last, ems)), size, whole)
        end = _row_end(text, at, ems)
        rows.append(part(text, at, end))
        at = end + text.text.startswith(" ", end)
    return Block(tuple(rows), size)


def _row_end(text: Line, start: int, ems: float) -> int:
    """Give where a line that begins at a character ends: after the last word with room, else within the first one."""
    end, first_word = start, _word_end(text.text, start)
    after_word = first_word
    while end < after_word and _has_room(text, start, after_word, ems):
        end, after_word = after_word, _word_end(text.text, after_word)
    if end > start:
        return end
    at_least = next(_cuts(text.text, start, first_word), start)  # a line without a letter would never end
    return max(_last_that_fits(text, start, first_word, ems), at_least)


def _has_room(text: Line, start: int, end: int, ems: float) -> bool:
    glance = start + _A_GLANCE
    if end > glance and ems_between(text, start, glance) > ems + _SURELY:  # spares the rest of a word without an end
        return False
    return ems_between(text, start, end) <= ems


def _word_end(text: str, at: int) -> int:
    space = text.find(" ", at + 1)
    return len(text) if space < 0 else space


def _ended(text: Line, ems: float) -> Line:
    return part(text, 0, _last_that_fits(text, 0, len(text.text), ems, ELLIPSIS), ELLIPSIS)


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Give the places after the start, up to the end, where a word may be cut."""
    inside = (at for at in range(start + 1, end) if is_cut_between(text[at - 1], text[at]))
    return chain(inside, (end,)) if end > start else iter(())


def _last_that_fits(text: Line, start: int, end: int, ems: float, more: str = "") -> int:
    """Give the last place to cut at before which a text fits; its start where none does."""

    def is_too_wide(at: int) -> bool:
        return part(text, start, at, more).ems > ems

    fits, step, too_far = start, 8, start
    while fits < end:
        too_far = next(at for at in _cuts(text.text, fits, end) if at >= min(fits + step, end))
        if is_too_wide(too_far):
            break
        fits, step = too_far, 2 * step
    cuts = list(_cuts(text.text, fits, too_far))
    at = bisect_left(cuts, True, key=is_too_wide)
    while at > 0 and is_too_wide(cuts[at - 1]):  # a letter may be wider when it is the last
        at -= 1
    return cuts[at - 1] if at > 0 else fits
