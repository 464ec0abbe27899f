"""What a person changed, written into a document as it was read: whatever nobody understood or touched stays in it."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

_Known = dict[Hashable, tuple[Any, Any]]
"""Records by what they are told by: as they were read, and as they were understood."""


def amended(raw: Any, before: Any, after: Any) -> Any:
    """Give what was read with a change in it; all that did not change, or was not understood, stays as it was read.

    Args:
        raw: What was read, as plain JSON.
        before: What was understood of it, as it would be written.
        after: What shall stand there, as it would be written; records of a list are told by their ids, also where they move.
    """
    return _amended(raw, before, after, dict(_pairs(raw, before)))


def _amended(raw: Any, before: Any, after: Any, known: _Known) -> Any:
    if _is_same(before, after):
        return raw
    if isinstance(after, dict):
        key = _key(after)
        if key != _key(before):
            raw, before = known.get(key, (None, None))
        if not (isinstance(raw, dict) and isinstance(before, dict)):
            raw, before = {}, {}  # a new record, into which known ones may have moved
        return _of_names(raw, before, after, known)
    if _are_records(before or [], after) and (isinstance(raw, list) or raw is None):
        return list(_of_names(_by_key(raw or []), _by_key(before or []), _by_key(after), known).values())
    return after


def _of_names(raw: dict[Any, Any], before: dict[Any, Any], after: dict[Any, Any], known: _Known) -> dict[Any, Any]:
    """Give values by name in the order of the change; what stays unasked stands behind what it stood behind."""
    stays: dict[Any, dict[Any, Any]] = {}
    last = None
    for name, value in raw.items():
        if name in after:
            last = name
        elif name not in before:
            stays.setdefault(last, {})[name] = value
        elif isinstance(value, list) and _are_records(before[name], []) and (rest := _rest(value, before[name], known)):
            stays.setdefault(last, {})[name] = rest
    made = dict(stays.get(None, {}))
    for name, value in after.items():
        if name not in raw and _is_same(before.get(name), value):
            made[name] = value  # what stood in for something that was never there
        else:
            made[name] = _amended(raw.get(name), before.get(name), value, known)
        made.update(stays.get(name, {}))
    return made


def _is_same(before: Any, after: Any) -> bool:
    """Tell whether nothing changed; where rows have names, their order may have."""
    if before is after:
        return True
    if isinstance(before, dict) and isinstance(after, dict):
        return list(before) == list(after) and all(map(_is_same, before.values(), after.values()))
    return bool(before == after)


def _rest(raw: list[Any], before: list[Any], known: _Known) -> list[Any]:
    """Give what nobody understood in a list of records of which nothing else is left."""
    return list(_of_names(_by_key(raw), _by_key(before), {}, known).values())


def _by_key(records: list[Any]) -> dict[Hashable, Any]:
    """Give records by what they are told by; of two alike the first is told so."""
    found: dict[Hashable, Any] = {}
    for at, record in enumerate(records):
        key = _key(record)
        found[key if key is not None and key not in found else at] = record
    return found


def _key(record: Any) -> Hashable | None:
    """Give what a record of a list is told by, None when it is no such record."""
    if not isinstance(record, dict):
        return None
    for name in ("id", "use"):
        if isinstance(record.get(name), str):
            return (name, record[name])
    return None


def _are_records(before: Any, after: Any) -> bool:
    both = [*before, *after] if isinstance(before, list) and isinstance(after, list) else []
    return bool(both) and all(_key(one) is not None for one in both)


def _pairs(raw: Any, before: Any) -> Iterator[tuple[Hashable, tuple[Any, Any]]]:
    """Give every record inside that was understood, wherever it stands."""
    if isinstance(raw, dict) and isinstance(before, dict):
        if _key(before) is not None and _key(raw) == _key(before):
            yield _key(before), (raw, before)
        parts: Mapping[Any, Any] = raw
        others: Mapping[Any, Any] = before
    elif isinstance(raw, list) and _are_records(before, []):
        parts, others = _by_key(raw), _by_key(before)
    else:
        return
    for name in parts.keys() & others.keys():
        yield from _pairs(parts[name], others[name])
