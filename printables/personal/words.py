"""The words under a spot: the step's title, and what the child says about its picture."""

from collections.abc import Mapping
from functools import cache

from board.mastery.curriculum import Step, Unit
from printables.lettering.lines import LINE_SPACING, Block, Line, fit, line, paragraph
from printables.page.document import Document

SHOWS = "My picture shows {}"
"""Words under a child's own picture; the child's follow."""

_TITLE, _LARGEST, _LEAST = 10.5, 13.0, 6.5
"""Type sizes of a step's title on A4: usual, where there is much room, and the smallest."""

_ALIKE = 0.85
"""How far all titles shrink for the sake of the longest; one that needs more shrinks alone."""

_TITLE_LINES = 4
"""Lines of a title, where it is long."""

_SENTENCE = (0.95, 0.85, 0.75)
"""Type sizes of a whole sentence in parts of a title's, for the sake of a long one."""

_SENTENCE_LINES = 6
"""Lines of a whole sentence; where they don't do, the title stands alone."""

_CAPTIONS = (0.84, 0.75, 0.66)
"""Type sizes of the child's words in parts of a title's: the usual one, and smaller ones for the sake of a long tale."""

_MOST_LINES, _MOST_SMALL_LINES = 6, 24
"""Lines of the child's words all spots of a row make room for, and of the smallest where these don't do."""

_ROOM = 0.94
"""Share of a spot's part of the row its words may take."""

BETWEEN = 2.0
"""Height between a title and the child's words, on A4."""

_NARROWER = (1.03, 1.12, 1.25)
"""Widths tried for a text in lines of about one length, in parts of what each would have if words could be cut."""

_WIDE = 13.0
"""How many times its type size a spot's part of the row is before titles grow."""


class Words:
    """The words under the spots of one unit.

    Args:
        unit: Its steps.
        longest: The longest that any child on these pages says about its picture, by the id of the step.
        page: The document.
    """

    def __init__(self, unit: Unit, longest: Mapping[str, str], page: Document) -> None:
        self._unit, self._longest, self._page = unit, longest, page
        self._size = cache(self._shared_size)

    def heights(self, pitch: float) -> list[list[float]]:
        """Give how high they are, for each spot of each level.

        Args:
            pitch: Width of a spot's part of the row, in pt.
        """
        return [[self._height(step, pitch) for step in level.spots] for level in self._unit.levels]

    def title(self, step: Step, pitch: float) -> Block:
        """Give a step's title in one size for all; where it says less than the step, the whole sentence, if there is room."""
        room, full = _ROOM * pitch, self._size(pitch)
        if step.in_full != step.title:
            sentence = line(step.in_full, self._page.letters.strong)
            for share in _SENTENCE:
                block = paragraph(sentence, room, share * full, most=_SENTENCE_LINES)
                if block.whole:
                    return _evened(sentence, block, room)
        return self._short(step, pitch)

    def _short(self, step: Step, pitch: float) -> Block:
        """Give the title itself; a long one takes more lines, and smaller letters where they don't do."""
        page, room = self._page, _ROOM * pitch
        text, small, least = line(step.title, page.letters.strong), _ALIKE * self._full(pitch), page.type(_LEAST)
        block = fit(text, room, self._size(pitch), small, lines=2)
        if block.whole:
            return block
        longest = max(line(word, page.letters.strong).width(1) for word in step.title.split())
        for size in (max(min(small, room / longest), least), least):
            block = paragraph(text, room, size, most=_TITLE_LINES)
            if block.whole:
                break
        return _evened(text, block, room)

    def caption(self, words: str, pitch: float, height: float) -> Block:
        """Give what a child says about its picture, smaller before it is shortened.

        Args:
            words: What it says.
            pitch: Width of a spot's part of the row, in pt.
            height: The room there is for it, in pt.
        """
        text, full = line(SHOWS.format(words), self._page.letters.plain), self._size(pitch)
        for share in _CAPTIONS:
            size = share * full
            most = max(int(height / (LINE_SPACING * size) + 0.01), 1)
            block = paragraph(text, _ROOM * pitch, size, most=most)
            if block.whole:
                break
        return _evened(text, block, _ROOM * pitch)

    def _height(self, step: Step, pitch: float) -> float:
        title, words = self.title(step, pitch).height, self._longest.get(step.id)
        if words is None:
            return title
        text, room, size = line(SHOWS.format(words), self._page.letters.plain), _ROOM * pitch, self._size(pitch)
        large = paragraph(text, room, _CAPTIONS[0] * size, most=_MOST_LINES)
        small = 0.0 if large.whole else paragraph(text, room, _CAPTIONS[-1] * size, most=_MOST_SMALL_LINES).height
        return title + BETWEEN * self._page.scale + max(large.height, small)

    def _full(self, pitch: float) -> float:
        page = self._page
        return page.type(min(max(_TITLE, pitch / page.scale / _WIDE), _LARGEST))

    def _shared_size(self, pitch: float) -> float:
        full = self._full(pitch)
        titles = (line(step.title, self._page.letters.strong) for step in self._unit.spots)
        return min(fit(title, _ROOM * pitch, full, _ALIKE * full, lines=2).size for title in titles)


def _evened(text: Line, block: Block, room: float) -> Block:
    """Break a wrapped text where its lines come out about as long, so that no word hangs alone in the last."""
    rows = len(block.lines)
    if rows == 1 or not block.whole:
        return block
    for share in _NARROWER:
        narrow = share * text.width(block.size) / rows
        if narrow < room:
            even = paragraph(text, narrow, block.size, most=rows)
            if even.whole and _words(even) == _words(block):
                return even
    return block


def _words(block: Block) -> list[str]:
    """Give its words; one that was cut counts as two."""
    return [word for each in block.lines for word in each.text.split()]
