"""What is said of pictures: to adults, and to the child who looks along."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.counting import counted
from board.mastery.facts import Kind
from board.mastery.pictures import Shape
from board.words.outcomes.told import Told, Whose

WALL_IS_FULL = "Our wall has room for three: take one off first."

_ACCEPTED_ONE = "{who}: others may see the picture now"
_ACCEPTED_MANY = "{who}: others may see {count} pictures now"
_HIDDEN_ONE = "{who}: only the child and you see the picture; starter art stands in"
_HIDDEN_MANY = "{who}: only the child and you see {count} pictures; starter art stands in"
_CHOSEN_ONE = "{who}: the picture chosen for the proud wall"
_CHOSEN_MANY = "{who}: {count} pictures chosen for the proud wall"
_UNCHOSEN_ONE = "{who}: the picture taken off the proud wall"
_UNCHOSEN_MANY = "{who}: {count} pictures taken off the proud wall"

_JUDGED_TO_CHILD = {
    Kind.PICTURE_ACCEPTED: "Others may see it now.",
    Kind.PICTURE_HIDDEN: "Only you and your teacher see it now.",
    Kind.PICTURE_CHOSEN: "It is for our wall now.",
    Kind.PICTURE_UNCHOSEN: "It stays yours, and is not for our wall now.",
}

_CUT = {
    Shape.DRAWING: "Cut out along the drawing.",
    Shape.ROUND: "Cut round.",
    Shape.SQUARE: "Laid on a square.",
}


@dataclass(frozen=True, slots=True)
class PictureBrought(Told):
    """A child has a new picture.

    Attributes:
        name: Name of the child.
        step: Title of the step it stands for, empty for none yet.
        waits: Whether an adult looks at it before others see it.
    """

    name: str
    step: str
    waits: bool

    def to_adults(self) -> str:
        """Say it to adults."""
        if self.step and self.waits:
            return f"{self.name}: new picture for {self.step}; it waits for you before others see it"
        if self.step:
            return f"{self.name}: new picture for {self.step}"
        if self.waits:
            return f"{self.name}: new picture; it waits for you before others see it"
        return f"{self.name}: new picture"

    def to_child(self) -> str:
        """Say it to the child."""
        return "That's your picture!"


@dataclass(frozen=True, slots=True)
class PicturesJudged(Told):
    """Pictures are seen by others now, or not, or hang on the proud wall, or not.

    Attributes:
        kind: What was said of them.
        names: Names of their makers.
        count: How many pictures.
        earned: Whether they are stickers that can be seen; one for a step still to show waits for it.
    """

    kind: Kind
    names: Sequence[str]
    count: int
    earned: bool

    def to_adults(self) -> str:
        """Say it to adults."""
        who, count = Whose(self.names), self.count
        match self.kind:
            case Kind.PICTURE_HIDDEN:
                return counted(_HIDDEN_ONE, _HIDDEN_MANY, count, who=who)
            case Kind.PICTURE_CHOSEN:
                return counted(_CHOSEN_ONE, _CHOSEN_MANY, count, who=who)
            case Kind.PICTURE_UNCHOSEN:
                return counted(_UNCHOSEN_ONE, _UNCHOSEN_MANY, count, who=who)
        return counted(_ACCEPTED_ONE, _ACCEPTED_MANY, count, who=who)

    def to_child(self) -> str:
        """Say it to the child."""
        if self.kind is Kind.PICTURE_ACCEPTED and not self.earned:
            return "An adult has looked. It waits until you have shown this step."
        return _JUDGED_TO_CHILD[self.kind]


@dataclass(frozen=True, slots=True)
class PicturePlaced(Told):
    """A picture is the sticker of a step now.

    Attributes:
        whose: The spot.
        own: Whether it is the child's own, and not starter art.
    """

    whose: Whose
    own: bool

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"{self.whose}: own picture" if self.own else f"{self.whose}: starter picture"

    def to_child(self) -> str:
        """Say it to the child."""
        return "That is your sticker now." if self.own else "The starter picture is back."


@dataclass(frozen=True, slots=True)
class PictureCaptioned(Told):
    """A child says something else about a picture."""

    name: str

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"{self.name}: words about a picture"

    def to_child(self) -> str:
        """Say it to the child."""
        return "Your words are kept."


@dataclass(frozen=True, slots=True)
class PictureCut(Told):
    """A sticker is cut another way.

    Attributes:
        name: Name of the child.
        shape: The shape it is cut to, None where another part of the picture is used.
    """

    name: str
    shape: Shape | None

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"{self.name}: picture cut anew"

    def to_child(self) -> str:
        """Say it to the child."""
        return "This part is for the sticker now." if self.shape is None else _CUT[self.shape]


@dataclass(frozen=True, slots=True)
class PictureCounts(Told):
    """A picture counts as evidence.

    Attributes:
        whose: The spot.
        masters: Whether the step is mastered by it.
    """

    whose: Whose
    masters: bool

    def to_adults(self) -> str:
        """Say it to adults."""
        if self.masters:
            return f"{self.whose}: got it, the picture counts as evidence"
        return f"{self.whose}: the picture counts as evidence"

    def to_child(self) -> str:
        """Say it to the child."""
        return "It counts: your picture shows what you can do."
