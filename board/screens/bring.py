"""Bring a picture: one that waits in the class's own folder, one from this computer, or one that is dropped here."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import ClassVar

import platformdirs
from rich.text import Text, TextType
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import DirectoryTree, Input, OptionList, ProgressBar, Static
from textual.widgets.directory_tree import DirEntry
from textual.widgets.option_list import Option

from board.art.intake import Taken, take_in
from board.art.picture_files import Lying, folders_and_pictures, lying_at, pictures_in
from board.art.preview import picture_in
from board.commands import Command, bindings
from board.errors import Refusal
from board.exchange.dropped import dropped_place
from board.mastery.people import clean_line
from board.screens.caption import PX, CaptionScreen
from board.widgets.key_bar import KeyBar
from board.widgets.pixel_picture import PixelPicture

_LOOK_AGAIN = 1.0
"""Seconds between looks into the folder of the class."""

_PAUSE = 0.2
"""Seconds the cursor rests on a picture before it is shown: most are only passed by."""

_ODD_NAME = "a picture"
"""What a file is called whose name holds nothing that can be shown."""

KEYS = (
    Command("take", "enter", "Take it", "Take the picture under the cursor, or the one that was typed.", 1),
    Command("leave", "escape", "Back", "Go back without a picture.", 2, "esc"),
    Command("app.focus_next", "tab", "Next part", "Go to the next part of the page.", 3),
    Command("go('pictures')", "p", "Pictures", "Look among the pictures of this computer.", 4),
    Command("go('downloads')", "d", "Downloads", "Look among what was loaded down.", 5),
    Command("go('home')", "h", "All folders", "Look in all folders of this computer's user.", 6),
)

Bring = Callable[[tuple[str, bytes], Path, str], bool]
"""Keeps a picture (its content id and PNG) that came from a file, with the words about it; tells whether it is kept."""


def usual_folder() -> Path:
    """Give where pictures usually lie on this computer."""
    return next(folder for folder in (*_places().values(), Path.home()) if folder.is_dir() or folder == Path.home())


def _places() -> dict[str, Path]:
    return {
        "pictures": Path(platformdirs.user_pictures_dir()),
        "downloads": Path(platformdirs.user_downloads_dir()),
        "home": Path.home(),
    }


class PictureTree(DirectoryTree):
    """Folders and the pictures in them, and nothing else."""

    ICON_NODE = "▸ "
    ICON_NODE_EXPANDED = "▾ "
    ICON_FILE = "  "

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Leave out what is neither."""
        return folders_and_pictures(paths)

    def process_label(self, label: TextType) -> Text:
        """Give a name that can be shown: a file may be called anything."""
        return Text(clean_line(str(label)) or _ODD_NAME)


class PlaceInput(Input):
    """A line for the place of a file; what is dropped on the window arrives as if it was pasted here."""

    class Dropped(Message):
        """Something was pasted or dropped.

        Attributes:
            text: What.
        """

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def on_paste(self, event: events.Paste) -> None:
        """Tell of it."""
        event.prevent_default().stop()
        self.post_message(self.Dropped(event.text))


class BringScreen(Screen[bool]):
    """Asks for a picture and its words; left with True when one was brought.

    Args:
        folder: Where to start looking on this computer.
        drop_folder: The folder of the class in which pictures wait.
        bring: Called with each picture that was taken in.
    """

    CSS_PATH = "bring.tcss"
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "#waiting"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, folder: Path, drop_folder: Path, bring: Bring) -> None:
        super().__init__()
        self._folder, self._drop_folder, self._bring = folder, drop_folder, bring
        self._waiting: tuple[Lying, ...] | None = None
        self._known: tuple[Lying, Taken] | None = None
        self._one_at_a_time = Lock()

    def compose(self) -> ComposeResult:
        """What waits, this computer's folders, a line to drop on, the picture under the cursor, keys."""
        yield Static("Bring a picture", id="title", markup=False)
        with Horizontal():
            with Vertical(id="where"):
                yield Static(f'In the folder "{self._drop_folder.name}"', classes="label", markup=False)
                yield OptionList(id="waiting", markup=False)
                yield Static("Put pictures from a phone or camera into it: they come up here.", id="none", markup=False)
                yield Static("On this computer", classes="label", markup=False)
                yield PictureTree(self._folder)
            with Vertical(id="look"):
                yield PixelPicture()
                yield Static(id="name", markup=False)
        yield PlaceInput(placeholder="Or drop a picture on this window, or type where it is", id="place", compact=True)
        yield Static(id="said", markup=False)
        yield ProgressBar(show_eta=False, show_percentage=False, id="bar")
        with Container(id="keys"):
            yield KeyBar(KEYS[:3])
            yield KeyBar(KEYS[3:])

    async def on_mount(self) -> None:
        """Look what waits, now and then again."""
        self.query_one("#bar").display = False
        await self._look_what_waits()
        if not self._waiting:
            self.query_one(PictureTree).focus()
        self.set_interval(_LOOK_AGAIN, self._look_what_waits)

    def action_take(self) -> None:
        """Take the picture under the cursor, wherever that is."""
        if isinstance(self.focused, OptionList):
            self.focused.action_select()
        elif isinstance(self.focused, PictureTree):
            self.focused.action_select_cursor()
        else:
            self._take_typed(self.query_one(PlaceInput).value)

    def action_go(self, place: str) -> None:
        """Look in another folder."""
        tree = self.query_one(PictureTree)
        tree.path = _places()[place]
        tree.focus()

    def action_leave(self) -> None:
        """Go back without a picture."""
        self.dismiss(False)

    def on_paste(self, event: events.Paste) -> None:
        """A picture may be dropped anywhere."""
        self._take_typed(event.text)

    @on(PlaceInput.Dropped)
    def take_dropped(self, event: PlaceInput.Dropped) -> None:
        """Take what was dropped on the line."""
        self._take_typed(event.text)

    @on(Input.Submitted)
    def take_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed."""
        self._take_typed(event.value)

    @on(OptionList.OptionSelected)
    def take_waiting(self, event: OptionList.OptionSelected) -> None:
        """Take a picture that waits."""
        if self._waiting:
            self._take(self._waiting[event.option_index].path)

    @on(DirectoryTree.FileSelected)
    def take_found(self, event: DirectoryTree.FileSelected) -> None:
        """Take a picture from this computer."""
        self._take(event.path)

    @on(OptionList.OptionHighlighted)
    def look_at_waiting(self, event: OptionList.OptionHighlighted) -> None:
        """Show the picture that waits."""
        if self._waiting:
            self._look_at(self._waiting[event.option_index].path)

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
        here = self._waiting[listed.highlighted].path if self._waiting and listed.highlighted else None
        self._waiting = waiting
        listed.set_options(Option(Content(_name(one.path))) for one in waiting)
        listed.display = bool(waiting)
        self.query_one("#none").display = not waiting
        if waiting:
            listed.highlighted = next((at for at, one in enumerate(waiting) if one.path == here), 0)

    def _take_typed(self, text: str) -> None:
        place = dropped_place(text)
        if place is None:
            self.query_one(PlaceInput).value = clean_line(text)
            self._say("There is no picture at this place. Drop it here once more, or choose it in the list.")
        elif place.is_dir():
            tree = self.query_one(PictureTree)
            tree.path = place
            tree.focus()
        else:
            self._take(place)

    def _take(self, path: Path) -> None:
        self.run_worker(self._taken_and_brought(path), exclusive=True, group="take")

    async def _taken_and_brought(self, path: Path) -> None:
        """Take a picture in, ask for its words, and hand it on."""
        self._say("Taking your picture in ...")
        bar = self.query_one("#bar")
        bar.display = True
        try:
            taken = await asyncio.to_thread(self._taken, path)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        finally:
            bar.display = False
        self._say("")
        caption = await self.app.push_screen_wait(CaptionScreen(picture_in(taken.png, PX), ""))
        if caption is not None and self._bring((taken.content, taken.png), path, caption):
            self.dismiss(True)

    def _look_at(self, path: Path) -> None:
        self.run_worker(self._shown(path), exclusive=True, group="look")

    async def _shown(self, path: Path) -> None:
        await asyncio.sleep(_PAUSE)
        self.query_one("#name", Static).update(Content(_name(path)))
        try:
            taken = await asyncio.to_thread(self._taken, path)
        except Refusal as refusal:
            self.query_one(PixelPicture).pixels = None
            self.query_one("#name", Static).update(Content(f"{_name(path)}\n{refusal}"))
            return
        self.query_one(PixelPicture).pixels = picture_in(taken.png, PX)

    def _taken(self, path: Path) -> Taken:
        """Take a picture in, in a thread; one that is looked at is taken only once."""
        lying = lying_at(path)
        with self._one_at_a_time:
            if self._known is not None and self._known[0] == lying:
                return self._known[1]
            taken = take_in(path)
            if lying is not None:
                self._known = (lying, taken)
            return taken

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(Content(text))


def _name(path: Path) -> str:
    return clean_line(path.name) or _ODD_NAME
