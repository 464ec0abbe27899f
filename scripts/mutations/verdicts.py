"""What a change has taken from a class, whether the check said so, and whether the next save kept it."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from scripts.mutations.changes import Change, Path
from scripts.mutations.values import NOTHING, WORDS

_BOOKKEEPING = frozenset(("changes", "place"))
"""Which computer edited what, and the order of a list: nobody's words, and made anew by the next save."""

_MAY_BE_EMPTY = ("alias", "emblem", "grade", "number", "badge", "by", "step", "of", "way", "note", "showing", "cut")
"""Fields that may hold nothing."""

_MAY_BE_AWAY = frozenset((*_MAY_BE_EMPTY, "also", "left", "looks_first", "archived", "steps", "boss", "needed", "must"))
_MAY_BE_AWAY |= {"criteria", "ways", "needs", "standards", "subjects", "version", "step_version", "how", "evidence"}
_MAY_BE_AWAY |= {"level_of_support", "tries", "origin"}
"""Fields a record is whole without; under another name they are a field of a newer board, which is kept."""

_AS_ASKED = ("removed", "beside-itself", "key-twice", "twice", "blank", "carriage-return")
"""What anybody may do to a list, and what changes nothing."""


def unsaid_losses(
    change: Change, files: Mapping[str, bytes], before: Any, shown: str, told: Collection[str]
) -> Iterator[str]:
    """Give what `show --json` no longer says though nobody asked for it, where no sentence names its record or file.

    Args:
        change: The change.
        files: The files before it.
        before: What `show --json` said then.
        shown: What it says now.
        told: What the check says now and did not say then.
    """
    if _is_wanted(change, files[change.file]):
        return
    after = _flat(json.loads(shown))
    lost = [path for path, value in _flat(before).items() if after.get(path, _NOTHING) != value]
    if lost and not any(name in line for line in told for name in _names(change, files[change.file])):
        yield f"{'/'.join(map(str, lost[0]))} and {len(lost) - 1} more; check says {sorted(told)[:2]}"


def _is_wanted(change: Change, data: bytes) -> bool:
    """Tell whether a change is one a person may make by hand: a text for a text, a number for a number, a line less."""
    if change.what in _AS_ASKED or (change.what in ("renamed", "null") and change.path[-1] in _MAY_BE_AWAY):
        return True
    old = _value(json.loads(data), change.path) if not change.line else _value(_line(data, change.line), change.path)
    if isinstance(old, str):
        return change.what in WORDS or (change.what in NOTHING and change.path[-1] in _MAY_BE_EMPTY)
    if isinstance(old, bool):
        return change.what == "true"
    if isinstance(old, int):
        return change.what in ("zero", "minus-one", "10**18")
    return isinstance(old, list | dict) and change.what in ("list", "list-of-text", "object")


def _names(change: Change, data: bytes) -> list[str]:
    """Give what a sentence may call the place of a change by: its file, or its record by id, name or title."""
    if change.line:
        return ["ledger/", "1 mark is about"]
    table, *inner = (*change.path, "")
    record = _value(json.loads(data), change.path[:2]) if len(change.path) > 1 else {}
    named = [record.get(key) for key in ("name", "title")] if isinstance(record, dict) else []
    return ["class.json", *(str(name) for name in (*inner[:1], *named) if name), str(table) or "class.json"]


def lost_by_saving(mutated: bytes, change: Change, written: bytes) -> Iterator[str]:
    """Give the record with the change in it where the file, saved after another edit, holds it no longer.

    Args:
        mutated: What the file held with the change.
        change: The change.
        written: What it holds after the edit.
    """
    if len(change.path) < 2 or _BOOKKEEPING.intersection(change.path) or change.what in ("removed", *WORDS, *NOTHING):
        return
    try:
        document, saved = json.loads(mutated), json.loads(written)
    except (ValueError, RecursionError):
        return
    place = change.path if change.what != "renamed" else (*change.path[:-1], f"{change.path[-1]}-2")
    value = _value(document, place)
    if value is _NOTHING or isinstance(value, str):  # a text is cleaned when it is read
        return
    record = _value(document, change.path[:2])
    if not (_same(_value(saved, place), value) or any(_same(each, record) for each in _all(saved))):
        yield f"{'/'.join(map(str, place))} held {str(value)[:40]}"


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


def _same(one: Any, other: Any) -> bool:
    return one is not _NOTHING and json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


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
