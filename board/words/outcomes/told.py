"""What can be told of deeds, as data: what was done, what was taken back, and why nothing was."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from board.mastery.facts import Kind
from board.mastery.people import AdultRole
from board.mastery.pictures import Shape
from board.words.outcomes.plans import CameLater, PlanSettled
from board.words.outcomes.verdicts import AnotherAdult, ExampleGiven, ExampleTaken, Heard, Judged
from board.words.outcomes.whose import Whose


class Marked(NamedTuple):
    """Spots were marked; `as_before` more were asked for and were so already."""

    whose: Whose
    kind: Kind
    as_before: int = 0


class AlreadyMarked(NamedTuple):
    """Spots are marked like this already, or have their sticker, which no mark takes away."""

    whose: Whose
    kind: Kind
    sticker: bool


class Showing(NamedTuple):
    """A small group showed one step: the verdicts, each with how many children it was for."""

    step: str
    counts: Sequence[tuple[Kind, int]]
    as_before: int = 0


class Attendance(NamedTuple):
    """Students are away today, or here after all."""

    whose: Whose
    away: bool


class MarksTakenBack(NamedTuple):
    """Marks were withdrawn, also those of another day: what the spots were marked as, and whether there was a sticker."""

    whose: Whose
    kinds: frozenset[Kind]
    sticker: bool = False


class NothingMarked(NamedTuple):
    """There is no mark to take back."""

    whose: Whose


class Steered(NamedTuple):
    """One fact was withdrawn or put back by its id; `already` says that it stood so before, `sticker` that it had given one."""

    whose: Whose
    kind: Kind
    stands: bool
    already: bool = False
    sticker: bool = False


class StickersPrinted(NamedTuple):
    """Stickers came out of the printer well: whose the first is, and how many."""

    whose: Whose
    stickers: int


class SheetsAnswered(NamedTuple):
    """Sticker sheets printed well whose stickers had all been printed before."""


class SheetsForgotten(NamedTuple):
    """Sticker sheets did not print well."""


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


class StudentChanged(NamedTuple):
    """The entry of a child says something else."""

    name: str


class StudentLeft(NamedTuple):
    """A child has left the class, or is back."""

    name: str
    left: bool


class StudentsJoined(NamedTuple):
    """Two entries of one child are one."""

    name: str
    double: str


class StudentsParted(NamedTuple):
    """A child and its double are two again."""

    name: str


class ListTaken(NamedTuple):
    """A list was taken: children came into the class, and of others something else is known now."""

    names: Sequence[str]
    changed: int = 0


class UnitChanged(NamedTuple):
    """A unit says something else, as it is said in a sentence."""

    said: str


class ClassRenamed(NamedTuple):
    """The class has another name."""

    name: str


class LookFirst(NamedTuple):
    """Somebody looks at new pictures before others see them, or nobody does."""

    wanted: bool


class AskingRests(NamedTuple):
    """Children ask to show something later, or may ask again."""

    rests: bool


class MayAsk(NamedTuple):
    """So many requests of one child may wait at a time."""

    most: int


class VersionChosen(NamedTuple):
    """One of two versions stands that two computers wrote at the same time."""

    about: str


class AdultAdded(NamedTuple):
    """There is one more adult who marks."""

    name: str


class AdultRenamed(NamedTuple):
    """An adult is called something else."""

    name: str
    before: str


class RoleChanged(NamedTuple):
    """An adult is something else to the class."""

    name: str
    role: AdultRole


ListChange: TypeAlias = (
    StudentChanged
    | StudentLeft
    | StudentsJoined
    | StudentsParted
    | ListTaken
    | UnitChanged
    | ClassRenamed
    | LookFirst
    | AskingRests
    | MayAsk
    | VersionChosen
    | AdultAdded
    | AdultRenamed
    | PlanSettled
    | CameLater
    | RoleChanged
)
"""A change of what stands in lists: children, units, adults, the class itself."""

Deed: TypeAlias = (
    Marked
    | Showing
    | Judged
    | Heard
    | ExampleGiven
    | ExampleTaken
    | Attendance
    | MarksTakenBack
    | Steered
    | StickersPrinted
    | SheetsAnswered
    | SheetsForgotten
    | PictureBrought
    | PicturesJudged
    | PicturePlaced
    | PictureCaptioned
    | PictureCut
    | PictureCounts
    | ListChange
)
"""Something that was done, and can be taken back."""


class NotHeardYet(NamedTuple):
    """A child keeps working, and its own view says nothing of it before an adult has told it."""

    marked: Marked


class ReadyIn(NamedTuple):
    """A child is ready to show a step in a way it chose, or in any where the way is empty."""

    whose: Whose
    way: str


class Undone(NamedTuple):
    """A deed was taken back."""

    deed: Deed


class Redone(NamedTuple):
    """A deed that was taken back was put back."""

    deed: Deed


class Since(Enum):
    """What happened after a deed, so that it is neither taken back nor put back."""

    CHANGED = auto()
    """Somebody has changed the same."""
    MARKED = auto()
    """There are marks that would be hidden with it."""
    ERASED = auto()
    """The child was erased."""


class LeftAsItIs(NamedTuple):
    """A deed was not taken back, or not put back, since that would undo what others did since."""

    deed: Deed
    since: Since


class Where(Enum):
    """What was opened last when somebody takes something back: nothing done before that is taken back there."""

    BOARD = auto()
    LIST = auto()
    PAGE = auto()


class NothingToUndo(NamedTuple):
    """Nothing was done here that could be taken back."""

    where: Where


class NothingToRedo(NamedTuple):
    """Nothing was taken back here that could be put back."""


class NothingNew(NamedTuple):
    """It is like this already: the sentence for adults."""

    said: str = "Nothing to change here."


Told: TypeAlias = (
    Deed
    | PhotosRemoved
    | Undone
    | Redone
    | LeftAsItIs
    | NothingToUndo
    | NothingToRedo
    | NothingNew
    | AlreadyMarked
    | NothingMarked
    | AnotherAdult
    | NotHeardYet
    | ReadyIn
)
"""What came of a wish."""
