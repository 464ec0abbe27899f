"""What can be told of pictures and photos, as data, and what is said of it to adults."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from board.counting import counted
from board.mastery.facts import Kind
from board.mastery.pictures import Shape
from board.words.outcomes.whose import Whose


class PictureBrought(NamedTuple):
    """A child has a new picture, for a step or for none yet; it may wait for an adult before others see it."""

    name: str
    step: str
    waits: bool


class PicturesJudged(NamedTuple):
    """Pictures of these makers are seen by others now, or not, or hang on the proud wall, or not.

    Attributes:
        earned: Whether they are stickers that can be seen; one for a step still to show waits for it.
    """

    kind: Kind
    names: Sequence[str]
    pictures: int
    earned: bool


class PicturePlaced(NamedTuple):
    """A picture is the sticker of a step now: the child's own, or starter art."""

    whose: Whose
    own: bool


class PictureCaptioned(NamedTuple):
    """A child says something else about a picture."""

    name: str


class PictureCut(NamedTuple):
    """A sticker is cut to another shape, None where another part of the picture is used."""

    name: str
    shape: Shape | None


class PictureCounts(NamedTuple):
    """A picture counts as evidence; the step may be mastered by it."""

    whose: Whose
    masters: bool


class PhotosRemoved(NamedTuple):
    """Photos of a child's work were taken away for good."""

    who: str
    photos: int


PictureDeed: TypeAlias = PictureBrought | PicturesJudged | PicturePlaced | PictureCaptioned | PictureCut | PictureCounts
"""Something that was done to pictures, and can be taken back."""

_ACCEPTED_ONE = "{who}: others may see the picture now"
_ACCEPTED_MANY = "{who}: others may see {count} pictures now"
_HIDDEN_ONE = "{who}: only the child and you see the picture; starter art stands in"
_HIDDEN_MANY = "{who}: only the child and you see {count} pictures; starter art stands in"
_CHOSEN_ONE = "{who}: the picture chosen for the proud wall"
_CHOSEN_MANY = "{who}: {count} pictures chosen for the proud wall"
_UNCHOSEN_ONE = "{who}: the picture taken off the proud wall"
_UNCHOSEN_MANY = "{who}: {count} pictures taken off the proud wall"

_REMOVED_ONE = "{who}: the photo is taken away for good; what was marked stays."
_REMOVED_MANY = "{who}: {count} photos are taken away for good; what was marked stays."

_MASTERS = "{whose}: got it, the picture counts as evidence"
_COUNTS = "{whose}: the picture counts as evidence"


def picture_words(  # noqa: PLR0911 - one row for each
    done: PictureDeed | PhotosRemoved,
) -> str:
    """Say what came of a wish about pictures."""
    match done:
        case PhotosRemoved(who, photos):
            return counted(_REMOVED_ONE, _REMOVED_MANY, photos, who=who)
        case PictureBrought(name, step, waits):
            brought = f"{name}: new picture for {step}" if step else f"{name}: new picture"
            return f"{brought}; it waits for you before others see it" if waits else brought
        case PicturesJudged():
            return _judged(done)
        case PicturePlaced(whose, own):
            return f"{whose}: own picture" if own else f"{whose}: starter picture"
        case PictureCaptioned(name):
            return f"{name}: words about a picture"
        case PictureCut(name):
            return f"{name}: picture cut anew"
        case PictureCounts(whose, masters):
            return (_MASTERS if masters else _COUNTS).format(whose=whose)


def _judged(done: PicturesJudged) -> str:
    who, count = Whose(done.names), done.pictures
    match done.kind:
        case Kind.PICTURE_HIDDEN:
            return counted(_HIDDEN_ONE, _HIDDEN_MANY, count, who=who)
        case Kind.PICTURE_CHOSEN:
            return counted(_CHOSEN_ONE, _CHOSEN_MANY, count, who=who)
        case Kind.PICTURE_UNCHOSEN:
            return counted(_UNCHOSEN_ONE, _UNCHOSEN_MANY, count, who=who)
    return counted(_ACCEPTED_ONE, _ACCEPTED_MANY, count, who=who)
