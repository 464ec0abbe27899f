"""Where one sits: this computer, or one session of a server. It is made by the command line and handed down."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from board.elsewhere import IN_THIS_THREAD, Elsewhere
from board.mastery.may import Actor
from board.seat.settings import SettingsFile
from board.store.book import Book
from board.store.device import Device
from board.store.library import ClassFolders, Library


class OwnFolders(NamedTuple):
    """Where whoever sits here keeps what is their own.

    Attributes:
        documents: What they write.
        desktop: What lies on their desktop.
        pictures: Their pictures.
        downloads: What came from elsewhere.
        here: The folder they are in.
    """

    documents: Path
    desktop: Path
    pictures: Path
    downloads: Path
    here: Path


class Seat(NamedTuple):
    """One place at which somebody sits; two of them share nothing but what can be made again.

    Attributes:
        home: Folder of what is remembered here.
        cache: Folder for what can be made again; thrown away without harm.
        user: The folder of whoever sits here.
        look_up: Gives the other folders of theirs; asked only when they are needed, since it reads files.
        variables: What the terminal says about itself.
        elsewhere: Where work that takes long is done: a server does it beside itself, so that it holds nobody up.
    """

    home: Path
    cache: Path
    user: Path
    look_up: Callable[[], OwnFolders]
    variables: Mapping[str, str]
    elsewhere: Elsewhere = IN_THIS_THREAD

    @property
    def settings(self) -> SettingsFile:
        """What is remembered here."""
        return SettingsFile(self.home)

    @property
    def demo(self) -> Path:
        """Folder of the demo class one looks around in."""
        return self.home / "Demo.class"

    @property
    def faults(self) -> Path:
        """Folder of what is known about faults of the board itself."""
        return self.home / "faults"

    @property
    def folders(self) -> OwnFolders:
        """Where whoever sits here keeps what is their own."""
        return self.look_up()

    @property
    def device(self) -> Device:
        """This computer as classes know it.

        Raises:
            NotSaved: What is remembered here can't be kept.
        """
        kept = self.settings.load()
        return Device(kept.device, self.home / "memory", kept.former, self.settings.renew_device)

    @property
    def library(self) -> Library:
        """The classes one can open here.

        Raises:
            NotSaved: What is remembered here can't be kept.
        """
        known = self.settings.load()
        remembered = (known.last_class, *reversed(known.places))
        return ClassFolders(self.device, tuple(filter(None, remembered)), self.demo, self._where_classes_lie)

    def actor_in(self, book: Book) -> Actor:
        """Give the adult who marked last in a class at this seat; nobody in particular where none did.

        Args:
            book: The class.

        Raises:
            NotSaved: What is remembered here can't be kept.
        """
        return Actor.adult(self.settings.load().place(book.key).marking)

    def _where_classes_lie(self) -> dict[Path, int]:
        own = self.folders
        return {self.user: 1, own.here: 1, own.documents: 2, own.desktop: 2}  # the later counts where two are one
