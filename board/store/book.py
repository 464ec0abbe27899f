"""What screens, deeds, paper and the command line know of an open class, wherever it is kept."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from board.mastery.curriculum import Unit
from board.mastery.facts import Fact
from board.mastery.people import Assessor, Student
from board.mastery.progress import Progress
from board.store.documents.choices import Choice
from board.store.documents.tables import About, T, Table
from board.store.draft import Draft
from board.store.looking import Looked, News
from board.store.outputs import Outputs
from board.store.pictures.picture_folder import Unfinished
from board.store.tries import Tries


class Kept(Protocol):
    """Pictures of a class, each known by the id of its content alone."""

    def has(self, content: str) -> bool:
        """Tell at a glance whether a picture is here; it may not have come from another computer yet, or only in part."""
        ...

    def read(self, content: str) -> bytes:
        """Give a picture as a PNG of the pixels its id stands for; one that is wrong is put right first if it can be.

        Raises:
            WrongPicture: Something else lies in its place.
            OSError: It is not here, or can't be read.
        """
        ...

    def size(self, content: str) -> tuple[int, int]:
        """Give width and height of a picture in px; nothing by nothing where there is none."""
        ...

    def originals(self, content: str) -> tuple[Path, ...]:
        """Give the files that were brought in and that a picture was made of; it can be made of them again."""
        ...

    def to_view(self, content: str) -> Path:
        """Give a file that other programs can show.

        Raises:
            OSError: It is not here, or not what it should be.
        """
        ...

    def keep(self, content: str, png: bytes) -> None:
        """Keep a picture for good; one that is there already is left as it is, something else in its place is not.

        Raises:
            NotSaved: It is not kept.
        """
        ...


class Photos(Kept, Protocol):
    """Photos of the children's work, kept as evidence."""

    def drop(self, content: str) -> None:
        """Take a photo away for good, with the copies and the file it was made of; a failure leaves a file too many."""
        ...

    def bring_back(self, content: str) -> None:
        """Put the file a photo was made of back where people drop pictures: it waits there as before."""
        ...


class Pictures(Kept, Protocol):
    """The children's own pictures, and the drawings that are not finished yet."""

    def put_aside(self, file: Path, content: str) -> None:
        """Take a picture that was brought in out of the drop folder; one that lies elsewhere stays where it is."""
        ...

    def unfinished(self, student: str, step: str) -> Unfinished | None:
        """Give the unfinished drawing of a student for a step, None when there is none that can be read."""
        ...

    def keep_unfinished(self, student: str, step: str, drawing: Unfinished) -> None:
        """Put an unfinished drawing in the place of the one before.

        Raises:
            NotSaved: It is not kept; the one before is.
        """
        ...

    def drop_unfinished(self, student: str, step: str) -> None:
        """Take an unfinished drawing away, once its picture is kept; a failure leaves a drawing too many."""
        ...


class Book(Protocol):
    """An open class: what it says now, and the few things that can be done to it."""

    @property
    def key(self) -> str:
        """What this computer's settings know the class by."""
        ...

    @property
    def name(self) -> str:
        """Name of the class, such as Room 12."""
        ...

    @property
    def about(self) -> About:
        """What the class says of itself: whether pictures are looked at first, whether children may ask now."""
        ...

    @property
    def everyone(self) -> tuple[Student, ...]:
        """All students, those who have left too, in the order of the roster."""
        ...

    @property
    def students(self) -> tuple[Student, ...]:
        """Those who are in the class now."""
        ...

    @property
    def assessors(self) -> tuple[Assessor, ...]:
        """Who may judge, the usual one first."""
        ...

    @property
    def units(self) -> tuple[Unit, ...]:
        """In the order they were added."""
        ...

    @property
    def progress(self) -> Progress:
        """What the facts say now."""
        ...

    @property
    def facts(self) -> Sequence[Fact]:
        """Every fact, in order of arrival."""
        ...

    @property
    def said(self) -> Sequence[str]:
        """What is to be said once it is open: what can't be read, what was put right."""
        ...

    @property
    def pictures(self) -> Pictures:
        """The children's pictures."""
        ...

    @property
    def evidence(self) -> Photos:
        """The photos of the children's work; a picture of their own that counts as evidence lies among the pictures."""
        ...

    @property
    def outputs(self) -> Outputs:
        """The folders people open."""
        ...

    @property
    def tries(self) -> Tries:
        """How many wrong adult PINs there were in a row, in all processes together."""
        ...

    def record(self, drafts: Iterable[Draft], by: str, showing: str | None = None) -> tuple[Fact, ...]:
        """Keep what happened; when this returns it is kept for good and counts in `progress`.

        Args:
            drafts: What happened.
            by: Id of who did it: an assessor, or a student who speaks for itself.
            showing: Id shared by marks made together, None when each stands alone.

        Raises:
            NotSaved: Nothing was kept.
        """
        ...

    def edit(self, table: Table[T], change: Callable[[T], T]) -> None:
        """Change what stands in one table; nobody else's edit is lost.

        Args:
            table: One of `tables`.
            change: Gives what shall stand there from what stands there at this moment.

        Raises:
            NotSaved: Nothing was changed.
        """
        ...

    @property
    def choices(self) -> Sequence[Choice]:
        """What was said differently in two places at once, and nobody has decided yet."""
        ...

    def choose(self, choice: Choice, which: int) -> None:
        """Let one of several versions stand, and keep no other.

        Args:
            choice: One of `choices`.
            which: The place of the version among its sayings.

        Raises:
            NotSaved: Nothing was changed.
            Refusal: Somebody has decided meanwhile.
        """
        ...

    def look(self) -> Looked:
        """Read what others changed, for `take`; changes nothing, so it may run in a thread beside marks and edits.

        Raises:
            Refusal: The class can't be read, or was used with a newer version of the board.
        """
        ...

    def take(self, looked: Looked) -> News:
        """Let what a look has read count, and tell what is new; what was marked or edited meanwhile stands."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...
