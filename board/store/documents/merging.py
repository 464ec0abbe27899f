"""Documents that several computers edited made one: field by field, in any order of arrival, with nobody's words lost.

All of it is pure and total. Where two edits had not seen each other, both values are kept, and a rule every computer shares
says which is shown until somebody chooses.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from board.store.codec import Document, Documents
from board.store.documents.edits import (
    ABSENT,
    CHANGES,
    GONE,
    HIDDEN,
    NOTHING,
    PLACE,
    Dot,
    Register,
    State,
    distinct,
    parts,
    put_together,
    ranked,
    taken_apart,
    told,
)
from board.store.documents.places import in_order, moved, place_of, placed

_JOINED = "also"
"""The field of which nothing is dropped: a double that was joined on either computer is joined."""

_SETTLED = ("id", "format", PLACE, _JOINED)
"""Fields nobody is asked about."""

_TABLES = ("class", "students", "assessors", "units")
"""The order in which tables are written."""


class Version(NamedTuple):
    """One of several values of a field.

    Attributes:
        writer: Who wrote it.
        value: The value, None where the field is empty.
    """

    writer: str
    value: Any


class Disagreement(NamedTuple):
    """A field about which two computers say different things.

    Attributes:
        table: The table.
        id: The document.
        field: The field; of those that are one (`edits.TOGETHER`) the first.
        versions: What they say; the first is shown.
    """

    table: str
    id: str
    field: str
    versions: tuple[Version, ...]


def joined(one: Documents, other: Documents, erased: Collection[str] = ()) -> Documents:
    """Give what two states of the documents are together; the same whichever comes first, and however often.

    Args:
        one: Tables with all they say about edits.
        other: The same class, as it lay elsewhere.
        erased: Ids of students who never come back.
    """
    tables: Documents = {}
    for name in sorted({*one, *other}, key=_table_order):
        here, there = placed(one.get(name, {}), name), placed(other.get(name, {}), name)
        gone = erased if name == "students" else ()
        ids = [id_ for id_ in {**here, **there} if id_ not in gone]
        tables[name] = in_order({id_: _joined(name, here.get(id_), there.get(id_)) for id_ in ids})
    return tables


def _joined(table: str, one: Any, other: Any) -> Any:
    if one == other and one is not None:
        return one
    if one is None or other is None:
        only = other if one is None else one
        return put_together(table, taken_apart(table, only)) if isinstance(only, dict) else only
    if not (isinstance(one, dict) and isinstance(other, dict)):
        best = max((one, other), key=lambda doc: (isinstance(doc, dict), told(doc)))
        return _joined(table, best, best)
    here, there = taken_apart(table, one), taken_apart(table, other)
    rest = _kept({dot: [] for dot in here.rest}, {dot: [] for dot in there.rest}, here.known, there.known)
    fields = {
        field: _kept(here.of(field), there.of(field), here.known, there.known)
        for field in {**here.fields, **there.fields}
    }
    fields[GONE] = _kept(here.of(GONE), there.of(GONE), here.seen, there.seen)
    seen, known = _both(here.seen, there.seen), _both(here.known, there.known)
    return put_together(table, State(seen, known, tuple(rest), fields))


def _both(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {writer: max(one.get(writer, 0), other.get(writer, 0)) for writer in {**one, **other}}


def _kept(one: Register, other: Register, seen_by_one: Mapping[str, int], seen_by_other: Mapping[str, int]) -> Register:
    """Give what two registers are together: an edit stays unless the other side has seen it and has it no more."""

    def stays(dot: Dot) -> bool:
        number, writer = dot
        return (dot in one or number > seen_by_one.get(writer, -1)) and (
            dot in other or number > seen_by_other.get(writer, -1)
        )

    # Nothing stays only where two wrote under one name; then all of it does.
    dots = [dot for dot in {**one, **other} if stays(dot)] or [*one, *other]
    return {dot: distinct([*one.get(dot, ()), *other.get(dot, ())]) for dot in dots}


def visible(tables: Documents) -> Documents:
    """Give the documents that are there, in their order, without what they say about edits."""
    return {
        name: {id_: _visible(name, doc) for id_, doc in in_order(placed(table, name)).items() if not _is_gone(doc)}
        for name, table in tables.items()
    }


def _visible(table: str, doc: Any) -> Any:
    if not isinstance(doc, dict):
        return doc
    shown = {field: value for field, value in doc.items() if field not in HIDDEN}
    if _has_others(doc):
        register = taken_apart(table, doc).of(_JOINED)
        lists = [value for _, value in reversed(ranked(_JOINED, register)) if isinstance(value, list)]
        if len(lists) > 1:
            shown[_JOINED] = list({told(id_): id_ for one in lists for id_ in one}.values())
    return shown


def _is_gone(doc: Any) -> bool:
    return isinstance(doc, dict) and doc.get(GONE) is True


def _has_others(doc: Any) -> bool:
    return isinstance(doc, dict) and isinstance(changes := doc.get(CHANGES), dict) and "other" in changes


class _Edit(NamedTuple):
    """What becomes of a document.

    Attributes:
        table: Its table.
        raw: As it lies there, with all it says about edits; None when it does not.
        was: As it was visible, None when it was not.
        now: As it shall be visible, None when it shall go.
        place: Its new place, None when it stays where it is.
        chosen: Fields somebody has decided about.
    """

    table: str
    raw: Any
    was: Any
    now: Any
    place: float | None
    chosen: Collection[str]


def stamped(
    before: Documents, after: Documents, writer: str, chosen: Collection[tuple[str, str, str]] = ()
) -> Documents:
    """Give the documents to write down: what was changed is an edit that has seen all there was before.

    Args:
        before: Tables with all they say about edits.
        after: What shall be visible, in its order.
        writer: Who edits; two that write at the same time under one name are told apart by nobody.
        chosen: Table, document and field of what somebody has decided about, so that no other value is kept.
    """
    shown = visible(before)
    tables: Documents = {}
    for name in sorted({*before, *after}, key=_table_order):
        there, was, now = placed(before.get(name, {}), name), shown.get(name, {}), after.get(name, {})
        places = {} if name == "class" else moved(list(now), {id_: place_of(there.get(id_)) for id_ in was})
        nulls = [id_ for id_, doc in now.items() if doc is None]  # no records, and kept like all that is set aside
        table: dict[str, Any] = dict.fromkeys(nulls)
        for id_ in (id_ for id_ in {**there, **now} if id_ not in nulls):
            fields = {field for kind, one, field in chosen if (kind, one) == (name, id_)}
            edit = _Edit(name, there.get(id_), was.get(id_), now.get(id_), places.get(id_), fields)
            table[id_] = _stamped(edit, writer)
        tables[name] = in_order({id_: doc for id_, doc in table.items() if doc is not None or id_ in nulls})
    return tables


def _stamped(edit: _Edit, writer: str) -> Any:
    if not (isinstance(edit.raw, dict | None) and isinstance(edit.now, dict | None)):
        return edit.now
    before = NOTHING if edit.raw is None else taken_apart(edit.table, edit.raw)
    dot: Dot = (max(before.seen.values(), default=0) + 1, writer)
    seen, known = ({**of, writer: dot[0]} for of in (before.seen, before.known))
    fields, rest = dict(before.fields), before.rest
    placed_anew: Document = {} if edit.place is None else {PLACE: edit.place}
    if edit.was is None and edit.now is not None:
        known, rest, fields = (
            seen,
            (dot,),
            {field: {dot: [value]} for field, value in parts(edit.table, edit.now).items()},
        )
    elif edit.was is not None and edit.now is None:
        fields[GONE] = {dot: [True]}
    elif edit.was is not None:
        now = parts(edit.table, edit.now or {})
        changed = {*_changed(parts(edit.table, edit.was), now), *edit.chosen}
        fields |= {field: {dot: [now.get(field, ABSENT)]} for field in changed}
        if changed:
            fields[GONE] = {dot: [ABSENT]}
    fields |= {field: {dot: [value]} for field, value in placed_anew.items()}
    return put_together(edit.table, before if fields == before.fields else State(seen, known, rest, fields))


def _changed(was: Document, now: Document) -> Iterator[str]:
    return (field for field in {**was, **now} if was.get(field, ABSENT) != now.get(field, ABSENT))


def disagreements(tables: Documents) -> Iterator[Disagreement]:
    """Give the fields about which computers say different things, and nobody has decided yet."""
    for name, table in tables.items():
        for id_, doc in table.items():
            if _has_others(doc) and not _is_gone(doc):
                yield from _disagreements(name, id_, doc)


def _disagreements(table: str, id_: str, doc: Document) -> Iterator[Disagreement]:
    fields = taken_apart(table, doc).fields
    for field, register in sorted(fields.items()):
        versions: dict[str, Version] = {}
        for (_, writer), value in ranked(field, register):
            versions.setdefault(told(value), Version(writer, None if value is ABSENT else value))
        if len(versions) > 1 and field not in _SETTLED:
            yield Disagreement(table, id_, field, tuple(versions.values()))


def _table_order(name: str) -> tuple[int, str]:
    return (_TABLES.index(name) if name in _TABLES else len(_TABLES), name)
