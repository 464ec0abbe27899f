"""A child's own pictures: a pure fold of what happened to them, and which one stands on a spot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from board.mastery.facts import Fact, Kind


class Origin(StrEnum):
    """Where a picture came from."""

    FILE = "file"
    STUDIO = "studio"
    """Drawn on the board."""
    SHEET = "sheet"
    """Drawn on a sheet of paper that came back."""
    STARTER = "starter"
    """Made of the art that comes with the board."""


class Shape(StrEnum):
    """How a sticker is cut from its picture."""

    DRAWING = "drawing"
    """Along the drawing, without its paper; where that would lose ink it is cut round."""
    ROUND = "round"
    """A disc of the picture, paper and all."""
    SQUARE = "square"
    """The whole picture on a square mat."""


Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a picture, as shares of its width and height, 0 to 1."""

_WHOLE: Box = (0.0, 0.0, 1.0, 1.0)

_SMALLEST = 0.02
"""Share of a picture a part must have each way, so that there is something to see."""


class Cut(NamedTuple):
    """What is cut from a picture, and how.

    Attributes:
        shape: How.
        box: The part of the picture that is used.
    """

    shape: Shape = Shape.DRAWING
    box: Box = _WHOLE

    def __str__(self) -> str:
        """Give the cut as a fact keeps it: the shape, then the part in thousandths where it is not all."""
        if self.box == _WHOLE:
            return self.shape.value
        return " ".join((self.shape.value, *(str(round(1000 * side)) for side in self.box)))


WHOLE_DRAWING = Cut()


def cut_of(text: str | None) -> Cut:
    """Give the cut a fact keeps; what can't be read is the usual one."""
    try:
        shape, *sides = (text or "").split(" ")
        left, top, right, bottom = (int(side) / 1000 for side in sides) if sides else _WHOLE
        right, bottom = min(1.0, right), min(1.0, bottom)
        if not (0 <= left <= right - _SMALLEST and 0 <= top <= bottom - _SMALLEST):
            return WHOLE_DRAWING
        return Cut(Shape(shape), (left, top, right, bottom))
    except ValueError:
        return WHOLE_DRAWING


class Face(NamedTuple):
    """What a sticker with a child's own picture is made of; two stickers of one face look the same.

    Attributes:
        content: Content id of the picture.
        cut: What is cut from it.
    """

    content: str
    cut: Cut = WHOLE_DRAWING

    @property
    def name(self) -> str:
        """A name that may stand in the name of a file; no starter picture is called so."""
        return f"{self.content}-{self.cut}".replace(" ", "-")


MOST_CHOSEN = 3
"""Pictures of one child on the proud wall."""


class State(StrEnum):
    """How far a picture has come."""

    DRAFT = "draft"
    """Nobody but its maker and the teacher sees it: an adult has not looked yet."""
    ACCEPTED = "accepted"
    """Others may see it once it stands on a spot that is earned."""
    PLACED = "placed"
    """Others see it: it is the sticker of an earned spot."""
    HIDDEN = "hidden"
    """Only its maker and the teacher see it; starter art stands in."""


@dataclass(frozen=True, slots=True)
class Art:
    """One picture of one child.

    Attributes:
        id: Id of the fact that added it.
        student: Id of its maker.
        content: Content id: names its file, and is shared by equal pictures.
        origin: Where it came from.
        caption: What the child says about it, or empty.
        cut: What its sticker is cut from.
        seen: What its sticker was cut from when an adult last looked and let others see it; None when nobody has.
        hidden: Whether an adult has taken it out of others' sight.
        added: The fact that added it.
        chosen: Whether the child wants it on the proud wall.
    """

    id: str
    student: str
    content: str
    origin: Origin
    caption: str
    cut: Cut
    seen: Cut | None
    hidden: bool
    added: Fact
    chosen: bool = False

    @property
    def face(self) -> Face:
        """What its sticker is made of, for its maker and the teacher."""
        return Face(self.content, self.cut)

    @property
    def accepted(self) -> bool:
        """Whether an adult has let others see it at all."""
        return self.seen is not None

    @property
    def is_seen(self) -> bool:
        """Whether others see it now."""
        return self.accepted and not self.hidden

    @property
    def waits(self) -> bool:
        """Whether an adult has not looked at it as it is now; what was hidden waits for nobody."""
        return not self.hidden and self.seen != self.cut


Shelf = Mapping[str, Art]
"""The pictures of one student by id, the oldest first."""

EMPTY_SHELF: Shelf = {}


def shelf_of(facts: Iterable[Fact]) -> Shelf:
    """Fold the facts about one student's pictures.

    Args:
        facts: Those that stand, in order; facts about anything else are passed over.
    """
    known = tuple(facts)
    shelf: dict[str, Art] = {}
    for fact in known:
        if fact.kind is Kind.PICTURE_ADDED and fact.evidence and fact.id not in shelf:
            shelf[fact.id] = Art(
                fact.id,
                fact.student,
                fact.evidence[0],
                origin_of(fact.origin),
                fact.note or "",
                cut_of(fact.cut),
                seen=None,
                hidden=False,
                added=fact,
            )
    for fact in known:
        art = shelf.get(fact.of or "")
        if art is not None:
            shelf[art.id] = _after(art, fact)
    for id_ in _chosen(known, shelf):
        shelf[id_] = replace(shelf[id_], chosen=True)
    return shelf


def _chosen(facts: Iterable[Fact], shelf: Shelf) -> tuple[str, ...]:
    """Give the ids of the pictures chosen last, at most three: one more lets the one go that was chosen first."""
    wall: tuple[str, ...] = ()
    for fact in facts:
        if fact.kind in (Kind.PICTURE_CHOSEN, Kind.PICTURE_UNCHOSEN) and fact.of is not None and fact.of in shelf:
            others = tuple(id_ for id_ in wall if id_ != fact.of)
            wall = (*others, fact.of)[-MOST_CHOSEN:] if fact.kind is Kind.PICTURE_CHOSEN else others
    return wall


def _after(art: Art, fact: Fact) -> Art:
    match fact.kind:
        case Kind.PICTURE_ACCEPTED:
            return replace(art, seen=art.cut, hidden=False)
        case Kind.PICTURE_HIDDEN:
            return replace(art, hidden=True)
        case Kind.PICTURE_CAPTIONED:
            return replace(art, caption=fact.note or "")
        case Kind.PICTURE_CUT:
            return replace(art, cut=cut_of(fact.cut))
    return art


def origin_of(text: str | None) -> Origin:
    """Give the origin a fact keeps; an unknown one counts as a file."""
    try:
        return Origin(text or "")
    except ValueError:
        return Origin.FILE
