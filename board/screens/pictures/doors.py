"""The doors of a child's pictures: drawing, bringing a picture, its words, the part of it that is used, the wall."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from board.art.cells import Pixels
from board.art.pixels import Drawing, empty
from board.art.preview import picture_in
from board.art.starter import step_badges
from board.deeds.drawing import Easel
from board.deeds.history import Outcome
from board.deeds.pictures import GONE, Gallery
from board.errors import Refusal
from board.mastery.curriculum import Step
from board.mastery.people import Student
from board.mastery.pictures import Art, Box, Origin
from board.screens.parts.live import LiveScreen
from board.seat import Seat
from board.store.book import Book
from board.widgets.spot_preview import Paper
from board.words.outcomes.to_child import WALL_IS_FULL

# ruff: noqa: PLC0415 - the pictures are up before the screens behind their doors are loaded

NOT_HERE = "This picture is not on this computer yet."


class PictureDoors(LiveScreen[None]):
    """The pictures of one child seen from their doors.

    Args:
        seat: Where one sits.
        book: The open class.
        gallery: Where pictures go.
        student: Whose pictures.
        step: For which step.
        paper: The ground of its spot.
    """

    def __init__(self, seat: Seat, book: Book, gallery: Gallery, student: Student, step: Step, *, paper: Paper) -> None:
        super().__init__(book)
        self._seat = seat
        self._gallery = gallery
        self._student, self._step, self._paper = student, step, paper
        self._easel = Easel(book, gallery, student.id, step.id, seat.cache)

    @property
    def is_gone(self) -> bool:
        """Whether the child was erased or has left meanwhile."""
        return all(student.id != self._student.id for student in self._book.students)

    @property
    def art(self) -> Art | None:
        """The picture that is looked at, None for the starter art."""
        raise NotImplementedError

    def do(self, wish: Callable[[], Outcome]) -> bool:
        """Do something, show it and say so; tells whether it is so now."""
        raise NotImplementedError

    def show_spot(self) -> None:
        """Look at the picture that is on the spot."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Say what was done, or why not."""
        raise NotImplementedError

    def with_own(self, wish: Callable[[Art], object]) -> None:
        """Do something with the picture that is looked at, if it is the child's own."""
        if self.art is None:
            self.say("This is the starter picture. Draw or bring one of your own.")
        else:
            wish(self.art)

    def action_draw(self) -> None:
        """Draw, from where it was left."""
        self._draw(*(self._easel.begun or (empty(), "")))

    def action_change(self) -> None:
        """Draw on from a small picture; an unfinished drawing would be lost by it and comes first."""
        self.with_own(self._change)

    def action_bring(self) -> None:
        """Bring a picture."""
        self.bring_from(None)

    def take_pasted(self, text: str) -> bool:
        """Bring the picture that is dropped here."""
        from board.exchange.dropped import dropped_place

        place = dropped_place(text)
        if place is None:
            self.say("Drop a picture here, or press b and look for one.")
        else:
            self.bring_from(place)
        return True

    def bring_from(self, dropped: Path | None) -> None:
        """Ask for a picture.

        Args:
            dropped: A file that is taken in at once, or a folder to look in.
        """
        from board.screens.pictures.bring import BringScreen

        folder = self._book.outputs.drop
        self.put_up(BringScreen(self._whose, self._seat, folder, self._bring, dropped=dropped))

    def action_words(self) -> None:
        """Ask for the words about the picture."""
        self.with_own(self._ask_words)

    def action_part(self) -> None:
        """Ask which part of the picture is used."""
        self.with_own(self._ask_part)

    def action_wall(self) -> None:
        """Choose the picture for the proud wall, or take it off."""
        self.with_own(self._choose)

    def _draw(self, drawing: Drawing, caption: str) -> None:
        from board.screens.drawing.draw import DrawScreen
        from board.screens.drawing.sketch import Sketch

        studio = DrawScreen(
            self._student.name,
            self._step,
            Sketch(drawing, caption),
            starters=step_badges(),
            cells=self._easel.cells,
            paper=self._paper,
            keep_draft=self._keep,
            save=lambda drawing, caption: self.do(partial(self._easel.hang, drawing, caption)),
        )
        self.put_up(studio, self._come_back)

    def _come_back(self, saved: bool | None) -> None:
        """Look at the spot; a drawing that was left says so."""
        self.show_spot()
        if saved is False and self._easel.begun is not None:
            self.say("Your picture waits here.")

    def _keep(self, drawing: Drawing, caption: str) -> None:
        if self.is_gone:
            raise Refusal(GONE)
        self._easel.keep(drawing, caption)

    def forget_drawing(self) -> None:
        """Leave no drawing of a child who was erased while it was open."""
        if all(student.id != self._student.id for student in self._book.everyone):
            self._book.pictures.drop_unfinished(self._student.id, self._step.id)

    @property
    def _whose(self) -> str:
        return f"{self._student.name} · {self._step.title}"

    def _change(self, art: Art) -> None:
        if self._easel.begun is not None:
            self.say("You have begun another drawing: press d and go on with it first.")
            return
        try:
            drawing = self._easel.drawing_of(art)
        except OSError:
            self.say(NOT_HERE)
            return
        if drawing is None:
            self.say("Only a picture that was drawn here can be changed.")
        else:
            self._draw(drawing, art.caption)

    def _choose(self, art: Art) -> None:
        if art.chosen:
            self.do(lambda: self._gallery.unchoose([art]))
        elif self._gallery.room(art.student) < 1:
            self.say(WALL_IS_FULL)
        else:
            self.do(lambda: self._gallery.choose([art]))

    def _bring(self, picture: tuple[str, bytes], file: Path, caption: str) -> bool:
        is_kept = self.do(
            lambda: self._gallery.bring(self._student.id, self._step.id, picture, origin=Origin.FILE, caption=caption)
        )
        if is_kept:
            self._book.pictures.put_aside(file, picture[0])
        return is_kept

    def _ask_words(self, art: Art) -> None:
        from board.screens.pictures.caption import PX, CaptionScreen

        def say(caption: str | None) -> None:
            if caption is not None and caption != art.caption:
                self.do(lambda: self._gallery.say(art, caption))

        def ask(picture: Pixels) -> None:
            self.put_up(CaptionScreen(picture, art.caption), say)

        self.begin(partial(self._whole_picture, art, PX), ask, "ask")

    def _ask_part(self, art: Art) -> None:
        from board.screens.pictures.crop import CropScreen, px_for

        def cut(box: Box | None) -> None:
            if box is not None:
                cut = art.cut._replace(box=box)
                self.do(lambda: self._gallery.cut(art, cut))

        def ask(picture: Pixels) -> None:
            if picture:
                self.put_up(CropScreen(self._whose, picture, art.cut.box), cut)
            else:
                self.say(NOT_HERE)

        self.begin(partial(self._whole_picture, art, px_for(self.app.size)), ask, "ask")

    def _whole_picture(self, art: Art, px: int) -> Pixels:
        try:
            return picture_in(self._book.pictures.read(art.content), px)
        except OSError:
            return ()
