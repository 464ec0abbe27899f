"""Photos of one child's work, taken in as evidence: chosen, looked at, cut to the part that matters, kept or thrown away."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.art.cells import Pixels
from board.art.intake import Taken, part_of
from board.art.preview import picture_in
from board.deeds.evidence import Evidence
from board.deeds.sitting import Sitting, Target
from board.errors import Refusal
from board.mastery.pictures import Box
from board.screens.files.dropped import dropped_here
from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import HELP
from board.screens.pictures.bring import BringScreen
from board.screens.pictures.crop import CropScreen, px_for
from board.seat.seat import Seat
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import KeyBar
from board.widgets.pixel_picture import PixelPicture
from board.widgets.slowly import slowly

MOST = 5
"""Photos of one showing: more are not looked at again."""

_ALL: Box = (0.0, 0.0, 1.0, 1.0)
_LEAST_PX = 2
_AROUND = 4
"""Lines of the screen that are not the photo's: title, words, two of keys."""

_KEYS = (
    Command("keep", "enter", "Keep", "Keep these photos with what you say about the showing.", 1),
    Command("leave", "escape,q", "Back", "Go back; none of these photos is kept.", 2, "esc"),
    Command("another", "b", "Another", "Bring one more photo or scan of this child's work.", 3),
    Command(
        "part",
        "c",
        "Part",
        "Choose the part that is kept; nothing else of the photo is, and it waits for another child.",
        4,
    ),
    Command("throw", "x", "Discard", "Throw this photo away; nothing of it was kept.", 5),
    Command("choose(-1)", "left", "Before", "Look at the photo before.", 6, "←"),
    Command("choose(1)", "right", "Next", "Look at the next photo.", 7, "→"),
    HELP,
)
_FIRST_BAR = 5
_KEEPING = "Keeping it ..."
_NONE = "No photo yet: b looks for one, or drop one here."
_ONE = "Enter keeps it. Is another child on it? c keeps only a part."
_MANY = "Photo {number} of {count}. Enter keeps all of them; x throws this one away."
_FULL = "There are five photos already; x throws one away."


class _Held(NamedTuple):
    """A photo in memory: as it was taken in, the part that is used, where it came from."""

    taken: Taken
    file: Path
    box: Box = _ALL


class EvidencePhoto(Calm[tuple[str, ...] | None]):
    """Asks for photos or scans of one child's work; left with the content ids of those that are on the disk now, or None.

    Nothing is on the disk before Enter.

    Args:
        seat: Where one sits: its folders are looked in.
        sitting: Who keeps photos, and in which class.
        target: Whose work, and at which step.
        also: Who else shows it by the same work; the families of all of them are asked for.
    """

    CSS_PATH = "photo.tcss"
    KEYS = (KeyGroup("Photos of a child's work", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = None

    def __init__(self, seat: Seat, sitting: Sitting, target: Target, also: Sequence[Target] = ()) -> None:
        super().__init__()
        self._seat, self._sitting, self._targets = seat, sitting, (target, *also)
        self._evidence = Evidence(sitting)
        self._held: tuple[_Held, ...] = ()
        self._at, self._is_keeping = 0, False

    def compose(self) -> ComposeResult:
        """The title, the photo, what to do, keys."""
        yield Static(id="title", markup=False)
        yield PixelPicture()
        yield Static(id="said", markup=False)
        for bar in (_KEYS[:_FIRST_BAR], _KEYS[_FIRST_BAR:]):
            yield KeyBar(bar)

    def on_mount(self) -> None:
        """Ask for the first photo at once, where one may be kept."""
        self.later.once_painted(self.action_another)

    def on_resize(self) -> None:
        """Use the room there is."""
        title = shortened(f"Photos of the work · {self._whose}", max(1, self.app.size.width - 2))
        self.query_one("#title", Static).update(Content(title), layout=False)
        self._look()

    @property
    def holds_work(self) -> bool:
        """Whether there is a photo that is kept nowhere yet."""
        return bool(self._held)

    def action_another(self) -> None:
        """Ask for a photo."""
        self._bring_from(None)

    def take_pasted(self, text: str) -> bool:
        """A photo may be dropped anywhere."""
        place = dropped_here(self.app, text)
        if place is None:
            self._say("Drop a photo here, or press b and look for one.")
        else:
            self._bring_from(place)
        return True

    def action_choose(self, on: int) -> None:
        """Look at another photo."""
        if self._held:
            self._at = (self._at + on) % len(self._held)
            self._look()

    def action_part(self) -> None:
        """Ask which part of the photo is kept."""
        if self._held:
            pixels = partial(_pixels, self._held[self._at].taken, px_for(self.app.size))
            self.later.begin(pixels, self._ask_part, "part")

    def action_throw(self) -> None:
        """Throw the photo away that is looked at."""
        if self._held:
            self._held = (*self._held[: self._at], *self._held[self._at + 1 :])
            self._at = max(0, min(self._at, len(self._held) - 1))
            self._say(_NONE)
            self._look()

    def action_keep(self) -> None:
        """Put the photos on the disk and give their ids."""
        if self._held and not self._is_keeping:
            self._is_keeping = True
            self._say(_KEEPING)
            self.app.run_worker(self._keep, exit_on_error=False, group="evidence")  # type: ignore[arg-type] # Textual's own type of it fits no async function

    def action_leave(self) -> None:
        """Go back without a photo."""
        if not self._is_keeping:
            self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Look at the next photo."""
        if event.widget is self.query_one(PixelPicture):
            self.action_choose(1)

    @property
    def _whose(self) -> str:
        whose = self._sitting.whose(self._targets)
        return str(whose)

    async def _keep(self) -> None:
        """Put them on the disk in a thread, which may be slow; where the screen was taken away meanwhile, take them off again."""
        held = self._held
        contents: tuple[str, ...] = ()
        try:
            used = await slowly(self.app, partial(self._used, held))
            photos = [(one.content, one.png) for one in used]
            contents = self._evidence.asked(self._targets, photos)
            await slowly(self.app, partial(self._evidence.put, photos))
        except Refusal as refusal:
            if contents:
                self._evidence.let_go(contents)
            self._is_keeping = False
            self.later.as_soon_as_seen(partial(self._say, str(refusal)))
            return
        if not self.is_attached:
            self._evidence.let_go(contents)
            return
        for one, photo in zip(held, used, strict=True):
            if one.box == _ALL:  # the rest of it may show another child's work, for which it is brought again
                self._sitting.book.pictures.put_aside(one.file, photo.content)
        self.dismiss(contents)

    def _used(self, held: Sequence[_Held]) -> list[Taken]:
        """Give the parts that are used, in a thread."""
        return [one.taken if one.box == _ALL else self._seat.elsewhere.run(part_of, one.taken, one.box) for one in held]

    def _bring_from(self, dropped: Path | None) -> None:
        try:
            self._evidence.ask(*self._targets)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        if len(self._held) >= MOST:
            self._say(_FULL)
            return
        folder = self._sitting.book.outputs.drop
        self.put_up(
            BringScreen(self._whose, self._seat, folder, self._take, dropped=dropped, asks_words=False), self._came
        )

    def _take(self, taken: Taken, file: Path, _words: str) -> bool:
        places = [at for at, one in enumerate(self._held) if one.taken.content == taken.content]
        if not places:
            self._held = (*self._held, _Held(taken, file))
        self._at = places[0] if places else len(self._held) - 1
        return True

    def _came(self, brought: bool | None) -> None:
        """Look at the photo that was brought; nobody stays here with none."""
        if brought or self._held:
            self._look()
        else:
            self.dismiss(None)

    def _ask_part(self, pixels: Pixels) -> None:
        def cut(box: Box | None) -> None:
            if box is not None and self._at < len(self._held):
                one = self._held[self._at]._replace(box=box)
                self._held = (*self._held[: self._at], one, *self._held[self._at + 1 :])
                self._look()

        self.put_up(CropScreen(self._whose, pixels, self._held[self._at].box), cut)

    def _look(self) -> None:
        """Show the photo, as it would be kept."""
        shown = self.query_one(PixelPicture)
        if not self._held:
            shown.pixels = None
            return
        px = max(_LEAST_PX, min(self.app.size.width, 2 * (self.app.size.height - _AROUND)))
        one, count = self._held[self._at], len(self._held)
        self._say(_ONE if count == 1 else _MANY.format(number=self._at + 1, count=count))
        self.later.begin(lambda: _pixels(self._used([one])[0], px), self._show, "look", is_long=True)

    def _show(self, pixels: Pixels) -> None:
        self.query_one(PixelPicture).pixels = pixels

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(Content(text))


def _pixels(taken: Taken, px: int) -> Pixels:
    return picture_in(taken.png, px)
