"""What keeps a synced class whole, each with a way to switch it off."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from board.store.documents.merging import stamped


class Protection(NamedTuple):
    """Something that keeps a class whole.

    Attributes:
        name: What it does.
        without: What is said of a run without it.
        stand_ins: What stands in the place of what, so that it does nothing.
        seed: From here on a run needs it soon; the same runs are sound with it.
    """

    name: str
    without: str
    stand_ins: Mapping[str, object]
    seed: int = 0

    @contextmanager
    def off(self) -> Iterator[None]:
        """Switch it off."""
        with pytest.MonkeyPatch.context() as patch:
            for place, stand_in in self.stand_ins.items():
                patch.setattr(place, stand_in)
            yield


def _nothing(*_: object) -> None:
    return None


def _either(one: Any, other: Any, *_: object) -> Any:
    """Take one state for another, whichever there is."""
    return other or one


def _unproved(path: Path, _: str) -> bytes:
    """Take whatever lies in the place of a picture for it."""
    return path.read_bytes()


def _unmarked(stamp: Callable[..., Any]) -> Callable[..., Any]:
    """Write documents down without a word about those that are gone."""

    def stamp_so(*words: Any) -> Any:
        tables = stamp(*words)
        return {name: {id_: doc for id_, doc in docs.items() if not doc.get("gone")} for name, docs in tables.items()}

    return stamp_so


def _unseen(stamp: Callable[..., Any]) -> Callable[..., Any]:
    """Write documents down without what they have seen."""

    def stamp_so(*words: Any) -> Any:
        tables = stamp(*words)
        for docs in tables.values():
            for doc in docs.values():
                doc.pop("changes", None)
        return tables

    return stamp_so


PROTECTIONS = (
    Protection(
        "lines are written again", "facts are lost", {"board.store.ledger.ledger.Ledger._lost": lambda _: {}}, 5
    ),
    Protection("lines are remembered", "facts are lost", {"board.store.ledger.journal.Journal.lines": lambda _: {}}, 5),
    Protection("documents are remembered", "words are lost", {"board.store.documents.beside.Beside.memory": _nothing}),
    Protection("copies are joined", "words are lost", {"board.store.documents.beside.conflict_copies": lambda _: []}),
    Protection("documents are joined", "words are lost", {"board.store.documents.beside.joined": _either}),
    Protection("edits say what they saw", "", {"board.store.documents.storage.stamped": _unseen(stamped)}),
    Protection("pictures are verified", "pictures are lost", {"board.store.pictures.picture_folder.proved": _unproved}),
    Protection(
        "deletions leave markers", "there again", {"board.store.documents.storage.stamped": _unmarked(stamped)}, 60
    ),
)
