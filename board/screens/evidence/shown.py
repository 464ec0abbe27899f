"""The pictures that are evidence of one spot, each as large as the window: what it shows, when, and how it is taken away."""

from collections.abc import Callable
from typing import ClassVar, Protocol, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from board import words
from board.deeds.all_pictures import AllPictures
from board.deeds.evidence import Evidence
from board.deeds.sitting import Sitting, Target
from board.errors import Refusal
from board.mastery.evidence import Shown
from board.screens.parts.question import Asking, Question
from board.screens.pictures.large_picture import VIEWER, LargePicture
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.grid_plan import shortened
from board.widgets.pixel_picture import PixelPicture
from board.words.days import day

_KEYS = (
    Command("choose(-1)", "left,up", "Before", "Look at the photo before.", sign="←"),
    Command("choose(1)", "right,down", "Next", "Look at the next photo.", sign="→"),
    VIEWER,
    Command("remove", "x", "Take away", "Take this photo away for good; what was marked stays."),
)
_ONE = "x takes it away · o opens another window · any other key goes back"
_MANY = "← → others · x takes it away · o opens another window · any other key goes back"
_AWAY = "This photo was taken away; what was marked stays. Any key goes back."
_SURE = Question(
    "This takes the photo away for good; what was marked stays.",
    "x",
    "takes it away",
    "any other key leaves it",
)


_NO_PHOTOS = "No photo is kept of this spot."

_Result = TypeVar("_Result")


class Opens(Protocol):
    """A screen from which photos are looked at."""

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top."""

    def say(self, text: str) -> None:
        """Say what was done, or why not."""


def open_photos(screen: Opens, sitting: Sitting, target: Target) -> None:
    """Show the pictures of a spot, or say that there are none.

    Args:
        screen: From where.
        sitting: Who looks, and at which class.
        target: Whose spot.
    """
    photos = Evidence(sitting).photos(target)
    if photos:
        screen.put_up(EvidenceShown(sitting, target, photos))
    else:
        screen.say(_NO_PHOTOS)


class EvidenceShown(LargePicture):
    """Shows the pictures of one spot until a key is pressed; only for adults.

    Args:
        sitting: Who looks, and at which class.
        target: Whose spot.
        photos: What `Evidence.photos` gives for it, at least one.
    """

    CSS_PATH = "shown.tcss"
    KEYS = (KeyGroup("Photos of a child's work", _KEYS, ("Any other key goes back.",)),)
    BINDINGS = bindings(KEYS)
    WORDS: ClassVar[int] = 4

    def __init__(self, sitting: Sitting, target: Target, photos: tuple[Shown, ...]) -> None:
        super().__init__(AllPictures(sitting.book), photos[0].content)
        self._sitting, self._target, self._photos = sitting, target, photos
        self._evidence = Evidence(sitting)
        self._asking = Asking()
        self._at = 0

    def compose(self) -> ComposeResult:
        """Whose it is and of what, the child's words, the picture, how to go on."""
        yield Static(id="what", markup=False)
        yield Static(id="caption", markup=False)
        yield from super().compose()

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        super().on_resize(event)
        self._write()

    def action_choose(self, on: int) -> None:
        """Look at another photo."""
        self._asking.forget()
        self._at = (self._at + on) % len(self._photos)
        self._look()

    def action_remove(self) -> None:
        """Take the photo away, when it is asked for twice."""
        photo = self._photos[self._at]
        if not photo.is_kept:
            return
        if not self._asking.is_sure(_SURE, self._say, photo.content):
            return
        self._asking.forget()
        try:
            done = self._evidence.remove(self._target[0], photo.content)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._photos = self._evidence.photos(self._target) or self._photos
        self._at = min(self._at, len(self._photos) - 1)
        self._look()
        self._say(done.said)

    def _look(self) -> None:
        self.content = self._photos[self._at].content
        self.query_one(PixelPicture).pixels = None
        if self._photos[self._at].is_kept:
            self.show(self.app.size)
        self._write()

    def _write(self) -> None:
        spot = self._sitting.book.progress.spot(*self._target)
        photo, width = self._photos[self._at], max(1, self.app.size.width - 2)
        fact, whose = photo.fact, self._sitting.whose([self._target])
        number = "" if len(self._photos) == 1 else f"{self._at + 1} of {len(self._photos)}  ·  "
        judges = {one.id: one.name for one in self._sitting.book.assessors}
        parts = [f"{whose}", words.mark_words(fact, spot), day(fact.at), judges.get(fact.by, "")]
        parts += [] if photo.stands else ["taken back later"]
        said = f"{number}{'  ·  '.join(filter(None, parts))}"
        caption = fact.caption or fact.note or ""
        self.query_one("#what", Static).update(Content(shortened(said, width)), layout=False)
        self.query_one("#caption", Static).update(Content(shortened(caption, width)), layout=False)
        self._say((_ONE if len(self._photos) == 1 else _MANY) if photo.is_kept else _AWAY)
