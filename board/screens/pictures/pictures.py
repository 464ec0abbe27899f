"""My pictures: a child and the teacher, beside each other, choose, draw or bring the picture of a step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from board.art.cells import Pixels
from board.art.preview import Preview, preview_of
from board.art.shelf import StickerShelf
from board.deeds.history import Outcome
from board.deeds.pictures import GONE, Gallery
from board.deeds.sitting import Sitting, Target
from board.elsewhere import Elsewhere, Stopped
from board.mastery.pictures import Art, Face, Shape
from board.mastery.progress import Spot, Status
from board.mastery.seen import sight_of
from board.screens.parts.calm import take_actions
from board.screens.parts.live import LiveScreen
from board.screens.parts.notice import Notice
from board.screens.parts.question import Asking, Question
from board.screens.parts.trying import Turning, outcome_of
from board.screens.pictures.doors import NOT_HERE, PictureDoors, place_of
from board.screens.pictures.keys import BARS, FIRST, PICTURES, making_tiles
from board.seat.seat import Seat
from board.widgets.before_after import BeforeAfter
from board.widgets.command import bindings
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import FingerBar, KeyBar
from board.widgets.picture_row import PictureRow
from board.widgets.picture_words import SEEN_WORDS, PictureWords, caption_words, wall_words
from board.widgets.studio_tiles import Tiles
from board.words.outcomes.to_child import to_child
from board.words.outcomes.told import Where

_BIG, _USUAL, _SMALL = 48, 24, 12
"""Sides of picture and sticker, in px of half a cell, by the room there is."""

_LOW, _TALL = 23, 40
"""Lines of the screen below which pictures are small, and from which they are big."""

_WORDS_BESIDE = 24
"""Cells the words need to stand beside the pictures."""

_COUNT = Question(
    "For an adult: this marks the step as got it.", "e", "counts the picture", "any other key leaves the step as it is"
)
_COUNTED = "Your teacher counts it: this picture shows it."
_BEGUN = "You have begun a drawing. d goes on with it."


class PicturesScreen(LiveScreen[None]):
    """The pictures of one child, and which of them is the sticker of one step; fit to be seen by that child.

    Args:
        seat: Where one sits.
        sitting: What keeps facts, and in which class; only what was done on this screen is taken back on it.
        shelf: Where stickers come from.
        spot: Whose pictures, and for which step.
        dropped: A file that is brought at once, as if it was dropped here.
    """

    CSS_PATH = "pictures.tcss"
    KEYS = (PICTURES,)
    BINDINGS = bindings(KEYS)

    def __init__(
        self, seat: Seat, sitting: Sitting, shelf: StickerShelf, spot: Target, *, dropped: Path | None = None
    ) -> None:
        book = sitting.book
        super().__init__(book)
        self._student = next(student for student in book.students if student.id == spot[0])
        place = place_of(book, spot[1])
        assert place is not None  # the step stands on the screen this one is opened from
        self._step, self._paper = place
        self.shelf, self._gallery = shelf, Gallery(sitting)
        self._doors = PictureDoors(self, seat, sitting, self._student, self._step, paper=self._paper)
        take_actions(self, self._doors)
        self._dropped = dropped
        opened = sitting.history.opened(Where.PAGE)
        take_actions(self, Turning(self._told, sitting, lambda: opened))
        starter = partial(shelf, self._step, None)
        self._preview = partial(_preview, seat.elsewhere, book.pictures.read, starter)
        self._chosen = self._spot.picture
        self._asking = Asking()

    def compose(self) -> ComposeResult:
        """Title, before and after with words, the pictures to choose from, what was done, keys."""
        yield Static(id="title", markup=False)
        with Container(id="body"):
            yield BeforeAfter(self._paper)
            with Vertical(id="words"):
                yield PictureWords()
                yield Tiles(making_tiles(is_begun=False), 2, id="making")
        yield PictureRow(self.shelf, self._step, self._paper)
        yield Static(id="said", markup=False)
        with Container(id="keys"):
            for bar in BARS:
                yield KeyBar(bar)
            yield FingerBar([command for bar in BARS for command in bar])
        yield KeyBar(FIRST)

    def on_mount(self) -> None:
        """Show the picture of the spot."""
        self.show_spot()
        if self._dropped is not None:
            self.later.once_painted(partial(self._doors.bring_from, self._dropped))

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        (width, height), pair = event.size, self.query_one(BeforeAfter)
        is_narrow = width < pair.width_at(_USUAL) + _WORDS_BESIDE
        is_small = is_narrow or height < _LOW
        is_big = width > pair.width_at(_BIG) and height >= _TALL
        pair.px = _SMALL if is_small else _BIG if is_big else _USUAL
        if is_small and height >= _TALL:  # a phone held upright has room below
            pair.px = max(_SMALL, (width - pair.width_at(0)) // 2 // 4 * 4)
        self.set_class(is_narrow, "-narrow")
        self.set_class(is_small, "-small")
        self.set_class(width < pair.width_at(pair.px) + _WORDS_BESIDE, "-below")
        title = f"{self._student.name} · {self._step.title}: {self._step.i_can}"
        self.query_one("#title", Static).update(Content(shortened(title, max(1, width - 2))), layout=False)
        self._show()

    @property
    def art(self) -> Art | None:
        """The picture that is looked at, None for the starter art."""
        return self.book.progress.shelf(self._student.id).get(self._chosen or "")

    def take_pasted(self, text: str) -> bool:
        """A picture that is dropped here is brought."""
        return self._doors.take_pasted(text)

    def do(self, wish: Callable[[], Outcome]) -> bool:
        """Do something, show it and say so; tells whether it is so now. Nothing is done for a child who is gone."""
        if self._doors.is_gone:
            self._close()
            return False
        return self._told(wish)

    def show_spot(self) -> None:
        """Look at the picture that is on the spot."""
        self._chosen = self._spot.picture
        self._show()

    def say(self, text: str) -> None:
        """Say what was done, or why not; stays until another picture is looked at."""
        self._asking.forget()
        self.query_one("#said", Static).update(Content(shortened(text, max(1, self.app.size.width - 2))), layout=False)

    def action_choose(self, behind: int) -> None:
        """Look at the picture before, or at the next one."""
        self._look_at(self.query_one(PictureRow).neighbours[behind])

    def action_put(self) -> None:
        """Let the picture that is looked at be the sticker of this step."""
        self.do(partial(self._gallery.place, self._student.id, self._step.id, self.art))

    def action_cut(self, shape: str) -> None:
        """Cut the sticker another way; the picture stays as it is."""
        self._doors.with_own(partial(self._cut, Shape(shape)))

    def action_show_others(self) -> None:
        """Let others see the picture."""
        self._doors.with_own(lambda art: self.do(lambda: self._gallery.accept([art])))

    def action_hide(self) -> None:
        """Keep the picture for its maker and the teacher."""
        self._doors.with_own(lambda art: self.do(lambda: self._gallery.hide([art])))

    def action_count(self) -> None:
        """Let the picture and its words show that the child can do this step."""
        self._doors.with_own(self._count)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    @on(PictureRow.Chosen)
    def look_at_tapped(self, event: PictureRow.Chosen) -> None:
        """Look at the picture that was tapped."""
        self._look_at(event.picture)

    @on(PictureRow.TappedAgain)
    def put_tapped(self, event: PictureRow.TappedAgain) -> None:
        """A second tap puts it on the spot."""
        if event.picture == self._chosen:
            self.action_put()

    @on(BeforeAfter.Made)
    def tell_how_it_was_cut(self, event: BeforeAfter.Made) -> None:
        """Say where the picture is missing, and where cutting out would have lost some of the drawing."""
        if self.art is None:
            return
        if event.shape is None:
            self.say(NOT_HERE)
        elif self.art.cut.shape is Shape.DRAWING and event.shape is Shape.ROUND:
            self.say("Cut round, so that nothing of your drawing is lost.")

    @property
    def _spot(self) -> Spot:
        return self.book.progress.spot(self._student.id, self._step.id)

    def _cut(self, shape: Shape, art: Art) -> None:
        if shape is art.cut.shape is Shape.DRAWING and self.query_one(BeforeAfter).shape is Shape.ROUND:
            self.say("Cutting it out would lose some of the drawing, so it stays round.")
        else:
            self.do(lambda: self._gallery.cut(art, art.cut._replace(shape=shape)))

    def _count(self, art: Art) -> None:
        if self._gallery.counts(art, self._step.id):
            self.say("It counts already.")
        elif self._spot.status is Status.MASTERED or self._asking.is_sure(_COUNT, self.say, art.id):
            self.do(lambda: self._gallery.count(art, self._step.id))

    def _told(self, wish: Callable[[], Outcome]) -> bool:
        """Do something and say so; when another picture is on the spot then, look at it."""
        before = self._spot.picture
        outcome = outcome_of(self, wish)
        if outcome is None:
            return False
        if self._spot.picture != before:
            self._chosen = self._spot.picture
        self._show()
        self.say(to_child(outcome.told))
        return True

    def _look_at(self, picture: str | None) -> None:
        self._chosen = picture
        self.say("")
        self._show()

    def show_class(self) -> None:
        """Show the pictures as they are now."""
        if self._doors.is_gone:
            self._close()
        else:
            self._show()

    def _close(self) -> None:
        """Close this screen and what is open above it: the child was erased, or has left."""
        if self not in self.app.screen_stack:
            return
        while self.app.screen is not self:
            self.app.pop_screen()
        self._doors.forget_drawing()
        self.dismiss(None)
        self.app.call_later(self.app.push_screen, Notice(GONE))

    def _show(self) -> None:
        """Show everything as it is now."""
        if self.art is None:
            self._chosen = None
        arts = tuple(self.book.progress.shelf(self._student.id).values())[::-1]
        self.query_one(PictureRow).show(arts, self._spot.picture, self._chosen)
        face = None if self.art is None else self.art.face
        self.query_one(BeforeAfter).show(face, partial(self._preview, face))
        is_begun = self._doors.is_drawing_begun
        is_counted = self.art is not None and self._gallery.counts(self.art, self._step.id)
        caption = caption_words(self.art) if arts else "Make a picture of your own!"
        seen = SEEN_WORDS[sight_of(self.art, self._spot)] if arts else ""
        more = (wall_words(self.art), _COUNTED if is_counted else "", _BEGUN if is_begun else "")
        self.query_one(PictureWords).tell(caption, seen, *more)
        self.query_one("#making", Tiles).tiles = making_tiles(is_begun=is_begun)
        self.set_class(not arts, "-empty")


def _preview(
    elsewhere: Elsewhere,
    read: Callable[[str], bytes],
    starter: Callable[[int], Pixels | None],
    face: Face | None,
    px: int,
) -> Preview | None:
    """Make before and after of a picture, in a thread; None where there is none, or none can be made just now."""
    if face is not None:
        try:
            return elsewhere.run(preview_of, read(face.content), face.cut, px)
        except Stopped:
            return None
    picture = starter(px)
    return None if picture is None else Preview(picture, picture, Shape.DRAWING)
