"""What can be told of deeds, as data: what was done, what was taken back, and why nothing was."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from board.mastery.facts import Kind
from board.mastery.two_adults import Said
from board.words.outcomes.lists import ListChange
from board.words.outcomes.pictures import PhotosRemoved, PictureDeed
from board.words.outcomes.verdicts import AnotherAdult, ExampleGiven, ExampleTaken, Heard, Judged
from board.words.outcomes.whose import Whose


class Marked(NamedTuple):
    """Spots were marked, as ready in a way where one was chosen; `as_before` more were asked for and were so already."""

    whose: Whose
    kind: Said
    as_before: int = 0
    way: str = ""


class AlreadyMarked(NamedTuple):
    """Spots are marked like this already, or have their sticker, which no mark takes away."""

    whose: Whose
    kind: Kind
    sticker: bool


class NotSo(NamedTuple):
    """What somebody at the kiosk said of a child is not so."""

    whose: Whose


class Showing(NamedTuple):
    """A small group showed one step: the verdicts, each with how many children it was for."""

    step: str
    counts: Sequence[tuple[Said, int]]
    as_before: int = 0


class Attendance(NamedTuple):
    """Students are away today, or here after all."""

    whose: Whose
    away: bool


class MarksTakenBack(NamedTuple):
    """Marks were withdrawn, also those of another day: what the spots were marked as, and whether there was a sticker."""

    whose: Whose
    kinds: frozenset[Said]
    sticker: bool = False


class NothingMarked(NamedTuple):
    """There is no mark to take back."""

    whose: Whose


class Steered(NamedTuple):
    """One fact was withdrawn or put back by its id; `already` says that it stood so before, `sticker` that it had given one."""

    whose: Whose
    kind: Said
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


MarkDeed: TypeAlias = (
    Marked
    | NotSo
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
)
"""Something that was done to marks, and can be taken back."""

Deed: TypeAlias = MarkDeed | PictureDeed | ListChange
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
