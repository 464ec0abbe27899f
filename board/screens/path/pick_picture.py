"""Bring a picture as a child does: among those an adult has put into the folder of the class, by looking and not by names."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from board.art.cells import Pixels
from board.art.intake import Taken, take_in
from board.art.picture_files import Lying, pictures_in
from board.art.preview import picture_in
from board.errors import Refusal
from board.screens.drawing.tile_page import Pressed, TilePage, turned_to
from board.widgets.path_tiles import PHOTO_SIDES, BigTile, Photo
from board.widgets.spot_painter import no_stickers
from board.words import child_path

_LOOK_AGAIN = 1.0
"""Seconds between looks into a folder that holds nothing yet."""

_LARGE = 96
"""Side of the square a picture that is looked at fits into, in px of half a cell."""

MOST_SHOWN = 40
"""The most pictures that are looked through, the newest: a folder with thousands belongs to an adult."""


class Picked(NamedTuple):
    """A picture that a child has found to be its own.

    Attributes:
        taken: The picture.
        file: Where it lies.
    """

    taken: Taken
    file: Path


class PickPicture(TilePage[Picked]):
    """Shows the newest pictures of one folder, no names beside them; gives the one that a child says is its own, or None.

    Nothing outside the folder can be reached from here, and nothing can be typed. What can't be read as a picture is not shown.

    Args:
        folder: The folder of the class in which pictures wait.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(no_stickers)
        self._folder = folder
        self._waiting: tuple[Lying, ...] = ()
        self._found: list[tuple[Lying, Photo]] = []
        self._turned = 0
        self._is_near = False

    def on_mount(self) -> None:
        """Look what waits."""
        self.show([self._back], (child_path.LOOKING,), "look")
        self._look()

    def action_back(self) -> None:
        """Go back to all pictures, and from there without one."""
        if self._is_near:
            self._show_found()
        else:
            self.dismiss(None)

    @property
    def _back(self) -> Pressed:
        return BigTile(child_path.GO_BACK, "back"), self.action_back

    def _look(self) -> None:
        self.later.begin(partial(pictures_in, self._folder), self._look_through, "look")

    def _look_through(self, waiting: tuple[Lying, ...]) -> None:
        """Look at one picture after the other, the newest first; while there is none, look again now and then."""
        self._waiting = waiting[:MOST_SHOWN]
        if self._waiting:
            self._go_on(0)
        else:
            self._none()

    def _go_on(self, at: int) -> None:
        if at < len(self._waiting):
            lying = self._waiting[at]
            self.later.begin(partial(_small, lying.path), partial(self._found_one, at), "look")
        elif not self._found:
            self._none()

    def _found_one(self, at: int, photo: Photo | None) -> None:
        if photo is not None:
            self._found.append((self._waiting[at], photo))
            if not self._is_near:
                self._show_found()
        self._go_on(at + 1)

    def _none(self) -> None:
        self._is_near = False
        self.show([self._back], (child_path.NO_PICTURES,), "no_picture")
        self.set_timer(_LOOK_AGAIN, self._look)

    def _show_found(self) -> None:
        self._is_near = False
        shown = turned_to(self._found, self.room - 1, self._turned)
        both: list[Pressed] = [
            (BigTile("", photo=photo), partial(self._look_at, lying, photo)) for lying, photo in shown
        ]
        both.append(self._back)
        if len(shown) < len(self._found):
            both.append((BigTile(child_path.MORE, "on"), self._turn))
        self.show(both, (child_path.WHICH_IS_MINE,), "bring")

    def _turn(self) -> None:
        self._turned += 1
        self._show_found()

    def _look_at(self, lying: Lying, photo: Photo) -> None:
        """Show one picture large; it is taken in once more, for meanwhile it may be another one, or gone."""
        self._is_near = True
        self.show([self._back], ("",), large=photo[-1])
        self.later.begin(partial(_taken, lying.path), partial(self._near, lying), "near")

    def _near(self, lying: Lying, both: tuple[Taken, Pixels] | None) -> None:
        if not self._is_near:
            return
        if both is None:
            self._found = [one for one in self._found if one[0] != lying]
            self._show_found() if self._found else self._none()
            return
        taken, large = both
        mine = (BigTile(child_path.MINE, "done"), lambda: self.dismiss(Picked(taken, lying.path)))
        self.show([mine, self._back], ("",), large=large)


def _taken(path: Path) -> tuple[Taken, Pixels] | None:
    """Take a picture in, and show it large; None where it can't be."""
    try:
        taken = take_in(path)
        return taken, picture_in(taken.png, _LARGE)
    except (Refusal, OSError):
        return None


def _small(path: Path) -> Photo | None:
    """Show a picture small, None where it can't be taken in."""
    try:
        png = take_in(path).png
        return tuple(picture_in(png, side) for side in PHOTO_SIDES)
    except (Refusal, OSError):
        return None
