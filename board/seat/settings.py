"""What belongs to a seat and never to a class: device id, last class, last place on the board."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from board.disk import NotSaved, put_file, put_if_possible, read_plain, reason
from board.disk.modes import made_folders
from board.store.codec import document_bytes
from board.store.documents.amending import amended
from board.store.documents.records import is_id
from board.store.documents.shapes import shaped
from board.store.draft import new_id
from board.store.locks import Turn


class Place(Struct, frozen=True):
    """How a board was left; everything by id.

    Attributes:
        unit: The unit on it.
        student: The student under the cursor.
        step: The step under the cursor.
        zoom: Number of the zoom, None when none was chosen.
        group: The students of the last small group.
        marking: The assessor who marks at this seat, by id; empty before anybody has.
    """

    unit: str = ""
    student: str = ""
    step: str = ""
    zoom: int | None = None
    group: tuple[str, ...] = ()
    marking: str = ""


class _Kept(Struct, frozen=True):
    """What the file holds at its top; places are read one by one."""

    device: str = ""
    last_class: str = ""
    theme: str = ""
    places: dict[str, Any] = msgspec.field(default_factory=dict)
    paper: dict[str, Any] = msgspec.field(default_factory=dict)
    signs: str = ""
    former: tuple[str, ...] = ()
    locked: str = ""


class Settings(NamedTuple):
    """What is remembered at a seat.

    Attributes:
        device: Names this seat's ledger files; random.
        last_class: Key of the class opened last, or empty.
        theme: Name of the theme chosen last, or empty for the first one.
        places: Last place on the board of each class by its key, the newest last.
        paper: What is kept about printing, as plain JSON: tables by name, each with its entries. `Printers` and
            `PrintMemory` know what is in them.
        signs: The signs chosen here, empty for automatic.
        former: Ids of devices this seat had before, given up because another computer had the same.
        locked: Key of the class whose board is locked here, or was when it ended; empty for none.
    """

    device: str
    last_class: str
    theme: str
    places: dict[str, Place]
    paper: dict[str, Any]
    signs: str
    former: tuple[str, ...] = ()
    locked: str = ""

    def place(self, key: str) -> Place:
        """Give the last place on the board of a class.

        Args:
            key: What the class is known by, see `Book.key`.
        """
        return self.places.get(key, Place())

    def paper_table(self, name: str) -> dict[str, Any]:
        """Give what is kept about printing in a table; what is damaged counts as empty."""
        table = self.paper.get(name)
        return table if isinstance(table, dict) else {}


_NAME_LIMIT, _KEY_LIMIT = 255, 4096
"""Longest name of a file or folder, and longest path, in characters, that any system keeps."""

_DEVICE_BYTES = 1000
"""Most bytes of the file that names the device."""


class SettingsFile:
    """The settings of a seat in their file, kept beside what other boards of the same seat keep.

    What is wrong in the file counts as never chosen and stays in it. The device, which names the files this computer
    has in its classes, stands in a second file too: it is the one thing nobody can choose again.

    Args:
        home: The folder it lies in, made when missing.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._path = home / "settings.json"
        self._device = home / "device"

    def load(self) -> Settings:
        """Read the settings; the first time a device id is made and kept.

        Raises:
            NotSaved: They can't be kept.
        """
        known = self._settings(self._read())
        if known is not None:
            if not self._device.exists():
                put_if_possible(self._device, known.device.encode())
            return known
        try:
            made_folders(self._home, private=True)
        except OSError as error:
            raise NotSaved(
                f"{self._home} can't be made ({reason(error)}); name another folder in BOARD_HOME."
            ) from error
        return self._changed(lambda known: known)

    def remember(self, key: str, place: Place | None = None, theme: str | None = None) -> None:
        """Keep the last class, the place on its board and the theme.

        Args:
            key: What the class is known by.
            place: The place, None for the one that is kept.
            theme: Name of the theme, None for the one that is kept.

        Raises:
            NotSaved: They can't be kept.
        """

        def remembered(known: Settings) -> Settings:
            places = dict(known.places)
            if place is not None:
                places.pop(key, None)  # so that the newest stands last
                places[key] = place
            return known._replace(last_class=key, places=places, theme=known.theme if theme is None else theme)

        self._change(remembered)

    def remember_theme(self, theme: str) -> None:
        """Keep the theme where no class is open.

        Raises:
            NotSaved: It can't be kept.
        """
        self._change(lambda known: known._replace(theme=theme))

    def remember_signs(self, signs: str) -> None:
        """Keep which signs were chosen.

        Raises:
            NotSaved: They can't be kept.
        """
        self._change(lambda known: known._replace(signs=signs))

    def remember_locked(self, key: str) -> None:
        """Keep which board is locked, so that closing its window opens nothing.

        Args:
            key: What its class is known by, empty once it is open again.

        Raises:
            NotSaved: It can't be kept.
        """
        self._change(lambda known: known._replace(locked=key))

    def renew_device(self, old: str) -> str:
        """Give up a device id that another computer has, too, and give the new one.

        Args:
            old: The id; where another board of this seat has given it up already, what it took instead counts.

        Raises:
            NotSaved: It can't be kept.
        """

        def renewed(known: Settings) -> Settings:
            return known if known.device != old else known._replace(device=new_id(), former=(*known.former, old))

        self._change(renewed)
        return self.load().device

    def keep_paper(self, *entries: tuple[str, str, Any]) -> None:
        """Keep something about printing.

        Args:
            entries: Each with its table, its name in it, and what is kept as plain JSON; None takes it away.

        Raises:
            NotSaved: It can't be kept.
        """

        def kept(known: Settings) -> Settings:
            tables = {**known.paper, **{name: dict(known.paper_table(name)) for name, _, _ in entries}}
            for name, key, value in entries:
                tables[name].pop(key, None)
                if value is not None:
                    tables[name][key] = value
            return known._replace(paper=tables)

        self._change(kept)

    def _change(self, change: Callable[[Settings], Settings]) -> None:
        self.load()
        self._changed(change)

    def _changed(self, change: Callable[[Settings], Settings]) -> Settings:
        """Make a change and keep it; two boards that start at once agree on one device."""
        with Turn(self._home / "settings.lock").taken():
            kept = self._read()
            known = self._settings(kept) or _settings_of({}, self._kept_device() or new_id())
            became = change(known)
            after = (
                {**amended(kept, _plain(known), _plain(became)), "device": became.device} if kept else _plain(became)
            )
            if after != kept or not self._path.exists():
                put_file(self._path, document_bytes(after))
            if self._kept_device() != became.device:
                put_if_possible(self._device, became.device.encode())
        return became

    def _settings(self, kept: dict[str, Any]) -> Settings | None:
        """Give what was kept; None without a device, since nothing else in it is needed to open a class."""
        device = kept.get("device")
        return _settings_of(kept, device) if is_id(device) else None

    def _read(self) -> dict[str, Any]:
        """Give what the file holds, nothing where it can't be read."""
        try:
            kept = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _kept_device(self) -> str:
        try:
            kept = read_plain(self._device, _DEVICE_BYTES).decode()
        except (OSError, ValueError):
            return ""
        return kept if is_id(kept) else ""


def _settings_of(kept: dict[str, Any], device: str) -> Settings:
    """Give the settings that were kept: what is damaged, or of a newer board, costs nothing but itself."""
    said = shaped(_Kept, kept)[0] or _Kept()
    places = {key: shaped(Place, place)[0] or Place() for key, place in said.places.items() if _may_be_key(key)}
    last = said.last_class if _may_be_key(said.last_class) else ""
    return Settings(device, last, said.theme, places, said.paper, said.signs, said.former, said.locked)


def _may_be_key(key: str) -> bool:
    """Tell whether a class may be known by this: a system answers a name that is too long with an error, not with no."""
    return max(map(len, re.split(r"[/\\]", key))) <= _NAME_LIMIT and len(key) <= _KEY_LIMIT


def _plain(settings: Settings) -> dict[str, Any]:
    """Give settings as they are written."""
    places = {key: msgspec.structs.asdict(place) for key, place in settings.places.items()}
    return {**settings._asdict(), "places": places}
