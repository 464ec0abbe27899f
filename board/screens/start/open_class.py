"""Open a class: one that was found on this computer, or a folder that is typed or dropped."""

from pathlib import Path, PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from board.exchange.places import file_place
from board.screens.parts.page import PAGE_LOOKS, PageScreen
from board.seat.seat import Seat
from board.store.library import KnownClass, is_class
from board.widgets.one_line import PlaceOnDisk
from board.widgets.row_list import CalmList


class OpenClassScreen(PageScreen[str | None]):
    """Asks which class to open; gives its key, or None when it was left.

    Args:
        seat: Where one sits.
    """

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [PAGE_LOOKS, "open_class.tcss"]
    GO_ON = "Open it"

    class Found(Message):
        """This computer was looked through."""

        def __init__(self, classes: tuple[KnownClass, ...]) -> None:
            super().__init__()
            self.classes = classes

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat, self._library = seat, seat.library
        self._listed = self._library.known()

    def compose_page(self) -> ComposeResult:
        """The classes there are, and a line for another place."""
        yield Static("Looking for classes on this computer ...", id="found", classes="hint", markup=False)
        yield CalmList(id="classes", markup=False)
        yield Static("Somewhere else? Drop its folder here, or type where it is.", classes="label", markup=False)
        yield PlaceOnDisk(placeholder="the folder, such as Documents/Room 12.class", id="place").where_enter(
            "Open the class that was typed, or the one under the cursor."
        )

    def on_mount(self) -> None:
        """List what is known, and look for more."""
        self.title_is("Open my class")
        self._list()
        self._look()

    @work(thread=True, exit_on_error=False, exclusive=True, group="look")
    def _look(self) -> None:
        self.post_message(self.Found(self._library.found()))

    @on(Found)
    def list_found(self, event: Found) -> None:
        """List everything that was found."""
        self._listed = event.classes
        self._list()
        self.query_one("#found", Static).update(
            "↑ ↓ choose a class, Enter opens it."
            if self._listed
            else "No class was found among your documents or on the desktop. A class is a folder whose name ends in .class."
        )
        if not self._listed:
            self.query_one(Input).focus()

    def _list(self) -> None:
        listed = self.query_one(OptionList)
        here = listed.highlighted or 0
        listed.set_options(
            Option(Content.assemble((one.name, "bold"), "\n", (str(one.place), "$foreground 70%")))
            for one in self._listed
        )
        listed.display = bool(self._listed)
        if self._listed:
            listed.highlighted = here
            if not self.query_one(Input).value:
                listed.focus()

    @property
    def filled(self) -> object:
        """What was typed."""
        return self.query_one(Input).value

    @on(Input.Changed)
    def look_again(self) -> None:
        """Forget what is no longer so."""
        self.typed()

    @on(OptionList.OptionSelected)
    def open_listed(self, event: OptionList.OptionSelected) -> None:
        """Give the class that was chosen."""
        self.dismiss(self._listed[event.option_index].key)

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """Give the folder that was typed, else the class under the cursor."""
        typed = self.query_one(Input).value
        at = self.query_one(OptionList).highlighted
        if typed.strip():
            folder = self._meant(typed)
            if folder is None:
                self.say(f"There is no class in {typed.strip()}. A class is a folder whose name ends in .class.")
            else:
                self.dismiss(str(folder))
        elif at is not None and self._listed:
            self.dismiss(self._listed[at].key)
        else:
            self.say("Type where the class is, or press Esc to go back.")

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _meant(self, typed: str) -> Path | None:
        """Give the class folder that was meant: a folder, or a file in it; None when there is none."""
        place, seat = file_place(typed), self._seat
        return next(filter(is_class, (place, place.parent, seat.user / place, seat.folders.documents / place)), None)
