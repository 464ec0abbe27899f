"""Bring a picture: one that waits in the class's own folder, one from this computer, or one that is dropped here."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import DirectoryTree, Input, OptionList, ProgressBar, Static
from textual.widgets.directory_tree import DirEntry
from textual.widgets.option_list import Option

from board.art.brought import taken_and_shown
from board.art.cells import Pixels
from board.art.intake import Taken
from board.art.picture_files import Lying, lying_at, pictures_in
from board.errors import Refusal
from board.mastery.people import clean_line
from board.screens.files.dropped import dropped_here
from board.screens.files.sent import Sent
from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import HELP
from board.screens.pictures.bring_places import PictureTree, PlaceLine, file_name, places, usual_folder
from board.screens.pictures.caption import PX, CaptionScreen
from board.seat.seat import Seat
from board.widgets.browser import browser_of
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import FingerBar, KeyBar
from board.widgets.one_line import OneLine, PlaceOnDisk
from board.widgets.pixel_picture import PixelPicture
from board.widgets.row_list import CalmList

_LOOK_AGAIN = 1.0
"""Seconds between looks into the folder of the class."""

_PAUSE = 0.2
"""Seconds the cursor rests on a picture before it is shown: most are only passed by."""

_KEYS = (
    Command(
        "take",
        "enter",
        "Take it",
        "Take the picture under the cursor, or the one that was typed; open or fold a folder.",
        1,
    ),
    Command("leave", "escape", "Back", "Go back without a picture.", 2, "esc"),
    Command("app.focus_next", "tab", "Next", "Go to the next part of the page.", 3),
    HELP._replace(shown=4),
    Command("go('pictures')", "p", "Pictures", "Look among the pictures of this computer.", 1),
    Command("go('downloads')", "d", "Downloads", "Look among what was loaded down.", 2),
    Command("go('computer')", "h", "All folders", "Look in all of this computer, cards and USB sticks too.", 3),
)

_ABOUT = 4
"""How many of them stand in the first key bar."""

_Both = tuple[Taken, Pixels]
"""A picture, and how it looks on the screen."""

Bring = Callable[[Taken, Path, str], bool]
"""Keeps a picture that came from a file, with the words about it; tells whether it is kept."""


class BringScreen(Calm[bool]):
    """Asks for a picture, and for its words where there are to be some; left with True when one was brought.

    Args:
        whose: For whom and for what, as the title says it.
        seat: Where one sits: its folders are looked in.
        drop_folder: The folder of the class in which pictures wait.
        bring: Called with each picture that was taken in.
        dropped: A file that is taken in at once, or a folder to look in, as if it was dropped here.
        asks_words: Whether its words are asked for; they are empty otherwise.
    """

    CSS_PATH = "bring.tcss"
    KEYS = (KeyGroup("Bringing a picture", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "#waiting"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(
        self,
        whose: str,
        seat: Seat,
        drop_folder: Path,
        bring: Bring,
        *,
        dropped: Path | None = None,
        asks_words: bool = True,
    ) -> None:
        super().__init__()
        self._whose, self._dropped, self._asks_words = whose, dropped, asks_words
        self._places, self._folder = places(seat), usual_folder(seat)
        self._drop_folder, self._bring = drop_folder, bring
        self._waiting: tuple[Lying, ...] | None = None
        self._looked_at: Path | None = None
        self._known: tuple[Lying, _Both] | None = None
        self._look_into: Callable[[Path], _Both] = lambda path: seat.elsewhere.run(taken_and_shown, path, PX)
        self._sent = Sent(self, "Take a photo", self._look_into, self._ask_about_sent, coming=self._say_it_comes)
        self._one_at_a_time = Lock()

    def compose(self) -> ComposeResult:
        """What waits, this computer's folders, a line to drop on, the picture under the cursor, keys."""
        yield Static(id="title", markup=False)
        with Horizontal():
            with Vertical(id="where"):
                yield PlaceLine("In the folder", self._drop_folder)
                yield CalmList(id="waiting", markup=False)
                yield Static("Put pictures from a phone or camera into it: they come up here.", id="none", markup=False)
                if browser_of(self.app) is None:  # in one, whoever sits there sees nothing of this computer
                    yield PlaceLine("On this computer:", self._folder)
                    yield PictureTree(self._folder)
            with Vertical(id="look"):
                yield PixelPicture()
                yield Static(id="name", markup=False)
        if browser_of(self.app) is None:
            yield PlaceOnDisk(
                placeholder="Or drop a picture on this window, or type where it is", id="place", compact=True
            )
        yield Static(id="said", markup=False)
        yield ProgressBar(show_eta=False, show_percentage=False, id="bar")
        with Container(id="keys"):
            yield KeyBar(_KEYS[:_ABOUT])
            if browser_of(self.app) is None:
                yield KeyBar(_KEYS[_ABOUT:])
            yield FingerBar(_KEYS)

    async def on_mount(self) -> None:
        """Look what waits, now and then again."""
        self.query_one("#bar").display = False
        await self._look_what_waits()
        for tree in self.query(PictureTree) if not self._waiting else ():
            tree.focus()
        self._sent.offer()
        self.set_interval(_LOOK_AGAIN, self._look_what_waits)
        if self._dropped is not None:
            self._go_or_take(self._dropped)

    def on_unmount(self) -> None:
        """Let no photo be sent any more."""
        self._sent.end()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Look in no folder of this computer for somebody who sits at a browser."""
        return super().check_action(action, parameters) and (action != "go" or browser_of(self.app) is None)

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        title = shortened(f"Bring a picture · {self._whose}", max(1, event.size.width - 2))
        self.query_one("#title", Static).update(Content(title), layout=False)

    def action_take(self) -> None:
        """Take the picture under the cursor, wherever that is."""
        if isinstance(self.focused, OptionList):
            self.focused.action_select()
        elif isinstance(self.focused, PictureTree):
            self.focused.action_select_cursor()
        else:
            for line in self.query(OneLine):
                self._take_typed(line.value)

    def action_go(self, place: str) -> None:
        """Look in another folder."""
        self._look_in(self._places[place])

    def action_leave(self) -> None:
        """Go back without a picture."""
        self.dismiss(False)

    def take_pasted(self, text: str) -> bool:
        """A picture may be dropped anywhere."""
        self._take_typed(text)
        return True

    @on(Input.Submitted)
    def take_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed."""
        self._take_typed(event.value)

    @on(OptionList.OptionSelected)
    def take_waiting(self, event: OptionList.OptionSelected) -> None:
        """Take a picture that waits."""
        self._take(Path(event.option_id or ""))

    @on(DirectoryTree.FileSelected)
    def take_found(self, event: DirectoryTree.FileSelected) -> None:
        """Take a picture from this computer."""
        self._take(event.path)

    @on(OptionList.OptionHighlighted)
    def look_at_waiting(self, event: OptionList.OptionHighlighted) -> None:
        """Show the picture that waits."""
        self._look_at(Path(event.option_id or ""))

    @on(DirectoryTree.NodeHighlighted)
    def look_at_found(self, event: DirectoryTree.NodeHighlighted[DirEntry]) -> None:
        """Show the picture from this computer."""
        if event.node.data is not None and not event.node.allow_expand:
            self._look_at(event.node.data.path)

    async def _look_what_waits(self) -> None:
        waiting = await asyncio.to_thread(pictures_in, self._drop_folder)
        if waiting == self._waiting:
            return
        listed = self.query_one(OptionList)
        here = listed.highlighted_option.id if listed.highlighted_option is not None else None
        self._waiting = waiting
        listed.set_options(Option(Content(file_name(one.path)), id=str(one.path)) for one in waiting)
        listed.display = bool(waiting)
        self.query_one("#none").display = not waiting
        if waiting:
            listed.highlighted = next((at for at, one in enumerate(waiting) if str(one.path) == here), 0)
            self._looked_at = waiting[listed.highlighted].path  # nobody went there, so what is said stays

    def _take_typed(self, text: str) -> None:
        place = dropped_here(self.app, text)
        if place is None:
            for line in self.query(OneLine):
                line.value = clean_line(text)
            self._say("There is no picture at this place. Drop it here once more, or choose it in the list.")
        else:
            self._go_or_take(place)

    def _go_or_take(self, place: Path) -> None:
        """Take a file; look into a folder."""
        if place.is_dir():
            self._look_in(place)
        else:
            self._take(place)

    def _look_in(self, folder: Path) -> None:
        self._say("")
        tree = self.query_one(PictureTree)
        tree.path = self.query(PlaceLine).last().place = folder
        tree.focus()

    def _take(self, path: Path) -> None:
        """Take a picture in, ask for its words, and hand it on."""
        self._say_it_comes()
        self.later.begin(partial(self._taken, path), partial(self._ask_words, path), "take", is_long=True)

    def _say_it_comes(self) -> None:
        self._say("Taking your picture in ...")
        self.query_one("#bar").display = True

    def _ask_about_sent(self, both: _Both | Refusal) -> None:
        """Ask about a photo that was sent; its file is gone by now."""
        self._sent.settle()
        self._sent.offer()
        self._ask_words(Path(), both)

    def _ask_words(self, path: Path, both: _Both | Refusal) -> None:
        self.query_one("#bar").display = False
        if isinstance(both, Refusal):
            self._say(str(both))
            self._wipe()
            return
        taken, shown = both

        def bring(caption: str | None) -> None:
            if caption is not None and self._bring(taken, path, caption):
                self.dismiss(True)

        self._say("")
        if self._asks_words:
            self.put_up(CaptionScreen(shown, ""), bring)
        else:
            bring("")

    def _look_at(self, path: Path) -> None:
        """Show a picture; what was said about another one is said no longer."""
        if path != self._looked_at:
            self._looked_at = path
            self._say("")
        self.later.begin(partial(self._taken, path), partial(self._show, path), "look", _PAUSE, is_long=True)

    def _show(self, path: Path, both: _Both | Refusal) -> None:
        name, shown = self.query_one("#name", Static), self.query_one(PixelPicture)
        shown.display = not isinstance(both, Refusal)  # the sentence needs the room of the picture
        if isinstance(both, Refusal):
            name.update(Content(f"{file_name(path)}\n{both}"))
            self._wipe()
        else:
            name.update(Content(file_name(path)))
            shown.pixels = both[1]

    def _taken(self, path: Path) -> _Both | Refusal:
        """Take a picture in, in a thread, or tell why not; one that is looked at is taken only once."""
        lying = lying_at(path)
        with self._one_at_a_time:
            if self._known is not None and self._known[0] == lying:
                return self._known[1]
            try:
                both = self._look_into(path)
            except Refusal as refusal:
                return refusal
            if lying is not None:
                self._known = (lying, both)
            return both

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(Content(text))

    def _wipe(self) -> None:
        """Paint everything again: the decoder of TIFF complains past Python, straight onto the terminal."""
        self.refresh()
