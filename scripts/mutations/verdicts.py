"""What a change has taken from a class, whether the check said so, and whether the next save kept it."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from board.store.codec import json_of
from scripts.mutations.changes import Change, Path
from scripts.mutations.values import NOTHING, VALUES, WORDS

_BOOKKEEPING = frozenset(("changes", "place"))
"""Which computer edited what, and the order of a list: nobody's words, and made anew by the next save."""

_MAY_BE_EMPTY = ("alias", "emblem", "grade", "number", "badge", "by", "way", "note", "showing", "cut")
"""Fields that may hold nothing."""

_MAY_BE_AWAY = frozenset((*_MAY_BE_EMPTY, "also", "left", "looks_first", "archived", "boss", "needed", "must"))
_MAY_BE_AWAY |= {"criteria", "ways", "needs", "standards", "subjects", "version", "step_version", "how"}
_MAY_BE_AWAY |= {"level_of_support", "tries", "origin", "levels", "steps"}
"""Fields a record is whole without, for the board writes no empty list; under another name they are one of a newer board."""

_WITHIN_A_RECORD = 2
"""So many names lead from a document to a record."""

_ELSEWHERE = "of another student or of another step"
_ABOUT_NOTHING: dict[str | int, tuple[str, ...]] = {
    "student": ("about a student", _ELSEWHERE),
    "step": ("about a step", _ELSEWHERE),
    "of": ("speaks of another mark", _ELSEWHERE),
}
"""What the check says of a mark whose field names what is not here; it may be in files that are on their way."""


def unsaid_losses(
    change: Change, files: Mapping[str, bytes], before: Any, shown: str, told: Collection[str]
) -> Iterator[str]:
    """Give what `show --json` no longer says though nobody asked for it, where no sentence names its record or line.

    Args:
        change: The change.
        files: The files before it.
        before: What `show --json` said then.
        shown: What it says now.
        told: What the check says now and did not say then.
    """
    data = files[change.file]
    old = _old(change, data)
    if _is_wanted(change, old):
        return
    after = _flat(json.loads(shown))
    lost = [
        path for path, value in _flat(before).items() if not _is_there(after.get(path, _NOTHING), value, change, old)
    ]
    if lost and not any(name in line for line in told for name in _names(change, data)):
        yield f"{'/'.join(map(str, lost[0]))} and {len(lost) - 1} more; check says {sorted(told)[:2]}"


def _is_there(now: Any, before: Any, change: Change, old: Any) -> bool:
    """Tell whether a value is still shown, or what the change put in its place."""
    if change.what not in WORDS:
        return bool(now == before)
    return now in (before, json.loads(VALUES[change.what])) or (now is not _NOTHING and before == old)


def _is_wanted(change: Change, old: Any) -> bool:
    """Tell whether a change is one a person may make by hand; in a ledger nobody does but in words somebody wrote."""
    field = change.path[-1] if change.path else ""
    if change.what in ("removed", "renamed", "null") and field in _MAY_BE_AWAY:
        return True
    if change.what in NOTHING and field in _MAY_BE_EMPTY:
        return isinstance(old, str)
    if change.line:
        return change.what == "removed" and not change.path
    if change.what == "removed":
        return isinstance(field, int) or len(change.path) <= _WITHIN_A_RECORD
    return change.what in _by_hand(old) and (isinstance(old, str | int | list) or len(change.path) < _WITHIN_A_RECORD)


def _by_hand(old: Any) -> tuple[str, ...]:
    """Give what a person may write in the place of a value."""
    match old:
        case str():
            return WORDS
        case bool():
            return ("true",)
        case int():
            return ("zero",)
        case list():
            return ("list", "list-of-text")
    return ("object",)


def _names(change: Change, data: bytes) -> list[str]:
    """Give what a sentence may call the place of a change by: its line, or its record by id, name or title."""
    if change.line:
        about = _ABOUT_NOTHING.get(change.path[-1], ()) if change.path else ()
        return [f"line {change.line}.", f"line {change.line} ", *about]
    if len(change.path) < _WITHIN_A_RECORD:
        return ["class.json", *map(str, change.path)]
    record = _value(json.loads(data), change.path[:_WITHIN_A_RECORD])
    named = [record.get(key) for key in ("name", "title")] if isinstance(record, dict) else []
    return [str(name) for name in (change.path[1], *named) if name]


def lost_by_saving(before: bytes, mutated: bytes, change: Change, written: bytes) -> Iterator[str]:
    """Give the record with the change in it where the file, saved after another edit, holds it no longer.

    Args:
        before: What the file held without the change.
        mutated: What it held with it.
        change: The change.
        written: What it holds after the edit.
    """
    if len(change.path) < _WITHIN_A_RECORD or _BOOKKEEPING.intersection(change.path) or change.what == "removed":
        return
    try:
        document, saved = json_of(mutated), json_of(written)
    except (ValueError, RecursionError):
        return
    place = change.path if change.what != "renamed" else (*change.path[:-1], f"{change.path[-1]}-2")
    value = _value(document, place)
    if value is _NOTHING or (isinstance(value, str) and isinstance(_old(change, before), str)):
        return  # a text in the place of a text is cleaned when it is read
    record = _value(document, change.path[:_WITHIN_A_RECORD])
    if not (
        _same(_without_bookkeeping(_value(saved, place)), _without_bookkeeping(value))
        or any(_same(each, record) for each in _all(saved))
    ):
        yield f"{'/'.join(map(str, place))} held {str(value)[:40]}"


def _old(change: Change, data: bytes) -> Any:
    """Give what stands in the place of a change before it."""
    return _value(json.loads(data) if not change.line else _line(data, change.line), change.path)


_NOTHING = object()


def _value(value: Any, path: Path) -> Any:
    for key in path:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return _NOTHING
    return value


def _line(data: bytes, number: int) -> Any:
    return json.loads(data.splitlines()[number - 1])


def _without_bookkeeping(value: Any) -> Any:
    return {key: each for key, each in value.items() if key not in _BOOKKEEPING} if isinstance(value, dict) else value


def _same(one: Any, other: Any) -> bool:
    return _NOTHING not in (one, other) and json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _all(value: Any) -> Iterator[Any]:
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from _all(each)


def _flat(value: Any, path: Path = ()) -> dict[Path, Any]:
    """Give what an answer says, value by value; those of a list are told by their id where they have one."""
    if isinstance(value, dict):
        inner = [(key, each) for key, each in value.items()]
    elif isinstance(value, list):
        inner = [(each.get("id", at) if isinstance(each, dict) else at, each) for at, each in enumerate(value)]
    else:
        return {path: value}
    flat: dict[Path, Any] = {}
    for key, each in inner:
        flat |= _flat(each, (*path, key))
    return flat
