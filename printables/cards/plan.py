"""How I-can cards are filled: how large picture and words may be, and what goes on to a further card."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from board.mastery.curriculum import Step
from printables.lettering.lines import LINE_SPACING, Block, Line, line, paragraph
from printables.lettering.voices import Letters
from printables.page.paper import MM

LOOKS_LIKE = "Looks like"
WAYS = "Ways to show it"

INDENT = 1.6
"""How far a row stands in after its mark, in parts of the type size."""

PAD = 4 * MM
"""What stays free around the words, in pt on A4."""

_LEAST = 11.0
"""Least type size of "I can ..." in pt on A4."""

_ALONE = 27.0
"""Its largest size where nothing else stands on the card."""

_FEW_LINES = 3
_MOST_LINES = 6

_LARGEST, _SMALLEST = 60 * MM, 16 * MM
"""Width of a picture on a card with few words, and with very many, in pt on A4."""

_GIVING_WAY = (
    (42 * MM, 17, 10.5),
    (40 * MM, 17, 10.0),
    (40 * MM, 17, 9.5),
    (38 * MM, 17, 9.0),
    (36 * MM, 17, 9.0),
    (36 * MM, 17, 8.5),
    (34 * MM, 16, 8.5),
    (32 * MM, 16, 8.0),
    (30 * MM, 15, 8.0),
    (28 * MM, 15, 8.0),
    (28 * MM, 15, 7.5),
    (24 * MM, 13, 7.5),
    (20 * MM, 12, 7.5),
    (_SMALLEST, _LEAST, 7.5),
)
"""Least width of the picture and largest type sizes of sentence and rows, in pt on A4: the more a card has to say, the further
down it goes, before it goes on to another. The last size of the rows is the least that is legible."""

_LEAST_ROWS = 2
"""A heading and one row under it: what a card holds at least before it goes on to another."""

_ALIKE = 0.8
"""Share of the cards that look alike; the few that have more to say give way alone, and don't make all the others small."""


class Mark(Enum):
    """What stands before a row."""

    HEADING = "heading"
    BOX = "box"
    DOT = "dot"
    NONE = "none"


class Row(NamedTuple):
    """A line under the sentence.

    Attributes:
        words: What it says.
        mark: What stands before it.
        above: Room above it besides, in parts of the type size.
    """

    words: Line
    mark: Mark
    above: float = 0.0


@dataclass(frozen=True, slots=True)
class Card:
    """What one card holds.

    Attributes:
        step: The step or Boss.
        part: 1, or more where the card goes on from another.
        picture: Width of its picture in pt.
        sentence: "I can ...", fitted.
        rows: What stands under it.
        size: Their type size in pt.
    """

    step: Step
    part: int
    picture: float
    sentence: Block
    rows: tuple[Row, ...]
    size: float

    @property
    def words_height(self) -> float:
        """What sentence and rows take, in pt."""
        return self.sentence.height + rows_height(self.rows, self.size)


class Room(NamedTuple):
    """What a card has for its picture and its words together.

    Attributes:
        width: In pt.
        height: In pt.
        scale: How much larger than on a quarter of A4 everything may be.
        letters: The voices.
    """

    width: float
    height: float
    scale: float
    letters: Letters


def rows_height(rows: Sequence[Row], size: float) -> float:
    """Give what rows take at a type size, in pt."""
    return sum(LINE_SPACING + row.above for row in rows) * size


def fill(steps: Sequence[Step], room: Room, usual: Room) -> list[Card]:
    """Fill cards so that pictures and words are as large as can be, and alike where no step has much more to say.

    Type is by so much larger than usual as the room is; where its lines need more of them, the pictures give way: so letters for
    early readers, which are wider, are no smaller.

    Args:
        steps: One card each, or more where its words need them.
        room: What a card has.
        usual: What a card has in usual letters, on a quarter of a sheet.
    """
    needed = [_needed(step, usual) for step in steps]
    fitting = sorted(at for at in needed if at is not None) or [len(_GIVING_WAY) - 1]
    alike = fitting[math.ceil(_ALIKE * len(fitting)) - 1]
    rungs = [
        _fewest(step, usual, alike) if at is None else max(at, alike) for step, at in zip(steps, needed, strict=True)
    ]
    drafts = [_draft(step, usual, rung) for step, rung in zip(steps, rungs, strict=True)]
    share = 1.0
    if room != usual:
        drafts, share = [_enlarged(draft, room, room.scale / usual.scale) for draft in drafts], _ALIKE
    frees = sorted(
        (_free(draft, room) for draft, rung in zip(drafts, rungs, strict=True) if rung == alike), reverse=True
    )
    common = min(frees[math.ceil(share * len(frees)) - 1], _LARGEST * room.scale) if frees else 0.0
    cards: list[Card] = []
    for draft, rung in zip(drafts, rungs, strict=True):
        wanted = common if rung == alike else draft.picture
        cards += _parts(_pictured(draft, room, wanted), room)
    return cards


def _needed(step: Step, room: Room) -> int | None:
    """Say how far a card gives way until all is on it, None when it has to go on to another."""
    places = range(len(_GIVING_WAY))
    return next((at for at in places if _spare(_draft(step, room, at), room) >= 0), None)


def _fewest(step: Step, room: Room, alike: int) -> int:
    """Say how far a step gives way that has to go on: no further than it takes for as few cards as can be."""
    counts = [len(list(_parts(_draft(step, room, at), room))) for at in range(len(_GIVING_WAY))]
    return max(counts.index(min(counts)), min(alike + 1, len(counts) - 1))


def _draft(step: Step, room: Room, at: int) -> Card:
    picture, large, size = _GIVING_WAY[at]
    rows = tuple(_rows(step, room, size * room.scale))
    sentence = _sentence(step, room, large if rows else _ALONE)
    return Card(step, 1, picture * room.scale, sentence, rows, size * room.scale)


def _enlarged(draft: Card, room: Room, by: float) -> Card:
    """Give a card in another room and in its letters."""
    text, size = line(draft.step.i_can or draft.step.title, room.letters.title), by * draft.size
    sentence = _even(text, room.width, by * draft.sentence.size)
    return replace(
        draft, picture=by * draft.picture, sentence=sentence, rows=tuple(_rows(draft.step, room, size)), size=size
    )


def _pictured(draft: Card, room: Room, wanted: float) -> Card:
    """Give a card a picture as wide as wanted, or as its words leave room for; where they leave none they go on anyway."""
    free = _free(draft, room)
    return replace(draft, picture=min(wanted, free) if free >= _SMALLEST * room.scale else draft.picture)


def _free(card: Card, room: Room) -> float:
    return room.height - card.words_height


def _spare(card: Card, room: Room) -> float:
    return _free(card, room) - card.picture


def _parts(card: Card, room: Room) -> Iterator[Card]:
    """Give a card, and those it goes on to."""
    while _spare(card, room) < 0 and len(card.rows) > _LEAST_ROWS:
        fitting = _fitting(card.rows, (room.height - card.picture - card.sentence.height) / card.size)
        yield replace(card, rows=card.rows[:fitting])
        heading = [row for row in card.rows[:fitting] if row.mark is Mark.HEADING][-1:]
        rest = card.rows[fitting:]
        card = replace(card, part=card.part + 1, rows=rest if rest[0].mark is Mark.HEADING else (*heading, *rest))
    yield card


def _fitting(rows: Sequence[Row], room: float) -> int:
    """Say how many rows fit into a height in ems, at least two of them, whole items where they are not overlong."""
    taken = 0.0
    fitting = 0
    for row in rows:
        taken += LINE_SPACING + row.above
        if taken > room:
            break
        fitting += 1
    most = min(max(fitting, _LEAST_ROWS), len(rows) - 1)
    whole = most
    while whole > most / 2 and (rows[whole].mark is Mark.NONE or rows[whole - 1].mark is Mark.HEADING):
        whole -= 1
    return whole if whole > most / 2 else most


def _rows(step: Step, room: Room, size: float) -> Iterator[Row]:
    for heading, mark, texts in ((LOOKS_LIKE, Mark.BOX, step.criteria), (WAYS, Mark.DOT, step.ways)):
        if texts:
            yield Row(line(heading, room.letters.strong), Mark.HEADING, 0.7)
        for text in texts:
            block = paragraph(line(text, room.letters.plain), room.width - INDENT * size, size)
            for at, words in enumerate(block.lines):
                yield Row(words, Mark.NONE if at else mark, 0.0 if at else 0.15)


def _sentence(step: Step, room: Room, large: float) -> Block:
    """Fit "I can ..." on few lines of much the same length."""
    voice, width = room.letters.title, room.width
    text = line(step.i_can or step.title, voice)
    longest = max(line(word, voice).width(1) for word in text.text.split(" "))
    ems = max(longest, text.width(1) / _FEW_LINES)
    while large > _LEAST:
        size = large * room.scale
        if ems * size <= width and len((block := _even(text, width, size)).lines) <= _FEW_LINES:
            return block
        large -= 0.5
    return paragraph(text, width, _LEAST * room.scale, most=_MOST_LINES)


def _even(text: Line, width: float, size: float) -> Block:
    """Wrap a text on as few lines as it needs, of much the same length."""
    widest = paragraph(text, width, size, most=_MOST_LINES)
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        block = paragraph(text, share * width, size, most=_MOST_LINES)
        if len(block.lines) == len(widest.lines) and block.whole == widest.whole:
            return block
    return widest
