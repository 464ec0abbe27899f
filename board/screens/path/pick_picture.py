"""Bring a picture as a child does: by looking among those in the folder of the class, by a camera, or from another device."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete

from board.art.brought import shown_small, taken_and_shown
from board.art.cells import Pixels
from board.art.intake import Taken
from board.art.picture_files import Lying, pictures_in
from board.elsewhere import IN_THIS_THREAD, Elsewhere
from board.errors import Refusal
from board.screens.drawing.tile_page import TILE_KEYS, Pressed, TilePage, turned_to
from board.screens.files.sent import Sent
from board.screens.parts.keys_here import HELP
from board.widgets.key_bar import KeyBar
from board.widgets.path_banner import PathBanner
from board.widgets.path_tiles import PHOTO_SIDES, BigTile, BigTiles, Photo
from board.widgets.qr_code import QrCode
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
        file: Where it lies, or lay.
    """

    taken: Taken
    file: Path


class Sending(NamedTuple):
    """What becomes of pictures that are sent to a child's screen.

    Attributes:
        may: Tells whether one more may be sent.
        sent: Told of each one that came.
        keep: Keeps one that came when its child had just gone.
    """

    may: Callable[[], bool]
    sent: Callable[[], object]
    keep: Callable[[Taken], object]


NOTHING_SENT = Sending(lambda: False, lambda: None, lambda _: None)


class _LyingThere:
    """The pictures that lie in a folder: looked through one after the other, and again and again while there is none.

    Args:
        screen: On which they are looked at.
        folder: The folder.
        elsewhere: Where they are made small.
        told: Called when another one was found, or all were looked through.

    Attributes:
        found: Those that were found so far, the newest first.
    """

    def __init__(
        self, screen: TilePage[Picked], folder: Path, elsewhere: Elsewhere, told: Callable[[], object]
    ) -> None:
        self._screen, self._folder, self._elsewhere, self._told = screen, folder, elsewhere, told
        self._waiting: tuple[Lying, ...] = ()
        self.found: tuple[tuple[Lying, Photo], ...] = ()

    def look(self) -> None:
        """Look what lies there."""
        self._screen.later.begin(partial(pictures_in, self._folder), self._look_through, "look")

    def forget(self, lying: Lying) -> None:
        """Forget one that is there no more."""
        self.found = tuple(one for one in self.found if one[0] != lying)
        if not self.found:
            self._screen.set_timer(_LOOK_AGAIN, self.look)

    def _look_through(self, waiting: tuple[Lying, ...]) -> None:
        self._waiting = waiting[:MOST_SHOWN]
        self._go_on(0)

    def _go_on(self, at: int) -> None:
        if at < len(self._waiting):
            small = partial(_small, self._elsewhere, self._waiting[at].path)
            self._screen.later.begin(small, partial(self._found_one, at), "look", is_long=True)
        elif not self.found:
            self._told()
            self._screen.set_timer(_LOOK_AGAIN, self.look)

    def _found_one(self, at: int, photo: Photo | None) -> None:
        if photo is not None:
            self.found = (*self.found, (self._waiting[at], photo))
            self._told()
        self._go_on(at + 1)


class _Sees(Enum):
    """What a child looks at."""

    ALL = auto()
    ONE = auto()
    CODE = auto()


class PickPicture(TilePage[Picked]):
    """Shows the newest pictures of one folder, no names beside them; gives the one that a child says is its own, or None.

    Nothing outside the folder can be reached from here, and nothing can be typed. What can't be read as a picture is not shown.
    In a page of a browser pictures come by its camera, too, or from another device that looks at a code.

    Args:
        folder: The folder of the class in which pictures wait.
        elsewhere: Where pictures are taken in.
        sending: What becomes of those that are sent.
    """

    CSS = """
    PickPicture {
        QrCode { display: none; }
        &.-code QrCode { display: block; }
        &.-code PathBanner { height: 4; }
        &.-code BigTiles { height: 7; }
        &.-code.-low PathBanner { display: none; }
        &.-code.-low BigTiles { dock: right; width: 26; height: 1fr; }
    }
    """
    TIMES_AS_LONG: ClassVar[int] = 3
    """Whoever takes a photo with another device touches nothing here."""

    def __init__(self, folder: Path, elsewhere: Elsewhere = IN_THIS_THREAD, sending: Sending = NOTHING_SENT) -> None:
        super().__init__(no_stickers)
        self._elsewhere, self._sending = elsewhere, sending
        self._lying = _LyingThere(self, folder, elsewhere, self._show_if_all)
        self._turned, self._sees, self._said = 0, _Sees.ALL, child_path.LOOKING
        self._sent = Sent(
            self,
            child_path.TAKE_PHOTO,
            lambda path: elsewhere.run(taken_and_shown, path, _LARGE),
            self._show_sent,
            late=lambda both: sending.keep(both[0]),
            coming=self._one_comes,
            renewed=self._write_code,
        )

    def compose(self) -> ComposeResult:
        """As every page of tiles, with a code that another device looks at."""
        yield PathBanner(self._stickers)
        yield QrCode(too_small=child_path.NO_ROOM_FOR_CODE)
        yield BigTiles(self._stickers)
        yield KeyBar((*TILE_KEYS, HELP))

    def on_mount(self) -> None:
        """Look what waits, and let one be sent."""
        self._let_one_come()
        self._show(_Sees.ALL, [self._back], self._said, "look")
        self._lying.look()

    def on_unmount(self) -> None:
        """Let none be sent any more."""
        self._sent.end()

    def dismiss(self, result: Picked | None = None) -> AwaitComplete:
        """Leave; what was sent and is not decided yet is kept for the child."""
        leaving = super().dismiss(result)
        if self._has_left:
            self._sent.end()
        return leaving

    def put_away(self) -> None:
        """Keep what was begun: leaving does."""

    def action_back(self) -> None:
        """Go back to all pictures, and from there without one."""
        if self._sees is _Sees.ALL:
            self.dismiss(None)
        else:
            self._back_to_all("")

    @property
    def _back(self) -> Pressed:
        return BigTile(child_path.GO_BACK, "back"), self.action_back

    def _show_if_all(self) -> None:
        """Show what was found; what was said before, other than that it is looked for, stays."""
        if self._sees is _Sees.ALL:
            self._show_all("" if self._said == child_path.LOOKING else self._said)

    def _back_to_all(self, said: str) -> None:
        self._sent.settle()
        self._let_one_come()
        self._show_all(said)

    def _show_all(self, said: str) -> None:
        """Show all pictures there are, how another one comes, and say something, or what there is to do."""
        self._said = said
        more: list[Pressed] = [self._back]
        if self._sent.link:
            more.insert(0, (BigTile(child_path.FROM_PHONE, "phone"), self._show_code))
        found = self._lying.found
        shown = turned_to(found, max(1, self.room - len(more)), self._turned)
        both: list[Pressed] = [
            (BigTile("", photo=photo), partial(self._look_at, lying, photo)) for lying, photo in shown
        ]
        if len(shown) < len(found):
            more.append((BigTile(child_path.MORE, "on"), self._turn))
        if found:
            self._show(_Sees.ALL, [*both, *more], said or child_path.WHICH_IS_MINE, "bring")
        elif self._sent.is_open:
            self._show(_Sees.ALL, more, said or child_path.PRESS_CAMERA, "bring")
        else:
            self._show(_Sees.ALL, more, said or child_path.NO_PICTURES, "no_picture")

    def _turn(self) -> None:
        self._turned += 1
        self._show_all("")

    def _look_at(self, lying: Lying, photo: Photo) -> None:
        """Show one picture large; it is taken in once more, for meanwhile it may be another one, or gone."""
        self._show(_Sees.ONE, [self._back], "", large=photo[-1])
        taken = partial(_taken, self._elsewhere, lying.path)
        self.later.begin(taken, partial(self._near, lying), "near", is_long=True)

    def _near(self, lying: Lying, both: tuple[Taken, Pixels] | None) -> None:
        if self._sees is not _Sees.ONE:
            return
        if both is None:
            self._lying.forget(lying)
            self._show_all("")
        else:
            self._ask_whose(Picked(both[0], lying.path), both[1])

    def _ask_whose(self, picked: Picked, large: Pixels) -> None:
        def mine() -> None:
            self._sent.settle()
            self.dismiss(picked)

        self._show(_Sees.ONE, [(BigTile(child_path.MINE, "done"), mine), self._back], "", large=large)

    def _let_one_come(self) -> None:
        """Let a picture be sent, as long as it has not become too much."""
        if self._sending.may():
            self._sent.offer()

    def _one_comes(self) -> None:
        self._sending.sent()
        self._show(_Sees.ONE, [self._back], child_path.COMING, "look")

    def _show_sent(self, both: tuple[Taken, Pixels] | Refusal) -> None:
        if isinstance(both, Refusal):
            self._back_to_all(str(both))
        else:
            self._ask_whose(Picked(both[0], Path(both[0].content)), both[1])

    def _show_code(self) -> None:
        """Show what another device looks at to send a picture, as long as one may come."""
        self._write_code()
        self._show(_Sees.CODE, [self._back], child_path.LOOK_AT_CODE, "phone")

    def _write_code(self) -> None:
        self.query_one(QrCode).show(self._sent.link)

    def _show(
        self, sees: _Sees, both: Sequence[Pressed], words: str, sign: str = "", *, large: Pixels | None = None
    ) -> None:
        self._sees = sees
        self.set_class(sees is _Sees.CODE, "-code")
        self.show(both, (words,), sign, large)


def _taken(elsewhere: Elsewhere, path: Path) -> tuple[Taken, Pixels] | None:
    """Take a picture in, and show it large; None where it can't be."""
    try:
        return elsewhere.run(taken_and_shown, path, _LARGE)
    except (Refusal, OSError):
        return None


def _small(elsewhere: Elsewhere, path: Path) -> Photo | None:
    """Show a picture small, None where it can't be taken in."""
    try:
        return elsewhere.run(shown_small, path, PHOTO_SIDES)
    except (Refusal, OSError):
        return None
