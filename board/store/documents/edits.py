"""What a document says about its edits: taken apart into fields with all their values, and put together again. Pure.

A document says in `changes` what it has seen, and which edit each of its fields is from. An edit is known by its dot: a
number greater than all it has seen, and who wrote it. A document without `changes` is older than every edit.

A document that was deleted forgets its fields with all it knew about them, so that nothing of it stands against what somebody
else has written; what it has seen only tells which edits its deletion knew of.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from board.store.codec import Document

CHANGES, GONE, PLACE = "changes", "gone", "place"

HIDDEN = frozenset((CHANGES, GONE, PLACE))
"""Fields of a document that nobody outside of the storage sees."""

TOGETHER: Mapping[str, tuple[str, ...]] = {"units": ("levels", "archived")}
"""Fields that are one for the merge, by table: a step that stood in both of two versions would be in no valid unit."""

ABSENT: Any = ...
"""The value of a field a document does not have."""

Dot = tuple[int, str]
"""An edit of a document: its number, and who wrote it."""

_MOST = 1 << 53

_ORIGIN: Dot = (0, "")
"""The edit of documents that say nothing about edits."""

Register = dict[Dot, list[Any]]
"""The values of a field by the edit they are from; there is more than one edit where these had not seen each other."""


class State(NamedTuple):
    """A document taken apart.

    Attributes:
        seen: For each writer the greatest number of an edit that was seen.
        known: The same for those edits whose values are in the fields, or were overwritten there; nothing once deleted.
        rest: The edits that all fields are from that are not spoken of.
        fields: The registers of all others.
    """

    seen: dict[str, int]
    known: dict[str, int]
    rest: tuple[Dot, ...]
    fields: dict[str, Register]

    def of(self, field: str) -> Register:
        """Give the register of a field, also of one that is not spoken of."""
        return self.fields.get(field) or {dot: [ABSENT] for dot in self.rest}

    @property
    def is_gone(self) -> bool:
        """Whether the document was deleted, and nobody edited it who had not seen that."""
        return ranked(GONE, self.of(GONE))[0][1] is True


NOTHING = State({}, {}, (), {})
"""A document nobody has written yet."""


def taken_apart(table: str, doc: Document) -> State:
    """Give the parts of a document; what it says about edits counts only when all of that can be read."""
    try:
        seen, known, rest, said, others = _changes(doc.get(CHANGES))
    except (TypeError, ValueError, KeyError, AttributeError):
        seen, known, rest, said, others = _changes(None)
    values = parts(table, {field: value for field, value in doc.items() if field != CHANGES})
    fields: dict[str, Register] = {}
    for field in {**values, **said, **others}:
        register: Register = {}
        mine = (said[field],) if field in said else rest
        for dot, value in (*((dot, values.get(field, ABSENT)) for dot in mine), *others.get(field, ())):
            register.setdefault(dot, []).append(value)
        fields[field] = {dot: distinct(several) for dot, several in register.items()}
    for number, writer in (_ORIGIN, *rest, *(dot for register in fields.values() for dot in register)):
        seen[writer] = max(seen.get(writer, 0), number)
        known[writer] = max(known.get(writer, 0), number)
    return _without_words(State(seen, known, rest, fields))


def _without_words(state: State) -> State:
    return State(state.seen, {}, (), {GONE: state.of(GONE)}) if state.is_gone else state


_Others = dict[str, list[tuple[Dot, Any]]]


def _changes(changes: Any) -> tuple[dict[str, int], dict[str, int], tuple[Dot, ...], dict[str, Dot], _Others]:
    """Read what a document says about edits: what it has seen and knows, the edits of all, of fields, and other values."""
    if changes is None:
        return {}, {}, (_ORIGIN,), {}, {}
    seen, known = (
        {writer: number for writer, number in several.items() if type(number) is int and 0 <= number < _MOST}
        for several in (changes["seen"], changes.get("known", changes["seen"]))
    )
    by = changes["by"]
    said = {field: _dot(text) for field, text in changes.get("set", {}).items()}
    others = {
        field: [(_dot(dot), value[0] if value else ABSENT) for dot, *value in several]
        for field, several in changes.get("other", {}).items()
    }
    return seen, known, tuple(map(_dot, [by] if isinstance(by, str) else by)) or (_ORIGIN,), said, others


def _dot(text: str) -> Dot:
    writer, _, number = text.rpartition(":")
    if not 0 <= int(number) < _MOST:
        raise ValueError(text)
    return (int(number), writer)


def put_together(table: str, state: State) -> Document:
    """Give a document from its parts, always in the same order; one that is gone keeps none of its words."""
    state = _without_words(state)
    rest = sorted(state.rest, reverse=True)
    doc: Document = {}
    said: dict[str, str] = {}
    others: dict[str, list[list[Any]]] = {}
    for field in sorted(state.fields, key=lambda field: (field not in ("name", "title"), field)):
        register = state.fields[field]
        (dot, value), *lost = ranked(field, register)
        if value is not ABSENT:
            doc |= _as_fields(table, field, value)
        if register.keys() == set(rest) and all(told(other) == told(value) for _, other in lost):
            continue
        said[field] = _written(dot)
        if lost:
            others[field] = [[_written(one)] if other is ABSENT else [_written(one), other] for one, other in lost]
    seen, known = ({writer: of[writer] for writer in sorted(of) if of[writer]} for of in (state.seen, state.known))
    if seen or others:
        by = _written(rest[0]) if len(rest) == 1 else [_written(dot) for dot in rest]
        changes: Document = {"seen": seen, "by": by, "known": known, "set": said, "other": others}
        empty = {key for key in ("set", "other") if not changes[key]} | (
            {"known"} if known == seen or not rest else set()
        )
        doc[CHANGES] = {key: value for key, value in changes.items() if key not in empty}
    return doc


def ranked(field: str, register: Register) -> list[tuple[Dot, Any]]:
    """Give the values of a field, the one that is shown first, by a rule every computer shares.

    A value goes before none, and an edit of a document before its deletion; then the greater number goes first.
    """

    def rank(one: tuple[Dot, Any]) -> tuple[bool, Dot, str]:
        dot, value = one
        return ((value is ABSENT) == (field == GONE), dot, told(value))

    return sorted(((dot, value) for dot, values in register.items() for value in values), key=rank, reverse=True)


def distinct(values: Iterable[Any]) -> list[Any]:
    """Give each value once; no value is none beside one."""
    by_words = {told(value): value for value in values}
    if len(by_words) > 1:
        by_words.pop(told(ABSENT), None)
    return [by_words[words] for words in sorted(by_words)]


def parts(table: str, doc: Document) -> Document:
    """Give the fields of a document as the merge knows them: those that are one stand under the first one's name."""
    together = TOGETHER.get(table, ())
    inside = {field: doc[field] for field in together if field in doc}
    apart = {field: value for field, value in doc.items() if field not in together}
    return {**apart, together[0]: inside} if inside else apart


def with_part(table: str, doc: Document, field: str, value: Any) -> Document:
    """Give a document with another value in one of the fields as the merge knows them; None takes it out."""
    kept = {name: said for name, said in parts(table, doc).items() if name != field and name not in HIDDEN}
    fields = {} if value is None or field == GONE else _as_fields(table, field, value)
    together = TOGETHER.get(table, ())
    whole = _as_fields(table, together[0], kept.pop(together[0])) if together and together[0] in kept else {}
    return {**kept, **whole, **fields}


def _as_fields(table: str, field: str, value: Any) -> Document:
    together = TOGETHER.get(table, ())
    if field not in together[:1] or not isinstance(value, dict):
        return {field: value}
    return {one: value[one] for one in together if one in value}


def told(value: Any) -> str:
    """Give a value as words, the same for equal values; none for no value."""
    return "" if value is ABSENT or value is None else json.dumps(value, sort_keys=True)


def _written(dot: Dot) -> str:
    return f"{dot[1]}:{dot[0]}"
