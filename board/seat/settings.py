"""What belongs to a seat and never to a class: device id, last class, last place on the board."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from board.disk import NotSaved, put_file, reason
from board.disk.modes import made_folders
from board.store.draft import new_id
from board.store.locks import Turn


class Place(NamedTuple):
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
    """

    device: str
    last_class: str
    theme: str
    places: dict[str, Place]
    paper: dict[str, Any]
    signs: str

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


class SettingsFile:
    """The settings of a seat in their file, kept beside what other boards of the same seat keep.

    Args:
        home: The folder it lies in, made when missing.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._path = home / "settings.json"

    def load(self) -> Settings:
        """Read the settings; the first time a device id is made and kept.

        Raises:
            NotSaved: They can't be kept.
        """
        known = self._read()
        if known is not None:
            return known
        try:
            made_folders(self._home, private=True)
        except OSError as error:
            raise NotSaved(
                f"{self._home} can't be made ({reason(error)}); name another folder in BOARD_HOME."
            ) from error
        with Turn(self._home / "settings.lock").taken():
            known = self._kept_or_new()
            self._write(known)
        return known

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

    def keep_paper(self, *entries: tuple[str, str, Any]) -> None:
        """Keep something about printing.

        Args:
            entries: Each with its table, its name in it, and what is kept as plain JSON; None takes it away.

        Raises:
            NotSaved: It can't be kept.
        """

        def kept(known: Settings) -> Settings:
            tables = {name: dict(known.paper_table(name)) for name in (*known.paper, *(entry[0] for entry in entries))}
            for name, key, value in entries:
                tables[name].pop(key, None)
                if value is not None:
                    tables[name][key] = value
            return known._replace(paper=tables)

        self._change(kept)

    def _change(self, change: Callable[[Settings], Settings]) -> None:
        self.load()
        with Turn(self._home / "settings.lock").taken():
            self._write(change(self._kept_or_new()))

    def _kept_or_new(self) -> Settings:
        return self._read() or Settings(new_id(), "", "", {}, {}, "")

    def _write(self, settings: Settings) -> None:
        places = {folder: place._asdict() for folder, place in settings.places.items()}
        text = json.dumps(settings._asdict() | {"places": places}, ensure_ascii=False, indent=1)
        put_file(
            self._path, text.encode("utf-8", "surrogatepass")
        )  # names of folders may hold bytes that are no letters

    def _read(self) -> Settings | None:
        """Read what is kept; a file that names no device counts as none, since nothing in it is needed to open a class."""
        try:
            return _settings_of(json.loads(self._path.read_bytes()))
        except (OSError, ValueError, RecursionError):
            return None


def _settings_of(kept: Any) -> Settings | None:
    """Give the settings that were kept: what is damaged, or of a newer board, costs nothing but itself."""
    if not isinstance(kept, dict) or not _text(kept, "device"):
        return None
    places, paper = kept.get("places"), kept.get("paper")
    known = {folder: _place_of(place) for folder, place in places.items()} if isinstance(places, dict) else {}
    return Settings(
        _text(kept, "device"),
        _text(kept, "last_class"),
        _text(kept, "theme"),
        known,
        paper if isinstance(paper, dict) else {},
        _text(kept, "signs"),
    )


def _place_of(kept: Any) -> Place:
    if not isinstance(kept, dict):
        return Place()
    zoom, group = kept.get("zoom"), kept.get("group")
    return Place(
        _text(kept, "unit"),
        _text(kept, "student"),
        _text(kept, "step"),
        zoom if type(zoom) is int else None,
        tuple(one for one in group if isinstance(one, str)) if isinstance(group, list) else (),
        _text(kept, "marking"),
    )


def _text(kept: dict[str, Any], name: str) -> str:
    text = kept.get(name)
    return text if isinstance(text, str) else ""
