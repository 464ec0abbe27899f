"""What a browser loads: one table of our own files, read and packed once, and the pages with what is said on them.

Every file has two addresses: `page/start.js`, of which the browser asks each time whether it is still the same, and
`VERSION/page/start.js`, which never changes, as VERSION is made of all the contents.
"""

import gzip
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from types import MappingProxyType

STATIC = Path(__file__).parent / "static"

_KINDS = MappingProxyType(
    {
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".png": "image/png",
        ".txt": "text/plain; charset=utf-8",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
    }
)
_PACKED_ALREADY = frozenset((".png", ".woff2"))
_FIELD = re.compile(r"\{\{([a-z]+)\}\}")
_FOREVER = "public, max-age=31536000, immutable"
_ASK = "no-cache"


@dataclass(frozen=True, slots=True)
class StaticFile:
    """One file as it is sent.

    Attributes:
        body: Its contents.
        packed: The same through gzip, None where that saves nothing.
        kind: Its content type.
        tag: Its ETag, quoted.
        keep: How long a browser may keep it, as Cache-Control says it.
    """

    body: bytes
    packed: bytes | None
    kind: str
    tag: str
    keep: str = _ASK

    def headers(self, *, packed: bool) -> dict[str, str]:
        """Give the headers it is sent with.

        Args:
            packed: Whether `packed` is what is sent.
        """
        headers = {"Content-Type": self.kind, "ETag": self.tag, "Cache-Control": self.keep}
        if self.packed is not None:
            headers["Vary"] = "Accept-Encoding"
        return headers | {"Content-Encoding": "gzip"} if packed else headers


@dataclass(frozen=True, slots=True)
class StaticFiles:
    """All files of a folder; what is not in its table can't be asked for.

    Attributes:
        version: What all contents together are known by.
        names: The names that can be asked for, without their versions.
    """

    version: str
    _files: Mapping[str, StaticFile] = field(repr=False)
    _pages: Mapping[str, str] = field(repr=False)

    @property
    def names(self) -> frozenset[str]:
        """The names of the files, as they stand in the folder."""
        return frozenset(name for name in self._files if not name.startswith(f"{self.version}/"))

    def find(self, path: str) -> StaticFile | None:
        """Give a file by its address.

        Args:
            path: What follows `/static/`, as the browser sent it; it is compared with names and never opens a file.

        Returns:
            The file, None where there is none of that name.
        """
        return self._files.get(path)

    def page(self, name: str, **said: str) -> str:
        """Give a page with what is said on it.

        Args:
            name: `page`, `in`, `bring` or `refused`.
            said: A text for each field of the page; it stands there as text, whatever it holds.

        Raises:
            KeyError: There is no such page, or it has a field nothing is said for.
        """
        known = said | {"version": self.version}
        return _FIELD.sub(lambda found: escape(known[found[1]], quote=True), self._pages[name])


def load_static(folder: Path = STATIC) -> StaticFiles:
    """Read all files once.

    Args:
        folder: Where they lie.
    """
    contents = dict(_contents(folder))
    version = hashlib.sha256(
        b"\0".join(name.encode() + b"\0" + contents[name] for name in sorted(contents))
    ).hexdigest()
    version = version[:16]
    files: dict[str, StaticFile] = {}
    for name, body in contents.items():
        if name.endswith(".html"):
            continue
        files[name] = _file(name, body, _ASK)
        files[f"{version}/{name}"] = _file(name, body, _FOREVER)
    pages = {name.removesuffix(".html"): body.decode() for name, body in contents.items() if name.endswith(".html")}
    return StaticFiles(version, MappingProxyType(files), MappingProxyType(pages))


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.suffix in _KINDS and file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def _file(name: str, body: bytes, keep: str) -> StaticFile:
    suffix = Path(name).suffix
    packed = None if suffix in _PACKED_ALREADY else gzip.compress(body, 9, mtime=0)
    return StaticFile(body, packed, _KINDS[suffix], f'"{hashlib.sha256(body).hexdigest()[:24]}"', keep)
