"""Every change of one thing in a file of JSON, or in a file of lines of JSON, each by an id that makes it again."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from scripts.mutations.values import VALUES

Path = tuple[str | int, ...]
"""Where something stands: names and numbers, from the outside inwards."""

_MEMBERS = ("removed", "renamed", "key-twice", "key-twice-null-last", "beside-itself")
_ELEMENTS = ("removed", "beside-itself")
_LINES = ("removed", "twice", "cut", "blank", "carriage-return", "joined-with-next", "words", "bytes")


class Change(NamedTuple):
    """One change.

    Attributes:
        file: The file, as the trial calls it.
        line: The line from 1, 0 in a file that is one document.
        path: What is changed in it; empty for the line or the document as a whole.
        what: A name of `VALUES`, or what else is done to it.
    """

    file: str
    line: int
    path: Path
    what: str

    @property
    def id(self) -> str:
        """What the change is called on the command line and in tables."""
        place = "/".join(map(str, self.path))
        return f"{self.file}:{self.line}:{place}={self.what}"


def changes_of(file: str, data: bytes) -> Iterator[Change]:
    """Give every change of a file.

    Args:
        file: What it is called; one that ends in .jsonl holds a document in each line.
        data: What it holds.
    """
    if not file.endswith(".jsonl"):
        yield from _of_document(file, 0, json.loads(data))
        return
    for number, line in enumerate(data.splitlines(), 1):
        yield from (Change(file, number, (), what) for what in _LINES)
        yield from _of_document(file, number, json.loads(line))


def _of_document(file: str, line: int, document: Any) -> Iterator[Change]:
    yield from (Change(file, line, (), what) for what in VALUES)
    for path, is_member in _places(document, ()):
        for what in (*VALUES, *(_MEMBERS if is_member else _ELEMENTS)):
            yield Change(file, line, path, what)


def _places(value: Any, path: Path) -> Iterator[tuple[Path, bool]]:
    """Give the place of each value, and whether it has a name; of a list the first and the last."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = [(at, value[at]) for at in sorted({0, len(value) - 1}) if value]
    for key, each in inner:
        yield (*path, key), isinstance(key, str)
        yield from _places(each, (*path, key))


def changed(data: bytes, change: Change) -> bytes:
    """Give a file with one change.

    Args:
        data: What it holds without.
        change: One of its changes.
    """
    if not change.line:
        return _written(json.loads(data), change.path, change.what)
    lines = data.splitlines(keepends=True)
    at = change.line - 1
    if change.path or change.what in VALUES:
        lines[at] = _written(json.loads(lines[at]), change.path, change.what) + b"\n"
    else:
        lines[at] = _line(lines[at], change.what)
    return b"".join(lines)


def _line(line: bytes, what: str) -> bytes:
    return {
        "removed": b"",
        "twice": line + line,
        "cut": line[: len(line) // 2] + b"\n",
        "blank": b"\n" + line,
        "carriage-return": line.replace(b"\n", b"\r\n"),
        "joined-with-next": line.rstrip(b"\n"),
        "words": b"<<<<<<< mine\n" + line,
        "bytes": b"\x00\xff\x1b[2J\n" + line,
    }[what]


def _written(document: Any, path: Path, what: str) -> bytes:
    text = VALUES[what] if not path else _text(document, path, what)
    return text.encode("utf-8", "surrogateescape")


def _text(value: Any, path: Path, what: str) -> str:
    """Write a value as JSON; at the end of the path stands what the change puts there."""
    if isinstance(value, dict):
        members = (_member(key, each, path, what) for key, each in value.items())
        return f"{{{','.join(filter(None, members))}}}"
    if isinstance(value, list):
        elements = (_element(at, each, path, what) for at, each in enumerate(value))
        return f"[{','.join(filter(None, elements))}]"
    return json.dumps(value, ensure_ascii=False)


def _member(key: str, value: Any, path: Path, what: str) -> str:
    name = json.dumps(key, ensure_ascii=False)
    if path[:1] != (key,):
        return f"{name}:{_text(value, (), what)}"
    if len(path) > 1:
        return f"{name}:{_text(value, path[1:], what)}"
    now, other = _text(value, (), what), json.dumps(f"{key}-2")
    done = {
        "removed": "",
        "renamed": f"{other}:{now}",
        "key-twice": f"{name}:null,{name}:{now}",
        "key-twice-null-last": f"{name}:{now},{name}:null",
        "beside-itself": f"{name}:{now},{other}:{now}",
    }
    return done[what] if what in done else f"{name}:{VALUES[what]}"


def _element(at: int, value: Any, path: Path, what: str) -> str:
    now = _text(value, path[1:] if path[:1] == (at,) else (), what)
    if path != (at,):
        return now
    done = {"removed": "", "beside-itself": f"{now},{now}"}
    return done[what] if what in done else VALUES[what]
