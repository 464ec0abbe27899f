"""What lies between a browser and the server, as the Wi-Fi of a room does: it can be cut, fall silent, and come back.

A browser is told of it as its proxy, so that the address of the server stays what it is; chromium's own way of being offline
leaves websockets alone. It also hears of every host that is asked for.
"""

import re
import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

_ASKED = re.compile(rb"^[A-Z]+ (?:https?://)?([^/: ]+):(\d+)[/ ]")
_ASKED_USUAL = re.compile(rb"^[A-Z]+ (https?)://([^/: ]+)/")
_CHUNK = 1 << 16


class Cable:
    """A proxy on this computer, ended together with the `with` block.

    Attributes:
        hosts: Every host and port that was asked for.
    """

    def __init__(self) -> None:
        self.hosts: set[tuple[str, int]] = set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._ends: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._is_cut = False
        self._flows = threading.Event()
        self._flows.set()
        threading.Thread(target=self._accept, daemon=True, name="cable").start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cut()
        self._flows.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    @property
    def address(self) -> str:
        """How a browser is told of it."""
        host, port = self._listening.getsockname()
        return f"http://{host}:{port}"

    def cut(self) -> None:
        """Break every connection, and let none be made."""
        self._is_cut = True
        with self._lock:
            ends, self._ends = self._ends, set()
        for end in ends:
            _shut(end)

    def fall_silent(self) -> None:
        """Let nothing through, and tell nobody: as where a tablet is carried out of the room."""
        self._flows.clear()

    def mend(self) -> None:
        """Let everything through again."""
        self._is_cut = False
        self._flows.set()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._join, args=(near,), daemon=True, name="cable").start()

    def _join(self, near: socket.socket) -> None:
        """Bring one connection of the browser to who is asked for."""
        if self._is_cut:
            near.close()
            return
        head = b""
        while b"\r\n\r\n" not in head and (came := near.recv(_CHUNK)):
            head += came
        where = _where(head)
        if where is None:
            near.close()
            return
        self.hosts.add(where)
        try:
            far = socket.create_connection(where, timeout=10)
        except OSError:
            near.close()
            return
        far.settimeout(None)
        with self._lock:
            self._ends |= {near, far}
        if head.startswith(b"CONNECT "):
            near.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        else:
            far.sendall(_as_asked_directly(head))
        threading.Thread(target=self._pump, args=(far, near), daemon=True, name="cable").start()
        self._pump(near, far)

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while came := source.recv(_CHUNK):
                self._flows.wait()
                sink.sendall(came)
        with self._lock:
            self._ends -= {source, sink}
        _shut(source)
        _shut(sink)


def _where(head: bytes) -> tuple[str, int] | None:
    """Give the host and port somebody asks a proxy for."""
    if match := _ASKED.match(head):
        return match[1].decode(), int(match[2])
    if match := _ASKED_USUAL.match(head):
        return match[2].decode(), 443 if match[1] == b"https" else 80
    return None


def _as_asked_directly(head: bytes) -> bytes:
    """Give a request as a browser without a proxy sends it, as the only one of its connection."""
    lines, end, body = head.partition(b"\r\n\r\n")
    first, *rest = lines.split(b"\r\n")
    kept = [line for line in rest if not re.match(rb"(proxy-)?connection:", line, re.IGNORECASE)]
    first = re.sub(rb"^([A-Z]+) https?://[^/ ]+", rb"\1 ", first)
    return b"\r\n".join((first, *kept, b"Connection: close")) + end + body


def _shut(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
