"""What may stand in class.json: one typed shape for each kind of record, and which fields of one are not in shape."""

from enum import StrEnum
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from board.mastery.asking import MOST_ASKED
from board.mastery.curriculum import Path
from board.mastery.kiosk import MOST_PATIENCE, Kiosk
from board.mastery.people import AdultRole
from board.mastery.plan import Freedom

_Count = Annotated[int, Meta(ge=1, lt=1 << 31)]
"""A whole number from 1 up that every program can hold."""

_Number = Annotated[int, Meta(ge=0, lt=1 << 31)]
"""A whole number from 0 up that every program can hold."""

_Cards = Annotated[int, Meta(ge=0, lt=1000)]
_Patience = Annotated[int, Meta(ge=1, le=MOST_PATIENCE)]


class Why(StrEnum):
    """Why something that was read does not count, or not as it stands; `aside` has the words."""

    RECORD = "no record"
    MISSING = "missing"
    BLANK = "blank"
    TEXT = "no text"
    YES_NO = "neither true nor false"
    NUMBER = "no whole number from 1 up"
    TEXTS = "no list of texts"
    LIST = "no list"
    PATH = "no path"
    FREEDOM = "no freedom"
    ROLE = "no role"
    ID = "no id"
    TWICE = "twice"
    OVER = "more than there are"
    NO_STEP = "no step of the class"
    NO_STEP_HERE = "no step of the level"
    LISTED = "a student of the class"
    CIRCLE = "a circle"
    NO_ADULT = "no adult"
    HIDDEN = "hidden characters"
    LONG = "too long"


class AboutRecord(Struct, frozen=True):
    """What is said about the class itself."""

    name: str
    id: str = ""
    looks_first: bool = True
    asking: bool = True
    most_asked: _Count = MOST_ASKED
    kiosk_words: bool = True
    kiosk_outlines: bool = False
    kiosk_covering: bool = True
    kiosk_sound: bool = False
    kiosk_idle: _Count = Kiosk().idle
    kiosk_lock: _Number = Kiosk().lock
    kiosk_pin: str = ""


class StudentRecord(Struct, frozen=True):
    """A student; the id is the name of the record."""

    name: str
    alias: str = ""
    emblem: str = ""
    grade: str = ""
    number: str = ""
    left: bool = False
    also: tuple[str, ...] = ()
    family_check: str = ""
    photos: bool = False
    card: _Cards = 0
    patience: _Patience = 1
    freedom: Freedom = Freedom.GUIDED
    order: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    shows_best: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()


class AdultRecord(Struct, frozen=True):
    """An adult who judges; the id is the name of the record."""

    name: str
    role: AdultRole = AdultRole.TEACHER


class UnitRecord(Struct, frozen=True):
    """A unit; the id is the name of the record, and what stands in its lists is read one by one."""

    title: str
    subjects: tuple[str, ...] = ()
    path: Path = Path.LEVELS
    levels: tuple[Any, ...] = ()
    archived: tuple[Any, ...] = ()
    two_adults: bool = False


class LevelRecord(Struct, frozen=True):
    """A level; its steps and its Boss are read one by one."""

    id: str
    title: str
    needed: _Count | None = None
    must: tuple[str, ...] = ()
    steps: tuple[Any, ...] = ()
    boss: Any = None


class StepRecord(Struct, frozen=True):
    """A step in the unit it is at home in."""

    id: str
    title: str
    i_can: str
    criteria: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    badge: str = ""
    version: _Count = 1
    grow_from: str = ""
    counts: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()


Shape = TypeVar("Shape", bound=Struct)

_NOT: dict[Any, Why] = {
    str: Why.TEXT,
    bool: Why.YES_NO,
    tuple[str, ...]: Why.TEXTS,
    tuple[Any, ...]: Why.LIST,
    Path: Why.PATH,
    Freedom: Why.FREEDOM,
    AdultRole: Why.ROLE,
}
"""What a value is not that does not fit its type; what is no key here is a count."""


_UNFIT = (msgspec.ValidationError, UnicodeError)
"""What msgspec raises; the second where it looks at half a surrogate pair."""


def shaped(shape: type[Shape], doc: object) -> tuple[Shape | None, dict[str, Why]]:
    """Give what a document says in a shape, and which of its fields are wrong; these count as not said.

    Args:
        shape: The shape.
        doc: What was read; fields that the shape does not know are passed over.

    Returns:
        None for the document where it is none, or where a field that must be there is wrong.
    """
    try:
        return msgspec.convert(doc, shape), {}
    except _UNFIT:
        if not isinstance(doc, dict):
            return None, {"": Why.RECORD}
    fields = msgspec.structs.fields(shape)
    wrong = {field.name: why for field in fields if (why := _wrong(field, doc)) is not None}
    if any(field.required and field.name in wrong for field in fields):
        return None, wrong
    sound = {field.name: doc[field.name] for field in fields if field.name in doc and field.name not in wrong}
    return msgspec.convert(sound, shape), wrong


def _wrong(field: msgspec.structs.FieldInfo, doc: dict[str, Any]) -> Why | None:
    if field.name not in doc:
        return Why.MISSING if field.required else None
    try:
        msgspec.convert(doc[field.name], field.type)
    except _UNFIT:
        return _NOT.get(field.type, Why.NUMBER)
    return None
