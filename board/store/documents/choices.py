"""What two computers said differently, as values to choose from; until somebody does, all of it is kept."""

from typing import Any, NamedTuple

from board.errors import Refusal
from board.mastery.curriculum import Unit
from board.mastery.people import clean_name
from board.store.codec import Documents
from board.store.documents.edits import GONE, told
from board.store.documents.merging import Disagreement, disagreements, visible
from board.store.documents.records import Reading
from board.store.documents.units import units_of

Value = str | bool | int | tuple[str, ...] | Unit | None
"""What a version says: words, yes or no, a number, several words, or a whole unit; None where it says nothing."""


class Saying(NamedTuple):
    """One of several versions.

    Attributes:
        device: Id of the computer it was written on, empty where nobody knows.
        value: What it says.
        written: The same as it is written down, by which it is found again.
    """

    device: str
    value: Value
    written: str


class Choice(NamedTuple):
    """Something to choose about.

    Attributes:
        table: Name of the table it stands in, see `tables`.
        id: Id of the student, adult or unit.
        field: Which of its fields; `gone` when one took out what another edited, `levels` for the steps of a unit.
        about: The name or title that is shown now.
        sayings: What there is to choose from; the first is shown now.
    """

    table: str
    id: str
    field: str
    about: str
    sayings: tuple[Saying, ...]


def choices_of(tables: Documents) -> tuple[Choice, ...]:
    """Give what there is to choose about in the documents of a class; a version nobody can read is no choice."""
    open_ = tuple(disagreements(tables))
    shown = visible(tables) if open_ else {}
    found = []
    for one in open_:
        doc = shown[one.table][one.id]
        about = doc.get("name", doc.get("title", ""))
        read = ((version, _value(shown, one, version.value)) for version in one.versions)
        sayings = tuple(Saying(device_of(said.writer), *value, told(said.value)) for said, value in read if value)
        if len(sayings) > 1:
            found.append(
                Choice(one.table, one.id, one.field, clean_name(about) if isinstance(about, str) else "", sayings)
            )
    return tuple(found)


def value_of(tables: Documents, choice: Choice, which: int) -> Any:
    """Give what was chosen as it is written down.

    Args:
        tables: The documents with all that is said in them now.
        choice: What there was to choose from, as somebody saw it.
        which: The place of the version among its sayings.

    Raises:
        Refusal: Something else is said there meanwhile, or somebody has decided.
    """
    seen = [one.written for one in choice.sayings]
    raw = next((one.versions for one in disagreements(tables) if (one.table, one.id, one.field) == choice[:3]), ())
    found = [one.value for one in raw if told(one.value) == seen[which]]
    now = next((one.sayings for one in choices_of(tables) if one[:3] == choice[:3]), ())
    if not found or any(one.written not in seen for one in now):
        raise Refusal("Somebody has decided about this on another computer meanwhile; look at what stands there now.")
    return found[0]


def device_of(writer: str) -> str:
    """Give the computer of a writer; each time it opens a class it writes under another name."""
    return writer.rpartition(".")[0]


def _value(shown: Documents, one: Disagreement, value: Any) -> tuple[Value] | None:
    """Give what a version says as a value that can be shown, None when it can't be read."""
    if one.table == "units" and one.field == "levels":
        return _unit(shown["units"], one.id, value)
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return (tuple(map(clean_name, value)),)
    if one.field == GONE:
        return (value is True,)
    if isinstance(value, str):
        return (clean_name(value),)
    return (value,) if value is None or isinstance(value, bool | int) else None


def _unit(units: dict[str, Any], id_: str, content: Any) -> tuple[Unit] | None:
    if not isinstance(content, dict) or not isinstance(content.get("levels"), list):
        return None
    rest = {field: said for field, said in units[id_].items() if field not in ("levels", "archived")}
    found = units_of(Reading(), {**units, id_: {**rest, **content}})
    return next(((unit,) for unit in found if unit.id == id_), None)
