"""The doors of a child's pictures: drawing, bringing a picture, its words, the part of it that is used, the wall."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from textual.app import App
from textual.screen import Screen

from board.art.cells import Pixels
from board.art.intake import Taken
from board.art.pixels import Drawing, empty
from board.art.preview import picture_in
from board.art.starter import step_badges
from board.deeds.drawing import Easel
from board.deeds.history import Outcome
from board.deeds.pictures import GONE, Gallery
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.curriculum import Step
from board.mastery.people import Student
from board.mastery.pictures import Art, Box, Origin
from board.screens.parts.later import Later
from board.seat.seat import Seat
from board.store.book import Book
from board.widgets.spot_preview import Paper
from board.words.outcomes.to_child import WALL_IS_FULL

# ruff: noqa: PLC0415 - the pictures are up before the screens behind their doors are loaded

_Result = TypeVar("_Result")

NOT_HERE = "This picture is not here yet, or it is damaged; ask your teacher."


def place_of(book: Book, step_id: str) -> tuple[Step, Paper] | None:
    """Give a step and the ground of its spot; None where the class has it no more."""
    return next(
        (
            (step, Paper(number, level.is_boss(step)))
            for unit in book.units
            for number, level in enumerate(unit.levels)
            for step in level.spots
            if step.id == step_id
        ),
        None,
    )


class PicturePage(Protocol):
    """The pictures of a child seen from their doors."""

    @property
    def app(self) -> App[object]:
        """The app."""
        ...

    @property
    def later(self) -> Later:
        """What goes on later there."""
        ...

    @property
    def art(self) -> Art | None:
        """The picture that is looked at, None for the starter art."""
        ...

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top."""

    def do(self, wish: Callable[[], Outcome]) -> bool:
        """Do something, show it and say so; tells whether it is so now."""
        ...

    def show_spot(self) -> None:
        """Look at the picture that is on the spot."""

    def say(self, text: str) -> None:
        """Say what was done, or why not."""


class PictureDoors:
    """What opens from a child's pictures; its `action_` methods are those of the screen that holds it.

    Args:
        page: The pictures.
        seat: Where one sits.
        sitting: What keeps pictures, and in which class.
        student: Whose pictures.
        step: For which step.
        paper: The ground of its spot.
    """

    def __init__(
        self, page: PicturePage, seat: Seat, sitting: Sitting, student: Student, step: Step, *, paper: Paper
    ) -> None:
        self._page, self._seat, self._sitting, self._book = page, seat, sitting, sitting.book
        self._gallery = Gallery(sitting)
        self._student, self._step, self._paper = student, step, paper
        self._easel = Easel(self._book, self._gallery, student.id, step.id, seat.cache)

    @property
    def is_gone(self) -> bool:
        """Whether the child was erased or has left meanwhile."""
        return all(student.id != self._student.id for student in self._book.students)

    @property
    def is_drawing_begun(self) -> bool:
        """Whether there is a drawing to go on with."""
        return self._easel.begun is not None

    def with_own(self, wish: Callable[[Art], object]) -> None:
        """Do something with the picture that is looked at, if it is the child's own."""
        if self._page.art is None:
            self._page.say("This is the starter picture. Draw or bring one of your own.")
        else:
            wish(self._page.art)

    def action_draw(self) -> None:
        """Draw, from where it was left."""
        self._draw(*(self._easel.begun or (empty(), "")))

    def action_change(self) -> None:
        """Draw on from a small picture; an unfinished drawing would be lost by it and comes first."""
        self.with_own(self._change)

    def action_bring(self) -> None:
        """Bring a picture."""
        self.bring_from(None)

    def action_photos(self) -> None:
        """Let photos be sent into the class, where they wait to be brought."""
        from board.screens.files.tray import TrayScreen

        self._page.put_up(TrayScreen(self._seat, self._sitting))

    def take_pasted(self, text: str) -> bool:
        """Bring the picture that is dropped on the page.

        Args:
            text: What was pasted.
        """
        from board.screens.files.dropped import dropped_here

        place = dropped_here(self._page.app, text)
        if place is None:
            self._page.say("Drop a picture here, or press b and look for one.")
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
        self._page.put_up(BringScreen(self._whose, self._seat, folder, self.bring, dropped=dropped))

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
            save=lambda drawing, caption: self._page.do(partial(self._easel.hang, drawing, caption)),
        )
        self._page.put_up(studio, self._come_back)

    def _come_back(self, saved: bool | None) -> None:
        """Look at the spot; a drawing that was left says so."""
        self._page.show_spot()
        if saved is False and self._easel.begun is not None:
            self._page.say("Your picture waits here.")

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
            self._page.say("You have begun another drawing: press d and go on with it first.")
            return
        try:
            drawing = self._easel.drawing_of(art)
        except OSError:
            self._page.say(NOT_HERE)
            return
        if drawing is None:
            self._page.say("Only a picture that was drawn here can be changed.")
        else:
            self._draw(drawing, art.caption)

    def _choose(self, art: Art) -> None:
        if art.chosen:
            self._page.do(lambda: self._gallery.unchoose([art]))
        elif self._gallery.room(art.student) < 1:
            self._page.say(WALL_IS_FULL)
        else:
            self._page.do(lambda: self._gallery.choose([art]))

    def bring(self, taken: Taken, file: Path, caption: str) -> bool:
        """Keep a picture that was brought, and put its file aside; tells whether it is kept.

        Args:
            taken: The picture.
            file: Where it came from.
            caption: What the child says about it.
        """
        picture = (taken.content, taken.png)
        is_kept = self._page.do(
            lambda: self._gallery.bring(self._student.id, self._step.id, picture, origin=Origin.FILE, caption=caption)
        )
        if is_kept:
            self._book.pictures.put_aside(file, taken.content)
        return is_kept

    def _ask_words(self, art: Art) -> None:
        from board.screens.pictures.caption import PX, CaptionScreen

        def say(caption: str | None) -> None:
            if caption is not None and caption != art.caption:
                self._page.do(lambda: self._gallery.say(art, caption))

        def ask(picture: Pixels) -> None:
            self._page.put_up(CaptionScreen(picture, art.caption), say)

        self._page.later.begin(partial(self._whole_picture, art, PX), ask, "ask")

    def _ask_part(self, art: Art) -> None:
        from board.screens.pictures.crop import CropScreen, px_for

        def cut(box: Box | None) -> None:
            if box is not None:
                cut = art.cut._replace(box=box)
                self._page.do(lambda: self._gallery.cut(art, cut))

        def ask(picture: Pixels) -> None:
            if picture:
                self._page.put_up(CropScreen(self._whose, picture, art.cut.box), cut)
            else:
                self._page.say(NOT_HERE)

        self._page.later.begin(partial(self._whole_picture, art, px_for(self._page.app.size)), ask, "ask")

    def _whole_picture(self, art: Art, px: int) -> Pixels:
        try:
            return picture_in(self._book.pictures.read(art.content), px)
        except OSError:
            return ()
